"""Tables of a card about the whole model: beside simple learners, by length, and left against right."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

_STANDING = ("what", "learner", "length", "stumps", "tfidf", "nela", "ours", "reach", "met", "shipped")
_HEADER = (
    "what",
    "ours fitted as",
    "length only",
    "one-split trees",
    "TF-IDF",
    "NELA features",
    "ours, fitted there",
    "to reach",
    "reached",
    "shipped score, groups unseen",
)


def write_table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table.

    Examples
    --------
    >>> print(write_table(["corpus", "articles"], [["labels", 15]]))
    | corpus | articles |
    |---|---|
    | labels | 15 |
    """
    lines = [header, *rows]
    text = [f"| {' | '.join(str(cell) for cell in line)} |" for line in lines]
    return "\n".join([text[0], "|" + "---|" * len(header), *text[1:]])


def show(value: float | None) -> str:
    """A figure with three decimals.

    Examples
    --------
    >>> show(0.25), show(None)
    ('0.250', 'not defined')
    """
    return "not defined" if value is None or value != value else f"{value:.3f}"


def write_standing(about: Mapping[str, Any]) -> str:
    """AUC of the learner fitted inside each corpus beside simple learners; empty if it was not measured."""
    found = about.get("standing")
    if not found:
        return ""
    rows = [[_show_cell(row, key) for key in _STANDING] for row in found["rows"]]
    said = (
        "AUC of learners fitted anew inside the corpora named, all under the same folds: no outlet is on "
        "both sides, and no copy of an article trains what judges it. Ours is the scores' own estimator; it "
        f"weighs everyday words anew too (`train` keeps the shipped weights of words). Own: {found['own']}. "
        "A range is that of the pairs left out. The last column is "
        f"the shipped score, from fits on the joined corpora. NELA features: {found['nela']}."
    )
    return f"## Beside simple learners\n\n{said}\n\n{write_table(_HEADER, rows)}"


def _show_cell(row: Mapping[str, Any], key: str) -> str:
    value = row[key]
    if key in ("what", "learner"):
        return str(value)
    if key == "met":
        return "yes" if value else "no"
    if key == "ours" and row["low"] < row["high"]:
        return f"{value:.3f} ({row['low']:.3f} to {row['high']:.3f})"
    return "" if value is None else show(value)


def write_lengths(figures: Mapping[str, Any]) -> str:
    """AUC by length of a score, and with withheld articles left out and forced; empty without figures."""
    found = figures.get("lengths")
    if not found:
        return ""
    header = ["words", "articles", "AUC, groups unseen"]
    rows = [(show_band(row), row["articles"], show(row["auc"])) for row in found["bands"]]
    said = (
        f"By length. With the {found['withheld']} articles under {found['least']} words left out, as they "
        f"are withheld, the AUC is {show(found['auc_left_out'])}; with their scores forced it is "
        f"{show(found['auc_forced'])}."
    )
    return f"{said}\n\n{write_table(header, rows)}"


def show_band(row: Mapping[str, Any]) -> str:
    """The lengths that a band holds, both ends among them."""
    high = row.get("high")
    return f"{row['low']} or more" if high is None else f"{row['low']} to {high - 1}"


def write_sides(about: Mapping[str, Any]) -> str:
    """Left outlets against right ones on the same events; empty if it was not measured."""
    found = about.get("sides")
    if not found:
        return ""
    rows = [
        (name, f"{row['events']:.0f}", f"{row['articles']:.0f}", f"{row['difference']:+.1f}", _show_ends(row))
        for name, row in found.items()
    ]
    header = ["score", "events", "articles", "left less right, points", "90 % interval"]
    said = "Mean scores of left and right outlets (AllSides ratings) on the same events, event by event."
    return f"## Left and right outlets\n\n{said}\n\n{write_table(header, rows)}"


def _show_ends(row: Mapping[str, float]) -> str:
    return f"{row['low']:+.1f} to {row['high']:+.1f}"
