"""Fits the model of promotional sentences: word lists, and words through the company they keep.

Few sentences are labelled, so a word has no weight of its own: it has that of its vector.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import roc_auc_score
from sklearn.model_selection import GroupKFold

from scoring.model.calibrating import BINS, calibrate, measure_calibration
from scoring.model.corpora import read_rows
from scoring.model.sentencing import Sentences, collect_sentences, measure_odds, take
from scoring.model.tagging import FOLDS, Floats, save_tagger
from scoring.model.vectors import Vectors, read_vectors
from scoring.taggers.sentences import FORMAT, LISTS, MARKS

KIND = "promotional_sentence"
CORPUS = "feature/promotional_puffery"
POSITIVE, NEUTRAL, NEIGHBOURS = "pos", "neg_ir", "neg_same_article"
"""Groups: tagged by editors, neutral ones retrieved for them, and others of their articles. Only the first
two are fitted on: the last hold puffery that nobody tagged, and fitted on them, too, AUC is .769 and .676
against the two kinds of neutral ones instead of .797 and .677."""
PENALTY = 0.0012
"""Inverse; four and ten times as much changes AUC in folds by .006 and .010 at most."""
VECTORS = 4.0
"""Weight of vectors against the lists: AUC in folds .797 and .677 with 4, .794 and .673 with 5, .791 and .668
with 6, .782 and .657 with 8. Single words beside them, superlatives, adjectives by suffix, numbers,
names, brackets, and what models of bias, of tone and of press releases say, add nothing that shows."""
LEFT_OUT = "long"
"""The mark that is not fitted on: with it AUC in folds is .005 lower."""
KEPT = 10000
"""Words whose weight is kept; with 6,000, AUC in folds is .003 lower and .002 higher."""
SHOWN = 0.995
"""Least probability at which the strongest word of a sentence without a listed one is shown. Of 40,000
sentences of news and press releases .9 shows 455, and not one word in two is praise; .995 shows three."""
FITTED_ON = (
    "Wikipedia puffery, train part: 181 encyclopedia sentences tagged by editors and 179 neutral ones "
    "retrieved for them (no licence stated, text CC BY-SA); vectors of words from the unlabelled text of the "
    "corpora"
)


def build_puffery(folder: Path, out: Path) -> dict[str, Any]:
    """Fit the model of promotional sentences and write it; its metrics."""
    rows = read_rows(folder, f"{CORPUS}_train")
    saved, metrics = fit_puffery(rows, read_vectors(folder))
    save_tagger(out / "taggers" / KIND, saved, metrics, card=write_puffery_card(metrics))
    return metrics


def group_of(row: Mapping[str, Any]) -> str:
    """The text that a row belongs to: the number at the end of its id."""
    return str(row["id"]).rsplit("/", 1)[-1]


def fit_puffery(rows: Sequence[Mapping[str, Any]], vectors: Vectors) -> tuple[dict[str, Any], dict[str, Any]]:
    """What `scoring.taggers.sentences` reads, and figures from folds that keep texts whole."""
    odds = judge_unseen_rows(rows, vectors, _deal(rows))
    kinds = np.array([row["group"] for row in rows])
    near, truth = np.isin(kinds, (POSITIVE, NEUTRAL)), kinds == POSITIVE
    beside = np.isin(kinds, (POSITIVE, NEIGHBOURS))
    slope, offset = calibrate(odds[near], truth[near])
    saved = learn_puffery(rows, vectors)
    parts = {
        part: {key: round(w * slope, 3) for key, w in weights.items() if abs(w * slope) >= 0.0005}
        for part, weights in saved["weights"].items()
    }
    error, expected = measure_calibration(slope * odds[near] + offset, truth[near])
    metrics = {
        "sentences": int(near.sum()),
        "auc": round(float(roc_auc_score(truth[near], odds[near])), 4),
        "auc_same_article": round(float(roc_auc_score(truth[beside], odds[beside])), 4),
        "calibration_error": error,
        "calibration_expected": expected,
        "weights": sum(map(len, parts.values())),
    }
    odds_of_none = round(saved["intercept"] * slope + offset, 5)
    head = {"format": FORMAT, "kind": KIND, "intercept": odds_of_none, "threshold": SHOWN}
    return {**head, "weights": parts}, metrics


def judge_unseen_rows(
    rows: Sequence[Mapping[str, Any]], vectors: Vectors, folds: NDArray[np.int64]
) -> Floats:
    """Log-odds of each row by a model fitted on the other folds, not calibrated."""
    data, odds = _collect(rows), np.zeros(len(rows))
    for fold in np.unique(folds):
        saved = learn_puffery([r for r, f in zip(rows, folds, strict=True) if f != fold], vectors)
        odds[folds == fold] = measure_odds(take(data, np.flatnonzero(folds == fold)), saved)
    return odds


def _deal(rows: Sequence[Mapping[str, Any]]) -> NDArray[np.int64]:
    """The fold of each row, texts kept whole."""
    groups = [group_of(row) for row in rows]
    folds = np.zeros(len(rows), dtype=np.int64)
    parts = GroupKFold(FOLDS, shuffle=True, random_state=0).split(groups, groups=groups)
    for fold, (_, test) in enumerate(parts):
        folds[test] = fold
    return folds


def learn_puffery(rows: Sequence[Mapping[str, Any]], vectors: Vectors) -> dict[str, Any]:
    """Weights that are not yet calibrated, from tagged sentences and neutral ones retrieved for them."""
    every = _collect(rows)
    spread = every.dense.std(axis=0)
    spread[spread == 0] = 1.0
    data = take(every, np.flatnonzero([row["group"] in (POSITIVE, NEUTRAL) for row in rows]))
    known = vectors.weight(vectors.index)
    sums = np.array([_add(words, known, vectors) for words in data.words]) / data.sizes[:, None]
    dense = data.dense / spread
    dense[:, len(LISTS) + MARKS.index(LEFT_OUT)] = 0.0
    table = np.hstack([dense, VECTORS * sums])
    model = LogisticRegression(C=PENALTY, max_iter=1000, class_weight="balanced").fit(table, data.labels)
    plain, along = np.split(model.coef_[0], [dense.shape[1]])
    weights = {word: VECTORS * float(row @ along) for word, row in known.items()}
    shares = dict(zip(vectors.index, vectors.shares[list(vectors.index.values())], strict=True))
    top = sorted(weights, key=lambda word: (-abs(weights[word]) * math.sqrt(shares[word]), word))[:KEPT]
    lists, marks = np.split(plain / spread, [len(LISTS)])
    parts = {
        "words": {word: weights[word] for word in sorted(top)},
        "lists": dict(zip(LISTS, lists.tolist(), strict=True)),
        "marks": dict(zip(MARKS, marks.tolist(), strict=True)),
    }
    return {"intercept": float(model.intercept_[0]), "weights": parts}


def _collect(rows: Sequence[Mapping[str, Any]]) -> Sentences:
    return collect_sentences(rows, lambda row: bool(row["group"] == POSITIVE))


def _add(words: Mapping[str, int], known: Mapping[str, Floats], vectors: Vectors) -> Floats:
    total = np.zeros(vectors.table.shape[1])
    for word, n in words.items():
        if word in known:
            total += n * known[word]
    return total


def write_puffery_card(metrics: Mapping[str, Any]) -> str:
    """The card of the model of promotional sentences as Markdown."""
    parts = [
        f"# Tagger card: {KIND}",
        "Generated; do not edit.",
        "Gives each sentence the probability that editors of an encyclopedia would tag it as puffery, **in a "
        "corpus where half of the sentences are**; in everyday news far fewer are. "
        f"Default threshold: **{SHOWN}**, from which the strongest word of a sentence without a listed one "
        "is shown: next to nothing in everyday news. Listed words are shown as ever, for the corpus tags "
        "sentences, not words: of 100 listed words in news and press releases, judged by hand once, the "
        "sentence's probability did not tell the right ones from the wrong (AUC .53).",
        f"Fitted on {FITTED_ON}.",
        f"Five folds over texts of the fitting part: AUC {metrics['auc']:.3f} against neutral sentences "
        f"retrieved for the tagged ones ({metrics['sentences']} sentences), "
        f"{metrics['auc_same_article']:.3f} against others of their articles. The word list and TF-IDF, "
        "fitted in folds too, are in the table of agreement (`sourcegrade validate`).",
        f"Expected calibration error, {BINS} bins: {metrics['calibration_error']:.4f}; its mean if labels "
        f"were drawn from these probabilities: {metrics['calibration_expected']:.4f}. "
        f"Weights kept: {metrics['weights']}.",
    ]
    return "\n\n".join(parts) + "\n"
