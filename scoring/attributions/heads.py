"""The head of a phrase, and the name that it holds or stands beside."""

from __future__ import annotations

from bisect import bisect_right

from scoring.article import Span
from scoring.attributions.gaps import gap_before
from scoring.attributions.phrases import PERSON_PRONOUNS, PREPOSITIONS
from scoring.document import Document, Name
from scoring.document.words import CALENDAR, HONORIFICS, OFFICES, PARTIES
from scoring.taggers import DETERMINERS

_AFTER_PARTICIPLE = (
    PREPOSITIONS | CALENDAR | frozenset("late early last this earlier yesterday today".split())
)
_ENDS = (
    PREPOSITIONS
    | PERSON_PRONOUNS
    | CALENDAR
    | frozenset("whose that which here there today yesterday tonight this last surveyed polled".split())
    | frozenset("himself herself itself themselves alone".split())
)
"""Words that what is said about a head noun begins with."""
_PARTICIPLES = frozenset("made seen written sent given shown taken".split())


def find_name(doc: Document, source: Span) -> Name | None:
    """The name at the head of a source, or the one at its end beside it; None without either.

    Beside it is a name after a comma or an office: "the mayor, Ana Ruiz", "Secretary of State Ana Ruiz".
    """
    head = find_head(doc, source)
    name = name_at(doc, head)
    if name is not None and name.key.lower() not in PARTIES:
        return name
    beside = name_at(doc, head + 1) if head + 1 < source[1] else None
    if beside is not None and "," in gap_before(doc, head + 1) and beside.last - beside.first > 1:
        return beside
    last = name_at(doc, source[1] - 1)
    return last if last is not None and last.first > head and _stands_beside(doc, head, last.first) else name


def _stands_beside(doc: Document, head: int, at: int) -> bool:
    """Whether a comma or an office parts a name from the head, with only titles between them."""
    office = doc.forms[at - 1] in HONORIFICS or doc.forms[at - 1] in OFFICES
    if office and doc.text[doc.starts[at - 1]].isupper() and "," not in gap_before(doc, at):
        return not doc.forms[head].endswith("s")
    while at > head + 1 and "," not in gap_before(doc, at) and doc.text[doc.starts[at - 1]].isupper():
        at -= 1
    return "," in gap_before(doc, at)


def find_head(doc: Document, source: Span) -> int:
    """The last word before the first comma, preposition, pronoun or participle.

    "lecturer" in "a lecturer at Cornell, in tears"; "filing" in "a court filing made late".
    """
    first, last = source
    for at in range(first + 1, last):
        name = name_at(doc, at)
        if name is not None and name.first < at:
            continue
        gap = gap_before(doc, at)
        word = doc.forms[at]
        cut = any(mark in gap for mark in ',;:—–“”"()') or " -" in gap or "--" in gap
        if cut or word in _ENDS or _is_participle(doc, at, last):
            return at - 1
    return last - 1


def _is_participle(doc: Document, at: int, last: int) -> bool:
    """Whether a word after a noun opens a clause about it ("filing made late", "order appointing him").

    A participle may end the phrase where a preposition goes on ("a filing made | by Ruiz").
    """
    word, before = doc.forms[at], doc.forms[at - 1]
    if before in DETERMINERS or before.endswith(("ly", "'s")):
        return False
    after = doc.forms[at + 1] if at + 1 < last else _follow(doc, at)
    if word.endswith("ing"):
        return after in DETERMINERS or (after != "" and name_at(doc, at + 1) is not None)
    return (word.endswith("ed") or word in _PARTICIPLES) and after in _AFTER_PARTICIPLE


def _follow(doc: Document, at: int) -> str:
    """The preposition right after a word, or "" where a mark or another word comes."""
    high = doc.first_token[doc.sentence_of[at] + 1]
    word = doc.forms[at + 1] if at + 1 < high and gap_before(doc, at + 1).isspace() else ""
    return word if word in PREPOSITIONS else ""


def name_at(doc: Document, token: int) -> Name | None:
    """The name that a word is part of, or None."""
    i = bisect_right(doc.once("name firsts", lambda d: [name.first for name in d.names]), token) - 1
    return doc.names[i] if i >= 0 and token < doc.names[i].last else None
