"""Tables of articles: every format ends as an iterator of records."""

from __future__ import annotations

import importlib
import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from scoring.errors import InputError
from scoring.readers.decoding import Line, UnreadableError, read_lines, read_text
from scoring.readers.delimited import read_delimited
from scoring.readers.records import Record
from scoring.readers.rejecting import Reject, show

BATCH = 64
"""Parquet rows in memory at once."""

_MISFITS = (ValueError, OverflowError, LookupError)
"""What pyarrow raises where Python has no such value."""

DECODER = json.JSONDecoder(strict=False)
"""Forgives a raw tab or line end inside a string."""


def read_json_lines(path: Path, reject: Reject) -> Iterator[Record]:
    """Yield one record per line."""
    empty = True
    for number, line in enumerate(read_lines(path), start=1):
        if line.problem or line.text.strip():
            empty = False
            source = f"{path}:{number}"
            try:
                values = _parse_line(line)
            except UnreadableError as error:
                reject(source, line.text.strip(), f"the line {error}.")
            else:
                yield Record(source, values)
    if empty:
        raise UnreadableError("holds no records")


def read_json(path: Path, reject: Reject) -> Iterator[Record]:
    """Yield the objects of an array, or the one object that the file holds."""
    text = read_text(path)
    try:
        value = _parse(text)
    except UnreadableError as error:
        raise UnreadableError(f"{error}; a file with one object per line should end in .jsonl") from error
    if value == []:
        raise UnreadableError("holds no records")
    for number, one in enumerate(value if isinstance(value, list) else [value], start=1):
        source = f"{path}:record {number}"
        if isinstance(one, dict):
            yield Record(source, one)
        else:
            reject(source, show(one), "the record is no JSON object.")


def read_parquet(path: Path, reject: Reject) -> Iterator[Record]:
    """Yield the rows of a Parquet file, a few at a time; one with a value beyond Python is rejected."""
    arrow, parquet = import_parquet()
    try:
        with parquet.ParquetFile(path) as file:
            if not file.metadata.num_rows:
                raise UnreadableError("holds no rows")
            batches = file.iter_batches(batch_size=BATCH)
            rows = ((batch, place) for batch in batches for place in range(batch.num_rows))
            for number, (batch, place) in enumerate(rows, start=1):
                source = f"{path}:row {number}"
                try:
                    values = _take_row(batch, place)
                except UnreadableError as error:
                    reject(source, "", f"the row {error}.")
                else:
                    yield Record(source, values)
    except (arrow.ArrowException, UnicodeDecodeError) as error:
        raise UnreadableError(f"is not (or not wholly) a Parquet file: {error}") from error


def _take_row(batch: Any, place: int) -> dict[str, object]:
    """The values of one row; a date may lie too far off for Python, a text may be no UTF-8."""
    values = dict[str, object]()
    for name, column in zip(batch.schema.names, batch.columns, strict=True):
        try:
            values.setdefault(name, column[place].as_py())  # of two columns with one name the first counts
        except _MISFITS as error:
            raise UnreadableError(f"holds a value in {name!r} that cannot be used ({error})") from error
    return values


def import_parquet() -> tuple[Any, Any]:
    """Load pyarrow and its Parquet module.

    Raises
    ------
    InputError
        They are not installed.
    """
    try:
        return importlib.import_module("pyarrow"), importlib.import_module("pyarrow.parquet")
    except ImportError as error:
        raise InputError(
            "Parquet files need pyarrow, which is not installed. "
            "Install the extra parquet (in a checkout: pip install '.[parquet]'), or give .csv or .jsonl."
        ) from error


TABLE_READERS: dict[str, Callable[[Path, Reject], Iterator[Record]]] = {
    ".csv": read_delimited,
    ".tsv": read_delimited,
    ".jsonl": read_json_lines,
    ".ndjson": read_json_lines,
    ".json": read_json,
    ".parquet": read_parquet,
}
"""File suffix to reader."""

ONE_HEADER = (".csv", ".tsv", ".parquet")
"""Formats whose rows all have the same columns."""


def _parse_line(line: Line) -> dict[str, object]:
    if line.problem:
        raise UnreadableError(line.problem)
    value = _parse(line.text.removeprefix("\ufeff"))  # where files were joined, each began with a mark
    if not isinstance(value, dict):
        raise UnreadableError("is JSON but no object; expected {...} with the article's fields")
    return value


def _parse(text: str) -> Any:
    try:
        return DECODER.decode(text)
    except RecursionError as error:
        raise UnreadableError("is nested too deeply to read") from error
    except json.JSONDecodeError as error:
        raise UnreadableError(f"is no valid JSON: {error}") from error
    except ValueError as error:
        raise UnreadableError("holds a number of more than 4,300 digits; put it in quotes") from error
