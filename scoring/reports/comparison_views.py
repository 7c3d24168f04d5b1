"""What the comparison page shows: charts, pairs and tables as text."""

from __future__ import annotations

import math
from dataclasses import dataclass

import pandas as pd
from markupsafe import Markup

from scoring.outlets import OutletTables
from scoring.outlets.verdicts import judge_pairs, turn_upward
from scoring.outlets.words import brief, chance_words, whole
from scoring.reports.charts import NARROW
from scoring.reports.labels import format_interval, format_value
from scoring.reports.scatter import draw_scatter, name_stands
from scoring.reports.scatter_rows import (
    Plane,
    describe_plane,
    scatter_finding,
    scatter_subtitle,
    spell_stand,
)
from scoring.reports.strip_rows import (
    Strips,
)
from scoring.reports.strip_words import describe_strips, strip_cells, strips_finding, strips_subtitle
from scoring.reports.strips import dot_titles, draw_strips
from scoring.reports.svg import inline_svg

DESK = 6.1
"""Width of a chart in the page, in inches: half of the page on a desk, all of it on a tablet."""

STRIPS = 9.6
"""Width of the score strips at a desk, in inches."""

DASH = "\u2013"

LEANING = 0.8
"""P(A above B) from which the table says "leans so"."""


@dataclass(frozen=True, slots=True)
class ChartView:
    """One chart as the page shows it."""

    name: str
    stem: str
    finding: str
    scale: str
    desk: Markup
    phone: Markup
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """One pair as the page shows it, the higher outlet first."""

    a: str
    b: str
    difference: str
    interval: str
    chance: str
    words: str
    shared: int
    is_told: bool


@dataclass(frozen=True, slots=True)
class StripsView:
    """The score strips as the page shows them.

    Attributes
    ----------
    rows : tuple
        An outlet: name, n, median and extent of quality, then of bias.
    articles : tuple of (outlet, title, quality, bias)
    n : int
        All articles drawn, listed or not.
    """

    finding: str
    says: str
    says_phone: str
    desk: Markup
    phone: Markup
    rows: tuple[tuple[str, ...], ...]
    articles: tuple[tuple[str, ...], ...]
    n: int


@dataclass(frozen=True, slots=True)
class PlaneView:
    """Quality against bias as the page shows it."""

    finding: str
    says: str
    says_phone: str
    desk: Markup
    phone: Markup
    rows: tuple[tuple[str, ...], ...]


def view_plane(plane: Plane, tables: OutletTables) -> PlaneView:
    """Return quality against bias for the page."""
    label = describe_plane(plane)
    drawn, says = {}, {}
    for look, width in (("desk", DESK), ("phone", NARROW)):
        figure = draw_scatter(plane, title="", width=width)
        drawn[look] = inline_svg(figure, label=label, prefix=f"{look}-plane", look=look)
        says[look] = scatter_subtitle(plane, labelled=name_stands(plane, width=width))
    ordered = sorted(plane.stands, key=lambda stand: -stand.quality[0])
    return PlaneView(
        scatter_finding(tables, plane), says["desk"], says["phone"], drawn["desk"], drawn["phone"],
        tuple(spell_stand(stand) for stand in ordered),
    )  # fmt: skip


def view_strips(strips: Strips) -> StripsView:
    """Return the score strips for the page; rings tell their title where there is a pointer."""
    label, named = describe_strips(strips), dot_titles(strips)
    desk = draw_strips(strips, title="", width=STRIPS)
    phone = draw_strips(strips, title="", width=NARROW)
    return StripsView(
        strips_finding(strips),
        strips_subtitle(strips, is_titled=bool(named)),
        strips_subtitle(strips),
        inline_svg(desk, label=label, prefix="desk-strips", look="desk", titles=named),
        inline_svg(phone, label=label, prefix="phone-strips", look="phone"),
        tuple(strip_cells(row) for row in strips.rows),
        strips.listed,
        strips.n,
    )


def outlet_cells(row: pd.Series, measure: str) -> tuple[str, ...]:
    """Return one outlet's cells: name, n, events, mean, 90 % and 50 % interval."""
    return (
        brief(row["outlet"]), str(row["n"]), str(row["events"]), format_value(measure, row["mean"]),
        spell_ends(measure, row["low"], row["high"]), spell_ends(measure, row["low50"], row["high50"]),
    )  # fmt: skip


def spell_ends(measure: str, low: float, high: float) -> str:
    """Return both ends, or one dash where there is no interval."""
    return format_value(measure, low) if pd.isna(low) else format_interval(measure, low, high)


def view_pairs(pairs: pd.DataFrame, score: str) -> list[PairView]:
    """Return the pairs of a score, surest first, those that cannot be compared last; none if no pair can."""
    verdict = judge_pairs(pairs, score)
    if not verdict.comparable:
        return []
    turned = turn_upward(pairs[(pairs["measure"] == score) & pairs["difference"].notna()])
    ordered = turned.sort_values("probability", ascending=False, kind="stable", na_position="last")
    views = []
    for index, row in ordered.iterrows():
        sure, words = index in verdict.sure.index, lean_words(row["probability"])
        if index in verdict.told.index:
            words = "they differ" if sure else "they look different alone, but not beside all the other pairs"
        views.append(view_pair(row, words, is_told=sure))
    return views


def view_pair(row: pd.Series, words: str, *, is_told: bool) -> PairView:
    """Return one pair as text."""
    interval = DASH if pd.isna(row["low"]) else f"{whole(row['low'])} to {whole(row['high'])}"
    chance = DASH if pd.isna(row["probability"]) else chance_words(row["probability"])
    return PairView(
        a=brief(row["a"]),
        b=brief(row["b"]),
        difference=whole(row["difference"]),
        interval=interval,
        chance=chance.replace("above ", ">"),
        words=words,
        shared=int(row["shared_events"]),
        is_told=is_told,
    )


def lean_words(probability: float) -> str:
    """Return in words how sure a pair is whose difference is not shown."""
    if math.isnan(probability):
        return "too few articles or events to say"
    return "leans so, not shown" if probability >= LEANING else "no difference shown"
