"""The weights of a tagger, arranged so that contexts cost a look-up for each of their parts."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import chain, combinations, pairwise, repeat
from operator import add
from typing import Any

from scoring.document import Document
from scoring.lexicon import Candidate
from scoring.taggers.contexts import (
    MANY,
    OWN,
    WIDE,
    Contexts,
    describe_phrase,
    list_parts,
    read_widely,
)
from scoring.taggers.hedges import SENSED, read_hedges
from scoring.taggers.reading import to_chance
from scoring.taggers.rules import weigh_rules
from scoring.taggers.speech import SPEECH, read_speech

_REMEMBERED = 1 << 14
"""Phrases kept in memory at most, more than the word lists hold; then all are forgotten."""
Value = str | tuple[str, ...]
"""Of one part, or of several."""
Table = dict[Value, float]
_Led = tuple[str, Mapping[str, Table]]
"""A part that hangs on the phrase, and for each of its values a table."""
_OfPhrase = tuple[Any, ...]
"""The weight of a phrase by itself, then the tables in which parts of its context are looked up."""
_ZEROS, _NONE = repeat(0.0), Table()
"""The weights of values that stand in no table, and one that holds none."""
_Read = Callable[[Document, Sequence[Candidate]], Contexts]


def reader_of(kind: str) -> tuple[Sequence[str], _Read]:
    """The templates of a kind, and the function that reads their parts."""
    if kind == "attribution":
        return SPEECH, read_speech
    return (SENSED, read_hedges) if kind == "hedge" else (WIDE, read_widely)


@dataclass(frozen=True, slots=True)
class Tagger:
    """Fitted weights of one kind: template to value to weight; and the log-odds of settled phrases.

    Those, each with its note, are judged alike wherever they stand, and their context is not read: "said", or
    words that hardly ever hand anything over ("report"). Only the rules may tell otherwise.
    """

    kind: str
    intercept: float
    threshold: float
    weights: Mapping[str, Mapping[str, float]]
    settled: Mapping[tuple[str, str], float] = field(default_factory=dict)

    _sums: _Sums = field(init=False, repr=False, compare=False)
    _read: _Read = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        templates, read = reader_of(self.kind)
        used = {template: self.weights[template] for template in templates if template in self.weights}
        object.__setattr__(self, "_sums", _Sums(used))
        object.__setattr__(self, "_read", read)

    def judge(self, doc: Document, candidates: Sequence[Candidate]) -> list[float]:
        """P(a trained annotator would mark it) of each candidate, in (0, 1)."""
        if not candidates:
            return []
        forms, settled = doc.forms, self.settled
        known = [
            settled.get((forms[first] if last - first == 1 else " ".join(forms[first:last]), note))
            for first, last, note, _ in candidates
        ]
        read = iter(self._add(doc, [c for c, odds in zip(candidates, known, strict=True) if odds is None]))
        odds = [next(read) if each is None else each for each in known]
        return list(map(to_chance, map(add, odds, weigh_rules(doc, candidates, self.kind))))

    def _add(self, doc: Document, candidates: Sequence[Candidate]) -> list[float]:
        """The log-odds of each candidate in its context, before the rules."""
        if not candidates:
            return []
        weights = self._sums.list_weights(self._read(doc, candidates))
        return [sum(each, self.intercept) for each in zip(*weights, strict=True)]


def read_settled(nested: Mapping[str, Mapping[str, float]]) -> dict[tuple[str, str], float]:
    """Settled phrases with their notes, from note to phrase to log-odds."""
    return {(phrase, note): float(odds) for note, table in nested.items() for phrase, odds in table.items()}


class _Sums:
    """Weights by what they hang on: a candidate's own words, parts of its context, or both."""

    def __init__(self, weights: Mapping[str, Mapping[str, float]]) -> None:
        self._own: list[tuple[Sequence[str], Mapping[str, float]]] = []
        self._plain: dict[Sequence[str], Table] = {}
        self._led: dict[Sequence[str], list[_Led]] = {}
        self._many: list[tuple[str, _Led]] = []
        self._merged: dict[Sequence[int], Table] = {}
        self._known: dict[tuple[str, str], _OfPhrase] = {}
        for template, table in weights.items():
            self._add(template, table)

    def _add(self, template: str, table: Mapping[str, float]) -> None:
        if template in MANY:
            self._many.append((template, _lead(table, (MANY[template], template), MANY[template])))
            return
        names = list_parts(template)
        own, others = [name for name in names if name in OWN], sorted(set(names).difference(OWN))
        if not others:
            self._own.append((own, table))
        elif own:
            self._led.setdefault(tuple(others), []).append(_lead(table, names, own[0]))
        else:
            self._plain[tuple(others)] = _lead(table, names, "")[1][""]

    def list_weights(self, contexts: Contexts) -> Iterator[Iterable[float]]:
        """Weights that apply to each context, a column for each part or pair of parts."""
        _, own, parts, many = contexts
        alone, *tables = zip(*[self._known.get(each) or self._arrange(each) for each in own], strict=True)
        yield alone
        for names, table in self._plain.items():
            if names not in self._led:
                yield map(table.get, _join(parts, names), _ZEROS)
        for names, found in zip(self._led, tables, strict=False):
            yield map(dict.get, found, _join(parts, names), _ZEROS)
        for (template, _), found in zip(self._many, tables[len(self._led) :], strict=True):
            yield map(_sum_known, found, many[template])

    def _arrange(self, phrase_and_note: tuple[str, str]) -> _OfPhrase:
        if len(self._known) >= _REMEMBERED:
            self._known.clear()
        own = describe_phrase(*phrase_and_note)
        alone = [table.get(" ".join([own[name] for name in names]), 0.0) for names, table in self._own]
        led = [
            [nested[own[name]] for name, nested in leads if own[name] in nested]
            for leads in self._led.values()
        ]
        plain = map(self._plain.get, self._led, repeat(_NONE))
        many = (nested.get(own[name] if name else "", _NONE) for _, (name, nested) in self._many)
        found = self._known[phrase_and_note] = (math.fsum(alone), *map(self._merge, plain, led), *many)
        return found

    def _merge(self, table: Table, others: Sequence[Table]) -> Table:
        """One table of the sums of several: one of them, if the rest are empty."""
        tables = [table, *others] if table else others
        if len(tables) < 2:
            return tables[0] if tables else _NONE
        key = tuple(map(id, tables))
        if key not in self._merged:
            merged: dict[Value, float] = defaultdict(float)
            for value, weight in chain.from_iterable(each.items() for each in tables):
                merged[value] += weight
            self._merged[key] = dict(merged)
        return self._merged[key]


