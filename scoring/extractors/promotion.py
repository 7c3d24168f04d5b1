"""Promotion: puffery, stock phrases, calls to action, and text left by a writing tool."""

from __future__ import annotations

import math

from scoring.document import Document
from scoring.extractors.headlines import measure_headline
from scoring.extractors.leftovers import find_leftovers, join_evidence
from scoring.extractors.measure import Column, Extractor, Measure, name_tokens, rate
from scoring.extractors.offers import find_offers, is_call
from scoring.extractors.places import is_in_place
from scoring.extractors.praise import find_praise
from scoring.extractors.senses import is_praise
from scoring.extractors.substance import share_of_uninformative
from scoring.extractors.tool_talk import leave_tool_talk
from scoring.taggers import tag

_LISTED = ("promotional", "filler", "call_to_action")


def measure_promotion(doc: Document, *, min_probability: float | None = None) -> Measure:
    """Rates per 100 words in the outlet's own voice, what baits clicks, and how much says nothing."""
    tagged = (tag(doc, kind, min_probability=min_probability) for kind in _LISTED)
    puffery, filler, calls = (
        leave_tool_talk(doc, found, min_probability=min_probability) for found in tagged
    )
    floor = min_probability or 0.0
    puffery = [e for e in puffery if doc.token_at(e.start) not in name_tokens(doc)]
    if min_probability != 0:
        puffery = [e for e in puffery if is_praise(doc, e)]
        filler, calls = [e for e in filler if is_in_place(doc, e)], [e for e in calls if is_call(doc, e)]
    puffery += find_praise(doc, min_probability=min_probability)
    calls = join_evidence(calls, [e for e in find_offers(doc) if e.probability >= floor])
    residue = find_leftovers(doc, min_probability=min_probability)
    left = sum(e.voice == "outlet" for e in residue)
    bait, hits = measure_headline(doc, min_probability=min_probability)
    values = {
        "promotion_promotional_rate": rate((e for e in puffery if e.voice == "outlet"), doc),
        "promotion_filler_rate": rate((e for e in filler if e.voice == "outlet"), doc),
        "promotion_call_rate": rate((e for e in calls if e.voice == "outlet"), doc),
        "promotion_residue_count": float(left) if doc.n_words else math.nan,
        "promotion_clickbait_share": bait,
        "promotion_uninformative_share": share_of_uninformative(doc),
    }
    return Measure(values, (*puffery, *filler, *calls, *residue, *hits))


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
        "Places where text of a writing tool or template was left in, blanks included.",
        "Typography and our own list, each phrase counted only where such text stands.",
        "Articles about writing tools may quote such text.",
        ("template_residue",),
        "holds text left by a writing tool or template",
        "holds no text left by a writing tool",
    ),
    Column(
        "promotion_clickbait_share",
        "clickbait in the headline",
        "Share of the headline's words that belong to a clickbait phrase or cue (a list's number, 'this' "
        "before a noun, 'could' in a question, dots, exclamation, capitals) or that spoke most for a "
        "headline a fitted model takes for bait; undefined without a headline.",
        "Our own list and cues; a model fitted on headlines labelled by the kind of their outlet.",
        "Explainers ('What we know about ...') are written like bait; a title cut off with dots counts.",
        ("clickbait",),
        "has a headline built to be clicked",
        "has a plainer headline",
    ),
    Column(
        "promotion_uninformative_share",
        "sentences with nothing to check",
        "Share of sentences of five words or more with no name, number, date, quotation or source one could "
        "ask; headings left out.",
        "Our own; the idea is the share of sentences with checkable content.",
        "A sentence that goes on about somebody named before ('She left at once') counts too.",
        (),
        "has more sentences without anything to check",
        "has fewer sentences without anything to check",
    ),
)
EXTRACTOR = Extractor("promotion", COLUMNS, "promotion_promotional_rate", measure_promotion)
