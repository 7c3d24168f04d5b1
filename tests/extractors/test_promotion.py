from __future__ import annotations

import time
from math import nan

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors import headlines
from scoring.extractors.measure import Measure
from scoring.extractors.promotion import measure_promotion


def measure(text: str, title: str | None = None, **options: float) -> Measure:
    return measure_promotion(parse(Article("a", text, title)), **options)


@pytest.fixture
def no_model(monkeypatch: pytest.MonkeyPatch) -> None:
    """Judge titles by list and cues alone."""
    monkeypatch.setattr(headlines, "judge_headline", lambda title: None)


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


BODY = "The ferry sank at noon. Nobody was hurt, and the crew swam to the pier."


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param(f"Lorem ipsum.\n\n{BODY}", ["Lorem ipsum"], id="text that fills space"),
        pytest.param(f"Hi [Insert name], {BODY}", ["[Insert name]"], id="a blank in brackets"),
        pytest.param(
            f"Call [Your Company Name]. {BODY}", ["[Your Company Name]"], id="a blank with three words"
        ),
        pytest.param(f"In {{{{city}}}} today. {BODY}", ["{{city}}"], id="a blank in braces"),
        pytest.param(f"Dear %FIRST_NAME%, {BODY}", ["%FIRST_NAME%"], id="a blank between signs"),
        pytest.param(f"Dear {{first_name}}, {BODY}", ["{first_name}"], id="a variable's name"),
        pytest.param(f"{BODY}\n\nWord count: 500", ["Word count"], id="a draft's length"),
        pytest.param(f"**Meta description:** Ferries.\n\n{BODY}", ["Meta description"], id="a draft's field"),
        pytest.param(f"Title: A Harbour Divided\n\n{BODY}", ["Title:"], id="a draft's title"),
        pytest.param(f"{BODY}\n\nI hope this helps!", ["I hope this helps"], id="a farewell"),
        pytest.param(
            f"{BODY}\n\nWould you like me to add a quote?", ["Would you like me to"], id="an offer to go on"
        ),
        pytest.param(
            f"{BODY}\n\nSure! Here's a 500-word article on ferries: it sank.",
            ["Here's a 500-word"],
            id="a lead-in with a number",
        ),
        pytest.param(
            f"TODO: add source\n\n{BODY}",
            ["TODO:"],
            id="a note to oneself",
        ),
        pytest.param(
            f"{BODY} :contentReference[oaicite:2]{{index=2}}",
            [":contentReference[oaicite:2]{index=2}"],
            id="a tool's footnote",
        ),
        pytest.param(
            f"{BODY}【12†source】", ["【12†source】"], id="a tool's footnote in brackets of its own"
        ),
        pytest.param(
            f"See https://example.org/?utm_source=chatgpt.com for it. {BODY}",
            ["utm_source=chatgpt.com"],
            id="a link that a tool handed over",
        ),
        pytest.param(
            f"I'm sorry, but as an AI language model I cannot say. {BODY}",
            ["as an AI language model"],
            id="an apology",
        ),
        pytest.param("Here is the revised text of the bill that the house passed.", [], id="a bill's text"),
        pytest.param(
            "The council asked for the word count: it was high.", [], id="a word count in a sentence"
        ),
        pytest.param("As an AI language model, the tool cannot feel.", [], id="somebody speaks of a model"),
        pytest.param(f"{BODY} I hope this helps the crew.", [], id="no farewell"),
        pytest.param(
            "She will [insert] the key, and [the mayor] left [in May].", [], id="an editor's brackets"
        ),
        pytest.param("Prices rose 5% and wages 3% in ICE and UN camps.", [], id="signs of percent"),
        pytest.param(
            "Title: The Long Pier\n\nAuthor: Ines Vale\n\nIt is a good book.", [], id="a book's details"
        ),
        pytest.param("[Your Title Here]", ["[Your Title Here]"], id="a blank with the place to fill in"),
        pytest.param("The photo of your name here pleased nobody.", [], id="a placeholder's words in prose"),
    ],
)
def test_leftovers_count_only_where_such_text_stands(text: str, spans: list[str]) -> None:
    assert found(text, "template_residue") == spans


