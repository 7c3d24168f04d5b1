"""Fits the tagger of loaded words, from every full word, whether or not the word list has it.

Beside the context, a word brings its vector (`scoring.model.vectors`); the fit turns the vector into
one number, the word's prior. The tagger judges the word list's words only: in folds, words that a fit
proposed beyond the list were marked in 28 of 100 cases, and in news they were "sorting" and "pillow".
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from zlib import crc32

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from scoring.article import Article
from scoring.document import Document, parse
from scoring.lexicon import Candidate, find_candidates, load_lexicon
from scoring.model.calibrating import calibrate, measure_calibration
from scoring.model.corpora import Marked, read_rows
from scoring.model.tagging import (
    FOLDS,
    Candidates,
    Floats,
    encode_features,
    find_frequent,
    nest_weights,
)
from scoring.model.vectors import Vectors
from scoring.taggers import FORMAT, NAME, NUMBER, PRIOR, Pair, describe, masked_forms

KIND = "loaded"
UNLISTED = "unlisted"
NEUTRAL = 0.5
"""Weight of a word of a neutral sentence."""
PENALTY = 0.3
_SCALE = 0.5
"""Features against vectors: with 1, characters' F1 in folds is .004 lower."""
_VECTOR = 2.0
THRESHOLD = 0.39
"""F1 of characters in folds is .512 at .3, .497 at .39 and .493 at .4, precision .523, .578 and .584. Experts
agree on half of these words, so that a word that two in five would mark is worth showing."""


@dataclass(frozen=True, slots=True)
class Words:
    """Every candidate of a corpus with its vector and its length in characters."""

    data: Candidates
    vectors: Floats
    sizes: NDArray[np.int64]
    listed: NDArray[np.bool_]
    marked: int


def list_words(doc: Document) -> list[Candidate]:
    """The word list's candidates and all other full words, names and numbers left out."""
    listed = find_candidates(doc)[KIND]
    taken = {i for item in listed for i in range(item.first, item.last)}
    small = load_lexicon().lists["function_word"].terms
    others = [
        Candidate(i, i + 1, UNLISTED)
        for i, word in enumerate(masked_forms(doc))
        if i not in taken and len(word) > 2 and word not in (NAME, NUMBER) and word not in small
    ]
    return sorted([*listed, *others], key=lambda item: item.first)


def collect_words(corpus: Sequence[Marked], vectors: Vectors) -> Words:
    """Describe every full word of a corpus."""
    described, labels, groups, phrases, rows, sizes, listed = [], [], [], [], [], [], []
    for item in corpus:
        doc = parse(item.article)
        candidates = list_words(doc)
        for candidate, pairs in zip(candidates, _describe(doc, candidates), strict=True):
            start, end = doc.starts[candidate.first], doc.ends[candidate.last - 1]
            words = doc.forms[candidate.first : candidate.last]
            described.append(pairs)
            labels.append(any(a < end and start < b for a, b in item.spans))
            groups.append(item.group)
            phrases.append(" ".join(words))
            rows.append(vectors.of(words))
            sizes.append(end - start)
            listed.append(candidate.note != UNLISTED)
    marked = sum(b - a for item in corpus for a, b in item.spans)
    data = Candidates(described, np.array(labels), groups, phrases, marked, 0)
    return Words(data, np.array(rows), np.array(sizes), np.array(listed), marked)


def _describe(doc: Document, candidates: Sequence[Candidate]) -> list[list[Pair]]:
    """The contexts, as if the word list lacked half of its entries.

    The list was written by people who had read this corpus, so here it knows more than it will elsewhere.
    """
    seen = [
        item._replace(note=UNLISTED) if is_hidden(" ".join(doc.forms[item.first : item.last])) else item
        for item in candidates
    ]
    return [[pair for pair in pairs if pair[0] != PRIOR] for pairs in describe(doc, seen, KIND)]


def is_hidden(phrase: str) -> bool:
    """Whether a phrase is of the half of the word list that fits are to do without."""
    return crc32(phrase.encode()) % 2 == 0


def read_neutral(folder: Path) -> list[Marked]:
    """Sentences of an encyclopedia that no one called biased: there a "plague" is a disease."""
    rows = read_rows(folder, "feature/biased_wikinpov_train")
    return [Marked(Article(r["id"], r["text"]), (), r["id"]) for r in rows if r["label"] != "biased"]


