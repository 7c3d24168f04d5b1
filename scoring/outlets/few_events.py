"""Two outlets that share few events: how sure their difference is, told by their other articles too.

Two gaps that happen to agree would give an interval of no width, two that do not one as wide as the
scale. So the variance of the gaps is mixed with the one that the outlets' own events lead to expect.
"""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from scipy import stats

from scoring.outlets.groups import Group
from scoring.outlets.resampling import Array

WEIGHT = 2
"""Degrees of freedom that the outlets' own spread counts for, at most the events they do not share.

20,000 samples, 15 events an outlet, events without or with an effect as large as an article's own;
share of 90 % intervals that held the difference, mean width, share under a quarter of the true error,
with weight 0 / 2: normal scores, 2 shared .90 / .97-.99, 10 / 5, .03 / 0; 3 shared .90 / .94-.98,
4.2 / 3.8, .01 / 0; scores at either end of the scale, 2 shared .85 / .91-1.0, 10 / 5, .11 / 0; 4 shared
.92 / .93-.96, 3.1 / 3.0, .05 / 0. Weights of 4 and 8 hold less where events have no effect.
"""


def expect_spread(group: Group) -> Array:
    """Return the variance of an outlet's events, per measure; NaN where fewer than two have a value."""
    known = np.where(group.clusters > 1, group.clusters - 1.0, np.nan)
    means = group.cluster_means
    away = means - np.nansum(means, axis=0) / np.where(group.clusters > 0, group.clusters, np.nan)
    variance: Array = np.nansum(away**2, axis=0) / known
    return variance


def compare_few(gaps: Array, spread: Array, clusters: npt.NDArray[np.int64]) -> Array:
    """Return difference, low, high (90 %) and probability by Student's t, shape (4, columns).

    Parameters
    ----------
    gaps : ndarray, shape (events, columns)
        A's mean less B's on each event; NaN where one has no value, two or more known.
    spread : ndarray, shape (columns,)
        Variance of one event of A plus that of one of B.
    clusters : ndarray of int, shape (columns,)
        Events of the outlet that has fewer.
    """
    events = np.isfinite(gaps).sum(axis=0)
    difference = np.nansum(gaps, axis=0) / events
    weight = np.clip(clusters - events, 0, WEIGHT)
    degrees = events - 1 + weight
    varied = np.nansum((gaps - difference) ** 2, axis=0) + np.where(weight > 0, weight * spread, 0.0)
    error = np.sqrt(varied / degrees / events)
    error = np.where(error > 1e-9 * np.maximum(1.0, np.abs(difference)), error, np.nan)
    reach = stats.t.ppf(0.95, degrees) * error
    above = stats.t.cdf(difference / error, degrees)
    return np.stack([difference, difference - reach, difference + reach, above])
