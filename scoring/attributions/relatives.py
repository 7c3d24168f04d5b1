"""Relative clauses: what "who" stands for, and the phrase before one that stands before its verb."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from scoring.article import Span
from scoring.attributions.gaps import is_boundary
from scoring.attributions.passives import LONGEST
from scoring.attributions.phrases import RELATIVES, walk_back
from scoring.document import Document


def find_antecedent(doc: Document, source: Span, *, cues: AbstractSet[int] = frozenset()) -> Span | None:
    """What "who", "whose" or "which" stands for: the noun phrase before it; None for other sources."""
    if source[1] - source[0] != 1 or doc.forms[source[0]] not in RELATIVES:
        return None
    low = doc.first_token[doc.sentence_of[source[0]]]
    return walk_back(doc, low, source[0], cues) if source[0] > low else None


def before_relative(doc: Document, low: int, last: int, cues: AbstractSet[int]) -> Span | None:
    """The phrase that a relative clause without commas parts from its verb ("a man who was hurt said")."""
    for at in range(last - 1, max(low, last - LONGEST), -1):
        if is_boundary(doc, at):
            return None
        if doc.forms[at] == "who":
            head = walk_back(doc, low, at, cues)
            return (head[0], last) if head else None
    return None
