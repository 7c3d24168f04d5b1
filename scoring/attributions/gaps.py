"""What stands between two words: marks that part them."""

from __future__ import annotations

import re

from scoring.cleaning import INVISIBLE
from scoring.document import Document

_SPACE = re.compile(r"\s+")


def is_boundary(doc: Document, token: int) -> bool:
    """Whether a mark parts a word from the word before it."""
    gap = gap_before(doc, token)
    return gap != " " and (any(mark in gap for mark in ',;:—–“”"()[]') or " -" in gap)


def gap_before(doc: Document, token: int) -> str:
    """What a reader sees between a word and the word before it; a line's end is a space."""
    gap = doc.text[doc.ends[token - 1] : doc.starts[token]] if token else ""
    return gap if gap == " " else _SPACE.sub(" ", INVISIBLE.sub("", gap))
