"""Whether the body speaks of what its title promises."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import cache

from scoring.article import Article
from scoring.document import Document, parse
from scoring.document.words import PLACES
from scoring.extractors.measure import share
from scoring.extractors.unbacked import list_put_in
from scoring.lexicon import lexicon_of, load_lexicon

LEAST_WORDS = 3
"""A title of fewer content words promises nothing that could be missed."""
_ADJECTIVES = {"democratic": "democrat"}
"""As "Republican" is noun and adjective, its rival's two words must be one."""
_SHORTEST = 3
_NO_PROMISE = frozenset(
    """say says said tell tells told get gets got become becomes video videos photo photos watch
    breaking exclusive opinion""".split()
)
"""What headlines add to any story."""
_OF_PLACE = 4
"""Letters that a country has in common with its people ("China", "Chinese")."""
_ENDINGS = "ations ation ically ments ment ings ing ically edly ers ies ied ely ly ed er es al y e s".split()


def measure_mismatch(doc: Document) -> float:
    """Share of the title's content words that the body never uses in any form.

    NaN without a title and for one of fewer than three content words. Headings and a repetition of
    the title at the top are no body.

    Examples
    --------
    >>> text = "The ferries of Port Hesper will run at night."
    >>> measure_mismatch(parse(Article("a", text, "Night ferry for Port Hesper")))
    0.0
    """
    promised = list_promises(parse_title(doc))
    if len(promised) < LEAST_WORDS:
        return math.nan
    body = doc.once("words of the body", _list_body)
    openings = {word[:_SHORTEST] for word in promised}
    kept = {stem(form) for form in body if form[:_SHORTEST] in openings}
    missed = [word for word in promised - kept if word not in _places() or not _is_near(word, body)]
    return share(len(missed), len(promised)) if body else math.nan


def _is_near(place: str, body: frozenset[str]) -> bool:
    return any(form.startswith(place[:_OF_PLACE]) for form in body)


@cache
def _places() -> frozenset[str]:
    return frozenset(map(stem, PLACES))


def parse_title(doc: Document) -> Document:
    """The title as a document of its own, empty without a title; parsed once, searched by the same lists."""
    return doc.once("title", _parse_title)


def _parse_title(doc: Document) -> Document:
    title = parse(Article(doc.article.id, doc.title), as_set=True)
    title.once("lexicon", lambda _: lexicon_of(doc))
    return title


def stem(form: str) -> str:
    """A folded word without possessive and common endings; at least three letters stay.

    Examples
    --------
    >>> stem("replicating"), stem("replicate"), stem("china's"), stem("ties")
    ('replicat', 'replicat', 'china', 'tie')
    >>> stem("democratic") == stem("democrats")
    True
    """
    word = form.removesuffix("'s").rstrip("'")
    word = _ADJECTIVES.get(word, word)
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word[: -len(ending)]
            break
    return word[:-1] if len(word) > _SHORTEST and word[-1] == word[-2] else word


def list_promises(title: Document) -> frozenset[str]:
    """Stems of the title's content words, compounds taken apart."""
    return frozenset(stem(part) for form in title.forms for part in form.split("-") if _is_content(part))


def _is_content(form: str) -> bool:
    common = load_lexicon().lists["function_word"].terms
    return len(form) >= _SHORTEST and form[0].isalpha() and form not in common and form not in _NO_PROMISE


def _list_body(doc: Document) -> frozenset[str]:
    """Parts of all words of the prose below the headings."""
    used = {form for _, forms in iterate_prose(doc) for form in forms}
    return frozenset(part for form in used for part in form.split("-"))


def iterate_prose(doc: Document) -> Iterator[tuple[int, Sequence[str]]]:
    """Sentences of counted prose below the headings, by number, with their words.

    In order, without calls to the reader and leftovers.
    """
    left_out = list_put_in(doc) | set(doc.headings)
    for i, counts in enumerate(doc.counted):
        if counts and i not in left_out:
            yield i, doc.forms[doc.first_token[i] : doc.first_token[i + 1]]
