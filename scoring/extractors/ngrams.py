"""Shares of a text that an earlier part of it foretells: repeated runs of words, and packing."""

from __future__ import annotations

import math
import zlib

from scoring.document import Document
from scoring.extractors.background import load_background
from scoring.extractors.measure import share
from scoring.extractors.phrases import standing_words

RUN_WORDS = 5
"""Shorter runs recur in any English text ("at the end of")."""
MIN_BYTES = 400
"""Below, the packer's own header outweighs what it finds."""


def measure_runs(doc: Document) -> float:
    """Share of counted words in runs of five or more that came before, in [0, 1]; NaN below five words.

    Whole sentences that repeat are not counted prose, so they are left to the repeated passages.
    """
    standing = standing_words(doc)
    forms = [form for form, good in zip(doc.forms, standing, strict=True) if good]
    if len(forms) < RUN_WORDS:
        return math.nan
    seen: set[tuple[str, ...]] = set()
    covered = end = 0
    for at in range(len(forms) - RUN_WORDS + 1):
        run = tuple(forms[at : at + RUN_WORDS])
        if run in seen:
            covered += at + RUN_WORDS - max(at, end)
            end = at + RUN_WORDS
        seen.add(run)
    return share(covered, len(forms))


def measure_packing(doc: Document) -> float:
    """How much smaller the text packs than news of its length, in [0, 1]; NaN for short texts.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> measure_packing(parse(Article("a", "It rained.")))
    nan
    """
    plain = read_plain(doc)
    if len(plain) < MIN_BYTES:
        return math.nan
    return max(0.0, 1.0 - len(zlib.compress(plain, 1)) / load_background().packed_bytes(len(plain)))


def read_plain(doc: Document) -> bytes:
    """Folded words of all prose, repeated sentences among them, with single spaces."""
    kept = [counted or i in doc.repeated for i, counted in enumerate(doc.counted)]
    words = (form for form, i in zip(doc.forms, doc.sentence_of, strict=True) if kept[i])
    return " ".join(words).encode("utf-8", "replace")