@pytest.mark.parametrize(
    ("text", "share"),
    [
        pytest.param("", nan, id="no words: undefined"),
        pytest.param("It rained.", nan, id="no sentence of five words"),
        pytest.param("It is a place to be.", 1.0, id="nothing to check"),
        pytest.param("We saw Ana Ruiz at work.", 0.0, id="a name"),
        pytest.param("It sold four of the boats.", 0.0, id="a number in words"),
        pytest.param("It sold 4 of the boats.", 0.0, id="a number in figures"),
        pytest.param("It will be done on Monday.", 0.0, id="a day"),
        pytest.param("It may be done by them soon.", 1.0, id="may is no month"),
        pytest.param("The “old way” is the best.", 0.0, id="quoted words"),
        pytest.param("The police said that it would rain.", 0.0, id="a source by office"),
        pytest.param("Experts say that it could well rain.", 1.0, id="a source that is nobody"),
        pytest.param("Ana Ruiz opened the shop. It is a place to be.", 1 / 2, id="one of two"),
        pytest.param("What comes next for all\n\nIt is a place to be.", 1.0, id="a heading is left out"),
    ],
)
def test_sentences_with_nothing_to_check(text: str, share: float) -> None:
    values = measure(text).values
    assert values["promotion_uninformative_share"] == pytest.approx(share, nan_ok=True)


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
    ("text", "spans"),
    [
        pytest.param("", [], id="no words"),
        pytest.param("If you like it, subscribe today.", ["subscribe today"], id="an order opens its clause"),
        pytest.param("Or you can visit our website.", ["visit our website"], id="after you can"),
        pytest.param(
            "Ferry newsletter Sign up today", ["Sign up today"], id="a capital where a line runs on"
        ),
        pytest.param("Ruiz asked for more information about the ferry.", [], id="told of somebody"),
        pytest.param(
            "Visit the harbour board for more information about the ferry.",
            ["for more information about"],
            id="in a sentence that is an order",
        ),
        pytest.param("The crew tried to watch the video.", [], id="what somebody else does"),
        pytest.param("Be sure to watch the video.", ["watch the video"], id="be sure to"),
        pytest.param("It was a wake-up call today.", [], id="a noun"),
        pytest.param("Shops sell it on buy now, pay later terms.", [], id="a kind of loan"),
    ],
)
def test_listed_calls_count_where_an_order_can_stand(text: str, spans: list[str]) -> None:
    hits = measure(text).evidence
    assert [text[e.start : e.end] for e in hits if e.kind == "call_to_action"] == spans


@pytest.mark.parametrize(
    ("text", "spans"),
    [
        pytest.param("All in all, the ferry is late.", ["All in all"], id="at the start"),
        pytest.param("The ferry is late, all in all.", ["all in all"], id="after a mark"),
        pytest.param("Orr rose to sum up the case.", [], id="within a clause"),
        pytest.param("She spoke on All Things Considered on Monday.", [], id="a name"),
    ],
)
def test_stock_openings_count_where_they_are_set_off(text: str, spans: list[str]) -> None:
    assert found(text, "filler") == spans


def test_every_candidate_is_shown_on_demand() -> None:
    hits = measure(
        "Ruiz rose to sum up and asked for more information about it.", min_probability=0.0
    ).evidence
    assert {"filler", "call_to_action"} <= {e.kind for e in hits}


@pytest.mark.usefixtures("no_model")
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


@pytest.mark.usefixtures("no_model")
@pytest.mark.parametrize(
    ("title", "bait"),
    [
        pytest.param("5 odd things found on a ferry", ["5 odd things"], id="a list's number"),
        pytest.param(
            "Storm: three lessons from a night at sea", ["three lessons"], id="a list after a colon"
        ),
        pytest.param("5 sailors rescued off Port Hesper", [], id="a number of people"),
        pytest.param("This ferry crosses a street", ["This ferry"], id="a forward reference"),
        pytest.param("This week in Port Hesper", [], id="this week points at no secret"),
        pytest.param("Port Hesper backs this ferry", [], id="this inside a sentence"),
        pytest.param("Could seaweed heal the bay?", ["Could"], id="a promise put as a question"),
        pytest.param("Who pays for the ferry?", [], id="an honest question"),
        pytest.param("The crew opened the hatch and…", ["and…"], id="dots at the end"),
        pytest.param("Crew saves the ferry!", ["ferry!"], id="an exclamation"),
        pytest.param("Captain calls it “the best ferry!”", [], id="a source exclaims"),
        pytest.param("The mayor is NOT coming to Port Hesper", ["NOT"], id="a common word in capitals"),
        pytest.param("NATO meets in Port Hesper", [], id="an acronym"),
        pytest.param("VIDEO: Ferry leaves Port Hesper", [], id="a label"),
        pytest.param("MAYOR DOES NOT COME TO HESPER", [], id="a title all in capitals"),
        pytest.param("Your new ferry leaves at ten", [], id="the reader addressed"),
    ],
)
def test_cues_of_clickbait(title: str, bait: list[str]) -> None:
    hits = [e for e in measure("It rained.", title).evidence if e.kind == "clickbait"]
    assert [title[e.start : e.end] for e in hits] == bait


@pytest.mark.usefixtures("no_model")
def test_capitals_are_emphasis_where_the_body_spells_the_word_small() -> None:
    values = [measure(text, "The crew SANK it again").values for text in ("The boat sank.", "It rained.")]
    assert [v["promotion_clickbait_share"] for v in values] == [1 / 5, 0.0]


def test_a_limit_of_probability_drops_what_lies_below() -> None:
    text = "Book your free trial today. The hotel is breathtaking."
    assert measure(text, min_probability=0.0).evidence
    assert not measure(text, min_probability=1.0).evidence


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
