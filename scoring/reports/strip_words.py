"""Score strips in words: the finding, what is drawn, the text alternative, the table's cells."""

from __future__ import annotations

import math
from collections.abc import Sequence
from itertools import pairwise

from scoring.article import SCORES
from scoring.outlets.words import brief, noun, plural
from scoring.reports.labels import format_interval, format_value
from scoring.reports.strip_rows import MOST_ROWS, StripRow, Strips


def strips_finding(strips: Strips) -> str:
    """Return the headline: how far articles of one outlet lie apart, and of two."""
    within, between = spread_of(strips.rows, "quality")
    one, two = noun(strips.by, 1), noun(strips.by, 2)
    if math.isnan(within) and math.isnan(between):
        return "One article: its two scores"
    if math.isnan(within):
        apart = format_value("quality", between)
        return f"Single articles, one per {one}, lie {apart} points of quality apart on average"
    apart = format_value("quality", within)
    head = f"Two articles of one {one} lie {apart} points of quality apart on average"
    return (
        head if math.isnan(between) else f"{head}; two of different {two}, {format_value('quality', between)}"
    )


def spread_of(rows: Sequence[StripRow], score: str) -> tuple[float, float]:
    """Return the mean distance of two articles of one outlet, and of two outlets; NaN without such pairs.

    Examples
    --------
    >>> from scoring.reports.strip_rows import Dot
    >>> a, b = (Dot(10, ""), Dot(20, "")), (Dot(40, ""),)
    >>> rows = [StripRow("A", 2, {"bias": a}), StripRow("B", 1, {"bias": b})]
    >>> spread_of(rows, "bias")  # 20 - 10; 40 - 10 and 40 - 20
    (10.0, 25.0)
    """
    inside = [_distances([dot.value for dot in row.dots[score]]) for row in rows]
    total, pairs = _distances([dot.value for row in rows for dot in row.dots[score]])
    within, own = sum(part[0] for part in inside), sum(part[1] for part in inside)
    return (
        within / own if own else math.nan,
        (total - within) / (pairs - own) if pairs > own else math.nan,
    )


def _distances(values: Sequence[float]) -> tuple[float, int]:
    """The sum of all distances between two values, and how many there are.

    Each gap between neighbours counts once for every pair that lies on either side of it.
    """
    n, ordered = len(values), sorted(values)
    total = sum((high - low) * k * (n - k) for k, (low, high) in enumerate(pairwise(ordered), start=1))
    return total, n * (n - 1) // 2


def strips_subtitle(strips: Strips, *, is_titled: bool = False) -> str:
    """Say what is drawn, in which order, from how many articles."""
    one, many = noun(strips.by, 1), noun(strips.by, 2)
    point = " (point at it for its title)" if is_titled else ""
    crowd = f" {many.capitalize()} with more than {strips.limit} articles: bars, taller where more lie."
    bars = crowd if strips.is_binned else ""
    held = f" {strips.held:,} withheld, so not drawn." if strips.held else ""
    cut = f" The {MOST_ROWS} with most articles; {strips.left_out:,} more are left out."
    more = cut if strips.left_out else ""
    line = f"; upright line: the median of its {one}" if any(row.n > 1 for row in strips.rows) else ""
    return (
        f"Ring: one article{point}{line}. Both scores from 0 to 100."
        f"{bars} Highest median quality first; n = {strips.n:,} {plural('article', strips.n)}.{held}{more}"
    )


def describe_strips(strips: Strips) -> str:
    """Return the chart's text alternative, from the data."""
    count = len(strips.rows)
    head = f"Single articles of {count} {noun(strips.by, count)} by quality and bias, n = {strips.n:,}"
    return "; ".join([head, *(_extremes(strips, score) for score in SCORES)]) + "."


def _extremes(strips: Strips, score: str) -> str:
    known = sorted((row for row in strips.rows if row.dots[score]), key=lambda row: -row.median(score))
    if not known:
        return f"{score}: no article has one"
    told = [f"{brief(row.name)} {spell_strip(row, score)}" for row in known[:: max(1, len(known) - 1)]]
    words = f"highest median {told[0]}, lowest {told[-1]}" if len(known) > 1 else f"median of {told[0]}"
    return f"{score}: {words}"


def spell_strip(row: StripRow, score: str) -> str:
    """Return an outlet's median, with its lowest and highest article."""
    dots = row.dots[score]
    if not dots:
        return "–"
    middle = format_value(score, row.median(score))
    extent = format_interval(score, dots[0].value, dots[-1].value)
    return middle if len(dots) == 1 else f"{middle} (articles {extent})"


def strip_cells(row: StripRow) -> tuple[str, ...]:
    """Return one outlet's cells: name, n, then median and extent of quality and of bias."""
    cells = [brief(row.name), str(row.n)]
    for score in SCORES:
        dots = row.dots[score]
        cells.append(format_value(score, row.median(score)))
        cells.append(format_interval(score, dots[0].value, dots[-1].value) if dots else "–")
    return tuple(cells)
