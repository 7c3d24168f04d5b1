"""Small words by which a text presses, points or dates, and a title that shouts."""

from __future__ import annotations

import math
from collections.abc import Iterator

from scoring.document import Document
from scoring.extractors.measure import Column, share
from scoring.extractors.titles import parse_title

PRESSING = frozenset(
    "just even really so very too only quite rather simply truly actually indeed ever".split()
)
POINTING = frozenset("this these".split())
DAYS = frozenset("monday tuesday wednesday thursday friday saturday sunday yesterday".split())
LISTS = {
    "language_pressing_rate": PRESSING,
    "language_pointing_rate": POINTING,
    "language_day_rate": DAYS,
}
"""Column to the words that count.

Left out, as they brought less than .001 in the mean AUC on outlets and corpora left out: sweeping words (all,
never, nobody), reasons (because, therefore), "they", "not", the present tense. Left out although they brought
.005 and .004: sentences that open with "but", as one more raised quality by up to 12 points, and the length
of the title, as cutting it raised quality by up to 43."""
_LISTED = frozenset().union(*LISTS.values())
_CAPITALS = 4
"""Letters from which a word in capitals is no common acronym."""


def measure_wording(doc: Document) -> dict[str, float]:
    """Rates of the listed words in the outlet's voice, and how much of the title stands in capitals.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> found = measure_wording(parse(Article("a", "The ferry is just late, Monday or not.")))
    >>> found["language_day_rate"], found["language_title_capitals_share"]
    (12.5, nan)
    """
    own = list(_list_own(doc))
    rates = {
        name: 100 * sum(form in words for form in own) / doc.n_words if doc.n_words else math.nan
        for name, words in LISTS.items()
    }
    return rates | {"language_title_capitals_share": _measure_capitals(doc)}


def _list_own(doc: Document) -> Iterator[str]:
    """Listed words of counted prose in the outlet's voice, the possessive ending taken off."""
    for token, form in enumerate(doc.forms):
        word = form.removesuffix("'s")
        if word in _LISTED and doc.is_counted(token) and doc.voice_at(doc.starts[token]) == "outlet":
            yield word


def _measure_capitals(doc: Document) -> float:
    """Share of the title's words that are set in capitals, one left free; NaN without a title or a text.

    A single one may be a name ("UNESCO"), and no single word may decide over an article.
    """
    title = parse_title(doc)
    words = [title.visible(start, end) for start, end in zip(title.starts, title.ends, strict=True)]
    loud = sum(len(word) >= _CAPITALS and word.isupper() for word in words)
    return share(max(0, loud - 1), len(words)) if doc.n_words else math.nan


COLUMNS = (
    Column(
        "language_pressing_rate",
        "pressing words",
        "Words that press a point and could be left out (just, even, so, really), outside quotations.",
        "Our own list of 14 words.",
        "'Only' and 'so' also state plain facts; feature writing uses them more than reports do.",
        (),
        "presses its points more often (just, even, so)",
        "presses its points less often (just, even, so)",
    ),
    Column(
        "language_pointing_rate",
        "this and these",
        "'This' and 'these' outside quotations: the text points where a report would name.",
        "Our own list.",
        "Analyses and explainers point, too.",
        (),
        "points more often instead of naming (this, these)",
        "points less often instead of naming (this, these)",
    ),
    Column(
        "language_day_rate",
        "days named",
        "Days of the week and 'yesterday' outside quotations: the text says when.",
        "Our own list.",
        "Names that hold a day count; outlets that write dates in figures have fewer.",
        (),
        "says more often on which day things happened",
        "says less often on which day things happened",
    ),
    Column(
        "language_title_capitals_share",
        "title words in capitals",
        "Share of the title's words that have four letters or more and stand in capitals, one of them left "
        "free; undefined without a title.",
        "Typography.",
        "Two long acronyms count as one; an outlet that sets all titles in capitals has them everywhere.",
        (),
        "shouts more in its title",
        "shouts less in its title",
    ),
)
