"""How well a model's values agree with labels, against length alone and words fitted on them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from sklearn.model_selection import StratifiedGroupKFold

from scoring.model.agreement import (
    FEWEST_GROUPS,
    UNKNOWN,
    Cases,
    Estimate,
    Floats,
    Statistic,
    Truths,
    auc,
    correlation,
    count_thirds,
    distance_of_constant,
    estimate,
    mean,
    measure_apart,
    name_groups,
    rank_correlation,
    shares,
)
from scoring.model.baselines import predict_probability
from scoring.model.labels import measure_alpha

FOLDS = 5
FOR_WORDS = 50
"""Labelled articles from which TF-IDF can be fitted on some and asked on others."""
FOR_AUC = 5
"""Articles from which a part gets an AUC of its own."""
BIN_SIZE, BINS = 8, 10
"""Least number of articles in a bin of the calibration table, and most bins."""


@dataclass(frozen=True, slots=True)
class Bin:
    """One bin of the calibration table: articles, means, and the label's share at an even mix, 0-100."""

    n: int
    value: float
    label: float
    share: Estimate


@dataclass(frozen=True, slots=True)
class Part:
    """Some of the articles: how many, mean label and value, and their AUC; NaN where undefined."""

    name: str
    n: int
    label: float
    value: float
    auc: Estimate


@dataclass(frozen=True, slots=True)
class Agreement:
    """Every figure of one target; NaN where undefined.

    Attributes
    ----------
    labelled, scored, withheld, positive : int
        Articles with a label; positive: scored ones whose mean label is 50 or more.
    unit, groups : str, int
        What was drawn again for the intervals ("outlet", "event" or "article"), and how many there are.
    auc, auc_length, auc_words, auc_same : Estimate, Estimate, Estimate, float
        Of the value, the word count in its better direction, TF-IDF under folds, and a constant.
    gain : Estimate
        AUC of the value less that of length, drawn together.
    auc_forced : Estimate
        With the values withheld articles would have got, those without words left out.
    spearman, pearson : Estimate
        Value and mean label.
    error, error_same, annotators_apart : Estimate, float, float
        Mean distance in points from mean label to value and to the best constant; of two annotators.
    calibration, calibration_error : tuple of Bin, float
        Bins of equal count; the error in points is for an even mix of the two classes.
    alpha : float
        Krippendorff's alpha of the annotators.
    coverage : float
        The model's own: how often its interval held the value from a fit on other outlets.
    thirds : tuple of tuple of int
        A row for each third of the label, a column for each of the value.
    """

    labelled: int
    scored: int
    withheld: int
    positive: int
    unit: str
    groups: int
    auc: Estimate
    auc_length: Estimate
    auc_words: Estimate
    auc_same: float
    gain: Estimate
    auc_forced: Estimate
    spearman: Estimate
    pearson: Estimate
    error: Estimate
    error_same: float
    annotators_apart: float
    calibration: tuple[Bin, ...]
    calibration_error: float
    alpha: float
    coverage: float
    thirds: tuple[tuple[int, ...], ...]
    outlets: tuple[Part, ...]
    lengths: tuple[Part, ...]


def measure_agreement(
    cases: Cases,
    given: Mapping[str, Mapping[str, float]],
    *,
    coverage: float = float("nan"),
    seed: int = 0,
) -> Agreement:
    """Compare a model's values with labels; `given` holds article to annotator to label."""
    known = cases.take(cases.is_scored)
    unit, groups = name_groups(known)
    forced = cases.take(np.isfinite(cases.values))
    value, length, gain = _measure_length(known, groups, seed)
    bins, off = calibrate_bins(known, groups, seed=seed)
    return Agreement(
        labelled=len(cases.ids),
        scored=len(known.ids),
        withheld=len(cases.ids) - len(known.ids),
        positive=int(known.truth.sum()),
        unit=unit,
        groups=len(set(groups)),
        auc=value,
        auc_length=length,
        auc_words=measure_words(known, groups, seed=seed),
        auc_same=0.5,
        gain=gain,
        auc_forced=measure_auc(forced, name_groups(forced)[1], seed=seed),
        spearman=_one(known, lambda: rank_correlation(known.values, known.labels), groups, seed),
        pearson=_one(known, lambda: correlation(known.values, known.labels), groups, seed),
        error=_one(known, lambda: mean(np.abs(known.values - known.labels)), groups, seed),
        error_same=distance_of_constant(known.labels),
        annotators_apart=measure_apart(given),
        calibration=bins,
        calibration_error=off,
        alpha=measure_alpha(given),
        coverage=coverage,
        thirds=count_thirds(known),
        outlets=split_by_outlet(known, seed=seed),
        lengths=split_by_length(known, seed=seed),
    )


