"""What a writing tool or a template left in an article, judged by where it stands.

The same words may be somebody's own ("the revised text will be voted on"), so a listed phrase
counts only in the place that its note names, and only in the outlet's voice it enters a measure.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import partial
from itertools import accumulate

from scoring.article import Evidence, Span
from scoring.document import Document
from scoring.extractors.places import is_in_place, paragraph_at
from scoring.taggers import tag

KIND = "template_residue"
_WRITING = r"(?:blog|article|post|text|draft|content|essay|piece|passage|story|paragraph)"
_LEAD_IN = re.compile(
    rf"""(?:\b|(?<=[a-z]))(?:here(?:\s+is|['’]s|\s+are)|below\s+is|i\s+have|i['’]ve)\s+
    (?:(?:the|your|a|an|my|this)\s+)?(?:[\w-]+,?\s+){{0,5}}?
    (?:version|rewrite|rewritten|draft|revision|paraphrase|summary|blog\s+post|{_WRITING})\b
    (?!\s+of\s+(?!(?:(?:the|your|this|my)\s+)?{_WRITING}))[^.!?:]{{0,60}}:""",
    re.IGNORECASE | re.VERBOSE,
)
_REWRITTEN = re.compile(
    r"polish|profession|rewrit|rewrote|revis|improv|paraphras|rephras|optimi[sz]|humani|\bseo\b|refin|expanded|shorten",
    re.IGNORECASE,
)
_LONGEST_LEAD_IN = 160
_BLANKS = {
    ("[", "{", "$"): re.compile(
        r"""\[(?:insert|add|enter|include)\s[^\[\]\n]{1,60}\]
        | \[(?:your|my)\s(?:\w+\s){0,2}(?:name|title|company|e-?mail|address|website|city|number)(?:\shere)?\]
        | \[(?:company|client|author|product|brand|first|last|full|recipient|publication|event)\sname\]
        | \{\{\s*[a-z][\w.\ |-]{0,40}\s*\}\} | (?<!\w)\$\{[a-z][\w.]{0,40}\} | \{[a-z]{2,}_[a-z_]{2,30}\}""",
        re.VERBOSE | re.IGNORECASE,
    ),
    ("[",): re.compile(
        r"\[(?:Name|NAME|Date|DATE|City|Location|City,\sState|Company|Placeholder|PLACEHOLDER)\]"
    ),
    ("TODO", "FIXME", "TKTK"): re.compile(r"\b(?:TODO|FIXME)\s?:|\bTKTK\b"),
    ("%",): re.compile(r"%%?[A-Z]{3,20}(?:_[A-Z]{2,20}){0,3}%%?(?!\w)"),
    ("oaicite", "oai_citation", "†", "turn0", "turn1", "utm_source"): re.compile(
        r":?contentReference\[oaicite:\d+\](?:\{index=\d+\})?|\boai_citation\b[:\w-]*"
        r"|\bturn\d+(?:search|news|view|image)\d+\b|【\d+(?::\d+)?†[^】\n]{0,60}】"
        r"|\butm_source=(?:chatgpt|openai|copilot|perplexity|gemini)(?:\.\w+)?"
    ),
}
"""Blanks that nobody filled in, and the marks by which tools cite pages; each behind the letters
without one of which it need not be searched."""
_DRAFT_TITLE = re.compile(r"[#*\s]*(?:title|headline|blog\stitle|h1)[*\s]*:(?=[*\s])", re.IGNORECASE)
_BOOK = re.compile(r"\s*(?:author|by|director|publisher|artist|genre)\b", re.IGNORECASE)
_PATTERN_PRECISION = 0.9
"""Cautious: almost none of 5,580 articles of the corpora, all older than such tools, holds one."""


def find_leftovers(doc: Document, *, min_probability: float | None = None) -> list[Evidence]:
    """Evidence of both voices, in reading order.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> text = "Meta description: Ferries leak.\\n\\nHi [Your Name], the ferry leaks."
    >>> [text[e.start : e.end] for e in find_leftovers(parse(Article("a", text)))]
    ['Meta description', '[Your Name]']
    """
    return doc.once(f"leftovers {min_probability}", partial(_find_leftovers, min_probability))


def _find_leftovers(min_probability: float | None, doc: Document) -> list[Evidence]:
    listed = [e for e in tag(doc, KIND, min_probability=min_probability) if is_in_place(doc, e)]
    found = _find_patterns(doc) if (min_probability or 0.0) <= _PATTERN_PRECISION else []
    return join_evidence(listed, found)


def list_left_in(doc: Document) -> frozenset[int]:
    """Sentences that hold a leftover; found once per document."""
    return doc.once("left in", lambda _: _places_of(doc))


def _places_of(doc: Document) -> frozenset[int]:
    return frozenset(doc.sentence_of[doc.token_at(item.start)] for item in find_leftovers(doc))


def join_evidence(listed: list[Evidence], found: list[Evidence]) -> list[Evidence]:
    """Both, without what is listed inside what was found by its pattern."""
    found = sorted(found, key=lambda e: e.start)
    starts = [e.start for e in found]
    reach = list(accumulate((e.end for e in found), max, initial=0))
    kept = [e for e in listed if reach[bisect_left(starts, e.end)] <= e.start]
    return sorted([*kept, *found], key=lambda e: e.start)


def _find_patterns(doc: Document) -> list[Evidence]:
    spans = [*_find_lead_ins(doc), *_find_blanks(doc), *_find_draft_title(doc)]
    kept = [span for span in dict.fromkeys(spans) if _is_counted(doc, span)]
    return [
        Evidence(start, end, "promotion", KIND, _PATTERN_PRECISION, doc.voice_at(start))
        for start, end in kept
    ]


def _is_counted(doc: Document, span: Span) -> bool:
    token = doc.token_at(span[0])
    return token < len(doc.forms) and doc.starts[token] < span[1] and doc.is_counted(token)


def _find_lead_ins(doc: Document) -> list[Span]:
    """Whole lead-ins of writing tools ("Here is the polished version of the blog post:")."""
    found: dict[int, int] = {}
    for colon in re.finditer(":", doc.text):
        start = max(paragraph_at(doc, colon.start())[0], colon.start() - _LONGEST_LEAD_IN)
        match = _LEAD_IN.search(doc.text, start, colon.end())
        if match and _REWRITTEN.search(match.group()) and doc.voice_at(match.start()) == "outlet":
            found.setdefault(match.start(), match.end())
    return list(found.items())


def _find_blanks(doc: Document) -> list[Span]:
    return [
        match.span()
        for needed, pattern in _BLANKS.items()
        if any(mark in doc.text for mark in needed)
        for match in pattern.finditer(doc.text)
    ]


def _find_draft_title(doc: Document) -> list[Span]:
    """The label before the title at the top of a generated draft, unless a book's details follow."""
    if not doc.paragraphs:
        return []
    match = _DRAFT_TITLE.match(doc.text, *doc.paragraphs[0])
    if not match or (len(doc.paragraphs) > 1 and _BOOK.match(doc.text, doc.paragraphs[1][0])):
        return []
    return [(doc.starts[doc.token_at(match.start())], match.end())]
