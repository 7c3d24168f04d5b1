"""What a condition may ask about a scorecard: names, what kind of thing each is, and their values."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Literal

from scoring.article import SCORES, Article
from scoring.extractors import COLUMNS
from scoring.scorecard.card import Scorecard

Kind = Literal["number", "text", "flags"]
Value = float | str | tuple[str, ...] | None
Known = Mapping[str, Value]

ENDS = ("", "_low", "_high")
NUMBERS = (*(f"{name}{end}" for name in SCORES for end in ENDS), *COLUMNS)
"""Columns of numbers in a table of cards."""
TEXTS = ("id", "status", "outlet", "title", "event", "url", "published")
CHOICES = {
    "status": ("scored", "withheld"),
    "flags": ("empty", "too_short", "not_english", "not_prose", "out_of_range"),
}
"""All that some of them ever say."""
WORDS, WORD_COLUMN = "words", "language_word_count"


def list_columns(scores: Iterable[str]) -> dict[str, Kind]:
    """Names that a condition may use.

    Examples
    --------
    >>> found = list_columns(["quality"])
    >>> found["quality_low"], found["outlet"], found["flags"]
    ('number', 'text', 'flags')
    """
    numbers = [*(f"{name}{end}" for name in scores for end in ENDS), WORDS, *COLUMNS]
    found: dict[str, Kind] = dict.fromkeys(numbers, "number")
    return found | dict.fromkeys(TEXTS, "text") | {"flags": "flags"}


def know_card(card: Scorecard, article: Article) -> dict[str, Value]:
    """Everything a condition may ask about a card, by name; NaN or None where undefined."""
    known: dict[str, Value] = {name: getattr(article, name) for name in TEXTS if name != "status"}
    known |= {"status": card.status, "flags": card.flags}
    known |= card.measures
    known[WORDS] = known[WORD_COLUMN]
    known |= score_values(card)
    return known | {"withheld": tuple(f"{name}{end}" for name in card.scores for end in ENDS)}


def score_values(card: Scorecard) -> dict[str, float]:
    """Each score with the ends of its interval (quality, quality_low, ...), NaN where withheld."""
    values = {}
    for name, found in card.scores.items():
        for end, key in zip(ENDS, ("value", "low", "high"), strict=True):
            values[f"{name}{end}"] = found[key] if found else float("nan")
    return values
