"""How many labels it takes: AUC at outlets left out, from scratch and from a prior that never saw the corpus.

``python -m scoring.model.learning_curve CORPORA`` prints the table.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean, stdev

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import roc_auc_score

from scoring.model.building import describe_reference, list_columns
from scoring.model.card_tables import write_table
from scoring.model.fitting import (
    Examples,
    calibrate,
    choose_penalty,
    even_weights,
    fit_curves,
    predict_with_prior,
    split_groups,
)
from scoring.model.manner import fill
from scoring.model.measuring import adopt_groups, label, measure_corpus
from scoring.model.preparing import Floats, shrink
from scoring.model.prior import Prior, calibrate_near_one
from scoring.model.starting import choose_start, rank_alone
from scoring.model.vocabulary import find_vocabulary

SIZES = (20, 50, 100, 200, 500)
REPEATS = 20
FOLDS = 5
TARGET = "bias"
LABELLED, PRIOR = "bias_semeval2019", "orientation_webis2016"


@dataclass(frozen=True, slots=True)
class LearningRow:
    """One point of the curve.

    Attributes
    ----------
    labels : int
        Labelled articles that the fit saw; 0 for the prior as it is.
    start : {"scratch", "prior"}
    auc, spread : float
        Mean and standard deviation, over repeats, of the AUC at outlets that the fit did not see.
    loss : float
        Mean log loss there after calibration, for an even mix of classes; ln 2 = .693 is that of a guess.
    repeats : int
    """

    labels: int
    start: str
    auc: float
    spread: float
    loss: float
    repeats: int


def measure_learning_curve(folder: Path) -> list[LearningRow]:
    """The curve on bias_semeval2019, with a prior from orientation_webis2016 alone.

    Outlets that occur in both corpora are left out of the first. Reference medians, too, are those
    of the prior's corpus.

    Parameters
    ----------
    folder : Path
        Of the corpora, with ``article/`` inside.
    """
    other = measure_corpus(folder, PRIOR, jobs=1)
    own = adopt_groups(measure_corpus(folder, LABELLED, jobs=1), other)
    reference = describe_reference(PRIOR, other.table)
    medians = np.array([reference.medians[name] for name in list_columns(reference)])
    words = find_vocabulary([count.every for count in other.counts])
    partisan = label(other, lambda row: float(row["orientation"] != "mainstream"), words)
    biased = label(own, lambda row: float(row["bias"] == "high"), words)
    biased = biased.take(~np.isin(biased.groups, partisan.groups))
    partisan, biased = fill(partisan, biased, TARGET)
    penalty, _ = choose_penalty(partisan, medians, TARGET)
    prior = Prior(PRIOR, "", fit_curves(partisan, medians, TARGET, penalty))
    return trace_curve(biased, medians, prior)


def trace_curve(
    data: Examples, reference: Floats, prior: Prior, *, sizes: Sequence[int] = SIZES, repeats: int = REPEATS
) -> list[LearningRow]:
    """The same for any labelled articles; a size that no fold can give is left out.

    Each repeat holds out another fifth of the outlets, and draws labelled articles from the others anew.
    """
    found: dict[tuple[int, str], list[tuple[float, float]]] = {}
    for train, test in _draw(data, repeats):
        asked = data.take(test)
        if not 0 < asked.labels.sum() < len(asked.labels):
            continue
        alone = rank_alone(asked, reference, prior)
        found.setdefault((0, "prior"), []).append(_judge(alone, asked))
        for size in (size for size in sizes if size <= len(train)):
            drawn = data.take(train[:size])
            if 0 < drawn.labels.sum() < size and len(np.unique(drawn.groups)) > 1:
                for start, given in (("scratch", None), ("prior", prior)):
                    odds = _predict(drawn, asked, reference, given)
                    found.setdefault((size, start), []).append(_judge(odds, asked))
    return [_summarise(size, start, pairs) for (size, start), pairs in sorted(found.items())]


def _draw(data: Examples, repeats: int) -> Iterator[tuple[NDArray[np.int64], NDArray[np.int64]]]:
    """Shuffled articles to label, and those of the outlets held out."""
    for repeat in range(repeats):
        folds = list(split_groups(data, folds=FOLDS, seed=repeat // FOLDS))
        train, test = folds[repeat % len(folds)]
        yield np.random.default_rng(repeat).permutation(train), test


def _predict(drawn: Examples, asked: Examples, reference: Floats, prior: Prior | None) -> Floats:
    """Calibrated log-odds as `train` would fit them, for articles of other outlets."""
    kept = choose_start(drawn, reference, TARGET, prior).prior
    if kept:
        penalty, odds = predict_with_prior(drawn, reference, TARGET, kept)
        slope, offset = calibrate_near_one(odds, drawn.labels, even_weights(drawn))
    else:
        penalty, odds = choose_penalty(drawn, reference, TARGET)
        slope, offset = calibrate(odds, drawn)
    curves = fit_curves(drawn, reference, TARGET, penalty, prior=kept)
    prepared = shrink(asked.table, asked.words, reference, asked.columns)
    return np.asarray(slope * curves.decision_function(prepared) + offset)


def _judge(odds: Floats, data: Examples) -> tuple[float, float]:
    """AUC, and log loss for an even mix of classes."""
    loss = np.logaddexp(0, odds) - data.labels * odds
    return float(roc_auc_score(data.labels >= 0.5, odds)), float(np.average(loss, weights=even_weights(data)))


def _summarise(size: int, start: str, pairs: Sequence[tuple[float, float]]) -> LearningRow:
    aucs = [auc for auc, _ in pairs]
    spread = stdev(aucs) if len(aucs) > 1 else float("nan")
    return LearningRow(size, start, mean(aucs), spread, mean(loss for _, loss in pairs), len(pairs))


def write_rows(rows: Sequence[LearningRow]) -> str:
    """The curve as a Markdown table.

    Examples
    --------
    >>> print(write_rows([LearningRow(20, "prior", 0.75, 0.05, 0.61, 20)]).splitlines()[-1])
    | 20 | prior | 0.750 | 0.050 | 0.610 | 20 |
    """
    header = ["labels", "start", "AUC, outlets unseen", "spread", "log loss", "repeats"]
    cells = [
        [row.labels, row.start, f"{row.auc:.3f}", f"{row.spread:.3f}", f"{row.loss:.3f}", row.repeats]
        for row in rows
    ]
    return write_table(header, cells)


if __name__ == "__main__":
    sys.stdout.write(write_rows(measure_learning_curve(Path(sys.argv[1]))) + "\n")
