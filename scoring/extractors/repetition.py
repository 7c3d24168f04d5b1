"""Finds phrases and words repeated beyond what length, background and their places explain."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from scoring.article import Span
from scoring.document import Document
from scoring.extractors.background import kind_of, load_background
from scoring.extractors.phrases import (
    count_words,
    find_places,
    find_recurring,
    inner_phrases,
    is_name,
)

_WRITTEN = {4: 0.020, 3: 0.020, 2: 0.043, 1: 0.08}
"""Words in a phrase to the occurrences per word that news may reach where the phrase is written into its
sentences: past what one in a thousand of 5,250 articles shows ("breast cancer" and the like reach .040). At
.020 for three words and more 3 of 1,000 articles of events_allsides have one, at .026 one; the two more are
galleries whose captions repeat their heading. Key phrases of content farms begin at .025."""
_DROPPED = {4: 0.013, 3: 0.013, 2: 0.015, 1: 0.02}
"""The same where it looks dropped into them. With these, 1, 2, 0 and 1 articles of the first half of four
corpora (2,600) have a stuffed phrase of two words, of the same articles at 3 % 98 in 100 have."""
LOOSE = 0.06
"""What phrases that begin or end with a function word, and names, may reach where they are written."""
_TURNED = {4: (-0.3, 0.1), 3: (-0.3, 0.1), 2: (-0.3, 0.1), 1: (0.2, 0.6)}
"""Oddness of the places from which a phrase counts as partly, and as wholly dropped in."""
_LEAST = {True: 5, False: 11}
"""Fewest occurrences of a term, and of a phrase that begins or ends with a function word."""
_FEWEST = 3
"""Occurrences from which a phrase is looked at."""
SPARE = 2
"""Occurrences that any article may have beyond its rate."""
_VARIED = 0.5
"""Least share of occurrences with neighbours of their own: else they say nothing of how it got there."""
_MOSTLY = 0.8


@dataclass(frozen=True, slots=True)
class Repeated:
    """A phrase, the first words of its occurrences, how many weigh against it, and how many are allowed."""

    phrase: str
    size: int
    starts: Sequence[int]
    count: float
    limit: float

    @property
    def over(self) -> float:
        """Occurrences beyond what is allowed."""
        return self.count - self.limit


def find_stuffed(doc: Document) -> list[Repeated]:
    """Phrases repeated beyond their limit, longest first."""
    return [repeated for repeated in judge_recurring(doc) if repeated.over > 0]


def measure_nearness(doc: Document) -> float:
    """How near the most repeated term of two to four words comes to its limit, 0 or more; NaN without words.

    Above 1 lies what is stuffed; 0 where no term comes three times.
    """
    terms = (r for r in judge_recurring(doc) if r.size > 1 and (r.over > 0 or _is_term(r.phrase)))
    return max((max(0.0, r.count / r.limit) for r in terms), default=0.0) if doc.n_words else math.nan


def judge_recurring(doc: Document) -> list[Repeated]:
    """Recurring phrases with what they may reach, longest first; found once per document.

    A phrase is two to four words of counted prose or headings outside keyword lists, or one content
    word; one that mostly stands inside a longer term or stuffed phrase is judged there. Three things
    tell stuffing from a topic: writers shorten what they repeat ("the contract"), so each time the
    last word of a term stands alone weighs against it; writers build sentences around a phrase, so its
    neighbours differ from those that chance gives; and they repeat names more than anything else.
    """
    return doc.once("judged phrases", _judge_recurring)


def _judge_recurring(doc: Document) -> list[Repeated]:
    longer: Counter[str] = Counter()
    found = []
    for size, phrases in find_often(doc).items():
        for phrase, starts in phrases.items():
            part = longer[phrase] >= _MOSTLY * len(starts)
            judged = None if part else _judge(doc, phrase, size, starts)
            found += [judged] if judged else []
            stuffed = judged is not None and judged.over > 0
            if len(starts) >= _LEAST[True] and (stuffed or _is_term(phrase)):
                for inner in inner_phrases(phrase):
                    longer[inner] = max(longer[inner], len(starts))
    return found


def find_often(doc: Document) -> Mapping[int, Mapping[str, list[int]]]:
    """Size to phrase to its first words, for what comes three times or more; longest first."""
    return doc.once("recurring phrases", lambda doc: find_recurring(doc, _FEWEST))


def _judge(doc: Document, phrase: str, size: int, starts: Sequence[int]) -> Repeated | None:
    """A phrase with its limit; None for single words and loose phrases that cannot be stuffed."""
    term, last = _is_term(phrase), phrase.rsplit(" ", 1)[-1]
    least = max(_LEAST[term] - 1, _DROPPED[size] * doc.n_words + SPARE)
    if (size == 1 and not term) or (len(starts) <= least and (size == 1 or not term)):
        return None
    places = find_places(doc, starts, size)
    varied = len(places) >= _VARIED * len(starts)
    if not varied and (not term or size == 1):
        return None
    dropped = share_dropped(phrase, places, _TURNED[size]) if varied else 0.0
    free = not term or is_name(doc, starts, size)
    written = max(LOOSE, _WRITTEN[size]) if free else _WRITTEN[size]
    limit = written + (_DROPPED[size] - written) * dropped
    alone = (1 - dropped) * (count_words(doc)[last] - len(starts)) if _is_term(last) else 0.0
    return Repeated(phrase, size, starts, len(starts) - alone, max(least, limit * doc.n_words + SPARE))


def _is_term(phrase: str) -> bool:
    """Whether a phrase begins and ends with content words that are no numbers."""
    words = phrase.split(" ")
    return all(kind_of(word) == "content" and not word[0].isdigit() for word in (words[0], words[-1]))


def share_dropped(phrase: str, places: Sequence[tuple[str, str]], turned: tuple[float, float]) -> float:
    """How surely a phrase was dropped into its places, 0 to 1: its oddness between two bounds."""
    low, high = turned
    odd = load_background().oddness(phrase, places)
    return min(1.0, max(0.0, (odd - low) / (high - low)))


def show_spans(doc: Document, found: Sequence[tuple[Repeated, float]]) -> Iterator[tuple[Span, str, float]]:
    """Each occurrence with its phrase and the phrase's probability; the first that covers a word has it."""
    taken: set[int] = set()
    for repeated, probability in found:
        for first in repeated.starts:
            inside = range(first, first + repeated.size)
            if taken.isdisjoint(inside):
                taken.update(inside)
                yield (doc.starts[first], doc.ends[inside[-1]]), repeated.phrase, probability
