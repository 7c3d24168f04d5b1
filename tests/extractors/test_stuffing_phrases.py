"""Over-repeated phrases and words, echoes of title and headings, repeated runs, packing."""

from __future__ import annotations

import json
import random
from math import isnan, nan
from pathlib import Path

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.errors import ModelError
from scoring.extractors.background import class_of, load_background, read_background
from scoring.extractors.echoes import measure_heading_echo, measure_title_echo
from scoring.extractors.measure import Measure
from scoring.extractors.ngrams import measure_packing, measure_runs
from scoring.extractors.stuffing import EXTRACTOR, measure_stuffing
from scoring.readers import read_articles

SENTENCES = (
    "The harbour town opened a new line on Monday after a long wait.",
    "It links the old quay with the island and takes forty minutes in fair weather.",
    "Nobody on the council had expected the fares to fall so early in the season.",
    "Two teachers said that their pupils would travel free until the autumn.",
    "The province paid for both boats, which were built upriver by a family firm.",
    "A baker near the market hopes for visitors who stay longer than an afternoon.",
    "Older islanders remember a steamer that left before dawn and came back at dusk.",
    "She counted nine bicycles on the first crossing and gave up when it rained.",
    "Critics ask whether the money should have gone to the road over the hill.",
    "An answer may come in spring, once the books of the first year are closed.",
)


def measure(text: str, **options: float) -> Measure:
    return measure_stuffing(parse(Article("a", text)), **options)


def stuffed(text: str, **options: float) -> list[str]:
    return [e.note for e in measure(text, **options).evidence if e.kind == "stuffed_phrase"]


def drop(phrase: str, each: int = 1) -> str:
    """Ten sentences of ours with a phrase dropped into each at a place that grammar did not choose."""
    rng = random.Random(5)
    sentences = [sentence.split() for sentence in SENTENCES]
    for words in sentences:
        for _ in range(each):
            words.insert(rng.randrange(1, len(words)), phrase)
    return " ".join(" ".join(words) for words in sentences)


def write(phrase: str, times: int) -> str:
    """Sentences of eleven words, each with another verb, in which a phrase of three words has its place."""
    days = "monday tuesday wednesday thursday friday saturday sunday noon dawn dusk".split()
    return " ".join(f"We {verb}ed it while the {phrase} was by then." for verb in days[:times])


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        pytest.param("", [], id="no words"),
        pytest.param(" ".join(SENTENCES), [], id="plain prose"),
        pytest.param(drop("cheap water pump"), ["cheap water pump"] * 10, id="three words dropped in"),
        pytest.param(drop("water pump"), ["water pump"] * 10, id="two words dropped in"),
        pytest.param(drop("pump deals of spring"), ["pump deals of spring"] * 10, id="four words dropped in"),
        pytest.param(drop("Hesper Ferries"), ["hesper ferries"] * 10, id="a name where no name would stand"),
        pytest.param(write("cheap water pump", 8), ["cheap water pump"] * 8, id="written in, but too often"),
        pytest.param(write("cheap water pump", 4), [], id="four occurrences are never stuffing"),
        pytest.param(
            write("cheap water pump", 6) + " Then a pump ran. Each pump was old. No pump was new.",
            [],
            id="also shortened, as writers do",
        ),
        pytest.param(write("Caddow River Watch", 4), [], id="a name in its place"),
        pytest.param(
            write("type 2 error", 8).replace("type", "plan b"), [], id="one letter cannot be shortened"
        ),
        pytest.param("Keywords: " + ", ".join(["water pump repair"] * 9), [], id="inside a list of terms"),
        pytest.param(" ".join(["It is what it is."] * 9), [], id="a sentence that repeats is no phrase"),
    ],
)
def test_phrases_beyond_what_length_and_place_explain(text: str, phrases: list[str]) -> None:
    assert stuffed(text) == phrases


def test_each_span_is_the_phrase_it_notes() -> None:
    text = drop("Water  Pump")
    spans = [e for e in measure(text).evidence if e.kind == "stuffed_phrase"]
    assert {" ".join(text[e.start : e.end].lower().split()) for e in spans} == {"water pump"}


def test_the_share_is_what_lies_beyond_the_limit() -> None:
    # 88 words; written into its place a phrase of three words may come 0.020 * 88 + 2 = 3.76 times, and no
    # phrase that comes four times or less is stuffed
    share = measure(write("cheap water pump", 8)).values["stuffing_phrase_share"]
    assert share == pytest.approx((8 - max(4, 0.020 * 88 + 2)) * 3 / 88)


@pytest.mark.parametrize(
    ("times", "ratio"),
    [
        pytest.param(0, nan, id="no words: undefined, not zero"),
        pytest.param(2, 0, id="twice is no repetition"),
        pytest.param(3, 3 / 4, id="three times, where four are allowed"),
        pytest.param(4, 4 / 4, id="at its limit"),
        pytest.param(8, 8 / max(4, 0.020 * 88 + 2), id="twice its limit"),
        pytest.param(10, 10 / (0.020 * 110 + 2), id="a longer text allows more"),
    ],
)
def test_the_ratio_is_how_near_the_most_repeated_phrase_comes_to_its_limit(times: int, ratio: float) -> None:
    found = measure(write("cheap water pump", times)).values["stuffing_phrase_ratio"]
    assert found == pytest.approx(ratio, nan_ok=True)


