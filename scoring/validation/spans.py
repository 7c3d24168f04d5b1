"""How found spans meet marked ones, by overlap and by character."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from scoring.article import Span

Counts = tuple[int, int, int, int]
"""Found and right, found, marked and reached, marked."""


def count_overlaps(found: Iterable[Span], marked: Iterable[Span]) -> Counts:
    """Counts of spans: one is right, and one is reached, where they share a character.

    Examples
    --------
    >>> count_overlaps([(0, 4), (10, 12)], [(3, 8)])
    (1, 2, 1, 1)
    """
    given, wanted = sorted(set(found)), sorted(set(marked))
    right = sum(any(a < y and x < b for x, y in wanted) for a, b in given)
    reached = sum(any(a < y and x < b for a, b in given) for x, y in wanted)
    return right, len(given), reached, len(wanted)


def count_characters(found: Iterable[Span], marked: Iterable[Span], *, text: str) -> Counts:
    """Counts of characters, white space left out, each once however many spans cover it.

    Examples
    --------
    >>> count_characters([(0, 4)], [(2, 6)], text="ab cd e")
    (1, 3, 1, 2)
    """
    solid = np.fromiter((not char.isspace() for char in text), dtype=bool, count=len(text))
    given, wanted = _cover(found, len(text)) & solid, _cover(marked, len(text)) & solid
    both = int((given & wanted).sum())
    return both, int(given.sum()), both, int(wanted.sum())


def _cover(spans: Iterable[Span], length: int) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    covered = np.zeros(length, dtype=bool)
    for start, end in spans:
        covered[start:end] = True
    return covered
