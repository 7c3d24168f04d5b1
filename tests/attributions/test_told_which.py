"""Types of sources whose words say which people or which text is meant."""

from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.attributions import find_attributions
from scoring.document import parse


def list_types(text: str) -> list[str]:
    return [item.source_type for item in find_attributions(parse(Article("a", text))) if item.source]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="no text"),
        pytest.param(
            "Sen. Ana Ruiz, one of the mayor's fiercest critics in the town, said it rained.",
            ["named"],
            id="a name stays one where 'one of' follows a comma",
        ),
        pytest.param(
            "“It rained,” said the firm's director, Ana Ruiz.", ["named"], id="a name alone after an office"
        ),
        pytest.param(
            "“It rained,” said its spokesman, Bo Lund, who left.", ["named"], id="a clause after that name"
        ),
        pytest.param(
            "“It rained,” said the mayor of Elm, Ohio, on Monday.", ["role"], id="a place after an office"
        ),
        pytest.param(
            "“It rained,” said the mayor of Elm, New York.",
            ["role"],
            id="a place of two words after an office",
        ),
        pytest.param("One of his fiercest critics said it rained.", ["vague"], id="one of the critics"),
        pytest.param(
            "Then lawyers for Ana Ruiz said it rained.", ["role"], id="lawyers for somebody by name"
        ),
        pytest.param("Survivors of the flood said it rained.", ["role"], id="survivors of what we know"),
        pytest.param("Nurses at the clinic said it rained.", ["role"], id="nurses of one place"),
        pytest.param("Engineers from Quillon Ltd. said it rained.", ["role"], id="engineers from one firm"),
        pytest.param("Analysts at Quillon Bank said it rained.", ["role"], id="analysts of one bank"),
        pytest.param("The old firm and a new one said it rained.", ["role"], id="one that stands for a firm"),
        pytest.param("One said it rained.", ["vague"], id="one that stands for nobody"),
        pytest.param("Analysts said it rained.", ["vague"], id="analysts of no bank"),
        pytest.param("Farmers from far away said it rained.", ["vague"], id="from where tells nobody"),
        pytest.param("Lawyers for hire said it rained.", ["vague"], id="lawyers for nobody in particular"),
        pytest.param("Critics of Ana Ruiz said it rained.", ["vague"], id="whose critics tells nobody"),
        pytest.param("Supporters of the dam said it rained.", ["vague"], id="supporters of a thing"),
        pytest.param(
            "Critics, including Ana Ruiz, argue that it is late.",
            ["named"],
            id="critics, one of them by name",
        ),
        pytest.param(
            "Critics, including some farmers, argue that it is late.", ["vague"], id="critics, none by name"
        ),
        pytest.param(
            "It rained, according to records released Tuesday night.",
            ["document"],
            id="records with a participle and a weekday",
        ),
        pytest.param(
            "It rained, according to papers signed by Ana Ruiz.",
            ["document"],
            id="papers with a participle at the end of the phrase",
        ),
        pytest.param(
            "It rained, according to a spokesman named by the firm.",
            ["role"],
            id="a participle after an office",
        ),
    ],
)
def test_told_which(text: str, expected: list[str]) -> None:
    assert list_types(text) == expected
