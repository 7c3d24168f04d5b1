from __future__ import annotations

import pytest

from scoring.document.tokens import find_glued, find_tokens, fold


@pytest.mark.parametrize(
    ("text", "forms"),
    [
        pytest.param("", [], id="no text"),
        pytest.param(" .,;!\n", [], id="marks only"),
        pytest.param("It rained.", ["it", "rained"], id="two words"),
        pytest.param("Don't", ["don't"], id="straight apostrophe"),
        pytest.param("Don’t", ["don't"], id="curly apostrophe"),
        pytest.param("O’Neill's", ["o'neill's"], id="two kinds of apostrophe in a word"),
        pytest.param(
            "the workers’ plan", ["the", "workers", "plan"], id="a closing apostrophe is no part of the word"
        ),
        pytest.param("state-of-the-art", ["state-of-the-art"], id="hyphens"),
        pytest.param("state‑of‐the-art", ["state-of-the-art"], id="hyphens of three kinds"),
        pytest.param("rain—and snow", ["rain", "and", "snow"], id="a dash parts words"),
        pytest.param("1,204.5 at 10:30 or 5/6", ["1,204.5", "at", "10:30", "or", "5/6"], id="numbers"),
        pytest.param("$3.5bn in the 1990s", ["3.5bn", "in", "the", "1990s"], id="numbers with letters"),
        pytest.param("In 2019.", ["in", "2019"], id="a full stop after a number is no part of it"),
        pytest.param("the U.S. Navy", ["the", "u.s.", "navy"], id="initials keep their stops"),
        pytest.param("at 9 a.m.", ["at", "9", "a.m."], id="initials in lower case"),
        pytest.param("_so_ and **so**", ["so", "and", "so"], id="marks of emphasis are no letters"),
        pytest.param("________", [], id="a ruled line holds no word"),
        pytest.param(
            "so\u200bft re\u00adport", ["soft", "report"], id="zero-width space and soft hyphen inside"
        ),
        pytest.param("a \u200b\u200d b", ["a", "b"], id="invisible characters alone are no word"),
        pytest.param("\u1160 b", ["b"], id="an invisible letter alone is no word"),
        pytest.param("r\u0430dic\u0430l", ["radical"], id="Cyrillic letters that look Latin"),
        pytest.param("\u03bfffer", ["offer"], id="a Greek letter that looks Latin"),
        pytest.param("\u043c\u0438\u0440", ["\u043c\u0438\u0440"], id="a Cyrillic word stays Cyrillic"),
        pytest.param("\uff32\uff41\uff49\uff4e", ["rain"], id="full-width letters"),
        pytest.param("o\ufb03ce", ["office"], id="a ligature"),
        pytest.param("caf\u00e9 cafe\u0301", ["caf\u00e9", "caf\u00e9"], id="accents composed or not"),
        pytest.param("\u0130zmir", ["i\u0307zmir"], id="a capital whose lower case is longer"),
        pytest.param("x\u037a y", ["x\u0345", "y"], id="a letter that would fold to a space and a mark"),
    ],
)
def test_forms(text: str, forms: list[str]) -> None:
    starts, ends, found = find_tokens(text, ())
    assert found == forms
    assert [fold(text[start:end]) for start, end in zip(starts, ends, strict=True)] == forms, (
        "offsets fit the forms"
    )


def test_offsets_stay_true_after_a_letter_that_grows() -> None:
    text = "\u0130\u0130\u0130 rain"
    starts, ends, _ = find_tokens(text, ())
    assert [text[start:end] for start, end in zip(starts, ends, strict=True)] == [
        "\u0130\u0130\u0130",
        "rain",
    ]


@pytest.mark.parametrize(
    ("text", "second"),
    [
        pytest.param("A Brewing ControversyThe firm said so.", "The", id="a title, then an article"),
        pytest.param(
            "A Long Look BackHowever, it rained.", "However", id="a title, then a word that opens sentences"
        ),
        pytest.param(
            "The Rise and FallQuillon said no. Quillon fell. But Quillon rose.",
            "Quillon",
            id="a title, then a name seen elsewhere",
        ),
    ],
)
def test_a_heading_glued_to_a_sentence_is_parted(text: str, second: str) -> None:
    (at,) = find_glued(text)
    assert text[at:].startswith(second)
    starts, _, _ = find_tokens(text, (at,))
    assert at in starts


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no text"),
        pytest.param("The Firm DeepSeek Said So. We seek. They Seek.", id="DeepSeek"),
        pytest.param("The Network LinkedIn Said So.", id="LinkedIn"),
        pytest.param("A Farm Run By Old McDonald Said So. Donald knew. Donald left.", id="McDonald"),
        pytest.param("Prime Minister James MacDonald said so. Donald knew. Donald left.", id="MacDonald"),
        pytest.param("The Shop eBay Said So. The Bay is wide. The Bay is blue.", id="eBay"),
        pytest.param("Video Giant YouTube said so. The Tube was late. The Tube ran.", id="YouTube"),
        pytest.param("The United UnitedHealth Group said so. Public Health is health.", id="UnitedHealth"),
        pytest.param("The Firm OpenAI Said So.", id="OpenAI"),
        pytest.param("By Judge Roy Lund (@LundSenate). The Senate met. The Senate rose.", id="a handle"),
        pytest.param("Cloud Company ServiceNow said so.", id="ServiceNow"),
        pytest.param("we wrote controversyThe in lower case.", id="no title before it"),
        pytest.param("The Big Harbour Plan\rsaid newsThe firm.", id="no title on its line"),
        pytest.param(
            "The Big NewsThe Group and the other NewsThe Group.", id="a spelling used twice is a name"
        ),
    ],
)
def test_names_with_inner_capitals_are_never_parted(text: str) -> None:
    assert find_glued(text) == ()
