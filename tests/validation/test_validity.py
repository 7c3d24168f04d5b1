"""The whole report, on a folder of corpora in miniature."""

from __future__ import annotations

import json
import math
from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

from scoring.article import Article
from scoring.cli import group
from scoring.errors import InputError
from scoring.extractors import COLUMNS
from scoring.reports.validity import Validity
from scoring.reports.validity_agreement import number, pick_lines, spell
from scoring.validation import CHECKS, Row, validate

FEW = ("attributions", "source-types")


@pytest.fixture(scope="session")
def whole(small_corpora: Path) -> Validity:
    return validate(small_corpora, [Article("a", "It may rain."), Article("b", "It rained, Ana Ruiz said.")])


@pytest.fixture(scope="session")
def folder(whole: Validity, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("validity")
    whole.save(place)
    return place


def test_every_goal_has_its_row_in_order(whole):
    goals = [goal for check in CHECKS for goal in check.goals]
    assert whole.table["what"].tolist() == [goal.what for goal in goals]
    assert whole.table["metric"].tolist() == [goal.metric for goal in goals]
    assert list(whole.table.columns) == [field.name for field in fields(Row)]


def test_articles_without_labels_say_so(whole):
    row = whole.table.set_index("what").loc["source type, five classes"]
    assert row["standing"] == "not measured yet"
    assert "none of the articles we labelled" in row["note"]


def test_measured_rows_have_an_interval_around_the_figure(whole):
    known = whole.table[whole.table["ours"].notna()]
    assert len(known) >= 20
    assert (known["low"] <= known["ours"] + 1e-9).all()
    assert (known["ours"] <= known["high"] + 1e-9).all()
    assert (known["n"] > 0).all()


def test_what_the_made_up_corpora_show_plainly(whole):
    table = whole.table.drop_duplicates("what").set_index("what")
    assert table.loc["attribution cue", "ours"] == 1.0
    assert table.loc["hedge cue, epistemic", "ours"] > table.loc["hedge cue, epistemic", "words"]
    assert table.loc["loaded sentence", "tfidf"] == 1.0
    assert table.loc["certainty against hedges", "ours"] < -0.5


def test_the_files(folder, whole):
    names = {path.name for path in folder.iterdir()}
    charts = {f"{stem}.{kind}" for stem in ("agreement", "distributions") for kind in ("svg", "png")}
    assert names == {"validity.csv", "validity.json", "measures.csv", "index.html", *charts}
    record = json.loads((folder / "validity.json").read_text(encoding="utf-8"))
    assert record["schema"] == 1
    assert len(record["rows"]) == len(whole.table)
    assert record["rows"][4]["ours"] is None
    assert record["articles"] == {"events_allsides": 6, "articles given": 2}
    measures = pd.read_csv(folder / "measures.csv")
    assert measures["column"].unique().tolist() == list(COLUMNS)


def test_two_processes_give_the_bytes_of_one(small_corpora, tmp_path):
    for jobs in (1, 2):
        validate(small_corpora, only=FEW, jobs=jobs).save(tmp_path / str(jobs))
    one, two = ({p.name: p.read_bytes() for p in (tmp_path / j).iterdir()} for j in "12")
    assert one == two


def test_the_page_opens_with_the_answer_and_speaks_of_every_row(folder, whole):
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert page.index(whole.answer) < page.index("<svg")
    assert page.count('role="rowheader"') == len(whole.table)
    assert page.count('role="img"') == 4
    assert "not measured yet" in page


def test_a_missing_corpus_leaves_its_rows_empty(tmp_path):
    found = validate(tmp_path, only=["attributions", "distributions"])
    assert set(found.table["standing"]) == {"not measured yet"}
    assert found.table["note"].str.contains("attribution_polnear_dev.jsonl.gz").all()
    assert found.figures.keys() == {"agreement"}
    found.save(tmp_path / "out")
    assert "No row is measured." in (tmp_path / "out/index.html").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("folder_name", "only", "said"),
    [
        pytest.param("nowhere", (), "no such folder", id="no folder"),
        pytest.param(".", ("hegdes",), "Allowed are attributions", id="unknown check"),
    ],
)
def test_what_cannot_run_is_told(tmp_path, folder_name, only, said):
    with pytest.raises(InputError, match=said):
        validate(tmp_path / folder_name, only=only)


def test_notes_are_escaped(whole):
    table = whole.table.assign(note="<script>alert(1)</script>")
    page = Validity(table, whole.measures).to_html()
    assert "<script>alert" not in page and "&lt;script&gt;alert" in page


def test_the_command_writes_the_report_and_says_how_long(small_corpora, tmp_path):
    arguments = [
        "validate",
        "--corpora",
        str(small_corpora),
        "--only",
        "attributions",
        "-o",
        str(tmp_path / "out"),
    ]
    done = CliRunner().invoke(group, arguments)
    assert done.exit_code == 0, done.output
    assert "attributions" in done.stderr and " s\n" in done.stderr
    assert (tmp_path / "out/validity.csv").is_file()


def test_figures_as_text():
    assert [number(v) for v in (0.75, 0.0031, -0.5, math.nan, 0.0, 1.0)] == [
        "0.75",
        "0.003",
        "−0.50",
        "–",
        "0.00",
        "1.00",
    ]
    assert spell({"ours": 0.5, "low": math.nan, "high": math.nan}) == "0.50"


def test_small_is_better_and_gains_stand_in_the_table_only(whole):
    names = [line.name for line in pick_lines(whole.table)]
    assert not any("flagged" in name or "gain in AUC" in name for name in names)
    assert any(name.startswith("attribution cue") for name in names)


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 1440])
def test_nothing_is_wider_than_the_window(folder, page, width):
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((folder / "index.html").as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.corpora
def test_cues_of_real_articles_agree_better_than_the_word_list(corpora):
    found = validate(corpora, only=["attributions"]).table.set_index("what")
    cues = found.loc["attribution cue"]
    assert cues["low"] > cues["words"]
    assert cues["ours"] > 0.64
