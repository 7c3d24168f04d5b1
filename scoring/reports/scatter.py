"""Quality against bias: means with crosses, single articles faint behind. Inches from the top left."""

from __future__ import annotations

import math
import statistics
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from scoring.reports.chart_rows import INK, LINE, SOFT, height_of, lay_heads
from scoring.reports.charts import PAPER, RULE, WIDE, Axes, Figure, blank_sheet, house_style, write_title
from scoring.reports.label_places import Box, Place, Wanted, place_labels
from scoring.reports.lettering import text_width, wrap_name
from scoring.reports.page import show
from scoring.reports.scatter_rows import Plane, Stand, gather_cloud, scatter_subtitle

SHAPES = ("o", "s", "^", "D", "v", "P")
DASHES = ("-", (0, (5, 2.5)), (0, (1, 2)))
"""One for each event, where they are few."""

MANY = 5
"""Of a cloud, outlets with fewer articles are not named: they would tell nothing."""

TICKS = (0, 25, 50, 75, 100)
CROSSES = 10
"""So many crosses are drawn in full strength; more are fainter, or they would hide dots and names."""
NAME_ROOM = 1.7
"""Width of a name before it wraps; a third line ends in an ellipsis."""


@dataclass(frozen=True, slots=True)
class Field:
    """The square in which 0 to 100 is drawn both ways."""

    left: float
    top: float
    side: float

    def at(self, quality: float, bias: float) -> tuple[float, float]:
        """Return a point's place; what lies beyond the scale is drawn at its end."""
        x, y = (min(100.0, max(0.0, value)) / 100 for value in (quality, bias))
        return self.left + self.side * x, self.top + self.side * (1 - y)

    @property
    def box(self) -> Box:
        """Its edges."""
        return self.left, self.top, self.left + self.side, self.top + self.side


@dataclass(frozen=True, slots=True)
class Label:
    """An outlet's wrapped name and where it stands."""

    stand: Stand
    lines: tuple[str, ...]
    place: Place


def draw_scatter(plane: Plane, *, title: str | None = None, width: float = WIDE) -> Figure:
    """Draw quality against bias: outlets named at their means, articles of one event joined.

    Parameters
    ----------
    plane : Plane
        From `scoring.reports.scatter_rows.place_scores`.
    title : str, optional
        The finding; ``""`` or None for neither title nor subtitle.
    width : float, default 7

    Returns
    -------
    matplotlib.figure.Figure
        A square and what is written around it.
    """
    edge = 0.18 if title else 0.02
    field = lay_field(width, edge)
    below = scatter_subtitle(plane, labelled=len(find_labels(plane, field)))
    heads = lay_heads(show(title or ""), below, width - 0.36)
    room = height_of(heads) + 0.2 * bool(heads)
    field = Field(field.left, room + 0.34, field.side)
    labels = find_labels(plane, field)
    with house_style():
        figure, axes = blank_sheet(width, field.top + field.side + 0.48 + edge / 2)
        write_title(axes, heads, edge)
        draw_scale(axes, field)
        draw_articles(axes, field, plane)
        named = {label.stand.name for label in labels}
        draw_means(axes, field, plane, named if plane.is_cloud else {stand.name for stand in plane.stands})
        for label in labels:
            write_label(axes, field, label)
    return figure


def lay_field(width: float, edge: float) -> Field:
    """Return the square that a width leaves, at the top."""
    return Field(edge + 0.34, 0.0, width - 2 * edge - 0.48)


def name_stands(plane: Plane, *, width: float) -> int:
    """Count the outlets that `draw_scatter` names in a chart of this width without a title."""
    return len(find_labels(plane, lay_field(width, 0.02)))


def find_labels(plane: Plane, field: Field) -> list[Label]:
    """Find room for the outlets' names, those with most articles first, then those that stand far out."""
    is_narrow, size = field.side < 4, 9.0
    stands = [stand for stand in plane.stands if stand.n >= MANY or not plane.is_cloud] or plane.stands
    stands = sorted(stands, key=rank_names(plane))[: 12 if is_narrow else 30]
    names = [wrap_name(stand.name, NAME_ROOM * (0.85 if is_narrow else 1), lines=2) for stand in stands]
    wanted = [
        Wanted(*field.at(stand.quality[0], stand.bias[0]), max(text_width(line, size) for line in lines),
               LINE * 0.9 * len(lines))
        for stand, lines in zip(stands, names, strict=True)
    ]  # fmt: skip
    means = [field.at(stand.quality[0], stand.bias[0]) for stand in plane.stands]
    free = [(label.x - 0.05, label.y - 0.05, label.x + 0.05, label.y + 0.05) for label in wanted]
    points = [spot for stand in stands if stand.has_ends for spot in along_cross(field, stand)]
    if not plane.is_cloud:
        points += [field.at(*point) for stand in plane.stands for point in stand.articles]
    left, top, right, bottom = field.box
    inside, reach = (left + 0.03, top - 0.05, right + 0.08, bottom - 0.03), 0.55 if is_narrow else 0.8
    places = place_labels(wanted, inside=inside, keep_free=free, points=points + means * 3, reach=reach)
    found = zip(stands, names, places, strict=True)
    return [Label(stand, lines, place) for stand, lines, place in found if place]


def rank_names(plane: Plane) -> Callable[[Stand], tuple[int, float]]:
    """Return the order in which outlets are named: by articles, in a cloud then by distance."""
    spots = [(stand.quality[0], stand.bias[0]) for stand in plane.stands]
    middle = [statistics.median(values) for values in zip(*spots, strict=True)]
    return lambda stand: (-stand.n, -math.dist((stand.quality[0], stand.bias[0]), middle) * plane.is_cloud)


