"""Finds what recurs: phrases of one to four words, their places, and whether a name or a term."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import chain

from scoring.article import Span
from scoring.cleaning import is_blank
from scoring.document import Document
from scoring.document.alike import even_out
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

    A phrase recurs only if its parts do, so short ones are sought first. White space alone stands inside a
    phrase, and no other mark. One letter is no word of a phrase,
    unless it is a function word: "vitamin d" and "plan b" cannot be shortened.
    """
    often = {form for form, n in count_words(doc).items() if n >= least and _may_recur(form)}
    pairs = enumerate(zip(doc.forms, standing_words(doc), strict=True))
    at = [i for i, (form, stands) in pairs if stands and form in often]
    found = {}
    for size in reversed(SIZES):
        places = _gather(doc, at, size)
        apart = {phrase: _drop_overlaps(starts, size) for phrase, starts in places.items()}
        found[size] = {phrase: starts for phrase, starts in apart.items() if len(starts) >= least}
        recurs = {i for phrase in found[size] for i in places[phrase]}
        at = [i for i in at if i in recurs and i + 1 in recurs and follows(doc, i + 1)]
    return {size: found[size] for size in SIZES}


def _gather(doc: Document, at: Sequence[int], size: int) -> dict[str, list[int]]:
    """Phrase to its first words, of those that begin at the words given."""
    places: dict[str, list[int]] = {}
    for i in at:
        places.setdefault(" ".join(doc.forms[i : i + size]), []).append(i)
    return places


def _drop_overlaps(starts: Sequence[int], size: int) -> list[int]:
    kept = [starts[0]]
    for at in starts:
        if at >= kept[-1] + size:
            kept.append(at)
    return kept


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
    return even_out(doc.forms[token]) if inside and follows(doc, border) else EDGE


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
