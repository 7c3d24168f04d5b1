"""Stuffing, with no keyphrase given: over-repeated phrases, keyword lists, repeated passages."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator

from scoring.article import Evidence, Span
from scoring.document import Document
from scoring.extractors.measure import Column, Extractor, Measure, share, words_of
from scoring.extractors.repetition import find_restated, find_stuffed

_KEYWORDS = re.compile(
    r"(?:(?<!\w)|(?<=[a-z.!?])(?=K))(?:(?:meta|seo|focus|target|search|main|primary|secondary)\s+)?"
    r"key\s?(?:words?|phrases?|terms?)\s*(?:\([^)\n]{0,30}\))?\s*[:：]\s*[^\n]{3,}",
    re.IGNORECASE,
)
_SEARCH_TERMS = re.compile(r"(?<!\w)(?:people\s+also\s+search(?:ed)?\s+for|(?:related|popular)\s+search(?:es)?(?:\s+terms?)?)\s*:\s*[^\n]{3,}", re.IGNORECASE)
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*){3,}")
_LIST_ITEMS = 3
_LIST_PRECISION = 0.95
_PHRASE_PRECISION = 0.9
_PASSAGE_WORDS = 6


def measure_stuffing(doc: Document, *, min_probability: float | None = None) -> Measure:
    """Shares of words, over all text but site furniture; repetition counts here and nowhere else."""
    words = _words_outside_furniture(doc)
    phrases, top = find_stuffed(doc, words)
    stuffed = [_evidence(span, "stuffed_phrase", _PHRASE_PRECISION, phrase) for span, phrase in phrases]
    lists = [_evidence(span, "keyword_list", _LIST_PRECISION, "") for span in _find_lists(doc)]
    passages = [_evidence(span, "duplicate_passage", 1.0, "repeats") for span in _find_repeats(doc)]
    restated = [_evidence(span, "duplicate_passage", _LIST_PRECISION, "restates") for span in find_restated(doc)]
    values = {
        "stuffing_phrase_share": top if words else math.nan,
        "stuffing_list_share": share(words_of(lists, doc), words),
        "stuffing_duplicate_share": share(words_of([*passages, *restated], doc), words),
    }
    return Measure(values, tuple(sorted([*stuffed, *lists, *passages, *restated], key=lambda e: e.start)))


def _evidence(span: Span, kind: str, probability: float, note: str) -> Evidence:
    return Evidence(*span, "stuffing", kind, probability, "outlet", note)


def _words_outside_furniture(doc: Document) -> int:
    return sum(
        doc.first_token[i + 1] - doc.first_token[i] for i in range(len(doc.sentences)) if doc.counted[i] or i in doc.repeated
    )


def _find_lists(doc: Document) -> Iterator[Span]:
    for pattern in (_KEYWORDS, _SEARCH_TERMS):
        for match in pattern.finditer(doc.text):
            items = re.split(r"[,;|•]", match.group().split(":", 1)[-1])
            if len(items) >= _LIST_ITEMS and not _is_furniture(doc, match.start()):
                yield match.start(), match.start() + len(match.group().rstrip())
    for match in _HASHTAGS.finditer(doc.text):
        if not _is_furniture(doc, match.start()):
            yield match.start(), match.start() + len(match.group().rstrip(" ,\n\t\r"))


def _is_furniture(doc: Document, offset: int) -> bool:
    return any(start <= offset < end for start, end in doc.boilerplate)


def _find_repeats(doc: Document) -> Iterator[Span]:
    """Runs of repeated sentences, if together they are long enough to be a passage."""
    run: list[int] = []
    for i in [*sorted(doc.repeated), -1]:
        if run and i != run[-1] + 1:
            if doc.first_token[run[-1] + 1] - doc.first_token[run[0]] >= _PASSAGE_WORDS:
                yield doc.sentences[run[0]][0], doc.sentences[run[-1]][1]
            run = []
        run.append(i)


COLUMNS = (
    Column(
        "stuffing_phrase_share",
        "most repeated phrase",
        "Share of all words taken by the phrase of two to four words that is repeated most.",
        "Our own measure; limits from 1,000 news articles (see repetition.py).",
        "Long names that a story cannot avoid come close to the limit.",
        ("stuffed_phrase",),
        "repeats one phrase more often",
        "repeats no phrase as often",
    ),
    Column(
        "stuffing_list_share",
        "keyword lists",
        "Share of all words in lists of search terms or blocks of hashtags.",
        "Typography.",
        "Lists without a heading or a hash are missed.",
        ("keyword_list",),
        "sets out search terms as text",
        "holds no list of search terms",
    ),
    Column(
        "stuffing_duplicate_share",
        "repeated passages",
        "Share of all words in sentences that repeat earlier ones, or in question-and-answer blocks that restate the article.",
        "Exact repetition of folded words; restatement by shared content words.",
        "Reworded repetition outside question-and-answer blocks is missed.",
        ("duplicate_passage",),
        "repeats or restates its own passages",
        "does not repeat its own passages",
    ),
)
EXTRACTOR = Extractor("stuffing", COLUMNS, "stuffing_phrase_share", measure_stuffing)
