"""Articles that are files of their own, described by a table beside them."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from scoring.readers.columns import find_columns, list_names, match_name
from scoring.readers.decoding import UnreadableError, read_text
from scoring.readers.delimited import read_delimited
from scoring.readers.paths import METADATA, Tell, stem_of
from scoring.readers.records import Record
from scoring.readers.rejecting import Reject, show
from scoring.readers.values import tidy

TITLE_WORDS = 25
"""A longer first line is a paragraph, not a title."""
TITLE_LENGTH = 300
"""The same in characters, for lines without spaces: Chinese prose, or a file that is one word."""

LINE = re.compile(r"[^\r\n]+")
WORD = re.compile(r"\w")
PAGE = re.compile(r"\s*<(?:!doctype html|html)\b", re.IGNORECASE)
HEADING_MARK = re.compile(r"^#{1,6}\s+")

Described = Mapping[str, Mapping[str, object]]
"""File name or stem to values by field."""


def read_plain(path: Path, described: Described) -> Record:
    """Read a whole file as one article; what the metadata say goes first."""
    text = read_text(path)
    if PAGE.match(text):
        raise UnreadableError("is a web page by its first tag; let its name end in .html")
    values = {"title": find_title(text), **look_up(path, described), "id": stem_of(path), "text": text}
    return Record(str(path), values)


def look_up(path: Path, described: Described) -> Mapping[str, object]:
    """Find what the metadata beside a file say of it, by its name or its stem."""
    return described.get(path.name) or described.get(stem_of(path)) or {}


def find_title(text: str) -> str | None:
    """Return the first line that holds a word, unless it has more than 25, or 300 characters.

    Examples
    --------
    >>> find_title("\\n## Rain stops play \\nIt rained.")
    'Rain stops play'
    """
    lines = (found[0].strip() for found in LINE.finditer(text))
    line = HEADING_MARK.sub("", next(filter(WORD.search, lines), ""))
    short = len(line) <= TITLE_LENGTH and len(line.split(maxsplit=TITLE_WORDS)) <= TITLE_WORDS
    return line if line and short else None


def read_metadata(folder: Path, reject: Reject, tell: Tell) -> Described:
    """Read the folder's ``metadata.csv``, if there is one; a broken one is rejected, idle rows are told."""
    path = folder / METADATA
    described: dict[str, Mapping[str, object]] = {}
    if not path.is_file():
        return described
    try:
        for record in read_delimited(path, reject):
            key = _require_key(record)
            if key and key not in described:
                described[key] = _describe(record)
            else:
                reason = (
                    f"{key!r} is described twice; the first row counts." if key else "the row names no file."
                )
                reject(record.source, show(record.values), reason)
    except (OSError, UnreadableError) as error:
        reject(str(path), "", f"the articles beside it go without (the rest of) it: the file {error}.")
    _tell_idle(path, described, tell)
    return described


def _tell_idle(path: Path, described: Described, tell: Tell) -> None:
    """Name the files that are described and not there: most often slips of the pen."""
    there = {name for one in path.parent.iterdir() for name in (one.name, stem_of(one))}
    idle = [name for name in described if name not in there]
    if idle:
        more = ", ..." if len(idle) > 5 else ""
        said = f"{len(idle):,} {'row describes no file' if len(idle) == 1 else 'rows describe no files'}"
        tell(f"{path}: {said} beside it ({', '.join(idle[:5])}{more}).")


def _require_key(record: Record) -> str | None:
    names = tuple(record.values)
    column = match_name("file", names)
    if column is None:
        raise UnreadableError(f"has no column 'file'; columns found: {list_names(names)}")
    return tidy(record.values[column])


def _describe(record: Record) -> dict[str, object]:
    """Take the values by field, blank ones left out so that they hide nothing."""
    places = find_columns(tuple(record.values))
    found = {field: tidy(record.values[name]) for field, name in places.items()}
    return {field: value for field, value in found.items() if value is not None}
