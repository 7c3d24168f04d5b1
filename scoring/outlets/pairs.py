"""Each pair of outlets: the difference, its interval, and how probable it is that the first is above."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import combinations

import numpy as np
import pandas as pd

from scoring.outlets.few_events import compare_few, expect_spread
from scoring.outlets.groups import Group
from scoring.outlets.resampling import ENOUGH, Array, draw_means, interval, probability_above

COLUMNS = ("a", "b", "measure", "difference", "low", "high", "probability", "shared_events")

PAIRED = 2
"""Shared events from which two outlets are compared within them: what both wrote on the same event."""

CHUNK = 1000
"""Columns resampled at once: bounds memory to 16 MB however many pairs there are."""


def compare_pairs(groups: Sequence[Group], measures: Sequence[str], *, seed: int) -> pd.DataFrame:
    """Compare each pair of outlets on each measure.

    With at least `PAIRED` shared events that have a value on both sides, the difference is the mean
    over shared events of (mean of A's articles - mean of B's); from `ENOUGH` of them on, events are
    resampled, below it `compare_few` says how sure it is. Otherwise it is the difference of the means
    over all articles, and the outlets' own draws are subtracted, which are independent.

    Returns
    -------
    pandas.DataFrame
        Columns `COLUMNS`; `difference` is a minus b; low, high (90 %) and probability are NaN when
        either side has one cluster.
    """
    pairs = list(combinations(groups, 2))
    found = np.full((4, len(pairs), len(measures)), np.nan)
    shared = np.zeros((len(pairs), len(measures)), dtype=np.int64)
    spreads = {group.name: expect_spread(group) for group in groups}
    waiting: dict[int, list[tuple[int, int, Array]]] = defaultdict(list)
    for row, (a, b) in enumerate(pairs):
        gaps = event_gaps(a, b)
        shared[row] = np.isfinite(gaps).sum(axis=0)
        apart = np.flatnonzero(shared[row] < PAIRED)
        found[:, row, apart] = compare_apart(a, b, apart)
        spread, clusters = spreads[a.name] + spreads[b.name], np.minimum(a.clusters, b.clusters)
        few = np.flatnonzero((shared[row] >= PAIRED) & (shared[row] < ENOUGH))
        found[:, row, few] = compare_few(gaps[:, few], spread[few], clusters[few])
        for column in np.flatnonzero(shared[row] >= ENOUGH):
            kept = gaps[np.isfinite(gaps[:, column]), column]
            waiting[len(kept)].append((row, int(column), kept))
    for size, cells in sorted(waiting.items()):
        for start in range(0, len(cells), CHUNK):
            fill_paired(found, cells[start : start + CHUNK], seed=(seed, size, start))
    return to_frame(pairs, measures, found, shared)


def event_gaps(a: Group, b: Group) -> Array:
    """Return A's mean less B's for each event both have, shape (shared events, measures)."""
    _, at_a, at_b = np.intersect1d(a.codes, b.codes, assume_unique=True, return_indices=True)
    gaps: Array = a.cluster_means[at_a] - b.cluster_means[at_b]
    return gaps


def compare_apart(a: Group, b: Group, columns: np.ndarray) -> Array:
    """Compare over all articles: difference, low, high and probability, shape (4, columns)."""
    difference = (a.mean - b.mean)[columns]
    draws = a.draws[columns] - b.draws[columns]
    clusters = np.minimum(a.clusters, b.clusters)[columns]
    return summarise(difference, draws, clusters)


def fill_paired(found: Array, cells: Sequence[tuple[int, int, Array]], *, seed: tuple[int, ...]) -> None:
    """Compare within shared events, for cells with the same number of them, and write into `found`."""
    gaps = np.column_stack([gap for _, _, gap in cells])
    draws = draw_means(gaps, np.ones_like(gaps), seed=seed)
    rows, columns = [row for row, _, _ in cells], [column for _, column, _ in cells]
    found[:, rows, columns] = summarise(gaps.mean(axis=0), draws, np.full(len(cells), len(gaps)))


def summarise(difference: Array, draws: Array, clusters: np.ndarray) -> Array:
    """Return difference, low, high (90 %) and probability, shape (4, columns)."""
    low, high = interval(difference, draws, clusters, 0.9)
    return np.stack([difference, low, high, probability_above(difference, draws, clusters)])


def to_frame(
    pairs: Sequence[tuple[Group, Group]], measures: Sequence[str], found: Array, shared: np.ndarray
) -> pd.DataFrame:
    """Lay the arrays out as one row a pair and measure."""
    wide = len(measures)
    columns: dict[str, object] = {
        "a": np.repeat(np.array([a.name for a, _ in pairs], dtype=object), wide),
        "b": np.repeat(np.array([b.name for _, b in pairs], dtype=object), wide),
        "measure": list(measures) * len(pairs),
    }
    columns |= dict(zip(COLUMNS[3:7], found.reshape(4, -1), strict=True))
    return pd.DataFrame(columns | {"shared_events": shared.ravel()}, columns=list(COLUMNS))
