"""Score strips: which articles stand where in quality and bias."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import median
from typing import Any

import pandas as pd

from scoring.article import SCORES
from scoring.outlets import OutletTables
from scoring.outlets.words import brief
from scoring.reports.labels import format_interval, format_value
from scoring.reports.page import show

MOST_ROWS = 100
"""Outlets drawn; of more, those with the most articles."""

MOST_DOTS, FEWEST = 1500, 8
"""Articles drawn one by one in the whole chart, and in any row: an outlet with more gets bars."""

MOST_IN_ROW = 80
"""Articles drawn one by one in a row: with more, rings lie on one another."""

MOST_LISTED = 300
"""Articles listed in the page."""

TITLE = 100
"""Letters of an article's title."""


@dataclass(frozen=True, slots=True)
class Dot:
    """One article: its score, and how it is named."""

    value: float
    title: str


@dataclass(frozen=True, slots=True)
class StripRow:
    """One outlet: its articles by quality and by bias, lowest first; those without a score left out."""

    name: str
    n: int
    dots: dict[str, tuple[Dot, ...]]

    def median(self, score: str) -> float:
        """Return the middle article's score; NaN without any."""
        return median(dot.value for dot in self.dots[score]) if self.dots[score] else math.nan


@dataclass(frozen=True, slots=True)
class Strips:
    """What the chart shows.

    Attributes
    ----------
    rows : tuple of StripRow
        Highest median quality first, outlets without any score last.
    listed : tuple of (outlet, title, quality, bias)
        The articles as text, in the order of the rows, at most `MOST_LISTED`.
    held, left_out : int
        Articles without a score, and outlets beyond `MOST_ROWS`.
    """

    rows: tuple[StripRow, ...]
    listed: tuple[tuple[str, str, str, str], ...]
    held: int
    left_out: int
    by: str = "outlet"

    @property
    def n(self) -> int:
        """Articles drawn."""
        return sum(row.n for row in self.rows)

    @property
    def limit(self) -> int:
        """Articles that a row draws one by one; a row with more gets bars."""
        return max(FEWEST, min(MOST_IN_ROW, MOST_DOTS // max(1, len(self.rows))))

    @property
    def is_binned(self) -> bool:
        """Whether any row gets bars."""
        return any(row.n > self.limit for row in self.rows)


def lay_strips(tables: OutletTables) -> Strips | None:
    """Place every article by its scores; None where no article has one."""
    articles, by = tables.articles, tables.by
    scores = [score for score in SCORES if score in articles]
    known = articles[articles[scores].notna().any(axis=1)] if scores else articles.head(0)
    if known.empty:
        return None
    counts = articles[by].astype(str).value_counts().sort_index().sort_values(ascending=False, kind="stable")
    kept = set(counts.index[:MOST_ROWS])
    rows = [
        lay_strip(str(name), group)
        for name, group in articles.groupby(articles[by].astype(str), sort=True)
        if str(name) in kept
    ]
    rows.sort(key=lambda row: -row.median("quality") if row.dots["quality"] else math.inf)
    return Strips(
        tuple(rows),
        tuple(list_articles(known, rows, by)),
        len(articles) - len(known),
        len(counts) - len(kept),
        by,
    )


def lay_strip(name: str, articles: pd.DataFrame) -> StripRow:
    """Gather one outlet's articles."""
    dots = {score: _dots(articles, score) for score in SCORES}
    return StripRow(name, max(len(part) for part in dots.values()), dots)


def _dots(articles: pd.DataFrame, score: str) -> tuple[Dot, ...]:
    if score not in articles:
        return ()
    known = articles[articles[score].notna()].sort_values(score, kind="stable")
    return tuple(
        Dot(float(row[score]), f"{name_article(row)} · {score} {spell_score(row, score)}")
        for row in known.to_dict("records")
    )


def name_article(row: Mapping[Any, Any]) -> str:
    """Return an article's title as one line, its id where it has none."""
    title = row.get("title")
    name = show(title if isinstance(title, str) and title.strip() else str(row.get("id", ""))) or "untitled"
    return name if len(name) <= TITLE else f"{name[: TITLE - 1].rstrip()}…"


def spell_score(row: Mapping[Any, Any], score: str) -> str:
    """Return a score with its interval in brackets, a dash where it is withheld.

    Examples
    --------
    >>> spell_score({"bias": 62.3, "bias_low": 54.0, "bias_high": 71.0}, "bias")
    '62 (54–71)'
    """
    value, low, high = (float(str(row.get(f"{score}{end}", math.nan))) for end in ("", "_low", "_high"))
    ends = "" if math.isnan(low) or math.isnan(high) else f" ({format_interval(score, low, high)})"
    return f"{format_value(score, value)}{ends}"


def list_articles(known: pd.DataFrame, rows: Sequence[StripRow], by: str) -> list[tuple[str, str, str, str]]:
    """Return the articles as text, in the order of the rows, highest quality first."""
    order = {row.name: place for place, row in enumerate(rows)}
    listed = [row for row in known.to_dict("records") if str(row[by]) in order]
    listed.sort(key=lambda row: (order[str(row[by])], -_known(row.get("quality"))))
    return [
        (brief(row[by]), name_article(row), spell_score(row, "quality"), spell_score(row, "bias"))
        for row in listed[:MOST_LISTED]
    ]


def _known(value: object) -> float:
    number = float(str(value)) if value is not None else math.nan
    return -math.inf if math.isnan(number) else number
