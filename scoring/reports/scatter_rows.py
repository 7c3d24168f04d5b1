"""Quality against bias: who stands where, which articles share an event, and the chart in words."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Hashable, Mapping
from dataclasses import dataclass

import pandas as pd

from scoring.article import SCORES
from scoring.outlets import OutletTables
from scoring.outlets.groups import blank_to_missing
from scoring.outlets.verdicts import judge_pairs
from scoring.outlets.words import brief, noun, plural
from scoring.reports.labels import format_interval, format_value

FEW_ARTICLES = 150
"""Up to here each article is a ring and events are joined by lines; beyond, articles are a faint cloud."""

FEW_OUTLETS = 6
"""Up to here each outlet has a shape of its own."""

GRID = 0.5
"""A cloud's articles are rounded to half a point and those on one place drawn as one, the darker."""

Point = tuple[float, float]
Means = Mapping[tuple[str, str], Mapping[Hashable, float]]
"""Outlet and score to a row of `OutletTables.outlets`."""


@dataclass(frozen=True, slots=True)
class Stand:
    """Where one outlet stands.

    Attributes
    ----------
    name : str
    n : int
        Articles with both scores.
    quality, bias : tuple of float
        Mean, low, high; the ends are NaN without an interval.
    articles : tuple of (quality, bias)
    """

    name: str
    n: int
    quality: tuple[float, float, float]
    bias: tuple[float, float, float]
    articles: tuple[Point, ...]

    @property
    def has_ends(self) -> bool:
        """Whether both intervals are known."""
        return math.isfinite(self.quality[1]) and math.isfinite(self.bias[1])


@dataclass(frozen=True, slots=True)
class Plane:
    """What the chart of quality against bias shows: stands with the most articles first."""

    stands: tuple[Stand, ...]
    events: tuple[tuple[Point, ...], ...]
    without: int
    by: str = "outlet"

    @property
    def n(self) -> int:
        """Articles drawn."""
        return sum(stand.n for stand in self.stands)

    @property
    def is_single(self) -> bool:
        """Whether no outlet has more than one article."""
        return all(stand.n == 1 for stand in self.stands)

    @property
    def is_cloud(self) -> bool:
        """Whether there are too many articles to draw each with its event."""
        return self.n > FEW_ARTICLES

    @property
    def has_shapes(self) -> bool:
        """Whether each outlet has a shape of its own."""
        return len(self.stands) <= FEW_OUTLETS and not self.is_cloud and not self.is_single


def place_scores(tables: OutletTables) -> Plane | None:
    """Gather what the chart shows.

    Returns
    -------
    Plane or None
        None when no article has both scores.
    """
    articles, by = tables.articles, tables.by
    if not set(articles).issuperset(SCORES):
        return None
    known = articles[articles["quality"].notna() & articles["bias"].notna()]
    if known.empty:
        return None
    scores = tables.outlets[tables.outlets["measure"].isin(SCORES)]
    means = {(row["outlet"], row["measure"]): row for row in scores.to_dict("records")}
    parts = known.groupby(known[by].astype(str), sort=True)
    is_single = bool(known[by].is_unique)
    stands = [stand_of(str(name), part, means, is_single=is_single) for name, part in parts]
    stands.sort(key=lambda stand: -stand.n)
    events = () if by == "event" else join_events(known)
    return Plane(tuple(stands), events, articles[by].nunique() - len(stands), by)


def stand_of(name: str, articles: pd.DataFrame, means: Means, *, is_single: bool) -> Stand:
    """Return where an outlet stands, with the intervals of its means; single articles have their own."""
    ends = {}
    for score in SCORES:
        mean, low, high = (means[name, score][end] for end in ("mean", "low", "high"))
        if is_single and f"{score}_low" in articles:
            low, high = (float(articles[f"{score}_{end}"].iloc[0]) for end in ("low", "high"))
        ends[score] = (mean, low, high)
    return Stand(name, len(articles), ends["quality"], ends["bias"], points_of(articles))


def points_of(articles: pd.DataFrame) -> tuple[Point, ...]:
    """Return articles as points, lowest quality first."""
    points = zip(articles["quality"].astype(float), articles["bias"].astype(float), strict=True)
    return tuple(sorted(points))


def join_events(articles: pd.DataFrame) -> tuple[tuple[Point, ...], ...]:
    """Return the articles of each event on which there is more than one, in order of quality."""
    if "event" not in articles:
        return ()
    events = blank_to_missing(articles["event"])
    lines = (points_of(part) for _, part in articles.groupby(events, sort=True))
    return tuple(line for line in lines if len(line) > 1)


