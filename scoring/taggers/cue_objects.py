"""Verbs of speech that tell of a deed or of a thing: the patch adds support, the engine refused to start."""

from __future__ import annotations

from collections.abc import Sequence

from scoring.document import Document
from scoring.lexicon import Candidate, find_candidates
from scoring.taggers.scenes import view
from scoring.taggers.technical import is_term
from scoring.taggers.words import AUXILIARIES, BE, DETERMINERS, NAME, PRONOUNS, find_quoted, masked_forms

_ADDS = frozenset("add adds added adding".split())
_LEARNS = frozenset("learn learns learned learning".split())
_FINDS = frozenset("find finds found finding".split())
_SELVES = frozenset("himself herself itself themselves myself ourselves yourself".split())
_AFTER_CERTAIN = PRONOUNS | DETERMINERS | frozenset("of to about if when and or but enough".split())
"""Words after "certain" that make it no adjective of a noun ("certain kinds")."""
_CLAIMS = frozenset("claim claims claimed claiming".split())
_RULED = _ADDS | _LEARNS | _FINDS | _CLAIMS | {"called", "certain"}
"""Cues with a rule of their own; any other only tells of a deed with a thing before it."""
_TAKEN = frozenset("life lives prize title crown medal medals".split())
"""What is claimed by a storm, or won."""
_TAKEN_REACH = 3
_THINGS = frozenset(
    """storm storms fire fires flood floods quake blast lake sea tide tides sun rain snow wind road bell bells
    alarm alarms siren sirens light lights lamp clock whistle door window tree trees bridge wall scan dig
    machine car cars truck train ship phone bag box""".split()
)
"""Things of no trade that tell nobody anything."""
_CLAUSE_REACH = 12
_THAT_REACH = 6
_QUOTED_REACH = 40
_WHEN_OR_WHERE = frozenset(
    """in on at during to for from after before with by over about as when while and but or of later last this
    yesterday today tonight monday tuesday wednesday thursday friday saturday sunday""".split()
)
_OPENS_CLAUSE = _WHEN_OR_WHERE | PRONOUNS | frozenset("how why what whether if where who there".split())
"""Words after a verb that begin no object."""
_LINKS = frozenset("of in at on from for by with to near against".split())
_VERBS = AUXILIARIES | {"to", "that"}
_WHO = ("er", "ers", "or", "ors", "ist", "ists", "ian", "ians", "ant", "ants", "ent", "ents")
"""Endings of words for people ("forecasters")."""
_TEXTS = ("source_role", "source_document", "source_study", "source_vague")
_DATA = frozenset("statistic statistics sample samples estimates affidavit affidavits ledger ledgers".split())


def find_deeds(doc: Document, candidates: Sequence[Candidate]) -> frozenset[int]:
    """The first words of those candidates that tell of a deed or of a thing.

    Most have neither a rule of their own nor a thing before them, and are passed over at once.
    """
    words, forms = masked_forms(doc), doc.forms
    may = [
        each
        for each in candidates
        for at in (each.first,)
        if forms[at] in _RULED or words[at - 1] in _THINGS or is_term(words[at - 1])
    ]
    return frozenset(each.first for each in may if tells_deed(doc, each))


def tells_deed(doc: Document, candidate: Candidate) -> bool:
    """Whether a verb that may hand over words does not: its object is a thing, or its subject is one.

    In folds of PolNeAR's train part such verbs are 121 of 59,988; annotators marked 4.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> from scoring.lexicon import find_candidates
    >>> doc = parse(Article("a", "The patch adds a menu. She added that it works."))
    >>> [tells_deed(doc, cue) for cue in find_candidates(doc)["attribution"]]
    [True, False]
    """
    first, last = candidate.first, candidate.last
    if last - first > 1 or candidate.note.startswith("nouns"):
        return False
    low, high = doc.first_token[doc.sentence_of[first]], doc.first_token[doc.sentence_of[first] + 1]
    word, after = doc.forms[first], doc.forms[last] if last < high else ""
    before = doc.forms[first - 1] if first > low else ""
    if word == "called":
        return before in BE and (not after or after in _WHEN_OR_WHERE - {"by", "as"})
    if word in _LEARNS:
        return after == "to"
    if word == "certain":
        return after.isalpha() and after not in _AFTER_CERTAIN and masked_forms(doc)[last] != NAME
    if word in _FINDS and after in _SELVES:
        return True
    if word in _CLAIMS and not _TAKEN.isdisjoint(doc.forms[last : min(high, last + _TAKEN_REACH)]):
        return True
    is_deed = word in _ADDS or _is_thing(doc, first - 1, low)
    return is_deed and _has_plain_object(doc, first, last, high)


def _is_thing(doc: Document, at: int, low: int) -> bool:
    """Whether the word before a verb is its subject and a thing, neither people nor a text."""
    word = masked_forms(doc)[at] if at >= low else ""
    if not word or not (word in _THINGS or is_term(word)):
        return False
    start = at - (at > low and doc.forms[at - 1] in DETERMINERS)
    if start > low and doc.forms[start - 1] in _LINKS:
        return False
    if word in _THINGS:
        return True
    if word.endswith(_WHO) or word in _DATA:
        return False
    return at not in doc.once("listed sources", _find_listed)


def _find_listed(doc: Document) -> frozenset[int]:
    found = find_candidates(doc)
    return frozenset(hit.last - 1 for kind in _TEXTS for hit in found[kind])


def _has_plain_object(doc: Document, first: int, last: int, high: int) -> bool:
    """Whether a noun follows, and then neither a clause nor anything in quotation marks."""
    gaps, words = view(doc).gaps, doc.forms[last : min(high, last + _CLAUSE_REACH)]
    if not words or first in gaps or last in gaps or words[0] in _OPENS_CLAUSE:
        return False
    told = "that" in words[:_THAT_REACH] or not _VERBS.isdisjoint(words)
    low = max(doc.first_token[doc.sentence_of[first]], first - _QUOTED_REACH)
    near = range(low, min(high, last + _QUOTED_REACH))
    return not told and doc.once("quoted words", find_quoted).isdisjoint(near)
