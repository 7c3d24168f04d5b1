"""Outlets by measures as percentiles: what the heatmap shows, and the heatmap in words."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from scoring.article import SCORES
from scoring.extractors import CODEBOOK, FAMILIES
from scoring.outlets.words import brief, noun, plural
from scoring.reports.labels import measure_label

MOST_ROWS = 100
"""Outlets drawn; of more, those with the most articles."""

NAMED = 3
"""Cells that the text alternative names."""


@dataclass(frozen=True, slots=True)
class Heat:
    """What the heatmap shows.

    Attributes
    ----------
    places : pandas.DataFrame
        Outlets down, highest quality first, measures across: the mean percentile of the outlet's
        articles among all articles compared, ties halved; NaN where no article has a value.
    apart : pandas.DataFrame of bool
        Where the 90 % interval of the outlet's mean leaves out the mean over all articles.
    intervals : pandas.DataFrame of bool
        Where the outlet's mean has an interval.
    n : pandas.Series
        Articles of each outlet.
    left_out : int
        Outlets beyond `MOST_ROWS`.
    alike : tuple of str
        Measures left out because every article has the same value.
    by : str
    """

    places: pd.DataFrame
    apart: pd.DataFrame
    intervals: pd.DataFrame
    n: pd.Series
    left_out: int
    alike: tuple[str, ...]
    by: str = "outlet"

    @property
    def names(self) -> tuple[str, ...]:
        """The outlets in order."""
        return tuple(map(str, self.places.index))

    @property
    def measures(self) -> tuple[str, ...]:
        """The measures in order."""
        return tuple(map(str, self.places.columns))

    @property
    def is_single(self) -> bool:
        """Whether no outlet has more than one article."""
        return bool((self.n <= 1).all())

    @property
    def tested(self) -> int:
        """How many cells have an interval."""
        return int(self.intervals.to_numpy().sum())

    def keep(self, measures: Collection[str]) -> Heat:
        """Return the heatmap with fewer measures."""
        kept = [measure for measure in self.measures if measure in measures]
        return Heat(
            self.places[kept], self.apart[kept], self.intervals[kept], self.n, self.left_out, self.alike,
            self.by,
        )  # fmt: skip


def family_of(measure: str) -> str:
    """Return the family a column stands under in the heatmap.

    Examples
    --------
    >>> family_of("bias"), family_of("stance_loaded_rate"), family_of("desk_visits_count")
    ('scores', 'stance', 'other')
    """
    if measure in SCORES:
        return "scores"
    family = measure.partition("_")[0]
    return family if family in FAMILIES else "other"


def place_outlets(
    outlets: pd.DataFrame, articles: pd.DataFrame, *, by: str = "outlet", headlines: Sequence[str] = ()
) -> Heat | None:
    """Place each outlet among the articles compared, measure by measure.

    Parameters
    ----------
    outlets, articles : pandas.DataFrame
        As `scoring.outlets.OutletTables` has them.
    by : str, default "outlet"
    headlines : sequence of str
        The measure of each family that stands first.

    Returns
    -------
    Heat or None
        None with fewer than two outlets, or when no measure varies.
    """
    present = set(outlets["measure"])
    known = [measure for measure in order_measures(sorted(present), headlines) if measure in articles]
    varied = [measure for measure in known if articles[measure].nunique() > 1]
    if articles[by].nunique() < 2 or not varied:
        return None
    names = articles[by].astype(str)
    ranks = articles[varied].rank(method="average")
    places = (100 * (ranks - 0.5) / articles[varied].count()).groupby(names).mean()
    n = names.value_counts()
    rows = order_outlets(outlets, n)
    alike = tuple(measure for measure in known if measure not in varied and articles[measure].notna().any())
    low, high = (
        outlets.pivot(index="outlet", columns="measure", values=end).reindex(index=rows, columns=varied)
        for end in ("low", "high")
    )
    middle = articles[varied].mean()
    apart = low.gt(middle) | high.lt(middle)
    return Heat(places.loc[rows], apart, low.notna(), n.loc[rows], len(n) - len(rows), alike, by)


def order_measures(measures: Sequence[str], headlines: Sequence[str]) -> list[str]:
    """Return measures by family: the scores, each family with its headline first, columns of others."""
    families = ("scores", *FAMILIES, "other")
    book = {column: place for place, column in enumerate((*SCORES, *CODEBOOK))}
    return sorted(
        measures,
        key=lambda name: (
            families.index(family_of(name)), name not in headlines, book.get(name, len(book)), name,
        ),
    )  # fmt: skip


def order_outlets(outlets: pd.DataFrame, n: pd.Series) -> list[str]:
    """Return the outlets drawn, highest quality first; those without a score last, by name."""
    most = n.sort_index().sort_values(ascending=False, kind="stable").index[:MOST_ROWS]
    means = outlets[outlets["measure"] == "quality"].set_index("outlet")["mean"]
    rows = means.reindex(sorted(most)).sort_values(ascending=False, kind="stable", na_position="last")
    return list(map(str, rows.index))


def heat_finding(heat: Heat) -> str:
    """Return the headline of the heatmap: how much stands apart, and how much chance would give."""
    if heat.is_single:
        return f"Single articles, measure by measure: no word on the {noun(heat.by, 2)}"
    if not heat.tested:
        return f"Too few articles to say which {noun(heat.by, 2)} stand apart"
    apart, chance = count_apart(heat), round(heat.tested / 10)
    if not apart:
        return "No cell stands apart from the mean of all articles"
    lead = f"{apart:,} of {heat.tested:,} cells {'stands' if apart == 1 else 'stand'} apart"
    return f"{lead} from the mean of all; chance alone gives up to {chance:,}"


def count_apart(heat: Heat) -> int:
    """Count the cells that stand apart."""
    return int(heat.apart.to_numpy().sum())


def heat_subtitle(heat: Heat, *, shown: int | None = None) -> str:
    """Say what a cell is, how the rows are sorted, and what is left out."""
    one, many, count = noun(heat.by, 1), noun(heat.by, 2), int(heat.n.sum())
    what = (
        f"Each cell: the percentile of the {one}’s articles, on average, among all articles compared; "
        "50 is the middle, higher means more of it."
    )
    if heat.is_single:
        what = "Each cell: the article’s percentile among the articles compared; higher means more of it."
    bold = "" if heat.is_single else (
        f" Bold: the 90\u00a0% interval of the {one}’s mean leaves out the mean of all articles."
    )  # fmt: skip
    struck = " Hatched: no value." if heat.places.isna().to_numpy().any() else ""
    sort = "by mean quality, highest first" if "quality" in heat.places else "by name"
    order = f" {many.capitalize()} {sort}; n = {count:,} {plural('article', count)}."
    few = f" Of each family one measure; all {len(heat.places.columns)} follow below." if shown else ""
    more = f" The {MOST_ROWS} with most articles; {heat.left_out:,} more are in outlets.csv."
    rest = more if heat.left_out else ""
    return f"{what}{bold}{struck}{order}{few}{rest}{'' if shown else say_alike(heat)}"


def say_alike(heat: Heat) -> str:
    """Name the measures on which all articles are alike."""
    if not heat.alike:
        return ""
    return f" The same in all articles, so not shown: {', '.join(map(measure_label, heat.alike))}."


def describe_heat(heat: Heat) -> str:
    """Return the heatmap's text alternative, from the data."""
    rows, columns = heat.places.shape
    head = f"{rows} {noun(heat.by, rows)} by {columns} {plural('measure', columns)}, as percentiles"
    undefined = int(heat.places.isna().to_numpy().sum())
    blank = f"; {undefined} {plural('cell', undefined)} without a value" if undefined else ""
    return f"{head}; {name_furthest(heat)}{blank}."


def name_furthest(heat: Heat) -> str:
    """Name the cells furthest from the middle: among those that stand apart if any do."""
    measures = [measure for measure in heat.measures if measure not in SCORES]
    places, apart = heat.places[measures].to_numpy(dtype=float), heat.apart[measures].to_numpy(dtype=bool)
    is_told = bool(apart.any())
    shown = np.argwhere(np.isfinite(places) & (apart if is_told else True)).tolist()
    if not shown:
        return "no measure but the scores"
    shown.sort(key=lambda cell: -abs(places[cell[0], cell[1]] - 50))
    told = [
        f"{brief(heat.names[row])} {whole_place(places[row, column])} in {measure_label(measures[column])}"
        for row, column in shown[:NAMED]
    ]
    lead = "furthest from the middle" if not is_told else "standing apart most"
    return f"{lead}: {', '.join(told)}"


def whole_place(place: float) -> str:
    """Return a percentile as text, never 0 or 100.

    Examples
    --------
    >>> whole_place(99.8), whole_place(49.6)
    ('99', '50')
    """
    return str(min(99, max(1, round(place))))
