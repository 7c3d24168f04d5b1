from __future__ import annotations

import numpy as np
import pytest
from scipy import stats

from scoring.outlets.resampling import (
    ENOUGH,
    RESAMPLES,
    count_draws,
    draw_means,
    expand_tail,
    interval,
    probability_above,
)


def describe(values, level=0.9, seed=0):
    """Interval of the mean of one column of cluster means."""
    column = np.array(values, float)[:, None]
    draws = draw_means(column, np.ones_like(column), seed=seed)
    low, high = interval(column.mean(axis=0), draws, np.array([len(column)]), level)
    return low[0], high[0]


def test_draws_average_articles_not_clusters():
    # Cluster 1: three articles, sum 30; cluster 2: one article, 50. Drawn means can only be
    # 30/3 = 10 (1 twice), 80/4 = 20 (each once) and 50/1 = 50 (2 twice).
    draws = draw_means(np.array([[30.0], [50.0]]), np.array([[3.0], [1.0]]), seed=0)
    assert draws.shape == (1, RESAMPLES)
    assert set(np.unique(draws)) == {30 / 3, 80 / 4, 50 / 1}
    # Each cluster twice 1/4, each once 1/2.
    assert np.mean(draws == 20.0) == pytest.approx(1 / 2, abs=0.05)


def test_count_draws_counts_each_row():
    assert count_draws(np.array([[0, 0, 2], [1, 2, 0]])).tolist() == [[2, 0, 1], [1, 1, 1]]


@pytest.mark.parametrize("clusters", [5, 10, 30])
def test_tail_is_hesterbergs(clusters):
    t = stats.t.ppf(0.05, clusters - 1)
    wide = stats.norm.cdf(np.sqrt(clusters / (clusters - 1)) * t)
    assert expand_tail(0.05, clusters) == pytest.approx(wide)
    assert expand_tail(0.05, clusters) < 0.05


def test_two_clusters_get_students_interval():
    # Means 40 and 60: the bootstrap error of their mean is sd / sqrt(2) with sd = 10, so 7.07; times
    # sqrt(2 / 1) it is 10; t of 0.95 on 1 degree is 6.31: 50 -+ 63.
    low, high = describe([40.0, 60.0])
    reach = stats.t.ppf(0.95, 1) * 10.0
    assert low == pytest.approx(50 - reach, abs=2)
    assert high == pytest.approx(50 + reach, abs=2)


@pytest.mark.parametrize("values", [[7.0] * 9, [0.0] * 3], ids=["all alike", "all zero"])
def test_no_interval_where_nothing_varies(values):
    assert np.isnan(describe(values)).all()


@pytest.mark.parametrize("size", [3, 4, ENOUGH, 8, 20])
def test_intervals_hold_the_true_mean(size):
    rng = np.random.default_rng(size)
    held = [low <= 0 <= high for low, high in (describe(rng.normal(size=size), seed=k) for k in range(400))]
    # 90 % wanted; 400 samples have a standard error of 1.5 points.
    assert 0.84 < np.mean(held) < 0.95


def test_half_intervals_hold_half():
    rng = np.random.default_rng(1)
    held = [low <= 0 <= high for low, high in (describe(rng.normal(size=12), 0.5, k) for k in range(400))]
    assert 0.42 < np.mean(held) < 0.58


def test_probability_is_even_at_zero_and_rises_with_the_difference():
    rng = np.random.default_rng(0)
    draws = rng.normal(size=(3, RESAMPLES)) + np.array([[0.0], [1.0], [3.0]])
    above = probability_above(np.array([0.0, 1.0, 3.0]), draws, np.array([50, 50, 50]))
    assert above[0] == pytest.approx(0.5)
    assert above[1] == pytest.approx(stats.t.cdf(1 / np.sqrt(50 / 49), 49), abs=0.02)
    assert 0.99 < above[2] < 1


def test_one_cluster_has_no_probability():
    assert np.isnan(probability_above(np.array([3.0]), np.full((1, RESAMPLES), np.nan), np.array([1])))


def test_same_seed_same_draws_other_seed_other_draws():
    sums, counts = np.arange(8.0)[:, None], np.ones((8, 1))
    first = draw_means(sums, counts, seed=(3, 1))
    assert (first == draw_means(sums, counts, seed=(3, 1))).all()
    other = draw_means(sums, counts, seed=(3, 2))
    assert abs(np.corrcoef(first[0], other[0])[0, 1]) < 0.1
