"""Who speaks where a cue has no subject of its own: "Ana Ruiz called the mayor to say", "left, saying"."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from scoring.article import Span
from scoring.attributions.clauses import PASTS
from scoring.attributions.gaps import gap_before, is_boundary
from scoring.attributions.passives import ADVERBS, is_auxiliary
from scoring.attributions.phrases import CLAUSE_WORDS, PERSON_PRONOUNS, PREPOSITIONS
from scoring.document import Document
from scoring.document.words import CALENDAR
from scoring.lexicon import find_candidates
from scoring.taggers import DETERMINERS

_OPENINGS = PREPOSITIONS | frozenset(
    """when while after before because since although though as once until unless despite amid like
    unlike given instead earlier later hours minutes days weeks months years soon shortly today yesterday
    last this that""".split()
)
"""Words that open what stands before the subject of a sentence, up to a comma."""
_LINKS = frozenset("of at for from and in".split())
_CONJUNCTIONS = frozenset("and but so yet or then".split())
_BEFORE_GERUND = frozenset("by after before while when without since in for of about".split())
_OBJECTS = frozenset("me him her us them you it".split())
_PASTS = PASTS | frozenset("did saw held won lost spent kept led told said wrote spoke".split())
_NOBODY = frozenset("it there to not that this what nor".split())
_ASIDES = frozenset("who whose whom which when where if".split())
"""Words whose own clause a verb after "and" may belong to."""
_LONGEST = 12
_MOST = 3
"""Phrases before a subject at most."""
_REACH = 40
"""Words of a phrase before a subject at most."""


def find_elided(doc: Document, cue: Span, *, cues: AbstractSet[int] = frozenset()) -> Span | None:
    """The subject of the main verb, where the cue is joined to it ("and said", "to say", ", saying").

    Parameters
    ----------
    cue : (first, last)
        Token indices, end exclusive.
    cues : set of int
        Tokens of cues that are verbs; no subject holds one.
    """
    low = doc.first_token[doc.sentence_of[cue[0]]]
    at, stop = cue[0], max(low, cue[0] - _LONGEST)
    while at > stop and (doc.forms[at - 1].endswith("ly") or is_auxiliary(doc.forms[at - 1])):
        at -= 1
    if at <= low or not _is_joined(doc, at, cue[0]):
        return None
    return _find_opening_phrase(doc, low, at, cues)


def _is_joined(doc: Document, at: int, first: int) -> bool:
    before, word = doc.forms[at - 1], doc.forms[first]
    if word.endswith("ing"):
        return before in _BEFORE_GERUND or "," in gap_before(doc, at)
    if before == "to" and not word.endswith("s"):
        return at > 1 and doc.forms[at - 2] not in _OBJECTS and at - 1 not in _ends_of_names(doc)
    return before in _CONJUNCTIONS


def _ends_of_names(doc: Document) -> frozenset[int]:
    return doc.once("ends of names", lambda d: frozenset(name.last for name in d.names))


def _find_opening_phrase(doc: Document, low: int, at: int, cues: AbstractSet[int]) -> Span | None:
    """The noun phrase that opens a sentence, past "On Friday," or "After the storm,"."""
    first = _skip_openings(doc, low, at)
    if first >= at or doc.voice_at(doc.starts[first]) != doc.voice_at(doc.starts[at]):
        return None
    last = _find_end(doc, first, at, cues)
    if ":" in gap_before(doc, last):  # a label: "OPINION: Two years, and"
        return None
    if doc.forms[at - 1] in _CONJUNCTIONS and not _ASIDES.isdisjoint(doc.forms[max(last, at - _REACH) : at]):
        return None
    return (first, last) if first < last < at and _may_act(doc, first, last) else None


def _skip_openings(doc: Document, first: int, at: int) -> int:
    """Past conjunctions, adverbs and the phrases that a comma parts from the subject."""
    for _ in range(_MOST):
        stop = min(at, first + _LONGEST)
        while first < stop and _is_light(doc, first):
            first += 1
        stops = range(first + 1, min(at, first + _REACH))
        comma = next((i for i in stops if "," in gap_before(doc, i)), None)
        if comma is None or not _opens_phrase(doc, first, comma):
            break
        first = comma
    return first


def _is_light(doc: Document, at: int) -> bool:
    word = doc.forms[at]
    return word in _CONJUNCTIONS or word in ADVERBS or word.endswith("ly")


def _opens_phrase(doc: Document, first: int, comma: int) -> bool:
    word = doc.forms[first]
    if word in _OPENINGS or word in CALENDAR or word.endswith(("ing", "ed")) or word.isdigit():
        return True
    return comma == first + 1 and comma not in _ends_of_names(doc) and word not in PERSON_PRONOUNS


def _find_end(doc: Document, first: int, at: int, cues: AbstractSet[int]) -> int:
    """The end of a noun phrase, where a mark, a verb or a clause word comes."""
    if doc.forms[first] in PERSON_PRONOUNS:
        return first + 1
    last, told = first, doc.forms[first] in DETERMINERS
    while last < min(at, first + _LONGEST):
        word = doc.forms[last]
        if last in cues or is_auxiliary(word) or word in CLAUSE_WORDS or word in _PASTS:
            break
        if last > first and (is_boundary(doc, last) or word.endswith("ed")):
            break
        if (word in PREPOSITIONS and word not in _LINKS) or (not told and _follows_name(doc, last)):
            break
        last += 1
    return last


def _follows_name(doc: Document, at: int) -> bool:
    """Whether a word in lower case comes right after a name and opens no office: it is the verb."""
    word = doc.forms[at]
    if at not in _ends_of_names(doc) or not doc.text[doc.starts[at]].islower() or word in _LINKS:
        return False
    offices = doc.once("office words", _list_offices)
    return not (doc.forms[at - 1].endswith("'s") or at in offices or at + 1 in offices)


def _list_offices(doc: Document) -> frozenset[int]:
    return frozenset(i for hit in find_candidates(doc)["source_role"] for i in range(hit.first, hit.last))


def _may_act(doc: Document, first: int, last: int) -> bool:
    word = doc.forms[first].partition("'")[0]
    barred = word in PREPOSITIONS or word in _NOBODY or is_auxiliary(word)
    return not barred and CALENDAR.isdisjoint(doc.forms[first:last])
