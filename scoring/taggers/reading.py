"""Opens the weights of a shipped tagger, whatever its shape, and turns their sums into probabilities."""

from __future__ import annotations

import json
import math
from collections.abc import Callable
from sys import intern
from typing import Any, TypeVar

from scoring.artefacts import find_tagger, list_taggers
from scoring.errors import ModelError

T = TypeVar("T")
AGAIN = "Refit with `make models`."
_FARTHEST = 30.0
"""Log-odds beyond which a probability would round to 0 or 1."""
_BROKEN = (OSError, ValueError, KeyError, TypeError, AttributeError, OverflowError)


def read_weights(kind: str, make: Callable[[dict[str, Any]], T], *, expected: int) -> T:
    """What `make` builds from a tagger's ``weights.json``.

    Equal weights are one object, and so are equal words of all files: a few hundred weights stay in the
    processor's cache, where 16,000 do not, and a word that one tagger has looked up costs the next one less.

    Raises
    ------
    ModelError
        If the file is missing, damaged or of another format than `expected`.
    """
    path = find_tagger(kind) / "weights.json"
    try:
        shared: dict[str, float] = {}
        data = json.loads(
            path.read_text(encoding="utf-8"),
            parse_float=lambda digits: shared.setdefault(digits, float(digits)),
            object_pairs_hook=lambda pairs: {intern(key): value for key, value in pairs},
        )
        if data["format"] != expected:
            found = f"format {data['format']}, {expected} expected"
            raise ModelError(f"tagger {kind}: {path.name} has {found}. {AGAIN}")
        return make(data)
    except _BROKEN as error:
        raise ModelError(f"tagger {kind}: {path.name} cannot be read ({error!r}). {AGAIN}") from error


def read_if_shipped(kind: str, make: Callable[[dict[str, Any]], T], *, expected: int) -> T | None:
    """The same, or None where no tagger of that name is shipped."""
    return read_weights(kind, make, expected=expected) if kind in list_taggers() else None


def to_chance(odds: float) -> float:
    """The probability, in (0, 1), of log-odds.

    Examples
    --------
    >>> to_chance(0.0), to_chance(1e9) < 1
    (0.5, True)
    """
    return 1 / (1 + math.exp(-odds if -_FARTHEST < odds < _FARTHEST else math.copysign(_FARTHEST, -odds)))
