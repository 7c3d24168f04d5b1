"""The evidence behind a measure: which spans of a card it counts."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.article import Evidence
from scoring.extractors import Column

UNCOUNTED = frozenset({"conditional", "modal"})
"""Notes of hedges that are marked and counted in no measure."""

KNOWN = ("named", "role", "document")
"""Notes of sources that a reader could look up or ask."""
NOTES: dict[str, tuple[str, ...]] = {"identified": ("named", "document"), "unnamed": ("anonymous", "vague")}
NOTES |= {note: (note,) for note in (*KNOWN, "anonymous", "vague")}
NOTES |= {"first": KNOWN}
_OWN = frozenset(
    {"hedge", "booster", "loaded", "promotional", "filler", "call_to_action", "template_residue"}
)
"""Kinds that rates and counts take in one voice only; shares of sentences and grades take both."""


def find_behind(evidence: Sequence[Evidence], column: Column) -> list[int]:
    """Indices of the spans a column counts, of its first kind that has any.

    Of what says where something begins ("words before the first source") that is one span.

    Examples
    --------
    >>> from scoring.extractors import CODEBOOK
    >>> spans = [Evidence(0, 3, "hedging", "hedge", note=note) for note in ("modal", "epistemic")]
    >>> find_behind(spans, CODEBOOK["hedging_hedge_rate"])
    [1]
    """
    for kind in column.kinds:
        found = [i for i, e in enumerate(evidence) if e.kind == kind and _counts(e, column)]
        if found and "_first_" in column.name:
            return [min(found, key=lambda i: evidence[i].start)]
        if found:
            return found
    return []


def is_uncounted(item: Evidence) -> bool:
    """Whether a span is marked and counted in no measure: a condition or a possibility, no doubt."""
    return item.kind == "hedge" and item.note in UNCOUNTED


def say_uncounted(evidence: Sequence[Evidence]) -> str:
    """Return a sentence on marked hedges that no measure counts; empty where there are none.

    Examples
    --------
    >>> spans = [Evidence(0, 2, "hedging", "hedge", note=note) for note in ("epistemic", "modal")]
    >>> say_uncounted(spans)  # doctest: +ELLIPSIS
    'Of 2 hedges marked, 1 sets a condition or says what is possible or due (if, can, ...'
    """
    hedges = [e for e in evidence if e.kind == "hedge" and e.part == "text"]
    number = sum(map(is_uncounted, hedges))
    if not number:
        return ""
    one = number == 1
    says = "sets a condition or says" if one else "set a condition or say"
    rest = f"no measure counts {'it' if one else 'them'}"
    marked = f"{len(hedges)} hedge{'' if len(hedges) == 1 else 's'} marked"
    return f"Of {marked}, {number} {says} what is possible or due (if, can, should); {rest}."


def _counts(item: Evidence, column: Column) -> bool:
    if is_uncounted(item):
        return False
    if item.kind == "source":
        notes = next((NOTES[part] for part in column.name.split("_")[1:] if part in NOTES), KNOWN)
        return item.note in notes
    if item.kind in _OWN and column.suffix in ("rate", "count"):
        return (item.voice == "quoted") == ("_quoted_" in column.name)
    return True
