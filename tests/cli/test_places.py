"""Where a command writes: names that cannot be meant, and places that give out."""

from __future__ import annotations

import errno
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
