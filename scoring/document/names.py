"""Names of people, bodies and places, with the short forms that stand for them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.document.words import CALENDAR, CONNECTORS, HONORIFICS, OPENERS


@dataclass(frozen=True, slots=True)
class Name:
    """One mention: token indices `first` to `last` (exclusive) and the full name it stands for."""

    first: int
    last: int
    key: str


def find_names(
    text: str, starts: Sequence[int], ends: Sequence[int], forms: Sequence[str], sentence_of: Sequence[int], skipped: frozenset[int]
) -> tuple[Name, ...]:
    """Mentions of names in reading order.

    A word that opens a sentence is a name only if it is no common word here: not an opener, not
    seen in lower case, and seen with a capital inside a sentence. Sentences in `skipped` (title
    case) give no names of their own.
    """
    runs = _capital_runs(text, starts, ends, forms, sentence_of, skipped)
    lower = {form for start, form in zip(starts, forms, strict=True) if text[start].islower()}
    inside = {forms[i] for first, last in runs for i in range(first, last) if not _opens(i, sentence_of)}
    kept = [run for run in (_trim_run(run, forms, sentence_of, lower, inside) for run in runs) if run]
    surface = [" ".join(_bare(text[starts[i] : ends[i]]) for i in range(first, last)) for first, last in kept]
    keys = _resolve(surface)
    found = [Name(first, last, keys[name]) for (first, last), name in zip(kept, surface, strict=True)]
    for i, sentence in enumerate(sentence_of):
        if sentence in skipped and text[starts[i]].isupper():
            key = keys.get(_bare(text[starts[i] : ends[i]]))
            if key:
                found.append(Name(i, i + 1, key))
    return tuple(sorted(found, key=lambda name: name.first))


def _capital_runs(
    text: str, starts: Sequence[int], ends: Sequence[int], forms: Sequence[str], sentence_of: Sequence[int], skipped: frozenset[int]
) -> list[tuple[int, int]]:
    capital = [text[start].isupper() for start in starts]
    runs: list[tuple[int, int]] = []
    i, n = 0, len(starts)
    while i < n:
        if not capital[i] or sentence_of[i] in skipped or (forms[i] == "i" or forms[i][:2] == "i'"):
            i += 1
            continue
        j = i + 1
        while j < n and sentence_of[j] == sentence_of[i] and _joined(text[ends[j - 1] : starts[j]], forms[j - 1]):
            if capital[j]:
                j += 1
            elif forms[j] in CONNECTORS and j + 1 < n and capital[j + 1] and starts[j + 1] - ends[j] == 1:
                j += 2
            else:
                break
        runs.append((i, min(j, n)))
        i = j
    return runs


def _joined(gap: str, before: str) -> bool:
    if before.endswith("'s"):
        return False
    return gap in (" ", "-", "\u00a0", "\n") or (gap == ". " and (before in HONORIFICS or len(before) == 1))


def _opens(token: int, sentence_of: Sequence[int]) -> bool:
    return token == 0 or sentence_of[token - 1] != sentence_of[token]


def _trim_run(
    run: tuple[int, int], forms: Sequence[str], sentence_of: Sequence[int], lower: set[str], inside: set[str]
) -> tuple[int, int] | None:
    first, last = run
    while first < last and (forms[first] in HONORIFICS or forms[first] in OPENERS or forms[first] in CONNECTORS):
        first += 1
    if first < last and _opens(first, sentence_of):
        plain = _bare(forms[first])
        if plain in lower or (last - first == 1 and forms[first] not in inside):
            first += 1
            while first < last and forms[first] in HONORIFICS:
                first += 1
    while first < last and (_bare(forms[last - 1]) in CALENDAR or forms[last - 1] in OPENERS):
        last -= 1
    if first >= last or forms[first][0].isdigit() or _bare(forms[first]) in CALENDAR:
        return None
    return first, last


def _bare(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "’s") else word


def _resolve(surface: Sequence[str]) -> dict[str, str]:
    """Each spelling to the full name it stands for: last names, first names, initials."""
    full: dict[str, str] = {}
    long = [name for name in dict.fromkeys(surface) if " " in name]
    people = [name for name in long if len(name.split()) < 4 and not any(w.isupper() and len(w) > 1 for w in name.split())]
    for name in people:
        full.setdefault(name.split()[-1], name)
    for name in long:
        full.setdefault("".join(word[0] for word in name.split() if word[0].isupper()), name)
    for name in people:
        if len(name.split()[0]) > 2:
            full.setdefault(name.split()[0], name)
    return {name: full.get(name, name) if " " not in name else name for name in surface}
