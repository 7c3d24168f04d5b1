"""One article's scorecard as a self-contained HTML page."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass

from scoring.article import FAMILY_OF, KINDS, Article, Evidence
from scoring.attributions import SourceRow
from scoring.extractors import FAMILIES, Column, SideRow
from scoring.reports.marks import mark_line, mark_text
from scoring.reports.page import count, render, show, web_address
from scoring.scorecard import Reason, Scorecard

SCORES = ("quality", "bias")
FIGURES = 3
"""Figures printed beside a family's strip; the others open on request."""

WITHHELD = {
    "empty": "the article holds no words",
    "too_short": "{words}, too few",
    "not_english": "not written in English",
    "not_prose": "a list or a table, not prose",
    "out_of_range": "unlike every article the model was fitted on",
}
"""What each flag says where a score would stand."""


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One score as printed: its 90 % interval from `low` to `high`, the value of the reference article."""

    name: str
    value: float
    low: float
    high: float
    reference: float


@dataclass(frozen=True, slots=True)
class Figure:
    """One measure as printed; value and unit are text."""

    column: str
    label: str
    value: str
    unit: str
    meaning: str


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


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One reason as printed; `target` is the id of its first mark, or empty."""

    score: str
    points: float
    sentence: str
    target: str


def render_card(
    card: Scorecard,
    article: Article,
    *,
    reasons: Sequence[Reason],
    sources: Sequence[SourceRow],
    sides: Sequence[SideRow],
    codebook: Mapping[str, Column],
    index_href: str | None = None,
) -> str:
    """Write one article's scorecard as a page that needs nothing else.

    Parameters
    ----------
    card : Scorecard
        Scored or withheld.
    article : Article
        The article it was made from.
    reasons : sequence of Reason
        From `scoring.scorecard.reason_links`.
    sources, sides : sequences
        From `scoring.attributions.list_sources` and `scoring.extractors.list_sides`.
    codebook : mapping
        `scoring.extractors.CODEBOOK`.
    index_href : str, optional
        Where the run's index page lies, relative to the card.

    Returns
    -------
    str
        HTML with its style and script inside; it loads nothing and holds no control characters.
    """
    anchors = {row.first[0] for row in sources} | {row.first[0] for row in sides}
    title = article.title or ""
    title_marks = mark_line(title, card.evidence)
    blocks = mark_text(article.text, card.evidence, anchors=anchors)
    families = family_rows(card, codebook)
    drawn = [block for block in blocks if block.kind != "folded"]
    ids = {s.anchor for s in title_marks} | {s.anchor for block in drawn for s in block.segments}
    return render(
        "card.html",
        card=card,
        article=article,
        address=web_address(article.url),
        words=counted_words(card),
        title=show(title) or "Untitled",
        title_marks=title_marks,
        blocks=blocks,
        folded=sum(block.words for block in blocks if block.kind == "folded"),
        scores=score_lines(card),
        withheld=withheld_because(card),
        reasons=reason_lines(reasons, card.evidence, ids),
        families=families,
        ranked=any(row.is_ranked for row in families),
        counts=_counts(card.evidence),
        kinds={family: kinds for family, kinds in KINDS.items() if family != "cleaning"},
        sources=[(row, _known(f"t{row.first[0]}", ids)) for row in sources],
        sides=[(row, _known(f"t{row.first[0]}", ids)) for row in sides],
        index_href=index_href,
    )


def score_lines(card: Scorecard) -> list[ScoreLine]:
    """Return the scores to draw, quality first; none when withheld."""
    lines = []
    for name in SCORES:
        score = card.scores.get(name)
        if score is not None:
            reference = score["value"] - sum(card.contributions.get(name, {}).values())
            lines.append(ScoreLine(name, score["value"], score["low"], score["high"], reference))
    return lines


