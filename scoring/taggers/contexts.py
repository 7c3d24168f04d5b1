"""What stands around a candidate, as template and value pairs; names and numbers are placeholders.

A context is read once into named parts. A template is a part, or two joined ("before+phrase").
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

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
from scoring.taggers.scenes import view
from scoring.taggers.words import EDGE, class_of, mark_of, stem

PRIOR = "prior"
"""Template of the weight that a phrase has by itself, from the company it keeps in a large corpus."""
NARROW = (
    "phrase", "before", "before+phrase", "before class+phrase", "suffix", "suffix+before class",
    "after", "phrase+after", "before2", "before2+before", "after2", "after+after2",
    "before class+after class", "mark before", "mark after", "mark after+phrase", "voice", "voice+phrase",
    "place", "quote near", "that near", "capital", "note",
)  # fmt: skip
"""Templates of every kind."""
WIDE = (
    *NARROW, "near before", "near after", "verb", "verb+phrase", "subject", "subject+phrase",
    "frame", "frame+phrase", "opening", "opening+phrase", "shape", "shape+phrase", "negated",
    "after class+phrase", PRIOR, "long suffix", "prefix", "long prefix", "hyphen", "list",
)  # fmt: skip
"""And those of hedges and charged words: the clause around, the shape and the lists they stand on."""
MANY = frozenset({"near before", "near after", "list", "register", "around"})
"""Parts that have any number of values."""
REACH = 4
"""Words looked at on either side; with 6, F1 of hedges in folds is the same."""
_AROUND = {
    (inside, before, after): f"{inside:d}{before:d}{after:d}"
    for inside in (False, True)
    for before in (False, True)
    for after in (False, True)
}
"""Whether a quotation stands around, before and after a candidate in its sentence, as three bits."""
Pair = tuple[str, str]


class Context(NamedTuple):
    """The phrase of a candidate, the parts of what stands around it, and those with many values."""

    phrase: str
    parts: dict[str, str]
    many: dict[str, Collection[str]]


def describe_context(doc: Document, candidate: Candidate) -> list[Pair]:
    """Template and value pairs that describe a candidate and the words around it."""
    return list(fill(NARROW, read_context(doc, candidate)))


def fill(templates: Sequence[str], context: Context) -> Iterator[Pair]:
    """Template and value pairs of a context."""
    parts = context.parts | describe_phrase(context.phrase)
    for template in templates:
        if template in MANY:
            yield from ((template, value) for value in context.many[template])
        else:
            yield template, " ".join(parts[part] for part in template.split("+"))


def describe_phrase(phrase: str) -> dict[str, str]:
    """The parts that hang on the phrase alone."""
    return {
        "phrase": phrase,
        "stem": _stem_phrase(phrase),
        "ending": phrase[-2:],
        "suffix": phrase[-3:],
        PRIOR: phrase,
        "long suffix": phrase[-4:],
        "prefix": phrase[:4],
        "long prefix": phrase[:6],
        "hyphen": str("-" in phrase),
    }


def _stem_phrase(phrase: str) -> str:
    first, space, rest = phrase.partition(" ")
    return stem(first) + space + rest


def read_context(doc: Document, candidate: Candidate) -> Context:
    """The parts that the templates of every kind are made of."""
    words, _, marks, quotations = view(doc)
    first, last = candidate.first, candidate.last
    sentence = doc.sentence_of[first]
    low, high = doc.first_token[sentence], doc.first_token[sentence + 1]
    start = doc.starts[first]
    before = words[first - 1] if first > low else EDGE
    after = words[last] if last < high else EDGE
    voice = doc.voice_at(start)
    first_end, last_start = quotations[sentence]
    parts = {
        "before": before,
        "before class": class_of(before),
        "before2": words[first - 2] if first - 1 > low else EDGE,
        "after": after,
        "after class": class_of(after),
        "after2": words[last + 1] if last + 1 < high else EDGE,
        "mark before": marks[first] if first > low else "",
        "mark after": marks[last] if last < high else mark_of(_end_of(doc, sentence, last)),
        "voice": voice,
        "place": "heading" if sentence in doc.headings else _place(first - low, high - last),
        "quote near": _AROUND[voice == "quoted", first_end < start, start <= last_start],
        "that near": "True" if "that" in words[last : min(high, last + 5)] else "False",
        "capital": "True" if first > low and doc.text[start].isupper() else "False",
        "note": candidate.note,
    }
    phrase = doc.forms[first] if last - first == 1 else " ".join(doc.forms[first:last])
    return Context(phrase, parts, {})


def read_widely(doc: Document, candidate: Candidate) -> Context:
    """And those of the wide templates."""
    context = read_context(doc, candidate)
    words, first, last = view(doc).words, candidate.first, candidate.last
    sentence = doc.sentence_of[first]
    low, high = doc.first_token[sentence], doc.first_token[sentence + 1]
    left, right = words[max(low, first - REACH) : first], words[last : min(high, last + REACH)]
    context.parts.update(
        {
            "verb": find_verb(right),
            "subject": find_subject(left),
            "frame": find_frame(words, low, first),
            "opening": words[low],
            "shape": find_shape(doc, first, last),
            "negated": "False" if NEGATIONS.isdisjoint(left) else "True",
        }
    )
    context.many["near before"] = dict.fromkeys(left)
    context.many["near after"] = dict.fromkeys(right)
    context.many["list"] = doc.once("toned", find_toned).get(first, ())
    return context


def _end_of(doc: Document, sentence: int, last: int) -> str:
    """What stands after the last word of a sentence."""
    return doc.text[doc.ends[last - 1] : doc.sentences[sentence][1]]


def _place(before: int, after: int) -> str:
    if before < 3:
        return "start end" if after < 3 else "start middle"
    return "middle end" if after < 3 else "middle middle"
