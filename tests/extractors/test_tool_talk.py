"""What a writing tool says of its work counts as its leftover and as nothing else."""

from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.tool_talk import find_tool_talk
from scoring.features import analyse

STORY = "The board of Port Hesper voted on Monday to close the bridge, said Ana Ruiz, its chair.\n\n"


@pytest.mark.parametrize(
    ("text", "talk"),
    [
        pytest.param("", [], id="no words"),
        pytest.param("It may rain.", [], id="no leftover"),
        pytest.param(
            "It may rain. I hope this helps! Tell me what it may lack.",
            ["I hope this helps! Tell me what it may lack."],
            id="an offer, to the end of its paragraph",
        ),
        pytest.param("I hope this helps!\n\nIt may rain.", ["I hope this helps!"], id="no further"),
        pytest.param(
            "As an AI model, I may err. It may rain.", ["As an AI model, I may err."], id="a sentence"
        ),
        pytest.param(
            "Certainly! Here is the rewritten article: It may rain.",
            ["Certainly! Here is the rewritten article:"],
            id="a lead-in with its yes, and not the prose behind it",
        ),
        pytest.param("“I hope this helps,” she said.", [], id="somebody's own words"),
    ],
)
def test_find_tool_talk(text: str, talk: list[str]) -> None:
    assert [text[start:end] for start, end in find_tool_talk(parse(Article("a", text)))] == talk


def test_every_candidate_is_returned_on_request() -> None:
    text = "I hope this helps! It may lack a title."
    every = analyse(Article("a", text), min_probability=0.0).evidence
    assert "may" in {text[e.start : e.end] for e in every if e.kind == "hedge"}


@pytest.mark.parametrize(
    "talk",
    [
        "I hope this helps! Let me know if you may want any changes.",
        "As an AI language model, I cannot verify whether this outrageous claim might be true!",
        "Would you like me to make it more stunning or perhaps less outrageous?",
        "Certainly! Here is a polished version of the article that may perhaps suit your needs:",
    ],
)
def test_tool_talk_counts_in_one_kind(talk: str) -> None:
    article = Article("a", STORY + talk)
    found = analyse(article)
    assert {e.kind for e in found.evidence if e.start >= len(STORY)} == {"template_residue"}
    plain = (
        "hedging_hedge",
        "hedging_booster",
        "stance_loaded",
        "promotion_promotional",
        "language_question",
    )
    address = ("language_exclamation", "language_first_person", "language_second_person")
    assert all(found.features[f"{name}_rate"] == 0.0 for name in (*plain, *address))
