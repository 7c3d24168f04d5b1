"""Judges candidates in their context with fitted linear weights; needs no scikit-learn.

A tagger is a JSON file of weights, one table per template ("word before", "next two words", ...).
The sum of the weights that apply is the log-odds that a trained annotator would mark the words.
Names and numbers are placeholders in every template, so no outlet or person can be learnt.
"""

from __future__ import annotations

import json
import math
import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from scoring.artefacts import find_tagger, list_taggers
from scoring.article import FAMILY_OF, Evidence
from scoring.cleaning import INVISIBLE
from scoring.document import Document
from scoring.errors import ModelError
from scoring.lexicon import Candidate, find_candidates, load_lexicon

FORMAT = 1
NAME, NUMBER, EDGE = "<name>", "<number>", "<edge>"
PRONOUNS = frozenset(
    "i he she they we you it who which that this these those everyone someone nobody".split()
)
AUXILIARIES = frozenset(
    """is are was were be been being has have had do does did will would can could may might must
    should""".split()
)
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any no each every".split()
)
_FARTHEST = 30.0
"""Log-odds beyond which a probability would round to 0 or 1."""
_QUOTES = dict.fromkeys("\"“”‘’'«»", "”")


@dataclass(frozen=True, slots=True)
class Tagger:
    """Fitted weights of one kind: template to value to weight."""

    kind: str
    intercept: float
    threshold: float
    weights: Mapping[str, Mapping[str, float]]

    def judge(self, doc: Document, candidate: Candidate) -> float:
        """P(a trained annotator would mark the candidate), in (0, 1)."""
        total, weights = self.intercept, self.weights
        for template, value in describe_context(doc, candidate):
            if template in weights:
                total += weights[template].get(value, 0.0)
        return 1.0 / (1.0 + math.exp(-max(-_FARTHEST, min(_FARTHEST, total))))


@dataclass(frozen=True, slots=True)
class Judged:
    """A candidate that passed, with its probability."""

    first: int
    last: int
    note: str
    probability: float


def judge(doc: Document, kind: str, *, min_probability: float | None = None) -> list[Judged]:
    """Candidates of a kind in counted prose whose probability reaches `min_probability`.

    Kinds without a fitted tagger take the precision measured on their word list as the probability
    of every hit. The default threshold is the one on the tagger's card (0 for plain lists).
    """
    tagger = load_tagger(kind)
    floor = min_probability if min_probability is not None else (tagger.threshold if tagger else 0.0)
    plain = load_lexicon().lists[kind].precision if tagger is None else 0.0
    found = []
    for candidate in find_candidates(doc)[kind]:
        if doc.is_counted(candidate.first):
            probability = tagger.judge(doc, candidate) if tagger else plain
            if probability >= floor:
                found.append(Judged(candidate.first, candidate.last, candidate.note, probability))
    return found


def tag(doc: Document, kind: str, *, min_probability: float | None = None) -> list[Evidence]:
    """The same as evidence, with the voice that typography shows."""
    return [to_evidence(doc, kind, judged) for judged in judge(doc, kind, min_probability=min_probability)]


def to_evidence(doc: Document, kind: str, judged: Judged) -> Evidence:
    """Offsets and voice of judged words."""
    start, end = doc.starts[judged.first], doc.ends[judged.last - 1]
    probability = round(judged.probability, 4)
    return Evidence(start, end, FAMILY_OF[kind], kind, probability, doc.voice_at(start), judged.note)


@lru_cache(maxsize=32)
def load_tagger(kind: str) -> Tagger | None:
    """The shipped tagger of a kind, or None where no annotated corpus exists.

    Raises
    ------
    ModelError
        If the file is damaged or of another format.
    """
    if kind not in list_taggers():
        return None
    path = find_tagger(kind) / "weights.json"
    try:
        data = json.loads(path.read_text(encoding="utf-8"))
        if data["format"] != FORMAT:
            raise ModelError(
                f"tagger {kind}: {path.name} has format {data['format']}, {FORMAT} expected. "
                "Refit with `make models`."
            )
        weights = {
            template: {value: float(w) for value, w in t.items()} for template, t in data["weights"].items()
        }
        return Tagger(kind, float(data["intercept"]), float(data["threshold"]), weights)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ModelError(
            f"tagger {kind}: {path.name} cannot be read ({error!r}). Refit with `make models`."
        ) from error


