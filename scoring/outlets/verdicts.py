"""Which pairs of outlets can be told apart, one by one and all together."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import pandas as pd

SURE = 0.95
"""P(A above B) from which a pair counts as told apart, if its 90 % interval excludes 0 as well."""

CHANCE = 2 * (1 - SURE)
"""Share of pairs that look apart by chance alone when none differs."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """The pairs of one measure.

    Attributes
    ----------
    comparable : int
        Pairs for which a probability exists.
    told : pandas.DataFrame
        Pairs told apart taken one by one, turned so that a is above b, most certain first.
    sure : pandas.DataFrame
        Those that also pass Holm's correction for all comparable pairs, largest difference first.
    best : pandas.DataFrame
        The most certain pair, told apart or not; empty without any.
    """

    comparable: int
    told: pd.DataFrame
    sure: pd.DataFrame
    best: pd.DataFrame


def judge_pairs(pairs: pd.DataFrame, measure: str) -> Verdict:
    """Sort out which pairs of outlets can be told apart on a measure.

    Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of
    Statistics 6 (1979) 65-70, on two-sided p = 2 min(P, 1 - P) at 10 %, the error that a 90 %
    interval allows.
    """
    known = pairs[(pairs["measure"] == measure) & pairs["probability"].notna()]
    turned = turn_upward(known).sort_values("probability", ascending=False, kind="stable")
    told = (turned["probability"] >= SURE) & (turned["low"] > 0)
    limits = CHANCE / np.arange(len(turned), 0, -1)
    passed = np.logical_and.accumulate(2 * (1 - turned["probability"].to_numpy()) <= limits)
    sure = turned[told & passed].sort_values("difference", ascending=False, kind="stable")
    return Verdict(len(turned), turned[told], sure, turned.head(1))


def turn_upward(pairs: pd.DataFrame) -> pd.DataFrame:
    """Return the pairs with a and b swapped where b is above, so that every difference is positive."""
    below = pairs["difference"] < 0
    swapped = pairs.rename(columns={"a": "b", "b": "a"}).assign(
        difference=-pairs["difference"], low=-pairs["high"], high=-pairs["low"],
        probability=1 - pairs["probability"],
    )  # fmt: skip
    turned: pd.DataFrame = pairs.where(~below, swapped[pairs.columns])
    return turned
