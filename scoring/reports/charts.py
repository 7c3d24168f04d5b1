"""Charts of outlets: dots with two interval widths, the single articles faint behind.

A chart takes tables and returns a `Figure` of matplotlib: nothing is shown, no style set. Lengths are inches.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from io import BytesIO
from pathlib import Path
from typing import Any

import matplotlib
import numpy as np
import pandas as pd
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from scoring.article import SCORES
from scoring.reports.chart_rows import (
    INK,
    LINE,
    SOFT,
    TALL,
    Head,
    Layout,
    Row,
    describe_outlets,
    has_ends,
    head_lines,
    height_of,
    is_single,
    lay_out,
    lay_rows,
    pick_rows,
    x_limits,
)

__all__ = [
    "Axes", "Figure", "blank_sheet", "describe_outlets", "draw_outlets", "house_style", "save_figure",
    "to_svg", "write_title",
]  # fmt: skip

PAPER, RULE = "#fbfaf7", "#d9d5cb"
FAMILY_INK = {
    "hedging": "#1570a3", "sourcing": "#007353", "promotion": "#8d6100",
    "stuffing": "#a9407a", "stance": "#a54900", "language": "#676767",
}  # fmt: skip
"""The Okabe-Ito hues, dark enough for 4.5:1 on paper; `base.css` has the same."""

STYLE: Any = {
    "font.family": ["DejaVu Sans"], "font.size": 10.0, "text.color": INK, "text.parse_math": False,
    "axes.edgecolor": INK, "axes.facecolor": "none", "axes.linewidth": 0.8, "axes.unicode_minus": True,
    "axes.spines.top": False, "axes.spines.right": False, "axes.spines.left": False,
    "axes.formatter.useoffset": False, "axes.formatter.use_mathtext": False,
    "xtick.color": INK, "xtick.labelsize": 9.0, "xtick.major.size": 3.5, "xtick.major.width": 0.8,
    "figure.facecolor": PAPER, "savefig.facecolor": "auto", "savefig.dpi": 200.0,
    "svg.fonttype": "none", "svg.hashsalt": "sourcegrade",
}  # fmt: skip
"""The style sheet of every chart."""

WIDE, NARROW = 7.0, 3.7
"""Widths: for paper and a desk, and for a telephone of 390 px."""
PIXELS = 30_000
"""Tallest PNG: above this the resolution falls."""


def draw_outlets(
    outlets: pd.DataFrame, articles: pd.DataFrame, *, measure: str, title: str | None = None,
    by: str = "outlet", width: float = WIDE,
) -> Figure:  # fmt: skip
    """Draw each outlet's mean with its 50 % and 90 % intervals, sorted, over its single articles.

    Parameters
    ----------
    outlets : pandas.DataFrame
        From `scoring.outlets.compare_outlets`: outlet, measure, n, mean, low, high, low50, high50.
    articles : pandas.DataFrame
        One row an article, with the columns `by` and `measure`; where every outlet has one article,
        its own interval is drawn from the columns ``<measure>_low`` and ``<measure>_high``.
    measure : str
        The measure drawn. Scores are drawn from 0 to 100 always, so that charts compare.
    title : str, optional
        The finding; by default the highest and the lowest outlet, ``""`` for neither title nor
        subtitle (a page has its own).
    by : str, default "outlet"
    width : float, default 7
        Inches; below 5 the names stand above the rows.

    Returns
    -------
    matplotlib.figure.Figure
        As tall as the number of outlets asks for.
    """
    table = pick_rows(outlets, measure)
    rows = lay_rows(table, articles, measure=measure, by=by, width=width)
    layout = lay_out(rows, width=width, is_single=is_single(table), is_bare=title == "")
    heads = [] if title == "" else head_lines(rows, layout, measure=measure, title=title, by=by)
    room = height_of(heads) + 0.28 * bool(heads)
    with house_style():
        figure = Figure(figsize=(layout.width, room + layout.height))
        axes = add_axes(figure, layout, rows, measure)
        draw_marks(axes, layout, rows, measure)
        for row in rows:
            write_row(figure, layout, row)
        draw_column_heads(figure, layout, rows)
        draw_heads(figure, layout, heads, room)
    return figure


def add_axes(figure: Figure, layout: Layout, rows: list[Row], measure: str) -> Axes:
    """Add the plot: horizontal scale from the measure, vertical in inches from the top."""
    width, height = figure.get_size_inches()
    inside = width - layout.left - layout.right
    box = (layout.left / width, layout.bottom / height, inside / width, layout.plot / height)
    axes = figure.add_axes(box)
    axes.set_xlim(*x_limits(rows, measure))
    axes.set_ylim(layout.plot, 0)
    axes.yaxis.set_visible(False)
    axes.locator_params(axis="x", nbins=5)
    axes.tick_params(axis="x", top=len(rows) > TALL, labeltop=len(rows) > TALL)
    if measure in SCORES:
        axes.set_xticks([0, 25, 50, 75, 100])
    if measure.endswith("_share"):
        axes.xaxis.set_major_formatter(lambda value, place: f"{100 * value:g}")
    return axes


def draw_marks(axes: Axes, layout: Layout, rows: list[Row], measure: str) -> None:
    """Draw rules, articles, intervals and means: one call a kind, so that many outlets cost little."""
    colour = FAMILY_INK.get(measure.partition("_")[0], INK)
    free: dict[str, Any] = {"clip_on": False, "zorder": 3}
    middles = np.array([middle_of(row, layout) for row in rows])
    axes.hlines(middles, *axes.get_xlim(), color=RULE, linewidth=0.8, zorder=0)
    dots = [(x, y) for row, middle in zip(rows, middles, strict=True) for x, y in scatter_dots(row, middle)]
    faint: dict[str, Any] = {"facecolors": "none", "edgecolors": colour, "alpha": 0.45, "linewidths": 0.8}
    axes.scatter([x for x, _ in dots], [y for _, y in dots], s=15, clip_on=False, **faint)
    low, high, low50, high50 = np.array([row.ends for row in rows]).reshape(-1, 4).T
    half, line = np.isfinite(low50), np.isfinite(low)
    axes.hlines(middles[half], low50[half], high50[half], color=colour, linewidth=7, alpha=0.35, **free)
    axes.hlines(middles[line], low[line], high[line], color=colour, linewidth=1.4, **free)
    means = np.array([row.mean for row in rows])
    sure = line & (not layout.is_single)
    free["zorder"] = 4
    edge: dict[str, Any] = {"edgecolors": colour, "linewidths": 1.4}
    axes.scatter(means[sure], middles[sure], s=30, facecolors=colour, **edge, **free)
    bare = ~sure & np.isfinite(means)
    axes.scatter(means[bare], middles[bare], s=42, facecolors=PAPER, **edge, **free)


def middle_of(row: Row, layout: Layout) -> float:
    """Return where a row's marks stand: below its name when narrow."""
    return row.top + (row.height - 0.19 if layout.is_narrow else row.height / 2)


