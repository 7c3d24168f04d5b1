"""The codebook and the evidence vocabulary hold together."""

from __future__ import annotations

import math

import pytest

from scoring.article import KINDS, Article
from scoring.document import parse
from scoring.extractors import CODEBOOK, COLUMNS, EXTRACTORS, FAMILIES, Column, Extractor
from scoring.extractors.measure import UNITS, share, tokens_in, words_of
from scoring.features import analyse, features

FIRST_COLUMN = "hedging_hedge_rate"


def test_families_are_those_of_the_contract_in_its_order() -> None:
    assert FAMILIES == ("hedging", "sourcing", "promotion", "stuffing", "stance", "language")
    assert COLUMNS[0] == FIRST_COLUMN
    assert len(COLUMNS) == len(set(COLUMNS)) == len(CODEBOOK)


@pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda extractor: extractor.name)
def test_an_extractor_names_its_columns_and_headline(extractor: Extractor) -> None:
    names = [column.name for column in extractor.columns]
    assert all(name.startswith(f"{extractor.name}_") for name in names)
    assert extractor.headline in names
    assert list(extractor.measure(parse(Article("a", "It rained."))).values) == names


@pytest.mark.parametrize("column", CODEBOOK.values(), ids=list(CODEBOOK))
def test_a_column_says_what_it_is(column: Column) -> None:
    assert column.suffix in UNITS
    assert column.unit
    assert column.meaning.endswith(".")
    assert column.source.endswith(".")
    assert column.flaws.endswith(".")
    assert column.label and column.more and column.fewer
    assert column.more != column.fewer
    family = column.name.split("_")[0]
    assert set(column.kinds) <= {*KINDS.get(family, ()), "content"}


def test_labels_are_told_apart() -> None:
    labels = [column.label for column in CODEBOOK.values()]
    assert len(labels) == len(set(labels))


@pytest.mark.parametrize(
    ("part", "whole", "expected"),
    [
        pytest.param(0, 0, math.nan, id="a share of nothing is undefined"),
        pytest.param(0, 4, 0.0, id="none"),
        pytest.param(1, 4, 1 / 4, id="a quarter"),
        pytest.param(5, 4, 1.0, id="never more than all"),
    ],
)
def test_share(part: float, whole: float, expected: float) -> None:
    assert share(part, whole) == pytest.approx(expected, nan_ok=True)


def test_words_of_evidence_stop_at_its_end() -> None:
    text = "It rained. It stopped today."
    doc = parse(Article("a", text))
    assert tokens_in(doc, (0, 10)) == range(0, 2)
    assert tokens_in(doc, (3, len(text))) == range(1, 5)
    assert words_of(analyse(Article("a", "It may rain.")).evidence, parse(Article("a", "It may rain."))) == 1


def test_features_is_one_row_an_article_in_the_order_given() -> None:
    table = features([Article("b", "It may rain."), Article("a", "")])
    assert list(table.index) == ["b", "a"]
    assert list(table.columns) == list(COLUMNS)
    assert table.loc["b", FIRST_COLUMN] == pytest.approx(100 / 3)
    assert table.loc["a"].drop("language_word_count").isna().all()
