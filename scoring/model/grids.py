"""The points that map a column to [0, 1] before its curve is drawn."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
GRID = 21
UNSEEN = 4.0
"""Occurrences of what no article of the fit held after which more of it moves nothing."""


def make_grid(values: Floats) -> Floats:
    """Rising points that map a column to [0, 1]: quantiles of its different values, 1st to 99th percent.

    Where most values are the least one, as with rare faults, the points are even up to the 95th
    percent of the others: quantiles would make the first occurrence a cliff. Where there is but one value
    they lead up from it, so that a least effect has room for several occurrences.
    """
    if len(values) == 0 or np.ptp(values) == 0:
        base = float(values[0]) if len(values) else 0.0
        return base + np.linspace(0, UNSEEN, GRID)
    least = float(values.min())
    if np.median(values) == least:
        return np.linspace(least, float(np.quantile(values[values > least], 0.95)), GRID)
    low, high = np.quantile(values, [0.01, 0.99])
    kept = np.unique(values[(values >= low) & (values <= high)])
    if len(kept) < 2:
        kept = np.unique(values)
    grid = np.quantile(kept, np.linspace(0, 1, GRID))
    return np.maximum.accumulate(grid + np.arange(GRID) * 1e-9 * (1 + np.ptp(grid)))
