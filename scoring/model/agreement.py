"""Articles with labels and values, and statistics of both with 90 % intervals by drawing outlets again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray
from scipy.stats import rankdata

T = TypeVar("T")
Floats = NDArray[np.float64]
Truths = NDArray[np.bool_]
Statistic = Callable[[Floats], Floats]
"""From weights of the articles, a row a draw, to one number or several a draw; NaN where undefined."""

DRAWS = 1000
LEVELS = (0.05, 0.95)
MIDDLE = 50.0
"""Labels from here on count as labelled where a yes or no is needed, as in training."""
FEWEST_GROUPS = 3
"""With fewer groups to draw from there is no interval."""
CHUNK = 2_000_000
"""Weights in memory at once: 16 MB."""


@dataclass(frozen=True, slots=True)
class Cases:
    """Articles that carry a label for one target, in parallel.

    Attributes
    ----------
    ids, texts : sequence of str
    outlets, events : sequence of str or None
    words, values, labels : ndarray
        Word count, the model's value (that of withheld articles too) and the mean label, both 0-100.
    is_scored : ndarray of bool
        False for withheld articles.
    """

    ids: Sequence[str]
    texts: Sequence[str]
    outlets: Sequence[str | None]
    events: Sequence[str | None]
    words: Floats
    values: Floats
    labels: Floats
    is_scored: Truths

    @property
    def truth(self) -> Truths:
        """Whether the mean label is 50 or more."""
        return self.labels >= MIDDLE

    def take(self, kept: Truths) -> Cases:
        """The same for some of the articles."""
        return Cases(
            ids=_pick(self.ids, kept),
            texts=_pick(self.texts, kept),
            outlets=_pick(self.outlets, kept),
            events=_pick(self.events, kept),
            words=self.words[kept],
            values=self.values[kept],
            labels=self.labels[kept],
            is_scored=self.is_scored[kept],
        )


def _pick(items: Sequence[T], kept: Truths) -> list[T]:
    return [items[i] for i in np.flatnonzero(kept).tolist()]


@dataclass(frozen=True, slots=True)
class Estimate:
    """A figure with the ends of its 90 % interval; NaN where undefined."""

    value: float
    low: float
    high: float


UNKNOWN = Estimate(np.nan, np.nan, np.nan)


def name_groups(cases: Cases) -> tuple[str, list[str]]:
    """What stands together when articles are drawn again: the outlet, else the event, else the article.

    Where all articles are of one outlet, their events are drawn.
    """
    parts = list(zip(cases.outlets, cases.events, cases.ids, strict=True))
    options = (
        ("outlet", any(cases.outlets), [outlet or event or own for outlet, event, own in parts]),
        ("event", any(cases.events), [event or own for _, event, own in parts]),
    )
    for unit, is_known, names in options:
        if is_known and len(set(names)) > 1:
            return unit, names
    return "article", list(cases.ids)


def estimate(statistic: Statistic, groups: Sequence[str], *, seed: int = 0) -> list[Estimate]:
    """Each number of a statistic, with its interval from whole groups drawn with replacement.

    Parameters
    ----------
    statistic : callable
        From weights of shape (draws, articles) to values of shape (draws,) or (draws, k).
    groups : sequence of str
        The group of each article.

    Returns
    -------
    list of Estimate
        k of them. Ends are NaN with fewer than three groups, where the statistic is undefined in more
        than half of the draws, and where every draw gives the same: that is no certainty.

    Examples
    --------
    >>> total = lambda weights: weights @ np.array([1.0, 2.0])
    >>> estimate(total, ["a", "b"])
    [Estimate(value=3.0, low=nan, high=nan)]
    """
    names, place = np.unique(np.asarray(groups, dtype=object), return_inverse=True)
    with np.errstate(invalid="ignore", divide="ignore"):
        value = np.reshape(statistic(np.ones((1, len(place)))), (1, -1))[0]
        if len(names) < FEWEST_GROUPS:
            return [Estimate(float(one), np.nan, np.nan) for one in value]
        drawn = [statistic(counts[:, place]) for counts in draw_counts(len(names), len(place), seed=seed)]
    table = np.concatenate([np.reshape(part, (len(part), -1)) for part in drawn])
    return [_between(float(one), column) for one, column in zip(value, table.T, strict=True)]


def draw_counts(groups: int, articles: int, *, seed: int) -> Iterator[Floats]:
    """How often each group is drawn, a row a draw, in chunks whose article weights fit in memory."""
    random = np.random.default_rng(seed)
    step = max(1, CHUNK // max(1, articles))
    for first in range(0, DRAWS, step):
        rows = min(step, DRAWS - first)
        places = random.integers(groups, size=(rows, groups)) + groups * np.arange(rows)[:, None]
        yield np.bincount(places.ravel(), minlength=rows * groups).reshape(rows, groups).astype(np.float64)


def _between(value: float, drawn: Floats) -> Estimate:
    known = drawn[np.isfinite(drawn)]
    if not np.isfinite(value) or 2 * len(known) < len(drawn):
        return Estimate(value, np.nan, np.nan)
    low, high = np.quantile(known, LEVELS).tolist()
    return Estimate(value, low, high) if low < high else Estimate(value, np.nan, np.nan)


def auc(truth: Truths, values: Floats) -> Statistic:
    """Area under the ROC curve: how often a labelled article lies above another, ties counted half.

    Examples
    --------
    >>> auc(np.array([True, False, True]), np.array([2.0, 1.0, 1.0]))(np.ones((1, 3))).tolist()
    [0.75]
    """
    order = np.argsort(values, kind="stable")
    ordered = values[order]
    starts = np.flatnonzero(np.r_[True, ordered[1:] != ordered[:-1]])

    def statistic(weights: Floats) -> Floats:
        placed = weights[:, order]
        positive = np.add.reduceat(placed * truth[order], starts, axis=1)
        negative = np.add.reduceat(placed * ~truth[order], starts, axis=1)
        below = np.cumsum(negative, axis=1) - negative / 2
        return np.asarray((positive * below).sum(axis=1) / (positive.sum(axis=1) * negative.sum(axis=1)))

    return statistic


def correlation(one: Floats, other: Floats) -> Statistic:
    """Pearson's correlation; NaN where either does not vary."""
    x, y = one - one.mean(), other - other.mean()
    parts = np.column_stack([x, y, x * x, y * y, x * y])

    def statistic(weights: Floats) -> Floats:
        mx, my, xx, yy, xy = (weights @ parts / weights.sum(axis=1, keepdims=True)).T
        across, along = xx - mx * mx, yy - my * my
        varies = (across > 1e-9 * xx.max()) & (along > 1e-9 * yy.max())
        return np.where(varies, (xy - mx * my) / np.sqrt(np.where(varies, across * along, 1.0)), np.nan)

    return statistic


