from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from scoring.extractors import COLUMNS
from scoring.model import load_model
from scoring.model.additive import AdditiveClassifier
from scoring.model.preparing import score_columns
from scoring.model.scores import Model, Reference
from scoring.model.signs import HOUSE_STYLE
from scoring.model.target import Target

NAMES = ("a_rate", "b_share", "c_balance")


def make_target(**changes: object) -> Target:
    rng = np.random.default_rng(1)
    X = np.column_stack([rng.gamma(1, 1, 200), rng.random(200), rng.uniform(-1, 1, 200)])
    y = (X[:, 0] + X[:, 1] - X[:, 2] + rng.normal(size=200) > 1.5).astype(float)
    fits = []
    for seed in range(4):
        rows = np.random.default_rng(seed).integers(0, 200, 200)
        fits.append(AdditiveClassifier(NAMES, {"a_rate": 1}).fit(X[rows], y[rows]))
    target = Target(fits[0], fits[1:], 1.2, -0.1, 1.0, np.array([0.7, 0.5, 0.0]))
    return replace(target, **changes)


def articles(n: int = 40) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(5)
    table = np.column_stack([rng.gamma(1, 1, n), rng.random(n), rng.uniform(-1, 1, n)])
    table[::7, 1] = np.nan
    return table, rng.integers(120, 3000, n).astype(float)


def test_points_sum_to_the_value_minus_that_of_the_reference_article() -> None:
    target = make_target()
    value, _, _ = target.predict(*articles())
    points = target.explain(*articles())
    np.testing.assert_allclose(points.sum(axis=1), value - target.reference_value(), atol=1e-9)


def test_the_reference_article_has_no_points_and_the_reference_value() -> None:
    target = make_target()
    value, _, _ = target.predict(target.reference[None, :], np.array([500.0]))
    assert value[0] == pytest.approx(target.reference_value(), abs=1e-12)
    np.testing.assert_array_equal(target.explain(target.reference[None, :], np.array([500.0])), 0.0)


def test_where_the_log_odds_cancel_points_take_their_limit() -> None:
    """Two columns that pull as hard in opposite ways: the sum is zero, each part is not."""
    X = np.linspace(0, 1, 50)[:, None] * [1.0, 1.0]
    curves = AdditiveClassifier(("a_share", "b_share")).fit(X, (X[:, 0] > 0.5).astype(float))
    curves.coef_[1] = -curves.coef_[0]
    curves.grids_[1] = curves.grids_[0]
    target = Target(curves, [], 1.0, 0.3, 1.0, np.array([0.2, 0.2]))
    points = target.explain(np.array([[0.9, 0.9]]), np.array([1e9]))[0]
    p = target.reference_value() / 100
    prepared = curves.contributions(np.array([[0.9, 0.9]])) - curves.contributions(np.array([[0.2, 0.2]]))
    assert points == pytest.approx(100 * p * (1 - p) * prepared[0], rel=1e-6)
    assert points[0] != 0
    assert sum(points) == pytest.approx(0, abs=1e-9)


@pytest.mark.parametrize("shift", [1e-5, 1e-6, 9e-7, 1e-8])
def test_points_do_not_jump_near_the_limit(shift: float) -> None:
    X = np.linspace(0, 1, 50)[:, None]
    curves = AdditiveClassifier(("a_share",)).fit(X, (X[:, 0] > 0.5).astype(float))
    target = Target(curves, [], 1.0, 0.3, 1.0, np.array([0.4]))
    table, words = np.array([[0.4 + shift]]), np.array([1e9])
    points = target.explain(table, words)[0, 0]
    value = 100 / (1 + np.exp(-target.log_odds(table, words)))
    assert points == pytest.approx(value[0] - target.reference_value(), abs=1e-9)


def test_the_interval_holds_the_value_and_stays_on_the_scale() -> None:
    value, low, high = make_target(widening=3.0).predict(*articles())
    assert np.all((low > 0) & (low < value) & (value < high) & (high < 100))


