"""`sourcegrade label`: what it proposes, adds and exchanges, and what it refuses; and `train`'s options."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from scoring.article import Article
from scoring.cli import run
from scoring.cli.labelling import tell
from scoring.model.labelling import Proposal, Proposals
from scoring.readers import read_articles

HEADER = "article,annotator,quality,bias\n"


@pytest.fixture(scope="module")
def articles(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Six of the seeds, with their outlets."""
    path = tmp_path_factory.mktemp("input") / "news.jsonl"
    names = [
        f"{event}-{outlet}" for event in ("rail", "power") for outlet in ("anvil", "courier", "plainsend")
    ]
    lines = []
    for name in names:
        text = (root / f"seeds/articles/{name}.txt").read_text(encoding="utf-8")
        event, outlet = name.split("-")
        lines.append(json.dumps({"id": name, "text": text, "outlet": outlet.title(), "event": event}))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    path = tmp_path / "labels.csv"
    path.write_text(HEADER + "rail-anvil,kim,70,20\n", encoding="utf-8")
    return path


def test_proposals_are_said_and_written(
    articles: Path, labels: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = tmp_path / "next.csv"
    before = labels.read_bytes()
    assert run(["label", str(articles), "--labels", str(labels), "--n", "3", "-o", str(out)]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert "3 articles proposed." in shown.err
    assert "1 labelled already" in shown.err
    with out.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["rank"] for row in rows] == ["1", "2", "3"]
    assert "rail-anvil" not in [row["article"] for row in rows]
    assert all(row["reason"].endswith(".") and f"{row['article']} (" in shown.err for row in rows)
    assert labels.read_bytes() == before
    assert "Note:" not in shown.err


def test_labelled_ids_that_no_article_has_are_said(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    labels = tmp_path / "labels.csv"
    labels.write_text(HEADER + "rail-anvil.txt,kim,70,20\n", encoding="utf-8")
    assert run(["label", str(articles), "--labels", str(labels), "--n", "1"]) == 0
    said = "1 labelled id, for example 'rail-anvil.txt', not among the articles read. The id of a file is its"
    assert said in capsys.readouterr().err


def test_data_goes_to_stdout_or_to_json_lines(
    articles: Path, labels: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    command = ["label", str(articles), "--labels", str(labels), "--target", "bias", "-o"]
    assert run([*command, "-"]) == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert {row["target"] for row in rows} == {"bias"}
    assert run([*command, str(tmp_path / "next.jsonl")]) == 0
    lines = (tmp_path / "next.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["article"] for line in lines] == [row["article"] for row in rows]


def test_by_default_only_scores_that_have_labels_count(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "one.csv"
    path.write_text("article,annotator,quality,bias\nrail-anvil,kim,80,\n", encoding="utf-8")
    assert run(["label", str(articles), "--labels", str(path), "-o", "-"]) == 0
    rows = list(csv.DictReader(capsys.readouterr().out.splitlines()))
    assert {row["target"] for row in rows} == {"quality"}


def test_labels_that_are_not_there_yet(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["label", str(articles), "--labels", str(tmp_path / "no.csv"), "--n", "50"]) == 0
    said = capsys.readouterr().err
    assert "no.csv holds no labels yet." in said
    assert "fewer than the 50 asked for" in said
    assert not (tmp_path / "no.csv").exists()


def test_a_label_is_added_once(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "mine.csv"
    command = ["label", "--labels", str(path), "--add", "rail-anvil", "--annotator", "kim"]
    assert run([*command, "--quality", "70", "--bias", "low"]) == 0
    assert path.read_text(encoding="utf-8") == HEADER + "rail-anvil,kim,70,0\n"
    assert "rail-anvil by kim, quality 70, bias 0" in capsys.readouterr().err
    assert run([*command, "--quality", "10"]) == 1
    assert "kim has labelled rail-anvil before" in capsys.readouterr().err
    assert path.read_text(encoding="utf-8") == HEADER + "rail-anvil,kim,70,0\n"


def test_an_id_is_checked_where_articles_are_named(
    articles: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, known = tmp_path / "mine.csv", [article.id for article in read_articles(articles)]
    rest = ["--labels", str(path), "--annotator", "kim", "--bias", "5", "--add"]
    assert run(["label", str(articles), *rest, f"{known[0]}x"]) == 2
    assert (
        f"no article has this id ({len(known)} articles read, among them {known[0]}"
        in capsys.readouterr().err
    )
    assert not path.exists()
    assert run(["label", str(articles), *rest, known[0]]) == 0
    assert "Nobody checked" not in capsys.readouterr().err
    assert run(["label", *rest, "nowhere"]) == 0
    assert "Nobody checked that an article has this id" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("chosen", "passed", "said"),
    [
        pytest.param(0, {}, "No article proposed.", id="none"),
        pytest.param(
            0, {"labelled already": 2}, "No article proposed. Passed over: 2 labelled already.", id="all"
        ),
        pytest.param(1, {}, "1 article proposed, fewer than the 3 asked for.", id="one"),
        pytest.param(
            2,
            {"nearly the same as another": 1},
            "2 articles proposed, fewer than the 3 asked for. Passed over: 1 nearly the same as another.",
            id="two",
        ),
        pytest.param(3, {}, "3 articles proposed.", id="as many as asked"),
    ],
)
def test_how_many_are_proposed_reads_as_a_sentence(
    chosen: int, passed: dict[str, int], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    one = Proposal(Article("a", "It rained."), "bias", 50.0, 40.0, 60.0, "Its interval is wide.")
    tell(Proposals([one] * chosen, passed), asked=3)
    assert capsys.readouterr().err.splitlines()[-1] == said


def test_label_studio_and_back(
    articles: Path, labels: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tasks = tmp_path / "tasks.json"
    command = ["label", "--labels", str(labels)]
    assert run([*command, str(articles), "--n", "2", "--export", str(tasks)]) == 0
    assert 'name="quality"' in (tmp_path / "tasks.xml").read_text(encoding="utf-8")
    found = json.loads(tasks.read_text(encoding="utf-8"))
    for task in found:
        result = {"from_name": "bias", "type": "number", "value": {"number": 30}}
        task["annotations"] = [{"completed_by": "lee", "result": [result]}]
    tasks.write_text(json.dumps(found), encoding="utf-8")
    assert run([*command, "--import", str(tasks)]) == 0
    added = "".join(f"{task['data']['id']},lee,,30\n" for task in found)
    assert labels.read_text(encoding="utf-8") == HEADER + "rail-anvil,kim,70,20\n" + added
    assert "2 of 2 labels" in capsys.readouterr().err
    assert run([*command, "--import", str(tasks)]) == 1
    assert "0 of 2 labels" in capsys.readouterr().err
    assert len((tmp_path / "rejected.jsonl").read_text(encoding="utf-8").splitlines()) == 2


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param([], "Give the articles to choose from", id="nothing to do"),
        pytest.param(["--add", "a", "--quality", "5"], "--annotator NAME", id="nobody labels"),
        pytest.param(["--add", "a", "--annotator", "x"], "Give --quality and/or --bias", id="no label"),
        pytest.param(
            ["--add", "a", "--annotator", "x", "--bias", "150"], "bias is '150'", id="a label too high"
        ),
        pytest.param(["--annotator", "x"], "Name its article with --add", id="a label of nothing"),
        pytest.param(["--add", "a", "--import", "b.json"], "Give one of them", id="two things at once"),
        pytest.param(["{articles}", "-o", "next.xlsx"], ".csv and .jsonl", id="a format"),
        pytest.param(["{articles}", "--target", "clarity"], "no score clarity", id="a score there is not"),
        pytest.param(["{articles}", "--n", "0"], "range", id="none wanted"),
        pytest.param(
            ["{articles}", "--add", "zz", "--annotator", "x", "--bias", "5"],
            "no article has this id",
            id="id",
        ),
        pytest.param(["--import", "no.json"], "cannot be read", id="no export"),
    ],
)
def test_what_cannot_run_says_why_and_adds_nothing(
    arguments: list[str], says: str, articles: Path, labels: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = labels.read_bytes()
    given = [argument.format(articles=articles) for argument in arguments]
    assert run(["label", "--labels", str(labels), *given]) == 2
    [line] = capsys.readouterr().err.splitlines()
    assert line.startswith("Error: ")
    assert says in line
    assert labels.read_bytes() == before
