"""What stands around a target: the features from which the tone toward it is judged.

The target is a placeholder, other names another one: no person, party or outlet can be learnt.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from scoring.document import Document
from scoring.extractors.tone_ground import LEFT_OUT, Ground, is_not, survey, within
from scoring.extractors.tone_words import BEFORE_NAME, KINDS, LIGHT
from scoring.taggers import AUXILIARIES, BE, EDGE, NAME

TARGET = "<target>"
REACH = 40
"""Words looked at on either side, so that cost stays linear in a text without full stops; 3 % of
the sentences of the fitting corpus reach farther."""
Feature = tuple[str, str]
Values = tuple[str, Sequence[str]]
"""A template and its values at a target; `LEFT_OUT` is none."""


@dataclass(frozen=True, slots=True)
class _Scene:
    """A target, words `first` to `last`, in its stretch of sentence `low` to `high` and clause."""

    doc: Document
    ground: Ground
    first: int
    last: int
    low: int
    high: int

    def before(self) -> str:
        """The word before the target."""
        return self.ground.words[self.first - 1] if self.first > self.low else EDGE

    def after(self) -> str:
        """The word after the target."""
        return self.ground.words[self.last] if self.last < self.high else EDGE

    def toned(self) -> Iterator[tuple[int, int, str, int]]:
        """Each word with a tone around the target: its index, tone, side and distance."""
        tones, toned = self.ground.tones, self.ground.toned
        for i in within(toned, self.low, self.first):
            yield i, tones[i], "before", self.first - i
        for i in within(toned, self.last, self.high):
            yield i, tones[i], "after", i - self.last + 1


def describe_target(doc: Document, first: int, last: int) -> list[Feature]:
    """Template and value pairs; a pair that stands twice counts twice.

    Parameters
    ----------
    first, last : int
        Token indices of the target, end exclusive; words beyond its first sentence are left out.
    """
    described = list_values(doc, first, last)
    return [(template, value) for template, values in described for value in values if value != LEFT_OUT]


def list_values(doc: Document, first: int, last: int) -> list[Values]:
    """The same by template."""
    sentence = doc.sentence_of[first]
    low, end = max(doc.first_token[sentence], first - REACH), doc.first_token[sentence + 1]
    last = min(last, end)
    high = min(end, last + REACH)
    scene = _Scene(doc, survey(doc), first, last, low, high)
    clause = _find_clause(scene)
    return [
        *_describe_words(scene, clause),
        *_describe_tones(scene, clause),
        *_describe_place(scene),
        *_describe_verb(scene),
        *_describe_object(scene),
    ]


def _find_clause(scene: _Scene) -> range:
    """From the break at the target or the last one before it to the first one after it."""
    breaks = scene.ground.breaks
    opens, closes = bisect_right(breaks, scene.first) - 1, bisect_left(breaks, scene.last)
    low = max(scene.low, breaks[opens]) if opens >= 0 else scene.low
    return range(low, min(scene.high, breaks[closes]) if closes < len(breaks) else scene.high)


def _describe_words(scene: _Scene, clause: range) -> list[Values]:
    ground, low, first, last, high = scene.ground, scene.low, scene.first, scene.last, scene.high
    words, plain, pairs = ground.words, ground.plain, ground.pairs
    negated = (*within(ground.negated, low, first), *within(ground.negated, last, high))
    to_target = [*pairs[low : first - 1], f"{words[first - 1]} {TARGET}"] if first > low else []
    to_edge = [*pairs[last : high - 1], f"{words[high - 1]} {EDGE}"] if high > last else []
    return [
        ("before", plain[low:first]),
        ("after", plain[last:high]),
        ("clause", [*plain[clause.start : first], *plain[last : clause.stop]]),
        ("negated", [words[i] for i in negated]),
        ("pair", [*to_target, *to_edge]),
    ]


def _describe_tones(scene: _Scene, clause: range) -> list[Values]:
    """Favourable and unfavourable words of the lists by side, distance, clause and voice; their balance."""
    balance = {"all": 0, "before": 0, "after": 0, "clause": 0}
    nearest: dict[str, tuple[int, int]] = {}
    tones = []
    voices = scene.ground.voices
    own = voices[scene.first]
    for i, tone, side, distance in scene.toned():
        inside = "clause" if i in clause else "elsewhere"
        for key in ("all", side, inside, f"{side} {_bin(distance)}", f"{voices[i]} {own}"):
            tones.append(f"{key} {tone}")
            if key in balance:
                balance[key] += tone
        if side == "before" or side not in nearest:
            nearest[side] = (tone, distance)
    return [
        ("tone", tones),
        ("balance", [f"{key} {max(-3, min(3, total))}" for key, total in balance.items()]),
        *(
            ("nearest", (f"{side} {tone}", f"{side} {tone} {_bin(distance)}"))
            for side, (tone, distance) in nearest.items()
        ),
    ]


def _bin(distance: int) -> int:
    """Distances 1, 2, 3-4, 5-8, 9-16, more, as 0 to 5."""
    return min(5, (distance - 1).bit_length())


def _describe_place(scene: _Scene) -> list[Values]:
    doc, words, first, last = scene.doc, scene.ground.words, scene.first, scene.last
    length, says = scene.high - scene.low, scene.ground.says
    left, right = words[scene.low : first].count(NAME), words[last : scene.high].count(NAME)
    return [
        ("kind", [KINDS.get(doc.forms[first], "name") if last - first == 1 else "name"]),
        ("possessive", [str(doc.forms[last - 1].endswith("'s"))]),
        ("previous", [scene.before()]),
        ("next", [scene.after()]),
        ("place", [str(4 * (first - scene.low) // length)]),
        ("length", [str(min(6, length // 8))]),
        ("voice", [scene.ground.voices[first]]),
        ("says next", [str(last < scene.high and last in says)]),
        ("says before", [str(first > scene.low and first - 1 in says)]),
        ("mark next", [_mark(scene, last)]),
        ("mark before", [_mark(scene, first)]),
        ("names", [f"{min(2, left)} {min(2, right)}"]),
    ]


def _mark(scene: _Scene, at: int) -> str:
    """The first mark between a word and the one before it; marks only inside the stretch."""
    doc = scene.doc
    if at <= scene.low or at >= scene.high:
        return EDGE
    return doc.text[doc.ends[at - 1] : doc.starts[at]].strip()[:1]


def _describe_verb(scene: _Scene) -> list[Values]:
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
    word = words[at]
    role = ("done" if word.endswith(("ed", "en")) else "is") if passive else "does"
    role += " not" * negated
    tone = scene.ground.tones.get(at, 0)
    return [
        ("verb", [f"{role} {word}"]),
        ("verb word", [word]),
        ("verb end", [f"{role} {word[-3:]}"]),
        ("verb tone", [f"{role} {tone}"]),
    ]


def _describe_object(scene: _Scene) -> list[Values]:
    """The nearest word before the target that is no article, title or name: what is done to it."""
    words, at = scene.ground.words, scene.first - 1
    while at >= scene.low and words[at] in BEFORE_NAME:
        at -= 1
    if at < scene.low:
        return []
    pair = [f"{words[at - 1]} {words[at]}"] if at > scene.low else []
    tone = scene.ground.tones.get(at, 0)
    return [("to target", [words[at]]), ("to target tone", [str(tone)]), ("pair to target", pair)]
