"""Fits one score: folds by group, calibration on predictions for unseen groups, refits, interval width."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score

from scoring.model.additive import AdditiveClassifier
from scoring.model.examples import (
    Examples,
    even_weights,
    list_strata,
    outlet_weights,
    split_groups,
    split_thirds,
)
from scoring.model.manner import cross, fill
from scoring.model.preparing import Floats, sampling_error, shrink
from scoring.model.prior import SCALE, Prior, calibrate_near_one, penalty_for
from scoring.model.signs import LEAST, signs_for
from scoring.model.target import Z90, Target

__all__ = [
    "Examples", "calibrate", "choose_penalty", "compare_pair", "even_weights", "fit_curves",
    "fit_target", "list_strata", "measure_widening", "predict_unseen", "predict_with_prior",
    "refit_groups", "split_groups", "split_thirds", "weighted_auc",
]  # fmt: skip

REFITS = 24
SPLITS = 10
"""What a single one holds scatters by .04 to .08."""
PENALTIES = (0.001, 0.003, 0.01, 0.03, 0.1)
TOLERANCE = 0.004
"""The smoothest fit whose AUC is this close to the best is taken: it moves less from refit to refit. With
.01 AUC on unseen outlets is up to .018 lower (quality_horne2017)."""
FEW_LABELS = 100
FEW_PENALTY = 0.1
"""Under 100 labels cross-validation cannot tell penalties apart, so a strong one is taken."""
COVERAGE = 0.90
Fold = tuple[Examples, Examples, NDArray[np.int64]]


def fit_curves(
    data: Examples, reference: Floats, target: str, penalty: float, *, prior: Prior | None = None
) -> AdditiveClassifier:
    """Curves on all of the examples, corpora and classes weighing the same; drawn to any prior's."""
    prepared, error = (
        move(data.table, data.words, reference, data.columns) for move in (shrink, sampling_error)
    )
    model = AdditiveClassifier(tuple(data.columns), signs_for(target), penalty, LEAST.get(target))
    curves = prior.curves if prior else None
    return model.fit(prepared, data.labels, outlet_weights(data), error=error, prior=curves, scale=SCALE)


def predict_unseen(
    data: Examples,
    reference: Floats,
    target: str,
    penalty: float,
    *,
    prior: Prior | None = None,
    seed: int = 0,
) -> Floats:
    """Log-odds of each article from a fit that saw no article of its group."""
    return _predict(_deal(data, target, seed), reference, target, penalty, prior)


def _deal(data: Examples, target: str, seed: int = 0) -> list[Fold]:
    """Articles to fit, articles to ask about with their row numbers, fold by fold."""
    folds = split_groups(data, seed=seed)
    return [(*fill(data.take(train), data.take(test), target), test) for train, test in folds]


def _predict(
    folds: Sequence[Fold], reference: Floats, target: str, penalty: float, prior: Prior | None = None
) -> Floats:
    odds = np.zeros(sum(len(test) for _, _, test in folds))
    for known, asked, test in folds:
        curves = fit_curves(known, reference, target, penalty, prior=prior)
        odds[test] = curves.decision_function(shrink(asked.table, asked.words, reference, asked.columns))
    return odds


def calibrate(odds: Floats, data: Examples) -> tuple[float, float]:
    """Slope and offset of the logistic step, for an even mix of classes; the slope is never negative."""
    weight = even_weights(data)
    doubled = np.concatenate([odds, odds])[:, None]
    classes = np.concatenate([np.ones(len(odds)), np.zeros(len(odds))])
    weights = np.concatenate([weight * data.labels, weight * (1 - data.labels)])
    fitted = LogisticRegression(C=100.0).fit(doubled, classes, sample_weight=weights)
    return max(0.0, float(fitted.coef_[0, 0])), float(fitted.intercept_[0])


def weighted_auc(odds: Floats, data: Examples) -> float:
    """Mean over corpora of the area under the ROC curve; NaN if no corpus has both classes."""
    scores = []
    for corpus in np.unique(data.corpora):
        inside = data.corpora == corpus
        truth = data.labels[inside] >= 0.5
        if truth.any() and not truth.all():
            scores.append(roc_auc_score(truth, odds[inside]))
    return float(np.mean(scores)) if scores else float("nan")


def choose_penalty(data: Examples, reference: Floats, target: str) -> tuple[float, Floats]:
    """The strongest penalty whose AUC on unseen groups is close to the best, and its log-odds."""
    penalties = PENALTIES if len(data.labels) >= FEW_LABELS else (FEW_PENALTY,)
    folds = _deal(data, target)
    tried = [(penalty, _predict(folds, reference, target, penalty)) for penalty in penalties]
    scores = [float(np.nan_to_num(weighted_auc(odds, data))) for _, odds in tried]
    close = [pair for pair, score in zip(tried, scores, strict=True) if score >= max(scores) - TOLERANCE]
    return close[-1]


