"""Where each outlet stands in a chart, what is written there, and the chart in words. Lengths are inches."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from scoring.article import SCORES
from scoring.outlets.words import noun, plural
from scoring.reports.labels import first_upper, format_interval, format_value, measure_label, measure_scale
from scoring.reports.lettering import break_lines, text_width, wrap_name
from scoring.reports.page import show

INK, SOFT = "#1c1b19", "#504d48"
BOLD = 1.13
"""How much wider bold letters are."""

TALL = 15
"""Rows from which the scale is repeated at the top."""

LINE = 0.17
"""From one line of a name to the next."""

NARROW_BELOW = 5.0
"""Width below which names stand above their rows."""

ENDS = ("low", "high", "low50", "high50")

Head = tuple[str, float, str, str]
"""One line above the chart: text, size in points, weight, colour."""


@dataclass(frozen=True, slots=True)
class Row:
    """One outlet as drawn.

    Attributes
    ----------
    lines : tuple of str
        Its wrapped name.
    figures : str
        Its value and interval as text.
    top, height : float
        Its place below the top of the plot.
    mean, n
    ends : tuple of float
        low, high (90 %), low50, high50; NaN where unknown.
    dots : tuple of float
        Its single articles.
    """

    lines: tuple[str, ...]
    figures: str
    top: float
    height: float
    mean: float
    n: int
    ends: tuple[float, ...]
    dots: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Layout:
    """Margins around the plot; whether names stand above their rows, whether dots are single articles."""

    width: float
    edge: float
    left: float
    right: float
    top: float
    bottom: float
    plot: float
    is_narrow: bool
    is_single: bool

    @property
    def height(self) -> float:
        """Height of the figure."""
        return self.top + self.plot + self.bottom


def pick_rows(outlets: pd.DataFrame, measure: str) -> pd.DataFrame:
    """Return the rows of a measure, highest first, outlets without a value last."""
    rows = outlets[outlets["measure"] == measure].sort_values("outlet", kind="stable")
    return rows.sort_values("mean", ascending=False, kind="stable", na_position="last")


def lay_rows(
    table: pd.DataFrame, articles: pd.DataFrame, *, measure: str, by: str, width: float
) -> list[Row]:
    """Place the rows one under another and gather what each shows."""
    known = articles[articles[measure].notna()] if measure in articles else articles.head(0)
    of_outlet = {str(name): dots for name, dots in known.groupby(by, sort=False)}
    rows: list[Row] = []
    for item in table.to_dict("records"):
        dots = of_outlet.get(item["outlet"], known.head(0))
        top = rows[-1].top + rows[-1].height if rows else 0.0
        rows.append(lay_row(item, dots, top, measure=measure, width=width, is_single=is_single(table)))
    return rows


def is_single(table: pd.DataFrame) -> bool:
    """Say whether every outlet has one article at most: then articles are shown, not means."""
    return bool((table["n"] <= 1).all())


def lay_row(
    item: dict[Any, Any], dots: pd.DataFrame, top: float, *, measure: str, width: float, is_single: bool
) -> Row:
    """Gather what one row shows; a narrow chart has its name and figures on one line above the dots."""
    ends = own_ends(dots, measure) if is_single else tuple(item[end] for end in ENDS)
    values = () if is_single else tuple(float(value) for value in dots[measure])
    figures = spell_value(measure, item["mean"], ends[0], ends[1])
    room = width - 0.5 - text_width(f"{figures}  n {item['n']}", 9) if width < NARROW_BELOW else 2.0
    lines = wrap_name(item["outlet"], room)
    height = 0.33 + LINE * len(lines) if width < NARROW_BELOW else max(0.36, 0.14 + LINE * len(lines))
    return Row(lines, figures, top, height, item["mean"], int(item["n"]), ends, values)


def own_ends(dots: pd.DataFrame, measure: str) -> tuple[float, ...]:
    """Return a single article's own 90 % interval; it has no 50 % interval."""
    if dots.empty or f"{measure}_low" not in dots:
        return (math.nan,) * 4
    low, high = (float(dots[f"{measure}_{end}"].iloc[0]) for end in ("low", "high"))
    return low, high, math.nan, math.nan


def spell_value(measure: str, value: float, low: float, high: float) -> str:
    """Return a value with its interval in brackets."""
    if math.isnan(value):
        return "withheld" if measure in SCORES else "no value"
    ends = "" if math.isnan(low) else f" ({format_interval(measure, low, high)})"
    return f"{format_value(measure, value)}{ends}"


def head_lines(rows: list[Row], layout: Layout, *, measure: str, title: str | None, by: str) -> list[Head]:
    """Return the lines of title and subtitle."""
    finding = show(title) if title else name_extremes(rows, measure, by=by)
    below = write_subtitle(rows, layout, measure=measure, by=by)
    return lay_heads(finding, below, layout.width - 2 * layout.edge, is_narrow=layout.is_narrow)


def lay_heads(finding: str, subtitle: str, inside: float, *, is_narrow: bool = False) -> list[Head]:
    """Return title and subtitle as lines that fit; none without a title."""
    if not finding:
        return []
    large, small = (12.0, 9.0) if is_narrow else (13.0, 9.5)
    heads: list[Head] = [(line, large, "bold", INK) for line in break_lines(finding, inside / BOLD, large)]
    return heads + [(line, small, "normal", SOFT) for line in break_lines(subtitle, inside, small)]


