from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.document import parse


def names(text: str) -> list[tuple[str, str]]:
    doc = parse(Article("a", text))
    return [(text[doc.starts[n.first] : doc.ends[n.last - 1]], n.key) for n in doc.names]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="no text"),
        pytest.param("It rained all day.", [], id="no name"),
        pytest.param("We saw Ana Ruiz there.", [("Ana Ruiz", "Ana Ruiz")], id="a name inside a sentence"),
        pytest.param(
            "We saw Ana \u200bRuiz there.", [("Ana \u200bRuiz", "Ana Ruiz")], id="an invisible character"
        ),
        pytest.param("Ana Ruiz left.", [("Ana Ruiz", "Ana Ruiz")], id="a name that opens a sentence"),
        pytest.param("Rain fell. The rain was warm.", [], id="a common word that opens a sentence"),
        pytest.param("Quillon fell. Then Quillon rose.", [("Quillon", "Quillon")] * 2, id="seen inside, too"),
        pytest.param(
            "Maria Lopez left. Then Lopez came back.",
            [("Maria Lopez", "Maria Lopez"), ("Lopez", "Maria Lopez")],
            id="a last name stands for the full name",
        ),
        pytest.param(
            "Maria Lopez left. Then Maria came back.",
            [("Maria Lopez", "Maria Lopez"), ("Maria", "Maria Lopez")],
            id="a first name stands for the full name",
        ),
        pytest.param(
            "Maria Lopez left. Lopez’s car was there.",
            [("Maria Lopez", "Maria Lopez"), ("Lopez’s", "Maria Lopez")],
            id="a possessive stands for the full name",
        ),
        pytest.param(
            "We saw Maria Lopez. Then Mr. Lopez left.",
            [("Maria Lopez", "Maria Lopez"), ("Lopez", "Maria Lopez")],
            id="titles are no part of a name",
        ),
        pytest.param(
            "The World Health Organization met. Then WHO left.",
            [
                ("World Health Organization", "World Health Organization"),
                ("WHO", "World Health Organization"),
            ],
            id="an acronym stands for its words",
        ),
        pytest.param("She met J. K. Rowan there.", [("J. K. Rowan", "J. K. Rowan")], id="initials"),
        pytest.param(
            "We saw Ludwig van Aar there.", [("Ludwig van Aar", "Ludwig van Aar")], id="small words inside"
        ),
        pytest.param(
            "We saw the mayor of the old town and her aide Ana\nRuiz there.",
            [("Ana\nRuiz", "Ana Ruiz")],
            id="a line break inside",
        ),
        pytest.param(
            "We saw Acting President Ana Ruiz. Then Ruiz left.",
            [("Ana Ruiz", "Ana Ruiz"), ("Ruiz", "Ana Ruiz")],
            id="words before a title are no part of a name",
        ),
        pytest.param(
            "He met Secretary of State Ana Ruiz there.", [("Ana Ruiz", "Ana Ruiz")], id="an office with 'of'"
        ),
        pytest.param(
            "It sued the Justice Department there.",
            [("Justice Department", "Justice Department")],
            id="a body keeps its title",
        ),
        pytest.param("OpenAI left.", [("OpenAI", "OpenAI")], id="an inner capital makes a name anywhere"),
        pytest.param("We met on Tuesday in May.", [], id="days and months"),
        pytest.param("They use AI and IT.", [], id="capitals that name a thing"),
        pytest.param("I left, and I’m glad.", [], id="the word I"),
        pytest.param(
            "We admire Acme’s Quillon Mill.",
            [("Acme’s", "Acme"), ("Quillon Mill", "Quillon Mill")],
            id="a possessive parts two names",
        ),
        pytest.param(
            "However Ruiz left. We saw Ruiz.", [("Ruiz", "Ruiz")] * 2, id="a word that opens sentences"
        ),
        pytest.param(
            "We saw Ana Ruiz, and Ruiz fled. She Left the Town With Ruiz",
            [("Ana Ruiz", "Ana Ruiz"), ("Ruiz", "Ana Ruiz"), ("Ruiz", "Ana Ruiz")],
            id="a title-case line gives no names of its own",
        ),
        pytest.param("The Big Rain\n\nThe big rain fell.", [], id="words of a heading are no names"),
    ],
)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert names(text) == expected
