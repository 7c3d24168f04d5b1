"""`sourcegrade filter`: what it writes, what it says, what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scoring.cli import run

LONG = " ".join(
    f"The council closed pier {n} of the old bridge, said Ana Ruiz, who runs the works." for n in range(12)
)


@pytest.fixture
def table(tmp_path: Path) -> Path:
    path = tmp_path / "news.csv"
    rows = [
        f'{name},"{LONG if number % 2 else "It may rain."}",Courier' for number, name in enumerate("dacb")
    ]
    path.write_text("id,body,publisher\n" + "\n".join(rows) + "\n", encoding="utf-8")
    return path


def ids(path: Path) -> list[str]:
    return [json.loads(line)["id"] for line in path.read_text(encoding="utf-8").splitlines()]


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_a_table_keeps_its_order(
    jobs: str, table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(["filter", str(table), "--where", "words > 99", "-o", str(out), "--jobs", jobs]) == 0
    assert (ids(out / "kept.jsonl"), ids(out / "dropped.jsonl")) == (["a", "b"], ["d", "c"])
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "4 read: 2 kept, 2 dropped, 0 rejected." in shown.err
    assert "Dropped by: words > 99 (2)." in shown.err


def test_what_was_kept_can_be_filtered_again(table: Path, tmp_path: Path) -> None:
    first, second = tmp_path / "one", tmp_path / "two"
    assert run(["filter", str(table), "--where", "words > 99", "-o", str(first)]) == 0
    again = ["filter", str(first / "kept.jsonl"), "--where", "words > 99", "-o", str(second)]
    assert run(again) == 0
    assert (second / "kept.jsonl").read_bytes() == (first / "kept.jsonl").read_bytes()


def test_the_folder_that_is_read_is_none_to_write_to(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(tmp_path.iterdir())
    for out in (str(tmp_path), f"{tmp_path}/./"):
        assert run(["filter", str(tmp_path), "--where", "words > 99", "-o", out]) == 2
    assert "this folder is read" in capsys.readouterr().err
    assert sorted(tmp_path.iterdir()) == before
    assert run(["filter", str(tmp_path), "--where", "words > 99", "-o", str(tmp_path / "picked")]) == 0


def test_rejected_records_end_with_status_one(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "news.jsonl"
    path.write_text('{"id": "a", "text": "It rained."}\n{"id": "b", "text": 5}\n', encoding="utf-8")
    assert run(["filter", str(path), "--where", "words > 99", "-o", str(tmp_path / "out")]) == 1
    said = capsys.readouterr().err
    assert "2 read: 0 kept, 1 dropped, 1 rejected." in said
    assert "1 of them is withheld and without scores." in said
    [line] = (tmp_path / "out/rejected.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["source"].endswith("news.jsonl:2")


@pytest.mark.parametrize(
    ("where", "says"),
    [
        pytest.param("qualty > 5", "Did you mean quality", id="a misspelt column"),
        pytest.param("__import__('os').remove('x')", "is not allowed here", id="a call"),
        pytest.param("quality > 9**9**9**9", "cannot be compared", id="a power"),
        pytest.param("(" * 90000, "90,000 characters long", id="a long one"),
        pytest.param("", "cannot be read", id="an empty one"),
    ],
)
def test_a_condition_that_is_none_stops_before_anything_is_written(
    where: str, says: str, table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "out"
    assert run(["filter", str(table), "--where", where, "-o", str(out)]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("Error: --where")
    assert says in line
    assert not out.exists()


@pytest.mark.parametrize(
    ("where", "says"),
    [
        pytest.param('outlet == "Courier"', "", id="outlets are known"),
        pytest.param(
            'event == "storm" and words > 1',
            "No article has a value for event. To name it: --column event=NAME",
            id="event",
        ),
        pytest.param('event == "storm" or words > 1', "", id="it did not decide"),
    ],
)
def test_what_no_article_has_is_said_with_how_to_name_it(
    where: str, says: str, table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(["filter", str(table), "--where", where, "-o", str(tmp_path / "out")])
    shown = capsys.readouterr().err
    assert says in shown
    assert ("No article has" in shown) is bool(says)
