"""A model's card as a page: every part is there, what is missing is loud, curves are the model's own."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from scoring.artefacts import find_model
from scoring.errors import ModelError
from scoring.model import Model, load_model
from scoring.reports.model_curves import HEIGHT, STEPS, WIDTH, draw_curves
from scoring.reports.model_page import find_tables, main, render_model

HOSTILE = '"><script>alert(1)</script>'
WORST = {
    "articles": 100,
    "wrong": 20,
    "slices": 9,
    "fewest": 20,
    "worst": [{"kind": "outlet", "name": HOSTILE, "articles": 30, "wrong": 12, "low": 0.27, "high": 0.55}],
}


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture
def record() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((find_model("default") / "metrics.json").read_text(encoding="utf-8"))
    for figures in found["targets"].values():
        figures["slices"] = WORST
    return found


def words_of(html: str) -> str:
    body = re.sub(r"(?s)<(style|script|title)>.*?</\1>", "", html)
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


def test_a_full_record_leaves_nothing_unfilled(model: Model, record: dict[str, Any]) -> None:
    page = render_model(model, record)
    text = words_of(page)
    assert "Not filled" not in text
    for row in record["about"]["data"]:
        assert row["sha256"] in text and row["licence"] in text
    assert page.count('class="relation"') == 2
    assert "<script>alert" not in page and "http" not in page.replace("http-equiv", "")


@pytest.mark.parametrize(
    ("part", "said"),
    [
        pytest.param("labels", "whose labels", id="labels"),
        pytest.param("data", "the data", id="data"),
        pytest.param("tests", "how it was tested", id="tests"),
        pytest.param("worst", "where it is worst", id="worst"),
        pytest.param("changes", "changes since the last model", id="changes"),
    ],
)
def test_what_is_missing_is_said_at_the_top_and_in_its_place(
    model: Model, record: dict[str, Any], part: str, said: str
) -> None:
    del record["about"][part]
    text = words_of(render_model(model, record))
    assert text.count(f"Not filled: {said}") == 2


def test_a_score_without_figures_is_loud(model: Model, record: dict[str, Any]) -> None:
    record["targets"] = {}
    text = words_of(render_model(model, record))
    assert "Not filled: reliability of quality, the worst slices of quality, reliability of bias" in text


def test_a_score_that_leans_on_house_style_says_so(model: Model, record: dict[str, Any]) -> None:
    assert "leans on house style" not in words_of(render_model(model, record))
    record["targets"]["bias"]["style"] = ["language_title_case_share"]
    text = words_of(render_model(model, record))
    assert text.count("This score leans on house style (title words with a capital)") == 1
    assert "This score leans on" in text[text.index("wrong side of 50") :]


def test_changes_tell_what_moved_and_count_the_rest(model: Model, record: dict[str, Any]) -> None:
    record["previous"] = {"figures": {"bias coverage": 0.5, "bias gone": 0.7}, "data": {}}
    text = words_of(render_model(model, record))
    now = record["targets"]["bias"]["coverage"]
    assert f"bias coverage 0.500 {now:.3f}" in text
    assert "bias gone 0.700 –" in text


def test_every_curve_is_the_models_own(model: Model) -> None:
    curves, flat, scale = draw_curves(model, "quality")
    target = model.targets["quality"]
    assert len(curves) + len(flat) == len(model.columns)
    spans = [curve.span for curve in curves]
    assert spans == sorted(spans, reverse=True)
    for curve in (curves[0], curves[-1]):
        i = model.columns.index(curve.column)
        most = max(target.curves.grids_[i, -1], target.reference[i])
        row = target.reference.copy()
        row[i] = most
        odds = target.slope * np.diff(target.curves.decision_function(np.array([target.reference, row])))[0]
        x, y = map(float, curve.line.split()[-1].split(","))
        assert (len(curve.line.split()), x) == (STEPS, WIDTH)
        points = (1 - y / (HEIGHT / 2)) * scale
        assert points == pytest.approx(100 / (1 + np.exp(-odds)) - 50, abs=2 * scale / HEIGHT * 0.06)


@pytest.mark.parametrize(
    ("part", "expected"),
    [
        pytest.param({}, [], id="nothing"),
        pytest.param({"coverage": 0.9, "corpora": {"a": {"n": 1}}, "note": "text"}, [], id="known parts"),
        pytest.param({"baselines": [{"what": "length", "auc": 0.7}]}, [["length", "0.700"]], id="records"),
        pytest.param({"baselines": {"length": {"auc": 0.7}}}, [["length", "0.700"]], id="records by name"),
        pytest.param({"sides": {"left": 1, "right": None}}, [["1", "–"]], id="one record"),
        pytest.param({"x": {"said": "a", "rows": [{"met": True}]}}, [["yes"]], id="records beside a note"),
        pytest.param({"x": [1, 2], "y": [], "z": {}}, [], id="lists of numbers"),
    ],
)
def test_other_tables_are_shown_as_they_stand(part: dict[str, Any], expected: list[list[str]]) -> None:
    assert [list(row) for table in find_tables(part) for row in table.rows] == expected


BANDS = [{"low": 0, "high": 120, "auc": None}, {"low": 800, "high": None, "auc": 0.9}]


def test_what_stands_beside_the_rows_is_a_note() -> None:
    [table] = find_tables({"lengths": {"least": 120, "auc_forced": 0.8, "bands": BANDS}})
    assert table.note == "Words from which articles are scored: 120. AUC, none withheld: 0.800."
    assert (table.title, list(table.header)) == ("By number of words", ["Words", "AUC"])
    assert [list(row) for row in table.rows] == [["0 to 119", "–"], ["800 or more", "0.900"]]


def test_figures_of_a_column_have_as_many_decimals() -> None:
    [table] = find_tables({"sides": {"bias": {"high": 8.7}, "quality": {"high": 0.98}}})
    assert [row[1] for row in table.rows] == ["8.7", "1.0"]


def test_columns_stand_in_reading_order() -> None:
    [table] = find_tables({"standing": [{"high": 1, "met": False, "new": 2, "tfidf": 0.8, "what": "a"}]})
    assert list(table.header) == ["What", "TF-IDF", "Reached", "New"]


def test_the_page_is_written_beside_the_model(tmp_path: Path) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(find_model("default"), folder)
    assert main([str(folder)]) == 0
    first = (folder / "card.html").read_bytes()
    assert main([str(folder)]) == 0
    assert (folder / "card.html").read_bytes() == first


@pytest.mark.parametrize("content", [None, "", "[]", '{"targets": 1, "about": {}}'])
def test_a_record_that_cannot_be_read_is_refused(tmp_path: Path, content: str | None) -> None:
    folder = tmp_path / "mine"
    shutil.copytree(find_model("default"), folder)
    (folder / "metrics.json").unlink()
    if content is not None:
        (folder / "metrics.json").write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match=r"metrics\.json"):
        main([str(folder)])
