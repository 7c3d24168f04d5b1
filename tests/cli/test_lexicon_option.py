"""`--lexicon` on every command that reads articles, in one process and in several."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from scoring.cli import run
from scoring.own_lexicon import read_lexicon

LONG = " ".join(
    f"The council closed pier {n} of the old bridge, said Ana Ruiz, who runs the works." for n in range(12)
)


@pytest.fixture
def places(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "articles").mkdir()
    for name in "ab":
        (tmp_path / f"articles/{name}.txt").write_text(f"{LONG} The end of {name}.", encoding="utf-8")
    (tmp_path / "mine.toml").write_text(
        'kind = "promotional"\n[[entries]]\nterm = "old bridge"\n', encoding="utf-8"
    )
    (tmp_path / "bad.toml").write_text('kind = "promotion"\n', encoding="utf-8")
    names = ("articles", "articles/a.txt", "articles/b.txt", "mine.toml", "bad.toml", "out")
    return {name.rpartition("/")[2].partition(".")[0]: str(tmp_path / name) for name in names}


COMMANDS = {
    "score": ["score", "{articles}", "-o", "{out}"],
    "explain": ["explain", "{a}"],
    "evidence": ["evidence", "{articles}", "-o", "-"],
    "features": ["features", "{articles}", "-o", "-"],
    "compare": ["compare", "{articles}", "-o", "{out}"],
    "filter": ["filter", "{articles}", "--where", "words > 1", "-o", "{out}"],
    "diff": ["diff", "{a}", "{b}"],
    "train": ["train", "labels.csv", "--articles", "{articles}", "-o", "{out}"],
    "evaluate": ["evaluate", "default", "labels.csv", "--articles", "{articles}", "-o", "{out}"],
    "validate": ["validate", "--corpora", "{articles}", "--articles", "{articles}", "-o", "{out}"],
    "label": ["label", "{articles}", "--labels", "labels.csv"],
}


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_that_is_none_stops_every_command(
    command: str, places: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [argument.format(**places) for argument in COMMANDS[command]]
    assert run([*arguments, "--lexicon", places["bad"]]) == 2
    shown = capsys.readouterr()
    assert "Did you mean promotional?" in shown.err
    assert (shown.out, Path(places["out"]).exists()) == ("", False)


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_score_counts_the_entries_and_records_them(jobs: str, places: dict[str, str]) -> None:
    arguments = [argument.format(**places) for argument in COMMANDS["score"]]
    assert run([*arguments, "--lexicon", places["mine"], "--jobs", jobs]) == 0
    out = Path(places["out"])
    about = json.loads((out / "run.json").read_text(encoding="utf-8"))
    digest = read_lexicon(places["mine"]).digest
    assert about["lexicon"] == {
        "digest": digest,
        "files": [{"file": "mine.toml", "kind": "promotional", "terms": 1, "precision": 0.82}],
    }
    for line in (out / "scorecards.jsonl").read_text(encoding="utf-8").splitlines():
        card = json.loads(line)
        assert digest in card["notes"][-1]
        assert sum(span["kind"] == "promotional" for span in card["evidence"]) == 12
    assert digest in (out / "cards/a.html").read_text(encoding="utf-8")


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_features_count_the_entries(
    jobs: str, places: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [argument.format(**places) for argument in COMMANDS["features"]]
    rates = []
    for more in ([], ["--lexicon", places["mine"]]):
        assert run([*arguments, "--jobs", jobs, *more]) == 0
        rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
        rates.append([float(row["promotion_promotional_rate"]) for row in rows])
    assert rates[0] == [0.0, 0.0]
    assert min(rates[1]) > 0


@pytest.mark.parametrize("command", ["explain", "evidence"])
def test_commands_that_show_evidence_show_it(
    command: str, places: dict[str, str], capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = [argument.format(**places) for argument in COMMANDS[command]]
    assert run([*arguments, "--lexicon", places["mine"]]) == 0
    assert "promotional" in capsys.readouterr().out


def test_a_model_trained_with_own_words_says_so(places: dict[str, str]) -> None:
    root = Path(__file__).resolve().parents[2]
    labels, articles = str(root / "seeds/labels.csv"), str(root / "seeds/articles")
    arguments = [
        "train",
        labels,
        "--articles",
        articles,
        "-o",
        places["out"],
        "--no-prior",
        "--target",
        "bias",
    ]
    assert run([*arguments, "--lexicon", places["mine"]]) == 0
    card = (Path(places["out"]) / "card.md").read_text(encoding="utf-8")
    assert f"(digest {read_lexicon(places['mine']).digest}); give the same lists" in card