def scatter_dots(row: Row, middle: float) -> list[tuple[float, float]]:
    """Return a row's articles, each a little above or below its middle: the golden ratio keeps them apart."""
    return [(x, middle + ((0.618034 * k) % 1 - 0.5) * 0.2) for k, x in enumerate(row.dots, start=1)]


def write_row(figure: Figure, layout: Layout, row: Row) -> None:
    """Write an outlet's name and figures beside its row, or above it when narrow."""
    colour, middle = INK if np.isfinite(row.mean) else SOFT, middle_of(row, layout)
    start = row.top + 0.17 if layout.is_narrow else middle - LINE * (len(row.lines) - 1) / 2 + 0.05
    for place, line in enumerate(row.lines):
        write(figure, layout, layout.edge, start + LINE * place, line, color=colour)
    right = layout.width - layout.edge
    if layout.is_narrow:
        write(figure, layout, right, start, f"{row.figures}  n {row.n}", ha="right", color=colour, size=9.0)
        return
    write(figure, layout, right - 0.5, middle + 0.05, row.figures, ha="right", color=colour)
    write(figure, layout, right, middle + 0.05, str(row.n), ha="right", color=SOFT)


def write(figure: Figure, layout: Layout, x: float, y: float, text: str, **look: Any) -> None:
    """Write text with its base line at x from the left and y below the top of the plot."""
    width, height = figure.get_size_inches()
    figure.text(x / width, (layout.bottom + layout.plot - y) / height, text, va="baseline", **look)


