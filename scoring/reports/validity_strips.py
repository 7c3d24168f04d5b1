"""The chart of distributions: every measure as small strips, one a corpus. Inches from the top left."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any

import numpy as np
import numpy.typing as npt
import pandas as pd

from scoring.reports.chart_rows import INK, NARROW_BELOW, SOFT, height_of, lay_heads
from scoring.reports.charts import (
    FAMILY_INK,
    PAPER,
    RULE,
    Axes,
    Figure,
    blank_sheet,
    house_style,
    write_title,
)
from scoring.reports.heatmap_rows import family_of
from scoring.reports.labels import column_label, first_upper, format_value
from scoring.reports.lettering import wrap_name

Floats = npt.NDArray[np.float64]
FEW = 30
"""Up to so many articles are drawn one by one."""
PITCH = 0.125
"""From strip to strip."""
NOTCH = 0.05
"""Width of the middle half below which the median is drawn in its own colour."""
RARE = 0.05
"""Share of articles above zero below which a column is called rare."""


@dataclass(frozen=True, slots=True)
class Strip:
    """One column in one corpus: five quantiles or single articles, 0 to 1 along the column's own scale."""

    corpus: str
    quantiles: tuple[float, ...]
    dots: tuple[float, ...]
    above: float


@dataclass(frozen=True, slots=True)
class ColumnStrips:
    """One column: its scale's ends and a strip a corpus."""

    column: str
    label: str
    low: float
    high: float
    strips: tuple[Strip, ...]

    @property
    def is_constant(self) -> bool:
        """Whether no article differs from another."""
        return not self.high > self.low


def lay_strips(tables: Mapping[str, pd.DataFrame]) -> list[ColumnStrips]:
    """Place each column's values on a scale of its own: the 1st to the 99th percentile of all articles."""
    if not tables:
        return []
    columns = list(next(iter(tables.values())).columns)
    return [
        _lay_column(name, {corpus: t[name].to_numpy() for corpus, t in tables.items()}) for name in columns
    ]


def _lay_column(column: str, values: Mapping[str, Floats]) -> ColumnStrips:
    known = {corpus: part[np.isfinite(part)] for corpus, part in values.items()}
    whole = np.concatenate(list(known.values()))
    low, high = map(float, np.quantile(whole, [0.01, 0.99])) if len(whole) else (math.nan, math.nan)
    if low == high:
        low, high = float(whole.min()), float(whole.max())
    strips = tuple(_lay_strip(corpus, part, low, high) for corpus, part in known.items())
    return ColumnStrips(column, first_upper(column_label(column)), low, high, strips)


def _lay_strip(corpus: str, known: Floats, low: float, high: float) -> Strip:
    if not len(known) or not high > low:
        return Strip(corpus, (), (), float((known > 0).mean()) if len(known) else math.nan)
    places = np.clip((known - low) / (high - low), 0, 1)
    above = float((known > 0).mean())
    if len(known) <= FEW:
        return Strip(corpus, (), tuple(map(float, np.sort(places))), above)
    return Strip(corpus, tuple(map(float, np.quantile(places, [0.05, 0.25, 0.5, 0.75, 0.95]))), (), above)


def strips_finding(rows: Sequence[ColumnStrips]) -> str:
    """What the chart shows, in a sentence."""
    constant = sum(row.is_constant for row in rows)
    rare = sum(not row.is_constant and _is_rare(row) for row in rows)
    verb = "is" if rare == 1 else "are"
    told = f"{rare} of {len(rows)} columns {verb} above zero in fewer than 1 of 20 articles"
    return f"{told}; {constant} {'is' if constant == 1 else 'are'} constant" if constant else told


def _is_rare(row: ColumnStrips) -> bool:
    return row.low >= 0 and all(strip.above < RARE for strip in row.strips if not strip.dots)


def strips_subtitle(tables: Mapping[str, pd.DataFrame], rows: Sequence[ColumnStrips]) -> str:
    """What the marks mean, with n."""
    corpora = ", ".join(f"{plain_name(name)} (n = {len(table):,})" for name, table in tables.items())
    dots = "; dots: single articles" if any(strip.dots for row in rows for strip in row.strips) else ""
    scale = "Each column has its own scale, from the 1st to the 99th percentile of all articles"
    marks = f"line: 5th to 95th percentile, bar: middle half, notch: median{dots}"
    return f"Top to bottom: {corpora}. {scale}; {marks}. At the right the share of articles above zero."


def describe_strips(tables: Mapping[str, pd.DataFrame]) -> str:
    """The chart in words: what is constant and what is rare."""
    rows = lay_strips(tables)
    if not rows:
        return "No article was measured."
    rare = [row.label for row in rows if not row.is_constant and _is_rare(row)]
    constant = [row.label for row in rows if row.is_constant]
    corpora = " and ".join(f"{len(table):,} articles of {plain_name(name)}" for name, table in tables.items())
    parts = [f"{len(rows)} columns over {corpora}"]
    parts.append(f"constant: {', '.join(constant) or 'none'}")
    parts.append(f"above zero in fewer than 1 of 20 articles: {', '.join(rare) or 'none'}")
    return "; ".join(parts) + "."


