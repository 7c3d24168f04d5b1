"""What taggers look up of a document time and again, worked out once for all its words."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Mapping, Sequence
from itertools import count
from typing import NamedTuple

from scoring.document import Document
from scoring.document.alike import even_out
from scoring.lexicon import Candidate, find_candidates
from scoring.taggers.words import list_quoted, mark_of, masked_forms

_SOURCES = ("source_role", "source_document", "source_vague", "source_anonymous")


class Scene(NamedTuple):
    """The words of a document and what stands between them.

    `gaps` is the text before each word where it is more than white space, and `marks` the punctuation before
    every word; both have one entry more, as if a full stop ended the text. `voices` tells of each word
    whose it is, and `quotations` of each sentence where, after its start, a quotation first ends, and where
    the last begins before its end.
    """

    words: Sequence[str]
    gaps: Mapping[int, str]
    marks: Sequence[str]
    voices: Sequence[str]
    quotations: Sequence[tuple[int, int]]


class Cues(NamedTuple):
    """The listed cues of attribution in their order, and the last words of listed sources with their list."""

    firsts: Sequence[int]
    lasts: Sequence[int]
    phrases: Sequence[str]
    sources: Mapping[int, str]

    def cover(self, token: int) -> bool:
        """Whether a word is one of a cue."""
        i = bisect_right(self.firsts, token) - 1
        return i >= 0 and token < self.lasts[i]


def view(doc: Document) -> Scene:
    """The scene of a document, set once."""
    return doc.once("scene", _set_scene)


def view_cues(doc: Document) -> Cues:
    """The listed cues and sources of a document, gathered once."""
    return doc.once("listed cues", _gather_cues)


def list_phrases(doc: Document, candidates: Iterable[Candidate]) -> list[str]:
    """The folded words of each candidate, joined by spaces; a single one is evened out."""
    forms = doc.forms
    return [
        even_out(forms[first]) if last - first == 1 else " ".join(forms[first:last])
        for first, last, _, _ in candidates
    ]


def _set_scene(doc: Document) -> Scene:
    text, gaps, marks = doc.text, {0: ""}, [""] * (len(doc.starts) + 1)
    for at, end, start in zip(count(1), doc.ends, doc.starts[1:], strict=False):
        if (start - end > 1 or text[end] != " ") and not (gap := text[end:start]).isspace():
            gaps[at], marks[at] = gap, mark_of(gap)
    gaps[len(doc.starts)] = marks[-1] = "."
    return Scene(masked_forms(doc), gaps, marks, _find_voices(doc), _find_quotations(doc))


def _find_voices(doc: Document) -> list[str]:
    voices = ["outlet"] * len(doc.starts)
    for first, last in doc.once("quoted spans", list_quoted):
        voices[first:last] = ["quoted"] * (last - first)
    return voices


def _find_quotations(doc: Document) -> list[tuple[int, int]]:
    opening = [-1, *(start for start, _ in doc.quotations)]
    closing = [*(end for _, end in doc.quotations), len(doc.text) + 1]
    return [
        (closing[bisect_left(closing, start)], opening[bisect_left(opening, end) - 1])
        for start, end in doc.sentences
    ]


def _gather_cues(doc: Document) -> Cues:
    found = find_candidates(doc)
    cues = found["attribution"]
    return Cues(
        firsts=[cue.first for cue in cues],
        lasts=[cue.last for cue in cues],
        phrases=list_phrases(doc, cues),
        sources={hit.last - 1: name for name in reversed(_SOURCES) for hit in found[name]},
    )
