"""How a figure stands to its goal."""

from __future__ import annotations

from math import nan

import pytest

from scoring.validation.row import Found, Goal, join, stand


def goal(reach=nan, aim=nan, **more):
    return Goal("cue", "corpus", "dev", "F1", reach, aim, **more)


@pytest.mark.parametrize(
    ("asked", "found", "expected"),
    [
        pytest.param(goal(0.7, 0.8), Found(), "not measured yet", id="nothing measured"),
        pytest.param(goal(), Found(9, 0.5), "no goal", id="no goal"),
        pytest.param(goal(0.7, 0.8), Found(9, 0.69), "short of reach", id="short"),
        pytest.param(goal(0.7, 0.8), Found(9, 0.70), "reach met", id="just reached"),
        pytest.param(goal(0.7, 0.8), Found(9, 0.80), "aim met", id="aim"),
        pytest.param(goal(0.01, 0.003), Found(9, 0.02), "short of reach", id="less is better: too much"),
        pytest.param(goal(0.01, 0.003), Found(9, 0.0), "aim met", id="less is better: none"),
        pytest.param(goal(-0.58, -0.66), Found(9, -0.60), "reach met", id="below zero is better"),
        pytest.param(goal(aim=0.8), Found(9, 0.7), "short of aim", id="an aim alone"),
        pytest.param(goal(0.0, by_low=True), Found(9, 0.1, -0.01), "short of reach", id="may be no gain"),
        pytest.param(goal(0.0, by_low=True), Found(9, 0.1, 0.0), "short of reach", id="lower end at zero"),
        pytest.param(goal(0.0, by_low=True), Found(9, 0.1, 0.01), "reach met", id="surely a gain"),
    ],
)
def test_standing(asked, found, expected):
    assert stand(asked, found) == expected


def test_a_goal_beside_tfidf_follows_it():
    row = join(goal(beside_tfidf=True), Found(9, 0.95, tfidf=0.955))
    assert (row.reach, row.aim, row.standing) == (pytest.approx(0.945), 0.955, "reach met")
