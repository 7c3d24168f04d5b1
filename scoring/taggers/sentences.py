"""Judges whole sentences: the sum of the weights of their words and of the lists those stand on.

Every sum is divided by the square root of the sentence's length, so that a long sentence is not
charged by its length. Words between quotation marks count for nothing, words never read for what rare ones
do. What charges a sentence in a newspaper ("slammed") is not what does in an encyclopedia ("claims"), so a
model may hold weights for both and a third set that tells the two apart by their style; a document whose
style is plain is judged by the weights of one of them, any other by the mix that its style asks for. What
moved a judgement can be shown: each word's share is its own weight.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from itertools import pairwise, repeat
from operator import itemgetter, mul
from typing import NamedTuple

from scoring.document import Document
from scoring.lexicon import find_candidates, load_lexicon
from scoring.taggers.reading import to_chance
from scoring.taggers.scenes import view
from scoring.taggers.sentence_models import (
    KINDS,
    UNREAD,
    Row,
    SentenceModel,
    Style,
    join_words,
    load_sentence_model,
)
from scoring.taggers.words import NAME, NUMBER, find_all, is_small, list_quoted, masked_forms

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
"""What `list_marks` tells of a sentence."""
LEAST = 4
"""Sentences of fewer words are not judged."""
MOVED = 5
"""Words named at most."""
SURE = 2.0
"""Log-odds of style from which a document is wholly news, or wholly not; with 1, AUC of single sentences in
folds is .002 lower. Of 60 news articles the least sure has 4.1: each is judged by one set of weights."""
_LONG, _TAIL = 60, 3
Place = tuple[int, int, int]
"""A sentence, its first word and the one after its last."""


class JudgedSentence(NamedTuple):
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
    floor = model.threshold if min_probability is None else min_probability
    chosen = doc.once("judged sentences", _choose)
    weights, odds = _weigh(doc, model, chosen)
    return [
        JudgedSentence(i, chance, _name_movers(doc, weights, low, high) if chance >= floor else ())
        for (i, low, high), chance in zip(chosen, map(to_chance, odds), strict=True)
    ]


def _choose(doc: Document) -> list[Place]:
    return [
        (i, low, high)
        for i, (counts, (low, high)) in enumerate(zip(doc.counted, pairwise(doc.first_token), strict=True))
        if counts and high - low >= LEAST
    ]


def _weigh(doc: Document, model: SentenceModel, chosen: Sequence[Place]) -> tuple[list[float], list[float]]:
    """The weights of all words, and the log-odds of the chosen sentences, in the mix of the style."""
    if model.elsewhere is None or model.style is None:
        return _add(doc, model, chosen)
    news = mix_style(_add_style(doc, model.style, chosen))
    if news in (0.0, 1.0):
        return _add(doc, model if news else model.elsewhere, chosen)
    (weights, odds), (others, elsewhere) = (_add(doc, part, chosen) for part in (model, model.elsewhere))
    return _mix(weights, others, news), _mix(odds, elsewhere, news)


def _mix(one: Sequence[float], other: Sequence[float], part: float) -> list[float]:
    return [part * a + (1 - part) * b for a, b in zip(one, other, strict=True)]


def mix_style(odds: float) -> float:
    """How much of the mix is news, in [0, 1], by the log-odds of style: nothing else from `SURE` on.

    Examples
    --------
    >>> mix_style(0.0), mix_style(9.0), mix_style(-9.0)
    (0.5, 1.0, 0.0)
    """
    return min(1.0, max(0.0, 0.5 + odds / (2 * SURE)))


def _add_style(doc: Document, style: Style, chosen: Sequence[Place]) -> float:
    """The log-odds that the chosen sentences, taken together, are news."""
    weights, size = _take(doc, style), sum(high - low for _, low, high in chosen)
    total = sum([sum(weights[low:high]) for _, low, high in chosen])
    return style.intercept + total / math.sqrt(max(1, size))


def _add(doc: Document, model: SentenceModel, chosen: Sequence[Place]) -> tuple[list[float], list[float]]:
    """The weights of all words, and the log-odds of the chosen sentences, by one set of weights."""
    weights = _weigh_words(doc, model)
    marks, found = doc.once("marks of sentences", list_marks), find_candidates(doc)
    for name, weight in model.lists.items():
        for candidate in found[name]:
            weights[candidate.first] += weight
    # With quoted words, AUC in folds is .002 lower in news and in the encyclopedia, in single outlets .004.
    for first, last in doc.once("quoted spans", list_quoted):
        weights[first:last] = [0.0] * (last - first)
    known = [model.marks.get(name, 0.0) for name in MARKS]
    odds = [
        model.intercept + sum(weights[low:high]) / math.sqrt(high - low) + sum(map(mul, known, marks[i]))
        for i, low, high in chosen
    ]
    return weights, odds


def _weigh_words(doc: Document, model: SentenceModel) -> list[float]:
    weights = _take(doc, model)
    for i in find_all(weights, UNREAD) if model.unknown else ():
        weights[i] = model.unknown if is_small(doc, i) else 0.0
    return weights


def _take(doc: Document, part: SentenceModel | Style) -> list[float]:
    """The weights of all words in one set of them."""
    columns, rows = doc.once("weights of words", _look_up)
    return list(map(itemgetter(columns[part]), rows))


def _look_up(doc: Document) -> tuple[Mapping[SentenceModel | Style, int], list[Row]]:
    """A row of weights for each word, and where in it each model's stand."""
    columns, rows, other = join_words(*filter(None, map(load_sentence_model, KINDS)))
    return columns, list(map(rows.get, masked_forms(doc), repeat(other)))


def _name_movers(doc: Document, weights: Sequence[float], low: int, high: int) -> tuple[int, ...]:
    """The full words of most weight; "the" and names move a sentence, too, but show a reader nothing."""
    words, small = masked_forms(doc), load_lexicon().lists["function_word"].terms
    full = [
        (-weights[at], at)
        for at in range(low, high)
        if weights[at] > 0 and words[at] not in small and words[at] not in (NAME, NUMBER)
    ]
    return tuple(sorted(at for _, at in sorted(full)[:MOVED]))


def list_marks(doc: Document) -> list[tuple[float, ...]]:
    """The `MARKS` of each sentence: length (twice), share of quoted words at its ends, "?" and "!"."""
    voices, text = view(doc).voices, doc.text
    return [
        (
            math.log1p(high - low) / 3,
            min(high - low, _LONG) / 20,
            ((voices[low] == "quoted") + (voices[high - 1] == "quoted")) / 2,
            1.0 if "?" in tail else 0.0,
            1.0 if "!" in tail else 0.0,
        )
        for (start, end), (low, high) in zip(doc.sentences, pairwise(doc.first_token), strict=True)
        for tail in (text[max(start, end - _TAIL) : end],)
    ]
