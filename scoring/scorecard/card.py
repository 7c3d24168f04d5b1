"""The scorecard itself, and its shape on disk."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Literal

from scoring.article import Evidence

SCHEMA = 1
"""Number of the JSON shape in ``schema/scorecard.json``, raised with every change a reader could notice."""
_LINE_MARKS = "\x85\u2028\u2029"
"""Characters that some programs take for line ends."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Everything said about one article; `to_json` gives the shape on disk.

    Attributes
    ----------
    id : str
    outlet, title, event : str or None
        As the article has them.
    status : {"scored", "withheld"}
    flags : tuple of str
        Why it is withheld: empty, too_short, not_english, not_prose or out_of_range; none when scored.
    notes : tuple of str
        Anything else worth saying, in sentences.
    scores : dict
        ``{"quality": {"value", "low", "high"}, "bias": {...}}`` in [0, 100], or None per score
        when withheld.
    families : dict
        ``{"hedging": {"percentile": 0-100 or NaN, "headline": column, "features": {...}}, ...}``.
    contributions : dict
        Per score, column to points; they sum to the value minus that of the reference article.
        Empty when withheld.
    reasons : tuple of str
        The largest contributions as sentences, with words behind them.
    evidence : tuple of Evidence
    model, version : str
        Name of the model, and of the release that fitted it.

    Examples
    --------
    >>> from scoring import Article, score
    >>> card = next(score([Article("a", "It rained.")]))
    >>> card.scores, card.contributions
    ({'quality': None, 'bias': None}, {})
    """

    id: str
    outlet: str | None
    title: str | None
    event: str | None
    status: Literal["scored", "withheld"]
    flags: tuple[str, ...]
    notes: tuple[str, ...]
    scores: dict[str, dict[str, float] | None]
    families: dict[str, dict[str, Any]]
    contributions: dict[str, dict[str, float]]
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    model: str
    version: str

    @property
    def measures(self) -> dict[str, float]:
        """Column to value, of all families."""
        return {
            name: value for family in self.families.values() for name, value in family["features"].items()
        }

    def _repr_html_(self) -> str:
        """Show scores, reasons and families in a notebook."""
        from scoring.scorecard.display import show_card

        return show_card(self)


def to_json(card: Scorecard, *, page: str | None = None, evidence: bool = True) -> dict[str, Any]:
    """The card as it is written on disk: plain containers, NaN as None.

    Parameters
    ----------
    page : str, optional
        File name of its page, relative to the run's folder.
    evidence : bool
        Whether to include the spans.
    """
    data = {"schema": SCHEMA, **asdict(card), "page": page}
    if not evidence:
        data["evidence"] = []
    return {key: clean(value) for key, value in data.items()}


def clean(value: Any) -> Any:
    """Containers with every NaN and infinity replaced by None, tuples by lists."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean(item) for item in value]
    return value


def to_line(record: Mapping[str, Any]) -> str:
    """One line of a ``.jsonl`` file: UTF-8 that every reader splits at the same places.

    Examples
    --------
    >>> to_line({"id": "a", "value": math.nan})
    '{"id": "a", "value": null}\\n'
    """
    text = json.dumps(clean(record), ensure_ascii=False, allow_nan=False)
    for mark in _LINE_MARKS:
        text = text.replace(mark, f"\\u{ord(mark):04x}")
    return f"{text}\n"
