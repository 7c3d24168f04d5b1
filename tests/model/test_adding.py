from __future__ import annotations

import stat
import threading
from pathlib import Path

import pytest

from scoring.article import Rejection
from scoring.errors import LabelError
from scoring.model.adding import add_labels
from scoring.model.labels import LabelRow, read_labels

HEADER = "article,annotator,quality,bias\n"
ROW = LabelRow("b", "kim", {"quality": 70.0, "bias": 20.5})


def add(path: Path, *rows: LabelRow, wait: float = 10.0) -> list[str]:
    rejected: list[Rejection] = []
    added = add_labels(path, rows, on_reject=rejected.append, wait=wait)
    assert added == len(rows) - len(rejected)
    return [rejection.reason for rejection in rejected]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(None, HEADER + "b,kim,70,20.5\n", id="no file: made with a header"),
        pytest.param("", HEADER + "b,kim,70,20.5\n", id="an empty file gets its header"),
        pytest.param(HEADER, HEADER + "b,kim,70,20.5\n", id="a header alone"),
        pytest.param(HEADER + "a,x,5,6\n", HEADER + "a,x,5,6\nb,kim,70,20.5\n", id="rows"),
        pytest.param(HEADER + "a,x,5,6", HEADER + "a,x,5,6\nb,kim,70,20.5\n", id="no end of the last line"),
        pytest.param(
            (HEADER + "a,x,5,6\n").replace(",", ";").replace("\n", "\r\n"),
            (HEADER + "a,x,5,6\nb,kim,70,20.5\n").replace(",", ";").replace("\n", "\r\n"),
            id="semicolons and windows line ends",
        ),
        pytest.param(
            "Bias,note,Annotator,Article\n6,hm,x,a\n",
            "Bias,note,Annotator,Article\n6,hm,x,a\n20.5,,kim,b\n",
            id="another order, a column more and one less",
        ),
        pytest.param(
            HEADER + 'a,"x, the first",5,6\n\n',
            HEADER + 'a,"x, the first",5,6\n\nb,kim,70,20.5\n',
            id="blanks",
        ),
    ],
)
def test_what_is_there_stays_byte_for_byte(tmp_path: Path, before: str | None, after: str) -> None:
    path = tmp_path / "labels.csv"
    if before is not None:
        path.write_bytes(before.encode())
    row = ROW if "quality" in after else LabelRow("b", "kim", {"bias": 20.5})
    assert add(path, row) == []
    assert path.read_bytes() == after.encode()
    assert [one.name for one in tmp_path.iterdir()] == ["labels.csv"]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "cp1252"])
def test_the_encoding_stays(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "labels.csv"
    before = (HEADER + "é,zoë,5,6\n").encode(encoding)
    path.write_bytes(before)
    assert add(path, LabelRow("è", "kim", {"bias": 7.0})) == []
    assert path.read_bytes().startswith(before)
    rows = read_labels(path, targets=["bias"], on_reject=pytest.fail)
    assert [(row.article, row.annotator, dict(row.values)) for row in rows] == [
        ("é", "zoë", {"bias": 6.0}),
        ("è", "kim", {"bias": 7.0}),
    ]


def test_what_the_encoding_cannot_hold_is_an_error(tmp_path: Path) -> None:
    path = tmp_path / "labels.csv"
    before = (HEADER + "é,x,5,6\n").encode("cp1252")
    path.write_bytes(before)
    with pytest.raises(LabelError, match="UTF-8 first"):
        add(path, LabelRow("日", "kim", {"bias": 7.0}))
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("row", "says"),
    [
        pytest.param(LabelRow("a", "x", {"quality": 9.0}), "x has labelled a before", id="a second label"),
        pytest.param(LabelRow("a", "x", {"bias": 9.0}), "", id="the other target, which was blank"),
        pytest.param(LabelRow("a", "y", {"quality": 9.0}), "", id="another annotator"),
        pytest.param(LabelRow(" ", "y", {"quality": 9.0}), "needs an article", id="no article"),
        pytest.param(LabelRow("b", "", {"quality": 9.0}), "needs an article and an annotator", id="nobody"),
        pytest.param(LabelRow("b", "y", {}), "No label is given", id="no label"),
        pytest.param(LabelRow("b", "y", {"quality": 101.0}), "quality is 101", id="too high"),
        pytest.param(LabelRow("b", "y", {"quality": float("nan")}), "quality is nan", id="no number"),
        pytest.param(LabelRow("b", "y", {"clarity": 9.0}), "no column clarity", id="no such column"),
        pytest.param(LabelRow("b\nc", "y", {"quality": 9.0}), "line end", id="two lines"),
    ],
)
def test_what_may_not_enter_is_refused(tmp_path: Path, row: LabelRow, says: str) -> None:
    path = tmp_path / "labels.csv"
    before = HEADER + "a,x,5,\n"
    path.write_text(before, encoding="utf-8")
    reasons = add(path, row)
    assert bool(reasons) == bool(says)
    if says:
        assert says in reasons[0]
        assert path.read_text(encoding="utf-8") == before


