"""Characters that a reader cannot see: left out while structure is found, put back into its offsets."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scoring.article import Span
from scoring.cleaning import INVISIBLE


def strip_hidden(text: str) -> tuple[str, Sequence[int]]:
    """A text as a reader sees it, and where each of its characters stands in the text given.

    The second is empty where nothing is hidden.

    Examples
    --------
    >>> strip_hidden("so\\u200bft")
    ('soft', [0, 1, 3, 4])
    """
    if text.isascii() or INVISIBLE.search(text) is None:
        return text, ()
    origin: list[int] = []
    last = 0
    for match in INVISIBLE.finditer(text):
        origin.extend(range(last, match.start()))
        last = match.end()
    origin.extend(range(last, len(text)))
    return INVISIBLE.sub("", text), origin


def restore_spans(spans: Iterable[Span], origin: Sequence[int]) -> list[Span]:
    """Spans of the text as seen, as spans of the text given: each ends after its last visible character.

    Examples
    --------
    >>> restore_spans([(0, 2), (2, 4)], [0, 1, 3, 4])
    [(0, 2), (3, 5)]
    """
    if not origin:
        return list(spans)
    return [(origin[start], origin[end - 1] + 1) for start, end in spans]


def restore_text(seen: str, given: str, origin: Sequence[int]) -> str:
    """The text given, its visible characters replaced by those of `seen`.

    Examples
    --------
    >>> restore_text("SOFT", "so\\u200bft", [0, 1, 3, 4]) == "SO\\u200bFT"
    True
    """
    if not origin:
        return seen
    letters = list(given)
    for char, at in zip(seen, origin, strict=True):
        letters[at] = char
    return "".join(letters)
