from __future__ import annotations

from math import isnan, nan

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.hedging import measure_hedging
from scoring.extractors.measure import Measure


def measure(text: str, **options: float) -> Measure:
    return measure_hedging(parse(Article("a", text)), **options)


@pytest.mark.parametrize(
    ("text", "own", "quoted", "boosters"),
    [
        pytest.param("", nan, nan, nan, id="no words: undefined, not zero"),
        pytest.param("It rained.", 0.0, 0.0, 0.0, id="nothing softened or overstated"),
        pytest.param("It may rain.", 100 / 3, 0.0, 0.0, id="one hedge in three words"),
        pytest.param("The bill passed on May 3.", 0.0, 0.0, 0.0, id="the month is no hedge"),
        pytest.param("Ferry May Close", 100 / 3, 0.0, 0.0, id="a hedge in a headline of capitals"),
        pytest.param(
            "“It may rain,” said Ana Ruiz.", 0.0, 100 / 6, 0.0, id="between quotation marks it is quoted"
        ),
        pytest.param(
            "Ana Ruiz said the river may flood.",
            0.0,
            100 / 7,
            0.0,
            id="in an attributed paraphrase it is quoted",
        ),
        pytest.param(
            "According to Ana Ruiz, the river may flood.",
            0.0,
            100 / 8,
            0.0,
            id="in what an adverbial attributes it is quoted",
        ),
        pytest.param("Insiders believe it is late.", 0.0, 100 / 5, 0.0, id="who believes it is the source"),
        pytest.param("We believe it is late.", 100 / 5, 0.0, 0.0, id="or the outlet itself"),
        pytest.param("The river will clearly flood.", 0.0, 0.0, 100 / 5, id="one booster in five words"),
        pytest.param(
            "Ana Ruiz said the river will clearly flood.",
            0.0,
            0.0,
            0.0,
            id="a booster in a paraphrase is the source's",
        ),
        pytest.param("It may rain.\n\nIt may rain.", 100 / 3, 0.0, 0.0, id="a repeated sentence counts once"),
    ],
)
def test_rates_are_per_hundred_words_in_each_voice(
    text: str, own: float, quoted: float, boosters: float
) -> None:
    values = list(measure(text).values.values())[:3]
    assert values == pytest.approx([own, quoted, boosters], nan_ok=True)


@pytest.mark.parametrize(
    ("text", "boosters", "hedged"),
    [
        pytest.param("", nan, nan, id="no words: undefined, not zero"),
        pytest.param("It rained.", 0.0, 0.0, id="nothing overstated or softened"),
        pytest.param("It will clearly rain.", 0.0, 0.0, id="the outlet's own booster"),
        pytest.param("Ana Ruiz said it will clearly rain.", 100 / 7, 0.0, id="in a paraphrase"),
        pytest.param("“It will clearly rain,” said Ana Ruiz.", 100 / 7, 0.0, id="between quotation marks"),
        pytest.param("It may rain. It snowed.", 0.0, 1 / 2, id="one sentence of two"),
        pytest.param("It may possibly rain. It snowed.", 0.0, 1 / 2, id="two hedges in one sentence"),
        pytest.param("Ana Ruiz said it may rain. It snowed.", 0.0, 1 / 2, id="in whoever's voice"),
        pytest.param("If it rains, it pours.", 0.0, 0.0, id="a condition is no hedge"),
        pytest.param("It may rain.\n\nIt may rain.", 0.0, 1.0, id="a repeated sentence counts once"),
    ],
)
def test_quoted_boosters_and_hedged_sentences(text: str, boosters: float, hedged: float) -> None:
    values = list(measure(text).values.values())[3:5]
    assert values == pytest.approx([boosters, hedged], nan_ok=True)


@pytest.mark.parametrize(
    ("more", "fewer"),
    [
        pytest.param("The river may flood.", "The river flooded again.", id="a hedge voices doubt"),
        pytest.param(
            "The river might flood the town.",
            "Tests indicate that rivers flood towns.",
            id="might over indicate",
        ),
        pytest.param(
            "Further research is needed here.", "Good sleep is needed here.", id="a call for more research"
        ),
        pytest.param("We saw an effect.", "We saw no effect.", id="a plain no is certain"),
        pytest.param(
            "The river may flood. The town is dry.",
            "The river may flood. The town is dry. The road is dry too.",
            id="the mean of the sentences",
        ),
    ],
)
def test_doubt_of_one_text_exceeds_that_of_another(more: str, fewer: str) -> None:
    one, two = (measure(text).values["hedging_doubt_grade"] for text in (more, fewer))
    assert 0 <= two < one <= 5


@pytest.mark.parametrize("text", ["", "It rained.", "Perhaps. Maybe so."])
def test_doubt_needs_a_sentence_of_four_words(text: str) -> None:
    assert isnan(measure(text).values["hedging_doubt_grade"])


def test_conditional_words_are_evidence_but_no_measure_counts_them() -> None:
    found = measure("If it rains, the match is off.")
    assert [(e.kind, e.note) for e in found.evidence] == [("hedge", "conditional")]
    assert found.values["hedging_hedge_rate"] == 0.0


def test_voice_of_the_evidence_follows_the_attribution() -> None:
    text = "The dam may fail. Ana Ruiz said the river may flood."
    assert [e.voice for e in measure(text).evidence] == ["outlet", "quoted"]


def test_probability_zero_returns_every_candidate() -> None:
    text = "The bill passed on May 3."
    assert not measure(text).evidence
    assert [text[e.start : e.end] for e in measure(text, min_probability=0.0).evidence] == ["May"]
