"""A scorecard as a panel in a notebook."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import TYPE_CHECKING

from scoring import notebook
from scoring.article import FAMILY_OF
from scoring.extractors import CODEBOOK
from scoring.model.coverage import INTERVAL
from scoring.scorecard.behind import say_uncounted
from scoring.scorecard.changes import recall_change

if TYPE_CHECKING:
    from scoring.scorecard.card import Scorecard

_RANKED = ", with percentiles among the reference articles"
_ABOVE = ("Withheld", INTERVAL)
"""How notes begin that are told beside the scores."""


def show_card(card: Scorecard) -> str:
    """The panel: scores with intervals, reasons, families, and all measures folded."""
    words = _number(card.measures.get("language_word_count"))
    about = f"{notebook.whole(words)} words · model {card.model} · sourcegrade {card.version} · {card.id}"
    where = " · ".join(part for part in (card.outlet or "Outlet not given", card.event) if part)
    parts = [
        notebook.small(notebook.plain(where)),
        notebook.block("title", notebook.plain(card.title or "Untitled")),
        notebook.small(notebook.plain(about)),
        notebook.block("part", *_scores(card)),
        *_why(card),
        notebook.block("head", f"Families{'' if card.status == 'withheld' else _RANKED}"),
        *(_family(name, card) for name in card.families),
        *_folds(card),
        *(notebook.small(notebook.plain(note)) for note in card.notes if not note.startswith(_ABOVE)),
    ]
    return notebook.panel(*parts)


def _scores(card: Scorecard) -> Iterator[str]:
    for name, score in card.scores.items():
        label = f"<span>{notebook.plain(name.capitalize())}</span>"
        if score is None:
            continue
        value, low, high = score["value"], score["low"], score["high"]
        reference = value - sum(card.contributions.get(name, {}).values())
        interval = f'<span class="small">({notebook.whole(low)}–{notebook.whole(high)})</span>'
        drawn = notebook.scale(name.capitalize(), value, low, high, reference)
        yield notebook.block("score", label, f"<b>{notebook.whole(value)}</b>", interval, drawn)
    if card.status == "withheld":
        yield f"<b>Withheld:</b> {notebook.plain(_say_why(card))}"
        yield notebook.small("Measures and evidence stand; only the scores are held back.")
    else:
        yield notebook.small("0 to 100. Band: 90 % interval of the value. Tick: the reference article.")
        narrow = (note for note in card.notes if note.startswith(INTERVAL))
        yield from (f"<b>{notebook.plain(note)}.</b>" for note in narrow)


def _say_why(card: Scorecard) -> str:
    said = [note.partition(": ")[2] for note in card.notes if note.startswith("Withheld: ")]
    return "; ".join(said) or ", ".join(card.flags) or "no reason was recorded"


def _why(card: Scorecard) -> Iterator[str]:
    change = recall_change(card)
    if card.reasons or change:
        yield notebook.block("head", "Why")
        yield from (notebook.block("reason", notebook.plain(reason)) for reason in card.reasons)
    if change:
        said = f"{change.text[:1].lower()}{change.text[1:]} If nothing else in the article changes."
        yield notebook.block("reason", f"<b>The largest single change:</b> {notebook.plain(said)}")


def _family(name: str, card: Scorecard) -> str:
    family = card.families[name]
    column, percentile = family["headline"], _number(family["percentile"])
    if name not in notebook.PATTERNS or card.status == "withheld":
        percentile = math.nan  # a language is neither praise nor blame, and what is withheld has no place
    value = _figure(column, family["features"].get(column))
    said = f"{_label(column)} {value}"
    place = f"percentile {notebook.whole(percentile)}" if math.isfinite(percentile) else ""
    drawn = notebook.strip(percentile) if math.isfinite(percentile) else "<span></span>"
    parts = (
        drawn,
        f'<span class="small">{place}</span>',
        f'<span class="small">{notebook.plain(said)}</span>',
    )
    return notebook.block("row", notebook.key(name), *parts)


def _folds(card: Scorecard) -> Iterator[str]:
    kinds = sorted((span.kind for span in card.evidence), key=list(FAMILY_OF).index)
    yield notebook.small(f"Evidence: {notebook.plain(notebook.tally(kinds))}.")
    if uncounted := say_uncounted(card.evidence):
        yield notebook.small(notebook.plain(uncounted))
    yield notebook.fold(
        "All measures", ((_label(column), _figure(column, value)) for column, value in card.measures.items())
    )


def _label(column: str) -> str:
    return CODEBOOK[column].label if column in CODEBOOK else column


def _figure(column: str, value: float | None) -> str:
    entry = CODEBOOK.get(column)
    if entry is None:
        return notebook.whole(_number(value))
    return notebook.figure(_number(value), suffix=entry.suffix, unit=entry.unit)


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)
