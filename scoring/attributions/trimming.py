"""Where the words that name a source end: before "however", before a verb, at the pronoun of "she's"."""

from __future__ import annotations

from scoring.article import Span
from scoring.attributions.gaps import gap_before
from scoring.attributions.phrases import PERSON_PRONOUNS, POSSESSIVES, RELATIVES
from scoring.document import Document
from scoring.taggers import DETERMINERS

_CLITICS = frozenset("s re ve m d ll".split())
_IMPERSONAL = frozenset("it that there here what where how let".split())
_LOOSE = frozenset("however meanwhile though instead too therefore nevertheless nonetheless".split()) | {
    "for instance",
    "for example",
    "of course",
    "in turn",
    "on the other hand",
}
"""What stands between commas and belongs to the sentence, not to who speaks."""
_LONGEST_LOOSE = 4
_VERBS = frozenset(
    "sent left gave took made held put wrote began told met drew spent issued released".split()
)
"""Verbs that stand before an object; their participles seldom stand before "a" or "the"."""
_OBJECTS = DETERMINERS | POSSESSIVES | {"out", "much"}
_TIMES = frozenset("year month week day time decade few".split())


def clitic_of(form: str) -> str:
    """The pronoun of a word such as "she's", "they'll"; "" for any other word.

    Examples
    --------
    >>> clitic_of("she's"), clitic_of("mayor's"), clitic_of("it's")
    ('she', '', 'it')
    """
    word, mark, clitic = form.partition("'")
    return word if mark and clitic in _CLITICS and word in PERSON_PRONOUNS | _IMPERSONAL else ""


def span_of(doc: Document, source: Span) -> Span:
    """Character offsets of a source, its closing bracket included, "'s" in "she's" left out."""
    start, end = doc.starts[source[0]], doc.ends[source[1] - 1]
    words = doc.text[start:end]
    if source[1] - source[0] == 1 and (pronoun := clitic_of(doc.forms[source[0]])):
        return start, start + len(pronoun)
    if words.count("(") > words.count(")"):
        following = doc.starts[source[1]] if source[1] < len(doc.starts) else len(doc.text)
        close = doc.text.find(")", end, following)
        end = close + 1 if close >= 0 else end
    return start, end


def trim_source(doc: Document, source: Span) -> Span | None:
    """A source without the words after it that say something of it; None where "it's" stands for nobody."""
    first, last = source
    for at in range(first, last):
        if at > first and "," in gap_before(doc, at):
            break
        word = clitic_of(doc.forms[at]) if doc.text[doc.starts[at]].islower() or _opens(doc, at) else ""
        if word and at == first:
            return None if word in _IMPERSONAL else (at, at + 1)
        if word and word != "who":
            return (at, last) if at + 1 == last else (first, at)
    for at in range(max(first + 1, last - _LONGEST_LOOSE), last):
        if " ".join(doc.forms[at:last]) in _LOOSE:
            return first, at
    return first, _find_verb(doc, first, last)


def _opens(doc: Document, at: int) -> bool:
    """Whether a word with a capital opens a sentence or a heading, and is no part of a title."""
    return at == doc.first_token[doc.sentence_of[at]] or doc.forms[at].startswith("i'")


def _find_verb(doc: Document, first: int, last: int) -> int:
    """Where the verb stands that governs the rest of a phrase ("Ruiz | sent a letter"), else its end."""
    for at in range(first, last):
        if doc.forms[at] in RELATIVES or (at > first and "," in gap_before(doc, at)):
            return last
        if at > first and doc.forms[at] in _VERBS and _leads_object(doc, at, last):
            return at
    return last


def _leads_object(doc: Document, at: int, last: int) -> bool:
    """Whether an object follows a verb, or the verb ends the phrase; not so "the left", "sent a week ago"."""
    if at + 1 == last:
        return doc.forms[at] != "left"
    time = at + 2 < last and doc.forms[at + 2] in _TIMES
    return doc.forms[at + 1] in _OBJECTS and not time