def plain_name(corpus: str) -> str:
    """A corpus as a reader would call it."""
    return {"events_allsides": "news events", "kind_fakehealth": "health news"}.get(corpus, corpus)


def draw_strips(
    tables: Mapping[str, pd.DataFrame], *, title: str | None = None, width: float = 8.0
) -> Figure:
    """Draw every column as small strips, one a corpus, grouped by family.

    Parameters
    ----------
    tables : mapping of str to pandas.DataFrame
        Corpus to its articles' measures.
    title : str, optional
        The finding; ``""`` for neither title nor subtitle.
    width : float, default 8
        Inches; below 5 the names stand above the strips.
    """
    rows = lay_strips(tables)
    narrow, edge = width < NARROW_BELOW, 0.02 if title == "" else 0.18
    finding = "" if title == "" else title or strips_finding(rows)
    heads = lay_heads(finding, strips_subtitle(tables, rows), width - 2 * edge)
    y = 0.1 + height_of(heads)
    pitch = PITCH * len(tables) + (0.36 if narrow else 0.13)
    families = [(family, list(part)) for family, part in groupby(rows, key=lambda row: family_of(row.column))]
    sides = (edge + (0.4 if narrow else 3.0), width - edge - (0.95 if narrow else 1.6))
    with house_style():
        figure, axes = blank_sheet(width, y + 0.42 * len(families) + pitch * len(rows) + 0.1)
        write_title(axes, heads, edge)
        for family, part in families:
            y += 0.42
            colour = FAMILY_INK.get(family, INK)
            axes.plot([edge, width - edge], [y - 0.08, y - 0.08], color=colour, linewidth=1.4)
            axes.text(edge, y - 0.14, first_upper(family), size=10.5, weight="bold", color=colour)
            for place, row in enumerate(part):
                first = y + (0.24 if narrow else 0.07)
                write_name(axes, row, (edge, *sides), y, narrow=narrow)
                draw_column(axes, row, sides, first, colour)
                write_shares(axes, row, sides[1], first, names=place == 0 and not narrow)
                y += pitch
    return figure


def write_name(axes: Axes, row: ColumnStrips, places: Sequence[float], y: float, *, narrow: bool) -> None:
    """Write a column's name and the ends of its scale."""
    edge, left, right = places
    middle = y + (0.24 if narrow else 0.07) + PITCH * (len(row.strips) - 1) / 2 + 0.03
    if narrow:
        axes.text(edge, y + 0.1, row.label, size=8.5)
    else:
        lines = wrap_name(row.label, left - edge - 0.62, lines=2)
        for place, line in enumerate(lines):
            axes.text(edge, middle + 0.14 * (place - (len(lines) - 1) / 2), line, size=9)
    if row.is_constant:
        constant = f"constant: {format_value(row.column, row.low)}"
        told = "never defined" if math.isnan(row.low) else constant
        axes.text(left, middle, told, size=8, color=SOFT)
        return
    for x, value, side in ((left - 0.07, row.low, "right"), (right + 0.07, row.high, "left")):
        axes.text(x, middle, spell_end(row.column, value), size=7.5, color=SOFT, ha=side)


def spell_end(column: str, value: float) -> str:
    """An end of a scale, large ones without decimals.

    Examples
    --------
    >>> spell_end("language_word_count", 2669.0), spell_end("sourcing_named_rate", 1.234)
    ('2,669', '1.23')
    """
    return f"{value:,.0f}" if abs(value) >= 1000 else format_value(column, value)


def draw_column(axes: Axes, row: ColumnStrips, sides: tuple[float, float], y: float, colour: str) -> None:
    """Draw one column's strips, one under another."""
    left, right = sides
    for place, strip in enumerate(row.strips):
        level = y + PITCH * place
        axes.plot([left, right], [level, level], color=RULE, linewidth=0.6, zorder=0)
        if strip.dots:
            look: dict[str, Any] = {"facecolors": "none", "edgecolors": colour, "linewidths": 0.9}
            xs = [left + at * (right - left) for at in strip.dots]
            axes.scatter(xs, [level] * len(xs), s=9, zorder=2, **look)
        elif strip.quantiles:
            p5, p25, median, p75, p95 = (left + at * (right - left) for at in strip.quantiles)
            axes.plot([p5, p95], [level, level], color=colour, linewidth=1.0, zorder=1)
            axes.plot(
                [p25, p75], [level, level], color=colour, linewidth=5.0, zorder=2, solid_capstyle="butt"
            )
            notch = PAPER if p75 - p25 > NOTCH else colour
            axes.plot([median, median], [level - 0.045, level + 0.045], color=notch, linewidth=1.6, zorder=3)


def write_shares(axes: Axes, row: ColumnStrips, right: float, y: float, *, names: bool) -> None:
    """Write how many articles are above zero, and on a family's first row which corpus each strip is."""
    for place, strip in enumerate(row.strips):
        share = "–" if math.isnan(strip.above) else f"{100 * strip.above:.0f} %"
        level = y + PITCH * place + 0.03
        axes.text(right + 0.78, level, share, size=7.5, ha="right", color=SOFT)
        if names:
            axes.text(right + 0.82, level, plain_name(strip.corpus), size=7.5, color=SOFT)
