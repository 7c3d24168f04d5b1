"""Sourcing: how much of the article is handed to sources, and whether a reader learns who they are."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence

from scoring.article import Evidence, Span
from scoring.attributions import Attribution
from scoring.document import Document
from scoring.extractors.figures import find_figures
from scoring.extractors.links import find_links
from scoring.extractors.measure import Extractor, Measure, per_hundred, share
from scoring.extractors.sourcing_columns import COLUMNS
from scoring.extractors.sourcing_reports import KNOWN, find_reports, measure_spread, measure_types
from scoring.extractors.studies import find_vague_evidence
from scoring.extractors.unbacked import list_unbacked
from scoring.extractors.voices import covers, merge_spans

STUDY_PRECISION = 0.93
"""79 of 85 hits in the corpora were judged right; most of the others were data of the matter at hand."""


def measure_sourcing(doc: Document, *, min_probability: float | None = None) -> Measure:
    """Statements handed to sources, who the sources are, and what stands without one.

    The narrator ("I think") and people inside quotations are no sources of the article. Only sources
    that can be looked up or asked make an article better sourced: "experts say" adds to none of the
    measures that speak for it.
    """
    studies = find_vague_evidence(doc) if (min_probability or 0.0) <= STUDY_PRECISION else ()
    reports = find_reports(doc, studies, min_probability=min_probability)
    typed = [item for item in reports if item.source is not None]
    known = [item for item in typed if item.source_type in KNOWN]
    cues = [Evidence(*item.cue, "sourcing", "attribution", round(item.probability, 4)) for item in reports]
    contents = merge_spans(span for item in known for span in item.contents)
    values = {
        "sourcing_attribution_rate": per_hundred(len(known), doc),
        "sourcing_quote_share": share(sum(map(doc.words_in, doc.quotations)), doc.n_words),
        "sourcing_unnamed_rate": per_hundred(len(typed) - len(known), doc),
        "sourcing_attributed_share": share(sum(map(doc.words_in, contents)), doc.n_words),
        "sourcing_vague_evidence_rate": per_hundred(len(studies), doc),
        **measure_types(typed),
        **measure_spread(doc, typed),
        **_measure_figures(doc, typed),
        "sourcing_link_rate": _measure_links(doc),
    }
    shown = (*_show_sources(typed, studies), *_show_contents(doc, known), *_show_quotes(doc))
    return Measure({column.name: values[column.name] for column in COLUMNS}, (*cues, *shown))


def _measure_figures(doc: Document, typed: Sequence[Attribution]) -> dict[str, float]:
    """Figures inside quotations, posts, attributed statements and sentences with a source, and the others.

    What is handed to vague or anonymous sources is not sourced: nobody could be asked for the number.
    """
    figures = find_figures(doc)
    known = [item for item in typed if item.source_type in KNOWN]
    sentences = {doc.sentence_of[doc.token_at(item.cue[0])] for item in known}
    spans = merge_spans([*doc.spoken, *(span for item in known for span in item.contents)])
    vague = list_unbacked(doc) - sentences
    told = [at for at in figures if doc.sentence_of[at] not in vague]
    sourced = sum(doc.sentence_of[at] in sentences or covers(spans, doc.starts[at]) for at in told)
    return {
        "sourcing_sourced_figure_share": share(sourced, len(figures)),
        "sourcing_unsourced_figure_rate": per_hundred(len(figures) - sourced, doc),
    }


def _measure_links(doc: Document) -> float:
    links = find_links(doc)
    return math.nan if links is None else per_hundred(len(links), doc)


def _show_sources(items: Sequence[Attribution], studies: Sequence[Span]) -> list[Evidence]:
    """Each source once; studies without a name that no attribution shows stand beside them."""
    seen: dict[Span, Evidence] = {}
    for item in items:
        if item.source is not None:
            probability, kind = round(item.probability, 4), item.source_type
            seen.setdefault(
                item.source, Evidence(*item.source, "sourcing", "source", probability, "outlet", kind)
            )
    shown = merge_spans(seen)
    for span in studies:
        if not covers(shown, span[0]) and not covers(shown, span[1] - 1):
            seen[span] = Evidence(*span, "sourcing", "source", STUDY_PRECISION, "outlet", "vague")
    return list(seen.values())


def _show_contents(doc: Document, items: list[Attribution]) -> list[Evidence]:
    found = {}
    for item in items:
        for start, end in item.contents:
            probability, voice = round(item.probability, 4), doc.voice_at(start)
            found[(start, end)] = Evidence(start, end, "sourcing", "content", probability, voice)
    return list(found.values())


def _show_quotes(doc: Document) -> list[Evidence]:
    starts = [start for start, _ in doc.sentences]
    kept = []
    for start, end in doc.quotations:
        sentence = bisect_right(starts, start) - 1
        if sentence >= 0 and doc.counted[sentence]:
            kept.append(Evidence(start, end, "sourcing", "quote", 1.0, "quoted"))
    return kept


EXTRACTOR = Extractor("sourcing", COLUMNS, "sourcing_attribution_rate", measure_sourcing)
