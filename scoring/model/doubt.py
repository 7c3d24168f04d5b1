"""How unsure a model is of an article beside the others, and how to say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.stats import rankdata

from scoring.article import Article
from scoring.model.preparing import Floats

NEAR = 10.0
"""Points from 50 within which a value is said to go either way."""


@dataclass(slots=True)
class Candidate:
    """An article with its scores; `doubt` is in [0, 1], for its least sure target."""

    article: Article
    scores: Mapping[str, Mapping[str, float]]
    outside: tuple[str, ...]
    target: str = ""
    doubt: float = 0.0

    @property
    def width(self) -> float:
        """Width of the least sure target's interval, in points."""
        return self.scores[self.target]["high"] - self.scores[self.target]["low"]


def set_doubt(candidates: Sequence[Candidate], targets: Sequence[str]) -> None:
    """For each candidate its least sure target, and how unsure that is among the candidates."""
    pairs = [(candidate, name) for candidate in candidates for name in targets]
    ends = [candidate.scores[name] for candidate, name in pairs]
    wide = rank([end["high"] - end["low"] for end in ends])
    near = rank([-abs(end["value"] - 50) for end in ends])
    for (candidate, name), doubt in zip(pairs, (wide + near) / 2, strict=True):
        if not candidate.target or doubt > candidate.doubt:
            candidate.target, candidate.doubt = name, float(doubt)


def rank(values: Sequence[float]) -> Floats:
    """Share of the values that are not larger, for each.

    Examples
    --------
    >>> rank([5.0, 1.0, 5.0, 0.0]).tolist()
    [1.0, 0.5, 1.0, 0.25]
    """
    return np.asarray(rankdata(values, method="max") / max(len(values), 1))


def find_widest(candidates: Iterable[Candidate]) -> dict[tuple[str, str], list[float]]:
    """The two largest widths by target and outlet; under the outlet "" those of all."""
    widths: dict[tuple[str, str], list[float]] = {}
    for candidate in candidates:
        for name, ends in candidate.scores.items():
            for outlet in {candidate.article.outlet or "", ""}:
                found = widths.get((name, outlet), [])
                widths[name, outlet] = sorted([*found, ends["high"] - ends["low"]], reverse=True)[:2]
    return widths


def say_doubt(candidate: Candidate, widest: Mapping[tuple[str, str], Sequence[float]]) -> str:
    """What makes the article unsure: its interval beside others', or its value."""
    name, ends = candidate.target, candidate.scores[candidate.target]
    interval = f"its {name} interval ({ends['low']:.0f} to {ends['high']:.0f})"
    outlet = candidate.article.outlet or ""
    for key, where in (("", "of all that have no label"), (outlet, "of this outlet")):
        if len(widest[name, key]) > 1 and candidate.width > widest[name, key][1]:
            return f"{interval} is the widest {where}"
    if abs(ends["value"] - 50) <= NEAR:
        return f"its {name} value of {ends['value']:.0f} could go either way"
    return f"{interval} spans {candidate.width:.0f} points"


def say_new(article: Article, outlets: Mapping[str, int], events: Mapping[str, int]) -> list[str]:
    """What labels its outlet and event have, those proposed above counted."""
    said = []
    if article.outlet:
        number = outlets.get(article.outlet, 0)
        what = "no article" if number == 0 else "one article" if number == 1 else f"{number} articles"
        verb = "are" if number > 1 else "is"
        said.append(f"{what} of {article.outlet} {verb} labelled or proposed above")
    if article.event and not events.get(article.event, 0):
        said.append("nothing on its event is")
    return said
