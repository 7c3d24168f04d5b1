from __future__ import annotations

import math
import warnings
from typing import Any

import numpy as np
import pytest

from scoring.model.agreement import (
    UNKNOWN,
    Cases,
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
from scoring.model.evaluation import calibrate_bins, measure_agreement, measure_words, split_by_length

nan = math.nan


def cases(labels: list[float], values: list[float] | None = None, **parts: Any) -> Cases:
    n = len(labels)
    made: dict[str, Any] = {
        "ids": [f"a{i}" for i in range(n)],
        "texts": ["The bridge closed."] * n,
        "outlets": [None] * n,
        "events": [None] * n,
        "words": np.arange(n) + 200.0,
        "values": np.array(labels if values is None else values, dtype=float),
        "labels": np.array(labels, dtype=float),
        "is_scored": np.ones(n, dtype=bool),
    }
    return Cases(**made | parts)


def once(statistic: Any, n: int) -> float:
    with np.errstate(invalid="ignore"):
        return float(statistic(np.ones((1, n)))[0])


@pytest.mark.parametrize(
    ("truth", "values", "expected"),
    [
        pytest.param([1, 0], [2, 1], 1.0, id="the right order"),
        pytest.param([1, 0], [1, 2], 0.0, id="the wrong order"),
        pytest.param([1, 0, 0], [5, 5, 5], 0.5, id="all the same: chance"),
        pytest.param([1, 1, 0, 0], [3, 1, 2, 1], (1 + 1 + 0 + 0.5) / 4, id="a tie counts half"),
        pytest.param([1, 1], [1, 2], nan, id="one kind only: undefined"),
    ],
)
def test_auc(truth: list[int], values: list[float], expected: float) -> None:
    statistic = auc(np.array(truth, dtype=bool), np.array(values, dtype=float))
    assert once(statistic, len(truth)) == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("one", "other", "pearson", "spearman"),
    [
        pytest.param([1, 2, 3], [2, 4, 6], 1, 1, id="a line"),
        pytest.param([1, 2, 3], [9, 4, 1], -8 / math.sqrt(2 * 98 / 3), -1, id="falling, bent"),
        pytest.param([1, 2, 3], [5, 5, 5], nan, nan, id="one does not vary: undefined"),
        pytest.param([1], [5], nan, nan, id="one article: undefined"),
    ],
)
def test_correlations(one: list[float], other: list[float], pearson: float, spearman: float) -> None:
    x, y = np.array(one, dtype=float), np.array(other, dtype=float)
    assert once(rank_correlation(x, y), len(x)) == pytest.approx(spearman, nan_ok=True)
    assert once(correlation(x, y), len(x)) == pytest.approx(pearson, nan_ok=True)


def test_a_weight_of_two_is_the_same_article_twice() -> None:
    rng = np.random.default_rng(0)
    truth, x, y = rng.random(20) > 0.5, rng.random(20).round(1), rng.random(20)
    weights = rng.integers(0, 3, 20)
    again = np.repeat(np.arange(20), weights)
    for make in (lambda i: auc(truth[i], x[i]), lambda i: correlation(x[i], y[i]), lambda i: mean(y[i])):
        weighed = float(make(np.arange(20))(weights[None].astype(float))[0])
        assert weighed == pytest.approx(once(make(again), len(again)))


def test_the_share_is_for_an_even_mix_of_both_kinds() -> None:
    places, labels = np.array([0, 0, 1, 1, 1, 1]), np.array([1.0, 0, 1, 0, 0, 0])
    with np.errstate(invalid="ignore"):
        found = shares(places, labels)(np.ones((1, 6)))[0]
    low, high = (1 / 2) / (1 / 2 + 1 / 4), (1 / 2) / (1 / 2 + 3 / 4)
    assert found.tolist() == pytest.approx([100 * low, 100 * high])


@pytest.mark.parametrize(
    ("groups", "has_ends"),
    [
        pytest.param(["a", "b"] * 6, False, id="two outlets"),
        pytest.param(["a", "b", "c"] * 4, True, id="three"),
        pytest.param(list("abcdefghijkl"), True, id="each its own"),
    ],
)
def test_an_interval_takes_three_groups(groups: list[str], has_ends: bool) -> None:
    [found] = estimate(mean(np.arange(12.0)), groups)
    assert found.value == 5.5
    assert math.isfinite(found.low) is has_ends
    assert not has_ends or found.low < 5.5 < found.high


def test_draws_that_never_differ_are_no_certainty() -> None:
    [found] = estimate(mean(np.full(12, 3.0)), list("abcdefghijkl"))
    assert (found.value, math.isnan(found.low)) == (3.0, True)


def test_copies_inside_an_outlet_do_not_narrow_the_interval() -> None:
    values, groups = np.random.default_rng(1).random(10), [f"o{i}" for i in range(10)]
    once_each = estimate(mean(values), groups)[0]
    copied = estimate(mean(np.repeat(values, 20)), list(np.repeat(groups, 20)))[0]
    assert (copied.low, copied.high) == pytest.approx((once_each.low, once_each.high))


@pytest.mark.parametrize(
    ("outlets", "events", "unit", "groups"),
    [
        pytest.param([], [], "article", [], id="no articles"),
        pytest.param([None, None], [None, None], "article", ["a0", "a1"], id="nothing known"),
        pytest.param(["X", "Y"], ["e", "e"], "outlet", ["X", "Y"], id="outlets"),
        pytest.param(["X", None], ["e", "f"], "outlet", ["X", "f"], id="an outlet is missing: its event"),
        pytest.param(["X", "X"], ["e", "f"], "event", ["e", "f"], id="one outlet: its events"),
        pytest.param(["X", "X"], [None, None], "article", ["a0", "a1"], id="one outlet, no events"),
    ],
)
def test_what_is_drawn_again(outlets: list[Any], events: list[Any], unit: str, groups: list[str]) -> None:
    made = cases([0.0] * len(outlets), outlets=outlets, events=events)
    assert name_groups(made) == (unit, groups)


