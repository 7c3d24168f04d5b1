from __future__ import annotations

import time
from math import isnan

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.measure import Measure
from scoring.extractors.stuffing import measure_stuffing

PLAIN = "The council met on Monday and voted on the budget. Nobody left early, and the talk was calm."
STORY = (
    "The harbour town of Port Hesper opened a new ferry line on Monday. The line links the old pier with the "
    "island of Sandry Head and takes forty minutes. Harbour master Ines Vale said that tickets cost four "
    "dollars for adults. Children under twelve travel free until September. The province paid nine million "
    "dollars for two battery ferries, which were built in Ellermoor."
)
RESTATED = (
    "What does the new ferry line link?\n\n"
    "The new ferry line links the old pier with the island of Sandry Head.\n\n"
    "How much do the tickets cost?\n\n"
    "Tickets cost four dollars for adults, and children under twelve travel free."
)
INTERVIEW = (
    "When did you first go to sea?\n\n"
    "My grandmother owned a trawler, so I learned knots before letters.\n\n"
    "What would you tell a young sailor?\n\n"
    "Sleep whenever possible, mistrust forecasts and mend nets in winter."
)


def measure(text: str, **options: float) -> Measure:
    return measure_stuffing(parse(Article("a", text)), **options)


def found(text: str, kind: str) -> list[str]:
    return [text[e.start : e.end] for e in measure(text).evidence if e.kind == kind]


@pytest.mark.parametrize(
    ("text", "undefined"),
    [
        pytest.param("", True, id="no words: undefined, not zero"),
        pytest.param("It rained.", False, id="two words have shares"),
    ],
)
def test_undefined_is_not_zero(text: str, undefined: bool) -> None:
    assert all(isnan(value) for value in measure(text).values.values()) == undefined


def test_plain_prose_has_none_of_it() -> None:
    values = measure(PLAIN).values
    assert [name for name, value in values.items() if value != 0.0 and not isnan(value)] == []
    assert [name for name, value in values.items() if isnan(value)] == [
        "stuffing_title_share",
        "stuffing_heading_share",
        "stuffing_packing_share",
    ]
    assert not measure(PLAIN).evidence


@pytest.mark.parametrize(
    ("text", "lists"),
    [
        pytest.param(
            "It rained.\n\nKeywords: ferry, pier, island", ["Keywords: ferry, pier, island"], id="at the end"
        ),
        pytest.param("It rained.\n\nflour, salt, butter, eggs, milk, yeast", [], id="a line of a recipe"),
        pytest.param(
            "It rained.\n\ncold wind, hail, two floods, wet snow, black ice", [], id="counted things"
        ),
        pytest.param(
            "It rained.\n\ncheap ferry, ferry pier, island, boat hire, day trips",
            ["cheap ferry, ferry pier, island, boat hire, day trips"],
            id="a bare line of search terms",
        ),
        pytest.param(
            "The island hopes for stability.Keywords: ferry, pier",
            ["Keywords: ferry, pier"],
            id="glued to the last sentence",
        ),
        pytest.param(
            "The island hopes for stabilityKeywords: ferry, pier",
            ["Keywords: ferry, pier"],
            id="glued to a word",
        ),
        pytest.param(
            "It rained.\n\nSEO keywords (main): ferry; pier; island",
            ["SEO keywords (main): ferry; pier; island"],
            id="with a note in brackets",
        ),
        pytest.param(
            "It rained.\n\nKeywords: ferry, pier. The town slept.",
            ["Keywords: ferry, pier"],
            id="ends at the stop",
        ),
        pytest.param(
            "It rained.\n\n#ferry #pier #island", ["#ferry #pier #island"], id="a block of hashtags"
        ),
        pytest.param("It rained.\n\n#ferry #pier", [], id="two hashtags are no block"),
        pytest.param(
            "“It rains #ferry #pier #island”\n\n— Ana (@ana) May 3, 2025",
            [],
            id="hashtags of somebody's post",
        ),
        pytest.param(
            "Keywords: ferry, pier, Related searches: island, boat",
            ["Keywords: ferry, pier,", "Related searches: island, boat"],
            id="two lists on a line are two",
        ),
        pytest.param("He typed the donkeywords: ferry, pier, island", [], id="another word"),
        pytest.param("The keyword was: stay at home.", [], id="no list"),
        pytest.param(
            "It rained.\n\nferry tickets, cheap ferry, pier parking, island, boat hire",
            ["ferry tickets, cheap ferry, pier parking, island, boat hire"],
            id="a line of terms without a label",
        ),
        pytest.param(
            "It rained.\n\nCheap Ferry | Ferry Tickets | Ferry Times | Hesper Pier | Boat Hire",
            ["Cheap Ferry | Ferry Tickets | Ferry Times | Hesper Pier | Boat Hire"],
            id="capitals, but most terms share a word",
        ),
        pytest.param("Ana Ruiz, Tomas Brandt, Ines Vale, Kim Lo, Jo Day", [], id="a line of names"),
        pytest.param("rain, wind, fog, hail and sleet fell on us, and snow", [], id="a sentence with commas"),
        pytest.param("rain, wind, fog, hail, sleet.", [], id="a list that ends as a sentence does"),
        pytest.param("flour, butter, eggs, salt", [], id="four words are too few"),
        pytest.param(
            "Keywords: he said that he would never again type in the one that failed, and left",
            [],
            id="prose after the colon",
        ),
    ],
)
def test_lists_of_search_terms(text: str, lists: list[str]) -> None:
    assert found(text, "keyword_list") == lists


