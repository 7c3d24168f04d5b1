"""Article corpora as numbers: their measures, labels and groups, and the everyday words of their voices."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.extractors import COLUMNS
from scoring.extractors.everyday import Everyday
from scoring.features import features
from scoring.model.corpora import read_articles_of, registered_domain
from scoring.model.examples import Examples
from scoring.model.manner import count_everyday_words
from scoring.model.preparing import WORDS, Floats, score_columns
from scoring.model.seen import digest_article
from scoring.model.tasks import HEALTH, HORNE, SEMEVAL, WEBIS
from scoring.model.uses import encode

Truth = Callable[[dict[str, Any]], float]
TRUTHS: Mapping[str, Truth] = {
    SEMEVAL: lambda row: float(row["bias"] == "high"),
    WEBIS: lambda row: float(row["orientation"] != "mainstream"),
    HORNE: lambda row: {"high": 1.0, "low": 0.0}.get(row["quality"] or "", float("nan")),
    HEALTH: lambda row: float(row["kind"] == "news_story"),
}
"""Labelled corpus to the label of a record: biased, partisan, credible, news story; NaN for none."""


@dataclass(frozen=True, slots=True)
class Corpus:
    """One article corpus as numbers: measures, records without their text, groups, everyday words."""

    name: str
    table: Floats
    rows: Sequence[dict[str, Any]]
    groups: Sequence[str]
    counts: Sequence[Everyday]


def measure_corpus(folder: Path, name: str, *, jobs: int) -> Corpus:
    """Measures of every article of a corpus; no text is kept."""
    pairs = list(read_articles_of(folder, f"article/{name}"))
    articles = [article for article, _ in pairs]
    rows = [
        {**{key: row[key] for key in row if key not in ("text", "title")}, "seen": digest_article(article)}
        for article, row in pairs
    ]
    groups = [registered_domain(row.get("outlet"), row.get("url")) or str(row["id"]) for row in rows]
    table = features(articles, n_jobs=jobs).to_numpy()
    return Corpus(name, table, rows, groups, count_everyday_words(articles, jobs=jobs))


def adopt_groups(corpus: Corpus, owner: Corpus) -> Corpus:
    """The corpus with the domains that `owner` files under one of its outlets in that outlet's group."""
    outlet_of = {registered_domain(None, row.get("url")): str(row["outlet"]) for row in owner.rows}
    return replace(corpus, groups=[outlet_of.get(group, group) for group in corpus.groups])


def list_labelled(corpus: Corpus, truth: Truth) -> NDArray[np.int64]:
    """Row numbers of the articles that have words and a label."""
    labels = np.array([truth(row) for row in corpus.rows])
    return np.flatnonzero(~np.isnan(labels) & (corpus.table[:, COLUMNS.index(WORDS)] > 0))


def label(corpus: Corpus, truth: Truth, vocabulary: Sequence[str]) -> Examples:
    """Examples of one corpus with their uses of the words; articles without words or label are left out."""
    kept, columns = list_labelled(corpus, truth), score_columns()
    places = np.array([COLUMNS.index(name) for name in columns])
    return Examples(
        columns,
        corpus.table[np.ix_(kept, places)],
        corpus.table[kept, COLUMNS.index(WORDS)],
        np.array([truth(corpus.rows[i]) for i in kept]),
        np.array(corpus.groups)[kept],
        np.full(len(kept), corpus.name),
        encode([corpus.counts[i] for i in kept], vocabulary),
    )
