"""Adds rows to a labels file and loses none: whole new file beside the old one, checked, then moved."""

from __future__ import annotations

import codecs
import csv
import io
import os
import shutil
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from scoring.article import SCORES, Rejection
from scoring.errors import LabelError
from scoring.model.labels import ALLOWED, KEYS, LabelRow, list_taken, read_records
from scoring.readers.decoding import find_wide_encoding
from scoring.readers.delimited import guess_delimiter
from scoring.readers.paths import kind_of
from scoring.tables import disarm

WAIT = 10.0
"""Seconds to wait for another program that writes the same file."""
PART = ".part"
BARRED = "\r\n\0"
"""What no article id or annotator's name may hold: a row would no longer stand on one line."""


def add_labels(
    path: Path,
    rows: Sequence[LabelRow],
    *,
    on_reject: Callable[[Rejection], None],
    wait: float = WAIT,
) -> int:
    """Append rows to a labels file, made with a header if it is missing,
    for quality and bias.

    What is in the file stays byte for byte, with its delimiter, encoding and line ends; a cell that
    a spreadsheet would run as a formula gets an apostrophe, which `read_labels` takes off again. A
    row whose annotator has labelled the article before goes to `on_reject`.

    Parameters
    ----------
    path : Path
    rows : sequence of LabelRow
    on_reject : callable
    wait : float
        Seconds to wait while another program adds to the file.

    Returns
    -------
    int
        How many rows were added.

    Raises
    ------
    LabelError
        If the file cannot be read or written, or lacks a column; it is then as it was.
    """
    target = path.resolve()
    with _lock(target, wait):
        before = _read(target) or _head(target)
        header, taken = _look(target)
        kept = [row for row in rows if _may_enter(row, header, taken, on_reject, path)]
        if kept:
            _replace(target, before, _format(before, target, header, kept), len(kept))
    return len(kept)


def _read(path: Path) -> bytes:
    """The file as it is; nothing where there is none."""
    try:
        return path.read_bytes() if path.exists() else b""
    except OSError as error:
        raise LabelError(f"{path}: cannot be read ({error.strerror}). Give a CSV file of labels.") from error


def _head(path: Path) -> bytes:
    mark = "\t" if kind_of(path) == ".tsv" else ","
    return (mark.join([*KEYS, *SCORES]) + "\n").encode()


def _look(path: Path) -> tuple[list[str], set[tuple[str, str, str]]]:
    """Names of the columns, and which annotator has labelled which article for what."""
    if not path.exists() or not path.stat().st_size:
        return [*KEYS, *SCORES], set()
    header, records = read_records(path)
    missing = [key for key in KEYS if key not in header]
    if missing:
        found = f"no column {' and no column '.join(missing)}. Columns found: {', '.join(header)}"
        raise LabelError(f"{path}: {found}. Expected a header with article, annotator and what was labelled.")
    return header, list_taken(records, header)


def _may_enter(
    row: LabelRow,
    header: Sequence[str],
    taken: set[tuple[str, str, str]],
    on_reject: Callable[[Rejection], None],
    path: Path,
) -> bool:
    """Whether a row may be added; `taken` then remembers it."""
    labelled = {(row.article, row.annotator, target) for target in row.values}
    reason = _find_fault(row, header)
    if not reason and labelled & taken:
        reason = f"{row.annotator} has labelled {row.article} before; change the row in {path.name} instead"
    if reason:
        on_reject(Rejection(str(path), f"{row.article} by {row.annotator}"[:500], f"{reason}."))
        return False
    taken |= labelled
    return True


def _find_fault(row: LabelRow, header: Sequence[str]) -> str:
    """What is wrong with a row by itself; empty if nothing is."""
    if not row.article.strip() or not row.annotator.strip():
        return "A label needs an article and an annotator"
    if any(mark in name for name in (row.article, row.annotator) for mark in BARRED):
        return "The article's id or the annotator's name holds a line end or NUL"
    if not row.values:
        return f"No label is given. {ALLOWED}"
    absent = [target for target in row.values if target not in header]
    if absent:
        return f"The file has no column {' or '.join(absent)}; add it to the header first"
    wrong = [f"{target} is {value:g}" for target, value in row.values.items() if not 0 <= value <= 100]
    return f"{wrong[0]}. {ALLOWED}" if wrong else ""


