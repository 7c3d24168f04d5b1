"""A model's figures by name, and those of the model that stood in its folder before."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any


def list_figures(record: Mapping[str, Any]) -> dict[str, float]:
    """The figures of ``metrics.json`` that a later model should reach, by name; undefined ones left out.

    Examples
    --------
    >>> list_figures({"targets": {"bias": {"coverage": 0.9, "corpora": {"x": {"auc_unseen_groups": 0.8}}}}})
    {'bias AUC, x': 0.8, 'bias coverage': 0.9}
    """
    found: dict[str, Any] = {}
    for target, figures in record.get("targets", {}).items():
        for corpus, row in figures.get("corpora", {}).items():
            found[f"{target} AUC, {corpus}"] = row.get("auc_unseen_groups")
        for key in ("calibration_error", "coverage"):
            found[f"{target} {key.replace('_', ' ')}"] = figures.get(key)
    about = record.get("about", {})
    for row in about.get("across", []):
        found[f"{row['target']} AUC, {row['fitted_on']} to {row['tested_on']}"] = row["auc"]
    for row in about.get("standing", {}).get("rows", []):
        found[f"learner's AUC, {row['what']}, {row['learner']}"] = row["ours"]
    return {name: float(value) for name, value in found.items() if value is not None}


def describe_previous(folder: Path, record: Mapping[str, Any]) -> dict[str, Any]:
    """What ``metrics.json`` keeps of the model that stands in the folder: its figures and digests of data.

    Refitting what is there already changes nothing, so the same model before it stays the previous
    one. Empty where there is none, or none that can be read.
    """
    try:
        old = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
        before, kept = _summarise(old), old.get("previous", {})
    except (OSError, ValueError, TypeError, AttributeError, LookupError):
        return {}
    return dict(kept) if before == _summarise(record) else before


def _summarise(record: Mapping[str, Any]) -> dict[str, Any]:
    data = {row["name"]: row["sha256"] for row in record["about"].get("data", [])}
    return {"figures": list_figures(record), "data": data}


def compare_figures(record: Mapping[str, Any]) -> list[tuple[str, float | None, float | None]]:
    """Each figure of the previous model and of this one, by name; None where one of them lacks it.

    Empty where no previous model is known.
    """
    before, now = record.get("previous", {}).get("figures", {}), list_figures(record)
    names = dict.fromkeys([*now, *before]) if before else {}
    return [(name, before.get(name), now.get(name)) for name in names]
