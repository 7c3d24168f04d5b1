"""Drafts of attributions: each cue with its source and the clause that it may hand over."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from scoring.article import Span
from scoring.attributions.appositions import extend_source
from scoring.attributions.clauses import find_clauses
from scoring.attributions.gaps import is_boundary
from scoring.attributions.phrases import CLAUSE_WORDS, PREPOSITIONS
from scoring.attributions.seeking import is_impersonal, is_noun, seek_source
from scoring.attributions.sources import find_following
from scoring.document import Document
from scoring.taggers import AUXILIARIES, Judged

_ARTICLES = frozenset("the a an its their our my your".split())
_LEADING = frozenset({"according to", "per", "in the words of", "in the view of", "in the opinion of"})
_LONGEST_CLAUSE = 150
"""Words; a longer stretch without a sentence end is no clause but a list or a table."""
_OPENING_WORDS = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue, its source (token indices, or None) and the clauses it may hand over (character offsets)."""

    cue: Judged
    source: Span | None
    clauses: tuple[Span, ...]


def draft_all(doc: Document, cues: Sequence[Judged]) -> list[Draft]:
    """A draft for each cue; a cue without a subject takes that of the cue before it in its sentence."""
    cues = [cue for cue in cues if not _is_adjective(doc, cue)]
    tokens = frozenset(at for cue in cues if not is_noun(doc, cue) for at in range(cue.first, cue.last))
    drafts: list[Draft] = []
    for cue in cues:
        before = drafts[-1] if drafts else None
        if before and doc.sentence_of[before.cue.first] != doc.sentence_of[cue.first]:
            before = None
        carried = before.source if before else None
        overlaps = carried is not None and carried[0] < cue.last and cue.first < carried[1]
        drafts.append(_draft(doc, cue, None if overlaps else carried, tokens))
    return drafts


def _is_adjective(doc: Document, cue: Judged) -> bool:
    """Whether a participle stands between an article and its noun: "the said pump", "the most cited case"."""
    word, at, first = doc.forms[cue.last - 1], cue.last, cue.first
    while first > 1 and (doc.forms[first - 1].endswith("ly") or doc.forms[first - 1] in ("most", "more")):
        first -= 1
    if not cue.first or at >= doc.first_token[doc.sentence_of[cue.first] + 1] or is_boundary(doc, cue.first):
        return False
    participle = word.endswith("ed") or word in ("said", "told", "known", "stated")
    follows = doc.forms[at] not in PREPOSITIONS | CLAUSE_WORDS | AUXILIARIES and not is_boundary(doc, at)
    return participle and follows and doc.forms[first - 1] in _ARTICLES


def _draft(doc: Document, cue: Judged, carried: Span | None, cues: AbstractSet[int]) -> Draft:
    sentence = doc.sentence_of[cue.first]
    start, end = doc.sentences[sentence]
    if cue.note.startswith("in ") or " ".join(doc.forms[cue.first : cue.last]) in _LEADING:
        return _draft_leading(doc, cue, start, end, cues)
    if is_impersonal(doc, cue):
        return Draft(cue, None, ())
    source = seek_source(doc, cue, carried, cues=cues)
    return Draft(cue, source, find_clauses(doc, (cue.first, cue.last), source))


def _draft_leading(doc: Document, cue: Judged, start: int, end: int, cues: AbstractSet[int]) -> Draft:
    """ "According to X, Y" hands over Y, "Y, according to X" what stands before it."""
    low = doc.first_token[doc.sentence_of[cue.first]]
    start = (
        max(start, doc.starts[max(low, cue.first - _LONGEST_CLAUSE)])
        if cue.first - low > _LONGEST_CLAUSE
        else start
    )
    opens = cue.first - low <= _OPENING_WORDS
    source = find_following(doc, cue.last)
    source = source and extend_source(doc, source, cues=cues, opens=opens)
    if opens:
        return Draft(cue, source, ((doc.ends[source[1] - 1] if source else doc.ends[cue.last - 1], end),))
    return Draft(cue, source, ((start, doc.starts[cue.first]),))
