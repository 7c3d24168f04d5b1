"""Which everyday words may have a weight: those that many articles use and few lean on."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from scoring.document.words import PARTIES
from scoring.extractors.background import kind_of, load_background

COMMON = 0.02
"""Share of the reference articles that must hold a word."""
EVEN = 0.15
"""How much more often a word may come twice in an article that has it than chance gives: words of a
subject do ("voters", "police"), words of a manner do not. With .20 and .25 the mean AUC is .001 and .002
higher, and words like "border" and "racist" join."""

_FURNITURE = frozenset("article below contributed daily email online posted viewed watch".split())
"""What outlets put around a story; it would give them away."""


def find_vocabulary(counts: Sequence[Counter[str]]) -> list[str]:
    """Words that many articles use and few lean on, names aside.

    Examples
    --------
    >>> find_vocabulary([Counter(so=1, flood=4), Counter(so=1, flood=3), Counter(so=1, rain=1)])
    ['rain', 'so']
    """
    held = Counter(word for count in counts for word in count)
    again = Counter(word for count in counts for word, n in count.items() if n > 1)
    return sorted(
        word
        for word, n in held.items()
        if n >= COMMON * len(counts)
        and not _is_barred(word)
        and again[word] / n - _twice_by_chance(n / len(counts)) < EVEN
    )


def _is_barred(word: str) -> bool:
    """Single letters, site furniture, parties, and words that news writes with a capital (background)."""
    bare = word.removesuffix("s")
    common = kind_of(word) == "function" or word in load_background().words
    return len(word) < 2 or not common or bool({word, bare} & (PARTIES | _FURNITURE))


def _twice_by_chance(share: float) -> float:
    """P(a word comes twice, if it comes) for one that comes in such a share of articles by pure chance."""
    mean = -np.log(1 - min(share, 0.999))
    return float(1 - mean * np.exp(-mean) / (1 - np.exp(-mean)))
