"""Finds question-and-answer blocks that restate the article before them."""

from __future__ import annotations

import re

from scoring.article import Span
from scoring.document import Document
from scoring.extractors.measure import tokens_in
from scoring.lexicon import load_lexicon

_SENTENCE_END = re.compile(r"[.!?…][\"'”’»)\]]*$")
_QUESTION_MARKER = re.compile(r"\s*(?:\d{1,2}[.)]|q\d*\s*[:.)]|question\s*\d*\s*:|•|-|\*)?\s*", re.IGNORECASE)
_BLOCK_QUESTIONS = 2
_BLOCK_COVERAGE = 0.65
"""At .65 all five answers of one real block are found, and in 4,715 articles one block that explains."""
_ANSWER_WORDS = 3
_STEM = 6


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