@pytest.mark.parametrize(
    ("labels", "values", "expected"),
    [
        pytest.param([], [], ((0, 0, 0), (0, 0, 0), (0, 0, 0)), id="no articles"),
        pytest.param([0, 33, 34, 66, 67, 100], [0, 0, 50, 50, 100, 100],
                     ((2, 0, 0), (0, 2, 0), (0, 0, 2)), id="the ends of the thirds"),
        pytest.param([0, 100], [100, 0], ((0, 0, 1), (0, 0, 0), (1, 0, 0)), id="opposite"),
    ],
)  # fmt: skip
def test_thirds(labels: list[float], values: list[float], expected: Any) -> None:
    assert count_thirds(cases(labels, values)) == expected


def test_distances_to_hold_against_the_models() -> None:
    assert distance_of_constant(np.array([0.0, 10.0, 90.0])) == pytest.approx((10 + 0 + 80) / 3)
    assert math.isnan(distance_of_constant(np.array([])))
    assert measure_apart({"a": {"x": 0.0, "y": 30.0, "z": 60.0}, "b": {"x": 5.0}}) == (30 + 60 + 30) / 3
    assert math.isnan(measure_apart({"b": {"x": 5.0}}))


@pytest.mark.parametrize(
    ("labels", "values", "error"),
    [
        pytest.param([0, 100] * 8, [50] * 16, 0, id="always an even chance"),
        pytest.param([0, 100] * 8, [0, 100] * 8, 0, id="always sure and right"),
        pytest.param([0, 100] * 8, [100, 0] * 8, 100, id="always sure and wrong"),
        pytest.param([0, 0, 0, 100] * 4, [50] * 16, 0, id="kinds count the same however many there are"),
        pytest.param([100] * 16, [50] * 16, nan, id="one kind only: undefined"),
        pytest.param([], [], nan, id="no articles: undefined"),
    ],
)
def test_calibration_error(labels: list[float], values: list[float], error: float) -> None:
    bins, off = calibrate_bins(cases(labels, values), [f"g{i % 4}" for i in range(len(labels))])
    assert off == pytest.approx(error, nan_ok=True)
    assert sum(one.n for one in bins) == len(labels)


def test_words_that_give_the_label_away_are_found_in_other_outlets() -> None:
    labels = [0.0, 100.0] * 40
    texts = [
        f"The mayor was {'scheming' if label else 'present'} on day {i}." for i, label in enumerate(labels)
    ]
    groups = [f"o{i // 4}" for i in range(80)]
    assert measure_words(cases(labels, texts=texts), groups).value == 1.0
    assert measure_words(cases(labels[:48], texts=texts[:48]), groups[:48]) == UNKNOWN
    assert measure_words(cases([100.0] * 80, texts=texts), groups) == UNKNOWN


def test_words_that_only_name_the_outlet_are_worth_nothing() -> None:
    groups = [f"o{i // 4}" for i in range(80)]
    labels = [100.0 * ((i // 4) % 2) for i in range(80)]
    texts = [f"Gazette{group} gazette{group} writes again." for group in groups]
    assert measure_words(cases(labels, texts=texts), groups).value <= 0.6


def test_lengths_are_three_parts_of_about_equal_count() -> None:
    parts = split_by_length(cases([0.0, 100.0] * 6))
    assert [part.name for part in parts] == ["200–203 words", "204–207 words", "208–211 words"]
    assert [part.n for part in parts] == [4, 4, 4]
    assert all(math.isnan(part.auc.value) for part in parts), "fewer than five articles"
    assert len(split_by_length(cases([0.0] * 5, words=np.full(5, 300.0)))) == 1


def test_no_scored_article_leaves_every_figure_undefined_without_a_warning() -> None:
    withheld = cases([10.0, 90.0], is_scored=np.zeros(2, dtype=bool))
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        found = measure_agreement(withheld, {"a0": {"x": 10.0}, "a1": {"x": 90.0}})
    assert (found.labelled, found.scored, found.withheld) == (2, 0, 2)
    assert found.auc == found.spearman == found.error == UNKNOWN
    assert found.auc_forced.value == 1.0


def test_withheld_articles_count_only_where_they_are_forced() -> None:
    labels, values = [0.0, 0.0, 100.0, 100.0], [10.0, 90.0, 80.0, 80.0]
    some = cases(labels, values, is_scored=np.array([True, False, True, True]))
    found = measure_agreement(some, {name: {"x": 1.0} for name in some.ids}, coverage=0.9)
    assert (found.auc.value, found.auc_forced.value) == (1.0, 0.5)
    assert (found.scored, found.withheld, found.positive, found.coverage) == (3, 1, 2, 0.9)
    assert (found.unit, found.groups) == ("article", 3)


def test_an_article_without_words_has_no_forced_value() -> None:
    some = cases([0.0, 100.0, 0.0], [10.0, 90.0, nan], is_scored=np.array([True, True, False]))
    found = measure_agreement(some, {})
    assert (found.labelled, found.auc_forced.value) == (3, 1.0)


def test_length_counts_in_its_better_direction_and_the_gain_is_drawn_with_it() -> None:
    labels = [100.0, 0.0] * 10
    words = np.array([200.0 if label else 400.0 for label in labels])
    found = measure_agreement(cases(labels, [50.0] * 20, words=words), {})
    assert (found.auc.value, found.auc_length.value, found.gain.value) == (0.5, 1.0, -0.5)
    assert math.isnan(found.gain.low), "every draw gives the same"
