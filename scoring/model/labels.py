"""Reads labels: one row per article and annotator, 0-100 or low, medium, high; nothing is averaged in the file."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from os import PathLike
from pathlib import Path
from typing import Any

from nltk.metrics import interval_distance
from nltk.metrics.agreement import AnnotationTask

from scoring.article import Rejection
from scoring.errors import LabelError

WORDS = {"low": 0.0, "medium": 50.0, "high": 100.0}


@dataclass(frozen=True, slots=True)
class LabelRow:
    """What one annotator said of one article; targets left blank are absent."""

    article: str
    annotator: str
    values: Mapping[str, float]


def read_labels(
    labels: str | PathLike[str] | Iterable[Mapping[str, Any]],
    *,
    targets: Sequence[str],
    on_reject: Callable[[Rejection], None],
) -> list[LabelRow]:
    """Labels from a CSV file, or from rows that are mappings (a DataFrame's ``to_dict("records")``).

    A row that cannot be used goes to `on_reject` and the rest goes on.

    Raises
    ------
    LabelError
        If the file cannot be read or lacks a column, or no row is left.
    """
    name, records = _open(labels)
    rows = []
    for number, record in records:
        try:
            rows.append(_read_row(record, targets))
        except ValueError as error:
            on_reject(Rejection(f"{name}:row {number}", str(dict(record))[:500], str(error)))
    if not any(row.values for row in rows):
        raise LabelError(f"{name}: no usable label found for {' or '.join(targets)}. Expected numbers from 0 to 100, or low, medium, high.")
    return rows


def _open(labels: str | PathLike[str] | Iterable[Mapping[str, Any]]) -> tuple[str, list[tuple[int, Mapping[str, Any]]]]:
    if not isinstance(labels, str | PathLike):
        return "labels", list(enumerate(labels, 1))
    path = Path(labels)
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file)
            header = reader.fieldnames or []
            records: list[tuple[int, Mapping[str, Any]]] = list(enumerate(reader, 2))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        raise LabelError(f"{path}: cannot be read as a labels file ({error}). Expected CSV in UTF-8.") from error
    missing = [column for column in ("article", "annotator") if column not in header]
    if missing:
        raise LabelError(
            f"{path}: no column {' and '.join(missing)}. Columns found: {', '.join(header) or 'none'}. "
            "Expected a header with article, annotator, and quality and/or bias."
        )
    return path.name, records


def _read_row(record: Mapping[str, Any], targets: Sequence[str]) -> LabelRow:
    article = str(record.get("article") or "").strip()
    if not article:
        raise ValueError("no article id in the row")
    values = {target: _read_value(record.get(target), target) for target in targets}
    return LabelRow(article, str(record.get("annotator") or "").strip() or "unnamed", {k: v for k, v in values.items() if v is not None})


def _read_value(raw: Any, target: str) -> float | None:
    text = "" if raw is None else str(raw).strip().lower()
    if text in ("", "nan", "none"):
        return None
    if text in WORDS:
        return WORDS[text]
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value <= 100:
        raise ValueError(f"{target} is {text!r}; allowed are numbers from 0 to 100, low, medium, high, or blank")
    return value


def gather_values(rows: Sequence[LabelRow], target: str) -> dict[str, dict[str, float]]:
    """Article to annotator to label; the last of two labels by the same annotator counts."""
    values: dict[str, dict[str, float]] = defaultdict(dict)
    for row in rows:
        if target in row.values:
            values[row.article][row.annotator] = row.values[target]
    return dict(values)


def measure_alpha(values: Mapping[str, Mapping[str, float]]) -> float:
    """Krippendorff's alpha with the interval distance, over articles that two or more annotators labelled.

    NaN if there is none, or if all labels are the same (Krippendorff 2019, Content Analysis, ch. 12).
    """
    data = [(who, article, value) for article, given in values.items() if len(given) > 1 for who, value in given.items()]
    labels = sorted({value for _, _, value in data})
    if len(data) < 2 or not any(a != b for a, b in pairwise(labels)):
        return math.nan
    return float(AnnotationTask(data=data, distance=interval_distance).alpha())
