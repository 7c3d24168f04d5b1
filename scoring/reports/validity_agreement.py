"""The chart of agreement: our figure and interval, baselines, what is asked. Inches from the top left."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import pandas as pd

from scoring.reports.chart_rows import INK, NARROW_BELOW, SOFT, height_of, lay_heads
from scoring.reports.charts import PAPER, RULE, Axes, Figure, blank_sheet, house_style, write_title
from scoring.reports.labels import MINUS
from scoring.reports.lettering import text_width

BASELINES = (("trivial", "o", "trivial"), ("words", "s", "word list"), ("tfidf", "^", "TF-IDF"))
"""Column, mark, name."""
GOALS = (("reach", 0.8, "reach"), ("aim", 2.0, "aim"))
"""Column, width of the tick, name."""
BELOW = "Correlations by size. Gains, and rows in which less is better, stand in the table only."
"""What stands under the title."""


@dataclass(frozen=True, slots=True)
class Line:
    """One row as drawn: values as sizes on a scale from 0 to 1."""

    name: str
    figure: str
    standing: str
    ours: float
    ends: tuple[float, float]
    marks: dict[str, float]


def pick_lines(table: pd.DataFrame) -> list[Line]:
    """The measured rows in which more is better.

    A correlation that is meant to be below 0, or that is below it and has no goal, is drawn by its size.
    """
    lines = []
    for row in table.to_dict("records"):
        is_correlation = row["metric"] in ("Pearson", "Spearman")
        meant = row["ours"] if math.isnan(row["reach"]) else row["reach"]
        sign = -1 if is_correlation and meant < 0 else 1
        less = row["aim"] < row["reach"] and sign > 0
        if math.isnan(row["ours"]) or less or str(row["metric"]).startswith("gain"):
            continue
        names = [name for name, *_ in (*BASELINES, *GOALS)]
        ends = sorted((sign * float(row["low"]), sign * float(row["high"])))
        lines.append(
            Line(
                f"{row['what']}, {row['metric']}",
                spell(row),
                str(row["standing"]),
                sign * float(row["ours"]),
                (ends[0], ends[1]),
                {name: abs(float(row[name])) if is_correlation else float(row[name]) for name in names},
            )
        )
    return lines


def agreement_finding(table: pd.DataFrame) -> str:
    """How often ours is above every simpler method that is known for the row."""
    lines = pick_lines(table)
    known = [(line.ours, [line.marks[name] for name, *_ in BASELINES]) for line in lines]
    rivals = [(ours, max(m for m in marks if not math.isnan(m))) for ours, marks in known if any_known(marks)]
    above = sum(ours > best for ours, best in rivals)
    return f"Ours is above every simpler method in {above} of {len(rivals)} figures"


def any_known(values: Sequence[float]) -> bool:
    """Whether one of the values is a number."""
    return not all(map(math.isnan, values))


def spell(row: Any) -> str:
    """A figure with its interval.

    Examples
    --------
    >>> spell({"ours": -0.557, "low": -0.6, "high": -0.52})
    '−0.56 (−0.60 to −0.52)'
    """
    if math.isnan(row["ours"]):
        return "–"
    digits = digits_of(row["ours"])
    value, low, high = (number(row[name], digits=digits) for name in ("ours", "low", "high"))
    between = " to " if row["low"] < 0 else "–"
    return value if math.isnan(row["low"]) else f"{value} ({low}{between}{high})"


def digits_of(value: float) -> int:
    """Two digits, three near 0 and 1."""
    return 3 if 0 < abs(value) < 0.015 or 0.985 < abs(value) < 1 else 2


def number(value: float, *, digits: int | None = None) -> str:
    """As many digits as the value bears, and a true minus; a dash where undefined.

    Examples
    --------
    >>> number(0.7531), number(0.0031), number(0.9961), number(-0.5)
    ('0.75', '0.003', '0.996', '−0.50')
    """
    if math.isnan(value):
        return "–"
    text = f"{abs(value):.{digits or digits_of(value)}f}"
    return f"{MINUS}{text}" if value < 0 and float(text) else text


def draw_agreement(table: pd.DataFrame, *, title: str | None = None, width: float = 7.0) -> Figure:
    """Draw each measured row: dot and 90 % interval for ours, hollow marks for baselines, ticks for goals.

    Parameters
    ----------
    table : pandas.DataFrame
        Columns of the table of agreement.
    title : str, optional
        By default the finding; ``""`` for neither title nor subtitle.
    width : float, default 7
        Inches; below 5 the names stand above the rows.
    """
    title = agreement_finding(table) if title is None else title
    lines = pick_lines(table)
    narrow, edge = width < NARROW_BELOW, 0.18 if title else 0.02
    left = edge + (0.06 if narrow else max([1.0, *(text_width(line.name, 9) for line in lines)]) + 0.15)
    right = width - edge - (0.06 if narrow else 2.45)
    pitch = 0.52 if narrow else 0.3
    heads = lay_heads(title, BELOW, width - 2 * edge)
    top = 0.1 + height_of(heads) + (0.2 if heads else 0.0)
    key = top + (0.5 if narrow else 0.3)
    with house_style():
        figure, axes = blank_sheet(width, key + 0.3 + pitch * len(lines) + 0.15)
        write_title(axes, heads, edge)
        write_key(axes, left, right, top, narrow=narrow)
        bottom = key + 0.22 + pitch * len(lines)
        write_scale(axes, left, right, key + 0.1, bottom)
        for place, line in enumerate(lines):
            y = key + 0.28 + pitch * place + (0.2 if narrow else 0.08)
            draw_line(axes, line, (left, right), y)
            write_line(axes, line, (edge, left, right, width - edge), y, narrow=narrow)
    return figure


def write_key(axes: Axes, left: float, right: float, y: float, *, narrow: bool) -> None:
    """Name the marks in one line, in two on a telephone."""
    x, row = left, y + 0.06
    axes.plot([x, x + 0.3], [row, row], color=INK, linewidth=1.4)
    axes.scatter([x + 0.15], [row], s=30, color=INK)
    axes.text(x + 0.37, row + 0.04, "ours, 90 %", size=8.5)
    x += 1.25
    for _, mark, name in BASELINES:
        axes.scatter([x], [row], s=22, marker=mark, facecolors=PAPER, edgecolors=SOFT, linewidths=1.0)
        axes.text(x + 0.1, row + 0.04, name, size=8.5, color=SOFT)
        x += 0.25 + text_width(name, 8.5)
    if narrow:
        x, row = left, y + 0.28
    for _, wide, name in GOALS:
        axes.plot([x + 0.03, x + 0.03], [row - 0.08, row + 0.08], color=INK, linewidth=wide)
        axes.text(x + 0.1, row + 0.04, name, size=8.5, color=SOFT)
        x += 0.3 + text_width(name, 8.5)


def write_scale(axes: Axes, left: float, right: float, top: float, bottom: float) -> None:
    """Faint uprights at quarters with their figures above."""
    for value in (0.0, 0.25, 0.5, 0.75, 1.0):
        x = left + value * (right - left)
        axes.plot([x, x], [top + 0.06, bottom], color=RULE, linewidth=0.8, zorder=0)
        axes.text(x, top + 0.02, f"{value:g}", size=8, color=SOFT, ha="center")


def draw_line(axes: Axes, line: Line, sides: tuple[float, float], y: float) -> None:
    """Draw one row's marks."""
    left, right = sides

    def at(value: float) -> float:
        return left + min(1.0, max(0.0, value)) * (right - left)

    for name, wide, _ in GOALS:
        if not math.isnan(line.marks[name]):
            x = at(line.marks[name])
            axes.plot([x, x], [y - 0.09, y + 0.09], color=INK, linewidth=wide, zorder=2)
    for name, mark, _ in BASELINES:
        if not math.isnan(line.marks[name]):
            look: dict[str, Any] = {"facecolors": PAPER, "edgecolors": SOFT, "linewidths": 1.0}
            axes.scatter([at(line.marks[name])], [y], s=22, marker=mark, zorder=3, **look)
    if not math.isnan(line.ends[0]):
        axes.plot([at(line.ends[0]), at(line.ends[1])], [y, y], color=INK, linewidth=1.4, zorder=4)
    axes.scatter([at(line.ours)], [y], s=30, color=INK, zorder=5)


def write_line(axes: Axes, line: Line, places: Sequence[float], y: float, *, narrow: bool) -> None:
    """Write a row's name, figure and standing: beside it, or above it on a telephone."""
    edge, left, right, far = places
    if narrow:
        axes.text(edge, y - 0.15, line.name, size=8.5)
        axes.text(far, y - 0.15, line.figure.partition(" ")[0], size=8.5, ha="right", weight="bold")
        return
    axes.text(left - 0.12, y + 0.04, line.name, size=9, ha="right")
    axes.text(right + 0.12, y + 0.04, line.figure, size=9)
    axes.text(far, y + 0.04, line.standing, size=8.5, ha="right", color=SOFT)


def describe_agreement(table: pd.DataFrame) -> str:
    """The chart in words.

    Examples
    --------
    >>> describe_agreement(pd.DataFrame(columns=["what", "metric", "ours", "standing"]))
    'No row is measured.'
    """
    lines = pick_lines(table)
    if not lines:
        return "No row is measured."
    told = "; ".join(f"{line.name} {line.figure}, {line.standing}" for line in lines)
    return f"Agreement with labels, {len(lines)} rows with 90 % intervals: {told}."
