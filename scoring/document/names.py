"""Names of people, bodies and places, with the short forms that stand for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scoring.cleaning import INVISIBLE, is_blank
from scoring.document.words import BODIES, CALENDAR, CONNECTORS, HONORIFICS, NO_NAMES, OFFICES, OPENERS

_NEVER_LAST = CALENDAR | NO_NAMES


@dataclass(frozen=True, slots=True)
class Name:
    """One mention: token indices `first` to `last` (exclusive) and the full name it stands for."""

    first: int
    last: int
    key: str


def find_names(
    text: str,
    starts: Sequence[int],
    ends: Sequence[int],
    forms: Sequence[str],
    sentence_of: Sequence[int],
    skipped: frozenset[int],
) -> tuple[Name, ...]:
    """Mentions of names in reading order.

    A word that opens a sentence is a name only if it is no common word here: not an opener, not
    seen in lower case, and seen with a capital inside a sentence. Sentences in `skipped` (title
    case) give no names of their own.
    """
    runs = _capital_runs(text, starts, ends, forms, sentence_of, skipped)
    lower = {form for start, form in zip(starts, forms, strict=True) if text[start].islower()}
    inside = {
        _bare(forms[i]) for first, last in runs for i in range(first, last) if not _opens(i, sentence_of)
    }
    inside |= {
        _bare(forms[first]) for first, _ in runs if _has_inner_capital(text[starts[first] : ends[first]])
    }
    kept = [run for run in (_trim_run(run, forms, sentence_of, lower, inside) for run in runs) if run]
    surface = [_bare(_visible(text[starts[first] : ends[last - 1]])) for first, last in kept]
    full = _resolve(surface)
    found = {
        first: Name(first, last, full.get(name, name))
        for (first, last), name in zip(kept, surface, strict=True)
    }
    known = set(surface)
    for i, form in enumerate(forms):
        if sentence_of[i] in skipped or form in OPENERS:
            name = _bare(text[starts[i] : ends[i]])
            if name[0].isupper() and (name in known if sentence_of[i] in skipped else name.isupper()):
                key = full.get(name, name if name in known else "")
                if key:
                    found.setdefault(i, Name(i, i + 1, key))
    return tuple(found[first] for first in sorted(found))


def _capital_runs(
    text: str,
    starts: Sequence[int],
    ends: Sequence[int],
    forms: Sequence[str],
    sentence_of: Sequence[int],
    skipped: frozenset[int],
) -> list[tuple[int, int]]:
    capital = [text[start].isupper() for start in starts]
    runs: list[tuple[int, int]] = []
    i, n = 0, len(starts)
    while i < n:
        if not capital[i] or sentence_of[i] in skipped or (forms[i] == "i" or forms[i][:2] == "i'"):
            i += 1
            continue
        j = i + 1
        while (
            j < n
            and sentence_of[j] == sentence_of[i]
            and _joined(text[ends[j - 1] : starts[j]], forms[j - 1])
        ):
            if capital[j]:
                j += 1
            elif (
                forms[j] in CONNECTORS
                and j + 1 < n
                and capital[j + 1]
                and is_blank(text[ends[j] : starts[j + 1]])
            ):
                j += 2
            else:
                break
        runs.append((i, min(j, n)))
        i = j
    return runs


def _visible(words: str) -> str:
    """Words joined by single spaces, without what a reader cannot see."""
    return " ".join((words if words.isascii() else INVISIBLE.sub("", words)).split())


def _has_inner_capital(word: str) -> bool:
    """A capital after a small letter: "OpenAI", "DeepSeek" are names wherever they stand."""
    return any(left.islower() and right.isupper() for left, right in pairwise(word))


def _joined(gap: str, before: str) -> bool:
    if before.endswith("'s"):
        return False
    if is_blank(gap) or gap == "-":
        return True
    return gap.rstrip() == "." and (before in HONORIFICS or len(before) == 1)


def _opens(token: int, sentence_of: Sequence[int]) -> bool:
    return token == 0 or sentence_of[token - 1] != sentence_of[token]


def _trim_run(
    run: tuple[int, int],
    forms: Sequence[str],
    sentence_of: Sequence[int],
    lower: set[str],
    inside: set[str],
) -> tuple[int, int] | None:
    first, last = run
    first = _skip_titles(forms, first, last)
    if first < last and _opens(first, sentence_of):
        plain = _bare(forms[first])
        if plain in lower or (last - first == 1 and plain not in inside):
            first += 1
            while first < last and forms[first] in HONORIFICS:
                first += 1
    while first < last and (_bare(forms[last - 1]) in _NEVER_LAST or forms[last - 1] in OPENERS):
        last -= 1
    if first >= last or forms[first][0].isdigit() or _bare(forms[first]) in CALENDAR:
        return None
    return first, last


def _skip_titles(forms: Sequence[str], first: int, last: int) -> int:
    """Where the name begins after "The", "Mr." or "Russian President"; bodies keep their titles.

    "Justice Department" and "King County" are names as they stand.
    """
    for at in range(last - 2, first - 1, -1):
        of_office = forms[at] in OFFICES and at >= first + 2 and forms[at - 1] == "of"
        if of_office or (_is_title(forms, at, last) and forms[at + 1] not in CONNECTORS):
            return at + 1
    while first < last and (
        forms[first] in OPENERS or forms[first] in CONNECTORS or _is_title(forms, first, last)
    ):
        first += 1
    return first


def _is_title(forms: Sequence[str], at: int, last: int) -> bool:
    return forms[at] in HONORIFICS and not (at + 1 < last and forms[at + 1] in BODIES)


def _bare(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "’s") else word


def _resolve(surface: Sequence[str]) -> dict[str, str]:
    """Short forms (last names, first names, initials) to the full names they stand for.

    Of two people who share a name the first mentioned has it.
    """
    full: dict[str, str] = {}
    long = [name for name in dict.fromkeys(surface) if " " in name]
    people = [name for name in long if len(name.split()) < 4 and not any(map(_is_acronym, name.split()))]
    for name in people:
        full.setdefault(name.split()[-1], name)
    for name in long:
        full.setdefault("".join(word[0] for word in name.split() if word[0].isupper()), name)
    for name in people:
        if len(name.split()[0]) > 2:
            full.setdefault(name.split()[0], name)
    return full


def _is_acronym(word: str) -> bool:
    return len(word) > 1 and word.isalpha() and word.isupper()
