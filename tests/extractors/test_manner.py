"""Everyday words and the opening: what counts, what a word may weigh, and how a title is taken up."""

from __future__ import annotations

from collections import Counter
from math import isnan, nan, sqrt

import numpy as np
import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors import everyday
from scoring.extractors.everyday import (
    ADDED,
    HANDED_PART,
    SCALE,
    Everyday,
    count_everyday,
    measure_counts,
    measure_manner,
    measure_use,
)
from scoring.extractors.manner import measure_choice, measure_opening

LONG = "Ana Ruiz, the mayor, said that it had rained on the old pier and on the new one for days. "
LONGER = f"Ana Ruiz, the mayor, said that it had {'rained ' * 60}on the pier. "
SOLD = "Ana Ruiz, the mayor, said that a ferry was sold. "


def count(text: str) -> Counter[str]:
    return count_everyday(parse(Article("a", text))).every


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        pytest.param("", {}, id="no words"),
        pytest.param("It rained and rained.", {"it": 1, "rained": 2, "and": 1}, id="plain prose"),
        pytest.param("“It rained,” he said.", {"he": 1, "said": 1}, id="quoted words are the speaker's"),
        pytest.param("IT RAINED. He met Ana Ruiz.", {"it": 1, "rained": 1, "he": 1, "met": 1}, id="capitals"),
        pytest.param("We saw 12 dogs.", {"we": 1, "saw": 1, "dogs": 1}, id="numbers"),
        pytest.param("The dog's bone and dog.", {"the": 1, "dog": 2, "bone": 1, "and": 1}, id="possessives"),
    ],
)
def test_everyday_words(text: str, counts: dict[str, int]) -> None:
    assert count(text) == counts


def test_men_and_women_say_the_same_words() -> None:
    one, other = (count(f"{who} left early.") for who in ("He", "She"))
    assert one == other


