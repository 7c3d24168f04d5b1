"""Fits the tagger of tone: a linear model of three classes over what stands around a target.

Folds keep every sentence of an article (of an event, where the corpus tells it) together.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.measure import tokens_in
from scoring.extractors.tone import FORMAT, TAGGER, make_weights, measure_strength
from scoring.extractors.tone_context import Around, Feature, describe_target
from scoring.lexicon import find_candidates
from scoring.model.baselines import predict_class
from scoring.model.calibrating import measure_classes
from scoring.model.corpora import read_rows
from scoring.model.saving import save_tagger
from scoring.model.tone_card import CLASSES, write_tone_card
from scoring.model.tone_table import ToneTable, make_table
from scoring.model.vectors import Vectors, read_vectors

Floats = NDArray[np.float64]
Classes = NDArray[np.int64]
CORPUS = "feature/tone_newsmtsc_train"
FITTED_ON = "NewsMTSC, train part: 8,695 targets in 7,696 news sentences (MIT)"
FOLDS = 5
STRENGTH = 0.03
"""Macro-F1 in folds with .015, .02 and .03 (means of vectors): .685, .683, .684; the calibration error of the
probabilities, less chance, is .017, .009 and .002."""
_GRID = np.arange(0.05, 0.6, 0.01)
_DRAWS = 1000


@dataclass(frozen=True, slots=True)
class Targets:
    """Marked targets: features, class (index into `CLASSES`), group, and the sentence with a placeholder."""

    described: Sequence[Sequence[Feature]]
    labels: Classes
    groups: Sequence[str]
    masked: Sequence[str]
    listed: Classes


def build_tone(folder: Path, out: Path) -> dict[str, Any]:
    """Fit the tagger of tone on a folder of corpora and write it to ``out/taggers/tone``; its metrics."""
    vectors = read_vectors(folder)
    saved, metrics = fit_tone(collect_targets(read_rows(folder, CORPUS)), vectors)
    card = write_tone_card(saved, metrics)
    save_tagger(out / "taggers" / TAGGER, saved, metrics, card, shares=vectors.list_shares())
    return metrics


def collect_targets(rows: Sequence[Mapping[str, Any]]) -> Targets:
    """Describe the marked target of every record."""
    described, masked, listed = [], [], []
    for row in rows:
        doc = parse(Article(row["id"], row["text"]))
        start, end, _ = row["spans"][0]
        words = tokens_in(doc, (start, end))
        described.append(describe_target(doc, words.start, max(words.stop, words.start + 1)))
        masked.append(f"{row['text'][:start]} targetname {row['text'][end:]}")
        found = find_candidates(doc)
        listed.append(1 + np.sign(len(found["tone_positive"]) - len(found["tone_negative"])))
    labels = np.array([CLASSES.index(row["label"]) for row in rows])
    return Targets(described, labels, _group(rows), masked, np.array(listed))


def _group(rows: Sequence[Mapping[str, Any]]) -> list[str]:
    """The group of each record; a sentence that several groups have stays with the first."""
    owner: dict[str, str] = {}
    return [owner.setdefault(row["text"], group_of(row["id"])) for row in rows]


def group_of(identity: str) -> str:
    """The event or article that a record's id names.

    Examples
    --------
    >>> group_of("newsmtsc/allsides_10_4_2_Ana_0_3"), group_of("newsmtsc/polusa_v1_38_-1_6_Ana_8_9")
    ('allsides_10', 'polusa_v1_38')
    """
    parts = identity.split("/")[-1].split("_")
    return "_".join(parts[: 3 if parts[1:2] == ["v1"] else 2])


def fit_tone(data: Targets, vectors: Vectors) -> tuple[dict[str, Any], dict[str, Any]]:
    """Fit on all targets; figures come from folds.

    Returns
    -------
    (weights, metrics)
        What `scoring.extractors.tone` reads, and out-of-fold figures for the card.
    """
    columns = make_table(data.described, data.groups, vectors)
    table = columns.encode(data.described)
    folds = list(GroupKFold(FOLDS, shuffle=True, random_state=0).split(table, data.labels, data.groups))
    odds = np.zeros((len(data.labels), len(CLASSES)))
    for train, test in folds:
        fitted = make_weights(_fit(columns, table[train], data.labels[train]) | {"neutral": math.nan})
        judged = [fitted.weigh(Around((), data.described[i])) for i in test]
        odds[test, 0], odds[test, 2] = zip(*judged, strict=True)
    strengths = np.array([measure_strength(bad, good) for bad, _, good in odds.tolist()])
    shipped = _fit(columns, table, data.labels)
    saved = {
        "format": FORMAT,
        "kind": TAGGER,
        "neutral": round(_choose_neutral(strengths, data.labels), 2),
        **shipped,
    }
    metrics = _describe(data, strengths, folds) | measure_classes(odds, data.labels, CLASSES)
    return saved, metrics | {"weights": sum(map(len, shipped["weights"].values()))}


def _fit(columns: ToneTable, table: csr_matrix, labels: Classes) -> dict[str, Any]:
    """The weights that are kept, rounded and cut as they ship; no neutral band yet."""
    model = LogisticRegression(C=STRENGTH, class_weight="balanced", max_iter=500).fit(table, labels)
    bad, good = model.coef_[0] - model.coef_[1], model.coef_[2] - model.coef_[1]
    start = [round(float(model.intercept_[i] - model.intercept_[1]), 4) for i in (0, 2)]
    return {"intercept": start, "weights": columns.nest(bad, good)}


def _choose_neutral(strengths: Floats, labels: Classes) -> float:
    return float(max(_GRID, key=lambda border: macro_f1(count(labels, classify(strengths, border)))))


def classify(strengths: Floats, neutral: float | Floats) -> Classes:
    """Class of each strength; those nearer to 0 than `neutral` are neutral."""
    return np.where(np.abs(strengths) < neutral, 1, np.where(strengths > 0, 2, 0))


def count(labels: Classes, given: Classes) -> Floats:
    """Table of counts: true class by given class."""
    table = np.zeros((len(CLASSES), len(CLASSES)))
    np.add.at(table, (labels, given), 1)
    return table


def macro_f1(table: Floats) -> float:
    """Mean F1 of the classes; a class that neither occurs nor is given counts 0.

    Examples
    --------
    >>> macro_f1(np.eye(3)), round(macro_f1(np.array([[1.0, 0, 0], [1, 0, 0], [1, 0, 0]])), 3)
    (1.0, 0.167)
    """
    return float(np.mean(_f1_by_class(table)))


def _f1_by_class(table: Floats) -> Floats:
    totals = table.sum(0) + table.sum(1)
    return np.asarray(2 * np.diag(table) / np.maximum(totals, 1.0))


def _describe(data: Targets, strengths: Floats, folds: Sequence[tuple[Any, Any]]) -> dict[str, Any]:
    """Figures in which no target is judged with a border chosen on its own fold."""
    border = np.zeros(len(strengths))
    tfidf = np.zeros(len(strengths), dtype=np.int64)
    for train, test in folds:
        border[test] = _choose_neutral(strengths[train], data.labels[train])
        masked = [[data.masked[i] for i in part] for part in (train, test)]
        said = predict_class(masked[0], [CLASSES[y] for y in data.labels[train]], masked[1])
        tfidf[test] = [CLASSES.index(name) for name in said]
    given = classify(strengths, border)
    table = count(data.labels, given)
    low, high = _interval(data, given)
    most = np.full(len(given), np.bincount(data.labels).argmax())
    baselines = {"majority": most, "word_lists": data.listed, "tf_idf": tfidf}
    return {
        "targets": len(given),
        "groups": len(set(data.groups)),
        "fitted_on": FITTED_ON,
        "out_of_fold": {
            "macro_f1": round(macro_f1(table), 4),
            "low": round(low, 4),
            "high": round(high, 4),
            **{name: round(float(f1), 4) for name, f1 in zip(CLASSES, _f1_by_class(table), strict=True)},
        },
        "baselines": {name: round(macro_f1(count(data.labels, y)), 4) for name, y in baselines.items()},
        "confusion": table.astype(int).tolist(),
        "strength": STRENGTH,
    }


def _interval(data: Targets, given: Classes) -> tuple[float, float]:
    """90 % interval of macro-F1 by drawing groups with replacement."""
    tables: dict[str, Floats] = defaultdict(lambda: np.zeros((3, 3)))
    for group, label, got in zip(data.groups, data.labels, given, strict=True):
        tables[group][label, got] += 1
    stack = np.array(list(tables.values()))
    random = np.random.default_rng(0)
    draws = [macro_f1(stack[random.integers(len(stack), size=len(stack))].sum(0)) for _ in range(_DRAWS)]
    low, high = np.quantile(draws, [0.05, 0.95])
    return float(low), float(high)
