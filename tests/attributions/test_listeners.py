"""A statement begins after the words that tell to whom, when and where it was made."""

from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.attributions import find_attributions
from scoring.document import parse

CLOSES = "the dam would close"


def list_contents(text: str, cue: str) -> list[str]:
    return [
        text[start:end]
        for item in find_attributions(parse(Article("a", text)), min_probability=0.0)
        for start, end in item.contents
        if text[slice(*item.cue)] == cue
    ]


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        pytest.param("", "said", [], id="no text"),
        pytest.param(
            "Ana Ruiz announced Thursday that the dam would close.", "announced", [CLOSES], id="a day"
        ),
        pytest.param("Ana Ruiz said on Monday night the dam would close.", "said", [CLOSES], id="a night"),
        pytest.param(
            "Ana Ruiz told CNN that the dam would close.", "told", [CLOSES], id="a name that is told"
        ),
        pytest.param("Ana Ruiz told CNN the dam would close.", "told", [CLOSES], id="without 'that'"),
        pytest.param(
            "Ana Ruiz told reporters on Monday that the dam would close.",
            "told",
            [CLOSES],
            id="people, then a day",
        ),
        pytest.param("Ana Ruiz told him to leave the town.", "told", ["to leave the town"], id="a pronoun"),
        pytest.param(
            "Ana Ruiz said in a letter to the mayor that the dam would close.", "said", [CLOSES], id="a place"
        ),
        pytest.param("Ana Ruiz told the whole story.", "told", ["the whole story."], id="a thing is told"),
        pytest.param(
            "Ana Ruiz told Elm residents to leave the town.",
            "told",
            ["Elm residents to leave the town."],
            id="a name before its noun is no listener",
        ),
        pytest.param(
            "Ana Ruiz sought to show that the dam would close.",
            "sought",
            ["to show that the dam would close"],
            id="an infinitive is part of it",
        ),
        pytest.param(
            "Ana Ruiz announced a plan that would close the dam.",
            "announced",
            ["a plan that would close the dam"],
            id="a thing announced is part of it",
        ),
        pytest.param(
            "“The dam will close,” Ana Ruiz told CNN on Monday.",
            "told",
            ["The dam will close,"],
            id="after a quotation",
        ),
        pytest.param(
            "The dam would close soon, Ana Ruiz told CNN on Monday.",
            "told",
            ["The dam would close soon"],
            id="after its statement",
        ),
    ],
)
def test_where_a_statement_begins(text: str, cue: str, expected: list[str]) -> None:
    assert [words.rstrip(".") for words in list_contents(text, cue)] == [e.rstrip(".") for e in expected]
