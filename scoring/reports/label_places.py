"""Where labels stand beside their points without lying on one another. Lengths are inches."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass

Box = tuple[float, float, float, float]
"""Left, top, right, bottom."""

RINGS = (0.11, 0.22, 0.36, 0.55, 0.8, 1.1)
"""Distances tried, near first."""

GAP = 0.08
"""Least room between two labels on one line; between lines half of it."""

ANGLES = tuple(math.radians(angle) for angle in range(0, 360, 30))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A label looking for its place: its point and its size."""

    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Place:
    """A label's box, and whether it is so far from its point that a line must lead to it."""

    box: Box
    has_leader: bool


def place_labels(
    wanted: Sequence[Wanted],
    *,
    inside: Box,
    keep_free: Sequence[Box] = (),
    points: Sequence[tuple[float, float]] = (),
    reach: float = 1.1,
) -> list[Place | None]:
    """Place labels one after another, each where it hides least.

    Parameters
    ----------
    wanted : sequence of Wanted
        The most important first.
    inside : Box
        No label leaves it.
    keep_free : sequence of Box
        Never covered.
    points : sequence of (x, y)
        Covered only when nothing else is left; near counts for more than free.
    reach : float, default 1.1
        How far a label may stand from its point.

    Returns
    -------
    list of Place or None
        None where there is no room.

    Examples
    --------
    >>> place_labels([Wanted(0.5, 0.5, 0.3, 0.1)] * 2, inside=(0, 0, 0.95, 0.6), reach=0.11)[1] is None
    False
    """
    taken = list(keep_free)
    placed: list[Place | None] = []
    for label in wanted:
        best: tuple[float, Place] | None = None
        for far in (ring for ring in RINGS if ring <= reach):
            for angle in ANGLES:
                box = box_at(label, far, angle)
                if not lies_in(box, inside) or any(overlap(box, other) for other in taken):
                    continue
                hidden = sum(box[0] <= x <= box[2] and box[1] <= y <= box[3] for x, y in points)
                cost = far + 0.08 * hidden
                if best is None or cost < best[0]:
                    best = cost, Place(box, far > RINGS[1])
        placed.append(best[1] if best else None)
        if best:
            taken.append(widen(best[1].box))
    return placed


def widen(box: Box) -> Box:
    """Return a box with the gap around it that keeps two labels from reading as one."""
    left, top, right, bottom = box
    return left - GAP, top - GAP / 2, right + GAP, bottom + GAP / 2


def box_at(label: Wanted, far: float, angle: float) -> Box:
    """Return the label's box with its nearest side or corner `far` from the point."""
    left = label.x + far * math.cos(angle) - label.width * before(math.cos(angle))
    top = label.y + far * math.sin(angle) - label.height * before(math.sin(angle))
    return left, top, left + label.width, top + label.height


def before(direction: float) -> float:
    """Return how much of a label lies before the spot it is put at: none, half or all of it."""
    return 0.5 if abs(direction) < 0.3 else float(direction < 0)


def lies_in(box: Box, outer: Box) -> bool:
    """Say whether a box lies inside another."""
    return box[0] >= outer[0] and box[1] >= outer[1] and box[2] <= outer[2] and box[3] <= outer[3]


def overlap(one: Box, other: Box) -> bool:
    """Say whether two boxes share room."""
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