def test_the_same_label_twice_in_one_call_enters_once(tmp_path: Path) -> None:
    [reason] = add(tmp_path / "labels.csv", ROW, ROW)
    assert "before" in reason


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@x", "\tx"])
def test_a_formula_is_disarmed_and_comes_back(tmp_path: Path, name: str) -> None:
    path = tmp_path / "labels.csv"
    assert add(path, LabelRow(name, name, {"bias": 7.0})) == []
    assert f"\n'{name},'{name},,7\n" in path.read_text(encoding="utf-8")
    [row] = read_labels(path, targets=["bias"], on_reject=pytest.fail)
    assert (row.article, row.annotator) == (name, name)
    [reason] = add(path, LabelRow(name, name, {"bias": 8.0}))
    assert "before" in reason


@pytest.mark.parametrize(
    ("content", "says"),
    [
        pytest.param(
            HEADER + 'a,"x,5,6\n', "never closed", id="an open quotation mark would swallow the row"
        ),
        pytest.param("id,quality\na,5\n", "no column article and no column annotator", id="other columns"),
    ],
)
def test_a_file_that_would_lose_the_row_is_left_alone(tmp_path: Path, content: str, says: str) -> None:
    path = tmp_path / "labels.csv"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(LabelError, match=says):
        add(path, ROW)
    assert path.read_text(encoding="utf-8") == content
    assert [one.name for one in tmp_path.iterdir()] == ["labels.csv"]


def test_a_file_that_is_locked_is_waited_for_and_then_left_alone(tmp_path: Path) -> None:
    (tmp_path / ".labels.csv.lock").touch()
    with pytest.raises(LabelError, match="another program is adding to it"):
        add(tmp_path / "labels.csv", ROW, wait=0.05)
    assert not (tmp_path / "labels.csv").exists()


def test_many_at_once_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "labels.csv"
    threads = [
        threading.Thread(target=add, args=(path, LabelRow(f"a{i}", "x", {"bias": float(i)})))
        for i in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    rows = read_labels(path, targets=["bias"], on_reject=pytest.fail)
    assert {row.article for row in rows} == {f"a{i}" for i in range(8)}


def test_a_link_stays_a_link_and_permissions_stay(tmp_path: Path) -> None:
    real, link = tmp_path / "real.csv", tmp_path / "link.csv"
    real.write_text(HEADER, encoding="utf-8")
    real.chmod(0o640)
    link.symlink_to(real)
    assert add(link, ROW) == []
    assert link.is_symlink()
    assert real.read_text(encoding="utf-8").endswith("b,kim,70,20.5\n")
    assert stat.S_IMODE(real.stat().st_mode) == 0o640


def test_a_tab_separated_file(tmp_path: Path) -> None:
    assert add(tmp_path / "labels.tsv", ROW) == []
    assert (tmp_path / "labels.tsv").read_text(encoding="utf-8").endswith("b\tkim\t70\t20.5\n")


def test_a_folder_is_no_labels_file(tmp_path: Path) -> None:
    with pytest.raises(LabelError):
        add(tmp_path, ROW)
