"""Whether a name or a noun may be one person, one body, or several: who "he", "it" and "they" can be."""

from __future__ import annotations

from typing import Literal

from scoring.article import Span
from scoring.attributions.heads import find_head, find_name
from scoring.attributions.types import is_joined
from scoring.document import Document, Name
from scoring.document.words import CALENDAR, FIRMS, HONORIFICS, PLACES, THINGS

Number = Literal["person", "body", "either", "several"]
_BODIES = THINGS | frozenset(
    """company firm police administration staff crew family team embassy kremlin pentagon watchdog
    nonprofit charity opposition ministry newspaper website paper outlet network agency tank statement
    regulator's firm's""".split()
)
_SEVERAL = frozenset("police people staff crew men women children both two three many some few most".split())
_COMPASS = frozenset(
    "north south east west new united saudi los san northern southern eastern western".split()
)
_LONGEST_INITIALS = 5
"""Letters of a name in capitals that stands for a body."""


def count_source(doc: Document, source: Span, kind: str) -> Number:
    """Whether a source is one person, one body (or text), or several, by its head.

    A name of one word without a title may be either of the former.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> doc = parse(Article("a", "the mayor the agency officials"))
    >>> [count_source(doc, span, "role") for span in [(0, 2), (2, 4), (4, 5)]]
    ['person', 'body', 'several']
    """
    if kind == "document":
        return "body"
    if is_joined(doc, source):
        return "several"
    name = find_name(doc, source)
    if name is not None:
        alone = " " not in name.key and doc.forms[name.first - 1] not in HONORIFICS
        return "body" if not may_be_person(doc, name) else "either" if alone else "person"
    word = doc.forms[find_head(doc, source)].removesuffix("'s")
    if word in _SEVERAL or (word.endswith("s") and not word.endswith("ss") and word not in _BODIES):
        return "several"
    return "body" if word in _BODIES else "person"


def may_be_person(doc: Document, name: Name) -> bool:
    """Whether a name may be a person's: no body's, place's or day's, and without "the" before it."""
    before = doc.forms[name.first - 1] if name.first else ""
    if before in HONORIFICS and before != "former":
        return True
    words = name.key.lower().removesuffix("'s").split()
    initials = len(words) == 1 and name.key.isupper() and len(name.key) <= _LONGEST_INITIALS
    things = words[-1] in THINGS or words[-1] in FIRMS or words[0] in CALENDAR or "of" in words[:-1]
    place = words[-1] in PLACES or (words[0] in _COMPASS and len(words) == 2)
    return not (initials or things or place or before == "the")
