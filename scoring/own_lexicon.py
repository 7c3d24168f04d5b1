"""Word lists of a user's own, added to the shipped ones for as long as a call lasts.

An entry of the user's own is new to every fitted tagger, which could not judge it in context. So
each hit counts, with the precision that the file states (or that of the shipped list) as its
probability. Nothing is kept between calls: the lists travel as an argument.
"""

from __future__ import annotations

import hashlib
import json
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from functools import lru_cache
from pathlib import Path
from typing import Any

from scoring.document import Document
from scoring.errors import InputError, ScoringError
from scoring.lexicon import WORD_SETS, Lexicon, WordList, load_lexicon, make_word_list

NOTES = {"hedge": ("epistemic", "conditional", "modal")}
"""Kinds whose notes mean something to a measure; the first is taken where an entry has none."""
UNJUDGED = ("source_", "tone_")
"""Lists that help to read what other kinds found, and give no evidence with a probability."""
INFLECTED = ("verb", "noun")
KEYS = ("term", "terms", "inflect", "note", "source")


@dataclass(frozen=True, slots=True)
class OwnLexicon:
    """Word lists of a user's own: file names and their contents, as `read_lexicon` gives them.

    Small enough to be handed to other processes, which compile it again.
    """

    files: tuple[tuple[str, str], ...]

    @property
    def digest(self) -> str:
        """First 16 hex digits of the SHA-256 of the contents."""
        return hashlib.sha256(json.dumps([text for _, text in self.files]).encode()).hexdigest()[:16]

    @property
    def note(self) -> str:
        """What a scorecard says about it."""
        names = ", ".join(Path(name).name for name, _ in self.files)
        return f"Word lists of the user's own were added: {names} (digest {self.digest})"

    def describe(self) -> dict[str, Any]:
        """What ``run.json`` says about it."""
        lists = zip(self.files, compile_lists(self), strict=True)
        files = [{"file": Path(name).name, **_describe(words)} for (name, _), words in lists]
        return {"digest": self.digest, "files": files}


def _describe(words: WordList) -> dict[str, Any]:
    return {"kind": words.kind, "terms": len(words.terms), "precision": words.precision}


def read_lexicon(*paths: str | Path) -> OwnLexicon:
    """Read one or more files of entries to add to the shipped word lists.

    A file has the format of the shipped ones: ``kind``, ``[[entries]]`` with ``term`` or ``terms``,
    and, per entry, an optional ``inflect`` ("verb", "noun") and ``note``. ``precision`` says how many
    of 100 hits are right, as a share; where the shipped list of the kind has a measured one it may
    be left out. A term that the shipped list has too follows the user's entry.

    Raises
    ------
    InputError
        If a file cannot be read or holds no entries of a known kind; names the file and the line.

    Examples
    --------
    >>> import pathlib, tempfile
    >>> from scoring.article import Article
    >>> from scoring.features import analyse
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     file = pathlib.Path(folder, "mine.toml")
    ...     _ = file.write_text('kind = "promotional"\\n[[entries]]\\nterm = "turbo-charged"\\n')
    ...     mine = read_lexicon(file)
    >>> [span.kind for span in analyse(Article("a", "A turbo-charged plan."), lexicon=mine).evidence]
    ['promotional']
    """
    own = OwnLexicon(tuple((str(path), _read(Path(path))) for path in paths))
    compile_lists(own)
    return own


def open_lexicon(lexicon: OwnLexicon | str | Path | None) -> OwnLexicon | None:
    """A lexicon as a caller may give it: read already, as a file's path, or not at all."""
    return read_lexicon(lexicon) if isinstance(lexicon, str | Path) else lexicon


def apply_lexicon(doc: Document, lexicon: OwnLexicon) -> None:
    """Look for a document's candidates with the user's entries too; before anything else asks for them."""
    doc.once("lexicon", lambda _: _extend(lexicon))


@lru_cache(maxsize=4)
def _extend(lexicon: OwnLexicon) -> Lexicon:
    return Lexicon(load_lexicon().lists.values(), plain=WORD_SETS, added=compile_lists(lexicon))


