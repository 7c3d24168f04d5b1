"""Which sentences of one draft stand in another, and how many words the rest gained and lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher

from scoring.document import Document

MOST = 2000
"""Sentences up to which they are aligned; beyond, equal ones are paired in order, which is linear. Two
drafts of 2,000 sentences that share few in order took .3 s, and the time grows with the square."""


@dataclass(frozen=True, slots=True)
class Aligned:
    """Sentences of the old draft that stayed, by index, and the words added and removed elsewhere."""

    same: Mapping[int, int]
    added: int
    removed: int


def align_sentences(old: Document, new: Document) -> Aligned:
    """Compare two drafts sentence by sentence, by their folded words.

    Sentences that moved are the same; of the others, words are counted that only one draft has.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> align_sentences(parse(Article("a", "It rained. It stopped.")), parse(Article("a", "It stopped.")))
    Aligned(same={1: 0}, added=0, removed=2)
    """
    before, after = _sentences(old), _sentences(new)
    same = _pair_in_order(before, after) if max(len(before), len(after)) <= MOST else {}
    _pair_moved(before, after, same)
    kept = set(same.values())
    lost = Counter(word for i, words in enumerate(before) if i not in same for word in words)
    won = Counter(word for i, words in enumerate(after) if i not in kept for word in words)
    return Aligned(same, (won - lost).total(), (lost - won).total())


def _sentences(doc: Document) -> list[tuple[str, ...]]:
    ends = zip(doc.first_token, doc.first_token[1:], strict=False)
    return [tuple(doc.forms[first:last]) for first, last in ends]


def _pair_in_order(before: list[tuple[str, ...]], after: list[tuple[str, ...]]) -> dict[int, int]:
    matcher = SequenceMatcher(None, before, after)
    blocks = matcher.get_matching_blocks()
    return {block.a + i: block.b + i for block in blocks for i in range(block.size)}


def _pair_moved(before: list[tuple[str, ...]], after: list[tuple[str, ...]], same: dict[int, int]) -> None:
    """Pair equal sentences that stand elsewhere, in order."""
    taken = set(same.values())
    free: dict[tuple[str, ...], list[int]] = {}
    for i in range(len(after) - 1, -1, -1):
        if i not in taken:
            free.setdefault(after[i], []).append(i)
    for i, words in enumerate(before):
        if i not in same and free.get(words):
            same[i] = free[words].pop()
