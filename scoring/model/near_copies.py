"""Which texts repeat one that was met before, by the runs of words they share."""

from __future__ import annotations

import re
import zlib
from collections import Counter, defaultdict

RUN = 6
"""Words in a run. Two reports of one event share few runs of six words beside quotations; wire copy most."""
SHARED = 0.5
"""Share of the shorter text's runs from which two texts count as copies."""
_WORD = re.compile(r"\w+")


class CopyIndex:
    """Remembers texts by their runs of words; work and memory are linear in their length.

    Examples
    --------
    >>> index = CopyIndex()
    >>> index.add("first", "The council closed the bridge on Monday, said the mayor.")
    >>> index.find("Anvil: The council closed the bridge on Monday, said the mayor.")
    'first'
    """

    def __init__(self) -> None:
        self._holders: dict[int, list[int]] = defaultdict(list)
        self._sizes: list[int] = []
        self._names: list[str] = []

    def add(self, name: str, text: str) -> None:
        """Remember a text under a name."""
        runs = hash_runs(text)
        for run in runs:
            self._holders[run].append(len(self._names))
        self._sizes.append(len(runs))
        self._names.append(name)

    def find(self, text: str) -> str | None:
        """The name of the first remembered text that shares half of the shorter one's runs, or None."""
        runs = hash_runs(text)
        shared = Counter(place for run in runs for place in self._holders.get(run, ()))
        copies = [
            place for place, count in shared.items() if count >= SHARED * min(len(runs), self._sizes[place])
        ]
        return self._names[min(copies)] if copies else None


def hash_runs(text: str) -> set[int]:
    """A number for each different run of six words; the whole text where it is shorter.

    Examples
    --------
    >>> len(hash_runs("one two three four five six seven")), hash_runs("")
    (2, set())
    """
    words = _WORD.findall(text.lower())
    last = max(len(words) - RUN, 0) if words else -1
    runs = (" ".join(words[at : at + RUN]) for at in range(last + 1))
    return {zlib.crc32(run.encode("utf-8", "replace")) for run in runs}
