"""Small words by which a text presses its points, and a title that shouts."""

from __future__ import annotations

import math

from scoring.document import Document
from scoring.extractors.measure import Column, per_hundred, share
from scoring.extractors.sourcing_reports import list_told
from scoring.extractors.titles import parse_title
from scoring.extractors.voices import covers

PRESSING = frozenset(
    "just even really so very too only quite rather simply truly actually indeed ever".split()
)
"""Left out, as they brought less than .001 in the mean AUC on outlets and corpora left out: sweeping words
(all, never, nobody), reasons (because, therefore), "they", "not", the present tense. Left out although they
brought up to .015 on single corpora: sentences that open with "but", "this" and "these", days named, the
length of the title. One such word, or a cut title, moved quality by 6 to 43 points: no editor signs that."""
_CAPITALS = 4
"""Letters from which a word in capitals is no common acronym."""


def measure_wording(doc: Document) -> dict[str, float]:
    """Rate of pressing words in the outlet's voice, and how much of the title stands in capitals.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> found = measure_wording(parse(Article("a", "The ferry is just late, Monday or not.")))
    >>> found["language_pressing_rate"]
    12.5
    """
    pressing = sum(_presses(doc, token) for token in range(len(doc.forms)))
    return {
        "language_pressing_rate": per_hundred(pressing, doc),
        "language_title_capitals_share": _measure_capitals(doc),
    }


def _presses(doc: Document, token: int) -> bool:
    listed = doc.forms[token] in PRESSING
    if not listed or not doc.is_counted(token) or doc.voice_at(doc.starts[token]) != "outlet":
        return False
    return not covers(list_told(doc), doc.starts[token])


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
        "Words that press a point and could be left out (just, even, so, really), outside quotations and "
        "what a source who could be asked is handed.",
        "Our own list of 14 words.",
        "'Only' and 'so' also state plain facts; feature writing uses them more than reports do.",
        (),
        "presses its points more often (just, even, so)",
        "presses its points less often (just, even, so)",
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
