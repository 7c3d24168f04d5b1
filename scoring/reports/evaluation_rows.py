"""What an evaluation keeps of each labelled article: for its figures, its charts and its table."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from scoring.article import Article
from scoring.model import Model
from scoring.model.agreement import Cases
from scoring.model.preparing import WORDS
from scoring.model.scores import ENDS
from scoring.scorecard import Scorecard

Given = Mapping[str, Mapping[str, float]]
"""Article to annotator to label."""


@dataclass(frozen=True, slots=True)
class Point:
    """One scored article with a label for a target.

    Attributes
    ----------
    id, outlet, title
    labels : tuple of float
        One per annotator, lowest first, 0-100.
    value, low, high : float
    reasons : tuple of str
        The card's sentences.
    """

    id: str
    outlet: str | None
    title: str | None
    labels: tuple[float, ...]
    value: float
    low: float
    high: float
    reasons: tuple[str, ...]

    @property
    def label(self) -> float:
        """The mean label."""
        return sum(self.labels) / len(self.labels)

    @property
    def distance(self) -> float:
        """Value less label, in points."""
        return self.value - self.label


@dataclass(frozen=True, slots=True)
class Judged:
    """A labelled article with its card, and the values it would have if nothing were withheld."""

    article: Article
    card: Scorecard
    forced: Mapping[str, float]

    @property
    def words(self) -> float:
        """Its number of words."""
        return self.card.measures[WORDS]


def join_cards(articles: Sequence[Article], cards: Sequence[Scorecard], model: Model) -> list[Judged]:
    """Articles with their cards and forced values; those are NaN without words."""
    rows = [card.measures for card in cards]
    judged = []
    for article, card, row, found in zip(articles, cards, rows, model.predict(rows), strict=True):
        forced = {name: ends["value"] if row[WORDS] > 0 else math.nan for name, ends in found.scores.items()}
        judged.append(Judged(article, card, forced))
    return judged


def make_cases(judged: Sequence[Judged], given: Given, target: str) -> Cases:
    """The articles that carry a label for a target, in parallel."""
    kept = [one for one in judged if one.article.id in given]
    return Cases(
        ids=[one.article.id for one in kept],
        texts=[f"{one.article.title or ''}\n{one.article.text}" for one in kept],
        outlets=[one.article.outlet for one in kept],
        events=[one.article.event for one in kept],
        words=np.array([one.words for one in kept]),
        values=np.array([one.forced[target] for one in kept]),
        labels=np.array([_mean(given[one.article.id]) for one in kept]),
        is_scored=np.array([one.card.status == "scored" for one in kept]),
    )


def _mean(labels: Mapping[str, float]) -> float:
    return sum(labels.values()) / len(labels) if labels else math.nan


def make_points(judged: Sequence[Judged], given: Given, target: str) -> tuple[Point, ...]:
    """The scored articles that carry a label for a target, in the order they came."""
    points = []
    for article, card in ((one.article, one.card) for one in judged):
        ends = card.scores.get(target)
        if ends and article.id in given:
            labels = tuple(sorted(given[article.id].values()))
            points.append(
                Point(
                    id=article.id,
                    outlet=article.outlet,
                    title=article.title,
                    labels=labels,
                    value=ends["value"],
                    low=ends["low"],
                    high=ends["high"],
                    reasons=own_first(card.reasons, target),
                )
            )
    return tuple(points)


def own_first(reasons: Sequence[str], target: str) -> tuple[str, ...]:
    """A card's reasons, those of one score before those of the others.

    Examples
    --------
    >>> own_first(["Bias +9: exclaims more often.", "Quality −5: has a longer title."], "quality")[0]
    'Quality −5: has a longer title.'
    """
    return tuple(sorted(reasons, key=lambda reason: not reason.lower().startswith(f"{target.lower()} ")))


def make_table(judged: Sequence[Judged], given: Mapping[str, Given]) -> pd.DataFrame:
    """One row a labelled article, as ``predictions.csv`` has it."""
    rows = []
    for one in judged:
        article, card = one.article, one.card
        annotators = {name for labels in given.values() for name in labels.get(article.id, {})}
        row: dict[str, object] = {
            "id": article.id,
            "outlet": article.outlet,
            "event": article.event,
            "status": card.status,
            "flags": ",".join(card.flags),
            "words": int(one.words),
            "annotators": len(annotators),
        }
        for target, labels in given.items():
            ends = card.scores.get(target) or dict.fromkeys(ENDS, math.nan)
            row[f"{target}_label"] = _mean(labels.get(article.id, {}))
            row |= {target: ends["value"], f"{target}_low": ends["low"], f"{target}_high": ends["high"]}
        rows.append(row)
    return pd.DataFrame(rows)
