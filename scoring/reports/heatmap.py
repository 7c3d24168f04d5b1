"""The heatmap of outlets by measures. All lengths here are inches from the top left."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
import numpy.typing as npt

from scoring.reports.chart_rows import BOLD, INK, SOFT, TALL, Head, height_of, lay_heads
from scoring.reports.charts import FAMILY_INK, RULE, Axes, Figure, blank_sheet, house_style, write_title
from scoring.reports.heatmap_rows import Heat, family_of, heat_finding, heat_subtitle, whole_place
from scoring.reports.labels import column_label, first_upper
from scoring.reports.lettering import text_width, wrap_name
from scoring.reports.page import show

Floats = npt.NDArray[np.float64]

CELL, GAP = 0.31, 0.14
"""Width of a column, and between families."""

STRONGEST = 0.5
"""Opacity of a family's ink at the highest percentile: figures stay at 4.5:1 on it, light and dark."""

HEAD_ROOM = 1.3
"""Length of a measure's name before it wraps."""


@dataclass(frozen=True, slots=True)
class Band:
    """The columns of one family: where each stands."""

    family: str
    measures: tuple[str, ...]
    left: float
    cell: float
    width: float


@dataclass(frozen=True, slots=True)
class Frame:
    """Where everything stands; `tops` has one more entry than there are rows."""

    width: float
    edge: float
    names: tuple[tuple[str, ...], ...]
    bands: tuple[Band, ...]
    tops: tuple[float, ...]
    is_narrow: bool


def draw_heatmap(heat: Heat, *, title: str | None = None, width: float | None = None) -> Figure:
    """Draw outlets by measures: a cell's tint and figure are its percentile.

    Parameters
    ----------
    heat : Heat
        From `scoring.reports.heatmap_rows.place_outlets`.
    title : str, optional
        The finding; by default what stands apart, ``""`` for neither title nor subtitle.
    width : float, optional
        Inches; by default as wide as the measures ask for, so that every figure is legible. Columns
        of a given width carry their families' names instead of their own.

    Returns
    -------
    matplotlib.figure.Figure
    """
    names, bands, full = lay_columns(heat, width, edge=0.02 if title == "" else 0.18)
    heads = [] if title == "" else title_lines(heat, full, title)
    room = height_of(heads) + 0.34 * bool(heads)
    above = head_height(bands, is_narrow=width is not None)
    tops = [room + above]
    for lines in names:
        tops.append(tops[-1] + max(0.25, 0.1 + 0.15 * len(lines)))
    repeats = len(names) > TALL
    frame = Frame(full, 0.02 if title == "" else 0.18, names, bands, tuple(tops), width is not None)
    with house_style():
        figure, axes = blank_sheet(full, tops[-1] + 0.1 + (above if repeats else 0.0))
        write_title(axes, heads, frame.edge)
        write_heads(axes, frame, tops[0], side=-1)
        if repeats:
            write_heads(axes, frame, tops[-1], side=1)
        draw_cells(axes, heat, frame)
        write_rows(axes, heat, frame)
    return figure


def lay_columns(
    heat: Heat, width: float | None, *, edge: float
) -> tuple[tuple[tuple[str, ...], ...], tuple[Band, ...], float]:
    """Wrap the names and give each family its room."""
    room = 2.1 if width is None else 1.2
    names = tuple(wrap_name(name, room, lines=2 if width is None else 3) for name in heat.names)
    left = edge + max(text_width(line, 9) for lines in names for line in lines) + 0.1
    families = [(family, tuple(group)) for family, group in groupby(heat.measures, key=family_of)]
    cell, gap = CELL, GAP
    if width is not None:
        gap = 0.04
        cell = (width - left - edge - 0.26 - gap * len(families)) / len(heat.measures)
    bands = []
    for family, measures in families:
        own = cell * len(measures)
        wide = own if width is not None else max(own, text_width(first_upper(family), 9) * BOLD)
        bands.append(Band(family, measures, left, cell, own))
        left += wide + gap
    return names, tuple(bands), width or left + 0.18 + edge


def title_lines(heat: Heat, width: float, title: str | None) -> list[Head]:
    """Return the lines of title and subtitle."""
    return lay_heads(show(title or heat_finding(heat)), heat_subtitle(heat), min(width, 10.0) - 0.36)


def head_lines(measure: str, *, is_narrow: bool) -> tuple[str, ...]:
    """Return a column's name: the codebook's, or on a telephone the family's."""
    if is_narrow:
        family = family_of(measure)
        return (first_upper(measure if family in ("scores", "other") else family),)
    return wrap_name(first_upper(column_label(measure)), HEAD_ROOM, lines=2)


