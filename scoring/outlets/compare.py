"""Outlets side by side: means with intervals, and each pair's difference."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from scoring.article import SCORES
from scoring.errors import InputError
from scoring.extractors import CODEBOOK
from scoring.extractors.measure import UNITS
from scoring.outlets.groups import Group, blank_to_missing, gather_groups
from scoring.outlets.notes import NO_OUTLET, tell_apart, tell_events, tell_few, tell_scores
from scoring.outlets.pairs import compare_pairs
from scoring.outlets.resampling import Array, interval

MOST_PAIRED = 100
"""Outlets that are compared pair by pair: 4,950 pairs; 10,000 outlets would be fifty million."""
NOT_MEASURES = frozenset(f"{score}_{end}" for score in SCORES for end in ("low", "high"))


@dataclass(frozen=True, slots=True)
class OutletTables:
    """What a comparison found.

    Attributes
    ----------
    articles : pandas.DataFrame
        One row an article, with its outlet filled in.
    outlets : pandas.DataFrame
        One row an outlet and measure: outlet, measure, n (articles with a value), events, mean,
        low, high (90 %), low50, high50 (50 %). NaN where fewer than two events have a value, or
        where they are all alike.
    pairs : pandas.DataFrame
        One row a pair and measure: a, b, measure, difference (a - b), low, high (90 %),
        probability (that A is above B), shared_events.
    notes : tuple of str
        What a reader must know beside the numbers.
    by : str
        The column that was compared.
    """

    articles: pd.DataFrame
    outlets: pd.DataFrame
    pairs: pd.DataFrame
    notes: tuple[str, ...]
    by: str = "outlet"


def compare_outlets(table: pd.DataFrame, *, by: str = "outlet", seed: int = 0) -> OutletTables:
    """Compare outlets on quality, bias and every measure, by the bootstrap over events.

    Parameters
    ----------
    table : pandas.DataFrame
        One row an article: id, outlet, event, quality, bias and their intervals, then measures as
        columns of floats. NaN where undefined or withheld.
    by : str, default "outlet"
        The column whose values are compared.
    seed : int, default 0
        Same table, same seed: same result.

    Returns
    -------
    OutletTables

    Raises
    ------
    InputError
        When the table has no column `by`.

    Notes
    -----
    Means are over articles. An article without an event is an event of its own. With events too
    few and alike the intervals are rough: see `scoring.outlets.resampling.ENOUGH` for how often they
    hold the true mean.

    Examples
    --------
    >>> table = pd.DataFrame({"id": ["1", "2"], "outlet": ["A", "A"], "quality": [40.0, 60.0]})
    >>> float(compare_outlets(table).outlets["mean"][0])
    50.0
    """
    articles, notes = fill_outlets(table, by=by)
    measures = list_measures(articles, by=by)
    groups = gather_groups(articles, measures, by=by, seed=seed)
    outlets = pd.concat([outlet_rows(group, measures) for group in groups]) if groups else outlet_frame()
    paired = largest_groups(groups)
    pairs = clip_differences(compare_pairs(paired, measures, seed=seed))
    if len(paired) < len(groups):
        notes += (f"Pairs are given for the {MOST_PAIRED} largest of {len(groups)}, by articles.",)
    notes += tell_events(articles, by=by) + tell_scores(articles) + tell_few(outlets) + tell_apart(pairs)
    return OutletTables(articles, outlets.reset_index(drop=True), pairs, notes, by)


def fill_outlets(table: pd.DataFrame, *, by: str) -> tuple[pd.DataFrame, tuple[str, ...]]:
    """Return a copy in which every row has an outlet, and what to say about it."""
    if by not in table and by != "outlet":
        found = ", ".join(map(str, table.columns))
        raise InputError(f'compare: no column "{by}". Columns found: {found}. Name one of them with --by.')
    names = blank_to_missing(table[by]) if by in table else pd.Series(None, index=table.index, dtype=object)
    missing = int(names.isna().sum())
    if by == "outlet" and len(names) and missing == len(names):
        return table.assign(outlet=blank_to_missing(table["id"])), (NO_OUTLET,)
    filled = table.assign(**{by: names.where(names.notna(), f"(no {by})")})
    verb = "article names" if missing == 1 else "articles name"
    return filled, (f'{missing} {verb} no {by}: see "(no {by})".',) if missing else ()


def list_measures(articles: pd.DataFrame, *, by: str = "outlet") -> list[str]:
    """Return the columns compared: quality, bias, then the codebook's and every other column of floats."""
    others = [
        str(name) for name, kind in articles.dtypes.items()
        if (kind.kind == "f" or (kind.kind in "iu" and name in CODEBOOK))
        and name not in (*NOT_MEASURES, *SCORES, by)
    ]  # fmt: skip
    return [score for score in SCORES if score in articles] + others


def outlet_frame(**columns: object) -> pd.DataFrame:
    """Return outlet rows with the columns in their fixed order."""
    order = ["outlet", "measure", "n", "events", "mean", "low", "high", "low50", "high50"]
    return pd.DataFrame(columns, columns=order)


def outlet_rows(group: Group, measures: Sequence[str]) -> pd.DataFrame:
    """Return one outlet's rows, one a measure."""
    mean, clusters = group.mean, group.clusters
    ends = [end for level in (0.9, 0.5) for end in interval(mean, group.draws, clusters, level)]
    low, high, low50, high50 = (clip_to_range(end, measures) for end in ends)
    events = ((group.counts > 0) & group.named[:, None]).sum(axis=0)
    return outlet_frame(
        outlet=group.name, measure=list(measures), n=group.n, events=events, mean=mean,
        low=low, high=high, low50=low50, high50=high50,
    )  # fmt: skip


def clip_to_range(values: Array, measures: Sequence[str]) -> Array:
    """Return values, none beyond what its measure can be."""
    ranges = [range_of(measure) for measure in measures]
    clipped: Array = np.clip(values, [low for low, _ in ranges], [high for _, high in ranges])
    return clipped


def largest_groups(groups: Sequence[Group]) -> list[Group]:
    """Return the groups with most articles, at most `MOST_PAIRED`, in the order given."""
    ranked = sorted(range(len(groups)), key=lambda i: (-int(groups[i].n.max(initial=0)), i))
    return [groups[i] for i in sorted(ranked[:MOST_PAIRED])]


def clip_differences(pairs: pd.DataFrame) -> pd.DataFrame:
    """Return pairs, no end of an interval beyond what a difference of the measure can be."""
    widest = {measure: np.subtract(*range_of(measure)[::-1]) for measure in pairs["measure"].unique()}
    span = pairs["measure"].map(widest).astype(float)
    return pairs.assign(low=pairs["low"].clip(lower=-span), high=pairs["high"].clip(upper=span))


def range_of(measure: str) -> tuple[float, float]:
    """Return the least and the greatest value a measure can take, from its suffix.

    Examples
    --------
    >>> range_of("quality"), range_of("stance_tone_balance")
    ((0.0, 100.0), (-1.0, 1.0))
    """
    if measure in SCORES:
        return 0.0, 100.0
    return UNITS.get(measure.rpartition("_")[2], ("", -np.inf, np.inf))[1:]
