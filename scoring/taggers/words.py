"""What taggers see of single words: placeholders for names and numbers, classes, marks between them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from contextlib import suppress
from functools import lru_cache
from itertools import chain, starmap

from scoring.article import Span
from scoring.cleaning import INVISIBLE
from scoring.document import Document
from scoring.document.alike import ALIKE, even_out
from scoring.document.words import NATIONS

NAME, NUMBER, EDGE = "<name>", "<number>", "<edge>"
PRONOUNS = frozenset(
    "i he she they we you it who which that this these those everyone someone nobody".split()
)
AUXILIARIES = frozenset(
    """is are was were be been being has have had do does did will would can could may might must
    should""".split()
)
BE = frozenset("is are was were be been being".split())
DETERMINERS = frozenset(
    "the a an this that these those his her its their our my your some any no each every".split()
)
MEANS = frozenset("telephone phone cellphone email e-mail mail letter text fax video videolink radio".split())
"""What people are told or say something by, who are no agents: "told by telephone"."""
_CLASSES = {
    **dict.fromkeys(DETERMINERS, "<determiner>"),
    **dict.fromkeys(AUXILIARIES, "<auxiliary>"),
    **dict.fromkeys(PRONOUNS, "<pronoun>"),
    **{word: word for word in (NAME, NUMBER, EDGE, "to", "not")},
}
_NATIONS = NATIONS.union(f"{nation}s" for nation in NATIONS)
"""Nations and peoples: they are names, even if they open a sentence and nowhere stand inside one."""
_MASKED = _NATIONS | ALIKE.keys()
_JOINTS = re.compile("['-]")
_QUOTES = dict.fromkeys("\"“”‘’'«»", "”")


def masked_forms(doc: Document) -> Sequence[str]:
    """The folded words, names and numbers as placeholders, genders and parties as one; found once."""
    return doc.once("masked", _mask)


def _mask(doc: Document) -> list[str]:
    masked = list(doc.forms)
    for i in [i for i, form in enumerate(masked) if form in _MASKED or not form.isalpha()]:
        nation, plain = _replace(masked[i])
        masked[i] = NAME if nation and not doc.text[doc.starts[i] : doc.ends[i]].islower() else plain
    for name in doc.names:
        masked[name.first : name.last] = [NAME] * (name.last - name.first)
    return masked


@lru_cache(maxsize=4096)
def _replace(form: str) -> tuple[bool, str]:
    """Whether a folded word holds a nation, and what stands for it if that is not its name."""
    nation = not _NATIONS.isdisjoint((form, *_JOINTS.split(form)))
    return nation, NUMBER if form[0].isdigit() else even_out(form)


def find_all(values: Sequence[object], value: object) -> Iterator[int]:
    """The places of a value in a list, even if it is not equal to itself.

    Examples
    --------
    >>> list(find_all(["that", "and", "that"], "that"))
    [0, 2]
    """
    at = -1
    with suppress(ValueError):
        while True:
            at = values.index(value, at + 1)
            yield at


def class_of(word: str) -> str:
    """A word's class: placeholder, pronoun, auxiliary, determiner, "to", "not", or its last two letters."""
    return _CLASSES.get(word) or word[-2:]


@lru_cache(maxsize=4096)
def mark_of(gap: str) -> str:
    """The punctuation between two words, quotation marks folded together."""
    marks = {_QUOTES.get(char, char) for char in INVISIBLE.sub("", gap) if not char.isspace()}
    return "".join(sorted(marks))[:3]


_ENDINGS = ("ing", "ied", "ies", "ed", "es", "s", "e")
_SHORTEST = 3
"""Letters that an ending must leave."""


def stem(word: str) -> str:
    """A word without the ending of a verb, so that the forms of a verb count as one.

    Examples
    --------
    >>> [stem(word) for word in ("argues", "argued", "planning", "tells", "denied", "said")]
    ['argu', 'argu', 'plan', 'tell', 'deny', 'said']
    """
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            bare = word[: -len(ending)]
            if ending in ("ied", "ies"):
                return bare + "y"
            if len(bare) > _SHORTEST and bare[-1] == bare[-2] and bare[-1] not in "sl":
                bare = bare[:-1]
            return bare[:-1] if bare.endswith("e") and len(bare) > _SHORTEST else bare
    return word


def find_quoted(doc: Document) -> frozenset[int]:
    """Words between quotation marks or in posts."""
    return frozenset(chain.from_iterable(starmap(range, list_quoted(doc))))


def list_quoted(doc: Document) -> list[Span]:
    """The first word of each quotation and post, and the one after its last."""
    return [(bisect_left(doc.starts, start), bisect_left(doc.starts, end)) for start, end in doc.spoken]


def is_small(doc: Document, i: int) -> bool:
    """Whether a word is written small and of letters alone: no name, short form, number or part of a link.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> [is_small(parse(Article("a", "Elm don't half-kowtow.")), i) for i in range(3)]
    [False, False, True]
    """
    return doc.text[doc.starts[i]].islower() and doc.forms[i].replace("-", "").isalpha()
