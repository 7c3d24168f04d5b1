"""Where a score errs most: outlets, bands of length, kinds of page, each with its count and interval."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.stats import binomtest

from scoring.model.examples import Examples
from scoring.model.preparing import Floats

FEWEST = 20
"""Articles under which a slice is not told: its interval would span most of the scale. With few labels an
eighth of them is enough, and five at least."""
MOST = 12
BANDS = (0, 300, 600, 1000, math.inf)
"""Words at which the bands of length begin."""
PAGES = (
    ("without a statement handed to a source", "sourcing_attribution_rate", 0.0, 0.0),
    ("at least half in quotation marks", "sourcing_quote_share", 0.5, 1.0),
    ("in the first person (one word in 100 or more)", "language_first_person_rate", 1.0, math.inf),
    ("addressing the reader (one word in 100 or more)", "language_second_person_rate", 1.0, math.inf),
    ("with three questions or more in 500 words", "language_question_rate", 0.6, math.inf),
)
"""Kinds of page: what they are called, and a column with the least and largest value it takes there."""
NO_SIDES: Mapping[str, str] = MappingProxyType({})


def describe_slices(data: Examples, odds: Floats, *, sides: Mapping[str, str] = NO_SIDES) -> dict[str, Any]:
    """Articles on the wrong side of 50, in all and in the worst slices.

    Parameters
    ----------
    odds : ndarray
        Calibrated log-odds of each article from fits that never saw its group.
    sides : mapping of str to str
        Group to the political side of its outlet, where it is known.

    Returns
    -------
    dict
        ``articles`` and ``wrong`` in all, ``worst``: slices with ``kind``, ``name``, ``articles``,
        ``wrong`` and the 90 % interval of their share (``low``, ``high``), surest of many errors
        first, political sides wherever they stand; ``slices``: how many have ``fewest`` articles,
        others are left out.
    """
    wrong = (odds > 0) != (data.labels >= 0.5)
    fewest = max(5, min(FEWEST, len(wrong) // 8))
    rows = [
        _describe(kind, name, wrong[inside])
        for kind, name, inside in _list_slices(data, sides)
        if fewest <= inside.sum() < len(wrong)
    ]
    worst = sorted(rows, key=lambda row: (-row["low"], row["kind"], row["name"]))
    counts = {"articles": len(wrong), "wrong": int(wrong.sum()), "slices": len(rows), "fewest": fewest}
    return {**counts, "worst": worst[:MOST] + [row for row in worst[MOST:] if row["kind"] == "side"]}


def _list_slices(data: Examples, sides: Mapping[str, str]) -> Iterator[tuple[str, str, NDArray[np.bool_]]]:
    for corpus in np.unique(data.corpora):
        yield "corpus", str(corpus), data.corpora == corpus
    for group in np.unique(data.groups):
        yield "outlet", str(group), data.groups == group
    side_of = np.array([sides.get(str(group), "") for group in data.groups])
    for side in sorted(set(sides.values())):
        yield "side", f"{side} outlets", side_of == side
    for low, high in pairwise(BANDS):
        yield "length", say_band(low, high), (data.words >= low) & (data.words < high)
    names = list(data.columns)
    for name, column, low, high in PAGES:
        if column in names:
            values = data.table[:, names.index(column)]
            yield "page", name, (values >= low) & (values <= high)


def say_band(low: float, high: float) -> str:
    """A band of length in words.

    Examples
    --------
    >>> say_band(0, 300), say_band(300, 600), say_band(1000, math.inf)
    ('under 300 words', '300 to 599 words', '1,000 words or more')
    """
    if low <= 0:
        return f"under {high:,.0f} words"
    return f"{low:,.0f} words or more" if math.isinf(high) else f"{low:,.0f} to {high - 1:,.0f} words"


def _describe(kind: str, name: str, wrong: NDArray[np.bool_]) -> dict[str, Any]:
    low, high = wilson(int(wrong.sum()), len(wrong))
    return {
        "kind": kind,
        "name": name,
        "articles": len(wrong),
        "wrong": int(wrong.sum()),
        "low": round(low, 4),
        "high": round(high, 4),
    }


def wilson(count: int, total: int) -> tuple[float, float]:
    """Wilson's 90 % interval of a share.

    Examples
    --------
    >>> [round(end, 3) for end in wilson(0, 10)], [round(end, 3) for end in wilson(5, 10)]
    ([0.0, 0.213], [0.269, 0.731])
    """
    found = binomtest(count, total).proportion_ci(0.9, method="wilson")
    return float(found.low), float(found.high)
