"""Model cards: generated from metrics; what is not filled is printed loudly."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scoring.model.scores import Model
from scoring.model.signs import REASONS

MISSING = "**NOT FILLED**"
_USE = {
    "quality": "how much an article reads like those of outlets that lists call credible",
    "bias": "how much an article reads like those that annotators, or lists of outlets, call partisan",
}


def write_card(model: Model, record: Mapping[str, Any]) -> str:
    """The card of a model as Markdown."""
    about = record["about"]
    parts = [
        f"# Model card: {model.name}",
        f"Made with sourcegrade {model.version}. Generated; do not edit.",
        "## Use it for\n\n" + "\n".join(f"- **{name}**: {_USE.get(name, 'a target of your own labels')}." for name in model.targets),
        "Compare articles and outlets, find what to read closely, check drafts. Always read the evidence beside the number.",
        "## Do not use it to\n\n- call an article true or false, or an outlet honest or dishonest;\n- decide about people without reading;\n"
        "- score texts that are not English news or web prose, or shorter than the limit: those are withheld.",
        "## Whose labels\n\n" + about.get("labels", MISSING),
        _write_data(about),
        "## How it was tested\n\n" + about.get("tests", MISSING),
        *(_write_target(name, figures) for name, figures in record["targets"].items()),
        _write_extra(about),
        _write_reference(model),
        _write_signs(model),
        "## Where it is worst\n\n" + about.get("worst", MISSING),
        "## Changes since the last model\n\n" + about.get("changes", MISSING),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def _write_data(about: Mapping[str, Any]) -> str:
    rows = about.get("data", [])
    if not rows:
        return "## Data\n\n" + MISSING
    lines = [f"| {row['name']} | {row['articles']} | {row['licence']} | `{row['sha256']}` | {row['used_for']} |" for row in rows]
    return "## Data\n\n| corpus | articles | licence stated there | SHA-256 (first 16) | used for |\n|---|---|---|---|---|\n" + "\n".join(lines)


def _write_target(name: str, figures: Mapping[str, Any]) -> str:
    lines = [
        f"| {corpus} | {row['articles']} | {row['positive']} | {row['groups']} | {_show(row['auc_length_only'])} | {_show(row['auc_unseen_groups'])} |"
        for corpus, row in figures["corpora"].items()
    ]
    table = "| corpus | articles | labelled | groups | AUC, length only | AUC, groups unseen |\n|---|---|---|---|---|---|\n" + "\n".join(lines)
    bins = "\n".join(f"| {row['share']:.3f} | {row['predicted']:.3f} | {row['observed']:.3f} |" for row in figures["reliability"])
    return (
        f"## Score: {name}\n\n{table}\n\n"
        f"Calibration error on unseen groups: {figures['calibration_error']:.3f}. Interval coverage, outlets split in three: "
        f"{_show(figures['coverage'])} (asked for: .90). Value of the reference article: {figures['reference_value']:.1f}.\n\n"
        f"| share of articles | predicted | observed |\n|---|---|---|\n{bins}"
    )


def _write_extra(about: Mapping[str, Any]) -> str:
    rows = about.get("across", [])
    if not rows:
        return ""
    lines = "\n".join(f"| {row['fitted_on']} | {row['tested_on']} | {row['target']} | {row['auc']:.4f} |" for row in rows)
    return "## Across corpora\n\nFitted on one, tested on another, nothing shared.\n\n| fitted on | tested on | score | AUC |\n|---|---|---|---|\n" + lines


def _write_reference(model: Model) -> str:
    reference = model.reference
    return (
        f"## Reference articles\n\n{reference.articles} articles of {reference.corpus}. Percentiles are among them; contributions are "
        "differences from an article whose measures are their medians."
    )


def _write_signs(model: Model) -> str:
    rows = [
        f"| {target} | `{column}` | {'may only raise' if sign > 0 else 'may only lower'} | {reason} |"
        for target in model.targets
        for column, (sign, reason) in REASONS.get(target, {}).items()
        if sign
    ]
    return "## Sign bounds\n\n| score | measure | may | because |\n|---|---|---|---|\n" + "\n".join(rows) if rows else ""


def _show(value: float | None) -> str:
    return "not defined" if value is None or value != value else f"{value:.3f}"
