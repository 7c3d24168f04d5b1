"""Attributions against trained annotators: cues, sources, attributed words, and how many there are."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scoring.article import Article, Span
from scoring.attributions import expect_attributions, find_attributions
from scoring.document import Document, parse
from scoring.lexicon import find_candidates
from scoring.model.corpora import choose_spans, read_attributions, read_rows
from scoring.validation.hiding import measure_hidden
from scoring.validation.resampling import f1, measure_correlation, measure_counts
from scoring.validation.row import Found
from scoring.validation.spans import Counts, count_characters, count_overlaps

_PEOPLE = "two annotators of one article agree at .68 (mean over 16 of train that all six marked)"
"""By the annotators' numbers in the file names of the public corpus. Five of them on average agree with the
sixth at .79. These articles differ half as much as all do."""
_FITTED = "fitted on the train part; the reported part was never looked at"


@dataclass(frozen=True, slots=True)
class _Read:
    """What one article gives."""

    cues: Counts
    listed: Counts
    sources: Counts
    words: Counts
    everything: Counts
    quotes: Counts
    n_words: int
    rate: float
    marked_rate: float
    quote_rate: float


def check_attributions(folder: Path) -> tuple[Found, ...]:
    """Cues, attributed words, sources, attributions per 100 words: PolNeAR, the reported part."""
    read = [_read(row) for row in read_rows(folder, "feature/attribution_polnear_dev")]
    n = len(read)
    cues = measure_counts([r.cues for r in read], f1)
    listed = measure_counts([r.listed for r in read], f1)
    words = measure_counts([r.words for r in read], f1)
    everything = measure_counts([r.everything for r in read], f1)
    quotes = measure_counts([r.quotes for r in read], f1)
    sources = measure_counts([r.sources for r in read], f1)
    marked = [r.marked_rate for r in read]
    rates = measure_correlation([r.rate for r in read], marked, ranks=True)
    marks = measure_correlation([r.quote_rate for r in read], marked, ranks=True)
    length = measure_correlation([r.n_words for r in read], marked, ranks=True)
    return (
        Found(n, cues.value, cues.low, cues.high, words=listed.value, note=_FITTED),
        Found(
            n,
            words.value,
            words.low,
            words.high,
            trivial=everything.value,
            words=quotes.value,
            note=f"{_FITTED}; trivial: all text; list: what stands between quotation marks",
        ),
        Found(n, sources.value, sources.low, sources.high, note=_FITTED),
        Found(
            n,
            rates.value,
            rates.low,
            rates.high,
            trivial=length.value,
            words=marks.value,
            note="ours: sum of the probabilities of all cues, vague sources and nested ones included, as the "
            f"annotators counted; {_PEOPLE}; trivial: number of words; list: quotation marks per 100 words",
        ),
    )


def check_hidden_verbs(folder: Path) -> tuple[Found, ...]:
    """Attribution verbs whose lemma no fit saw, in the fitting part."""
    return (measure_hidden("attribution", read_attributions(folder), rounds=1),)


def _read(row: dict[str, Any]) -> _Read:
    """Counts of one article, without its title: its text holds the headline, which annotators marked."""
    doc = parse(Article(row["id"], row["text"]))
    cues, sources, contents = (choose_spans(row, label) for label in ("Cue", "Source", "Content"))
    found = find_attributions(doc)
    said = [span for item in found for span in item.contents] + list(doc.quotations)
    given = [item.source for item in found if item.source is not None]
    words = max(1, len(doc.forms))
    return _Read(
        cues=count_overlaps([item.cue for item in found], cues),
        listed=count_overlaps(_listed(doc), cues),
        sources=count_overlaps(given, sources),
        words=count_characters(said, contents, text=doc.text),
        everything=count_characters([(0, len(doc.text))], contents, text=doc.text),
        quotes=count_characters(doc.quotations, contents, text=doc.text),
        n_words=len(doc.forms),
        rate=100 * expect_attributions(doc) / words,
        marked_rate=100 * len(cues) / words,
        quote_rate=100 * len(doc.quotations) / words,
    )


def _listed(doc: Document) -> list[Span]:
    """Every candidate of the word list."""
    return [(doc.starts[c.first], doc.ends[c.last - 1]) for c in find_candidates(doc)["attribution"]]
