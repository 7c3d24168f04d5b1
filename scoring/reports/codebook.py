"""The codebook as a Markdown page: every measure with unit, range, meaning, source and known flaws."""

from __future__ import annotations

from collections.abc import Iterator

from scoring.extractors import EXTRACTORS, Column, Extractor
from scoring.extractors.measure import UNITS

_HEAD = """# Codebook

Every measure of sourcegrade: {count} columns in {families} families. Written by `make report` from the code;
`sourcegrade measures` prints the same, `sourcegrade measures --json` gives it to programs.

An undefined value is empty (NaN), never 0: a share of nothing, a rate without words. "Outlet's voice" means
outside quotation marks and, for hedges and boosters, outside attributed paraphrases. Repeated sentences count
once outside the family stuffing, and site furniture counts nowhere.
"""


def write_codebook() -> str:
    """The whole page.

    Examples
    --------
    >>> write_codebook().splitlines()[0]
    '# Codebook'
    """
    count = sum(len(extractor.columns) for extractor in EXTRACTORS)
    parts = [_HEAD.format(count=count, families=len(EXTRACTORS))]
    parts += [_write_family(extractor) for extractor in EXTRACTORS]
    return "\n".join(parts)


def _write_family(extractor: Extractor) -> str:
    rows = "\n".join(line for column in extractor.columns for line in _write_column(column, extractor))
    return f"## {extractor.name.capitalize()}\n\n{rows}"


def _write_column(column: Column, extractor: Extractor) -> Iterator[str]:
    marks = [column.unit, _say_range(column)]
    marks += ["headline of the family"] if column.name == extractor.headline else []
    marks += [] if column.scored else ["shown, enters no score"]
    yield f"### {column.label}"
    yield ""
    yield f"`{column.name}` · {' · '.join(marks)}"
    yield ""
    yield column.meaning
    yield ""
    yield f"- Source: {column.source}"
    yield f"- Known flaws: {column.flaws}"
    if column.kinds:
        yield f"- Evidence: {', '.join(f'`{kind}`' for kind in column.kinds)}"
    yield ""


def _say_range(column: Column) -> str:
    _, low, high = UNITS[column.suffix]
    if low == -float("inf"):
        return "any number"
    return f"{low:g} and up" if high == float("inf") else f"{low:g} to {high:g}"
