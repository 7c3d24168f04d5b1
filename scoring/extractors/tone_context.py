"""What stands around a target: the features from which the tone toward it is judged.

The target is a placeholder, other names another one: no person, party or outlet can be learnt.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from scoring.document import Document
from scoring.extractors.tone_ground import LEFT_OUT, Ground, is_not, list_says, survey
from scoring.extractors.tone_words import BEFORE_NAME, LIGHT
from scoring.taggers import AUXILIARIES, BE, EDGE

REACH = 40
"""Words looked at on either side, so that cost stays linear in a text without full stops; 3 % of
the sentences of the fitting corpus reach farther."""
Feature = tuple[str, str]
"""A template and its value at a target."""


class Around(NamedTuple):
    """What stands around a target: words by template, `LEFT_OUT` for none, and single facts."""

    words: Sequence[tuple[str, Sequence[str]]]
    facts: Sequence[Feature]


class _Scene(NamedTuple):
    """A target, words `first` to `last`, in its stretch `low` to `high` of a sentence."""

    ground: Ground
    first: int
    last: int
    low: int
    high: int


def describe_target(doc: Document, first: int, last: int) -> list[Feature]:
    """Template and value pairs; a pair that stands twice counts twice.

    Parameters
    ----------
    first, last : int
        Token indices of the target, end exclusive; words beyond its first sentence are left out.
    """
    words, facts = look_around(doc, first, last)
    return [*((template, word) for template, values in words for word in values if word != LEFT_OUT), *facts]


def look_around(doc: Document, first: int, last: int) -> Around:
    """The same, words by template."""
    ground = survey(doc, doc.sentence_of[first])
    first, last = first - ground.start, min(last - ground.start, len(ground.words))
    scene = _Scene(ground, first, last, max(first - REACH, 0), min(last + REACH, len(ground.words)))
    facts = [*_find_tones(scene), *_find_beside(scene, doc), *_find_verb(scene), *_find_object(scene)]
    return Around(_gather_words(scene), facts)


def _gather_words(scene: _Scene) -> list[tuple[str, Sequence[str]]]:
    """The words on either side, and those of the clause: up to the nearest breaks around the target."""
    ground, first, last, low, high = scene
    plain, breaks = ground.plain, ground.breaks
    opens = max(low, breaks[bisect_right(breaks, first) - 1])
    closes = min(high, breaks[bisect_left(breaks, last)])
    before, after = plain[low:first], plain[last:high]
    return [("before", before), ("after", after), ("clause", plain[opens:first] + plain[last:closes])]


def _find_tones(scene: _Scene) -> list[Feature]:
    """The nearest favourable or unfavourable word of the lists on either side."""
    (*_, tones, toned, _), first, last, low, high = scene
    before, after = bisect_left(toned, first) - 1, bisect_left(toned, last)
    found = [("before", toned[before], first - 1)] if before >= 0 and toned[before] >= low else []
    found += [("after", toned[after], last)] if after < len(toned) and toned[after] < high else []
    return [
        ("nearest", value)
        for side, at, beside in found
        for value in (f"{side} {tones[at]}", f"{side} {tones[at]} {_bin(abs(at - beside))}")
    ]


def _bin(distance: int) -> int:
    """Words in between: none, 1, 2-3, 4-7, 8-15, more, as 0 to 5."""
    return min(5, distance.bit_length())


def _find_beside(scene: _Scene, doc: Document) -> list[Feature]:
    """The words beside the target, whether they are words of speech, and whether it owns something."""
    (start, words, *_), first, last, low, high = scene
    says = list_says(doc)
    return [
        ("possessive", "yes" if doc.forms[start + last - 1].endswith("'s") else "no"),
        ("previous", words[first - 1] if first > low else EDGE),
        ("next", words[last] if last < high else EDGE),
        ("says before", "yes" if first > low and start + first - 1 in says else "no"),
        ("says next", "yes" if last < high and start + last in says else "no"),
    ]


def _find_verb(scene: _Scene) -> list[Feature]:
    """The first word after the target and its auxiliaries: what it does, is, or has done to it."""
    words, at, end = scene.ground.words, scene.last, min(scene.high, scene.last + 6)
    passive = negated = False
    while at < end and (
        words[at] in AUXILIARIES or words[at] in LIGHT or words[at].endswith("ly") or is_not(words[at])
    ):
        passive, negated = passive or words[at] in BE, negated or is_not(words[at])
        at += 1
    if at >= scene.high:
        return []
    word, tone = words[at], scene.ground.tones.get(at, 0)
    role = ("done" if word.endswith(("ed", "en")) else "is") if passive else "does"
    return [("verb word", word), ("verb tone", f"{role} not {tone}" if negated else f"{role} {tone}")]


def _find_object(scene: _Scene) -> list[Feature]:
    """The nearest word before the target that is no article, title or name: what is done to it."""
    words, at = scene.ground.words, scene.first - 1
    while at >= scene.low and words[at] in BEFORE_NAME:
        at -= 1
    if at < scene.low:
        return []
    return [("to target", words[at]), ("to target tone", str(scene.ground.tones.get(at, 0)))]
