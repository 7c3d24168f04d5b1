from __future__ import annotations

from math import isnan, nan

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.language import measure_language
from scoring.extractors.titles import stem
from scoring.extractors.variety import measure_variety

ADDRESS = ("first_person", "second_person", "question", "exclamation")


def measure(text: str, title: str | None = None) -> dict[str, float]:
    return dict(measure_language(parse(Article("a", text, title))).values)


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
    values = [measure(text)[f"language_{name}_rate"] for name in ADDRESS]
    assert values == pytest.approx([first, second, questions, exclamations], nan_ok=True)


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


@pytest.mark.parametrize(
    ("text", "mean", "spread", "long", "paragraph"),
    [
        pytest.param("", nan, nan, nan, nan, id="no words: undefined"),
        pytest.param("It rained. It fell on us.", 6 / 2, nan, 0.0, nan, id="two sentences, one paragraph"),
        pytest.param("It rained.\n\nIt fell on us.", 6 / 2, nan, 0.0, 6 / 2, id="two paragraphs"),
        pytest.param(
            "Rain at noon\n\nIt rained. It fell.\n\nIt fell on us.",
            8 / 3,
            nan,
            0.0,
            8 / 2,
            id="headings left out",
        ),
        pytest.param(
            f"It fell. {'Rain ' * 35}fell. It ended. All left. None stayed.",
            (4 * 2 + 36) / 5,
            (((8.8 - 2) ** 2 * 4 + (36 - 8.8) ** 2) / 5) ** 0.5 / 8.8,
            1 / 5,
            nan,
            id="one of five sentences is long",
        ),
        pytest.param(
            "It fell. We left. All slept. Day came. Rain ended.", 2.0, 0.0, 0.0, nan, id="all of one length"
        ),
    ],
)
def test_lengths_of_sentences_and_paragraphs(
    text: str, mean: float, spread: float, long: float, paragraph: float
) -> None:
    values = measure(text)
    names = ("sentence_words", "sentence_spread_ratio", "long_sentence_share", "paragraph_words")
    found = [values[f"language_{name}"] for name in names]
    assert found == pytest.approx([mean, spread, long, paragraph], nan_ok=True)


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        pytest.param("", nan, id="no words: undefined"),
        pytest.param("It rained.", 0.0, id="no opinion"),
        pytest.param("Sadly, we must leave.", 2 * 100 / 4, id="two in four words"),
        pytest.param("“We must leave,” said Ana Ruiz.", 0.0, id="a source's, quoted"),
        pytest.param("Ana Ruiz said that we must leave.", 0.0, id="a source's, paraphrased"),
        pytest.param("“We must leave. It is late.", 0.0, id="a quotation that nobody closed"),
        pytest.param("The boats must leave by ten.", 0.0, id="a rule is no opinion"),
    ],
)
def test_opinion_is_counted_in_the_outlets_voice(text: str, rate: float) -> None:
    assert measure(text)["language_opinion_rate"] == pytest.approx(rate, nan_ok=True)


@pytest.mark.parametrize(
    ("title", "text", "share"),
    [
        pytest.param(None, "It rained.", nan, id="no title"),
        pytest.param("Rain again", "It rained.", nan, id="two content words promise too little"),
        pytest.param("Night ferries leave Hesper", "", nan, id="no body"),
        pytest.param(
            "Night ferries leave Hesper", "A ferry is leaving Hesper at night.", 0.0, id="other forms"
        ),
        pytest.param(
            "Night ferries leave Hesper", "Buses are leaving Hesper.", 2 / 4, id="two of four missing"
        ),
        pytest.param(
            "Late-night ferry to Hesper", "A late ferry to Hesper.", 1 / 4, id="compounds taken apart"
        ),
        pytest.param(
            "Night ferries leave Hesper",
            "Night ferries leave Hesper\n\nIt rained.",
            1.0,
            id="the title is no body",
        ),
        pytest.param(
            "How the ferry's crew won", "The ferry had a crew; it won.", 0.0, id="small words left out"
        ),
    ],
)
def test_a_title_promises_what_the_body_holds(title: str | None, text: str, share: float) -> None:
    found = measure(text, title)["language_title_mismatch_share"]
    assert found == pytest.approx(share, nan_ok=True)


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        pytest.param("run runs running", {"run"}, id="doubled letters"),
        pytest.param("copy copies copied", {"cop"}, id="y"),
        pytest.param("replicate replicates replicating replication", {"replic", "replicat"}, id="e"),
        pytest.param("china china's", {"china"}, id="possessive"),
        pytest.param("us is as", {"us", "is", "as"}, id="nothing to cut"),
    ],
)
def test_stems(forms: str, expected: set[str]) -> None:
    assert {stem(form) for form in forms.split()} == expected


def test_an_article_of_no_words_has_a_count_and_nothing_else() -> None:
    values = measure("* * *")
    assert values.pop("language_word_count") == 0.0
    assert all(isnan(value) for value in values.values())
