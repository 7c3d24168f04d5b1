"""One score: curves, calibration, refits for its interval, and exact contributions in points."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.special import expit

from scoring.model.additive import AdditiveClassifier
from scoring.model.preparing import Floats, sampling_error, shrink

Z90 = 1.6448536269514722
"""90 % of a normal distribution lie within so many standard deviations."""


@dataclass(frozen=True, slots=True)
class Target:
    """A fitted score.

    Attributes
    ----------
    curves : AdditiveClassifier
        Fitted on all articles.
    refits : list of AdditiveClassifier
        Fitted on resampled outlets, for the interval.
    slope, offset : float
        Logistic calibration of the log-odds, from out-of-outlet predictions.
    widening : float
        Factor on the interval's width that gives 90 % coverage in the three-way split of outlets.
    reference : ndarray of shape (n_columns,)
        Column medians of the reference articles.
    """

    curves: AdditiveClassifier
    refits: list[AdditiveClassifier]
    slope: float
    offset: float
    widening: float
    reference: Floats

    def log_odds(self, table: Floats, words: Floats) -> Floats:
        """Calibrated log-odds of the articles."""
        prepared = shrink(table, words, self.reference, self.curves.columns)
        return self.slope * self.curves.decision_function(prepared) + self.offset

    def predict(self, table: Floats, words: Floats) -> tuple[Floats, Floats, Floats]:
        """Value, low and high in percent for each article."""
        odds = self.log_odds(table, words)
        half = self.widening * Z90 * self.spread(table, words)
        return _percent(odds), _percent(odds - half), _percent(odds + half)

    def spread(self, table: Floats, words: Floats) -> Floats:
        """Standard error of the log-odds under refitting (two independent fits) and sampling at this length.

        Where calibration found no slope the curves count as they are: to know nothing is no
        reason for a narrow interval.
        """
        columns = self.curves.columns
        prepared = shrink(table, words, self.reference, columns)
        refitted = np.array([refit.decision_function(prepared) for refit in self.refits])
        error = sampling_error(table, words, self.reference, columns)
        swing = self.curves.swings(prepared, error)
        variance = 2 * refitted.var(axis=0, ddof=1) + (swing**2).sum(axis=1)
        return np.asarray((abs(self.slope) or 1.0) * np.sqrt(variance))

    def explain(self, table: Floats, words: Floats) -> Floats:
        """Points each column adds to the value compared with the reference article.

        Points are a column's difference in log-odds times the ratio of the difference in value to
        the difference in total log-odds; where that is zero, the ratio's limit. They sum to the
        value minus the reference article's.
        """
        prepared = shrink(table, words, self.reference, self.curves.columns)
        own, usual = self.curves.contributions(prepared), self.curves.contributions(self.reference[None, :])
        parts = self.slope * (own - usual)
        return np.asarray(parts * _points_per_log_odds(self._base(), parts.sum(axis=1))[:, None])

    def reference_value(self) -> float:
        """The value of the reference article, in percent."""
        return float(_percent(np.array(self._base())))

    def _base(self) -> float:
        """Calibrated log-odds of the reference article."""
        return float(self.slope * self.curves.decision_function(self.reference[None, :])[0] + self.offset)


def _percent(odds: Floats) -> Floats:
    return np.asarray(100 * expit(odds))


def _points_per_log_odds(base: float, difference: Floats) -> Floats:
    """(value - reference value) / (difference of log-odds), in points; the slope of the curve at zero."""
    at_base = float(expit(base))
    small = np.abs(difference) < 1e-6
    ratio = (expit(base + difference) - at_base) / np.where(small, 1.0, difference)
    return np.asarray(100 * np.where(small, at_base * (1 - at_base), ratio))


def to_state(target: Target) -> dict[str, Any]:
    """Plain containers, numpy arrays and estimators, for skops."""
    return {name: getattr(target, name) for name in Target.__slots__}
