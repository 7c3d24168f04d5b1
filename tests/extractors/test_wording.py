from __future__ import annotations

from math import isnan, nan

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.wording import COLUMNS, measure_wording


def measure(text: str, title: str | None = None) -> dict[str, float]:
    return measure_wording(parse(Article("a", text, title)))


@pytest.mark.parametrize(
    ("text", "pressing", "pointing", "days"),
    [
        pytest.param("", nan, nan, nan, id="no words: undefined"),
        pytest.param("It rained.", 0.0, 0.0, 0.0, id="none of the words"),
        pytest.param("It really rained on this Monday.", 100 / 6, 100 / 6, 100 / 6, id="one of each"),
        pytest.param("“This just rained on Monday,” he said.", 0.0, 0.0, 0.0, id="a source's words"),
        pytest.param("Monday's ferry left late.", 0.0, 0.0, 100 / 4, id="a day that owns something"),
        pytest.param("MONDAY came.", 0.0, 0.0, 100 / 2, id="capitals change nothing"),
        pytest.param("It ju\u200bst rained.", 100 / 3, 0.0, 0.0, id="nor do hidden characters"),
    ],
)
def test_listed_words_are_counted_outside_quotations(
    text: str, pressing: float, pointing: float, days: float
) -> None:
    found = measure(text)
    expected = {"pressing": pressing, "pointing": pointing, "day": days}
    got = {name: found[f"language_{name}_rate"] for name in expected}
    assert got == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("title", "loud"),
    [
        pytest.param(None, nan, id="no title: undefined"),
        pytest.param("", nan, id="an empty title"),
        pytest.param("?!", nan, id="a title without words"),
        pytest.param("Ferry stays in port", 0.0, id="small letters"),
        pytest.param("Ferry STAYS in port", 0.0, id="a single one is free"),
        pytest.param("Ferry STAYS in PORT", 1 / 4, id="the second counts"),
        pytest.param("UN and USA talk", 0.0, id="short acronyms do not"),
        pytest.param("FERRY STAYS LATE", 2 / 3, id="all do"),
    ],
)
def test_words_of_the_title_that_shout(title: str | None, loud: float) -> None:
    found = measure("It rained.", title)
    assert found["language_title_capitals_share"] == pytest.approx(loud, nan_ok=True)


def test_every_column_is_measured_and_none_without_words() -> None:
    assert set(measure("It rained.", "Rain")) == {column.name for column in COLUMNS}
    assert all(isnan(value) for value in measure("", "A title alone").values())
