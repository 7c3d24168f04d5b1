"""How well a model agrees with labels, as a page, charts and tables."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import pandas as pd
from markupsafe import Markup

from scoring import __version__
from scoring.model.evaluation import Agreement, Part
from scoring.outlets.words import brief, plural
from scoring.reports import evaluation_words as words
from scoring.reports.charts import NARROW, Figure, save_figure
from scoring.reports.evaluation_charts import (
    bins_finding,
    bins_subtitle,
    describe_bins,
    describe_plane,
    draw_bins,
    draw_points,
    points_subtitle,
    thirds_finding,
)
from scoring.reports.evaluation_parts import describe_parts, draw_parts, parts_finding, parts_subtitle
from scoring.reports.evaluation_rows import Point
from scoring.reports.labels import first_upper
from scoring.reports.page import points, render, safe_slug, whole
from scoring.reports.svg import inline_svg
from scoring.scorecard import clean
from scoring.tables import write_csv

SCHEMA = 1
WORST, MOST = 10, 300
"""Articles listed as places to read, and outlets in the page's table."""


@dataclass(frozen=True, slots=True)
class Chart:
    """One chart of a target: how it is drawn at a width, its headline, subtitle and words."""

    stem: str
    finding: str
    says: str
    label: str
    draw: Callable[..., Figure]

    def view(self) -> Mapping[str, Any]:
        """Return what the page shows of it: a drawing for a desk, and one for a telephone."""
        drawn: dict[str, Markup] = {}
        for look, width in (("desk", 5.6), ("phone", NARROW)):
            figure = self.draw(title="", width=width)
            drawn[look] = inline_svg(figure, label=self.label, prefix=f"{look}-{self.stem}", look=look)
        return {"stem": self.stem, "finding": self.finding, "says": self.says, **drawn}


