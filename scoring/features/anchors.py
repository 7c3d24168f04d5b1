"""How far a text is about the world: fiction, letters, terms of use and horoscopes hardly are.

Reports and comment hold names, figures, offices and public bodies. A text that holds hardly any, and keeps
speaking to a "you", telling of a "he" or "she" or saying what one "must", is neither.
"""

from __future__ import annotations

from collections import Counter

from scoring.document import Document, Name
from scoring.lexicon import find_candidates

FEW_ANCHORS = 2.0
"""Names, figures and offices in 100 words of which a text with fewer has few.

Of 5,429 articles of 120 words or more in five corpora 7 have so few (half have 11 or more); 3 of these are
withheld for their manner too, .06 %, one of them a page of verb forms. With the limits taken from four
corpora, 4 of the articles left out are (.07 %). Of 819 more articles of news none has few anchors, of 209
reviews by buyers 18, of which 3 are withheld. Of 45 texts of ours in 19 other kinds, by half of which the
manners were chosen, 20 are withheld and 13 noted; of 8 written when all was chosen 7 are withheld. What
stays: novels with full names, contracts with numbered clauses, reports of science. Columns on gardens and
babies that name nobody are withheld as well."""
_MANNERS = (
    ("speak to “you”", 3.0, frozenset("you your yours yourself yourselves".split())),
    ("tell of “he” or “she”", 7.0, frozenset("he she him her his hers himself herself".split())),
    ("say what one “must”, “shall”, “should” or “may”", 1.3, frozenset("must shall should may".split())),
)
"""What the words of a manner do, how many of 100 make it, and those words: the highest 1 % of the articles
above lie beyond each. "I" makes none: columns and reviews say it as often as diaries do."""
PUBLIC = frozenset(
    (
        "bodies, and those whom a reader could ask",
        "councils, parliaments and offices",
        "government and politics",
        "law and order",
        "law, order and rescue",
        "police and other words without a plural of their own",
        "science, health and learning",
        "speaking for others",
    )
)
"""Groups of the list of roles that are anchors; trades and families people fiction and terms of use as well.
Without any of the roles, editorials and open letters that name nobody would be withheld too."""


def measure_anchor_rate(doc: Document) -> float:
    """Names, figures, and words for offices and public bodies per 100 counted words; 0 without words.

    One word after "the" is no name, as contracts write their terms so ("the Tenant").

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> measure_anchor_rate(parse(Article("a", "On May 5 Ana Ruiz told council of the Premises.")))
    30.0
    """
    return 100 * doc.once("anchors", _count_anchors) / max(1, doc.n_words)


def find_manner(doc: Document) -> tuple[str, float]:
    """What a text's words do that an article's rarely do so often, and how many of 100 do it.

    Empty and 0 where they do nothing of the kind.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> find_manner(parse(Article("a", "You'll meet your match today.")))
    ('speak to “you”', 40.0)
    """
    words = Counter(form.partition("'")[0] for i, form in enumerate(doc.forms) if doc.is_counted(i))
    for manner, least, group in _MANNERS:
        found = 100 * sum(words[word] for word in group) / max(1, doc.n_words)
        if found >= least:
            return manner, found
    return "", 0.0


def is_worldless(doc: Document) -> bool:
    """Whether a text has few anchors and one of the manners."""
    return measure_anchor_rate(doc) < FEW_ANCHORS and bool(find_manner(doc)[0])


def note_anchors(doc: Document) -> list[str]:
    """A sentence on a text that has few anchors: why it is withheld, or that its scores may mean little.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> note_anchors(parse(Article("a", "It rained all day.")))
    ['No name, figure or office in 4 words: unless this reports or comments, its scores mean little']
    """
    if measure_anchor_rate(doc) >= FEW_ANCHORS:
        return []
    count = doc.once("anchors", _count_anchors)
    things = "names, figures or offices" if count > 1 else "name, figure or office"
    few = f"{count or 'no'} {things} in {doc.n_words} words"
    manner, found = find_manner(doc)
    if manner:
        return [f"Withheld: neither report nor comment: {few}, and {found:.0f} words in 100 {manner}"]
    return [f"{few.capitalize()}: unless this reports or comments, its scores mean little"]


def _count_anchors(doc: Document) -> int:
    places = [name.first for name in doc.names if not _is_term(doc, name)]
    places += [i for i, form in enumerate(doc.forms) if form[0].isdigit()]
    places += [role.first for role in find_candidates(doc)["source_role"] if role.note in PUBLIC]
    return sum(map(doc.is_counted, places))


def _is_term(doc: Document, name: Name) -> bool:
    one = name.last - name.first == 1
    return one and name.first > 0 and doc.forms[name.first - 1] == "the"
