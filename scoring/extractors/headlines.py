"""Headlines built to be clicked: listed phrases, typography and grammar, and words a fitted model goes by."""

from __future__ import annotations

import re
from dataclasses import replace

from scoring.article import Evidence, Span
from scoring.document import Document, fold
from scoring.extractors.measure import share, tokens_in, words_of
from scoring.extractors.titles import parse_title
from scoring.lexicon import load_lexicon
from scoring.taggers import Judged, tag, to_evidence
from scoring.taggers.headlines import judge_headline

_START = r"(?:^|(?<=[:!?.–—]\s))[\s“\"'‘]*"
_NUMBER = r"(?:\d{1,3}|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|fifty)"
_LISTED = """things|ways|reasons|signs|facts|tips|tricks|times|quotes|tweets|photos|pictures|moments|
    questions|takeaways|lessons|secrets|myths|mistakes|foods|hacks|examples|ideas|habits|memes|gifs|
    celebrities|celebs|gifts|reactions|winners|highlights|surprises|truths|lies|exercises|recipes"""
_NO_POINTER = """week|weekend|month|year|season|summer|winter|spring|fall|autumn|morning|afternoon|
    evening|time|day|date|is|was|are|were|be|being|has|have|and|or|old|just|means|isn['’]t"""
CUES = (
    (
        re.compile(
            rf"{_START}((?:(?:the|our|my|here\sare|top|best)\s+){{0,2}}{_NUMBER}\s+(?:[\w'’-]+\s+){{0,2}}?"
            rf"(?:{_LISTED})\b)",
            re.IGNORECASE | re.VERBOSE,
        ),
        0.85,
    ),
    (
        re.compile(
            rf"{_START}((?:this|these)\s+(?!(?:{_NO_POINTER})\b)[\w'’-]+)", re.IGNORECASE | re.VERBOSE
        ),
        0.95,
    ),
    (re.compile(rf"{_START}(can|could|might)\s[^?:]{{5,150}}\?", re.IGNORECASE), 0.8),
    (
        re.compile(
            r"(?<![\w'’])([\w'’]{1,40}[\"'”’)]?\s?(?:…|\.\.\.))(?=[\"'”’)\s]{0,5}(?:[\[(]\w{1,12}[\])])?\W{0,5}$)"
        ),
        0.9,
    ),
    (re.compile(r"(?<![\w'’])([\w'’]{1,40}[\"'”’)]?!)"), 0.9),
)
"""A list's number, "this" or "these" before what they point to, a promise put as a question, three
dots at the end, an exclamation; each with its precision, judged by hand on the titles of five
article corpora: 31 of 35, 23 of 23, 25 of 30, 44 of 45 and 42 of 45 hits were right. Left out for
too low a precision: the reader addressed as "you" (half) and other questions (.6)."""
_CAPITALS = re.compile(r"(?<![\w'’(\[])[A-Z]{3,}(?:['’][A-Z]{1,2})?(?![\w:®™)\]-]|\s[A-Z]+:)")
_CAPITALS_PRECISION = 0.9
"""36 of 40 hits in the same titles were right; labels ("VIDEO:", "[PHOTO]") and acronyms are left out."""
_NO_EMPHASIS = frozenset("US IT WHO AIDS ICE MAY NIH FDA VIDEO VIDEOS PHOTO PHOTOS TWEET LIVE".split())


def measure_headline(doc: Document, *, min_probability: float | None = None) -> tuple[float, list[Evidence]]:
    """Share of the title's words that bait clicks, NaN without a title, and their evidence.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> measure_headline(parse(Article("a", "", "5 things that ferries do")))[0]
    0.4
    """
    title = parse_title(doc)
    listed = tag(title, "clickbait", min_probability=min_probability)
    cues = [e for e in _find_cues(doc, title) if e.probability >= (min_probability or 0.0)]
    found = [*listed, *cues, *_find_movers(title, min_probability)]
    hits = [replace(e, voice="outlet", part="title") for e in _keep_apart(title, found)]
    return share(words_of(hits, title), title.n_words), hits


def _find_cues(doc: Document, title: Document) -> list[Evidence]:
    """Cues outside quotations; who is quoted baits nobody."""
    spans = [
        (match.span(1), precision) for pattern, precision in CUES for match in pattern.finditer(title.text)
    ]
    spans += [(span, _CAPITALS_PRECISION) for span in _find_capitals(doc, title)]
    return [
        Evidence(start, end, "promotion", "clickbait", precision)
        for (start, end), precision in sorted(spans)
        if title.voice_at(start) == "outlet"
    ]


def _find_movers(title: Document, min_probability: float | None) -> list[Evidence]:
    """The words that spoke most for a headline that the model takes for bait, near ones as one span."""
    judged = judge_headline(title)
    if judged is None:
        return []
    floor = judged.threshold if min_probability is None else min_probability
    spans = list[tuple[int, int]]()
    for at in judged.moved if judged.probability >= floor else ():
        near = bool(spans) and at - spans[-1][1] <= 1
        spans[-1:] = [(spans[-1][0], at + 1)] if near else [*spans[-1:], (at, at + 1)]
    return [to_evidence(title, "clickbait", Judged(*span, "", judged.probability)) for span in spans]


def _find_capitals(doc: Document, title: Document) -> list[Span]:
    """Words set in capitals that are no acronyms: common ones, and those that the body spells small."""
    text = title.text
    found = [match.span() for match in _CAPITALS.finditer(text) if match.group() not in _NO_EMPHASIS]
    high = sum(text[start:end].isupper() for start, end in zip(title.starts, title.ends, strict=True))
    if not found or 2 * high > len(title.forms):
        return []
    common, small = load_lexicon().lists["function_word"].terms, doc.once("small words", _list_small)
    return [span for span in found if fold(text[slice(*span)]) in common or fold(text[slice(*span)]) in small]


def _list_small(doc: Document) -> frozenset[str]:
    """Words that the body has in small letters."""
    return frozenset(
        form for start, form in zip(doc.starts, doc.forms, strict=True) if doc.text[start].islower()
    )


def _keep_apart(title: Document, found: list[Evidence]) -> list[Evidence]:
    """Evidence in reading order, none of whose words belong to a listed phrase or an earlier cue."""
    taken: set[int] = set()
    kept = []
    for item in found:
        words = tokens_in(title, (item.start, item.end))
        if words and title.is_counted(words[0]) and taken.isdisjoint(words):
            taken.update(words)
            kept.append(item)
    return sorted(kept, key=lambda e: e.start)
