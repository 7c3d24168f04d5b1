"""A model's card as a page: ``python -m scoring.reports.model_page models/default``.

Everything on it is read from the folder: ``metrics.json`` for what was measured when the model was
fitted, the model itself for its curves. What is not there is said loudly.
"""

from __future__ import annotations

import json
import math
import sys
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from scoring.errors import ModelError
from scoring.model.card import BAD_FOR, GOOD_FOR, find_uses
from scoring.model.card_tables import show_band
from scoring.model.coverage import say_narrow
from scoring.model.progress import compare_figures
from scoring.model.scores import Model
from scoring.model.signs import REASONS, SET_BY_US, say_bound
from scoring.model.store import load_model
from scoring.model.style import say_style
from scoring.reports.model_curves import Curve, draw_curves
from scoring.reports.page import cell, cells, render

KNOWN = frozenset(
    "calibration_error corpora coverage penalty reference_value reliability slices start style widening "
    "uses data across annotators agreement labels tests worst changes".split()
)
"""Parts of ``metrics.json`` that have a place of their own; any other table is shown as it stands."""
SAID = {
    "auc": "AUC", "auc_left_out": "AUC, withheld left out", "auc_forced": "AUC, none withheld",
    "least": "Words from which articles are scored", "withheld": "Articles with fewer",
    "standing": "Beside simple learners, AUC under the same folds", "learner": "ours fitted as",
    "length": "length alone",
    "stumps": "one-split trees", "tfidf": "TF-IDF", "nela": "NELA features", "ours": "ours, fitted there",
    "reach": "to reach", "met": "reached", "shipped": "shipped score, groups unseen",
    "lengths": "By number of words", "low": "from", "high": "to",
    "sides": "Left less right outlets on the same events, points",
}  # fmt: skip
"""Names of parts and their columns that say more than they do in the file."""
ORDER = {
    "standing": ("what", "learner", "length", "stumps", "tfidf", "nela", "ours", "reach", "met", "shipped"),
    "sides": ("", "events", "articles", "difference", "low", "high"),
    "lengths": ("words", "articles", "auc"),
}
"""Columns of a part in reading order, where the file's order is not it; others follow."""
HIDDEN = {"standing": ("name", "low", "high"), "lengths": ("low", "high")}
"""Columns that the page leaves to the file and to ``card.md``."""
PARTS = {
    "labels": "whose labels",
    "data": "the data",
    "tests": "how it was tested",
    "worst": "where it is worst",
    "changes": "changes since the last model",
}
"""What the card must say of the data, and its words for each."""

FIGURES: Mapping[str, Any] = {
    "calibration_error": None, "calibration_error_by_chance": None, "coverage": None,
    "reference_value": math.nan, "corpora": {},
}  # fmt: skip
"""What a score's part has at least."""


@dataclass(frozen=True, slots=True)
class Table:
    """A part of ``metrics.json`` without a place of its own; `note` holds what stands beside its rows."""

    title: str
    note: str
    header: Sequence[str]
    rows: Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Score:
    """One score's part of the page."""

    name: str
    figures: Mapping[str, Any]
    is_idle: bool
    is_narrow: bool
    style: str
    bins: Sequence[tuple[float, float, float]]
    slices: Mapping[str, Any] | None
    extra: Sequence[Table]
    curves: Sequence[Curve]
    flat: Sequence[str]
    scale: int


def write_model_page(folder: Path) -> Path:
    """Write ``card.html`` into a model's folder.

    Raises
    ------
    ModelError
        If the folder holds no model, or no ``metrics.json`` that can be read.
    """
    page = folder / "card.html"
    page.write_text(render_model(load_model(folder), read_record(folder)), encoding="utf-8", newline="\n")
    return page


def read_record(folder: Path) -> dict[str, Any]:
    """What ``metrics.json`` of a model's folder holds."""
    try:
        record = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
        if isinstance(record["targets"], dict) and isinstance(record["about"], dict):
            return dict(record)
    except (OSError, ValueError, LookupError, TypeError, RecursionError) as error:
        raise ModelError(
            f"{folder}: metrics.json cannot be read ({error}). Train the model again."
        ) from error
    raise ModelError(f"{folder}: metrics.json is not as `train` writes it. Train the model again.")


