"""How much doubt a sentence voices, 0 to 5, as readers who rate the certainty of findings would say.

A linear sum over the hedges of the sentence: their senses, their words, and three marks. The weights are few
and can be read; `scoring.model.doubting` fits them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from scoring.document import Document
from scoring.taggers import Judged
from scoring.taggers.reading import read_if_shipped
from scoring.taggers.senses import PLAIN, sense_of

FORMAT = 1
KIND = "doubt"
MOST = 5.0
"""Doubt of a sentence at most: 6, the top of the readers' scale of certainty, less 1, its foot."""
LEAST = 4
"""Sentences of fewer words are not judged."""
_NEGATIONS = frozenset("no not never none neither nor nothing cannot".split())
_MORE = frozenset("further more additional future".split())
_WORK = frozenset("research study studies investigation investigations trials".split())
Pair = tuple[str, str]


@dataclass(frozen=True, slots=True)
class DoubtModel:
    """Fitted weights: template to value to weight."""

    intercept: float
    weights: Mapping[str, Mapping[str, float]]

    def judge(self, described: Mapping[Pair, float]) -> float:
        """The doubt of a described sentence, 0 to 5."""
        total = self.intercept
        for (template, value), amount in described.items():
            total += self.weights.get(template, {}).get(value, 0.0) * amount
        return max(0.0, min(MOST, total))


def judge_doubts(doc: Document, hedges: Iterable[Judged], model: DoubtModel) -> list[float]:
    """The doubt of each counted sentence of `LEAST` words or more, in order."""
    return [model.judge(described) for described in describe_doubts(doc, hedges)]


def describe_doubts(doc: Document, hedges: Iterable[Judged]) -> list[dict[Pair, float]]:
    """What is looked at in each counted sentence of `LEAST` words or more: template and value to strength.

    Parameters
    ----------
    hedges : iterable of Judged
        Every candidate with its probability, below the threshold too: a doubtful hedge counts in part.
    """
    found: dict[int, list[Judged]] = defaultdict(list)
    for hedge in hedges:
        found[doc.sentence_of[hedge.first]].append(hedge)
    return [
        _describe(doc.forms[low:high], [(" ".join(doc.forms[h.first : h.last]), h) for h in found[i]])
        for i, (low, high) in enumerate(zip(doc.first_token, doc.first_token[1:], strict=False))
        if doc.counted[i] and high - low >= LEAST
    ]


def _describe(forms: Sequence[str], hedges: Iterable[tuple[str, Judged]]) -> dict[Pair, float]:
    described: dict[Pair, float] = defaultdict(float)
    none = 1.0
    for phrase, hedge in hedges:
        note, chance = hedge.note, hedge.probability
        plain = note in PLAIN
        none *= 1.0 if plain else 1 - chance
        for pair in (("sense", sense_of(phrase, note)), ("phrase", phrase)):
            described[pair] = max(described[pair], chance)
    described["mark", "any"] = 1 - none
    if not _NEGATIONS.isdisjoint(forms):
        described["mark", "negated"] = 1.0
    if any(word in _MORE and not _WORK.isdisjoint(forms[at + 1 : at + 3]) for at, word in enumerate(forms)):
        described["mark", "more research"] = 1.0
    return dict(described)


@lru_cache(maxsize=1)
def load_doubts() -> DoubtModel | None:
    """The shipped weights, or None.

    Raises
    ------
    ModelError
        If the file is damaged or of another format.
    """
    return read_if_shipped(KIND, make_doubts, expected=FORMAT)


def make_doubts(data: Mapping[str, Any]) -> DoubtModel:
    """Weights as their file holds them."""
    weights = {template: {v: float(w) for v, w in t.items()} for template, t in data["weights"].items()}
    return DoubtModel(float(data["intercept"]), weights)
