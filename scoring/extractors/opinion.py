"""Words by which the writer, and not a source, takes a stand ("we must", "sadly", "in my view")."""

from __future__ import annotations

from scoring.document import Document
from scoring.extractors.voices import attributed_spans, covers
from scoring.taggers import Judged, judge

KIND = "opinion"
"""The word list; the contract has no evidence of this kind, so the words are counted and not shown."""
_MARKS = '"“„«'


def find_opinions(doc: Document, *, min_probability: float | None = None) -> list[Judged]:
    """Markers of opinion in the outlet's own voice.

    Those in quotations and attributed paraphrases are the source's, and so are those of a sentence
    that opens with a quotation mark: many pages lose the mark that should close it.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> len(find_opinions(parse(Article("a", "Frankly, we must act. “We must act,” said Ana Ruiz."))))
    2
    """
    found = judge(doc, KIND, min_probability=min_probability)
    return [marker for marker in found if _is_own(doc, marker)]


def _is_own(doc: Document, marker: Judged) -> bool:
    at = doc.starts[marker.first]
    opening = doc.text[doc.sentences[doc.sentence_of[marker.first]][0]]
    return opening not in _MARKS and doc.voice_at(at) == "outlet" and not covers(attributed_spans(doc), at)
