"""Values of the optional fields."""

from __future__ import annotations

import math
from datetime import date, datetime
from decimal import Decimal

import pytest

from scoring.readers.decoding import UnreadableError
from scoring.readers.values import make_article, tidy, tidy_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(None, None, id="none"),
        pytest.param("", None, id="empty"),
        pytest.param(" \t\n", None, id="blank"),
        pytest.param(math.nan, None, id="not a number"),
        pytest.param(math.inf, None, id="infinite"),
        pytest.param(" CNN ", "CNN", id="stripped"),
        pytest.param("None", "None", id="a word stays a word"),
        pytest.param(0, "0", id="zero"),
        pytest.param(1.5, "1.5", id="a fraction"),
        pytest.param(3.0, "3", id="a whole float"),
        pytest.param({"id": None, "name": "CNN"}, "CNN", id="a nested outlet"),
        pytest.param({"name": None}, None, id="a nested nothing"),
        pytest.param(["CNN", "BBC"], '["CNN", "BBC"]', id="a list is shown"),
        pytest.param("a\ud800", "a\ufffd", id="a lone surrogate"),
        pytest.param(["\ud800"], '["\ufffd"]', id="a lone surrogate within"),
        pytest.param(date(2024, 5, 1), "2024-05-01", id="a date"),
        pytest.param(datetime(2024, 5, 1, 12, 30), "2024-05-01T12:30:00", id="a time"),
        pytest.param(Decimal("1.50"), "1.50", id="a decimal"),
    ],
)
def test_values_become_strings_or_none(value: object, expected: str | None) -> None:
    assert tidy(value) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(None, None, id="none"),
        pytest.param(1489536000, "2017-03-15", id="seconds"),
        pytest.param(1489536000.75, "2017-03-15", id="seconds with a fraction"),
        pytest.param("1489536000", "2017-03-15", id="seconds in a CSV"),
        pytest.param(1489536000000, "2017-03-15", id="milliseconds"),
        pytest.param(999_999_999, "2001-09-09", id="nine digits"),
        pytest.param(9_999_999_999, "2286-11-20", id="ten digits"),
        pytest.param(2017, "2017", id="a year"),
        pytest.param("20170315", "20170315", id="eight digits"),
        pytest.param(201703151200, "201703151200", id="twelve digits"),
        pytest.param(-1489536000, "-1489536000", id="negative"),
        pytest.param(10**300, str(10**300), id="absurd"),
        pytest.param("2017-03-15T12:00:00Z", "2017-03-15T12:00:00Z", id="ISO stays"),
        pytest.param("March 15, 2017", "March 15, 2017", id="words stay"),
    ],
)
def test_dates(value: object, expected: str | None) -> None:
    assert tidy_date(value) == expected


def test_a_text_that_is_none() -> None:
    with pytest.raises(UnreadableError, match="has bytes as its text"):
        make_article({"text": b"bytes"})


@pytest.mark.parametrize("field", ["text", "title"])
def test_a_field_longer_than_any_article_is_refused(field: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scoring.readers.values.MOST_CHARACTERS", 10)
    assert make_article({"text": "", field: "x" * 10})
    with pytest.raises(UnreadableError, match=f"has 11 characters as its {field}; an article has at most 10"):
        make_article({"text": "", field: "x" * 11})
