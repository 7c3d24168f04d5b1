"""How a condition decides: comparisons of what is known of an article, each with a sentence that says why."""

from __future__ import annotations

import ast
import math
from collections.abc import Callable
from dataclasses import dataclass
from operator import eq, ge, gt, le, lt, ne
from typing import Any

from scoring.scorecard.columns import Kind, Known, Value

COMPARISONS: dict[type[ast.cmpop], tuple[Callable[[Any, Any], bool], str, str]] = {
    ast.Lt: (lt, "under {}", "{} or more"),
    ast.LtE: (le, "{} or less", "over {}"),
    ast.Gt: (gt, "over {}", "{} or less"),
    ast.GtE: (ge, "{} or more", "under {}"),
    ast.Eq: (eq, "{}", "not {}"),
    ast.NotEq: (ne, "not {}", "{}"),
}
"""What a comparison does, and the words for its being so and not being so."""
UNDEFINED = "{} is undefined"
"""The reason where there is nothing to compare with."""
_DIGITS = 15
"""Decimals that a double may need."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether a condition holds for a card, with the facts that decided.

    `reasons` are sentences; `clauses` are the comparisons behind them, as they were written.
    """

    holds: bool
    reasons: tuple[str, ...]
    clauses: tuple[str, ...]


Test = Callable[[Known], Verdict]


def all_of(tests: list[Test]) -> Test:
    """Every test holds."""
    return lambda known: _join([test(known) for test in tests], decisive=False)


def any_of(tests: list[Test]) -> Test:
    """At least one test holds."""
    return lambda known: _join([test(known) for test in tests], decisive=True)


def not_of(test: Test) -> Test:
    """The test does not hold; the facts stay the same."""

    def turn(known: Known) -> Verdict:
        found = test(known)
        return Verdict(not found.holds, found.reasons, found.clauses)

    return turn


def _join(found: list[Verdict], *, decisive: bool) -> Verdict:
    """Of "and" each part that fails decides, of "or" each that holds; where none does, all together do."""
    deciding = [verdict for verdict in found if verdict.holds is decisive]
    told = deciding or found
    reasons = dict.fromkeys(reason for verdict in told for reason in verdict.reasons)
    clauses = dict.fromkeys(clause for verdict in told for clause in verdict.clauses)
    return Verdict(bool(deciding) is decisive, tuple(reasons), tuple(clauses))


def compare(name: str, op: ast.cmpop, other: str, literal: Value, clause: str) -> Test:
    """A column against another column, or against a literal where `other` is empty."""
    measure, so, not_so = COMPARISONS[type(op)]

    def test(known: Known) -> Verdict:
        value, bound = known.get(name), known.get(other) if other else literal
        missing = next((key for key, one in ((name, value), (other, bound)) if is_undefined(one)), None)
        if missing is not None:
            return Verdict(False, (_say_undefined(missing, known),), (clause,))
        holds = measure(_fold(value), _fold(bound))
        shown, limit = _write_pair(value, bound)
        words = (so if holds else not_so).format(f"{other} {limit}".strip())
        return Verdict(holds, (f"{name} {shown} is {words}",), (clause,))

    return test


def one_of(name: str, wanted: list[Value], clause: str, is_in: bool) -> Test:
    """A column against a list of literals."""
    folded = {_fold(one) for one in wanted}

    def test(known: Known) -> Verdict:
        value = known.get(name)
        if is_undefined(value):
            return Verdict(False, (_say_undefined(name, known),), (clause,))
        found = _fold(value) in folded
        words = f"{name} {_write(value)} is {'' if found else 'not '}one of those listed"
        return Verdict(found is is_in, (words,), (clause,))

    return test


def contains(name: str, word: str, kind: Kind, clause: str, is_in: bool) -> Test:
    """Whether a word is among the flags, or part of a text."""

    def test(known: Known) -> Verdict:
        value = known.get(name)
        if is_undefined(value):
            return Verdict(False, (_say_undefined(name, known),), (clause,))
        found = word.casefold() in (value if isinstance(value, tuple) else str(value).casefold())
        if kind == "flags":
            said = f"flags {'include' if found else 'do not include'} {word}"
        else:
            said = f"{name} {_write(value)} {'contains' if found else 'does not contain'} {_write(word)}"
        return Verdict(found is is_in, (said,), (clause,))

    return test


def is_undefined(value: Value) -> bool:
    """Whether there is nothing to compare with: no value, or no number."""
    return value is None or (isinstance(value, float) and math.isnan(value))


def _say_undefined(name: str, known: Known) -> str:
    flags, withheld = known.get("flags"), known.get("withheld")
    if isinstance(flags, tuple) and isinstance(withheld, tuple) and flags and name in withheld:
        return f"{name} is withheld: {', '.join(flags)}"
    return UNDEFINED.format(name)


def _fold(value: Value) -> Any:
    return value.casefold() if isinstance(value, str) else value


def _write(value: Value) -> str:
    if isinstance(value, str):
        flat = " ".join(value.split())
        return f'"{flat if len(flat) <= 80 else flat[:79] + "…"}"'
    return _number(value, 1) if isinstance(value, float) else str(value)


def _number(value: float, digits: int) -> str:
    text = f"{value:.{digits}f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _write_pair(value: Value, bound: Value) -> tuple[str, str]:
    """Both sides with as many digits as it takes to see which is more."""
    if not (isinstance(value, float) and isinstance(bound, float)):
        return _write(value), _write(bound)
    for digits in range(1, _DIGITS):
        shown, limit = _number(value, digits), _number(bound, digits)
        if _order(float(shown), float(limit)) == _order(value, bound) and float(limit) == round(
            bound, _DIGITS
        ):
            return shown, limit
    return repr(value), repr(bound)


def _order(a: float, b: float) -> int:
    return (a > b) - (a < b)
