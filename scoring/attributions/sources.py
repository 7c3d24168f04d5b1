"""Who speaks: the words that name a source, and what kind of source they name."""

from __future__ import annotations

from scoring.article import Span
from scoring.document import Document
from scoring.lexicon import find_candidates
from scoring.taggers import AUXILIARIES, DETERMINERS

CLAUSE_WORDS = frozenset(
    "that but when because while after before if which whom whose so than then yet where whether although though as what how why".split()
)
PREPOSITIONS = frozenset("of at for in with from on by to about under inside near over during between against into".split())
PERSON_PRONOUNS = frozenset("he she they i we who".split())
PRONOUNS = PERSON_PRONOUNS | {"it", "this", "that", "these", "those", "which"}
_LONGEST = 16
_CLASSES = ("anonymous", "document", "vague", "role")


def find_subject(doc: Document, cue: int) -> Span | None:
    """The noun phrase before a cue, as token indices; None if the clause has none.

    Auxiliaries and adverbs before the verb are skipped, as is an apposition between commas
    ("Ana Ruiz, a chemist at the plant, said").
    """
    low = doc.first_token[doc.sentence_of[cue]]
    last = cue
    while last > low and (doc.forms[last - 1] in AUXILIARIES or doc.forms[last - 1].endswith("ly") or doc.forms[last - 1] in ("also", "not", "later", "then")):
        last -= 1
    if last <= low:
        return None
    if "," in _gap(doc, last):
        return _before_apposition(doc, low, last)
    return _walk_back(doc, low, last)


def find_following(doc: Document, at: int) -> Span | None:
    """The noun phrase after a cue ("said Ana Ruiz, a chemist"; "according to the report")."""
    high = doc.first_token[doc.sentence_of[at - 1] + 1] if at else 0
    last = at
    while last < high and last - at < _LONGEST:
        if last > at and _is_boundary(doc, last):
            break
        if last > at and (doc.forms[last] in CLAUSE_WORDS or doc.forms[last] in AUXILIARIES):
            break
        if last > at and doc.forms[last] in PREPOSITIONS and doc.forms[last] not in ("of", "at", "for", "from", "in", "with"):
            break
        last += 1
    return (at, last) if last > at else None


def _before_apposition(doc: Document, low: int, last: int) -> Span | None:
    """The phrase that starts before the comma pair which closes right before the verb."""
    at = last - 1
    while at > low and last - at < _LONGEST * 2 and not ("," in _gap(doc, at)):
        if set(_gap(doc, at)) & set(";:“”\"—"):
            return None
        at -= 1
    if at <= low:
        return None
    head = _walk_back(doc, low, at)
    return (head[0], last) if head else None


def _walk_back(doc: Document, low: int, last: int) -> Span | None:
    first = last
    while first > low and last - first < _LONGEST:
        word = doc.forms[first - 1]
        if word in AUXILIARIES and first < last:
            return _walk_back(doc, low, first - 1) if first - 1 > low else None
        if word in CLAUSE_WORDS and not (word in PRONOUNS and first == last):
            break
        if first < last and (_is_boundary(doc, first) or (word == "and" and first - 1 == low)):
            break
        first -= 1
        if doc.forms[first] in PERSON_PRONOUNS:
            break
    first = _skip_opening(doc, first, last)
    return (first, last) if first < last else None


def _skip_opening(doc: Document, first: int, last: int) -> int:
    """Drop "On Tuesday", "And" and the like from the front of a phrase."""
    if doc.forms[first] in ("and", "or", "yet", "so"):
        first += 1
    if first < last and doc.forms[first] in PREPOSITIONS and doc.forms[first] != "of":
        at = first + 1
        while at < last - 1 and not (doc.forms[at] in DETERMINERS and at > first + 1):
            at += 1
        return at
    return first


def _is_boundary(doc: Document, token: int) -> bool:
    gap = _gap(doc, token)
    return any(mark in gap for mark in ",;:—–“”\"()[]") or "\n\n" in gap


def _gap(doc: Document, token: int) -> str:
    return doc.text[doc.ends[token - 1] : doc.starts[token]] if token else ""


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
    head = _find_head(doc, source)
    if classes["anonymous"]:
        return "anonymous"
    if head in _name_tokens(doc):
        return "document" if head in classes["document"] else "named"
    for name in _CLASSES[1:]:
        if head in classes[name]:
            return name
    if _name_tokens(doc) & set(range(first, last)) and doc.forms[first] not in DETERMINERS:
        return "named"
    return next((name for name in ("role", "document", "vague") if classes[name]), "role" if doc.forms[first] in DETERMINERS else "vague")


def _find_head(doc: Document, source: Span) -> int:
    """The last word before the first comma or preposition: "lecturer" in "a lecturer at Cornell, in tears"."""
    first, last = source
    names = _name_tokens(doc)
    for at in range(first + 1, last):
        inside_name = at in names and at - 1 in names
        if _is_boundary(doc, at) or (doc.forms[at] in PREPOSITIONS and not inside_name) or doc.forms[at] in ("who", "whose", "that"):
            return at - 1
    return last - 1


def _hits(doc: Document, kind: str, source: Span) -> set[int]:
    found = find_candidates(doc).get(kind, [])
    return {i for c in found if source[0] <= c.first and c.last <= source[1] for i in range(c.first, c.last)}


def _name_tokens(doc: Document) -> frozenset[int]:
    return doc.once("name tokens", lambda d: frozenset(i for name in d.names for i in range(name.first, name.last)))


def name_of(doc: Document, source: Span) -> str:
    """The full name that a source span stands for, or its own words."""
    for name in doc.names:
        if source[0] <= name.first < source[1]:
            return name.key
    return doc.text[doc.starts[source[0]] : doc.ends[source[1] - 1]]
