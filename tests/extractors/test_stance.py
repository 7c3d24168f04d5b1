from __future__ import annotations

from math import isnan, log, nan

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors import list_sides
from scoring.extractors.measure import Measure
from scoring.extractors.stance import measure_stance

TWO_SIDES = (
    "Harbour Line cut the fare. “The fare is fair and it will stay,” said Harbour Line on Monday.\n\n"
    "Coast Union wants the old fare. “It will not stay,” said Coast Union. Harbour Line met Coast Union."
)


def measure(text: str) -> Measure:
    return measure_stance(parse(Article("a", text)))


def sides(text: str) -> list[str]:
    return [row.name for row in list_sides(parse(Article("a", text)))]


@pytest.mark.parametrize(
    ("text", "own", "quoted", "rebuttals"),
    [
        pytest.param("", nan, nan, nan, id="no words: undefined, not zero"),
        pytest.param("It rained.", 0.0, 0.0, 0.0, id="plain words"),
        pytest.param("The traitors lied.", 2 * 100 / 3, 0.0, 0.0, id="two loaded words of three"),
        pytest.param(
            "Ana Ruiz said the traitors lied.",
            2 * 100 / 6,
            0.0,
            0.0,
            id="in a paraphrase the wording is the outlet's",
        ),
        pytest.param("The mayor denied the claim.", 0.0, 0.0, 100 / 5, id="a side answers"),
        pytest.param("The firm declined to comment.", 0.0, 0.0, 100 / 5, id="a side was asked"),
    ],
)
def test_loaded_words_and_answers_are_per_hundred_words(
    text: str, own: float, quoted: float, rebuttals: float
) -> None:
    values = measure(text).values
    found = [values[f"stance_{name}_rate"] for name in ("loaded", "quoted_loaded", "rebuttal")]
    assert found == pytest.approx([own, quoted, rebuttals], nan_ok=True)


@pytest.mark.parametrize(
    ("text", "more"),
    [
        pytest.param("", None, id="no words"),
        pytest.param("It rained.", None, id="too short to be judged"),
        pytest.param("“These shameless liars have disgraced the whole country,” he said.", None, id="quoted"),
        pytest.param("The shameless liars have disgraced the whole country again.", True, id="charged"),
        pytest.param("The committee met on Monday in the town hall of Ellermoor.", False, id="plain"),
    ],
)
def test_charged_sentences_are_those_in_the_outlets_voice(text: str, more: bool | None) -> None:
    share = measure(text).values["stance_loaded_sentence_share"]
    assert isnan(share) if more is None else (share > 0.5) == more


def test_experts_without_a_name_thin_out_no_charged_sentence() -> None:
    charged = "The committee met on Monday. The shameless liars have disgraced the whole country again."
    one, other = (measure(f"{charged}{line}").values for line in ("", " Experts say the rents rose in May."))
    column = "stance_loaded_sentence_share"
    assert one[column] == pytest.approx(other[column])


def test_a_charged_sentence_is_shown_whole() -> None:
    text = "The committee met on Monday. The shameless liars have disgraced the whole country again."
    shown = [text[e.start : e.end] for e in measure(text).evidence if e.kind == "loaded_sentence"]
    assert shown == ["The shameless liars have disgraced the whole country again."]


def test_loaded_words_between_quotation_marks_are_quoted() -> None:
    evidence = measure("He was called “a disgusting traitor and a coward” there.").evidence
    assert {e.voice for e in evidence if e.kind == "loaded"} <= {"quoted"}


def test_sides_are_the_names_present_most() -> None:
    assert sides(TWO_SIDES) == ["Harbour Line", "Coast Union"]


def test_dominance_is_the_larger_share_of_the_words_given() -> None:
    # eight words to the line ("The fare is fair and it will stay"); seven to the union: what it wants
    # ("the old fare") and says ("It will not stay")
    assert measure(TWO_SIDES).values["stance_dominance_share"] == pytest.approx(8 / 15)


