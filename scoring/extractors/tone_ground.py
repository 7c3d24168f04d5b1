"""What is known of the words of a document before anybody asks for the tone toward a name."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scoring.document import Document
from scoring.extractors.tone_words import BREAKS, NOT, OPENS_CLAUSE
from scoring.lexicon import find_candidates
from scoring.taggers import NAME, masked_forms
from scoring.taggers.scenes import view

LEFT_OUT = "<left out>"
"""Stands in `plain` where a negated word would."""
_BACK = 3
"""A negation turns the tone of the three words after it."""


@dataclass(frozen=True, slots=True)
class Ground:
    """What is known of each word of a document, whatever the target.

    `plain` are the words without the negated ones, `pairs` each word with the next. `toned`, `breaks` and
    `negated` are places in their order: of words with a tone, of openers of a clause, of negated words.
    """

    words: Sequence[str]
    plain: Sequence[str]
    pairs: Sequence[str]
    tones: Mapping[int, int]
    toned: Sequence[int]
    says: frozenset[int]
    breaks: Sequence[int]
    negated: Sequence[int]
    voices: Sequence[str]


def survey(doc: Document) -> Ground:
    """The ground of a document, surveyed once."""
    return doc.once("ground of tones", _survey)


def _survey(doc: Document) -> Ground:
    words = list(masked_forms(doc))
    for low, high in pairwise(doc.first_token):
        _mask_capitals(doc, words, low, high)
    denials = set(filter(is_not, set(words)))
    negations = [i for i, word in enumerate(words) if word in denials]
    negated = {at for i in negations for at in range(i + 1, min(i + 1 + _BACK, len(words)))}
    plain = list(words)
    for at in negated:
        plain[at] = LEFT_OUT
    tones = {at: -sign if at in negated else sign for at, sign in _list_signs(doc, words)}
    scene, cues = view(doc), find_candidates(doc).get("attribution", [])
    breaks = {at for at, gap in scene.gaps.items() if not BREAKS.isdisjoint(gap)}
    breaks.update([i for i, word in enumerate(words) if word in OPENS_CLAUSE])
    return Ground(
        words=words,
        plain=plain,
        pairs=list(map(" ".join, pairwise(words))),
        tones=tones,
        toned=sorted(tones),
        says=frozenset(at for cue in cues for at in range(cue.first, cue.last)),
        breaks=sorted(breaks),
        negated=sorted(negated),
        voices=scene.voices,
    )


def _mask_capitals(doc: Document, words: list[str], low: int, high: int) -> None:
    """Make capitalised words inside a sentence names, unless the sentence is set like a title."""
    text = doc.text
    capital = [i for i, start in enumerate(doc.starts[low + 1 : high], low + 1) if text[start].isupper()]
    if 2 * len(capital) > high - low:
        return
    for i in capital:
        if words[i] != "i" and not words[i].startswith("i'"):
            words[i] = NAME


def _list_signs(doc: Document, words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Each word of the lists of favourable and unfavourable ones that is no name, with its sign."""
    for kind, sign in (("tone_positive", 1), ("tone_negative", -1)):
        for candidate in find_candidates(doc).get(kind, []):
            if words[candidate.first] != NAME:
                yield from ((at, sign) for at in range(candidate.first, candidate.last))


def is_not(word: str) -> bool:
    """Whether a word turns what comes after it into its contrary."""
    return word in NOT or word[-3:] == "n't"


def within(places: Sequence[int], low: int, high: int) -> Sequence[int]:
    """Those of some places in order that lie from `low` up to `high`."""
    return places[bisect_left(places, low) : bisect_left(places, high)]
