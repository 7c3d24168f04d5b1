"""Judges candidates in their context with fitted linear weights; needs no scikit-learn.

A tagger is a JSON file of weights, one table per template ("word before", "next two words", ...).
The sum of the weights that apply is the log-odds that a trained annotator would mark the words.
Names and numbers are placeholders in every template, so no outlet or person can be learnt.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Any, NamedTuple

from scoring.article import FAMILY_OF, Evidence
from scoring.document import Document
from scoring.lexicon import Candidate, load_lexicon
from scoring.taggers.contexts import PRIOR, Pair, fill
from scoring.taggers.proposing import AFTER_QUOTATION, propose, propose_counted
from scoring.taggers.reading import read_if_shipped
from scoring.taggers.sentences import JudgedSentence, judge_sentences
from scoring.taggers.tagger import Tagger, read_settled, reader_of
from scoring.taggers.words import (
    AUXILIARIES,
    BE,
    DETERMINERS,
    EDGE,
    NAME,
    NUMBER,
    PRONOUNS,
    masked_forms,
)

__all__ = [
    "AFTER_QUOTATION",
    "AUXILIARIES",
    "BE",
    "DETERMINERS",
    "EDGE",
    "FORMAT",
    "NAME",
    "NUMBER",
    "PRIOR",
    "PRONOUNS",
    "Judged",
    "JudgedSentence",
    "Pair",
    "Tagger",
    "describe",
    "judge",
    "judge_sentences",
    "load_tagger",
    "masked_forms",
    "propose",
    "propose_counted",
    "tag",
    "to_evidence",
]
FORMAT = 1


class Judged(NamedTuple):
    """A candidate that passed, with its probability."""

    first: int
    last: int
    note: str
    probability: float


def describe(doc: Document, candidates: Sequence[Candidate], kind: str) -> list[list[Pair]]:
    """Template and value pairs that the tagger of a kind looks at, of each candidate."""
    templates, read = reader_of(kind)
    return fill(templates, read(doc, candidates)) if candidates else []


def judge(doc: Document, kind: str, *, min_probability: float | None = None) -> list[Judged]:
    """Candidates of a kind in counted prose whose probability reaches `min_probability`.

    Kinds without a fitted tagger take the precision measured on their word list as the probability
    of every hit, and so do entries of a user's own, which no tagger has seen. The default threshold is
    the one on the tagger's card (0 for plain lists and a user's own entries).
    """
    tagger = load_tagger(kind)
    floor = min_probability if min_probability is not None else (tagger.threshold if tagger else 0.0)
    found = []
    for candidate, probability in doc.once(f"judged {kind}", partial(_judge_all, kind)):
        own = candidate.precision is not None
        if probability >= floor or (own and min_probability is None):
            found.append(Judged(candidate.first, candidate.last, candidate.note, probability))
    return found


def _judge_all(kind: str, doc: Document) -> list[tuple[Candidate, float]]:
    """Every candidate in counted prose with its probability, found once per document."""
    tagger = load_tagger(kind)
    plain = load_lexicon().lists[kind].precision if tagger is None else 0.0
    found = propose_counted(doc, kind)
    if tagger is None:
        return [(item, plain if known is None else known) for item, known in found]
    judged = iter(tagger.judge(doc, [item for item, known in found if known is None]))
    return [(item, next(judged) if known is None else known) for item, known in found]


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
    return read_if_shipped(kind, partial(_make_tagger, kind), expected=FORMAT)


def _make_tagger(kind: str, data: dict[str, Any]) -> Tagger:
    weights = {
        template: {value: float(w) for value, w in t.items()} for template, t in data["weights"].items()
    }
    settled = read_settled(data.get("settled", {}))
    return Tagger(kind, float(data["intercept"]), float(data["threshold"]), weights, settled)
