"""Which evidence only one of two drafts has."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scoring.article import Article, Evidence, Part
from scoring.document import Document
from scoring.extractors.measure import tokens_in

LEFT_OUT = ("content", "boilerplate")
"""Kinds that cover whole statements or lie outside the prose; what stands inside them is compared."""
CONTEXT = 40
"""Characters of the article shown on either side of words that appeared or disappeared."""

Found = tuple[Document, Sequence[Evidence]]
"""A draft and the evidence in it."""


@dataclass(frozen=True, slots=True)
class EvidenceChange:
    """Words that became evidence or ceased to be, with the text on either side.

    `span` points into the draft that has them.
    """

    span: Evidence
    before: str
    words: str
    after: str


@dataclass(frozen=True, slots=True)
class _Place:
    """A piece of evidence, what it is matched by, and its sentence (-1 in a title)."""

    span: Evidence
    key: tuple[Part, str, str]
    sentence: int


Key = tuple[tuple[Part, str, str], int]
Pool = dict[Key, list[_Place]]


def _place(doc: Document, span: Evidence) -> _Place:
    if span.part == "title":
        words = " ".join((doc.article.title or "")[span.start : span.end].split()).casefold()
        return _Place(span, (span.part, span.kind, words), -1)
    tokens = tokens_in(doc, (span.start, span.end))
    sentence = doc.sentence_of[tokens[0]] if tokens else -1
    return _Place(span, (span.part, span.kind, " ".join(doc.forms[i] for i in tokens)), sentence)


def match_evidence(old: Found, new: Found, same: Mapping[int, int]) -> tuple[list[Evidence], list[Evidence]]:
    """What only the old draft has and what only the new one has, in the order of the text.

    Equal evidence is cancelled within sentences that stayed, then wherever it stands, so that of
    two equal ones the one in the changed sentence is shown.
    """
    before, after = (
        [_place(found[0], e) for e in found[1] if e.kind not in LEFT_OUT] for found in (old, new)
    )
    here = _pool(after, lambda place: (place.key, place.sentence))
    left = [one for one in before if not _take(here, (one.key, same.get(one.sentence, -1)))]
    anywhere = _pool(_drain(here), lambda place: (place.key, 0))
    gone = [one for one in left if not _take(anywhere, (one.key, 0))]
    return [one.span for one in gone], [one.span for one in _drain(anywhere)]


def _pool(places: list[_Place], key: Callable[[_Place], Key]) -> Pool:
    """Places by key, the first in the text on top."""
    pool: Pool = {}
    for place in reversed(places):
        pool.setdefault(key(place), []).append(place)
    return pool


def _drain(pool: Pool) -> list[_Place]:
    """All that is left, in the order of the text."""
    return sorted((one for places in pool.values() for one in places), key=_position)


def _take(pool: Pool, key: Key) -> bool:
    """Take one from the pool; whether there was one."""
    places = pool.get(key)
    return bool(places and places.pop())


def _position(place: _Place) -> tuple[str, int, int, str]:
    return (place.span.part, place.span.start, place.span.end, place.span.kind)


def show_span(span: Evidence, article: Article) -> EvidenceChange:
    """A piece of evidence with its words and the text on either side, each on one line."""
    text = article.text if span.part == "text" else (article.title or "")
    before = _flat(text[max(0, span.start - CONTEXT) : span.start])
    after = _flat(text[span.end : span.end + CONTEXT])
    return EvidenceChange(span, before, _flat(text[span.start : span.end]), after)


def _flat(text: str) -> str:
    """White space as single spaces, kept at the ends."""
    return " ".join(f"|{text}|".split())[1:-1]
