"""Paragraphs first, then sentences inside them: headings and bullets end sentences too."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from scoring.article import Span
from scoring.cleaning import ends_sentence, is_wrapped, iterate_blocks
from scoring.document.words import ABBREVIATIONS, BEFORE_NUMBERS, OPENERS, TITLES

_BULLET = re.compile(r"\s*(?:[•·▪‣◦*–—-]|\(?\d{1,2}[.)]|[a-z]\))(?:\s+|$)")
_BREAK = re.compile(r"(?<![.!?…])([.!?…]++)([\"'”’»)\]]*)(\s+|(?=[A-Z“„\"‘`]))|(?<=[a-z]{2}):(?=[A-Z][a-z])")
_CAPITALS = re.compile(r"(?:[A-Z][A-Z'’]*\s+){2,9}(?=[A-Z][a-z]+\s+[a-z])")
"""Words in capitals before one with an opening capital ("WHAT HAPPENS NEXT The council")."""
_LAST_WORD = re.compile(r"[\w.]+$")
_NEXT_WORD = re.compile(r"[\"'“‘„«`(\[]{0,9}(\w{0,30})")
_WORD_BACK = 24
HEADING_WORDS = 15
_TITLE_WORDS = 25


def find_paragraphs(text: str, furniture: Sequence[Span]) -> list[Span]:
    """Spans of paragraphs; a line break inside a hard-wrapped paragraph does not end it.

    A single line break is soft if the lines of its block are just what wrapping at one width
    gives (no next word would have fitted), or if the next line goes on in lower case.
    """
    marked = {start for start, _ in furniture}
    paragraphs: list[Span] = []
    for block in iterate_blocks(text):
        wrapped = is_wrapped(text, block)
        listed = len(block) < 3 or _BULLET.match(text, *block[0]) is not None
        for i, (start, end) in enumerate(block):
            apart = i == 0 or start in marked or paragraphs[-1][0] in marked
            if not apart and _goes_on(text, paragraphs[-1], (start, end), wrapped=wrapped, listed=listed):
                paragraphs[-1] = (paragraphs[-1][0], end)
            else:
                paragraphs.append((start, end))
    return paragraphs


def _goes_on(text: str, paragraph: Span, line: Span, *, wrapped: bool, listed: bool) -> bool:
    """Whether a line goes on with the paragraph before it in its block.

    A dash or number that wrapping has brought to the front of a line is no bullet, unless the
    block is a list.
    """
    ends = ends_sentence(text, paragraph)
    if _BULLET.match(text, *line):
        return wrapped and not listed and not ends
    return wrapped or (text[line[0]].islower() and not ends)


def find_sentences(text: str, paragraphs: Sequence[Span], glued: Sequence[int]) -> list[Span]:
    """Spans of sentences in reading order, trimmed, none across a paragraph or a glued heading."""
    sentences: list[Span] = []
    for start, end in paragraphs:
        inside = glued[bisect_right(glued, start) : bisect_left(glued, end)]
        breaks = [*_breaks(text, start, end)]
        cuts = sorted({*breaks, *inside, *_end_capitals(text, [start, *breaks], end)})
        for left, right in zip([start, *cuts], [*cuts, end], strict=True):
            piece = text[left:right]
            if piece and not piece.isspace():
                first = left + len(piece) - len(piece.lstrip())
                sentences.append((first, left + len(piece.rstrip())))
    return sentences


def _breaks(text: str, start: int, end: int) -> Iterator[int]:
    for match in _BREAK.finditer(text, start, end):
        if match.end() < end and _is_break(text, start, match):
            yield match.end()


def _end_capitals(text: str, begins: Sequence[int], end: int) -> Iterator[int]:
    """Where a heading in capitals at the start of a sentence ends that no line break sets apart.

    Such a heading holds a small word, and one that opens sentences follows it.
    """
    for begin in begins:
        match = _CAPITALS.match(text, begin, end)
        if match:
            after = _NEXT_WORD.match(text, match.end())
            small = not OPENERS.isdisjoint(match.group().lower().split())
            if small and after and after.group(1).lower() in OPENERS:
                yield match.end()


def _is_break(text: str, start: int, match: re.Match[str]) -> bool:
    if match.group(1) is None:
        return True
    stop, closing, space = match.groups()
    after = _NEXT_WORD.match(text, match.end())
    following = after.group(1) if after else ""
    if following[:1].islower() and not following[1:2].isupper():
        return False
    before = _LAST_WORD.search(text, max(start, match.start() - _WORD_BACK), match.start())
    word = before.group().lower() if before else ""
    if not space:
        return _is_glued_stop(text, match, word, following)
    if stop != "." or closing:
        return True
    if word.isdigit() and match.start() - len(word) == start:
        return False
    return not _is_abbreviation(word, following)


def _is_abbreviation(word: str, following: str) -> bool:
    """Whether the full stop after a word belongs to the word, seen what follows it."""
    if word in BEFORE_NUMBERS:
        return following[:1].isdigit()
    if word in TITLES:
        return True
    short = "." in word or (len(word) == 1 and word.isalpha() and word != "i")
    return (short or word in ABBREVIATIONS) and following.lower() not in OPENERS


def _is_glued_stop(text: str, match: re.Match[str], word: str, following: str) -> bool:
    """A full stop with no space after it ("models.The Response") ends a sentence between words."""
    if match.group(2) and text[match.end()] in '"“‘':
        return False
    capitals = following[1:2].isupper()
    return len(word) > 1 and "." not in word and not capitals and len(following) > 1


def is_heading(text: str, sentence: Span, paragraphs: set[Span], words: int) -> bool:
    """A paragraph of one short sentence without a full stop, or a title glued to what follows."""
    start, end = sentence
    if not words or text[end - 1] in '.!;,”"' or _BULLET.match(text, start, end):
        return False
    if (start, end) in paragraphs and text[end - 1] != ":":
        return not text[start].islower() and (
            words <= HEADING_WORDS or (words <= _TITLE_WORDS and _is_title_case(text[start:end]))
        )
    closes = text[end - 1].isalnum() or (start, end) in paragraphs
    return words <= HEADING_WORDS and closes and _is_title_case(text[start:end])


def _is_title_case(line: str) -> bool:
    words = [word for word in line.split() if len(word) > 3]
    return len(words) > 1 and sum(word[0].isupper() for word in words) / len(words) > 0.7
