"""Which measures moved a score from one draft to the next, in points that add up to the change."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np

from scoring.model import Model
from scoring.model.preparing import WORDS, shrink
from scoring.model.target import Target


def share_change(
    before: Mapping[str, float], after: Mapping[str, float], model: Model
) -> dict[str, dict[str, float]]:
    """Points that each measure moved each score by, the largest first.

    Points are a measure's difference in log-odds times the ratio of the change of the value to the
    change of all log-odds, its limit where that is zero. They sum to the value after minus before. A
    measure that stayed may move it too: with more words a rate counts for more.

    Parameters
    ----------
    before, after : mapping
        Column to value, NaN where undefined; the word count must be among them.
    """
    table = np.array([[row[name] for name in model.columns] for row in (before, after)], dtype=float)
    words = np.array([before[WORDS], after[WORDS]], dtype=float)
    return {name: _share(target, table, words, model.columns) for name, target in model.targets.items()}


def _share(
    target: Target, table: np.ndarray, words: np.ndarray, columns: tuple[str, ...]
) -> dict[str, float]:
    prepared = shrink(table, words, target.reference, target.curves.columns)
    parts = target.slope * np.diff(target.curves.contributions(prepared), axis=0)[0]
    first, last = 1 / (1 + np.exp(-target.log_odds(table, words)))
    total = float(parts.sum())
    ratio = first * (1 - first) if abs(total) < 1e-6 else (last - first) / total
    points = dict(zip(columns, (100 * ratio * parts).tolist(), strict=True))
    return dict(sorted(points.items(), key=lambda item: (-abs(item[1]), item[0])))
