"""From one row an article to one `Group` an outlet: its clusters and their resampled means."""

from __future__ import annotations

import zlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

from scoring.outlets.resampling import RESAMPLES, Array, draw_means


@dataclass(frozen=True, slots=True)
class Group:
    """One outlet's articles, gathered by event.

    Attributes
    ----------
    name : str
    codes : ndarray of int, shape (clusters,)
        The event of each cluster; an article without one has a code that no other group has.
    named : ndarray of bool, shape (clusters,)
        Whether the cluster is an event, not a single article without one.
    sums, counts : ndarray, shape (clusters, measures)
        Of the articles' values; a count is 0 where the event has none.
    draws : ndarray, shape (measures, RESAMPLES)
        Resampled means; NaN where fewer than two clusters have a value.
    """

    name: str
    codes: npt.NDArray[np.int64]
    named: npt.NDArray[np.bool_]
    sums: Array
    counts: Array
    draws: Array

    @property
    def n(self) -> npt.NDArray[np.int64]:
        """Articles with a value, per measure."""
        articles: npt.NDArray[np.int64] = self.counts.sum(axis=0).astype(np.int64)
        return articles

    @property
    def clusters(self) -> npt.NDArray[np.int64]:
        """Clusters with a value, per measure."""
        clusters: npt.NDArray[np.int64] = (self.counts > 0).sum(axis=0)
        return clusters

    @property
    def mean(self) -> Array:
        """Mean over articles, per measure; NaN without any."""
        return divide(self.sums.sum(axis=0), self.counts.sum(axis=0))

    @property
    def cluster_means(self) -> Array:
        """Mean of each cluster, shape (clusters, measures); NaN without any article."""
        return divide(self.sums, self.counts)


def divide(sums: Array, counts: Array) -> Array:
    """Return the means; NaN where there is nothing to divide by."""
    means: Array = np.divide(sums, counts, out=np.full(sums.shape, np.nan), where=counts > 0)
    return means


def gather_groups(articles: pd.DataFrame, measures: Sequence[str], *, by: str, seed: int) -> list[Group]:
    """Gather the articles of each outlet, sorted by name.

    Parameters
    ----------
    articles : pandas.DataFrame
        One row an article; the `by` column holds a text in every row.
    measures : sequence of str
        Numeric columns.
    by : str
    seed : int
        The draws of an outlet depend on it, its name and its articles, on no other outlet.
    """
    values = articles[list(measures)].to_numpy(dtype=float, na_value=np.nan)
    values = np.where(np.isfinite(values), values, np.nan)
    codes, named = code_clusters(articles, by=by)
    names = articles[by].to_numpy(dtype=object)
    return [
        gather_group(str(name), codes[here], named[here], values[here], seed=seed)
        for name in sorted(set(names))
        for here in [names == name]
    ]


def code_clusters(articles: pd.DataFrame, *, by: str) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.bool_]]:
    """Number the event of each article, and say which have one.

    An article without an event gets a number of its own; so does every article when events are
    what is compared.
    """
    if by == "event" or "event" not in articles:
        return np.arange(len(articles)), np.zeros(len(articles), dtype=bool)
    events, _ = pd.factorize(blank_to_missing(articles["event"]), sort=True)
    named = events >= 0
    return np.where(named, events, len(articles) + np.arange(len(articles))), named


def blank_to_missing(texts: pd.Series) -> pd.Series:
    """Return texts, with None where a text is missing or blank."""
    kept = [None if pd.isna(text) or not str(text).strip() else whole_characters(text) for text in texts]
    return pd.Series(kept, index=texts.index, dtype=object)


def whole_characters(text: object) -> str:
    """Return a text that can be written as UTF-8: JSON may hold half of a surrogate pair."""
    return str(text).encode("utf-8", "replace").decode("utf-8")


def gather_group(
    name: str, codes: npt.NDArray[np.int64], named: npt.NDArray[np.bool_], values: Array, *, seed: int
) -> Group:
    """Add up one outlet's articles by cluster and resample the clusters."""
    unique, first, place = np.unique(codes, return_index=True, return_inverse=True)
    sums, counts = np.zeros((2, len(unique), values.shape[1]))
    np.add.at(sums, place, np.nan_to_num(values))
    np.add.at(counts, place, np.isfinite(values))
    mark = zlib.crc32(name.encode("utf-8"))
    return Group(name, unique, named[first], sums, counts, draw_group(sums, counts, seed=(seed, mark)))


def draw_group(sums: Array, counts: Array, *, seed: tuple[int, ...]) -> Array:
    """Resample, for each measure, the clusters that have a value for it; NaN with fewer than two."""
    draws = np.full((sums.shape[1], RESAMPLES), np.nan)
    patterns, place = np.unique(counts > 0, axis=1, return_inverse=True)
    for number, rows in enumerate(patterns.T):
        if rows.sum() >= 2:
            here = np.flatnonzero(place.ravel() == number)
            draws[here] = draw_means(sums[np.ix_(rows, here)], counts[np.ix_(rows, here)], seed=seed)
    return draws
