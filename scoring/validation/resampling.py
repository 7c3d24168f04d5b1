"""Figures of agreement with 90 % intervals by bootstrap over documents, all draws at once."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.stats import rankdata

from scoring.model.agreement import DRAWS, LEVELS, UNKNOWN, Estimate, draw_counts
from scoring.model.agreement import auc as weighted_auc

Floats = NDArray[np.float64]
SEED = 0


def between(value: float, drawn: Floats) -> Estimate:
    """The figure with the 5th and 95th percentile of the draws in which it is defined."""
    known = drawn[np.isfinite(drawn)]
    if not len(known):
        return Estimate(value, np.nan, np.nan)
    low, high = np.quantile(known, LEVELS)
    return Estimate(value, float(low), float(high))


def measure_counts(counts: ArrayLike, statistic: Callable[[Floats], Floats]) -> Estimate:
    """A statistic of sums over documents.

    Parameters
    ----------
    counts : array-like, shape (documents, k)
    statistic : callable
        From sums of shape (..., k) to values of shape (...), such as `f1`.
    """
    table = np.asarray(counts, dtype=np.float64)
    if not len(table):
        return UNKNOWN
    with np.errstate(invalid="ignore", divide="ignore"):
        value = float(statistic(table.sum(axis=0)))
        drawn = [statistic(weights @ table) for weights in draw_counts(len(table), len(table), seed=SEED)]
    return between(value, np.concatenate(drawn))


def f1(sums: Floats) -> Floats:
    """F1 of sums (found and right, found, marked and reached, marked) along the last axis.

    Examples
    --------
    >>> float(f1(np.array([3.0, 4.0, 3.0, 6.0])))
    0.6
    """
    right, found, reached, marked = np.moveaxis(np.asarray(sums), -1, 0)
    precision, recall = right / found, reached / marked
    both = 2 * precision * recall / (precision + recall)
    return np.where((right == 0) & (marked > 0), 0.0, both)


def macro_f1(sums: Floats) -> Floats:
    """Mean F1 over classes, of sums (right, given, wanted) a class, flat along the last axis.

    Examples
    --------
    >>> float(macro_f1(np.array([1.0, 2.0, 1.0, 1.0, 1.0, 2.0])))
    0.6666666666666666
    """
    table = np.asarray(sums)
    right, given, wanted = np.moveaxis(table.reshape(*table.shape[:-1], -1, 3), -1, 0)
    total = given + wanted
    return np.asarray(np.where(total > 0, 2 * right / np.where(total > 0, total, 1), 0.0).mean(axis=-1))


def mean(sums: Floats) -> Floats:
    """Share of sums (hits, cases) along the last axis."""
    return np.asarray(sums[..., 0] / sums[..., 1])


def count_truths(said: ArrayLike, truth: ArrayLike) -> Floats:
    """Counts for `f1` of a yes or no a document.

    Examples
    --------
    >>> count_truths([True, True], [True, False]).tolist()
    [[1.0, 1.0, 1.0, 1.0], [0.0, 1.0, 0.0, 0.0]]
    """
    given, wanted = np.asarray(said, dtype=bool), np.asarray(truth, dtype=bool)
    return np.column_stack([given & wanted, given, given & wanted, wanted]).astype(np.float64)


def count_classes(said: Sequence[str], truth: Sequence[str]) -> Floats:
    """Counts for `macro_f1` of a class a document; the classes are those of `truth`."""
    given, wanted = np.array(said), np.array(truth)
    parts = [(given == c, wanted == c) for c in sorted(set(truth))]
    return np.column_stack([part for a, b in parts for part in (a & b, a, b)]).astype(np.float64)


def auc(scores: ArrayLike, truth: ArrayLike) -> float:
    """Probability that a positive scores above a negative, ties half; NaN without both.

    Examples
    --------
    >>> auc([0.1, 0.5, 0.5, 0.9], [False, False, True, True])
    0.875
    """
    return float(_weigh(scores, truth)(np.ones((1, np.size(scores))))[0])


def length_auc(lengths: ArrayLike, truth: ArrayLike) -> float:
    """AUC of length alone, in whichever direction is better."""
    value = auc(lengths, truth)
    return max(value, 1 - value)


def measure_auc(scores: ArrayLike, truth: ArrayLike) -> Estimate:
    """AUC with its interval over rows."""
    n = np.size(scores)
    drawn = [*map(_weigh(scores, truth), draw_counts(n, n, seed=SEED))]
    return between(auc(scores, truth), np.concatenate(drawn))


def measure_gain(scores: ArrayLike, others: ArrayLike, truth: ArrayLike) -> Estimate:
    """Difference of two AUCs on the same rows, drawn together."""
    one, two, n = _weigh(scores, truth), _weigh(others, truth), np.size(scores)
    drawn = [one(weights) - two(weights) for weights in draw_counts(n, n, seed=SEED)]
    return between(auc(scores, truth) - auc(others, truth), np.concatenate(drawn))


def _weigh(scores: ArrayLike, truth: ArrayLike) -> Callable[[Floats], Floats]:
    """AUC from weights of the rows, a draw a line; NaN without rows of both kinds."""
    weigh = weighted_auc(np.asarray(truth, dtype=bool), np.asarray(scores, dtype=np.float64))

    def statistic(weights: Floats) -> Floats:
        with np.errstate(invalid="ignore"):
            return weigh(weights) if weights.shape[1] else np.full(len(weights), np.nan)

    return statistic


def measure_correlation(x: ArrayLike, y: ArrayLike, *, ranks: bool = False) -> Estimate:
    """Pearson's correlation, or Spearman's with `ranks`; pairs with NaN are left out."""
    one, two = np.asarray(x, dtype=np.float64), np.asarray(y, dtype=np.float64)
    known = np.isfinite(one) & np.isfinite(two)
    one, two = one[known], two[known]
    if len(one) < 3:
        return UNKNOWN
    places = np.random.default_rng(SEED).integers(len(one), size=(DRAWS, len(one)))
    drawn = _correlate(one[places], two[places], ranks=ranks)
    return between(float(_correlate(one[None], two[None], ranks=ranks)[0]), drawn)


def _correlate(x: Floats, y: Floats, *, ranks: bool) -> Floats:
    """Correlation of each row of `x` with that of `y`."""
    if ranks:
        x, y = rankdata(x, axis=1), rankdata(y, axis=1)
    x, y = x - x.mean(axis=1, keepdims=True), y - y.mean(axis=1, keepdims=True)
    with np.errstate(invalid="ignore"):
        return np.asarray((x * y).sum(axis=1) / np.sqrt((x**2).sum(axis=1) * (y**2).sum(axis=1)))
