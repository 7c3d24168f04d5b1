"""Cues in the passive: whether they are, and who acts."""

from __future__ import annotations

from scoring.article import Span
from scoring.attributions.gaps import is_boundary
from scoring.document import Document
from scoring.document.words import CALENDAR
from scoring.taggers import AUXILIARIES, BE
from scoring.taggers.words import MEANS

ADVERBS = frozenset(
    """also not later then further still first now even once again already never always just too
    earlier longer long soon today meanwhile instead ever next often sometimes seldom twice""".split()
)
"""Words that may stand between an auxiliary and its verb."""

_HAVE = frozenset("has have had having".split())
_STATES = frozenset(
    """concerned worried convinced satisfied pleased disappointed opposed committed inclined
    prepared determined surprised alarmed interested confused excited frustrated troubled scared
    tired united divided quoted""".split()
)
"""Participles whose subject speaks or holds the state of mind, so that they are no passives."""
_PASSIVES = frozenset("said told known seen thought understood held written heard".split())
_AGENT_REACH = 6
LONGEST = 16
"""Words that a phrase about who speaks has at most."""


def is_auxiliary(word: str) -> bool:
    """Whether a word is an auxiliary, a denied one too ("don't", "couldn't")."""
    return word in AUXILIARIES or word.endswith("n't")


def leads_verb(doc: Document, at: int) -> bool:
    """Whether a word is an auxiliary as it stands, no "May" or "Will" inside a name."""
    word = doc.forms[at]
    inside = at > 0 and doc.sentence_of[at - 1] == doc.sentence_of[at]
    named = word in ("may", "will") and inside and doc.text[doc.starts[at]].isupper()
    return is_auxiliary(word) and not named


def is_passive(doc: Document, cue: Span) -> bool:
    """Whether a cue is a past participle after a form of "be" that hands its subject a statement."""
    low = max(doc.first_token[doc.sentence_of[cue[0]]], cue[0] - LONGEST)
    at, word = cue[0], doc.forms[cue[0]]
    if word in BE and cue[1] - at > 1:
        at, word = at + 1, doc.forms[at + 1]
    while at > low and (doc.forms[at - 1].endswith("ly") or doc.forms[at - 1] in ADVERBS):
        at -= 1
    be = at > low and doc.forms[at - 1] in BE
    be = be or (at > low and doc.forms[at - 1] not in _HAVE and _has_agent(doc, cue[1]))
    return be and word not in _STATES and (word.endswith("ed") or word in _PASSIVES)


def _has_agent(doc: Document, at: int) -> bool:
    """Whether "by" and a phrase that may be somebody follow at once ("the concern raised by Ruiz")."""
    high = doc.first_token[doc.sentence_of[at - 1] + 1]
    if at + 1 >= high or doc.forms[at] != "by" or is_boundary(doc, at):
        return False
    after = doc.forms[at + 1]
    return _may_act(after) and not after[0].isdigit() and after not in CALENDAR


def _may_act(word: str) -> bool:
    return not word.endswith("ing") and word not in MEANS


def find_agent(doc: Document, at: int) -> int | None:
    """The first word after "by" in what follows a passive; None if it names no agent."""
    high = min(doc.first_token[doc.sentence_of[at - 1] + 1], at + _AGENT_REACH)
    for by in range(at, high):
        if is_boundary(doc, by):
            return None
        if doc.forms[by] == "by" and by + 1 < high and _may_act(doc.forms[by + 1]):
            return by + 1
    return None
