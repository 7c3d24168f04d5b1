"""Bytes to characters, one file or one line at a time; line ends are kept as they are."""

from __future__ import annotations

import codecs
import gzip
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple, cast

WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",  # first: its two leading bytes are the mark of UTF-16
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
LONE_SURROGATE = re.compile("[\ud800-\udfff]")
FOREIGN = re.compile("[^\x00-\x7f\ufffd]")


class UnreadableError(ValueError):
    """A file, line or record cannot be read (further); becomes a rejection.

    The message is what a sentence says of it: "holds no rows".
    """


class Line(NamedTuple):
    """One line with its end, and why it could not be decoded ("" if it could)."""

    text: str
    problem: str = ""


def mend(text: str) -> str:
    """Replace lone surrogates, which no file or page could hold, by U+FFFD."""
    return text if text.isascii() else LONE_SURROGATE.sub("\ufffd", text)


def decode(data: bytes) -> str:
    """Decode UTF-8; where that fails, mostly-UTF-8 with U+FFFD for the damage, or Windows-1252."""
    if b"\0" in data:
        raise UnreadableError("holds NUL bytes, so it looks binary; save it as UTF-8 text")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return _decode_damaged(data)


def read_text(path: Path) -> str:
    """Read a whole file as text, its byte order mark removed."""
    with open_bytes(path) as file:
        data = file.read()
    encoding = find_wide_encoding(data[:4])
    if not encoding:
        return decode(data.removeprefix(codecs.BOM_UTF8))
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        raise UnreadableError(f"is marked as {encoding.upper()} but is not: {error.reason}") from error


def read_lines(path: Path) -> Iterator[Line]:
    """Read line by line, so that one damaged line costs one record; only line feeds end a line."""
    with open_bytes(path) as file:
        encoding = find_wide_encoding(file.peek(4)[:4])
        if encoding:
            wide = io.TextIOWrapper(file, encoding, errors="replace", newline="\n")
            yield from map(Line, wide)
            return
        for number, data in enumerate(file):
            yield _decode_line(data if number else data.removeprefix(codecs.BOM_UTF8))


def open_bytes(path: Path) -> io.BufferedReader:
    """Open a file, unpacked if its name ends in .gz."""
    if path.suffix.lower() == ".gz":
        return cast(io.BufferedReader, gzip.open(path))  # GzipFile reads and peeks alike
    return path.open("rb")


def find_wide_encoding(start: bytes) -> str:
    """Name the wide encoding whose byte order mark comes first; "" without one."""
    return next((name for mark, name in WIDE_MARKS.items() if start.startswith(mark)), "")


def _decode_line(data: bytes) -> Line:
    try:
        return Line(decode(data))
    except UnreadableError as error:
        return Line(data.decode("cp1252", "replace"), str(error))


def _decode_damaged(data: bytes) -> str:
    """More sound than broken sequences: UTF-8 with damage. Otherwise Windows-1252, if it fits."""
    loose = data.decode("utf-8", "replace")
    broken = loose.count("\ufffd") - data.count("\ufffd".encode())
    if len(FOREIGN.findall(loose)) > broken:
        return loose
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise UnreadableError("is neither UTF-8, marked UTF-16 nor Windows-1252; save it as UTF-8") from error
