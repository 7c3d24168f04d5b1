"""The index: streams its pages, counts plainly, holds up with no rows and hostile ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from scoring.reports.index import IndexRow, render_index, write_index


def row(i: int = 0, **more: Any) -> IndexRow:
    given: dict[str, Any] = {
        "id": f"a{i}",
        "title": f"Ferry {i}",
        "outlet": "Port Ellison Courier",
        "event": None,
        "status": "scored",
        "flags": (),
        "quality": (62.0 + i, 54.0, 71.0),
        "bias": (23.0, 15.0, 34.0),
        "page": f"cards/a{i}.html",
    }
    return IndexRow(**{**given, **more})


def run(scored: int = 0, withheld: int = 0, rejected: int = 0) -> dict[str, object]:
    counts = {
        "read": scored + withheld + rejected,
        "scored": scored,
        "withheld": withheld,
        "rejected": rejected,
    }
    return {"counts": counts, "model": "default", "version": "0.1.0"}


def test_an_empty_run_gives_one_page_that_says_so(tmp_path: Path) -> None:
    (path,) = write_index([], tmp_path / "new", run=run())
    text = path.read_text(encoding="utf-8")
    assert "No article was read." in text
    assert "<table" not in text


def test_rejected_articles_are_pointed_to_when_nothing_else_is_left(tmp_path: Path) -> None:
    (path,) = write_index([], tmp_path, run=run(rejected=2))
    assert "rejected.jsonl" in path.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("rows", "names"),
    [
        pytest.param(3, ["index.html"], id="a full page has no empty successor"),
        pytest.param(4, ["index.html", "index-2.html"], id="one row more"),
        pytest.param(7, ["index.html", "index-2.html", "index-3.html"], id="three pages"),
    ],
)
def test_pages(tmp_path: Path, rows: int, names: list[str]) -> None:
    written = write_index((row(i) for i in range(rows)), tmp_path, run=run(rows), per_page=3)
    texts = [path.read_text(encoding="utf-8") for path in written]
    assert [path.name for path in written] == names
    assert [re.findall(r'href="(index[^"]*)" rel="next"', text) for text in texts] == [
        [n] for n in names[1:]
    ] + [[]]
    assert sum(text.count("<tr>") - 1 for text in texts) == rows
    assert len(names) == 1 or f"Page 1 of {len(names)}" in texts[0]


def test_rows_are_streamed(tmp_path: Path) -> None:
    seen: list[bool] = []

    def rows() -> Iterator[IndexRow]:
        for i in range(9):
            seen.append((tmp_path / "index.html").exists())
            yield row(i)

    write_index(rows(), tmp_path, run=run(9), per_page=2)
    assert seen[:4] == [False] * 4
    assert seen[5:] == [True] * 4


def test_a_withheld_row_says_so_in_both_columns() -> None:
    held = row(status="withheld", flags=("too_short",), quality=None, bias=None)
    text = render_index([held], page=1, pages=1, run=run(withheld=1))
    assert text.count("Withheld</b>") == 2
    assert text.count("too short") == 2


def test_hostile_names_stay_text() -> None:
    text = render_index(
        [row(title="<script>x</script>\u202e", outlet='" onx="')], page=1, pages=1, run=run(1)
    )
    assert "<script>x" not in text
    assert "\u202e" not in text
    assert '" onx="' not in text


def test_order_and_filter(page: Any, tmp_path: Path) -> None:
    held = row(7, title="Short", status="withheld", flags=("too_short",), quality=None, bias=None)
    (path,) = write_index([row(2), held, row(1), row(3)], tmp_path, run=run(3, 1))
    page.set_viewport_size({"width": 1200, "height": 800})
    page.goto(path.as_uri())
    titles = "[...document.querySelectorAll('tbody tr:not([hidden]) th')].map((cell) => cell.textContent)"
    page.click("th.quality button")
    assert page.evaluate(titles) == ["Ferry 1", "Ferry 2", "Ferry 3", "Short"]
    page.click("th.quality button")
    assert page.evaluate(titles) == ["Ferry 3", "Ferry 2", "Ferry 1", "Short"]
    assert "sorted by quality, highest first" in page.inner_text("caption")
    page.fill("#find", "held courier")
    assert page.evaluate(titles) == ["Short"]
    assert page.inner_text("#found") == "1 of 4 shown"
    page.fill("#find", "nowhere")
    assert page.is_visible("#nothing")
    assert not page.is_visible("#list")
    page.click("#clear")
    assert page.is_visible("#list")
    assert not page.is_visible("#nothing")


def test_an_interval_that_is_too_narrow_is_said_above_the_list() -> None:
    note = "The 90 % interval of bias is too narrow: so it is"
    text = render_index([row()], page=2, pages=2, run=run(scored=201) | {"narrow": [note]})
    assert text.count(f"<b>{note}.</b>") == 1
    assert text.index(note) < text.index("<table")
    assert "too narrow" not in render_index([row()], page=1, pages=1, run=run(scored=1))


def test_endless_titles_and_names_are_cut() -> None:
    endless = row(title="t" * 10**6, outlet="o" * 10**6, event="e" * 10**6)
    text = render_index([endless], page=1, pages=1, run=run(scored=1))
    for letter, most in (("t", 299), ("o", 99), ("e", 99)):
        assert re.search(f">{letter}{{{most}}}…<", text)
    assert len(text) < 10**5
