"""Figures and their intervals."""

from __future__ import annotations

from math import isnan, nan

import numpy as np
import pytest
from sklearn.metrics import f1_score, roc_auc_score

from scoring.validation.resampling import (
    auc,
    count_classes,
    count_truths,
    f1,
    length_auc,
    macro_f1,
    mean,
    measure_auc,
    measure_correlation,
    measure_counts,
    measure_gain,
)

RANDOM = np.random.default_rng(3)
TRUTH = RANDOM.random(60) < 0.4
SCORES = np.round(RANDOM.random(60) + TRUTH * 0.3, 1)


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param([0, 0, 0, 0], nan, id="nothing found, nothing marked: undefined"),
        pytest.param([0, 0, 0, 5], 0.0, id="nothing found of five"),
        pytest.param([0, 3, 0, 5], 0.0, id="all wrong"),
        pytest.param([3, 4, 3, 6], 2 * 0.75 * 0.5 / 1.25, id="precision .75, recall .5"),
    ],
)
def test_f1(counts, expected):
    assert measure_counts([counts], f1).value == pytest.approx(expected, nan_ok=True)


def test_no_document_is_undefined_not_zero():
    assert isnan(measure_counts(np.zeros((0, 4)), f1).value)
    assert isnan(measure_auc([], []).value)
    assert isnan(measure_correlation([1.0, 2.0], [1.0, 2.0]).value)


def test_documents_all_alike_leave_no_doubt():
    found = measure_counts([[3, 4, 3, 6]] * 9, f1)
    assert found.low == pytest.approx(found.value) == pytest.approx(found.high)


def test_the_interval_holds_the_figure_and_narrows_with_documents():
    few = measure_counts([[1, 1], [0, 1]] * 5, mean)
    many = measure_counts([[1, 1], [0, 1]] * 80, mean)
    assert few.low < 0.5 < few.high
    assert many.high - many.low < (few.high - few.low) / 2


def test_the_same_seed_gives_the_same_interval():
    assert measure_auc(SCORES, TRUTH) == measure_auc(SCORES, TRUTH)


def test_auc_is_that_of_scikit_learn_with_ties():
    assert auc(SCORES, TRUTH) == pytest.approx(roc_auc_score(TRUTH, SCORES))


def test_auc_of_one_class_is_undefined():
    assert isnan(auc([0.1, 0.2], [True, True]))


def test_length_counts_in_its_better_direction():
    assert length_auc([9, 8, 1, 2], [False, False, True, True]) == 1.0


def test_a_measure_gains_nothing_over_itself():
    found = measure_gain(SCORES, SCORES, TRUTH)
    assert (found.value, found.low, found.high) == (0.0, 0.0, 0.0)


def test_a_paired_gain_is_surer_than_two_intervals():
    better = SCORES + 0.05 * TRUTH
    gain, one, two = (
        measure_gain(better, SCORES, TRUTH),
        measure_auc(better, TRUTH),
        measure_auc(SCORES, TRUTH),
    )
    assert gain.value == pytest.approx(one.value - two.value)
    assert gain.high - gain.low < one.high - two.low


def test_macro_f1_is_that_of_scikit_learn():
    said, truth = list("aabbccab"), list("abbcccaa")
    found = measure_counts(count_classes(said, truth), macro_f1)
    assert found.value == pytest.approx(f1_score(truth, said, average="macro"))


def test_yes_to_all_has_the_prevalence_as_precision():
    found = measure_counts(count_truths([True] * 4, [True, False, False, False]), f1)
    assert found.value == pytest.approx(2 * 0.25 / 1.25)


def test_ranks_see_through_a_curve():
    x = np.arange(1.0, 20)
    assert measure_correlation(x, np.exp(x), ranks=True).value == pytest.approx(1)
    assert measure_correlation(x, np.exp(x)).value < 0.8


def test_pairs_with_an_undefined_value_are_left_out():
    assert measure_correlation([1, 2, 3, nan], [2, 4, 6, 0]).value == pytest.approx(1)
