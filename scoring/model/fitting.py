"""Fits one score: folds by group, calibration on predictions for unseen groups, refits, interval width."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import StratifiedGroupKFold

from scoring.model.additive import AdditiveClassifier
from scoring.model.preparing import Floats, shrink
from scoring.model.signs import signs_for
from scoring.model.target import Target

FOLDS = 5
REFITS = 24
SPLITS = 10
PENALTIES = (0.001, 0.003, 0.01, 0.03, 0.1)
TOLERANCE = 0.01
"""The smoothest fit whose AUC is this close to the best is taken: it moves less from refit to refit."""
FEW_LABELS = 100
FEW_PENALTY = 0.1
"""Under 100 labels cross-validation cannot tell penalties apart, so a strong one is taken."""
COVERAGE = 0.90


@dataclass(frozen=True, slots=True)
class Examples:
    """Labelled articles of one score.

    Attributes
    ----------
    table : ndarray of shape (n, n_columns)
        Raw measures, NaN where undefined, columns as `columns`.
    words : ndarray of shape (n,)
    labels : ndarray of shape (n,)
        In [0, 1]: the weight of the positive class.
    groups : ndarray of shape (n,)
        What must not be split between folds: registered domains, or articles.
    corpora : ndarray of shape (n,)
        Where each article comes from; corpora weigh the same in total.
    """

    columns: Sequence[str]
    table: Floats
    words: Floats
    labels: Floats
    groups: NDArray[np.str_]
    corpora: NDArray[np.str_]

    def take(self, rows: NDArray[np.int64] | NDArray[np.bool_]) -> Examples:
        """The same for some of the articles."""
        return Examples(
            self.columns,
            self.table[rows],
            self.words[rows],
            self.labels[rows],
            self.groups[rows],
            self.corpora[rows],
        )


def even_weights(data: Examples) -> Floats:
    """Weights under which each corpus counts the same and, inside each, both classes do."""
    weight = np.zeros(len(data.labels))
    for corpus in np.unique(data.corpora):
        inside = data.corpora == corpus
        positive, negative = data.labels[inside].sum(), (1 - data.labels[inside]).sum()
        mix = data.labels[inside] / max(positive, 1e-9) + (1 - data.labels[inside]) / max(negative, 1e-9)
        weight[inside] = mix / mix.sum()
    return np.asarray(weight * len(weight) / weight.sum())


def fit_curves(data: Examples, reference: Floats, target: str, penalty: float) -> AdditiveClassifier:
    """Curves on all of the examples, each corpus and class weighing the same."""
    prepared = shrink(data.table, data.words, reference, data.columns)
    model = AdditiveClassifier(tuple(data.columns), signs_for(target), penalty)
    return model.fit(prepared, data.labels, even_weights(data))


def split_groups(
    data: Examples, *, folds: int = FOLDS, seed: int = 0
) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Folds that keep groups whole and classes as even as they can be."""
    count = min(folds, len(np.unique(data.groups)))
    yield from StratifiedGroupKFold(count, shuffle=True, random_state=seed).split(
        data.table, data.labels >= 0.5, data.groups
    )


def predict_unseen(
    data: Examples, reference: Floats, target: str, penalty: float, *, seed: int = 0
) -> Floats:
    """Log-odds of each article from a fit that saw no article of its group."""
    odds = np.zeros(len(data.labels))
    for train, test in split_groups(data, seed=seed):
        curves = fit_curves(data.take(train), reference, target, penalty)
        odds[test] = curves.decision_function(
            shrink(data.table[test], data.words[test], reference, data.columns)
        )
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
    tried = [(penalty, predict_unseen(data, reference, target, penalty)) for penalty in penalties]
    scores = [float(np.nan_to_num(weighted_auc(odds, data))) for _, odds in tried]
    close = [pair for pair, score in zip(tried, scores, strict=True) if score >= max(scores) - TOLERANCE]
    return close[-1]