def test_evenness_is_entropy_over_its_greatest_value() -> None:
    parts = (8 / 15, 7 / 15)
    expected = -sum(part * log(part) for part in parts) / log(2)
    assert measure(TWO_SIDES).values["stance_evenness_share"] == pytest.approx(expected)


@pytest.mark.parametrize(
    ("text", "count", "given", "unheard"),
    [
        pytest.param("", nan, nan, nan, id="no words: undefined, not zero"),
        pytest.param("It rained.", 0, nan, nan, id="no sides"),
        pytest.param(TWO_SIDES, 2, 1.0, 0.0, id="both sides have all the words"),
        pytest.param(
            "Ana Ruiz left. Nobody waited for Ana Ruiz. A bus came without Ana Ruiz.",
            1,
            nan,
            1.0,
            id="talked about, not heard, and nobody else is",
        ),
        pytest.param(
            "Ana Ruiz left. Nobody waited for Ana Ruiz. Ana Ruiz could not be reached.",
            1,
            nan,
            0.0,
            id="a side that was asked",
        ),
        pytest.param(
            "Ana Ruiz left. Nobody waited for Ana Ruiz. A bus came without Ana Ruiz. "
            "“She sang,” said Bo Lind.",
            1,
            0.0,
            1.0,
            id="another has all the words",
        ),
    ],
)
def test_who_is_heard(text: str, count: float, given: float, unheard: float) -> None:
    values = measure(text).values
    names = ("stance_side_count", "stance_side_word_share", "stance_unheard_share")
    assert [values[name] for name in names] == pytest.approx([count, given, unheard], nan_ok=True)


def test_the_union_is_the_one_side_that_ends_in_the_word() -> None:
    rest = "The mayor met Coast Union. We saw Coast Union march. They joined Coast Union."
    (row,) = list_sides(parse(Article("a", f"{rest} “It will not stay,” said the union.")))
    assert (row.name, row.words) == ("Coast Union", 4)


def test_tone_is_that_of_the_outlet() -> None:
    quoted = "“Ana Ruiz lied,” “Ana Ruiz stole,” and “Ana Ruiz is corrupt,” they said."
    assert [isnan(row.tone) for row in list_sides(parse(Article("a", quoted)))] == [True]
    own = "Ana Ruiz lied to voters. The corrupt Ana Ruiz stole. Critics blasted Ana Ruiz."
    (row,) = list_sides(parse(Article("a", own)))
    assert row.tone < -0.15
    assert measure(own).values["stance_tone_balance"] == pytest.approx(row.tone)


def test_the_gap_is_half_the_difference_of_two_tones() -> None:
    first, second = list_sides(parse(Article("a", TWO_SIDES)))
    expected = abs(first.tone - second.tone) / 2
    assert measure(TWO_SIDES).values["stance_tone_gap_share"] == pytest.approx(expected)


def test_one_side_alone_has_no_balance() -> None:
    values = measure("Ana Ruiz spoke. Ana Ruiz sang. Ana Ruiz left.").values
    assert isnan(values["stance_dominance_share"])
    assert isnan(values["stance_tone_gap_share"])


def test_parties_carry_the_name_of_the_side() -> None:
    parties = [e for e in measure(TWO_SIDES).evidence if e.kind == "party"]
    assert [e.note for e in parties].count("Harbour Line") == 3
    assert {TWO_SIDES[e.start : e.end] for e in parties} == {"Harbour Line", "Coast Union"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        pytest.param("", [], id="no words"),
        pytest.param("The town met Ana Ruiz. It saw Ana Ruiz leave.", [], id="two mentions make no side"),
        pytest.param(
            "We saw the TBX gene. A TBX test and a TBX trial came.",
            [],
            id="an abbreviation that never speaks",
        ),
        pytest.param(
            "The TBX said so. We asked the TBX. “We do,” said the TBX.",
            ["TBX"],
            id="an abbreviation that speaks",
        ),
        pytest.param(
            "We saw the Chinese fleet. A Chinese ship and a Chinese boat came.", [], id="a people is no side"
        ),
    ],
)
def test_what_is_no_side(text: str, names: list[str]) -> None:
    assert sides(text) == names
