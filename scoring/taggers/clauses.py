"""The clause around a candidate, and how the candidate is written."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from scoring.document import Document
from scoring.lexicon import find_candidates
from scoring.taggers.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    EDGE,
    NAME,
    NUMBER,
    PRONOUNS,
    class_of,
    masked_forms,
)

_SMALL_ADVERBS = frozenset("also not then still now only both all never even just always".split())
_FRAMES = frozenset(
    """suggest suggests suggested suggesting indicate indicates indicated hypothesis whether if determine
    examine examined investigate investigated test tested show shows showed shown found demonstrate
    demonstrated propose think believe said says asked ask because when although""".split()
)
"""Words that open the claim a candidate stands in."""
_FRAME_REACH = 25
_TONED = ("tone_negative", "tone_positive", "promotional", "opinion", "booster")
"""Word lists whose words may be charged."""


def find_toned(doc: Document, words: Iterable[int]) -> dict[int, list[str]]:
    """Each of those words to the lists it stands on."""
    found, toned = find_candidates(doc), {at: list[str]() for at in words}
    for kind in _TONED:
        for first, last, _, _ in found[kind]:
            if last - first > 1:
                for at in toned.keys() & range(first, last):
                    toned[at].append(kind)
            elif first in toned:
                toned[first].append(kind)
    return toned


def find_verb(right: Sequence[str]) -> str:
    """The shape of the first full word after the candidate, and whether a form of "be" or "have" leads it."""
    lead = ""
    for word in right:
        if word in BE:
            lead = "be"
        elif word in ("have", "has", "had"):
            lead = "have"
        elif word not in _SMALL_ADVERBS and not word.endswith("ly"):
            return f"{lead} {class_of(word)}"
    return lead


def find_subject(left: Sequence[str]) -> str:
    """The nearest word before the candidate that may be its subject, by class."""
    for word in reversed(left):
        if word in (NAME, NUMBER) or word in PRONOUNS:
            return word
        if word in DETERMINERS or word in AUXILIARIES or word in _SMALL_ADVERBS or word.endswith("ly"):
            continue
        return class_of(word)
    return EDGE


def find_frame(words: Sequence[str], low: int, first: int) -> str:
    """The last word before the candidate, in its sentence, that opens a claim."""
    near = words[max(low, first - _FRAME_REACH) : first]
    return "" if _FRAMES.isdisjoint(near) else next(word for word in reversed(near) if word in _FRAMES)


def find_shape(doc: Document, first: int, last: int) -> str:
    """How the candidate is written: capitals, which say nothing where all is in capitals, and names."""
    named = masked_forms(doc)[first] == NAME
    small = doc.text[doc.starts[first]].islower() and not named
    if small or doc.sentence_of[first] in doc.once("sentences without case", _find_caseless):
        return "lower"
    written = doc.text[doc.starts[first] : doc.ends[last - 1]]
    case = "upper" if written.isupper() and len(written) > 1 else "title" if written[0].isupper() else "lower"
    return f"{case} name" if named else case


def _find_caseless(doc: Document) -> frozenset[int]:
    """Headings, and sentences all in capitals."""
    text = doc.text
    shouted = {i for i, (start, end) in enumerate(doc.sentences) if text[start:end].isupper()}
    return doc.headings | shouted
