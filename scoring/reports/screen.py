"""Lays text out for a terminal: wraps it, colours it, and lets no command of an article through."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

Cell = tuple[str, str]
"""A character and its style."""

Line = tuple[str, str | list[Cell]]
"""A style and a text, or cells of their own styles; a text's further lines start under its last column."""

COLOURS = {"hedging": "36", "sourcing": "32", "promotion": "33", "stuffing": "35", "stance": "31"}
"""Family to terminal colour, the nearest of the eight to the page's."""

NARROWEST = 40

PLAIN = str.maketrans("·•│━─●–—−→‘’‚“”„«»", '--|=-O--->\'\',"""""')
"""Our drawing characters and common marks in ASCII, one for one so that columns stay aligned."""


def lay_out(
    given: Iterable[Line],
    *,
    width: int,
    colour: bool,
    ascii_only: bool,
    letters: Mapping[str, str] | None = None,
) -> str:
    """Lines of text for a terminal of so many columns, each ended by a line feed.

    Where styles have `letters`, a line that holds any is followed by one with the letters under it.

    The texts must have passed through `scoring.reports.page.show`: this function trusts them.

    Examples
    --------
    >>> lay_out([("bold", "It rained – again")], width=12, colour=False, ascii_only=True)
    'It rained -\\nagain\\n'
    """
    lines = (line for style, text in given for line in _lines(style, text, width, ascii_only))
    return "".join(f"{_paint(line, colour)}\n{_underline(line, letters or {})}" for line in lines)


def plain_cells(text: str) -> list[Cell]:
    """Cells without a style."""
    return [(char, "") for char in text]


def _lines(style: str, text: str | list[Cell], width: int, ascii_only: bool) -> Iterator[list[Cell]]:
    """Wrap one text; further lines of a text laid out in columns start under its last column."""
    cells = [(char, style) for char in text] if isinstance(text, str) else [(c, s or style) for c, s in text]
    if ascii_only:
        cells = [(plain, s) for char, s in cells for plain in _ascii(char)]
    indent = text.rfind("  ") + 2 if isinstance(text, str) and "  " in text.strip() else 0
    if isinstance(text, str) and sum(_columns(c) for c, _ in cells) <= width:
        yield cells
        return
    head, rest = cells[:indent], cells[indent:]
    for line in _wrap(rest, width - indent):
        yield [*head, *line]
        head = plain_cells(" " * indent)


def _wrap(cells: Sequence[Cell], width: int) -> Iterator[list[Cell]]:
    line: list[Cell] = []
    used = 0
    for is_space, group in groupby(cells, key=lambda cell: cell[0].isspace()):
        run = list(group)
        word = [(" ", run[0][1])] if is_space else run
        size = sum(_columns(char) for char, _ in word)
        if line and used + size > width:
            yield _trimmed(line)
            line, used = [], 0
        if is_space and not line:
            continue
        for cell in word:
            if used + _columns(cell[0]) > width:
                yield line
                line, used = [], 0
            line.append(cell)
            used += _columns(cell[0])
    yield _trimmed(line)


def _trimmed(line: list[Cell]) -> list[Cell]:
    return line[:-1] if line and line[-1][0] == " " else line


def _columns(char: str) -> int:
    if unicodedata.combining(char) or unicodedata.category(char) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(char) in "WF" else 1


def _ascii(char: str) -> str:
    plain = unicodedata.normalize("NFKD", char.translate(PLAIN)).encode("ascii", "ignore").decode()
    return plain if plain.isprintable() and (plain or unicodedata.combining(char)) else "?"


def _underline(line: Iterable[Cell], letters: Mapping[str, str]) -> str:
    """The letters of a line's styles under its characters; nothing where no style has one."""
    under = "".join(letters.get(style, " ") * _columns(char) for char, style in line).rstrip()
    return f"{under}\n" if under else ""


def _paint(line: Iterable[Cell], colour: bool) -> str:
    parts = []
    for style, group in groupby(line, key=lambda cell: cell[1] if colour else ""):
        text = "".join(char for char, _ in group)
        code = "1" if style == "bold" else f"4;{COLOURS[style]}" if style in COLOURS else ""
        parts.append(f"\x1b[{code}m{text}\x1b[0m" if code else text)
    return "".join(parts).rstrip(" ")
