"""How long sentences and paragraphs are, and how much sentences differ in length."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from statistics import fmean, pstdev

from scoring.document import Document
from scoring.extractors.measure import share

LONG_SENTENCE = 35
"""Words from which a sentence is long: one in seven sentences of 1,000 news articles is as long."""
LEAST_SENTENCES = 5
"""Fewer sentences than this say nothing about spread."""


def list_lengths(doc: Document) -> list[int]:
    """Words of each counted sentence that is no heading.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> list_lengths(parse(Article("a", "It rained. The ferry left late.")))
    [2, 4]
    """
    return [
        doc.first_token[i + 1] - doc.first_token[i]
        for i, counts in enumerate(doc.counted)
        if counts and i not in doc.headings
    ]


def measure_spread(lengths: Sequence[int]) -> float:
    """Standard deviation of sentence lengths by their mean; NaN for fewer than five sentences.

    Examples
    --------
    >>> measure_spread([4, 4, 4, 4, 4]), measure_spread([1, 2])
    (0.0, nan)
    """
    return pstdev(lengths) / fmean(lengths) if len(lengths) >= LEAST_SENTENCES else math.nan


def share_of_long(lengths: Sequence[int]) -> float:
    """Share of sentences of 35 words or more; NaN without sentences."""
    return share(sum(length >= LONG_SENTENCE for length in lengths), len(lengths))


def measure_paragraphs(doc: Document) -> float:
    """Mean words of the paragraphs that hold counted prose.

    NaN for a text of a single one: its layout was lost, and the number would be its length.
    """
    starts = [start for start, _ in doc.paragraphs]
    words: dict[int, int] = {}
    for i, (start, _) in enumerate(doc.sentences):
        if doc.counted[i] and i not in doc.headings:
            paragraph = bisect_right(starts, start)
            words[paragraph] = words.get(paragraph, 0) + doc.first_token[i + 1] - doc.first_token[i]
    return fmean(words.values()) if len(words) > 1 else math.nan
