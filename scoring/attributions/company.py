"""The company of other cues: a sentence that hands its clause to somebody seldom does so time and again."""

from __future__ import annotations

import math
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate, groupby

from scoring.article import Span
from scoring.document import Document
from scoring.lexicon import find_candidates
from scoring.taggers import Judged, judge, load_tagger

OFFSET, OWN, BEFORE, DISTANCE, AFTER, CROWD = 1.11, 0.879, -1.063, -0.312, -0.601, 0.255
"""Weights of one, of the log-odds of a cue itself, of the sum of the probabilities before it in its
sentence, of the logarithm of 1 + the words since the candidate before it, of the highest probability
after it, and of the logarithm of the number of candidates.

A logistic regression on out-of-fold log-odds of PolNeAR's train part, of whether a candidate overlaps a
marked span (the log-odds are those of giving one away). In folds over articles F1 of cues rises from .759
to .768, and the rank correlation of expected cues with marked ones per word from .761 to .771.
"""
_FARTHEST = 30
"""Words since the last candidate where the sentence has none before; also the largest log-odds."""
_LEAST = 0.02
"""Probability below which a cue keeps its own: the company would change it by less than that."""
_FRAME = "frame"
"""Notes of candidates whose probability is that of their frame."""


def judge_cues(doc: Document, *, min_probability: float | None = None) -> list[Judged]:
    """Cues of attribution, each weighed beside the others of its sentence.

    Parameters
    ----------
    min_probability : float, optional
        Least probability; the tagger's threshold by default.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> doc = parse(Article("a", "Ana Ruiz said it rained."))
    >>> [doc.forms[cue.first] for cue in judge_cues(doc)]
    ['said']
    """
    every = doc.once("cues in company", _weigh_all)
    if min_probability is not None:
        return [cue for cue in every if cue.probability >= min_probability]
    tagger, own = load_tagger("attribution"), _find_own(doc)
    floor = tagger.threshold if tagger else 0.0
    return [cue for cue in every if cue.probability >= floor or (cue.first, cue.last) in own]


def _find_own(doc: Document) -> frozenset[Span]:
    """The entries of a user's own, whose probability is the precision they state."""
    found = find_candidates(doc)["attribution"]
    return frozenset((cue.first, cue.last) for cue in found if cue.precision is not None)


def _weigh_all(doc: Document) -> list[Judged]:
    """Every cue with its new probability; those known by a frame or listed by a user keep theirs."""
    found, own = list[Judged](), _find_own(doc)
    every = judge(doc, "attribution", min_probability=0.0)
    for _, group in groupby(every, lambda cue: doc.sentence_of[cue.first]):
        cues = list(group)
        for cue, probability in zip(cues, _weigh(cues), strict=True):
            fixed = probability == cue.probability or cue.note.startswith(_FRAME)
            if fixed or (cue.first, cue.last) in own:
                found.append(cue)
            else:
                found.append(Judged(cue.first, cue.last, cue.note, probability))
    return found


def _weigh(cues: Sequence[Judged]) -> list[float]:
    """The probabilities of the cues of one sentence, each among the others, in their order."""
    by_end = sorted(cues, key=lambda cue: cue.last)
    ends = [cue.last for cue in by_end]
    sums = [0.0, *accumulate([cue.probability for cue in by_end])]
    starts = [cue.first for cue in cues]
    highest = [0.0, *accumulate([cue.probability for cue in reversed(cues)], max)]
    base, found = OFFSET + CROWD * math.log(len(cues)), []
    for cue in cues:
        chance = cue.probability
        if chance >= _LEAST:
            before = bisect_right(ends, cue.first)
            distance = cue.first - ends[before - 1] if before else _FARTHEST
            total = base + OWN * math.log(chance / (1.0 - chance)) + BEFORE * sums[before]
            total += DISTANCE * math.log1p(distance)
            total += AFTER * highest[len(cues) - bisect_left(starts, cue.last)]
            chance = 1.0 / (1.0 + math.exp(-max(-_FARTHEST, min(_FARTHEST, total))))
        found.append(chance)
    return found
