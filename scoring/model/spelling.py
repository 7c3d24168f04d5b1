"""Words by their letters and their rareness, which words that few sentences hold share with others.

Rare words ("kowtow", "slapdash") charge a sentence more than common ones do. A fit learns a weight for
each run of letters and one for rareness; both are folded into the one weight that each word has, and the
weight of rareness is all that is said of a word never read before.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, diags

from scoring.model.vectors import Floats, Vectors
from scoring.taggers import NAME, NUMBER

MIN_COUNT = 5
RUNS = (3, 4)
"""Letters in a run, with a mark at either edge of the word. In folds by outlet and at random, macro-F1 is
.758 and .764 without runs, .761 and .772 with these, .760 and .773 with 5 letters too."""
SPELT = 0.125
"""What a run weighs, times the logarithm of its rareness in sentences."""
RARE = 1.6e-5
"""Words of a smaller share of all words are rare: 80 times in five million. AUC of loaded sentences in folds
by outlet is .824 without rareness, .834 with 80 times, .833 with 20 and with 300, .831 with 1,000."""
_COMMON = 0.3
"""Runs in such a share of the sentences tell nothing."""


@dataclass(frozen=True, slots=True)
class Spelling:
    """What each run of letters weighs, and the known words."""

    runs: Mapping[str, float]
    vectors: Vectors

    def describe(self, words: Sequence[str]) -> csr_matrix:
        """A row for each known word: its runs of letters, then its rareness."""
        columns = {run: i for i, run in enumerate(self.runs)}
        shares = (float(self.vectors.shares[self.vectors.index[word]]) for word in words)
        rows = [
            {columns[run]: self.runs[run] for run in list_runs(word) if run in columns}
            | {len(columns): measure_rareness(word, share)}
            for word, share in zip(words, shares, strict=True)
        ]
        return _stack(rows, len(columns) + 1)

    def describe_unknown(self) -> float:
        """The rareness of a word that is not known: half as frequent as the rarest known one."""
        return math.log(2 * RARE / float(self.vectors.shares.min(initial=RARE)))

    def add_up(
        self, counts: Sequence[Mapping[str, int]], sizes: Floats, unknown: Sequence[int]
    ) -> csr_matrix:
        """A row for each sentence, of which `unknown` words are not known; `sizes` divides its sums."""
        index = self.vectors.index
        held = [{index[word]: float(n) for word, n in words.items() if word in index} for words in counts]
        sums = _stack(held, len(index)) @ self.describe(list(index))
        last = np.array(unknown)[:, None] * self.describe_unknown()
        strange = csr_matrix(
            (last.ravel(), np.full(len(last), len(self.runs)), range(len(last) + 1)), sums.shape
        )
        return (diags(1 / sizes) @ (sums + strange)).tocsr()


def learn_spelling(counts: Sequence[Mapping[str, int]], vectors: Vectors) -> Spelling:
    """The runs of letters that five sentences or more hold in known words, and most do not."""
    spelt = {word: list_runs(word) for words in counts for word in words if word in vectors.index}
    total = Counter(run for words in counts for run in {r for word in words for r in spelt.get(word, ())})
    some = {run: n for run, n in total.items() if MIN_COUNT <= n < _COMMON * len(counts)}
    return Spelling({run: SPELT * math.log(len(counts) / some[run]) for run in sorted(some)}, vectors)


def list_runs(word: str) -> frozenset[str]:
    """The runs of letters in a word; placeholders have none.

    Examples
    --------
    >>> sorted(list_runs("vile"))
    ['^vi', '^vil', 'ile', 'ile$', 'le$', 'vil', 'vile']
    """
    if word in (NAME, NUMBER):
        return frozenset()
    edged = f"^{word}$"
    return frozenset(edged[i : i + size] for size in RUNS for i in range(len(edged) - size + 1))


def measure_rareness(word: str, share: float) -> float:
    """How rare a word of this share of all words is, from 0; short forms and possessives are not.

    Examples
    --------
    >>> [round(measure_rareness(word, 1e-6), 2) for word in ("kowtow", "senate's")]
    [2.77, 0.0]
    >>> measure_rareness("the", 0.05)
    0.0
    """
    return 0.0 if "'" in word or word in (NAME, NUMBER) else max(0.0, math.log(RARE / share))


def _stack(rows: Iterable[Mapping[int, float]], width: int) -> csr_matrix:
    data, indices, pointers = list[float](), list[int](), [0]
    for row in rows:
        data += row.values()
        indices += row.keys()
        pointers.append(len(indices))
    return csr_matrix((data, indices, pointers), shape=(len(pointers) - 1, width))
