"""Every additive curve of a model as a small chart: what a measure does to a score, and how sure that is."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from scoring.extractors import CODEBOOK
from scoring.model.scores import Model
from scoring.model.signs import signs_for
from scoring.model.target import Target
from scoring.reports.card_measures import spell

Floats = NDArray[np.float64]
STEPS = 25
FLAT = 0.5
"""Points that a curve has to span to be drawn."""
WIDTH, HEIGHT = 200.0, 90.0
SIGNS = {1: "may only rise", -1: "may only fall", 0: "free"}


@dataclass(frozen=True, slots=True)
class Curve:
    """One measure's curve, in the units of its chart: x to 200, y to 90 from the top.

    `line` is the fit, `band` the outline of the middle 90 % of the refits, `reference` the x of the
    reference article; `span` is how many points the curve spans, `label` what the chart shows.
    """

    column: str
    label: str
    sign: str
    least: str
    most: str
    unit: str
    span: float
    line: str
    band: str
    reference: float
    alt: str


def draw_curves(model: Model, name: str) -> tuple[list[Curve], list[str], int]:
    """The curves of a score, the one that spans most first.

    Returns
    -------
    (curves, flat, scale)
        `flat` are the labels of measures that span less than half a point; `scale` is what the
        charts' upper edge stands for, in points.

    Notes
    -----
    A point is what an article at 50 moves by when only this measure leaves the reference's value, in an
    article so long that nothing draws its rates to the reference.
    """
    target = model.targets[name]
    xs = _grids(target)
    fit, refits = _bend(target, xs), _bend_refits(target, xs)
    spans = np.ptp(fit, axis=0)
    drawn = [i for i in np.argsort(-spans, kind="stable") if spans[i] >= FLAT]
    scale = max(5, 5 * int(np.ceil(max((np.abs(fit[:, i]).max() for i in drawn), default=5.0) / 5)))
    signs = signs_for(name)
    curves = [_draw(model, i, xs[:, i], fit[:, i], refits[:, :, i], scale, signs) for i in drawn]
    flat = [_label(model.columns[i]) for i in range(len(model.columns)) if spans[i] < FLAT]
    return curves, flat, scale


def _grids(target: Target) -> Floats:
    """Values of every column from least to most of what the curve tells apart, with the reference's."""
    grids = target.curves.grids_
    low = np.minimum(grids[:, 0], target.reference)
    high = np.maximum(grids[:, -1], target.reference)
    return np.linspace(low, high, STEPS)


def _bend(target: Target, xs: Floats) -> Floats:
    return _points(target.slope * _moves(target.curves, target.reference, xs))


def _bend_refits(target: Target, xs: Floats) -> Floats:
    """Points of every refit: (refits, steps, columns)."""
    moves = [_moves(refit, target.reference, xs) for refit in target.refits]
    return _points(target.slope * np.array(moves if moves else [_moves(target.curves, target.reference, xs)]))


def _moves(curves: object, reference: Floats, xs: Floats) -> Floats:
    """Log-odds beside those at the reference, each column alone."""
    added: Floats = curves.contributions(np.vstack([reference, xs]))  # type: ignore[attr-defined]
    return np.asarray(added[1:] - added[0])


def _points(odds: Floats) -> Floats:
    return np.asarray(100 / (1 + np.exp(-odds)) - 50)


def _draw(
    model: Model, i: int, xs: Floats, fit: Floats, refits: Floats, scale: int, signs: dict[str, int]
) -> Curve:
    column = model.columns[i]
    entry = CODEBOOK[column]
    low, high = np.quantile(refits, [0.05, 0.95], axis=0)
    width = float(xs[-1] - xs[0]) or 1.0
    across = (xs - xs[0]) / width * WIDTH
    (least, unit), (most, _) = (spell(column, float(x)) for x in (xs[0], xs[-1]))
    label = _label(column)
    alt = f"{label} from {least} to {most} {unit}: {_signed(fit[0])} to {_signed(fit[-1])} points"
    return Curve(
        column=column,
        label=label,
        sign=SIGNS[signs.get(column, 0)],
        least=least,
        most=most,
        unit=unit or entry.unit,
        span=float(np.ptp(fit)),
        line=_path(across, fit, scale),
        band=_path([*across, *across[::-1]], [*high, *low[::-1]], scale),
        reference=round((model.reference.medians[column] - float(xs[0])) / width * WIDTH, 1),
        alt=alt,
    )


def _path(xs: Sequence[float] | Floats, ys: Sequence[float] | Floats, scale: int) -> str:
    places = np.clip(HEIGHT / 2 * (1 - np.asarray(ys) / scale), 0.0, HEIGHT)
    return " ".join(f"{x:.1f},{y:.1f}" for x, y in zip(xs, places, strict=True))


def _label(column: str) -> str:
    return CODEBOOK[column].label if column in CODEBOOK else column


def _signed(value: float) -> str:
    return f"{'+' if value >= 0.5 else '−' if value <= -0.5 else ''}{abs(value):.0f}"
