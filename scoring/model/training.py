"""Retrains the scores on labels of your own."""

from __future__ import annotations

import hashlib
import math
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np

from scoring import __version__
from scoring.article import Article, Rejection
from scoring.errors import LabelError
from scoring.extractors import COLUMNS
from scoring.features import features
from scoring.model.building import build_model
from scoring.model.fitting import Examples
from scoring.model.labels import LabelRow, gather_values, measure_alpha, read_labels
from scoring.model.metrics import length_auc
from scoring.model.preparing import WORDS, Floats, score_columns
from scoring.model.scores import Model
from scoring.model.store import load_model

FEWEST = 10
"""Labelled articles under which nothing is fitted."""
FEW = 100


def train(
    articles: Iterable[Article],
    labels: str | PathLike[str] | Iterable[Mapping[str, Any]],
    *,
    targets: Sequence[str] = ("quality", "bias"),
    out: str | PathLike[str],
    on_reject: Callable[[Rejection], None] | None = None,
    n_jobs: int = 1,
) -> Model:
    """Fit a model on labelled articles and write it with its card into a folder.

    Parameters
    ----------
    articles : iterable of Article
        Those without a label are passed over.
    labels : path or iterable of mappings
        One row per article and annotator: ``article``, ``annotator``, then the targets, 0-100 or
        low, medium, high; blank means not labelled. All labels of an article weigh the same in
        total, whatever the number of annotators.
    targets : sequence of str
        Columns of the labels to fit.
    out : path
        Folder for the model.
    on_reject : callable, optional
        Called with each `Rejection`: labels that cannot be read, or whose article is not there.
        By default a warning.

    Raises
    ------
    LabelError
        If fewer than 10 articles or two outlets carry labels for every target.
    """
    reject = on_reject or _warn
    rows = read_labels(labels, targets=targets, on_reject=reject)
    wanted = {row.article for row in rows}
    kept = [article for article in articles if article.id in wanted]
    for missing in sorted(wanted - {article.id for article in kept}):
        reject(Rejection("labels", missing, "no article of this id among those read"))
    table = features(kept, n_jobs=n_jobs).to_numpy()
    examples, words = {}, []
    for target in targets:
        values = gather_values(rows, target)
        data = _gather(kept, table, values)
        if data is not None:
            examples[target] = data
            words += _caution(target, data, measure_alpha(values))
    if not examples:
        raise LabelError(f"labels: fewer than {FEWEST} articles from two outlets carry a label for any of {', '.join(targets)}. Label more, or check that ids match.")
    for sentence in words:
        warnings.warn(sentence, stacklevel=2)
    name = Path(out).name
    about = _describe(rows, kept, examples, words)
    return build_model(examples, load_model("default").reference, name=name, version=__version__, out=Path(out), about=about)


def _warn(rejection: Rejection) -> None:
    warnings.warn(f"{rejection.source}: {rejection.record}: {rejection.reason}", stacklevel=3)


def _gather(articles: Sequence[Article], table: Floats, values: Mapping[str, Mapping[str, float]]) -> Examples | None:
    """Examples of one target; None where there are too few articles or a single group."""
    words = table[:, COLUMNS.index(WORDS)]
    rows = [i for i, article in enumerate(articles) if article.id in values and words[i] > 0]
    groups = np.array([articles[i].outlet or articles[i].event or articles[i].id for i in rows])
    if len(rows) < FEWEST or len(set(groups)) < 2:
        return None
    columns = score_columns(COLUMNS)
    chosen = table[rows][:, [COLUMNS.index(name) for name in columns]]
    labels = np.array([float(np.mean(list(values[articles[i].id].values()))) / 100 for i in rows])
    return Examples(columns, chosen, words[rows], labels, groups, np.full(len(rows), "labels"))


def _caution(target: str, data: Examples, alpha: float) -> list[str]:
    """Sentences about what weakens the labels."""
    said = [f"{target}: agreement between annotators, Krippendorff's alpha {alpha:.2f}." if not math.isnan(alpha) else f"{target}: agreement cannot be measured; no article has two differing annotators."]
    positive = int((data.labels >= 0.5).sum())
    if len(data.labels) < FEW:
        said.append(f"{target}: {len(data.labels)} labelled articles are few; figures on the card are rough below {FEW}.")
    if min(positive, len(data.labels) - positive) < FEWEST // 2:
        said.append(f"{target}: labels are one-sided, {positive} of {len(data.labels)} are 50 or more.")
    elif length_auc(data) > 0.8:
        said.append(f"{target}: length alone predicts these labels (AUC {length_auc(data):.2f}); check that long and short articles carry both.")
    return said


def _describe(rows: Sequence[LabelRow], articles: Sequence[Article], examples: Mapping[str, Examples], words: Sequence[str]) -> dict[str, Any]:
    digest = hashlib.sha256(repr(sorted((r.article, r.annotator, sorted(r.values.items())) for r in rows)).encode()).hexdigest()[:16]
    annotators = sorted({row.annotator for row in rows})
    return {
        "labels": f"your labels: {len(rows)} rows by {len(annotators)} annotators on {len(articles)} articles. Each article's labels weigh the same in total.",
        "data": [{"name": "labels", "articles": len(articles), "licence": "yours", "sha256": digest, "used_for": ", ".join(examples)}],
        "tests": "Folds keep outlets whole (events where no outlet is given). The length-only column is the AUC of the word count alone.",
        "worst": " ".join(words) or "Nothing stood out.",
        "changes": "Fitted from your labels alone; percentiles and reference article are those of the default model.",
    }
