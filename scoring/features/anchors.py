"""How far a text is about the world: fiction, letters, terms of use and horoscopes hardly are.

Reports and comment hold names, figures, offices and public bodies. A text that holds few, and talks in short
turns, keeps speaking to a "you", telling of a "he" or "she" or saying what one "must", is neither.
"""

from __future__ import annotations

from collections import Counter

from scoring.document import Document, Name
from scoring.extractors.sourcing_reports import list_handed
from scoring.lexicon import find_candidates

FEW_ANCHORS = 1.75
"""Names, figures and offices in 100 words of which a text with fewer has few: the lowest .2 % of 5,429
articles of 120 words or more in five corpora (half have 8.4 or more)."""
TURN_WORDS = 10
TURNS = 1.3
FEW_BESIDE_TURNS = 2.5
"""Dialogue: so many turns of ten words at most in 100 words, which 3 % of the articles have, beside fewer
anchors than this, as .6 % have. No article has both. Novels name few people, and a name counts once."""
_WORDS = (
    ("tell of “he” or “she”", 7.0, frozenset("he she him her his hers himself herself".split())),
    ("speak to “you”", 3.0, frozenset("you your yours yourself yourselves".split())),
    ("say what one “must”, “shall”, “should” or “may”", 1.3, frozenset("must shall should may".split())),
)
"""What words do, how many of 100 do it too often, and those words. The highest 1 % of the articles lie beyond
each; of those with few anchors 3 do, .06 %, one of them a page of verb forms. With all limits taken from the
other four corpora it is .1 % of the articles left out, .4 % in the worst corpus. Of 819 more articles of news
none is withheld, of 209 reviews by buyers 3. "I" is no such word: columns say it as diaries do.

Of 44 texts of ours in 20 other kinds 23 are withheld and 10 noted; of the 21 by which nothing was chosen, 10
and 7. Of 12 written later 9 are withheld. Missed are diaries, minutes, science, and horoscopes, novels and
contracts full of names and numbers. Of 26 reports and columns that we wrote with few names on purpose 3 are
withheld: on a garden, on a baby, and of a woman who is never named."""
SOURCED = 0.95
"""Sentences in 100 words that hand a statement to a source who could be asked, from which neither "you" nor
"must" speaks against a text: warnings of storms and recalls of goods. Fiction has as many."""
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
_ENDS = ",.?!…—-"


def measure_anchor_rate(doc: Document) -> float:
    """Names (each once), figures, and words for offices and public bodies per 100 words; 0 without words.

    One word after "the" is no name, as contracts write their terms so ("the Tenant").

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> measure_anchor_rate(parse(Article("a", "On May 5 Ana Ruiz told council of the Premises.")))
    30.0
    """
    return 100 * doc.once("anchors", _count_anchors) / max(1, doc.n_words)


def find_manner(doc: Document) -> str:
    """What a text with few anchors does as hardly an article does, to stand in a sentence; else empty.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> find_manner(parse(Article("a", "You'll meet your match today.")))
    '40 words in 100 speak to “you”'
    """
    anchors, per = measure_anchor_rate(doc), 100 / max(1, doc.n_words)
    turns = _count_turns(doc)
    if anchors < FEW_BESIDE_TURNS and turns * per >= TURNS:
        return f"people talk in {turns} short turns"
    if anchors >= FEW_ANCHORS:
        return ""
    judged = _WORDS[:1] if len(list_handed(doc)) * per >= SOURCED else _WORDS
    words = Counter(form.partition("'")[0] for i, form in enumerate(doc.forms) if doc.is_counted(i))
    rates = ((does, per * sum(words[word] for word in group), least) for does, least, group in judged)
    return next((f"{rate:.0f} words in 100 {does}" for does, rate, least in rates if rate >= least), "")


def note_anchors(doc: Document) -> list[str]:
    """A sentence on a text that has few anchors: why it is withheld, or that its scores may mean little.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> note_anchors(parse(Article("a", "It rained all day.")))
    ['No name, figure or office in 4 words: unless this reports or comments, its scores mean little']
    """
    count = doc.once("anchors", _count_anchors)
    things = "names, figures or offices" if count > 1 else "name, figure or office"
    few = f"{count or 'no'} {things} in {doc.n_words} words"
    if manner := find_manner(doc):
        return [f"Withheld: hardly reads as a report or a comment: {few}, and {manner}"]
    if measure_anchor_rate(doc) < FEW_ANCHORS:
        return [f"{few.capitalize()}: unless this reports or comments, its scores mean little"]
    return []


def _count_anchors(doc: Document) -> int:
    names = {name.key for name in doc.names if doc.is_counted(name.first) and not _is_term(doc, name)}
    places = [i for i, form in enumerate(doc.forms) if form[0].isdigit()]
    places += [role.first for role in find_candidates(doc)["source_role"] if role.note in PUBLIC]
    return len(names) + sum(map(doc.is_counted, places))


def _is_term(doc: Document, name: Name) -> bool:
    one = name.last - name.first == 1
    return one and name.first > 0 and doc.forms[name.first - 1] == "the"


def _count_turns(doc: Document) -> int:
    """Quotations of few words that end as speech does, with a mark of their own."""
    spoken = (span for span in doc.quotations if doc.text[span[1] - 1] in _ENDS)
    return sum(0 < doc.words_in(span) <= TURN_WORDS for span in spoken)