def measure_auc(cases: Cases, groups: Sequence[str], *, seed: int = 0) -> Estimate:
    """AUC of the value; no interval where a kind has fewer than three articles."""
    found = _one(cases, lambda: auc(cases.truth, cases.values), groups, seed)
    rarer = min(int(cases.truth.sum()), int((~cases.truth).sum()))
    return found if rarer >= FEWEST_GROUPS else Estimate(found.value, np.nan, np.nan)


def _one(cases: Cases, make: Callable[[], Statistic], groups: Sequence[str], seed: int) -> Estimate:
    return estimate(make(), groups, seed=seed)[0] if cases.ids else UNKNOWN


def _measure_length(cases: Cases, groups: Sequence[str], seed: int) -> tuple[Estimate, Estimate, Estimate]:
    """AUC of the value, of the word count in its better direction, and their difference."""
    if not cases.ids:
        return UNKNOWN, UNKNOWN, UNKNOWN
    rising = estimate(auc(cases.truth, cases.words), ["all"] * len(cases.ids))[0].value >= 0.5
    one, two = auc(cases.truth, cases.values), auc(cases.truth, cases.words if rising else -cases.words)

    def all_three(weights: Floats) -> Floats:
        own, length = one(weights), two(weights)
        return np.column_stack([own, length, own - length])

    found = estimate(all_three, groups, seed=seed)
    return found[0], found[1], found[2]


def measure_words(cases: Cases, groups: Sequence[str], *, seed: int = 0) -> Estimate:
    """AUC of TF-IDF fitted on these labels, each article judged by a fit that saw none of its group.

    Unknown under 50 articles, or where a class or the groups are too few for folds.
    """
    truth, places = cases.truth, np.unique(np.asarray(groups, dtype=object), return_inverse=True)[1]
    rarer = min(int(truth.sum()), int((~truth).sum()))
    folds = min(FOLDS, len(set(groups)))
    if len(truth) < FOR_WORDS or rarer < FOLDS or folds < 2:
        return UNKNOWN
    found = np.full(len(truth), np.nan)
    splitter = StratifiedGroupKFold(folds, shuffle=True, random_state=seed)
    for train, test in splitter.split(truth, truth.astype(int), places):
        if len(set(truth[train])) < 2:
            return UNKNOWN
        known = [cases.texts[i] for i in train]
        found[test] = predict_probability(known, list(truth[train]), [cases.texts[i] for i in test])
    return estimate(auc(truth, found), groups, seed=seed)[0]


def calibrate_bins(cases: Cases, groups: Sequence[str], *, seed: int = 0) -> tuple[tuple[Bin, ...], float]:
    """Bins of equal count by value, and the calibration error in points; NaN without both kinds."""
    if not cases.ids:
        return (), float("nan")
    y, count = cases.labels / 100, max(1, min(BINS, len(cases.ids) // BIN_SIZE))
    edges = np.quantile(cases.values, np.linspace(0, 1, count + 1)[1:-1])
    _, places = np.unique(np.searchsorted(edges, cases.values), return_inverse=True)
    found = estimate(shares(places, y), groups, seed=seed)
    with np.errstate(invalid="ignore", divide="ignore"):
        weight = y / y.sum() + (1 - y) / (1 - y).sum()
    bins, off = [], 0.0
    for place, share in enumerate(found):
        inside = places == place
        value = float(np.average(cases.values[inside], weights=weight[inside]))
        bins.append(Bin(int(inside.sum()), value, float(cases.labels[inside].mean()), share))
        off += float(weight[inside].sum() / weight.sum()) * abs(value - share.value)
    return tuple(bins), off


def split_by_outlet(cases: Cases, *, seed: int = 0) -> tuple[Part, ...]:
    """A part for each outlet, those with most articles first; none where there are no outlets."""
    given = np.array([outlet or "" for outlet in cases.outlets], dtype=object)
    names, place = np.unique(given, return_inverse=True)
    parts = [_describe(cases, str(name), place == i, seed) for i, name in enumerate(names) if name]
    return tuple(sorted(parts, key=lambda part: -part.n))


def split_by_length(cases: Cases, *, seed: int = 0) -> tuple[Part, ...]:
    """Three parts of about equal count by number of words, short ones first."""
    if not cases.ids:
        return ()
    place = np.searchsorted(np.unique(np.quantile(cases.words, [1 / 3, 2 / 3])), cases.words)
    parts = []
    for third in np.unique(place):
        words = cases.words[place == third]
        name = f"{words.min():,.0f}–{words.max():,.0f} words"
        parts.append(_describe(cases, name, place == third, seed))
    return tuple(parts)


def _describe(cases: Cases, name: str, inside: Truths, seed: int) -> Part:
    some = cases.take(inside)
    found = measure_auc(some, name_groups(some)[1], seed=seed) if len(some.ids) >= FOR_AUC else UNKNOWN
    return Part(name, len(some.ids), float(some.labels.mean()), float(some.values.mean()), found)
