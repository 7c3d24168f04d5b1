"""Lines, the blocks that blank lines part them into, and hard wrapping."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scoring.article import Span

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_WRAP_WIDEST = 120
_WRAP_NARROWEST = 40


def iterate_lines(text: str) -> Iterator[Span]:
    """Spans of the lines that hold anything but white space."""
    for match in LINE.finditer(text):
        if not match.group().isspace():
            yield match.span()


def iterate_blocks(text: str) -> Iterator[list[Span]]:
    """Lines trimmed of white space, grouped by the blank lines between them."""
    block: list[Span] = []
    last_end = 0
    for start, end in iterate_lines(text):
        if block and len(_LINE_END.findall(text, last_end, start)) > 1:
            yield block
            block = []
        line = text[start:end]
        block.append((start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
        last_end = end
    if block:
        yield block


def is_wrapped(text: str, block: Sequence[Span]) -> bool:
    """Whether the lines of a block are just what wrapping at one width gives.

    That is so if on no line the next line's first word would have fitted. A line of one long word (an
    address) tells nothing of the width: wrapping leaves it whole.
    """
    if len(block) < 2 or max(end - start for start, end in block) < _WRAP_NARROWEST:
        return False
    width = max(_WRAP_NARROWEST, *(_width(text, span) for span in block))
    if width > _WRAP_WIDEST:
        return False
    for (start, end), (following, stop) in pairwise(block):
        word = text[following:stop].split(None, 1)[0]
        if end - start + 1 + len(word) <= width:
            return False
    return True


def _width(text: str, span: Span) -> int:
    """Characters of a line; 0 for a single word."""
    return span[1] - span[0] if len(text[slice(*span)].split(None, 1)) > 1 else 0


def join_wrapped(text: str, block: Sequence[Span]) -> Span | None:
    """The one line that a block was before it was wrapped; None where wrapping cannot explain it."""
    return (block[0][0], block[-1][1]) if is_wrapped(text, block) else None


def ends_sentence(text: str, span: Span) -> bool:
    """Whether a line closes with the mark of a full sentence, or with a colon or semicolon."""
    return _ENDS_SENTENCE.search(text[max(span[0], span[1] - 8) : span[1]]) is not None


def find_wrapped_prose(text: str, block: Sequence[Span]) -> range:
    """Lines that only look like furniture because hard wrapping cut a paragraph there.

    A last line after a full sentence may be furniture all the same, and so may either of two lines.
    """
    if not is_wrapped(text, block):
        return range(0)
    last_too = not ends_sentence(text, block[-2])
    return range(0 if len(block) > 2 else 1, len(block) if last_too else len(block) - 1)
