"""What a pronoun that speaks stands for, as far as the sentences before it tell."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace

from scoring.article import Span
from scoring.attributions.persons import count_source, may_be_person
from scoring.document import Document, Name
from scoring.lexicon import find_candidates
from scoring.taggers import AUXILIARIES, DETERMINERS

NARRATORS = frozenset("i we me us my our myself ourselves".split())
_PERSONS = frozenset("he she his her him himself herself self".split())
_BODIES = frozenset("it its itself".split())
_SEVERAL = frozenset("they their them themselves".split())
_NOBODY = frozenset("who whom whose this that these those which each you your".split())
POINTERS = NARRATORS | _PERSONS | _BODIES | _SEVERAL | _NOBODY
_SENTENCES_BACK = 5
_OPENING = 6
"""Words at the start of a sentence that hold its subject."""
_NAMES = 4
"""Names looked at in one sentence, from either end."""
_WHERE = frozenset("in at on near from across outside inside around of".split())
"""Words before a name that is a place, or belongs to something else."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of a source: its type, its name, and its first token (-1 for none)."""

    type: str
    name: str
    at: int = -1


NOBODY = Known("vague", "")


@dataclass(frozen=True, slots=True)
class Heard:
    """Who spoke last: one person, one body or text, and several people."""

    person: Known = NOBODY
    body: Known = NOBODY
    several: Known = NOBODY

    def hear(self, doc: Document, source: Span, known: Known) -> Heard:
        """What is known after one more source; one without a name changes nothing."""
        if not known.name:
            return self
        known = replace(known, at=source[0])
        word = _pronoun(doc, source)
        if word in _PERSONS:
            return replace(self, person=known)
        if word in POINTERS:
            return self
        number = count_source(doc, source, known.type)
        if number == "several":
            return replace(self, several=known)
        person = number in ("person", "either") and known.type != "vague"
        body = number in ("body", "either")
        return replace(self, person=known if person else self.person, body=known if body else self.body)


def resolve(doc: Document, source: Span, heard: Heard) -> Known | None:
    """Who a pronoun stands for: nobody where nothing before it fits; None for any other words."""
    word = _pronoun(doc, source)
    if word in NARRATORS:
        return Known("named", "")
    if word in _PERSONS:
        return find_person(doc, source[0], heard.person)
    if word in _BODIES:
        return find_body(doc, source[0], heard)
    if word in _SEVERAL:
        one_text = heard.body.type == "document" and not heard.body.name.endswith("s")
        body = NOBODY if one_text else heard.body
        return _if_near(doc, source[0], max(body, heard.several, key=lambda known: known.at))
    return NOBODY if word in _NOBODY else None


def _pronoun(doc: Document, source: Span) -> str:
    return doc.forms[source[0]].partition("'")[0] if source[1] - source[0] == 1 else ""


def _if_near(doc: Document, at: int, known: Known) -> Known:
    near = known.at >= 0 and doc.sentence_of[at] - doc.sentence_of[known.at] <= _SENTENCES_BACK
    return known if near else NOBODY


def find_body(doc: Document, at: int, heard: Heard) -> Known:
    """What "it" at a token is: the body that spoke last, unless another name opens this sentence or the last.

    A name under which a person spoke is none.
    """
    known, sentence = _if_near(doc, at, heard.body), doc.sentence_of[at]
    for s in range(sentence, max(-1, sentence - 2), -1):
        low, high = doc.first_token[s], min(at, doc.first_token[s + 1])
        if low <= known.at < high:
            return known
        name = _opening_name(doc, low, high)
        if name is not None and name.key != heard.person.name:
            return Known("named", name.key)
    return known


def _opening_name(doc: Document, low: int, high: int) -> Name | None:
    """The name that is the subject of a sentence: it opens it, and a comma or a verb follows."""
    i = bisect_left(doc.names, low, key=lambda name: name.first)
    found = doc.names[i] if i < len(doc.names) else None
    if found is None or found.last >= high or not set(doc.forms[low : found.first]) <= {"the"}:
        return None
    word = doc.forms[found.last]
    is_verb = word in AUXILIARIES or word.endswith("ed")
    return found if is_verb or doc.text[doc.ends[found.last - 1]] == "," else None


def find_person(doc: Document, at: int, person: Known) -> Known:
    """Who "he" or "she" at a token is.

    Sentence by sentence back, it is whoever spoke there, else the office or name that opens the sentence;
    failing that, whoever spoke before, or the nearest name that may be a person's.
    """
    sentence, voice = doc.sentence_of[at], doc.voice_at(doc.starts[at])
    spare: Name | None = None
    for s in range(sentence, max(-1, sentence - _SENTENCES_BACK - 1), -1):
        low, high = doc.first_token[s], min(at, doc.first_token[s + 1])
        if low <= person.at < high:
            return person
        names = _list_persons(doc, low, high, voice)
        if names and names[0].first < low + _OPENING:
            return Known("named", names[0].key)
        role = _opening_role(doc, low, high) if doc.voice_at(doc.starts[low]) == voice else None
        if role is not None:
            return role
        spare = spare or (names[-1] if names else None)
    if person.name or spare is None:
        return person
    return Known("named", spare.key)


def _list_persons(doc: Document, low: int, high: int, voice: str) -> list[Name]:
    """The first and last names of a sentence that may be the person a pronoun means."""
    first = bisect_left(doc.names, low, key=lambda name: name.first)
    last = bisect_left(doc.names, high, key=lambda name: name.first)
    names = doc.names[first : min(last, first + _NAMES)], doc.names[max(last - _NAMES, first + _NAMES) : last]
    return [name for part in names for name in part if _may_be_meant(doc, name, voice)]


def _may_be_meant(doc: Document, name: Name, voice: str) -> bool:
    placed = name.first > 0 and doc.forms[name.first - 1] in _WHERE
    owner = doc.forms[name.last - 1].endswith("'s")
    same_voice = doc.voice_at(doc.starts[name.first]) == voice
    return same_voice and not placed and not owner and may_be_person(doc, name)


def _opening_role(doc: Document, low: int, high: int) -> Known | None:
    """The office that opens a sentence ("The judge rose"), by its own words."""
    if low >= high or doc.forms[low] not in DETERMINERS:
        return None
    roles = find_candidates(doc)["source_role"]
    i = bisect_left(roles, low, key=lambda role: role.first)
    if i >= len(roles) or roles[i].first > low + 2 or roles[i].last > high:
        return None
    source = low, roles[i].last
    if count_source(doc, source, "role") != "person":
        return None
    return Known("role", " ".join(doc.text[doc.starts[low] : doc.ends[source[1] - 1]].split()))
