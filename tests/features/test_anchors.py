from __future__ import annotations

from pathlib import Path

import pytest

import scoring
from scoring.article import Article
from scoring.document import Document, parse
from scoring.features import analyse
from scoring.features.anchors import PUBLIC, find_manner, measure_anchor_rate
from scoring.lexicon import load_lexicon

GENRES = Path(__file__).parent / "genres"
"""Texts written for these tests, by what becomes of them."""
RAIN = "It rained on the roof and on the lawn and on the old wall of the yard. "
TALK = "“Rain,” it said. “More rain.” "
VISIT = "You know what you want and where your heart is when your day is done. "


def doc(text: str) -> Document:
    return parse(Article("a", text))


def texts(folder: str) -> list[object]:
    return [
        pytest.param(path.read_text("utf-8"), id=path.stem) for path in sorted(GENRES.glob(f"{folder}/*"))
    ]


@pytest.mark.parametrize(
    ("text", "rate"),
    [
        pytest.param("", 0.0, id="no words"),
        pytest.param("It rained on the roof all day.", 0.0, id="nothing to look up"),
        pytest.param("It rained on Ana Ruiz all day.", 100 / 7, id="a name of two words is one name"),
        pytest.param("It rained on May 5 in Oslo.", 200 / 7, id="a figure and a place"),
        pytest.param("It rained on the mayor all day.", 100 / 7, id="an office"),
        pytest.param("It rained on the baker all day.", 0.0, id="a trade is no office"),
        pytest.param("It rained on the Tenant all day.", 0.0, id="a contract's term is no name"),
        pytest.param("It rained. It rained on Oslo.\n\nIt rained on Oslo.", 100 / 6, id="repeats count once"),
        pytest.param("Ana Ruiz met Ben. Ruiz left Ben.", 200 / 7, id="a name counts once"),
    ],
)
def test_anchors_are_names_figures_and_offices(text: str, rate: float) -> None:
    assert measure_anchor_rate(doc(text)) == pytest.approx(rate)


@pytest.mark.parametrize(
    ("text", "manner"),
    [
        pytest.param("", "", id="no words"),
        pytest.param("It rained on the roof.", "", id="nobody"),
        pytest.param(
            "You're late, and you'll pay.", "40 words in 100 speak to “you”", id="with a verb's end"
        ),
        pytest.param("It is your turn.", "25 words in 100 speak to “you”", id="what is yours"),
        pytest.param("It is your turn, Ana Ruiz.", "", id="somebody who has a name"),
        pytest.param("Then she gave him hers.", "60 words in 100 tell of “he” or “she”", id="two people"),
        pytest.param("I went, and we saw them.", "", id="columns are in the first person"),
        pytest.param(
            "Guests shall leave at noon.",
            "20 words in 100 say what one “must”, “shall”, “should” or “may”",
            id="rules",
        ),
        pytest.param(
            "Guests should leave at noon, the baker’s wife said.", "", id="a warning by who could be asked"
        ),
        pytest.param(f"{'rain ' * 33} you", "", id="34 words with one of them"),
        pytest.param(f"{'rain ' * 32} you", "3 words in 100 speak to “you”", id="33 words with one of them"),
        pytest.param(TALK, "people talk in 2 short turns", id="dialogue"),
        pytest.param(f"{TALK}{'rain ' * 148}", "people talk in 2 short turns", id="two turns in 153 words"),
        pytest.param(f"{TALK}{'rain ' * 149}", "", id="two turns in 154 words"),
        pytest.param(
            f"Ana met Ben, Lu, Kay and Max. {TALK}{'rain ' * 90}", "", id="dialogue among four who have names"
        ),
        pytest.param("It was a “rain” of “ash” here.", "", id="words set in quotation marks are no turns"),
        pytest.param(f"“{'Rain ' * 11}again.”", "", id="twelve words are no short turn"),
    ],
)
def test_a_manner_is_what_an_article_hardly_has(text: str, manner: str) -> None:
    assert find_manner(doc(text)) == manner


@pytest.mark.parametrize("text", texts("withheld"))
def test_other_kinds_of_text_are_withheld_and_say_why(text: str) -> None:
    found = analyse(Article("a", text))
    assert found.flags == ("out_of_range",)
    assert "hardly reads as a report or a comment" in found.notes[0]


@pytest.mark.parametrize("text", texts("noted"))
def test_a_text_with_few_anchors_alone_is_scored_with_a_note(text: str) -> None:
    found = analyse(Article("a", text))
    assert found.flags == ()
    assert found.notes[0].endswith("unless this reports or comments, its scores mean little")


@pytest.mark.parametrize("text", texts("scored"))
def test_reports_and_comment_are_scored_in_silence(text: str) -> None:
    found = analyse(Article("a", text))
    assert found.flags == found.notes == ()


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        pytest.param(VISIT * 2, "too_short", id="a short text"),
        pytest.param(
            "\n".join(f"You want your day {i // 26 * 'x'}{i % 26 * 'o'}" for i in range(60)),
            "not_prose",
            id="verse",
        ),
    ],
)
def test_what_is_withheld_anyway_is_not_judged_by_its_manner(text: str, flag: str) -> None:
    found = analyse(Article("a", text))
    assert found.flags == (flag,)
    assert not any("hardly reads" in note for note in found.notes)


def test_the_flag_stands_once_and_the_card_has_no_scores() -> None:
    text = (GENRES / "withheld/terms-hotel.txt").read_text("utf-8")
    odd = "?! ".join(text.split(" "))
    for card in scoring.score([Article("a", text), Article("b", odd)]):
        assert card.flags.count("out_of_range") == 1
        assert card.scores == {"quality": None, "bias": None}


def test_the_public_groups_are_those_of_the_list_of_roles() -> None:
    assert set(load_lexicon().lists["source_role"].terms.values()) >= PUBLIC


@pytest.mark.parametrize(
    ("names", "says"),
    [
        pytest.param("", "No name, figure or office in 149 words", id="none"),
        pytest.param("Oslo", "1 name, figure or office in 150 words", id="one"),
        pytest.param("Oslo and Ghent", "2 names, figures or offices in 152 words", id="two"),
        pytest.param("Oslo and Ghent and Turin and Riga", "", id="four in 156 words are enough"),
    ],
)
def test_the_note_counts(names: str, says: str) -> None:
    told = "".join(f"{RAIN[:-2]} {word}. " for word in "once twice again later still then now after".split())
    notes = analyse(Article("a", f"{told}That was all it did {names}.")).notes
    assert notes == ((f"{says}: unless this reports or comments, its scores mean little",) if says else ())
