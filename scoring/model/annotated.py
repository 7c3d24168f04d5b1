"""Labels of our own on places of the corpora: read without text, joined to the text by id and offsets.

How they came about is said in ``annotations/GUIDELINE.md`` beside this module.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib import resources

from scoring.article import Span


@dataclass(frozen=True, slots=True)
class Annotated:
    """A place in an article with two blind labels and the settled one, which is theirs where they agree."""

    part: str
    article: str
    span: Span
    first: str
    second: str
    label: str


def read_annotations(name: str) -> list[Annotated]:
    """The rows of one of the files of ``annotations/``, such as "source_types"."""
    file = resources.files("scoring.model") / "annotations" / f"{name}.csv"
    return [_read(row) for row in csv.DictReader(file.read_text(encoding="utf-8").splitlines())]


def _read(row: Mapping[str, str]) -> Annotated:
    settled = row["settled"] or row["first"]
    return Annotated(
        row["part"],
        row["article"],
        (int(row["start"]), int(row["end"])),
        row["first"],
        row["second"],
        settled,
    )


def alpha(rows: Sequence[Annotated]) -> float:
    """Krippendorff's alpha of the two blind labels, nominal; 1 is full agreement, 0 that of chance.

    Returns
    -------
    float
        NaN where fewer than two classes were given.

    Examples
    --------
    >>> rows = [Annotated("", "", (0, 0), a, b, a) for a, b in ["xx", "xx", "yy", "xy"]]
    >>> round(alpha(rows), 3)
    0.533
    """
    given = Counter(label for row in rows for label in (row.first, row.second))
    total = given.total()
    apart = total * total - sum(n * n for n in given.values())
    if not apart:
        return float("nan")
    differing = sum(row.first != row.second for row in rows)
    return 1 - 2 * (total - 1) * differing / apart
