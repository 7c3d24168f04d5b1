from __future__ import annotations

import time
from math import isnan, nan

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.measure import Measure
from scoring.extractors.promotion import EXTRACTOR, measure_promotion


def measure(text: str, title: str | None = None, **options: float) -> Measure:
    return measure_promotion(parse(Article("a", text, title)), **options)


def found(text: str, kind: str) -> list[str]:
    return [text[e.start : e.end] for e in measure(text).evidence if e.kind == kind]


@pytest.mark.parametrize(
    ("text", "promotional", "filler", "calls"),
    [
        pytest.param("", nan, nan, nan, id="no words: undefined, not zero"),
        pytest.param("It rained.", 0.0, 0.0, 0.0, id="plain words"),
        pytest.param("The hotel is breathtaking.", 100 / 4, 0.0, 0.0, id="one puff in four words"),
        pytest.param(
            "Ana Ruiz said the hotel was breathtaking.",
            100 / 7,
            0.0,
            0.0,
            id="in a paraphrase the wording is the outlet's",
        ),
        pytest.param(
            "“The hotel is breathtaking,” said Ana Ruiz.",
            0.0,
            0.0,
            0.0,
            id="between quotation marks it is the source's",
        ),
        pytest.param("Only time will tell.", 0.0, 100 / 4, 0.0, id="one stock phrase in four words"),
        pytest.param("If you like this, subscribe today.", 0.0, 0.0, 100 / 6, id="one call to action"),
        pytest.param(
            "The fares rose. Shares in Innovative Harbour Systems fell.",
            0.0,
            0.0,
            0.0,
            id="a word that is part of a name praises nobody",
        ),
    ],
)
def test_rates_are_per_hundred_words_in_the_outlets_voice(
    text: str, promotional: float, filler: float, calls: float
) -> None:
    values = list(measure(text).values.values())[:3]
    assert values == pytest.approx([promotional, filler, calls], nan_ok=True)


def test_every_column_of_the_record_is_measured() -> None:
    assert list(measure("It rained.").values) == [column.name for column in EXTRACTOR.columns]


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param(
            "Here is the polished version of the blog post:\n\nThe ferry sank at noon.",
            ["Here is the polished version of the blog post:"],
            id="the lead-in of a writing assistant at the top",
        ),
        pytest.param(
            "Here's your revised, SEO-friendly article: The ferry sank at noon.",
            ["Here's your revised, SEO-friendly article:"],
            id="a lead-in on the first line of prose",
        ),
        pytest.param(
            "Here is the rewritten\narticle about\nthe ferry: it sank.",
            ["Here is the rewritten\narticle about\nthe ferry:"],
            id="a lead-in that is wrapped",
        ),
        pytest.param(
            "Here\nis the rewritten article: it sank.",
            ["Here\nis the rewritten article:"],
            id="a lead-in wrapped after its first word",
        ),
        pytest.param("As an AI language model, I cannot.", ["As an AI language model"], id="a set phrase"),
        pytest.param("Here is a refined draft of the bill: it has two parts.", [], id="a text of somebody"),
        pytest.param("Here is his version of events: he slept.", [], id="a version of events"),
        pytest.param("I have read the article. It said: go home.", [], id="no lead-in across sentences"),
    ],
)
def test_leftovers_of_writing_tools(text: str, spans: list[str]) -> None:
    assert found(text, "template_residue") == spans
    assert measure(text).values["promotion_residue_count"] == len(spans)


def test_a_quoted_leftover_is_shown_but_not_counted() -> None:
    text = "The page opened with “as an AI language model” and was taken down."
    assert found(text, "template_residue") == ["as an AI language model"]
    assert measure(text).values["promotion_residue_count"] == 0.0


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param(
            "Book your free trial today at the desk.", ["Book your free trial today"], id="an offer"
        ),
        pytest.param(
            "Buy a pump now (see our top picks!).", ["Buy a pump now", "see our top picks"], id="two"
        ),
        pytest.param("Send a note, or call our friendly team.", ["call our friendly team"], id="in a clause"),
        pytest.param("Sign\u00a0up for our list now.", ["Sign\u00a0up for our list now"], id="a hard space"),
        pytest.param("See how the team fared in the cup.", [], id="see, but no offer"),
        pytest.param("The town ordered a pump today.", [], id="a report of an order"),
        pytest.param("“Book your seat today,” read the sign.", [], id="quoted"),
    ],
)
def test_offers_are_calls_to_action(text: str, spans: list[str]) -> None:
    assert found(text, "call_to_action") == spans


@pytest.mark.parametrize(
    ("title", "share"),
    [
        pytest.param(None, nan, id="no headline: undefined"),
        pytest.param("Ferry sinks off Port Hesper", 0.0, id="a plain headline"),
        pytest.param("You won't believe this ferry", 3 / 5, id="three of five words bait"),
    ],
)
def test_clickbait_is_the_share_of_the_headlines_words(title: str | None, share: float) -> None:
    measured = measure("It rained.", title)
    assert measured.values["promotion_clickbait_share"] == pytest.approx(share, nan_ok=True)
    bait = [e for e in measured.evidence if e.kind == "clickbait"]
    assert [e.part for e in bait] == ["title"] * len(bait)
    assert bool(bait) == (share > 0)


def test_a_limit_of_probability_drops_what_lies_below() -> None:
    text = "Book your free trial today. The hotel is breathtaking."
    assert measure(text, min_probability=0.0).evidence
    assert not measure(text, min_probability=1.0).evidence


def test_an_article_without_words_has_no_zero_among_its_measures() -> None:
    assert all(isnan(value) for value in measure("").values.values())


def test_many_offers_cost_no_more_each_than_a_few() -> None:
    def cost(count: int) -> float:
        doc = parse(
            Article("a", "".join(f"Subscribe today, {i}. Book trial {i} today. " for i in range(count)))
        )
        begin = time.process_time()
        measure_promotion(doc)
        return time.process_time() - begin

    cost(100)
    base = max(cost(500), 0.005)
    assert min(cost(5_000) for _ in range(3)) < 40 * base
