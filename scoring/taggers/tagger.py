"""The weights of a tagger, arranged so that a candidate costs a look-up for each part of its context."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import repeat

from scoring.document import Document
from scoring.lexicon import Candidate
from scoring.taggers.contexts import (
    MANY,
    NARROW,
    WIDE,
    Context,
    describe_phrase,
    read_context,
    read_widely,
)
from scoring.taggers.rules import weigh_rules
from scoring.taggers.senses import SENSED, read_hedge
from scoring.taggers.speech import SPEECH, read_speech

WIDELY = frozenset({"hedge", "loaded"})
"""Kinds whose taggers look at the clause around a candidate, and at its shape and lists."""
_REMEMBERED = 1 << 14
"""Phrases kept in memory at most, more than the word lists hold; then all are forgotten."""
_FARTHEST = 30.0
"""Log-odds beyond which a probability would round to 0 or 1."""
_PHRASE = frozenset(describe_phrase(""))
Table = dict[str, float]
_Nested = Mapping[str, Table]
_OfPhrase = tuple[float, Sequence[str], Sequence[Table]]
"""The weight of a phrase by itself, the parts looked up for it, and the tables in which they are."""
_ZEROS = repeat(0.0)
"""The weights of values that stand in no table."""
_Read = Callable[[Document, Candidate], Context]


def reader_of(kind: str) -> tuple[Sequence[str], _Read]:
    """The templates of a kind, and the function that reads their parts."""
    if kind == "attribution":
        return SPEECH, read_speech
    if kind == "hedge":
        return SENSED, read_hedge
    return (WIDE, read_widely) if kind in WIDELY else (NARROW, read_context)


@dataclass(frozen=True, slots=True)
class Tagger:
    """Fitted weights of one kind: template to value to weight."""

    kind: str
    intercept: float
    threshold: float
    weights: Mapping[str, Table]

    _sums: _Sums = field(init=False, repr=False, compare=False)
    _read: _Read = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        templates, read = reader_of(self.kind)
        used = {template: self.weights[template] for template in templates if template in self.weights}
        object.__setattr__(self, "_sums", _Sums(used))
        object.__setattr__(self, "_read", read)

    def judge(self, doc: Document, candidate: Candidate) -> float:
        """P(a trained annotator would mark the candidate), in (0, 1)."""
        phrase, parts, many = self._read(doc, candidate)
        sums = self._sums
        alone, names, tables = sums.of_phrase(phrase)
        values = map(parts.__getitem__, names)
        total = self.intercept + alone + sum(map(dict.get, tables, values, _ZEROS))
        for first, second, nested in sums.pairs:
            row = nested.get(parts[first])
            if row:
                total += row.get(parts[second], 0.0)
        if self.kind in WIDELY:
            for part, table in sums.many:
                total += sum([table[value] for value in many[part] if value in table])
        total += weigh_rules(doc, candidate, self.kind)
        return 1.0 / (1.0 + math.exp(-max(-_FARTHEST, min(_FARTHEST, total))))


class _Sums:
    """Weights by what they hang on: on the phrase (with or without one more part), or on no phrase."""

    def __init__(self, weights: Mapping[str, Table]) -> None:
        self.pairs: list[tuple[str, str, _Nested]] = []
        self.many: list[tuple[str, Table]] = []
        self._singles: list[tuple[str, Table]] = []
        self._alone: list[tuple[str, Table]] = []
        self._joined: list[tuple[str, str, _Nested]] = []
        self._known: dict[str, _OfPhrase] = {}
        for template, table in weights.items():
            self._add(template, table)

    def _add(self, template: str, table: Table) -> None:
        first, _, second = template.partition("+")
        if template in MANY:
            self.many.append((template, table))
        elif not second:
            (self._alone if first in _PHRASE else self._singles).append((first, table))
        elif first in _PHRASE:
            self._joined.append((first, second, _nest(table, leads=True)))
        elif second in _PHRASE:
            self._joined.append((second, first, _nest(table, leads=False)))
        else:
            self.pairs.append((first, second, _nest(table, leads=True)))

    def of_phrase(self, phrase: str) -> _OfPhrase:
        """The weight of a phrase by itself, and the tables in which parts of its context are looked up."""
        known = self._known.get(phrase)
        if known is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            known = self._known[phrase] = self._arrange(phrase)
        return known

    def _arrange(self, phrase: str) -> _OfPhrase:
        parts = describe_phrase(phrase)
        alone = math.fsum(table.get(parts[part], 0.0) for part, table in self._alone)
        joined = [
            (other, nested[parts[part]]) for part, other, nested in self._joined if parts[part] in nested
        ]
        look_ups = [*self._singles, *joined]
        return alone, [part for part, _ in look_ups], [table for _, table in look_ups]


def _nest(table: Table, *, leads: bool) -> dict[str, Table]:
    """Of values joined by a space the phrase, to what it is joined with, to the weight.

    A value of several words is cut at each space in turn: which words are the phrase, only a phrase shows.
    """
    nested: dict[str, Table] = {}
    for value, weight in table.items():
        for at, char in enumerate(value):
            if char == " ":
                phrase, other = (value[:at], value[at + 1 :]) if leads else (value[at + 1 :], value[:at])
                nested.setdefault(phrase, {})[other] = weight
    return nested
