"""What `compare` says in the terminal."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import patch

from click.testing import CliRunner

from scoring.cli import group


def test_articles_that_name_no_outlet_are_said_to_stand_as_outlets(tmp_path: Path) -> None:
    for name in ("one", "two"):
        (tmp_path / f"{name}.txt").write_text("A bridge opened on Monday. It cost 4 million euros.", "utf-8")
    done = CliRunner().invoke(group, ["compare", str(tmp_path), "-o", str(tmp_path / "out")])
    assert done.exit_code == 0, done.output
    said = " ".join(done.stderr.split())
    assert "No article names its outlet, so each article stands as an outlet of its own" in said
    assert "--column outlet=NAME" in said and "--outlet-from folder" in said
    assert done.stdout == ""


def test_a_column_that_is_none_is_said_before_anything_is_scored(tmp_path: Path) -> None:
    (tmp_path / "one.txt").write_text("A bridge opened.", "utf-8")
    with patch("scoring.reports.comparing.score", side_effect=AssertionError("scored")):
        done = CliRunner().invoke(
            group, ["compare", str(tmp_path), "--by", "desk", "-o", str(tmp_path / "out")]
        )
    assert (
        str(done.exception)
        == 'compare: no column "desk". Allowed with --by: id, outlet, event, title, status.'
    )
