"""How each measure is distributed over articles, and which measures tell nothing of their own."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import pandas as pd

from scoring.article import Article
from scoring.extractors import COLUMNS
from scoring.features import features
from scoring.model.corpora import has_rows, read_articles_of
from scoring.own_lexicon import OwnLexicon

CORPORA = ("events_allsides", "kind_fakehealth")
GIVEN = "articles given"
LENGTH = "language_word_count"
TOO_CLOSE = 0.95
FEWEST = 30
"""Articles with both columns defined from which a correlation is stated."""


_POINTS = {"p5": 0.05, "p25": 0.25, "median": 0.5, "p75": 0.75, "p95": 0.95}
_SHARES = ("nan_share", "above_zero_share")
SUMMARY = ("column", "corpus", "n", *_SHARES, *_POINTS, "nearest", "rho", "rho_length")
"""Columns of the summary."""


@dataclass(frozen=True, slots=True)
class Measured:
    """The tables of measures by corpus, one row an article."""

    tables: Mapping[str, pd.DataFrame]

    @property
    def summary(self) -> pd.DataFrame:
        """One row a column and corpus: see `summarise`."""
        if not self.tables:
            return pd.DataFrame(columns=list(SUMMARY))
        parts = [summarise(table, corpus) for corpus, table in self.tables.items()]
        whole = pd.concat(parts, ignore_index=True)
        order = {name: place for place, name in enumerate(COLUMNS)}
        return whole.sort_values(
            "column", key=lambda names: names.map(order), kind="stable", ignore_index=True
        )


def measure_corpora(
    folder: Path, articles: Iterable[Article] = (), *, jobs: int = 1, lexicon: OwnLexicon | None = None
) -> Measured:
    """Measure the two corpora of whole articles and the articles given, if any, these with the lexicon."""
    tables = {}
    for name in CORPORA:
        if has_rows(folder, f"article/{name}"):
            found = (article for article, _ in read_articles_of(folder, f"article/{name}"))
            tables[name] = features(found, n_jobs=jobs)
    given = features(articles, n_jobs=jobs, lexicon=lexicon)
    return Measured({**tables, GIVEN: given} if len(given) else tables)


def summarise(table: pd.DataFrame, corpus: str) -> pd.DataFrame:
    """Distribution of each column, and the other column that it goes with most.

    Returns
    -------
    pandas.DataFrame
        column, corpus, n, nan_share, above_zero_share (of the defined), p5, p25, median, p75, p95,
        nearest, rho, rho_length. Correlations are Spearman's, over articles where both are defined;
        NaN with fewer than 30 of them.
    """
    rho = table.corr(method="spearman", min_periods=FEWEST)
    rows = []
    for name in table.columns:
        known = table[name].dropna().to_numpy()
        points = np.quantile(known, list(_POINTS.values())) if len(known) else [math.nan] * len(_POINTS)
        nearest, value = _nearest(rho[name], name)
        rows.append(
            {
                "column": name,
                "corpus": corpus,
                "n": len(table),
                "nan_share": float(table[name].isna().mean()),
                "above_zero_share": float((known > 0).mean()) if len(known) else math.nan,
                **dict(zip(_POINTS, map(float, points), strict=True)),
                "nearest": nearest,
                "rho": value,
                "rho_length": float(rho[name].get(LENGTH, math.nan)) if name != LENGTH else math.nan,
            }
        )
    return pd.DataFrame(rows, columns=list(SUMMARY))


def _nearest(rho: pd.Series[float], name: str) -> tuple[str, float]:
    """The other column with the largest correlation by size."""
    others = rho.drop(labels=[name]).dropna()
    if others.empty:
        return "", math.nan
    nearest = str(others.abs().idxmax())
    return nearest, float(others[nearest])


def find_problems(measured: Measured) -> list[dict[str, str | float]]:
    """Columns that are constant in every large corpus, or nearly a copy of another or of length."""
    large = {name: table for name, table in measured.tables.items() if len(table) >= FEWEST}
    problems: list[dict[str, str | float]] = []
    if not large:
        return problems
    for column in COLUMNS:
        if all(table[column].nunique(dropna=True) < 2 for table in large.values()):
            problems.append(
                {"column": column, "problem": "constant", "corpus": "all", "other": "", "rho": 0.0}
            )
    for corpus, table in large.items():
        rho = table.corr(method="spearman", min_periods=FEWEST).to_numpy()
        close = np.argwhere(np.triu(np.abs(rho) > TOO_CLOSE, k=1))
        for i, j in close:
            one, two, value = table.columns[i], table.columns[j], round(float(rho[i, j]), 4)
            problem = "goes with length" if LENGTH in (one, two) else "nearly a copy"
            column, other = (two, one) if one == LENGTH else (one, two)
            problems.append(
                {"column": column, "problem": problem, "corpus": corpus, "other": other, "rho": value}
            )
    return problems
