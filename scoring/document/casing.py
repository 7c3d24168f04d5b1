"""Sentences set in capitals or in Title Case, put back into the case they would have without."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise

from scoring.article import Span
from scoring.document.tokens import Words
from scoring.document.words import CONNECTORS, OPENERS

SMALL = OPENERS | CONNECTORS
"""Words that a title may leave in lower case."""
_LEAST = 4
_MOST_LOWER = 0.3


def find_title_cased(words: Words) -> frozenset[int]:
    """Sentences of four words or more set like a title: only small words and a few others in lower case."""
    text, starts, _, forms, _, first_token = words
    found = set()
    for i, (first, last) in enumerate(pairwise(first_token)):
        lower = [forms[at] for at in range(first, last) if text[starts[at]].islower()]
        few = last - first >= _LEAST and len(lower) < _MOST_LOWER * (last - first)
        if few and all(word in SMALL for word in lower):
            found.add(i)
    return frozenset(found)


def find_raised(words: Words, sentences: Sequence[Span], title_cased: Collection[int]) -> frozenset[int]:
    """Sentences whose capitals say nothing: a small word ("The", "OF") after the first has one, too.

    They are those set like a title and, of any length, those in capitals from end to end.
    """
    text, starts, _, forms, _, first_token = words
    shouted = {i for i, (start, end) in enumerate(sentences) if text[start:end].isupper()}
    return frozenset(
        i
        for i in shouted.union(title_cased)
        if any(
            forms[at] in SMALL and forms[at] != "i" and text[starts[at]].isupper()
            for at in range(first_token[i] + (i not in shouted), first_token[i + 1])
        )
    )


def lower_raised(words: Words, raised: Collection[int], titled: Collection[int]) -> str:
    """The text, of the same length, with such sentences as they would stand in running text.

    A word keeps its capital if it opens the sentence, or if running text writes it with one inside
    sentences and never without; then it is written as there.

    Parameters
    ----------
    raised : collection of int
        The sentences, by index.
    titled : collection of int
        Those, headings and others set like a title: no running text.

    Examples
    --------
    >>> text = "We met Ana Ruiz. THE END IS NEAR, RUIZ SAID."
    >>> starts = [0, 3, 7, 11, 17, 21, 25, 28, 34, 39]
    >>> ends = [2, 6, 10, 15, 20, 24, 27, 32, 38, 43]
    >>> forms, sentence_of = text.lower().replace(".", "").split(), [0] * 4 + [1] * 6
    >>> lower_raised(Words(text, starts, ends, forms, sentence_of, [0, 4, 10]), {1}, {1})
    'We met Ana Ruiz. The end is near, Ruiz said.'
    """
    text, starts, ends, forms, _, first_token = words
    if not raised:
        return text
    known = _list_capitals(words, titled)
    letters = list(text)
    for i in raised:
        for at in range(first_token[i], first_token[i + 1]):
            start, end = starts[at], ends[at]
            word = _write(text[start:end], known.get(_bare(forms[at]), ""), opens=at == first_token[i])
            letters[start:end] = word
    return "".join(letters)


def _list_capitals(words: Words, titled: Collection[int]) -> dict[str, str]:
    """Folded word to how running text writes it, of words it never writes small."""
    text, starts, ends, forms, _, first_token = words
    large: dict[str, str] = {}
    small = set()
    for i, (first, last) in enumerate(pairwise(first_token)):
        for at in range(first, last) if i not in titled else ():
            if text[starts[at]].islower():
                small.add(_bare(forms[at]))
            elif at > first:
                large.setdefault(_bare(forms[at]), text[starts[at] : ends[at]])
    return {form: word for form, word in large.items() if form not in small}


def _write(word: str, known: str, *, opens: bool) -> str:
    """A word in small letters, with the capitals of the known one."""
    lower = "".join(lower_letters(word))
    if not known:
        return word[0] + lower[1:] if opens or lower == "i" or lower.startswith(("i'", "i’")) else lower
    capital = [char.isupper() for char in known]
    kept = zip(word, lower, [*capital, *[False] * len(word)], strict=False)
    return "".join(char if large else small for char, small, large in kept)


def _bare(form: str) -> str:
    return form.removesuffix("'s")


def lower_letters(word: str) -> list[str]:
    """A word's letters in lower case, none of which becomes two."""
    return [char.lower() if len(char.lower()) == 1 else char for char in word]
