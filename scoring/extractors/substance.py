"""Sentences that carry nothing a reader could check: no name, number, date, quotation or source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right

from scoring.article import Span
from scoring.attributions import find_attributions
from scoring.document import Document
from scoring.document.words import CALENDAR
from scoring.extractors.measure import share

LEAST_WORDS = 5
"""Shorter sentences ("It rained.") are left out."""
_NUMBERS = frozenset(
    """two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
    seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred hundreds
    thousand thousands million millions billion billions trillion dozen dozens half percent twice
    yesterday today tonight tomorrow""".split()
)
_FIGURES = _NUMBERS | CALENDAR
_MONTHS_LIKE_WORDS = frozenset({"may", "march"})
_CHECKABLE = frozenset({"named", "role", "document", "anonymous"})


def share_of_uninformative(doc: Document) -> float:
    """Share of counted sentences of five words or more without anything to check.

    Headings are left out, and so is a source that is nobody ("experts say"). NaN without such sentences.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> share_of_uninformative(parse(Article("a", "Ana Ruiz opened the shop. It is a place to be.")))
    0.5
    """
    full = [i for i in range(len(doc.sentences)) if _is_full(doc, i)]
    informed = _list_informed(doc)
    return share(sum(i not in informed for i in full), len(full))


def _is_full(doc: Document, sentence: int) -> bool:
    words = doc.first_token[sentence + 1] - doc.first_token[sentence]
    return doc.counted[sentence] and words >= LEAST_WORDS and sentence not in doc.headings


def _list_informed(doc: Document) -> set[int]:
    """Sentences that hold a name, a number, a date, quoted words or a source one could ask."""
    informed = {doc.sentence_of[name.first] for name in doc.names}
    informed.update(doc.sentence_of[i] for i in _find_figures(doc))
    for span in doc.spoken:
        informed.update(_sentences_in(doc, span))
    for item in find_attributions(doc):
        if item.source and item.source_type in _CHECKABLE:
            informed.update(_sentences_in(doc, item.cue))
    return informed


def _find_figures(doc: Document) -> list[int]:
    """Words that are numbers or dates; "may" and "march" only with a capital."""
    found = [i for i, form in enumerate(doc.forms) if form in _FIGURES or form[0].isdigit()]
    return [i for i in found if doc.forms[i] not in _MONTHS_LIKE_WORDS or doc.text[doc.starts[i]].isupper()]


def _sentences_in(doc: Document, span: Span) -> range:
    """Indices of the sentences that a span touches."""
    first = bisect_right(doc.sentences, (span[0], len(doc.text))) - 1
    return range(max(first, 0), bisect_left(doc.sentences, (span[1], 0)))
