"""Targets as a table: what stands around each, and the vectors of the words there."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack

from scoring.extractors.tone_context import Feature
from scoring.model.vectors import Vectors

Floats = NDArray[np.float64]
Weights = dict[str, dict[str, list[float]]]
MIN_GROUPS = 5
KEPT = 12000
"""Words kept of each template below, by weight times a power of their share of all words. Macro-F1 in folds
is .684 with 8,000, .687 with 12,000, .689 with 16,000; with powers of 0 and .5 instead of .25 it was .023 and
.007 lower."""
RARITY = 0.25
DIGITS = 3
COMPANY = {"before": 1.2, "after": 1.2, "clause": 1.2, "verb word": 3.0, "to target": 3.0}
"""Templates whose words bring their vectors, with the vectors' weight against the words themselves.

With more templates than now, macro-F1 in folds was .667 without vectors, .688 with .7 for the first three,
.691 with 1.2, .689 with 2; .679 without the first two. Sums divided by the root of the number of words, which
could not be folded into words, gave .691; vectors of the company of three words, .687.
"""


@dataclass(frozen=True, slots=True)
class ToneTable:
    """The columns of a fit: features that several groups have, then dimensions by template."""

    columns: Mapping[Feature, int]
    vectors: Vectors
    weighed: Mapping[str, Floats]

    def encode(self, described: Sequence[Sequence[Feature]]) -> csr_matrix:
        """One row a target."""
        return hstack([self._encode_features(described), *self._add_vectors(described)]).tocsr()

    def nest(self, bad: Floats, good: Floats) -> Weights:
        """Weights of columns as pairs by template and value; those of dimensions folded into words."""
        both = np.stack([bad, good], axis=1)
        directions = np.split(both[len(self.columns) :], len(COMPANY))
        pairs = {pair: both[i] for pair, i in self.columns.items() if pair[0] not in COMPANY}
        for template, direction in zip(COMPANY, directions, strict=True):
            pairs |= self._keep(template, self._fold(template, both, COMPANY[template] * direction))
        nested: Weights = defaultdict(dict)
        for (template, value), pair in sorted(pairs.items()):
            rounded = [round(float(weight), DIGITS) for weight in pair]
            if any(rounded):
                nested[template][value] = rounded
        return dict(nested)

    def _fold(self, template: str, both: Floats, direction: Floats) -> dict[str, Floats]:
        """Each word's pair: its own column's, where it has one, and its vector's."""
        folded = {word: row @ direction for word, row in self.weighed.items()}
        for (name, word), i in self.columns.items():
            if name == template:
                folded[word] = folded.get(word, 0.0) + both[i]
        return folded

    def _keep(self, template: str, folded: Mapping[str, Floats]) -> dict[Feature, Floats]:
        """The words that move most targets."""
        shares = self.vectors.shares
        least, index = float(shares.min()), self.vectors.index
        size = {word: shares[index[word]] if word in index else least for word in folded}
        moves = {word: float(np.abs(pair).max()) * size[word] ** RARITY for word, pair in folded.items()}
        top = sorted(moves, key=lambda word: (-moves[word], word))[:KEPT]
        return {(template, word): folded[word] for word in top}

    def _encode_features(self, described: Sequence[Sequence[Feature]]) -> csr_matrix:
        counts = [Counter(self.columns[f] for f in features if f in self.columns) for features in described]
        pointers = np.cumsum([0, *map(len, counts)])
        indices = [i for count in counts for i in count]
        values = [float(n) for count in counts for n in count.values()]
        return csr_matrix((values, indices, pointers), shape=(len(described), len(self.columns)))

    def _add_vectors(self, described: Sequence[Sequence[Feature]]) -> list[csr_matrix]:
        """The sum of a template's vectors, a block for each template."""
        blocks = {name: np.zeros((len(described), self.vectors.table.shape[1])) for name in COMPANY}
        for i, features in enumerate(described):
            for template, word in features:
                if template in blocks and word in self.weighed:
                    blocks[template][i] += COMPANY[template] * self.weighed[word]
        return [csr_matrix(block) for block in blocks.values()]


def make_table(described: Sequence[Sequence[Feature]], groups: Sequence[str], vectors: Vectors) -> ToneTable:
    """The columns that targets in groups give; no label is read."""
    seen: dict[Feature, set[str]] = defaultdict(set)
    for features, group in zip(described, groups, strict=True):
        for feature in features:
            seen[feature].add(group)
    kept = sorted(feature for feature, names in seen.items() if len(names) >= MIN_GROUPS)
    columns = {feature: i for i, feature in enumerate(kept)}
    return ToneTable(columns, vectors, vectors.weight(vectors.index))