@dataclass(frozen=True)
class Evaluation:
    """A model against labels: figures, predictions, charts and an answer in words.

    Parameters
    ----------
    model, labels : mapping
        Name, version and digest of the model; digest, rows, annotators and articles of the labels.
    counts : mapping of str to int
        Articles read, scored, withheld and unlabelled.
    agreements : mapping of str to Agreement
        The figures of each target.
    points : mapping of str to sequence of Point
        The scored articles of each target.
    table : pandas.DataFrame
        One row a labelled article.
    idle, unlabelled, style : sequence of str
        Targets with the same value for every article, those without a label, and what leans on house style.
    is_fitted_on_these, fitted_on : bool, sequence of str
        Whether the model was fitted on these labels, and the names of what it was fitted on.
    in_fit : int, optional
        Labelled articles in the fit, by their text; None where that is unknown.
    lexicon : mapping, optional
        The user's own entries.
    """

    model: Mapping[str, str]
    labels: Mapping[str, Any]
    counts: Mapping[str, int]
    agreements: Mapping[str, Agreement]
    points: Mapping[str, Sequence[Point]]
    table: pd.DataFrame
    idle: Sequence[str] = ()
    unlabelled: Sequence[str] = ()
    style: Sequence[str] = ()
    is_fitted_on_these: bool = False
    fitted_on: Sequence[str] = ()
    in_fit: int | None = None
    lexicon: Mapping[str, Any] | None = None

    @cached_property
    def warnings(self) -> tuple[str, ...]:
        """What weakens the figures, the worst first."""
        said = [self.fitted] if self.is_fitted_on_these or self.in_fit else []
        for name, found in self.agreements.items():
            said += words.say_cautions(name, found, is_idle=name in self.idle)
        said += [*self.style, *(f"{first_upper(name)}: the labels do not say." for name in self.unlabelled)]
        said += [words.say_lexicon(self.lexicon)] if self.lexicon else []
        return tuple(said)

    @property
    def fitted(self) -> str:
        """Whether the model has seen these labels."""
        here = (self.in_fit, self.counts["scored"] + self.counts["withheld"])
        return words.say_fitted(*here, is_fitted_on_these=self.is_fitted_on_these, fitted_on=self.fitted_on)

    @cached_property
    def answers(self) -> tuple[str, ...]:
        """For each target how well, how sure, and against length alone."""
        return tuple(words.answer(name, found) for name, found in self.agreements.items())

    @property
    def counted(self) -> str:
        """The articles and labels in a sentence."""
        counts, given = self.counts, self.labels
        rows, people = given["rows"], given["annotators"]
        passed = f", {counts['unlabelled']:,} without a label passed over" if counts["unlabelled"] else ""
        return (
            f"Model {self.model['name']} ({self.model['digest']}). {rows:,} {plural('row', rows)} of labels "
            f"by {people:,} {plural('annotator', people)}; {counts['scored']:,} articles scored, "
            f"{counts['withheld']:,} withheld{passed}."
        )

    def worst(self, target: str) -> list[Point]:
        """The ten articles with the largest distance between value and label, largest first."""
        ordered = sorted(self.points[target], key=lambda dot: (-abs(dot.distance), dot.id))
        return ordered[:WORST]

    def charts(self, target: str) -> list[Chart]:
        """The charts of a target; those that can show nothing are left out."""
        found, dots, slug = self.agreements[target], self.points[target], safe_slug(target)
        if not dots:
            return []
        made = [
            Chart(
                f"labels-{slug}", thirds_finding(found), points_subtitle(dots),
                describe_plane(target, dots, found), lambda **look: draw_points(dots, **look),
            ),
            Chart(
                f"reliability-{slug}", bins_finding(found), bins_subtitle(found.calibration),
                describe_bins(target, found), lambda **look: draw_bins(found.calibration, **look),
            ),
            Chart(
                f"auc-{slug}", parts_finding(found), parts_subtitle(found),
                describe_parts(target, found), lambda **look: draw_parts(found, **look),
            ),
        ]  # fmt: skip
        known = (True, not math.isnan(found.calibration_error), not math.isnan(found.auc.value))
        return [chart for chart, is_known in zip(made, known, strict=True) if is_known]

    def save(self, folder: str | Path) -> None:
        """Write evaluation.json, predictions.csv, the charts as .svg and .png, and index.html.

        Same evaluation, same bytes.
        """
        place = Path(folder)
        place.mkdir(parents=True, exist_ok=True)
        (place / "evaluation.json").write_text(self.to_json(), encoding="utf-8", newline="\n")
        write_csv(self.table, place / "predictions.csv")
        for target in self.agreements:
            for chart in self.charts(target):
                title = f"{first_upper(target)}. {chart.finding}"
                save_figure(chart.draw(title=title), place / chart.stem)
        page = self.to_html()
        (place / "index.html").write_text(page, encoding="utf-8", errors="replace", newline="\n")

    def to_json(self) -> str:
        """Every figure; undefined ones are null. Values, labels and distances are 0-100, AUCs 0-1."""
        record = {
            "schema": SCHEMA,
            "sourcegrade": __version__,
            "model": self.model,
            "fitted_on": self.fitted_on,
            "is_fitted_on_these_labels": self.is_fitted_on_these,
            "articles_in_fit": self.in_fit,
            "labels": self.labels,
            **({"lexicon": self.lexicon} if self.lexicon else {}),
            "counts": self.counts,
            "answer": " ".join(self.answers),
            "warnings": self.warnings,
            "targets": {name: asdict(found) for name, found in self.agreements.items()},
            "worst": {name: [_tell(dot) for dot in self.worst(name)] for name in self.agreements},
        }
        return json.dumps(_rounded(clean(record)), indent=1, allow_nan=False) + "\n"

    def to_html(self) -> str:
        """Return the page; its links lead to the files that `save` writes beside it."""
        return render(
            "evaluation.html",
            answers=self.answers,
            counted=self.counted,
            fitted=self.fitted,
            is_remembered=self.is_fitted_on_these or bool(self.in_fit),
            warnings=[said for said in self.warnings if said != self.fitted],
            targets=[self._view(name) for name in self.agreements],
        )

    def _view(self, target: str) -> Mapping[str, Any]:
        """What the page shows of a target."""
        found = self.agreements[target]
        return {
            "name": target,
            "slug": safe_slug(target),
            "finding": words.finding(target, found),
            "figures": list(words.list_figures(found)),
            "notes": [note for note in (words.say_words(found), words.say_coverage(found)) if note],
            "charts": [chart.view() for chart in self.charts(target)],
            "thirds": list(zip(words.THIRDS, found.thirds, strict=True)),
            "bins": [
                (str(one.n), whole(one.value), whole(one.label), words.spell_points(one.share))
                for one in found.calibration
            ],
            "lengths": list(_cells(found.lengths)),
            "outlets": list(_cells(found.outlets[:MOST])),
            "worst": [
                (dot.title or dot.id, brief(dot.outlet or ""), points(dot.distance), dot)
                for dot in self.worst(target)
            ],
        }


def _cells(parts: Sequence[Part]) -> Iterator[tuple[str, ...]]:
    """Rows of the table by outlet or length: name, n, mean label, mean value, AUC."""
    for part in parts:
        yield brief(part.name), str(part.n), whole(part.label), whole(part.value), words.spell_auc(part.auc)


def _tell(dot: Point) -> dict[str, Any]:
    return {**asdict(dot), "label": dot.label, "distance": dot.distance}


def _rounded(value: Any) -> Any:
    """Numbers with six decimals, which is more than they bear."""
    if isinstance(value, float):
        return round(value, 6)
    if isinstance(value, dict):
        return {name: _rounded(item) for name, item in value.items()}
    return [_rounded(item) for item in value] if isinstance(value, list) else value
