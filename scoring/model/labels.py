"""Reads labels: one row per article and annotator, 0-100 or low, medium, high; none is averaged away."""

from __future__ import annotations

import csv
import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from statistics import variance
from typing import Any

from scoring.article import Rejection
from scoring.errors import LabelError
from scoring.readers.decoding import UnreadableError, read_lines
from scoring.readers.delimited import guess_delimiter, read_delimited
from scoring.readers.paths import kind_of
from scoring.tables import FORMULA_STARTS

LEVELS = {"low": 0.0, "medium": 50.0, "high": 100.0}
ALLOWED = "Allowed are numbers from 0 to 100, low, medium, high, or blank"
KEYS = ("article", "annotator")
UNNAMED = "unnamed"
"""The annotator of a row that names none."""

Labels = str | PathLike[str] | Iterable[Mapping[str, Any]]
Numbered = tuple[str, Mapping[str, Any]]
"""Where a row stands, and its cells by column."""


@dataclass(frozen=True, slots=True)
class LabelRow:
    """What one annotator said of one article; targets left blank are absent."""

    article: str
    annotator: str
    values: Mapping[str, float]


def read_labels(
    labels: Labels, *, targets: Sequence[str], on_reject: Callable[[Rejection], None]
) -> list[LabelRow]:
    """Labels from a CSV file, or from rows that are mappings (a DataFrame's ``to_dict("records")``).

    A row that cannot be used goes to `on_reject` and the rest goes on. Where one annotator labels an
    article twice the first row counts.

    Parameters
    ----------
    labels : path or iterable of mappings
    targets : sequence of str
        Columns to read.
    on_reject : callable

    Raises
    ------
    LabelError
        If the file cannot be read or lacks a column, or no row is left.

    Examples
    --------
    >>> read_labels([{"article": "a", "annotator": "me", "bias": "high"}], targets=["bias"], on_reject=print)
    [LabelRow(article='a', annotator='me', values={'bias': 100.0})]
    """
    is_file = isinstance(labels, str | PathLike)
    records = _read_file(Path(labels), targets, on_reject) if is_file else _number(labels)  # type: ignore[arg-type]
    rows, taken = [], set[tuple[str, str, str]]()
    for source, record in records:
        try:
            rows.append(_read_row(record, targets, taken))
        except ValueError as error:
            on_reject(Rejection(source, str(dict(record))[:500], f"{error}."))
    if not any(row.values for row in rows):
        where = str(labels) if is_file else "labels"
        raise LabelError(f"{where}: no usable label found for {' or '.join(targets)}. {ALLOWED}.")
    return rows


def _number(labels: Iterable[Mapping[str, Any]]) -> list[Numbered]:
    return [(f"labels:row {number}", record) for number, record in enumerate(labels, 1)]


def read_records(path: Path) -> tuple[list[str], list[dict[str, Any]]]:
    """Header and whole rows of a labels file, names in lower case; rows that do not fit are passed over."""
    header = read_header(path)
    try:
        rows = [_lower(record.values) for record in read_delimited(path, lambda *_: None)]
    except UnreadableError:  # a header alone
        rows = []
    return header, rows


def read_header(path: Path) -> list[str]:
    """Names of the columns of a labels file, in lower case.

    Raises
    ------
    LabelError
        If the file cannot be read.
    """
    try:
        line = next((line.text for line in read_lines(path) if line.text.strip()), "")
    except (OSError, UnreadableError) as error:
        found = getattr(error, "strerror", None) or str(error)
        raise LabelError(f"{path}: cannot be read ({found}). Give a CSV file of labels.") from error
    delimiter = "\t" if kind_of(path) == ".tsv" else guess_delimiter(line)
    return [name.strip().lower() for name in next(csv.reader([line], delimiter=delimiter), [])]


def list_taken(records: Iterable[Mapping[str, Any]], header: Sequence[str]) -> set[tuple[str, str, str]]:
    """Which article each annotator has said something of, for which column."""
    return {
        (read_name(record.get("article")), read_name(record.get("annotator")) or UNNAMED, target)
        for record in records
        for target in header
        if target not in KEYS and _tidy(record.get(target))
    }


