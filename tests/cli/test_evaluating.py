"""`sourcegrade evaluate`: what it writes, what it says, what it refuses."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scoring.cli import run

PROSE = "The council closed pier {} of the old bridge on Monday, said Ana Ruiz, who runs the works. "


@pytest.fixture
def given(tmp_path: Path) -> tuple[str, str]:
    """Labels, and a table whose columns need names and which lacks an article."""
    table, labels = tmp_path / "news.csv", tmp_path / "labels.csv"
    rows = [f'a{i},"{"".join(PROSE.format(100 * i + n) for n in range(12))}",O{i % 4}' for i in range(12)]
    table.write_text("id,words,publisher\n" + "\n".join(rows) + "\nx,It rained.,O1\n", encoding="utf-8")
    marks = [f"a{i},me,{100 * (i % 2)}" for i in range(13)]
    labels.write_text("article,annotator,bias\n" + "\n".join(marks) + "\n", encoding="utf-8")
    return str(labels), str(table)


def test_it_writes_a_folder_and_says_the_answer(
    given: tuple[str, str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels, table = given
    out = tmp_path / "out"
    arguments = ["evaluate", "default", labels, "--articles", table, "--column", "text=words", "-o", str(out)]
    assert run(arguments) == 1, "a12 is not there"
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "Bias: of an article labelled 50 or more" in shown.err
    assert "Note: Bias: 12 labelled articles are few" in shown.err
    assert "1 record was rejected." in shown.err
    assert {"evaluation.json", "predictions.csv", "rejected.jsonl", "index.html"} <= {
        p.name for p in out.iterdir()
    }
    [line] = (out / "rejected.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["record"] == "a12"
    counts = json.loads((out / "evaluation.json").read_text(encoding="utf-8"))["counts"]
    assert counts == {"read": 13, "scored": 12, "withheld": 0, "unlabelled": 1}
    assert run(arguments) == 1, "a second run replaces the files of the first"


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param({0: "no-such-model"}, "no-such-model", id="no such model"),
        pytest.param({1: "nothing.csv"}, "nothing.csv: cannot be read", id="no such labels"),
        pytest.param({3: "nothing.csv"}, "nothing.csv", id="no such articles"),
        pytest.param({5: "text=missing"}, "missing", id="no such column"),
    ],
)
def test_what_cannot_run_writes_nothing_and_says_why(
    change: dict[int, str],
    says: str,
    given: tuple[str, str],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    labels, table = given
    out = str(tmp_path / "out")
    arguments = ["default", labels, "--articles", table, "--column", "text=words", "-o", out]
    for place, value in change.items():
        arguments[place] = value
    assert run(["evaluate", *arguments]) == 2
    error = capsys.readouterr().err
    assert error.startswith("Error: ")
    assert says in error
    assert not (tmp_path / "out").exists()


def test_articles_must_be_named(given: tuple[str, str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["evaluate", "default", given[0], "-o", "out"]) == 2
    assert "--articles" in capsys.readouterr().err


def test_own_entries_and_several_processes_are_used(given: tuple[str, str], tmp_path: Path) -> None:
    labels, table = given
    own = tmp_path / "mine.toml"
    own.write_text('kind = "promotional"\n[[entries]]\nterm = "old bridge"\n', encoding="utf-8")
    base = ["evaluate", "default", labels, "--articles", table, "--column", "text=words"]
    predictions = {}
    for name, more in {"plain": [], "own": ["--lexicon", str(own)], "two": ["--jobs", "2"]}.items():
        assert run([*base, *more, "-o", str(tmp_path / name)]) == 1
        predictions[name] = (tmp_path / name / "predictions.csv").read_bytes()
    assert predictions["plain"] == predictions["two"] != predictions["own"]
    record = json.loads((tmp_path / "own/evaluation.json").read_text(encoding="utf-8"))
    assert record["lexicon"]["files"][0]["file"] == "mine.toml"
    assert "Entries of mine.toml were added" in record["warnings"][-1]
