"""Why an article has its scores: sentences built from the largest contributions and their evidence."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.article import Article
from scoring.extractors import CODEBOOK, Column
from scoring.extractors.everyday import Everyday
from scoring.extractors.manner import GRADES, name_choice
from scoring.model import Model
from scoring.scorecard.behind import find_behind
from scoring.scorecard.card import Scorecard

MAX_REASONS = 4
MIN_POINTS = 1.0
_EXAMPLES = 3
_EXAMPLE_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence of a card, the score and points it explains, and where its first span stands.

    `first` is an index into the card's evidence, None where the measure has no spans.
    """

    text: str
    score: str
    column: str
    points: float
    first: int | None


def _largest(card: Scorecard) -> list[tuple[str, str, float]]:
    """Score, column and points of what moves a score most, largest first, each column once."""
    parts = card.contributions
    items = [(name, column, points) for name in parts for column, points in parts[name].items()]
    largest: dict[str, tuple[str, str, float]] = {}
    for item in sorted(items, key=lambda item: (-abs(item[2]), item[0], item[1])):
        if abs(item[2]) >= MIN_POINTS:
            largest.setdefault(item[1], item)
    return list(largest.values())[:MAX_REASONS]


def reason_links(card: Scorecard) -> list[Reason]:
    """The reasons of a card with their points and the first span behind each."""
    return [
        Reason(text, name, column, points, _find_first(card, CODEBOOK[column]))
        for text, (name, column, points) in zip(card.reasons, _largest(card), strict=True)
    ]


def _find_first(card: Scorecard, column: Column) -> int | None:
    return next(iter(find_behind(card.evidence, column)), None)


def write_reasons(card: Scorecard, article: Article, model: Model, words: Everyday) -> tuple[str, ...]:
    """One sentence for each measure that moves a score most, with the words behind it.

    `words` are the article's everyday words with their uses.
    """
    return tuple(_write_reason(card, article, model, words, *item) for item in _largest(card))


def _write_reason(
    card: Scorecard,
    article: Article,
    model: Model,
    words: Everyday,
    name: str,
    column: str,
    points: float,
) -> str:
    entry = CODEBOOK[column]
    value, usual = card.measures[column], model.reference.medians[column]
    said = entry.more if value > usual else entry.fewer
    if column in GRADES:
        used, missed = name_choice(words, article.text, column, more=value > usual)
        said += _list(used, ": more of ")
        said += ("; " if used else ": ") + f"fewer of {', '.join(missed)}" if missed else ""
    elif value > usual:
        said += _list(_find_examples(card, article, entry), ": ")
    figures = f"({_say(value, entry, unit=True)}; reference {_say(usual, entry)})"
    others = {
        other: card.contributions[other].get(column, 0.0) for other in card.contributions if other != name
    }
    also = "".join(
        f" {other.capitalize()} {_sign(p)} too." for other, p in others.items() if abs(p) >= MIN_POINTS
    )
    return f"{name.capitalize()} {_sign(points)}: {said} {figures}.{also}"


def _sign(points: float) -> str:
    return f"{'+' if points > 0 else '−'}{abs(points):.0f}"


def _list(examples: Sequence[str], opening: str) -> str:
    return opening + ", ".join(f"“{words}”" for words in examples) if examples else ""


def _find_examples(card: Scorecard, article: Article, column: Column) -> list[str]:
    """Up to three different spans of the evidence."""
    seen: dict[str, str] = {}
    for i in find_behind(card.evidence, column):
        item = card.evidence[i]
        text = article.text if item.part == "text" else (article.title or "")
        words = " ".join(text[item.start : item.end].split())
        if item.kind == "source" and len(words) > _EXAMPLE_LENGTH:
            words = words.partition(",")[0]  # the name, without what it is explained by
        if 0 < len(words) <= _EXAMPLE_LENGTH:
            seen.setdefault(words.lower(), words)
        if len(seen) == _EXAMPLES:
            break
    return list(seen.values())


def _say(value: float, column: Column, *, unit: bool = False) -> str:
    if math.isnan(value):
        return "undefined"
    if column.suffix == "share":
        if 0 < value < 0.0005:
            return "<0.1 %"
        return f"{100 * value:.1f} %" if 0 < value < 0.0995 else f"{100 * value:.0f} %"
    number = (f"{value:.2g}" if abs(value) < 10 else f"{value:.0f}").replace("-", "−")
    return f"{number} {column.unit}" if unit and column.suffix == "rate" else number
