"""What a writing tool says of its own work: no measure but that of leftovers counts it as the outlet's."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.article import Evidence, Span
from scoring.document import Document
from scoring.extractors.leftovers import find_leftovers
from scoring.extractors.places import paragraph_at
from scoring.extractors.voices import covers, merge_spans

_SPEAKS, _OFFERS = "a tool speaks of itself", "a tool offers more"
_LONGEST_YES = 3
"""Words of a sentence before a lead-in that belongs to it ("Certainly! Here is the rewritten article:")."""


def leave_tool_talk(
    doc: Document, evidence: Sequence[Evidence], *, min_probability: float | None = None
) -> list[Evidence]:
    """The evidence that does not lie in what a tool says; all of it where every candidate is wanted (0).

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> from scoring.taggers import tag
    >>> doc = parse(Article("a", "It may rain. I hope this helps! Tell me what it may lack."))
    >>> hedges = tag(doc, "hedge")
    >>> len(hedges), len(leave_tool_talk(doc, hedges))
    (2, 1)
    """
    spans = find_tool_talk(doc) if min_probability != 0 else []
    return [item for item in evidence if not covers(spans, item.start)] if spans else list(evidence)


def find_tool_talk(doc: Document) -> list[Span]:
    """Merged spans of such words, found once per document.

    Of a lead-in, a field or a blank only the words found; of what a tool says of itself the whole
    sentence; of what it offers more, the rest of the paragraph.
    """
    return doc.once("tool talk", _find_tool_talk)


def _find_tool_talk(doc: Document) -> list[Span]:
    return merge_spans(_widen(doc, item) for item in find_leftovers(doc) if item.voice == "outlet")


def _widen(doc: Document, item: Evidence) -> Span:
    sentence = doc.sentence_of[doc.token_at(item.start)]
    begin, end = doc.sentences[sentence]
    if item.note == _OFFERS:
        return begin, paragraph_at(doc, item.start)[1]
    if item.note == _SPEAKS:
        return begin, end
    return _find_yes(doc, sentence) if item.start == begin else item.start, item.end


def _find_yes(doc: Document, sentence: int) -> int:
    """Where a sentence begins, or the short one before it in its paragraph."""
    begin = doc.sentences[sentence][0]
    if sentence == 0 or doc.first_token[sentence] - doc.first_token[sentence - 1] > _LONGEST_YES:
        return begin
    before = doc.sentences[sentence - 1][0]
    return before if paragraph_at(doc, before) == paragraph_at(doc, begin) else begin
