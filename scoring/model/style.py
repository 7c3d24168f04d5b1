"""Whether a score goes by an outlet's house style, which would not hold at other outlets."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from scoring.extractors import CODEBOOK
from scoring.model.examples import Examples
from scoring.model.signs import HOUSE_STYLE
from scoring.model.target import Target

LARGEST = 3
"""Measures that a score is said to lean on: those that move it most points in the mean."""


def find_style(data: Examples, target: Target) -> list[str]:
    """Columns of house style among the measures that move a score most on these articles."""
    points = np.abs(target.explain(data.table, data.words)).mean(axis=0)
    largest = np.argsort(-points, kind="stable")[:LARGEST]
    return [data.columns[i] for i in largest if points[i] > 0 and data.columns[i] in HOUSE_STYLE]


def say_style(columns: Collection[str]) -> str:
    """What to be warned of, to follow the name of a score; empty for no column.

    Examples
    --------
    >>> say_style(["language_title_word_count"])
    'leans on house style (words in the title), which tells outlets apart; check it on other outlets.'
    """
    named = ", ".join(CODEBOOK[column].label for column in HOUSE_STYLE if column in columns)
    said = f"leans on house style ({named}), which tells outlets apart; check it on other outlets."
    return said if named else ""