def test_the_share_of_lists_is_over_all_words() -> None:
    text = "It rained.\n\nKeywords: ferry, pier, island"
    assert measure(text).values["stuffing_list_share"] == pytest.approx(4 / 6)


def test_a_repeated_sentence_is_a_passage() -> None:
    text = "The council met on Monday and voted.\n\nIt rained.\n\nThe council met on Monday and voted."
    assert found(text, "duplicate_passage") == ["The council met on Monday and voted."]
    assert measure(text).values["stuffing_duplicate_share"] == pytest.approx(7 / 16)


@pytest.mark.parametrize(
    "again",
    [
        pytest.param("New ferry line opens in Port Hesper", id="a headline"),
        pytest.param("It rained.", id="a short sentence"),
        pytest.param("Enlarge this image of the ferry at the pier.", id="a caption"),
        pytest.param("Photo: the ferry at the pier of the town.", id="a credit"),
        pytest.param("FILE - In this May photo, the ferry lies at the pier.", id="an archive picture"),
        pytest.param("Ines Vale, left, looks at the ferry on the pier.", id="who stands where in a picture"),
    ],
)
def test_what_recurs_without_being_a_passage(again: str) -> None:
    assert not found(f"{again}\n\n{PLAIN}\n\n{again}", "duplicate_passage")


def test_a_block_of_questions_that_restates_the_article() -> None:
    passages = [e for e in measure(f"{STORY}\n\n{RESTATED}").evidence if e.kind == "duplicate_passage"]
    assert [e.note for e in passages] == ["restates", "restates"]


def test_an_interview_brings_new_words() -> None:
    assert not found(f"{STORY}\n\n{INTERVIEW}", "duplicate_passage")


def test_doubling_an_article_raises_the_share_of_repeated_passages() -> None:
    assert measure(f"{STORY}\n\n{STORY}").values["stuffing_duplicate_share"] == pytest.approx(0.5)


def test_a_limit_of_probability_drops_what_lies_below() -> None:
    assert found(f"{PLAIN}\n\n#ferry #pier #island", "keyword_list")
    assert not measure(f"{PLAIN}\n\n#ferry #pier #island", min_probability=0.99).evidence


@pytest.mark.parametrize(
    "unit",
    [
        pytest.param("Keywords: a, b, ", id="lists of search terms on one line"),
        pytest.param("Why is it so?\n\n", id="questions without answers"),
        pytest.param("#tag ", id="hashtags"),
    ],
)
def test_cost_grows_with_length_and_no_faster(unit: str) -> None:
    def cost(size: int) -> float:
        doc = parse(Article("a", unit * (size // len(unit))))
        begin = time.process_time()
        measure_stuffing(doc)
        return time.process_time() - begin

    cost(5_000)
    base = max(cost(10_000), 0.005)
    assert min(cost(200_000) for _ in range(3)) < 60 * base
