"""Drafts of attributions: each cue with its source and the clause that it may hand over."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from scoring.article import Span
from scoring.attributions.appositions import extend_source
from scoring.attributions.sources import PREPOSITIONS, find_following, find_subject, is_passive
from scoring.document import Document
from scoring.taggers import AFTER_QUOTATION, DETERMINERS, Judged

_INVERTING = frozenset(
    """said says say wrote writes added adds asked asks explained explains noted notes replied
    replies according argued argues warned warns recalled recalls insisted insists concluded
    concludes read reads continued continues""".split()
)
_LEADING = frozenset({"according to", "per", "in the words of", "in the view of", "in the opinion of"})
_MIN_PARAPHRASE = 2
_COMMAS_BACK = 100
_SHORTEST_CLAUSE = 3
_LONGEST_CLAUSE = 150
"""Words; a longer stretch without a sentence end is no clause but a list or a table."""
_OPENING_WORDS = 2


@dataclass(frozen=True, slots=True)
class Draft:
    """A cue, its source (token indices) and its clause (character offsets), each None if there is none."""

    cue: Judged
    source: Span | None
    paraphrase: Span | None


def draft_all(doc: Document, cues: Sequence[Judged]) -> list[Draft]:
    """A draft for each cue; a cue without a subject takes that of the cue before it in its sentence."""
    tokens = frozenset(at for cue in cues if not _is_noun(doc, cue) for at in range(cue.first, cue.last))
    drafts: list[Draft] = []
    for cue in cues:
        before = drafts[-1] if drafts else None
        if before and doc.sentence_of[before.cue.first] != doc.sentence_of[cue.first]:
            before = None
        carried = before.source if before else None
        overlaps = carried is not None and carried[0] < cue.last and cue.first < carried[1]
        drafts.append(_draft(doc, cue, None if overlaps else carried, tokens))
    return drafts


def _is_noun(doc: Document, cue: Judged) -> bool:
    before = doc.forms[cue.first - 1] if cue.first else ""
    return "noun" in cue.note or before in DETERMINERS or before.endswith("'s")


def _draft(doc: Document, cue: Judged, carried: Span | None, cues: AbstractSet[int]) -> Draft:
    sentence = doc.sentence_of[cue.first]
    start, end = doc.sentences[sentence]
    if cue.note.startswith("in ") or " ".join(doc.forms[cue.first : cue.last]) in _LEADING:
        return _draft_leading(doc, cue, start, end, cues)
    if _is_inverted(doc, cue, start):
        source = find_following(doc, cue.last)
        source = source and extend_source(doc, source, cues=cues)
    else:
        source = find_subject(doc, (cue.first, cue.last), cues=cues)
        if source is None and not is_passive(doc, (cue.first, cue.last)):
            inverted = _find_inverted(doc, cue)
            source = extend_source(doc, inverted, cues=cues) if inverted else carried
    return Draft(cue, source, _find_clause(doc, cue, source, start, end))


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
        return Draft(cue, source, (doc.ends[source[1] - 1] if source else doc.ends[cue.last - 1], end))
    return Draft(cue, source, (start, doc.starts[cue.first]))


def _is_inverted(doc: Document, cue: Judged, start: int) -> bool:
    """Whether the cue follows its content directly: `…,” said Ana Ruiz`."""
    if cue.note == AFTER_QUOTATION:
        return True
    if doc.forms[cue.last - 1] not in _INVERTING or cue.first == 0:
        return False
    at = doc.starts[cue.first]
    gap = doc.text[doc.ends[cue.first - 1] : at]
    next_is_name = cue.last < len(doc.starts) and doc.text[doc.starts[cue.last]].isupper()
    if any(mark in gap for mark in '”"’»'):
        return True
    low = doc.first_token[doc.sentence_of[cue.first]]
    commas = doc.text.count(",", doc.starts[max(low, cue.first - _COMMAS_BACK)], at)
    return "," in gap and next_is_name and commas == 1 and cue.first - low > _SHORTEST_CLAUSE


def _find_inverted(doc: Document, cue: Judged) -> Span | None:
    """The source after a cue that a comma cuts off from what stands before it: "…, said the mayor"."""
    if doc.forms[cue.last - 1] not in _INVERTING or not cue.first or cue.last >= len(doc.forms):
        return None
    cut_off = "," in doc.text[doc.ends[cue.first - 1] : doc.starts[cue.first]]
    names_one = doc.forms[cue.last] in DETERMINERS or doc.text[doc.starts[cue.last]].isupper()
    return find_following(doc, cue.last) if cut_off and names_one else None


def _find_clause(doc: Document, cue: Judged, source: Span | None, start: int, end: int) -> Span | None:
    """The clause that a cue opens, or the one before it where the cue closes or interrupts the sentence."""
    follows = source is not None and source[0] >= cue.last
    after = source[1] if source and follows else cue.last
    that = after < len(doc.forms) and doc.forms[after] == "that"
    after += that
    low, high = doc.first_token[doc.sentence_of[cue.first]], doc.first_token[doc.sentence_of[cue.first] + 1]
    first = min(cue.first, source[0]) if source else cue.first
    closes = (high - after <= 4 and not that) or follows or _interrupts(doc, first, cue.last, high)
    if closes and first > low + _MIN_PARAPHRASE:
        return (start if first - low < _LONGEST_CLAUSE else doc.starts[first - _LONGEST_CLAUSE]), doc.ends[
            first - 1
        ]
    if high - after < _MIN_PARAPHRASE:
        return None
    return doc.starts[after], (
        end if high - after < _LONGEST_CLAUSE else doc.ends[after + _LONGEST_CLAUSE - 1]
    )


def _interrupts(doc: Document, first: int, last: int, high: int) -> bool:
    """Whether commas cut the words off on both sides: "The firm, she said, had too few drivers"."""
    if not first or last >= high or last - first > 4 or doc.forms[last] in PREPOSITIONS:
        return False
    before = doc.text[doc.ends[first - 1] : doc.starts[first]]
    return "," in before and "," in doc.text[doc.ends[last - 1] : doc.starts[last]]
