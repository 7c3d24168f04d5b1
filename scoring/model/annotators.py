"""How far each annotator lies from the others on the articles they share."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from statistics import mean, stdev
from typing import Any

FAR = 15.0
"""Points of mean difference from which an annotator is named: half the way from low to medium is 25, and
the two careful annotators of the seeds lie under 5 apart."""
FEW_SHARED = 5
"""Shared articles under which no annotator is named: chance alone gives large means."""
CERTAIN = 2.0
"""The mean difference must be so many times its standard error."""


@dataclass(frozen=True, slots=True)
class Annotator:
    """One annotator's labels of one target.

    Attributes
    ----------
    name : str
    labels, shared : int
        Articles labelled; those that somebody else has labelled too.
    difference, error : float
        Mean over shared articles of the label minus the mean of the others' labels, in points, and its
        standard error; NaN without shared articles (the error: under two).
    """

    name: str
    labels: int
    shared: int
    difference: float
    error: float

    @property
    def is_far(self) -> bool:
        """Whether the labels lie clearly and far above or below those of the others."""
        if self.shared < FEW_SHARED or math.isnan(self.error):
            return False
        return abs(self.difference) >= FAR and abs(self.difference) >= CERTAIN * self.error


def compare_annotators(values: Mapping[str, Mapping[str, float]]) -> list[Annotator]:
    """Each annotator beside the others, by name.

    Parameters
    ----------
    values : mapping
        Article to annotator to label, 0-100.

    Examples
    --------
    >>> [found] = [a for a in compare_annotators({"a": {"x": 70, "y": 50, "z": 40}}) if a.name == "x"]
    >>> found.shared, found.difference
    (1, 25.0)
    """
    counts: dict[str, int] = defaultdict(int)
    gaps: dict[str, list[float]] = defaultdict(list)
    for given in values.values():
        total, others = math.fsum(given.values()), len(given) - 1
        for name, value in given.items():
            counts[name] += 1
            if others:
                gaps[name].append(value - (total - value) / others)
    return [_describe(name, counts[name], gaps[name]) for name in sorted(counts)]


def _describe(name: str, labels: int, gaps: list[float]) -> Annotator:
    difference = float(mean(gaps)) if gaps else math.nan
    error = stdev(gaps) / math.sqrt(len(gaps)) if len(gaps) > 1 else math.nan
    return Annotator(name, labels, len(gaps), difference, error)


def say_far(found: list[Annotator]) -> list[str]:
    """A sentence for the annotator who is farthest from the others, if that is far.

    One only, as somebody far away moves everybody else's difference too.

    Examples
    --------
    >>> say_far([Annotator("x", 9, 8, 21.0, 3.0), Annotator("y", 9, 8, -21.0, 3.0)])
    ['x labels 21 points higher than y on the 8 articles they share; agree on a guideline.']
    """
    far = max((one for one in found if one.is_far), key=lambda one: abs(one.difference), default=None)
    if far is None:
        return []
    sharing = sorted((one for one in found if one.shared), key=lambda one: -one.difference)
    if len(sharing) == 2:
        high, low = sharing
        gap = f"{high.difference:.0f} points higher than {low.name} on the {high.shared} articles they share"
        return [f"{high.name} labels {gap}; agree on a guideline."]
    gap = f"{abs(far.difference):.0f} points {'higher' if far.difference > 0 else 'lower'} than the others"
    return [f"{far.name} labels {gap} on the {far.shared} articles they share; look at some together."]


def to_rows(target: str, found: list[Annotator]) -> list[dict[str, Any]]:
    """What ``metrics.json`` and the card say of them; None where undefined."""
    return [
        {
            "target": target,
            "annotator": one.name,
            "labels": one.labels,
            "shared": one.shared,
            "difference": None if math.isnan(one.difference) else round(one.difference, 1),
        }
        for one in found
    ]
