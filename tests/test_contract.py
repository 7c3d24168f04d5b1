"""The public names, files and shapes, as the contract writes them."""

from __future__ import annotations

import csv
import inspect
import json
import os
import re
import subprocess
import sys
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import pandas
import pytest

import scoring
from scoring.article import KINDS
from scoring.cli import run
from scoring.extractors import COLUMNS
from scoring.model import load_model

SPAN = ["start", "end", "family", "kind", "probability", "voice", "note", "part"]

SIGNATURES = {
    "Article": "id, text, title=None, outlet=None, url=None, published=None, event=None",
    "Rejection": "source, record, reason",
    "Evidence": ", ".join(SPAN),
    "read_articles": "source, *, columns=None, on_reject=None",
    "analyse": "article, *, min_probability=None",
    "features": "articles, *, n_jobs=1",
    "ArticleFeatures": "",
    "load_model": "name_or_folder='default'",
    "score": "articles, *, model='default', n_jobs=1",
    "score_frame": "frame, *, model='default'",
    "tone_toward": "article, start, end",
    "compare": "articles, *, by='outlet', model='default'",
    "train": "articles, labels, *, targets=('quality', 'bias'), out",
}

FIELDS = {
    "Analysis": ["features", "evidence", "flags", "notes"],
    "Evidence": SPAN,
    "Scorecard": [
        *("id", "outlet", "title", "event", "status", "flags", "notes", "scores", "families"),
        *("contributions", "reasons", "evidence", "model", "version"),
    ],
}

READING = ("--column", "--outlet-from", "--lexicon")
COMMANDS = {
    "score": (
        *(
            "-o",
            "--model",
            "--jobs",
            "--resume",
            "--cards",
            "--no-evidence",
            "--fetch",
            "--engine",
            "--scheduler",
        ),
        *READING,
    ),
    "explain": READING,
    "evidence": ("-o", "--min-probability", *READING),
    "features": ("-o", "--jobs", *READING),
    "compare": ("-o", "--by", "--event", *READING),
    "filter": ("--where", "-o", *READING),
    "diff": ("OLD", "NEW", *READING),
    "train": ("LABELS", "--articles", "-o"),
    "evaluate": ("MODEL", "LABELS", "--articles", "-o", *READING),
    "label": ("--labels", *READING),
    "validate": ("--corpora", "-o"),
    "measures": ("--json",),
    "serve": ("--port", "--data"),
}
LATER = ("serve",)

VOCABULARY = {
    "hedging": {"hedge", "booster"},
    "sourcing": {"attribution", "quote", "source", "content"},
    "promotion": {"promotional", "filler", "call_to_action", "template_residue", "clickbait"},
    "stuffing": {"stuffed_phrase", "keyword_list", "duplicate_passage"},
    "stance": {"loaded", "loaded_sentence", "party", "rebuttal"},
    "cleaning": {"boilerplate"},
}

TABLE = """id,title,text,outlet,event
=1+1,Bridge,"{prose}",The Plain Daily,bridge
twice,,"{prose} {prose}",The Old Gazette,bridge
twice,,It may rain.,The Old Gazette,
"""
PROSE = (
    "The council said on Monday that the bridge would close for two weeks while its bearings are replaced. "
    "Shop owners on the eastern bank fear that they may lose a third of their trade, according to a survey. "
) * 5


def signature_of(name: str) -> dict[str, inspect.Parameter]:
    return dict(inspect.signature(getattr(scoring, name)).parameters)


