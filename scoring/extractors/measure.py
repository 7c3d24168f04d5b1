"""What an extractor is and gives: values, and the evidence behind each of them."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from scoring.article import Evidence, Span
from scoring.document import Document

UNITS = {
    "rate": ("per 100 words", 0.0, math.inf),
    "share": ("share, 0 to 1", 0.0, 1.0),
    "count": ("count", 0.0, math.inf),
    "grade": ("grade", -math.inf, math.inf),
    "balance": ("balance, -1 to 1", -1.0, 1.0),
    "words": ("words", 0.0, math.inf),
    "ratio": ("ratio", 0.0, math.inf),
}
"""Suffix of a column to its unit and the range that a law of the tests checks."""


@dataclass(frozen=True, slots=True)
class Column:
    """One measure as the codebook shows it; unit and range follow from the name's suffix.

    `kinds` are the evidence kinds that a reader can check it against. `more` and `fewer` finish
    the sentence of a reason ("uses more loaded words", ...). A column that is not `scored` is shown
    and compared, but enters no score.
    """

    name: str
    label: str
    meaning: str
    source: str
    flaws: str
    kinds: tuple[str, ...]
    more: str
    fewer: str
    scored: bool = True

    @property
    def suffix(self) -> str:
        """The last part of the name, a key of `UNITS`."""
        return self.name.rsplit("_", 1)[1]

    @property
    def unit(self) -> str:
        """The unit in words."""
        return UNITS[self.suffix][0]


@dataclass(frozen=True, slots=True)
class Measure:
    """Values by column (NaN where undefined, never 0) and the spans they were counted from."""

    values: Mapping[str, float]
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Extractor:
    """One family: its columns in order, the headline among them, and the function that measures."""

    name: str
    columns: tuple[Column, ...]
    headline: str
    measure: Callable[..., Measure]


def rate(evidence: Iterable[Evidence], doc: Document) -> float:
    """Evidence per 100 counted words; NaN without words.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> rate([], parse(Article("a", "It rained."))), rate([], parse(Article("a", "")))
    (0.0, nan)
    """
    return per_hundred(sum(1 for _ in evidence), doc)


def per_hundred(count: int, doc: Document) -> float:
    """A count per 100 counted words; NaN without words."""
    return 100.0 * count / doc.n_words if doc.n_words else math.nan


def share(part: float, whole: float) -> float:
    """Part of a whole in [0, 1]; NaN where the whole is nothing."""
    return min(1.0, part / whole) if whole else math.nan


def words_of(evidence: Iterable[Evidence], doc: Document) -> int:
    """How many words lie in the evidence, counted or not."""
    return sum(len(tokens_in(doc, (item.start, item.end))) for item in evidence)


def tokens_in(doc: Document, span: Span) -> range:
    """Indices of the words that lie in a span, counted or not.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> tokens_in(parse(Article("a", "It rained. It stopped.")), (0, 10))
    range(0, 2)
    """
    return range(doc.token_at(span[0]), bisect_left(doc.starts, span[1]))


def name_tokens(doc: Document) -> frozenset[int]:
    """Indices of the words that are part of a name, found once per document."""
    return doc.once("tokens of names", _collect_name_tokens)


def _collect_name_tokens(doc: Document) -> frozenset[int]:
    return frozenset(i for name in doc.names for i in range(name.first, name.last))
