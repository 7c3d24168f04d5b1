"""An additive logistic model: one smooth, saturating, sign-bounded curve per column.

Each column is mapped to [0, 1] by a piecewise linear version of its distribution function, then
expanded into cumulated B-splines: with non-negative coefficients the curve can only rise, with
non-positive ones only fall. The log-odds are the sum of the curves, so what each column adds is
exact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.preprocessing import SplineTransformer
from sklearn.utils.validation import check_is_fitted

Floats = NDArray[np.float64]
N_KNOTS = 5
DEGREE = 2
GRID = 21


class AdditiveClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]
    """Additive logistic regression under sign bounds.

    Parameters
    ----------
    columns : sequence of str
        Names of the columns of X, in order.
    signs : mapping
        Column to +1 (may only raise the log-odds), -1 (may only lower them) or 0 (free). Columns
        not named are free.
    penalty : float
        Weight of the squared coefficients and of their squared second differences, per unit of
        total sample weight.

    Attributes
    ----------
    coef_ : ndarray of shape (n_columns, n_splines)
    intercept_ : float
    grids_ : ndarray of shape (n_columns, GRID)
        Quantiles that map a column to [0, 1]; outside them the curve is flat.

    Notes
    -----
    NaN takes the column's median, so an undefined measure adds what it adds for the reference.
    """

    def __init__(self, columns: Sequence[str] = (), signs: Mapping[str, int] | None = None, penalty: float = 0.01) -> None:
        self.columns = columns
        self.signs = signs
        self.penalty = penalty

    def fit(self, X: Floats, y: NDArray[np.float64], sample_weight: Floats | None = None) -> AdditiveClassifier:
        """Fit the curves.

        Parameters
        ----------
        X : array of shape (n_articles, n_columns)
        y : array of shape (n_articles,)
            Labels in [0, 1]; a label between counts for both classes.
        sample_weight : array of shape (n_articles,), optional
        """
        X = np.asarray(X, dtype=float)
        y = np.asarray(y, dtype=float)
        weight = np.ones(len(y)) if sample_weight is None else np.asarray(sample_weight, dtype=float)
        self.classes_ = np.array([0, 1])
        self.medians_ = np.nanmedian(np.where(np.isnan(X).all(axis=0), 0.0, X), axis=0)
        self.grids_ = np.array([_make_grid(column[~np.isnan(column)]) for column in X.T])
        basis = self._expand(X)
        solution = self._solve(basis.reshape(len(y), -1), y, weight / weight.sum())
        self.intercept_ = float(solution[0])
        self.coef_ = solution[1:].reshape(basis.shape[1:])
        return self

    def contributions(self, X: Floats) -> Floats:
        """What each column adds to the log-odds: array of shape (n_articles, n_columns)."""
        check_is_fitted(self, "coef_")
        return np.einsum("ncs,cs->nc", self._expand(np.asarray(X, dtype=float)), self.coef_)

    def decision_function(self, X: Floats) -> Floats:
        """Log-odds: the intercept plus the sum of the contributions."""
        return self.intercept_ + self.contributions(X).sum(axis=1)

    def predict_proba(self, X: Floats) -> Floats:
        """Probabilities of both classes, shape (n_articles, 2)."""
        p = 1 / (1 + np.exp(-self.decision_function(X)))
        return np.column_stack([1 - p, p])

    def predict(self, X: Floats) -> NDArray[np.int64]:
        """The more probable class."""
        return (self.decision_function(X) > 0).astype(int)

    def _expand(self, X: Floats) -> Floats:
        """Cumulated splines, shape (n_articles, n_columns, n_splines)."""
        filled = np.where(np.isnan(X), self.medians_, X)
        levels = np.linspace(0, 1, GRID)
        place = np.column_stack([np.interp(column, grid, levels) for column, grid in zip(filled.T, self.grids_, strict=True)])
        values = _splines().transform(place.reshape(-1, 1))
        cumulated = np.cumsum(values[:, ::-1], axis=1)[:, ::-1][:, 1:]
        return cumulated.reshape(*place.shape, -1)

    def _solve(self, basis: Floats, y: Floats, weight: Floats) -> Floats:
        size = basis.shape[1] // max(1, len(self.columns))
        signs = self.signs or {}
        limits = {1: (0.0, None), -1: (None, 0.0), 0: (None, None)}
        bounds = [(None, None), *(limits[signs.get(name, 0)] for name in self.columns for _ in range(size))]

        def loss(theta: Floats) -> tuple[float, Floats]:
            odds = theta[0] + basis @ theta[1:]
            curves = theta[1:].reshape(-1, size)
            bends = np.diff(curves, axis=1)
            value = weight @ (np.logaddexp(0, odds) - y * odds) + self.penalty * (np.sum(curves**2) + np.sum(bends**2))
            slope = weight * (1 / (1 + np.exp(-odds)) - y)
            pull = 2 * self.penalty * (curves - np.diff(bends, axis=1, prepend=0, append=0))
            return float(value), np.concatenate([[slope.sum()], basis.T @ slope + pull.ravel()])

        return np.asarray(minimize(loss, np.zeros(basis.shape[1] + 1), jac=True, method="L-BFGS-B", bounds=bounds).x)


@lru_cache(maxsize=1)
def _splines() -> SplineTransformer:
    """B-splines with even knots on [0, 1]; the same for all columns, so no model stores them."""
    return SplineTransformer(n_knots=N_KNOTS, degree=DEGREE, extrapolation="constant").fit([[0.0], [1.0]])


def _make_grid(values: Floats) -> Floats:
    """Rising points that map a column to [0, 1]: quantiles of its different values, 1st to 99th percent.

    Where most values are zero the quantiles are those of the others, so a rare fault keeps a curve.
    """
    if len(values) == 0 or np.ptp(values) == 0:
        base = float(values[0]) if len(values) else 0.0
        return base + np.linspace(0, 1, GRID)
    low, high = np.quantile(values, [0.01, 0.99])
    kept = np.unique(values[(values >= low) & (values <= high)])
    if len(kept) < 2:
        kept = np.unique(values)
    grid = np.quantile(kept, np.linspace(0, 1, GRID))
    return np.maximum.accumulate(grid + np.arange(GRID) * 1e-9 * (1 + np.ptp(grid)))