def masked_forms(doc: Document) -> Sequence[str]:
    """The folded words with names and numbers as placeholders, found once per document."""
    return doc.once("masked", _mask)


def _mask(doc: Document) -> list[str]:
    masked = [NUMBER if form[0].isdigit() else form for form in doc.forms]
    for name in doc.names:
        for i in range(name.first, name.last):
            masked[i] = NAME
    return masked


def describe_context(doc: Document, candidate: Candidate) -> list[tuple[str, str]]:
    """Template and value pairs that describe a candidate and the words around it."""
    words, forms, starts, ends = masked_forms(doc), doc.forms, doc.starts, doc.ends
    first, last = candidate.first, candidate.last
    sentence = doc.sentence_of[first]
    low, high = doc.first_token[sentence], doc.first_token[sentence + 1]
    phrase = forms[first] if last - first == 1 else " ".join(forms[first:last])
    before = words[first - 1] if first > low else EDGE
    before2 = words[first - 2] if first - 1 > low else EDGE
    after = words[last] if last < high else EDGE
    after2 = words[last + 1] if last + 1 < high else EDGE
    start, end = starts[first], ends[last - 1]
    mark_before = _mark(doc.text[ends[first - 1] : start]) if first > low else ""
    mark_after = _mark(doc.text[end : starts[last] if last < high else doc.sentences[sentence][1]])
    before_class, suffix, voice = _class(before), phrase[-3:], doc.voice_at(start)
    return [
        ("phrase", phrase),
        ("before", before),
        ("after", after),
        ("before2", before2),
        ("after2", after2),
        ("before+phrase", f"{before} {phrase}"),
        ("phrase+after", f"{phrase} {after}"),
        ("before2+before", f"{before2} {before}"),
        ("after+after2", f"{after} {after2}"),
        ("before class+phrase", f"{before_class} {phrase}"),
        ("before class+after class", f"{before_class} {_class(after)}"),
        ("suffix", suffix),
        ("suffix+before class", f"{suffix} {before_class}"),
        ("mark before", mark_before),
        ("mark after", mark_after),
        ("mark after+phrase", f"{mark_after} {phrase}"),
        ("voice", voice),
        ("voice+phrase", f"{voice} {phrase}"),
        ("place", "heading" if sentence in doc.headings else _place(first - low, high - last)),
        ("quote near", _quote_near(doc, sentence, start, voice)),
        ("that near", str("that" in words[last : min(high, last + 5)])),
        ("capital", str(doc.text[start].isupper() and first > low)),
        ("note", candidate.note),
    ]


@lru_cache(maxsize=65536)
def _class(word: str) -> str:
    if word in (NAME, NUMBER, EDGE):
        return word
    if word in PRONOUNS:
        return "<pronoun>"
    if word in AUXILIARIES:
        return "<auxiliary>"
    if word in DETERMINERS:
        return "<determiner>"
    if word == "to" or word == "not":
        return word
    return word[-2:]


@lru_cache(maxsize=4096)
def _mark(gap: str) -> str:
    """The punctuation between two words, quotation marks folded together."""
    marks = {_QUOTES.get(char, char) for char in INVISIBLE.sub("", gap) if not char.isspace()}
    return "".join(sorted(marks))[:3]


def _place(before: int, after: int) -> str:
    return f"{'start' if before < 3 else 'middle'} {'end' if after < 3 else 'middle'}"


def _quote_near(doc: Document, sentence: int, offset: int, voice: str) -> str:
    """Where a quotation stands in the candidate's sentence: around, before and after it, as three bits."""
    start, end = doc.sentences[sentence]
    opening, closing = doc.once("marks", _find_marks)
    before = bisect_left(closing, start) < bisect_left(closing, offset)
    after = bisect_left(opening, offset) < bisect_left(opening, end)
    return f"{voice == 'quoted':d}{before:d}{after:d}"


def _find_marks(doc: Document) -> tuple[list[int], list[int]]:
    """Offsets of the marks that may open and that may close a quotation."""
    marks = [(match.start(), match.group()) for match in re.finditer('[“”"]', doc.text)]
    return [at for at, char in marks if char != "”"], [at for at, char in marks if char != "“"]
