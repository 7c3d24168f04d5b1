"""Figures: numbers that state a fact (amounts, percentages, counts), told from those that only label.

A number with a unit (a currency, a percentage, a magnitude) is a figure. A bare one is a figure
unless its form or its neighbours show a date, a time, an age, a label, a score or a telephone number.
"""

from __future__ import annotations

import re

from scoring.document import Document
from scoring.extractors.figure_words import (
    AFTER_PERIOD,
    CLOCK,
    CONTESTS,
    LABELS,
    MONTHS,
    OLDER,
    PEOPLE,
    PERIODS,
    ROADS,
    SCALES,
    SIGNS,
    SPANS,
    UNITS,
    WORDS,
)
from scoring.extractors.links import find_addresses
from scoring.extractors.measure import name_tokens
from scoring.extractors.voices import covers

_SIZES = "mile|metre|meter|foot|acre|seat|bed|member|pound|ton|tonne|kilometer|kilometre|page|vote|point"
_WHOLE = r"\d+(?:,\d{3})*(?:\.\d+)?"
_WITH_UNIT = re.compile(rf"{_WHOLE}(?:k|m|mn|bn|b|tn|-(?:{'|'.join(SCALES)}|million-dollar|billion-dollar))")
_PLAIN = re.compile(rf"{_WHOLE}(?:kg|km|mg|ml|cm|mm|ft|mph|kph|gb|tb|mw|gw|kw|-(?:{_SIZES}))?")
_RANGE = re.compile(rf"{_WHOLE}-{_WHOLE}")
_YEAR = re.compile(r"1[5-9]\d\d|20\d\d")
_IDENTIFIER = re.compile(r"0\d+|\d{7,}")
_LONGEST = 24
"""Characters; no figure is longer, so a huge run of digits costs nothing."""

_REACH = 4
_SHORTENED = frozenset("no nos fig vol apt".split())
"""Labels with a full stop: "No. 7"."""
_AMONG_AGES = frozenset("and or to from between ranged ranging of".split())
"""Words between ages, and between them and what says so."""
_MOST_AGES = 6


def find_figures(doc: Document) -> tuple[int, ...]:
    """Indices of the counted words that are the number of a figure, found once per document.

    Headings give none. In "4.5 million dollars" the figure is "4.5". Small counts written as words
    ("two ferries") give none unless a unit follows ("nine million"). Of 100 read in three corpora 93
    were right; the others were numbers of list items and lots, and one half of an age ("23 or 24").

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> doc = parse(Article("a", "On May 3, 2019, the line sold 1,400 tickets for $12 each at 9 a.m."))
    >>> [doc.forms[at] for at in find_figures(doc)]
    ['1,400', '12']
    """
    return doc.once("figures", _find)


def _find(doc: Document) -> tuple[int, ...]:
    numbers = [
        at
        for at, form in enumerate(doc.forms)
        if (form[0] in "0123456789" or form in WORDS) and len(form) <= _LONGEST
    ]
    addresses = [span for span, _ in find_addresses(doc)] if numbers else []
    return tuple(
        at
        for at in numbers
        if doc.is_counted(at)
        and doc.sentence_of[at] not in doc.headings
        and (_has_unit(doc, at) or _is_bare_figure(doc, at))
        and not covers(addresses, doc.starts[at])
    )


def _has_unit(doc: Document, at: int) -> bool:
    """Whether a currency sign, a per cent sign, a magnitude or a unit belongs to the number."""
    form, after, after2 = doc.forms[at], _word(doc, at, 1), _word(doc, at, 2)
    unit = after in UNITS or (after == "per" and after2 == "cent")
    if form in WORDS:
        return unit and _word(doc, at, -1) not in WORDS
    if _WITH_UNIT.fullmatch(form):
        return True
    sign = doc.text[doc.starts[at] - 1 : doc.starts[at]] if doc.starts[at] else ""
    signed = (sign and sign in SIGNS) or _gap(doc, at + 1).lstrip()[:1] == "%"
    return bool(unit or signed) and bool(_PLAIN.fullmatch(form) or _RANGE.fullmatch(form))


def _is_bare_figure(doc: Document, at: int) -> bool:
    form = doc.forms[at]
    if form in WORDS or not _PLAIN.fullmatch(form) or _IDENTIFIER.fullmatch(form):
        return False
    if at in name_tokens(doc) or _YEAR.fullmatch(form) or _is_mark(doc, at):
        return False
    return not (_is_date_or_time(doc, at) or _is_label(doc, at) or _is_age(doc, at) or _is_score(doc, at))


def _is_date_or_time(doc: Document, at: int) -> bool:
    """A day of a month, an hour, or a stretch of time that only dates ("3 days later", "last 5 years")."""
    before, after = _word(doc, at, -1), _word(doc, at, 1)
    if before in MONTHS or after in MONTHS or after in CLOCK:
        return True
    if after == "of" and _word(doc, at, 2) in MONTHS:
        return True
    return after in PERIODS and (before in SPANS or _word(doc, at, 2) in AFTER_PERIOD)