@pytest.mark.parametrize(
    ("text", "grade"),
    [
        pytest.param("", nan, id="no words: undefined, not zero"),
        pytest.param("It rained.", 0.0, id="no word with a weight"),
        pytest.param("It said so.", 0.1 * SCALE / sqrt(3 + ADDED), id="one use among three words"),
        pytest.param(
            "So it said it said.", (0.1 * sqrt(2) - 0.2) * SCALE / sqrt(5 + ADDED), id="by the root"
        ),
    ],
)
def test_grade(text: str, grade: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(everyday, "load_manner", lambda: {"report": {"said": 0.1, "so": -0.2}})
    doc = parse(Article("a", text))
    expected = grade if "so." not in text else grade - 0.2 * SCALE / sqrt(3 + ADDED)
    assert measure_manner(doc, "report") == pytest.approx(expected, nan_ok=True)
    assert isnan(measure_manner(doc, "argument"))


@pytest.mark.parametrize(
    ("who", "part"),
    [
        pytest.param("Ana Ruiz, the mayor,", HANDED_PART, id="a source who could be asked"),
        pytest.param("They", 1.0, id="nobody the reader knows"),
    ],
)
def test_words_against_an_article_count_less_where_a_source_is_handed_the_sentence(
    who: str, part: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    weights = {"report": {"dull": -0.1, "bridge": 0.1}, "argument": {"dull": 0.1, "bridge": -0.1}}
    monkeypatch.setattr(everyday, "load_manner", lambda: weights)
    doc = parse(Article("a", f"{who} said that the bridge was dull."))
    unit = 0.1 * measure_use(1, count_everyday(doc).length)
    assert measure_manner(doc, "report") == pytest.approx(unit * (1 - part))
    assert measure_manner(doc, "argument") == pytest.approx(-unit * (1 - part))


@pytest.mark.parametrize(
    ("text", "added"),
    [
        pytest.param("The bridge was dull, Ana Ruiz, the mayor, said.", 0.0, id="more against than for"),
        pytest.param("The bridge was here, Ana Ruiz, the mayor, said.", 1.0, id="for it only"),
        pytest.param("The pier was dull, Ana Ruiz, the mayor, said.", 0.0, id="against it only"),
        pytest.param("The bridge was dull.", -3.0, id="the outlet's own"),
    ],
)
def test_a_sentence_of_a_source_costs_no_more_than_it_adds(
    text: str, added: float, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(everyday, "load_manner", lambda: {"report": {"dull": -0.4, "bridge": 0.1}})
    doc = parse(Article("a", text))
    unit = 0.1 * measure_use(1, count_everyday(doc).length)
    assert measure_manner(doc, "report") == pytest.approx(unit * added)


@pytest.mark.parametrize("seed", range(20))
@pytest.mark.parametrize("well", [1, -1])
def test_no_further_sentence_of_a_source_costs_anything(seed: int, well: int) -> None:
    rng = np.random.default_rng(seed)
    words = [f"w{i}" for i in range(30)]
    weights = dict(zip(words, rng.normal(size=30), strict=True))

    def write(length: int) -> Counter[str]:
        return Counter(str(word) for word in rng.choice(words, length))

    own, sentences = write(40), [write(int(n)) for n in rng.integers(1, 20, 12)]
    grades = [
        measure_counts(Everyday(sum(sentences[:n], own), tuple(sentences[:n])), weights, well)
        for n in range(len(sentences) + 1)
    ]
    steps = well * np.diff(grades)
    assert steps.min() >= -1e-9 and steps.max() > 0


def test_sentences_of_a_source_who_could_be_asked_do_not_thin_out_the_words_around_them() -> None:
    own, handed = "It rained and rained on the pier. ", "Ana Ruiz, the mayor, said that it leaked. "
    counts = [count_everyday(parse(Article("a", text))) for text in (own, own + handed, handed)]
    assert [one.length for one in counts] == [7, 7, 0]


@pytest.mark.parametrize(
    ("title", "text", "share"),
    [
        pytest.param("Ferry fares rise again", "", nan, id="no text"),
        pytest.param("", "The ferry left.", nan, id="no title"),
        pytest.param("Ferry fares jump", "A fare hits the ferries.", 2 / 3, id="other forms count"),
        pytest.param("Ferry fares jump", "Ferry fares jump\n\nIt rained all day long.", 0.0, id="told twice"),
        pytest.param("Ferry fares jump", "It rained. Click here for ferry fares.", 0.0, id="in a call"),
        pytest.param("Ferry fares jump", "It " + "rained " * 60 + "on the ferry.", 0.0, id="too late"),
        pytest.param("Ferry fares jump", f"{LONG} A fare hits the ferries.", 2 / 3, id="after a source"),
        pytest.param("Ferry fares jump", f"{LONGER} A fare.", 1 / 3, id="after much of a source"),
        pytest.param("Ferry fares jump", LONGER + SOLD, 0.0, id="too much of sources"),
        pytest.param("Ferry fares jump", LONG + SOLD, 1 / 3, id="what sources say early counts"),
    ],
)
def test_title_in_the_opening(title: str, text: str, share: float) -> None:
    assert measure_opening(parse(Article("a", text, title))) == pytest.approx(share, nan_ok=True)


def test_columns_are_those_of_the_codebook() -> None:
    from scoring.extractors.manner import COLUMNS

    assert list(measure_choice(parse(Article("a", "")))) == [column.name for column in COLUMNS]


def test_experts_without_a_name_add_no_word() -> None:
    plain = "The ferry sank at night. People ran to the quay."
    experts = f"{plain} Experts say that it will not last. It was planned, according to insiders."
    assert count(experts) == count(plain)


@pytest.mark.parametrize(
    "line",
    [
        "Some scientists also warn that most of the seed is lost.",
        "People familiar with the matter have said that the pool leaks.",
        "The trains were late on every second day, several studies said.",
        "{{first_name}}",
    ],
)
def test_nor_do_others_whom_nobody_could_ask_however_far_from_the_verb(line: str) -> None:
    plain = "The ferry sank at night. People ran to the quay."
    assert count(f"{plain} {line}") == count(plain)


@pytest.mark.parametrize(
    "line", ["Some of those answers may rest with the papers.", "Many people pray in a car park."]
)
def test_a_vague_word_beside_a_verb_of_saying_is_no_source_by_itself(line: str) -> None:
    assert count(line).total() > 5


@pytest.mark.parametrize("line", ["[Insert company name here]", "Today you can sign up now for our news."])
def test_leftovers_and_calls_add_no_word(line: str) -> None:
    plain = "The ferry sank at night. People ran to the quay."
    both, alone = (count(text) for text in (f"{plain} {line}", plain))
    assert both == alone


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("Many Americans think so.", "Many Germans think so.", id="a people"),
        pytest.param(
            "It lost the support America First gave.", "It lost the support Germany First gave.", id="a club"
        ),
        pytest.param(
            "Ana Grant, one of them, left.", "Ana Patel, one of them, left.", id="a name like a cue"
        ),
    ],
)
def test_no_name_is_a_vague_source_or_a_cue(one: str, other: str) -> None:
    counts = [count(f"We met Ana Grant. {text}") for text in (one, other)]
    assert counts[0] == counts[1] and counts[0].total() > 2


def test_the_end_of_one_sentence_is_no_source_of_the_next() -> None:
    lines = ["It had 12 shares.", "One of the boats sank."]
    both, alone = (count(text) for text in ("\n\n".join(lines), lines[1]))
    assert alone.total() == 5 and alone <= both
