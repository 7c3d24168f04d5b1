"""What somebody is charged with: the words that name it are the charge's, not the outlet's choice."""

from __future__ import annotations

from scoring.document import Document
from scoring.taggers.words import AUXILIARIES, DETERMINERS

_CHARGES = frozenset(
    """charge charges charged count counts convicted conviction convictions indicted acquitted accused
    accuses accuse accusing accusation accusations allegation allegations suspicion investigated""".split()
)
_PLEADED = frozenset("pleaded pleads plead pleading pled found".split())
_LINKS = frozenset("of with for to".split())
_BETWEEN = 3
"""Words between "accused of" and what it names, or between "accused" and "of"."""
_NO_NOUNS = (
    AUXILIARIES | DETERMINERS | _LINKS | frozenset("and or against in on at by from while when".split())
)


def names_charge(doc: Document, first: int, last: int) -> bool:
    """Whether a word names what somebody is charged with: "one count of lying", "accused of harassment".

    Of ten such words in the fitting part of BABE the experts marked two, of all others above the threshold
    .55; of 72 read in news 69 named a charge. What judges the charge does not count ("a grotesque fraud").

    Parameters
    ----------
    first, last : int
        Tokens of the word.
    """
    low, high = doc.first_token[doc.sentence_of[first]], doc.first_token[doc.sentence_of[first] + 1]
    after = doc.forms[last] if last < high and _is_open(doc, last) else ""
    modifies = after and after not in _NO_NOUNS and not doc.forms[first].endswith("ing")
    if modifies or doc.forms[first].endswith("ed"):
        return False
    link = _find_back(doc, low, first, _LINKS)
    if link < 0:
        return False
    if link - 2 >= low and doc.forms[link - 1] == "guilty":
        return doc.forms[link - 2] in _PLEADED
    return doc.forms[link] != "to" and _find_back(doc, low, link, _CHARGES) >= 0


def _find_back(doc: Document, low: int, at: int, words: frozenset[str]) -> int:
    """The nearest of some words within reach before a word, where no mark stands between; -1 for none."""
    for i in range(at - 1, max(low, at - 1 - _BETWEEN) - 1, -1):
        if not _is_open(doc, i + 1):
            return -1
        if doc.forms[i] in words:
            return i
    return -1


def _is_open(doc: Document, at: int) -> bool:
    """Whether only white space stands before a word."""
    return doc.text[doc.ends[at - 1] : doc.starts[at]].isspace()
