"""Promotion: puffery, stock phrases, calls to action, and text left by a writing tool."""

from __future__ import annotations

import math
import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from itertools import accumulate

from scoring.article import Article, Evidence
from scoring.document import Document, parse
from scoring.extractors.measure import Column, Extractor, Measure, name_tokens, rate, share, words_of
from scoring.taggers import tag

_WRITING = r"(?:blog|article|post|text|draft|content|essay|piece|passage|story|paragraph)"
_LEFTOVER = re.compile(
    rf"""(?:\b|(?<=[a-z]))(?:here(?:\s+is|['’]s|\s+are)|below\s+is|i\s+have|i['’]ve)\s+
    (?:(?:the|your|a|an|my|this)\s+)?(?:[\w-]+,?\s+){{0,5}}?
    (?:version|rewrite|rewritten|draft|revision|paraphrase|summary|blog\s+post|{_WRITING})\b
    (?!\s+of\s+(?!(?:(?:the|your|this|my)\s+)?{_WRITING}))[^.!?:]{{0,60}}:""",
    re.IGNORECASE | re.VERBOSE,
)
_REWRITTEN = re.compile(
    r"polish|profession|rewrit|rewrote|revis|improv|paraphras|rephras|optimi[sz]|humani|\bseo\b|refin|expanded|shorten",
    re.IGNORECASE,
)
_LONGEST_LEFTOVER = 160
_LEFTOVER_PRECISION = 0.9
"""Cautious: no article of 4,355 in the corpora holds such a leftover, so none could be judged."""
_OFFER = re.compile(
    r"""(?:book|order|buy|shop|try|invest|reserve|register|call|get|claim|join|sign\s+up|subscribe|download|
    donate|visit|secure|start|apply|enroll?|pre-?order|switch|upgrade|grab|check\s+out|see|browse)\b
    [^.!?,;:“”"]{0,70}?\b
    (?:today|now|our\s(?:[\w-]+\s){0,2}(?:picks?|team|offers?|range|shop|store|deals?|selection))\b
    (?=\s*(?:[.!,)(]|at\b|and\b|for\b|to\b|$))""",
    re.IGNORECASE | re.VERBOSE,
)
_OFFER_START = re.compile(r"\(|,\s+(?:or|and)\s+")
_ASKING = re.compile(r"\b(?:today|now|our)\b", re.IGNORECASE)
_OFFER_PRECISION = 0.95
"""22 of 23 hits in the corpora were right; sixteen of them are one line of one outlet."""

_LISTED = ("promotional", "filler", "call_to_action", "template_residue")


def measure_promotion(doc: Document, *, min_probability: float | None = None) -> Measure:
    """Rates per 100 words in the outlet's own voice, and the share of the headline that baits clicks."""
    puffery, filler, calls, residue = (tag(doc, kind, min_probability=min_probability) for kind in _LISTED)
    floor = min_probability or 0.0
    puffery = [e for e in puffery if doc.token_at(e.start) not in name_tokens(doc)]
    calls = _join(calls, [e for e in _find_offers(doc) if e.probability >= floor])
    residue = _join(residue, [e for e in _find_leftovers(doc) if e.probability >= floor])
    left = sum(e.voice == "outlet" for e in residue)
    bait, title_words = _measure_title(doc.article, min_probability)
    values = {
        "promotion_promotional_rate": rate((e for e in puffery if e.voice == "outlet"), doc),
        "promotion_filler_rate": rate((e for e in filler if e.voice == "outlet"), doc),
        "promotion_call_rate": rate((e for e in calls if e.voice == "outlet"), doc),
        "promotion_residue_count": float(left) if doc.n_words else math.nan,
        "promotion_clickbait_share": share(bait[0], title_words),
    }
    return Measure(values, (*puffery, *filler, *calls, *residue, *bait[1]))


