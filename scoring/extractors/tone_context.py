"""What stands around a target: the features from which the tone toward it is judged.

The target is a placeholder, other names another one: no person, party or outlet can be learnt.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from scoring.document import Document
from scoring.extractors.tone_words import BEFORE_NAME, BREAKS, KINDS, LIGHT, NOT, OPENS_CLAUSE
from scoring.lexicon import find_candidates
from scoring.taggers import AUXILIARIES, BE, EDGE, NAME, masked_forms

TARGET = "<target>"
REACH = 40
"""Words looked at on either side, so that cost stays linear in a text without full stops; 3 % of
the sentences of the fitting corpus reach farther."""
_BACK = 3
"""A negation turns the tone of the three words after it."""
Feature = tuple[str, str]
Values = tuple[str, Sequence[str]]
"""A template and its values at a target."""


@dataclass(frozen=True, slots=True)
class _Ground:
    """What is known of each word of a document, whatever the target."""

    words: list[str]
    tones: Mapping[int, int]
    toned: Sequence[int]
    says: frozenset[int]
    breaks: Sequence[bool]
    negated: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Scene:
    """A target, words `first` to `last`, in its stretch of sentence `low` to `high` and clause."""

    doc: Document
    ground: _Ground
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
        for i in toned[bisect_left(toned, self.low) : bisect_left(toned, self.first)]:
            yield i, tones[i], "before", self.first - i
        for i in toned[bisect_left(toned, self.last) : bisect_left(toned, self.high)]:
            yield i, tones[i], "after", i - self.last + 1


def describe_target(doc: Document, first: int, last: int) -> list[Feature]:
    """Template and value pairs; a pair that stands twice counts twice.

    Parameters
    ----------
    first, last : int
        Token indices of the target, end exclusive; words beyond its first sentence are left out.
    """
    return [(template, value) for template, values in list_values(doc, first, last) for value in values]


def list_values(doc: Document, first: int, last: int) -> list[Values]:
    """The same by template."""
    sentence = doc.sentence_of[first]
    low, end = max(doc.first_token[sentence], first - REACH), doc.first_token[sentence + 1]
    last = min(last, end)
    high = min(end, last + REACH)
    scene = _Scene(doc, doc.once("ground of tones", _survey), first, last, low, high)
    clause = _find_clause(scene)
    return [
        *_describe_words(scene, clause),
        *_describe_tones(scene, clause),
        *_describe_place(scene),
        *_describe_verb(scene),
        *_describe_object(scene),
    ]


def _survey(doc: Document) -> _Ground:
    words = list(masked_forms(doc))
    for i in range(len(doc.first_token) - 1):
        _mask_capitals(doc, words, doc.first_token[i], doc.first_token[i + 1])
    candidates, text, ends = find_candidates(doc), doc.text, [0, *doc.ends]
    tones = {
        at: -sign if any(_is_not(words[i]) for i in range(max(0, at - _BACK), at)) else sign
        for kind, sign in (("tone_positive", 1), ("tone_negative", -1))
        for candidate in candidates.get(kind, [])
        if words[candidate.first] != NAME
        for at in range(candidate.first, candidate.last)
    }
    says = frozenset(at for c in candidates.get("attribution", []) for at in range(c.first, c.last))
    gaps = (text[end:start] for end, start in zip(ends, doc.starts, strict=False))
    breaks = [
        word in OPENS_CLAUSE or (gap != " " and not BREAKS.isdisjoint(gap))
        for word, gap in zip(words, gaps, strict=True)
    ]
    negations = [i for i, word in enumerate(words) if _is_not(word)]
    denied = frozenset(at for i in negations for at in range(i + 1, i + 1 + _BACK))
    return _Ground(words, tones, sorted(tones), says, breaks, denied)


def _mask_capitals(doc: Document, words: list[str], low: int, high: int) -> None:
    """Make capitalised words inside a sentence names, unless the sentence is set like a title."""
    text = doc.text
    capital = [i for i, start in enumerate(doc.starts[low + 1 : high], low + 1) if text[start].isupper()]
    if 2 * len(capital) > high - low:
        return
    for i in capital:
        if words[i] != "i" and not words[i].startswith("i'"):
            words[i] = NAME


def _is_not(word: str) -> bool:
    return word in NOT or word.endswith("n't")


def _find_clause(scene: _Scene) -> range:
    first, last, breaks = scene.first, scene.last, scene.ground.breaks
    while first > scene.low and not breaks[first]:
        first -= 1
    while last < scene.high and not breaks[last]:
        last += 1
    return range(first, last)


def _describe_words(scene: _Scene, clause: range) -> list[Values]:
    words, low, first, last, high = scene.ground.words, scene.low, scene.first, scene.last, scene.high
    before, after, denied = words[low:first], words[last:high], scene.ground.negated
    around = (*range(low, first), *range(last, high))
    plain = [i for i in around if i not in denied]
    return [
        ("before", [words[i] for i in plain if i < first]),
        ("after", [words[i] for i in plain if i >= last]),
        ("clause", [words[i] for i in plain if i in clause]),
        ("negated", [words[i] for i in around if i in denied]),
        ("pair", [*map(" ".join, pairwise([*before, TARGET])), *map(" ".join, pairwise([*after, EDGE]))]),
    ]


def _describe_tones(scene: _Scene, clause: range) -> list[Values]:
    """Favourable and unfavourable words of the lists by side, distance, clause and voice; their balance."""
    balance = {"all": 0, "before": 0, "after": 0, "clause": 0}
    nearest: dict[str, tuple[int, int]] = {}
    tones = []
    doc = scene.doc
    own = doc.voice_at(doc.starts[scene.first])
    for i, tone, side, distance in scene.toned():
        inside = "clause" if i in clause else "elsewhere"
        for key in ("all", side, inside, f"{side} {_bin(distance)}", f"{doc.voice_at(doc.starts[i])} {own}"):
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
        ("voice", [doc.voice_at(doc.starts[first])]),
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
        words[at] in AUXILIARIES or words[at] in LIGHT or words[at].endswith("ly") or _is_not(words[at])
    ):
        passive, negated = passive or words[at] in BE, negated or _is_not(words[at])
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
