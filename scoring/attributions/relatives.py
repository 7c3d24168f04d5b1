"""Relative clauses: what "who" stands for, and the phrase before one that stands before its verb."""

from __future__ import annotations

from collections.abc import Set as AbstractSet

from scoring.article import Span
from scoring.attributions.gaps import is_boundary
from scoring.attributions.passives import LONGEST
from scoring.attributions.phrases import PREPOSITIONS, RELATIVES, follows_body, trim_phrase, walk_back
from scoring.attributions.times import is_named
from scoring.document import Document
from scoring.taggers import DETERMINERS
from scoring.taggers.scenes import view_cues


def find_antecedent(doc: Document, source: Span, *, cues: AbstractSet[int] = frozenset()) -> Span | None:
    """What "who", "whose" or "which" stands for: the noun phrase before it; None for other sources.

    "Who" stands for somebody: for Ruiz in "talks with Ana Ruiz, who".
    """
    at = source[0]
    low = doc.first_token[doc.sentence_of[at]]
    if source[1] - at != 1 or doc.forms[at] not in RELATIVES or at == low:
        return None
    phrase = walk_back(doc, low, at, cues)
    person = doc.forms[at] in ("who", "whom")
    if not person or (phrase and phrase[1] == at and _may_speak(doc, phrase)):
        return phrase
    return _after_preposition(doc, low, at) or phrase


def _may_speak(doc: Document, phrase: Span) -> bool:
    """Whether a listed source or a name stands before the first preposition of a phrase, or it has none."""
    last = next((at for at in range(*phrase) if doc.forms[at] in PREPOSITIONS), phrase[1]) - 1
    return last == phrase[1] - 1 or last in view_cues(doc).sources or is_named(doc, last)


def _after_preposition(doc: Document, low: int, last: int) -> Span | None:
    """The words after the last preposition before `last`, where no mark parts them."""
    for at in range(last - 1, max(low, last - LONGEST), -1):
        if doc.forms[at - 1] in PREPOSITIONS:
            return trim_phrase(doc, at, last)
        if is_boundary(doc, at):
            return None
    return None


def around_relative(doc: Document, low: int, source: Span, last: int, cues: AbstractSet[int]) -> Span | None:
    """Whose verb stands at `last`, where a "who" comes before it with words of its own clause between.

    The subject of that clause ("men who | the ministry | said"), or all of "people who took the pill".
    """
    at = source[0] + 1
    if doc.forms[source[0]] != "who" or at >= last or is_boundary(doc, at) or doc.forms[at] in PREPOSITIONS:
        return source
    if doc.forms[at] in DETERMINERS or doc.text[doc.starts[at]].isupper():
        return at, last
    return before_relative(doc, low, last, cues) or source


def before_relative(doc: Document, low: int, last: int, cues: AbstractSet[int]) -> Span | None:
    """The phrase that a relative clause without commas parts from its verb ("a man who was hurt said")."""
    for at in range(last - 1, max(low, last - LONGEST), -1):
        if is_boundary(doc, at):
            return None
        if doc.forms[at] == "who" or follows_body(doc, at + 1):
            head = walk_back(doc, low, at, cues)
            return (head[0], last) if head else None
    return None
