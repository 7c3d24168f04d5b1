"""AUC by length and by outlet: dots with intervals and n. Inches from the top left."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from scoring.model.agreement import Estimate
from scoring.model.evaluation import FOR_AUC, Agreement
from scoring.outlets.words import brief, plural
from scoring.reports.chart_rows import INK, NARROW_BELOW, SOFT, height_of, lay_heads
from scoring.reports.charts import PAPER, RULE, Axes, Figure, blank_sheet, house_style, write_title
from scoring.reports.evaluation_words import spell_auc
from scoring.reports.labels import first_upper
from scoring.reports.lettering import text_width, wrap_name
from scoring.reports.page import show
from scoring.reports.validity_agreement import number

MOST = 20
"""Outlets drawn, those with most articles; the table has all."""
WIDE = 6.0
LINE = 0.15
TICKS = (0.0, 0.25, 0.5, 0.75, 1.0)


@dataclass(frozen=True, slots=True)
class Row:
    """One row as drawn: a head when it has no figure."""

    lines: tuple[str, ...]
    n: int
    found: Estimate | None
    is_whole: bool = False


def list_rows(found: Agreement, room: float) -> Iterator[Row]:
    """Yield all articles and the rivals, then the parts by length and by outlet that have an AUC."""
    yield Row(("all articles",), found.scored, found.auc, is_whole=True)
    for name, rival in (("length alone", found.auc_length), ("words, fitted here", found.auc_words)):
        if not math.isnan(rival.value):
            yield Row((name,), found.scored, rival)
    for head, parts in (("By length", found.lengths), ("By outlet", found.outlets)):
        known = [part for part in parts if not math.isnan(part.auc.value)][:MOST]
        if known:
            yield Row((head,), 0, None)
        for part in known:
            yield Row(wrap_name(part.name, room, lines=2), part.n, part.auc)


def parts_subtitle(found: Agreement) -> str:
    """Say what is drawn and what is not."""
    without = [part for part in found.outlets if math.isnan(part.auc.value)]
    more = max(0, len(found.outlets) - len(without) - MOST)
    count = f"{len(without)} {plural('outlet', len(without))}"
    left = f" Without both kinds of label or with fewer than {FOR_AUC} articles: {count}."
    rest = f" The table has {more} more." if more else ""
    return (
        "AUC: 1 is a perfect order, 0.5 (upright line) is chance. Dot: AUC; line: 90\u00a0% interval; ring: "
        f"no interval.{left if without else ''}{rest}"
    )


def draw_parts(found: Agreement, *, title: str = "", width: float = WIDE) -> Figure:
    """Draw AUC of all articles, by length and by outlet.

    Parameters
    ----------
    found : Agreement
    title : str, optional
        The finding; ``""`` for neither title nor subtitle.
    width : float, default 6
        Below 5 the names stand above the rows.
    """
    narrow, edge = width < NARROW_BELOW, 0.18 if title else 0.02
    rows = list(list_rows(found, width - 1.8 if narrow else 1.8))
    names = max(text_width(line, 9) for row in rows for line in row.lines)
    figures = max(text_width(spell_auc(row.found), 9) for row in rows if row.found)
    left = edge + (0.06 if narrow else names + 0.15)
    right = width - edge - (0.06 if narrow else figures + 0.62)
    heads = lay_heads(show(title), parts_subtitle(found), width - 0.36)
    top = 0.1 + height_of(heads) + (0.25 if heads else 0.0)
    pitches = [pitch_of(row, narrow=narrow) for row in rows]
    with house_style():
        figure, axes = blank_sheet(width, top + 0.25 + sum(pitches) + 0.1)
        write_title(axes, heads, edge)
        draw_scale(axes, (left, right), top, top + (0.14 if narrow else 0.2 + sum(pitches)))
        y = top + 0.2
        for row, pitch in zip(rows, pitches, strict=True):
            draw_row(axes, row, (edge, left, right, width - edge), y, pitch, narrow=narrow)
            y += pitch
    return figure


def pitch_of(row: Row, *, narrow: bool) -> float:
    """Return the height of a row."""
    if row.found is None:
        return 0.34
    return 0.24 + LINE * len(row.lines) if narrow else max(0.27, 0.12 + LINE * len(row.lines))


def draw_scale(axes: Axes, sides: tuple[float, float], top: float, bottom: float) -> None:
    """Draw uprights with their figures above."""
    draw_uprights(axes, sides, top + 0.08, bottom)
    for tick in TICKS:
        x = sides[0] + tick * (sides[1] - sides[0])
        axes.text(x, top + 0.02, f"{tick:g}", size=8, color=SOFT, ha="center")


def draw_uprights(axes: Axes, sides: tuple[float, float], top: float, bottom: float) -> None:
    """Draw faint uprights, the one of chance darker."""
    for tick in TICKS:
        x = sides[0] + tick * (sides[1] - sides[0])
        axes.plot([x, x], [top, bottom], color=SOFT if tick == 0.5 else RULE, linewidth=0.8, zorder=0)


def draw_row(
    axes: Axes, row: Row, places: tuple[float, float, float, float], y: float, pitch: float, *, narrow: bool
) -> None:
    """Draw one row: its name, dot, interval, figure and n."""
    edge, left, right, far = places
    if row.found is None:
        axes.text(edge, y + 0.25, row.lines[0], size=9, weight="bold")
        return
    middle = y + pitch - 0.1 if narrow else y + pitch / 2
    if narrow:
        draw_uprights(axes, (left, right), middle - 0.08, middle + 0.08)
    ends, at = row.found, left + row.found.value * (right - left)
    if math.isfinite(ends.low):
        span = [left + end * (right - left) for end in (ends.low, ends.high)]
        axes.plot(span, [middle, middle], color=INK, linewidth=1.4, zorder=3)
    fill = INK if math.isfinite(ends.low) else PAPER
    axes.scatter([at], [middle], s=34, facecolors=fill, edgecolors=INK, linewidths=1.2, zorder=4)
    first = y + 0.13 if narrow else middle + 0.04 - LINE * (len(row.lines) - 1) / 2
    weight = "bold" if row.is_whole else "normal"
    for place, line in enumerate(row.lines):
        axes.text(edge, first + LINE * place, line, size=9, weight=weight)
    base = first if narrow else middle + 0.04
    axes.text(far, base, f"{row.n:,}", size=9, ha="right", color=SOFT)
    axes.text(far - 0.45, base, spell_auc(ends), size=9, ha="right", weight=weight)


def parts_finding(found: Agreement) -> str:
    """The headline of the chart of AUC by length and outlet."""
    known = [part for part in found.lengths if not math.isnan(part.auc.value)]
    if len(known) < 2:
        return "AUC by length and by outlet, where both kinds of label are there"
    low, high = min(known, key=lambda part: part.auc.value), max(known, key=lambda part: part.auc.value)
    head = f"AUC from {number(low.auc.value)} at {low.name} to {number(high.auc.value)} at {high.name}"
    apart = high.auc.low > low.auc.high
    return f"{head}, told apart" if apart else f"{head}: no difference can be told"


def describe_parts(target: str, found: Agreement) -> str:
    """The chart of AUC by length and outlet in words."""
    parts = [part for part in (*found.lengths, *found.outlets) if not math.isnan(part.auc.value)]
    told = [f"all {number(found.auc.value)} (n {found.scored})"]
    told += [f"{brief(part.name)} {spell_auc(part.auc)} (n {part.n})" for part in parts]
    return f"{first_upper(target)}: AUC by length and outlet; {'; '.join(told)}."
