from __future__ import annotations

from pathlib import Path

import pytest

from scoring.article import Rejection
from scoring.errors import LabelError
from scoring.model.labels import LabelRow, gather_values, measure_alpha, read_labels

TARGETS = ("quality", "bias")
HEADER = "article,annotator,quality,bias\n"


def read(
    tmp_path: Path, content: str | bytes, targets: tuple[str, ...] = TARGETS
) -> tuple[list[LabelRow], list[Rejection]]:
    path = tmp_path / "labels.csv"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    rejected: list[Rejection] = []
    return read_labels(path, targets=targets, on_reject=rejected.append), rejected


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ("0", 0.0),
        ("100", 100.0),
        ("37.5", 37.5),
        ("low", 0.0),
        ("Medium", 50.0),
        (" HIGH ", 100.0),
    ],
)
def test_what_a_label_may_be(tmp_path: Path, cell: str, value: float) -> None:
    [row], rejected = read(tmp_path, f"{HEADER}a,x,{cell},\n")
    assert (row.values, rejected) == ({"quality": value}, [])


@pytest.mark.parametrize("cell", ["-1", "100.5", "nan", "inf", "very good", "1e9", "50%"])
def test_what_a_label_may_not_be_is_rejected_and_the_rest_goes_on(tmp_path: Path, cell: str) -> None:
    rows, [rejection] = read(tmp_path, f"{HEADER}a,x,{cell},10\nb,x,20,\n")
    assert [row.article for row in rows] == ["b"]
    assert rejection.source.endswith("labels.csv:row 2")
    assert cell.strip() in rejection.reason
    assert "0 to 100, low, medium, high" in rejection.reason


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("\ufeff" + HEADER + "a,x,5,6\n", id="byte order mark"),
        pytest.param(HEADER.replace(",", ";") + "a;x;5;6\n", id="semicolons, as some spreadsheets write"),
        pytest.param(HEADER.replace("\n", "\r\n") + "a,x,5,6\r\n", id="windows line ends"),
        pytest.param("Article, Annotator ,QUALITY,Bias\na,x,5,6\n", id="names in other letters"),
        pytest.param(
            "note,bias,quality,annotator,article\nhm,6,5,x,a\n", id="another order and a column more"
        ),
        pytest.param((HEADER + "a,x,5,6\n").encode("utf-16"), id="utf-16"),
    ],
)
def test_files_as_people_have_them(tmp_path: Path, content: str | bytes) -> None:
    rows, rejected = read(tmp_path, content)
    assert rows == [LabelRow("a", "x", {"quality": 5.0, "bias": 6.0})]
    assert not rejected


def test_blank_cells_are_not_labelled_and_a_blank_annotator_has_a_name(tmp_path: Path) -> None:
    rows, _ = read(tmp_path, HEADER + "a,,5,\nb,x,,\n")
    assert rows == [LabelRow("a", "unnamed", {"quality": 5.0}), LabelRow("b", "x", {})]


def test_a_row_without_an_article_is_rejected(tmp_path: Path) -> None:
    _, [rejection] = read(tmp_path, HEADER + " ,x,5,6\na,x,5,6\n")
    assert rejection.reason == "The row names no article."


def test_of_two_rows_by_one_annotator_the_first_counts(tmp_path: Path) -> None:
    rows, [rejection] = read(tmp_path, HEADER + "a,x,5,6\na,x,90,90\na,y,7,\n")
    assert gather_values(rows, "quality") == {"a": {"x": 5.0, "y": 7.0}}
    assert rejection.source.endswith("row 3")


def test_one_annotator_may_give_the_targets_in_two_rows(tmp_path: Path) -> None:
    rows, rejected = read(tmp_path, HEADER + "a,x,5,\na,x,,6\n")
    assert (gather_values(rows, "bias"), rejected) == ({"a": {"x": 6.0}}, [])


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param("", "holds no rows", id="an empty file"),
        pytest.param(HEADER, "holds no rows", id="a header alone"),
        pytest.param("id,quality\na,5\n", "no column article and no column annotator", id="other columns"),
        pytest.param("article,annotator,qualty\na,x,5\n", "no column quality or bias", id="no target"),
        pytest.param(HEADER + "a,x,,\n", "no usable label", id="nothing but blanks"),
        pytest.param(HEADER + "a,x,good,bad\n", "no usable label", id="nothing usable"),
        pytest.param(b"\x00\x01\x02", "labels.csv", id="no text"),
    ],
)
def test_a_file_without_labels_is_an_error(tmp_path: Path, content: str | bytes, says: str) -> None:
    with pytest.raises(LabelError, match=says):
        read(tmp_path, content)


@pytest.mark.parametrize("name", ["missing.csv", "."])
def test_a_file_that_cannot_be_opened_is_an_error(tmp_path: Path, name: str) -> None:
    with pytest.raises(LabelError, match="cannot be read"):
        read_labels(tmp_path / name, targets=TARGETS, on_reject=pytest.fail)


def test_rows_of_a_table_in_memory() -> None:
    rows = [
        {"article": 7, "annotator": float("nan"), "bias": 12},
        {"article": "b", "annotator": "x", "bias": None},
    ]
    found = read_labels(rows, targets=["bias"], on_reject=pytest.fail)
    assert found == [LabelRow("7", "unnamed", {"bias": 12.0}), LabelRow("b", "x", {})]


def test_alpha_worked_out_by_hand() -> None:
    """Labels 0,0 / 50,100 / 100 alone: the last article has no pair and is left out.

    Observed: squared differences inside articles, both ways, over (labels per article - 1):
    0 + 2 * 50**2 = 5000; over the 4 pairable labels: 1250.
    Expected: all ordered pairs of 0, 0, 50, 100:
    2 * (0-0)**2 + 4 * 50**2 + 4 * 100**2 + 2 * 50**2 = 55000; over 4 * 3 pairs: 4583.33.
    """
    values = {"a": {"x": 0.0, "y": 0.0}, "b": {"x": 50.0, "y": 100.0}, "c": {"x": 100.0}}
    assert measure_alpha(values) == pytest.approx(1 - 1250 / (55000 / 12))


def test_alpha_with_three_annotators_by_hand() -> None:
    """One article 0, 0, 30 and one 60, 60.

    Observed: (4 * 30**2) / 2 + 0 = 1800; over 5 labels: 360.
    Expected over 0, 0, 30, 60, 60: unordered squares 0, 900, 3600, 3600, 900, 3600, 3600, 900, 900, 0
    sum to 18000, ordered 36000; over 5 * 4: 1800.
    """
    values = {"a": {"x": 0.0, "y": 0.0, "z": 30.0}, "b": {"x": 60.0, "y": 60.0}}
    assert measure_alpha(values) == pytest.approx(1 - 360 / 1800)


@pytest.mark.parametrize(
    "values",
    [
        pytest.param({}, id="no labels"),
        pytest.param({"a": {"x": 1.0}, "b": {"y": 2.0}}, id="no article with two"),
        pytest.param({"a": {"x": 5.0, "y": 5.0}, "b": {"x": 5.0, "y": 5.0}}, id="all the same"),
    ],
)
def test_alpha_is_undefined(values: dict[str, dict[str, float]]) -> None:
    assert measure_alpha(values) != measure_alpha(values)