def fit_target(data: Examples, reference: Floats, target: str, *, seed: int = 0) -> tuple[Target, Floats]:
    """Fit a score and its interval.

    Returns
    -------
    (target, odds)
        The fitted score, and calibrated log-odds of each article from fits that never saw its group.
    """
    penalty, odds = choose_penalty(data, reference, target)
    slope, offset = calibrate(odds, data)
    curves = fit_curves(data, reference, target, penalty)
    refits = refit_groups(data, reference, target, penalty, seed=seed)
    draft = Target(curves, refits, slope, offset, 1.0, reference)
    widening = measure_widening(data, reference, target, penalty, draft, seed=seed)
    return Target(curves, refits, slope, offset, widening, reference), slope * odds + offset


def refit_groups(
    data: Examples, reference: Floats, target: str, penalty: float, *, seed: int, count: int = REFITS
) -> list[AdditiveClassifier]:
    """Fits on outlets drawn with replacement, inside each corpus and main label."""
    rng = np.random.default_rng(seed)
    strata = list_strata(data)
    members = {group: np.flatnonzero(data.groups == group) for stratum in strata for group in stratum}
    refits = []
    for _ in range(count):
        drawn = [group for stratum in strata for group in rng.choice(stratum, len(stratum))]
        refits.append(
            fit_curves(
                data.take(np.concatenate([members[group] for group in drawn])), reference, target, penalty
            )
        )
    return refits


def list_strata(data: Examples) -> list[list[str]]:
    """Groups by main corpus and main label: where most of a group's articles are, and what they are."""
    strata: dict[tuple[str, bool], list[str]] = {}
    for group in np.unique(data.groups):
        inside = data.groups == group
        corpora, counts = np.unique(data.corpora[inside], return_counts=True)
        home = corpora[counts.argmax()]
        positive = bool(data.labels[inside & (data.corpora == home)].mean() >= 0.5)
        strata.setdefault((str(home), positive), []).append(str(group))
    return [strata[key] for key in sorted(strata)]


def measure_widening(
    data: Examples, reference: Floats, target: str, penalty: float, draft: Target, *, seed: int
) -> float:
    """Factor on the interval's half width that makes it hold 90 % of values from a fit on other outlets.

    Outlets are split in three at random, several times: the interval comes from the first third,
    the value from a fit on the second, the articles are those of the third.
    """
    ratios = np.concatenate(
        [_miss_ratios(data, reference, target, penalty, draft, seed + i) for i in range(SPLITS)]
    )
    return float(np.quantile(ratios, COVERAGE)) if len(ratios) else 1.0


def _miss_ratios(
    data: Examples, reference: Floats, target: str, penalty: float, draft: Target, seed: int
) -> Floats:
    """Distance between two independent values, in half widths of the interval."""
    thirds = split_thirds(data, seed)
    first, second, third = (data.take(part) for part in thirds)
    if any(not 0 < part.labels.sum() < len(part.labels) for part in (first, second)) or not len(third.labels):
        return np.array([])
    one = Target(
        fit_curves(first, reference, target, penalty),
        refit_groups(first, reference, target, penalty, seed=seed, count=8),
        draft.slope, draft.offset, 1.0, reference,
    )  # fmt: skip
    two = Target(
        fit_curves(second, reference, target, penalty), [], draft.slope, draft.offset, 1.0, reference
    )
    gap = np.abs(one.log_odds(third.table, third.words) - two.log_odds(third.table, third.words))
    return np.asarray(gap / (1.6448536 * one.spread(third.table, third.words)))


def split_thirds(data: Examples, seed: int) -> list[NDArray[np.int64]]:
    """Row numbers of three parts that keep groups whole and share out each stratum evenly."""
    rng = np.random.default_rng(seed)
    part: dict[str, int] = {}
    for groups in list_strata(data):
        offset = int(rng.integers(3))
        part |= {groups[at]: (place + offset) % 3 for place, at in enumerate(rng.permutation(len(groups)))}
    where = np.array([part[str(group)] for group in data.groups])
    return [np.flatnonzero(where == i) for i in range(3)]
