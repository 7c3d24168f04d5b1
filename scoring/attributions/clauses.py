"""Which clauses a cue hands over: the one it opens or closes, or both halves of the one it interrupts."""

from __future__ import annotations

from scoring.article import Span
from scoring.attributions.gaps import gap_before
from scoring.attributions.listeners import skip_listener
from scoring.attributions.passives import is_passive
from scoring.attributions.phrases import PERSON_PRONOUNS, PREPOSITIONS
from scoring.document import Document
from scoring.taggers import AUXILIARIES

_MIN_WORDS = 2
_LONGEST_CLAUSE = 150
"""Words; a longer stretch without a sentence end is no clause but a list or a table."""
_SHORT = 4
"""Words after a cue at the end of a sentence that may be its time and place ("he said on Monday")."""
_LONGEST_ASIDE = 4
_NOMINATIVES = PERSON_PRONOUNS - {"you", "who"} | {"it", "there"}
_QUESTIONS = frozenset("what how why whether if where".split())
_SUBORDINATORS = frozenset("if when unless once because since although though while whenever".split())
_ADDITIONS = _SUBORDINATORS | frozenset(
    "as like who whom whose which after before until during where but".split()
)
"""Words that open what is no longer the statement: "he said as he left", "he said, but"."""
_TELLING = frozenset("said says say told tells".split())
_CONTINUING = frozenset("which who whose where and or but".split())
_JOINING = frozenset("and but while".split())
"""Words after an aside that may open what the outlet adds."""
_TIMES = frozenset("after before until since amid despite following".split())
PASTS = frozenset(
    """left went took walked came made gave began got ran stood sat threw drove flew rose fell hung
    shut broke met paid sent brought put turned""".split()
)
"""What bodies do, not words."""


def find_clauses(doc: Document, cue: Span, source: Span | None) -> tuple[Span, ...]:
    """The clauses that belong to a cue, as character offsets; none where too few words are left.

    Parameters
    ----------
    cue, source : (first, last)
        Token indices, end exclusive.
    """
    sentence = doc.sentence_of[cue[0]]
    low, high = doc.first_token[sentence], doc.first_token[sentence + 1]
    follows = source is not None and source[0] >= cue[1]
    after = source[1] if source and follows else cue[1]
    if source is None and _is_relative(doc, after):
        return ()
    begin = skip_listener(doc, doc.forms[cue[1] - 1], after, high)
    that = after < begin and doc.forms[begin - 1] == "that"
    first = min(cue[0], source[0]) if source else cue[0]
    before, rest = (low, first), (begin, _find_end(doc, first, begin))
    if first <= low + _MIN_WORDS or _is_adjunct(doc, low, first):
        before = (low, low)
    if _interrupts(doc, first, cue[1], high):
        rest = (high, high) if after < high and doc.forms[after] in _JOINING else rest
    elif before[1] > before[0] and not that and _closes(doc, cue, follows, before, rest):
        rest = high, high
    else:
        before = low, low
    return tuple(_span_of(doc, part, low, high) for part in (before, rest) if part[1] - part[0] >= _MIN_WORDS)


def _span_of(doc: Document, part: Span, low: int, high: int) -> Span:
    """Offsets of words, with the marks at the sentence's ends; the far end of a very long stretch is cut."""
    start, end = doc.sentences[doc.sentence_of[low]]
    first, last = part
    long = last - first >= _LONGEST_CLAUSE
    if first == low:
        return doc.starts[last - _LONGEST_CLAUSE] if long else start, doc.ends[last - 1]
    if long:
        return doc.starts[first], doc.ends[first + _LONGEST_CLAUSE - 1]
    return doc.starts[first], end if last == high else doc.ends[last - 1]


def _closes(doc: Document, cue: Span, follows: bool, before: Span, rest: Span) -> bool:
    """Whether a cue ends its sentence, but for its source, its time and its place."""
    if follows and not is_passive(doc, cue):
        return True
    if _holds_clause(doc, *rest, infinitives=doc.forms[cue[0]] not in _TELLING):
        return False
    gap = gap_before(doc, before[1])
    if rest[1] - rest[0] <= _SHORT:
        return not gap.isspace()
    cut_off = "," in gap and doc.forms[cue[0]] in _TELLING
    return cut_off and _holds_clause(doc, *before, infinitives=False)


def _holds_clause(doc: Document, first: int, last: int, *, infinitives: bool) -> bool:
    """Whether words hold a finite verb, or a pronoun that can only be a subject, before any addition."""
    if first < last and doc.forms[first] in _QUESTIONS:
        return True
    for at in range(first, min(last, first + _LONGEST_CLAUSE)):
        word = doc.forms[at]
        if word in AUXILIARIES or word in _NOMINATIVES or word.endswith("n't") or "'" in word[-3:-1]:
            return True
        if word in _ADDITIONS or _is_relative(doc, at):
            return False
        if infinitives and word == "to" and at > first:
            return True
    return False


def _is_relative(doc: Document, that: int) -> bool:
    """Whether a word is a "that" without a subject after it: "a speech that was long"."""
    return that + 1 < len(doc.forms) and doc.forms[that] == "that" and doc.forms[that + 1] in AUXILIARIES


def _is_adjunct(doc: Document, first: int, last: int) -> bool:
    """Whether words only say where or when ("In a letter", "After a storm that may return")."""
    if doc.forms[first] not in PREPOSITIONS and doc.forms[first] not in _TIMES:
        return False
    for at in range(first + 1, min(last, first + _LONGEST_CLAUSE)):
        word = doc.forms[at]
        if word in _ADDITIONS or word in ("that", "what"):
            return True
        if word in AUXILIARIES or word in _NOMINATIVES or word.endswith("ed"):
            return False
    return True


def _interrupts(doc: Document, first: int, last: int, high: int) -> bool:
    """Whether commas or dashes cut the words off on both sides: "The firm, she said, had too few drivers"."""
    if not first or last >= high or last - first > _LONGEST_ASIDE or doc.forms[last] in PREPOSITIONS:
        return False
    before, after = gap_before(doc, first), gap_before(doc, last)
    return ("," in before and "," in after) or (_is_dash(before) and _is_dash(after))


def _is_dash(gap: str) -> bool:
    return any(mark in gap for mark in ("—", "–", " - ", "--"))


def _find_end(doc: Document, first: int, after: int) -> int:
    """Where the clause after a cue ends: with its sentence, its condition or what the source did next."""
    sentence = doc.sentence_of[first]
    low, high = doc.first_token[sentence], doc.first_token[sentence + 1]
    opens = max(low, first - 2) < first and doc.forms[first - 1] in _SUBORDINATORS and first - 1 <= low + 1
    if after < high and doc.forms[after] in ("who", "whose", "whom") and "," in gap_before(doc, after):
        return after
    for at in range(after + 1, min(high, after + _LONGEST_CLAUSE)):
        word, before = doc.forms[at], doc.forms[at - 1]
        if before in ("and", "but") and word in PASTS:
            return at - 1
        if opens and at > after + 1 and "," in gap_before(doc, at) and word not in _CONTINUING:
            return at
    return high
