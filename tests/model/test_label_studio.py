from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scoring.article import Article, Rejection
from scoring.errors import LabelError
from scoring.model.label_studio import read_annotations, to_tasks, write_interface
from scoring.model.labels import LabelRow

TARGETS = ("quality", "bias")


def read(tmp_path: Path, tasks: Any) -> tuple[list[LabelRow], list[str]]:
    path = tmp_path / "export.json"
    path.write_text(tasks if isinstance(tasks, str) else json.dumps(tasks), encoding="utf-8")
    rejected: list[Rejection] = []
    rows = read_annotations(path, targets=TARGETS, on_reject=rejected.append)
    return rows, [rejection.reason for rejection in rejected]


def result(name: str, kind: str, held: Any) -> dict[str, Any]:
    return {"from_name": name, "to_name": "text", "type": kind, "value": {kind: held}}


def task(*results: Any, by: Any = 3, **more: Any) -> dict[str, Any]:
    annotation = {"id": 1, "completed_by": by, "was_cancelled": False, "result": list(results), **more}
    return {"id": 7, "data": {"id": "a", "text": "It rained."}, "annotations": [annotation]}


def test_what_was_exported_comes_back_with_its_labels(tmp_path: Path) -> None:
    articles = [Article("a", "Rain \u00e9\n\nmore"), Article("=b", "Sun", title="T", outlet="O")]
    tasks = json.loads(json.dumps(to_tasks(articles)))
    for number, one in enumerate(tasks):
        done = {"completed_by": {"id": 3, "email": "kim@example.org"}}
        done |= {"result": [result("quality", "number", 70 + number), result("bias", "choices", ["low"])]}
        one["annotations"] = [done]
    rows, reasons = read(tmp_path, tasks)
    assert rows == [
        LabelRow("a", "kim@example.org", {"quality": 70.0, "bias": 0.0}),
        LabelRow("=b", "kim@example.org", {"quality": 71.0, "bias": 0.0}),
    ]
    assert reasons == []
    assert tasks[1]["data"] == {"id": "=b", "title": "T", "outlet": "O", "text": "Sun"}


@pytest.mark.parametrize(
    ("given", "value"),
    [
        pytest.param(result("bias", "number", 12.5), 12.5, id="a number"),
        pytest.param(result("Bias", "number", 0), 0.0, id="nought, the name in capitals"),
        pytest.param(result("bias", "choices", ["Medium"]), 50.0, id="a choice"),
        pytest.param(result("bias", "rating", 1), 0.0, id="one star"),
        pytest.param(result("bias", "rating", 4), 75.0, id="four stars"),
        pytest.param(result("bias", "textarea", ["20"]), 20.0, id="a number in a text field"),
    ],
)
def test_fields(tmp_path: Path, given: dict[str, Any], value: float) -> None:
    [row], reasons = read(tmp_path, [task(given)])
    assert (row.values, row.annotator, reasons) == ({"bias": value}, "user 3", [])


@pytest.mark.parametrize(
    ("given", "says"),
    [
        pytest.param([task()], "says nothing of quality or bias", id="no field"),
        pytest.param([task(result("bias", "number", 101))], "bias is '101'", id="too high"),
        pytest.param([task(result("bias", "number", True))], "neither a number nor a choice", id="a truth"),
        pytest.param([task(result("bias", "rating", 6))], "6 stars; allowed are 1 to 5", id="six stars"),
        pytest.param([task(result("bias", "choices", ["low", "high"]))], "2 choices", id="two choices"),
        pytest.param([task(result("bias", "choices", ["left"]))], "bias is 'left'", id="another choice"),
        pytest.param(
            [task(result("bias", "number", 1), result("bias", "number", 2))], "given twice", id="twice"
        ),
        pytest.param([{"id": 1, "bias": 3}], "not as JSON-MIN", id="the small export"),
        pytest.param([{**task(result("bias", "number", 1)), "data": {}}], "no id", id="no article"),
        pytest.param(["x"], "no object", id="no task"),
        pytest.param([{"data": {"id": "a"}, "annotations": 3}], "list of annotations", id="no list"),
        pytest.param([{"data": {"id": "a"}, "annotations": [3]}], "no object", id="no annotation"),
    ],
)
def test_what_cannot_be_used_is_rejected_and_the_rest_goes_on(tmp_path: Path, given: Any, says: str) -> None:
    rows, [reason] = read(tmp_path, [*given, task(result("bias", "number", 1))])
    assert says in reason
    assert reason.endswith(".")
    assert [row.values for row in rows] == [{"bias": 1.0}]


@pytest.mark.parametrize(
    "given",
    [
        pytest.param([], id="no task"),
        pytest.param([{"data": {"id": "a"}}], id="not annotated"),
        pytest.param([{"data": {"id": "a"}, "annotations": None}], id="annotated by nobody"),
        pytest.param([task(result("bias", "number", 1), was_cancelled=True)], id="skipped"),
    ],
)
def test_what_says_nothing_is_passed_over(tmp_path: Path, given: Any) -> None:
    assert read(tmp_path, given) == ([], [])


@pytest.mark.parametrize(
    ("by", "name"),
    [
        (3, "user 3"),
        ("kim", "kim"),
        ({"id": 4}, "user 4"),
        ({"username": " k  m "}, "k m"),
        (None, "unnamed"),
        ({}, "unnamed"),
    ],
)
def test_who_annotated(tmp_path: Path, by: Any, name: str) -> None:
    [row], _ = read(tmp_path, [task(result("bias", "number", 1), by=by)])
    assert row.annotator == name


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param("", "no valid JSON", id="empty"),
        pytest.param("{}", "a list of tasks was expected, dict found", id="no list"),
        pytest.param("[" * 100_000, "no valid JSON", id="nested without end"),
    ],
)
def test_a_file_that_is_no_export_is_an_error(tmp_path: Path, content: str, says: str) -> None:
    with pytest.raises(LabelError, match=says):
        read(tmp_path, content)


def test_a_missing_file_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LabelError, match="cannot be read"):
        read_annotations(tmp_path / "no.json", targets=TARGETS, on_reject=pytest.fail)


def test_half_characters_are_mended() -> None:
    [found] = to_tasks([Article("a\ud800", "b\udc00")])
    json.dumps(found).encode("utf-8")
    assert found["data"]["id"] == "a\ufffd"


def test_the_interface_names_each_target() -> None:
    shown = write_interface(TARGETS)
    assert [f'name="{name}"' in shown for name in TARGETS] == [True, True]
    assert "outlet" not in shown
