"""Words that could hardly speak are shown as nobody's source."""

from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.attributions import find_attributions, type_of
from scoring.document import parse


def list_sources(text: str) -> list[tuple[str, str]]:
    found = find_attributions(parse(Article("a", text)))
    return [(text[slice(*item.source)], item.source_type) for item in found if item.source]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="no text"),
        pytest.param("The erosion threatens the dam and the town.", [], id="a process threatens"),
        pytest.param(
            "Ana Ruiz threatens to close the dam.", [("Ana Ruiz", "named")], id="a person threatens"
        ),
        pytest.param("The new regulation shows that the town wants a dam.", None, id="a text may show"),
        pytest.param("This time talking to her aunt, she seemed calm.", [], id="a time talks not"),
        pytest.param("The sale is expected to close by Aug. 8.", [], id="a day expects nothing"),
        pytest.param(
            "OPINION: Two years and a fortune, to learn that children like phones",
            [],
            id="a label learns not",
        ),
        pytest.param("Of them, 76% said it rained.", [("76", "vague")], id="a share with its sign"),
        pytest.param("But there are also questions about the dam.", [], id="'there' asks nothing"),
        pytest.param("The most widely reported case was that of Ruiz.", [], id="an adjective with adverbs"),
        pytest.param(
            "It pulled back, a move analysts warn could fail.",
            [("analysts", "vague")],
            id="a clause without 'that' after its noun",
        ),
        pytest.param(
            "A few critics warn it could fail.", [("A few critics", "vague")], id="'a few' goes with a plural"
        ),
        pytest.param(
            "He was nominated by President Ana Ruiz and his work goes on.",
            [("President Ana Ruiz", "named")],
            id="who acts ends before 'and his'",
        ),
        pytest.param("Many say it rained.", [("Many", "vague")], id="many are nobody in particular"),
        pytest.param("They said it rained.", [("They", "vague")], id="a pronoun without a name"),
    ],
)
def test_unlikely_sources(text: str, expected: list[tuple[str, str]] | None) -> None:
    found = list_sources(text)
    assert found == expected if expected is not None else [kind for _, kind in found] == ["document"]


def test_the_type_of_a_date_is_vague() -> None:
    assert type_of(parse(Article("a", "It rained on Aug. 8.")), (13, 19)) == "vague"


def test_low_floors_keep_every_source() -> None:
    text = "The erosion threatens the dam and the town."
    found = find_attributions(parse(Article("a", text)), min_probability=0.0)
    assert "The erosion" in {text[slice(*item.source)] for item in found if item.source}


def test_what_stands_before_a_doubtful_cue_is_nobodys_statement() -> None:
    assert find_attributions(parse(Article("a", "I have heard singers applauded less."))) == ()
    assert find_attributions(parse(Article("a", "Ana Ruiz applauded the singers."))) != ()