def _join(parts: Mapping[str, Sequence[str]], names: Sequence[str]) -> Iterable[Value]:
    """A column of the values of one part, or of several."""
    return zip(*[parts[name] for name in names], strict=True) if len(names) > 1 else parts[names[0]]


def _lead(table: Mapping[str, float], names: Sequence[str], own: str) -> _Led:
    """A table of joined values, by the value of one of their parts ("": of none)."""
    others, nested = sorted(set(names) - {own, ""}), defaultdict[str, dict[Value, float]](dict)
    for value, weight in table.items():
        for values in _cut(value, len(names) - ("" in names)):
            found = dict(zip(filter(None, names), values, strict=True))
            key = tuple(found[name] for name in others)
            nested[found.get(own, "")][key if len(key) > 1 else key[0]] = weight
    return own, dict(nested)


def _cut(value: str, count: int) -> Iterator[Sequence[str]]:
    """Each way to cut a value of several parts at its spaces: which one is right only a context shows.

    Examples
    --------
    >>> list(_cut("said to him", 2))
    [['said', 'to him'], ['said to', 'him']]
    """
    words = value.split(" ")
    for cuts in combinations(range(1, len(words)), count - 1):
        yield [" ".join(words[low:high]) for low, high in pairwise((0, *cuts, len(words)))]


def _sum_known(table: Table, values: Iterable[str]) -> float:
    """The weights of those values, each once, that have one; in whatever order, their sum is the same."""
    known = table.keys() & values
    return math.fsum(map(table.__getitem__, known)) if known else 0.0
