"""Colons that hand a clause to whoever stands before them: "Ruiz: Dam May Break", lines of an interview."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

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


_SILENT = PLACES | CALENDAR | _LABELS | DETERMINERS | AUXILIARIES
COLON = 0.9
"""Probability of a colon as a cue: annotators of PolNeAR's train part marked 45 of 49 such colons."""


@dataclass(frozen=True, slots=True)
class Voiced:
    """Who speaks before a colon (token indices, end exclusive), the colon and what follows (offsets)."""

    source: Span
    colon: Span
    content: Span


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
    return [
        voiced.content for voiced in find_voiced(doc) if doc.sentence_of[voiced.source[0]] in doc.headings
    ]


def find_voiced(doc: Document) -> list[Voiced]:
    """Headings, first sentences of a paragraph and lines of an interview that open with a voice and a colon.

    The label of an interview stands at the front of two paragraphs or more; elsewhere a clause follows.
    """
    return doc.once("voiced", _find_voiced)


def _find_voiced(doc: Document) -> list[Voiced]:
    opening = [item for item in _list_colons(doc) if doc.is_counted(item[0]) and _can_speak(doc, *item[:2])]
    times = Counter(tuple(doc.forms[low:colon]) for low, colon, _ in opening)
    found = []
    for low, colon, end in opening:
        sentence = doc.sentence_of[low]
        known = sentence not in doc.headings or doc.forms[colon - 1] in doc.once(
            "named elsewhere", _list_names
        )
        repeated = known and times[tuple(doc.forms[low:colon])] > 1
        if repeated or _holds_verb(doc, colon, doc.first_token[sentence + 1]):
            stop = end if repeated else doc.sentences[sentence][1]
            mark = doc.text.index(":", doc.ends[colon - 1])
            found.append(Voiced((low, colon), (mark, mark + 1), (doc.starts[colon], stop)))
    return found


def _list_colons(doc: Document) -> list[tuple[int, int, int]]:
    """First word, word after the colon, and end of each paragraph that opens with a few words and a colon."""
    found, seen = [], set[int]()
    for start, end in doc.paragraphs:
        low = doc.token_at(start)
        if low >= len(doc.forms) or low in seen or doc.starts[low] >= end:
            continue
        seen.add(low)
        high = doc.first_token[doc.sentence_of[low] + 1]
        reach = range(low + 1, min(high - _FEWEST_SAID, low + _MOST_WORDS) + 1)
        colon = next((at for at in reach if gap_before(doc, at).lstrip(")").startswith(":")), None)
        if colon is not None:
            found.append((low, colon, end))
    return found


def _can_speak(doc: Document, low: int, colon: int) -> bool:
    """Whether the words before a colon are somebody, or a text that may say something."""
    words = doc.forms[low:colon]
    if not _SILENT.isdisjoint(words):
        return False
    lists = find_candidates(doc)
    heads = ("source_role", "source_document", "source_study", "source_vague")
    if any(low <= hit.first and hit.last == colon for name in heads for hit in lists[name]):
        return True
    spelt = [doc.text[doc.starts[at] : doc.ends[at]] for at in range(low, colon)]
    named = all(word[0].isupper() and word.replace("-", "").replace("’", "").isalpha() for word in spelt)
    if not named or _is_common(doc, words):
        return False
    dateline = all(word.isupper() for word in spelt)
    plain = colon == low + 1 and doc.sentence_of[low] not in doc.headings
    return not (dateline or plain) or words[-1] in doc.once("named elsewhere", _list_names)


def _list_names(doc: Document) -> frozenset[str]:
    """The words that names in the article end with, each of which may stand for its bearer."""
    return frozenset(name.key.lower().split()[-1] for name in doc.names)


def _is_common(doc: Document, words: Sequence[str]) -> bool:
    """Whether the article writes one of the words in lower case elsewhere."""
    return any(word in doc.once("words in lower case", _list_lower) for word in words)


def _list_lower(doc: Document) -> frozenset[str]:
    return frozenset(f for f, start in zip(doc.forms, doc.starts, strict=True) if doc.text[start].islower())


def _holds_verb(doc: Document, first: int, last: int) -> bool:
    """Whether an auxiliary verb stands inside a clause, not at its front as in a question."""
    return any(word in AUXILIARIES for word in doc.forms[first + 1 : last])
