"""Finds phrases repeated beyond what news needs, and question blocks that restate the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from scoring.article import Span
from scoring.cleaning import is_blank
from scoring.document import Document
from scoring.extractors.measure import name_tokens, tokens_in
from scoring.lexicon import load_lexicon

LIMITS = {4: 0.050, 3: 0.050, 2: 0.080}
"""Words in a phrase to the share of all words beyond which it is stuffed, longest first. About two in
a thousand of 5,580 news articles have a phrase of two words beyond .075, of three or four beyond .05;
most of the two-word ones are terms that a story cannot avoid ("breast cancer")."""
MIN_OCCURRENCES = 5
_MOSTLY = 0.8
_EDGES_OUT = frozenset({"mr", "mrs", "ms", "dr", "said", "says", "s"})
_PROSE_WORDS = 6
_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_QUESTION_MARKER = re.compile(r"\s*(?:\d{1,2}[.)]|q\d*\s*[:.)]|question\s*\d*\s*:|•|-|\*)?\s*", re.IGNORECASE)
_BLOCK_QUESTIONS = 2
_BLOCK_COVERAGE = 0.6
_ANSWER_WORDS = 3
_STEM = 6


def find_stuffed(doc: Document, lists: Sequence[Span]) -> tuple[list[tuple[Span, str]], float]:
    """Occurrences of stuffed phrases, and the share of words by which the worst exceeds its limit.

    A phrase is two to four words, none of them a function word or a number, in prose or headings
    outside keyword lists; one that mostly stands inside a longer phrase is judged there. Writers
    shorten what they repeat ("the contract"), stuffing does not: each time its last word stands alone
    weighs against it. Names are no stuffing: a story cannot avoid its people. Each occurrence belongs
    to the longest stuffed phrase that covers it.
    """
    standing = _standing_words(doc, lists)
    counts = Counter(form for form, good in zip(doc.forms, standing, strict=True) if good)
    eligible = _eligible_words(doc, standing, counts)
    excess = 0.0
    found: dict[str, list[Span]] = {}
    longer: Counter[str] = Counter()
    for size, limit in LIMITS.items():
        allowed = max(limit * doc.n_words / size, MIN_OCCURRENCES - 1)
        for phrase, starts in _count_phrases(doc, eligible, size).items():
            alone = counts[phrase.rsplit(" ", 1)[1]] - len(starts)
            over = len(starts) - alone - allowed
            part = longer[phrase] >= _MOSTLY * len(starts)
            longer.update({" ".join(words): len(starts) for words in _inner(phrase.split(" "))})
            if over > 0 and not part and not _is_name(doc, starts, size):
                found[phrase] = [(at, at + size) for at in starts]
                excess = max(excess, over * size / doc.n_words)
    return list(_show(doc, found)), min(1.0, excess)


def _inner(words: list[str]) -> Iterator[list[str]]:
    """The shorter phrases of two words or more inside a phrase."""
    for size in range(2, len(words)):
        yield from (words[at : at + size] for at in range(len(words) - size + 1))


def _standing_words(doc: Document, lists: Sequence[Span]) -> list[bool]:
    """One entry a word: whether it stands in counted prose outside keyword lists."""
    standing = [doc.counted[sentence] for sentence in doc.sentence_of]
    for span in lists:
        inside = tokens_in(doc, span)
        standing[inside.start : inside.stop] = [False] * len(inside)
    return standing


def _eligible_words(doc: Document, standing: Sequence[bool], counts: Counter[str]) -> list[bool]:
    """One entry a word: whether it may be part of a stuffed phrase."""
    common = load_lexicon().lists["function_word"].terms
    often = {form for form, n in counts.items() if n >= MIN_OCCURRENCES} - _EDGES_OUT
    often = {form for form in often if len(form) > 1 and not form[0].isdigit() and form not in common}
    eligible = [good and form in often for good, form in zip(standing, doc.forms, strict=True)]
    for i in range(len(doc.sentences)):
        first, last = doc.first_token[i], doc.first_token[i + 1]
        if last - first < _PROSE_WORDS and i not in doc.headings:
            eligible[first:last] = [False] * (last - first)
    return eligible


def _count_phrases(doc: Document, eligible: Sequence[bool], size: int) -> dict[str, list[int]]:
    """Phrases seen five times or more to their first words; white space alone stands in a phrase."""
    places: dict[str, list[int]] = {}
    run = 0
    for i, good in enumerate(eligible):
        run = (run + 1 if run and _follows(doc, i) else 1) if good else 0
        if run >= size:
            at = i - size + 1
            starts = places.setdefault(" ".join(doc.forms[at : i + 1]), [])
            if not starts or at >= starts[-1] + size:
                starts.append(at)
    return {phrase: starts for phrase, starts in places.items() if len(starts) >= MIN_OCCURRENCES}


def _follows(doc: Document, token: int) -> bool:
    same = doc.sentence_of[token] == doc.sentence_of[token - 1]
    return same and is_blank(doc.text[doc.ends[token - 1] : doc.starts[token]])


def _is_name(doc: Document, starts: Sequence[int], size: int) -> bool:
    """Whether every word is part of a name in at least half of the occurrences."""
    names = name_tokens(doc)
    return 2 * sum(names.issuperset(range(at, at + size)) for at in starts) >= len(starts)


def _show(doc: Document, found: dict[str, list[Span]]) -> Iterator[tuple[Span, str]]:
    taken: set[int] = set()
    for phrase, places in found.items():
        for first, last in places:
            if taken.isdisjoint(range(first, last)):
                taken.update(range(first, last))
                yield (doc.starts[first], doc.ends[last - 1]), phrase


def find_restated(doc: Document) -> list[Span]:
    """Answers of a question-and-answer block whose content words the article before it already has.

    A block is two or more paragraphs that are questions, each with an answer after it. Interviews
    bring new words in their answers and are left alone.
    """
    questions = [p for p, (start, end) in enumerate(doc.paragraphs) if _is_question(doc.text[start:end])]
    asked = set(questions)
    questions = [p for p in questions if p + 1 < len(doc.paragraphs) and p + 1 not in asked]
    if len(questions) < _BLOCK_QUESTIONS:
        return []
    before = _stems(doc, (0, doc.paragraphs[questions[0]][0]))
    restated = []
    for p in questions:
        answer = doc.paragraphs[p + 1]
        words = _stems(doc, answer)
        known = len(words) >= _ANSWER_WORDS and len(words & before) / len(words) >= _BLOCK_COVERAGE
        if known and is_prose(doc, answer) and doc.words_in(answer):
            restated.append(answer)
    return restated if len(restated) >= _BLOCK_QUESTIONS else []


def is_prose(doc: Document, span: Span) -> bool:
    """Whether a span ends as sentences do and holds two function words at least."""
    common = load_lexicon().lists["function_word"].terms
    forms = (doc.forms[i] for i in tokens_in(doc, span))
    return sum(form in common for form in forms) >= 2 and _SENTENCE_END.search(doc.text, *span) is not None


def _is_question(paragraph: str) -> bool:
    marker = _QUESTION_MARKER.match(paragraph)
    body = paragraph[marker.end() :] if marker else paragraph
    single = body.count("?") == 1 and ". " not in body
    return single and paragraph.rstrip().endswith("?") and len(body.split()) >= 4


def _stems(doc: Document, span: Span) -> set[str]:
    common = load_lexicon().lists["function_word"].terms
    forms = (doc.forms[i] for i in tokens_in(doc, span))
    return {form[:_STEM] for form in forms if len(form) > 3 and form not in common}
