"""Articles in, numbers out: the border after which no text flows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from scoring.article import Article, Evidence
from scoring.document import Document, parse
from scoring.extractors import COLUMNS, EXTRACTORS
from scoring.features.screening import find_flags, write_notes

if TYPE_CHECKING:
    import pandas

__all__ = ["Analysis", "analyse", "analyse_document", "features"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """Measures of one article (NaN where undefined), the evidence behind them, flags and notes."""

    features: dict[str, float]
    evidence: tuple[Evidence, ...]
    flags: tuple[str, ...]
    notes: tuple[str, ...]


def analyse(article: Article, *, min_probability: float | None = None) -> Analysis:
    """Measure one article.

    Parameters
    ----------
    article : Article
    min_probability : float, optional
        Least probability of a piece of evidence; 0.0 returns every candidate. The default is the
        threshold printed on each tagger's card.

    Returns
    -------
    Analysis
        `features` has one entry per column of the codebook, in its order.

    Examples
    --------
    >>> analysis = analyse(Article("a", "The bridge may close, officials said."))
    >>> analysis.features["language_word_count"]
    6.0
    """
    return analyse_document(parse(article), min_probability=min_probability)


def analyse_document(doc: Document, *, min_probability: float | None = None) -> Analysis:
    """The same for a document that is already parsed."""
    values: dict[str, float] = {}
    evidence = [Evidence(start, end, "cleaning", "boilerplate") for start, end in doc.boilerplate]
    for extractor in EXTRACTORS:
        measure = extractor.measure(doc, min_probability=min_probability)
        values.update(measure.values)
        evidence += measure.evidence
    evidence.sort(key=lambda e: (e.part, e.start, -e.end, e.family, e.kind))
    return Analysis(values, tuple(evidence), find_flags(doc), write_notes(doc))


def features(articles: Iterable[Article], *, n_jobs: int = 1) -> pandas.DataFrame:
    """One row per article, one column per measure.

    Parameters
    ----------
    articles : iterable of Article
    n_jobs : int
        Processes to use; -1 for all cores.

    Returns
    -------
    pandas.DataFrame
        Index: article id, in the order given. Columns: the codebook's, in its order. NaN where a
        measure is undefined.

    Examples
    --------
    >>> features([Article("a", "It rained.")]).loc["a", "hedging_hedge_rate"].item()
    0.0
    """
    import pandas as pd

    from scoring.features.parallel import map_items

    rows = list(map_items(measure_row, articles, n_jobs=n_jobs))
    index = pd.Index([identifier for identifier, _ in rows], name="id", dtype="object")
    return pd.DataFrame([row for _, row in rows], index=index, columns=list(COLUMNS), dtype="float64")


def measure_row(article: Article) -> tuple[str, tuple[float, ...]]:
    """Id and values of one article, in column order."""
    analysis = analyse(article)
    return article.id, tuple(analysis.features[name] for name in COLUMNS)
