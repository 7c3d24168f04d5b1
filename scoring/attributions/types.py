"""What kind of source a phrase names, and the name it goes by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from scoring.article import Span
from scoring.attributions.sources import PREPOSITIONS, PRONOUNS
from scoring.cleaning import INVISIBLE
from scoring.document import Document, Name
from scoring.lexicon import find_candidates
from scoring.taggers import DETERMINERS

_CLASSES = ("anonymous", "document", "vague", "role")
_DEFINITE = frozenset("the this that these those his her its their our my your".split())
_AFTER_PARTICIPLE = PREPOSITIONS | frozenset("late early last this earlier yesterday today".split())
_RELATIVES = frozenset("who whose that which".split())
_PARTICIPLES = frozenset("made seen written sent given shown taken".split())


def classify_source(doc: Document, source: Span, previous: str) -> str:
    """The type of a source span (token indices): named, role, anonymous, document or vague.

    Parameters
    ----------
    previous : str
        Type of the source before it, which a pronoun takes over; "" if there is none.
    """
    first, last = source
    if last - first == 1 and doc.forms[first] in PRONOUNS:
        return previous or "vague"
    classes = {name: _hits(doc, f"source_{name}", source) for name in _CLASSES}
    head = find_head(doc, source)
    if _find_name(doc, source) is not None:
        return "document" if head in classes["document"] else "named"
    if classes["anonymous"]:
        return "anonymous"
    definite = doc.forms[first] in _DEFINITE or _is_modified(doc, first, head)
    if head in classes["vague"] and not definite:
        return "vague"
    for name in ("document", "role", "vague"):
        if head in classes[name]:
            return name
    return _classify_by_rest(doc, source, head, classes)


def _classify_by_rest(doc: Document, source: Span, head: int, classes: dict[str, set[int]]) -> str:
    """The type where the head noun is on no list: by an apposition, the words before it, its form."""
    first = source[0]
    if _is_capitalised(doc, first, head):
        return "named"
    reached = {name: max((at for at in hits if at <= head), default=-1) for name, hits in classes.items()}
    best = max(("role", "document", "vague"), key=lambda name: reached[name])
    if reached[best] >= 0:
        return best
    if any(classes.values()):
        return next(name for name in ("role", "document", "vague") if classes[name])
    if doc.forms[first] in DETERMINERS or _is_modified(doc, first, head):
        return "role"
    lone_name = first == head and doc.text[doc.starts[first]].isupper() and not doc.forms[first].endswith("s")
    return "named" if lone_name else "vague"


def name_of(doc: Document, source: Span) -> str:
    """The full name that a source span stands for, or its own words.

    "Ana Ruiz" and "the mayor, Ana Ruiz" go by the name; "Ana Ruiz's lawyer" and "the Acme
    spokesman" go by their own words.
    """
    name = _find_name(doc, source)
    words = doc.text[doc.starts[source[0]] : doc.ends[source[1] - 1]]
    return name.key if name else " ".join(INVISIBLE.sub("", words).split())


def _find_name(doc: Document, source: Span) -> Name | None:
    """The name at the head of a source, or the one set beside it between commas."""
    head = find_head(doc, source)
    name = _name_at(doc, head)
    if name is not None:
        return name
    for at in range(head + 1, source[1]):
        name = _name_at(doc, at)
        if "," in doc.text[doc.ends[at - 1] : doc.starts[at]] and name is not None and name.last >= source[1]:
            return name
    return None


def find_head(doc: Document, source: Span) -> int:
    """The last word before the first comma, preposition or participle.

    "lecturer" in "a lecturer at Cornell, in tears"; "filing" in "a court filing made late".
    """
    first, last = source
    for at in range(first + 1, last):
        name = _name_at(doc, at)
        if name is not None and name.first < at:
            continue
        gap = doc.text[doc.ends[at - 1] : doc.starts[at]]
        word = doc.forms[at]
        cut = any(mark in gap for mark in ',;:—–“”"()')
        if cut or word in PREPOSITIONS or word in _RELATIVES or _is_participle(doc, at, last):
            return at - 1
    return last - 1


def _is_participle(doc: Document, at: int, last: int) -> bool:
    """Whether a word after a noun opens a clause about it ("filing made late", "order appointing him")."""
    word, before = doc.forms[at], doc.forms[at - 1]
    if before in DETERMINERS or before.endswith(("ly", "'s")):
        return False
    after = doc.forms[at + 1] if at + 1 < last else ""
    if word.endswith("ing"):
        return after in DETERMINERS or (after != "" and _name_at(doc, at + 1) is not None)
    return (word.endswith("ed") or word in _PARTICIPLES) and after in _AFTER_PARTICIPLE


def _is_capitalised(doc: Document, first: int, head: int) -> bool:
    """Two words or more in capitals: a name inside a heading or at the start of a sentence."""
    capital = [doc.text[doc.starts[at]].isupper() for at in range(first, head + 1)]
    return len(capital) > 1 and all(capital)


def _is_modified(doc: Document, first: int, head: int) -> bool:
    """Whether a name or a possessive stands before the head ("FBI officials", "the firm's lawyers")."""
    return any(doc.forms[at].endswith("'s") or _name_at(doc, at) is not None for at in range(first, head))


def _name_at(doc: Document, token: int) -> Name | None:
    i = bisect_right(doc.once("name firsts", lambda d: [name.first for name in d.names]), token) - 1
    return doc.names[i] if i >= 0 and token < doc.names[i].last else None


def _hits(doc: Document, kind: str, source: Span) -> set[int]:
    found = find_candidates(doc).get(kind, [])
    at = bisect_left(found, source[0], key=lambda candidate: candidate.first)
    hits: set[int] = set()
    while at < len(found) and found[at].first < source[1]:
        if found[at].last <= source[1]:
            hits.update(range(found[at].first, found[at].last))
        at += 1
    return hits
