"""Sentences that tell the reader to act ("Book your free trial today"), and where listed calls must stand."""

from __future__ import annotations

import re

from scoring.article import Evidence
from scoring.document import Document
from scoring.extractors.measure import tokens_in
from scoring.extractors.places import opens_clause

_OFFER = re.compile(
    r"""(?:book|order|buy|shop|try|invest|reserve|register|call|get|claim|join|sign\s+up|subscribe|download|
    donate|visit|secure|start|apply|enroll?|pre-?order|switch|upgrade|grab|check\s+out|see|browse)\b
    [^.!?,;:“”"]{0,70}?\b
    (?:today|now|our\s(?:[\w-]+\s){0,2}(?:picks?|team|offers?|range|shop|store|deals?|selection))\b
    (?=\s*(?:[.!,)(]|at\b|and\b|for\b|to\b|$))""",
    re.IGNORECASE | re.VERBOSE,
)
_OFFER_START = re.compile(r"\(|,\s+(?:or|and)\s+")
_ASKING = re.compile(r"\b(?:today|now|our)\b", re.IGNORECASE)
_PRECISION = 0.95
"""22 of 23 hits in the corpora were right; sixteen of them are one line of one outlet."""
_NO_ORDER = frozenset(
    """link links limited limited-time promo affiliate offer while supplies spots free as may earn if when
    this in you using with every your what""".split()
)
"""First words of listed calls that are no verb in the imperative: they count wherever they stand."""
_POINTING = frozenset({"to", "for", "more", "additional"})
_VISITING = frozenset("visit see go call check contact click read please".split())
_BEFORE = frozenset("and or please just then also simply now so today can you help".split())
_BEFORE_TO = frozenset("sure forget free how like".split())
_OURS = frozenset({"our", "my", "your"})


def find_offers(doc: Document) -> list[Evidence]:
    """Sentences or clauses in the outlet's voice that tell the reader to act at once."""
    found = []
    for i, (start, end) in enumerate(doc.sentences):
        if doc.counted[i] and _ASKING.search(doc.text, start, end):
            clauses = (match.end() for match in _OFFER_START.finditer(doc.text, start, end))
            openings = [doc.starts[doc.first_token[i]], *clauses]
            matches = (_OFFER.match(doc.text, at, end) for at in openings)
            spans = [match.span() for match in matches if match and doc.voice_at(match.start()) == "outlet"]
            found += [Evidence(*span, "promotion", "call_to_action", _PRECISION) for span in spans]
    return found


def is_call(doc: Document, hit: Evidence) -> bool:
    """Whether a listed call stands where an order to the reader can stand.

    An order opens its clause or follows "and", "please", "you can" and their like; what follows another
    word is told of somebody ("asked for more information about", "a vote now"), unless a capital shows
    that a line runs on. Of 535 listed hits in 2,501 articles 19 are dropped, 17 of them rightly.
    """
    token = doc.token_at(hit.start)
    first, before = doc.forms[token], doc.forms[token - 1] if token else ""
    opening = doc.forms[doc.first_token[doc.sentence_of[token]]]
    if "pay later" in doc.text[hit.end : hit.end + 12].lower():
        return False
    if first in _NO_ORDER or opens_clause(doc, token):
        return True
    if first in _POINTING:
        return before in _BEFORE or opening in _VISITING
    if before in ("to", "who"):
        ours = not _OURS.isdisjoint(doc.forms[i] for i in tokens_in(doc, (hit.start, hit.end)))
        return ours or doc.forms[token - 2] in _BEFORE_TO
    return before in _BEFORE or first in ("click", "please") or doc.text[hit.start].isupper()
