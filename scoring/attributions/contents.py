"""What is said: the quotations and clauses that belong to each cue."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from scoring.article import Span
from scoring.attributions.drafts import Draft
from scoring.cleaning import INVISIBLE
from scoring.document import Document

_REACH = 8
"""Cues before and after a quotation that may own it."""
_OTHER_SENTENCE = 200
"""Words that a cue in another sentence counts as farther away."""


def share_contents(doc: Document, drafts: Sequence[Draft]) -> list[tuple[Span, ...]]:
    """Give each quotation outside furniture to one cue, paraphrases to the cues without a quotation."""
    given: list[list[Span]] = [[] for _ in drafts]
    by_paragraph = _cues_by_paragraph(doc, drafts)
    furniture = {start for start, _ in doc.boilerplate}
    speaker: int | None = None
    for p, (start, end) in enumerate(doc.paragraphs):
        cues = by_paragraph[p]
        low, high = bisect_left(doc.quotations, (start, start)), bisect_left(doc.quotations, (end, end))
        for quotation in doc.quotations[low:high] if start not in furniture else ():
            owner = _owner(doc, drafts, cues, quotation)
            if owner is None and speaker is not None and not cues and _opens(doc, start, quotation):
                owner = speaker
            if owner is not None:
                given[owner].append(quotation)
        speaker = _open_speaker(doc, cues, given, (start, end), speaker)
    return [tuple(_merge(doc, draft, spans)) for draft, spans in zip(drafts, given, strict=True)]


def _cues_by_paragraph(doc: Document, drafts: Sequence[Draft]) -> list[list[int]]:
    starts = [start for start, _ in doc.paragraphs]
    rows: list[list[int]] = [[] for _ in starts]
    for i, draft in enumerate(drafts):
        rows[bisect_left(starts, doc.starts[draft.cue.first] + 1) - 1].append(i)
    return rows


def _owner(doc: Document, drafts: Sequence[Draft], cues: list[int], quotation: Span) -> int | None:
    """The cue nearest to a quotation in its paragraph: same sentence first, never one inside it."""
    if not doc.forms:
        return None
    best: tuple[int, int] | None = None
    sentence = doc.sentence_of[min(doc.token_at(quotation[0]), len(doc.forms) - 1)]
    last = doc.sentence_of[max(0, min(doc.token_at(quotation[1] - 1), len(doc.forms) - 1))]
    first, end = doc.token_at(quotation[0]), doc.token_at(quotation[1])
    near = bisect_left(cues, quotation[0], key=lambda i: doc.starts[drafts[i].cue.first])
    after = bisect_left(cues, quotation[1], key=lambda i: doc.starts[drafts[i].cue.first])
    for i in (*cues[max(0, near - _REACH) : near], *cues[after : after + _REACH]):
        at = drafts[i].cue.first
        distance = min(abs(at - first), abs(at - end))
        if doc.sentence_of[at] not in (sentence, last):
            distance += _OTHER_SENTENCE
        if best is None or distance < best[0]:
            best = (distance, i)
    return best[1] if best else None


def _opens(doc: Document, start: int, quotation: Span) -> bool:
    """Whether a quotation begins with the first word of its paragraph."""
    return doc.token_at(start) == doc.token_at(quotation[0])


def _open_speaker(
    doc: Document, cues: list[int], given: list[list[Span]], paragraph: Span, speaker: int | None
) -> int | None:
    """Who goes on speaking in the next paragraph if it opens with a quotation."""
    if doc.text[paragraph[1] - 1] == ":" and cues:
        return cues[-1]
    quoting = [i for i in cues if given[i]]
    if quoting:
        return quoting[-1]
    return speaker if not cues and doc.text[paragraph[0]] in '“"' else None


def _merge(doc: Document, draft: Draft, quotations: list[Span]) -> list[Span]:
    """The clauses of a cue without quotations; else its quotations, and the clauses that stand around one."""
    clauses = [span for span in (_trim(doc.text, *clause) for clause in draft.clauses) if span[1] > span[0]]
    if not quotations:
        return clauses
    found = list(quotations)
    for start, end in clauses:
        inside = [q for q in quotations if start <= q[0] and q[1] <= end]
        covered = sum(doc.token_at(q[1]) - doc.token_at(q[0]) for q in inside)
        if inside and covered <= 0.8 * (doc.token_at(end) - doc.token_at(start)):
            found = [(start, end), *(q for q in found if q not in inside)]
    return sorted(found)


def _trim(text: str, start: int, end: int) -> Span:
    """Without the spaces, commas and unseen characters at both ends."""
    while start < end and _is_loose(text[start], ",:;—–-"):
        start += 1
    while end > start and _is_loose(text[end - 1], ",.;:"):
        end -= 1
    return start, end


def _is_loose(char: str, marks: str) -> bool:
    return char.isspace() or char in marks or (not char.isascii() and INVISIBLE.match(char) is not None)
