"""The five steps of adding a measure: a test for each, that names what is missing."""

from __future__ import annotations

import ast
import re
import tomllib
from importlib import import_module
from pathlib import Path

import pytest

import scoring
from scoring.extractors import COLUMNS, EXTRACTORS
from scoring.lexicon import WORD_SETS
from scoring.reports.codebook import write_codebook

ROOT = Path(__file__).resolve().parent.parent
ROOM = ROOT / "scoring" / "extractors"
WORDS = ROOT / "scoring" / "lexicons"
TESTS = ROOT / "tests" / "extractors"
NAMES = [extractor.name for extractor in EXTRACTORS]


def defines_extractor(path: Path) -> bool:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    targets = [target for node in tree.body if isinstance(node, ast.Assign) for target in node.targets]
    return any(isinstance(target, ast.Name) and target.id == "EXTRACTOR" for target in targets)


@pytest.mark.parametrize("name", NAMES)
def test_step_1_an_extractor_stands_in_the_module_of_its_name(name: str) -> None:
    assert import_module(f"scoring.extractors.{name}").EXTRACTOR in EXTRACTORS


@pytest.mark.parametrize("path", sorted(WORDS.glob("*.toml")), ids=lambda path: path.stem)
def test_step_2_a_lexicon_says_where_its_words_come_from_and_what_they_find(path: Path) -> None:
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    missing = [key for key in ("title", "kind", "license", "entries") if not data.get(key)]
    assert not missing, f"{path.name}: lacks {', '.join(missing)}"
    assert data["kind"] == path.stem, f"{path.name}: kind is {data['kind']!r}; name it as the file"
    if path.stem not in WORD_SETS:
        empty = [row for row in data.get("examples", []) if not row["finds"]]
        assert empty, f"{path.name}: add an example in which nothing must be found"


@pytest.mark.parametrize("name", NAMES)
def test_step_3_its_table_begins_with_the_empty_article(name: str) -> None:
    path = TESTS / f"test_{name}.py"
    assert path.is_file(), f"tests/extractors/test_{name}.py is missing"
    first = re.search(r"pytest\.param\(\s*(.{0,40})", path.read_text(encoding="utf-8"))
    assert first and first[1].startswith(('""', "''")), f"{path.name}: the first row is not the empty article"


def test_step_3_every_column_says_something_of_the_example_articles() -> None:
    table = scoring.features(scoring.read_articles(ROOT / "seeds" / "articles"))
    constant = [name for name in COLUMNS if table[name].nunique() < 2]
    assert constant == [
        "hedging_quoted_booster_rate",
        "sourcing_link_rate",
        "language_title_capitals_share",
    ], f"the same for all 40 articles: {', '.join(constant)}"


def test_every_extractor_is_named_in_the_rooms_front() -> None:
    found = {path.stem for path in ROOM.glob("*.py") if path.stem != "measure" and defines_extractor(path)}
    assert found == set(NAMES), "name it in scoring/extractors/__init__.py"


def test_step_4_the_changelog_speaks_of_every_column() -> None:
    said = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    missing = [
        column.name for extractor in EXTRACTORS for column in extractor.columns if column.name not in said
    ]
    assert not missing, f"CHANGELOG.md, Scores move, does not name {', '.join(missing)}"


def test_step_5_the_codebook_page_is_up_to_date() -> None:
    kept = (ROOT / "reports" / "codebook.md").read_text(encoding="utf-8")
    assert kept == write_codebook(), "Run `sourcegrade measures -o reports`."
