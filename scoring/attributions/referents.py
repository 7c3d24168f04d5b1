"""What a pronoun that speaks stands for, as far as the sentences before it tell."""

from __future__ import annotations

from bisect import bisect_left

from scoring.attributions.sources import PERSON_PRONOUNS, POSSESSIVES, PRONOUNS
from scoring.document import Document, Name
from scoring.lexicon import find_candidates
from scoring.taggers import DETERMINERS

NARRATORS = frozenset("i we me us my our myself ourselves".split())
PERSONS = frozenset("he she his her him himself herself self".split())
OTHERS = frozenset(
    "they who whom whose their them it its this that these those which each themselves itself".split()
)
POINTERS = PRONOUNS | PERSON_PRONOUNS | POSSESSIVES | NARRATORS | PERSONS | OTHERS
_SENTENCES_BACK = 4
_OPENING = 6
"""Words at the start of a sentence that hold its subject."""


def find_person(doc: Document, at: int) -> Name | str:
    """Who "he" or "she" at a token is: the nearest name before it, "role" for "the judge", "" for nobody.

    A sentence that begins with an office and holds no name in its first words is about that office.
    """
    sentence = doc.sentence_of[at]
    for s in range(sentence, max(-1, sentence - _SENTENCES_BACK - 1), -1):
        low, high = doc.first_token[s], min(at, doc.first_token[s + 1])
        names = _names_between(doc, low, high)
        if _opens_with_role(doc, low, high) and not (names and names[0].first < low + _OPENING):
            return "role"
        if names:
            return names[-1]
    return ""


def _names_between(doc: Document, low: int, high: int) -> list[Name]:
    first = bisect_left(doc.names, low, key=lambda name: name.first)
    last = bisect_left(doc.names, high, key=lambda name: name.first)
    return list(doc.names[first:last])


def _opens_with_role(doc: Document, low: int, high: int) -> bool:
    if low >= high or doc.forms[low] not in DETERMINERS:
        return False
    roles = find_candidates(doc)["source_role"]
    i = bisect_left(roles, low, key=lambda role: role.first)
    return i < len(roles) and roles[i].first <= low + 2 and roles[i].last <= high
