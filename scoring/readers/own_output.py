"""What sourcegrade wrote is no article: its pages and tables in a folder that is read are left out."""

from __future__ import annotations

from collections.abc import Iterable
from fnmatch import fnmatch

MARKS = (
    ("run.json", "rejected.jsonl"),
    ("outlets.csv", "pairs.csv"),
    ("evaluation.json", "predictions.csv"),
    ("model.json", "card.html"),
    ("validity.csv", "validity.json"),
)
"""Files that stand together where score and filter, compare, evaluate, train or validate have written."""

OTHERS = (
    "scorecards.jsonl",
    "features.csv",
    "index.html",
    "index-*.html",
    "metrics.json",
    "measures.csv",
    "card.md",
    "cards",
)
PICKED = ("kept.jsonl", "dropped.jsonl")
"""What filter wrote: whole articles, read when their folder is named, no second time from a folder above."""


def holds_output(names: Iterable[str]) -> bool:
    """Whether a folder with these files has been written to by one of the commands.

    Examples
    --------
    >>> holds_output(["a.txt", "run.json"]), holds_output(["a.txt", "run.json", "rejected.jsonl"])
    (False, True)
    """
    present = set(names)
    return any(present.issuperset(marks) for marks in MARKS)


def is_output(name: str, *, named: bool) -> bool:
    """Whether a file or folder there is what a command wrote; `named` if the user named that folder."""
    own = {*OTHERS, *(mark for marks in MARKS for mark in marks), *(() if named else PICKED)}
    return any(fnmatch(name, one) for one in own)
