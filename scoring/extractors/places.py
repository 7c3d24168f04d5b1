"""Where a listed phrase must stand to be what its list says: a writing tool's leftover, a stock opening."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Mapping

from scoring.article import Evidence, Span
from scoring.cleaning import is_blank
from scoring.document import Document
from scoring.extractors.measure import name_tokens, tokens_in

_MARKUP = frozenset(" \t\u00a0*#_>[]()<{}-–•.…\"'“”‘’")
_LONGEST_MARKUP = 12
_BRACKETS = ("[]", "{}", "<>", "()")
_SPEAKER = frozenset("i i'm i've my me".split())
_NEAR_START = 5
_LAST_SENTENCES = 6
_JOINING = frozenset("and but or so that because yet while".split())
_SETTING_OFF = frozenset(",;:–—")
_HELPS = "helps"
_TO_COLON = re.compile(r"[^.!?:\n]{0,80}:")
_LABEL_END = re.compile(r"[*_\s]{0,3}(?:\([^()\n]{0,40}\)[*_\s]{0,3})?:")


def is_in_place(doc: Document, hit: Evidence) -> bool:
    """Whether a listed phrase stands where its note says it must; other notes may stand anywhere."""
    place = _PLACES.get(hit.note)
    return place is None or place(doc, hit)


def paragraph_at(doc: Document, offset: int) -> Span:
    """The paragraph that holds an offset."""
    return doc.paragraphs[max(0, bisect_right(doc.paragraphs, (offset, len(doc.text))) - 1)]


def opens_clause(doc: Document, token: int) -> bool:
    """Whether a word is the first of its sentence, or a mark stands before it."""
    first = token == doc.first_token[doc.sentence_of[token]]
    return first or not is_blank(doc.text[doc.ends[token - 1] : doc.starts[token]])


def _is_set_off(doc: Document, hit: Evidence) -> bool:
    """At the start of a clause, after a word that joins clauses, or before a mark; never in a name."""
    token, last = doc.token_at(hit.start), tokens_in(doc, (hit.start, hit.end))[-1]
    if token in name_tokens(doc):
        return False
    joined = token > 0 and doc.forms[token - 1] in _JOINING
    return joined or opens_clause(doc, token) or doc.text[doc.ends[last] : doc.ends[last] + 1] in _SETTING_OFF


def _leads_in(doc: Document, hit: Evidence) -> bool:
    """At the start of a sentence that a colon closes."""
    end = paragraph_at(doc, hit.start)[1]
    return _place_in_sentence(doc, hit) < 2 and _TO_COLON.match(doc.text, hit.end, end) is not None


def _speaks(doc: Document, hit: Evidence) -> bool:
    """Near the start of a sentence in which somebody says "I", or between quotation marks."""
    sentence = doc.sentence_of[doc.token_at(hit.start)]
    words = doc.forms[doc.first_token[sentence] : doc.first_token[sentence + 1]]
    own = _place_in_sentence(doc, hit) < _NEAR_START and any(word in _SPEAKER for word in words)
    return own or hit.voice == "quoted"


def _offers_more(doc: Document, hit: Evidence) -> bool:
    """At the start of one of the last sentences; what is said to help says no more."""
    token = doc.token_at(hit.start)
    sentence = doc.sentence_of[token]
    words = doc.first_token[sentence + 1] - token
    helps = doc.text[hit.end - len(_HELPS) : hit.end].lower() == _HELPS
    brief = not helps or words == len(tokens_in(doc, (hit.start, hit.end)))
    return _place_in_sentence(doc, hit) == 0 and sentence >= len(doc.sentences) - _LAST_SENTENCES and brief


def _labels(doc: Document, hit: Evidence) -> bool:
    """At the start of its paragraph, with a colon behind it."""
    start, end = paragraph_at(doc, hit.start)
    return _is_markup(doc.text[start : hit.start]) and _LABEL_END.match(doc.text, hit.end, end) is not None


def _stands_alone(doc: Document, hit: Evidence) -> bool:
    """Between brackets, or as a paragraph of its own."""
    start, end = paragraph_at(doc, hit.start)
    before, after = doc.text[start : hit.start].rstrip()[-1:], doc.text[hit.end : end].lstrip()[:1]
    alone = _is_markup(doc.text[start : hit.start]) and _is_markup(doc.text[hit.end : end])
    return alone or f"{before}{after}" in _BRACKETS


def _is_markup(gap: str) -> bool:
    return len(gap) < _LONGEST_MARKUP and all(char in _MARKUP for char in gap)


def _place_in_sentence(doc: Document, hit: Evidence) -> int:
    token = doc.token_at(hit.start)
    return token - doc.first_token[doc.sentence_of[token]]


_PLACES: Mapping[str, Callable[[Document, Evidence], bool]] = {
    "a tool hands over its work": _leads_in,
    "a tool speaks of itself": _speaks,
    "a tool offers more": _offers_more,
    "a field of a draft": _labels,
    "a placeholder": _stands_alone,
    "setting off a sentence": _is_set_off,
}
"""Note of a listed phrase to the place it must have."""
