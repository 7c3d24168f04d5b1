from __future__ import annotations

import csv
import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from scoring.article import Article, Rejection
from scoring.engines.local import Tally, score_to_folder, table_line
from scoring.errors import InputError
from scoring.extractors import COLUMNS
from scoring.model import Model, load_model

PROSE = (
    "The council said on Monday that the bridge would close for two weeks while the bearings are replaced. "
)
Reject = Callable[[Rejection], None]
Rename = Callable[[str, str], None]


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def feed(reject: Reject, rename: Rename) -> Iterator[Article]:
    yield Article("one", PROSE * 12, title="One")
    reject(Rejection("here:row 2", "{}", "The row holds nothing."))
    yield Article("One", PROSE * 13)
    rename("one", "one-2")
    yield Article("one-2", "")


def test_every_record_is_counted_once(tmp_path: Path, model: Model) -> None:
    tally = score_to_folder(feed, tmp_path, model)
    assert (tally.read, tally.scored + tally.withheld, tally.rejected) == (4, 3, 1)
    run = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    counts = run["counts"]
    assert counts["read"] == counts["scored"] + counts["withheld"] + counts["rejected"] == 4
    assert run["renamed"] == {"one-2": "one"}
    assert run["model"] == {"name": "default", "version": model.version, "digest": model.digest}
    cards = [
        json.loads(line) for line in (tmp_path / "scorecards.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [card["id"] for card in cards] == ["one", "One", "one-2"]
    assert len({card["page"].casefold() for card in cards}) == 3
    assert all((tmp_path / card["page"]).is_file() for card in cards)
    rows = list(csv.reader((tmp_path / "features.csv").read_text(encoding="utf-8").splitlines()))
    assert rows[0] == ["id", *COLUMNS]
    assert [row[0] for row in rows[1:]] == ["one", "One", "one-2"]
    [rejected] = (tmp_path / "rejected.jsonl").read_text(encoding="utf-8").splitlines()
    assert json.loads(rejected) == {
        "source": "here:row 2",
        "record": "{}",
        "reason": "The row holds nothing.",
    }


@pytest.mark.parametrize(("limit", "pages"), [(None, 3), (0, 0), (2, 2), (99, 3)])
def test_as_many_pages_as_wanted(tmp_path: Path, model: Model, limit: int | None, pages: int) -> None:
    tally = score_to_folder(feed, tmp_path, model, cards=limit)
    assert tally.pages == len(list((tmp_path / "cards").iterdir())) == pages
    cards = [
        json.loads(line) for line in (tmp_path / "scorecards.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert [card["page"] is not None for card in cards] == [True] * pages + [False] * (3 - pages)


def test_without_evidence_the_pages_keep_it(tmp_path: Path, model: Model) -> None:
    score_to_folder(feed, tmp_path, model, evidence=False)
    lines = (tmp_path / "scorecards.jsonl").read_text(encoding="utf-8").splitlines()
    assert {json.dumps(json.loads(line)["evidence"]) for line in lines} == {"[]"}
    assert "<mark" in (tmp_path / "cards/one.html").read_text(encoding="utf-8")


def test_two_runs_give_the_same_bytes(tmp_path: Path, model: Model) -> None:
    for name in ("a", "b"):
        score_to_folder(feed, tmp_path / name, model)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_a_second_run_leaves_no_page_of_the_first(tmp_path: Path, model: Model) -> None:
    score_to_folder(feed, tmp_path, model)
    (tmp_path / "cards/notes.txt").write_text("mine", encoding="utf-8")
    score_to_folder(lambda reject, rename: [Article("two", PROSE)], tmp_path, model)
    assert sorted(path.name for path in (tmp_path / "cards").iterdir()) == ["notes.txt", "two.html"]


def test_pages_of_another_program_are_left_alone(tmp_path: Path, model: Model) -> None:
    (tmp_path / "run.json").write_text('{"of": "another"}', encoding="utf-8")
    (tmp_path / "index-old.html").write_text("mine", encoding="utf-8")
    score_to_folder(lambda reject, rename: [], tmp_path, model)
    assert (tmp_path / "index-old.html").is_file()


def cut_off(reject: Reject, rename: Rename) -> Iterator[Article]:
    yield Article("new", PROSE)
    raise KeyboardInterrupt


def test_a_run_that_is_cut_off_leaves_the_earlier_one(tmp_path: Path, model: Model) -> None:
    score_to_folder(feed, tmp_path, model)
    before = contents(tmp_path)
    with pytest.raises(KeyboardInterrupt):
        score_to_folder(cut_off, tmp_path, model)
    assert contents(tmp_path) == before


def test_no_article_gives_an_empty_run(tmp_path: Path, model: Model) -> None:
    tally = score_to_folder(lambda reject, rename: [], tmp_path, model)
    assert tally == Tally()
    assert (tmp_path / "index.html").is_file()
    assert (tmp_path / "features.csv").read_text(encoding="utf-8") == ",".join(["id", *COLUMNS]) + "\n"


def test_a_file_in_the_way_is_said(tmp_path: Path, model: Model) -> None:
    (tmp_path / "out").touch()
    with pytest.raises(InputError, match="cannot be written"):
        score_to_folder(feed, tmp_path / "out", model)


@pytest.mark.parametrize(
    ("identifier", "cell"),
    [
        pytest.param("plain", "plain", id="plain"),
        pytest.param("=1+1", "'=1+1", id="a formula is disarmed"),
        pytest.param('a,"b"', 'a,"b"', id="marks of CSV"),
        pytest.param("a\rb\nc", "a\rb\nc", id="line ends inside"),
    ],
)
def test_a_row_reads_back(identifier: str, cell: str) -> None:
    line = table_line(identifier, [0.123456789, float("nan"), 1e-9])
    assert line.endswith(",0.123457,,1e-09\n")
    [row] = csv.reader([line])
    assert row[0] == cell
