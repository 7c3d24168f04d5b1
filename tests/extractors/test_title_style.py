from __future__ import annotations

from math import isnan, nan

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.title_style import COLUMNS, measure_title_style


def measure(text: str, title: str | None) -> dict[str, float]:
    return measure_title_style(parse(Article("a", text, title)))


@pytest.mark.parametrize(
    ("title", "capitals", "words"),
    [
        pytest.param("", nan, nan, id="an empty title"),
        pytest.param(None, nan, nan, id="no title"),
        pytest.param("?!", nan, nan, id="a title without words"),
        pytest.param("\u200b\u200d", nan, nan, id="hidden characters alone"),
        pytest.param("Ferry", nan, 1, id="one word shows no style"),
        pytest.param("Ferry Stays", nan, 2, id="nor do two"),
        pytest.param("Ferry stays in port", 0, 4, id="the first has its capital in any style"),
        pytest.param("Ferry Stays in Port", 2 / 3, 4, id="Title Case"),
        pytest.param("FERRY STAYS LATE", 1, 3, id="all in capitals"),
        pytest.param("eBay ferry iPhone port", 0, 4, id="a capital within a word opens nothing"),
        pytest.param("“Ferry” ‘Stays’ in 'Port'", 2 / 3, 4, id="quotation marks are no letters"),
        pytest.param("2016 2017 2018", nan, 3, id="figures have no capitals"),
        pytest.param("Ferry 2016 Stays late", 1 / 2, 4, id="figures between words do not count"),
        pytest.param("渡船 停 在 港口", nan, 4, id="nor does a script without capitals"),
        pytest.param("Fer\u200bry \u200bSt\u200bays \u200din Po\u200crt", 2 / 3, 4, id="hidden characters"),
        pytest.param("Ferry\nStays\n\nin  Port", 2 / 3, 4, id="lines change nothing"),
        pytest.param("Ferry " * 20_000, 1, 20_000, id="a very long title"),
    ],
)
def test_how_a_title_is_set(title: str | None, capitals: float, words: float) -> None:
    found = measure("It rained.", title)
    assert found["language_title_case_share"] == pytest.approx(capitals, nan_ok=True)
    assert found["language_title_word_count"] == pytest.approx(words, nan_ok=True)


def test_every_column_is_measured_and_none_without_words() -> None:
    assert set(measure("It rained.", "Rain")) == {column.name for column in COLUMNS}
    assert all(isnan(value) for value in measure("", "A title alone").values())


def test_the_text_changes_nothing() -> None:
    once, twice = "It rained.", "It rained.\n\nIt RAINED in Port Hesper!\n\nIt rained."
    assert measure(once, "Ferry Stays in Port") == measure(twice, "Ferry Stays in Port")
