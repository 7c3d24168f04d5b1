from __future__ import annotations

from copy import copy
from dataclasses import replace

import numpy as np
import pytest

from scoring.model.additive import AdditiveClassifier
from scoring.model.fitting import Examples, fit_curves, fit_target, predict_with_prior, refit_groups
from scoring.model.metrics import measure_coverage
from scoring.model.prior import Prior, calibrate_near_one, find_prior, penalty_for
from scoring.model.starting import choose_start, rank_alone
from scoring.model.store import load_model

COLUMNS = ("stance_loaded_rate", "hedging_hedge_rate")
MEDIANS = np.array([1.0, 1.0])


def make(n: int, *, seed: int, turn: float = 1.0, columns: tuple[str, ...] = COLUMNS) -> Examples:
    """Labels that follow the first column, weakly; twelve outlets."""
    rng = np.random.default_rng(seed)
    table = rng.gamma(2.0, 1.0, (n, len(columns)))
    labels = (turn * (table[:, 0] - 2) + rng.normal(0, 1.5, n) > 0).astype(float)
    groups = np.array([f"outlet {i % 12}" for i in range(n)])
    return Examples(columns, table, np.full(n, 900.0), labels, groups, np.full(n, "labels"))


@pytest.fixture(scope="module")
def prior() -> Prior:
    data = make(400, seed=1)
    refits = refit_groups(data, MEDIANS, "bias", 0.03, seed=0, count=4)
    return Prior("earlier", "0" * 16, fit_curves(data, MEDIANS, "bias", 0.03), refits)


def test_without_a_prior_the_fit_is_what_it_was() -> None:
    rng = np.random.default_rng(0)
    table, labels = rng.normal(size=(60, 2)), rng.integers(0, 2, 60)
    plain = AdditiveClassifier(COLUMNS, {}, 0.1).fit(table, labels)
    named = AdditiveClassifier(COLUMNS, {}, 0.1).fit(table, labels, prior=None, scale=0.5)
    assert (plain.coef_ == named.coef_).all()
    assert vars(plain).keys() == vars(named).keys()


def test_under_an_endless_penalty_the_curves_are_the_scaled_ones_of_the_prior(prior: Prior) -> None:
    data = make(40, seed=2)
    curves = AdditiveClassifier(COLUMNS, {}, 1e6)
    curves.fit(data.table, data.labels, prior=prior.curves, scale=0.5)
    assert curves.coef_ == pytest.approx(prior.curves.coef_ / 2, abs=1e-4)
    assert (curves.grids_ == prior.curves.grids_).all()


def test_under_no_penalty_the_labels_decide(prior: Prior) -> None:
    data = make(300, seed=2, turn=-1.0)
    curves = AdditiveClassifier(COLUMNS, {}, 1e-6)
    curves.fit(data.table, data.labels, prior=prior.curves, scale=0.5)
    low, high = curves.decision_function([[0.5, 1.0], [5.0, 1.0]])
    assert low > high


def test_a_column_the_prior_lacks_starts_at_zero_with_its_own_grid(prior: Prior) -> None:
    columns = ("sourcing_quote_share", *COLUMNS)
    data = make(40, seed=3, columns=columns)
    curves = AdditiveClassifier(columns, {}, 1e6)
    curves.fit(data.table, data.labels, prior=prior.curves)
    assert curves.coef_[0] == pytest.approx(np.zeros(len(curves.coef_[0])), abs=1e-4)
    assert curves.coef_[1:] == pytest.approx(prior.curves.coef_, abs=1e-4)
    assert curves.grids_[0].max() <= data.table[:, 0].max() + 1e-6


def test_sign_bounds_hold_whatever_the_prior_and_the_labels_say(prior: Prior) -> None:
    curves = fit_curves(make(300, seed=4, turn=-1.0), MEDIANS, "bias", 0.001, prior=prior)
    assert (curves.coef_[0] >= 0).all()


def test_a_column_that_never_varies_in_the_labels_keeps_the_priors_curve(prior: Prior) -> None:
    data = make(40, seed=5)
    data.table[:, 1] = 1.0
    curves = AdditiveClassifier(COLUMNS, {}, 1e6).fit(data.table, data.labels, prior=prior.curves)
    assert curves.coef_[1] == pytest.approx(prior.curves.coef_[1], abs=1e-3)


