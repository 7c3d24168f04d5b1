"""Quotations: straight and curly, nested, continued over paragraphs; apostrophes are none."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from scoring.article import Span

_MARK = re.compile("[\"“”„«»‘’']")
_CLOSERS = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "'": "'"}
_SINGLE = "'‘"
_ELISIONS = re.compile(r"['’‘](?:em|til|tis|twas|cause|n|bout|\d0s|\d\d)\b", re.IGNORECASE)
_FEET_AND_INCHES = re.compile(r"\d['’′] ?\d{1,2}$")
_ENDS = re.compile(r"[.!?…,:—–-][’'\s]*$")
_LONGEST_SINGLE = 600
_DEEPEST = 6


@dataclass(slots=True)
class _Chain:
    """Quotations left open at the ends of paragraphs, and what is quoted inside those paragraphs."""

    mark: str = ""
    open: list[Span] = field(default_factory=list)
    inner: list[Span] = field(default_factory=list)


def find_quotations(text: str, paragraphs: Sequence[Span]) -> tuple[Span, ...]:
    """Outermost quoted spans without their marks, sorted.

    A quotation left open at a paragraph's end goes on only if the next paragraph opens with the
    same mark and the chain is closed in the end; any other mark without a partner is dropped.

    Examples
    --------
    >>> text = "“It's late,” she said."
    >>> [text[a:b] for a, b in find_quotations(text, [(0, len(text))])]
    ["It's late,"]
    """
    found: list[Span] = []
    chain = _Chain()
    for start, end in paragraphs:
        closed, tail = _scan(text, start, end)
        goes_on = bool(chain.open) and text[start] == chain.mark
        if goes_on and tail is not None and tail == start:
            chain.open.append((tail + 1, end))
            chain.inner += closed
            continue
        if goes_on and closed and closed[0][0] == start + 1:
            found += chain.open
            chain.inner = [span for span in chain.inner if span[0] < chain.open[0][0]]
        found += chain.inner
        if tail is None or not _ENDS.search(text, max(start, end - 4), end):
            chain = _Chain()
            found += closed
        else:
            chain = _Chain(text[tail], [(tail + 1, end)], closed)
    trimmed = (_trim(text, *span) for span in sorted([*found, *chain.inner]))
    return tuple(span for span in trimmed if span[1] > span[0])


def _trim(text: str, start: int, end: int) -> Span:
    inside = text[start:end]
    return start + len(inside) - len(inside.lstrip()), start + len(inside.rstrip())


def _scan(text: str, start: int, end: int) -> tuple[list[Span], int | None]:
    """Closed outermost quotations of a paragraph, and where one stands open at its end."""
    closed: list[Span] = []
    stack: list[tuple[str, int]] = []
    odd = text.count('"', start, end) % 2 == 1
    for match in _MARK.finditer(text, start, end):
        at, char = match.start(), match.group()
        if _is_apostrophe(text, at, char, start, end, stack) or _is_inch(text, at, char, start, odd):
            continue
        depth = next((i for i in range(len(stack) - 1, -1, -1) if char in _CLOSERS[stack[i][0]]), None)
        if depth is not None and _may_close(text, at, char, stack[depth], end):
            begin = stack[depth][1] + 1
            del stack[depth:]
            while closed and closed[-1][0] >= begin:
                closed.pop()
            closed.append((begin, at))
        elif char in _CLOSERS and _may_open(text, at, char, start, end):
            if stack and stack[-1][0] == char:
                stack.pop()
            if len(stack) < _DEEPEST:
                stack.append((char, at))
    return closed, next((at for mark, at in stack if mark not in _SINGLE), None)


def _is_inch(text: str, at: int, char: str, start: int, odd: bool) -> bool:
    """A straight mark after digits: always after feet, else where the paragraph's marks do not pair."""
    if char != '"' or not text[max(start, at - 1) : at].isdigit():
        return False
    return odd or _FEET_AND_INCHES.search(text, max(start, at - 5), at) is not None


def _is_apostrophe(text: str, at: int, char: str, start: int, end: int, stack: list[tuple[str, int]]) -> bool:
    if char not in "'’‘":
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before.isalnum() and after.isalnum():
        return True
    if char == "‘":
        return not before.isalnum() and after.isdigit() and _ELISIONS.match(text, at) is not None
    if _ELISIONS.match(text, at) and not before.isalnum():
        return True
    open_single = any(mark in _SINGLE for mark, _ in stack)
    return not open_single and (before.isalnum() or char == "’")


def _may_open(text: str, at: int, char: str, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if after.isspace():
        return char in "«“„"
    if char in "\"'":
        return not before.isalnum() and not (char == "'" and not after.isalnum() and after not in '“"')
    return True


def _may_close(text: str, at: int, char: str, opened: tuple[str, int], end: int) -> bool:
    _, begin = opened
    if at == begin + 1:
        return False
    if char in "'’" and at - begin > _LONGEST_SINGLE:
        return False
    after = text[at + 1] if at + 1 < end else " "
    if char in "'’":
        return not after.isalnum() and not _is_plural_possessive(text, at, end)
    return not (char == '"' and text[at - 1].isspace() and after.isalnum())


def _is_plural_possessive(text: str, at: int, end: int) -> bool:
    """ "the workers' plan'": a mark after s, with another closing mark to come in the sentence."""
    if text[at - 1] != "s" or not text[at + 1 : at + 2].isspace():
        return False
    rest = text[at + 1 : min(end, at + 200)]
    return re.search(r"[.,?!\w]['’](?!\w)", rest) is not None and "‘" not in rest
