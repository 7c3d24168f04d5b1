"""The grid of all measures: measures down, by family; outlets across. Lengths are inches from the top."""

from __future__ import annotations

import math
from dataclasses import dataclass
from itertools import groupby

from scoring.reports.chart_rows import INK, SOFT, TALL, height_of
from scoring.reports.charts import FAMILY_INK, RULE, Axes, Figure, blank_sheet, house_style, write_title
from scoring.reports.heatmap import hatch, tint_of, title_lines
from scoring.reports.heatmap_rows import Heat, family_of, whole_place
from scoring.reports.labels import column_label, first_upper
from scoring.reports.lettering import break_lines, text_width, wrap_name

LABELS, ROW, HEAD = 2.7, 0.235, 0.4
"""Room of the measures' names at most, height of a row, and of a family's name above its rows."""

CELL, WIDEST = 0.31, 0.52
"""Width of a column where there are many, and where there are few."""

MANY = 20
"""Outlets from which the measures' names are repeated at the right."""

NAMES = 1.5
"""Length of an outlet's name before it wraps."""


@dataclass(frozen=True, slots=True)
class Block:
    """One family: its name, its measures, and where its first row begins."""

    family: str
    measures: tuple[str, ...]
    top: float


@dataclass(frozen=True, slots=True)
class Grid:
    """Where everything stands."""

    width: float
    edge: float
    left: float
    cell: float
    top: float
    bottom: float
    blocks: tuple[Block, ...]
    names: tuple[tuple[str, ...], ...]

    @property
    def right(self) -> float:
        """Where the last column ends."""
        return self.left + self.cell * len(self.names)


def draw_measures(heat: Heat, *, title: str | None = None) -> Figure:
    """Draw all measures by outlets, a row a measure: a cell's tint and figure are its percentile.

    Parameters
    ----------
    heat : Heat
        From `scoring.reports.heatmap_rows.place_outlets`.
    title : str, optional
        The finding; by default what stands apart, ``""`` for neither title nor subtitle.

    Returns
    -------
    matplotlib.figure.Figure
        As wide and as tall as outlets and measures ask for, so that every figure is legible.
    """
    edge = 0.02 if title == "" else 0.18
    labels = max(min(LABELS, text_width(first_upper(_label(name)), 9)) for name in heat.measures)
    count = len(heat.names)
    cell = max(CELL, min(WIDEST, 3.2 / count))
    full = 2 * edge + (labels + 0.1) * (1 + (count > MANY)) + cell * count
    width = max(full, 3.4 if title == "" else 7.0)
    heads = [] if title == "" else title_lines(heat, width, title)
    room = height_of(heads) + 0.3 * bool(heads)
    grid = lay_grid(heat, room, edge=edge, width=width, left=edge + labels + 0.1, cell=cell)
    with house_style():
        figure, axes = blank_sheet(width, grid.bottom)
        write_title(axes, heads, edge)
        write_names(axes, heat, grid)
        for block in grid.blocks:
            write_block(axes, grid, block)
            draw_block(axes, heat, grid, block)
    return figure


def lay_grid(heat: Heat, room: float, *, edge: float, width: float, left: float, cell: float) -> Grid:
    """Place the families one under another, below the outlets' names."""
    names = tuple(wrap_name(name, NAMES, lines=2 if cell >= 0.3 else 1) for name in heat.names)
    tall = max(text_width(line, 9) for lines in names for line in lines)
    top = y = room + tall + 0.34
    blocks = []
    for family, group in groupby(heat.measures, key=family_of):
        measures = tuple(group)
        blocks.append(Block(family, measures, y + HEAD))
        y += HEAD + ROW * len(measures)
    return Grid(width, edge, left, cell, top, y + 0.1 + (tall + 0.1) * _repeats(blocks), tuple(blocks), names)


def _repeats(blocks: list[Block]) -> bool:
    return sum(len(block.measures) for block in blocks) > TALL


def _label(measure: str) -> str:
    return break_lines(column_label(measure), LABELS, 9)[0]


def write_names(axes: Axes, heat: Heat, grid: Grid) -> None:
    """Write the outlets' names, read upward, above the grid and below a tall one, and their n."""
    last = grid.blocks[-1]
    ends = [(grid.top - 0.22, "left")]
    if _repeats(list(grid.blocks)):
        ends.append((last.top + ROW * len(last.measures) + 0.07, "right"))
    for y, side in ends:
        for column, lines in enumerate(grid.names):
            middle = grid.left + grid.cell * (column + 0.5) - 0.01
            start = middle + 0.045 - 0.07 * (len(lines) - 1)
            for number, line in enumerate(lines):
                axes.text(
                    start + 0.14 * number, y, line, size=9, rotation=90, rotation_mode="anchor", ha=side
                )
    axes.text(grid.left - 0.1, grid.top - 0.06, "n", ha="right", size=8.5, color=SOFT)
    for column, n in enumerate(heat.n):
        middle = grid.left + grid.cell * (column + 0.5) - 0.01
        axes.text(middle, grid.top - 0.06, str(n), ha="center", size=8.5, color=SOFT)


def write_block(axes: Axes, grid: Grid, block: Block) -> None:
    """Write a family's name over a line in its colour, and its measures beside their rows."""
    colour = FAMILY_INK.get(block.family, INK)
    axes.text(grid.edge, block.top - 0.11, first_upper(block.family), size=9, weight="bold", color=colour)
    axes.plot([grid.edge, grid.right], [block.top - 0.05] * 2, color=colour, linewidth=1.4)
    for row, measure in enumerate(block.measures):
        y, label = block.top + ROW * (row + 0.5) + 0.03, first_upper(_label(measure))
        axes.text(grid.edge, y, label, size=9)
        if len(grid.names) > MANY:
            axes.text(grid.right + 0.08, y, label, size=9)


def draw_block(axes: Axes, heat: Heat, grid: Grid, block: Block) -> None:
    """Tint a family's cells, hatch those without a value, and write the percentiles."""
    ink = FAMILY_INK.get(block.family, INK)
    strokes: list[tuple[float, float]] = []
    for row, measure in enumerate(block.measures):
        top = block.top + ROW * row
        places = heat.places[measure].to_numpy(dtype=float)
        known = [(column, place) for column, place in enumerate(places) if math.isfinite(place)]
        spans = [(grid.left + grid.cell * column, grid.cell - 0.02) for column, _ in known]
        tints = [(ink, tint_of(place, block.family)) for _, place in known]
        axes.broken_barh(spans, (top, ROW - 0.02), facecolors=tints, linewidth=0, clip_on=False)
        for column, place in known:
            middle = grid.left + grid.cell * (column + 0.5) - 0.01
            weight = "bold" if heat.apart[measure].iloc[column] else "normal"
            axes.text(middle, top + ROW / 2 + 0.025, whole_place(place), size=8, ha="center", weight=weight)
        for column in {*range(len(places))} - {column for column, _ in known}:
            strokes += hatch(grid.left + grid.cell * column, top, grid.cell - 0.02, ROW - 0.02)
    axes.plot([x for x, _ in strokes], [y for _, y in strokes], color=RULE, linewidth=0.8)