def test_a_longer_article_has_a_narrower_interval() -> None:
    target = make_target()
    table = np.repeat(articles(1)[0], 3, axis=0)
    spread = target.spread(table, np.array([150.0, 600.0, 6000.0]))
    assert spread[0] > spread[1] > spread[2]


def test_a_negative_balance_is_not_taken_for_sampling_error() -> None:
    """Rates and shares stop at zero; a balance does not, and nothing is known of its error."""
    target = make_target()
    target = replace(target, refits=[target.curves, target.curves])
    base = np.array([[0.7, 0.5, 0.0]])
    other = np.array([[0.7, 0.5, -0.9]])
    words = np.array([800.0])
    assert target.spread(base, words) == pytest.approx(target.spread(other, words), abs=1e-12)


def test_without_a_slope_every_value_is_the_same_and_the_interval_is_not_a_point() -> None:
    target = make_target(slope=0.0)
    value, low, high = target.predict(*articles())
    assert len(set(value.tolist())) == 1
    assert np.all(high - low > 1)


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def test_the_shipped_model_explains_exactly_and_keeps_its_intervals(model: Model) -> None:
    rng = np.random.default_rng(3)
    for _ in range(3):
        row = {name: float(rng.choice(model.reference.quantiles[name])) for name in COLUMNS}
        [found] = model.predict([row])
        for name, ends in found.scores.items():
            assert ends["low"] <= ends["value"] <= ends["high"]
            expected = ends["value"] - model.targets[name].reference_value()
            assert sum(found.contributions[name].values()) == pytest.approx(expected, abs=1e-6)
            assert list(found.contributions[name]) == score_columns()


def test_an_article_of_nan_alone_gets_the_reference_value(model: Model) -> None:
    [found] = model.predict([dict.fromkeys(COLUMNS, float("nan")) | {"language_word_count": 400.0}])
    for name, ends in found.scores.items():
        assert ends["value"] == pytest.approx(model.targets[name].reference_value(), abs=1e-9)


def test_no_articles_give_no_predictions(model: Model) -> None:
    assert model.predict([]) == []


def test_two_columns_far_outside_training_are_out_of_range(model: Model) -> None:
    usual = {name: model.reference.medians.get(name, 0.0) for name in COLUMNS} | {
        "language_word_count": 400.0
    }
    varying = [name for name in model.columns if model.ranges[name][1] > model.ranges[name][0]]
    faults = [name for name in varying if name.startswith(("promotion_", "stuffing_"))]
    varying = [name for name in varying if name not in faults]
    far = {
        name: model.ranges[name][1] + 0.3 * (model.ranges[name][1] - model.ranges[name][0])
        for name in (*varying, *faults)
    }
    one = usual | {varying[0]: far[varying[0]]}
    two = one | {varying[1]: far[varying[1]]}
    assert [found.outside for found in model.predict([usual, one, two])] == [(), (), tuple(varying[:2])]
    assert model.predict([usual | {name: far[name] for name in faults}])[0].outside == ()
    idle = {name: far[name] for name in HOUSE_STYLE if name in far}
    assert idle and model.predict([usual | idle | {varying[0]: far[varying[0]]}])[0].outside == ()


@pytest.mark.parametrize(
    ("grid", "value", "percentile"),
    [
        pytest.param((), 1.0, float("nan"), id="no reference: nothing is said"),
        pytest.param((0.0, 1.0), float("nan"), float("nan"), id="undefined"),
        pytest.param((0.0, 0.0, 1.0, 2.0), 0.0, 25.0, id="ties halved"),
        pytest.param((0.0, 0.0, 1.0, 2.0), -1.0, 0.0, id="less than all"),
        pytest.param((0.0, 0.0, 1.0, 2.0), 3.0, 100.0, id="above all"),
    ],
)
def test_percentiles(grid: tuple[float, ...], value: float, percentile: float) -> None:
    known = Reference("news", 4, {}, {"language_lix_grade": grid})
    assert known.percentile("language_lix_grade", value) == pytest.approx(percentile, nan_ok=True)
