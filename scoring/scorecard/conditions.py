"""Conditions on scorecards: "quality >= 60 and bias < 40", with words for what decided.

A condition is parsed with Python's own grammar and walked over a short list of allowed nodes;
nothing in it is ever executed.
"""

from __future__ import annotations

import ast
import math
import re
import warnings
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from typing import NoReturn

from scoring.article import SCORES
from scoring.errors import InputError
from scoring.scorecard.columns import CHOICES, Kind, Known, Value, list_columns
from scoring.scorecard.verdicts import (
    COMPARISONS,
    Test,
    Verdict,
    all_of,
    any_of,
    compare,
    contains,
    not_of,
    one_of,
)

MAX_LENGTH = 4000
MAX_DEPTH = 40
"""Characters and levels of brackets; a condition that a person wrote stays far below both."""

LANGUAGE = "Allowed: names of columns, numbers, texts in quotes, < <= > >= == != in, and, or, not, brackets."

SINGLE_EQUALS = 'with a single "=". To ask whether two are the same write "==", as in outlet == "..."'


@dataclass(frozen=True, slots=True)
class Condition:
    """A condition, ready to be asked; made by `parse_condition`."""

    text: str
    test: Test

    def decide(self, known: Known) -> Verdict:
        """Whether it holds for what is known of an article, and which comparisons decided.

        A comparison with something undefined is false; its reason says so.
        """
        return self.test(known)


def parse_condition(text: str, *, scores: Iterable[str] = SCORES) -> Condition:
    """Read a condition.

    Parameters
    ----------
    text : str
        Comparisons of columns of the codebook, scores (with ``_low`` and ``_high``), ``words``,
        ``status``, ``flags``, ``outlet``, ``title``, ``event``, ``url``, ``published`` or ``id``
        with numbers and quoted texts, joined by and, or, not and brackets. Letter case of texts
        does not matter.
    scores : iterable of str
        The names of a model's scores.

    Raises
    ------
    InputError
        Where the text is anything else: says at which character, what was found, what is allowed.

    Examples
    --------
    >>> verdict = parse_condition("quality >= 60 and bias < 40").decide({"quality": 48.2, "bias": 31.0})
    >>> verdict.holds, verdict.reasons
    (False, ('quality 48.2 is under 60',))
    """
    if len(text) > MAX_LENGTH:
        raise InputError(f"--where: {len(text):,} characters long. Allowed are {MAX_LENGTH:,}.")
    return Condition(text, _Reader(text, list_columns(scores)).read())


