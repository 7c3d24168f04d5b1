"""Promotion: puffery, stock phrases, calls to action, and text left by a writing tool."""

from __future__ import annotations

import math
import re

from scoring.article import Article, Evidence
from scoring.document import Document, parse
from scoring.extractors.measure import Column, Extractor, Measure, rate, share, words_of
from scoring.lexicon import load_lexicon
from scoring.taggers import tag

_LEFTOVER = re.compile(
    r"""(?:\b|(?<=[a-z]))(?:here(?:\ is|['’]s|\ are)|below\ is|i\ have|i['’]ve|sure,?\ here(?:\ is|['’]s)|certainly!?\ here(?:\ is|['’]s))\s+
    (?:(?:the|your|a|an|my|this)\s+)?(?:[\w-]+,?\s+){0,5}?
    (?:version|rewrite|rewritten|draft|revision|paraphrase|summary|article|blog\ post|post|text|content|piece)\b
    [^.!?\n]{0,60}:""",
    re.IGNORECASE | re.VERBOSE,
)
_EDITED = re.compile(r"polish|profession|rewrit|revis|edit|improv|paraphras|optimi[sz]|draft|version|human|seo|refin|expand|shorten", re.IGNORECASE)
_LEFTOVER_PRECISION = 0.95
"""Chosen low on purpose: the pattern has met only texts of our own making and one real page."""


def measure_promotion(doc: Document, *, min_probability: float | None = None) -> Measure:
    """Rates per 100 words in the outlet's own voice, and the share of the headline that baits clicks."""
    puffery, filler, calls, residue = (
        tag(doc, kind, min_probability=min_probability) for kind in ("promotional", "filler", "call_to_action", "template_residue")
    )
    residue = _add_leftovers(doc, residue)
    bait, title_words = _measure_title(doc.article)
    values = {
        "promotion_promotional_rate": rate((e for e in puffery if e.voice == "outlet"), doc),
        "promotion_filler_rate": rate((e for e in filler if e.voice == "outlet"), doc),
        "promotion_call_rate": rate((e for e in calls if e.voice == "outlet"), doc),
        "promotion_residue_count": float(len(residue)) if doc.n_words else math.nan,
        "promotion_clickbait_share": share(bait[0], title_words),
    }
    return Measure(values, (*puffery, *filler, *calls, *residue, *bait[1]))


def _add_leftovers(doc: Document, listed: list[Evidence]) -> list[Evidence]:
    """Whole lead-ins of writing tools ("Here is the polished version of the blog post:")."""
    found = []
    for match in _LEFTOVER.finditer(doc.text):
        token = doc.token_at(match.start())
        if token < len(doc.starts) and doc.is_counted(token) and _EDITED.search(match.group()) and doc.voice_at(match.start()) == "outlet":
            found.append(Evidence(*match.span(), "promotion", "template_residue", _LEFTOVER_PRECISION))
    kept = [e for e in listed if not any(f.start < e.end and e.start < f.end for f in found)]
    return sorted([*kept, *found], key=lambda e: e.start)


def _measure_title(article: Article) -> tuple[tuple[int, list[Evidence]], int]:
    """Words of bait in the headline, their evidence, and the headline's words."""
    if not article.title:
        return (0, []), 0
    title = parse(Article(article.id, article.title))
    precision = load_lexicon().lists["clickbait"].precision
    hits = [Evidence(e.start, e.end, "promotion", "clickbait", precision, "outlet", e.note, "title") for e in tag(title, "clickbait")]
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
