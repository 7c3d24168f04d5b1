"""One identifier per article and run."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable


def digest(outlet: str | None, url: str | None, text: str) -> str:
    """Make an id of 16 hexadecimal digits from what the article says of itself.

    Examples
    --------
    >>> digest(None, None, "It may rain.") == digest(None, None, "It may rain.")
    True
    """
    return hashlib.sha256(json.dumps([outlet, url, text]).encode()).hexdigest()[:16]


class IdBook:
    """Remembers every id of a run and gives a repeated one ``-2``, ``-3``, ...

    Parameters
    ----------
    on_rename : callable, optional
        Called with the old and the new id of each article that was renamed.

    Examples
    --------
    >>> book = IdBook()
    >>> [book.assign(name) for name in ("a", "a-2", "a", "a")]
    ['a', 'a-2', 'a-3', 'a-4']
    """

    def __init__(self, on_rename: Callable[[str, str], None] | None = None) -> None:
        self._on_rename = on_rename
        self._taken: set[str] = set()
        self._counts: dict[str, int] = {}

    def assign(self, wanted: str) -> str:
        """Return `wanted`, or the first free id made from it."""
        given = wanted
        while given in self._taken:
            self._counts[wanted] = self._counts.get(wanted, 1) + 1
            given = f"{wanted}-{self._counts[wanted]}"
        self._taken.add(given)
        if given != wanted and self._on_rename:
            self._on_rename(wanted, given)
        return given
