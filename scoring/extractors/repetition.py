"""Finds phrases repeated beyond what news needs, and question blocks that restate the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from scoring.article import Span
from scoring.document import Document
from scoring.lexicon import load_lexicon

LIMITS = {2: (0.030, 0.045), 3: (0.030, 0.042), 4: (0.034, 0.052)}
"""Words in a phrase to the share of all words beyond which it is stuffed: plain phrases, and
phrases that hold a name. The 99.5 % points of the most repeated phrase of 1,000 news articles
(AllSides events, 2-word phrases .029 and .040, 3-word .028 and .040, 4-word .032 and .052)."""
MIN_OCCURRENCES = 5
_EDGES_OUT = frozenset({"mr", "mrs", "ms", "dr", "said", "says", "s"})
_QUESTION_MARKER = re.compile(r"\s*(?:\d{1,2}[.)]|q\d*\s*[:.)]|question\s*\d*\s*:|•|-|\*)?\s*", re.IGNORECASE)
_BLOCK_QUESTIONS = 2
_BLOCK_COVERAGE = 0.6
_STEM = 6


def find_stuffed(doc: Document, words: int) -> tuple[list[tuple[Span, str]], float]:
    """Occurrences of stuffed phrases, and the share of words of the most repeated phrase.

    Shares are over all words outside site furniture, `words`. Each occurrence belongs to the
    longest stuffed phrase that covers it.
    """
    if not words:
        return [], 0.0
    names = {i for name in doc.names for i in range(name.first, name.last)}
    found: dict[str, list[tuple[int, int]]] = {}
    top = 0.0
    for size in (4, 3, 2):
        places = _count_phrases(doc, size)
        for phrase, starts in places.items():
            taken = len(starts) * size / words
            named = any(i in names for i in range(starts[0], starts[0] + size))
            limit = LIMITS[size][named]
            top = max(top, taken * LIMITS[size][0] / limit)
            if len(starts) >= MIN_OCCURRENCES and taken > limit:
                found[phrase] = [(at, at + size) for at in starts]
    return list(_show(doc, found)), min(1.0, top)


def _count_phrases(doc: Document, size: int) -> dict[str, list[int]]:
    """Phrases seen at least twice, none with a function word at its edge, to their first tokens."""
    edges = load_lexicon().lists["function_word"].terms
    bare = [form not in edges and form not in _EDGES_OUT and not form[0].isdigit() for form in doc.forms]
    counts: Counter[tuple[str, ...]] = Counter()
    spans: dict[tuple[str, ...], list[int]] = {}
    for i in range(len(doc.sentences)):
        if not (doc.counted[i] or i in doc.repeated):
            continue
        for at in range(doc.first_token[i], doc.first_token[i + 1] - size + 1):
            if bare[at] and bare[at + size - 1]:
                key = tuple(doc.forms[at : at + size])
                counts[key] += 1
                spans.setdefault(key, []).append(at)
    return {" ".join(key): _apart(spans[key], size) for key, n in counts.items() if n > 1}


def _apart(starts: list[int], size: int) -> list[int]:
    kept: list[int] = []
    for at in starts:
        if not kept or at >= kept[-1] + size:
            kept.append(at)
    return kept


def _show(doc: Document, found: dict[str, list[tuple[int, int]]]) -> Iterator[tuple[Span, str]]:
    taken: set[int] = set()
    for phrase, places in found.items():
        for first, last in places:
            if not taken.intersection(range(first, last)):
                taken.update(range(first, last))
                yield (doc.starts[first], doc.ends[last - 1]), phrase


def find_restated(doc: Document) -> list[Span]:
    """Answers of a question-and-answer block whose content words the article before it already has.

    A block is two or more paragraphs that are questions, each with an answer after it. Interviews
    bring new words in their answers and are left alone.
    """
    questions = [p for p, (start, end) in enumerate(doc.paragraphs) if _is_question(doc.text[start:end])]
    questions = [p for p in questions if p + 1 < len(doc.paragraphs) and p + 1 not in questions]
    if len(questions) < _BLOCK_QUESTIONS:
        return []
    before = _stems(doc, (0, doc.paragraphs[questions[0]][0]))
    restated = []
    for p in questions:
        answer = doc.paragraphs[p + 1]
        words = _stems(doc, answer)
        if len(words) > 4 and len(words & before) / len(words) >= _BLOCK_COVERAGE and doc.words_in(answer):
            restated.append(answer)
    return restated if len(restated) >= _BLOCK_QUESTIONS else []


def _is_question(paragraph: str) -> bool:
    marker = _QUESTION_MARKER.match(paragraph)
    body = paragraph[marker.end() :] if marker else paragraph
    return paragraph.rstrip().endswith("?") and len(body.split()) >= 4 and body.count("?") == 1 and ". " not in body


def _stems(doc: Document, span: Span) -> set[str]:
    first, last = doc.token_at(span[0]), doc.token_at(max(span[0], span[1] - 1))
    edges = load_lexicon().lists["function_word"].terms
    return {form[:_STEM] for form in doc.forms[first : last + 1] if len(form) > 3 and form not in edges}
