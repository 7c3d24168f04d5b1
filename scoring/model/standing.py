"""How far the measures carry beside simple learners: one table, every learner under the same folds.

Each row is fitted anew inside its corpora by the estimator of the scores. Groups are registered domains; an
article's copies in other groups never train what judges it.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.metrics import roc_auc_score

from scoring.model.baselines import predict_probability
from scoring.model.examples import Examples, even_weights, split_groups
from scoring.model.fitting import fit_curves
from scoring.model.manner import fill
from scoring.model.near_copies import CopyIndex
from scoring.model.preparing import Floats, shrink
from scoring.model.signs import REASONS, signs_for

PENALTY = 0.01
"""Of all rows, fixed so that no corpus chooses it for another."""
Rows = NDArray[np.int64]
Split = tuple[Rows, Rows]
NELA: Mapping[str, Any] = tomllib.loads((files("scoring.model") / "nela.toml").read_text(encoding="utf-8"))
"""AUC of the NELA features by row, measured once elsewhere, and how."""


@dataclass(frozen=True, slots=True)
class Task:
    """One row of the table before it is measured.

    Attributes
    ----------
    name : str
        Key of the row, as in ``nela.toml``.
    what : str
        What is told apart, and how it is split.
    target : str
        Whose sign bounds hold; a score of the user's own has none, and house style is open to it.
    splits : sequence of (train, test)
        Row numbers of `data`.
    pooled : bool
        One AUC over all tested articles; else the mean and range of those of the splits.
    reach : float
        AUC to reach; NaN where only margins count.
    over_tfidf, over_nela : float
        What to gain over these two; NaN for no goal.
    """

    name: str
    what: str
    target: str
    data: Examples
    texts: Sequence[str]
    splits: Sequence[Split]
    pooled: bool = True
    reach: float = math.nan
    over_tfidf: float = math.nan
    over_nela: float = math.nan


Learner = Callable[[Task, Rows, Rows, Floats], Floats]


def learn_curves(task: Task, train: Rows, test: Rows, medians: Floats) -> Floats:
    """Log-odds by the estimator of the scores."""
    known, asked = fill(task.data.take(train), task.data.take(test), task.target)
    curves = fit_curves(known, medians, task.target, PENALTY)
    return curves.decision_function(shrink(asked.table, asked.words, medians, asked.columns))


def learn_stumps(task: Task, train: Rows, test: Rows, medians: Floats) -> Floats:
    """Log-odds by boosted trees of one split on the measures open to ours: additive, not smooth."""
    signs = signs_for(task.target)
    is_open = [signs.get(column) != 0 for column in task.data.columns]
    known, asked = (
        shrink(part.table, part.words, medians, part.columns)[:, is_open]
        for part in fill(task.data.take(train), task.data.take(test), task.target)
    )
    trees = HistGradientBoostingClassifier(max_leaf_nodes=2, early_stopping=False, random_state=0)
    weight = even_weights(task.data.take(train))
    return np.asarray(
        trees.fit(known, task.data.labels[train] >= 0.5, sample_weight=weight).decision_function(asked)
    )


def learn_length(task: Task, train: Rows, test: Rows, medians: Floats) -> Floats:
    """The word count, in the direction that holds in the training part."""
    data = task.data
    rises = roc_auc_score(data.labels[train] >= 0.5, data.words[train]) >= 0.5
    return np.asarray(data.words[test] if rises else -data.words[test])


def learn_words(task: Task, train: Rows, test: Rows, medians: Floats) -> Floats:
    """Probability by TF-IDF of titles and texts."""
    texts, labels = task.texts, task.data.labels
    return predict_probability(
        [texts[i] for i in train], [bool(labels[i] >= 0.5) for i in train], [texts[i] for i in test]
    )


LEARNERS: Mapping[str, Learner] = {
    "ours": learn_curves,
    "stumps": learn_stumps,
    "length": learn_length,
    "tfidf": learn_words,
}


def compare(
    tasks: Iterable[Task], medians: Floats, shipped: Mapping[str, float | None]
) -> list[dict[str, Any]]:
    """The rows of the table.

    Parameters
    ----------
    shipped : mapping
        Name of a task to the AUC of the shipped score on groups it had not seen; None where it has none.
    """
    return [_measure(task, medians) | {"shipped": shipped.get(task.name)} for task in tasks]


def _measure(task: Task, medians: Floats) -> dict[str, Any]:
    found = {name: judge(task, learner, medians) for name, learner in LEARNERS.items()}
    low, high = found["ours"][1:]
    row: dict[str, Any] = {name: round(middle, 4) for name, (middle, _, _) in found.items()}
    row |= {"nela": NELA["auc"].get(task.name), "low": round(low, 4), "high": round(high, 4)}
    reach = find_reach(task, row["tfidf"], row["nela"])
    named = {"name": task.name, "what": task.what, "learner": say_learner(task.target)}
    return {**named, "reach": reach, "met": row["ours"] >= reach, **row}


def say_learner(target: str) -> str:
    """As which score our learner is fitted.

    Examples
    --------
    >>> say_learner("bias"), say_learner("veracity")
    ('bias, bounded', 'own, unbounded')
    """
    return f"{target}, bounded" if target in REASONS else "own, unbounded"


def judge(task: Task, learner: Learner, medians: Floats) -> tuple[float, float, float]:
    """AUC of a learner, with the smallest and largest of the splits.

    Where the tested articles are pooled all three are that one AUC.
    """
    truth, aucs, pooled, tested = task.data.labels >= 0.5, [], [], []
    for train, test in task.splits:
        scores = learner(task, train, test, medians)
        pooled.append(scores)
        tested.append(test)
        if not task.pooled:
            aucs.append(float(roc_auc_score(truth[test], scores)))
    if task.pooled:
        aucs = [float(roc_auc_score(truth[np.concatenate(tested)], np.concatenate(pooled)))]
    return float(np.mean(aucs)), min(aucs), max(aucs)


def find_reach(task: Task, tfidf: float, nela: float | None) -> float:
    """The highest of a task's goals; NaN without one.

    Examples
    --------
    >>> nothing = np.array([])
    >>> data = Examples((), nothing, nothing, nothing, nothing, nothing)
    >>> find_reach(Task("a", "a", "bias", data, (), (), reach=0.85, over_tfidf=0.02), 0.84, None)
    0.86
    """
    goals = [task.reach, tfidf + task.over_tfidf, (nela or math.nan) + task.over_nela]
    return round(max((goal for goal in goals if not math.isnan(goal)), default=math.nan), 4)


def split_outlets(data: Examples, texts: Sequence[str]) -> list[Split]:
    """Folds that keep groups whole; copies of what is tested do not train."""
    return _drop_copies(list(split_groups(data)), texts)


def split_pairs(data: Examples, texts: Sequence[str]) -> list[Split]:
    """Each pair of one group of either class left out together."""
    groups = np.unique(data.groups)
    high = [group for group in groups if data.labels[data.groups == group].mean() >= 0.5]
    low = [group for group in groups if group not in high]
    inside = [(data.groups == one) | (data.groups == other) for one in low for other in high]
    return _drop_copies([(np.flatnonzero(~part), np.flatnonzero(part)) for part in inside], texts)


def split_corpora(train: Sequence[Examples], test: Examples, texts: Sequence[str]) -> list[Split]:
    """The rows of the joined examples: all of the first corpora against all of the last."""
    count = sum(len(part.labels) for part in train)
    return _drop_copies([(np.arange(count), count + np.arange(len(test.labels)))], texts)


def _drop_copies(splits: Sequence[Split], texts: Sequence[str]) -> list[Split]:
    """The splits without the training articles that are near-copies of a tested one."""
    first = find_first_copies(texts)
    return [(train[~np.isin(first[train], first[test])], test) for train, test in splits]


def find_first_copies(texts: Sequence[str]) -> Rows:
    """For each text the place of the first that it is a near-copy of; its own where there is none.

    Examples
    --------
    >>> find_first_copies(["The ferry left at nine.", "It rained.", "The ferry left at nine!"]).tolist()
    [0, 1, 0]
    """
    index, first = CopyIndex(), list[int]()
    for place, text in enumerate(texts):
        found = index.find(text)
        first.append(place if found is None else first[int(found)])
        index.add(str(place), text)
    return np.array(first, dtype=np.int64)


def flip(data: Examples) -> Examples:
    """The same articles with the labels turned round."""
    return replace(data, labels=1 - data.labels)
