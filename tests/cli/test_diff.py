"""`sourcegrade diff`: the view, the record, and inputs that do not fit."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from scoring.cli import run

LONG = " ".join(
    f"The council closed pier {n} of the old bridge, said Ana Ruiz, who runs the works." for n in range(12)
)


@pytest.fixture
def drafts(tmp_path: Path) -> list[str]:
    texts = {"old.txt": f"Bridge shuts\n\n{LONG}", "new.txt": f"Bridge shuts\n\n{LONG} It may rain – “soon”."}
    for name, text in texts.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return [str(tmp_path / name) for name in texts]


def test_the_view_goes_to_stdout(drafts: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", *drafts]) == 0
    shown = capsys.readouterr()
    assert shown.out.startswith("Bridge shuts\n")
    assert "\x1b" not in shown.out
    assert "Evidence that appeared" in shown.out
    assert "[may]" in shown.out
    assert max(map(len, shown.out.splitlines())) <= 80
    assert shown.err == ""


def test_as_json(drafts: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["diff", *drafts, "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["old"]["id"], found["new"]["id"]) == ("old", "new")
    assert found["words_removed"] == 0
    assert found["words_added"] == 4
    assert set(found["scores"]) == {"quality", "bias"}
    assert "may" in {one["words"] for one in found["appeared"]}


def test_a_table_gives_its_first_article_and_says_so(
    drafts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    table = tmp_path / "news.csv"
    table.write_text("id,corpus\na,It rained.\nb,It snowed.\n", encoding="utf-8")
    assert run(["diff", str(table), drafts[1], "--column", "text=corpus"]) == 0
    shown = capsys.readouterr()
    assert "only the first is compared" in shown.err
    assert "withheld (2 words, fewer than 120" in " ".join(shown.out.split())


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["{old}"], "NEW", id="one file"),
        pytest.param(["{old}", "missing.txt"], "no file or folder", id="a missing file"),
        pytest.param(["{old}", "{empty}"], "holds no article that can be read", id="nothing to compare"),
    ],
)
def test_what_cannot_be_compared(
    arguments: list[str], says: str, drafts: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "empty.jsonl").write_text('{"text": 5}\n', encoding="utf-8")
    places = {"old": drafts[0], "empty": str(tmp_path / "empty.jsonl")}
    assert run(["diff", *(argument.format(**places) for argument in arguments)]) == 2
    shown = capsys.readouterr()
    assert says in shown.err
    assert shown.out == ""
