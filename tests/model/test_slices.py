"""Where a score errs most, and what changed since the last model."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from scoring.model.examples import Examples
from scoring.model.progress import compare_figures, describe_previous, list_figures
from scoring.model.slices import describe_slices, wilson


def examples(labels: list[float], groups: list[str], words: list[float]) -> Examples:
    count = len(labels)
    return Examples(
        ("sourcing_attribution_rate",),
        np.ones((count, 1)),
        np.array(words),
        np.array(labels),
        np.array(groups),
        np.full(count, "labels"),
    )


def test_the_slice_that_errs_most_comes_first_with_its_interval() -> None:
    data = examples([1.0] * 40, ["good"] * 20 + ["bad"] * 20, [200.0] * 20 + [700.0] * 20)
    odds = np.array([1.0] * 22 + [-1.0] * 18)
    found = describe_slices(data, odds)
    assert (found["articles"], found["wrong"], found["slices"]) == (40, 18, 4)
    low, high = wilson(18, 20)
    first = found["worst"][0]
    assert (first["name"], first["articles"], first["wrong"]) == ("600 to 999 words", 20, 18)
    assert (first["low"], first["high"]) == pytest.approx((low, high), abs=1e-4)
    assert {row["name"] for row in found["worst"][2:]} == {"good", "under 300 words"}


def test_each_political_side_is_told_even_where_it_errs_least() -> None:
    many = [f"o{n:02}" for n in range(15)]
    data = examples(
        [1.0] * 400,
        ["left"] * 50 + ["right"] * 50 + [name for name in many for _ in range(20)],
        [500.0] * 400,
    )
    odds = np.array([1.0] * 100 + [-1.0] * 300)
    rows = describe_slices(data, odds, sides={"left": "left", "right": "right", "o99": "center"})["worst"]
    found = {row["name"]: (row["articles"], row["wrong"]) for row in rows if row["kind"] == "side"}
    assert found == {"left outlets": (50, 0), "right outlets": (50, 0)}


@pytest.mark.parametrize(
    ("total", "each", "told"),
    [
        pytest.param(40, 4, False, id="four of 40"),
        pytest.param(40, 5, True, id="five of 40"),
        pytest.param(400, 19, False, id="nineteen of 400"),
        pytest.param(400, 20, True, id="twenty of 400"),
    ],
)
def test_a_slice_of_few_articles_is_left_out(total: int, each: int, told: bool) -> None:
    data = examples([1.0] * total, ["a"] * each + ["b"] * (total - each), [500.0] * total)
    names = {row["name"] for row in describe_slices(data, np.ones(total))["worst"]}
    assert ("a" in names) is told


def test_all_articles_together_are_no_slice() -> None:
    found = describe_slices(examples([1.0] * 30, ["a"] * 30, [500.0] * 30), np.ones(30))
    assert (found["worst"], found["slices"]) == ([], 0)


def record(auc: float, digest: str = "x") -> dict[str, Any]:
    corpora = {"labels": {"auc_unseen_groups": auc}, "small": {"auc_unseen_groups": None}}
    figures = {"corpora": corpora, "coverage": 0.9, "calibration_error": 0.02}
    return {"targets": {"bias": figures}, "about": {"data": [{"name": "labels", "sha256": digest}]}}


def test_figures_are_named_and_undefined_ones_left_out() -> None:
    assert list_figures(record(0.8)) == {
        "bias AUC, labels": 0.8,
        "bias calibration error": 0.02,
        "bias coverage": 0.9,
    }


def test_the_previous_figures_are_those_that_stood_in_the_folder(tmp_path: Path) -> None:
    def save(made: dict[str, Any]) -> dict[str, Any]:
        made["previous"] = describe_previous(tmp_path, made)
        (tmp_path / "metrics.json").write_text(json.dumps(made), encoding="utf-8")
        return made

    assert save(record(0.8))["previous"] == {}
    assert compare_figures(save(record(0.85, "y")))[0] == ("bias AUC, labels", 0.8, 0.85)
    again = save(record(0.85, "y"))
    assert compare_figures(again)[0] == ("bias AUC, labels", 0.8, 0.85), "the same fit again is no new model"


@pytest.mark.parametrize(
    "content", ["", "[]", "{}", '{"about": 3, "targets": {}}', '{"about": {}, "targets": 7}']
)
def test_a_folder_that_cannot_be_read_has_no_previous_model(tmp_path: Path, content: str) -> None:
    (tmp_path / "metrics.json").write_text(content, encoding="utf-8")
    found = describe_previous(tmp_path, record(0.8))
    assert found in ({}, {"figures": {}, "data": {}})
    assert compare_figures({**record(0.8), "previous": found}) == []
