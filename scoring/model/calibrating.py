"""Makes log-odds fit labels, and measures how well probabilities and predicted amounts do."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

BINS = 15
SIMULATED = 100
Floats = NDArray[np.float64]
_LEAST = 1e-12


def calibrate(log_odds: Floats, labels: NDArray[np.bool_]) -> tuple[float, float]:
    """Slope and offset that make log-odds fit the labels."""
    fitted = LogisticRegression(C=1e6).fit(log_odds[:, None], labels)
    return float(fitted.coef_[0, 0]), float(fitted.intercept_[0])


def measure_calibration(log_odds: Floats, labels: NDArray[np.bool_]) -> tuple[float, float]:
    """Expected calibration error, and its mean under labels drawn from these probabilities."""
    chance = 1 / (1 + np.exp(-log_odds))
    edges = np.quantile(chance, np.linspace(0, 1, BINS + 1)[1:-1])
    place = np.searchsorted(edges, chance)
    draws = np.random.default_rng(0).random((SIMULATED, len(chance))) < chance
    simulated = [_gap(chance, drawn, place) for drawn in draws]
    return round(_gap(chance, labels, place), 4), round(float(np.mean(simulated)), 4)


def measure_classes(odds: Floats, labels: NDArray[np.int64], names: Sequence[str]) -> dict[str, Any]:
    """The same, for a card, of the likeliest class and of each class, from the log-odds of all of them."""
    odds = odds - odds.max(axis=1, keepdims=True)
    chances = np.exp(odds) / np.exp(odds).sum(axis=1, keepdims=True)
    chances = np.clip(chances, _LEAST, 1 - _LEAST)
    log_odds = np.log(chances / (1 - chances))
    error, expected = measure_calibration(log_odds.max(axis=1), odds.argmax(axis=1) == labels)
    by_class = {name: list(measure_calibration(log_odds[:, i], labels == i)) for i, name in enumerate(names)}
    return {
        "calibration_error": error,
        "calibration_expected": expected,
        "calibration_by_class": by_class,
    }


def measure_amounts(predicted: Floats, observed: Floats) -> tuple[float, float]:
    """How far bins of predicted amounts lie from what was observed, and the mean if errors had random signs.

    Both in the unit of the amounts: the distance of the two means of a bin, weighed by the bin's size.
    """
    edges = np.quantile(predicted, np.linspace(0, 1, BINS + 1)[1:-1])
    place = np.searchsorted(edges, predicted)
    errors = predicted - observed
    signs = np.random.default_rng(0).choice((-1.0, 1.0), size=(SIMULATED, len(errors)))
    simulated = [_gap(turned * errors, np.zeros(len(errors)), place) for turned in signs]
    return round(_gap(predicted, observed, place), 4), round(float(np.mean(simulated)), 4)


def say_calibration(error: float, expected: float) -> str:
    """Error, its mean under simulated labels, and the difference, for a card.

    Examples
    --------
    >>> say_calibration(0.03, 0.02)
    '0.0300, by chance 0.0200, difference +0.0100'
    """
    return f"{error:.4f}, by chance {expected:.4f}, difference {error - expected:+.4f}"


def _gap(chance: Floats, labels: Floats | NDArray[np.bool_], place: NDArray[np.int64]) -> float:
    sums = np.bincount(place, weights=chance - labels, minlength=BINS)
    return float(np.abs(sums).sum() / len(chance))