def stated(text: str) -> dict[str, inspect.Parameter]:
    namespace: dict[str, Any] = {}
    text = text.replace(", out", ", out=...") if ", *" in text else text
    exec(f"def stated({text}): ...", namespace)
    return dict(inspect.signature(namespace["stated"]).parameters)


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_public_name_has_the_parameters_stated(name: str) -> None:
    wanted, found = stated(SIGNATURES[name]), signature_of(name)
    shared = [parameter for parameter in found if parameter in wanted]
    assert shared == list(wanted)
    for key, parameter in wanted.items():
        assert found[key].kind == parameter.kind, key
        if name != "Evidence" and parameter.default is not ...:
            assert found[key].default == parameter.default, key
    for key in found.keys() - wanted.keys():  # more options are allowed where nobody must give them
        assert found[key].kind == inspect.Parameter.KEYWORD_ONLY, key
        assert found[key].default is not inspect.Parameter.empty, key


@pytest.mark.parametrize("name", SIGNATURES)
def test_a_public_name_is_no_module_whatever_was_imported_before(name: str) -> None:
    assert callable(getattr(scoring, name))
    assert not inspect.ismodule(vars(scoring).get(name))


@pytest.mark.parametrize("name", FIELDS)
def test_a_record_has_the_fields_stated(name: str) -> None:
    wanted, found = FIELDS[name], fields(getattr(scoring, name))
    assert [field.name for field in found][: len(wanted)] == wanted
    for field in found[len(wanted) :]:  # more are allowed where nobody must give them
        assert field.default is not MISSING or field.default_factory is not MISSING, field.name


def test_every_public_name_is_listed_and_documented() -> None:
    assert {*SIGNATURES, *FIELDS, "Model", "Comparison"} <= set(scoring.__all__)
    assert set(scoring.__all__) <= set(dir(scoring))
    for name in scoring.__all__:
        if name != "__version__":
            assert (getattr(scoring, name).__doc__ or "").strip(), name
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = scoring.nothing


@pytest.mark.parametrize("name", sorted({*SIGNATURES, *FIELDS, "Model"}))
def test_a_public_name_explains_every_parameter_and_shows_an_example(name: str) -> None:
    told = inspect.getdoc(getattr(scoring, name)) or ""
    assert "\nExamples\n--------\n" in told
    assert [key for key in signature_of(name) if not re.search(rf"\b{key}\b", told)] == []


def test_analyse_points_into_the_text_it_was_given() -> None:
    article = scoring.Article("a", "\ufeffThe bridge\r\nmay close, officials said.")
    found = scoring.analyse(article, min_probability=0.0)
    assert list(found.features) == list(COLUMNS)
    assert {article.text[span.start : span.end] for span in found.evidence} >= {"may", "said"}
    assert article.text == "\ufeffThe bridge\r\nmay close, officials said."


def test_features_is_a_table_by_article_id() -> None:
    table = scoring.features([scoring.Article("b", "It rained."), scoring.Article("a", "")])
    assert (list(table.index), table.index.name, list(table.columns)) == (["b", "a"], "id", list(COLUMNS))
    assert table.loc["a"].drop("language_word_count").dropna().le(0).all()


@pytest.mark.parametrize("name", ["Scorecard", "Analysis", "Comparison"])
def test_objects_show_themselves_in_notebooks(name: str) -> None:
    assert callable(getattr(scoring, name)._repr_html_)


def test_score_frame_gives_the_columns_stated() -> None:
    frame = pandas.DataFrame({"id": ["b", "a"], "text": [PROSE, ""]}, index=[7, 3])
    scored = scoring.score_frame(frame)
    ends = [f"{name}{end}" for name in ("quality", "bias") for end in ("", "_low", "_high")]
    assert list(scored.columns) == ["id", "status", "flags", *ends, *COLUMNS]
    assert (list(scored.index), list(scored["id"])) == ([7, 3], ["b", "a"])


def test_article_features_is_the_table_of_features() -> None:
    articles = [scoring.Article("a", PROSE), scoring.Article("b", "")]
    made = scoring.ArticleFeatures().set_output(transform="pandas").fit_transform(articles)
    table = scoring.features(articles)
    assert list(made.columns) == list(table.columns)
    pandas.testing.assert_frame_equal(made.set_axis(table.index), table)


