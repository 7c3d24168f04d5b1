"""Everyday words of the outlet's voice, and how far their choice is that of plain reports or of argument.

Reports say "said", "on", "officials"; argument says "this", "just", "of course". Each word's weight is small
and bounded, and only words that news of any subject uses have one: `scoring.model.manner` fits them.

No sentence handed to a source who could be asked costs an article. Words in it that speak against the article
are the source's in part, so they count half, and only up to what its other words add. It thins out no words
around it either. What its words add is measured on top of all other sentences: one more sentence lowers what
the others may cost, and never costs more than it adds.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from scoring.document import Document
from scoring.extractors.sourcing_reports import list_handed
from scoring.extractors.unbacked import list_unbacked
from scoring.taggers.reading import read_if_shipped
from scoring.taggers.scenes import view
from scoring.taggers.words import masked_forms

FORMAT = 1
KIND = "manner"
SCALE = 30.0
ADDED = 100.0
"""Words that are added to an article's own: in a short one each use counts for less. With 300 the mean AUC of
the card's ten rows is .0015 higher, but by length: without its last fifth the median seed's quality moves by
3.4 points, with 100 by 3.0."""
SHOWN = 6
"""Words that a reason names."""
USUAL = "usual"
"""Beside the sides: how much each word's uses count in the mean article of the reference."""
WELL = {"report": 1, "argument": -1}
"""Side to the sign of the weights that speak well for an article."""
HANDED_PART = 0.5
"""How much a word that speaks against an article counts where a source is handed the sentence. With none,
one half and all of it the mean AUC of the card's ten rows is .9137, .9161 and .9171, and that of reviews of
health news .9698, .9702 and .9693."""
Weights = Mapping[str, Mapping[str, float]]


class Everyday(NamedTuple):
    """How often each everyday word stands in an article, and in each sentence handed to a source."""

    every: Counter[str]
    handed: tuple[Counter[str], ...] = ()

    @property
    def own(self) -> Counter[str]:
        """How often each word stands outside of the sources' sentences; counted anew at each call.

        Examples
        --------
        >>> Everyday(Counter(said=60, so=9), (Counter(said=20), Counter(said=10, so=9))).own
        Counter({'said': 30})
        """
        rest = self.every.copy()
        for words in self.handed:
            rest.subtract(words)
        return +rest

    @property
    def length(self) -> int:
        """Words by which the uses are thinned out: those outside of the sources' sentences.

        Examples
        --------
        >>> Everyday(Counter(said=60), (Counter(said=30),)).length
        30
        """
        return self.every.total() - sum(words.total() for words in self.handed)


def count_everyday(doc: Document) -> Everyday:
    """Words that are no part of a name in counted prose outside quotations; counted once.

    Numbers are left out, and so are sentences with nothing behind them (`unbacked`). Possessives count as the
    bare word, men and women as one.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> found = count_everyday(parse(Article("a", "The dike's repair cost Ana Ruiz 9 million. It rained.")))
    >>> sorted(found.every)
    ['cost', 'dike', 'it', 'million', 'rained', 'repair', 'the']
    """
    return doc.once("everyday words", _count_everyday)


def _count_everyday(doc: Document) -> Everyday:
    unbacked, handed = list_unbacked(doc), list_handed(doc)
    told = [counts and i not in unbacked for i, counts in enumerate(doc.counted)]
    every, by_sentence = Counter[str](), dict[int, Counter[str]]()
    for word, voice, sentence in zip(masked_forms(doc), view(doc).voices, doc.sentence_of, strict=True):
        if told[sentence] and voice == "outlet" and word[0].isalpha():
            bare = word.removesuffix("'s")
            every[bare] += 1
            if sentence in handed:
                by_sentence.setdefault(sentence, Counter())[bare] += 1
    return Everyday(every, tuple(by_sentence.values()))


def measure_use(count: float, length: float) -> float:
    """How much a word's uses count: by their root, and less in a short text.

    Examples
    --------
    >>> measure_use(4, 300)
    3.0
    """
    return SCALE * math.sqrt(count / (length + ADDED))


def measure_gain(count: float, part: float, length: float) -> float:
    """What the last `part` of a word's uses add to how much they count.

    Examples
    --------
    >>> measure_gain(4, 3, 300)
    1.5
    """
    return measure_use(count, length) - measure_use(count - part, length)


def measure_manner(doc: Document, side: str) -> float:
    """Sum of the weights of a side ("report" or "argument"); NaN without words or weights."""
    weights = load_manner().get(side)
    counts = count_everyday(doc)
    return measure_counts(counts, weights, WELL[side]) if weights and counts.every else math.nan


def measure_counts(counts: Everyday, weights: Mapping[str, float], well: int) -> float:
    """The sum for words counted; `well` is the sign of the weights that speak well for an article.

    Examples
    --------
    >>> words, weights = Counter(said=1, so=1), {"said": 0.1, "so": -0.3}
    >>> round(measure_counts(Everyday(words), weights, 1), 3)
    -0.594
    >>> measure_counts(Everyday(words, (words,)), weights, 1)
    0.0
    """
    length, own = counts.length, counts.own
    total = [
        weight * measure_use(n if weight * well > 0 else own[word], length)
        for word, n in counts.every.items()
        if (weight := weights.get(word))
    ]
    return math.fsum(total) - well * math.fsum(_charge(counts, weights, well))


def _charge(counts: Everyday, weights: Mapping[str, float], well: int) -> Iterator[float]:
    """What each sentence of a source costs: no more than it adds."""
    length, own = counts.length, counts.own
    for sentence in counts.handed:
        gain = cost = 0.0
        for word, n in sentence.items():
            weight = well * weights.get(word, 0.0)
            if weight > 0:
                gain += weight * measure_gain(counts.every[word], n, length)
            elif weight < 0:
                cost -= weight * measure_gain(own[word] + n, n, length)
        yield min(HANDED_PART * cost, gain)


def name_words(counts: Everyday, text: str, side: str, *, more: bool) -> tuple[list[str], list[str]]:
    """Words that speak most for a side, or against it, by how far they are used more than usual, and less.

    Up to `SHOWN` in all, the strongest first; those used more stand in the text as they are written here.
    """
    weights, usual = load_manner().get(side, {}), load_manner().get(USUAL, {})
    sign = 1 if more else -1
    uses = {word: measure_use(counts.every[word], counts.length) for word in weights}
    excess = {word: use - usual.get(word, 0.0) for word, use in uses.items()}
    moves = {word: sign * weights[word] * beyond for word, beyond in excess.items()}
    strongest = sorted((word for word in moves if moves[word] > 0), key=lambda word: (-moves[word], word))
    told = list(islice((word for word in strongest if excess[word] < 0 or _stands(word, text)), SHOWN))
    return [word for word in told if excess[word] > 0], [word for word in told if excess[word] < 0]


def _stands(word: str, text: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


@lru_cache(maxsize=1)
def load_manner() -> Weights:
    """The shipped weights, side to word to weight, and the usual uses; empty where there are none.

    Raises
    ------
    ModelError
        If the file is damaged or of another format.
    """
    return read_if_shipped(KIND, _make, expected=FORMAT) or {}


def _make(data: Mapping[str, Any]) -> Weights:
    tables = {**data["weights"], USUAL: data[USUAL]}
    return {side: {word: float(w) for word, w in table.items()} for side, table in tables.items()}
