"""Tone toward a name: what the sentences that mention it make of it."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from typing import Any

from scoring.article import Article
from scoring.document import Document, Name, parse
from scoring.errors import InputError
from scoring.extractors.measure import tokens_in
from scoring.extractors.tone_context import Around, look_around
from scoring.taggers.reading import read_weights

TAGGER = "tone"
FORMAT = 1
NEUTRAL = 0.15
"""Tones nearer to 0 are neutral, as the contract has it."""
_SHARPNESS = 0.2
_EARNESTNESS = 2.0
"""Powers of direction and of evidence. With 1 and 1, the difference of the two probabilities, macro-F1 in
folds is .027 lower: sentences both good and bad for a name would pass for neutral ones."""


@dataclass(frozen=True, slots=True)
class ToneWeights:
    """Fitted weights: log-odds of unfavourable and of favourable against neutral, by template and value.

    The two are the real and the imaginary part of one number, so that one sum adds up both. `neutral` is the
    strength below which the three classes agree best in folds.
    """

    intercept: complex
    neutral: float
    weights: Mapping[str, Mapping[str, complex]]

    def judge(self, around: Around) -> float:
        """Tone in [-1, 1] from what stands around a target."""
        return scale_tone(measure_strength(*self.weigh(around)), self.neutral)

    def weigh(self, around: Around) -> tuple[float, float]:
        """Log-odds of unfavourable and of favourable, each against neutral."""
        weights, total = self.weights, self.intercept
        for template, words in around.words:
            total += sum(map(weights.get(template, _NO_WEIGHTS).get, words, _NONE))
        for template, value in around.facts:
            total += weights.get(template, _NO_WEIGHTS).get(value, 0j)
        return total.real, total.imag


_NO_WEIGHTS: Mapping[str, complex] = {}
_NONE = repeat(0j)


def measure_strength(bad: float, good: float) -> float:
    """Log-odds against neutral as one number in [-1, 1]: direction times evidence of any tone.

    Examples
    --------
    >>> measure_strength(0.0, 0.0), measure_strength(-50.0, 50.0)
    (0.0, 1.0)
    """
    top = max(bad, good, 0.0)
    direction = math.tanh((good - bad) / 2)
    either, neutral = math.exp(bad - top) + math.exp(good - top), math.exp(-top)
    evidence = either / (either + neutral)
    return math.copysign(abs(direction) ** _SHARPNESS * evidence**_EARNESTNESS, direction)


def scale_tone(strength: float, neutral: float) -> float:
    """Strength stretched so that `neutral` becomes .15, the border of the neutral band.

    Examples
    --------
    >>> scale_tone(0.1, 0.2), scale_tone(-0.2, 0.2), scale_tone(1.0, 0.2)
    (0.075, -0.15, 1.0)
    """
    size = abs(strength)
    if size <= neutral:
        return NEUTRAL * strength / neutral
    return math.copysign(NEUTRAL + (1 - NEUTRAL) * (size - neutral) / (1 - neutral), strength)


@lru_cache(maxsize=1)
def load_tone() -> ToneWeights:
    """The shipped weights.

    Raises
    ------
    ModelError
        If the file is missing, damaged or of another format.
    """
    return read_weights(TAGGER, make_weights, expected=FORMAT)


def make_weights(data: Mapping[str, Any]) -> ToneWeights:
    """The weights of a file, or of a fit."""
    weights = {
        template: {value: complex(*pair) for value, pair in table.items()}
        for template, table in data["weights"].items()
    }
    return ToneWeights(complex(*data["intercept"]), float(data["neutral"]), weights)


def tone_toward(article: Article, start: int, end: int) -> float:
    """Tone of an article toward the name at a span.

    The mean over the mentions of that name in the outlet's voice; the mention at the span alone where it
    is no name the article knows ("she", "the firm") or stands only in quotations.

    Parameters
    ----------
    start, end : int
        Offsets into ``article.text``, end exclusive; a part of a word stands for the word.

    Returns
    -------
    float
        From -1, unfavourable, to 1, favourable; between -.15 and .15 neutral. Never NaN.

    Raises
    ------
    InputError
        If the span is empty, lies outside the text or holds no word.

    Notes
    -----
    Judged sentence by sentence by a linear model fitted on NewsMTSC (Hamborg and Donnay 2021). Flaws: "he"
    and "she" are followed to no name; irony and facts that speak for themselves are missed.

    Examples
    --------
    >>> text = "Critics blasted Ana Ruiz over the corrupt deal."
    >>> tone_toward(Article("a", text), 16, 24) < -0.15
    True
    >>> tone_toward(Article("a", text), 16, 16)
    Traceback (most recent call last):
        ...
    scoring.errors.InputError: Article a: the span 16 to 16 is empty. Give offsets from 0 to 47, ...
    """
    _check_span(article, start, end)
    doc = parse(article)
    words = tokens_in(doc, (start, end))
    if not words:
        raise InputError(
            f"Article {article.id}: the span {start} to {end} holds no word, only "
            f"{article.text[start:end][:40]!r}. Give the offsets of a name."
        )
    mean = average_tone(doc, _same_name(doc, words))
    return judge_mention(doc, words[0], words[-1] + 1) if math.isnan(mean) else mean


def _check_span(article: Article, start: int, end: int) -> None:
    size = len(article.text)
    if 0 <= start < end <= size:
        return
    fault = (
        "is empty" if start == end else "ends before it starts" if end < start else "lies outside the text"
    )
    raise InputError(
        f"Article {article.id}: the span {start} to {end} {fault}. "
        f"Give offsets from 0 to {size}, end exclusive, that hold the words of a name."
    )


def _same_name(doc: Document, words: range) -> list[Name]:
    """Mentions of the one name that ends where the words end; none if they are no name."""
    keys = {name.key for name in doc.names if name.first <= words[-1] == name.last - 1}
    return [name for name in doc.names if name.key in keys]


def average_tone(doc: Document, names: Iterable[Name]) -> float:
    """Mean tone of mentions in counted prose in the outlet's voice; NaN without one."""
    own = [
        judge_mention(doc, name.first, name.last)
        for name in names
        if doc.is_counted(name.first) and doc.voice_at(doc.starts[name.first]) == "outlet"
    ]
    return math.fsum(own) / len(own) if own else math.nan


def judge_mention(doc: Document, first: int, last: int) -> float:
    """Tone in [-1, 1] of one sentence toward the words `first` to `last` (token indices)."""
    return load_tone().judge(look_around(doc, first, last))
