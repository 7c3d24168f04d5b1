"""Stance: charged words, the sides of the story, who is given the word and who may answer."""

from __future__ import annotations

import math

from scoring.article import Evidence
from scoring.document import Document
from scoring.extractors.measure import Column, Extractor, Measure, rate
from scoring.extractors.sides import SideRow, find_sides, list_sides
from scoring.taggers import tag

_PARTY_PRECISION = 0.79
"""79 of 100 hits were judged right; the rest are drugs, diseases, places and halves of longer names."""


def measure_stance(doc: Document, *, min_probability: float | None = None) -> Measure:
    """Loaded words inside and outside quotations, balance between sides, rebuttals.

    Voice is by typography alone: in a paraphrase the choice of words is the outlet's own.
    """
    loaded = tag(doc, "loaded", min_probability=min_probability)
    rebuttals = tag(doc, "rebuttal", min_probability=min_probability)
    rows = list_sides(doc)
    values = {
        "stance_loaded_rate": rate((e for e in loaded if e.voice == "outlet"), doc),
        "stance_quoted_loaded_rate": rate((e for e in loaded if e.voice == "quoted"), doc),
        "stance_rebuttal_rate": rate((e for e in rebuttals if e.voice == "outlet"), doc),
        "stance_dominance_share": _dominance(rows),
        "stance_tone_gap_share": abs(rows[0].tone - rows[1].tone) / 2 if len(rows) > 1 else math.nan,
    }
    return Measure(values, (*loaded, *rebuttals, *_show_parties(doc)))


def _dominance(rows: list[SideRow]) -> float:
    """Share of the sides' attributed words that the most heard side has; NaN with fewer than two."""
    shares = [row.share for row in rows if not math.isnan(row.share)]
    return max(shares) if len(shares) > 1 else math.nan


def _show_parties(doc: Document) -> list[Evidence]:
    found = []
    for key, names in find_sides(doc).items():
        for name in names:
            start = doc.starts[name.first]
            end, voice = doc.ends[name.last - 1], doc.voice_at(start)
            found.append(Evidence(start, end, "stance", "party", _PARTY_PRECISION, voice, key))
    return found


_SIDES = "The two to four names present most, aliases merged."
COLUMNS = (
    Column(
        "stance_loaded_rate",
        "loaded words, outlet's voice",
        "Words of charged language outside quotations.",
        "BABE's expert annotation of biased words (Spinde et al. 2021), through our tagger.",
        "Rare slurs and new coinages are missed; a reported atrocity needs hard words.",
        ("loaded",),
        "uses more charged words in its own voice",
        "uses fewer charged words in its own voice",
    ),
    Column(
        "stance_quoted_loaded_rate",
        "loaded words, quoted voices",
        "The same between quotation marks.",
        "As above.",
        "Choosing whom to quote is a choice too; this does not judge it.",
        ("loaded",),
        "quotes more charged words",
        "quotes fewer charged words",
    ),
    Column(
        "stance_rebuttal_rate",
        "answers by a side",
        "Places where a side answers or is asked to (denied, declined to comment).",
        "Right of reply in newsroom codes.",
        "Answers given without a set phrase are missed.",
        ("rebuttal",),
        "lets a side answer more often",
        "lets no side answer as often",
    ),
    Column(
        "stance_dominance_share",
        "most heard side",
        "Share of the sides' attributed words that go to the most heard side; undefined with fewer than two.",
        _SIDES,
        "Sides are names, so allies count apart.",
        ("party", "content"),
        "gives one side more of the word",
        "shares the word more evenly between sides",
    ),
    Column(
        "stance_tone_gap_share",
        "tone gap",
        "Half the difference of tone toward the two most present names, in the outlet's voice.",
        _SIDES + " Tone by word lists.",
        "Tone of a sentence is given to every name in it.",
        ("party",),
        "writes in different tones about its two main names",
        "writes in the same tone about its two main names",
    ),
)
EXTRACTOR = Extractor("stance", COLUMNS, "stance_loaded_rate", measure_stance)
