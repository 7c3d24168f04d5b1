"""What any measure must beat: TF-IDF with a linear model, fitted anew on each corpus.

These are never shipped. They stand beside our figures in the validity report, under the same folds.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.linear_model import LogisticRegression, Ridge
from sklearn.pipeline import FeatureUnion, Pipeline

Floats = NDArray[np.float64]
STRENGTH = 4.0
"""Inverse penalty of the logistic regression; one value for all rows, not tuned to any of them."""


def predict_probability(
    train: Sequence[str], labels: Sequence[bool], test: Sequence[str], *, letters: bool = False
) -> Floats:
    """Probability of the label for each test text, by TF-IDF of words and pairs of words.

    Parameters
    ----------
    train, labels
        Texts and whether each has the label.
    test
        Texts to judge.
    letters : bool, default False
        Whether sequences of three to five letters join the words.

    Returns
    -------
    ndarray, shape (n_test,)
        In (0, 1).
    """
    learner = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
    fitted = _pipeline(learner, letters=letters).fit(train, np.asarray(labels, dtype=bool))
    return np.asarray(fitted.predict_proba(test)[:, 1])


def predict_class(train: Sequence[str], labels: Sequence[str], test: Sequence[str]) -> list[str]:
    """The most probable class of each test text, one model a class against the others."""
    classes = sorted(set(labels))
    odds = [predict_probability(train, [label == c for label in labels], test) for c in classes]
    return [classes[i] for i in np.argmax(odds, axis=0)]


def predict_number(train: Sequence[str], values: Sequence[float], test: Sequence[str]) -> Floats:
    """A number for each test text, by TF-IDF and ridge regression."""
    return np.asarray(_pipeline(Ridge(alpha=1.0)).fit(train, np.asarray(values)).predict(test))


def _pipeline(learner: Any, *, letters: bool = False) -> Pipeline:
    words = TfidfVectorizer(ngram_range=(1, 2), min_df=2, sublinear_tf=True)
    parts = [("words", words)]
    if letters:
        ends = {"analyzer": "char_wb", "ngram_range": (3, 5), "min_df": 3, "sublinear_tf": True}
        parts.append(("letters", TfidfVectorizer(**ends)))
    return Pipeline([("table", FeatureUnion(parts)), ("learner", learner)])
