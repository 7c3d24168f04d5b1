"""Finds what recurs: phrases of one to four words, their places, and whether a name or a term."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from scoring.article import Span
from scoring.cleaning import is_blank
from scoring.document import Document
from scoring.document.words import HONORIFICS
from scoring.extractors.background import EDGE, class_of, kind_of
from scoring.extractors.keywords import find_keyword_lists
from scoring.extractors.measure import name_tokens, tokens_in

SIZES = (4, 3, 2, 1)
"""Words in a phrase, longest first."""


def list_spans(doc: Document) -> list[Span]:
    """Lists of search terms, found once per document."""
    return doc.once("lists of search terms", lambda doc: list(find_keyword_lists(doc)))


def standing_words(doc: Document) -> list[bool]:
    """One entry a word: whether it stands in counted prose outside keyword lists."""
    return doc.once("words outside lists", _mark_standing)


def _mark_standing(doc: Document) -> list[bool]:
    standing = [doc.counted[sentence] for sentence in doc.sentence_of]
    for span in list_spans(doc):
        inside = tokens_in(doc, span)
        standing[inside.start : inside.stop] = [False] * len(inside)
    return standing


def count_words(doc: Document) -> Counter[str]:
    """How often each word stands in counted prose outside keyword lists."""
    return doc.once("counts of words", _count_words)


def _count_words(doc: Document) -> Counter[str]:
    pairs = zip(doc.forms, standing_words(doc), strict=True)
    return Counter(form for form, good in pairs if good)


def find_recurring(doc: Document, least: int) -> dict[int, dict[str, list[int]]]:
    """Size to phrase to its first words, for phrases seen `least` times or more without overlap.

    White space alone stands inside a phrase, and no other mark. One letter is no word of a phrase,
    unless it is a function word: "vitamin d" and "plan b" cannot be shortened.
    """
    counts = count_words(doc)
    often = {form for form, n in counts.items() if n >= least and _may_recur(form)}
    standing = standing_words(doc)
    places: dict[int, dict[str, list[int]]] = {size: {} for size in SIZES}
    run = 0
    for i, form in enumerate(doc.forms):
        good = standing[i] and form in often
        run = (run + 1 if run and follows(doc, i) else 1) if good else 0
        for size in range(1, min(run, SIZES[0]) + 1):
            at = i - size + 1
            starts = places[size].setdefault(" ".join(doc.forms[at : i + 1]), [])
            if not starts or at >= starts[-1] + size:
                starts.append(at)
    return {size: {p: s for p, s in found.items() if len(s) >= least} for size, found in places.items()}


def _may_recur(form: str) -> bool:
    return len(form) > 1 or form.isdigit() or kind_of(form) == "function"


def follows(doc: Document, token: int) -> bool:
    """Whether a word follows the one before it in the same sentence with nothing but space between."""
    same = token > 0 and doc.sentence_of[token] == doc.sentence_of[token - 1]
    return same and is_blank(doc.text[doc.ends[token - 1] : doc.starts[token]])


def find_places(doc: Document, starts: Sequence[int], size: int) -> list[tuple[str, str]]:
    """Classes of the words beside a phrase; a pair of words that comes again is left out."""
    standing = standing_words(doc)
    pairs = dict.fromkeys(
        (_beside(doc, standing, at, at - 1), _beside(doc, standing, at + size, at + size)) for at in starts
    )
    return [(class_of(before), class_of(after)) for before, after in pairs]


def _beside(doc: Document, standing: Sequence[bool], border: int, token: int) -> str:
    """The word at `token` if nothing but space parts it from the phrase, at the gap before `border`."""
    inside = 0 < border < len(doc.forms) and standing[token]
    return doc.forms[token] if inside and follows(doc, border) else EDGE


def is_name(doc: Document, starts: Sequence[int], size: int) -> bool:
    """Whether every word is part of a name, or a title before one, in at least half of the occurrences."""
    names = name_tokens(doc)
    named = (
        at + size - 1 in names and all(i in names or doc.forms[i] in HONORIFICS for i in range(at, at + size))
        for at in starts
    )
    return 2 * sum(named) >= len(starts)


def inner_phrases(phrase: str) -> Iterator[str]:
    """The shorter phrases of a word or more inside a phrase.

    Examples
    --------
    >>> list(inner_phrases("cheap water pump"))
    ['cheap', 'water', 'pump', 'cheap water', 'water pump']
    """
    words = phrase.split(" ")
    sizes = range(1, len(words))
    return chain.from_iterable(
        (" ".join(words[at : at + size]) for at in range(len(words) - size + 1)) for size in sizes
    )
