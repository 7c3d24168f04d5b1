"""Whose statement stands at an offset: the outlet's, or that of a source it hands the word to."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

from scoring.article import Span
from scoring.attributions import find_attributions
from scoring.attributions.headings import find_headed
from scoring.document import Document


def merge_spans(spans: Iterable[Span]) -> list[Span]:
    """The union of spans as sorted spans that neither overlap nor touch.

    Examples
    --------
    >>> merge_spans([(5, 9), (0, 3), (2, 6), (12, 14)])
    [(0, 9), (12, 14)]
    """
    merged: list[Span] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def covers(spans: Sequence[Span], offset: int) -> bool:
    """Whether an offset lies inside one of sorted spans that do not overlap."""
    i = bisect_right(spans, (offset, float("inf"))) - 1
    return i >= 0 and offset < spans[i][1]


def attributed_spans(doc: Document) -> list[Span]:
    """What is handed to anybody, quoted or paraphrased, as merged spans; found once per document."""
    return doc.once("attributed", _find_attributed)


def _find_attributed(doc: Document) -> list[Span]:
    given = [span for item in find_attributions(doc) for span in item.contents]
    return merge_spans([*given, *find_headed(doc)])
