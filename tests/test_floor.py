"""Shipped figures rise silently and fall only with a written reason."""

from __future__ import annotations

import json
from pathlib import Path
from runpy import run_path
from types import SimpleNamespace
from typing import Any

import pytest

tool = SimpleNamespace(**run_path(str(Path(__file__).with_name("floor.py"))))

FLOOR: dict[str, Any] = {
    "best": {"auc": 0.8, "error": 0.02, "coverage": 0.91},
    "falls": [{"date": "2026-01-02", "why": "x" * tool.SHORTEST, "figures": {"auc": [0.8, 0.75]}}],
}


@pytest.fixture(scope="module")
def floor() -> dict[str, Any]:
    found: dict[str, Any] = json.loads(tool.FILE.read_text(encoding="utf-8"))
    return found


def test_no_shipped_figure_is_under_its_floor(floor: dict[str, Any]) -> None:
    code = (
        ""
        if floor["code"] == tool.list_digests()["code"]
        else " The code has changed since the floor was set."
    )
    fallen = [
        f"{name}: {before} before, {now} now"
        for name, (before, now) in tool.find_falls(floor, tool.read_figures()).items()
    ]
    assert not fallen, "\n".join([*fallen, f'If that is meant: make floor WHY="..."{code}'])


def test_the_corpora_are_those_of_the_floor(floor: dict[str, Any]) -> None:
    assert tool.list_digests()["corpora"] == floor["corpora"], (
        "figures of other corpora do not compare: make floor"
    )


def test_every_fall_has_a_date_a_reason_and_figures(floor: dict[str, Any]) -> None:
    for fall in floor["falls"]:
        assert len(fall["date"]) == 10 and len(fall["why"]) >= tool.SHORTEST and fall["figures"]
        assert set(fall["figures"]) <= set(floor["best"])


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        pytest.param(
            {"auc": (0.9, "more"), "error": (0.01, "less"), "coverage": (0.9, "near .9")}, [], id="all rose"
        ),
        pytest.param(
            {"auc": (0.7505, "more"), "error": (0.02, "less"), "coverage": (0.89, "near .9")},
            [],
            id="a fall that is explained",
        ),
        pytest.param(
            {"auc": (0.74, "more"), "error": (0.02, "less"), "coverage": (0.91, "near .9")},
            ["auc"],
            id="a further fall",
        ),
        pytest.param(
            {"auc": (0.8, "more"), "error": (0.03, "less"), "coverage": (0.91, "near .9")},
            ["error"],
            id="an error that rose",
        ),
        pytest.param(
            {"auc": (0.8, "more"), "error": (0.02, "less"), "coverage": (0.95, "near .9")},
            ["coverage"],
            id="coverage too wide",
        ),
        pytest.param(
            {"auc": (0.8, "more"), "error": (0.0205, "less")}, ["coverage"], id="a figure that is gone"
        ),
        pytest.param(
            {"auc": (float("nan"), "more"), "error": (0.02, "less"), "coverage": (0.9, "near .9")},
            ["auc"],
            id="a figure that is no number",
        ),
    ],
)
def test_a_fall_is_found(figures: dict[str, tuple[float, str]], expected: list[str]) -> None:
    assert list(tool.find_falls(FLOOR, figures)) == expected


def test_the_floor_rises_with_the_figures_and_never_falls_by_itself() -> None:
    figures = {
        "auc": (0.78, "more"),
        "error": (0.01, "less"),
        "coverage": (0.93, "near .9"),
        "new": (0.5, "more"),
    }
    made = tool.raise_floor(FLOOR, figures)
    assert made["best"] == {"auc": 0.8, "coverage": 0.91, "error": 0.01, "new": 0.5}
    assert tool.least(made, "auc") == 0.78
    assert FLOOR["falls"][0]["figures"] == {"auc": [0.8, 0.75]}, "what was given stays as it is"


def test_every_kind_of_figure_is_watched() -> None:
    names = tool.read_figures()
    for start in (
        "default: bias AUC",
        "default: quality coverage",
        "default: learner's AUC, articles called biased",
        "hedge: out of fold f1",
        "loaded_sentence: auc",
        "validity: attribution cue",
    ):
        assert any(name.startswith(start) for name in names), start