def predict_with_prior(data: Examples, reference: Floats, target: str, prior: Prior) -> tuple[float, Floats]:
    """The penalty that goes with a prior and so many labels, and the log-odds for unseen groups."""
    penalty = penalty_for(len(data.labels))
    return penalty, predict_unseen(data, reference, target, penalty, prior=prior)


def fit_target(
    data: Examples,
    reference: Floats,
    target: str,
    *,
    prior: Prior | None = None,
    seed: int = 0,
    splits: int = SPLITS,
) -> tuple[Target, Floats]:
    """Fit a score and its interval.

    Parameters
    ----------
    prior : Prior, optional
        Curves of a score that has not seen these labels, to start from.
    splits : int
        Of the outlets in three, from which the interval's width comes.

    Returns
    -------
    (target, odds)
        The fitted score, and calibrated log-odds of each article from fits that never saw its group.
    """
    if prior:
        penalty, odds = predict_with_prior(data, reference, target, prior)
        slope, offset = calibrate_near_one(odds, data.labels, even_weights(data))
    else:
        penalty, odds = choose_penalty(data, reference, target)
        slope, offset = calibrate(odds, data)
    filled = cross(data, target)
    curves = fit_curves(filled, reference, target, penalty, prior=prior)
    refits = refit_groups(filled, reference, target, penalty, prior=prior, seed=seed)
    draft = Target(curves, refits, slope, offset, 1.0, reference)
    widening = measure_widening(data, target, penalty, draft, prior=prior, seed=seed, splits=splits)
    return Target(curves, refits, slope, offset, widening, reference), slope * odds + offset


def refit_groups(
    data: Examples,
    reference: Floats,
    target: str,
    penalty: float,
    *,
    prior: Prior | None = None,
    seed: int,
    count: int = REFITS,
) -> list[AdditiveClassifier]:
    """Fits on outlets drawn with replacement, inside each corpus and main label; so is any prior."""
    rng = np.random.default_rng(seed)
    strata = list_strata(data)
    members = {group: np.flatnonzero(data.groups == group) for stratum in strata for group in stratum}
    refits = []
    for number in range(count):
        drawn = [group for stratum in strata for group in rng.choice(stratum, len(stratum))]
        part = data.take(np.concatenate([members[group] for group in drawn]))
        start = prior.draw(number) if prior else None
        refits.append(fit_curves(part, reference, target, penalty, prior=start))
    return refits


def measure_widening(
    data: Examples,
    target: str,
    penalty: float,
    draft: Target,
    *,
    prior: Prior | None = None,
    seed: int,
    splits: int = SPLITS,
) -> float:
    """Factor on the interval's half width that makes it hold 90 % of values from a fit on other outlets.

    Outlets are split in three at random, several times: the interval comes from the first third,
    the value from a fit on the second, the articles are those of the third. A prior is drawn anew
    for each of the two fits, as if other outlets had given it.
    """
    ratios = np.concatenate(
        [_miss_ratios(data, target, penalty, draft, prior, seed + i) for i in range(splits)]
    )
    return float(np.quantile(ratios, COVERAGE)) if len(ratios) else 1.0


def _miss_ratios(
    data: Examples, target: str, penalty: float, draft: Target, prior: Prior | None, seed: int
) -> Floats:
    """Distance between two independent values, in half widths of the interval."""
    first, second, third = (data.take(part) for part in split_thirds(data, seed))
    if any(not 0 < part.labels.sum() < len(part.labels) for part in (first, second)) or not len(third.labels):
        return np.array([])
    gap, error = compare_pair(
        first, second, third, target, replace(draft, widening=1.0), penalty, prior=prior, seed=seed
    )
    return np.asarray(gap / (Z90 * error))


def compare_pair(
    first: Examples,
    second: Examples,
    asked: Examples,
    name: str,
    draft: Target,
    penalty: float,
    *,
    prior: Prior | None = None,
    seed: int,
) -> tuple[Floats, Floats]:
    """How far the values of fits on two parts lie apart, in log-odds, and the first one's standard error.

    The first is fitted with refits for its interval; the rest is as in `draft`.
    """
    starts = (prior.draw(2 * seed), prior.draw(2 * seed + 1)) if prior else (None, None)
    (known, own), (other, theirs) = (fill(part, asked, name) for part in (first, second))
    curves, others = (
        fit_curves(part, draft.reference, name, penalty, prior=start)
        for part, start in zip((known, other), starts, strict=True)
    )
    refits = refit_groups(known, draft.reference, name, penalty, prior=prior, seed=seed, count=8)
    one, two = replace(draft, curves=curves, refits=refits), replace(draft, curves=others, refits=[])
    gap = one.log_odds(own.table, own.words) - two.log_odds(theirs.table, theirs.words)
    return np.abs(gap), one.spread(own.table, own.words)
