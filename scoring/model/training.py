"""Retrains the scores on labels of your own."""

from __future__ import annotations

import hashlib
import math
import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path
from typing import Any

import numpy as np

from scoring import __version__
from scoring.artefacts import find_model, list_models
from scoring.article import Article, Rejection
from scoring.errors import InputError, LabelError
from scoring.extractors import COLUMNS
from scoring.features import features
from scoring.model.building import build_model
from scoring.model.fitting import Examples
from scoring.model.labels import LabelRow, Labels, gather_values, measure_alpha, read_labels
from scoring.model.metrics import length_auc
from scoring.model.preparing import WORDS, Floats, score_columns
from scoring.model.scores import Model
from scoring.model.store import load_model

FEWEST = 10
"""Labelled articles under which nothing is fitted."""
FEW = 100
"""Labelled articles under which the card's figures are called rough."""
LENGTH_AUC = 0.8
"""AUC of the word count alone from which length is named as a danger."""


def train(
    articles: Iterable[Article],
    labels: Labels,
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
        Folder for the model; the files of a model in it are replaced.
    on_reject : callable, optional
        Called with each `Rejection`: labels that cannot be read, or whose article is not there.
        By default a warning.
    n_jobs : int
        Processes to measure with; -1 for all cores.

    Warns
    -----
    UserWarning
        For each target what weakens it: few, one-sided or disputed labels, length that gives them
        away, measures that do not predict them.

    Raises
    ------
    LabelError
        If fewer than 10 articles or two outlets carry labels for every target.
    InputError
        If the folder cannot be written, or is one of the models that come with sourcegrade.
    """
    folder = _prepare(out)
    reject = on_reject or _warn
    rows = read_labels(labels, targets=targets, on_reject=reject)
    kept = _match(articles, {row.article: None for row in rows}, reject)
    table = features(kept, n_jobs=n_jobs).to_numpy()
    found = [_gather(kept, table, gather_values(rows, name), name) for name in targets]
    usable = {part.name: part.examples for part in found if part.examples is not None}
    if not usable:
        said = " ".join(part.caution for part in found)
        raise LabelError(f"labels: too few to fit anything. {said} Label more, or check that the ids match.")
    cautions = [sentence for part in found for sentence in _weigh(part)]
    about = _describe(rows, kept, usable, cautions)
    reference = load_model("default").reference
    model = build_model(usable, reference, name=folder.name, version=__version__, out=folder, about=about)
    for sentence in [*cautions, *_find_idle(model)]:
        warnings.warn(sentence, stacklevel=2)
    return model


@dataclass(frozen=True, slots=True)
class _Part:
    """One target's labels: its examples, or None with what they lack; and how far annotators agree."""

    name: str
    examples: Examples | None
    caution: str
    alpha: float


def _prepare(out: str | PathLike[str]) -> Path:
    """Make the model's folder before the work starts."""
    folder = Path(out).absolute()
    if folder.resolve() in [find_model(name).resolve() for name in list_models()]:
        raise InputError(f"{out}: holds a model that comes with sourcegrade. Name another folder with -o.")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "model.json.part").touch()
        (folder / "model.json.part").unlink()
    except OSError as error:
        advice = "Name a folder with -o that you may write to."
        raise InputError(f"{out}: cannot be written ({error.strerror}). {advice}") from error
    return folder


def _match(
    articles: Iterable[Article], wanted: Mapping[str, None], reject: Callable[[Rejection], None]
) -> list[Article]:
    """The articles that carry a label; a label without an article is rejected."""
    kept = [article for article in articles if article.id in wanted]
    there = {article.id for article in kept}
    for missing in wanted:
        if missing not in there:
            reject(Rejection("labels", missing, "No article with this id is among those read."))
    return kept


def _warn(rejection: Rejection) -> None:
    warnings.warn(f"{rejection.source}: {rejection.record}: {rejection.reason}", stacklevel=3)


def _gather(
    articles: Sequence[Article], table: Floats, values: Mapping[str, Mapping[str, float]], name: str
) -> _Part:
    """Examples of one target; none where there are too few articles or a single group."""
    words = table[:, COLUMNS.index(WORDS)]
    rows = [i for i, article in enumerate(articles) if article.id in values and words[i] > 0]
    groups = np.array([articles[i].outlet or articles[i].event or articles[i].id for i in rows])
    alpha = measure_alpha(values)
    if len(rows) < FEWEST or len(set(groups)) < 2:
        found = f"{len(rows)} labelled articles from {len(set(groups))} outlets"
        caution = f"{name}: {found}; at least {FEWEST} from two outlets are needed."
        return _Part(name, None, caution, alpha)
    columns = score_columns(COLUMNS)
    chosen = table[rows][:, [COLUMNS.index(column) for column in columns]]
    labels = np.array([float(np.mean(list(values[articles[i].id].values()))) / 100 for i in rows])
    examples = Examples(columns, chosen, words[rows], labels, groups, np.full(len(rows), "labels"))
    return _Part(name, examples, "", alpha)


def _weigh(part: _Part) -> list[str]:
    """Sentences about what weakens the labels of a target."""
    name, data = part.name, part.examples
    if data is None:
        return [f"{part.caution} No score for it was fitted."]
    said = [f"{name}: {_say_alpha(part.alpha)}"]
    if len(data.labels) < FEW:
        said.append(f"{name}: {len(data.labels)} labelled articles are few; figures are rough below {FEW}.")
    positive = int((data.labels >= 0.5).sum())
    if min(positive, len(data.labels) - positive) < FEWEST // 2:
        said.append(f"{name}: labels are one-sided, {positive} of {len(data.labels)} are 50 or more.")
    elif (auc := length_auc(data)) > LENGTH_AUC:
        advice = "check that long and short articles carry both"
        said.append(f"{name}: length alone predicts these labels (AUC {auc:.2f}); {advice}.")
    return said


def _say_alpha(alpha: float) -> str:
    if math.isnan(alpha):
        return "agreement between annotators cannot be measured: no two of them differ on shared articles."
    return f"agreement between annotators, Krippendorff's alpha {alpha:.2f}."


def _find_idle(model: Model) -> list[str]:
    """Sentences for scores that say the same of every article."""
    idle = [name for name, target in model.targets.items() if target.slope == 0]
    said = (
        "the measures do not predict these labels for outlets left out, so every article gets the same value."
    )
    return [f"{name}: {said}" for name in idle]


def _describe(
    rows: Sequence[LabelRow],
    articles: Sequence[Article],
    used: Mapping[str, Examples],
    cautions: Sequence[str],
) -> dict[str, Any]:
    """What the card says of the labels."""
    content = repr(sorted((row.article, row.annotator, sorted(row.values.items())) for row in rows))
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    size = (
        f"{len(rows)} rows by {len({row.annotator for row in rows})} annotators on {len(articles)} articles"
    )
    data = {"name": "labels", "articles": len(articles), "licence": "yours", "sha256": digest}
    return {
        "labels": f"your labels: {size}. Each article's labels weigh the same in total.",
        "uses": {
            name: f"how much an article reads like those your annotators put high on {name}" for name in used
        },
        "data": [data | {"used_for": ", ".join(used)}],
        "tests": "Folds keep outlets whole (events where no outlet is given). The length-only column is the "
        "AUC of the word count alone.",
        "worst": " ".join(cautions) or "Nothing stood out.",
        "changes": "Fitted from your labels alone; percentiles and reference article are those of the "
        "default model.",
    }
