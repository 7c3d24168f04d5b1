"""Puts a model together: reference, ranges, targets, metrics and card, from tables of measures."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
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
    for target, data in examples.items():
        targets[target], odds = fit_target(data, medians, target, seed=seed)
        metrics[target] = describe_target(data, targets[target], odds, target, seed=seed)
    model = Model(name, version, "", columns, targets, reference, _find_ranges(columns, list(examples.values()), reference))
    save_model(model, out)
    record = {"format": 1, "targets": metrics, "about": dict(about)}
    (out / "metrics.json").write_text(json.dumps(record, indent=1, sort_keys=True) + "\n", encoding="utf-8")
    (out / "card.md").write_text(write_card(model, record), encoding="utf-8")
    return load_model(out)


def _find_ranges(columns: Sequence[str], parts: Sequence[Examples], reference: Reference) -> dict[str, tuple[float, float]]:
    """Smallest and largest value of each column in training, widened to hold the reference median."""
    table = np.vstack([part.table for part in parts])
    ranges = {}
    for i, name in enumerate(columns):
        known = table[:, i][~np.isnan(table[:, i])]
        values = [reference.medians[name], *([float(known.min()), float(known.max())] if len(known) else [])]
        ranges[name] = (min(values), max(values))
    return ranges
