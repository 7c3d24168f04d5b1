"""Puts a model together: reference, ranges, targets, metrics and card, from tables of measures."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import Any

import numpy as np

from scoring.extractors import COLUMNS
from scoring.model.card import write_card
from scoring.model.fitting import Examples, fit_target
from scoring.model.metrics import describe_target
from scoring.model.preparing import Floats, score_columns
from scoring.model.scores import Model, Reference
from scoring.model.store import load_model, save_model
from scoring.model.target import Target

QUANTILES = 101


def describe_reference(corpus: str, table: Floats) -> Reference:
    """Medians and quantiles of the reference articles; `table` has the codebook's columns."""
    medians, quantiles = {}, {}
    for name, column in zip(COLUMNS, table.T, strict=True):
        known = column[~np.isnan(column)]
        values = np.quantile(known, np.linspace(0, 1, QUANTILES)) if len(known) else np.zeros(QUANTILES)
        medians[name] = float(np.median(known)) if len(known) else 0.0
        quantiles[name] = [round(float(value), 5) for value in values]
    return Reference(corpus, len(table), medians, quantiles)


def build_model(
    examples: Mapping[str, Examples],
    reference: Reference,
    *,
    name: str,
    version: str,
    out: Path,
    about: Mapping[str, Any],
    seed: int = 0,
) -> Model:
    """Fit every target, then write model, ``metrics.json`` and ``card.md`` into a folder.

    Nothing is written before every fit has ended; the same examples give the same bytes.

    Parameters
    ----------
    examples : mapping
        Target to its labelled articles.
    about : mapping
        What the card says of the data: corpora with licence, size and digest, or the labels file.
    """
    columns = tuple(score_columns(COLUMNS))
    medians = np.array([reference.medians[column] for column in columns])
    targets, metrics = {}, {}
    with _one_thread():
        for target, data in examples.items():
            fitted, odds = fit_target(data, medians, target, seed=seed)
            targets[target] = _with_width(fitted)
            metrics[target] = describe_target(data, targets[target], odds, target, seed=seed)
    ranges = _find_ranges(columns, list(examples.values()), reference)
    model = Model(name, version, "", columns, targets, reference, ranges)
    record = {"format": 1, "targets": metrics, "about": dict(about)}
    pages = {
        "metrics.json": json.dumps(record, indent=1, sort_keys=True, allow_nan=False) + "\n",
        "card.md": write_card(model, record),
    }
    save_model(model, out)
    for page, text in pages.items():
        (out / page).write_text(text, encoding="utf-8", errors="replace", newline="\n")
    return load_model(out)


def _one_thread() -> AbstractContextManager[object]:
    """Linear algebra on one core: on small matrices threads wait for one another and change the sums."""
    limited: AbstractContextManager[object] = import_module("threadpoolctl").threadpool_limits(limits=1)
    return limited


def _with_width(target: Target) -> Target:
    """The target with an interval that can be drawn: without a slope no split could measure its width."""
    return target if target.slope > 0 and math.isfinite(target.widening) else replace(target, widening=1.0)


def _find_ranges(
    columns: Sequence[str], parts: Sequence[Examples], reference: Reference
) -> dict[str, tuple[float, float]]:
    """Smallest and largest value of each column in training, widened to hold the reference median."""
    table = np.vstack([part.table for part in parts])
    ranges = {}
    for i, name in enumerate(columns):
        known = table[:, i][~np.isnan(table[:, i])]
        values = [reference.medians[name], *([float(known.min()), float(known.max())] if len(known) else [])]
        ranges[name] = (min(values), max(values))
    return ranges
