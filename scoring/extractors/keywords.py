"""Finds lists of search terms set out as text, and blocks of hashtags."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from scoring.article import Span
from scoring.document import Document

_COLON = re.compile("[:：]")
_SEPARATOR = r"\s*[,;|•·#]\s*"
_ITEM = r"(?:[^,;|•·#.!?]|[.](?=\w)){1,60}"
_LABEL = (
    r"(?:(?:meta|seo|focus|target|search|main|primary|secondary)\s+)?key\s?(?:words?|phrases?|terms?)|"
    r"(?:seo|search|target|focus)\s+(?:terms?|words?|phrases?|queries)|people\s+also\s+search(?:ed)?\s+for|"
    r"(?:related|popular)\s+search(?:es)?(?:\s+terms?)?"
)
_LABELLED = re.compile(
    rf"(?:(?<!\w)|(?<=[a-z.!?])(?-i:(?=[A-Z])))(?:{_LABEL})\s*(?:\([^)]{{0,30}}\))?\s*$", re.IGNORECASE
)
_ITEMS = re.compile(rf"\s*{_ITEM}(?:{_SEPARATOR}{_ITEM})+")
_LONGEST_LABEL = 70
_BARE = re.compile(r"[\w'’&+-]++(?:(?:\s*[,;|•·]\s*|\s+)[\w'’&+-]++)*+[\s,;|•·]*")
_BARE_ITEMS = 5
_BARE_WORDS = 5
_BARE_LONGEST = 1_000
_JOINING = frozenset(
    """and or but the which who he she it they we i you that this a an to by in on at of for from into
    over under down up with without one two three four five six half some no not""".split()
)
"""No search term begins with these; items of sentences, recipes and verses often do."""
_LOWER = 0.8
_SEVERAL = 0.5
_SHARED = 0.5
"""A bare list: five terms of five words at most, four of five in lower case and half of two words or more, or
half with a word in common; the 5,355 articles of four corpora hold no such line. Without the limit on length,
which bars lift, lines of a recipe ("flour, salt, butter") are lists of search terms too."""
_ITEM_WORDS = 8
_HASHTAGS = re.compile(r"(?:#\w+[\s,]*){3,}")
_SIGNED = re.compile(
    r"\s*(?:[—–-]{1,2}\s|pic\.twitter|https?:|a\s(?:photo|post|video)\s(?:posted|shared)\sby)", re.IGNORECASE
)
"""What follows a post of somebody else that an article shows; its hashtags are not the article's."""


def find_keyword_lists(doc: Document) -> Iterator[Span]:
    """Labelled lists of search terms, lines that are nothing but terms, blocks of hashtags at an end."""
    for i, (start, end) in enumerate(doc.paragraphs):
        if not _is_furniture(doc, start):
            if _is_bare(doc.text[start:end]):
                yield start, end
                continue
            yield from _find_labelled(doc.text, start, end)
            if "#" in doc.text[start:end]:
                yield from _find_hashtags(doc, i)


def _find_labelled(text: str, start: int, end: int) -> Iterator[Span]:
    """Labels with their items; the items of one end where the next label begins."""
    colons = (colon.span() for colon in _COLON.finditer(text, start, end))
    found = ((_LABELLED.search(text, max(start, at - _LONGEST_LABEL), at), after) for at, after in colons)
    labels = [(label.start(), after) for label, after in found if label]
    for (first, after), (stop, _) in pairwise([*labels, (end, end)]):
        items = _ITEMS.match(text, after, stop)
        terms = re.split(_SEPARATOR, items.group()) if items else []
        if items and all(len(term.split()) <= _ITEM_WORDS for term in terms):
            yield first, after + len(items.group().rstrip())


def _is_bare(line: str) -> bool:
    """Whether a line is nothing but search terms: no sentence, no list of names."""
    if len(line) > _BARE_LONGEST or not _BARE.fullmatch(line):
        return False
    terms = [term.split() for term in re.split(_SEPARATOR, line.strip(" ,;|•·")) if term]
    if len(terms) < _BARE_ITEMS or not all(1 <= len(term) <= _BARE_WORDS for term in terms):
        return False
    if any(term[0].lower() in _JOINING for term in terms):
        return False
    lower, several = sum(" ".join(term).islower() for term in terms), sum(len(term) > 1 for term in terms)
    words = Counter(word for term in terms for word in {word.lower() for word in term})
    plain = "|" in line or several >= _SEVERAL * len(terms)
    return (plain and lower >= _LOWER * len(terms)) or max(words.values()) >= _SHARED * len(terms)


def _find_hashtags(doc: Document, paragraph: int) -> Iterator[Span]:
    start, end = doc.paragraphs[paragraph]
    blocks = _HASHTAGS.finditer(doc.text, start, end)
    tags = next((block for block in blocks if block.end() == end), None)
    follows = doc.paragraphs[paragraph + 1][0] if paragraph + 1 < len(doc.paragraphs) else len(doc.text)
    if tags and not _SIGNED.match(doc.text, follows) and doc.voice_at(tags.start()) == "outlet":
        yield tags.start(), tags.end()


def _is_furniture(doc: Document, offset: int) -> bool:
    i = bisect_right(doc.boilerplate, (offset, len(doc.text))) - 1
    return i >= 0 and offset < doc.boilerplate[i][1]
