"""The chart of score strips: every article, a row an outlet. All lengths are inches from the top left."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from scoring.article import SCORES
from scoring.reports.chart_rows import INK, LINE, NARROW_BELOW, SOFT, TALL, height_of, lay_heads
from scoring.reports.charts import RULE, Axes, Figure, blank_sheet, house_style, write_title
from scoring.reports.lettering import text_width, wrap_name
from scoring.reports.page import show
from scoring.reports.scatter import TICKS
from scoring.reports.strip_rows import Dot, StripRow, Strips
from scoring.reports.strip_words import strips_finding, strips_subtitle

BIN = 2
"""Width of a bar, in points of a score."""

REACH = 0.11
"""How far a ring stands off its row's middle at most, and half the height of the tallest bar."""

ENDS = {"quality": "higher is better", "bias": "higher is more biased"}


@dataclass(frozen=True, slots=True)
class Panel:
    """One score's plot: its left edge and its width."""

    score: str
    left: float
    width: float

    def place(self, value: float) -> float:
        """Return where a score stands."""
        return self.left + self.width * value / 100


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where everything stands; `tops` has one more entry than there are rows."""

    width: float
    edge: float
    names: tuple[tuple[str, ...], ...]
    panels: tuple[Panel, ...]
    tops: tuple[float, ...]
    is_narrow: bool

    def middle(self, row: int) -> float:
        """Return where a row's marks stand: below its name when narrow."""
        return self.tops[row + 1] - 0.19 if self.is_narrow else (self.tops[row] + self.tops[row + 1]) / 2


def draw_strips(strips: Strips, *, title: str | None = None, width: float = 7.0) -> Figure:
    """Draw every article by quality and by bias, a row an outlet, a line at the median.

    Parameters
    ----------
    strips : Strips
        From `scoring.reports.strip_rows.lay_strips`.
    title : str, optional
        The finding; by default how far articles lie apart, ``""`` for neither title nor subtitle.
    width : float, default 7
        Inches; below 5 the names stand above the rows.

    Returns
    -------
    matplotlib.figure.Figure
        As tall as the number of outlets asks for. The marks of row 3 are the group ``quality-3``.
    """
    finding = "" if title == "" else show(title or strips_finding(strips))
    heads = lay_heads(finding, strips_subtitle(strips), width - 0.36, is_narrow=width < NARROW_BELOW)
    room = height_of(heads) + 0.2 * bool(heads)
    sheet = lay_sheet(strips, width, top=room, edge=0.02 if title == "" else 0.18)
    with house_style():
        figure, axes = blank_sheet(width, sheet.tops[-1] + 0.38)
        write_title(axes, heads, sheet.edge)
        for panel in sheet.panels:
            draw_panel(axes, sheet, panel, strips)
        write_names(axes, sheet, strips)
    return figure


def lay_sheet(strips: Strips, width: float, *, top: float, edge: float) -> Sheet:
    """Give the names the room they need; the panels share the rest."""
    is_narrow = width < NARROW_BELOW
    names = tuple(
        wrap_name(row.name, width - 0.7 if is_narrow else min(2.0, 0.26 * width)) for row in strips.rows
    )
    wide = max((text_width(line, 10) for lines in names for line in lines), default=0.5)
    left = edge + (0.05 if is_narrow else wide + 0.18)
    gap = 0.3 if is_narrow else 0.36
    inside = (width - left - edge - gap - (0.08 if is_narrow else 0.42)) / 2
    panels = tuple(Panel(score, left + place * (inside + gap), inside) for place, score in enumerate(SCORES))
    tops = [top + (0.5 if len(strips.rows) > TALL else 0.3)]
    for lines in names:
        tall = 0.36 + LINE * len(lines) if is_narrow else max(0.36, 0.14 + LINE * len(lines))
        tops.append(tops[-1] + tall)
    return Sheet(width, edge, names, panels, tuple(tops), is_narrow)


