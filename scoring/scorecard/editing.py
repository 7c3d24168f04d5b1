"""Kinds of edits: in how many places of an article they can be made, and what its measures are afterwards.

The article's length is held, and what an edit would move besides the columns named is left as it is.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from scoring.article import Evidence
from scoring.model.preparing import WORDS

Values = dict[str, float]


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of an article: its measures (NaN where undefined), the reference's, the evidence."""

    values: Mapping[str, float]
    usual: Mapping[str, float]
    evidence: Sequence[Evidence]

    @property
    def words(self) -> float:
        """Words of counted prose."""
        return self.values[WORDS]

    def value(self, column: str, otherwise: float = 0.0) -> float:
        """A measure, or `otherwise` where it is undefined."""
        found = self.values[column]
        return otherwise if math.isnan(found) else found

    def number(self, column: str) -> int:
        """How many of what a rate counts stand in the article."""
        return round(self.value(column) * self.words / 100)

    def spans(self, kind: str, fits: Callable[[str], bool] = lambda note: True) -> list[int]:
        """Indices of the evidence of a kind in the outlet's voice whose note fits."""
        return [
            i
            for i, item in enumerate(self.evidence)
            if item.kind == kind and item.voice == "outlet" and fits(item.note)
        ]


Places = Callable[[Facts], list[int]]


def _nowhere(facts: Facts) -> list[int]:
    return []


def marked(kind: str, fits: Callable[[str], bool] = lambda note: True) -> Places:
    """Where the marks of a kind stand whose notes fit."""
    return lambda facts: facts.spans(kind, fits)


@dataclass(frozen=True, slots=True)
class Action:
    """What an editor can do about a column.

    `one` and `many` begin the sentence: {n} is the count, {words} the phrase of the first mark.
    `count` says in how many places it acts; where that is 0 it is not proposed. `after` gives the
    columns that it moves, `places` the indices of the evidence that shows where.
    """

    one: str
    many: str
    count: Callable[[Facts], int]
    after: Callable[[Facts], Values]
    places: Places = _nowhere


def remove(column: str, one: str, many: str, kind: str = "") -> Action:
    """An action that leaves none of what a rate or a count counts."""
    count = _count(column) if column.endswith("_count") else number_of(column)
    return Action(one, many, count, lambda facts: {column: 0.0}, marked(kind))


def lower(column: str, said: str) -> Action:
    """An action without a count that brings a column down to the reference's value."""

    def above(facts: Facts) -> int:
        return int(facts.value(column) > facts.usual[column])

    return Action(said, said, above, lambda facts: {column: facts.usual[column]})


def cut(column: str, one: str, many: str, places: Places) -> Action:
    """An action on marked passages that leaves none of a share of words."""
    return Action(one, many, lambda facts: len(places(facts)), lambda facts: {column: 0.0}, places)


def unstuff(column: str, one: str, many: str, fits: Callable[[str], bool], *, also: str = "") -> Action:
    """The same for phrases or words, marked wherever they stand; `also` falls to the reference's value."""
    places = marked("stuffed_phrase", fits)

    def count(facts: Facts) -> int:
        return len({facts.evidence[i].note for i in places(facts)})

    def after(facts: Facts) -> Values:
        near = {also: min(facts.value(also), facts.usual.get(also, 0.0))} if also else {}
        return {column: 0.0, **near}

    return Action(one, many, count, after, places)


def number_of(column: str) -> Callable[[Facts], int]:
    """How many of what a rate counts stand in the article."""
    return lambda facts: facts.number(column)


def _count(column: str) -> Callable[[Facts], int]:
    return lambda facts: round(facts.value(column))


def count_unnamed(column: str) -> Callable[[Facts], int]:
    """How many statements have vague or anonymous sources: their part of all unnamed ones."""

    def count(facts: Facts) -> int:
        both = facts.value("sourcing_vague_share") + facts.value("sourcing_anonymous_share")
        return round(facts.number("sourcing_unnamed_rate") * facts.value(column) / both) if both else 0

    return count


def name_sources(column: str) -> Callable[[Facts], Values]:
    """Statements of vague or anonymous sources become those of named ones."""
    count = count_unnamed(column)

    def after(facts: Facts) -> Values:
        moved = 100 * count(facts) / facts.words
        return {
            column: 0.0,
            "sourcing_unnamed_rate": max(0.0, facts.value("sourcing_unnamed_rate") - moved),
            "sourcing_attribution_rate": facts.value("sourcing_attribution_rate") + moved,
            "sourcing_identified_share": _add("sourcing_identified_share", column, facts),
        }

    return after


def _add(column: str, other: str, facts: Facts) -> float:
    return min(1.0, facts.value(column) + facts.value(other))


ROLES = marked("source", lambda note: note == "role")


def name_roles(facts: Facts) -> Values:
    """Sources known only by their office become named ones."""
    return {
        "sourcing_identified_share": _add("sourcing_identified_share", "sourcing_role_share", facts),
    }


def add_source(document: bool) -> Callable[[Facts], Values]:
    """One more statement, of a source that was not heard before and can be found."""

    def after(facts: Facts) -> Values:
        known, one = facts.number("sourcing_attribution_rate"), 100 / facts.words
        n = known + facts.number("sourcing_unnamed_rate")
        more = {"sourcing_identified_share": 1, "sourcing_document_share": int(document)}
        shares = (*more, "sourcing_anonymous_share", "sourcing_vague_share")
        found = {name: (facts.value(name) * n + more.get(name, 0)) / (n + 1) for name in shares}
        for name in ("sourcing_attribution_rate", "sourcing_source_rate"):
            found[name] = facts.value(name) + one
        if known > 1:
            same = facts.value("sourcing_same_source_share", math.nan)
            found["sourcing_same_source_share"] = same * (known - 1) / (known + 1)
        return found

    return after


def source_figures(facts: Facts) -> Values:
    """Every figure has a source."""
    return {"sourcing_unsourced_figure_rate": 0.0, "sourcing_sourced_figure_share": 1.0}


def count_unheard(facts: Facts) -> int:
    """How many sides are given no word and not asked."""
    return round(facts.value("stance_unheard_share") * facts.value("stance_side_count"))


def hear(facts: Facts) -> Values:
    """They are asked for an answer, and the article says so."""
    answers = 100 * count_unheard(facts) / facts.words
    return {
        "stance_unheard_share": 0.0,
        "stance_rebuttal_rate": facts.value("stance_rebuttal_rate") + answers,
    }


def reword(facts: Facts) -> Values:
    """The marked sentences become as plain as the reference; sentences from words and their length."""
    usual = facts.usual["stance_loaded_sentence_share"]
    sentences = facts.words / max(1.0, facts.value("language_sentence_words", facts.words))
    excess = sum(max(0.0, facts.evidence[i].probability - usual) for i in facts.spans("loaded_sentence"))
    before = facts.value("stance_loaded_sentence_share", usual)
    return {"stance_loaded_sentence_share": max(0.0, before - excess / max(1.0, sentences))}
