"""Rows in, rows out, whatever stands in them."""

from __future__ import annotations

import math
from typing import Any

import pandas as pd
import pytest

import scoring
from scoring.extractors import COLUMNS
from scoring.model import Model, load_model

PROSE = "The council said on Monday that the old bridge would close for two weeks while a firm mends it. " * 3
LONG = (
    PROSE
    + "Shop owners on the bank fear that they may lose a third of their trade, according to a survey. " * 6
)
HEAD = ["id", "status", "flags", "quality", "quality_low", "quality_high", "bias", "bias_low", "bias_high"]


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="an empty text"),
        pytest.param(None, id="none"),
        pytest.param(math.nan, id="not a number"),
        pytest.param(pd.NA, id="pandas' missing"),
        pytest.param(pd.NaT, id="no time"),
        pytest.param(5, id="a number"),
        pytest.param(b"It rained.", id="bytes"),
        pytest.param(["It rained."], id="a list"),
        pytest.param({"a": 1}, id="a mapping"),
    ],
)
def test_what_is_no_text_is_withheld_as_empty(text: Any, model: Model) -> None:
    scored = scoring.score_frame(pd.DataFrame({"text": [text]}, dtype="object"), model=model)
    [row] = scored.to_dict("records")
    assert (row["status"], row["flags"], row["language_word_count"]) == ("withheld", "empty", 0.0)
    assert scored.loc[0, HEAD[3:]].isna().all()


def test_columns_order_and_index(model: Model) -> None:
    frame = pd.DataFrame(
        {"headline": ["A", "B"], "body": [LONG, "It rained."], "uid": [7.0, None]}, index=[3, 3]
    )
    scored = scoring.score_frame(frame, model=model)
    assert list(scored.columns) == [*HEAD, *COLUMNS]
    assert list(scored.index) == [3, 3]
    assert scored["id"].iloc[0] == "7"
    assert len(scored["id"].iloc[1]) == 16
    assert scored["flags"].iloc[1].split(",")[0] == "too_short"


def test_the_same_as_score(model: Model) -> None:
    articles = [scoring.Article("a", LONG, title="Bridge"), scoring.Article("b", LONG + PROSE)]
    frame = pd.DataFrame([{"id": a.id, "title": a.title, "text": a.text} for a in articles])
    scored = scoring.score_frame(frame, model=model)
    for (_, row), card in zip(scored.iterrows(), scoring.score(articles, model=model), strict=True):
        found = card.scores["quality"]
        assert row["status"] == card.status
        if found:
            assert (row["quality"], row["quality_high"]) == (found["value"], found["high"])
        else:
            assert math.isnan(row["quality"])


def test_partitions_give_the_rows_of_the_whole(model: Model) -> None:
    texts = [LONG, None, "It may rain.", LONG + "It rained.", ""]
    frame = pd.DataFrame({"text": texts, "desk": list("ababa")}, index=[9, 1, 4, 4, 0])
    whole = scoring.score_frame(frame, model=model)
    parts = [scoring.score_frame(frame.iloc[i : i + 2], model=model) for i in (0, 2, 4)]
    pd.testing.assert_frame_equal(pd.concat(parts), whole)
    grouped = frame.groupby("desk", group_keys=False)[["text"]].apply(scoring.score_frame, model=model)
    assert sorted(grouped.index) == sorted(frame.index)
    assert list(grouped.columns) == list(whole.columns)


def test_an_empty_table_has_the_types_of_a_full_one(model: Model) -> None:
    frame = pd.DataFrame({"text": [LONG], "date": [pd.NaT]})
    empty, full = scoring.score_frame(frame.iloc[:0], model=model), scoring.score_frame(frame, model=model)
    pd.testing.assert_series_equal(empty.dtypes, full.dtypes)
    assert (len(empty), empty.index.dtype) == (0, full.index.dtype)
    assert set(map(str, full.dtypes)) == {"object", "float64"}


def test_two_columns_of_one_name_count_once(model: Model) -> None:
    frame = pd.DataFrame([["It rained.", "x"]], columns=["text", "text"])
    assert scoring.score_frame(frame, model=model)["language_word_count"].tolist() == [2.0]


@pytest.mark.parametrize(
    ("frame", "says"),
    [
        pytest.param(pd.DataFrame({"a": [1]}), "no column holds the article text", id="no texts"),
        pytest.param(pd.DataFrame(), "Columns found: none", id="no columns"),
        pytest.param(None, "found NoneType", id="nothing"),
        pytest.param(["It rained."], "found list", id="a list"),
    ],
)
def test_what_is_no_table_of_articles(frame: Any, says: str, model: Model) -> None:
    with pytest.raises(scoring.InputError, match=says):
        scoring.score_frame(frame, model=model)
