"""How long sentences and paragraphs are, and how much sentences differ in length."""

from __future__ import annotations

import math
from bisect import bisect_right
from collections.abc import Sequence
from statistics import fmean, pstdev

from scoring.document import Document
from scoring.document.alike import even_out
from scoring.extractors.measure import name_tokens, share

LONG_SENTENCE = 35
"""Words from which a sentence is long: one in seven sentences of 1,000 news articles is as long."""
LEAST_SENTENCES = 5
"""Fewer sentences than this say nothing about spread."""
_NAME = "Xxxxxx"
"""Stands for a word of a name. With the names' own letters, other people's names moved quality by up to 3.3
points."""


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


def join_prose(doc: Document) -> str:
    """Counted sentences on one line each, closed by a full stop where they end with none.

    Every word of a name is the same word of six letters, and words that tell a gender or a party are those
    of one: a text is no harder to read for who is in it.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> join_prose(parse(Article("a", "We met Ana Ruiz.")))
    'We met Xxxxxx Xxxxxx.'
    """
    names = name_tokens(doc)
    lines = []
    for i, counted in enumerate(doc.counted):
        if counted:
            line = " ".join(_mask_names(doc, i, names).split())
            lines.append(line if line[-1] in '.!?"”’)' else line + ".")
    return " ".join(lines)


def _mask_names(doc: Document, sentence: int, names: frozenset[int]) -> str:
    at, end = doc.sentences[sentence]
    parts = []
    for token in range(doc.first_token[sentence], doc.first_token[sentence + 1]):
        form = doc.forms[token]
        word = _NAME if token in names else even_out(form)
        if word != form:
            parts += [doc.text[at : doc.starts[token]], word]
            at = doc.ends[token]
    return "".join([*parts, doc.text[at:end]])
