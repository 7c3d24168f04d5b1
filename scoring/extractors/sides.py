"""The sides of a story: its most present names, the words each is given, the tone toward each."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from scoring.article import Span
from scoring.attributions import find_attributions
from scoring.document import Document, Name
from scoring.document.peoples import is_people
from scoring.document.words import PLACES
from scoring.extractors.senses import find_rebuttals
from scoring.extractors.tone import average_tone

MAX_SIDES = 4
MIN_MENTIONS = 3
_POSSESSIVE = re.compile(r"['’]s\b")
_CODE = re.compile(r"\d|[A-Z].*[A-Z]")
_SURNAME = re.compile(r"(?:Ma?c|O['’]|D[aei]|L[aeo]|Van|Von|Fitz)[A-Z][a-z]")


_WHERE = frozenset("in near outside across throughout".split())
_PARTS_OF_TOWN = frozenset(
    "the downtown nearby central north south east west northern southern eastern western".split()
)
_CHAMBERS = frozenset("senate congress house parliament commons".split())
"""Where something happens, and who may answer for it."""


@dataclass(frozen=True, slots=True)
class SideRow:
    """One side: mentions, attributed words, its share of all sides' words, tone in [-1, 1].

    `share` is NaN if no side is given a word, `tone` if every mention stands in a quotation. `asked`
    counts the places in the outlet's voice where a sentence names the side and tells of an answer.
    """

    name: str
    mentions: int
    words: int
    share: float
    tone: float
    first: Span
    asked: int = 0


def find_sides(doc: Document) -> dict[str, list[Name]]:
    """Names mentioned three times or more in counted prose, most present first, at most four.

    Names of peoples ("Chinese"), one-off mentions, places where things happened and words that the
    article also writes in lower case are no sides: of 80 names that half their mentions put "in" or
    "near", 77 were judged to be mere places. Abbreviations and names of products ("BRCA", "TrueTear")
    are sides only if they are handed a statement.
    """
    return doc.once("sides", _find_sides)


def _find_sides(doc: Document) -> dict[str, list[Name]]:
    mentions: dict[str, list[Name]] = {}
    for name in doc.names:
        if doc.is_counted(name.first):
            mentions.setdefault(name.key, []).append(name)
    often = [key for key, names in mentions.items() if len(names) >= MIN_MENTIONS]
    often.sort(key=lambda key: -len(mentions[key]))
    single = {key.lower() for key in often if " " not in key}
    words = zip(doc.forms, doc.starts, strict=True)
    common = {form for form, start in words if form in single and doc.text[start].islower()}
    speakers = {item.name for item in find_attributions(doc)}
    present = [
        key
        for key in often
        if _may_be_side(key, common, speakers) and (key in speakers or not _is_scene(doc, key, mentions[key]))
    ]
    return {key: mentions[key] for key in present[:MAX_SIDES]}


def _may_be_side(key: str, common: set[str], speakers: set[str]) -> bool:
    if _is_people(key) or len(key) < 2:
        return False
    coded = _CODE.search(key) is not None and not _SURNAME.match(key)
    doubtful = " " not in key and (coded or key.lower() in common)
    return not doubtful or key in speakers


def _is_scene(doc: Document, key: str, names: list[Name]) -> bool:
    """Whether half the mentions or more say where something happened ("in Elm", "near downtown Elm")."""
    return key.lower() not in _CHAMBERS and 2 * sum(_is_place(doc, name) for name in names) >= len(names)


def _is_place(doc: Document, name: Name) -> bool:
    at = name.first - 1
    while at > 0 and doc.forms[at] in _PARTS_OF_TOWN:
        at -= 1
    return at >= doc.first_token[doc.sentence_of[name.first]] and doc.forms[at] in _WHERE


def _is_people(key: str) -> bool:
    """Whether a name is that of a people: one word, or two that open with a place ("North Koreans")."""
    first, _, rest = key.lower().partition(" ")
    if rest and first not in PLACES and first != "native":
        return False
    return is_people(rest or first)


def list_sides(doc: Document) -> list[SideRow]:
    """One row a side, in the order of `find_sides`.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> doc = parse(Article("a", "Ana Ruiz left. We saw Ana Ruiz. “No,” said Ana Ruiz."))
    >>> [(row.name, row.mentions, row.words) for row in list_sides(doc)]
    [('Ana Ruiz', 3, 1)]
    """
    return list(doc.once("side rows", _list_sides))


def _list_sides(doc: Document) -> list[SideRow]:
    sides = find_sides(doc)
    words = dict.fromkeys(sides, 0)
    for item in find_attributions(doc):
        owner = _find_owner(item.name, sides)
        if owner:
            words[owner] += item.quoted_words + item.paraphrased_words
    total = sum(words.values())
    answers = _answering_sentences(doc)
    return [
        SideRow(
            name=key,
            mentions=len(names),
            words=words[key],
            share=words[key] / total if total else math.nan,
            tone=average_tone(doc, names),
            first=(doc.starts[names[0].first], doc.ends[names[0].last - 1]),
            asked=sum(answers[sentence] for sentence in {doc.sentence_of[name.first] for name in names}),
        )
        for key, names in sides.items()
    ]


def _find_owner(source: str, sides: Iterable[str]) -> str | None:
    """The side that a source is, by its name or as "the union" if one side alone ends in that word."""
    said = f" {_POSSESSIVE.sub('', source)} "
    named = next((key for key in sides if f" {key} " in said), None)
    if named:
        return named
    head = said.strip().lower().removeprefix("the ")
    bodies = [key for key in sides if key.lower().endswith(f" {head}")]
    return bodies[0] if head and len(bodies) == 1 else None


def _answering_sentences(doc: Document) -> Counter[int]:
    """How many answers each sentence tells of, in the outlet's voice."""
    return Counter(
        doc.sentence_of[judged.first]
        for judged in find_rebuttals(doc)
        if doc.voice_at(doc.starts[judged.first]) == "outlet"
    )
