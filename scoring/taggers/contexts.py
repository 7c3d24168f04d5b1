"""What stands around a candidate, as template and value pairs; names and numbers are placeholders."""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from scoring.document import Document
from scoring.lexicon import Candidate
from scoring.taggers.clauses import (
    NEGATIONS,
    find_frame,
    find_shape,
    find_subject,
    find_toned,
    find_verb,
)
from scoring.taggers.words import EDGE, class_of, mark_of, masked_forms

PRIOR = "prior"
"""Template of the weight that a phrase has by itself, from the company it keeps in a large corpus."""
Pair = tuple[str, str]
Group = tuple[Any, ...]
"""A function that gives pairs, and what it makes them from."""
_REACH = 4
"""Words looked at on either side; with 6, F1 of hedges in folds is the same."""


def describe_context(doc: Document, candidate: Candidate) -> list[Pair]:
    """Template and value pairs that describe a candidate and the words around it."""
    return [pair for expand, *parts in group_context(doc, candidate) for pair in expand(*parts)]


def describe_widely(doc: Document, candidate: Candidate) -> list[Pair]:
    """The same and more: the clause around a hedge, and the shape and lists of a charged word."""
    return [pair for expand, *parts in group_widely(doc, candidate) for pair in expand(*parts)]


def group_context(doc: Document, candidate: Candidate) -> list[Group]:
    """The same in groups: a function and the few words it makes its pairs from.

    So the sum of a group's weights can be remembered: most groups come again, most contexts do not.
    """
    words, starts, ends = masked_forms(doc), doc.starts, doc.ends
    first, last = candidate.first, candidate.last
    sentence = doc.sentence_of[first]
    low, high = doc.first_token[sentence], doc.first_token[sentence + 1]
    phrase = doc.forms[first] if last - first == 1 else " ".join(doc.forms[first:last])
    before = words[first - 1] if first > low else EDGE
    before2 = words[first - 2] if first - 1 > low else EDGE
    after = words[last] if last < high else EDGE
    after2 = words[last + 1] if last + 1 < high else EDGE
    start, end = starts[first], ends[last - 1]
    voice = doc.voice_at(start)
    place = "heading" if sentence in doc.headings else _place(first - low, high - last)
    quotes = _quote_near(doc, sentence, start, voice)
    capital = first > low and doc.text[start].isupper()
    before_gap = doc.text[ends[first - 1] : start] if first > low else ""
    after_gap = doc.text[end : starts[last] if last < high else doc.sentences[sentence][1]]
    return [
        (_left, phrase, before),
        (_right, phrase, after),
        (_outer, before2, before, "before2", "before2+before", ""),
        (_outer, after, after2, "after2", "after+after2", "second"),
        (_between, before, after),
        (_marks, phrase, before_gap, after_gap),
        (_state, phrase, voice, place, quotes, "that" in words[last : min(high, last + 5)], capital),
        (_note, candidate.note),
    ]


def group_widely(doc: Document, candidate: Candidate) -> list[Group]:
    """The groups of `describe_widely`."""
    words, first, last = masked_forms(doc), candidate.first, candidate.last
    sentence = doc.sentence_of[first]
    low, high = doc.first_token[sentence], doc.first_token[sentence + 1]
    phrase = doc.forms[first] if last - first == 1 else " ".join(doc.forms[first:last])
    left, right = words[max(low, first - _REACH) : first], words[last : min(high, last + _REACH)]
    toned = doc.once("toned", find_toned)
    groups: list[Group] = [
        *group_context(doc, candidate),
        *((_one, "near before", word) for word in dict.fromkeys(left)),
        *((_one, "near after", word) for word in dict.fromkeys(right)),
        (_both, "verb", find_verb(right), phrase),
        (_both, "subject", find_subject(left), phrase),
        (_both, "frame", find_frame(words, low, first), phrase),
        (_both, "opening", words[low], phrase),
        (_both, "shape", find_shape(doc, first, last), phrase),
        (_one, "negated", str(not NEGATIONS.isdisjoint(left))),
        (_follow, phrase, right[0] if right else EDGE),
        (_form, phrase),
    ]
    return groups + [(_one, "list", kind) for kind in toned.get(first, ())]


def _left(phrase: str, before: str) -> list[Pair]:
    kind, suffix = class_of(before), phrase[-3:]
    return [
        ("phrase", phrase),
        ("before", before),
        ("before+phrase", f"{before} {phrase}"),
        ("before class+phrase", f"{kind} {phrase}"),
        ("suffix", suffix),
        ("suffix+before class", f"{suffix} {kind}"),
    ]


def _right(phrase: str, after: str) -> list[Pair]:
    return [("after", after), ("phrase+after", f"{phrase} {after}")]


def _outer(one: str, two: str, single: str, double: str, which: str) -> list[Pair]:
    return [(single, two if which else one), (double, f"{one} {two}")]


def _between(before: str, after: str) -> list[Pair]:
    return [("before class+after class", f"{class_of(before)} {class_of(after)}")]


def _marks(phrase: str, before: str, after: str) -> list[Pair]:
    mark = mark_of(after)
    return [("mark before", mark_of(before)), ("mark after", mark), ("mark after+phrase", f"{mark} {phrase}")]


def _state(phrase: str, voice: str, place: str, quotes: str, that: bool, capital: bool) -> list[Pair]:
    return [
        ("voice", voice),
        ("voice+phrase", f"{voice} {phrase}"),
        ("place", place),
        ("quote near", quotes),
        ("that near", str(that)),
        ("capital", str(capital)),
    ]


def _note(note: str) -> list[Pair]:
    return [("note", note)]


def _one(template: str, value: str) -> list[Pair]:
    return [(template, value)]


def _both(template: str, value: str, phrase: str) -> list[Pair]:
    return [(template, value), (f"{template}+phrase", f"{value} {phrase}")]


def _follow(phrase: str, after: str) -> list[Pair]:
    return [("after class+phrase", f"{class_of(after)} {phrase}")]


def _form(phrase: str) -> list[Pair]:
    return [
        (PRIOR, phrase),
        ("long suffix", phrase[-4:]),
        ("prefix", phrase[:4]),
        ("long prefix", phrase[:6]),
        ("hyphen", str("-" in phrase)),
    ]


def _place(before: int, after: int) -> str:
    return f"{'start' if before < 3 else 'middle'} {'end' if after < 3 else 'middle'}"


def _quote_near(doc: Document, sentence: int, offset: int, voice: str) -> str:
    """Where a quotation stands in the candidate's sentence: around, before and after it, as three bits."""
    start, end = doc.sentences[sentence]
    opening, closing = doc.once("quotation ends", _find_ends)
    before = bisect_left(closing, start) < bisect_left(closing, offset)
    after = bisect_left(opening, offset) < bisect_left(opening, end)
    return f"{voice == 'quoted':d}{before:d}{after:d}"


def _find_ends(doc: Document) -> tuple[list[int], list[int]]:
    """Offsets at which quotations begin and end, whichever marks they are set in."""
    return [start for start, _ in doc.quotations], [end for _, end in doc.quotations]