@lru_cache(maxsize=4)
def compile_lists(lexicon: OwnLexicon) -> tuple[WordList, ...]:
    """The word lists that the files stand for.

    Raises
    ------
    InputError
        If a file is not of the format.
    """
    return tuple(_compile(name, text) for name, text in lexicon.files)


def _read(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        said = getattr(error, "strerror", None) or error
        raise InputError(
            f"{path}: cannot be read as a word list ({said}). Name a .toml file in UTF-8."
        ) from error


def _compile(name: str, text: str) -> WordList:
    try:
        data = tomllib.loads(text)
    except (tomllib.TOMLDecodeError, RecursionError) as error:
        said = " ".join(str(error).split())
        raise InputError(
            f'{name}: no valid TOML: {said}. A term stands in quotes: term = "top-notch".'
        ) from error
    kind = _check_kind(name, data.get("kind"))
    precision = _check_precision(name, kind, data.get("precision"))
    entries = [dict(entry) for entry in _check_entries(name, text, kind, data.get("entries"))]
    try:
        return make_word_list({"entries": entries, "precision": precision}, kind=kind, title=name, name=name)
    except ScoringError as error:
        raise InputError(str(error)) from error


def _check_kind(name: str, found: object) -> str:
    allowed = [kind for kind in load_lexicon().lists if kind not in WORD_SETS]
    if isinstance(found, str) and found in allowed:
        return found
    near = get_close_matches(str(found), allowed, 1)
    said = 'has no kind = "..."' if found is None else f"kind {found!r} takes no entries"
    advice = f"Did you mean {near[0]}? " if near else ""
    raise InputError(f"{name}: {said}. {advice}Allowed: {', '.join(allowed)}.")


def _check_precision(name: str, kind: str, found: object) -> float:
    if isinstance(found, int | float) and not isinstance(found, bool) and 0 < found <= 1:
        return float(found)
    shipped = 1.0 if kind.startswith(UNJUDGED) else load_lexicon().lists[kind].precision
    if found is None and shipped:
        return shipped
    if found is None:
        raise InputError(
            f"{name}: says no precision. {kind} is judged by a fitted tagger that has not met your entries. "
            "Say what share of their hits is right, for example precision = 0.8."
        )
    raise InputError(f"{name}: precision {found!r} is no share. Allowed: a number over 0 and up to 1.")


def _check_entries(name: str, text: str, kind: str, found: object) -> Iterator[Mapping[str, Any]]:
    if not isinstance(found, list) or not found:
        raise InputError(
            f'{name}: holds no entries. Add at least one: [[entries]] and below it term = "...".'
        )
    for number, entry in enumerate(found, 1):
        where = f"{name}: entry {number}"
        if not isinstance(entry, dict) or not entry.keys() & {"term", "terms"}:
            keys = ", ".join(entry) if isinstance(entry, dict) else repr(entry)
            raise InputError(
                f'{where} has no term (found: {keys or "nothing"}). Write term = "..." below it.'
            )
        yield _check_entry(where, text, kind, entry)


def _check_entry(where: str, text: str, kind: str, entry: Mapping[str, Any]) -> Mapping[str, Any]:
    terms = entry["terms"] if "terms" in entry else [entry["term"]]
    if not (isinstance(terms, list) and terms and all(isinstance(term, str) for term in terms)):
        raise InputError(f"{where}: a term is a text in quotes; found {terms!r}.")
    where += _line_of(text, terms[0])
    if unknown := entry.keys() - set(KEYS):
        raise InputError(f"{where}: no such key: {', '.join(sorted(unknown))}. Allowed: {', '.join(KEYS)}.")
    if entry.get("inflect", "verb") not in INFLECTED:
        raise InputError(f"{where}: inflect {entry['inflect']!r} is not known. Allowed: verb, noun.")
    notes = NOTES.get(kind)
    note = entry.get("note", notes[0] if notes else "")
    if not isinstance(note, str) or (notes and note not in notes):
        raise InputError(f"{where}: note {note!r} is not known. Allowed: {', '.join(notes or ('a text',))}.")
    return {**entry, "terms": terms, "note": note}


def _line_of(text: str, term: str) -> str:
    """The line that a term stands on, where it stands there as it is written."""
    lines = (number for number, line in enumerate(text.splitlines(), 1) if term in line)
    number = next(lines, None)
    return f", line {number}" if number and term else ""
