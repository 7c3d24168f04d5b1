"""Score strips: which articles stand where in quality and bias, and the chart in words."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

import pandas as pd

from scoring.outlets import OutletTables
from scoring.outlets.words import brief, noun, plural
from scoring.reports.labels import format_interval, format_value
from scoring.reports.page import show

SCORES = ("quality", "bias")

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


def strips_finding(strips: Strips) -> str:
    """Return the headline: how far articles of one outlet lie apart, and of two."""
    within, between = spread_of(strips.rows, "quality")
    one, two = noun(strips.by, 1), noun(strips.by, 2)
    if math.isnan(within) and math.isnan(between):
        return "One article: its two scores"
    if math.isnan(within):
        apart = format_value("quality", between)
        return f"Single articles, one per {one}, lie {apart} points of quality apart on average"
    apart = format_value("quality", within)
    head = f"Two articles of one {one} lie {apart} points of quality apart on average"
    return (
        head if math.isnan(between) else f"{head}; two of different {two}, {format_value('quality', between)}"
    )


def spread_of(rows: Sequence[StripRow], score: str) -> tuple[float, float]:
    """Return the mean distance of two articles of one outlet, and of two outlets; NaN without such pairs.

    Examples
    --------
    >>> a, b = (Dot(10, ""), Dot(20, "")), (Dot(40, ""),)
    >>> rows = [StripRow("A", 2, {"bias": a}), StripRow("B", 1, {"bias": b})]
    >>> spread_of(rows, "bias")  # 20 - 10; 40 - 10 and 40 - 20
    (10.0, 25.0)
    """
    inside = [_distances([dot.value for dot in row.dots[score]]) for row in rows]
    total, pairs = _distances([dot.value for row in rows for dot in row.dots[score]])
    within, own = sum(part[0] for part in inside), sum(part[1] for part in inside)
    return (
        within / own if own else math.nan,
        (total - within) / (pairs - own) if pairs > own else math.nan,
    )


def _distances(values: Sequence[float]) -> tuple[float, int]:
    """The sum of all distances between two values, and how many there are.

    Each gap between neighbours counts once for every pair that lies on either side of it.
    """
    n, ordered = len(values), sorted(values)
    total = sum((high - low) * k * (n - k) for k, (low, high) in enumerate(pairwise(ordered), start=1))
    return total, n * (n - 1) // 2


def strips_subtitle(strips: Strips, *, is_titled: bool = False) -> str:
    """Say what is drawn, in which order, from how many articles."""
    one, many = noun(strips.by, 1), noun(strips.by, 2)
    point = " (point at it for its title)" if is_titled else ""
    crowd = f" {many.capitalize()} with more than {strips.limit} articles: bars, taller where more lie."
    bars = crowd if strips.is_binned else ""
    held = f" {strips.held} withheld, so not drawn." if strips.held else ""
    cut = f" The {MOST_ROWS} with most articles; {strips.left_out} more are left out."
    more = cut if strips.left_out else ""
    return (
        f"Ring: one article{point}; upright line: the median of its {one}. Both scores from 0 to 100."
        f"{bars} Highest median quality first; n = {strips.n} {plural('article', strips.n)}.{held}{more}"
    )


def describe_strips(strips: Strips) -> str:
    """Return the chart's text alternative, from the data."""
    count = len(strips.rows)
    head = f"Single articles of {count} {noun(strips.by, count)} by quality and bias, n = {strips.n}"
    return "; ".join([head, *(_extremes(strips, score) for score in SCORES)]) + "."


def _extremes(strips: Strips, score: str) -> str:
    known = sorted((row for row in strips.rows if row.dots[score]), key=lambda row: -row.median(score))
    if not known:
        return f"{score}: no article has one"
    told = [f"{brief(row.name)} {spell_strip(row, score)}" for row in known[:: max(1, len(known) - 1)]]
    words = f"highest median {told[0]}, lowest {told[-1]}" if len(known) > 1 else f"median of {told[0]}"
    return f"{score}: {words}"


def spell_strip(row: StripRow, score: str) -> str:
    """Return an outlet's median, with its lowest and highest article."""
    dots = row.dots[score]
    if not dots:
        return "–"
    middle = format_value(score, row.median(score))
    extent = format_interval(score, dots[0].value, dots[-1].value)
    return middle if len(dots) == 1 else f"{middle} (articles {extent})"


def strip_cells(row: StripRow) -> tuple[str, ...]:
    """Return one outlet's cells: name, n, then median and extent of quality and of bias."""
    cells = [brief(row.name), str(row.n)]
    for score in SCORES:
        dots = row.dots[score]
        cells.append(format_value(score, row.median(score)))
        cells.append(format_interval(score, dots[0].value, dots[-1].value) if dots else "–")
    return tuple(cells)