def draw_column_heads(figure: Figure, layout: Layout, rows: list[Row]) -> None:
    """Say over the figures at the right what they are."""
    if layout.is_narrow or not rows:
        return
    right, look = layout.width - layout.edge, {"ha": "right", "size": 9.0, "color": SOFT}
    what = ("article" if layout.is_single else "mean") + (" (90 %)" if has_ends(rows) else "")
    write(figure, layout, right - 0.5, 0.16 - layout.top, what, **look)
    write(figure, layout, right, 0.16 - layout.top, "n", **look)


def draw_heads(figure: Figure, layout: Layout, heads: list[Head], room: float) -> None:
    """Write title and subtitle from the top down."""
    y = 0.06 - layout.top - room
    below = next((text for text, _, weight, _ in heads if weight == "normal"), None)
    for text, size, weight, colour in heads:
        y += size * 1.4 / 72 + (0.05 if text is below else 0.0)
        write(figure, layout, layout.edge, y, text, size=size, weight=weight, color=colour)


def save_figure(figure: Figure, stem: Path) -> None:
    """Write ``stem.svg`` and ``stem.png``: the same figure gives the same bytes.

    The SVG holds its text as text. Letters that our font lacks are left to the reader's fonts there,
    and show as boxes in the PNG.
    """
    Path(f"{stem}.svg").write_bytes(to_svg(figure))
    dots = min(STYLE["savefig.dpi"], PIXELS / figure.get_size_inches()[1])
    with house_style(), quiet_about_letters():
        figure.savefig(f"{stem}.png", dpi=dots, metadata={"Software": None})


def to_svg(figure: Figure, *, transparent: bool = False) -> bytes:
    """Return a figure as SVG, without date or program: the same figure gives the same bytes."""
    drawn = BytesIO()
    with house_style(), quiet_about_letters():
        metadata = {"Date": None, "Creator": None}
        figure.savefig(drawn, format="svg", metadata=metadata, transparent=transparent)
    return drawn.getvalue()


def blank_sheet(width: float, height: float) -> tuple[Figure, Axes]:
    """Return a figure and axes over all of it, measured in inches from the top left."""
    figure = Figure(figsize=(width, height))
    axes = figure.add_axes((0.0, 0.0, 1.0, 1.0))
    axes.set(xlim=(0, width), ylim=(height, 0))
    axes.set_axis_off()
    return figure, axes


def write_title(axes: Axes, heads: Sequence[Head], edge: float) -> None:
    """Write title and subtitle from the top down."""
    y = 0.1
    for text, size, weight, colour in heads:
        y += size * 1.4 / 72
        axes.text(edge, y, text, size=size, weight=weight, color=colour)


def house_style() -> AbstractContextManager[None]:
    """Keep matplotlib to our style sheet for as long as something is drawn."""
    return matplotlib.rc_context(STYLE)


@contextmanager
def quiet_about_letters() -> Iterator[None]:
    """Keep matplotlib from warning about letters that its font lacks: names come in every script."""
    with warnings.catch_warnings():
        warnings.filterwarnings("ignore", message=r"(?s)(Glyph|Matplotlib currently does not support)")
        yield
