"""Fitting a score: folds, weights, calibration, thirds."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scoring.model.examples import outlet_weights
from scoring.model.fitting import (
    Examples,
    calibrate,
    even_weights,
    fit_curves,
    fit_target,
    list_strata,
    predict_unseen,
    split_groups,
    split_thirds,
    weighted_auc,
)
from scoring.model.preparing import shrink

COLUMNS = ("stance_loaded_rate", "sourcing_attribution_rate", "language_lix_grade")
REFERENCE = np.array([0.3, 3.0, 45.0])


def make_examples(*, groups: int = 18, per_group: int = 12, signal: float = 2.0, seed: int = 0) -> Examples:
    """Outlets of two kinds whose articles differ in one column; two corpora."""
    rng = np.random.default_rng(seed)
    kind = np.repeat(np.arange(groups) % 2, per_group).astype(float)
    n = len(kind)
    table = np.column_stack(
        [rng.gamma(2, 0.3, n) + signal * 0.3 * kind, rng.gamma(3, 1, n), rng.normal(45, 5, n)]
    )
    names = np.repeat([f"outlet{i}" for i in range(groups)], per_group)
    corpora = np.repeat(["one" if i < groups // 2 else "two" for i in range(groups)], per_group)
    return Examples(COLUMNS, table, np.full(n, 500.0), kind, names, corpora)


def test_folds_never_split_a_group() -> None:
    data = make_examples()
    for train, test in split_groups(data):
        assert not set(data.groups[train]) & set(data.groups[test])


def test_corpora_and_classes_weigh_the_same() -> None:
    data = make_examples()
    data = data.take(np.arange(len(data.labels)) % 7 != 0)
    weight = even_weights(data)
    for corpus in ("one", "two"):
        inside = data.corpora == corpus
        assert weight[inside].sum() == pytest.approx(len(weight) / 2)
        assert (weight * data.labels)[inside].sum() == pytest.approx(len(weight) / 4)


@pytest.mark.parametrize(("words", "trusted"), [(60.0, False), (60_000.0, True)], ids=["short", "long"])
def test_a_rate_counted_from_few_words_is_trusted_less(words: float, trusted: bool) -> None:
    """Beside a column without sampling error that holds what is left of it at that length."""
    data = replace(make_examples(), words=np.full(216, words))
    seen = shrink(data.table, data.words, REFERENCE, COLUMNS)
    table = np.column_stack([data.table[:, 0], data.table[:, 1], seen[:, 0]])
    curves = fit_curves(replace(data, table=table), REFERENCE, "own", 0.01)
    prepared = shrink(table, data.words, REFERENCE, COLUMNS)
    rate, _, same = np.ptp(curves.contributions(prepared), axis=0)
    assert bool(rate > 0.9 * same) is trusted


def test_an_outlet_weighs_by_the_root_of_its_articles_and_classes_stay_even() -> None:
    data = make_examples(groups=4, per_group=8)
    data = data.take(np.flatnonzero((data.groups != "outlet0") | (np.arange(32) < 2)))  # 2, 8, 8, 8
    data = replace(data, corpora=np.full(26, "one"))
    weight = outlet_weights(data)
    small, large = (weight[data.groups == group].sum() for group in ("outlet0", "outlet2"))
    assert large / small == pytest.approx((8 / 2) ** 0.5)
    assert (weight * data.labels).sum() == pytest.approx(weight.sum() / 2)


def test_unseen_groups_are_told_apart_only_if_there_is_a_signal() -> None:
    with_signal, without = make_examples(signal=3.0), make_examples(signal=0.0, per_group=30)
    found = [
        weighted_auc(predict_unseen(data, REFERENCE, "bias", 0.01), data) for data in (with_signal, without)
    ]
    assert found[0] > 0.85
    assert found[1] < 0.6


def test_calibration_of_shuffled_labels_gives_even_odds() -> None:
    data = make_examples()
    odds = np.random.default_rng(1).normal(size=len(data.labels))
    slope, offset = calibrate(odds, data)
    assert slope < 0.3
    assert abs(offset) < 0.3


def test_thirds_share_out_every_stratum() -> None:
    data = make_examples()
    parts = split_thirds(data, seed=3)
    assert sorted(np.concatenate(parts)) == list(range(len(data.labels)))
    for part in parts:
        assert {0.0, 1.0} == set(data.labels[part])
    assert not set(data.groups[parts[0]]) & set(data.groups[parts[1]])


def test_a_group_of_two_corpora_stands_in_one_stratum() -> None:
    data = make_examples()
    groups = data.groups.copy()
    groups[data.groups == "outlet17"] = "outlet0"
    names = [
        name
        for stratum in list_strata(
            Examples(*(getattr(data, f) if f != "groups" else groups for f in Examples.__slots__))
        )
        for name in stratum
    ]
    assert len(names) == len(set(names)) == 17


def test_the_interval_holds_the_value_and_the_same_seed_gives_the_same_fit() -> None:
    data = make_examples(groups=12, per_group=8)
    (first, _), (second, _) = (fit_target(data, REFERENCE, "bias", seed=1) for _ in range(2))
    value, low, high = first.predict(data.table, data.words)
    assert np.all((low < value) & (value < high))
    assert np.array_equal(value, second.predict(data.table, data.words)[0])
    assert first.widening == second.widening
