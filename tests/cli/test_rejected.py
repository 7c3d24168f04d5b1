"""What could not be read is kept, whichever commands write into a folder."""

from __future__ import annotations

import json
from pathlib import Path

from scoring.cli import run


def test_no_command_loses_what_another_rejected(tmp_path: Path) -> None:
    one, two, out = tmp_path / "one.jsonl", tmp_path / "two.jsonl", tmp_path / "out"
    for path in (one, two):
        path.write_text('{"text": "It rained."}\n{"text": 5}\n', encoding="utf-8")
    commands = [
        ["score", str(one), "-o", str(out)],
        ["features", str(one), "-o", str(out / "f.csv")],
        ["evidence", str(two), "-o", str(out / "e.jsonl")],
        ["features", str(two), "-o", str(out / "f.csv")],
    ]
    assert [run(command) for command in commands] == [1] * 4
    lines = (out / "rejected.jsonl").read_text(encoding="utf-8").splitlines()
    assert [Path(json.loads(line)["source"]).name for line in lines] == ["one.jsonl:2", "two.jsonl:2"]


def test_a_label_that_is_refused_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "labels.csv"
    command = ["label", "--labels", str(path), "--add", "a", "--annotator", "kim", "--bias"]
    assert [run([*command, label]) for label in ("20", "80")] == [0, 1]
    [line] = (tmp_path / "rejected.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["reason"].startswith("kim has labelled a before")


def test_articles_beside_the_corpora_that_cannot_be_read_are_kept(tmp_path: Path) -> None:
    path, out, corpora = tmp_path / "one.jsonl", tmp_path / "out", tmp_path / "corpora"
    path.write_text('{"text": "It rained."}\n{"text": 5}\n', encoding="utf-8")
    for name in ("feature", "article"):
        (corpora / name).mkdir(parents=True)
    command = ["validate", "--corpora", str(corpora), "--only", "distributions", "--articles", str(path)]
    assert run([*command, "-o", str(out)]) == 1
    [line] = (out / "rejected.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(line)["source"].endswith("one.jsonl:2")
