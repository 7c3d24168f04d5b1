"""The comparison of outlets as a page, charts and tables."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd
from markupsafe import Markup
from matplotlib.figure import Figure

from scoring.outlets import OutletTables, answer, compare_outlets, finding
from scoring.outlets.verdicts import judge_pairs, turn_upward
from scoring.outlets.words import brief, chance_words, noun, whole
from scoring.reports.chart_rows import describe_outlets, pick_rows
from scoring.reports.charts import NARROW, draw_outlets, save_figure
from scoring.reports.labels import first_upper, format_interval, format_value, measure_label, measure_scale
from scoring.reports.page import render
from scoring.reports.svg import inline_svg
from scoring.tables import write_csv

DESK = 6.1
"""Width of a chart in the page, in inches: half of the page on a desk, all of it on a tablet."""

FIRST, MOST = 12, 300
"""Pairs shown at once, and pairs in the page at all; `pairs.csv` has every one."""

SCORES = ("quality", "bias")

DASH = "\u2013"

LEANING = 0.8
"""P(A above B) from which the table says "leans so"."""


@dataclass(frozen=True, slots=True)
class ChartView:
    """One chart as the page shows it."""

    name: str
    stem: str
    finding: str
    scale: str
    desk: Markup
    phone: Markup
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class PairView:
    """One pair as the page shows it, the higher outlet first."""

    a: str
    b: str
    difference: str
    interval: str
    chance: str
    words: str
    shared: int
    is_told: bool


@dataclass(frozen=True)
class Comparison:
    """Outlets compared: tables, charts and an answer in words.

    Attributes
    ----------
    tables : OutletTables
    headlines : mapping of str to str
        Family to the measure that stands for it.

    Examples
    --------
    >>> table = pd.DataFrame({"id": ["1", "2"], "outlet": ["A", "B"], "bias": [40.0, 60.0]})
    >>> list(compare_table(table, headlines={}).measures)
    ['bias']
    """

    tables: OutletTables
    headlines: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def answer(self) -> str:
        """Which outlets differ in quality and in bias, by how much, how sure: one paragraph."""
        return answer(self.tables)

    @property
    def measures(self) -> dict[str, str]:
        """What is drawn: a short name to the column."""
        wanted = {score: score for score in SCORES} | dict(self.headlines)
        known = set(self.tables.outlets["measure"])
        return {name: measure for name, measure in wanted.items() if measure in known}

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The charts by file stem, drawn when first asked for."""
        return {f"outlets-{name}": self.draw(name) for name in self.measures}

    def draw(self, name: str, *, title: str | None = None, width: float = 7.0) -> Figure:
        """Draw one of `measures`; by default its title says what can be told."""
        measure = self.measures[name]
        said = finding(self.tables, measure, label=name) if title is None else title
        tables = self.tables
        return draw_outlets(
            tables.outlets, tables.articles, measure=measure, title=said, by=tables.by, width=width
        )

    def save(self, folder: str | Path) -> None:
        """Write outlets.csv, pairs.csv, a chart a measure as .svg and .png, and index.html into a folder.

        Same comparison, same bytes.
        """
        place = Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        write_csv(self.tables.outlets, place / "outlets.csv", float_format="%.6g")
        write_csv(self.tables.pairs, place / "pairs.csv", float_format="%.6g")
        for stem, figure in self.figures.items():
            save_figure(figure, place / stem)
        (place / "index.html").write_text(self.to_html(), encoding="utf-8", newline="\n")

    def to_html(self) -> str:
        """Return the page; its links lead to the files that `save` writes beside it."""
        tables = self.tables
        return render(
            "comparison.html",
            head=f"{noun(tables.by, 2)} compared",
            one=noun(tables.by, 1),
            many=noun(tables.by, 2),
            answer=self.answer,
            charts=[self.view_chart(name) for name in self.measures],
            pairs={score: view_pairs(tables.pairs, score) for score in SCORES},
            first=FIRST,
            most=MOST,
            notes=tables.notes,
        )

    def view_chart(self, name: str) -> ChartView:
        """Return what the page shows of one measure."""
        tables, measure = self.tables, self.measures[name]
        outlets, by = tables.outlets, tables.by
        label = describe_outlets(outlets, measure=measure, articles=tables.articles, by=by)
        drawn = {
            look: inline_svg(
                self.draw(name, title="", width=width), label=label, prefix=f"{look}-{name}", look=look
            )
            for look, width in (("desk", DESK), ("phone", NARROW))
        }
        return ChartView(
            name=name,
            stem=f"outlets-{name}",
            finding=finding(tables, measure, label=name),
            scale=f"{first_upper(measure_label(measure))}, {measure_scale(measure)}.",
            rows=tuple(outlet_cells(row, measure) for _, row in pick_rows(outlets, measure).iterrows()),
            **drawn,
        )

    def _repr_html_(self) -> str:
        """Show the answer and the charts in a notebook."""
        views = [self.view_chart(name) for name in self.measures]
        charts = Markup("").join(Markup("<h4>{}</h4>{}").format(view.finding, view.desk) for view in views)
        return str(Markup("<div style='max-width: 48em'><p>{}</p>{}</div>").format(self.answer, charts))