def head_height(bands: Sequence[Band], *, is_narrow: bool) -> float:
    """Return the room that columns' names and families' names take."""
    names = [head_lines(name, is_narrow=is_narrow) for band in bands for name in band.measures]
    lines = [line for name in names for line in name]
    return max(text_width(line, 8.5) for line in lines) + (0.15 if is_narrow else 0.38)


def write_heads(axes: Axes, frame: Frame, edge: float, *, side: int) -> None:
    """Write the columns' names, read upward, and the families' beyond them: above (-1) or below (1)."""
    anchor: dict[str, Any] = {"rotation": 90, "rotation_mode": "anchor"}
    anchor["ha"] = "left" if side < 0 else "right"
    far = head_height(frame.bands, is_narrow=frame.is_narrow) - 0.14
    for band in frame.bands:
        colour = FAMILY_INK.get(band.family, INK)
        for place, measure in enumerate(band.measures):
            lines = head_lines(measure, is_narrow=frame.is_narrow)
            start = band.left + band.cell * (place + 0.5) - 0.065 * (len(lines) - 1) + 0.04
            for number, line in enumerate(lines):
                axes.text(start + 0.13 * number, edge + side * 0.07, line, size=8.5, **anchor)
        if not frame.is_narrow:
            at = edge + side * far
            axes.text(band.left, at + (0.06 if side > 0 else -0.04), first_upper(band.family), size=9,
                      weight="bold", color=colour, va="top" if side > 0 else "baseline")  # fmt: skip
            axes.plot([band.left, band.left + band.width - 0.02], [at, at], color=colour, linewidth=1.4)


def draw_cells(axes: Axes, heat: Heat, frame: Frame) -> None:
    """Tint the cells, hatch those without a value, and write the percentiles."""
    strokes: list[tuple[float, float]] = []
    for band in frame.bands:
        places = heat.places[list(band.measures)].to_numpy(dtype=float)
        apart = heat.apart[list(band.measures)].to_numpy(dtype=bool)
        lefts = band.left + band.cell * np.arange(len(band.measures))
        for row, (top, bottom) in enumerate(zip(frame.tops, frame.tops[1:], strict=False)):
            known = np.isfinite(places[row])
            tint_row(axes, band, lefts[known], places[row][known], top, bottom)
            for left, value, is_apart in zip(lefts, places[row], apart[row], strict=True):
                if math.isfinite(value):
                    middle = left + band.cell / 2 - 0.01, (top + bottom) / 2 + 0.03
                    weight = "bold" if is_apart else "normal"
                    axes.text(*middle, whole_place(value), size=8, ha="center", weight=weight)
                else:
                    strokes += hatch(left, top, band.cell - 0.02, bottom - top - 0.02)
    axes.plot([x for x, _ in strokes], [y for _, y in strokes], color=RULE, linewidth=0.8)


def tint_row(axes: Axes, band: Band, lefts: Floats, places: Floats, top: float, bottom: float) -> None:
    """Tint one outlet's cells in one family."""
    ink = FAMILY_INK.get(band.family, INK)
    tints = [(ink, tint_of(place, band.family)) for place in places]
    spans = [(left, band.cell - 0.02) for left in lefts]
    axes.broken_barh(spans, (top, bottom - top - 0.02), facecolors=tints, linewidth=0, clip_on=False)


def tint_of(place: float, family: str) -> float:
    """Return the opacity of a percentile; our ink is stronger than the families'."""
    most = STRONGEST if family in FAMILY_INK else 0.35
    return round(0.03 + (most - 0.03) * place / 100, 2)


def hatch(left: float, top: float, width: float, height: float) -> list[tuple[float, float]]:
    """Return three slanting strokes across a cell, parted by NaN."""
    points = []
    for at in (0.15, 0.45, 0.75):
        points += [(left + width * at, top + height), (left + width * (at + 0.2), top), (math.nan, math.nan)]
    return points


def write_rows(axes: Axes, heat: Heat, frame: Frame) -> None:
    """Write the outlets' names and their n."""
    right = frame.width - frame.edge
    axes.text(right, frame.tops[0] - 0.07, "n", ha="right", size=8.5, color=SOFT)
    for lines, n, top, bottom in zip(frame.names, heat.n, frame.tops, frame.tops[1:], strict=False):
        start = (top + bottom) / 2 + 0.035 - 0.075 * (len(lines) - 1)
        for place, line in enumerate(lines):
            axes.text(frame.edge, start + 0.15 * place, line, size=9)
        axes.text(right, (top + bottom) / 2 + 0.035, str(n), ha="right", size=8.5, color=SOFT)
