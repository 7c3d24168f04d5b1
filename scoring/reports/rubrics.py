"""The page that says what of other people's rubrics our measures can see, criterion by criterion."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from scoring.extractors import CODEBOOK
from scoring.reports.page import render

SEEN = {"partly": "Partly", "no": "Not in the text"}
"""What a criterion's `seen` may hold, and how the page says it."""


@dataclass(frozen=True, slots=True)
class Criterion:
    """One criterion of a rubric: the measures nearest to it, and what they miss."""

    name: str
    seen: str
    measures: tuple[str, ...]
    misses: str


@dataclass(frozen=True, slots=True)
class Rubric:
    """Somebody else's list of criteria."""

    name: str
    source: str
    about: str
    criteria: tuple[Criterion, ...]

    @property
    def partly(self) -> int:
        """How many criteria a measure stands near to."""
        return sum(criterion.seen == "partly" for criterion in self.criteria)


def load_rubrics() -> tuple[Rubric, ...]:
    """The rubrics in the order of the page.

    Examples
    --------
    >>> [rubric.name for rubric in load_rubrics()][:2]
    ['NewsGuard', 'Journalism Trust Initiative (CWA 17493:2019)']
    """
    text = (files("scoring.reports") / "rubrics.toml").read_text(encoding="utf-8")
    return tuple(_make_rubric(row) for row in tomllib.loads(text)["rubrics"])


def _make_rubric(row: Mapping[str, Any]) -> Rubric:
    criteria = tuple(
        Criterion(item["name"], item["seen"], tuple(item["measures"]), item["misses"])
        for item in row["criteria"]
    )
    return Rubric(row["name"], row["source"], row["about"], criteria)


def render_rubrics() -> str:
    """The whole page as HTML."""
    rubrics = load_rubrics()
    return render(
        "rubrics.html",
        rubrics=rubrics,
        codebook=CODEBOOK,
        seen=SEEN,
        total=sum(len(rubric.criteria) for rubric in rubrics),
        partly=sum(rubric.partly for rubric in rubrics),
    )
