"""Quotations: straight and curly, nested, continued over paragraphs; apostrophes are none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scoring.article import Span

_MARK = re.compile("[\"“”„«»‘’']")
_CLOSERS = {"“": "”", "„": "“”", "«": "»", "‘": "’", '"': '"', "'": "'"}
_OPENERS = frozenset(_CLOSERS)
_ELISIONS = re.compile(r"['’](?:em|til|tis|twas|cause|n|bout|\d0s|\d\d)\b", re.IGNORECASE)
_LONGEST_SINGLE = 600


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
    chain: list[Span] = []
    mark = ""
    for start, end in paragraphs:
        if chain and text[start] != mark:
            chain, mark = [], ""
        closed, tail, opener = _scan(text, start, end)
        if chain and (closed[:1] and closed[0][0] == start + 1):
            found += chain
            chain, mark = [], ""
        found += closed
        if tail is not None and (not chain or tail[0] == start + 1):
            chain, mark = [*chain, tail], opener
        else:
            chain, mark = [], ""
    return tuple(sorted(span for span in found if span[1] > span[0]))


def _scan(text: str, start: int, end: int) -> tuple[list[Span], Span | None, str]:
    """Closed outermost quotations of a paragraph, what is open at its end, and its mark."""
    closed: list[Span] = []
    stack: list[tuple[str, int]] = []
    for match in _MARK.finditer(text, start, end):
        at, char = match.start(), match.group()
        if _is_apostrophe(text, at, char, start, end, stack):
            continue
        depth = next((i for i in range(len(stack) - 1, -1, -1) if char in _CLOSERS[stack[i][0]]), None)
        if depth is not None and _may_close(text, at, char, stack[depth], end):
            begin = stack[depth][1] + 1
            del stack[depth:]
            if not any(mark not in "'‘" for mark, _ in stack):
                closed = [span for span in closed if span[0] < begin]
                closed.append((begin, at))
        elif char in _OPENERS and _may_open(text, at, char, start, end):
            stack.append((char, at))
    doubles = [(mark, at) for mark, at in stack if mark not in "'‘"]
    if not doubles:
        return closed, None, ""
    mark, at = doubles[0]
    return [span for span in closed if span[0] <= at or at != start], (at + 1, end), mark


def _is_apostrophe(text: str, at: int, char: str, start: int, end: int, stack: list[tuple[str, int]]) -> bool:
    if char not in "'’":
        return False
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before.isalnum() and after.isalnum():
        return True
    if _ELISIONS.match(text, at) and not before.isalnum():
        return True
    open_single = any(mark in "'‘" for mark, _ in stack)
    return not open_single and (before.isalnum() or char == "’")


def _may_open(text: str, at: int, char: str, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if after.isspace():
        return False
    if char in "\"'":
        return not before.isalnum() and not (char == "'" and not after.isalnum() and after not in "“\"")
    return True


def _may_close(text: str, at: int, char: str, opened: tuple[str, int], end: int) -> bool:
    mark, begin = opened
    if at == begin + 1:
        return False
    if char in "'’" and at - begin > _LONGEST_SINGLE:
        return False
    after = text[at + 1] if at + 1 < end else " "
    if char in "'’":
        return not after.isalnum() and not _is_plural_possessive(text, at, end)
    if char == '"' and text[at - 1].isspace() and after.isalnum():
        return False
    return True


def _is_plural_possessive(text: str, at: int, end: int) -> bool:
    """"the workers' plan'": a mark after s, with another closing mark to come in the sentence."""
    if text[at - 1] != "s" or text[at + 1 : at + 2] != " ":
        return False
    rest = text[at + 1 : min(end, at + 200)]
    return re.search(r"[.,?!\w]['’](?!\w)", rest) is not None and "‘" not in rest
