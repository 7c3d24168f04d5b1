"""How far measures agree with labels, and how they are distributed, as a page, charts and tables."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

import pandas as pd
from markupsafe import Markup

from scoring.extractors import CODEBOOK
from scoring.reports.charts import NARROW, Figure, save_figure
from scoring.reports.heatmap_rows import family_of
from scoring.reports.labels import first_upper, format_value
from scoring.reports.page import render
from scoring.reports.svg import inline_svg
from scoring.reports.validity_agreement import (
    agreement_finding,
    describe_agreement,
    draw_agreement,
    number,
    spell,
)
from scoring.reports.validity_strips import (
    describe_strips,
    draw_strips,
    lay_strips,
    plain_name,
    strips_finding,
    strips_subtitle,
)
from scoring.tables import write_csv

SCHEMA = 1
WIDE = 9.0
"""Width of the charts at a desk, in inches."""
STANDINGS = {
    "aim met": ("meets its aim", "meet their aim"),
    "reach met": ("reaches its goal but not its aim", "reach their goal but not their aim"),
    "short of aim": ("falls short of its aim", "fall short of their aim"),
    "short of reach": ("falls short of its goal", "fall short of their goal"),
    "not measured yet": ("is not measured yet", "are not measured yet"),
    "no goal": ("has no goal", "have no goal"),
}
"""How a row may stand, in the order of the answer, for one row and for several."""


@dataclass(frozen=True)
class Validity:
    """Agreement with labelled corpora and distributions of all measures.

    Parameters
    ----------
    table : pandas.DataFrame
        One row a figure: what, corpus, split, n, metric, trivial, words, tfidf, ours, low, high,
        reach, aim, standing, note.
    measures : pandas.DataFrame
        One row a column and corpus: n, shares, quantiles, nearest other column.
    articles : mapping of str to pandas.DataFrame
        Corpus to its articles' measures.
    problems : sequence of mappings
        Columns that are constant or nearly a copy: column, problem, corpus, other, rho.

    Examples
    --------
    >>> Validity(pd.DataFrame({"standing": ["aim met", "no goal"]}), pd.DataFrame()).answer
    'Of 2 figures 1 meets its aim, 1 has no goal.'
    """

    table: pd.DataFrame
    measures: pd.DataFrame
    articles: Mapping[str, pd.DataFrame] = field(default_factory=dict)
    problems: Sequence[Mapping[str, Any]] = ()

    @cached_property
    def answer(self) -> str:
        """How many figures stand where, and how many columns tell nothing of their own."""
        parts = [self._standing_sentence] if len(self.table) else []
        if self.articles:
            parts.append(self._columns_sentence)
        return " ".join(parts)

    @property
    def _standing_sentence(self) -> str:
        found = self.table["standing"].value_counts()
        counts = [(int(found.get(name, 0)), words) for name, words in STANDINGS.items()]
        told = [f"{count} {words[count > 1]}" for count, words in counts if count]
        return f"Of {len(self.table)} figures {', '.join(told)}."

    @property
    def _columns_sentence(self) -> str:
        columns = len(next(iter(self.articles.values())).columns)
        named = {row["column"] for row in self.problems}
        if not named:
            return f"None of {columns} measures is constant or nearly a copy of another or of length."
        verb = "is" if len(named) == 1 else "are"
        return f"Of {columns} measures {len(named)} {verb} constant or nearly a copy of another or of length."

    @cached_property
    def figures(self) -> dict[str, Figure]:
        """The charts by file stem."""
        drawn = {}
        if len(self.table):
            drawn["agreement"] = draw_agreement(self.table, width=8.0)
        if self.articles:
            drawn["distributions"] = draw_strips(self.articles)
        return drawn

    def save(self, folder: str | Path) -> None:
        """Write validity.csv, validity.json, measures.csv, the charts as .svg and .png, and index.html.

        Same figures, same bytes.
        """
        place = Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        write_csv(self.table, place / "validity.csv")
        write_csv(self.measures, place / "measures.csv")
        (place / "validity.json").write_text(self.to_json(), encoding="utf-8", newline="\n")
        for stem, figure in self.figures.items():
            save_figure(figure, place / stem)
        (place / "index.html").write_text(self.to_html(), encoding="utf-8", newline="\n")

    def to_json(self) -> str:
        """The table and the list of columns to mend; undefined figures are null."""
        record = {
            "schema": SCHEMA,
            "answer": self.answer,
            "rows": [{k: _plain(v) for k, v in row.items()} for row in self.table.to_dict("records")],
            "articles": {corpus: len(table) for corpus, table in self.articles.items()},
            "columns_to_mend": [dict(row) for row in self.problems],
        }
        return json.dumps(record, indent=1, ensure_ascii=False, allow_nan=False) + "\n"

    def to_html(self) -> str:
        """Return the page; its links lead to the files that `save` writes beside it."""
        strips = lay_strips(self.articles)
        return render(
            "validity.html",
            answer=self.answer,
            finding=agreement_finding(self.table) if len(self.table) else "",
            rows=[_cells(row) for row in self.table.to_dict("records")],
            agreement=self._draw_both("agreement") if len(self.table) else None,
            strips=self._draw_both("distributions") if self.articles else None,
            strips_finding=strips_finding(strips) if strips else "",
            strips_says=strips_subtitle(self.articles, strips) if strips else "",
            problems=[_tell(row) for row in self.problems],
            families=_measure_rows(self.measures),
        )

    @property
    def agreement_words(self) -> str:
        """The chart of agreement as a text alternative."""
        return describe_agreement(self.table)

    @property
    def strips_words(self) -> str:
        """The chart of distributions as a text alternative."""
        return describe_strips(self.articles)

    def _draw_both(self, name: str) -> Mapping[str, Markup]:
        """One chart for a desk and one for a telephone."""
        drawn = {}
        for look, width in (("desk", WIDE), ("phone", NARROW)):
            if name == "agreement":
                figure, label = draw_agreement(self.table, title="", width=width), self.agreement_words
            else:
                figure, label = draw_strips(self.articles, title="", width=width), self.strips_words
            drawn[look] = inline_svg(figure, label=label, prefix=f"{look}-{name}", look=look)
        return drawn


def _plain(value: Any) -> Any:
    """A cell as JSON has it."""
    if isinstance(value, float):
        return None if math.isnan(value) else round(value, 6)
    return value


def _cells(row: Mapping[Any, Any]) -> Mapping[str, Any]:
    """A row of the table as the page shows it."""
    figures = {name: number(row[name]) for name in ("trivial", "words", "tfidf", "reach", "aim")}
    kept = {name: row[name] for name in ("what", "corpus", "split", "metric", "standing")}
    kept["note"] = first_upper(str(row["note"]))
    count = f"{int(row['n']):,}" if row["n"] else ""
    return {**kept, **figures, "ours": spell(row), "n": count, "is_met": row["standing"] == "aim met"}


def _tell(row: Mapping[str, Any]) -> str:
    """A column to mend in a sentence."""
    label = _label(str(row["column"]))
    if row["problem"] == "constant":
        return f"{label}: the same in every article of the corpora."
    with_what = "the number of words" if row["problem"] == "goes with length" else _label(str(row["other"]))
    return f"{label}: {row['rho']:.2f} with {with_what} ({plain_name(str(row['corpus']))})."


def _label(column: str) -> str:
    return f"{first_upper(family_of(column))}, {CODEBOOK[column].label}" if column in CODEBOOK else column


def _measure_rows(measures: pd.DataFrame) -> list[tuple[str, list[tuple[str, ...]]]]:
    """Each family with its rows, cells in the order of the page's table."""
    rows = measures.to_dict("records")
    return [
        (family, [_measure_cells(row) for row in part])
        for family, part in groupby(rows, key=lambda row: family_of(str(row["column"])))
    ]


def _measure_cells(row: Mapping[Any, Any]) -> tuple[str, ...]:
    column = str(row["column"])
    points = [format_value(column, row[name]) for name in ("p5", "p25", "median", "p75", "p95")]
    nearest = f"{number(row['rho'])} {_label(row['nearest'])}" if row["nearest"] else "–"
    shares = [_percent(row[name]) for name in ("nan_share", "above_zero_share")]
    label = first_upper(CODEBOOK[column].label) if column in CODEBOOK else column
    corpus = plain_name(str(row["corpus"]))
    return (label, corpus, f"{row['n']:,}", *shares, *points, nearest, number(row["rho_length"]))


def _percent(share: float) -> str:
    return "–" if math.isnan(share) else f"{100 * share:.0f} %"
