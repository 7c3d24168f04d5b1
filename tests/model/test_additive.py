from __future__ import annotations

import numpy as np
import pytest
from sklearn.base import clone

from scoring.model.additive import AdditiveClassifier
from scoring.model.grids import GRID

COLUMNS = ("up", "down", "free")
SIGNS = {"up": 1, "down": -1}
NAN = float("nan")


def draw(n: int = 300, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    """Articles whose label follows none of the signs: the bounds must hold against the data."""
    rng = np.random.default_rng(seed)
    X = rng.normal(size=(n, 3))
    odds = -1.5 * X[:, 0] + 1.5 * X[:, 1] + np.sin(2 * X[:, 2])
    return X, (rng.random(n) < 1 / (1 + np.exp(-odds))).astype(float)


def fitted(**options: object) -> AdditiveClassifier:
    return AdditiveClassifier(COLUMNS, SIGNS, **options).fit(*draw())


def curve(model: AdditiveClassifier, column: int, values: np.ndarray) -> np.ndarray:
    X = np.zeros((len(values), 3))
    X[:, column] = values
    return model.contributions(X)[:, column]


@pytest.mark.parametrize(("column", "sign"), [(0, 1), (1, -1)], ids=["may only rise", "may only fall"])
@pytest.mark.parametrize("seed", range(3))
def test_a_sign_bound_holds_against_the_data(column: int, sign: int, seed: int) -> None:
    model = AdditiveClassifier(COLUMNS, SIGNS, 0.001).fit(*draw(seed=seed))
    steps = np.diff(curve(model, column, np.linspace(-6, 6, 400)))
    assert np.all(sign * steps >= -1e-9)


def test_with_the_data_a_bounded_curve_moves() -> None:
    X, y = draw()
    model = AdditiveClassifier(COLUMNS, {"up": -1, "down": 1}, 0.001).fit(X, y)
    ends = curve(model, 0, np.array([-2.0, 2.0]))
    assert ends[1] < ends[0] - 1


def test_a_free_curve_may_turn() -> None:
    steps = np.diff(curve(fitted(penalty=0.001), 2, np.linspace(-2, 2, 200)))
    assert steps.min() < 0 < steps.max()


def twins(errors: tuple[float, float] | None) -> AdditiveClassifier:
    """Two columns with the same values; each value of either may err by so much."""
    X = np.linspace(0, 4, 80)[:, None] * [1.0, 1.0]
    error = None if errors is None else np.full(X.shape, errors)
    return AdditiveClassifier(("a", "b")).fit(X, (X[:, 0] > 2).astype(float), error=error)


def test_of_two_measures_that_tell_the_same_the_one_that_errs_less_is_trusted() -> None:
    sure, doubted = np.ptp(twins((0.0, 1.0)).contributions([[0.0, 0.0], [4.0, 4.0]]), axis=0)
    assert doubted < 0.8 * sure


def test_errors_of_nothing_change_nothing() -> None:
    assert (twins((0.0, 0.0)).coef_ == twins(None).coef_).all()


def test_a_swing_is_half_of_what_lies_between_an_error_above_and_below_but_not_below_zero() -> None:
    model = twins(None)
    high, low = (model.contributions([[value, 1.0]])[0, 0] for value in (1.5, 0.0))
    assert model.swings([[0.5, 1.0]], [[1.0, 0.0]])[0].tolist() == [pytest.approx((high - low) / 2), 0.0]


def test_curves_are_flat_outside_what_was_seen() -> None:
    model = fitted()
    low, high = model.grids_[:, 0].min(), model.grids_[:, -1].max()
    for column in range(3):
        assert len(set(curve(model, column, np.array([low - 1, low - 50, -1e12])).tolist())) == 1
        assert len(set(curve(model, column, np.array([high + 1, high + 50, 1e12])).tolist())) == 1


def test_nan_adds_what_the_median_adds() -> None:
    model = fitted()
    known = model.contributions(model.medians_[None, :])
    np.testing.assert_array_equal(model.contributions([[NAN, NAN, NAN]]), known)


def test_a_column_of_nan_and_a_constant_one_add_nothing_whatever_they_hold_later() -> None:
    X, y = draw()
    X[:, 0], X[:, 1] = NAN, 3.0
    model = AdditiveClassifier(COLUMNS, {}, 0.001).fit(X, y)
    added = model.contributions([[NAN, 3.0, 0.0], [7.0, 9.0, 0.0], [-1e9, 1e9, 0.0]])
    np.testing.assert_array_equal(added[:, :2], 0.0)
    assert np.abs(model.coef_[2]).max() > 0


def test_some_nan_in_a_column_is_no_hindrance() -> None:
    X, y = draw()
    X[::3, 2] = NAN
    assert np.isfinite(AdditiveClassifier(COLUMNS, SIGNS).fit(X, y).decision_function(X)).all()


def test_the_log_odds_are_the_sum_of_the_contributions() -> None:
    model = fitted()
    X, _ = draw(50, seed=9)
    np.testing.assert_array_equal(
        model.decision_function(X), model.contributions(X).sum(axis=1) + model.intercept_
    )


def test_a_stronger_penalty_gives_smaller_and_smoother_curves() -> None:
    norms = [np.linalg.norm(fitted(penalty=penalty).coef_) for penalty in (0.0001, 0.001, 0.01, 0.1, 10)]
    assert norms == sorted(norms, reverse=True)
    assert norms[-1] < 0.05 * norms[0]


def test_the_loss_has_the_slope_it_claims() -> None:
    """At the optimum of an unbounded fit, moving any coefficient either way makes the loss worse."""
    X, y = draw(80)
    model = AdditiveClassifier(COLUMNS, {}, 0.01).fit(X, y)

    def loss(shift: np.ndarray) -> float:
        moved = clone(model).fit(X, y)
        moved.coef_ = model.coef_ + shift
        odds = moved.decision_function(X)
        bends = np.diff(moved.coef_, axis=1)
        rough = (moved.coef_**2).sum() + (bends**2).sum()
        return float(np.mean(np.logaddexp(0, odds) - y * odds) + 0.01 * rough)

    best = loss(np.zeros_like(model.coef_))
    for place in [(0, 0), (1, 2), (2, 4)]:
        for step in (-0.05, 0.05):
            shift = np.zeros_like(model.coef_)
            shift[place] = step
            assert loss(shift) > best


def test_weights_count_like_copies() -> None:
    X, y = draw(60)
    weight = np.where(np.arange(60) < 20, 2.0, 1.0)
    doubled = AdditiveClassifier(COLUMNS, SIGNS).fit(np.vstack([X, X[:20]]), np.concatenate([y, y[:20]]))
    weighted = AdditiveClassifier(COLUMNS, SIGNS)
    weighted.fit(X, y, sample_weight=weight)
    # the grids differ a little: copies are different values only once
    assert np.abs(weighted.decision_function(X) - doubled.decision_function(X)).max() < 0.02


def test_a_label_between_counts_for_both_classes() -> None:
    X, _ = draw(60)
    even = AdditiveClassifier(COLUMNS, SIGNS).fit(X, np.full(60, 0.5))
    np.testing.assert_allclose(even.predict_proba(X)[:, 1], 0.5, atol=1e-3)


def test_probabilities_sum_to_one_without_overflow() -> None:
    model = fitted()
    model.intercept_ = 5000.0
    np.testing.assert_array_equal(model.predict_proba(draw(5)[0]).sum(axis=1), 1.0)
    model.intercept_ = -5000.0
    assert set(model.predict(draw(5)[0]).tolist()) == {0}


def test_it_is_a_scikit_learn_estimator() -> None:
    model = fitted(penalty=0.2)
    copy = clone(model)
    assert copy.get_params() == {"columns": COLUMNS, "signs": SIGNS, "penalty": 0.2, "least": None}
    assert not hasattr(copy, "coef_")
    assert copy.set_params(penalty=0.3).penalty == 0.3
    assert (model.n_features_in_, model.grids_.shape) == (3, (3, GRID))
    assert model.score(*draw()) > 0.4


@pytest.mark.parametrize("seed", range(3))
def test_a_least_effect_holds_whatever_the_labels_say(seed: int) -> None:
    X, y = draw(seed=seed)
    X[:, 2] = 0.0
    signs, least = {"up": 1, "down": -1, "free": -1}, {"up": 0.3, "down": 0.1, "free": 0.2}
    model = AdditiveClassifier(COLUMNS, signs, 0.001, least).fit(X, y)
    low, high = (np.full((1, 3), end) for end in (-99.0, 99.0))
    moved = (model.contributions(high) - model.contributions(low))[0]
    np.testing.assert_allclose(moved, [0.3, -0.1, -0.2], atol=1e-9)


def test_it_fits_without_names() -> None:
    assert AdditiveClassifier().fit(*draw()).coef_.shape[0] == 3


def test_the_same_data_give_the_same_curves() -> None:
    np.testing.assert_array_equal(fitted().coef_, fitted().coef_)


@pytest.mark.parametrize(
    ("X", "y", "says"),
    [
        pytest.param(np.zeros((2, 2)), [0, 1], "2 columns", id="columns that are not named"),
        pytest.param(np.zeros((2, 3)), [0, 2], "outside", id="a label above one"),
        pytest.param(np.zeros((2, 3)), [0, NAN], "outside", id="a label that is no number"),
        pytest.param(np.zeros((2, 3)), [0, 1, 1], "shape", id="more labels than articles"),
    ],
)
def test_what_does_not_fit_is_named(X: np.ndarray, y: list[float], says: str) -> None:
    with pytest.raises(ValueError, match=says):
        AdditiveClassifier(COLUMNS).fit(X, y)
