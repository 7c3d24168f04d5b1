"""Labelled sentences as words, counts by list and marks, for the models that judge whole sentences."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Container, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from scoring.article import Article
from scoring.document import parse
from scoring.lexicon import find_candidates
from scoring.model.vectors import Floats
from scoring.taggers import masked_forms
from scoring.taggers.sentences import LISTS, MARKS, list_marks
from scoring.taggers.words import find_quoted, is_small

DOUBTED = 0.3
"""Weight of a news sentence called biased in which nobody marked a biased word, or the reverse: one in ten.
With 1 and a penalty of .5, AUC in folds by outlet is .821, with .5 .824, with .3 .824 (in the mean of single
outlets .727, .730, .731; by topic .822, .825, .825), in the encyclopedia .798, .797 and .797. For these
figures each fold's odds lose their mean over all sentences: it moves with the outlet that is left out."""


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences as words, counts by list and marks, with labels, outlets, trust and listed loaded words.

    Quoted words are left out, as in `scoring.taggers.sentences`.
    """

    words: Sequence[Mapping[str, int]]
    dense: Floats
    sizes: Floats
    labels: NDArray[np.bool_]
    outlets: Sequence[str]
    trust: Floats
    loaded: Sequence[Sequence[str]]
    small: Sequence[Mapping[str, int]]
    """The words that are no names: those written small."""


def collect_sentences(
    rows: Sequence[Mapping[str, Any]], truth: Callable[[Mapping[str, Any]], bool]
) -> Sentences:
    """Describe labelled sentences, each a record's whole text."""
    words, dense, sizes, loaded, small = [], [], [], [], []
    for row in rows:
        doc = parse(Article(str(row["id"]), row["text"]))
        size, quoted = max(1, len(doc.forms)), find_quoted(doc)
        found = {
            name: [item for item in find_candidates(doc)[name] if item.first not in quoted] for name in LISTS
        }
        counts = [len(found[name]) / math.sqrt(size) for name in LISTS]
        marks = list_marks(doc) or [(0.0,) * len(MARKS)]
        dense.append(counts + [max(column) for column in zip(*marks, strict=True)])
        own = [(i, word) for i, word in enumerate(masked_forms(doc)) if i not in quoted]
        words.append(Counter(word for _, word in own))
        small.append(Counter(word for i, word in own if is_small(doc, i)))
        sizes.append(math.sqrt(size))
        loaded.append([" ".join(doc.forms[item.first : item.last]) for item in found["loaded"]])
    labels, outlets = np.array([truth(row) for row in rows]), [str(row.get("outlet")) for row in rows]
    trust = np.array([_trust(row, label) for row, label in zip(rows, labels.tolist(), strict=True)])
    return Sentences(words, np.array(dense), np.array(sizes), labels, outlets, trust, loaded, small)


def _trust(row: Mapping[str, Any], label: bool) -> float:
    """`DOUBTED` where the words that annotators marked, if they were asked, speak against the label."""
    marked = row.get("biased_words")
    return 1.0 if marked is None or bool(marked) == label else DOUBTED


def take(data: Sentences, rows: NDArray[np.int64]) -> Sentences:
    """Some of the sentences."""
    words, outlets = [data.words[i] for i in rows], [data.outlets[i] for i in rows]
    loaded, small = [data.loaded[i] for i in rows], [data.small[i] for i in rows]
    dense, sizes, trust = (part[rows] for part in (data.dense, data.sizes, data.trust))
    return Sentences(words, dense, sizes, data.labels[rows], outlets, trust, loaded, small)


def count_unknown(data: Sentences, known: Container[str]) -> list[int]:
    """How many words of each sentence, no names among them, are not among the known ones."""
    return [sum(n for word, n in small.items() if word not in known) for small in data.small]
