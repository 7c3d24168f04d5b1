"""Makes log-odds fit labels, and measures how well probabilities do."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression

BINS = 15
SIMULATED = 100
Floats = NDArray[np.float64]


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


def _gap(chance: Floats, labels: NDArray[np.bool_], place: NDArray[np.int64]) -> float:
    sums = np.bincount(place, weights=chance - labels, minlength=BINS)
    return float(np.abs(sums).sum() / len(chance))
