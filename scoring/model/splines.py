"""The splines of which every curve is made: each rises over [0, 1], none falls."""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from sklearn.preprocessing import SplineTransformer

Floats = NDArray[np.float64]
N_KNOTS = 5
DEGREE = 2


@lru_cache(maxsize=1)
def _splines() -> SplineTransformer:
    """B-splines with even knots on [0, 1]; the same for all columns, so no model stores them."""
    return SplineTransformer(n_knots=N_KNOTS, degree=DEGREE, extrapolation="constant").fit([[0.0], [1.0]])


def cumulate(place: Floats) -> Floats:
    """Cumulated splines at places in [0, 1], shape (n_places, n_splines): each rises, none falls.

    Examples
    --------
    >>> cumulate(np.array([0.0, 1.0])).sum(axis=1).tolist()
    [0.5, 4.5]
    """
    values = _splines().transform(place.reshape(-1, 1))
    return np.asarray(np.cumsum(values[:, ::-1], axis=1)[:, ::-1][:, 1:], dtype=float)


def full_rise() -> float:
    """How much a curve rises from one end to the other whose coefficients are all 1.

    Examples
    --------
    >>> full_rise()
    4.0
    """
    low, high = cumulate(np.array([0.0, 1.0])).sum(axis=1)
    return float(high - low)
