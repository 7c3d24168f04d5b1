"""Sources beside relative clauses, and those that stand far from their cue."""

from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.attributions import find_attributions
from scoring.document import parse


def list_sources(text: str) -> list[tuple[str | None, str, str]]:
    """Source, type and name of each "said", "argued" or "insisted"."""
    found = find_attributions(parse(Article("a", text)))
    return [
        (text[slice(*item.source)] if item.source else None, item.source_type, item.name)
        for item in found
        if text[slice(*item.cue)] in ("said", "argued", "insisted", "told")
    ]


@pytest.mark.parametrize(
    ("text", "source", "type_", "name"),
    [
        pytest.param(
            "People who took the pill said it helped.",
            "People who took the pill",
            "vague",
            "People who took the pill",
            id="a clause of its own before the verb belongs to the phrase",
        ),
        pytest.param(
            "The union that speaks for the staff said it rained.",
            "The union that speaks for the staff",
            "role",
            "The union that speaks for the staff",
            id="so does one with 'that'",
        ),
        pytest.param(
            "Reports that workers at the mill said were false went round.",
            "workers at the mill",
            "role",
            "workers at the mill",
            id="after other nouns 'that' opens a new clause",
        ),
        pytest.param(
            "Four men who the ministry said were spies left.",
            "the ministry",
            "role",
            "the ministry",
            id="'who' as the object of what others say",
        ),
        pytest.param(
            "Four men who Ruiz said were spies left.", "Ruiz", "named", "Ruiz", id="others may be a name"
        ),
        pytest.param(
            "Talks with Ana Ruiz, who argued that it rained, went on.",
            "who",
            "named",
            "Ana Ruiz",
            id="'who' is the name after a preposition, not the talks",
        ),
        pytest.param(
            "She spoke with a clerk who said it rained.",
            "who",
            "role",
            "a clerk",
            id="'who' is no subject of the main verb",
        ),
        pytest.param(
            "The son of Ana Ruiz, who said it rained, left.",
            "who",
            "role",
            "The son of Ana Ruiz",
            id="'who' is whom the phrase is about",
        ),
        pytest.param(
            "Ana Ruiz, who in 2010 said it rained, left.",
            "who",
            "named",
            "Ana Ruiz",
            id="a time after 'who' opens no clause",
        ),
        pytest.param(
            "While rare, such finds are more common now, said Ana Ruiz, head of the museum.",
            "Ana Ruiz, head of the museum",
            "named",
            "Ana Ruiz",
            id="a name after the verb, two commas before it",
        ),
        pytest.param(
            "Ana Ruiz, a chemist, said Monday that it rained.",
            "Ana Ruiz, a chemist",
            "named",
            "Ana Ruiz",
            id="a weekday after the verb speaks not",
        ),
        pytest.param(
            "Ana Ruiz, a chemist, said Bo Lund had left.",
            "Ana Ruiz, a chemist",
            "named",
            "Ana Ruiz",
            id="nor does a name that opens the statement",
        ),
        pytest.param(
            "The mayor has for months insisted that it rained.",
            "The mayor",
            "role",
            "The mayor",
            id="'for months' between auxiliary and verb",
        ),
        pytest.param(
            "Ana Ruiz said by telephone that it rained.",
            "Ana Ruiz",
            "named",
            "Ana Ruiz",
            id="what a statement is sent by is no agent",
        ),
        pytest.param(
            "Ana Ruiz often said that it rained.",
            "Ana Ruiz",
            "named",
            "Ana Ruiz",
            id="'often' before the verb",
        ),
        pytest.param(
            "Often senators said that it rained.",
            "senators",
            "role",
            "senators",
            id="'often' before the phrase",
        ),
        pytest.param("Both women said that it rained.", "Both women", "role", "Both women", id="both women"),
        pytest.param(
            "The two women both said that it rained.",
            "The two women",
            "role",
            "The two women",
            id="'both' before the verb",
        ),
        pytest.param(
            "The mayor was told by telephone that it rained.",
            None,
            "vague",
            "",
            id="nor in the passive",
        ),
        pytest.param(
            "The mayor was told by Ana Ruiz that it rained.",
            "Ana Ruiz",
            "named",
            "Ana Ruiz",
            id="a person after 'by' is",
        ),
    ],
)
def test_sources_beside_clauses(text: str, source: str | None, type_: str, name: str) -> None:
    assert list_sources(text) == [(source, type_, name)]


def test_no_text_has_no_sources() -> None:
    assert list_sources("") == []
