"""Noun phrases by the words they begin and end with, and the words that are never part of one."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from scoring.article import Span
from scoring.attributions.gaps import is_boundary
from scoring.attributions.passives import ADVERBS, LONGEST, leads_verb
from scoring.document import Document
from scoring.taggers import DETERMINERS
from scoring.taggers.scenes import view_cues

CLAUSE_WORDS = frozenset(
    """that but when because while after before if which whom whose so than then yet where whether
    although though as what how why""".split()
)
PREPOSITIONS = frozenset(
    "of at for in with from on by to about under inside near over during between against into without".split()
)
_OUTSIDE = PREPOSITIONS | frozenset(
    """despite amid like unlike through throughout than via among amongst within across upon around
    including""".split()
)
"""Words that no noun phrase begins with."""
PERSON_PRONOUNS = frozenset("i he she they we you who".split())
PRONOUNS = PERSON_PRONOUNS | {"it", "this", "that", "these", "those", "which"}
POSSESSIVES = frozenset("his her its their our my your".split())
RELATIVES = frozenset("who whom whose which that".split())
JOINERS = frozenset({"and", "or", "nor", "no"})


def walk_back(doc: Document, low: int, last: int, cues: AbstractSet[int]) -> Span | None:
    """The longest stretch before `last` that no mark, clause word, auxiliary or cue interrupts."""
    first = last
    while first > low and last - first < LONGEST:
        word = doc.forms[first - 1]
        if first < last and (leads_verb(doc, first - 1) or first - 1 in cues or is_boundary(doc, first)):
            break
        if word in CLAUSE_WORDS and not (word in PRONOUNS and first == last):
            break
        first -= 1
        if word in PERSON_PRONOUNS and (last - first == 1 or word != "you"):
            break
    return trim_phrase(doc, first, last)


def trim_phrase(doc: Document, first: int, last: int) -> Span | None:
    """A phrase without "And", "On Tuesday" or "Now" at its front; None if no noun phrase is left."""
    while first < last and (doc.forms[first] in ("and", "or", "yet", "so") or doc.forms[first] in ADVERBS):
        first += 1
    if first < last and doc.forms[first] in _OUTSIDE:
        first = _skip_prepositional(doc, first, last)
    if doc.forms[first : first + 1] and doc.forms[first] in PERSON_PRONOUNS:
        last = min(last, first + 1)
    if first >= last or doc.forms[first] in _OUTSIDE:
        return None
    return None if _is_predicate(doc, first, last) or follows_body(doc, first) else (first, last)


def follows_body(doc: Document, at: int) -> bool:
    """Whether a verb opens a clause here about somebody: "the union that | speaks for the staff"."""
    if at < 2 or doc.forms[at - 1] not in ("that", "which") or is_boundary(doc, at - 1):
        return False
    verb = doc.forms[at].endswith(("s", "ed")) and doc.text[doc.starts[at]].islower()
    return verb and view_cues(doc).sources.get(at - 2) == "source_role"


def _is_predicate(doc: Document, first: int, last: int) -> bool:
    """Whether words are what a verb left behind ("was | hurt in the flood", "which | faced scrutiny")."""
    word = doc.forms[first]
    if not doc.text[doc.starts[first]].islower() or word in DETERMINERS or word in PRONOUNS:
        return False
    after_auxiliary = first > 0 and leads_verb(doc, first - 1) and not is_boundary(doc, first)
    return after_auxiliary or word.endswith("ed")


def _skip_prepositional(doc: Document, first: int, last: int) -> int:
    """The determiner or pronoun that opens a new phrase after "On Tuesday"; `last - 1` if there is none."""
    at = first + 1
    while at < last - 1 and not (doc.forms[at] in DETERMINERS and at > first + 1):
        at += 1
    return at
