"""Where a command writes: names that cannot be meant, and places that give out."""

from __future__ import annotations

import errno
import json
from pathlib import Path

import pytest

from scoring.cli import run

PROSE = "The council said on Monday that the bridge would close for two weeks. " * 20


@pytest.fixture
def article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(PROSE, encoding="utf-8")
    return "a.txt"


@pytest.mark.parametrize(
    ("command", "said"),
    [
        pytest.param(["score", "a.txt", "-o", "-"], "-o '-': stdout, but several files", id="on stdout"),
        pytest.param(["score", "a.txt", "-o", ""], "-o '': an empty name", id="score nowhere"),
        pytest.param(["compare", "a.txt", "-o", "-"], "Name a folder", id="compare on stdout"),
        pytest.param(["filter", "a.txt", "--where", "words > 1", "-o", ""], "Name a folder", id="filter"),
        pytest.param(["measures", "-o", "-"], "Name a folder", id="measures on stdout"),
        pytest.param(["evidence", "a.txt", "-o", "a.csv"], "Allowed are .jsonl, or -", id="spans as CSV"),
        pytest.param(["evidence", "a.txt", "-o", ""], "Allowed are .jsonl", id="spans nowhere"),
        pytest.param(["features", "a.txt", "-o", "a.xlsx"], "Allowed are .csv, .parquet", id="a workbook"),
    ],
)  # fmt: skip
def test_a_name_that_cannot_be_meant_is_refused(
    command: list[str], said: str, article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(command) == 2
    assert said in capsys.readouterr().err
    assert [path.name for path in Path().iterdir()] == [article]


@pytest.mark.parametrize("place", ["scoring.engines.local.write_page", "scoring.engines.local.write_index"])
def test_a_full_disk_is_one_sentence_and_leaves_no_trace(
    place: str, article: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fill(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(place, fill)
    assert run(["score", article, "-o", "out"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("Error: The run was cut off (No space left on device).")
    assert "Traceback" not in said
    assert not Path("out").exists()


@pytest.mark.parametrize(
    "command",
    [
        pytest.param(["evidence", "news.jsonl", "-o", "news.jsonl"], id="a table"),
        pytest.param(["features", ".", "-o", "news.jsonl"], id="a table of the folder that is read"),
        pytest.param(["features", "link.jsonl", "-o", "./news.jsonl"], id="by another name"),
        pytest.param(["label", "a.txt", "--labels", "labels.csv", "-o", "labels.csv"], id="labels"),
        pytest.param(["label", "news.jsonl", "--labels", "labels.csv", "--export", "news.json"], id="tasks"),
        pytest.param(["score", "index.html", "-o", "."], id="a page in the place of the index"),
        pytest.param(["compare", ".", "-o", "."], id="the same in a folder"),
    ],
)
def test_what_is_read_is_never_replaced(
    command: list[str], article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("news.jsonl").write_text(json.dumps({"id": "a", "text": PROSE}), encoding="utf-8")
    Path("link.jsonl").symlink_to("news.jsonl")
    Path("news.json").symlink_to("news.jsonl")
    Path("labels.csv").write_text("article,annotator,bias\na,kim,20\n", encoding="utf-8")
    Path("index.html").write_text(f"<p>{PROSE}", encoding="utf-8")
    before = {path: path.read_bytes() for path in Path().iterdir()}
    assert run(command) == 2
    assert "is read, and may be replaced" in capsys.readouterr().err
    assert {path: path.read_bytes() for path in Path().iterdir()} == before


def test_a_folder_may_hold_articles_and_their_scores(article: str) -> None:
    for _ in range(2):
        assert run(["score", ".", "-o", "."]) == 0
    assert Path(article).read_text(encoding="utf-8") == PROSE


def test_tasks_end_in_json_so_that_the_interface_beside_them_is_another_file(
    article: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["label", article, "--labels", "l.csv", "--export", "tasks.xml"]) == 2
    assert "Let the name end in .json" in capsys.readouterr().err


def test_a_number_of_pages_may_have_five_thousand_digits(article: str) -> None:
    assert run(["score", article, "-o", "out", "--cards", "9" * 5000]) == 0
