from __future__ import annotations

from math import isnan, nan

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.wording import COLUMNS, measure_wording


def measure(text: str, title: str | None = None) -> dict[str, float]:
    return measure_wording(parse(Article("a", text, title)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", nan, id="no words: undefined"),
        pytest.param("It rained.", 0.0, id="none of the words"),
        pytest.param("It really just rained on Monday.", 2 * 100 / 6, id="two of them"),
        pytest.param("“It just rained on Monday,” he said.", 0.0, id="a source's words"),
        pytest.param("Ana Ruiz said that it just rained.", 0.0, id="a source's words without the marks"),
        pytest.param("Critics said it just rained.", 100 / 5, id="critics could not be asked"),
        pytest.param("EVEN Monday came.", 100 / 3, id="capitals change nothing"),
        pytest.param("It ju\u200bst rained.", 100 / 3, id="nor do hidden characters"),
    ],
)
def test_pressing_words_are_counted_outside_quotations(text: str, expected: float) -> None:
    assert measure(text)["language_pressing_rate"] == pytest.approx(expected, nan_ok=True)


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
