"""What stands around candidates, as template and value pairs; names and numbers are placeholders.

Contexts are read column by column: each named part has one value a candidate, all candidates of a
document at a time. A template is a part, or two joined ("before+phrase").
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from scoring.document import Document
from scoring.lexicon import Candidate
from scoring.taggers.clauses import (
    find_frame,
    find_shape,
    find_subject,
    find_toned,
    find_verb,
)
from scoring.taggers.scenes import list_phrases, view
from scoring.taggers.senses import sense_of
from scoring.taggers.words import EDGE, class_of, mark_of, stem

PRIOR = "prior"
"""Template of the weight that a phrase has by itself, from the company it keeps in a large corpus."""
WIDE = (
    "phrase", "before", "before+phrase", "before class+phrase", "suffix", "suffix+before class", "after",
    "phrase+after", "mark before", "mark after", "mark after+phrase", "voice", "voice+phrase", "place",
    "quote near", "that near", "capital", "note", "near before", "near after", "verb", "verb+phrase",
    "subject", "frame", "frame+phrase", "opening+phrase", "shape", "shape+phrase", "after class+phrase",
    PRIOR, "long suffix", "prefix", "long prefix", "hyphen", "list",
)  # fmt: skip
"""Templates of charged words: themselves, the clause around, their shape and the lists they stand on. Without
those of verb, subject and frame, F1 of characters in folds is .002 lower, without the words near by .008."""
MANY = {"near before": "", "near after": "", "list": "", "register": "", "around": "sense"}
"""Parts that have any number of values, and the part that stands before each of these."""
JOINT = {"lead source": ("lead", "source")}
"""Names of two parts."""
REACH = 4
"""Words looked at on either side; with 6, F1 of hedges in folds is the same."""
_THAT_REACH = 5
_NEAR = 3
_PLACES = (("middle middle", "middle end"), ("start middle", "start end"))
"""Where a candidate stands in its sentence: whether near its start, whether near its end."""
_AROUND = ((("000", "001"), ("010", "011")), (("100", "101"), ("110", "111")))
"""Whether a quotation stands around, before and after a candidate in its sentence."""
_PARTS = (
    "before", "before class", "after", "after class", "mark before", "mark after",
    "voice", "place", "quote near", "that near", "capital",
)  # fmt: skip
_WIDE_PARTS = ("verb", "subject", "frame", "opening", "shape")
Pair = tuple[str, str]
Column = Sequence[str]


Place = tuple[int, int, int, int, int]
"""Where a candidate stands: its first word, the word after it, its sentence, and that one's limits."""


class Contexts(NamedTuple):
    """Where candidates stand, their phrases with the notes of their entries, and what stands around them.

    `many` holds those parts of what stands around that have any number of values.
    """

    places: Sequence[Place]
    own: Sequence[tuple[str, str]]
    parts: dict[str, Column]
    many: dict[str, Sequence[Sequence[str]]]


def list_parts(template: str) -> list[str]:
    """The names of a template's parts.

    Examples
    --------
    >>> list_parts("ending+lead source")
    ['ending', 'lead', 'source']
    """
    return [part for name in template.split("+") for part in JOINT.get(name, (name,))]


def fill(templates: Sequence[str], contexts: Contexts) -> list[list[Pair]]:
    """Template and value pairs of each context."""
    own = [describe_phrase(phrase, note) for phrase, note in contexts.own]
    parts = contexts.parts | {part: [each[part] for each in own] for part in OWN}
    described: list[list[Pair]] = [[] for _ in own]
    for template in templates:
        if template in MANY:
            leads = [f"{lead} " for lead in parts[MANY[template]]] if MANY[template] else [""] * len(own)
            for pairs, lead, values in zip(described, leads, contexts.many[template], strict=True):
                pairs += [(template, lead + value) for value in dict.fromkeys(values)]
        else:
            columns = zip(*(parts[part] for part in list_parts(template)), strict=True)
            for pairs, joined in zip(described, map(" ".join, columns), strict=True):
                pairs.append((template, joined))
    return described


