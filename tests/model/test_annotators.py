from __future__ import annotations

import math

import pytest

from scoring.model.annotators import Annotator, compare_annotators, say_far, to_rows


def by_name(values: dict[str, dict[str, float]]) -> dict[str, Annotator]:
    return {one.name: one for one in compare_annotators(values)}


def test_no_labels() -> None:
    assert compare_annotators({}) == []


def test_differences_by_hand() -> None:
    """x: 70 - (50 + 40) / 2 = 25 and 30 - 20 = 10, mean 17.5, standard deviation sqrt(112.5), error 7.5."""
    found = by_name({"a": {"x": 70, "y": 50, "z": 40}, "b": {"x": 30, "y": 20}, "c": {"x": 0}})
    assert (found["x"].labels, found["x"].shared) == (3, 2)
    assert found["x"].difference == pytest.approx(17.5)
    assert found["x"].error == pytest.approx(math.sqrt(112.5) / math.sqrt(2))
    assert found["z"].difference == pytest.approx(40 - 60)
    assert math.isnan(found["z"].error)


def test_an_annotator_who_shares_nothing_has_no_difference() -> None:
    [one] = compare_annotators({"a": {"x": 70}})
    assert (one.labels, one.shared, math.isnan(one.difference), one.is_far) == (1, 0, True, False)
    assert to_rows("bias", [one])[0]["difference"] is None


@pytest.mark.parametrize(
    ("shared", "difference", "error", "is_far"),
    [
        pytest.param(8, 20.0, 5.0, True, id="far and sure"),
        pytest.param(8, -20.0, 5.0, True, id="far below"),
        pytest.param(4, 20.0, 5.0, False, id="too few articles"),
        pytest.param(8, 14.0, 1.0, False, id="near"),
        pytest.param(8, 20.0, 11.0, False, id="by chance"),
    ],
)
def test_who_is_far(shared: int, difference: float, error: float, is_far: bool) -> None:
    assert Annotator("x", 9, shared, difference, error).is_far is is_far


def test_with_three_the_one_who_is_far_is_named_alone() -> None:
    values = {f"{i}": {"x": 90 - i, "y": 50 - i, "z": 50.0 - i} for i in range(6)}
    [sentence] = say_far(compare_annotators(values))
    assert sentence.startswith("x labels 40 points higher than the others on the 6 articles")
