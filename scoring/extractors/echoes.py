"""Title and heading echo: the same full phrase where a writer would shorten it."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence

from scoring.document import Document, fold
from scoring.extractors.background import kind_of
from scoring.extractors.measure import share
from scoring.extractors.phrases import is_name

_WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*")
_MOST = 4
_MIN_SENTENCES = 5
_MIN_HEADINGS = 3


def measure_title_echo(doc: Document) -> float:
    """Share of sentences that repeat one same phrase of the title, in [0, 1].

    The phrase is two to four words that begin and end with a content word; names are left out, for a
    story cannot avoid them. NaN without a title that holds such a phrase, or below five sentences.
    """
    sentences = [i for i, counted in enumerate(doc.counted) if counted and i not in doc.headings]
    phrases = doc.once("phrases of the title", _title_phrases)
    if not phrases or len(sentences) < _MIN_SENTENCES:
        return math.nan
    places = _find(doc, sentences, phrases)
    echoed = (
        len({doc.sentence_of[at] for at in starts})
        for phrase, starts in places.items()
        if len(starts) > 1 and not is_name(doc, starts, len(phrase))
    )
    return share(max(echoed, default=0), len(sentences))


def measure_heading_echo(doc: Document) -> float:
    """Share of headings that hold a phrase of the title or of an earlier heading, in [0, 1].

    The title set as a heading is left out. NaN below three headings.
    """
    headings = [i for i in sorted(doc.headings) if doc.counted[i]]
    if len(headings) < _MIN_HEADINGS:
        return math.nan
    seen = set(doc.once("phrases of the title", _title_phrases))
    echoed = 0
    for i in headings:
        own = set(_phrases(_forms_of(doc, i)))
        echoed += not own.isdisjoint(seen)
        seen |= own
    return share(echoed, len(headings))


def _title_phrases(doc: Document) -> frozenset[tuple[str, ...]]:
    return frozenset(_phrases([fold(match.group()) for match in _WORD.finditer(doc.title)]))


def _forms_of(doc: Document, sentence: int) -> list[str]:
    return list(doc.forms[doc.first_token[sentence] : doc.first_token[sentence + 1]])


def _phrases(forms: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Phrases of two to four words whose first and last are content words and no numbers."""
    ends = [kind_of(form) == "content" and not form[0].isdigit() and len(form) > 1 for form in forms]
    for size in range(2, _MOST + 1):
        for at in range(len(forms) - size + 1):
            if ends[at] and ends[at + size - 1]:
                yield tuple(forms[at : at + size])


def _find(
    doc: Document, sentences: Sequence[int], phrases: frozenset[tuple[str, ...]]
) -> dict[tuple[str, ...], list[int]]:
    """First words of each phrase in the sentences."""
    opening = {phrase[0] for phrase in phrases}
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for i in sentences:
        last = doc.first_token[i + 1]
        for at in range(doc.first_token[i], last):
            if doc.forms[at] in opening:
                for size in range(2, min(_MOST, last - at) + 1):
                    phrase = tuple(doc.forms[at : at + size])
                    if phrase in phrases:
                        places[phrase].append(at)
    return places
