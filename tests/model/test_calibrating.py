"""Calibration: what errs shows, and what errs by chance alone is told from it."""

from __future__ import annotations

import numpy as np
import pytest

from scoring.model.calibrating import BINS, measure_amounts, measure_calibration, measure_classes

N = 3000
RANDOM = np.random.default_rng(1)
ODDS = RANDOM.normal(size=N)
DRAWN = RANDOM.random(N) < 1 / (1 + np.exp(-ODDS))


def test_labels_drawn_from_the_probabilities_err_by_chance_only() -> None:
    error, expected = measure_calibration(ODDS, DRAWN)
    assert error == pytest.approx(expected, abs=0.01)


def test_twice_the_log_odds_are_too_sure() -> None:
    error, expected = measure_calibration(2 * ODDS, DRAWN)
    assert error > expected + 0.05


def test_two_classes_are_one_and_its_rest() -> None:
    found = measure_classes(np.column_stack([np.zeros(N), ODDS]), DRAWN.astype(int), ("no", "yes"))
    assert tuple(found["calibration_by_class"]["yes"]) == measure_calibration(ODDS, DRAWN)
    assert found["calibration_error"] == pytest.approx(found["calibration_expected"], abs=0.01)


def test_amounts_without_error_have_none() -> None:
    assert measure_amounts(ODDS, ODDS) == (0.0, 0.0)


def test_amounts_that_are_all_too_high_err_by_that_much() -> None:
    error, expected = measure_amounts(ODDS + 0.25, ODDS)
    assert error == pytest.approx(0.25)
    # signs of a bin's n errors cancel to sqrt(2 / (pi n)) of one in the mean
    assert expected == pytest.approx(0.25 * np.sqrt(2 / np.pi / (N / BINS)), rel=0.1)
