"""From sources to a stream of articles."""

from __future__ import annotations

import os
import zlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path

from scoring.article import Article, Rejection
from scoring.errors import InputError
from scoring.readers.columns import (
    Named,
    check_columns,
    find_columns,
    match_name,
    say_no_text,
    say_no_text_in_record,
    say_not_there,
)
from scoring.readers.decoding import UnreadableError
from scoring.readers.html import read_page
from scoring.readers.ids import IdBook
from scoring.readers.page_tools import require_tools
from scoring.readers.paths import PAGES, PLAIN, Source, Tell, find_files, kind_of, stem_of
from scoring.readers.plain import Described, read_metadata, read_plain
from scoring.readers.records import Record
from scoring.readers.rejecting import Reject, make_reject, show
from scoring.readers.tables import ONE_HEADER, TABLE_READERS, import_parquet
from scoring.readers.values import make_article

LOOK_AHEAD = 100
"""Records in which a column that the user named must turn up."""

OUTLET_FROM = (None, "stem", "folder")


@dataclass(frozen=True, slots=True)
class _Reading:
    """What the caller asked for, and the metadata of folders met so far."""

    reject: Reject
    tell: Tell
    named: Named
    outlet_from: str | None
    alone: bool
    metadata: dict[Path, Described] = field(default_factory=dict)


def read_articles(
    source: Source,
    *,
    columns: Mapping[str, str] | None = None,
    outlet_from: str | None = None,
    on_reject: Callable[[Rejection], None] | None = None,
    on_rename: Callable[[str, str], None] | None = None,
    on_left_out: Callable[[str], object] | None = None,
) -> Iterator[Article]:
    """Read articles one by one from files of text or tables.

    Parameters
    ----------
    source : str, path or iterable of them
        A file, a folder (with the folders below it), or a pattern such as ``"news/*.txt"``.
        ``.txt``, ``.md``, ``.html`` and ``.htm`` hold one article each; ``.csv``, ``.tsv``,
        ``.jsonl``, ``.json`` and ``.parquet`` one per row or object; all but the last may be
        packed as ``.gz``.
    columns : mapping, optional
        Field to column name where a table's own names are not recognised: ``{"text": "corpus"}``.
    outlet_from : {None, "stem", "folder"}
        Where no outlet is given, take the file's name without suffix, or its folder's.
    on_reject : callable, optional
        Called with a `Rejection` for each record that cannot be read; by default a warning.
    on_rename : callable, optional
        Called with the old and the new id where an id comes again.
    on_left_out : callable, optional
        Called with a sentence on files in a folder that are no records: those of other kinds, and
        what a command of sourcegrade wrote there; and on rows of a ``metadata.csv`` for no file.

    Returns
    -------
    iterator of Article
        Lazy; ids are unique within it. Missing ids are made from outlet, url and text.

    Raises
    ------
    InputError
        A path does not exist, nothing there can be read, or the only file named is a table
        without a column for the text or without a column named in `columns`. The latter two are
        raised on the first step of the iteration; in a run over several files they are rejections.

    Notes
    -----
    Bytes are read as UTF-8, as UTF-16 where a byte order mark says so, otherwise as Windows-1252.
    Text is kept exactly, line ends included; only lone surrogates become U+FFFD. A web page's
    text is what `scoring.readers.html.parse_page` finds in it.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = pathlib.Path(folder, "news.csv")
    ...     _ = file.write_text("headline,body,publisher\\nRain,It rained.,The Daily\\n")
    ...     [(a.title, a.text, a.outlet) for a in read_articles(file)]
    [('Rain', 'It rained.', 'The Daily')]
    """
    if outlet_from not in OUTLET_FROM:
        raise InputError(f"--outlet-from {outlet_from}: not known. Allowed: stem, folder.")
    reject, named = make_reject(on_reject), check_columns(columns)
    tell = on_left_out or (lambda sentence: None)
    files = find_files(source, reject, tell)
    if any(kind_of(path) == ".parquet" for path in files):
        import_parquet()
    if files and all(kind_of(path) in PAGES for path in files):
        require_tools()
    reading = _Reading(reject, tell, named, outlet_from, alone=len(files) == 1)
    return _stream(files, reading, IdBook(on_rename))


