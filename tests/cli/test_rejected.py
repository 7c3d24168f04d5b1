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
