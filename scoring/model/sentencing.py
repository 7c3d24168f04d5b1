"""Fits models of whole sentences: words through their vectors and by themselves, kept as one weight each."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, hstack
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import f1_score, roc_auc_score
from sklearn.model_selection import KFold

from scoring.article import Article
from scoring.document import Document, parse
from scoring.lexicon import Candidate, find_candidates
from scoring.model.charged import fit_loaded, is_hidden, read_neutral
from scoring.model.corpora import read_loaded, read_rows
from scoring.model.tagging import FOLDS, Floats, calibrate, measure_calibration, save_tagger
from scoring.model.vectors import Vectors, read_vectors
from scoring.taggers import masked_forms
from scoring.taggers.sentences import FORMAT, LISTS, describe_marks

KIND = "loaded_sentence"
PENALTY = 0.5
OTHER = 0.5
"""Weight of the encyclopedia's sentences, both classes made equal, against the news': AUC in folds in news
and in the encyclopedia is .822 and .749 with .5, .810 and .774 with 1, .801 and .783 with 1.5."""
MIN_COUNT = 5
KEPT = 6000
"""Words whose weight is kept, by how much they move the fitting sentences; with 3,000, AUC is .008 lower."""
_MARKS = ("length", "quoted", "asks", "exclaims")
_SINGLE = 1.0
"""Words by themselves against their vectors."""
SHOWN = 0.7
"""Least probability of a sentence that is shown. Half of the labelled sentences are biased; in 60 articles of
everyday news .5 would mark 26 % of the sentences, many of them plain facts on hard subjects, .7 marks 10."""
LOADED_ON = (
    "BABE, train part: 2,164 news sentences, words marked by experts (AGPL-3.0); neutral sentences of "
    "WikiNPOV, train part (GPL-3.0); vectors of words from the "
    "unlabelled text of the article corpora and of the fitting parts of the sentence corpora"
)
FITTED_ON = (
    "BABE, train part: 2,163 news sentences labelled by experts (AGPL-3.0), and WikiNPOV, train part: 7,120 "
    "encyclopedia sentences (GPL-3.0)"
)


@dataclass(frozen=True, slots=True)
class Sentences:
    """Sentences as words, counts by list and marks, with their labels."""

    words: Sequence[Mapping[str, int]]
    dense: Floats
    sizes: Floats
    labels: NDArray[np.bool_]


def build_charged(folder: Path, out: Path) -> dict[str, dict[str, Any]]:
    """Fit the model of loaded sentences, then the tagger of loaded words; write both; metrics by kind."""
    vectors = read_vectors(folder)
    rows = [
        r for r in read_rows(folder, "feature/loaded_babe_train") if r["label"] in ("Biased", "Non-biased")
    ]
    news = collect_sentences(rows, lambda row: bool(row["label"] == "Biased"))
    other = collect_sentences(
        read_rows(folder, "feature/biased_wikinpov_train"), lambda row: bool(row["label"] == "biased")
    )
    whole, of_whole = fit_sentences(news, other, vectors)
    save_tagger(out / "taggers" / KIND, whole, of_whole, card=write_sentence_card(of_whole))
    saved, metrics = fit_loaded(read_loaded(folder), vectors, neutral=read_neutral(folder))
    metrics |= {"fitted_on": LOADED_ON}
    save_tagger(out / "taggers" / saved["kind"], saved, metrics)
    return {saved["kind"]: metrics, KIND: of_whole}


def collect_sentences(
    rows: Sequence[Mapping[str, Any]], truth: Callable[[Mapping[str, Any]], bool]
) -> Sentences:
    """Describe labelled sentences, each a record's whole text."""
    words, dense, sizes = [], [], []
    for row in rows:
        doc = parse(Article(str(row["id"]), row["text"]))
        found, size = find_candidates(doc), max(1, len(doc.forms))
        shown = {name: len(found[name]) for name in LISTS} | {"loaded": 2 * _count_open(doc, found["loaded"])}
        counts = [shown[name] / math.sqrt(size) for name in LISTS]
        marks = [describe_marks(doc, i) for i in range(len(doc.sentences))]
        dense.append(counts + [max((m[name] for m in marks), default=0.0) for name in _MARKS])
        words.append(Counter(masked_forms(doc)))
        sizes.append(math.sqrt(size))
    labels = np.array([truth(row) for row in rows])
    return Sentences(words, np.array(dense), np.array(sizes), labels)


def _count_open(doc: Document, found: Sequence[Candidate]) -> int:
    """How many are of the half of the list that is not hidden from fits (see `scoring.model.charged`)."""
    return sum(not is_hidden(" ".join(doc.forms[item.first : item.last])) for item in found)


