"""Fits how much doubt a sentence voices: ridge regression on the certainty that readers of findings rated."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import Ridge
from sklearn.model_selection import GroupKFold

from scoring.article import Article
from scoring.document import Document, parse
from scoring.model.calibrating import BINS, measure_amounts, say_calibration
from scoring.model.corpora import read_rows
from scoring.model.saving import save_tagger
from scoring.model.tagging import FOLDS, nest_weights
from scoring.taggers import judge
from scoring.taggers.doubts import FORMAT, KIND, MOST, DoubtModel, Pair, describe_doubts, make_doubts

CORPUS = "feature/certainty_science_train"
TOP = 6.0
"""The readers' scale of certainty ends here; doubt is what is lacking."""
PENALTY = 3.0
"""Correlation in folds by text with 1, 3 and 10: .722, .722, .717."""
MIN_TEXTS = 5
FITTED_ON = "certainty in science communication, train part: 1,084 sentences of news and abstracts (MIT)"
Described = Sequence[Mapping[Pair, float]]


def build_doubts(folder: Path, out: Path) -> None:
    """Fit the weights of doubt and write them beside the taggers; needs the tagger of hedges."""
    rows = read_rows(folder, CORPUS)
    described = [describe_text(parse(Article(row["id"], row["text"]))) for row in rows]
    certainty = [float(row["score"]) for row in rows]
    saved = fit_doubts(described, certainty)
    error, expected = measure_doubts(described, certainty, [row["text"] for row in rows])
    metrics = {
        "fitted_on": FITTED_ON,
        "weights": sum(map(len, saved["weights"].values())),
        "calibration_error": error,
        "calibration_expected": expected,
    }
    save_tagger(out / "taggers" / KIND, saved, metrics, write_doubt_card(saved, metrics))


def describe_text(doc: Document) -> dict[Pair, float]:
    """A text of one statement as a whole: the strongest of each thing that its sentences hold."""
    described: dict[Pair, float] = {}
    for sentence in describe_doubts(doc, judge(doc, "hedge", min_probability=0.0)):
        for pair, amount in sentence.items():
            described[pair] = max(described.get(pair, 0.0), amount)
    return described


def fit_doubts(described: Described, certainty: Sequence[float]) -> dict[str, Any]:
    """Weights as `scoring.taggers.doubts` reads them, from texts and their certainty, 1 to 6."""
    counts = Counter(pair for text in described for pair in text)
    kept = [{p: x for p, x in text.items() if counts[p] >= MIN_TEXTS} for text in described]
    table = DictVectorizer(sparse=False)
    values = table.fit_transform(kept)
    fitted = Ridge(PENALTY).fit(values, TOP - np.array(certainty))
    columns = {pair: i for i, pair in enumerate(table.feature_names_)}
    return {
        "format": FORMAT,
        "kind": KIND,
        "intercept": round(float(fitted.intercept_), 4),
        "weights": nest_weights(columns, fitted.coef_),
    }


def predict_doubts(train: Described, certainty: Sequence[float], test: Described) -> list[float]:
    """Doubt of texts by weights fitted on others."""
    model: DoubtModel = make_doubts(fit_doubts(train, certainty))
    return [model.judge(text) for text in test]


def measure_doubts(
    described: Described, certainty: Sequence[float], texts: Sequence[str]
) -> tuple[float, float]:
    """How far predicted doubt lies from the readers', and what chance alone would make of it.

    Both as shares of the scale, by bins of predicted doubt in folds that keep a text whole.
    """
    doubts = np.zeros(len(texts))
    for train, test in GroupKFold(FOLDS, shuffle=True, random_state=0).split(texts, groups=texts):
        few = [described[i] for i in train], [certainty[i] for i in train]
        doubts[test] = predict_doubts(*few, [described[i] for i in test])
    error, expected = measure_amounts(doubts / MOST, (TOP - np.array(certainty)) / MOST)
    return error, expected


def write_doubt_card(saved: Mapping[str, Any], metrics: Mapping[str, Any]) -> str:
    """The card as Markdown: every weight that moves a sentence, since they are few."""
    rows = sorted(
        ((w, template, value) for template, table in saved["weights"].items() for value, w in table.items()),
        reverse=True,
    )
    table = "\n".join(f"| {template} | {value} | {weight:+.2f} |" for weight, template, value in rows)
    parts = [
        f"# Card of weights: {saved['kind']}",
        "Generated; do not edit.",
        "Gives each sentence the doubt that readers would hear in it, 0 (certain) to 5. Without a hedge: "
        f"**{saved['intercept']:.2f}**.",
        f"Fitted on {metrics['fitted_on']}. Agreement is in the validity report.",
        "Doubt is no probability; its error of calibration is how far the mean doubt of a bin lies from what "
        f"the readers' ratings leave, as a share of the scale: {BINS} bins, folds by text. It is "
        f"{say_calibration(metrics['calibration_error'], metrics['calibration_expected'])}; by chance "
        "means that every error had a random sign.",
        f"| what | word | moves doubt by |\n|---|---|---|\n{table}",
    ]
    return "\n\n".join(parts) + "\n"
