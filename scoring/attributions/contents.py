"""What is said: the quotations and clauses that belong to each cue."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from scoring.article import Span
from scoring.attributions.drafts import Draft
from scoring.document import Document

_REACH = 8
"""Cues before and after a quotation that may own it."""


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
            if owner is None and quotation[0] - start <= 1 and speaker is not None and not cues:
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
    near = bisect_left(cues, quotation[0], key=lambda i: doc.starts[drafts[i].cue.first])
    after = bisect_left(cues, quotation[1], key=lambda i: doc.starts[drafts[i].cue.first])
    for i in (*cues[max(0, near - _REACH) : near], *cues[after : after + _REACH]):
        at = doc.starts[drafts[i].cue.first]
        same = doc.sentence_of[drafts[i].cue.first] in (sentence, last)
        distance = min(abs(at - quotation[0]), abs(at - quotation[1])) + (0 if same else 1000)
        if best is None or distance < best[0]:
            best = (distance, i)
    return best[1] if best else None


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
    if draft.paraphrase is None:
        return quotations
    start, end = _trim(doc.text, *draft.paraphrase)
    inside = [q for q in quotations if start <= q[0] and q[1] <= end]
    if not quotations:
        return [(start, end)] if end > start else []
    if not inside:
        return quotations
    covered = sum(q[1] - q[0] for q in inside)
    if covered > 0.8 * (end - start):
        return quotations
    return sorted([(start, end), *(q for q in quotations if q not in inside)])


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and (text[start].isspace() or text[start] in ",:;—–-"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",.;:"):
        end -= 1
    return start, end
