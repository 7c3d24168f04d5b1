from __future__ import annotations

from math import isnan, nan

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.language import EXTRACTOR, measure_language, measure_variety


def measure(text: str) -> dict[str, float]:
    return dict(measure_language(parse(Article("a", text))).values)


@pytest.mark.parametrize(
    ("text", "lix"),
    [
        pytest.param("", nan, id="no words: undefined, not zero"),
        pytest.param("It rained.", 2 / 1, id="two short words in one sentence"),
        pytest.param(
            "The weather changed.", 3 + 100 * 2 / 3, id="two of three words longer than six letters"
        ),
        pytest.param("It rained a lot. It stopped only today.", 8 / 2 + 100 * 1 / 8, id="two sentences"),
        pytest.param("Rain and more rain\n\nIt rained a lot.", 8 / 2, id="a heading counts as a sentence"),
        pytest.param(
            "It rained a lot.\n\nAdvertisement\n\nIt fell on us.", 8 / 2, id="furniture does not count"
        ),
    ],
)
def test_lix_is_sentence_length_plus_percentage_of_long_words(text: str, lix: float) -> None:
    # Bjornsson (1968): words / sentences + 100 * words of more than six letters / words
    assert measure(text)["language_lix_grade"] == pytest.approx(lix, nan_ok=True, abs=0.01)


@pytest.mark.parametrize(
    ("text", "first", "second", "questions", "exclamations"),
    [
        pytest.param("", nan, nan, nan, nan, id="no words: undefined"),
        pytest.param("It rained.", 0.0, 0.0, 0.0, 0.0, id="nobody speaks"),
        pytest.param("I left when we met you.", 2 * 100 / 6, 100 / 6, 0.0, 0.0, id="pronouns of the outlet"),
        pytest.param("“I left you,” he said.", 0.0, 0.0, 0.0, 0.0, id="pronouns of a source"),
        pytest.param("The US left.", 0.0, 0.0, 0.0, 0.0, id="an acronym is no pronoun"),
        pytest.param("Why? It rained!", 0.0, 0.0, 100 / 3, 100 / 3, id="one question, one exclamation"),
        pytest.param("“Why?” he asked.", 0.0, 0.0, 0.0, 0.0, id="a quoted question is the source's"),
        pytest.param(
            "Who wrote “why not?” on the wall?",
            0.0,
            0.0,
            100 / 7,
            0.0,
            id="a mark after a quoted one is still the outlet's",
        ),
    ],
)
def test_address_is_counted_outside_quotations(
    text: str, first: float, second: float, questions: float, exclamations: float
) -> None:
    values = list(measure(text).values())[4:]
    assert values == pytest.approx([first, second, questions, exclamations], nan_ok=True)


def test_every_column_of_the_record_is_measured() -> None:
    assert list(measure("It rained.")) == [column.name for column in EXTRACTOR.columns]


def test_coleman_liau_from_letters_and_sentences() -> None:
    # Coleman and Liau (1975): .0588 letters per 100 words - .296 sentences per 100 words - 15.8;
    # textstat rounds the two averages to two decimals and the grade to one or two
    expected = 0.058 * 100 * 8 / 2 - 0.296 * 100 * 1 / 2 - 15.8
    assert measure("It rained.")["language_coleman_liau_grade"] == pytest.approx(expected, abs=0.2)


@pytest.mark.parametrize(
    ("forms", "variety"),
    [
        pytest.param([], nan, id="no words"),
        pytest.param(["a", "b"], nan, id="shorter than a window"),
        pytest.param(["a", "b", "c"], 3 / 3, id="one window, all different"),
        pytest.param(["a", "b", "a", "a"], (2 + 2) / 2 / 3, id="two windows"),
        pytest.param(["a", "a", "a", "b", "c"], (1 + 2 + 3) / 3 / 3, id="three windows"),
    ],
)
def test_variety_is_the_mean_share_of_different_words(forms: list[str], variety: float) -> None:
    assert measure_variety(forms, window=3) == pytest.approx(variety, nan_ok=True)


def test_an_article_of_no_words_has_a_count_and_nothing_else() -> None:
    values = measure("* * *")
    assert values.pop("language_word_count") == 0.0
    assert all(isnan(value) for value in values.values())
