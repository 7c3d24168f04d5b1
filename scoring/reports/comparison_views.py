"""What the comparison page shows: charts, pairs and tables as text."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

import pandas as pd
from markupsafe import Markup

from scoring.extractors import CODEBOOK
from scoring.outlets import OutletTables
from scoring.outlets.verdicts import judge_pairs, turn_upward
from scoring.outlets.words import brief, chance_words, whole
from scoring.reports.charts import NARROW
from scoring.reports.heatmap import draw_heatmap
from scoring.reports.heatmap_rows import SCORES, Heat, describe_heat, family_of, heat_finding, heat_subtitle
from scoring.reports.labels import first_upper, format_interval, format_value, measure_scale
from scoring.reports.scatter import draw_scatter, name_stands
from scoring.reports.scatter_rows import (
    Plane,
    describe_plane,
    scatter_finding,
    scatter_subtitle,
    spell_stand,
)
from scoring.reports.svg import inline_svg

DESK = 6.1
"""Width of a chart in the page, in inches: half of the page on a desk, all of it on a tablet."""

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
class HeatView:
    """The heatmap as the page shows it.

    Attributes
    ----------
    finding, says, says_phone : str
        Headline, and what is drawn, at a desk and on a telephone.
    width : float
        Of the chart at a desk, in inches.
    families : tuple of (family, number of columns)
    heads : tuple of (label, unit)
    rows : tuple of (outlet, n, *means)
        In each measure's own unit.
    """

    finding: str
    says: str
    says_phone: str
    width: float
    desk: Markup
    phone: Markup
    families: tuple[tuple[str, int], ...]
    heads: tuple[tuple[str, str], ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PlaneView:
    """Quality against bias as the page shows it."""

    finding: str
    says: str
    says_phone: str
    desk: Markup
    phone: Markup
    rows: tuple[tuple[str, ...], ...]


def view_heat(heat: Heat, outlets: pd.DataFrame, *, headlines: Sequence[str]) -> HeatView:
    """Return the heatmap for the page: all measures at a desk, one a family on a telephone."""
    few = heat.keep([*SCORES, *headlines])
    wide, label = draw_heatmap(heat, title=""), describe_heat(heat)
    desk = inline_svg(wide, label=label, prefix="desk-heatmap", look="desk")
    phone, says_phone = Markup(""), ""
    if len(few.places.columns):
        narrow = draw_heatmap(few, title="", width=NARROW)
        phone = inline_svg(narrow, label=describe_heat(few), prefix="phone-heatmap", look="phone")
        says_phone = heat_subtitle(heat, shown=len(few.places.columns))
    measures = heat.measures
    families = [(first_upper(name), len(list(part))) for name, part in groupby(measures, key=family_of)]
    return HeatView(
        finding=heat_finding(heat),
        says=heat_subtitle(heat),
        says_phone=says_phone or heat_subtitle(heat),
        width=float(wide.get_size_inches()[0]),
        desk=desk,
        phone=phone,
        families=tuple(families),
        heads=tuple((first_upper(column_label(name)), measure_scale(name)) for name in measures),
        rows=tuple(mean_rows(heat, outlets)),
    )


def mean_rows(heat: Heat, outlets: pd.DataFrame) -> Iterator[tuple[str, ...]]:
    """Yield the rows of the heatmap's table: outlet, n, then each measure's mean in its own unit."""
    means = outlets.pivot(index="outlet", columns="measure", values="mean")
    table = means.reindex(index=heat.places.index, columns=list(heat.measures)).to_numpy(dtype=float)
    for name, n, values in zip(heat.names, heat.n, table, strict=True):
        cells = (format_value(measure, value) for measure, value in zip(heat.measures, values, strict=True))
        yield brief(name), str(n), *cells


def column_label(measure: str) -> str:
    """Return a column's name below its family's."""
    return CODEBOOK[measure].label if measure in CODEBOOK else measure.replace("_", " ")


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
            words = "told apart" if sure else "apart only if taken alone"
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
    """Return in words how sure a pair is that cannot be told apart."""
    if math.isnan(probability):
        return "too few articles or events to say"
    return "leans so, cannot be told" if probability >= LEANING else "cannot be told"