def _format(before: bytes, path: Path, header: Sequence[str], rows: Sequence[LabelRow]) -> bytes:
    """The rows as this file writes them: its delimiter, line ends and encoding."""
    encoding, mark = _find_encoding(before)
    text = before.removeprefix(mark).decode(encoding)
    first = text.splitlines(keepends=True)[0]
    end = first[len(first.rstrip("\r\n")) :] or "\n"
    delimiter = "\t" if kind_of(path) == ".tsv" else guess_delimiter(first)
    stream = io.StringIO("" if text.endswith(("\n", "\r")) else end, newline="")
    stream.seek(0, io.SEEK_END)
    writer = csv.writer(stream, delimiter=delimiter, lineterminator=end)
    for row in rows:
        cells = {"article": disarm(row.article), "annotator": disarm(row.annotator)}
        cells |= {target: f"{value:g}" for target, value in row.values.items()}
        writer.writerow([cells.get(name, "") for name in header])
    try:
        return stream.getvalue().encode(encoding)
    except UnicodeEncodeError as error:
        found = f"its encoding ({encoding}) has no {error.object[error.start]!r}"
        raise LabelError(f"{path}: {found}. Save the file as UTF-8 first.") from error


def _find_encoding(content: bytes) -> tuple[str, bytes]:
    """How a file is encoded, and the mark it opens with."""
    if find_wide_encoding(content[:4]) == "utf-16":
        order = "utf-16-le" if content.startswith(codecs.BOM_UTF16_LE) else "utf-16-be"
        return order, content[:2]
    if find_wide_encoding(content[:4]):
        order = "utf-32-le" if content.startswith(codecs.BOM_UTF32_LE) else "utf-32-be"
        return order, content[:4]
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return "cp1252", b""
    return "utf-8", codecs.BOM_UTF8 if content.startswith(codecs.BOM_UTF8) else b""


def _replace(path: Path, before: bytes, more: bytes, count: int) -> None:
    """Write the whole file beside the old one, see that it reads well, and move it there."""
    staging = path.with_name(f".{path.name[:200]}{PART}{path.suffix}")
    try:
        with staging.open("wb") as file:
            file.write(before + more)
            file.flush()
            os.fsync(file.fileno())
        _check(path, staging, count)
        if path.exists():
            shutil.copymode(path, staging)
        os.replace(staging, path)
    except OSError as error:
        advice = "Name a file with --labels that you may write to."
        raise LabelError(f"{path}: cannot be written ({error.strerror or error}). {advice}") from error
    finally:
        staging.unlink(missing_ok=True)


def _check(path: Path, staging: Path, count: int) -> None:
    """A quotation mark that is never closed would swallow the new rows: then nothing is changed."""
    old = len(read_records(path)[1]) if path.exists() and path.stat().st_size else 0
    if len(read_records(staging)[1]) != old + count:
        found = "its last row is damaged (a quotation mark that is never closed?)"
        raise LabelError(f"{path}: {found}, so rows added to it would be lost. Mend it, then add again.")


@contextmanager
def _lock(path: Path, wait: float) -> Iterator[None]:
    """Keep other programs from adding to the same file at the same time."""
    lock, until = path.with_name(f".{path.name[:200]}.lock"), time.monotonic() + wait
    while True:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(lock, os.O_CREAT | os.O_EXCL | os.O_WRONLY))
            break
        except FileExistsError as error:
            if time.monotonic() >= until or lock.is_dir():  # gone by now: try again
                found = "another program is adding to it"
                advice = f"If none is running, remove {lock} and try again"
                raise LabelError(f"{path}: {found}. {advice}.") from error
            time.sleep(0.02)
        except OSError as error:
            advice = "Name a file with --labels that you may write to."
            raise LabelError(f"{path}: cannot be written ({error.strerror}). {advice}") from error
    try:
        yield
    finally:
        lock.unlink(missing_ok=True)
