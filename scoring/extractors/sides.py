"""The sides of a story: its most present names, the words each is given, the tone toward each."""

from __future__ import annotations

import re
from dataclasses import dataclass

from scoring.article import Span
from scoring.attributions import find_attributions
from scoring.document import Document, Name
from scoring.lexicon import find_candidates

MAX_SIDES = 4
MIN_MENTIONS = 3
_POSSESSIVE = r"['’]s\b"
_DEMONYM = re.compile(
    r"(?:ese|ish|[a-z]{2}ians?|icans?|aeli|iraqi|french|dutch|greek|swiss|muslims?|christians?)$",
    re.IGNORECASE,
)
_CODE = re.compile(r"\d|[A-Z].*[A-Z]")
_SURNAME = re.compile(r"(?:Ma?c|O['’]|D[aei]|L[aeo]|Van|Von|Fitz)[A-Z][a-z]")
_TONE_PRIOR = 4.0
"""Pseudo-counts of neutral words, so that a single word cannot make a tone."""


@dataclass(frozen=True, slots=True)
class SideRow:
    """One side: mentions, attributed words, its share of all sides' words, tone in [-1, 1]."""

    name: str
    mentions: int
    words: int
    share: float
    tone: float
    first: Span


def find_sides(doc: Document) -> dict[str, list[Name]]:
    """Names mentioned three times or more in counted prose, most present first, at most four.

    Names of peoples ("Chinese"), one-off mentions and words that the article also writes in lower
    case are no sides. Abbreviations and names of products ("BRCA", "TrueTear") are sides only if
    they are handed a statement.
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
    present = [key for key in often if _may_be_side(key, common, speakers)]
    return {key: mentions[key] for key in present[:MAX_SIDES]}


def _may_be_side(key: str, common: set[str], speakers: set[str]) -> bool:
    if _DEMONYM.search(key) or len(key) < 2:
        return False
    coded = _CODE.search(key) is not None and not _SURNAME.match(key)
    doubtful = " " not in key and (coded or key.lower() in common)
    return not doubtful or key in speakers


def list_sides(doc: Document) -> list[SideRow]:
    """One row a side, in the order of `find_sides`; shares are NaN if no side is given a word."""
    sides = find_sides(doc)
    words = dict.fromkeys(sides, 0)
    for item in find_attributions(doc):
        said = f" {re.sub(_POSSESSIVE, '', item.name)} "
        owner = next((key for key in sides if f" {key} " in said), None)
        if owner:
            words[owner] += item.quoted_words + item.paraphrased_words
    total = sum(words.values())
    shares = {key: n / total if total else float("nan") for key, n in words.items()}
    return [
        SideRow(key, len(names), words[key], shares[key], _tone(doc, names), _span(doc, names[0]))
        for key, names in sides.items()
    ]


def _span(doc: Document, name: Name) -> Span:
    return doc.starts[name.first], doc.ends[name.last - 1]


def _tone(doc: Document, names: list[Name]) -> float:
    """(good - bad) / (good + bad + 4) over the outlet's own words in sentences that mention the side."""
    sentences = {doc.sentence_of[name.first] for name in names}
    good, bad = (_count(doc, kind, sentences) for kind in ("tone_positive", "tone_negative"))
    return (good - bad) / (good + bad + _TONE_PRIOR)


def _count(doc: Document, kind: str, sentences: set[int]) -> int:
    found = (c.first for c in find_candidates(doc).get(kind, []))
    return sum(doc.sentence_of[at] in sentences and doc.voice_at(doc.starts[at]) == "outlet" for at in found)