def _stream(files: list[Path], reading: _Reading, ids: IdBook) -> Iterator[Article]:
    for path in files:
        for article in _read_file(path, reading):
            given = ids.assign(article.id)
            yield article if given == article.id else replace(article, id=given)


def _read_file(path: Path, reading: _Reading) -> Iterator[Article]:
    """Yield a file's articles; what stops the file does not stop the run."""
    outlet = _name_outlet(path, reading.outlet_from)
    try:
        _require_file(path)
        for record in _read_records(path, reading):
            try:
                yield make_article(record.values, outlet=outlet)
            except UnreadableError as error:
                reading.reject(record.source, show(record.values), f"the record {error}.")
    except MemoryError:
        reading.reject(
            str(path), "", "the file cannot be read (further): it needs more memory than there is."
        )
    except (OSError, EOFError, zlib.error) as error:
        reading.reject(str(path), "", f"the file cannot be read (further): {error}.")
    except UnreadableError as error:
        reading.reject(str(path), "", f"the file {error}.")
    except InputError as error:
        if reading.alone:
            raise
        reading.reject(str(path), "", " ".join(str(error).removeprefix(f"{path}: ").split()))


def _require_file(path: Path) -> None:
    """A pipe would be waited for, and a device may never end."""
    if os.path.exists(path) and not os.path.isfile(path):
        raise UnreadableError("is a pipe or a device; save what comes through it, and name that file")


def _read_records(path: Path, reading: _Reading) -> Iterator[Record]:
    """Yield records whose values are keyed by field."""
    kind = kind_of(path)
    if kind in PAGES:
        yield read_page(path, _find_metadata(path.parent, reading))
    elif kind in PLAIN:
        yield read_plain(path, _find_metadata(path.parent, reading))
    else:
        yield from _read_table(path, reading)


def _read_table(path: Path, reading: _Reading) -> Iterator[Record]:
    kind = kind_of(path)
    records = _require_named(path, TABLE_READERS[kind](path, reading.reject), reading.named)
    for record in records:
        names = tuple(record.values)
        places = find_columns(names, reading.named)
        if "text" in places:
            yield Record(record.source, {name: record.values[column] for name, column in places.items()})
        elif kind in ONE_HEADER:
            raise InputError(say_no_text(str(path), names))
        else:
            reading.reject(record.source, show(record.values), _say_no_text(record, reading.named))


def _say_no_text(record: Record, named: Named) -> str:
    """Why a record is no article; where it wraps a list of them, what to do."""
    lists = ((name, value) for name, value in record.values.items() if isinstance(value, list))
    wrapped = next((name for name, value in lists if value and isinstance(value[0], dict)), None)
    hint = f" {wrapped!r} holds a list of objects: save that list alone." if wrapped else ""
    return say_no_text_in_record(tuple(record.values), named) + hint


def _require_named(path: Path, records: Iterator[Record], named: Named) -> Iterator[Record]:
    """Look ahead until every column that the user named has been seen."""
    missing, names, head = dict(named), dict[str, None](), list[Record]()
    while missing and len(head) < LOOK_AHEAD and (record := next(records, None)):
        head.append(record)
        names.update(dict.fromkeys(record.values))
        missing = {name: column for name, column in missing.items() if match_name(column, names) is None}
    for name, column in missing.items() if head else ():
        raise InputError(say_not_there(str(path), name, column, tuple(names)))
    return chain(head, records)


def _name_outlet(path: Path, outlet_from: str | None) -> str | None:
    names = {"stem": stem_of(path), "folder": Path(os.path.abspath(path)).parent.name}
    return names[outlet_from] if outlet_from else None


def _find_metadata(folder: Path, reading: _Reading) -> Described:
    if folder not in reading.metadata:
        reading.metadata[folder] = read_metadata(folder, reading.reject, reading.tell)
    return reading.metadata[folder]
