"""Every word list in one automaton, one pass over the folded words: candidates, not verdicts.

Terms and text go through the same tokeniser. The automaton runs over the words joined by single
spaces, so a term matches whole words only, whatever white space or punctuation stands between
them in the article, and letters that change length in lower case move no offset.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

import ahocorasick_rs

from scoring.document import Document
from scoring.document.lists import WordList, make_word_list, normalise, read_lists, read_word_list

__all__ = [
    "WORD_SETS",
    "Candidate",
    "Lexicon",
    "WordList",
    "find_candidates",
    "load_lexicon",
    "make_word_list",
    "normalise",
    "read_word_list",
]
WORD_SETS = ("function_word",)
"""Lists of words that other rooms look up one by one."""


class Candidate(NamedTuple):
    """Words that may be evidence: token indices `first` to `last` (exclusive), and the entry's note.

    `precision` is that of an entry of the user's own, which no tagger has seen; None for shipped ones.
    """

    first: int
    last: int
    note: str = ""
    precision: float | None = None


class Lexicon:
    """Word lists compiled into one automaton.

    Parameters
    ----------
    lists : iterable of WordList
    plain : collection of str
        Kinds that serve as sets of words only; they are never searched.
    added : iterable of WordList
        Entries of a user's own, each with its list's precision; of a term that a kind has twice, the
        last counts.
    """

    def __init__(
        self, lists: Iterable[WordList], *, plain: Collection[str] = (), added: Iterable[WordList] = ()
    ) -> None:
        self.lists = {words.kind: words for words in lists}
        self._searched = [kind for kind in self.lists if kind not in plain]
        owners: dict[str, dict[str, tuple[str, float | None]]] = {}
        shipped = ((self.lists[kind], None) for kind in self._searched)
        for words, precision in (*shipped, *((words, words.precision) for words in added)):
            for term, note in words.terms.items():
                owners.setdefault(f" {term} ", {})[words.kind] = (note, precision)
        self._owners = [[(kind, *entry) for kind, entry in kinds.items()] for kinds in owners.values()]
        kind_of_match = ahocorasick_rs.MatchKind.Standard
        self._automaton = ahocorasick_rs.AhoCorasick(list(owners), matchkind=kind_of_match)

    def find(self, doc: Document) -> dict[str, list[Candidate]]:
        """All candidates of every searched kind, none across a sentence end.

        Of overlapping ones of a kind the first counts, of those that start together the longest.
        """
        lengths = (len(form) + 1 for form in doc.forms)
        begins = {at: i for i, at in enumerate(accumulate(lengths, initial=0))}
        joined = f" {' '.join(doc.forms)} "
        sentence_of, owners = doc.sentence_of, self._owners
        hits: dict[str, list[_Hit]] = {kind: [] for kind in self._searched}
        for pattern, start, end in self._automaton.find_matches_as_indexes(joined, overlapping=True):
            first, last = begins[start], begins[end - 1]
            if sentence_of[first] == sentence_of[last - 1]:
                for kind, note, precision in owners[pattern]:
                    hits[kind].append((first, -last, note, precision))
        return {kind: list(_keep_longest(found)) for kind, found in hits.items()}


_Hit = tuple[int, int, str, float | None]
"""First word, minus the last, note and precision: sorted, the longest of those that start together leads."""


def _keep_longest(found: list[_Hit]) -> Iterator[Candidate]:
    reach = 0
    for first, minus_last, note, precision in sorted(found):
        if first >= reach:
            reach = -minus_last
            yield Candidate(first, reach, note, precision)


def find_candidates(doc: Document) -> dict[str, list[Candidate]]:
    """Candidates of every kind by the document's word lists, found once per document."""
    return doc.once("candidates", lexicon_of(doc).find)


def lexicon_of(doc: Document) -> Lexicon:
    """The word lists a document is searched by: the shipped ones, unless it was given others."""
    return doc.once("lexicon", lambda _: load_lexicon())


@lru_cache(maxsize=1)
def load_lexicon() -> Lexicon:
    """The shipped word lists, read at first use.

    Examples
    --------
    >>> "may" in load_lexicon().lists["hedge"].terms
    True
    """
    return Lexicon(read_lists().values(), plain=WORD_SETS)