def _read_file(path: Path, targets: Sequence[str], on_reject: Callable[[Rejection], None]) -> list[Numbered]:
    """All rows below the header, their columns in lower case."""

    def reject(source: str, record: str, reason: str) -> None:
        on_reject(Rejection(source, record[:500], reason))

    found: list[Numbered]
    try:
        found = [(record.source, _lower(record.values)) for record in read_delimited(path, reject)]
    except OSError as error:
        raise LabelError(f"{path}: cannot be read ({error.strerror}). Give a CSV file of labels.") from error
    except UnreadableError as error:
        raise LabelError(f"{path}: the file {error}. Expected a CSV file of labels.") from error
    if found:
        _check_header(path, list(found[0][1]), targets)
    return found


def _lower(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name.strip().lower(): value for name, value in record.items()}


def _check_header(path: Path, header: Sequence[str], targets: Sequence[str]) -> None:
    missing = [column for column in KEYS if column not in header]
    if not any(target in header for target in targets):
        missing.append(" or ".join(targets))
    if missing:
        raise LabelError(
            f"{path}: no column {' and no column '.join(missing)}. Columns found: {', '.join(header)}. "
            f"Expected a header with article, annotator, and {' and/or '.join(targets)}."
        )


def _read_row(
    record: Mapping[str, Any], targets: Sequence[str], taken: set[tuple[str, str, str]]
) -> LabelRow:
    """Check one row; `taken` remembers what each annotator has labelled."""
    article, annotator = read_name(record.get("article")), read_name(record.get("annotator")) or UNNAMED
    if not article:
        raise ValueError("The row names no article")
    read = {target: read_value(record.get(target), target) for target in targets}
    values = {target: value for target, value in read.items() if value is not None}
    labelled = {(article, annotator, target) for target in values}
    if labelled & taken:
        raise ValueError(f"{annotator} has labelled {article} in an earlier row, which counts; remove one")
    taken |= labelled
    return LabelRow(article, annotator, values)


def read_name(raw: Any) -> str:
    """An id or a name, without the apostrophe that keeps a spreadsheet from running it.

    Examples
    --------
    >>> read_name("'=1+1"), read_name(" 'tis ")
    ('=1+1', "'tis")
    """
    text = _tidy(raw)
    return text[1:] if text[:1] == "'" and text[1:].startswith(FORMULA_STARTS) else text


def _tidy(raw: Any) -> str:
    missing = raw is None or (isinstance(raw, float) and math.isnan(raw))
    return "" if missing else str(raw).strip()


def read_value(raw: Any, target: str) -> float | None:
    """A label from 0 to 100; None for a blank one.

    Raises
    ------
    ValueError
        If it is neither a number from 0 to 100 nor low, medium or high.

    Examples
    --------
    >>> read_value("medium", "bias"), read_value(" ", "bias")
    (50.0, None)
    """
    text = _tidy(raw).lower()
    if not text:
        return None
    if text in LEVELS:
        return LEVELS[text]
    try:
        value = float(text)
    except ValueError:
        value = math.nan
    if not 0 <= value <= 100:
        raise ValueError(f"{target} is {text[:40]!r}. {ALLOWED}")
    return value


def gather_values(rows: Sequence[LabelRow], target: str) -> dict[str, dict[str, float]]:
    """Article to annotator to label."""
    values: dict[str, dict[str, float]] = defaultdict(dict)
    for row in rows:
        if target in row.values:
            values[row.article][row.annotator] = row.values[target]
    return dict(values)


def measure_alpha(values: Mapping[str, Mapping[str, float]]) -> float:
    """Krippendorff's alpha with the interval distance, over articles that two or more annotators labelled.

    One minus the observed disagreement over that expected by chance, disagreement being the mean
    squared difference of two labels: within an article, and over all pairs (Krippendorff, Content
    Analysis, 4th ed. 2019, ch. 12). NaN where no article has two labels, or all labels are the same.

    Examples
    --------
    >>> measure_alpha({"a": {"x": 0, "y": 0}, "b": {"x": 100, "y": 100}})
    1.0
    """
    units = [list(given.values()) for given in values.values() if len(given) > 1]
    labels = [label for unit in units for label in unit]
    if len(set(labels)) < 2:
        return math.nan
    observed = sum(_spread(unit) for unit in units) / len(labels)
    return 1 - observed / (_spread(labels) / len(labels))


def _spread(labels: Sequence[float]) -> float:
    """Half the sum of squared differences over ordered pairs, divided by the number of labels less one."""
    return len(labels) * variance(labels)