def height_of(heads: Sequence[Head]) -> float:
    """Return the room that title and subtitle take."""
    return sum(size * 1.4 / 72 for _, size, _, _ in heads)


def name_extremes(rows: list[Row], measure: str, *, by: str = "outlet") -> str:
    """Return the title when none is given: who is highest and who lowest."""
    known = [row for row in rows if not math.isnan(row.mean)]
    if len(known) < 2:
        return f"{first_upper(measure_label(measure))} by {noun(by, 1)}"
    first, last = (" ".join(row.lines) for row in (known[0], known[-1]))
    return f"{first} highest, {last} lowest in {measure_label(measure)}"


def write_subtitle(rows: list[Row], layout: Layout, *, measure: str, by: str) -> str:
    """Return the measure, its scale, n, and what the marks mean."""
    articles = sum(row.n for row in rows)
    what = f"{first_upper(measure_label(measure))}, {measure_scale(measure)}"
    count = f"n = {articles:,} {plural('article', articles)}, {len(rows)} {noun(by, len(rows))}"
    return f"{what}; {count}. {explain_marks(rows, layout)}".strip()


def explain_marks(rows: list[Row], layout: Layout) -> str:
    """Say what dots, lines and rings are."""
    if not any(row.n for row in rows):
        return ""
    if layout.is_single:
        own = "; line: its own 90\u00a0% interval" if has_ends(rows) else ""
        return f"Ring: the article{own}."
    unsure = any(row.n and math.isnan(row.ends[0]) for row in rows)
    ring = " Large ring: one article or event, so no interval." if unsure else ""
    return f"Dot: mean; band: 50\u00a0% interval; line: 90\u00a0%; faint rings: single articles.{ring}"


def has_ends(rows: list[Row]) -> bool:
    """Say whether any row has an interval."""
    return any(not math.isnan(row.ends[0]) for row in rows)


def lay_out(rows: list[Row], *, width: float, is_single: bool, is_bare: bool) -> Layout:
    """Give names and figures the room they need; the plot gets the rest."""
    is_narrow, edge = width < NARROW_BELOW, 0.02 if is_bare else 0.18
    names = max((text_width(line, 10) for row in rows for line in row.lines), default=0.5)
    figures = max((text_width(row.figures, 10) for row in rows), default=0.5)
    sides = (edge, edge) if is_narrow else (edge + names + 0.15, edge + max(figures, 0.9) + 0.65)
    top = (0.05 if is_narrow else 0.26) + (0.26 if len(rows) > TALL else 0.0)
    plot = max(sum(row.height for row in rows), 0.3)
    return Layout(width, edge, *sides, top, 0.32 if is_bare else 0.42, plot, is_narrow, is_single)


def x_limits(rows: list[Row], measure: str) -> tuple[float, float]:
    """Return the scale's ends: 0 to 100 for scores, else what is drawn, from 0 where nothing is below it."""
    if measure in SCORES:
        return 0.0, 100.0
    drawn = [value for row in rows for value in (row.mean, *row.ends, *row.dots) if math.isfinite(value)]
    low, high = min(drawn, default=0.0), max(drawn, default=1.0)
    if low < 0 < high:
        reach = max(-low, high) * 1.04
        return -reach, reach
    if measure.endswith("_grade") and high > low > 0:
        return low - 0.06 * (high - low), high + 0.06 * (high - low)
    return min(low * 1.04, 0.0), max(high * 1.04, 0.0) or float(low >= 0)


def describe_outlets(
    outlets: pd.DataFrame, *, measure: str, articles: pd.DataFrame | None = None, by: str = "outlet"
) -> str:
    """Return a chart's text alternative, from the data.

    Parameters
    ----------
    outlets : pandas.DataFrame
        As for `scoring.reports.charts.draw_outlets`.
    measure : str
    articles : pandas.DataFrame, optional
        For the own intervals of single articles.
    by : str, default "outlet"

    Examples
    --------
    >>> rows = pd.DataFrame({"outlet": ["X", "Y"], "measure": "bias", "n": 6, "mean": [71.0, 34.0],
    ...                      "low": [64.0, 30.0], "high": [78.0, 39.0], "low50": 0.0, "high50": 0.0})
    >>> describe_outlets(rows, measure="bias")
    '2 outlets by bias; highest X 71 (64–78), lowest Y 34 (30–39); means with 90 % intervals.'
    """
    table = pick_rows(outlets, measure)
    empty = pd.DataFrame({by: [], measure: []})
    rows = lay_rows(table, empty if articles is None else articles, measure=measure, by=by, width=9.0)
    head = f"{len(rows)} {noun(by, len(rows))} by {measure_label(measure)}"
    told = [f"{' '.join(row.lines)} {row.figures}" for row in rows if not math.isnan(row.mean)]
    if not told:
        return f"{head}; none has a value."
    extent = f"highest {told[0]}, lowest {told[-1]}" if len(told) > 1 else told[0]
    kind = "single articles" if is_single(table) else "means"
    return f"{head}; {extent}; {kind}{' with 90 % intervals' if has_ends(rows) else ''}."
