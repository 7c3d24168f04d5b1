"""What a card says of a score: discrimination beside length alone, calibration, coverage."""

from __future__ import annotations

from typing import Any

import numpy as np
from sklearn.metrics import roc_auc_score

from scoring.features.screening import MIN_WORDS
from scoring.model.fitting import SPLITS, Examples, compare_pair, even_weights, split_thirds, weighted_auc
from scoring.model.preparing import Floats
from scoring.model.prior import Prior
from scoring.model.style import find_style
from scoring.model.target import Z90, Target

BINS = 10
BANDS = (0, MIN_WORDS, 200, 300, 500, 800)
"""Word counts at which the bands of the table by length begin."""
LEAST = 10
"""Articles of a class that a corpus must have in a band to count there."""
DRAWS = 100
"""Draws of labels from which the calibration error by chance is the mean."""


def describe_target(
    data: Examples,
    target: Target,
    odds: Floats,
    name: str,
    *,
    prior: Prior | None = None,
    seed: int = 0,
    splits: int = SPLITS,
) -> dict[str, Any]:
    """Figures for the card.

    Parameters
    ----------
    odds : ndarray
        Calibrated log-odds of each article from fits that never saw its group.
    """
    rows = {name: data.corpora == name for name in np.unique(data.corpora)}
    return {
        "corpora": {str(name): _describe_corpus(data.take(row), odds[row]) for name, row in rows.items()},
        "calibration_error": round(calibration_error(odds, data), 4),
        "calibration_error_by_chance": round(error_by_chance(odds, data, seed=seed), 4),
        "reliability": reliability(odds, data),
        "lengths": describe_lengths(odds, data),
        "coverage": measure_coverage(data, target, name, prior=prior, seed=seed + 100, splits=splits),
        "penalty": target.curves.penalty,
        "reference_value": round(target.reference_value(), 2),
        "widening": round(target.widening, 3),
        "style": find_style(data, target),
    }


def _describe_corpus(data: Examples, odds: Floats) -> dict[str, Any]:
    truth = data.labels >= 0.5
    both = bool(truth.any() and not truth.all())
    return {
        "articles": len(truth),
        "positive": int(truth.sum()),
        "groups": len(np.unique(data.groups)),
        "auc_length_only": round(length_auc(data), 4) if both else None,
        "auc_unseen_groups": round(float(roc_auc_score(truth, odds)), 4) if both else None,
    }


def length_auc(data: Examples) -> float:
    """AUC of the word count alone, in whichever direction is better: the trivial baseline."""
    auc = float(roc_auc_score(data.labels >= 0.5, data.words))
    return max(auc, 1 - auc)


def calibration_error(odds: Floats, data: Examples) -> float:
    """Expected calibration error in ten bins of equal count, for an even mix of classes."""
    return _sum_errors(odds, data.labels, even_weights(data))


def error_by_chance(odds: Floats, data: Examples, *, seed: int = 0) -> float:
    """Mean calibration error if labels are drawn from the probabilities: what noise alone gives."""
    rng, weight, probability = np.random.default_rng(seed), even_weights(data), 1 / (1 + np.exp(-odds))
    drawn = ((rng.random(len(odds)) < probability).astype(float) for _ in range(DRAWS))
    return float(np.mean([_sum_errors(odds, labels, weight) for labels in drawn]))


def _sum_errors(odds: Floats, labels: Floats, weight: Floats) -> float:
    rows = _bin(odds, labels, weight)
    return float(sum(row["share"] * abs(row["predicted"] - row["observed"]) for row in rows))


def reliability(odds: Floats, data: Examples) -> list[dict[str, float]]:
    """Predicted and observed shares of the label by bin, for an even mix of classes."""
    return _bin(odds, data.labels, even_weights(data))


def _bin(odds: Floats, labels: Floats, weight: Floats) -> list[dict[str, float]]:
    probability = 1 / (1 + np.exp(-odds))
    place = np.searchsorted(np.quantile(probability, np.linspace(0, 1, BINS + 1)[1:-1]), probability)
    rows = []
    for b in np.unique(place):
        inside = place == b
        total = weight[inside].sum()
        rows.append(
            {
                "share": round(float(total / weight.sum()), 4),
                "predicted": round(float(weight[inside] @ probability[inside] / total), 4),
                "observed": round(float(weight[inside] @ labels[inside] / total), 4),
            }
        )
    return rows


def describe_lengths(odds: Floats, data: Examples) -> dict[str, Any]:
    """AUC by bands of length, and with the articles that are withheld as too short left out and forced."""
    ends = [*BANDS[1:], None]
    bands = [
        {"low": low, "high": high, **_describe_band(odds, data, low, high or np.inf)}
        for low, high in zip(BANDS, ends, strict=True)
    ]
    long = data.words >= MIN_WORDS
    return {
        "least": MIN_WORDS,
        "withheld": int((~long).sum()),
        "auc_left_out": _round(weighted_auc(odds[long], data.take(long))),
        "auc_forced": _round(weighted_auc(odds, data)),
        "bands": bands,
    }


def _describe_band(odds: Floats, data: Examples, low: float, high: float) -> dict[str, Any]:
    """Articles of a band, and the mean AUC of the corpora that have enough of both classes there."""
    inside = (data.words >= low) & (data.words < high)
    kept = inside.copy()
    for corpus in np.unique(data.corpora):
        here = inside & (data.corpora == corpus)
        positive = int((data.labels[here] >= 0.5).sum())
        if min(positive, int(here.sum()) - positive) < LEAST:
            kept &= data.corpora != corpus
    return {"articles": int(inside.sum()), "auc": _round(weighted_auc(odds[kept], data.take(kept)))}


def _round(value: float) -> float | None:
    return None if np.isnan(value) else round(value, 4)


def measure_coverage(
    data: Examples,
    target: Target,
    name: str,
    *,
    prior: Prior | None = None,
    seed: int,
    splits: int = SPLITS,
) -> float | None:
    """How often the interval from a third of the outlets holds the value from another third's fit.

    Asked on the articles of the last third; None where no split leaves both classes in each fit.
    The splits are drawn anew, not those that set the interval's width.
    """
    inside: list[float] = []
    for i in range(splits):
        first, second, third = (data.take(part) for part in split_thirds(data, seed + i))
        if any(not 0 < part.labels.sum() < len(part.labels) for part in (first, second)):
            continue
        penalty = target.curves.penalty
        gap, error = compare_pair(first, second, third, name, target, penalty, prior=prior, seed=seed + i)
        inside.append(float(np.mean(gap <= target.widening * Z90 * error)))
    return round(float(np.mean(inside)), 4) if inside else None