def render_model(model: Model, record: Mapping[str, Any]) -> str:
    """The whole page as HTML; it loads nothing."""
    about = record["about"]
    scores = [_make_score(model, name, record["targets"].get(name, {})) for name in model.targets]
    changes = compare_figures(record)
    return render(
        "model.html",
        model=model,
        about={**dict.fromkeys([*PARTS, "agreement"], ""), **about},
        missing=find_missing(about, scores),
        uses=find_uses(model, about.get("uses", {})),
        good_for=GOOD_FOR,
        bad_for=BAD_FOR,
        scores=scores,
        data=about.get("data", []),
        across=about.get("across", []),
        annotators=about.get("annotators", []),
        extra=find_tables(about),
        signs=[
            (target, column, say_bound(target, column), reason)
            for target in model.targets
            for column, (sign, reason) in REASONS.get(target, {}).items()
            if sign and column in model.columns
        ],
        set_by_us=SET_BY_US,
        changes=[(name, *cells([before, now])) for name, before, now in changes if before != now],
        same=sum(row[1] == row[2] for row in changes),
        old_data=_compare_data(record),
    )


def _make_score(model: Model, name: str, figures: Mapping[str, Any]) -> Score:
    curves, flat, scale = draw_curves(model, name)
    bins = [(row["share"], row["predicted"], row["observed"]) for row in figures.get("reliability", [])]
    idle = model.targets[name].slope == 0
    figures = {**FIGURES, **figures} if figures else {}
    narrow = bool(say_narrow(name, model.coverage.get(name, math.nan)))
    style, tables = say_style(figures.get("style", ())), find_tables(figures)
    return Score(name, figures, idle, narrow, style, bins, figures.get("slices"), tables, curves, flat, scale)


def find_missing(about: Mapping[str, Any], scores: Iterable[Score]) -> list[str]:
    """What the card should say and does not."""
    missing = [said for key, said in PARTS.items() if not about.get(key)]
    for score in scores:
        missing += [] if score.bins else [f"reliability of {score.name}"]
        missing += [] if score.slices else [f"the worst slices of {score.name}"]
    return missing


def find_tables(part: Mapping[str, Any]) -> list[Table]:
    """Every list of records, and every record of numbers, that has no place of its own."""
    found = []
    for key in sorted(set(part) - KNOWN):
        rows, note = _list_rows(part[key])
        rows = [{"words": show_band(row), **row} for row in rows] if key == "lengths" else rows
        names = dict.fromkeys(name for row in rows for name in row)
        order = [name for name in ORDER.get(key, ()) if name in names]
        header = [*order, *(name for name in names if name not in order and name not in HIDDEN.get(key, ()))]
        columns = [cells([row.get(name) for row in rows]) for name in header]
        if rows:
            found.append(
                Table(_spell(key), note, [_spell(name) for name in header], list(zip(*columns, strict=True)))
            )
    return found


def _list_rows(value: object) -> tuple[list[Mapping[str, Any]], str]:
    """The rows in a list of records, records by name, a record that holds such a list, or one record.

    With the list's own record what else it holds is the note.
    """
    if isinstance(value, dict):
        named: list[Mapping[str, Any]] = [
            {"": name, **row} for name, row in value.items() if isinstance(row, dict)
        ]
        lists = [rows for rows in value.values() if isinstance(rows, list) and _are_records(rows)]
        beside = [f"{_spell(k)}: {cell(v)}" for k, v in value.items() if not isinstance(v, dict | list)]
        if named or not lists:
            return (named or [value], "") if value else ([], "")
        return lists[0], ". ".join(beside) + "." * bool(beside)
    return (value, "") if isinstance(value, list) and _are_records(value) else ([], "")


def _are_records(rows: Sequence[object]) -> bool:
    return bool(rows) and all(isinstance(row, dict) for row in rows)


def _spell(key: str) -> str:
    text = SAID.get(key, key.replace("_", " "))
    return text[:1].upper() + text[1:]


def _compare_data(record: Mapping[str, Any]) -> list[str]:
    """Corpora whose digest is another than the previous model's."""
    before = record.get("previous", {}).get("data", {})
    now = {row["name"]: row["sha256"] for row in record["about"].get("data", [])}
    names = dict.fromkeys([*now, *before]) if before else {}
    return [name for name in names if before.get(name) != now.get(name)]


def main(folders: Sequence[str]) -> int:
    """Write the page of each folder."""
    for folder in folders:
        write_model_page(Path(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
