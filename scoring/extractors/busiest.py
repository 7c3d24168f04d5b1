"""Finds the one word that an article leans on beyond what its background explains."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.document import Document
from scoring.extractors.background import kind_of, load_background
from scoring.extractors.phrases import find_places, follows, is_name
from scoring.extractors.repetition import LOOSE, SPARE, Repeated, find_often, share_dropped

_WORD_RARE = 0.022
"""Occurrences per word that a word few articles hold may reach: it is what the article is about."""
_WORD_LEAST = 0.012
"""The same for a common word, even one that the background never saw as busy."""
_WORD_FEWEST = 4
_WORD_DROPPED = 0.008
_WORD_TURNED = (-0.1, 0.4)
"""The same for any word that looks dropped in, and the oddness from which it does: AUC against one word
put in at 3 % (2 %) .986 (.930) on the first half of events_allsides; a third of clean articles have one."""


def find_busiest_word(doc: Document) -> list[Repeated]:
    """The content word most beyond its background, if any: what it rarely exceeds in news that holds it.

    Odd places lower what it may reach. Names may reach more: they are the people of the story.
    """
    least = max(_WORD_FEWEST, _WORD_DROPPED * doc.n_words + SPARE)
    found = [
        Repeated(word, 1, starts, len(starts), _limit(doc, word, starts))
        for word, starts in find_often(doc)[1].items()
        if len(starts) > least and kind_of(word) == "content" and not word[0].isdigit()
    ]
    busiest = max(found, key=lambda repeated: repeated.over, default=None)
    return [busiest] if busiest and busiest.over > 0 else []


def _limit(doc: Document, word: str, starts: Sequence[int]) -> float:
    usual = max(_WORD_LEAST, load_background().words.get(word, _WORD_RARE))
    if is_name(doc, starts, 1) or _is_proper(doc, starts):
        usual = max(usual, LOOSE)
    dropped = share_dropped(word, find_places(doc, starts, 1), _WORD_TURNED)
    return (usual + (_WORD_DROPPED - usual) * dropped) * doc.n_words + SPARE


def _is_proper(doc: Document, starts: Sequence[int]) -> bool:
    """Whether half of the occurrences have a capital inside a sentence ("AI", "Covid")."""
    capital = sum(doc.text[doc.starts[at]].isupper() and follows(doc, at) for at in starts)
    return 2 * capital >= len(starts)