def along_cross(field: Field, stand: Stand) -> list[tuple[float, float]]:
    """Return points along an outlet's cross, a tenth of an inch apart."""
    (left, y), (right, _), (x, low), (_, high) = cross_ends(field, stand)
    level = [(left + 0.1 * step, y) for step in range(int((right - left) / 0.1) + 1)]
    return level + [(x, high + 0.1 * step) for step in range(int((low - high) / 0.1) + 1)]


def cross_ends(field: Field, stand: Stand) -> list[tuple[float, float]]:
    """Return the ends of a cross: left, right, low, high."""
    across = [field.at(end, stand.bias[0]) for end in stand.quality[1:]]
    return across + [field.at(stand.quality[0], end) for end in stand.bias[1:]]


def draw_scale(axes: Axes, field: Field) -> None:
    """Draw rules and figures of both scales, and say which is which."""
    left, top, right, bottom = field.box
    heights = [field.at(0, tick)[1] for tick in TICKS]
    axes.hlines(heights, left, right, color=RULE, linewidth=0.8, zorder=0)
    axes.hlines([bottom], left, right, color=INK, linewidth=0.8, zorder=1)
    for tick, y in zip(TICKS, heights, strict=True):
        axes.text(left - 0.08, y, str(tick), size=9, ha="right", va="center_baseline")
        x = field.at(tick, 0)[0]
        axes.plot([x, x], [bottom, bottom + 0.05], color=INK, linewidth=0.8)
        axes.text(x, bottom + 0.2, str(tick), size=9, ha="center")
    axes.text(left, top - 0.18, "Bias, higher is more biased", size=9, color=SOFT)
    axes.text(right, bottom + 0.4, "Quality, higher is better", size=9, color=SOFT, ha="right")


def draw_articles(axes: Axes, field: Field, plane: Plane) -> None:
    """Draw the single articles and the lines between those on one event, or a cloud of many."""
    if plane.is_cloud:
        for count, places in group_cloud(plane):
            spots = [field.at(*place) for place in places]
            shade = round(1 - 0.82**count, 2)
            dots: dict[str, Any] = {"s": 11, "color": INK, "alpha": shade, "linewidths": 0, "zorder": 1}
            axes.scatter([x for x, _ in spots], [y for _, y in spots], **dots)
        return
    for number, line in enumerate(plane.events):
        spots = [field.at(*point) for point in line]
        style = DASHES[number] if len(plane.events) <= len(DASHES) else "-"
        axes.plot(*zip(*spots, strict=True), color=SOFT, alpha=0.55, linewidth=0.8, linestyle=style, zorder=1)
    if plane.is_single:
        return
    for shape, stand in zip(shapes_of(plane), plane.stands, strict=True):
        spots = [field.at(*point) for point in stand.articles]
        faint: dict[str, Any] = {"facecolors": "none", "edgecolors": INK, "alpha": 0.5, "linewidths": 0.8}
        axes.scatter([x for x, _ in spots], [y for _, y in spots], s=20, marker=shape, zorder=2, **faint)


def group_cloud(plane: Plane) -> list[tuple[int, list[tuple[float, float]]]]:
    """Return a cloud's places by the number of articles on them: one call each."""
    groups: dict[int, list[tuple[float, float]]] = {}
    for place, count in gather_cloud(plane):
        groups.setdefault(min(count, 12), []).append(place)
    return sorted(groups.items())


def shapes_of(plane: Plane) -> Sequence[str]:
    """Return each outlet's shape: its own where outlets are few."""
    return SHAPES[: len(plane.stands)] if plane.has_shapes else ("o",) * len(plane.stands)


def draw_means(axes: Axes, field: Field, plane: Plane, crossed: set[str]) -> None:
    """Draw each outlet's mean, and the crosses of those that get one."""
    strength = 0.6 * min(1.0, CROSSES / max(1, len(crossed)))
    for shape, stand in zip(shapes_of(plane), plane.stands, strict=True):
        x, y = field.at(stand.quality[0], stand.bias[0])
        if stand.has_ends and stand.name in crossed:
            draw_cross(axes, field, stand, strength)
        look: dict[str, Any] = {"marker": shape, "linewidths": 1.2, "zorder": 4}
        size = 34 if plane.has_shapes or plane.is_single else 22
        fill, edge = (INK, PAPER) if stand.n > 1 else (PAPER, INK)
        axes.scatter([x], [y], s=size, facecolors=fill, edgecolors=edge, **look)


def draw_cross(axes: Axes, field: Field, stand: Stand, strength: float) -> None:
    """Draw the 90 % intervals of an outlet."""
    look: dict[str, Any] = {"color": INK, "alpha": strength, "linewidth": 0.9, "zorder": 3}
    (left, y), (right, _), (x, low), (_, high) = cross_ends(field, stand)
    axes.plot([left, right], [y, y], **look)
    axes.plot([x, x], [low, high], **look)


def write_label(axes: Axes, field: Field, label: Label) -> None:
    """Write a name, with a line to its mean when that is far."""
    left, top, right, bottom = label.place.box
    if label.place.has_leader:
        x, y = field.at(label.stand.quality[0], label.stand.bias[0])
        near = min(max(x, left), right), min(max(y, top), bottom)
        axes.plot([x, near[0]], [y, near[1]], color=SOFT, linewidth=0.5, zorder=3)
    look: dict[str, Any] = {"facecolors": PAPER, "alpha": 0.75, "linewidth": 0, "zorder": 5}
    axes.broken_barh([(left, right - left)], (top, bottom - top), **look)
    for number, line in enumerate(label.lines):
        axes.text((left + right) / 2, top + LINE * 0.9 * (number + 0.78), line, size=9, ha="center", zorder=6)