def draw_panel(axes: Axes, sheet: Sheet, panel: Panel, strips: Strips) -> None:
    """Draw one score: its scale, a rule a row, the articles and the medians."""
    low, high = panel.place(0), panel.place(100)
    says = panel.score.capitalize() + ("" if sheet.is_narrow else f", {ENDS[panel.score]}")
    axes.text(low, sheet.tops[0] - (0.36 if len(sheet.names) > TALL else 0.12), says, size=9, color=SOFT)
    write_scale(axes, panel, sheet.tops[-1] + 0.04, below=True)
    if len(sheet.names) > TALL:
        write_scale(axes, panel, sheet.tops[0] - 0.02, below=False)
    most = max((max(_bars(row, panel.score)) for row in strips.rows if row.n > strips.limit), default=0)
    rules: list[tuple[float, float]] = []
    medians: list[tuple[float, float]] = []
    for place, row in enumerate(strips.rows):
        middle = sheet.middle(place)
        rules += [(low, middle), (high, middle), (math.nan, math.nan)]
        if len(row.dots[panel.score]) > 1:
            at = panel.place(row.median(panel.score))
            medians += [(at, middle - 0.13), (at, middle + 0.13), (math.nan, math.nan)]
    axes.plot(*zip(*rules, strict=True), color=RULE, linewidth=0.8, zorder=1)
    for place, row in enumerate(strips.rows):
        if row.n > strips.limit:
            draw_bars(axes, panel, row, sheet.middle(place), most)
        else:
            draw_dots(axes, panel, row.dots[panel.score], sheet.middle(place), gid=f"{panel.score}-{place}")
    if medians:
        axes.plot(*zip(*medians, strict=True), color=INK, linewidth=1.8, solid_capstyle="butt", zorder=3)


def write_scale(axes: Axes, panel: Panel, y: float, *, below: bool) -> None:
    """Write the scale from 0 to 100."""
    side = 1 if below else -1
    axes.plot([panel.left, panel.place(100)], [y, y], color=INK, linewidth=0.8)
    for tick in TICKS[:: 2 if panel.width < 1.5 else 1]:
        axes.plot([panel.place(tick)] * 2, [y, y + side * 0.05], color=INK, linewidth=0.8)
        axes.text(panel.place(tick), y + side * 0.08, str(tick), size=9, ha="center",
                  va="top" if below else "baseline")  # fmt: skip


def draw_dots(axes: Axes, panel: Panel, dots: tuple[Dot, ...], middle: float, *, gid: str) -> None:
    """Draw a ring an article, each a little above or below the middle: the golden ratio keeps them apart."""
    if not dots:
        return
    reach = 0.0 if len(dots) == 1 else REACH
    offs = [((0.618034 * k) % 1 - 0.5) * 2 * reach for k in range(1, len(dots) + 1)]
    axes.scatter(
        [panel.place(dot.value) for dot in dots], [middle + off for off in offs],
        s=16, facecolors="none", edgecolors=INK, linewidths=0.9, zorder=2, gid=gid,
        alpha=0.6 if reach else 1.0,
    )  # fmt: skip


def draw_bars(axes: Axes, panel: Panel, row: StripRow, middle: float, most: int) -> None:
    """Draw a bar for every two points of a score, as tall as the root of its articles."""
    strokes: list[tuple[float, float]] = []
    for place, count in enumerate(_bars(row, panel.score)):
        if count:
            at, reach = panel.place(BIN * (place + 0.5)), 1.3 * REACH * math.sqrt(count / most)
            strokes += [(at, middle - reach), (at, middle + reach), (math.nan, math.nan)]
    if strokes:
        thick = 72 * panel.width * BIN / 100 * 0.7
        axes.plot(
            *zip(*strokes, strict=True),
            color=INK,
            alpha=0.45,
            linewidth=thick,
            solid_capstyle="butt",
            zorder=2,
        )


def _bars(row: StripRow, score: str) -> list[int]:
    """How many articles lie in every two points of a score."""
    values = [dot.value for dot in row.dots[score]]
    return [int(count) for count in np.histogram(values, bins=100 // BIN, range=(0, 100))[0]]


def write_names(axes: Axes, sheet: Sheet, strips: Strips) -> None:
    """Write the outlets' names and their n."""
    right = sheet.width - sheet.edge
    if not sheet.is_narrow:
        axes.text(right, sheet.tops[0] - 0.12, "n", ha="right", size=9, color=SOFT)
    for place, (row, lines) in enumerate(zip(strips.rows, sheet.names, strict=True)):
        start = sheet.middle(place) + 0.05 - LINE * (len(lines) - 1) / 2
        if sheet.is_narrow:
            start = sheet.tops[place] + 0.17
        for number, line in enumerate(lines):
            axes.text(sheet.edge, start + LINE * number, line, size=10, color=INK if row.n else SOFT)
        said = f"n {row.n}" if sheet.is_narrow else str(row.n)
        level = start if sheet.is_narrow else sheet.middle(place) + 0.05
        axes.text(right, level, said, ha="right", size=9 if sheet.is_narrow else 10, color=SOFT)


def dot_titles(strips: Strips) -> dict[str, tuple[str, ...]]:
    """Return what the rings of each group of marks are, in the order drawn."""
    return dict(_titles(strips))


def _titles(strips: Strips) -> Iterator[tuple[str, tuple[str, ...]]]:
    for place, row in enumerate(strips.rows):
        if row.n <= strips.limit:
            for score in SCORES:
                yield f"{score}-{place}", tuple(dot.title for dot in row.dots[score])
