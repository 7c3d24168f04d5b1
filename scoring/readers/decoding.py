"""Bytes to characters, one file or one line at a time; line ends are kept as they are."""

from __future__ import annotations

import codecs
import gzip
import io
import re
from collections.abc import Iterator
from pathlib import Path
from typing import IO, AnyStr, NamedTuple, cast

WIDE_MARKS = {
    codecs.BOM_UTF32_LE: "utf-32",  # first: its two leading bytes are the mark of UTF-16
    codecs.BOM_UTF32_BE: "utf-32",
    codecs.BOM_UTF16_LE: "utf-16",
    codecs.BOM_UTF16_BE: "utf-16",
}
OTHERS = {
    b"%PDF-": "is a PDF",
    b"PK\x03\x04": "is a ZIP archive or an office document",
    b"\xd0\xcf\x11\xe0": "is an office document",
    b"{\\rtf": "is an RTF document",
    b"bplist00": "is a web archive of Safari",
    b"\x1f\x8b": "is packed by gzip (such a file is read if its name ends in .gz)",
    b"\x89PNG": "is an image",
    b"\xff\xd8\xff": "is an image",
    b"GIF8": "is an image",
    b"MIME-Version:": "is a web archive (MHTML)",
    b"From: <Saved by": "is a web archive (MHTML)",
}
"""First bytes to what such a file is."""
START = 64
"""Bytes in which such a file gives itself away."""
LARGEST = 2**28
"""Bytes of a line, or of a file read whole: a packed file of a megabyte may unpack to a gigabyte."""

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


def name_other(start: bytes) -> str:
    """Say what a file is whose first bytes are those of no text: "is a PDF"; empty for others."""
    start = start.removeprefix(codecs.BOM_UTF8).lstrip()
    return next((found for mark, found in OTHERS.items() if start.startswith(mark)), "")


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
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableError(
            f"holds more than {LARGEST // 2**20} MB; save its articles as .jsonl, one a line"
        )
    _refuse_others(data[:START])
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
        start = file.peek(START)[:START]
        _refuse_others(start)
        encoding = find_wide_encoding(start[:4])
        if encoding:
            wide = io.TextIOWrapper(file, encoding, errors="replace", newline="\n")
            yield from (Line(text, _refuse_long(text, wide)) for text in _split(wide))
            return
        for number, data in enumerate(_split(file)):
            line = _decode_line(data if number else data.removeprefix(codecs.BOM_UTF8))
            yield line._replace(problem=_refuse_long(data, file) or line.problem)


def open_bytes(path: Path) -> io.BufferedReader:
    """Open a file, unpacked if its name ends in .gz."""
    if path.suffix.lower() == ".gz":
        return cast(io.BufferedReader, gzip.open(path))  # GzipFile reads and peeks alike
    return path.open("rb")


def find_wide_encoding(start: bytes) -> str:
    """Name the wide encoding whose byte order mark comes first; "" without one."""
    return next((name for mark, name in WIDE_MARKS.items() if start.startswith(mark)), "")


def _split(file: IO[AnyStr]) -> Iterator[AnyStr]:
    """Lines of a file, none held beyond `LARGEST`."""
    return iter(lambda: file.readline(LARGEST + 1), file.read(0))


def _refuse_long(line: str | bytes, file: IO[AnyStr]) -> str:
    """Skip what is left of a line that is too long, and say so; "" for all others."""
    if len(line) <= LARGEST:
        return ""
    while line and line[-1:] not in ("\n", b"\n"):
        line = file.readline(LARGEST)
    return f"is longer than {LARGEST // 2**20} MB, which no article is"


def _refuse_others(start: bytes) -> None:
    if found := name_other(start):
        raise UnreadableError(f"{found}, not text; save the words as UTF-8 text")


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
