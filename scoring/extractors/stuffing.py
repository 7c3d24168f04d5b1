"""Stuffing, with no keyphrase given: over-repeated phrases, keyword lists, repeated passages."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from scoring.article import Evidence, Span
from scoring.document import Document
from scoring.extractors.keywords import find_keyword_lists
from scoring.extractors.measure import Column, Extractor, Measure, share, words_of
from scoring.extractors.repetition import find_restated, find_stuffed, is_prose

_CAPTION = re.compile(
    r"toggle\s+caption|enlarge\s+this\s+image|hide\s+caption|^caption\b|^(?:photo|image|picture|video)s?\b.{0,12}[:/]|"
    r"\bgetty\b|courtesy\s+of|continue\s+reading|report\s+abuse|contributed\s+to\s+this\s+(?:report|story|article)|^[—–]\s",
    re.IGNORECASE,
)
_PASSAGE_WORDS = 6
_PHRASE_PRECISION = 0.5
"""All 134 hits in 4,355 articles were judged: 102 are right, but in one of six articles; hence lower."""
_LIST_PRECISION = 0.9
"""Cautious: the corpora hold no labelled list, and both blocks of hashtags found are right (2 judged)."""
_REPEAT_PRECISION = 0.8
"""Of 100 hits judged, 92 are left by the rules below, 75 of them right; the rest is furniture."""
_RESTATED_PRECISION = 0.8
"""Cautious: the corpora hold no such block; all 5 hits in one real article are right (5 judged)."""


def measure_stuffing(doc: Document, *, min_probability: float | None = None) -> Measure:
    """Shares of words; the passages that repeat others count here and nowhere else."""
    floor = min_probability or 0.0
    words = _words_outside_furniture(doc)
    listed = list(find_keyword_lists(doc))
    phrases, excess = find_stuffed(doc, listed)
    stuffed = [_evidence(span, "stuffed_phrase", _PHRASE_PRECISION, phrase) for span, phrase in phrases]
    lists = [_evidence(span, "keyword_list", _LIST_PRECISION, "") for span in listed]
    passages = [_evidence(s, "duplicate_passage", _REPEAT_PRECISION, "repeats") for s in _find_repeats(doc)]
    passages += [
        _evidence(s, "duplicate_passage", _RESTATED_PRECISION, "restates") for s in find_restated(doc)
    ]
    values = {
        "stuffing_phrase_share": excess if doc.n_words else math.nan,
        "stuffing_list_share": share(words_of(lists, doc), words),
        "stuffing_duplicate_share": share(words_of(passages, doc), words),
    }
    shown = [e for e in (*stuffed, *lists, *passages) if e.probability >= floor]
    return Measure(values, tuple(sorted(shown, key=lambda e: e.start)))


def _evidence(span: Span, kind: str, probability: float, note: str) -> Evidence:
    return Evidence(*span, "stuffing", kind, probability, "outlet", note)


def _words_outside_furniture(doc: Document) -> int:
    kept = [i for i, counted in enumerate(doc.counted) if counted or i in doc.repeated]
    return sum(doc.first_token[i + 1] - doc.first_token[i] for i in kept)


def _find_repeats(doc: Document) -> Iterator[Span]:
    """Runs of repeated sentences that are prose: no headline printed twice, no caption."""
    prose = [i for i in sorted(doc.repeated) if _is_passage(doc, i)]
    run: list[int] = []
    for i in [*prose, -1]:
        if run and i != run[-1] + 1:
            yield doc.sentences[run[0]][0], doc.sentences[run[-1]][1]
            run = []
        run.append(i)


def _is_passage(doc: Document, sentence: int) -> bool:
    if doc.first_token[sentence + 1] - doc.first_token[sentence] < _PASSAGE_WORDS or sentence in doc.headings:
        return False
    span = doc.sentences[sentence]
    return is_prose(doc, span) and _CAPTION.search(doc.text[slice(*span)]) is None


COLUMNS = (
    Column(
        "stuffing_phrase_share",
        "most repeated phrase",
        "Share of words by which the most repeated phrase of two to four words exceeds what news shows.",
        "Our own measure; limits from 5,580 news articles (see repetition.py).",
        "Technical terms of three words that a story cannot avoid may exceed the limit.",
        ("stuffed_phrase",),
        "repeats one phrase more often",
        "repeats no phrase as often",
    ),
    Column(
        "stuffing_list_share",
        "keyword lists",
        "Share of all words in lists of search terms or blocks of hashtags.",
        "Typography.",
        "Lists without a label or a hash are missed.",
        ("keyword_list",),
        "sets out search terms as text",
        "holds no list of search terms",
    ),
    Column(
        "stuffing_duplicate_share",
        "repeated passages",
        "Share of all words in sentences that repeat earlier ones, or in answers that restate the article.",
        "Exact repetition of folded words in full sentences; restatement by shared content words.",
        "Reworded repetition outside question-and-answer blocks is missed.",
        ("duplicate_passage",),
        "repeats or restates its own passages",
        "does not repeat its own passages",
    ),
)
EXTRACTOR = Extractor("stuffing", COLUMNS, "stuffing_phrase_share", measure_stuffing)
