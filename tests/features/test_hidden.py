"""Characters that no reader sees change no measure, wherever they stand."""

from __future__ import annotations

import random

import pytest

from scoring.article import Article
from scoring.features import analyse

TEXT = (
    "Harbour fares “may” rise by 12 % in May, 2025\n\n"
    "The council said on Monday that the fare of 4.50 dollars would “double by spring”, according to "
    "https://ferry.example/fares. Ines Vale denied it. Studies show that ferries sink. "
    "I don't believe a word of it! Ines Vale, Ines Vale and the ‘Coast Union’ agreed.\n\n"
    "#ferry #pier #island\n\nAdvertisement"
)
HIDDEN = ("\u200b", "\u2060", "\ufeff", "\u00ad", "\u200d")


def sprinkle(text: str, char: str, *, seed: int) -> str:
    rng = random.Random(seed)
    return "".join(f"{letter}{char if rng.random() < 0.3 else ''}" for letter in text)


@pytest.mark.parametrize("char", HIDDEN, ids=[f"U+{ord(char):04X}" for char in HIDDEN])
@pytest.mark.parametrize("seed", range(4))
def test_hidden_characters_move_nothing(char: str, seed: int) -> None:
    title = "You won't believe these 5 ferries"
    plain = analyse(Article("a", TEXT, title))
    other = Article("a", sprinkle(TEXT, char, seed=seed), sprinkle(title, char, seed=seed))
    found = analyse(other)
    assert {k: repr(v) for k, v in found.features.items()} == {k: repr(v) for k, v in plain.features.items()}
    assert found.flags == plain.flags
    for one, was in zip(found.evidence, plain.evidence, strict=True):
        source = other.text if one.part == "text" else other.title or ""
        wanted = TEXT if was.part == "text" else title
        assert source[one.start : one.end].replace(char, "") == wanted[was.start : was.end]
        assert (one.kind, one.note, one.voice) == (was.kind, was.note, was.voice)