def counted_words(card: Scorecard) -> int:
    """Return how many words the measures were taken from; 0 where that is undefined."""
    words = _number(card.families.get("language", {}).get("features", {}).get("language_word_count"))
    return 0 if math.isnan(words) else int(words)


def withheld_because(card: Scorecard) -> str:
    """Return why a card has no scores, for example "71 words, fewer than 120"; empty when scored."""
    if card.status == "scored":
        return ""
    said = [note for note in card.notes if note.lower().startswith("withheld")]
    if said:
        return "; ".join(re.sub(r"(?i)^withheld\W*", "", note) for note in said).rstrip(".")
    words = count(counted_words(card), "word")
    reasons = [WITHHELD.get(flag, flag).format(words=words) for flag in card.flags]
    return "; ".join(reasons) or "no reason was recorded"


def family_rows(card: Scorecard, codebook: Mapping[str, Column]) -> list[FamilyRow]:
    """Return the families in their fixed order, each with its figures, the headline first."""
    rows = []
    for name in FAMILIES:
        family = card.families.get(name, {})
        values = family.get("features", {})
        headline = family.get("headline")
        order = sorted(values, key=lambda column: column != headline)
        figures = tuple(_figure(column, values[column], codebook) for column in order)
        rows.append(FamilyRow(name, _number(family.get("percentile")), figures[:FIGURES], figures))
    return rows


def reason_lines(
    reasons: Iterable[Reason], evidence: Sequence[Evidence], ids: Collection[str]
) -> list[ReasonLine]:
    """Cut the points from each sentence's head, since they are printed in a column of their own.

    `ids` are the marks that were drawn: only those can be jumped to.
    """
    lines = []
    for r in reasons:
        sentence = r.text.partition(": ")[2] or r.text
        target = ""
        if r.first is not None and 0 <= r.first < len(evidence):
            e = evidence[r.first]
            target = _known(f"{'h' if e.part == 'title' else 't'}{e.start}", ids)
        lines.append(ReasonLine(r.score, r.points, sentence[:1].upper() + sentence[1:], target))
    return lines


def format_value(column: str, value: float | None) -> str:
    """Return a measure's value as its suffix asks for it; a dash where it is undefined.

    Examples
    --------
    >>> format_value("hedging_hedge_rate", 1.234), format_value("stance_tone_balance", -0.2)
    ('1.23', '−0.20')
    """
    number = _number(value)
    if math.isnan(number):
        return "–"
    digits = 0 if column.endswith("_count") else 1 if column.endswith("_grade") or abs(number) >= 10 else 2
    text = f"{abs(number):,.{digits}f}"
    return f"−{text}" if number < 0 and float(text.replace(",", "")) else text


def _figure(column: str, value: float | None, codebook: Mapping[str, Column]) -> Figure:
    entry = codebook.get(column)
    if entry is None:
        return Figure(column, column, format_value(column, value), "", "")
    if entry.suffix == "share":
        unit = "" if math.isnan(_number(value)) else "%"
        return Figure(column, entry.label, _percent(_number(value)), unit, entry.meaning)
    unit = {"rate": entry.unit, "balance": "−1 to 1"}.get(entry.suffix, "")
    return Figure(column, entry.label, format_value(column, value), unit, entry.meaning)


def _percent(share: float) -> str:
    """A share as a number of percent, a dash where it is undefined."""
    return "–" if math.isnan(share) else f"{100 * share:.1f}" if share < 0.0995 else f"{100 * share:.0f}"


def _number(value: float | None) -> float:
    return math.nan if value is None else float(value)


def _known(anchor: str, ids: Collection[str]) -> str:
    return anchor if anchor in ids else ""


def _counts(evidence: Iterable[Evidence]) -> Counter[str]:
    """Count the marks each filter governs: by family and by voice."""
    counts: Counter[str] = Counter()
    for e in evidence:
        if e.kind in FAMILY_OF and e.family != "cleaning":
            counts.update((e.family, e.voice))
    return counts
