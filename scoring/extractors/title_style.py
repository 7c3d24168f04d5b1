"""How a title is set: capitals in mid-sentence and length, which follow an outlet's house style."""

from __future__ import annotations

import math

from scoring.document import Document
from scoring.extractors.measure import Column, share
from scoring.extractors.titles import parse_title

_FEWEST = 2
"""Words with letters after the first, under which a title shows no style."""


def measure_title_style(doc: Document) -> dict[str, float]:
    """Share of the title's words that open with a capital, and how many words it has.

    Both are NaN without a title or a text.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> measure_title_style(parse(Article("a", "It rained.", "Ferry Stays in Port")))
    {'language_title_case_share': 0.6666666666666666, 'language_title_word_count': 4.0}
    """
    words = _list_words(doc) if doc.n_words else []
    return {
        "language_title_case_share": _share_capitals(words[1:]),
        "language_title_word_count": float(len(words)) if words else math.nan,
    }


def _list_words(doc: Document) -> list[str]:
    """The title's words as a reader sees them."""
    title = parse_title(doc)
    return [title.visible(start, end) for start, end in zip(title.starts, title.ends, strict=True)]


def _share_capitals(words: list[str]) -> float:
    """Share of words that open with a capital; figures and scripts without capitals do not count."""
    capitals = [word[0].isupper() for word in words if word[0].isupper() or word[0].islower()]
    return share(sum(capitals), len(capitals)) if len(capitals) >= _FEWEST else math.nan


_HOUSE = "Serves scores of a user's own; the shipped scores leave it out, as it is an outlet's house style."
COLUMNS = (
    Column(
        "language_title_case_share",
        "title words with a capital",
        "Share of the title's words after the first that open with a capital: high in Title Case. Undefined "
        "without a title of three words.",
        "Typography; Horne and Adali (2017) on titles of real and fake news.",
        f"Names have capitals in any style; a title all in capitals counts as one in Title Case. {_HOUSE}",
        (),
        "sets more words of its title with a capital",
        "sets fewer words of its title with a capital",
    ),
    Column(
        "language_title_word_count",
        "words in the title",
        "Words of the title; undefined without one.",
        "Our own tokeniser; Horne and Adali (2017), as above.",
        f"The name of a section or an outlet within the title counts too. {_HOUSE}",
        (),
        "has a longer title",
        "has a shorter title",
    ),
)