def test_the_headline_tells_the_content_farm_of_the_seeds() -> None:
    # six of its eight articles repeat a key phrase; the report of a power cut and that of a verdict do not
    found: dict[bool, list[float]] = {True: [], False: []}
    for article in read_articles(Path(__file__).parents[2] / "seeds" / "articles"):
        values = measure_stuffing(parse(article)).values
        found[article.outlet == "TrendNettle"].append(values[EXTRACTOR.headline])
    assert sum(value > max(found[False]) for value in found[True]) == 6


def test_a_word_dropped_in_leans_on_it_and_shows_on_demand() -> None:
    text = " ".join(SENTENCES[:3]) + " " + drop("pump")
    assert measure(text).values["stuffing_word_share"] > 0
    assert "pump" in stuffed(text, min_probability=0.0)


def test_places_of_a_term_are_less_odd_than_places_of_chance() -> None:
    oddness = load_background().oddness
    written = [("the", "is"), ("of", "#"), ("a", "was"), ("#", "has"), ("with", "and")]
    dropped = [("the", "of"), ("is", "the"), ("of", "a"), ("to", "-"), ("we", "are")]
    assert oddness("water pump", written) < 0 < oddness("water pump", dropped)
    assert oddness("water pump", []) == 0.0


def test_classes_carry_no_topic() -> None:
    background = load_background()
    classes = {*background.left["content"], *background.right["function"]}
    assert all(class_of(name) == name or name[0] in "-#0" for name in classes)


def titled(title: str | None, text: str) -> Article:
    return Article("a", text, title)


@pytest.mark.parametrize(
    ("title", "text", "share"),
    [
        pytest.param("Water pump fails", "", nan, id="no words"),
        pytest.param(None, " ".join(SENTENCES), nan, id="no title"),
        pytest.param("Pump", " ".join(SENTENCES), nan, id="a title of one word"),
        pytest.param("Water pump fails", "The water pump fails.", nan, id="too short"),
        pytest.param("Water pump fails", " ".join(SENTENCES), 0.0, id="never repeated"),
        pytest.param("Water pump fails", drop("water pump"), 1.0, id="in every sentence"),
        pytest.param(
            "Caddow River rises",
            " ".join(
                f"We saw Caddow River {word} it." for word in "before after above below near over".split()
            ),
            0.0,
            id="a name",
        ),
        pytest.param(
            "Mayor Dahl resigns",
            " ".join(
                f"We saw Mayor Dahl {word} it." for word in "before after above below near over".split()
            ),
            0.0,
            id="a title and a name",
        ),
    ],
)
def test_title_echo(title: str | None, text: str, share: float) -> None:
    assert measure_title_echo(parse(titled(title, text))) == pytest.approx(share, nan_ok=True)


@pytest.mark.parametrize(
    ("headings", "share"),
    [
        pytest.param([], nan, id="no heading"),
        pytest.param(["What a water pump costs", "Where to go"], nan, id="two are too few"),
        pytest.param(["What it costs", "Where to go", "Who will pay"], 0.0, id="nothing repeats"),
        pytest.param(
            ["What a water pump costs", "Where to buy a water pump", "Who will pay"],
            2 / 3,
            id="the title's words",
        ),
        pytest.param(
            ["Cheap water pump", "What a garden hose costs", "Where a garden hose leaks", "Who pays"],
            1 / 3,
            id="the title itself is none, an earlier heading counts",
        ),
    ],
)
def test_heading_echo(headings: list[str], share: float) -> None:
    text = "\n\n".join(f"{heading}\n\n{SENTENCES[i]}" for i, heading in enumerate(headings)) or SENTENCES[0]
    assert measure_heading_echo(parse(titled("Cheap water pump", text))) == pytest.approx(share, nan_ok=True)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        pytest.param("", nan, id="no words"),
        pytest.param("It rained on Monday.", nan, id="four words"),
        pytest.param(" ".join(SENTENCES), 0.0, id="nothing comes twice"),
        # 16 words; the second "the old pier of the town" (6 words) came before
        pytest.param(
            "We saw the old pier of the town. Nobody likes the old pier of the town.",
            6 / 16,
            id="a run of six",
        ),
        pytest.param("It rained all day in Hesper. It rained all day in Hesper.", 0.0, id="a whole sentence"),
    ],
)
def test_repeated_runs_of_words(text: str, share: float) -> None:
    assert measure_runs(parse(Article("a", text))) == pytest.approx(share, nan_ok=True)


def test_packing_sees_redundancy_and_not_length() -> None:
    plain = " ".join(SENTENCES)
    assert isnan(measure_packing(parse(Article("a", SENTENCES[0]))))
    assert measure_packing(parse(Article("a", plain))) < 0.1
    assert measure_packing(parse(Article("a", f"{plain}\n\n{plain}"))) > 0.3


def test_doubling_an_article_raises_stuffing() -> None:
    once, twice = (measure("\n\n".join([" ".join(SENTENCES)] * times)).values for times in (1, 2))
    assert twice["stuffing_duplicate_share"] > once["stuffing_duplicate_share"]
    assert twice["stuffing_packing_share"] > once["stuffing_packing_share"]


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="empty"),
        pytest.param("{", id="no JSON"),
        pytest.param("[]", id="a list"),
        pytest.param("{}", id="nothing in it"),
        pytest.param(
            json.dumps({"format": 0, "words": {}, "left": {}, "right": {}, "pairs": {}, "packed": [0, 1]}),
            id="another format",
        ),
    ],
)
def test_a_damaged_background_is_refused_in_words(content: str, tmp_path: Path) -> None:
    path = tmp_path / "frequencies.json"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(ModelError, match="Refit with `make models`"):
        read_background(path)