def fit_sentences(
    news: Sentences, other: Sentences, vectors: Vectors
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Fit on both corpora; figures come from folds of each, calibration from the news."""
    odds, odds_other = (np.zeros(len(part.labels)) for part in (news, other))
    folds = KFold(FOLDS, shuffle=True, random_state=0)
    parts = zip(folds.split(news.labels), folds.split(other.labels), strict=True)
    for (train, test), (train_other, test_other) in parts:
        saved = _fit(take(news, train), take(other, train_other), vectors)
        odds[test] = measure_odds(take(news, test), saved)
        odds_other[test_other] = measure_odds(take(other, test_other), saved)
    slope, offset = calibrate(odds, news.labels)
    saved = _fit(news, other, vectors)
    error, expected = measure_calibration(slope * odds + offset, news.labels)
    kept = {
        part: {key: round(w * slope, 3) for key, w in weights.items() if abs(w * slope) >= 0.0005}
        for part, weights in saved["weights"].items()
    }
    intercept = round(saved["intercept"] * slope + offset, 5)
    metrics = {
        "sentences": len(news.labels),
        "auc": round(float(roc_auc_score(news.labels, odds)), 4),
        "macro_f1": round(float(f1_score(news.labels, slope * odds + offset > 0, average="macro")), 4),
        "auc_encyclopedia": round(float(roc_auc_score(other.labels, odds_other)), 4),
        "calibration_error": error,
        "calibration_expected": expected,
        "weights": sum(map(len, kept.values())),
    }
    shipped = {"format": FORMAT, "kind": KIND, "intercept": intercept, "threshold": SHOWN, "weights": kept}
    return shipped, metrics


def take(data: Sentences, rows: NDArray[np.int64]) -> Sentences:
    """Some of the sentences."""
    return Sentences([data.words[i] for i in rows], data.dense[rows], data.sizes[rows], data.labels[rows])


def measure_odds(data: Sentences, saved: Mapping[str, Any]) -> Floats:
    """Log-odds of sentences by saved weights."""
    words, weights = saved["weights"]["words"], saved["weights"]
    sums = [math.fsum(words.get(word, 0.0) * n for word, n in counts.items()) for counts in data.words]
    dense = [weights["lists"].get(n, 0.0) for n in LISTS] + [weights["marks"].get(n, 0.0) for n in _MARKS]
    return np.asarray(saved["intercept"] + np.array(sums) / data.sizes + data.dense @ np.array(dense))


def _fit(news: Sentences, other: Sentences, vectors: Vectors) -> dict[str, Any]:
    """Weights that are not yet calibrated."""
    counts = [*news.words, *other.words]
    sizes = np.concatenate([news.sizes, other.sizes])
    total = Counter(word for words in counts for word in words)
    single = {word: i for i, word in enumerate(sorted(w for w, n in total.items() if n >= MIN_COUNT))}
    rows = vectors.weight(total)
    dense = np.vstack([news.dense, other.dense])
    source = np.repeat([1.0, 0.0], [len(news.labels), len(other.labels)])[:, None]
    sums = np.array([_add(words, rows, vectors) for words in counts]) / sizes[:, None]
    table = hstack([_encode(counts, single, sizes), csr_matrix(np.hstack([sums, dense, source]))]).tocsr()
    labels = np.concatenate([news.labels, other.labels])
    model = LogisticRegression(C=PENALTY, max_iter=2000).fit(table, labels, sample_weight=_weigh(news, other))
    alone, rest = np.split(model.coef_[0], [len(single)])
    along, lists, marks = np.split(rest[:-1], [sums.shape[1], sums.shape[1] + len(LISTS)])
    weights = {word: float(row @ along) for word, row in rows.items()}
    for word, i in single.items():
        weights[word] = weights.get(word, 0.0) + float(alone[i]) * _SINGLE
    top = sorted(weights, key=lambda word: (-abs(weights[word]) * math.sqrt(total[word]), word))[:KEPT]
    kept = {"words": {word: weights[word] for word in sorted(top)}}
    kept |= {"lists": dict(zip(LISTS, lists.tolist(), strict=True))}
    kept |= {"marks": dict(zip(_MARKS, marks.tolist(), strict=True))}
    return {"intercept": float(model.intercept_[0] + rest[-1]), "weights": kept}


def _weigh(news: Sentences, other: Sentences) -> Floats:
    share = other.labels.mean()
    even = np.where(other.labels, 1 / share, 1 / (1 - share)) / 2
    return np.concatenate([np.ones(len(news.labels)), even * OTHER * len(news.labels) / len(other.labels)])


def _add(words: Mapping[str, int], rows: Mapping[str, Floats], vectors: Vectors) -> Floats:
    total = np.zeros(vectors.table.shape[1])
    for word, n in words.items():
        if word in rows:
            total += n * rows[word]
    return total


def _encode(counts: Sequence[Mapping[str, int]], single: Mapping[str, int], sizes: Floats) -> csr_matrix:
    data, indices, pointers = [], [], [0]
    for words, size in zip(counts, sizes, strict=True):
        for word, n in words.items():
            if word in single:
                indices.append(single[word])
                data.append(_SINGLE * n / size)
        pointers.append(len(indices))
    return csr_matrix((data, indices, pointers), shape=(len(counts), len(single)))


def write_sentence_card(metrics: Mapping[str, Any]) -> str:
    """The card of the model of loaded sentences as Markdown."""
    parts = [
        f"# Tagger card: {KIND}",
        "Generated; do not edit.",
        "Gives each sentence the probability that experts would call it biased by its wording, **in a corpus "
        "where half of the sentences are**; in everyday news far fewer are. Default threshold: **0.7**.",
        f"Fitted on {FITTED_ON}.",
        f"Five folds of the fitting part, {metrics['sentences']} sentences: AUC {metrics['auc']:.3f}, "
        f"macro-F1 {metrics['macro_f1']:.3f}; in the encyclopedia AUC {metrics['auc_encyclopedia']:.3f}.",
        f"Expected calibration error, 15 bins: {metrics['calibration_error']:.4f}; its mean if labels were "
        f"drawn from these probabilities: {metrics['calibration_expected']:.4f}. "
        f"Weights kept: {metrics['weights']}.",
    ]
    return "\n\n".join(parts) + "\n"
