"""Characters that a reader cannot see."""

from __future__ import annotations

import re

from scoring.article import Span

INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e007f]"
)
"""Characters that a reader cannot see: joiners, direction marks, fillers, soft hyphens, tag letters."""


def find_invisible(text: str) -> tuple[Span, ...]:
    """Spans of single characters that a reader cannot see.

    Examples
    --------
    >>> find_invisible("so\\u200bft")
    ((2, 3),)
    """
    if text.isascii():
        return ()
    return tuple(match.span() for match in INVISIBLE.finditer(text))


def is_blank(gap: str) -> bool:
    """Whether all a reader sees between two words is white space.

    Examples
    --------
    >>> is_blank(" \\u200b"), is_blank(" - "), is_blank("")
    (True, False, False)
    """
    return gap.isspace() or (not gap.isascii() and INVISIBLE.sub("", gap).isspace())
