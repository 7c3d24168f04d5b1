"""The source of a cue: its subject, whoever stands after it, or whoever spoke before in the sentence."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set as AbstractSet

from scoring.article import Span
from scoring.attributions.appositions import extend_source
from scoring.attributions.elided import find_elided
from scoring.attributions.gaps import gap_before, is_boundary
from scoring.attributions.passives import ADVERBS, is_auxiliary, is_passive
from scoring.attributions.phrases import CLAUSE_WORDS, POSSESSIVES, PREPOSITIONS
from scoring.attributions.relatives import find_antecedent
from scoring.attributions.sources import find_following, find_subject
from scoring.attributions.times import is_named
from scoring.attributions.trimming import trim_source
from scoring.document import Document
from scoring.taggers import AFTER_QUOTATION, DETERMINERS, PRONOUNS, Judged

_INVERTING = frozenset(
    """said says say wrote writes added adds asked asks explained explains noted notes replied
    replies according argued argues warned warns recalled recalls insisted insists concluded
    concludes read reads continued continues""".split()
)
_SEEMING = frozenset("seem seems seemed seemingly appear appears appeared".split())
_FORESEEN = frozenset("expected supposed intended projected".split())
_NO_SPEAKERS = ADVERBS | frozenset("far often either least rather but no there there's here's".split())
"""Words that never are a source by themselves."""
_BEING = frozenset("is was be been isn't wasn't".split())
_IS = _BEING | frozenset("not also still now yet has had so".split())
_LEAD = 5
"""Words of "it is not yet" at most."""
_COMMAS_BACK = 100
_SHORTEST_CLAUSE = 3
_NO_VERBS = PREPOSITIONS | PRONOUNS | CLAUSE_WORDS | frozenset("and or nor than as to not despite".split())
_NO_NOUNS = ("ly", "ing")
_LONGEST_SURNAME = 4
"""Letters of a last name such as "King" or "Ely" that may open a sentence."""
_NO_NOUN_AFTER = PREPOSITIONS | DETERMINERS | frozenset("up out off that".split())
"""Words after what bodies do ("picking up the phone"), not after a noun in "-ing"."""
_ALONE = frozenset(("that", "some", "each"))
"""Determiners that stand for a whole subject."""
_BEFORE_ONE = DETERMINERS | {"one", "two", "another"}
_TITLES = 3
"""Words of a title before a name at most."""
_CLOSING, _ENDING = "”\"’»'", tuple(",!?.")
_TAKING = ("drew", "draw", "fac", "receiv", "won", "win", "secur", "earn", "got", "get", "spark", "heard")
"""Beginnings of verbs whose subject is given the words that follow."""
_MODIFIERS = 3
"""Words between a determiner and its noun at most."""


def seek_source(
    doc: Document, cue: Judged, carried: Span | None, *, cues: AbstractSet[int] = frozenset()
) -> Span | None:
    """The words that name who speaks, as token indices; None where a cue hands over nobody's words.

    Parameters
    ----------
    carried : (first, last), optional
        The source of the cue before it in the sentence, which a cue without its own takes over.
    cues : set of int
        Tokens of cues that are verbs; no source holds one.
    """
    span = (cue.first, cue.last)
    if _names_nobody(doc, cue):
        return None
    if _is_inverted(doc, cue):
        source = find_following(doc, cue.last)
        return extend_source(doc, source, cues=cues) if source else None
    source = _seek_holder(doc, cue, cues) if is_noun(doc, cue) else find_subject(doc, span, cues=cues)
    source = source and trim_source(doc, source)
    source = source and _check(doc, source, cue.first, cues)
    if source is not None or is_passive(doc, span):
        return source
    inverted = _find_inverted(doc, cue)
    if inverted:
        return extend_source(doc, inverted, cues=cues)
    carried = carried and _check(doc, carried, cue.first, cues)
    if carried or is_noun(doc, cue):
        return carried
    return find_elided(doc, span, cues=cues)


def is_noun(doc: Document, cue: Judged) -> bool:
    """Whether a cue is a noun: by its list, or after a determiner or a possessive."""
    before = doc.forms[cue.first - 1] if cue.first else ""
    alone = cue.last - cue.first == 1
    if cue.note.startswith("nouns") and (alone or doc.forms[cue.last - 1] in PREPOSITIONS):
        return True
    if before in _ALONE or is_boundary(doc, cue.first) or before.partition("'")[0] in PRONOUNS:
        return False
    return before in DETERMINERS or before.endswith("'s")


def _names_nobody(doc: Document, cue: Judged) -> bool:
    """Whether a cue reports without a source: "seemed", "reportedly", "when asked", "expected to"."""
    word, alone = doc.forms[cue.first], cue.last - cue.first == 1
    if word in _SEEMING or (alone and word.endswith("ly")):
        return True
    follows = cue.last < len(doc.forms) and doc.forms[cue.last] == "to"
    return (word == "when" and not alone) or (word in _FORESEEN and follows)


def is_impersonal(doc: Document, cue: Judged) -> bool:
    """Whether "it is" leads a cue ("It is not clear", "it was unclear"): nobody's doubt but the writer's."""
    at = cue.first - 1
    while at > cue.first - _LEAD and at >= 0 and doc.forms[at] in _IS:
        at -= 1
    same = at >= 0 and doc.sentence_of[at] == doc.sentence_of[cue.first]
    return same and doc.forms[at] == "it" and not _BEING.isdisjoint(doc.forms[at + 1 : cue.first])


def _check(doc: Document, source: Span, at: int, cues: AbstractSet[int]) -> Span | None:
    """A source that may speak: no lone adverb, no words of a quotation around it, "that" by what it means."""
    first, last = source
    word = doc.forms[first]
    alone, long = last - first == 1, len(word) > _LONGEST_SURNAME
    if alone and (word in _NO_SPEAKERS or (long and word.endswith(_NO_NOUNS) and not is_named(doc, first))):
        return None
    acting = word.endswith("ing") and not word.endswith("thing") and doc.text[doc.starts[first]].islower()
    if acting and doc.forms[first + 1] in _NO_NOUN_AFTER:
        return None
    voices = {doc.voice_at(doc.starts[first]), doc.voice_at(doc.starts[last - 1])}
    if voices == {"quoted"} and doc.voice_at(doc.starts[at]) != "quoted":
        return None
    return find_antecedent(doc, source, cues=cues) if alone and word == "that" else source


def _seek_holder(doc: Document, cue: Judged, cues: AbstractSet[int]) -> Span | None:
    """Whose words a noun stands for: its owner, or the subject of the verb before it."""
    low, at = doc.first_token[doc.sentence_of[cue.first]], cue.first
    stop = max(low, at - _MODIFIERS)
    while at > stop and not is_boundary(doc, at) and _modifies(doc, at - 1):
        at -= 1
    before = doc.forms[at - 1] if at > low and not is_boundary(doc, at) else ""
    if before in POSSESSIVES or before.endswith(("'s", "s'")):
        return find_subject(doc, (at, cue.last), cues=cues)
    verb = at - 1 - (before in DETERMINERS)
    if verb <= low or not before or is_boundary(doc, verb + 1):
        return None
    if doc.forms[verb] in _NO_VERBS or doc.forms[verb].startswith(_TAKING):
        return None
    return find_subject(doc, (verb, verb + 1), cues=cues)


def _modifies(doc: Document, at: int) -> bool:
    """Whether a word may stand between a determiner and a noun, and is no verb."""
    word, before = doc.forms[at], doc.forms[at - 1] if at else ""
    if word in _NO_VERBS or word in DETERMINERS or is_auxiliary(word) or word.endswith("'s"):
        return False
    told = before in DETERMINERS or before.endswith("'s")
    return doc.text[doc.starts[at]].islower() and (told or not word.endswith(("ed", "ing", "s")))


def _is_inverted(doc: Document, cue: Judged) -> bool:
    """Whether the cue follows its content directly: `…,” said Ana Ruiz`."""
    if cue.note == AFTER_QUOTATION:
        return True
    if cue.first == 0 or cue.last >= len(doc.starts):
        return False
    at = doc.starts[cue.first]
    gap = doc.text[doc.ends[cue.first - 1] : at]
    next_is_name = doc.text[doc.starts[cue.last]].isupper()
    inverting = doc.forms[cue.last - 1] in _INVERTING
    if any(mark in gap for mark in _CLOSING):
        return inverting
    low = doc.first_token[doc.sentence_of[cue.first]]
    commas = doc.text.count(",", doc.starts[max(low, cue.first - _COMMAS_BACK)], at)
    comma = inverting and "," in gap and next_is_name and cue.first - low > _SHORTEST_CLAUSE
    return comma and (commas == 1 or _ends_with_name(doc, cue.last))


def _ends_with_name(doc: Document, at: int) -> bool:
    """Whether a name stands here that a mark or the end of the sentence follows: ", said Ana Ruiz, who"."""
    i = bisect_left(doc.names, at, key=lambda name: name.first)
    if i >= len(doc.names) or doc.names[i].first - at > _TITLES:
        return False
    last = doc.names[i].last
    return last >= doc.first_token[doc.sentence_of[at] + 1] or "," in gap_before(doc, last)


def _find_inverted(doc: Document, cue: Judged) -> Span | None:
    """The source after a cue that a mark cuts off from what stands before it: "…, said the mayor"."""
    low, at = doc.first_token[doc.sentence_of[cue.first]], cue.last
    if cue.first == low or at >= len(doc.forms):
        return None
    gap, word = gap_before(doc, cue.first), doc.forms[cue.last - 1]
    quoted = gap.startswith(_ENDING) and any(mark in gap for mark in _CLOSING) and not word.endswith("ing")
    inverting, capital = word in _INVERTING, doc.text[doc.starts[at]].isupper()
    cut_off = (quoted and capital) or (inverting and (quoted or "," in gap))
    names_one = capital or doc.forms[at] in _BEFORE_ONE
    return find_following(doc, at) if cut_off and names_one else None
