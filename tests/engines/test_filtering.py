"""A filter run: every record ends in one file, in order, with its reasons."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from scoring.article import Article, Rejection
from scoring.engines.filtering import FIELDS, Sorted, filter_to_folder
from scoring.model import Model, load_model
from scoring.own_lexicon import read_lexicon
from scoring.scorecard.conditions import parse_condition

LONG = " ".join(
    f"The council closed pier {n} of the old bridge, said Ana Ruiz, who runs the works." for n in range(12)
)
Reject = Callable[[Rejection], None]
Rename = Callable[[str, str], None]


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def feed(reject: Reject, rename: Rename) -> Iterator[Article]:
    yield Article(
        "one", LONG, title="One", outlet="Courier", url="http://a.example", published="2024", event="e"
    )
    reject(Rejection("here:row 2", "{}", "The row holds nothing."))
    yield Article("two", "It may rain.")
    rename("one", "one-2")
    yield Article("one-2", LONG + " It rained.")
    yield Article("three", "")


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def run(folder: Path, model: Model, where: str, **options: Any) -> Sorted:
    return filter_to_folder(feed, folder, model, parse_condition(where), **options)


def test_every_record_ends_in_one_file_in_order(tmp_path: Path, model: Model) -> None:
    counts = run(tmp_path, model, "words >= 120 and quality >= 0")
    assert {path.name for path in tmp_path.iterdir()} == {
        *("kept.jsonl", "dropped.jsonl", "rejected.jsonl", "run.json")
    }
    kept, dropped = lines(tmp_path / "kept.jsonl"), lines(tmp_path / "dropped.jsonl")
    assert [row["id"] for row in kept] == ["one", "one-2"]
    assert [row["id"] for row in dropped] == ["two", "three"]
    assert [list(row) for row in kept + dropped] == [[*FIELDS, "reasons"]] * 4
    assert kept[0]["text"] == LONG
    assert kept[0]["outlet"] == "Courier"
    assert (counts.read, counts.kept, counts.dropped, counts.rejected, counts.withheld) == (5, 2, 2, 1, 2)
    assert dict(counts.dropped_by) == {"words >= 120": 2, "quality >= 0": 2}
    assert dropped[0]["reasons"][0] == "words 3 is under 120"
    assert dropped[0]["reasons"][1].startswith("quality is withheld: too_short")
    assert dropped[1]["reasons"] == ["words 0 is under 120", "quality is withheld: empty"]


def test_run_json_says_what_was_asked_and_counts(tmp_path: Path, model: Model) -> None:
    run(tmp_path, model, "words >= 120")
    about = json.loads((tmp_path / "run.json").read_text(encoding="utf-8"))
    counts = about["counts"]
    assert counts["read"] == counts["kept"] + counts["dropped"] + counts["rejected"] == 5
    assert (about["where"], about["dropped_by"]) == ("words >= 120", {"words >= 120": 2})
    assert about["renamed"] == {"one-2": "one"}
    assert about["model"]["digest"] == model.digest
    assert "lexicon" not in about


def test_a_lexicon_of_ones_own_counts_and_is_recorded(tmp_path: Path, model: Model) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('kind = "promotional"\n[[entries]]\nterm = "old bridge"\n', encoding="utf-8")
    own = read_lexicon(path)
    counts = run(tmp_path / "out", model, "promotion_promotional_rate > 0", lexicon=own)
    assert counts.kept == 2
    about = json.loads((tmp_path / "out/run.json").read_text(encoding="utf-8"))
    assert about["lexicon"]["digest"] == own.digest
    assert run(tmp_path / "without", model, "promotion_promotional_rate > 0").kept == 0


def test_a_run_that_is_cut_off_leaves_what_was_there(tmp_path: Path, model: Model) -> None:
    (tmp_path / "kept.jsonl").write_text("old", encoding="utf-8")

    def stop(_: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        run(tmp_path, model, "words > 1", on_progress=stop)
    assert [path.name for path in tmp_path.iterdir()] == ["kept.jsonl"]
    assert (tmp_path / "kept.jsonl").read_text(encoding="utf-8") == "old"
