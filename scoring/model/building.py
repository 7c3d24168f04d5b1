"""Puts a model together: reference, ranges, targets, metrics and card, from tables of measures."""

from __future__ import annotations

import json
import math
from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np

from scoring.extractors import COLUMNS
from scoring.model.card import write_card
from scoring.model.fitting import SPLITS, Examples, fit_target
from scoring.model.metrics import describe_target
from scoring.model.preparing import Floats, score_columns
from scoring.model.progress import describe_previous
from scoring.model.scores import Model, Reference
from scoring.model.slices import NO_SIDES, describe_slices
from scoring.model.starting import Start
from scoring.model.store import load_model, save_model
from scoring.model.target import Target

QUANTILES = 101
NO_STARTS: Mapping[str, Start] = MappingProxyType({})
NO_RANGES: Mapping[str, tuple[float, float]] = MappingProxyType({})


def _nothing_more(model: Model, metrics: Mapping[str, Any]) -> Mapping[str, Any]:
    return {}


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
    starts: Mapping[str, Start] = NO_STARTS,
    seen: Mapping[str, tuple[float, float]] = NO_RANGES,
    sides: Mapping[str, str] = NO_SIDES,
    judge: Callable[[Model, Mapping[str, Any]], Mapping[str, Any]] = _nothing_more,
    seed: int = 0,
    splits: int = SPLITS,
) -> Model:
    """Fit every target, then write model, ``metrics.json`` and ``card.md`` into a folder.

    Nothing is written before every fit has ended; the same examples give the same bytes.

    Parameters
    ----------
    examples : mapping
        Target to its labelled articles.
    about : mapping
        What the card says of the data: corpora with licence, size and digest, or the labels file.
    starts : mapping
        Target to the prior its fit starts from; those not named are fitted from scratch.
    seen : mapping
        Column to smallest and largest value that the priors were fitted on, which widen the ranges.
    sides : mapping
        Group to the political side of its outlet, where it is known.
    judge : callable
        Gives further parts of `about` from the fitted model and the figures of its targets.
    splits : int
        Of the outlets in three, for the width of intervals, and as many for their coverage.
    """
    columns = list_columns(reference)
    medians = np.array([reference.medians[column] for column in columns])
    targets, metrics = {}, {}
    with _one_thread():
        for target, data in examples.items():
            start = starts.get(target)
            prior = start.prior if start else None
            fitted, odds = fit_target(data, medians, target, prior=prior, seed=seed, splits=splits)
            targets[target] = _with_width(fitted)
            metrics[target] = describe_target(
                data, targets[target], odds, target, prior=prior, seed=seed, splits=splits
            )
            metrics[target] |= {"start": start.describe()} if start else {}
            metrics[target]["slices"] = describe_slices(data, odds, sides=sides)
    ranges = _widen(_find_ranges(columns, list(examples.values()), reference), seen)
    model = Model(name, version, "", columns, targets, reference, ranges)
    with _one_thread():
        record = {"format": 1, "targets": metrics, "about": {**about, **judge(model, metrics)}}
    record["previous"] = describe_previous(out, record)
    pages = {
        "metrics.json": json.dumps(record, indent=1, sort_keys=True, allow_nan=False) + "\n",
        "card.md": write_card(model, record),
    }
    save_model(model, out)
    for page, text in pages.items():
        (out / page).write_text(text, encoding="utf-8", errors="replace", newline="\n")
    return load_model(out)


def list_columns(reference: Reference) -> tuple[str, ...]:
    """What enters a score: the codebook's scored columns for which the reference has a median."""
    return tuple(name for name in score_columns() if name in reference.medians)


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


def _widen(
    ranges: Mapping[str, tuple[float, float]], seen: Mapping[str, tuple[float, float]]
) -> dict[str, tuple[float, float]]:
    """Ranges that hold those of `seen` too."""
    both = {name: (ends, seen.get(name, ends)) for name, ends in ranges.items()}
    return {name: (min(one[0], two[0]), max(one[1], two[1])) for name, (one, two) in both.items()}
