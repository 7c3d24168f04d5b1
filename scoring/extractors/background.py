"""What repetition news needs anyway: how often words recur, what stands beside phrases, how text packs."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from scoring.artefacts import find_background
from scoring.errors import ModelError
from scoring.lexicon import load_lexicon

FORMAT = 1
EDGE = "#"
"""What stands beside a phrase at a sentence's end or at a mark."""
_ENDINGS = ("ing", "ed", "ly", "s")
_MOST = 2.5
"""Log-odds that one place may weigh: no single pair of neighbours settles it."""
_PRIOR_PLACES = 4
"""Places without any evidence that are added, so that four occurrences prove little."""


@dataclass(frozen=True, slots=True)
class Background:
    """Figures of news articles; see `scoring.model.background` for how they are counted.

    Attributes
    ----------
    words
        Common word to the share of an article's words it rarely exceeds where it occurs.
    left, right
        Kind of the phrase's first (last) word, "content" or "function", to the class of the word
        beside it to a log-odds: positive where chance puts it there more often than writers do.
    pairs
        "left right" to the log-odds that the two stand side by side with no phrase between them.
    packed
        Intercept and slope of log packed bytes on log bytes.
    """

    words: Mapping[str, float]
    left: Mapping[str, Mapping[str, float]]
    right: Mapping[str, Mapping[str, float]]
    pairs: Mapping[str, float]
    packed: tuple[float, float]

    def oddness(self, phrase: str, places: Iterable[tuple[str, str]]) -> float:
        """Mean log-odds that a phrase was dropped into its places rather than written there.

        `places` are the classes of the words left and right of each occurrence.
        """
        words = phrase.split(" ")
        left, right = self.left[kind_of(words[0])], self.right[kind_of(words[-1])]
        total, count = 0.0, _PRIOR_PLACES
        for before, after in places:
            odds = left.get(before, 0.0) + right.get(after, 0.0) + self.pairs.get(f"{before} {after}", 0.0)
            total += max(-_MOST, min(_MOST, odds))
            count += 1
        return total / count

    def packed_bytes(self, size: int) -> float:
        """Bytes that a news article of so many bytes packs into."""
        intercept, slope = self.packed
        return math.exp(intercept + slope * math.log(size))


def kind_of(word: str) -> str:
    """Whether a word is a function word or may be a term.

    Examples
    --------
    >>> kind_of("the"), kind_of("pump")
    ('function', 'content')
    """
    return "function" if word in load_lexicon().lists["function_word"].terms else "content"


def class_of(word: str) -> str:
    """The word itself if it is a function word, else its ending, so that no topic is learnt.

    Examples
    --------
    >>> class_of("the"), class_of("pumps"), class_of("leaking"), class_of("1,200"), class_of("pump")
    ('the', '-s', '-ing', '0', '-')
    """
    if word == EDGE or word in load_lexicon().lists["function_word"].terms:
        return word
    if word[0].isdigit():
        return "0"
    ending = next((end for end in _ENDINGS if word.endswith(end) and len(word) > len(end) + 2), "")
    return f"-{ending}"


@lru_cache(maxsize=1)
def load_background() -> Background:
    """The shipped figures, read once.

    Examples
    --------
    >>> background = load_background()
    >>> background.oddness("water pump", [("the", "is")]) < background.oddness("water pump", [("is", "the")])
    True
    """
    return read_background(find_background() / "frequencies.json")


def read_background(path: Path) -> Background:
    """The figures in a file that `scoring.model.background` wrote.

    Raises
    ------
    ModelError
        If the file is damaged or of another format.
    """
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        form = data["format"]
        words = {word: float(share) for word, share in data["words"].items()}
        intercept, slope = data["packed"]
        found = Background(words, data["left"], data["right"], data["pairs"], (intercept, slope))
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(f"{path}: cannot be read ({error!r}). Refit with `make models`.") from error
    if form != FORMAT:
        raise ModelError(f"{path}: has format {form}, {FORMAT} expected. Refit with `make models`.")
    return found