def compare_table(
    table: pd.DataFrame, *, by: str = "outlet", headlines: Mapping[str, str], seed: int = 0
) -> Comparison:
    """Compare the outlets of a table of scored articles.

    Parameters
    ----------
    table : pandas.DataFrame
        One row an article, as `scoring.outlets.compare_outlets` takes it.
    by : str, default "outlet"
        The column whose values are compared.
    headlines : mapping of str to str
        Family to the measure that stands for it; each gets a chart.
    seed : int, default 0
    """
    return Comparison(compare_outlets(table, by=by, seed=seed), headlines)


def outlet_cells(row: pd.Series, measure: str) -> tuple[str, ...]:
    """Return one outlet's cells: name, n, events, mean, 90 % and 50 % interval."""
    return (
        brief(row["outlet"]), str(row["n"]), str(row["events"]), format_value(measure, row["mean"]),
        spell_ends(measure, row["low"], row["high"]), spell_ends(measure, row["low50"], row["high50"]),
    )  # fmt: skip


def spell_ends(measure: str, low: float, high: float) -> str:
    """Return both ends, or one dash where there is no interval."""
    return format_value(measure, low) if pd.isna(low) else format_interval(measure, low, high)


def view_pairs(pairs: pd.DataFrame, score: str) -> list[PairView]:
    """Return the pairs of a score, surest first, those that cannot be compared last; none if no pair can."""
    verdict = judge_pairs(pairs, score)
    if not verdict.comparable:
        return []
    turned = turn_upward(pairs[(pairs["measure"] == score) & pairs["difference"].notna()])
    ordered = turned.sort_values("probability", ascending=False, kind="stable", na_position="last")
    views = []
    for index, row in ordered.iterrows():
        told, sure = index in verdict.told.index, index in verdict.sure.index
        words = "told apart" if sure else "apart only if taken alone" if told else lean_words(row["probability"])
        views.append(view_pair(row, words, is_told=sure))
    return views


def view_pair(row: pd.Series, words: str, *, is_told: bool) -> PairView:
    """Return one pair as text."""
    interval = DASH if pd.isna(row["low"]) else f"{whole(row['low'])} to {whole(row['high'])}"
    chance = DASH if pd.isna(row["probability"]) else chance_words(row["probability"])
    return PairView(
        a=brief(row["a"]),
        b=brief(row["b"]),
        difference=whole(row["difference"]),
        interval=interval,
        chance=chance.replace("above ", ">"),
        words=words,
        shared=int(row["shared_events"]),
        is_told=is_told,
    )


def lean_words(probability: float) -> str:
    """Return in words how sure a pair is that cannot be told apart."""
    if math.isnan(probability):
        return "too few articles or events to say"
    return "leans so, cannot be told" if probability >= LEANING else "cannot be told"