def rank_correlation(one: Floats, other: Floats) -> Statistic:
    """Spearman's correlation; draws keep the ranks among all articles."""
    return correlation(rankdata(one), rankdata(other))


def mean(values: Floats) -> Statistic:
    """The mean."""
    return lambda weights: np.asarray(weights @ values / weights.sum(axis=1))


def shares(places: NDArray[np.int64], labels: Floats) -> Statistic:
    """Per bin the share of the label in percent, for an even mix of its two classes.

    Parameters
    ----------
    places : ndarray of int
        The bin of each article, 0 to k - 1.
    labels : ndarray
        In [0, 1]: how much of the article counts as labelled.
    """
    inside = np.eye(int(places.max()) + 1)[places]

    def statistic(weights: Floats) -> Floats:
        positive, negative = (weights * labels) @ inside, (weights * (1 - labels)) @ inside
        positive = positive / positive.sum(axis=1, keepdims=True)
        negative = negative / negative.sum(axis=1, keepdims=True)
        return np.asarray(100 * positive / (positive + negative))

    return statistic


def distance_of_constant(labels: Floats) -> float:
    """Mean distance of the labels from the constant that is nearest to them: their median."""
    return float(np.abs(labels - np.median(labels)).mean()) if len(labels) else float("nan")


def measure_apart(given: Mapping[str, Mapping[str, float]]) -> float:
    """Mean distance between two annotators of one article; NaN where none has two.

    Examples
    --------
    >>> measure_apart({"a": {"x": 10.0, "y": 30.0}, "b": {"x": 90.0}})
    20.0
    """
    each = [
        np.mean([abs(one - other) for one, other in combinations(labels.values(), 2)])
        for labels in given.values()
        if len(labels) > 1
    ]
    return float(np.mean(each)) if each else float("nan")


def count_thirds(cases: Cases) -> tuple[tuple[int, ...], ...]:
    """Articles by third of the scale: a row for each third of the label, a column for each of the value."""
    table = np.zeros((3, 3), dtype=int)
    rows, columns = (np.minimum(2, (3 * part / 100).astype(int)) for part in (cases.labels, cases.values))
    np.add.at(table, (rows, columns), 1)
    return tuple(tuple(row) for row in table.tolist())