def test_contributions_with_a_prior_sum_to_the_difference_in_value(prior: Prior) -> None:
    data = make(60, seed=6)
    target, _ = fit_target(data, MEDIANS, "bias", prior=prior)
    value, low, high = target.predict(data.table, data.words)
    points = target.explain(data.table, data.words).sum(axis=1)
    assert points == pytest.approx(value - target.reference_value(), abs=1e-6)
    assert ((low <= value) & (value <= high)).all()
    assert target.slope > 0


def test_refits_hold_the_doubt_of_the_prior(prior: Prior) -> None:
    """With the penalty endless, refits differ only by the prior's own refits."""
    data = make(30, seed=7)
    fixed = refit_groups(data, MEDIANS, "bias", 1e6, prior=replace(prior, refits=()), seed=0, count=4)
    drawn = refit_groups(data, MEDIANS, "bias", 1e6, prior=prior, seed=0, count=4)
    assert np.std([curves.coef_ for curves in fixed], axis=0).max() < 1e-3
    assert np.std([curves.coef_ for curves in drawn], axis=0).max() > 1e-2


def test_coverage_is_measured_with_the_prior(prior: Prior) -> None:
    data = make(90, seed=8)
    target, _ = fit_target(data, MEDIANS, "bias", prior=prior)
    found = measure_coverage(data, target, "bias", prior=prior, seed=100)
    assert found is not None
    assert 0.7 <= found <= 1


def test_twenty_labels_with_a_prior_beat_twenty_without(prior: Prior) -> None:
    found = [choose_start(make(20, seed=seed), MEDIANS, "bias", prior) for seed in range(20, 28)]
    assert np.mean([start.joined for start in found]) > np.mean([start.scratch for start in found])


def test_a_prior_against_the_labels_is_left_out_where_that_is_clear(prior: Prior) -> None:
    curves = copy(prior.curves)
    curves.coef_ = 40 * curves.coef_
    start = choose_start(make(240, seed=9, turn=-1.0), MEDIANS, "own", replace(prior, curves=curves))
    assert start.alone < 0.5
    assert not start.kept
    assert start.prior is None
    assert start.describe()["kept"] is False


def test_without_an_offer_there_is_nothing_to_say() -> None:
    start = choose_start(make(40, seed=1), MEDIANS, "own", None)
    assert (start.prior, start.kept, start.describe()) == (None, False, {})


def test_alone_is_the_prior_itself(prior: Prior) -> None:
    data = make(30, seed=3, columns=("sourcing_quote_share", *COLUMNS))
    medians = np.array([0.5, 1.0, 1.0])
    keep = 900 / (900 + 250)
    seen = keep * data.table[:, 1:] + (1 - keep) * MEDIANS
    assert rank_alone(data, medians, prior) == pytest.approx(prior.curves.decision_function(seen))


@pytest.mark.parametrize(("labels", "penalty"), [(0, 6.0), (20, 0.3), (600, 0.01)])
def test_the_penalty_falls_with_the_number_of_labels(labels: int, penalty: float) -> None:
    assert penalty_for(labels) == pytest.approx(penalty)


def test_the_penalty_used_is_that_of_the_number_of_labels(prior: Prior) -> None:
    penalty, odds = predict_with_prior(make(60, seed=1), MEDIANS, "bias", prior)
    assert (penalty, odds.shape) == (0.1, (60,))


@pytest.mark.parametrize(
    ("labels", "low", "high"),
    [
        pytest.param([0, 0, 1, 1], 1.0, 3.0, id="odds in the right order: at least as steep"),
        pytest.param([1, 1, 0, 0], 0.0, 0.5, id="in the wrong order: flat, never negative"),
        pytest.param([0.5, 0.5, 0.5, 0.5], 0.0, 1.0, id="labels half way: flatter"),
    ],
)
def test_the_slope_is_drawn_to_one(labels: list[float], low: float, high: float) -> None:
    odds = np.array([-1.5, -0.5, 0.5, 1.5])
    slope, offset = calibrate_near_one(odds, np.array(labels), np.ones(4))
    assert low <= slope <= high
    assert offset == pytest.approx(0, abs=1e-3)


def test_a_prior_comes_from_a_score_of_the_same_name_that_says_something() -> None:
    model = load_model("default")
    found = find_prior(model, "bias")
    assert found is not None
    assert (found.name, found.digest) == ("default", model.digest)
    assert found.draw(len(found.refits)).curves is found.refits[0]
    assert find_prior(model, "clarity") is None
    idle = replace(model, targets={"bias": replace(model.targets["bias"], slope=0.0)})
    assert find_prior(idle, "bias") is None
