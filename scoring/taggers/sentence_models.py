"""Fitted models of charged and of promotional sentences, and one table of the words of them all."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import Any, NamedTuple

from scoring.taggers.reading import read_if_shipped

FORMAT = 1
KINDS = ("loaded_sentence", "promotional_sentence")
"""Of sentences that models are shipped for."""
UNREAD = math.nan
"""Stands for the weight of a word that a model has never read, until it is known whether that is a name."""


@dataclass(frozen=True, slots=True, eq=False)
class Style:
    """Fitted weights of words that tell news from an encyclopedia."""

    intercept: float
    words: Mapping[str, float]


@dataclass(frozen=True, slots=True, eq=False)
class SentenceModel:
    """Fitted weights of words, of lists, and of marks and length."""

    kind: str
    intercept: float
    threshold: float
    words: Mapping[str, float]
    lists: Mapping[str, float]
    marks: Mapping[str, float]
    elsewhere: SentenceModel | None = None
    """The same for an encyclopedia, if that is another matter."""
    style: Style | None = None
    """What tells news from an encyclopedia."""
    unknown: float = 0.0
    """Weight of any other word that is no name: a rare word charges a sentence."""


Row = tuple[float, ...]
"""The weights of a word, one in each set of weights."""


class WordTable(NamedTuple):
    """Words with their weights in every set of them, and those of any other word.

    A word is looked up once for all sets: in memory the words lie far apart, and fetching them is what
    weighing them costs.
    """

    columns: Mapping[SentenceModel | Style, int]
    rows: Mapping[str, Row]
    other: Row


@lru_cache(maxsize=2)
def join_words(*models: SentenceModel) -> WordTable:
    """The words of models, of what they hold for an encyclopedia, and of their styles, as one table."""
    parts = [part for each in models for part in (each, each.elsewhere, each.style) if part is not None]
    other = tuple(UNREAD if isinstance(part, SentenceModel) and part.unknown else 0.0 for part in parts)
    columns = [(part.words, absent) for part, absent in zip(parts, other, strict=True)]
    words = dict.fromkeys(word for part in parts for word in part.words)
    rows = {word: tuple(known.get(word, absent) for known, absent in columns) for word in words}
    return WordTable({part: at for at, part in enumerate(parts)}, rows, other)


@lru_cache(maxsize=8)
def load_sentence_model(kind: str) -> SentenceModel | None:
    """The shipped model of a kind of sentence, or None.

    Raises
    ------
    ModelError
        If the file is damaged or of another format.
    """
    return read_if_shipped(kind, partial(_make_model, kind), expected=FORMAT)


def _make_model(kind: str, data: dict[str, Any]) -> SentenceModel:
    words, lists, marks = (
        {key: float(w) for key, w in data["weights"][part].items()} for part in ("words", "lists", "marks")
    )
    shown = float(data.get("threshold", 0.0))
    elsewhere = _make_model(kind, data["elsewhere"]) if "elsewhere" in data else None
    style = _make_style(data["style"]) if "style" in data else None
    start, unknown = float(data["intercept"]), float(data.get("unknown", 0.0))
    return SentenceModel(kind, start, shown, words, lists, marks, elsewhere, style, unknown)


def _make_style(data: dict[str, Any]) -> Style:
    return Style(float(data["intercept"]), {word: float(w) for word, w in data["weights"]["words"].items()})
