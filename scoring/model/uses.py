"""How much the uses of everyday words count, as matrices: what fits of their weights work on."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import block_diag, csr_matrix, vstack

from scoring.extractors.everyday import Everyday, measure_gain, measure_use


class Uses(NamedTuple):
    """How much the uses of words count in articles, and in their sentences handed to sources.

    Attributes
    ----------
    full, own : csr_matrix of shape (n_articles, n_words)
        All uses, and those outside of the sources' sentences.
    gain, cost : csr_matrix of shape (n_sentences, n_words)
        What a sentence's uses add to all the others of the article, and to those outside.
    holds : csr_matrix of shape (n_articles, n_sentences)
        1 where a sentence is an article's.
    """

    full: csr_matrix
    own: csr_matrix
    gain: csr_matrix
    cost: csr_matrix
    holds: csr_matrix

    def take(self, rows: NDArray[np.int64] | NDArray[np.bool_]) -> Uses:
        """The same for some of the articles."""
        return self._replace(full=self.full[rows], own=self.own[rows], holds=self.holds[rows])


def join_uses(parts: Sequence[Uses]) -> Uses:
    """The uses of several lists of articles as one."""
    full, own, gain, cost = (vstack([part[i] for part in parts]).tocsr() for i in range(4))
    return Uses(full, own, gain, cost, block_diag([part.holds for part in parts]).tocsr())


def encode(counts: Sequence[Everyday], vocabulary: Sequence[str]) -> Uses:
    """How much the uses of each word of the vocabulary count in each article."""
    full, own, gain, cost = (list[dict[str, float]]() for _ in range(4))
    homes = list[int]()
    for at, count in enumerate(counts):
        length, outside = count.length, count.own
        full.append({w: measure_use(n, length) for w, n in count.every.items()})
        own.append({w: measure_use(n, length) for w, n in outside.items()})
        for words in count.handed:
            gain.append({w: measure_gain(count.every[w], n, length) for w, n in words.items()})
            cost.append({w: measure_gain(outside[w] + n, n, length) for w, n in words.items()})
            homes.append(at)
    shape = (len(counts), len(homes))
    holds = csr_matrix((np.ones(len(homes)), (homes, range(len(homes)))), shape=shape)
    placed = [_place(part, vocabulary) for part in (full, own, gain, cost)]
    return Uses._make([*placed, holds])


def _place(rows: Sequence[Mapping[str, float]], vocabulary: Sequence[str]) -> csr_matrix:
    place = {word: i for i, word in enumerate(vocabulary)}
    values, columns, ends = list[float](), list[int](), [0]
    for row in rows:
        known = [(place[word], use) for word, use in row.items() if word in place]
        columns += [i for i, _ in known]
        values += [use for _, use in known]
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(rows), len(vocabulary)))