def _find_offers(doc: Document) -> list[Evidence]:
    """Sentences or clauses that tell the reader to buy or join ("Book your free trial today")."""
    found = []
    for i, (start, end) in enumerate(doc.sentences):
        if doc.counted[i] and _ASKING.search(doc.text, start, end):
            clauses = (match.end() for match in _OFFER_START.finditer(doc.text, start, end))
            openings = [doc.starts[doc.first_token[i]], *clauses]
            matches = (_OFFER.match(doc.text, at, end) for at in openings)
            spans = [match.span() for match in matches if match and doc.voice_at(match.start()) == "outlet"]
            found += [Evidence(*span, "promotion", "call_to_action", _OFFER_PRECISION) for span in spans]
    return found


def _find_leftovers(doc: Document) -> list[Evidence]:
    """Whole lead-ins of writing tools ("Here is the polished version of the blog post:")."""
    found: dict[int, int] = {}
    for colon in re.finditer(":", doc.text):
        paragraph = doc.paragraphs[bisect_right(doc.paragraphs, (colon.start(), len(doc.text))) - 1]
        match = _LEFTOVER.search(doc.text, max(paragraph[0], colon.start() - _LONGEST_LEFTOVER), colon.end())
        if match and _REWRITTEN.search(match.group()) and doc.voice_at(match.start()) == "outlet":
            found.setdefault(match.start(), match.end())
    return [
        Evidence(start, end, "promotion", "template_residue", _LEFTOVER_PRECISION)
        for start, end in found.items()
        if doc.is_counted(doc.token_at(start))
    ]


def _join(listed: list[Evidence], found: list[Evidence]) -> list[Evidence]:
    """Both, without what is listed inside what was found by its pattern."""
    found = sorted(found, key=lambda e: e.start)
    starts = [e.start for e in found]
    reach = list(accumulate((e.end for e in found), max, initial=0))
    kept = [e for e in listed if reach[bisect_left(starts, e.end)] <= e.start]
    return sorted([*kept, *found], key=lambda e: e.start)


def _measure_title(article: Article, min_probability: float | None) -> tuple[tuple[int, list[Evidence]], int]:
    """Words of bait in the headline, their evidence, and the headline's words."""
    if not article.title:
        return (0, []), 0
    title = parse(Article(article.id, article.title))
    found = tag(title, "clickbait", min_probability=min_probability)
    hits = [replace(e, voice="outlet", part="title") for e in found]
    return (words_of(hits, title), hits), title.n_words


_WORDS_TO_WATCH = "Wikipedia's guidance on words to watch, as a concept; every entry chosen here."
COLUMNS = (
    Column(
        "promotion_promotional_rate",
        "promotional words",
        "Puffery, superlatives and sales talk in the outlet's own voice.",
        _WORDS_TO_WATCH,
        "Praise that is reported as fact ('award-winning film') counts too.",
        ("promotional",),
        "uses more promotional language",
        "uses less promotional language",
    ),
    Column(
        "promotion_filler_rate",
        "filler phrases",
        "Stock phrases that carry no information.",
        _WORDS_TO_WATCH,
        "A word list: new fashions of filler are missed until typed in.",
        ("filler",),
        "uses more stock phrases that carry no information",
        "uses fewer stock phrases",
    ),
    Column(
        "promotion_call_rate",
        "calls to action",
        "Words that ask the reader to buy, subscribe, donate or click, inside prose.",
        "Advertising standards on recognisable advertising, as a concept.",
        "Service journalism ('call this number') counts too.",
        ("call_to_action",),
        "asks the reader more often to buy, join or click",
        "asks the reader less often to act",
    ),
    Column(
        "promotion_residue_count",
        "writing-tool leftovers",
        "Places where text of a writing tool or template was left in.",
        "Typography and our own list.",
        "Articles about writing tools may quote such text.",
        ("template_residue",),
        "holds text left by a writing tool or template",
        "holds no text left by a writing tool",
    ),
    Column(
        "promotion_clickbait_share",
        "clickbait in the headline",
        "Share of the headline's words that belong to a clickbait phrase; undefined without a headline.",
        "Our own list.",
        "Plain headlines that tease by leaving things out are missed.",
        ("clickbait",),
        "has a headline built to be clicked",
        "has a plainer headline",
    ),
)
EXTRACTOR = Extractor("promotion", COLUMNS, "promotion_promotional_rate", measure_promotion)
