"""Listed words in another sense: what is denied to somebody, a stunning defeat, how clearly one sees."""

from __future__ import annotations

from scoring.article import Evidence
from scoring.document import Document
from scoring.extractors.surprise import is_plain_rank, is_surprise
from scoring.taggers import BE, Judged, judge

_HOW = frozenset("more most less so as real very too".split())
_BLOWS = frozenset(
    """defeat defeats loss losses downfall fall collapse setback blow upset rebuke reversal failure failures
    indictment betrayal admission decline crash death deaths attack attacks crime crimes lie lies
    incompetence hypocrisy ignorance cruelty""".split()
)
"""What nobody praises: a stunning defeat, remarkable incompetence."""
_WEAPONS = frozenset(
    "nerve poison explosive explosives weapon weapons rifle rifles arms agent agents drones".split()
)
_TALKS = frozenset("verge diplomatic political peace".split())
_TALKS_REACH = 3
_BY_WORD = {"clearly": _HOW, "the truth is": {"what"}, "the fact is": {"what"}, "the reality is": {"what"}}
"""Boosters that are none after these words: "see more clearly", "what the truth is"."""


def find_rebuttals(doc: Document, *, min_probability: float | None = None) -> list[Judged]:
    """Where a side answers; "denied" is no answer where something is denied to somebody.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> len(find_rebuttals(parse(Article("a", "Ruiz denied it. Lund was denied entry."))))
    1
    """
    found = judge(doc, "rebuttal", min_probability=min_probability)
    return [item for item in found if min_probability == 0 or not _is_withheld(doc, item)]


def _is_withheld(doc: Document, item: Judged) -> bool:
    at, low = item.first, doc.first_token[doc.sentence_of[item.first]]
    if doc.forms[at] != "denied" or item.last - at > 1:
        return False
    while at > low and doc.forms[at - 1].endswith("ly"):
        at -= 1
    after = doc.forms[item.last : item.last + 1]
    return at > low and doc.forms[at - 1] in BE and list(after) != ["by"]


def is_boost(doc: Document, hit: Evidence) -> bool:
    """Whether a listed booster overstates, and tells not how something is seen or what somebody seeks."""
    at, words = doc.token_at(hit.start), doc.text[hit.start : hit.end].lower()
    before = doc.forms[at - 1] if at > doc.first_token[doc.sentence_of[at]] else ""
    return before not in _BY_WORD.get(words, ())


def is_praise(doc: Document, hit: Evidence) -> bool:
    """Whether a listed word of praise praises: no stunning defeat, no nerve agent, no one-word name."""
    first, last = doc.token_at(hit.start), doc.token_at(hit.end - 1) + 1
    low, high = doc.first_token[doc.sentence_of[first]], doc.first_token[doc.sentence_of[first] + 1]
    after, word = doc.forms[last] if last < high else "", doc.forms[last - 1]
    if after in _BLOWS or (word.endswith("military-grade") and after in _WEAPONS):
        return False
    if word == "breakthrough" and not _TALKS.isdisjoint(doc.forms[max(low, first - _TALKS_REACH) : first]):
        return False
    if is_surprise(doc, first, low, after) or is_plain_rank(doc, first, last):
        return False
    return not (low < first and last < high and _is_named(doc, first, last))


def _is_named(doc: Document, first: int, last: int) -> bool:
    """Whether a word has a capital, and no more, between two words that have none."""
    spelt = [doc.article.text[doc.starts[at] : doc.ends[at]] for at in (first - 1, first, last)]
    return (
        last - first == 1 and [word.islower() for word in spelt] == [True, False, True] and spelt[1].istitle()
    )