def _is_mark(doc: Document, at: int) -> bool:
    """The number of a list item, a note, a tag, or part of a telephone or serial number."""
    before, after = _gap(doc, at), _gap(doc, at + 1)
    opens = at == doc.first_token[doc.sentence_of[at]]
    if opens and (after[:1] in (".", ")", ":") or before.rstrip()[-1:] in ("*", "•")):
        return True
    if before[-1:] in ("#", "@", "[", "+", "/", "_"):
        return True
    if before == "." or after[:1] == "/":  # "the trial.23 Then", "10.1001/port.2"
        return True
    if before[-1:] == "(" and after[:1] == ")" and len(doc.forms[at]) < 3:
        return True
    return _is_joined(before, _word(doc, at, -1)) or _is_joined(after, _word(doc, at, 1))


def _is_joined(gap: str, word: str) -> bool:
    """Whether only blanks, brackets, dots or dashes stand between two numbers."""
    return word[:1].isdigit() and not "".join(gap.split()).strip("()-–.+/")


def _is_label(doc: Document, at: int) -> bool:
    """A number that names a thing: "Section 230", "Flight 12", "Boeing 737", "12 Harbour Street"."""
    before = _word(doc, at, -1)
    labels = before if before != "of" else _word(doc, at, -3)
    within = at - 1 > doc.first_token[doc.sentence_of[at]]
    stop = "." if within and before in _SHORTENED else ""
    if labels in LABELS and _gap(doc, at).strip() in ("", stop):
        return True
    inside = within and doc.text[doc.starts[at - 1]].isupper()
    if inside and not _gap(doc, at).strip().strip("-–"):
        return True
    next_words = range(at + 1, min(at + _REACH, len(doc.forms)))
    return any(doc.forms[i] in ROADS and doc.text[doc.starts[at + 1]].isupper() for i in next_words)


def _is_age(doc: Document, at: int) -> bool:
    """ "Ana Ruiz, 45, said", "she was 21", "women 40 to 49", "65 and older", "younger than 21"."""
    if len(doc.forms[at]) > 3:
        return False
    one, two, three = (_word(doc, at, -step) for step in (1, 2, 3))
    if one in PEOPLE or (one == "to" and three in PEOPLE) or (one == "than" and two in ("older", "younger")):
        return True
    if two in ("he", "she") and one in ("is", "was"):
        return not _word(doc, at, 1) or _gap(doc, at + 1)[:1] == ","
    if _word(doc, at, 1) in ("and", "or") and _word(doc, at, 2) in OLDER:
        return True
    return _is_set_apart(doc, at) or _is_told_age(doc, at)


def _is_told_age(doc: Document, at: int) -> bool:
    """ "At the age of 77", "ages 50 and 54", "were 14, 16 and 20 years old"."""
    if _word(doc, at, _pass_ages(doc, at, -1)) in ("age", "ages", "aged"):
        return True
    step = _pass_ages(doc, at, 1)
    after = _word(doc, at, step)
    return after.endswith("-year-old") or (after == "years" and _word(doc, at, step + 1) == "old")


def _pass_ages(doc: Document, at: int, way: int) -> int:
    """Steps to the first word before or after a number that is no other number and none that joins ages."""
    steps = (way * step for step in range(1, _MOST_AGES))
    return next(
        (s for s in steps if not _word(doc, at, s)[:1].isdigit() and _word(doc, at, s) not in _AMONG_AGES), 0
    )


def _is_set_apart(doc: Document, at: int) -> bool:
    """Whether commas set the number apart, or a bracket or full stop after a word with a capital."""
    after = _gap(doc, at + 1)[:1]
    if not at or _gap(doc, at).strip() not in (",", "(") or doc.forms[at - 1][0].isdigit():
        return False
    return after == "," or (after in (".", ")", ";") and doc.text[doc.starts[at - 1]].isupper())


def _is_score(doc: Document, at: int) -> bool:
    """ "They won 3 to 1": a short number on either side of "to" after a word of contests."""
    left = _word(doc, at, 1) == "to" and _word(doc, at, 2)[:1].isdigit()
    right = _word(doc, at, -1) == "to" and _word(doc, at, -2)[:1].isdigit()
    contest = any(_word(doc, at, -step) in CONTESTS for step in range(1, _REACH + 2))
    return contest and (left or right)


def _word(doc: Document, at: int, step: int) -> str:
    """The word so many steps away in the same sentence, or an empty one."""
    i = at + step
    if not 0 <= i < len(doc.forms) or doc.sentence_of[i] != doc.sentence_of[at]:
        return ""
    return doc.forms[i]


def _gap(doc: Document, at: int) -> str:
    """What stands between a word and the one before it, cut to a few characters on either side."""
    start = doc.ends[at - 1] if at else 0
    end = doc.starts[at] if at < len(doc.starts) else len(doc.text)
    return doc.text[start:end] if end - start <= 8 else doc.text[start : start + 4] + doc.text[end - 4 : end]