class _Reader:
    """Turns one text into a test, or says why not."""

    def __init__(self, text: str, columns: dict[str, Kind]) -> None:
        self.text = re.sub(r"\s", " ", text)
        self.columns = columns

    def read(self) -> Test:
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                body = ast.parse(self.text.strip(), mode="eval").body
        except SyntaxError as error:
            at = (error.offset or len(self.text.strip()) + 1) + self._indent()
            ends = error.msg == "invalid syntax" and at > len(self.text.rstrip())
            said = "it ends too early" if ends else error.msg
            hint = SINGLE_EQUALS if _has_single_equals(self.text) else f"({said}). {LANGUAGE}"
            raise InputError(f"--where, character {at}: cannot be read {hint}") from error
        except (ValueError, MemoryError, RecursionError) as error:
            raise InputError(f"--where: cannot be read (too deep, or no plain text). {LANGUAGE}") from error
        return self._test(body, 0)

    def _indent(self) -> int:
        return len(self.text) - len(self.text.lstrip())

    def _refuse(self, node: ast.AST, said: str) -> NoReturn:
        raise InputError(f"--where, character {self._place(node)}: {said}")

    def _place(self, node: ast.AST) -> int:
        """Position of a node in characters, from 1; the grammar counts bytes."""
        before = self.text.strip().encode()[: getattr(node, "col_offset", 0)]
        return self._indent() + len(before.decode(errors="ignore")) + 1

    def _said(self, node: ast.AST) -> str:
        found = ast.get_source_segment(self.text.strip(), node) or type(node).__name__
        flat = " ".join(found.split())
        return flat if len(flat) <= 60 else flat[:59] + "…"

    def _test(self, node: ast.expr, depth: int) -> Test:
        if depth > MAX_DEPTH:
            self._refuse(node, f"more than {MAX_DEPTH} levels deep. Say it with fewer brackets.")
        if isinstance(node, ast.BoolOp):
            tests = [self._test(value, depth + 1) for value in node.values]
            return all_of(tests) if isinstance(node.op, ast.And) else any_of(tests)
        if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
            return not_of(self._test(node.operand, depth + 1))
        if isinstance(node, ast.Compare):
            return self._compare(node)
        if isinstance(node, ast.Name):
            self._kind(node)
            self._refuse(node, f"{node.id} stands alone. Compare it, for example {self._example(node.id)}.")
        self._refuse(node, f"{self._said(node)!r} is not allowed here. {LANGUAGE}")

    def _example(self, name: str) -> str:
        return {"number": f"{name} > 1", "text": f'{name} == "..."'}.get(
            self.columns[name], f'"too_short" in {name}'
        )

    def _compare(self, node: ast.Compare) -> Test:
        """One comparison; of a chain (40 < bias < 60) each link."""
        sides = [node.left, *node.comparators]
        tests = [
            self._link(left, op, right, self._said(node))
            for left, op, right in zip(sides, node.ops, sides[1:], strict=False)
        ]
        return tests[0] if len(tests) == 1 else all_of(tests)

    def _link(self, left: ast.expr, op: ast.cmpop, right: ast.expr, clause: str) -> Test:
        if isinstance(op, ast.In | ast.NotIn):
            return self._membership(left, right, clause, wanted=isinstance(op, ast.In))
        if type(op) not in COMPARISONS:
            self._refuse(left, f"'is' compares nothing here. {LANGUAGE}")
        if not isinstance(left, ast.Name):
            flipped = {ast.Lt: ast.Gt, ast.LtE: ast.GtE, ast.Gt: ast.Lt, ast.GtE: ast.LtE}
            if not isinstance(right, ast.Name):
                self._refuse(left, f"{self._said(left)!r} is no name of a column. {LANGUAGE}")
            left, right, op = right, left, flipped.get(type(op), type(op))()
        kind = self._kind(left)
        if kind == "flags":
            self._refuse(
                left, f'{left.id} is a list. Ask "too_short" in {left.id}, or "too_short" not in it.'
            )
        if kind == "text" and left.id != "published" and not isinstance(op, ast.Eq | ast.NotEq):
            self._refuse(left, f"{left.id} is a text, which has no more or less. Allowed: == != in.")
        if isinstance(right, ast.Name):
            if self._kind(right) != kind:
                self._refuse(right, f"{left.id} is a {kind}, and {right.id} is not.")
            return compare(left.id, op, right.id, None, clause)
        return compare(left.id, op, "", self._literal(right, kind, left.id), clause)

    def _membership(self, left: ast.expr, right: ast.expr, clause: str, *, wanted: bool) -> Test:
        if isinstance(right, ast.Name):
            if self._kind(right) == "number":
                self._refuse(
                    right, f"{right.id} is a number; nothing can be in it. Allowed: < <= > >= == !=."
                )
            word = self._literal(left, "text", right.id)
            return contains(right.id, str(word), self.columns[right.id], clause, wanted)
        if not isinstance(left, ast.Name):
            self._refuse(left, f"{self._said(left)!r} is no name of a column. {LANGUAGE}")
        kind = self._kind(left)
        if kind == "flags":
            self._refuse(left, f'{left.id} is a list. Ask "too_short" in {left.id}.')
        if not isinstance(right, ast.Tuple | ast.List | ast.Set) or not right.elts:
            self._refuse(right, f'{self._said(right)!r} is no list. Write {left.id} in ("a", "b").')
        return one_of(left.id, [self._literal(one, kind, left.id) for one in right.elts], clause, wanted)

    def _kind(self, node: ast.Name) -> Kind:
        if node.id in self.columns:
            return self.columns[node.id]
        near = get_close_matches(node.id, self.columns, 3)
        advice = f"Did you mean {' or '.join(near)}?" if near else "`sourcegrade measures` lists the columns."
        self._refuse(node, f"no column is called {node.id!r}. {advice}")

    def _literal(self, node: ast.expr, kind: Kind, name: str) -> Value:
        minus = isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub)
        inner = node.operand if isinstance(node, ast.UnaryOp) and minus else node
        found = inner.value if isinstance(inner, ast.Constant) else None
        if kind == "number" and isinstance(found, int | float) and not isinstance(found, bool):
            number = _to_float(found)
            if math.isfinite(number):
                return -number if minus else number
        elif kind != "number" and isinstance(found, str) and not minus:
            if found.casefold() not in CHOICES.get(name, (found.casefold(),)):
                self._refuse(node, f"{name} never says {found!r}. Allowed: {', '.join(CHOICES[name])}.")
            return found
        wanted = "a number" if kind == "number" else 'a text in quotes, like "..."'
        self._refuse(node, f"{self._said(node)!r} cannot be compared with {name}. Expected {wanted}.")


def _has_single_equals(text: str) -> bool:
    """Whether a lone "=" stands outside quotation marks."""
    bare = re.sub(r"'[^']*'|\"[^\"]*\"", "", text)
    return re.search(r"(?<![<>=!:])=(?!=)", bare) is not None


def _to_float(number: float) -> float:
    try:
        return float(number)
    except OverflowError:
        return math.inf
