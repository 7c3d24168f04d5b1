"""Runs of capitalised words: where a name may stand."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.document.tokens import Words
from scoring.document.words import CALENDAR, CONNECTORS, HONORIFICS, OWNED, OWNERS, PAIRS, TAILS

_KEEPS_ITS_STOP = HONORIFICS | frozenset("st ste mt ft".split())
_ON_MATTERS = frozenset("institute council committee commission conference center centre panel".split())

Run = tuple[int, int]


def find_runs(words: Words, skipped: frozenset[int]) -> list[Run]:
    """Token spans of capitalised words with the small words between them ("Bank of England").

    Sentences in `skipped` have none, nor has the word "I".
    """
    text, starts, ends, forms, sentence_of, _ = words
    capital = [
        text[start].isupper() and not (form[0] == "i" and (form == "i" or form[1] == "'"))
        for start, form in zip(starts, forms, strict=True)
    ]
    runs: list[Run] = []
    i, n = 0, len(starts)
    while i < n:
        if not capital[i] or sentence_of[i] in skipped or _is_adjective(forms[i]):
            i += 1
            continue
        j = i + 1
        while j < n and sentence_of[j] == sentence_of[i]:
            if not is_joined(text[ends[j - 1] : starts[j]], forms[j - 1], forms[j]):
                break
            if capital[j] and not _is_adjective(forms[j]):
                j += 1
                continue
            links = j + 1 < n and capital[j + 1] and _links(forms, i, j)
            if not links or not text[ends[j] : starts[j + 1]].isspace():
                break
            j += 2
        runs.append((i, j))
        i = j
    return runs


def is_joined(gap: str, before: str, after: str) -> bool:
    """Whether two words with `gap` between them may be parts of one name.

    A possessive parts two names ("Acme's Quillon Mill"), except before a body that its members own
    ("Teachers' Union", "Children's Hospital").
    """
    if before[-2:] == "'s":
        return after in OWNED and before[:-2] in OWNERS
    if gap == " " or gap == "-" or gap.isspace():
        return True
    mark = gap.strip()
    if mark == ".":
        return before in _KEEPS_ITS_STOP or len(before) == 1
    return mark == "&" or (mark in ("'", "’") and before[-1] == "s" and gap[0] == mark and after in OWNED)


def _links(forms: Sequence[str], first: int, at: int) -> bool:
    """Whether a small word may link two parts of one name."""
    word, before, after = forms[at], forms[at - 1], forms[at + 1]
    if word in CONNECTORS:
        return True
    if word == "and":
        return (before, after) in PAIRS
    if word == "on":
        return before in _ON_MATTERS and after not in CALENDAR
    return word == "at" and "of" in forms[first:at] and "university" in forms[first:at]


def _is_adjective(form: str) -> bool:
    return "-" in form and form.rpartition("-")[2] in TAILS
