"""Six families of measures; the order here is the order of the columns."""

from __future__ import annotations

from scoring.extractors import hedging, language, promotion, sourcing, stance, stuffing
from scoring.extractors.measure import Column, Extractor, Measure
from scoring.extractors.sides import SideRow, list_sides

__all__ = [
    "CODEBOOK",
    "COLUMNS",
    "EXTRACTORS",
    "FAMILIES",
    "Column",
    "Extractor",
    "Measure",
    "SideRow",
    "list_sides",
]

EXTRACTORS: tuple[Extractor, ...] = (
    hedging.EXTRACTOR,
    sourcing.EXTRACTOR,
    promotion.EXTRACTOR,
    stuffing.EXTRACTOR,
    stance.EXTRACTOR,
    language.EXTRACTOR,
)
FAMILIES = tuple(extractor.name for extractor in EXTRACTORS)
CODEBOOK: dict[str, Column] = {
    column.name: column for extractor in EXTRACTORS for column in extractor.columns
}
COLUMNS = tuple(CODEBOOK)
