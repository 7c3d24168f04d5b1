"""Every word list in one automaton, one pass over the folded words: candidates, not verdicts.

Terms and text go through the same tokeniser. The automaton runs over the words joined by single
spaces, so a term matches whole words only, whatever white space or punctuation stands between
them in the article, and letters that change length in lower case move no offset.
"""

from __future__ import annotations

import tomllib
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from itertools import accumulate
from typing import Any

import ahocorasick_rs

from scoring.document import Document
from scoring.document.tokens import find_tokens
from scoring.errors import ScoringError

_VOWELS = "aeiou"
WORD_SETS = ("function_word",)
"""Lists of words that other rooms look up one by one."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that may be evidence: token indices `first` to `last` (exclusive), and the entry's note.

    `precision` is that of an entry of the user's own, which no tagger has seen; None for shipped ones.
    """

    first: int
    last: int
    note: str = ""
    precision: float | None = None


@dataclass(frozen=True, slots=True)
class WordList:
    """One lexicon file: its terms (folded words joined by spaces) to notes, and its own examples."""

    kind: str
    title: str
    precision: float
    judged: int
    terms: Mapping[str, str]
    examples: Sequence[Mapping[str, Any]]


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
    folder = files("scoring") / "lexicons"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    lists = [read_word_list((folder / name).read_text(encoding="utf-8"), name=name) for name in names]
    return Lexicon(lists, plain=WORD_SETS)


def read_word_list(toml: str, *, name: str) -> WordList:
    """One lexicon file's content, its inflected forms written out.

    Raises
    ------
    ScoringError
        If the file is no valid TOML, lacks a key, or a term holds no word.
    """
    try:
        data = tomllib.loads(toml)
        return make_word_list(data, kind=data["kind"], title=data["title"], name=name)
    except (tomllib.TOMLDecodeError, KeyError) as error:
        raise ScoringError(
            f"{name}: not a word list: {error}. Expected the keys title, kind and [[entries]] with terms."
        ) from error


def make_word_list(data: Mapping[str, Any], *, kind: str, title: str, name: str) -> WordList:
    """The word list that a lexicon file's content stands for, its inflected forms written out."""
    terms: dict[str, str] = {}
    for entry in data.get("entries", []):
        for term in entry.get("terms", [entry["term"]] if "term" in entry else []):
            for form in _inflect(normalise(term, name=name), entry.get("inflect", "")):
                terms.setdefault(form, entry.get("note", ""))
    precision, judged = float(data.get("precision", 0.0)), int(data.get("judged", 0))
    return WordList(kind, title, precision, judged, terms, data.get("examples", []))


def normalise(term: str, *, name: str = "term") -> str:
    """A term as the document's own tokeniser sees it: folded words joined by single spaces.

    Examples
    --------
    >>> normalise("State-of-the-art,  really")
    'state-of-the-art really'
    """
    _, _, forms = find_tokens(term, ())
    if not forms:
        raise ScoringError(
            f"{name}: the term {term!r} holds no word and could never match. Mend or remove it."
        )
    return " ".join(forms)


def _inflect(term: str, part: str) -> list[str]:
    words = term.split(" ")
    if part == "verb":
        return [term, *(" ".join([form, *words[1:]]) for form in _verb_forms(words[0]))]
    if part == "noun":
        return [term, " ".join([*words[:-1], _with_s(words[-1])])]
    return [term]


def _verb_forms(verb: str) -> list[str]:
    return [_with_s(verb), _with_suffix(verb, "ed"), _with_suffix(verb, "ing")]


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2:-1] not in _VOWELS:
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    return word + "s"


def _with_suffix(verb: str, suffix: str) -> str:
    if verb.endswith("ee"):
        return verb + ("d" if suffix == "ed" else suffix)
    if verb.endswith("e"):
        return verb[:-1] + suffix
    if verb.endswith("y") and verb[-2:-1] not in _VOWELS and suffix == "ed":
        return verb[:-1] + "ied"
    if _doubles(verb):
        return verb + verb[-1] + suffix
    return verb + suffix


def _doubles(verb: str) -> bool:
    """One-syllable verbs in consonant, vowel, consonant double their last letter ("rip", "ripped")."""
    if len(verb) < 3 or verb[-1] in "aeiouwxy" or verb[-2] not in _VOWELS or verb[-3] in _VOWELS:
        return False
    return sum(letter in _VOWELS for letter in verb) == 1
