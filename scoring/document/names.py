"""Names of people, bodies and places, with the short forms that stand for them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from scoring.document.aliases import resolve
from scoring.document.runs import Run, find_runs
from scoring.document.tokens import Words
from scoring.document.words import (
    BODIES,
    CALENDAR,
    CONNECTORS,
    CRIES,
    FAMILY,
    GIVEN,
    HONORIFICS,
    NO_NAMES,
    OFFICES,
    OPENERS,
    OWNED,
)

_NEVER_LAST = CALENDAR | NO_NAMES | CRIES
_KNOWN_WORDS = 3
_PARTY_AND_STATE = re.compile(r"[rdi]-[a-z.]{1,6}$")
_CONTRACTION = re.compile("'(?:s|ve|d|ll|re|m)$")


@dataclass(frozen=True, slots=True)
class Name:
    """One mention: token indices `first` to `last` (exclusive) and the full name it stands for."""

    first: int
    last: int
    key: str


def find_names(words: Words, skipped: frozenset[int]) -> tuple[Name, ...]:
    """Mentions of names in reading order.

    A word that opens a sentence is a name only if it is no common word here: not an opener, not
    seen in lower case, and seen with a capital inside a sentence. Sentences in `skipped` (title
    case) give no names of their own.
    """
    text, starts, ends, forms, sentence_of, _ = words
    runs = [(_skip_titles(forms, first, last), last) for first, last in find_runs(words, skipped)]
    lower = {form for start, form in zip(starts, forms, strict=True) if text[start].islower()}
    seen = _Seen(lower, *_seen_inside(words, runs))
    kept = [run for run in (_trim_run(run, forms, sentence_of, seen) for run in runs) if run]
    kept = [run for run in kept if not _is_letter(words, run)]
    surface = [_bare(" ".join(text[starts[first] : ends[last - 1]].split())) for first, last in kept]
    full = resolve(surface)
    found = {
        first: Name(first, last, full.get(name, name))
        for (first, last), name in zip(kept, surface, strict=True)
    }
    known, reach = set(surface), 0
    for i, form in enumerate(forms):
        titled = sentence_of[i] in skipped
        if i < reach or not (titled or form in OPENERS):
            continue
        last = _end_known(words, i, known) if titled else i + 1
        name = _bare(text[starts[i] : ends[last - 1]])
        if name[0].isupper() and (name in known if titled else name.isupper()):
            key = full.get(name, name if name in known else "")
            if key:
                found.setdefault(i, Name(i, last, key))
                reach = last
    return tuple(found[first] for first in sorted(found))


def _end_known(words: Words, first: int, known: set[str]) -> int:
    """One past the last word of the longest known name that starts at a word, of three at most."""
    text, starts, ends, *_ = words
    sizes = range(min(_KNOWN_WORDS, len(starts) - first), 1, -1)
    return next(
        (first + n for n in sizes if _bare(text[starts[first] : ends[first + n - 1]]) in known), first + 1
    )


@dataclass(frozen=True, slots=True)
class _Seen:
    """Words in lower case, words of names inside sentences, and whole names inside sentences."""

    lower: set[str]
    inside: set[str]
    whole: set[tuple[str, ...]]


def _seen_inside(words: Words, runs: Sequence[Run]) -> tuple[set[str], set[tuple[str, ...]]]:
    text, starts, ends, forms, sentence_of, _ = words
    inside: set[str] = set()
    whole: set[tuple[str, ...]] = set()
    for first, last in runs:
        opens = first < last and _opens(first, sentence_of)
        inside.update(map(_bare, forms[first + opens : last]))
        if opens and _has_inner_capital(text[starts[first] : ends[first]]):
            inside.add(_bare(forms[first]))
        if not opens and last - first > 1:
            whole.add(tuple(map(_bare, forms[first:last])))
    return inside, whole


def _is_letter(words: Words, run: Run) -> bool:
    """Whether a run is, or opens with, a letter that is no initial ("plan B", the end of "AT&T")."""
    first = run[0]
    after = words.ends[first]
    return len(words.forms[first]) == 1 and words.text[after : after + 1] != "."


def _has_inner_capital(word: str) -> bool:
    """A capital after a small letter: "OpenAI", "DeepSeek" are names wherever they stand."""
    rest = word[1:]
    if rest.islower() or not rest:
        return False
    return any(left.islower() and right.isupper() for left, right in pairwise(word))


def _opens(token: int, sentence_of: Sequence[int]) -> bool:
    return token == 0 or sentence_of[token - 1] != sentence_of[token]


def _trim_run(run: Run, forms: Sequence[str], sentence_of: Sequence[int], seen: _Seen) -> Run | None:
    first, last = run
    if first < last and _opens(first, sentence_of) and not _is_whole(run, forms, seen):
        plain = _bare(forms[first])
        if plain in seen.lower or (last - first == 1 and plain not in seen.inside):
            first += 1
            while first < last and (forms[first] in HONORIFICS or forms[first] in CONNECTORS):
                first += 1
    while first < last and (_bare(forms[last - 1]) in _NEVER_LAST or forms[last - 1] in OPENERS):
        if _is_family(forms, first, last):
            break
        last -= 1
    if first >= last or forms[first][0].isdigit():
        return None
    plain, alone = _bare(forms[first]), last - first == 1
    if plain in CALENDAR and (alone or plain not in GIVEN):
        return None
    return None if alone and _PARTY_AND_STATE.match(forms[first]) else (first, last)


def _is_family(forms: Sequence[str], first: int, last: int) -> bool:
    """Whether a month ends a person's name ("Theresa May"), as no day or year follows and no day precedes."""
    if last - first < 2 or _bare(forms[last - 1]) not in FAMILY or forms[last - 2] in _NEVER_LAST:
        return False
    return forms[last - 2] not in CONNECTORS and not (last < len(forms) and forms[last][0].isdigit())


def _is_whole(run: Run, forms: Sequence[str], seen: _Seen) -> bool:
    """Whether words that open a sentence are a name as they stand ("Bank of England cut rates")."""
    first, last = run
    if last - first < 2:
        return False
    is_body = forms[first] in OWNED and forms[first + 1] == "of"
    return is_body or tuple(map(_bare, forms[first:last])) in seen.whole


def _skip_titles(forms: Sequence[str], first: int, last: int) -> int:
    """Where the name begins after "The", "Mr." or "Russian President"; bodies keep their titles.

    "Justice Department" and "King County" are names as they stand.
    """
    for at in range(last - 2, first - 1, -1):
        of_office = forms[at] in OFFICES and at >= first + 2 and forms[at - 1] == "of"
        if of_office or (_is_title(forms, at, last) and forms[at + 1] not in CONNECTORS):
            return at + 1
    while first < last and (_is_opener(forms[first]) or _is_title(forms, first, last)):
        first += 1
    return first


def _is_opener(form: str) -> bool:
    """Whether a word opens sentences, also with a verb at its end ("She's", "Let's")."""
    plain = _CONTRACTION.sub("", form) if "'" in form else form
    return plain in OPENERS or plain in CONNECTORS or plain in CRIES


def _is_title(forms: Sequence[str], at: int, last: int) -> bool:
    return forms[at] in HONORIFICS and not (at + 1 < last and forms[at + 1] in BODIES)


def _bare(word: str) -> str:
    return word[:-2] if word[-2:] in ("'s", "’s") else word
