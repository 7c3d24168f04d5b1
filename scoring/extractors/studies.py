"""Vague evidence: claims rested on studies, research or reports that nobody could look up.

"Studies show that tea calms" is vague; a name, a year or a journal beside the words ("a 2019 study",
"research by the Port Institute", "a study published in ...") is not, nor is "the study", which
points back to one that was named.
"""

from __future__ import annotations

import re

from scoring.article import Span
from scoring.document import Document
from scoring.extractors.measure import name_tokens
from scoring.extractors.study_words import (
    BEFORE_REPORTS,
    DEFINITE,
    FEW,
    LEADS_ON,
    OWNERS,
    PRODUCTS,
    PUBLISHED,
    QUALITIES,
    REFUSING,
    STOPS,
    VERBS,
)
from scoring.extractors.voices import attributed_spans, covers
from scoring.lexicon import Candidate, find_candidates

_YEAR = re.compile(r"(?:19|20)\d\d")
_CITATION = re.compile(r"\((?:[^()]{0,60}\D)?(?:19|20)\d\d[^()]{0,12}\)|\[\d{1,3}\]")
_BACK = 5
_AHEAD = 8
_FAR = 40
"""Words; how far ahead in its sentence a study may still be said to be published."""


def find_vague_evidence(doc: Document) -> tuple[Span, ...]:
    """Words that stand for studies or reports without a name, in the outlet's voice; once per document.

    Known flaws: one study that is named anywhere in the article makes every "a study" in it named; a
    name of a place beside the words ("studies in Norland") counts as naming them.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> doc = parse(Article("a", "Studies show that tea calms. A 2019 study by Port University did not."))
    >>> [doc.text[a:b] for a, b in find_vague_evidence(doc)]
    ['Studies']
    """
    return doc.once("vague evidence", _find)


def _find(doc: Document) -> tuple[Span, ...]:
    found = []
    reach = 0
    for hit in find_candidates(doc)["source_study"]:
        span = doc.starts[hit.first], doc.ends[hit.last - 1]
        apart = hit.first >= reach or doc.sentence_of[hit.first] != doc.sentence_of[reach - 1]
        if apart and doc.is_counted(hit.first) and _is_outlets(doc, span) and _is_vague(doc, hit):
            found.append(span)
            reach = min(hit.last + _BACK, len(doc.starts))  # "data from trials showed" is one claim
    return tuple(found)


def _is_outlets(doc: Document, span: Span) -> bool:
    return doc.voice_at(span[0]) == "outlet" and not covers(attributed_spans(doc), span[0])


def _is_vague(doc: Document, hit: Candidate) -> bool:
    before = _words_before(doc, hit.first)
    if any(doc.forms[at] in REFUSING for at in before[:3]):
        return False
    if hit.note == "phrase":
        return True
    if _is_definite(doc, before) or not _claims(doc, hit, before):
        return False
    return not _is_named(doc, hit, before)


def _is_definite(doc: Document, before: list[int]) -> bool:
    """Whether an owner or "the" stands before the words, the latter with at most one quality between."""
    if before and doc.forms[before[0]] in DEFINITE | OWNERS:
        return True
    return len(before) > 1 and doc.forms[before[0]] in QUALITIES and doc.forms[before[1]] in DEFINITE


def _claims(doc: Document, hit: Candidate, before: list[int]) -> bool:
    """Whether a claim rests on the words: "according to" before them, or a verb after them."""
    words = [doc.forms[at] for at in before]
    if "according" in words:
        return (STOPS | DEFINITE).isdisjoint(words[: words.index("according") - 1])
    bare = hit.note == "reports" and hit.last - hit.first == 1
    if bare and words and words[0] not in BEFORE_REPORTS:
        return False
    after = _words_after(doc, hit.last)
    follows = after and (doc.forms[after[0]] in VERBS | LEADS_ON or doc.forms[after[0]].endswith("ly"))
    return bool(follows) and _find_verb(doc, after) is not None


def _find_verb(doc: Document, after: list[int]) -> int | None:
    """The verb that hands over the claim; a clause of its own in between ends the search."""
    for at in after:
        if doc.forms[at] in VERBS:
            return at
        if doc.forms[at] in STOPS:
            return None
    return None


def _is_named(doc: Document, hit: Candidate, before: list[int]) -> bool:
    """Whether a name, a year, a journal or a citation stands beside the words."""
    after = _words_after(doc, hit.last)
    verb = _find_verb(doc, after)
    beside = [*before, *range(hit.first, hit.last), *(at for at in after if verb is None or at < verb)]
    if any(at in name_tokens(doc) or _tells(doc.forms[at]) for at in beside) or _opens_named(doc, before):
        return True
    end = min(doc.first_token[doc.sentence_of[hit.first] + 1], hit.last + _FAR)
    if any(doc.forms[at] in PUBLISHED for at in range(hit.last, end)):
        return True
    stop = min(doc.ends[end - 1] + 2, doc.sentences[doc.sentence_of[hit.first]][1])
    if _CITATION.search(doc.text, doc.ends[hit.last - 1], stop):
        return True
    single = hit.note == "one" or any(doc.forms[at] in FEW for at in before[:2])
    return single and doc.once("a study is named", _names_a_study)


def _opens_named(doc: Document, before: list[int]) -> bool:
    """Whether the word before opens the sentence and is no mere quality ("Medicaid data show")."""
    if len(before) != 1 or before[0] != doc.first_token[doc.sentence_of[before[0]]]:
        return False
    return doc.text[doc.starts[before[0]]].isupper() and doc.forms[before[0]] not in QUALITIES


def _tells(form: str) -> bool:
    """A year, a possessive or a word that stands for a publication."""
    return _YEAR.fullmatch(form) is not None or form.endswith("'s") or form in PUBLISHED


def _names_a_study(doc: Document) -> bool:
    """Whether any sentence says who made a study or where it was published."""
    names = name_tokens(doc)
    for at, form in enumerate(doc.forms):
        if form in PRODUCTS:
            sentence = doc.sentence_of[at]
            low, high = doc.first_token[sentence], doc.first_token[sentence + 1]
            near = range(max(low, at - _BACK), min(high, at + _AHEAD))
            if any(i in names or _tells(doc.forms[i]) for i in near):
                return True
    return False


def _words_before(doc: Document, at: int) -> list[int]:
    """Up to five words before one, nearest first, none across a sentence's start or a comma."""
    low = max(doc.first_token[doc.sentence_of[at]], at - _BACK)
    words = []
    while at > low and not _is_cut(doc, at):
        at -= 1
        words.append(at)
    return words


def _words_after(doc: Document, at: int) -> list[int]:
    """Up to eight words from one on, none across a sentence's end or a comma."""
    high = min(doc.first_token[doc.sentence_of[at - 1] + 1], at + _AHEAD)
    words = []
    while at < high and not _is_cut(doc, at):
        words.append(at)
        at += 1
    return words


def _is_cut(doc: Document, at: int) -> bool:
    """Whether a mark stands between a word and the one before it."""
    return any(mark in doc.text[doc.ends[at - 1] : doc.starts[at]][:8] for mark in ',;:()—–“”"')
