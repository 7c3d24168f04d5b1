"""The word lists as files give them: terms folded as the tokeniser folds, inflected forms written out."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import Any

from scoring.document.tokens import find_tokens
from scoring.errors import ScoringError

_VOWELS = "aeiou"


@dataclass(frozen=True, slots=True)
class WordList:
    """One lexicon file: its terms (folded words joined by spaces) to notes, and its own examples."""

    kind: str
    title: str
    precision: float
    terms: Mapping[str, str]
    examples: Sequence[Mapping[str, Any]]


@lru_cache(maxsize=1)
def read_lists() -> Mapping[str, WordList]:
    """The shipped word lists by kind, read at first use.

    Examples
    --------
    >>> "may" in read_lists()["hedge"].terms
    True
    """
    folder = files("scoring") / "lexicons"
    names = sorted(entry.name for entry in folder.iterdir() if entry.name.endswith(".toml"))
    lists = [read_word_list((folder / name).read_text(encoding="utf-8"), name=name) for name in names]
    return {words.kind: words for words in lists}


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
    return WordList(kind, title, float(data.get("precision", 0.0)), terms, data.get("examples", []))


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
