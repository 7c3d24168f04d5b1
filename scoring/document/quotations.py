"""Quotations: straight, curly, mixed and doubled, nested, continued over paragraphs; apostrophes are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from scoring.article import Span

_MARK = re.compile("[\"“”„«»‘’']")
_DOUBLED = re.compile("``|''|‘‘|’’")
_MARK_OR_DOUBLED = re.compile(f"{_DOUBLED.pattern}|{_MARK.pattern}")
_AS_ONE = {"``": "“", "''": '"', "‘‘": "“", "’’": "”"}
"""Two single marks typed for a double one."""

_CLOSERS = {"“": '”"“', "”": "”", "„": "“”", "«": "»", "‘": "’'", '"': '"”', "'": "'’"}
_DOUBLE = '"“”'
_SINGLE = "'‘"
_ELISIONS = re.compile(r"['’‘](?:em|til|tis|twas|cause|n|bout|\d0s|\d\d)\b", re.IGNORECASE)
_OWNED = re.compile(r"['’]s\b")
_FEET_AND_INCHES = re.compile(r"\d['’′] ?\d{1,2}$")
_ENDS = re.compile(r"[.!?…,:—–-][’'\s]*$")
_LONGEST_SINGLE = 600
_DEEPEST = 6


class _Mark(NamedTuple):
    """A mark (two single ones count as a double one) and where it stands."""

    char: str
    start: int
    end: int


@dataclass(slots=True)
class _Chain:
    """Quotations left open at the ends of paragraphs, and what is quoted inside those paragraphs."""

    open: list[Span] = field(default_factory=list)
    inner: list[Span] = field(default_factory=list)


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Outermost quoted spans without their marks, sorted.

    A quotation left open at a paragraph's end goes on only if the next paragraph opens with the
    same kind of mark and the chain is closed in the end; any other mark without a partner is dropped.
    A straight mark may close a curly one and the other way round.

    Examples
    --------
    >>> text = "“It's late,” she said."
    >>> [text[a:b] for a, b in find_quotations(text, [(0, len(text))])]
    ["It's late,"]
    """
    found: list[Span] = []
    chain = _Chain()
    doubled = len(_DOUBLED.findall(text)) > 1
    for start, end in paragraphs:
        closed, tail = _scan(text, start, end, doubled=doubled)
        goes_on = bool(chain.open) and _opens_chain(text, start)
        if goes_on and tail is not None and tail[0] == start:
            chain.open.append((tail[1], end))
            chain.inner += closed
            continue
        if goes_on and closed and closed[0][0] <= start + 2:
            found += chain.open
            chain.inner = [span for span in chain.inner if span[0] < chain.open[0][0]]
        found += chain.inner
        if tail is None or not _ENDS.search(text, max(start, end - 4), end):
            chain = _Chain()
            found += closed
        else:
            chain = _Chain([(tail[1], end)], closed)
    trimmed = (_trim(text, *span) for span in sorted([*found, *chain.inner]))
    return tuple(span for span in trimmed if span[1] > span[0])


def _opens_chain(text: str, start: int) -> bool:
    return text[start] in _DOUBLE or _DOUBLED.match(text, start) is not None


def _trim(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _scan(text: str, start: int, end: int, *, doubled: bool) -> tuple[list[Span], Span | None]:
    """Closed outermost quotations of a paragraph, and the mark that stands open at its end."""
    closed: list[Span] = []
    stack: list[_Mark] = []
    pattern = _MARK_OR_DOUBLED if doubled else _MARK
    odd = text.count('"', start, end) % 2 == 1
    for match in pattern.finditer(text, start, end):
        mark = _Mark(_AS_ONE.get(match.group(), match.group()), *match.span())
        if _is_apostrophe(text, mark, start, end, stack) or _is_inch(text, mark, start, odd):
            continue
        depth = next((i for i in range(len(stack) - 1, -1, -1) if mark.char in _CLOSERS[stack[i].char]), None)
        if depth is not None and _may_close(text, mark, stack[depth], end):
            begin = stack[depth].end
            del stack[depth:]
            while closed and closed[-1][0] >= begin:
                closed.pop()
            closed.append((begin, mark.start))
        elif mark.char in _CLOSERS and _may_open(text, mark, start, end):
            if stack and stack[-1].char == mark.char:
                stack.pop()
            if len(stack) < _DEEPEST:
                stack.append(mark)
    return closed, next(((mark.start, mark.end) for mark in stack if mark.char not in _SINGLE), None)


def _is_inch(text: str, mark: _Mark, start: int, odd: bool) -> bool:
    """A straight mark after digits: always after feet, else where the paragraph's marks do not pair."""
    at = mark.start
    if mark.char != '"' or not text[max(start, at - 1) : at].isdigit():
        return False
    return odd or _FEET_AND_INCHES.search(text, max(start, at - 5), at) is not None


def _is_apostrophe(text: str, mark: _Mark, start: int, end: int, stack: list[_Mark]) -> bool:
    at, char = mark.start, mark.char
    if char not in "'’‘":
        return False
    before, after = _around(text, mark, start, end)
    if char == "‘":
        return not before.isalnum() and after.isdigit() and _ELISIONS.match(text, at) is not None
    if _ELISIONS.match(text, at) and not before.isalnum():
        return True
    if before in ".)" and _OWNED.match(text, at, end):
        return True
    open_single = any(other.char in _SINGLE for other in stack)
    return not open_single and (before.isalnum() or char == "’")


def _may_open(text: str, mark: _Mark, start: int, end: int) -> bool:
    char = mark.char
    before, after = _around(text, mark, start, end)
    if after.isspace():
        return char in "«“„" and not before.isalnum()
    if char == "”":
        return (before.isspace() or before in "([—–") and (after.isalnum() or after in _SINGLE)
    if char in "\"'":
        return not before.isalnum() and not (char == "'" and not after.isalnum() and after not in '“"')
    return True


def _may_close(text: str, mark: _Mark, opened: _Mark, end: int) -> bool:
    at, char = mark.start, mark.char
    if at == opened.end:
        return False
    if char in "'’" and at - opened.start > _LONGEST_SINGLE:
        return False
    before, after = _around(text, mark, opened.end, end)
    if char in "'’":
        return not after.isalnum() and not _is_plural_possessive(text, at, end)
    if char == "“" and opened.char == "“":
        return not before.isspace() and not after.isalnum() and at - opened.start < _LONGEST_SINGLE
    return not (char == '"' and before.isspace() and after.isalnum())


def _around(text: str, mark: _Mark, start: int, end: int) -> tuple[str, str]:
    """The characters beside a mark; spaces at the ends of a paragraph."""
    before = text[mark.start - 1] if mark.start > start else " "
    return before, text[mark.end] if mark.end < end else " "


def _is_plural_possessive(text: str, at: int, end: int) -> bool:
    """ "the workers' plan'": a mark after s, with another closing mark to come in the sentence."""
    if text[at - 1] != "s" or not text[at + 1 : at + 2].isspace():
        return False
    rest = text[at + 1 : min(end, at + 200)]
    return re.search(r"[.,?!\w]['’](?!\w)", rest) is not None and "‘" not in rest
