"""An additive logistic model: one smooth, saturating, sign-bounded curve per column.

Each column is mapped to [0, 1] by a piecewise linear version of its distribution function, then
expanded into cumulated B-splines: with non-negative coefficients the curve can only rise, with
non-positive ones only fall. The log-odds are the sum of the curves, so what each column adds is
exact.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np
from numpy.typing import ArrayLike, NDArray
from scipy.optimize import minimize
from scipy.special import expit
from sklearn.base import BaseEstimator, ClassifierMixin
from sklearn.utils.validation import check_is_fitted

from scoring.model.grids import GRID, make_grid
from scoring.model.splines import cumulate, full_rise

Floats = NDArray[np.float64]
SWING = 0.06
"""Weight of the squared swing of a curve under sampling error. Were each article seen again and again with
such errors, the log loss would rise by p (1 - p) / 2 of it, .04 to .08 in the mean of four rows of the card.
Mean AUC over its ten rows is .913 without, .916 with .06 and .917 with .1 and .2, which cost stories beside
releases .002."""


class AdditiveClassifier(ClassifierMixin, BaseEstimator):  # type: ignore[misc]  # sklearn has no types
    """Additive logistic regression under sign bounds.

    Parameters
    ----------
    columns : sequence of str
        Names of the columns of X, in order; without names every column is free.
    signs : mapping
        Column to +1 (may only raise the log-odds), -1 (may only lower them) or 0 (moves them not at
        all). Columns not named are free.
    penalty : float
        Weight of the squared coefficients and of their squared second differences, per unit of
        total sample weight.
    least : mapping
        Column with a sign to the log-odds, positive, that its curve moves at least from one end to the
        other, whatever the labels say.

    Attributes
    ----------
    coef_ : ndarray of shape (n_columns, n_splines)
    intercept_ : float
    grids_ : ndarray of shape (n_columns, GRID)
        Quantiles that map a column to [0, 1]; outside them the curve is flat.

    Notes
    -----
    NaN takes the column's median. A column without two different values in `fit` adds nothing,
    whatever it holds later, unless `least` names it.

    Examples
    --------
    >>> curves = AdditiveClassifier(("loaded",), {"loaded": 1}).fit([[0.0], [1.0], [2.0]], [0, 0, 1])
    >>> curves.predict([[0.0], [2.0]]).tolist()
    [0, 1]
    """

    def __init__(
        self,
        columns: Sequence[str] = (),
        signs: Mapping[str, int] | None = None,
        penalty: float = 0.01,
        least: Mapping[str, float] | None = None,
    ) -> None:
        self.columns = columns
        self.signs = signs
        self.penalty = penalty
        self.least = least

    def fit(
        self,
        X: ArrayLike,
        y: ArrayLike,
        sample_weight: ArrayLike | None = None,
        *,
        error: ArrayLike | None = None,
        prior: AdditiveClassifier | None = None,
        scale: float = 1.0,
    ) -> AdditiveClassifier:
        """Fit the curves.

        Parameters
        ----------
        X : array of shape (n_articles, n_columns)
        y : array of shape (n_articles,)
            Labels in [0, 1]; a label between counts for both classes.
        sample_weight : array of shape (n_articles,), optional
            None weighs every article the same.
        error : array of shape (n_articles, n_columns), optional
            Standard error of each value, from the length of the article: what the errors would swing most
            is penalised most. None for values without error.
        prior : AdditiveClassifier, optional
            Curves to start from: columns of the same name take its grids, and the penalty is on the
            distance to its coefficients instead of to zero. Its sign bounds should be those of `signs`.
        scale : float
            What the prior's curves are multiplied by, not negative.

        Raises
        ------
        ValueError
            If the shapes do not fit one another, or a label lies outside [0, 1].
        """
        table, labels = np.asarray(X, dtype=float), np.asarray(y, dtype=float)
        self._check(table, labels)
        weight = np.ones(len(labels)) if sample_weight is None else np.asarray(sample_weight, dtype=float)
        self.classes_ = np.array([0, 1])
        self.n_features_in_ = table.shape[1]
        self.medians_ = np.nanmedian(np.where(np.isnan(table).all(axis=0), 0.0, table), axis=0)
        self.grids_ = np.array([make_grid(column[~np.isnan(column)]) for column in table.T])
        known = self._adopt(prior)
        known |= np.array([name in (self.least or {}) for name in self.columns or [""] * table.shape[1]])
        basis = np.where((_varies(table) | known)[:, None], self._expand(table), 0.0)
        centre = np.zeros(basis[0].size + 1)
        if prior is not None:
            centre = scale * self._centre(prior, basis.shape[2])
        weight = weight / weight.sum()
        swing = np.zeros_like(basis) if error is None else self._swing(table, np.asarray(error, dtype=float))
        doubt = SWING * np.einsum("n,ncs,nct->cst", weight, swing, swing)
        solution = self._solve(basis, labels, weight, centre, doubt)
        self.intercept_ = float(solution[0])
        self.coef_ = solution[1:].reshape(basis.shape[1:])
        return self

    def contributions(self, X: ArrayLike) -> Floats:
        """What each column adds to the log-odds: array of shape (n_articles, n_columns)."""
        check_is_fitted(self, "coef_")
        added: Floats = np.einsum("ncs,cs->nc", self._expand(np.asarray(X, dtype=float)), self.coef_)
        return added

    def swings(self, X: ArrayLike, error: ArrayLike) -> Floats:
        """How far a standard error moves what each column adds: array of shape (n_articles, n_columns)."""
        check_is_fitted(self, "coef_")
        basis = self._swing(np.asarray(X, dtype=float), np.asarray(error, dtype=float))
        return np.asarray(np.einsum("ncs,cs->nc", basis, self.coef_))

    def decision_function(self, X: ArrayLike) -> Floats:
        """Log-odds: the intercept plus the sum of the contributions."""
        odds: Floats = self.contributions(X).sum(axis=1) + self.intercept_
        return odds

    def predict_proba(self, X: ArrayLike) -> Floats:
        """Probabilities of both classes, shape (n_articles, 2)."""
        p = expit(self.decision_function(X))
        return np.column_stack([1 - p, p])

    def predict(self, X: ArrayLike) -> NDArray[np.int64]:
        """The more probable class."""
        return np.asarray(self.decision_function(X) > 0, dtype=np.int64)

    def _check(self, X: Floats, y: Floats) -> None:
        if X.ndim != 2 or len(X) != len(y):
            raise ValueError(f"X has shape {X.shape} and y {y.shape}; expected (n, columns) and (n,).")
        if self.columns and len(self.columns) != X.shape[1]:
            raise ValueError(f"X has {X.shape[1]} columns; `columns` names {len(self.columns)}.")
        if not np.all((y >= 0) & (y <= 1)):
            raise ValueError("y holds labels outside [0, 1].")

    def _adopt(self, prior: AdditiveClassifier | None) -> NDArray[np.bool_]:
        """Take the grids and medians of the prior's columns; says which columns those are."""
        known = np.zeros(self.n_features_in_, dtype=bool)
        if prior is not None:
            check_is_fitted(prior, "coef_")
            for own, theirs in self._pair(prior):
                self.grids_[own], self.medians_[own] = prior.grids_[theirs], prior.medians_[theirs]
                known[own] = True
        return known

    def _pair(self, prior: AdditiveClassifier) -> list[tuple[int, int]]:
        """Places of the shared columns, here and in the prior."""
        names, theirs = list(self.columns), {name: i for i, name in enumerate(prior.columns)}
        return [(i, theirs[name]) for i, name in enumerate(names) if name in theirs]

    def _centre(self, prior: AdditiveClassifier, size: int) -> Floats:
        """The prior's intercept and coefficients in this order of columns; zero for columns it lacks."""
        curves = np.zeros((self.n_features_in_, size))
        for own, theirs in self._pair(prior):
            curves[own] = prior.coef_[theirs]
        return np.concatenate([[prior.intercept_], curves.ravel()])

    def _expand(self, X: Floats) -> Floats:
        """Cumulated splines, shape (n_articles, n_columns, n_splines)."""
        filled = np.where(np.isnan(X), self.medians_, X)
        levels = np.linspace(0, 1, GRID)
        places = [np.interp(column, grid, levels) for column, grid in zip(filled.T, self.grids_, strict=True)]
        place = np.column_stack(places)
        return cumulate(place).reshape(*place.shape, -1)

    def _swing(self, X: Floats, error: Floats) -> Floats:
        """Half of what the splines differ by a standard error above each value and below it, to zero."""
        lower = np.where(error > 0, np.maximum(X - error, 0.0), X)
        return (self._expand(X + error) - self._expand(lower)) / 2

    def _bounds(self, count: int, size: int) -> list[tuple[float | None, float | None]]:
        """Limits of the intercept, then of `size` coefficients for each of `count` columns."""
        names = self.columns or [""] * count
        return [(None, None), *(self._limit(name) for name in names for _ in range(size))]

    def _limit(self, name: str) -> tuple[float | None, float | None]:
        """Limits of each coefficient of a column."""
        least = (self.least or {}).get(name, 0.0) / full_rise()
        limits = {1: (least, None), -1: (None, -least), 0: (0.0, 0.0)}
        return limits.get((self.signs or {}).get(name, 2), (None, None))

    def _solve(self, basis: Floats, y: Floats, weight: Floats, centre: Floats, doubt: Floats) -> Floats:
        """Intercept and coefficients of least penalised log loss, by L-BFGS-B under the bounds.

        The penalty is on the distance of the coefficients to those of `centre`; `doubt` holds a square
        for each column, the mean product of what errors swing its splines.
        """
        _, count, size = basis.shape
        flat = basis.reshape(len(y), -1)

        def loss(theta: Floats) -> tuple[float, Floats]:
            odds = theta[0] + flat @ theta[1:]
            curves = (theta - centre)[1:].reshape(-1, size)
            bends = np.diff(curves, axis=1)
            bent = curves - np.diff(bends, axis=1, prepend=0, append=0)
            pull = self.penalty * bent + np.einsum("cst,ct->cs", doubt, curves)
            value = weight @ (np.logaddexp(0, odds) - y * odds) + np.sum(pull * curves)
            slope = weight * (expit(odds) - y)
            return float(value), np.concatenate([[slope.sum()], flat.T @ slope + 2 * pull.ravel()])

        found = minimize(loss, centre, jac=True, method="L-BFGS-B", bounds=self._bounds(count, size))
        return np.asarray(found.x, dtype=float)


def _varies(X: Floats) -> NDArray[np.bool_]:
    """Whether a column holds two different values, NaN aside."""
    filled = np.where(np.isnan(X), -np.inf, X).max(axis=0), np.where(np.isnan(X), np.inf, X).min(axis=0)
    return np.asarray(filled[0] > filled[1])
