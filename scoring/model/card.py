"""Model cards: generated from metrics; what is not filled is printed loudly."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

import numpy as np

from scoring.model.card_tables import show, write_lengths, write_sides, write_standing, write_table
from scoring.model.coverage import say_narrow
from scoring.model.progress import compare_figures
from scoring.model.scores import Model
from scoring.model.signs import REASONS, SET_BY_US, say_bound
from scoring.model.style import say_style

MISSING = "**NOT FILLED**"
_AUCS = ("auc_length_only", "auc_unseen_groups")
_IDLE = "**Says nothing yet**: calibration found no slope, so every article gets the same value."
_USE = {
    "quality": "how much an article reads like those of outlets that lists call credible",
    "bias": "how much an article reads like those that annotators, or lists of outlets, call partisan",
}
GOOD_FOR = (
    "Compare articles, find what to read closely, check drafts. Always read the evidence beside the number."
)
BAD_FOR = (
    "call an article true or false, or an outlet honest or dishonest",
    "decide about people without reading",
    "score texts that are not English news or web prose, or shorter than the limit: those are withheld",
)


def write_card(model: Model, record: Mapping[str, Any]) -> str:
    """The card of a model as Markdown.

    Parameters
    ----------
    record : mapping
        What ``metrics.json`` holds. A part of its "about" that is missing is printed loudly.
    """
    about = record["about"]
    parts = [
        f"# Model card: {model.name}",
        f"Made with sourcegrade {model.version}. Generated; do not edit.",
        _write_use(model, about.get("uses", {})),
        "## Do not use it to\n\n" + "\n".join(f"- {use}" for use in BAD_FOR),
        "## Whose labels\n\n" + about.get("labels", MISSING),
        _write_data(about),
        _write_annotators(about),
        "## How it was tested\n\n" + about.get("tests", MISSING),
        *(_write_target(model, name, figures) for name, figures in record["targets"].items()),
        write_standing(about),
        _write_across(about),
        write_sides(about),
        _write_reference(model),
        _write_signs(model),
        _write_worst(record),
        _write_changes(record),
    ]
    return "\n\n".join(part for part in parts if part) + "\n"


def find_uses(model: Model, uses: Mapping[str, str]) -> dict[str, str]:
    """What each score says, in the words of the card's data where it has any."""
    return {name: uses.get(name) or _USE.get(name, MISSING) for name in model.targets}


def _write_use(model: Model, uses: Mapping[str, str]) -> str:
    lines = [f"- **{name}**: {use}." for name, use in find_uses(model, uses).items()]
    return "\n".join(["## Use it for\n", *lines]) + f"\n\n{GOOD_FOR}"


def _write_data(about: Mapping[str, Any]) -> str:
    data = about.get("data", [])
    if not data:
        return "## Data\n\n" + MISSING
    header = ["corpus", "articles", "licence stated there", "SHA-256 (first 16)", "used for"]
    keys = ("name", "articles", "licence", "sha256", "used_for")
    return "## Data\n\n" + write_table(header, [[row[key] for key in keys] for row in data])


def _write_annotators(about: Mapping[str, Any]) -> str:
    """Each annotator beside the others, where the labels are a user's own."""
    keys = ("target", "annotator", "labels", "shared", "difference")
    rows = [[_show_points(row[key]) for key in keys] for row in about.get("annotators", [])]
    header = ["score", "annotator", "labels", "shared articles", "mean difference from the others there"]
    return "\n\n".join(["## Annotators", write_table(header, rows), about["agreement"]]) if rows else ""


def _show_points(value: object) -> object:
    """A cell in which nothing can end the table's row; differences with their sign."""
    if value is None:
        return "not defined"
    if isinstance(value, float):
        return f"{value:+.1f}"
    return " ".join(str(value).replace("|", "/").split())


def _write_start(figures: Mapping[str, Any]) -> list[str]:
    """What the fit started from, where a prior was offered."""
    start = figures.get("start")
    if not start:
        return ["Fitted from scratch, without a prior."] if start is not None else []
    named = f"`{start['model']}` ({start['digest']})"
    begun = f"Started from the model {named}: its curves, halved, are what few labels leave unchanged."
    left = f"Fitted from scratch: the curves of the model {named} did not help with these labels."
    aucs = ", ".join(
        f"{said} {show(start[key])}"
        for key, said in (
            ("auc_alone", "of that model as it is"),
            ("auc_scratch", "from scratch, groups unseen"),
            ("auc_joined", "started from it, groups unseen"),
        )
    )
    warned = "If your articles were among those it was fitted on, the first and third are too good."
    return [f"{begun if start['kept'] else left} AUC on your labels: {aucs}. {warned}"]


