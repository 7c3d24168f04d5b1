"""Sentences as words by themselves and through their vectors; weights of both folded into one per word."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix, hstack

from scoring.model.spelling import Spelling
from scoring.model.vectors import Floats, Vectors

MIN_COUNT = 5


@dataclass(frozen=True, slots=True)
class Wording:
    """Sentences as a table, and what is needed to turn weights of its columns into weights of words."""

    table: csr_matrix
    single: Mapping[str, int]
    vectors: Vectors

    def fold(
        self, sets: Floats, *, kept: int | None = None, spelling: Spelling | None = None
    ) -> tuple[dict[str, list[float]], list[float]]:
        """Each word's weight in every set of weights, and the weight of a word that is not among them.

        Words that no fitting sentence holds get the weights of the words they keep company with, and of
        those they are spelt like. If but some are `kept`, then those that move sentences most.
        """
        width = self.vectors.table.shape[1]
        alone, along, spelt = np.split(sets, [len(self.single), len(self.single) + width], axis=1)
        rows = self.vectors.weight(self.vectors.index)
        weights = {word: along @ row for word, row in rows.items()}
        unknown = np.zeros(len(sets))
        if spelling is not None:
            unknown = spelt[:, -1] * spelling.describe_unknown()
            for word, shared in zip(rows, spelling.describe(list(rows)) @ spelt.T, strict=True):
                weights[word] = weights[word] + shared
        for word, i in self.single.items():
            weights[word] = weights.get(word, 0.0) + alone[:, i]
        shares = {word: self.vectors.shares[i] for word, i in self.vectors.index.items()}
        least = min(shares.values(), default=0.0)
        moves = {word: float(np.abs(w).max()) * shares.get(word, least) ** 0.5 for word, w in weights.items()}
        top = sorted(weights, key=lambda word: (-moves[word], word))[:kept]
        return {word: weights[word].tolist() for word in sorted(top)}, unknown.tolist()


def describe_all(counts: Sequence[Mapping[str, int]], sizes: Floats, vectors: Vectors) -> Wording:
    """Sentences, given as counts of words and the size that each sum is divided by, as a table."""
    total = Counter(word for words in counts for word in words)
    single = {word: i for i, word in enumerate(sorted(w for w, n in total.items() if n >= MIN_COUNT))}
    rows = vectors.weight(total)
    sums = np.array([vectors.add_up(words, rows) for words in counts]) / sizes[:, None]
    return Wording(hstack([_encode(counts, single, sizes), csr_matrix(sums)]).tocsr(), single, vectors)


def _encode(counts: Sequence[Mapping[str, int]], single: Mapping[str, int], sizes: Floats) -> csr_matrix:
    data, indices, pointers = [], [], [0]
    for words, size in zip(counts, sizes, strict=True):
        for word, n in words.items():
            if word in single:
                indices.append(single[word])
                data.append(n / size)
        pointers.append(len(indices))
    return csr_matrix((data, indices, pointers), shape=(len(counts), len(single)))


def forget_lone(*parts: Sequence[Sequence[str]]) -> list[list[int]]:
    """Listed words of each sentence, in parts, that other sentences have too.

    The list's authors had read the news: a word met only here may be on the list because of this sentence.

    Examples
    --------
    >>> forget_lone([["vile", "sham"], ["vile"]], [[]])
    [[1, 1], [0]]
    """
    total = Counter(phrase for part in parts for phrases in part for phrase in set(phrases))
    return [[sum(total[phrase] > 1 for phrase in phrases) for phrases in part] for part in parts]
