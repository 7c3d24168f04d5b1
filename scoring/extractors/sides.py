"""The sides of a story: its most present names, the words each is given, the tone toward each."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass

from scoring.article import Span
from scoring.attributions import find_attributions
from scoring.document import Document, Name
from scoring.lexicon import find_candidates

MAX_SIDES = 4
MIN_MENTIONS = 3
_DEMONYM = re.compile(r"(?:ese|ish|[a-z]{2}ians?|icans?|aeli|iraqi|french|dutch|greek|swiss|muslims?|christians?)$", re.IGNORECASE)
_TONE_PRIOR = 4.0
"""Pseudo-counts of neutral words, so that a single word cannot make a tone."""


@dataclass(frozen=True, slots=True)
class SideRow:
    """One side: mentions, attributed words, its share of all sides' words, tone in [-1, 1]."""

    name: str
    mentions: int
    words: int
    share: float
    tone: float
    first: Span


def find_sides(doc: Document) -> dict[str, list[Name]]:
    """Names mentioned three times or more in counted prose, most present first, at most four.

    Names of peoples ("Chinese") and one-off mentions are no sides.
    """
    return doc.once("sides", _find_sides)


def _find_sides(doc: Document) -> dict[str, list[Name]]:
    counted = [name for name in doc.names if doc.is_counted(name.first)]
    totals = Counter(name.key for name in counted if not _DEMONYM.search(name.key))
    chosen = [key for key, n in totals.most_common() if n >= MIN_MENTIONS][:MAX_SIDES]
    return {key: [name for name in counted if name.key == key] for key in chosen}


def list_sides(doc: Document) -> list[SideRow]:
    """One row a side, in the order of `find_sides`; shares are NaN if no side is given a word."""
    sides = find_sides(doc)
    words = dict.fromkeys(sides, 0)
    for item in find_attributions(doc):
        owner = next((key for key in sides if key == item.name or f" {key} " in f" {item.name} "), None)
        if owner:
            words[owner] += item.quoted_words + item.paraphrased_words
    total = sum(words.values())
    return [
        SideRow(key, len(names), words[key], words[key] / total if total else float("nan"), _tone(doc, names), _span(doc, names[0]))
        for key, names in sides.items()
    ]


def _span(doc: Document, name: Name) -> Span:
    return doc.starts[name.first], doc.ends[name.last - 1]


def _tone(doc: Document, names: list[Name]) -> float:
    """(good - bad) / (good + bad + 4) over the outlet's own words in sentences that mention the side."""
    sentences = {doc.sentence_of[name.first] for name in names}
    good, bad = (_count(doc, kind, sentences) for kind in ("tone_positive", "tone_negative"))
    return (good - bad) / (good + bad + _TONE_PRIOR)


def _count(doc: Document, kind: str, sentences: set[int]) -> int:
    return sum(
        doc.sentence_of[c.first] in sentences and doc.voice_at(doc.starts[c.first]) == "outlet" for c in find_candidates(doc).get(kind, [])
    )
