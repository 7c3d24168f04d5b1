"""Judges a headline: the sum of the weights of its words, of pairs of neighbours, and of its length.

Words that ordinary text writes with a capital (names, nationalities, parties, outlets) and words that are
rare in headlines are one placeholder; so are numbers, and the words of a quotation. "She" is "he". What
moved a judgement can be shown: each word's share is its own weight and half of each of its pairs'.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Any

from scoring.document import Document
from scoring.document.alike import even_out
from scoring.taggers.reading import read_if_shipped, to_chance
from scoring.taggers.words import AUXILIARIES, EDGE, NUMBER

FORMAT = 1
KIND = "clickbait_headline"
OTHER, QUOTED = "<other>", "<quoted>"
LEAST = 3
"""Titles of fewer words are not judged."""
MOVED = 5
"""Words named at most."""
_SPEAKS = 1 / 3
"""Least weight of a word that is named, by the greatest."""
_SILENT = AUXILIARIES | {"the", "a", "an", "and", "of", "to", "in", OTHER, QUOTED}
"""Never named: whole sentences are a mark of bait, but nobody would mark their smallest words."""


@dataclass(frozen=True, slots=True)
class HeadlineModel:
    """Fitted weights of words, of pairs of neighbours ("one two") and of the length."""

    intercept: float
    threshold: float
    words: Mapping[str, float]
    pairs: Mapping[str, float]
    length: float


@dataclass(frozen=True, slots=True)
class JudgedHeadline:
    """P(an outlet that lives on clicks wrote it), the threshold, and the words that spoke most for it."""

    probability: float
    threshold: float
    moved: tuple[int, ...]


def judge_headline(title: Document) -> JudgedHeadline | None:
    """Judge a title, parsed as a document of its own.

    Returns
    -------
    JudgedHeadline or None
        `moved` are token indices of up to five words, in reading order. None without a fitted model and
        for a title of fewer than three words.
    """
    model = load_headline_model()
    return None if model is None or len(title.forms) < LEAST else judge_with(model, title)


def judge_with(model: HeadlineModel, title: Document) -> JudgedHeadline:
    """The same by a model of one's own."""
    places, words = mask_title(title, model.words)
    weights = [model.words.get(word, 0.0) for word in words]
    for i, pair in enumerate(list_pairs(words)):
        weight = model.pairs.get(pair, 0.0)
        for at in {max(0, i - 1), min(i, len(words) - 1)}:
            weights[at] += weight / (1 if i in (0, len(words)) else 2)
    odds = model.intercept + model.length * measure_length(words) + sum(weights) / math.sqrt(len(words))
    probability = to_chance(odds)
    return JudgedHeadline(probability, model.threshold, _name_movers(words, weights, places))


def _name_movers(words: Sequence[str], weights: Sequence[float], places: Sequence[int]) -> tuple[int, ...]:
    speak = sorted((-w, i) for i, w in enumerate(weights) if w > 0 and words[i] not in _SILENT)
    best = [places[i] for weight, i in speak[:MOVED] if weight <= _SPEAKS * speak[0][0]]
    return tuple(sorted(best))


def mask_title(title: Document, known: Collection[str]) -> tuple[list[int], list[str]]:
    """Token indices and words, with placeholders for what no judgement may rest on.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> mask_title(parse(Article("a", "Ruiz calls 3 boats “old and slow”")), {"calls", "boats"})[1]
    ['<other>', 'calls', '<number>', 'boats', '<quoted>']
    """
    places, words = list[int](), list[str]()
    for i, form in enumerate(title.forms):
        if title.voice_at(title.starts[i]) == "quoted":
            word = QUOTED
        else:
            even = even_out(form)
            word = NUMBER if form[0].isdigit() else even if even in known else OTHER
        if word != QUOTED or words[-1:] != [QUOTED]:
            places.append(i)
            words.append(word)
    return places, words


def list_pairs(words: Sequence[str]) -> list[str]:
    """Neighbours, the edges of the title included.

    Examples
    --------
    >>> list_pairs(["this", "boat"])
    ['<edge> this', 'this boat', 'boat <edge>']
    """
    return [f"{one} {two}" for one, two in pairwise((EDGE, *words, EDGE))]


def measure_length(words: Sequence[str]) -> float:
    """The length as the models take it."""
    return math.log1p(len(words)) / 3


@lru_cache(maxsize=1)
def load_headline_model() -> HeadlineModel | None:
    """The shipped model, or None.

    Raises
    ------
    ModelError
        If the file is damaged or of another format.
    """
    return read_if_shipped(KIND, make_model, expected=FORMAT)


def make_model(data: Mapping[str, Any]) -> HeadlineModel:
    """The model that a ``weights.json`` holds."""
    parts = data["weights"]
    words, pairs = ({key: float(w) for key, w in parts[name].items()} for name in ("words", "pairs"))
    length = float(parts["marks"]["length"])
    return HeadlineModel(float(data["intercept"]), float(data["threshold"]), words, pairs, length)
