"""A model: its scores, the reference articles it compares with, and the range it has seen."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from scoring.model.preparing import WORDS, Floats
from scoring.model.signs import HOUSE_STYLE
from scoring.model.target import Target

RANGE_MARGIN = 0.25
RANGE_COLUMNS = 2
"""An article is out of range if so many columns lie outside what training has seen by more than a
quarter of its width. Columns that never varied in training, house style that moves no score, and those of
the families below do not count."""
ENDS = ("value", "low", "high")
FAULTS = ("promotion_", "stuffing_")
"""Families of faults: there may be any amount of them, and the curves are flat beyond what was seen."""


@dataclass(frozen=True, slots=True)
class Prediction:
    """Scores of one article: per target value, low and high in percent, and points per column."""

    scores: Mapping[str, Mapping[str, float]]
    contributions: Mapping[str, Mapping[str, float]]
    outside: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference articles: column medians, and 101 quantiles per column for percentiles."""

    corpus: str
    articles: int
    medians: Mapping[str, float]
    quantiles: Mapping[str, Sequence[float]]

    def percentile(self, column: str, value: float) -> float:
        """Percent of the reference articles that have less of a column, ties halved; NaN where unknown.

        Examples
        --------
        >>> Reference("news", 4, {}, {"x_rate": [0.0, 1.0, 1.0, 2.0]}).percentile("x_rate", 1.0)
        50.0
        """
        grid = self.quantiles.get(column, ())
        if math.isnan(value) or not grid:
            return math.nan
        return 100 * (bisect_left(grid, value) + bisect_right(grid, value)) / 2 / len(grid)


@dataclass(frozen=True, slots=True)
class Model:
    """A fitted model as `load_model` gives it.

    Attributes
    ----------
    name, version : str
        Its folder's name when it was fitted, and the release that fitted it.
    columns : tuple of str
        What enters the scores, in order.
    targets : mapping of str to Target
        "quality" and/or "bias", or targets of the user's own.
    ranges : mapping of str to (low, high)
        Smallest and largest value of each column in training.
    digest : str
        First 16 hex digits of the SHA-256 of the model file.
    coverage : mapping of str to float
        How often each score's 90 % interval held the value of a fit on other outlets, in [0, 1]; a score
        whose test could not be made is missing.
    reference : Reference
        The articles that percentiles and contributions compare with.

    Examples
    --------
    >>> from scoring import load_model
    >>> model = load_model()
    >>> model.name, 0 < model.targets["bias"].reference_value() < 100
    ('default', True)
    """

    name: str
    version: str
    digest: str
    columns: tuple[str, ...]
    targets: Mapping[str, Target]
    reference: Reference
    ranges: Mapping[str, tuple[float, float]]
    coverage: Mapping[str, float] = field(default_factory=dict)

    def predict(self, rows: Sequence[Mapping[str, float]]) -> list[Prediction]:
        """Scores of articles, from their measures.

        Parameters
        ----------
        rows : sequence of mapping
            Column to value, NaN where undefined; the word count must be among them.
        """
        if not rows:
            return []
        table = np.array([[row[name] for name in self.columns] for row in rows], dtype=float)
        words = np.array([row[WORDS] for row in rows], dtype=float)
        outside = self._find_outside(table)
        scores = {
            name: np.column_stack(target.predict(table, words)) for name, target in self.targets.items()
        }
        points = {name: target.explain(table, words) for name, target in self.targets.items()}
        return [
            Prediction(_row(scores, ENDS, i), _row(points, self.columns, i), outside[i])
            for i in range(len(rows))
        ]

    def _find_outside(self, table: Floats) -> list[tuple[str, ...]]:
        """Per article the columns far outside the range of training; empty if there are too few of them."""
        low = np.array([self.ranges[name][0] for name in self.columns])
        high = np.array([self.ranges[name][1] for name in self.columns])
        moves = np.any([target.curves.coef_.any(axis=1) for target in self.targets.values()], axis=0)
        open_to = moves | np.array([name not in HOUSE_STYLE for name in self.columns])
        counts = np.array([not name.startswith(FAULTS) for name in self.columns]) & (high > low) & open_to
        margin = RANGE_MARGIN * (high - low)
        far = ((table < low - margin) | (table > high + margin)) & counts
        found = [tuple(name for name, is_far in zip(self.columns, row, strict=True) if is_far) for row in far]
        return [names if len(names) >= RANGE_COLUMNS else () for names in found]


def _row(tables: Mapping[str, Floats], names: Sequence[str], i: int) -> dict[str, dict[str, float]]:
    """Per score the i-th row of its table, by name."""
    return {score: dict(zip(names, table[i].tolist(), strict=True)) for score, table in tables.items()}
