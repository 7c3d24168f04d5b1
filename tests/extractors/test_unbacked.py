"""Sentences with nothing behind them: handed to nobody who could be asked, or put in."""

from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.unbacked import list_unbacked


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="no text"),
        pytest.param("It rained. Experts say that more will fall.", [1], id="experts"),
        pytest.param(
            "Experts and Ana Ruiz of the weather office say that more will fall.", [], id="and a name"
        ),
        pytest.param("Ana Ruiz said that more will fall.", [], id="a name"),
        pytest.param(
            "The jurors left. Experts say that more will come. They asked twice for the notes.",
            [1],
            id="a pronoun may mean others than the experts just before it",
        ),
        pytest.param(
            "It rained. Sign up now for our newsletter, it is free.", [1], id="a call to the reader"
        ),
    ],
)
def test_sentences_with_nothing_behind_them(text: str, expected: list[int]) -> None:
    assert sorted(list_unbacked(parse(Article("a", text)))) == expected
