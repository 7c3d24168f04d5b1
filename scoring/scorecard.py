"""One article's scores, measures, reasons and evidence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from scoring.article import Evidence

SCHEMA = 1
"""Number of the JSON shape, raised with every change that a reader could notice."""


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Everything said about one article; see `to_json` for the shape on disk.

    Attributes
    ----------
    scores : dict
        ``{"quality": {"value", "low", "high"}, "bias": {...}}`` in [0, 100], or None per score
        when withheld.
    families : dict
        ``{"hedging": {"percentile": 0-100 or NaN, "headline": column, "features": {...}}, ...}``.
    contributions : dict
        Per score, column to points; they sum to the value minus that of the reference article.
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