def _write_target(model: Model, name: str, figures: Mapping[str, Any]) -> str:
    header = ["corpus", "articles", "labelled 50 or more", "groups", "AUC, length only", "AUC, groups unseen"]
    rows = [
        (corpus, row["articles"], row["positive"], row["groups"], *(show(row[auc]) for auc in _AUCS))
        for corpus, row in figures["corpora"].items()
    ]
    keys = ("share", "predicted", "observed")
    bins = [[f"{row[key]:.3f}" for key in keys] for row in figures["reliability"]]
    return "\n\n".join(
        [
            f"## Score: {name}",
            *([_IDLE] if model.targets[name].slope == 0 else []),
            *([f"This score {style}"] if (style := say_style(figures.get("style", ()))) else []),
            *_write_start(figures),
            write_table(header, rows),
            f"Calibration error on unseen groups: {figures['calibration_error']:.3f}"
            f"{_write_chance(figures)}. "
            f"Interval coverage, outlets split in three: {show(figures['coverage'])} "
            f"(asked for: .90{_write_narrow(figures)}). "
            f"Value of the reference article: {figures['reference_value']:.1f}.",
            write_table(["share of articles", "predicted", "observed"], bins),
            *([lengths] if (lengths := write_lengths(figures)) else []),
            *_write_unused(model),
        ]
    )


def _write_narrow(figures: Mapping[str, Any]) -> str:
    """What follows a coverage clearly under what was asked for."""
    return ", so the interval is too narrow" if say_narrow("", figures["coverage"] or math.nan) else ""


def _write_chance(figures: Mapping[str, Any]) -> str:
    """What is left of the calibration error without what chance alone gives."""
    chance = figures.get("calibration_error_by_chance")
    error = figures["calibration_error"]
    return "" if chance is None else f", {error - chance:+.3f} beside {chance:.3f} by chance alone"


def _write_unused(model: Model) -> list[str]:
    """The measures that a card shows and no score uses, since the labelled articles hold none."""
    curves = [target.curves for target in model.targets.values()]
    moves = np.any([one.coef_.any(axis=1) for one in curves], axis=0)
    seen = [low < high for low, high in (model.ranges[name] for name in model.columns)]
    unused = [name for name, moved, was in zip(model.columns, moves, seen, strict=True) if not (moved or was)]
    listed = ", ".join(f"`{name}`" for name in unused)
    return [f"Shown but without effect, as no labelled article holds any: {listed}."] if unused else []


def _write_across(about: Mapping[str, Any]) -> str:
    rows = about.get("across", [])
    if not rows:
        return ""
    cells = [[row["fitted_on"], row["tested_on"], row["target"], f"{row['auc']:.4f}"] for row in rows]
    table = write_table(["fitted on", "tested on", "score", "AUC"], cells)
    return f"## Across corpora\n\nFitted on one, tested on another, nothing shared.\n\n{table}"


def _write_reference(model: Model) -> str:
    reference = model.reference
    return (
        f"## Reference articles\n\n{reference.articles} articles of {reference.corpus}. Percentiles are "
        "among them; contributions are differences from an article whose measures are their medians."
    )


def _write_signs(model: Model) -> str:
    rows = [
        (target, f"`{column}`", f"may {say_bound(target, column)}", reason)
        for target in model.targets
        for column, (sign, reason) in REASONS.get(target, {}).items()
        if sign
    ]
    table = write_table(["score", "measure", "may", "because"], rows)
    return f"## Sign bounds\n\n{SET_BY_US}\n\n{table}" if rows else ""


def _write_worst(record: Mapping[str, Any]) -> str:
    """What no figure can say, then the slices with the most errors."""
    parts = ["## Where it is worst", record["about"].get("worst", MISSING)]
    for name, figures in record["targets"].items():
        parts += _write_slices(name, figures["slices"]) if "slices" in figures else [f"{name}: {MISSING}"]
    return "\n\n".join(parts)


def _write_slices(name: str, found: Mapping[str, Any]) -> list[str]:
    said = f"{found['wrong']} of {found['articles']} articles of unseen groups are on the wrong side of 50"
    keys = ("kind", "name", "articles", "wrong")
    rows = [
        (*(_show_points(row[key]) for key in keys), f"{row['low']:.3f} to {row['high']:.3f}")
        for row in found["worst"]
    ]
    header = ["slice", "name", "articles", "wrong side", "90 % interval of the share"]
    return [f"{name}: {said}.", *([write_table(header, rows)] if rows else [])]


def _write_changes(record: Mapping[str, Any]) -> str:
    """Each figure before and now; those that did not move are counted."""
    parts = ["## Changes since the last model", record["about"].get("changes", MISSING)]
    rows = compare_figures(record)
    if rows:
        cells = [(name, show(before), show(now)) for name, before, now in rows]
        parts.append(write_table(["figure", "before", "now"], cells))
    return "\n\n".join(parts)
