"""Which single change to an article would move its score most, by the additive model itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from scoring.artefacts import list_models
from scoring.model import Model, load_model
from scoring.model.preparing import WORDS
from scoring.scorecard.actions import ACTIONS
from scoring.scorecard.card import Scorecard
from scoring.scorecard.editing import Facts

MIN_POINTS = 1.0
"""Points under which a change is not proposed, as with reasons."""
BETTER = {"quality": 1, "bias": -1}
"""Which way a score has to move for the better; other scores have no such way."""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing an editor could do, and what it would do to the scores.

    Attributes
    ----------
    text : str
        One sentence with the points; as hostile as the article where it quotes its words.
    column : str
        The column whose action it is.
    after : mapping
        Columns to their values after the change; all others stay.
    points : mapping
        Score to the value after the change minus the value before it.
    first : int or None
        Index into the card's evidence of the first place to act on; None where no mark shows it.
    """

    text: str
    column: str
    after: Mapping[str, float]
    points: Mapping[str, float]
    first: int | None


def best_change(card: Scorecard, model: Model) -> Change | None:
    """The single change that would move a score most for the better; None if none is worth a point.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.model import load_model
    >>> from scoring.scorecard import score
    >>> model = load_model()
    >>> best_change(next(score([Article("a", "It rained.")], model=model)), model) is None  # withheld
    True
    """
    return next(iter(list_changes(card, model)), None)


def recall_change(card: Scorecard) -> Change | None:
    """The same from the card alone, by the shipped model that made it; None where that is not at hand.

    A model of the user's own is only known by its folder's name, which finds nothing.
    """
    if card.status == "withheld" or card.model not in list_models():
        return None
    model = load_model(card.model)
    [found] = model.predict([card.measures])
    return best_change(card, model) if found.scores == {k: v for k, v in card.scores.items() if v} else None


def list_changes(card: Scorecard, model: Model) -> list[Change]:
    """Every single change of at least one point that an editor could make, the largest gain first.

    Only columns of `scoring.scorecard.actions.ACTIONS` are moved, and only where the gain in one
    score is more than what the other loses. A withheld card has none.
    """
    if card.status == "withheld":
        return []
    values = card.measures
    facts = Facts(values, model.reference.medians, card.evidence)
    able = {
        name: number for name in model.columns if name in ACTIONS and (number := ACTIONS[name].count(facts))
    }
    after = [_keep(ACTIONS[name].after(facts), model) for name in able]
    moved = measure_changes(values, after, model)
    found = [
        describe_change(name, number, facts, *parts)
        for (name, number), *parts in zip(able.items(), after, moved, strict=True)
        if _is_worth(parts[1])
    ]
    return sorted(found, key=lambda change: (-_gain(change.points), change.column))


def _keep(after: Mapping[str, float], model: Model) -> dict[str, float]:
    """Without columns that the model does not know."""
    return {name: value for name, value in after.items() if name in model.columns}


def measure_changes(
    values: Mapping[str, float], after: Sequence[Mapping[str, float]], model: Model
) -> list[dict[str, float]]:
    """Points by which quality and bias move when columns take other values, for each such change.

    Exact by the additive model: its value with the other values minus its value now.
    """
    rows = [{**values, **change} for change in ({}, *after)]
    table = np.array([[row[name] for name in model.columns] for row in rows])
    words = np.full(len(rows), values[WORDS])
    odds = {name: target.log_odds(table, words) for name, target in model.targets.items() if name in BETTER}
    scores = {name: 100 / (1 + np.exp(-column)) for name, column in odds.items()}
    return [
        {name: float(column[i] - column[0]) for name, column in scores.items()} for i in range(1, len(rows))
    ]


def _is_worth(points: Mapping[str, float]) -> bool:
    better = [BETTER[name] * moved for name, moved in points.items()]
    return max(better, default=0.0) >= MIN_POINTS and sum(better) > 0


def _gain(points: Mapping[str, float]) -> float:
    return max(BETTER[name] * moved for name, moved in points.items())


def describe_change(
    column: str, number: int, facts: Facts, after: Mapping[str, float], points: Mapping[str, float]
) -> Change:
    """The change with its sentence: what to do, and what it does to the scores."""
    action = ACTIONS[column]
    first = next(iter(action.places(facts)), None)
    words = facts.evidence[first].note if first is not None else ""
    begun = (action.one if number == 1 else action.many).format(n=number, words=words)
    return Change(f"{begun} would {say_moves(points)}.", column, after, points, first)


def say_moves(points: Mapping[str, float]) -> str:
    """Every score that moves by a point or more, the largest gain first; a loss with "but"."""
    names = sorted(points, key=lambda name: -BETTER[name] * points[name])
    told = [name for name in names if abs(points[name]) >= MIN_POINTS]
    said = _say_move(told[0], points)
    for name in told[1:]:
        said += f" {'and' if BETTER[name] * points[name] > 0 else 'but'} {_say_move(name, points)}"
    return said


def _say_move(name: str, points: Mapping[str, float]) -> str:
    return f"{'raise' if points[name] > 0 else 'lower'} {name} by {abs(points[name]):.0f}"
