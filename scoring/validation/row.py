"""One row of the table of agreement: what was asked for, and what was found."""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass, fields, replace

NAN = math.nan


@dataclass(frozen=True, slots=True)
class Goal:
    """What a row asks: agreement on what, with which labels, by which metric, and how much.

    `reach` and `aim` are in the metric's unit, NaN where the figure is only printed. Where `aim` lies
    below `reach`, less is better. `by_low`: the lower end of the interval must pass, not the figure.
    `beside_tfidf`: to reach is TF-IDF's own figure less .01, the aim that figure.
    """

    what: str
    corpus: str
    split: str
    metric: str
    reach: float = NAN
    aim: float = NAN
    by_low: bool = False
    beside_tfidf: bool = False


@dataclass(frozen=True, slots=True)
class Found:
    """What was measured: NaN where there is nothing to measure, or nothing to compare with.

    Parameters
    ----------
    n : int
        Documents, sentences or articles that the interval draws from.
    ours, low, high : float
        The figure and its 90 % interval.
    trivial : float
        What needs no reading: always yes, the most frequent class, or length alone.
    words : float
        Our word list alone, or the best count of words or marks.
    tfidf : float
        TF-IDF and a linear model, fitted again under the same folds.
    """

    n: int = 0
    ours: float = NAN
    low: float = NAN
    high: float = NAN
    trivial: float = NAN
    words: float = NAN
    tfidf: float = NAN
    note: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """A line of the table; the fields are its columns, with `Goal` and `Found` side by side."""

    what: str
    corpus: str
    split: str
    n: int
    metric: str
    trivial: float
    words: float
    tfidf: float
    ours: float
    low: float
    high: float
    reach: float
    aim: float
    standing: str
    note: str


def join(goal: Goal, found: Found) -> Row:
    """The row of a goal and what was found.

    Examples
    --------
    >>> join(Goal("cue", "polnear", "dev", "F1", 0.73, 0.80), Found(84, 0.75, 0.72, 0.78)).standing
    'reach met'
    """
    if goal.beside_tfidf:
        goal = replace(goal, reach=found.tfidf - 0.01, aim=found.tfidf)
    given = asdict(goal) | asdict(found) | {"standing": stand(goal, found)}
    return Row(**{column.name: given[column.name] for column in fields(Row)})


def stand(goal: Goal, found: Found) -> str:
    """How a figure stands to its goal, in words.

    Returns
    -------
    str
        "not measured yet", "no goal", "short of reach", "short of aim" (a row without a reach),
        "reach met" or "aim met".

    Examples
    --------
    >>> stand(Goal("flagged", "events", "clean", "share", 0.01, 0.003), Found(200, 0.02, 0.0, 0.03))
    'short of reach'
    """
    value = found.low if goal.by_low else found.ours
    if math.isnan(value):
        return "not measured yet"
    goals = [g for g in (goal.reach, goal.aim) if not math.isnan(g)]
    if not goals:
        return "no goal"
    sign = -1 if goal.aim < goal.reach else 1
    if not math.isnan(goal.aim) and sign * value >= sign * goal.aim:
        return "aim met"
    if not math.isnan(goal.reach) and passes(sign * value, sign * goal.reach, strict=goal.by_low):
        return "reach met"
    return "short of aim" if math.isnan(goal.reach) else "short of reach"


def passes(value: float, least: float, *, strict: bool) -> bool:
    """Whether a figure is at least, or with `strict` above, what was asked for."""
    return value > least if strict else value >= least
