"""The example report that ships is what the code makes of the example articles today."""

from __future__ import annotations

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scoring.cli import run

ROOT = Path(__file__).resolve().parent.parent
KEPT = ROOT / "reports" / "example"
AGAIN = "Run `make report` and look at what changed."


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What `make report` writes, anew; the paths are relative so that the pages say the same."""
    folder = tmp_path_factory.mktemp("example")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(ROOT)
        for command, name in (("score", "scores"), ("compare", "outlets")):
            assert run([command, "seeds/articles", "-o", str(folder / name)]) == 0
    return folder


def names(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def visible(page: Path) -> list[str]:
    """The words of a page without its charts, whose lettering depends on the drawing library."""
    text = re.sub(r"<(svg|style|script)\b.*?</\1>", " ", page.read_text("utf-8"), flags=re.DOTALL)
    return re.sub(r"<[^>]*>", " ", text).split()


def flatten(value: Any, where: str = "") -> Iterator[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from flatten(item, f"{where}.{key}")
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from flatten(item, f"{where}[{i}]")
    else:
        yield where, value


def same(found: Any, kept: Any) -> bool:
    if isinstance(found, float) and isinstance(kept, (int, float)):
        return found == pytest.approx(kept, abs=1e-3)
    return bool(found == kept)


def test_the_same_files_are_there(made: Path) -> None:
    assert names(made) == {n for n in names(KEPT) if n.split("/")[0] in ("scores", "outlets")}, AGAIN


def test_the_scorecards_are_the_same(made: Path) -> None:
    found, kept = (
        [json.loads(line) for line in (f / "scores/scorecards.jsonl").read_text("utf-8").splitlines()]
        for f in (made, KEPT)
    )
    assert [card["id"] for card in found] == [card["id"] for card in kept], AGAIN
    for one, other in zip(found, kept, strict=True):
        was = dict(flatten(other))
        moved = {k: (was.get(k), v) for k, v in flatten(one) if not same(v, was.get(k))}
        assert not moved, f"{one['id']}: {list(moved.items())[:3]} {AGAIN}"


@pytest.mark.parametrize("table", ["scores/features.csv", "outlets/outlets.csv", "outlets/pairs.csv"])
def test_the_tables_are_the_same(made: Path, table: str) -> None:
    found, kept = (list(csv.reader((f / table).read_text("utf-8").splitlines())) for f in (made, KEPT))
    assert len(found) == len(kept), AGAIN
    for one, other in zip(found, kept, strict=True):
        assert [as_number(v) for v in one] == [pytest.approx(as_number(v), abs=1e-3) for v in other], AGAIN


def as_number(cell: str) -> float | str:
    try:
        return float(cell)
    except ValueError:
        return cell


@pytest.mark.parametrize("page", sorted(name for name in names(KEPT) if name.endswith(".html")))
def test_a_page_says_the_same(made: Path, page: str) -> None:
    assert visible(made / page) == visible(KEPT / page), AGAIN
