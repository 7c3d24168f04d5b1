"""When somebody spoke: "on Tuesday", "last week", which stand between a source and its verb."""

from __future__ import annotations

from scoring.document import Document
from scoring.document.words import CALENDAR, GIVEN

_PARTS = frozenset("morning afternoon evening night week month year weekend day spring summer fall".split())
_WHICH = frozenset("this last that yesterday the same one".split()) | CALENDAR
_EARLY = frozenset("earlier late early later".split())
_ALONE = frozenset("today yesterday tonight tomorrow recently".split())
_SPANS = frozenset("days weeks months years decades".split())
_LONGEST = 6
_LINKS = frozenset("on in late early by since last this next until".split())


def before_time(doc: Document, low: int, last: int) -> int:
    """The end of the words between `low` and `last` without a time at their end; `last` if there is none.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> doc = parse(Article("a", "The mayor late on Tuesday night said"))
    >>> before_time(doc, 0, 6)
    2
    """
    at = _before_unit(doc, low, last)
    while at < last and at > max(low, last - _LONGEST) and doc.forms[at - 1] in _LINKS | _EARLY:
        at -= 1
    return at


def _before_unit(doc: Document, low: int, last: int) -> int:
    """Without one day, part of a day, or week at the end, or one day of a month ("Sept. 4")."""
    if last <= low:
        return last
    word, before = doc.forms[last - 1], doc.forms[last - 2] if last - 2 >= low else ""
    if (word in _PARTS and before in _WHICH) or (word in _SPANS and before == "for"):
        return last - 2
    if word.isdigit() and before in CALENDAR and _is_day(doc, last - 2):
        return last - 2
    return last - 1 if word in _ALONE or (word in CALENDAR and _is_day(doc, last - 1)) else last


def _is_day(doc: Document, at: int) -> bool:
    """Whether a word of the calendar is none of a name's ("Theresa May")."""
    before = doc.forms[at - 1] if at else ""
    capital = before not in ("", *_LINKS) and doc.text[doc.starts[at - 1]].isupper()
    surname = doc.forms[at] in GIVEN and capital
    return doc.text[doc.starts[at]].isupper() and not surname and not is_named(doc, at)


def is_named(doc: Document, at: int) -> bool:
    """Whether a word is part of a name."""
    return at in doc.once("named words", _list_named)


def _list_named(doc: Document) -> frozenset[int]:
    return frozenset(at for name in doc.names for at in range(name.first, name.last))
