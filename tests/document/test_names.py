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
        pytest.param(
            "We asked Lena May in Dray May 5.",
            [("Lena May", "Lena May"), ("Dray", "Dray")],
            id="a month that is a family name",
        ),
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


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="no text"),
        pytest.param(
            "We met the Quillon Teachers' Union.", ["Quillon Teachers' Union"], id="owned by members"
        ),
        pytest.param(
            "We met the Quillon Teachers’ Union.", ["Quillon Teachers’ Union"], id="the same, curly"
        ),
        pytest.param(
            "She runs Hesper Children's Hospital.", ["Hesper Children's Hospital"], id="for children"
        ),
        pytest.param("It was in the workers' Union Hall.", ["Union Hall"], id="a possessive in lower case"),
        pytest.param(
            "He left the University of Hesper at Vane.", ["University of Hesper at Vane"], id="'at'"
        ),
        pytest.param("The Bank of Quillon cut rates.", ["Bank of Quillon"], id="a body with 'of'"),
        pytest.param(
            "Bank of Quillon cut rates. The bank is old.", ["Bank of Quillon"], id="the same, first"
        ),
        pytest.param(
            "Members of Hesper left. Some members stayed.", ["Hesper"], id="no name opens with 'of'"
        ),
        pytest.param("It asked the Food and Drug Office.", ["Food and Drug Office"], id="a pair with 'and'"),
        pytest.param("We saw Ana and Li there.", ["Ana", "Li"], id="'and' parts two people"),
        pytest.param("He sits on the Council on Foreign Trade.", ["Council on Foreign Trade"], id="'on'"),
        pytest.param("He met the Council on Monday.", ["Council"], id="'on' before a day"),
        pytest.param("She met O'Neill-Vane there.", ["O'Neill-Vane"], id="hyphen and apostrophe"),
        pytest.param(
            "She met J. K. Rowan and J.K. Lowe.", ["J. K. Rowan", "J.K. Lowe"], id="two ways of initials"
        ),
        pytest.param("We saw Cllr. Ana Ruiz there.", ["Ana Ruiz"], id="a short title"),
        pytest.param("We saw Port Director Ana Ruiz there.", ["Ana Ruiz"], id="an office before the name"),
        pytest.param("She's late. Let's go. He saw She there.", [], id="contractions are no names"),
        pytest.param("We saw the Hesper-based firm.", [], id="a place with a lower-case tail"),
        pytest.param("Ana Ruiz, D-Ohio, left.", ["Ana Ruiz"], id="a party and state"),
        pytest.param("They chose plan B there.", [], id="a lone letter"),
        pytest.param("We met in Oct. and in Sept. there.", [], id="short months"),
        pytest.param("We saw April Ruiz there.", ["April Ruiz"], id="a month that is a first name"),
    ],
)
def test_whole_names(text: str, expected: list[str]) -> None:
    assert [name for name, _ in names(text)] == expected


@pytest.mark.parametrize(
    ("text", "last", "key"),
    [
        pytest.param("We saw Ana M. Ruiz. Then Ana Ruiz left.", "Ana Ruiz", "Ana M. Ruiz", id="no initial"),
        pytest.param(
            "We saw Ana Vane Ruiz. Then Vane Ruiz left.", "Vane Ruiz", "Ana Vane Ruiz", id="two last"
        ),
        pytest.param("We saw Leo Vane Jr. there. Then Vane left.", "Vane", "Leo Vane Jr", id="junior"),
        pytest.param("Iran met. We read the Iran Deal. Then Iran left.", "Iran", "Iran", id="a place first"),
        pytest.param(
            "We saw Quillon Road. Then Quillon left.", "Quillon", "Quillon", id="no road's first name"
        ),
        pytest.param(
            "We saw the Senate Republicans and Republicans.", "Republicans", "Republicans", id="a group"
        ),
        pytest.param("We read the Hesper Post. Then the Post rose.", "Post", "Hesper Post", id="a paper"),
        pytest.param(
            "We read the Hesper Post and the Vale Post. Then the Post rose.", "Post", "Post", id="two papers"
        ),
        pytest.param("We saw Genmark Inc. there. Then Genmark rose.", "Genmark", "Genmark Inc", id="a firm"),
        pytest.param(
            "We saw Ana Ruiz. We saw Leo Ruiz. Then Ruiz left.", "Ruiz", "Ana Ruiz", id="the first has it"
        ),
    ],
)
def test_short_forms(text: str, last: str, key: str) -> None:
    assert names(text)[-1] == (last, key)


@pytest.mark.parametrize(
    ("heading", "found"),
    [
        pytest.param("The End Of A Long Day Is Here", [], id="no name"),
        pytest.param("Mayor Ana Ruiz Talks To The Port", [("Ana Ruiz", "Ana Ruiz")], id="a whole name"),
        pytest.param("How Ruiz Talks To The Port", [("Ruiz", "Ana Ruiz")], id="a short form"),
        pytest.param("Mayor Ana Lund Talks To The Port", [], id="another's name"),
        pytest.param("Ana Ruiz’s Talks With The Port", [("Ana Ruiz’s", "Ana Ruiz")], id="owned"),
    ],
)
def test_headings_hold_the_names_that_running_text_has(heading: str, found: list[tuple[str, str]]) -> None:
    assert names(f"We met Ana Ruiz there. Then Ruiz left.\n\n{heading}")[2:] == found
