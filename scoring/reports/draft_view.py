"""Two drafts of an article compared, as plain text for a terminal."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from scoring.article import Article
from scoring.extractors import CODEBOOK, Column
from scoring.reports.card import counted_words, withheld_because
from scoring.reports.card_measures import spell
from scoring.reports.page import count, points, show, whole
from scoring.reports.screen import COLOURS, NARROWEST, Line, lay_out, plain_cells
from scoring.scorecard import Scorecard
from scoring.scorecard.draft_evidence import EvidenceChange
from scoring.scorecard.drafts import Drafts, MeasureChange, ScoreChange

MEASURES = 8
SPANS = 12
"""Measures and pieces of evidence shown; ``--json`` gives all."""
MOVES = 4
"""Measures named under a score, with the points that they moved it by."""
CONTEXT = 24
"""Characters on either side of a piece of evidence, so that most take one line."""


def render_drafts(
    drafts: Drafts,
    old: Article,
    new: Article,
    *,
    width: int = 80,
    colour: bool = False,
    ascii_only: bool = False,
) -> str:
    """Write what changed between two drafts; nothing in them can reach the terminal as a command.

    Parameters
    ----------
    drafts : Drafts
        From `scoring.scorecard.drafts.compare_drafts`.
    old, new : Article
        The articles it was made from.
    width : int
        Columns; never fewer than 40.
    colour : bool
        Colour the evidence; otherwise it stands in brackets.
    ascii_only : bool
        Replace every other character.

    Returns
    -------
    str
        Lines ended by line feeds.
    """
    width = max(width, NARROWEST)
    parts = [
        _head(drafts, old, new),
        _scores(drafts),
        _measures(drafts.measures, width),
        _evidence("appeared", drafts.appeared, brackets=not colour),
        _evidence("disappeared", drafts.disappeared, brackets=not colour),
        _notes(drafts),
    ]
    given = [line for part in parts for line in part]
    return lay_out(given, width=width, colour=colour, ascii_only=ascii_only)


def _head(drafts: Drafts, old: Article, new: Article) -> Iterator[Line]:
    before, after = show(old.title or "") or "Untitled", show(new.title or "") or "Untitled"
    yield "bold", after
    if before != after:
        yield "", f"Title before:  {before}"
    words = f"{counted_words(drafts.old):,} → {count(counted_words(drafts.new), 'word')}"
    changed = f"{drafts.words_added:,} added, {drafts.words_removed:,} removed where sentences changed"
    yield "", f"{words} · {changed}"
    yield "", f"model {show(drafts.new.model)} · sourcegrade {show(drafts.new.version)}"


def _scores(drafts: Drafts) -> Iterator[Line]:
    yield "", ""
    for change in drafts.scores:
        before, after = _score(change.before, drafts.old), _score(change.after, drafts.new)
        yield "", f"{change.name.capitalize():<8}  {before} → {after}{_verdict(change)}"
        moved = [(column, moved) for column, moved in change.points.items() if points(moved) != "0"]
        for column, by in moved[:MOVES]:
            yield "", f"{points(by):>13}  {CODEBOOK[column].label}"
        if len(moved) > MOVES:
            rest = change.change - sum(by for _, by in moved[:MOVES])
            yield "", f"{points(rest):>13}  all other measures"
    if any(change.before and change.after for change in drafts.scores):
        yield "", "In brackets: 90 % intervals. A change is told apart from chance where each value"
        yield "", "lies outside the other draft's interval."


def _score(score: Mapping[str, float] | None, card: Scorecard) -> str:
    if score is not None:
        return f"{whole(score['value'])} ({whole(score['low'])}–{whole(score['high'])})"
    return f"withheld ({withheld_because(card)})" if card.status == "withheld" else "not in this model"


def _verdict(change: ScoreChange) -> str:
    if not (change.before and change.after):
        return ""
    if not change.change:
        return "  no change"
    printed = float(whole(change.after["value"])) - float(whole(change.before["value"]))
    return f"  {points(printed)}, {'beyond the intervals' if change.is_told else 'within the intervals'}"


def _measures(changes: Sequence[MeasureChange], width: int) -> Iterator[Line]:
    yield "", ""
    yield "bold", "Measures that changed most" if changes else "No measure changed."
    labels = [CODEBOOK[change.column].label for change in changes[:MEASURES]]
    wide = min(max(map(len, labels), default=0), width // 2)
    for change, label in zip(changes, labels, strict=False):
        entry = CODEBOOK[change.column]
        values = f"{_value(change.before, entry)} → {_value(change.after, entry)} {_unit(entry)}".rstrip()
        yield "", f"{label:<{wide}}  {values}{_place(change)}"
    if len(changes) > MEASURES:
        yield "", f"and {count(len(changes) - MEASURES, 'other')}"


def _value(value: float, entry: Column) -> str:
    return spell(entry.name, value)[0]


def _unit(entry: Column) -> str:
    return {"share": "%", "rate": entry.unit}.get(entry.suffix, "")


def _place(change: MeasureChange) -> str:
    """Percentiles before and after, where the model's reference has the column."""
    if math.isnan(change.moved):
        return ""
    return f", percentile {whole(change.percentile_before)} → {whole(change.percentile_after)}"


def _evidence(what: str, changes: Sequence[EvidenceChange], *, brackets: bool) -> Iterator[Line]:
    yield "", ""
    if not changes:
        yield "bold", f"No evidence {what}."
        return
    yield "bold", f"Evidence that {what} ({len(changes):,})"
    for change in changes[:SPANS]:
        yield "", _quote(change, brackets=brackets)
    if len(changes) > SPANS:
        yield "", f"and {len(changes) - SPANS:,} more"


def _quote(change: EvidenceChange, *, brackets: bool) -> list[tuple[str, str]]:
    """The kind, then the words in their place."""
    span, words = change.span, show(change.words)
    kind = f"{span.kind}{', quoted' if span.voice == 'quoted' and span.kind != 'quote' else ''}"
    before, after = show(change.before), show(change.after)
    head = f"{kind}: {_end(before)}{' ' * change.before.endswith(' ')}"
    tail = f"{' ' * change.after.startswith(' ')}{_end(after, last=False)}"
    marked = plain_cells(f"[{words}]") if brackets else [(char, _style(span.family)) for char in words]
    return [*plain_cells(head), *marked, *plain_cells(tail)]


def _end(text: str, *, last: bool = True) -> str:
    """The last or first whole words of a text, with a mark where it was cut."""
    if len(text) <= CONTEXT:
        return text
    if last:
        return "…" + text[-CONTEXT:].partition(" ")[2]
    return text[:CONTEXT].rpartition(" ")[0] + "…"


def _style(family: str) -> str:
    return family if family in COLOURS else "bold"


def _notes(drafts: Drafts) -> Iterator[Line]:
    notes = [("Before", drafts.old), ("After", drafts.new)]
    told = [(when, note) for when, card in notes for note in card.notes if not note.startswith("Withheld")]
    if told:
        yield "", ""
    for when, note in told:
        yield "", f"{when}: {show(note)}"
