"""What is known of the words of a sentence before anybody asks for the tone toward a name in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial
from typing import NamedTuple

from scoring.document import Document
from scoring.extractors.tone_words import BREAKS, NOT, OPENS_CLAUSE
from scoring.lexicon import find_candidates
from scoring.taggers import NAME, masked_forms
from scoring.taggers.scenes import view

LEFT_OUT = "<left out>"
"""Stands in `plain` where a negated word would."""
_BACK = 3
"""A negation turns the tone of the three words after it."""


class Ground(NamedTuple):
    """What is known of each word of a sentence, whatever the target; places count from its first word.

    `start` is that word's index in the document. `plain` are the words without the negated ones; `tones` are
    those with a tone, `toned` their places, and `breaks` the ends of clauses, the sentence's own among them,
    in their order.
    """

    start: int
    words: Sequence[str]
    plain: list[str]
    tones: Mapping[int, int]
    toned: Sequence[int]
    breaks: Sequence[int]


def survey(doc: Document, sentence: int) -> Ground:
    """The ground of a sentence, surveyed once."""
    return doc.once(f"tone ground {sentence}", partial(_survey, sentence=sentence))


def _survey(doc: Document, sentence: int) -> Ground:
    start, end = doc.first_token[sentence], doc.first_token[sentence + 1]
    words = _mask_capitals(doc, start, end)
    plain = list(words)
    for i in [i for i, word in enumerate(words) if word in NOT or word[-3:] == "n't"]:
        plain[i + 1 : i + 1 + _BACK] = [LEFT_OUT] * len(plain[i + 1 : i + 1 + _BACK])
    gaps, signs = view(doc).gaps, doc.once("signs of words", _list_signs)
    places = range(start, end)
    toned = [at - start for at in places if at in signs and words[at - start] != NAME]
    tones = {i: -signs[start + i] if plain[i] == LEFT_OUT else signs[start + i] for i in toned}
    breaks = [at - start for at in places if at in gaps and not BREAKS.isdisjoint(gaps[at])]
    breaks += [i for i, word in enumerate(words) if word in OPENS_CLAUSE]
    return Ground(start, words, plain, tones, toned, sorted([0, *breaks, len(words)]))


def _mask_capitals(doc: Document, start: int, end: int) -> list[str]:
    """The words of a sentence; capitalised ones inside it are names, unless it is set like a title."""
    words, text = list(masked_forms(doc)[start:end]), doc.text
    capital = [i for i, at in enumerate(doc.starts[start + 1 : end], 1) if text[at].isupper()]
    for i in capital if 2 * len(capital) <= end - start else ():
        if words[i] != "i" and not words[i].startswith("i'"):
            words[i] = NAME
    return words


def _list_signs(doc: Document) -> dict[int, int]:
    """Each word of the lists of favourable and unfavourable ones, with its sign."""
    found = find_candidates(doc)
    return {
        at: sign
        for kind, sign in (("tone_positive", 1), ("tone_negative", -1))
        for candidate in found.get(kind, [])
        for at in range(candidate.first, candidate.last)
    }


def list_says(doc: Document) -> frozenset[int]:
    """The words of speech of a document ("said", "according to"), found once."""
    return doc.once("words of speech", _list_says)


def _list_says(doc: Document) -> frozenset[int]:
    cues = find_candidates(doc).get("attribution", [])
    return frozenset(at for cue in cues for at in range(cue.first, cue.last))


def is_not(word: str) -> bool:
    """Whether a word turns what comes after it into its contrary."""
    return word in NOT or word[-3:] == "n't"