def gather_cloud(plane: Plane) -> tuple[tuple[Point, int], ...]:
    """Return the places of a cloud with the number of articles on each."""
    points = (point for stand in plane.stands for point in stand.articles)
    places = Counter((round(x / GRID) * GRID, round(y / GRID) * GRID) for x, y in points)
    return tuple(sorted(places.items()))


def scatter_finding(tables: OutletTables, plane: Plane) -> str:
    """Return the chart's headline: how many pairs differ in both scores."""
    many = noun(tables.by, 2)
    if plane.is_single:
        return f"Single articles by quality and bias: no word on the {many}"
    if len(plane.stands) == 1:
        return f"One {noun(tables.by, 1)} by quality and bias"
    sure = [
        {frozenset((row["a"], row["b"])) for _, row in verdict.sure.iterrows()}
        for verdict in (judge_pairs(tables.pairs, score) for score in SCORES)
    ]
    pairs, both = judge_pairs(tables.pairs, "quality").comparable, len(sure[0] & sure[1])
    if not pairs:
        return f"Too few articles to compare {many} on quality and bias together"
    if not both:
        return f"No pair of {many} surely differs in both quality and bias"
    if pairs == 1:
        return f"The two {many} differ in both quality and bias"
    verb = "differs" if both == 1 else "differ"
    return f"{both:,} of {pairs:,} pairs of {many} {verb} in both quality and bias"


def scatter_subtitle(plane: Plane, *, labelled: int) -> str:
    """Say what is drawn."""
    count, ends = len(plane.stands), "90\u00a0% intervals"
    head = f"n = {plane.n:,} {plural('article', plane.n)} of {count} {noun(plane.by, count)}."
    lines = " Thin lines join articles on one event." if plane.events and not plane.is_cloud else ""
    left_out = f" Left out: {plane.without} {noun(plane.by, plane.without)} without scores."
    without = left_out if plane.without else ""
    return f"{head}{explain_marks(plane, ends, labelled)}{lines}{say_unnamed(plane, labelled)}{without}"


def explain_marks(plane: Plane, ends: str, labelled: int) -> str:
    """Say what dots, rings and crosses are."""
    one = noun(plane.by, 1)
    if plane.is_single:
        return f" Ring: an article; cross: its own {ends}."
    if plane.is_cloud:
        cross = "" if len(plane.stands) == labelled else " of those named"
        return f" Dot: mean of one {one}, ring: one article only; cross: {ends}{cross}; faint: articles."
    shape = f" Each shape is one {one}." if plane.has_shapes and len(plane.stands) > 1 else ""
    return f" Filled: mean, with its {ends} as a cross; faint: single articles.{shape}"


def say_unnamed(plane: Plane, labelled: int) -> str:
    """Say how many outlets are not named."""
    rest = len(plane.stands) - labelled
    verb = "is" if rest == 1 else "are"
    who = f"{rest} {noun(plane.by, rest)} with few articles or no room {verb}"
    return f" {who} not named; the table has all." if rest else ""


def spell_stand(stand: Stand) -> tuple[str, ...]:
    """Return an outlet as table cells: name, n, quality and bias with their intervals."""
    return brief(stand.name), str(stand.n), spell("quality", stand.quality), spell("bias", stand.bias)


def spell(score: str, ends: tuple[float, float, float]) -> str:
    """Return a mean and its interval."""
    mean, low, high = ends
    between = f" ({format_interval(score, low, high)})" if math.isfinite(low) else ""
    return f"{format_value(score, mean)}{between}"


def describe_plane(plane: Plane) -> str:
    """Return the chart's text alternative, from the data."""
    ordered = sorted(plane.stands, key=lambda stand: -stand.quality[0])
    shown = ordered if len(ordered) <= FEW_OUTLETS else [ordered[0], ordered[-1]]
    told = "; ".join(
        f"{brief(stand.name)} quality {spell('quality', stand.quality)}, bias {spell('bias', stand.bias)}"
        for stand in shown
    )
    extent = "" if len(shown) == len(ordered) else "highest and lowest quality: "
    count = f"{len(ordered)} {noun(plane.by, len(ordered))}, {plane.n:,} {plural('article', plane.n)}"
    lines = 0 if plane.is_cloud else len(plane.events)
    joined = f"; lines join the articles of {lines:,} {plural('event', lines)}" if lines else ""
    return f"Quality against bias of {count}; {extent}{told}{joined}."
