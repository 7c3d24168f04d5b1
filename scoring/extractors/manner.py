"""How the outlet's voice chooses everyday words, and whether the opening tells what the title promises."""

from __future__ import annotations

import math
from itertools import islice

from scoring.document import Document
from scoring.extractors.everyday import Everyday, measure_manner, name_words
from scoring.extractors.measure import Column, share
from scoring.extractors.sourcing_reports import list_handed
from scoring.extractors.titles import LEAST_WORDS, iterate_prose, list_promises, parse_title, stem

OPENING = 60
"""First words of an article that are its opening, and as many outside of sentences handed to sources: who
speaks early shall not push out of the opening what the outlet tells."""


def measure_choice(doc: Document) -> dict[str, float]:
    """Grades of everyday words, and the share of the title that the opening takes up.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> doc = parse(Article("a", "Ferries of Port Hesper run at night.", "Night ferry for Port Hesper"))
    >>> measure_choice(doc)["language_title_opening_share"]
    1.0
    """
    return {
        **{column: measure_manner(doc, side) for column, side in GRADES.items()},
        "language_title_opening_share": measure_opening(doc),
    }


GRADES = {"language_report_grade": "report", "language_argument_grade": "argument"}
"""Column to the side whose words it grades."""


def name_choice(counts: Everyday, text: str, column: str, *, more: bool) -> tuple[list[str], list[str]]:
    """The words behind a grade that is high, or low (not `more`): those used more than usual, and less.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> from scoring.extractors.everyday import count_everyday
    >>> doc = parse(Article("a", "This is just what everyone knows."))
    >>> used, missed = name_choice(count_everyday(doc), doc.text, "language_report_grade", more=False)
    >>> "everyone" in used, "said" in missed
    (True, True)
    """
    return name_words(counts, text, GRADES[column], more=more)


def measure_opening(doc: Document) -> float:
    """Share of the title's content words that the opening of the prose uses in some form.

    NaN without a text and for a title of fewer than three content words; headings and a repetition of
    the title at the top are no opening.
    """
    promised = list_promises(parse_title(doc))
    if len(promised) < LEAST_WORDS or not doc.n_words:
        return math.nan
    told = {stem(part) for form in _list_opening(doc) for part in form.split("-")}
    return share(len(promised & told), len(promised))


def _list_opening(doc: Document) -> set[str]:
    prose, handed = list(iterate_prose(doc)), list_handed(doc)
    every = (form for _, forms in prose for form in forms)
    own = (form for i, forms in prose if i not in handed for form in forms)
    return {*islice(every, OPENING), *islice(own, OPENING)}


_WEIGHTS = "Small bounded weights fitted on labelled articles and outlets; their card lists them."
_FLAWS = "Many small words: no single one decides. Reviews and accounts in the first person read as argument."
COLUMNS = (
    Column(
        "language_report_grade",
        "everyday words of reports",
        "Everyday words outside quotations that reliable news uses more (said, among, officials) less those "
        "that it uses less (this, course, everyone); in a sentence handed to a source who could "
        "be asked the latter count half, and never outweigh the former. Names and subjects do not count.",
        _WEIGHTS,
        _FLAWS,
        (),
        "chooses its everyday words as reports do",
        "chooses its everyday words less as reports do",
    ),
    Column(
        "language_argument_grade",
        "everyday words of argument",
        "Everyday words outside quotations that partisan writing uses more (this, course, nothing) less "
        "those that it uses less (said, also, first); in a sentence handed to a source who could "
        "be asked the former count half, and never outweigh the latter. Names and subjects do not count.",
        _WEIGHTS,
        _FLAWS,
        (),
        "chooses its everyday words as argument does",
        "chooses its everyday words less as argument does",
    ),
    Column(
        "language_title_opening_share",
        "title told in the opening",
        "Share of the title's content words that the opening uses in some form: the first 60 words of the "
        "text, and the first 60 outside sentences handed to sources; undefined for titles of fewer than "
        "three content words.",
        "Our own stemming.",
        "A feature that opens with a scene comes to its subject later, and rightly so.",
        (),
        "tells in its opening more of what its title says",
        "tells in its opening less of what its title says",
    ),
)
