"""One article's scorecard as plain text for a terminal."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from scoring.article import FAMILY_OF, Article
from scoring.extractors import Column
from scoring.reports.card import (
    ScoreLine,
    counted_words,
    family_rows,
    reason_lines,
    score_lines,
    withheld_because,
)
from scoring.reports.marks import FRAMES, Block, Segment, mark_text
from scoring.reports.page import LINE_BREAK, UNSEEN, count, days, glyph, points, show, whole
from scoring.scorecard import Reason, Scorecard

Cell = tuple[str, str]
"""A character and its style."""

COLOURS = {"hedging": "36", "sourcing": "32", "promotion": "33", "stuffing": "35", "stance": "31"}
"""Family to terminal colour, the nearest of the eight to the page's."""

NARROWEST = 40

PLAIN = str.maketrans("·•│━─●–—−‘’‚“”„«»", '--|=-O---\'\',"""""')
"""Our drawing characters and common marks in ASCII, one for one so that columns stay aligned."""


def render_terminal(
    card: Scorecard,
    article: Article,
    *,
    reasons: Sequence[Reason],
    codebook: Mapping[str, Column],
    width: int = 80,
    colour: bool = False,
    ascii_only: bool = False,
) -> str:
    """Write one article's scorecard as text; nothing in the article can reach the terminal as a command.

    Parameters
    ----------
    card : Scorecard
        Scored or withheld.
    article : Article
        The article it was made from.
    reasons : sequence of Reason
        From `scoring.scorecard.reason_links`.
    codebook : mapping
        `scoring.extractors.CODEBOOK`.
    width : int
        Columns; never fewer than 40. East Asian wide characters count as two.
    colour : bool
        Colour the evidence; otherwise it stands in brackets with its kind: ``[may|hedge]``.
    ascii_only : bool
        Replace every other character: plain quotes and dashes, bare letters, else "?".

    Returns
    -------
    str
        Lines ended by line feeds.
    """
    width = max(width, NARROWEST)
    parts = [
        _head(card, article),
        _scores(card, width),
        _why(card, reasons),
        _families(card, codebook, width),
        [("", ""), ("bold", "The article")],
        _text(mark_text(article.text, card.evidence), brackets=not colour),
        _legend(card, colour=colour),
        _notes(card),
    ]
    given = [line for part in parts for line in part]
    lines = [line for style, text in given for line in _lines(style, text, width, ascii_only)]
    return "".join(f"{_paint(line, colour)}\n" for line in lines)


Line = tuple[str, str | list[Cell]]
"""A style and a text, or cells of their own styles; a text's further lines start under its last column."""


def _head(card: Scorecard, article: Article) -> Iterator[Line]:
    parts = [show(card.outlet or "Outlet not given"), days(article.published) if article.published else ""]
    yield "", " · ".join(part for part in parts if part)
    yield "bold", show(article.title or "") or "Untitled"
    words = count(counted_words(card), "word")
    yield "", f"{words} · model {show(card.model)} · sourcegrade {show(card.version)}"


def _scores(card: Scorecard, width: int) -> Iterator[Line]:
    yield "", ""
    for line in score_lines(card):
        interval = f"({whole(line.low)}–{whole(line.high)})"
        head = f"{line.name.capitalize():<8}{whole(line.value):>3} {interval:<9}"
        yield "", f"{head} 0 {_bar(line, min(width - 28, 48))} 100"
    if card.status == "withheld":
        yield "bold", f"Quality  Withheld: {withheld_because(card)}"
        yield "bold", f"Bias     Withheld: {withheld_because(card)}"
    else:
        yield "", "Band: 90 % interval of the value (●). Bar (│): the reference article."


def _bar(line: ScoreLine, width: int) -> str:
    def place(value: float) -> int:
        return round(min(max(value, 0.0), 100.0) / 100 * (width - 1))

    bar = ["─"] * width
    for i in range(place(line.low), place(line.high) + 1):
        bar[i] = "━"
    bar[place(line.reference)] = "│"
    bar[place(line.value)] = "●"
    return "".join(bar)


def _why(card: Scorecard, reasons: Sequence[Reason]) -> Iterator[Line]:
    if reasons:
        yield "", ""
        yield "bold", "Why"
    for r in reason_lines(reasons, card.evidence, set()):
        yield "", f"{points(r.points):>5} {r.score:<7}  {show(r.sentence)}"


def _families(card: Scorecard, codebook: Mapping[str, Column], width: int) -> Iterator[Line]:
    yield "", ""
    yield "bold", "Families, with percentiles among the reference articles"
    for row in family_rows(card, codebook):
        place = f"{whole(row.percentile):>3}" if row.is_ranked else "   "
        shown = row.main[: 1 if width < 60 else 2]
        figures = "; ".join(f"{f.label} {f.value} {f.unit}".rstrip() for f in shown)
        yield "", f"{row.name.capitalize():<10} {place}  {figures or 'not measured'}"


def _text(blocks: Sequence[Block], *, brackets: bool) -> Iterator[Line]:
    for block in blocks:
        yield "", ""
        if block.kind == "folded":
            yield "", f"({count(block.words, 'word')} of site furniture left out)"
        else:
            cells = [cell for s in block.segments for cell in _cells(s, brackets=brackets)]
            yield ("bold" if block.kind == "heading" else ""), cells
    if not blocks:
        yield "", "This article holds no text."


def _cells(segment: Segment, *, brackets: bool) -> Iterator[Cell]:
    """Yield a segment's characters, marked by style or by brackets; quotes and contents stay unmarked."""
    text = UNSEEN.sub(lambda found: glyph(found[0]), LINE_BREAK.sub(" ", segment.text))
    if not brackets:
        style = segment.loud[0].family if segment.loud else ""
        yield from ((char, style) for char in text)
        return
    loud = [e for e in segment.covers if e.kind not in FRAMES]
    opened = "[" * sum(e.start == segment.start for e in loud)
    closed = "".join(f"|{e.kind}]" for e in loud if e.end == segment.end)
    yield from ((char, "") for char in f"{opened}{text}{closed}")


def _legend(card: Scorecard, *, colour: bool) -> Iterator[Line]:
    yield "", ""
    if colour:
        counts = {family: sum(e.family == family for e in card.evidence) for family in COLOURS}
        cells = _plain("Marked: ")
        for family, number in counts.items():
            cells += [*((char, family) for char in family), *_plain(f" {number}  ")]
        yield "", cells
    else:
        present = {e.kind for e in card.evidence if e.part == "text"} - FRAMES - {"boilerplate"}
        yield "", f"Marked as [words|kind]: {', '.join(k for k in FAMILY_OF if k in present) or 'nothing'}."
    yield "", "Quotes and attributed statements are not marked here; the HTML card shows them."


def _notes(card: Scorecard) -> Iterator[Line]:
    if card.flags:
        yield "", f"Flags: {show(', '.join(card.flags))}"
    for note in card.notes:
        yield "", f"Note: {show(note)}"


def _plain(text: str) -> list[Cell]:
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
        head = _plain(" " * indent)


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


def _paint(line: Iterable[Cell], colour: bool) -> str:
    parts = []
    for style, group in groupby(line, key=lambda cell: cell[1] if colour else ""):
        text = "".join(char for char, _ in group)
        code = "1" if style == "bold" else f"4;{COLOURS[style]}" if style in COLOURS else ""
        parts.append(f"\x1b[{code}m{text}\x1b[0m" if code else text)
    return "".join(parts).rstrip(" ")
