"""Who speaks: the words that name a source, found by the grammar around its cue."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set as AbstractSet

from scoring.article import Span
from scoring.attributions.gaps import gap_before, is_boundary
from scoring.attributions.passives import ADVERBS, LONGEST, find_agent, is_passive, leads_verb
from scoring.attributions.phrases import (
    CLAUSE_WORDS,
    JOINERS,
    PERSON_PRONOUNS,
    POSSESSIVES,
    PREPOSITIONS,
    PRONOUNS,
    RELATIVES,
    walk_back,
)
from scoring.attributions.relatives import around_relative, before_relative
from scoring.attributions.times import before_time
from scoring.document import Document
from scoring.taggers import AUXILIARIES, DETERMINERS
from scoring.taggers.scenes import view_cues

_LINKS = frozenset("of at for from in with".split())
_LONGEST_BRACKETS = 5


def find_subject(doc: Document, cue: Span, *, cues: AbstractSet[int] = frozenset()) -> Span | None:
    """The noun phrase before a cue, as token indices; None if the clause has none of its own.

    Auxiliaries and adverbs before the verb are skipped, as is an apposition between commas
    ("Ana Ruiz, a chemist at the plant, said"). A passive has its agent, or nobody ("was accused").

    Parameters
    ----------
    cue : (first, last)
        Token indices, end exclusive.
    cues : set of int
        Tokens of all cues that are verbs; a noun phrase holds none of them.
    """
    low = doc.first_token[doc.sentence_of[cue[0]]]
    verb = _skip_adverbs(doc, low, cue[0])
    last = _skip_adverbs(doc, low, before_time(doc, low, verb))
    closed = last < verb and "," in gap_before(doc, verb)
    inside = closed and "," in gap_before(doc, last)
    last = verb if closed and not inside else last
    if last <= low:
        return None
    if is_passive(doc, cue):
        agent = find_agent(doc, cue[1])
        return find_following(doc, agent) if agent else None
    before = doc.forms[last - 1]
    if before in PREPOSITIONS or before in CLAUSE_WORDS - PRONOUNS or before in JOINERS or last - 1 in cues:
        return None
    if before in DETERMINERS or before in POSSESSIVES:
        alone = before in ("some", "each") and not is_boundary(doc, last)
        return (last - 1, last) if before in POSSESSIVES or before in PRONOUNS or alone else None
    if "," in gap_before(doc, last) and not inside:
        trailing = doc.forms[cue[0]].endswith("ing")
        return _opening_name(doc, low) if trailing else _before_apposition(doc, low, last, cues)
    found = _before_brackets(doc, low, last, cues) or before_relative(doc, low, last, cues)
    found = found and around_relative(doc, low, found, last, cues)
    if found and doc.forms[cue[0]].endswith("ing"):
        issued = found[0] - 1 in cues and doc.forms[found[0]] in ("a", "an")
        return None if issued else _before_verb(doc, found)
    return _whose_noun(doc, _after_object(doc, found), cue[1]) if found else None


def _after_object(doc: Document, source: Span) -> Span:
    """The people alone in "a move | analysts | warn could fail": "a" goes with no plural."""
    first, last = source
    listed = last - first == 3 and doc.forms[first] in ("a", "an") and doc.forms[last - 1].endswith("s")
    few = doc.forms[last - 2] in ("few", "dozen", "hundred", "thousand", "million")
    return (last - 1, last) if listed and not few and last - 1 in view_cues(doc).sources else source


def _whose_noun(doc: Document, source: Span, at: int) -> Span:
    """Whose noun a cue is, where "of" follows ("the firm's clear | mention of"); else the source itself."""
    noun = (
        at < len(doc.forms) and doc.forms[at] == "of" and not doc.forms[at - 1].endswith(("ed", "s", "ing"))
    )
    owners = [i for i in range(*source) if doc.forms[i].endswith(("'s", "s'"))] if noun else []
    return (source[0], owners[-1] + 1) if owners else source


def find_following(doc: Document, at: int) -> Span | None:
    """The noun phrase after a cue ("said Ana Ruiz, a chemist"; "according to the report")."""
    high = doc.first_token[doc.sentence_of[at - 1] + 1] if at else 0
    if at >= high or doc.forms[at] in (CLAUSE_WORDS | PREPOSITIONS | AUXILIARIES | {"not", "there"}):
        return None
    last = at + 1
    while last < high and last - at < LONGEST and not is_boundary(doc, last):
        word = doc.forms[last]
        if word in CLAUSE_WORDS or word in AUXILIARIES or (word in PREPOSITIONS and word not in _LINKS):
            break
        if word == "and" and doc.forms[last + 1 : last + 2] and doc.forms[last + 1] in POSSESSIVES:
            break
        if doc.forms[at] in PERSON_PRONOUNS:
            break
        last += 1
    return at, last


def _opening_name(doc: Document, low: int) -> Span | None:
    """The name or pronoun that opens a sentence: who speaks in "Ana Ruiz left, saying it was late"."""
    if doc.forms[low] in PERSON_PRONOUNS:
        return low, low + 1
    i = bisect_left(doc.names, low, key=lambda name: name.first)
    return (low, doc.names[i].last) if i < len(doc.names) and doc.names[i].first == low else None


def _skip_adverbs(doc: Document, low: int, last: int) -> int:
    low = max(low, last - LONGEST)
    while last > low:
        word = doc.forms[last - 1]
        light = word.endswith("ly") or word in ADVERBS or (word == "both" and last - 1 > low)
        if not light and not leads_verb(doc, last - 1):
            break
        if last < doc.first_token[doc.sentence_of[low] + 1] and set(gap_before(doc, last)) & set(',;:“”"()—'):
            break
        last -= 1
    return last


def _before_apposition(doc: Document, low: int, last: int, cues: AbstractSet[int]) -> Span | None:
    """The phrase that starts before the comma pair which closes right before the verb."""
    at = _find_comma(doc, low, last, cues)
    if at is None or doc.forms[at] in AUXILIARIES or at in cues:
        return None
    head = _before_brackets(doc, low, at, cues)
    if head is None:
        return None
    return head[0] if (name := _name_before(doc, low, head, at)) is None else name, last


def _find_comma(doc: Document, low: int, last: int, cues: AbstractSet[int]) -> int | None:
    """The word after the comma that opens an apposition, or a relative clause with cues of its own."""
    held = False
    for at in range(last - 1, max(low, last - LONGEST * 2), -1):
        gap = gap_before(doc, at)
        held = held or (at in cues and doc.forms[at - 1] not in ("who", "which"))
        if "," in gap and (not held or doc.forms[at] in RELATIVES):
            return at
        if set(gap) & set(';:“”"—'):
            return None
    return None


def _name_before(doc: Document, low: int, head: Span, apposition: int) -> int | None:
    """Where the name starts that a comma parts from a phrase ("Li Wei, 27, a nurse"); None if none does.

    A phrase that holds a name, or has one after it, needs none before it.
    """
    i = bisect_left(doc.once("name lasts", lambda d: [name.last for name in d.names]), head[0])
    if gap_before(doc, head[0]).strip() != "," or i >= len(doc.names) or doc.names[i].last != head[0]:
        return None
    follows = i + 1 < len(doc.names) and doc.names[i + 1].first
    first = doc.names[i].first
    after_preposition = first > low and doc.forms[first - 1] in PREPOSITIONS
    named = follows == apposition or (doc.text[doc.starts[head[0]]].isupper() and follows == head[0])
    return first if first >= low and not after_preposition and not named else None


def _before_brackets(doc: Document, low: int, last: int, cues: AbstractSet[int]) -> Span | None:
    """The noun phrase before `last`, with the brackets that close it ("Ana Ruiz (D-Ohio)")."""
    if ")" not in gap_before(doc, last):
        return walk_back(doc, low, last, cues)
    at = last - 1
    while at > low and last - at < _LONGEST_BRACKETS and "(" not in gap_before(doc, at):
        at -= 1
    head = walk_back(doc, low, at, cues) if "(" in gap_before(doc, at) and at > low else None
    return (head[0], last) if head else None


def _before_verb(doc: Document, source: Span) -> Span:
    """A phrase up to the verb that governs its rest ("Ana Ruiz | issued a statement | saying")."""
    for at in range(source[0] + 1, source[1] - 1):
        after = doc.forms[at + 1]
        past = doc.forms[at].endswith("ed") and doc.text[doc.starts[at]].islower()
        if past and doc.forms[at - 1] not in DETERMINERS and (after in DETERMINERS or after in POSSESSIVES):
            adverb = doc.forms[at - 1].endswith("ly") and at - 1 > source[0]
            return source[0], at - adverb
    return source
