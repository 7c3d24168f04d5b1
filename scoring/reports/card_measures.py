"""The measures of a scorecard as printed: value, unit, reference median, the words behind it."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from scoring.article import Article
from scoring.extractors import CODEBOOK, FAMILIES, Column
from scoring.model.scores import Reference
from scoring.reports import labels
from scoring.reports.page import show
from scoring.scorecard import Scorecard
from scoring.scorecard.behind import find_behind

FIGURES = 3
"""Figures printed beside a family's strip; the others open on request."""

EXAMPLES, EXAMPLE_LENGTH = 3, 48
"""Different words shown behind a measure, and letters of each."""


@dataclass(frozen=True, slots=True)
class Example:
    """Words behind a measure; `target` is the id of their mark, or empty."""

    words: str
    target: str


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure as printed.

    Attributes
    ----------
    value, unit, usual : str
        Value and the reference articles' median as text; a dash where undefined, `usual` empty
        where no reference is known.
    percentile : float
        Among the reference articles; NaN where unknown.
    examples : tuple of Example
        Up to three different words behind it.
    behind : int
        How many spans stand behind it.
    """

    column: str
    label: str
    value: str
    unit: str
    meaning: str
    usual: str = ""
    percentile: float = math.nan
    examples: tuple[Example, ...] = ()
    behind: int = 0

    @property
    def is_defined(self) -> bool:
        """Whether the article has a value."""
        return self.value != "–"

    @property
    def is_ranked(self) -> bool:
        """Whether it has a place among the reference articles."""
        return not math.isnan(self.percentile)


@dataclass(frozen=True, slots=True)
class FamilyRow:
    """One family as printed; `percentile` is NaN where undefined, `main` holds the headline first."""

    name: str
    percentile: float
    main: tuple[Figure, ...]
    figures: tuple[Figure, ...]

    @property
    def is_ranked(self) -> bool:
        """Whether it has a place among the reference articles; language is given as plain figures."""
        return self.name != "language" and not math.isnan(self.percentile)


def family_rows(
    card: Scorecard,
    *,
    article: Article | None = None,
    reference: Reference | None = None,
    ids: Collection[str] = (),
) -> list[FamilyRow]:
    """Return the families in their fixed order, each with its figures, the headline first.

    Parameters
    ----------
    card : Scorecard
        A withheld card gets no percentiles: it is not placed among articles it may be unlike.
    article : Article, optional
        For the words behind each measure.
    reference : Reference, optional
        For the median and the percentile of each measure.
    ids : collection of str
        The marks that were drawn: only those can be jumped to.
    """
    known = reference if card.status == "scored" else None
    rows = []
    for name in FAMILIES:
        family = card.families.get(name, {})
        values = family.get("features", {})
        headline = family.get("headline")
        figures = tuple(
            make_figure(column, values[column], reference=known, found=found)
            for column in sorted(values, key=lambda column: column != headline)
            for found in [_find_examples(card, article, CODEBOOK.get(column), ids)]
        )
        place = number_of(family.get("percentile")) if card.status == "scored" else math.nan
        rows.append(FamilyRow(name, place, _choose(figures, headline), figures))
    return rows


def _choose(figures: Sequence[Figure], headline: str | None) -> tuple[Figure, ...]:
    """The headline, then the first columns that enter the scores."""
    shown = {column for column, entry in CODEBOOK.items() if not entry.scored} - {headline}
    return tuple(f for f in figures if f.column not in shown)[:FIGURES]


def make_figure(
    column: str,
    value: float | None,
    *,
    reference: Reference | None = None,
    found: tuple[tuple[Example, ...], int] = ((), 0),
) -> Figure:
    """Return one measure as printed, in its unit."""
    entry = CODEBOOK.get(column)
    label, meaning = (entry.label, entry.meaning) if entry else (column, "")
    number = number_of(value)
    said, unit = spell(column, number)
    usual = number_of(reference.medians.get(column)) if reference else math.nan
    return Figure(
        column, label, said, unit, meaning,
        usual="" if math.isnan(usual) else " ".join(spell(column, usual)[: 1 + column.endswith("_share")]),
        percentile=reference.percentile(column, number) if reference else math.nan,
        examples=found[0],
        behind=found[1],
    )  # fmt: skip


def spell(column: str, value: float) -> tuple[str, str]:
    """Return a value and its unit as text; shares in percent; a dash and no unit where undefined.

    Examples
    --------
    >>> spell("sourcing_quote_share", 0.125), spell("hedging_hedge_rate", 1.234)
    (('12', '%'), ('1.23', 'per 100 words'))
    """
    if math.isnan(value):
        return "–", ""
    suffix = column.rpartition("_")[2]
    if suffix == "share":
        return labels.format_value(column, value).removesuffix(" %"), "%"
    unit = {"rate": "per 100 words", "balance": "−1 to 1", "words": "words"}.get(suffix, "")
    return format_value(column, value), unit


def format_value(column: str, value: float | None) -> str:
    """Return a measure's value as its suffix asks for it; a dash where it is undefined.

    Examples
    --------
    >>> format_value("hedging_hedge_rate", 1.234), format_value("stance_tone_balance", -0.2)
    ('1.23', '−0.20')
    """
    number = number_of(value)
    if math.isnan(number):
        return "–"
    digits = 0 if column.endswith("_count") else 1 if column.endswith("_grade") or abs(number) >= 10 else 2
    text = f"{abs(number):,.{digits}f}"
    if not float(text.replace(",", "")):
        return labels.format_value(column, number) if number else text
    return f"−{text}" if number < 0 else text


def _find_examples(
    card: Scorecard, article: Article | None, column: Column | None, ids: Collection[str]
) -> tuple[tuple[Example, ...], int]:
    """The first different words that a column counts, and how many spans it counts."""
    if article is None or column is None:
        return (), 0
    found = [card.evidence[i] for i in find_behind(card.evidence, column)]
    seen: dict[str, Example] = {}
    for e in found:
        text = article.text if e.part == "text" else article.title or ""
        words = show(text[e.start : e.end][: 4 * EXAMPLE_LENGTH])
        anchor = f"{'h' if e.part == 'title' else 't'}{e.start}"
        short = words if len(words) <= EXAMPLE_LENGTH else f"{words[: EXAMPLE_LENGTH - 1].rstrip()}…"
        if words:
            seen.setdefault(words.lower(), Example(short, anchor if anchor in ids else ""))
        if len(seen) == EXAMPLES:
            break
    return tuple(seen.values()), len(found)


def number_of(value: float | None) -> float:
    """Return a number as it is; NaN for None, as cards on disk have it."""
    return math.nan if value is None else float(value)
