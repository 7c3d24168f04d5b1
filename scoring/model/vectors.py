"""What company words keep: vectors of words from unlabelled text, used while fitting and then thrown away.

A fit learns a weight for each dimension; the weight of a word is then its vector times these, and only
that number is kept. So words that no annotator marked share the weight of the words they resemble.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import coo_matrix, csr_matrix
from scipy.sparse.linalg import svds

from scoring.article import Article
from scoring.document import parse
from scoring.model.corpora import has_rows, read_rows
from scoring.taggers import masked_forms

Floats = NDArray[np.float64]
SOURCES = (
    *(f"article/{name}" for name in ("bias_semeval2019", "quality_horne2017", "orientation_webis2016")),
    *(f"article/{name}" for name in ("kind_fakehealth", "events_allsides")),
    *(f"feature/{name}_train" for name in ("attribution_polnear", "loaded_babe", "biased_wikinpov")),
    *(f"feature/{name}_train" for name in ("tone_newsmtsc", "promotional_puffery", "hedge_sfu")),
)
"""Corpora whose text is read, without any label; no part that is kept for reporting."""
MIN_COUNT = 5
REACH = 15
"""Words looked at on either side, near and far alike: who writes so, not only what stands in its place. AUC
of loaded sentences in other outlets is .783 with the 4 nearest, weighed by distance, and .789 with 15."""
SIZE = 120
"""Dimensions; with 60 and 400, AUC of loaded sentences in other outlets is .000 and .003 lower."""
_SPREAD = 0.75
"""Power of the singular values; with .5, AUC is .001 lower, with 0, .006 (400 dimensions)."""
_SMOOTHING = 0.75
_RARE = 1e-3
"""A word of this share of all words counts half as much as a rare one in the sum of a sentence."""


@dataclass(frozen=True, slots=True)
class Vectors:
    """Unit vectors of words, one a row, and the share of all words that each makes up."""

    index: dict[str, int]
    table: Floats
    shares: Floats

    def of(self, words: Sequence[str]) -> Floats:
        """Mean vector of the known words; zeros if none is known."""
        known = [self.index[word] for word in words if word in self.index]
        return self.table[known].mean(axis=0) if known else np.zeros(self.table.shape[1])

    def list_shares(self) -> dict[str, float]:
        """The share of each word."""
        return dict(zip(self.index, self.shares.tolist(), strict=True))

    def weight(self, words: Iterable[str]) -> dict[str, Floats]:
        """Each known word's vector, the smaller the commoner the word is."""
        rows = {word: self.index[word] for word in words if word in self.index}
        return {word: self.table[i] * _RARE / (_RARE + self.shares[i]) for word, i in rows.items()}

    def add_up(self, words: Mapping[str, int], rows: Mapping[str, Floats]) -> Floats:
        """The sum of the vectors in `rows`, each as often as its word is counted."""
        known = (n * rows[word] for word, n in words.items() if word in rows)
        return sum(known, np.zeros(self.table.shape[1]))


@lru_cache(maxsize=1)
def read_vectors(folder: Path, sources: tuple[str, ...] = SOURCES) -> Vectors:
    """Vectors from the corpora of a folder; the last ones made are kept, as several fits ask for them."""
    return fit_vectors([words for name in sources for words in _read_sentences(folder, name)])


def find_vectors(folder: Path) -> Vectors:
    """Vectors from those corpora that the folder holds."""
    return read_vectors(folder, tuple(name for name in SOURCES if has_rows(folder, name)))


def _read_sentences(folder: Path, name: str) -> Iterable[list[str]]:
    for row in read_rows(folder, name):
        doc = parse(Article(str(row["id"]), row["text"]))
        words = masked_forms(doc)
        for i, counts in enumerate(doc.counted):
            if counts:
                yield list(words[doc.first_token[i] : doc.first_token[i + 1]])


def fit_vectors(
    sentences: Sequence[Sequence[str]], *, size: int = SIZE, min_count: int = MIN_COUNT
) -> Vectors:
    """Singular vectors of the positive pointwise mutual information of words near each other."""
    counts = Counter(word for words in sentences for word in words)
    vocabulary = sorted(word for word, n in counts.items() if n >= min_count)
    index = {word: i for i, word in enumerate(vocabulary)}
    near = _count_near([[index.get(word, -1) for word in words] for words in sentences], len(index))
    start = np.ones(len(index))
    left, strength, _ = svds(_weigh(near), k=min(size, len(index) - 1), v0=start)
    table = left * strength**_SPREAD
    table *= np.sign(table.sum(axis=0)) + (table.sum(axis=0) == 0)
    norms = np.linalg.norm(table, axis=1, keepdims=True)
    shares = np.array([counts[word] for word in vocabulary]) / sum(counts.values())
    return Vectors(index, table / np.maximum(norms, 1e-9), shares)


def _count_near(sentences: Sequence[Sequence[int]], size: int) -> csr_matrix:
    """How often two words stand near each other in a sentence."""
    gap = [-1] * REACH
    line = np.array([at for ids in sentences for at in (*ids, *gap)], dtype=np.int64)
    total = csr_matrix((size, size))
    for step in range(1, REACH + 1):
        left, right = line[:-step], line[step:]
        both = (left >= 0) & (right >= 0)
        pairs = (left[both], right[both])
        total = total + coo_matrix((np.ones(len(pairs[0])), pairs), (size, size)).tocsr()
    return total + total.T


def _weigh(near: csr_matrix) -> csr_matrix:
    table = near.tocoo()
    total = table.data.sum()
    left = np.asarray(near.sum(axis=1)).ravel()
    right = np.asarray(near.sum(axis=0)).ravel() ** _SMOOTHING
    right *= total / right.sum()
    information = np.log(table.data * total / (left[table.row] * right[table.col]))
    kept = information > 0
    return coo_matrix((information[kept], (table.row[kept], table.col[kept])), table.shape).tocsr()
