"""Judges whole sentences: the sum of the weights of their words and of the lists those stand on.

Every sum is divided by the square root of the sentence's length, so that a long sentence is not
charged by its length. What charges a sentence in a newspaper ("slammed") is not what does in an
encyclopedia ("claims"), so a model may hold weights for both and a third set that tells the two apart by
their style; a document is judged by the mix that its own style asks for. What moved a judgement can be
shown: each word's share is its own weight in that mix.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache, partial
from typing import Any

from scoring.artefacts import list_taggers
from scoring.document import Document
from scoring.lexicon import find_candidates
from scoring.taggers.reading import read_weights
from scoring.taggers.words import masked_forms

FORMAT = 1
LISTS = (
    "loaded",
    "tone_negative",
    "tone_positive",
    "promotional",
    "booster",
    "hedge",
    "attribution",
    "opinion",
)
"""Word lists whose words count beside their own weights."""
MARKS = ("length", "long", "quoted", "asks", "exclaims")
"""What `describe_marks` tells of a sentence."""
LEAST = 4
"""Sentences of fewer words are not judged."""
MOVED = 5
"""Words named at most."""
_LONG = 60
_FARTHEST = 30.0


@dataclass(frozen=True, slots=True)
class SentenceModel:
    """Fitted weights of words, of lists, and of marks and length."""

    kind: str
    intercept: float
    threshold: float
    words: Mapping[str, float]
    lists: Mapping[str, float]
    marks: Mapping[str, float]
    elsewhere: SentenceModel | None = None
    """The same for an encyclopedia, if that is another matter."""
    style: SentenceModel | None = None
    """What tells news from an encyclopedia."""


@dataclass(frozen=True, slots=True)
class JudgedSentence:
    """A sentence (index into the document's), its probability, and the words that moved it most."""

    sentence: int
    probability: float
    moved: tuple[int, ...]


def judge_sentences(
    doc: Document, kind: str, *, min_probability: float | None = None
) -> list[JudgedSentence]:
    """P(trained annotators would call it so) of every counted sentence of `LEAST` words or more.

    Parameters
    ----------
    kind : str
        Such as "loaded_sentence". Without a fitted model no sentence is judged.
    min_probability : float, optional
        From which words are named; by default the threshold on the model's card.

    Returns
    -------
    list of JudgedSentence
        `moved` are token indices of up to five words that speak for it, in reading order;
        none below `min_probability`.
    """
    model = load_sentence_model(kind)
    if model is None:
        return []
    if min_probability is not None:
        model = replace(model, threshold=min_probability)
    chosen = {
        i: describe_marks(doc, i)
        for i, counts in enumerate(doc.counted)
        if counts and doc.first_token[i + 1] - doc.first_token[i] >= LEAST
    }
    weights, odds = _add(doc, model, chosen)
    if model.elsewhere and model.style:
        news = mean_style(_add(doc, model.style, chosen)[1])
        both = _add(doc, model.elsewhere, chosen)
        weights, odds = _mix(weights, both[0], news), _mix(odds, both[1], news)
    return [_judge(doc, model, weights, i, at) for i, at in zip(chosen, odds, strict=True)]


def _mix(one: Sequence[float], other: Sequence[float], part: float) -> list[float]:
    return [part * a + (1 - part) * b for a, b in zip(one, other, strict=True)]


def mean_style(odds: Sequence[float]) -> float:
    """How much of the mix is news, in (0, 1), from the log-odds of every sentence.

    Examples
    --------
    >>> mean_style([4.0, -4.0])
    0.5
    """
    return _to_chance(math.fsum(odds) / max(1, len(odds)))


def _to_chance(odds: float) -> float:
    return 1 / (1 + math.exp(-max(-_FARTHEST, min(_FARTHEST, odds))))


def _weigh_words(doc: Document, model: SentenceModel) -> list[float]:
    known = model.words
    weights = [known.get(word, 0.0) for word in masked_forms(doc)]
    found = find_candidates(doc)
    for name, weight in model.lists.items():
        for candidate in found[name]:
            weights[candidate.first] += weight
    return weights


def _add(
    doc: Document, model: SentenceModel, chosen: Mapping[int, Mapping[str, float]]
) -> tuple[list[float], list[float]]:
    """The weights of all words, and the log-odds of the chosen sentences."""
    weights, first, known, sums = _weigh_words(doc, model), doc.first_token, model.marks, []
    for i, marks in chosen.items():
        low, high = first[i], first[i + 1]
        odds = model.intercept + sum(weights[low:high]) / math.sqrt(high - low)
        for name, value in marks.items():
            if value and name in known:
                odds += known[name] * value
        sums.append(odds)
    return weights, sums


def _judge(doc: Document, model: SentenceModel, weights: list[float], i: int, odds: float) -> JudgedSentence:
    low, high = doc.first_token[i], doc.first_token[i + 1]
    probability = _to_chance(odds)
    moved = _name_movers(weights, low, high) if probability >= model.threshold else ()
    return JudgedSentence(i, probability, moved)


def _name_movers(weights: list[float], low: int, high: int) -> tuple[int, ...]:
    best = sorted(range(low, high), key=lambda at: (-weights[at], at))[:MOVED]
    return tuple(sorted(at for at in best if weights[at] > 0))


def describe_marks(doc: Document, i: int) -> dict[str, float]:
    """Length, share of quoted words at the ends, question and exclamation marks of a sentence."""
    low, high = doc.first_token[i], doc.first_token[i + 1]
    start, end = doc.sentences[i]
    tail = doc.text[max(start, end - 3) : end]
    ends = doc.voice_at(doc.starts[low]), doc.voice_at(doc.starts[high - 1])
    return {
        "length": math.log1p(high - low) / 3,
        "long": min(high - low, _LONG) / 20,
        "quoted": ends.count("quoted") / 2,
        "asks": 1.0 if "?" in tail else 0.0,
        "exclaims": 1.0 if "!" in tail else 0.0,
    }


@lru_cache(maxsize=8)
def load_sentence_model(kind: str) -> SentenceModel | None:
    """The shipped model of a kind of sentence, or None.

    Raises
    ------
    ModelError
        If the file is damaged or of another format.
    """
    if kind not in list_taggers():
        return None
    return read_weights(kind, partial(_make_model, kind), expected=FORMAT)


def _make_model(kind: str, data: dict[str, Any], threshold: float = 0.0) -> SentenceModel:
    words, lists, marks = (
        {key: float(w) for key, w in data["weights"][part].items()} for part in ("words", "lists", "marks")
    )
    shown = float(data.get("threshold", threshold))
    others = (_make_model(kind, data[name]) if name in data else None for name in ("elsewhere", "style"))
    return SentenceModel(kind, float(data["intercept"]), shown, words, lists, marks, *others)
