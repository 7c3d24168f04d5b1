"""The comparison of outlets as a page, charts and tables."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import pandas as pd
from markupsafe import escape

from scoring import notebook
from scoring.article import SCORES
from scoring.outlets import OutletTables, answer, compare_outlets, finding
from scoring.outlets.words import noun
from scoring.reports.chart_rows import describe_outlets, pick_rows
from scoring.reports.charts import NARROW, Figure, draw_outlets, save_figure
from scoring.reports.comparison_views import (
    DESK,
    ChartView,
    outlet_cells,
    view_pairs,
    view_plane,
    view_strips,
)
from scoring.reports.heatmap import draw_heatmap
from scoring.reports.heatmap_rows import Heat, place_outlets
from scoring.reports.heatmap_tall import draw_measures
from scoring.reports.heatmap_view import pick_few, view_heat
from scoring.reports.labels import first_upper, measure_label, measure_scale
from scoring.reports.page import render
from scoring.reports.scatter import draw_scatter
from scoring.reports.scatter_rows import Plane, place_scores, scatter_finding
from scoring.reports.strip_rows import Strips, lay_strips
from scoring.reports.strips import draw_strips
from scoring.reports.svg import inline_svg
from scoring.tables import write_csv

FIRST, MOST = 12, 300
"""Pairs shown at once, and pairs in the page at all; `pairs.csv` has every one."""


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
    def heat(self) -> Heat | None:
        """Outlets by measures as percentiles; None where there is nothing to compare."""
        tables = self.tables
        headlines = tuple(self.headlines.values())
        return place_outlets(tables.outlets, tables.articles, by=tables.by, headlines=headlines)

    @cached_property
    def strips(self) -> Strips | None:
        """Every article by its scores; None where no article has one."""
        return lay_strips(self.tables)

    @cached_property
    def plane(self) -> Plane | None:
        """Quality against bias; None where no article has both."""
        return place_scores(self.tables)

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The charts by file stem, drawn when first asked for."""
        drawn = {f"outlets-{name}": self.draw(name) for name in self.measures}
        if self.strips:
            drawn["score-strips"] = draw_strips(self.strips)
        if self.heat:
            few = pick_few(self.heat)
            drawn["heatmap"] = draw_heatmap(few)
            if few is not self.heat:
                drawn["heatmap-measures"] = draw_measures(self.heat)
        if self.plane:
            drawn["quality-bias"] = draw_scatter(self.plane, title=scatter_finding(self.tables, self.plane))
        return drawn

    def draw(self, name: str, *, title: str | None = None, width: float = 7.0) -> Figure:
        """Draw one of `measures`; by default its title says what can be told."""
        measure = self.measures[name]
        said = finding(self.tables, measure, label=name) if title is None else title
        tables = self.tables
        return draw_outlets(
            tables.outlets, tables.articles, measure=measure, title=said, by=tables.by, width=width
        )

    def save(self, folder: str | Path) -> None:
        """Write outlets.csv, pairs.csv, the charts as .svg and .png, and index.html into a folder.

        Same comparison, same bytes.
        """
        place = Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        write_csv(self.tables.outlets, place / "outlets.csv")
        write_csv(self.tables.pairs, place / "pairs.csv")
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
            strips=view_strips(self.strips) if self.strips else None,
            pairs={score: view_pairs(tables.pairs, score) for score in SCORES},
            heat=view_heat(self.heat, tables.outlets) if self.heat else None,
            plane=view_plane(self.plane, tables) if self.plane else None,
            first=FIRST,
            most=MOST,
            notes=tables.notes,
        )

    def view_chart(self, name: str, *, prefix: str = "") -> ChartView:
        """Return what the page shows of one measure; `prefix` goes before the ids of its drawings."""
        tables, measure = self.tables, self.measures[name]
        outlets, by = tables.outlets, tables.by
        label = describe_outlets(outlets, measure=measure, articles=tables.articles, by=by)
        drawn = {
            look: inline_svg(
                self.draw(name, title="", width=width),
                label=label,
                prefix=f"{prefix}{look}-{name}",
                look=look,
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
        """Show the answer and the charts of the scores in a notebook; `save` writes all the rest."""
        drawn = [name for name in self.measures if name in SCORES] or list(self.measures)[:1]
        mark = hashlib.sha256(self.tables.outlets.to_csv().encode("utf-8", "replace")).hexdigest()[:8]
        parts = [notebook.block("lead", str(escape(self.answer)))]
        for name in drawn:
            view = self.view_chart(name, prefix=f"c{mark}-")
            parts += [notebook.block("head", str(escape(view.finding))), view.desk, view.phone]
        return notebook.panel(*parts, *(notebook.small(str(escape(note))) for note in self.tables.notes))


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