def test_the_evidence_vocabulary() -> None:
    assert {family: set(kinds) for family, kinds in KINDS.items()} == VOCABULARY


def help_of(command: str, capsys: pytest.CaptureFixture[str]) -> str:
    assert run([command, "--help"]) == 0
    return capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS)
def test_a_command_says_its_options_and_an_example(command: str, capsys: pytest.CaptureFixture[str]) -> None:
    shown = help_of(command, capsys)
    for option in COMMANDS[command]:
        assert option in shown, option
    assert f"  sourcegrade {command}" in shown


def test_the_list_of_commands_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    shown = capsys.readouterr().out
    present, later = shown.split("Not there yet:")
    for command in COMMANDS:
        assert f"\n  {command} " in (later if command in LATER else present)
    assert "..." not in present.split("Commands:")[1], "a sentence is cut"


@pytest.mark.parametrize("command", LATER)
def test_a_command_to_come_exits_with_two_and_one_sentence(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run([command, "x", "--where", "bias < 4", "-o", "out"]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.startswith(f"Error: sourcegrade {command} is not there yet. ")
    assert shown.err.count("\n") == 1


@pytest.mark.parametrize("option", [["--resume"], ["--fetch"], ["--engine", "dask"], ["--scheduler", "a:1"]])
def test_an_option_to_come_exits_with_two(
    option: list[str], root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["score", str(root / "seeds/articles"), "-o", str(tmp_path / "out"), *option]) == 2
    assert f"{option[0]}" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@pytest.fixture(scope="module")
def table(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("input") / "news.csv"
    path.write_text(TABLE.format(prose=PROSE) + "bad row\n", encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def out(table: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("run") / "out"
    assert run(["score", str(table), "-o", str(folder)]) == 1
    return folder


def read_lines(path: Path) -> list[dict[str, Any]]:
    def refuse(constant: str) -> None:
        pytest.fail(f"{constant} is no JSON")

    lines = path.read_text(encoding="utf-8").splitlines()
    return [json.loads(line, parse_constant=refuse) for line in lines]


def test_score_writes_its_files(out: Path) -> None:
    names = {"scorecards.jsonl", "features.csv", "rejected.jsonl", "run.json", "index.html", "cards"}
    assert {path.name for path in out.iterdir()} == names
    cards = read_lines(out / "scorecards.jsonl")
    assert [list(card) for card in cards] == [["schema", *FIELDS["Scorecard"], "page"]] * 3
    assert {path.name for path in (out / "cards").iterdir()} == {Path(card["page"]).name for card in cards}
    assert [list(row) for row in read_lines(out / "rejected.jsonl")] == [["source", "record", "reason"]]


def test_run_json_counts_and_says_which_ids_were_renamed(out: Path) -> None:
    about = json.loads((out / "run.json").read_text(encoding="utf-8"))
    counts = about["counts"]
    assert counts["read"] == counts["scored"] + counts["withheld"] + counts["rejected"] == 4
    assert about["renamed"] == {"twice-2": "twice"}
    assert about["model"]["digest"] == load_model().digest
    assert about["sourcegrade"] == scoring.__version__


def test_contributions_sum_to_value_minus_reference(out: Path) -> None:
    model = load_model()
    for card in read_lines(out / "scorecards.jsonl"):
        if card["status"] == "withheld":
            assert (card["scores"], card["contributions"]) == ({"quality": None, "bias": None}, {})
            continue
        for name, ends in card["scores"].items():
            expected = ends["value"] - model.targets[name].reference_value()
            assert sum(card["contributions"][name].values()) == pytest.approx(expected, abs=1e-6)


def test_nan_is_null_in_json_and_an_empty_cell_in_csv(out: Path) -> None:
    short = read_lines(out / "scorecards.jsonl")[2]
    values = {
        name: value for family in short["families"].values() for name, value in family["features"].items()
    }
    undefined = [name for name, value in values.items() if value is None]
    assert undefined
    with (out / "features.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [name for name in COLUMNS if rows[2][name] == ""] == undefined


def test_features_csv_is_what_features_gives(
    out: Path, table: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["features", str(table), "-o", "-"]) == 1
    shown = capsys.readouterr()
    assert shown.out == (out / "features.csv").read_text(encoding="utf-8")
    assert "rejected" in shown.err
    assert shown.out.splitlines()[0] == ",".join(["id", *COLUMNS])


@pytest.mark.parametrize("ending", ["csv", "jsonl", "parquet"])
def test_features_in_every_format(ending: str, table: Path, out: Path, tmp_path: Path) -> None:
    if ending == "parquet":
        pytest.importorskip("pyarrow", reason="Parquet needs the parquet extra")
    path = tmp_path / "sub" / f"features.{ending}"
    assert run(["features", str(table), "-o", str(path)]) == 1
    assert {one.name for one in path.parent.iterdir()} == {path.name, "rejected.jsonl"}
    if ending == "csv":
        assert path.read_bytes() == (out / "features.csv").read_bytes()
    if ending == "jsonl":
        assert [list(row) for row in read_lines(path)] == [["id", *COLUMNS]] * 3


def test_evidence_writes_a_line_an_article(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    article = root / "seeds/articles/rail-anvil.txt"
    assert run(["evidence", str(article), "-o", "-", "--min-probability", "0"]) == 0
    shown = capsys.readouterr()
    [line] = shown.out.splitlines()
    record = json.loads(line)
    assert list(record) == ["id", "flags", "notes", "evidence"]
    assert {tuple(span) for span in record["evidence"]} == {tuple(SPAN)}
    assert shown.err == ""


def test_filter_writes_kept_and_dropped_with_reasons(
    table: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "out"
    where = "quality >= 0 and words >= 100"
    assert run(["filter", str(table), "--where", where, "-o", str(folder)]) == 1
    names = {"kept.jsonl", "dropped.jsonl", "rejected.jsonl", "run.json"}
    assert {path.name for path in folder.iterdir()} == names
    kept, dropped = read_lines(folder / "kept.jsonl"), read_lines(folder / "dropped.jsonl")
    fields = ["id", "title", "outlet", "url", "published", "event", "text", "reasons"]
    assert [list(record) for record in kept + dropped] == [fields] * 3
    assert all(record["reasons"] for record in kept + dropped)
    counts = json.loads((folder / "run.json").read_text(encoding="utf-8"))["counts"]
    assert counts["read"] == counts["kept"] + counts["dropped"] + counts["rejected"] == 4
    assert capsys.readouterr().out == ""


def test_diff_shows_two_drafts(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    drafts = [str(root / f"seeds/articles/rail-{name}.txt") for name in ("anvil", "courier")]
    assert run(["diff", *drafts]) == 0
    shown = capsys.readouterr()
    assert "Quality" in shown.out
    assert "Measures that changed most" in shown.out
    assert shown.err == ""
    assert run(["diff", *drafts, "--json"]) == 0
    assert {"scores", "measures", "appeared", "disappeared"} <= set(json.loads(capsys.readouterr().out))


def test_lexicon_adds_entries_to_a_kind(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('kind = "promotional"\n[[entries]]\nterm = "the"\n', encoding="utf-8")
    article = str(root / "seeds/articles/rail-anvil.txt")
    assert run(["evidence", article, "-o", "-", "--lexicon", str(path)]) == 0
    record = json.loads(capsys.readouterr().out)
    assert any("mine.toml" in note for note in record["notes"])
    assert sum(span["kind"] == "promotional" for span in record["evidence"]) > 5


def test_compare_writes_tables_charts_and_a_page(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["compare", str(root / "seeds/articles"), "-o", str(tmp_path / "out")]) == 0
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert {"outlets.csv", "pairs.csv", "index.html", "outlets-quality.svg", "outlets-quality.png"} <= names
    heads = {}
    for name in ("outlets.csv", "pairs.csv"):
        heads[name] = (tmp_path / "out" / name).read_text(encoding="utf-8").splitlines()[0].split(",")
    assert {"outlet", "measure", "n", "mean", "low", "high"} <= set(heads["outlets.csv"])
    assert {"a", "b", "difference", "low", "high", "probability", "shared_events"} <= set(heads["pairs.csv"])
    shown = capsys.readouterr()
    assert shown.out == ""
    assert f"Open {tmp_path}" in shown.err


def test_compare_without_outlets_says_that_files_stand_for_them(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for number in range(3):
        (tmp_path / f"file{number}.txt").write_text(PROSE, encoding="utf-8")
    assert run(["compare", str(tmp_path), "-o", str(tmp_path / "out")]) == 0
    rows = (tmp_path / "out/outlets.csv").read_text(encoding="utf-8")
    assert all(f"file{number}" in rows for number in range(3))
    page = (tmp_path / "out/index.html").read_text(encoding="utf-8")
    assert "file" in (capsys.readouterr().err + page).lower()


def test_train_gives_a_model_that_score_accepts(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    articles, mine = str(root / "seeds/articles"), str(tmp_path / "mine")
    assert run(["train", str(root / "seeds/labels.csv"), "--articles", articles, "-o", mine]) == 0
    assert {path.name for path in Path(mine).iterdir()} == {
        "model.skops",
        "model.json",
        "card.md",
        "card.html",
        "metrics.json",
    }
    assert run(["score", articles, "--model", mine, "-o", str(tmp_path / "out"), "--cards", "none"]) == 0
    assert {card["model"] for card in read_lines(tmp_path / "out/scorecards.jsonl")} == {"mine"}
    assert capsys.readouterr().out == ""


def test_train_with_too_few_labels_exits_with_two(
    root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "labels.csv").write_text("article,annotator,bias\nrail-anvil,x,90\n", encoding="utf-8")
    arguments = ["train", str(tmp_path / "labels.csv"), "--articles", str(root / "seeds/articles")]
    assert run([*arguments, "-o", str(tmp_path / "mine")]) == 2
    shown = capsys.readouterr()
    assert "1 labelled article from" in shown.err
    assert "Traceback" not in shown.err


def test_measures_prints_the_codebook(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["measures", "--json"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in found["measures"]] == list(COLUMNS)
    assert {"name", "family", "unit", "range", "meaning", "source", "flaws"} <= set(found["measures"][0])
    assert run(["measures"]) == 0
    shown = capsys.readouterr()
    assert all(column in shown.out for column in COLUMNS)
    assert shown.err == ""


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        pytest.param(["score", "{missing}", "-o", "{out}"], "no file or folder", id="a missing input"),
        pytest.param(["score", "{seeds}", "-o", "{file}"], "cannot be written", id="a file as the folder"),
        pytest.param(
            ["score", "{seeds}", "-o", "{file}/below"], "cannot be written", id="a folder below a file"
        ),
        pytest.param(["score", "{seeds}", "-o", "{out}", "--model", "none"], "Models: ", id="no such model"),
        pytest.param(
            ["score", "{seeds}", "-o", "{out}", "--cards", "few"], "all, none or a whole", id="--cards"
        ),
        pytest.param(["score", "{seeds}", "-o", "{out}", "--jobs", "0"], "-1 for all cores", id="--jobs"),
        pytest.param(["score", "{seeds}", "-o", "{out}", "--column", "text"], "FIELD=NAME", id="--column"),
        pytest.param(["score", "{seeds}"], "-o", id="no output"),
        pytest.param(["score"], "INPUT", id="no input"),
        pytest.param(["compare", "{seeds}", "-o", "{file}"], "cannot be written", id="compare into a file"),
        pytest.param(
            ["compare", "{seeds}", "-o", "{out}", "--by", "mood"], "mood", id="compare by what is not there"
        ),
        pytest.param(["features", "{seeds}", "-o", "{out}.xlsx"], ".csv, .parquet, .jsonl", id="a format"),
        pytest.param(
            ["features", "{seeds}", "-o", "{file}/a.csv"], "cannot be written", id="features below a file"
        ),
        pytest.param(
            ["evidence", "{seeds}", "-o", "{out}", "--min-probability", "2"], "range", id="probability"
        ),
        pytest.param(
            ["evidence", "{seeds}", "-o", "{folder}"], "it is a folder", id="evidence into a folder"
        ),
        pytest.param(["explain", "{missing}"], "no file or folder", id="explain nothing"),
        pytest.param(
            ["train", "{missing}", "--articles", "{seeds}", "-o", "{out}"], "cannot be read", id="labels"
        ),
        pytest.param(
            ["train", "{labels}", "--articles", "{missing}", "-o", "{out}"], "no file", id="articles"
        ),
        pytest.param(
            ["train", "{labels}", "--articles", "{seeds}", "-o", "{file}"], "cannot be written", id="train"
        ),
        pytest.param(
            ["filter", "{seeds}", "--where", "qualty > 5", "-o", "{out}"], "Did you mean quality", id="filter"
        ),
        pytest.param(["filter", "{seeds}", "-o", "{out}"], "--where", id="filter by nothing"),
        pytest.param(
            ["filter", "{seeds}", "--where", "bias < 4", "-o", "{file}"],
            "cannot be written",
            id="filter to a file",
        ),
        pytest.param(["diff", "{missing}", "{missing}"], "no file or folder", id="diff of nothing"),
        pytest.param(
            ["score", "{seeds}", "-o", "{out}", "--lexicon", "{missing}"], "cannot be read", id="no lexicon"
        ),
        pytest.param(["nonsense"], "No such command", id="no such command"),
    ],
)
def test_what_cannot_run_exits_with_two_and_says_why(
    arguments: list[str], says: str, root: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("kept", encoding="utf-8")
    (tmp_path / "folder").mkdir()
    places = {name: str(tmp_path / name) for name in ("missing", "out", "file", "folder")}
    places |= {"seeds": str(root / "seeds/articles"), "labels": str(root / "seeds/labels.csv")}
    assert run([argument.format(**places) for argument in arguments]) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    [sentence] = shown.err.splitlines()
    assert sentence.startswith("Error: ")
    assert says in sentence
    assert (tmp_path / "file").read_text(encoding="utf-8") == "kept"
    if "train" not in arguments:
        assert not (tmp_path / "out").exists()


def test_without_a_command_the_help_is_shown(capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 2
    assert "Commands:" in capsys.readouterr().err


def test_the_library_never_prints(root: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    articles = list(scoring.read_articles(root / "seeds/articles"))
    list(scoring.score(articles))
    scoring.features(articles)
    scoring.compare(articles).save(tmp_path / "out")
    assert capfd.readouterr() == ("", "")


def test_import_scoring_loads_no_library_and_help_none_of_the_heavy_ones(tmp_path: Path) -> None:
    home = str(Path(scoring.__file__).resolve().parent.parent)
    heavy = (
        "pandas",
        "numpy",
        "scipy",
        "sklearn",
        "skops",
        "matplotlib",
        "jinja2",
        "textstat",
        "nltk",
        "pyarrow",
    )
    code = f"import sys; sys.path.insert(0, {home!r}); import scoring; first = set(sys.modules)\n"
    code += "from scoring.cli import run; run(['--help'])\n"
    code += f"print(sorted((first & {{*{heavy!r}, 'click', 'tqdm'}}) | (set(sys.modules) & set({heavy!r}))))"
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, capture_output=True, text=True, check=True, env=os.environ
    )
    assert done.stdout.splitlines()[-1] == "[]"
