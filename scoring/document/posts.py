"""Posts set into an article: what stands before "— Ana Ruiz (@anaruiz) May 3, 2019" is hers."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence

from scoring.article import Span

_SIGNED = re.compile(
    r"\(@\w{1,30}\)\s{1,3}(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.?\s\d{1,2},\s20\d\d"
)
"""A handle and a day."""
_DASHES = "—–"
_LONGEST_NAME = 60
_LONGEST_POST = 400
"""Characters: 280 and the addresses of what it shows. A longer stretch holds words of the article's own."""


def find_posts(text: str, paragraphs: Sequence[Span]) -> list[Span]:
    """What signed posts say, signatures left out, sorted; nothing where their start cannot be told.

    A post starts with its paragraph, after the post before it, or after a wide gap of blanks. Where the
    signature stands alone it is the paragraph before. Of 60 read in three corpora 56 were right; the others
    held a sentence of an article whose paragraphs were run together.

    Examples
    --------
    >>> text = "We must stop this plan! — Ana Ruiz (@anaruiz) May 3, 2019"
    >>> [text[start:end] for start, end in find_posts(text, [(0, len(text))])]
    ['We must stop this plan!']
    """
    found = list[Span]()
    free = 0
    for match in _SIGNED.finditer(text) if "(@" in text else ():
        i = bisect_right(paragraphs, (match.start(), len(text))) - 1
        low = max(paragraphs[i][0], free)
        dash = _find_dash(text, max(low, match.start() - _LONGEST_NAME), match.start())
        span = _trim(text, max(low, text.rfind("  ", low, dash)), dash) if dash >= 0 else (0, 0)
        if dash >= 0 and span[0] == span[1] and i > 0 and low == paragraphs[i][0]:
            span = _trim(text, max(paragraphs[i - 1][0], free), paragraphs[i - 1][1])
        if 0 < span[1] - span[0] <= _LONGEST_POST and text[span[1] - 1] != ":":
            found.append(span)
        free = match.end()
    return found


def join_spans(quotations: Sequence[Span], posts: Sequence[Span]) -> Sequence[Span]:
    """Quotations and posts in reading order, those that overlap as one."""
    if not posts:
        return quotations
    joined = list[Span]()
    for start, end in sorted([*quotations, *posts]):
        if joined and start < joined[-1][1]:
            start, end = joined[-1][0], max(end, joined.pop()[1])
        joined.append((start, end))
    return joined


def _find_dash(text: str, low: int, high: int) -> int:
    """The last dash before a handle, or -1; a hyphen only after a blank."""
    dash = max(text.rfind(mark, low, high) for mark in _DASHES)
    return dash if dash >= 0 else text.rfind(" -", low, high)


def _trim(text: str, start: int, end: int) -> Span:
    inside = text[start:end].rstrip()
    return min(start + len(inside) - len(inside.lstrip()), end), max(start, start + len(inside))
