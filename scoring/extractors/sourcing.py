"""Sourcing: how much of the article is handed to sources, and whether a reader learns who they are."""

from __future__ import annotations

from bisect import bisect_right

from scoring.article import Evidence
from scoring.attributions import Attribution, find_attributions
from scoring.document import Document, fold
from scoring.extractors.measure import Column, Extractor, Measure, rate, share

_NARRATORS = frozenset("i we you i've i'm we've we're".split())
_IDENTIFIED = frozenset({"named", "document"})
_UNNAMED = frozenset({"anonymous", "vague"})


def measure_sourcing(doc: Document, *, min_probability: float | None = None) -> Measure:
    """Attributions per 100 words, quoted words, and who the sources are.

    The narrator ("I think") and people inside quotations are no sources of the article.
    """
    reports = [a for a in find_attributions(doc, min_probability=min_probability) if _is_report(doc, a)]
    typed = [a for a in reports if a.source is not None]
    quoted = sum(doc.words_in(span) for span in doc.quotations)
    cues = [Evidence(*a.cue, "sourcing", "attribution", round(a.probability, 4)) for a in reports]
    unnamed = (cue for cue, a in zip(cues, reports, strict=True) if a.source and a.source_type in _UNNAMED)
    values = {
        "sourcing_attribution_rate": rate(cues, doc),
        "sourcing_quote_share": share(quoted, doc.n_words),
        "sourcing_identified_share": share(sum(a.source_type in _IDENTIFIED for a in typed), len(typed)),
        "sourcing_unnamed_rate": rate(unnamed, doc),
    }
    return Measure(values, (*cues, *_show_sources(typed), *_show_contents(doc, reports), *_show_quotes(doc)))


def _is_report(doc: Document, item: Attribution) -> bool:
    if doc.voice_at(item.cue[0]) == "quoted":
        return False
    return item.source is None or fold(doc.text[slice(*item.source)]) not in _NARRATORS


def _show_sources(items: list[Attribution]) -> list[Evidence]:
    seen: dict[tuple[int, int], Evidence] = {}
    for item in items:
        if item.source is not None:
            shown = Evidence(
                *item.source, "sourcing", "source", round(item.probability, 4), "outlet", item.source_type
            )
            seen.setdefault(item.source, shown)
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


COLUMNS = (
    Column(
        "sourcing_attribution_rate",
        "attributions",
        "Statements, questions and states of mind handed to a source, by their cues (said, believes).",
        "Pareti (2015) on source, cue and content; cues judged as PolNeAR's annotators did.",
        "Cues written as nouns ('his view') are found less often than verbs.",
        ("attribution",),
        "hands more statements to sources",
        "hands fewer statements to sources",
    ),
    Column(
        "sourcing_quote_share",
        "words in quotation marks",
        "Share of words between quotation marks.",
        "Typography.",
        "Titles of works and scare quotes count as quotations.",
        ("quote",),
        "gives more of its words to direct quotation",
        "gives fewer of its words to direct quotation",
    ),
    Column(
        "sourcing_identified_share",
        "identified sources",
        "Share of attributions whose source is a name or a named document, of those that show a source.",
        "Source types as in newsroom standards on named and anonymous sources.",
        "A body ('OpenAI') counts as named; pronouns take the type of the source before them.",
        ("source",),
        "says more often who its sources are",
        "says less often who its sources are",
    ),
    Column(
        "sourcing_unnamed_rate",
        "unnamed or vague sources",
        "Statements handed to insiders, experts, reports or critics without a name.",
        "As above.",
        "Groups named only by office ('police') count as role, not as vague.",
        ("source",),
        "hands more statements to unnamed or vague sources",
        "hands fewer statements to unnamed or vague sources",
    ),
)
EXTRACTOR = Extractor("sourcing", COLUMNS, "sourcing_attribution_rate", measure_sourcing)
