"""Stuffing, with no keyphrase given: over-repeated phrases and words, echoes, lists, repeated passages."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring.article import Evidence, Span
from scoring.document import Document
from scoring.extractors.busiest import find_busiest_word
from scoring.extractors.echoes import measure_heading_echo, measure_title_echo
from scoring.extractors.measure import Column, Extractor, Measure, share, words_of
from scoring.extractors.ngrams import measure_packing, measure_runs
from scoring.extractors.phrases import list_spans
from scoring.extractors.repetition import find_stuffed, measure_nearness, show_spans
from scoring.extractors.restating import find_restated, is_prose

_CAPTION = re.compile(
    r"toggle\s+caption|enlarge\s+this\s+image|hide\s+caption|^caption\b|^(?:photo|image|picture|video)s?\b.{0,12}[:/]|"
    r"\bgetty\b|courtesy\s+of|continue\s+reading|report\s+abuse|contributed\s+to\s+this\s+(?:report|story|article)|^[—–]\s|"
    r"\bfile\s*[-–—]\s*in\s+this\b|\bfile\s+photo|\bin\s+this\s+\S*.{0,30}\bphoto\b|\bsee\s+(?:all|more)\s+photo|"
    r",\s(?:far\s)?(?:left|right|cent(?:er|re)),",
    re.IGNORECASE,
)
_PASSAGE_WORDS = 6
_THRESHOLD = 0.5
_PHRASE_PRECISION = 0.6
"""All 518 hits in 5,355 articles were judged: 305 are right, but in 4 of 16 articles only."""
_WORD_PRECISION = 0.1
"""The busiest word of an article that is not stuffed by the limits: shown on demand only."""
_LIST_PRECISION = 0.9
"""Cautious: both blocks of hashtags in 5,355 articles are right, and nothing else is found there; of 300
lists put into articles (labels, hashtags, bare lines) 299 are found."""
_REPEAT_PRECISION = 0.8
"""Of 100 hits judged, 92 are left by the rules below, 75 of them right; the rest is furniture."""
_RESTATED_PRECISION = 0.8
"""Cautious: the corpora hold no such block; all 5 hits in one real article are right (5 judged)."""


def measure_stuffing(doc: Document, *, min_probability: float | None = None) -> Measure:
    """Shares of words; the passages that repeat others count here and nowhere else."""
    floor = _THRESHOLD if min_probability is None else min_probability
    repeated, busiest = find_stuffed(doc), find_busiest_word(doc)
    judged = [(r, _PHRASE_PRECISION) for r in repeated] + [(r, _WORD_PRECISION) for r in busiest]
    stuffed = [_evidence(s, "stuffed_phrase", p, phrase) for s, phrase, p in show_spans(doc, judged)]
    lists = [_evidence(span, "keyword_list", _LIST_PRECISION, "") for span in list_spans(doc)]
    passages = [_evidence(s, "duplicate_passage", _REPEAT_PRECISION, "repeats") for s in _find_repeats(doc)]
    passages += [
        _evidence(s, "duplicate_passage", _RESTATED_PRECISION, "restates") for s in find_restated(doc)
    ]
    words = _words_outside_furniture(doc)
    beyond = (r.over * r.size for r in repeated if r.size > 1)
    values = {
        "stuffing_phrase_ratio": measure_nearness(doc),
        "stuffing_phrase_share": share(max(beyond, default=0), doc.n_words),
        "stuffing_word_share": share(sum(r.over for r in busiest), doc.n_words),
        "stuffing_title_share": measure_title_echo(doc),
        "stuffing_heading_share": measure_heading_echo(doc),
        "stuffing_list_share": share(words_of(lists, doc), words),
        "stuffing_duplicate_share": share(words_of(passages, doc), words),
        "stuffing_run_share": measure_runs(doc),
        "stuffing_packing_share": measure_packing(doc),
    }
    kept = [e for e in (*stuffed, *lists, *passages) if e.probability >= floor]
    return Measure(values, tuple(sorted(kept, key=lambda e: e.start)))


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
        "stuffing_phrase_ratio",
        "nearness to stuffing",
        "How near the most repeated term of two to four words comes to the most that news shows of it; 1 is "
        "that limit.",
        "Our own measure; limits and background from 5,355 articles (see repetition.py).",
        "Of 1,000 news articles half lie below .16 and 99 in 100 below .75. A term that cannot be shortened "
        "comes nearer; 0 where none comes three times.",
        ("stuffed_phrase",),
        "repeats one phrase nearly as a stuffed text does",
        "repeats no phrase as a stuffed text does",
    ),
    Column(
        "stuffing_phrase_share",
        "most repeated phrase",
        "Share of words by which the most repeated phrase of two to four words exceeds what news shows.",
        "Our own measure; limits and background from 5,355 articles (see repetition.py).",
        "Above zero in three of a thousand news articles: medical terms that cannot be shortened, refrains.",
        ("stuffed_phrase",),
        "repeats one phrase more often",
        "repeats no phrase as often",
    ),
    Column(
        "stuffing_word_share",
        "busiest word",
        "Share of words by which one content word exceeds what it rarely exceeds in news that holds it.",
        "Our own measure; the background of 5,355 articles, and how odd the word's neighbours are.",
        "Rare words are judged by one common limit. Spans show only where the word is far beyond it.",
        ("stuffed_phrase",),
        "leans on one word more often",
        "leans on no word as often",
    ),
    Column(
        "stuffing_title_share",
        "title echo",
        "Share of sentences that repeat one same phrase of two to four words of the title in full.",
        "Our own measure; names are left out.",
        "Undefined without a title that holds such a phrase, and below five sentences. Terms that cannot be "
        "shortened count.",
        (),
        "repeats its title's phrase in more sentences",
        "seldom repeats its title's phrase",
    ),
    Column(
        "stuffing_heading_share",
        "heading echo",
        "Share of headings that repeat a phrase of two words or more of the title or an earlier heading.",
        "Our own measure.",
        "Undefined below three headings. Names count, for capitals do not tell them in headings.",
        (),
        "repeats phrases in more of its headings",
        "repeats fewer phrases in its headings",
    ),
    Column(
        "stuffing_list_share",
        "keyword lists",
        "Share of all words in lists of search terms or blocks of hashtags.",
        "Typography.",
        "0 in ordinary news, where nobody sets out search terms; it stays for pages that do. Lists without "
        "label or hash need a line of their own, and lower case or a word in common.",
        ("keyword_list",),
        "sets out search terms as text",
        "holds no list of search terms",
    ),
    Column(
        "stuffing_duplicate_share",
        "repeated passages",
        "Share of all words in sentences that repeat earlier ones, or in answers that restate the article.",
        "Exact repetition of folded words in full sentences; restatement by shared content words.",
        "Reworded repetition outside question-and-answer blocks is missed; captions printed twice may count.",
        ("duplicate_passage",),
        "repeats or restates its own passages",
        "does not repeat its own passages",
    ),
    Column(
        "stuffing_run_share",
        "repeated runs of words",
        "Share of words in runs of five or more that came before; whole sentences that repeat are left out.",
        "Idea of the duplicate n-gram shares by which web corpora are filtered; ours counts words once.",
        "Quotations told twice and long titles of offices count; longer texts have more of it.",
        (),
        "says more of its words twice",
        "says fewer of its words twice",
    ),
    Column(
        "stuffing_packing_share",
        "packing",
        "How much smaller the text packs (zlib) than news of its length, repeated passages included.",
        "Compression as a sign of redundancy; the line of packed on plain size is fitted to 5,250 articles.",
        "Undefined below 400 bytes. Lists of figures and transcripts pack well.",
        (),
        "packs into fewer bytes",
        "packs into more bytes",
    ),
)
EXTRACTOR = Extractor("stuffing", COLUMNS, "stuffing_phrase_ratio", measure_stuffing)