def fit_loaded(
    corpus: Sequence[Marked],
    vectors: Vectors,
    *,
    neutral: Sequence[Marked] = (),
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Fit the tagger of loaded words; weights for `scoring.taggers`, and figures for the card.

    Parameters
    ----------
    neutral : sequence of Marked
        Sentences without a charged word; they count in every fit, each for `NEUTRAL`, and in no figure.
    """
    words = collect_words([*corpus, *neutral], vectors)
    own = {item.group for item in corpus}
    labelled = np.array([group in own for group in words.data.groups])
    weights = np.where(labelled, 1.0, NEUTRAL)
    columns = find_frequent(words.data)
    features = encode_features(words.data.described, columns) * _SCALE
    table = hstack([features, csr_matrix(words.vectors * _VECTOR)]).tocsr()
    odds = _out_of_fold(table, words, weights)
    judged = words.listed & labelled
    slope, offset = calibrate(odds[judged], words.data.labels[judged])
    model = _learner().fit(table, words.data.labels, sample_weight=weights)
    coefficients = model.coef_[0, : len(columns)] * _SCALE * slope
    direction = model.coef_[0, len(columns) :] * _VECTOR * slope
    intercept = float(model.intercept_[0] * slope + offset)
    nested = nest_weights(columns, coefficients)
    nested[PRIOR] = _priors(load_lexicon().lists[KIND].terms, vectors, direction)
    saved = {
        "format": FORMAT,
        "kind": KIND,
        "intercept": round(intercept, 5),
        "threshold": THRESHOLD,
        "weights": nested,
    }
    return saved, describe_fit(_take(words, labelled), (slope * odds + offset)[labelled], saved)


def describe_fit(words: Words, odds: Floats, saved: Mapping[str, Any]) -> dict[str, Any]:
    """Figures out of fold, by characters of marked words."""
    chance = 1 / (1 + np.exp(-odds))
    listed = words.listed
    reach = float(words.sizes[words.data.labels & listed].sum()) / max(1, words.marked)
    error, expected = measure_calibration(odds[listed], words.data.labels[listed])
    return {
        "candidates": int(listed.sum()),
        "marked": words.marked,
        "unit": "characters",
        "recall_of_candidates": round(reach, 4),
        "out_of_fold": count_characters((chance >= saved["threshold"]) & listed, words),
        "list_alone": count_characters(listed, words),
        "calibration_error": error,
        "calibration_expected": expected,
        "strength": PENALTY,
        "weights": sum(map(len, saved["weights"].values())),
    }


def count_characters(chosen: NDArray[np.bool_], words: Words) -> dict[str, float]:
    """Precision, recall and F1 of chosen words over marked ones, in characters."""
    right = float(words.sizes[chosen & words.data.labels].sum())
    precision = right / max(1, int(words.sizes[chosen].sum()))
    recall = right / max(1, words.marked)
    f1 = 2 * precision * recall / max(1e-12, precision + recall)
    return {"precision": round(precision, 4), "recall": round(recall, 4), "f1": round(f1, 4)}


def _learner() -> LogisticRegression:
    return LogisticRegression(C=PENALTY, max_iter=500)


def _take(words: Words, kept: NDArray[np.bool_]) -> Words:
    data, rows = words.data, np.flatnonzero(kept).tolist()
    groups, phrases = ([column[i] for i in rows] for column in (data.groups, data.phrases))
    few = replace(data, described=(), labels=data.labels[kept], groups=groups, phrases=phrases)
    return Words(few, words.vectors[kept], words.sizes[kept], words.listed[kept], words.marked)


def _out_of_fold(table: csr_matrix, words: Words, weights: Floats) -> Floats:
    odds, labels = np.zeros(len(words.data.labels)), words.data.labels
    folds = GroupKFold(FOLDS, shuffle=True, random_state=0)
    for train, test in folds.split(table, labels, words.data.groups):
        model = _learner().fit(table[train], labels[train], sample_weight=weights[train])
        odds[test] = model.decision_function(table[test])
    return odds


def _priors(phrases: Iterable[str], vectors: Vectors, direction: Floats) -> dict[str, float]:
    weights = {phrase: round(float(vectors.of(phrase.split()) @ direction), 3) for phrase in sorted(phrases)}
    return {phrase: weight for phrase, weight in weights.items() if weight}
