"""Paragraphs first, then sentences inside them: headings and bullets end sentences too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from scoring.article import Span
from scoring.cleaning import iterate_lines
from scoring.document.words import ABBREVIATIONS, OPENERS

_BULLET = re.compile(r"\s*(?:[•·▪‣◦*–—-]|\(?\d{1,2}[.)]|[a-z]\))\s+")
_TERMINAL = re.compile(r"[.!?:;…][\"'”’»)\]]*\s*$")
_BREAK = re.compile(r"([.!?…]+)([\"'”’»)\]]*)(\s+|(?=[A-Z“\"‘]))|(?<=[a-z]{2}):(?=[A-Z][a-z])")
_LAST_WORD = re.compile(r"[\w.]+$")
_NEXT_WORD = re.compile(r"[\"'“‘«(\[]*(\w*)")
_WRAP_WIDEST = 120
_WRAP_NARROWEST = 40
HEADING_WORDS = 15


def find_paragraphs(text: str, furniture: Sequence[Span]) -> list[Span]:
    """Spans of paragraphs; a line break inside a hard-wrapped paragraph does not end it.

    A single line break is soft if the lines of its block are just what wrapping at one width
    gives (no next word would have fitted), or if the next line goes on in lower case.
    """
    marked = {start for start, _ in furniture}
    paragraphs: list[Span] = []
    for block in _blocks(text):
        wrapped = _is_wrapped(text, block)
        for start, end in block:
            if paragraphs and (start, end) != block[0] and _goes_on(text, paragraphs[-1], (start, end), wrapped, marked):
                paragraphs[-1] = (paragraphs[-1][0], end)
            else:
                paragraphs.append((start, end))
    return paragraphs


def _blocks(text: str) -> list[list[Span]]:
    """Lines grouped by the blank lines between them, each trimmed of white space."""
    blocks: list[list[Span]] = []
    last_end = -1
    for start, end in iterate_lines(text):
        line = text[start:end]
        trimmed = (start + len(line) - len(line.lstrip()), start + len(line.rstrip()))
        gap = text[last_end:start] if blocks else "\n\n"
        if len(re.findall(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]", gap)) > 1:
            blocks.append([])
        blocks[-1].append(trimmed)
        last_end = end
    return blocks


def _is_wrapped(text: str, block: list[Span]) -> bool:
    if len(block) < 2:
        return False
    width = max(end - start for start, end in block)
    if not _WRAP_NARROWEST <= width <= _WRAP_WIDEST:
        return False
    following = [text[start:end].split(None, 1)[0] for start, end in block[1:]]
    lengths = [end - start for start, end in block[:-1]]
    return all(length + 1 + len(word) > width for length, word in zip(lengths, following, strict=True))


def _goes_on(text: str, paragraph: Span, line: Span, wrapped: bool, marked: set[int]) -> bool:
    if line[0] in marked or paragraph[0] in marked or _BULLET.match(text[line[0] : line[1]] + " "):
        return False
    ends = _TERMINAL.search(text[max(paragraph[0], paragraph[1] - 8) : paragraph[1]]) is not None
    return wrapped or (text[line[0]].islower() and not ends)


def find_sentences(text: str, paragraphs: list[Span], glued: Sequence[int]) -> list[Span]:
    """Spans of sentences in reading order, trimmed, none across a paragraph or a glued heading."""
    sentences: list[Span] = []
    for start, end in paragraphs:
        cuts = sorted({*_breaks(text, start, end), *(at for at in glued if start < at < end)})
        for left, right in zip([start, *cuts], [*cuts, end], strict=True):
            piece = text[left:right]
            if not piece.isspace() and piece:
                first = left + len(piece) - len(piece.lstrip())
                sentences.append((first, left + len(piece.rstrip())))
    return sentences


def _breaks(text: str, start: int, end: int) -> Iterator[int]:
    for match in _BREAK.finditer(text, start, end):
        if match.end() < end and _is_break(text, start, match):
            yield match.end()


def _is_break(text: str, start: int, match: re.Match[str]) -> bool:
    if match.group(1) is None:
        return True
    stop, closing, space = match.groups()
    after = _NEXT_WORD.match(text, match.end())
    following = after.group(1) if after else ""
    if following[:1].islower():
        return False
    before = _LAST_WORD.search(text, max(start, match.start() - 24), match.start())
    word = before.group().lower() if before else ""
    if not space:
        return _is_glued_stop(text, match, word, following)
    if stop == "." and not closing:
        if word.isdigit() and match.start() - len(word) == start:
            return False
        if "." in word or (len(word) == 1 and word.isalpha() and word != "i"):
            return following.lower() in OPENERS
        return word not in ABBREVIATIONS
    return True


def _is_glued_stop(text: str, match: re.Match[str], word: str, following: str) -> bool:
    """A full stop with no space after it ("models.The Response") ends a sentence between words."""
    if match.group(2) and text[match.end()] in "\"“‘":
        return False
    return len(word) > 1 and "." not in word and not following[1:2].isupper() and len(following) > 1


def is_heading(text: str, sentence: Span, paragraphs: set[Span], words: int) -> bool:
    """A paragraph of one short sentence without a full stop, or a title glued to what follows."""
    start, end = sentence
    if not 0 < words <= HEADING_WORDS or _BULLET.match(text[start:end]) or text[end - 1] in ".!;,”\"":
        return False
    if (start, end) in paragraphs:
        return not text[start].islower()
    return text[end - 1].isalnum() and _is_title_case(text[start:end])


def _is_title_case(line: str) -> bool:
    words = [word for word in line.split() if len(word) > 3]
    return len(words) > 1 and sum(word[0].isupper() for word in words) / len(words) > 0.7
