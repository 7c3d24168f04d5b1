"""An analysis as a panel in a notebook."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from scoring import notebook
from scoring.article import FAMILY_OF
from scoring.extractors import CODEBOOK, EXTRACTORS, Extractor

if TYPE_CHECKING:
    from scoring.features import Analysis


def show_analysis(analysis: Analysis) -> str:
    """The panel: each family's headline, what evidence there is, and all measures folded."""
    words = analysis.features.get("language_word_count", math.nan)
    flags = f" · flags: {', '.join(analysis.flags)}" if analysis.flags else ""
    parts = [
        notebook.block("title", f"{notebook.whole(words)} words measured"),
        notebook.small(notebook.plain(f"{len(analysis.evidence):,} pieces of evidence{flags}")),
        *(notebook.small(notebook.plain(note)) for note in analysis.notes),
        notebook.block("head", "Families"),
        *(_family(extractor, analysis) for extractor in EXTRACTORS),
        notebook.fold(
            "All measures", ((column.label, _figure(name, analysis)) for name, column in CODEBOOK.items())
        ),
    ]
    return notebook.panel(*parts)


def _family(extractor: Extractor, analysis: Analysis) -> str:
    entry = CODEBOOK[extractor.headline]
    kinds = sorted(e.kind for e in analysis.evidence if FAMILY_OF[e.kind] == extractor.name)
    said = f"{entry.label} {_figure(entry.name, analysis)}"
    shown = f"{said}; evidence: {notebook.tally(kinds)}" if kinds else said
    return notebook.block("row plain", notebook.key(extractor.name), f"<span>{notebook.plain(shown)}</span>")


def _figure(column: str, analysis: Analysis) -> str:
    entry = CODEBOOK[column]
    return notebook.figure(analysis.features.get(column, math.nan), suffix=entry.suffix, unit=entry.unit)
