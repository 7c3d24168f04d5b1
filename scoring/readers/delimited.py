"""Rows of comma-, semicolon- or tab-separated files."""

from __future__ import annotations

import csv
import io
import threading
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from scoring.readers.decoding import LARGEST, Line, UnreadableError, read_lines
from scoring.readers.paths import kind_of
from scoring.readers.records import Record
from scoring.readers.rejecting import Reject

LARGEST_CELL = LARGEST
"""Characters; the csv module's own limit of 131,072 is shorter than a book."""

_limit_lock = threading.Lock()


class Row(NamedTuple):
    """A row's number as a spreadsheet counts it, its cells, and what is wrong with it ("" if nothing)."""

    number: int
    cells: list[str]
    problem: str


def read_delimited(path: Path, reject: Reject) -> Iterator[Record]:
    """Yield the rows below the header; a row that does not fit it is rejected."""
    lines = read_lines(path)
    head = list(_take_head(lines))
    delimiter = "\t" if kind_of(path) == ".tsv" else guess_delimiter(head[-1].text if head else "")
    rows = (row for row in read_rows(chain(head, lines), delimiter) if row.cells or row.problem)
    names, first = _read_header(rows), next(rows, None)
    if first is None:
        raise UnreadableError("holds no rows")
    places = dict[str, int]()
    for place, name in enumerate(names):
        places.setdefault(name, place)  # of two columns with one name the first counts
    for row in chain([first], rows):
        source = f"{path}:row {row.number}"
        problem = row.problem or _compare_width(row.cells, names)
        if problem:
            reject(source, delimiter.join(row.cells), f"the row {problem}.")
        else:
            yield Record(source, {name: row.cells[place] for name, place in places.items()})


def guess_delimiter(header: str) -> str:
    """Choose the delimiter that splits the header into most names; the comma wins a draw.

    Examples
    --------
    >>> guess_delimiter('id;"title, long";text')
    ';'
    """
    line = next(iter(header.strip("\r\n").splitlines()), "")[:10_000]
    return max(",;\t", key=lambda mark: len(next(csv.reader([line], delimiter=mark), [])))


def read_rows(lines: Iterable[Line], delimiter: str) -> Iterator[Row]:
    """Split lines into rows; a damaged one carries its problem and the next goes on."""
    feed = _Feed(lines)
    reader = csv.reader(feed, delimiter=delimiter)
    number = 0
    while True:
        number += 1
        try:
            with _allow_large_cells():
                cells = next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Row(number, [], f"cannot be split: {error}")
        else:
            yield Row(number, cells, feed.take_problem())


class _Feed:
    """Physical lines for csv.reader, remembering what was wrong with those of the current row."""

    def __init__(self, lines: Iterable[Line]) -> None:
        self._lines = (part for line in lines for part in _split_returns(line))
        self._problem = ""
        self._ended = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = next(self._lines, None)
        if line is None:
            self._ended = True
            raise StopIteration
        self._problem = self._problem or line.problem
        return line.text

    def take_problem(self) -> str:
        """Return what is wrong with the row just read, and forget it."""
        if self._ended:  # the reader asked for more lines to finish this row
            return "opens a quotation mark that is never closed, so it takes in the rest of the file"
        problem, self._problem = self._problem, ""
        return problem


def _split_returns(line: Line) -> Iterator[Line]:
    """Split at lone carriage returns too, which old spreadsheets write."""
    if line.text.count("\r") == line.text.endswith("\r\n"):
        yield line
        return
    for part in io.StringIO(line.text, newline=""):
        yield Line(part, line.problem)


@contextmanager
def _allow_large_cells() -> Iterator[None]:
    """Raise the csv module's limit, which it holds for the whole process, for one row only."""
    with _limit_lock:
        before = csv.field_size_limit(LARGEST_CELL)
        try:
            yield
        finally:
            csv.field_size_limit(before)


def _take_head(lines: Iterator[Line]) -> Iterator[Line]:
    for line in lines:
        yield line
        if line.text.strip():
            return


def _read_header(rows: Iterator[Row]) -> list[str]:
    header = next(rows, None)
    if header is None:
        raise UnreadableError("holds no rows")
    if header.problem:
        raise UnreadableError(f"has a header that {header.problem}")
    return [name.strip() for name in header.cells]


def _compare_width(cells: list[str], names: list[str]) -> str:
    if len(cells) == len(names):
        return ""
    cell, column = ("" if len(row) == 1 else "s" for row in (cells, names))
    return f"has {len(cells)} cell{cell} where the header names {len(names)} column{column}"
