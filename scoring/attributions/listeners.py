"""What stands between a cue and its statement: to whom, when and where it was said."""

from __future__ import annotations

from scoring.attributions.gaps import is_boundary
from scoring.attributions.heads import name_at
from scoring.attributions.phrases import CLAUSE_WORDS
from scoring.document import Document
from scoring.document.words import CALENDAR
from scoring.taggers import AUXILIARIES, DETERMINERS
from scoring.taggers.scenes import view_cues

_TELLING = frozenset(
    "tell tells told telling informed assured reminded warned notified texted emailed".split()
)
_OBJECTS = frozenset("me him us them you".split())
_PARTS = frozenset("morning afternoon evening night".split())
_WHEN = frozenset("yesterday today tonight".split())
_WHERE = frozenset("in on at during after before".split())
_REACH = 14
"""Words between a cue and its "that" at most."""
_LISTENERS = 4
"""Words of a listener such as "the town's twelve councillors" at most."""
_SUBJECTS = frozenset("i he she they we it there his her their its".split())


def skip_listener(doc: Document, cue: str, at: int, high: int) -> int:
    """The first word of a statement after its cue: "told CNN on Monday that | it rained".

    Parameters
    ----------
    cue : str
        The last word of the cue.
    at, high : int
        The word after the cue and its source, and the end of the sentence (token indices).
    """
    that = _find_that(doc, at, high)
    if that is not None:
        return that
    if cue in _TELLING:
        at = _skip_person(doc, at, high)
    return _skip_day(doc, at, high)


def _find_that(doc: Document, at: int, high: int) -> int | None:
    """The word after the "that" that follows a listener, a time or a place; None without one."""
    if at < high and not _opens_aside(doc, at):
        return None
    for i in range(at, min(high - 1, at + _REACH)):
        if is_boundary(doc, i) or doc.forms[i] in AUXILIARIES or doc.forms[i] in _SUBJECTS:
            return None
        if doc.forms[i] == "that" and doc.forms[i + 1] not in AUXILIARIES:
            return i + 1
    return None


def _opens_aside(doc: Document, at: int) -> bool:
    """Whether a time, a place or "to" somebody begins here, no infinitive ("to show that")."""
    word, after = doc.forms[at], doc.forms[at + 1 : at + 2]
    if word == "to":
        somebody = not after or doc.forms[at + 1] in DETERMINERS or doc.forms[at + 1] in _OBJECTS
        return somebody or doc.text[doc.starts[at + 1]].isupper() or at + 1 in view_cues(doc).sources
    return word in _WHERE or word in CALENDAR or word in _WHEN


def _skip_person(doc: Document, at: int, high: int) -> int:
    """Past a name, a pronoun, or a phrase that ends in a listed source, where a statement may begin."""
    last = at + 1 if at < high and doc.forms[at] in _OBJECTS else _find_person(doc, at, high)
    return last if last < high and not is_boundary(doc, last) and _may_open(doc, last) else at


def _find_person(doc: Document, at: int, high: int) -> int:
    for end in range(at, min(high, at + _LISTENERS)):
        word = doc.forms[end]
        if (end > at and (is_boundary(doc, end) or word in DETERMINERS)) or word in CLAUSE_WORDS:
            break
        name = name_at(doc, end)
        if name is not None and not doc.forms[name.last - 1].endswith("'s"):
            return name.last
        if view_cues(doc).sources.get(end) == "source_role":
            return end + 1
    return at


def _may_open(doc: Document, at: int) -> bool:
    word = doc.forms[at]
    opens = word in DETERMINERS or word in _SUBJECTS or word in CLAUSE_WORDS or word == "to"
    return opens or _opens_aside(doc, at) or doc.text[doc.starts[at]].isupper()


def _skip_day(doc: Document, at: int, high: int) -> int:
    """Past "Monday night", "on Monday" or "yesterday", and a "that"."""
    first = at + (at + 1 < high and doc.forms[at] == "on")
    if (
        first < high
        and (doc.forms[first] in CALENDAR or doc.forms[first] in _WHEN)
        and not is_boundary(doc, first)
    ):
        at = first + 1
        at += at < high and doc.forms[at] in _PARTS
    return at + (at < high and doc.forms[at] == "that")
