"""One article's scorecard as plain text for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from scoring.article import Article
from scoring.reports.card import (
    ScoreLine,
    counted_words,
    fine_notes,
    narrow_intervals,
    reason_lines,
    score_lines,
    withheld_because,
)
from scoring.reports.card_measures import family_rows
from scoring.reports.marks import Block, Segment, mark_text
from scoring.reports.page import LINE_BREAK, UNSEEN, count, days, glyph, lower_first, points, show, whole
from scoring.reports.screen import COLOURS, NARROWEST, Cell, Line, lay_out, plain_cells
from scoring.scorecard import Change, Reason, Scorecard
from scoring.scorecard.behind import say_uncounted

LETTERS = {
    "hedge": "h", "booster": "b", "attribution": "a", "source": "s", "promotional": "p", "filler": "f",
    "call_to_action": "c", "template_residue": "t", "clickbait": "k", "stuffed_phrase": "u",
    "keyword_list": "w", "duplicate_passage": "d", "loaded": "l", "loaded_sentence": "x", "party": "n",
    "rebuttal": "r",
}  # fmt: skip
"""The letter that stands under the words of each kind where there is no colour."""


def render_terminal(
    card: Scorecard,
    article: Article,
    *,
    reasons: Sequence[Reason],
    change: Change | None = None,
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
    change : Change, optional
        From `scoring.scorecard.best_change`.
    width : int
        Columns; never fewer than 40. East Asian wide characters count as two.
    colour : bool
        Colour the evidence; otherwise the letter of its kind stands under it, as under "may": ``hhh``.
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
        _why(card, reasons, change),
        _families(card, width),
        [("", ""), ("bold", "The article")],
        _text(mark_text(article.text, card.evidence), colour=colour),
        _legend(card, colour=colour),
        _notes(card),
    ]
    given = [line for part in parts for line in part]
    letters = None if colour else LETTERS
    return lay_out(given, width=width, colour=colour, ascii_only=ascii_only, letters=letters)


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
        yield "bold", f"Quality and bias  Withheld: {show(withheld_because(card))}"
    else:
        yield "", "Band: 90 % interval of the value (●). Bar (│): the reference article."
        yield "", "Quality: higher is better. Bias: higher is more biased."
        for note in narrow_intervals(card):
            yield "bold", f"{show(note)}."


def _bar(line: ScoreLine, width: int) -> str:
    def place(value: float) -> int:
        return round(min(max(value, 0.0), 100.0) / 100 * (width - 1))

    bar = ["─"] * width
    for i in range(place(line.low), place(line.high) + 1):
        bar[i] = "━"
    bar[place(line.reference)] = "│"
    bar[place(line.value)] = "●"
    return "".join(bar)


def _why(card: Scorecard, reasons: Sequence[Reason], change: Change | None) -> Iterator[Line]:
    if reasons or change:
        yield "", ""
        yield "bold", "Why"
    for r in reason_lines(reasons, card.evidence, set()):
        yield "", f"{points(r.points):>5} {r.score:<7}  {show(r.sentence)}"
    if change:
        yield "", f"The largest single change: {lower_first(show(change.text))}"


def _families(card: Scorecard, width: int) -> Iterator[Line]:
    yield "", ""
    rows = family_rows(card)
    ranked = any(row.is_ranked for row in rows)
    yield "bold", "Families, with percentiles among the reference articles" if ranked else "Families"
    for row in rows:
        place = f"{whole(row.percentile):>3}" if row.is_ranked else "   "
        shown = row.main[: 1 if width < 60 else 2]
        figures = "; ".join(f"{f.label} {f.value} {f.unit}".rstrip() for f in shown)
        yield "", f"{row.name.capitalize():<10} {place}  {figures or 'not measured'}"


def _text(blocks: Sequence[Block], *, colour: bool) -> Iterator[Line]:
    for block in blocks:
        yield "", ""
        if block.kind == "folded":
            yield "", f"({count(block.words, 'word')} of site furniture left out)"
        else:
            cells = [cell for s in block.segments for cell in _cells(s, colour=colour)]
            yield ("bold" if block.kind == "heading" else ""), cells
    if not blocks:
        yield "", "This article holds no text."


def _cells(segment: Segment, *, colour: bool) -> Iterator[Cell]:
    """Yield a segment's characters in the style of its family, or without colour of its kind."""
    text = UNSEEN.sub(lambda found: glyph(found[0]), LINE_BREAK.sub(" ", segment.text))
    first = segment.loud[0] if segment.loud else None
    style = "" if first is None else first.family if colour else first.kind
    yield from ((char, style) for char in text)


def _legend(card: Scorecard, *, colour: bool) -> Iterator[Line]:
    yield "", ""
    if colour:
        counts = {family: sum(e.family == family for e in card.evidence) for family in COLOURS}
        cells = plain_cells("Marked: ")
        for family, number in counts.items():
            cells += [*((char, family) for char in family), *plain_cells(f" {number}  ")]
        yield "", cells
    else:
        present = {e.kind for e in card.evidence if e.part == "text"}
        found = [f"{letter} {kind.replace('_', ' ')}" for kind, letter in LETTERS.items() if kind in present]
        yield "", f"Letters under the words: {', '.join(found) or 'none'}."
    if uncounted := say_uncounted(card.evidence):
        yield "", uncounted
    yield "", "Quotes and attributed statements are not marked here; the HTML card shows them."


def _notes(card: Scorecard) -> Iterator[Line]:
    if card.flags:
        yield "", f"Flags: {show(', '.join(card.flags))}"
    for note in fine_notes(card):
        yield "", f"Note: {show(note)}"
