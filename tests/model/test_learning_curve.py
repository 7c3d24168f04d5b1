from __future__ import annotations

import math

import numpy as np
import pytest

from scoring.model.fitting import Examples, fit_curves
from scoring.model.learning_curve import LearningRow, trace_curve, write_rows
from scoring.model.prior import Prior

COLUMNS = ("stance_loaded_rate", "hedging_hedge_rate")
MEDIANS = np.array([1.0, 1.0])


def make(n: int, seed: int) -> Examples:
    rng = np.random.default_rng(seed)
    table = rng.gamma(2.0, 1.0, (n, 2))
    labels = (table[:, 0] - 2 + rng.normal(0, 1.5, n) > 0).astype(float)
    groups = np.array([f"outlet {i % 15}" for i in range(n)])
    return Examples(COLUMNS, table, np.full(n, 900.0), labels, groups, np.full(n, "labels"))


@pytest.fixture(scope="module")
def rows() -> list[LearningRow]:
    prior = Prior("other", "", fit_curves(make(300, 1), MEDIANS, "bias", 0.03))
    return trace_curve(make(150, 2), MEDIANS, prior, sizes=(20, 60, 1000), repeats=5)


def test_a_row_for_each_size_that_the_folds_can_give_and_each_start(rows: list[LearningRow]) -> None:
    assert [(row.labels, row.start) for row in rows] == [
        (0, "prior"),
        (20, "prior"),
        (20, "scratch"),
        (60, "prior"),
        (60, "scratch"),
    ]


def test_figures_lie_where_they_can(rows: list[LearningRow]) -> None:
    for row in rows:
        assert 0.5 < row.auc <= 1
        assert row.spread >= 0
        assert 0 < row.loss < 2
        assert 1 <= row.repeats <= 5


def test_a_good_prior_helps_most_where_labels_are_fewest(rows: list[LearningRow]) -> None:
    auc = {(row.labels, row.start): row.auc for row in rows}
    few, more = (auc[n, "prior"] - auc[n, "scratch"] for n in (20, 60))
    assert few > 0
    assert few > more


def test_a_single_repeat_has_no_spread() -> None:
    prior = Prior("other", "", fit_curves(make(100, 1), MEDIANS, "bias", 0.03))
    [row] = trace_curve(make(100, 2), MEDIANS, prior, sizes=(), repeats=1)
    assert math.isnan(row.spread)


def test_no_rows_make_an_empty_table() -> None:
    assert len(write_rows([]).splitlines()) == 2
