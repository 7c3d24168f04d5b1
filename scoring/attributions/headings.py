"""Headings that hand a clause to whoever stands before their colon: "Ruiz: Dam May Break"."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.article import Span
from scoring.attributions.gaps import gap_before
from scoring.document import Document
from scoring.document.words import CALENDAR, PLACES
from scoring.lexicon import find_candidates
from scoring.taggers import AUXILIARIES, DETERMINERS

_MOST_WORDS = 3
"""Words of a name before a colon."""
_FEWEST_SAID = 2
_LABELS = frozenset(
    """opinion analysis comment editorial review preview update updates updated live breaking exclusive
    watch video videos photo photos picture pictures audio podcast explainer explained factbox timeline
    weather sport sports business politics health science travel food money tech world local news
    letter letters column interview profile obituary correction note notes question answer background
    context summary conclusion overview warning caution tip tips part chapter step day week""".split()
)
"""First words of headings that name a section or a form, nobody who speaks."""


def find_headed(doc: Document) -> list[Span]:
    """What headings hand over, as offsets from the colon to their end.

    The words before the colon must be able to speak: a name that is no place, weekday or label of a
    section, or a phrase that ends in an office or a document ("Police", "New study").

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> doc = parse(Article("a", "Ruiz: Dam May Break"))
    >>> [doc.text[start:end] for start, end in find_headed(doc)]
    ['Dam May Break']
    """
    found = []
    for sentence in sorted(doc.headings):
        low, high = doc.first_token[sentence], doc.first_token[sentence + 1]
        reach = range(low + 1, min(high - _FEWEST_SAID, low + _MOST_WORDS) + 1)
        colon = next((at for at in reach if gap_before(doc, at).lstrip(")").startswith(":")), None)
        if colon is not None and _can_speak(doc, low, colon) and _holds_verb(doc, colon, high):
            found.append((doc.starts[colon], doc.sentences[sentence][1]))
    return found


def _can_speak(doc: Document, low: int, colon: int) -> bool:
    """Whether the words before a colon are somebody, or a text that may say something."""
    words = doc.forms[low:colon]
    if any(word in PLACES | CALENDAR | _LABELS | DETERMINERS | AUXILIARIES for word in words):
        return False
    lists = find_candidates(doc)
    heads = ("source_role", "source_document", "source_study", "source_vague")
    if any(low <= hit.first and hit.last == colon for name in heads for hit in lists[name]):
        return True
    spelt = [doc.text[doc.starts[at] : doc.ends[at]] for at in range(low, colon)]
    dateline = all(word.isupper() for word in spelt)
    named = all(word[0].isupper() and word.replace("-", "").replace("’", "").isalpha() for word in spelt)
    return named and not dateline and not _is_common(doc, words)


def _is_common(doc: Document, words: Sequence[str]) -> bool:
    """Whether the article writes one of the words in lower case elsewhere."""
    return any(word in doc.once("words in lower case", _list_lower) for word in words)


def _list_lower(doc: Document) -> frozenset[str]:
    return frozenset(f for f, start in zip(doc.forms, doc.starts, strict=True) if doc.text[start].islower())


def _holds_verb(doc: Document, first: int, last: int) -> bool:
    """Whether an auxiliary verb stands inside a clause, not at its front as in a question."""
    return any(word in AUXILIARIES for word in doc.forms[first + 1 : last])
