"""Everyday words of the outlet's voice, and how far their choice is that of plain reports or of argument.

Reports say "said", "on", "officials"; argument says "this", "just", "of course". Each word's weight is small
and bounded, and only words that news of any subject uses have one: `scoring.model.manner` fits them. Words
that speak against an article count half in a sentence handed to a source who could be asked: what
somebody else is reported to hold is the outlet's own manner only in part, and no named source shall cost an
article. For the same reason such sentences do not thin out the words around them.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping
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
the card's ten rows is .001 higher, but by length: without its last fifth the median seed's quality moves by
4.1 points, with 100 by 3.7."""
SHOWN = 6
"""Words that a reason names."""
USUAL = "usual"
"""Beside the sides: how much each word's uses count in the mean article of the reference."""
WELL = {"report": 1, "argument": -1}
"""Side to the sign of the weights that speak well for an article."""
HANDED_PART = 0.5
"""How much a word that speaks against an article counts where a source is handed the sentence. With none, no
named source costs a point; but the mean AUC of the card's ten rows is .0025 lower, and reviews of health news
fall to .9695. With one quarter it is .0012 lower."""
Weights = Mapping[str, Mapping[str, float]]


class Everyday(NamedTuple):
    """How often each everyday word stands in an article, and how often outside of its sources' sentences."""

    every: Counter[str]
    own: Counter[str]

    @property
    def length(self) -> int:
        """Words by which the uses are thinned out: those outside of the sources' sentences.

        Examples
        --------
        >>> Everyday(Counter(said=60), Counter(said=30)).length
        30
        """
        return self.own.total()


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
    every, own = Counter[str](), Counter[str]()
    for word, voice, sentence in zip(masked_forms(doc), view(doc).voices, doc.sentence_of, strict=True):
        if told[sentence] and voice == "outlet" and word[0].isalpha():
            bare = word.removesuffix("'s")
            every[bare] += 1
            if sentence not in handed:
                own[bare] += 1
    return Everyday(every, own)


def measure_use(count: float, length: float) -> float:
    """How much a word's uses count: by their root, and less in a short text.

    Examples
    --------
    >>> measure_use(4, 300)
    3.0
    """
    return SCALE * math.sqrt(count / (length + ADDED))


def measure_against(count: float, own: float, length: float) -> float:
    """How much the uses of a word count that speaks against an article: less in sentences of its sources.

    Examples
    --------
    >>> measure_against(4, 4, 300), measure_against(4, 0, 300)
    (3.0, 1.5)
    """
    return HANDED_PART * measure_use(count, length) + (1 - HANDED_PART) * measure_use(own, length)


def measure_manner(doc: Document, side: str) -> float:
    """Sum of the weights of a side ("report" or "argument"); NaN without words or weights."""
    weights = load_manner().get(side)
    counts = count_everyday(doc)
    if not weights or not counts.every:
        return math.nan
    length = counts.length
    known = [(weights[word], n, counts.own[word]) for word, n in counts.every.items() if word in weights]
    return math.fsum(
        weight * (measure_use(n, length) if weight * WELL[side] > 0 else measure_against(n, m, length))
        for weight, n, m in known
    )


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
