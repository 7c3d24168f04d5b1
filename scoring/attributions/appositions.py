"""What belongs to a source that follows its cue: "said Ana Ruiz (D-Ohio), a chemist, who leads it"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Set as AbstractSet

from scoring.article import Span
from scoring.attributions.gaps import gap_before, is_boundary
from scoring.attributions.heads import find_head, name_at
from scoring.attributions.persons import may_be_person
from scoring.attributions.phrases import PERSON_PRONOUNS
from scoring.document import Document
from scoring.lexicon import find_candidates
from scoring.taggers import AUXILIARIES

_ARTICLES = frozenset("a an one former".split())
_RELATIVES = frozenset("who whose which".split())
_LONGEST = 25
_LONGEST_BRACKETS = 5
_ROLE_REACH = 4
_MOST = 3


def extend_source(doc: Document, source: Span, *, cues: AbstractSet[int], opens: bool = False) -> Span:
    """A source after its cue with the brackets, appositions and relative clauses that follow it.

    Parameters
    ----------
    source : (first, last)
        Token indices, end exclusive.
    cues : set of int
        Tokens of cues that are verbs; no apposition holds one.
    opens : bool
        Whether the source opens its sentence ("According to Ana Ruiz, the dam holds"): then only
        what cannot open the statement, and has a comma after it, belongs to the source.
    """
    first, last = source
    high = doc.first_token[doc.sentence_of[first] + 1]
    if doc.forms[first] in PERSON_PRONOUNS:
        return source
    last = _over_brackets(doc, last, high)
    for _ in range(_MOST):
        end = _find_end(doc, (first, last), high, cues, opens)
        if end is None:
            break
        last = end
    return first, last


def _over_brackets(doc: Document, last: int, high: int) -> int:
    """Past a short bracket such as "(D-Ohio)" or "(R)"; `last` where there is none."""
    if last >= high or gap_before(doc, last).strip() != "(":
        return last
    for at in range(last + 1, min(high, last + _LONGEST_BRACKETS) + 1):
        if at < len(doc.starts) and ")" in gap_before(doc, at):
            return at
    return last


def _find_end(doc: Document, source: Span, high: int, cues: AbstractSet[int], opens: bool) -> int | None:
    first, last = source
    if last >= high or gap_before(doc, last).strip() not in (",", "),", ".),"):
        return None
    bearer = None if opens else _find_bearer(doc, (first, last), high)
    if bearer is not None:
        return bearer
    word = doc.forms[last]
    relative = word in _RELATIVES
    if not (relative or word in _ARTICLES or word.isdigit()) and (
        opens or not (word == "the" or _names_role(doc, last))
    ):
        return None
    end = last + 1
    while end < high and end - last < _LONGEST and not is_boundary(doc, end):
        end += 1
    inside = range(last, end)
    holds_verb = any(at in cues or (not relative and doc.forms[at] in AUXILIARIES) for at in inside)
    closed = end < high and "," in gap_before(doc, end)
    return None if holds_verb or (opens and not closed) else end


def _find_bearer(doc: Document, source: Span, high: int) -> int | None:
    """The end of a person's name that stands alone after an office ("the mayor of Elm, Ana Ruiz,")."""
    last = source[1]
    name = name_at(doc, last)
    if name is None or name.first < last or name_at(doc, find_head(doc, source)) is not None:
        return None
    full = name.last - name.first > 1 and may_be_person(doc, name)
    alone = name.last >= high or is_boundary(doc, name.last)
    return name.last if full and alone else None


def _names_role(doc: Document, at: int) -> bool:
    """Whether lower-case words here lead to an office or trade ("chief executive of Acme")."""
    roles = find_candidates(doc)["source_role"]
    i = bisect_left(roles, at, key=lambda role: role.first)
    near = i < len(roles) and roles[i].first < at + _ROLE_REACH
    return near and all(doc.text[doc.starts[j]].islower() for j in range(at, roles[i].first + 1))