def _stem_phrase(phrase: str) -> str:
    first, space, rest = phrase.partition(" ")
    return stem(first) + space + rest


def describe_phrase(phrase: str, note: str) -> dict[str, str]:
    """The parts that hang on the phrase and its entry's note alone."""
    return {
        "phrase": phrase,
        "note": note,
        "sense": sense_of(phrase, note),
        "stem": _stem_phrase(phrase),
        "ending": phrase[-2:],
        "suffix": phrase[-3:],
        PRIOR: phrase,
        "long suffix": phrase[-4:],
        "prefix": phrase[:4],
        "long prefix": phrase[:6],
        "hyphen": str("-" in phrase),
    }


OWN = tuple(describe_phrase("", ""))
"""Those parts."""


def read_contexts(doc: Document, candidates: Sequence[Candidate]) -> Contexts:
    """The parts that stand beside candidates of every kind."""
    places = list(_locate(doc, candidates))
    notes = (candidate.note for candidate in candidates)
    own = list(zip(list_phrases(doc, candidates), notes, strict=True))
    return Contexts(places, own, set_columns(_PARTS, _read_places(doc, places)), {})


def set_columns(names: Sequence[str], rows: Iterable[tuple[str, ...]]) -> dict[str, Column]:
    """Rows of values, one a candidate, as named columns."""
    return dict(zip(names, zip(*rows, strict=True), strict=True))


def _locate(doc: Document, candidates: Sequence[Candidate]) -> Iterator[Place]:
    sentence_of, first_token = doc.sentence_of, doc.first_token
    for candidate in candidates:
        first = candidate.first
        sentence = sentence_of[first]
        yield first, candidate.last, sentence, first_token[sentence], first_token[sentence + 1]


def _read_places(doc: Document, places: Sequence[Place]) -> Iterator[tuple[str, ...]]:
    """The values of `_PARTS` at each place."""
    words, _, marks, voices, quotations = view(doc)
    text, starts, headings = doc.text, doc.starts, doc.headings
    for first, last, sentence, low, high in places:
        before = words[first - 1] if first > low else EDGE
        after = words[last] if last < high else EDGE
        soon = last + _THAT_REACH
        voice, start, (first_end, last_start) = voices[first], starts[first], quotations[sentence]
        yield (
            before,
            class_of(before),
            after,
            class_of(after),
            marks[first] if first > low else "",
            marks[last] if last < high else mark_of(_end_of(doc, sentence, last)),
            voice,
            "heading" if sentence in headings else _PLACES[first - low < _NEAR][high - last < _NEAR],
            _AROUND[voice == "quoted"][first_end < start][start <= last_start],
            "True" if "that" in words[last : soon if soon < high else high] else "False",
            "True" if first > low and text[start].isupper() else "False",
        )


def read_widely(doc: Document, candidates: Sequence[Candidate]) -> Contexts:
    """And those of the clause around charged words."""
    contexts = read_contexts(doc, candidates)
    words, toned = view(doc).words, find_toned(doc, [place[0] for place in contexts.places])
    left = [words[max(low, first - REACH) : first] for first, _, _, low, _ in contexts.places]
    right = [words[last : min(high, last + REACH)] for _, last, _, _, high in contexts.places]
    rows = (
        (
            find_verb(after),
            find_subject(before),
            find_frame(words, low, first),
            words[low],
            find_shape(doc, first, last),
        )
        for (first, last, _, low, _), before, after in zip(contexts.places, left, right, strict=True)
    )
    contexts.parts.update(set_columns(_WIDE_PARTS, rows))
    listed = [toned[place[0]] for place in contexts.places]
    contexts.many.update({"near before": left, "near after": right, "list": listed})
    return contexts


def _end_of(doc: Document, sentence: int, last: int) -> str:
    """What stands after the last word of a sentence."""
    return doc.text[doc.ends[last - 1] : doc.sentences[sentence][1]]
