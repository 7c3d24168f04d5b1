"""From raw measures to what a score model sees: in short texts drawn toward the reference."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from scoring.extractors import CODEBOOK

Floats = NDArray[np.float64]
WORDS = "language_word_count"
PRIOR_WORDS = 250.0
"""An article of so many words is drawn half way to the reference rate. With 100 and
steeper curves a single stock phrase in a real article of 364 words took 16 points, now 10; AUC on the four
labelled corpora moves by less than .01 between 100 and 250."""
_UNIT_WORDS = 20.0
"""Words per sentence, the unit of which shares are counted."""


def score_columns() -> list[str]:
    """The columns that may enter a score: the codebook says which."""
    return [name for name, column in CODEBOOK.items() if column.scored]


def shrink(table: Floats, words: Floats, reference: Floats, columns: Sequence[str]) -> Floats:
    """Rates and shares moved toward the reference by an article's shortness; NaN becomes the reference.

    Parameters
    ----------
    table : array of shape (n_articles, n_columns)
    words : array of shape (n_articles,)
    reference : array of shape (n_columns,)
    columns : sequence of str
        Names, whose suffix says which columns are rates and shares.

    Returns
    -------
    array of shape (n_articles, n_columns), without NaN
    """
    filled = np.where(np.isnan(table), reference, table)
    moves = np.array([name.endswith(("_rate", "_share")) for name in columns])
    keep = (words / (words + PRIOR_WORDS))[:, None]
    return np.where(moves, keep * filled + (1 - keep) * reference, filled)


def sampling_error(table: Floats, words: Floats, reference: Floats, columns: Sequence[str]) -> Floats:
    """Standard error of each value at this length; shapes as in `shrink`.

    Poisson for rates, binomial over sentences for shares, 0 for the others.
    """
    filled = np.where(np.isnan(table), reference, table)
    n = np.maximum(words, 1.0)[:, None]
    keep = n / (n + PRIOR_WORDS)
    rates = np.sqrt(np.maximum(filled, 0.0) * n / 100 + 0.5) * 100 / n
    inside = np.clip(filled, 0.02, 0.98)
    shares = np.sqrt(inside * (1 - inside) / np.maximum(n / _UNIT_WORDS, 1.0))
    is_rate = np.array([name.endswith("_rate") for name in columns])
    is_share = np.array([name.endswith("_share") for name in columns])
    return np.where(is_rate, rates, np.where(is_share, shares, 0.0)) * keep
