"""What kind of source a phrase names, and the name it goes by."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import pairwise

from scoring.article import Span
from scoring.attributions.gaps import gap_before
from scoring.attributions.heads import find_head, find_name, name_at
from scoring.attributions.phrases import POSSESSIVES, PRONOUNS
from scoring.cleaning import INVISIBLE
from scoring.document import Document
from scoring.document.peoples import is_people
from scoring.document.words import CALENDAR
from scoring.lexicon import find_candidates
from scoring.taggers import DETERMINERS

_LISTS = ("document", "role")
_ANYBODY = "anybody"
"""Note of the entries that stay vague whatever stands before them: "his critics", "the public"."""
_DEFINITE = frozenset("the this that these those his her its their our my your both two three four".split())
_COUNTS = frozenset(
    """one two three four five six seven eight nine ten some many most several few all any none both each
    either neither half dozens scores hundreds thousands number lot lots couple handful majority series
    variety range set string pair plenty""".split()
)
"""Words before "of" that only count: the type is that of what they count."""
_POINTING = PRONOUNS | {"both", "all", "neither", "none"}
"""Words that stand for those named before."""
_SHARES = frozenset("percent per cent % percentage tenths in".split())
_WITHHOLDING = frozenset("who speaking asking citing".split())
_PLACED = 3
"""Words after "for", "of", "at" or "from" that may begin the name that tells which people are meant."""
_WITHHELD_REACH = 25
"""Words after a source, in its sentence, that may say that its name is held back."""
_TEXTS = frozenset("act bill report study survey poll law constitution memo review index".split())
"""Last words of names that are titles of texts."""
_GROUPS = frozenset("republicans democrats conservatives liberals".split())
"""Names of people at large, beside those of peoples."""
_ORGANS = frozenset("campaign administration foundation".split())
"""Words that make the name before them that of a body: "the Ruiz campaign"."""
_THINGS = tuple(
    "tion ness ism ence ance chment ishment opment vement turnout process effort event time".split()
)
"""Endings of what cannot be asked."""


def classify_source(doc: Document, source: Span) -> str:
    """The type of a source span (token indices): named, role, anonymous, document or vague.

    The head of the phrase decides: words that only count others ("one of", "a number of") are skipped.
    Pronouns are vague here; whom they stand for is asked in `scoring.attributions.referents`.
    """
    counted = _skip_count(doc, source)
    if _is_share(doc, source):
        return "vague"
    first, last = counted
    if last - first == 1 and doc.forms[first] in _POINTING:
        return "vague"
    head = find_head(doc, counted)
    if _names_first(doc, source):
        return "named"
    if find_name(doc, counted) is not None:
        return _classify_name(doc, source, counted, head)
    kind = _classify_noun(doc, source, counted, head)
    if kind == "vague" and _names_some(doc, source):
        return "named"
    return "anonymous" if kind != "document" and _is_withheld(doc, source) else kind


def _classify_name(doc: Document, source: Span, counted: Span, head: int) -> str:
    word, lower = doc.forms[head], doc.text[doc.starts[head]].islower()
    if word in _TEXTS or (lower and "document" in _list(doc, counted, head)):
        return "document"
    group = word in _GROUPS or (word.endswith(("s", "ese", "ish", "nch", "tch")) and is_people(word))
    return "vague" if group and doc.forms[source[0]] not in _DEFINITE else "named"


def _classify_noun(doc: Document, source: Span, counted: Span, head: int) -> str:
    """The type of a common noun: by the lists, else by a name or determiner before it."""
    first = counted[0]
    lists = _list(doc, counted, head)
    told = (
        doc.forms[source[0]] in _DEFINITE
        or doc.forms[first] in _DEFINITE
        or _is_modified(doc, first, head)
        or _is_placed(doc, head, counted[1])
    )
    if doc.forms[head] in _ORGANS and head > first and name_at(doc, head - 1) is not None:
        return "named"
    if "vague" in lists and (lists["vague"] == _ANYBODY or not told):
        return "vague"
    for name in _LISTS:
        if name in lists:
            return name
    if "vague" in lists:
        return "role"
    return _classify_by_form(doc, counted, head)


def _classify_by_form(doc: Document, source: Span, head: int) -> str:
    """The type where the head noun is on no list: by capitals, ending and what stands before."""
    first, word = source[0], doc.forms[head]
    if _is_capitalised(doc, first, head) or "." in word[1:-1]:
        return "named"
    if word.endswith(_THINGS):
        return "vague"
    if doc.forms[first] in DETERMINERS or _is_modified(doc, first, head):
        return "role"
    if word[0].isdigit():
        return "role" if CALENDAR.isdisjoint(doc.forms[first:head]) else "vague"
    lone_name = first == head and doc.text[doc.starts[first]].isupper() and not word.endswith("s")
    return "named" if lone_name else "vague"


def is_unlikely(doc: Document, source: Span) -> bool:
    """Whether nothing tells that a vague source could speak: no list, no name, no share of people."""
    first, last = counted = _skip_count(doc, source)
    pointer = last - first == 1 and doc.forms[first] in _POINTING | POSSESSIVES
    if pointer or _is_share(doc, source) or _names_some(doc, source):
        return False
    return find_name(doc, counted) is None and not _list(doc, counted, find_head(doc, counted))


def _skip_count(doc: Document, source: Span) -> Span:
    """A phrase without "one of" or "a large number of" at its front, or "and a new one" at its end."""
    first, last = source
    if doc.forms[last - 1] in ("one", "ones") and "and" in doc.forms[first + 1 : last]:
        last = doc.forms.index("and", first + 1, last)
        source = first, last
    for at in range(first + 1, min(last - 1, first + 5)):
        if "," in gap_before(doc, at):
            break
        if doc.forms[at] == "of":
            return (
                (at + 1, last) if doc.forms[at - 1] in _COUNTS or doc.forms[at - 1][0].isdigit() else source
            )
    return source


def _names_some(doc: Document, source: Span) -> bool:
    """Whether a phrase says who is among those it means: "critics, including Ana Ruiz"."""
    at = next((i for i in range(*source) if doc.forms[i] == "including"), source[1]) + 1
    at += at < source[1] and doc.forms[at] in DETERMINERS
    return at < source[1] and name_at(doc, at) is not None


def _names_first(doc: Document, source: Span) -> bool:
    """Whether a phrase opens with a name and adds others without one: "Ana Ruiz and other engineers"."""
    name = name_at(doc, source[0])
    if name is None or name.key.lower() in _GROUPS or is_people(name.key.lower()):
        return False
    last = name.last
    return last + 2 < source[1] and list(doc.forms[last : last + 2]) == ["and", "other"]


def _is_share(doc: Document, source: Span) -> bool:
    """Whether a phrase is a share of people: "22 percent", "nine in 10 voters", "76% of them"."""
    first, last = source[0], min(source[1], source[0] + 5)
    words = doc.forms[first:last]
    return any(doc.text.startswith("%", doc.ends[at]) for at in range(first, last)) or any(
        word in _SHARES and (before[0].isdigit() or before in _COUNTS) for before, word in pairwise(words)
    )


def _is_withheld(doc: Document, source: Span) -> bool:
    """Whether the phrase, or the clause right after it, says that a name is held back."""
    found = find_candidates(doc)["source_anonymous"]
    high = doc.first_token[doc.sentence_of[source[0]] + 1]
    at = bisect_left(found, source[0], key=lambda candidate: candidate.first)
    if at < len(found) and found[at].first < source[1] and name_at(doc, found[at].last - 1) is None:
        return True
    follows = source[1] < high and doc.forms[source[1]] in _WITHHOLDING
    return follows and at < len(found) and found[at].last <= min(high, source[1] + _WITHHELD_REACH)


def _list(doc: Document, source: Span, head: int) -> dict[str, str]:
    """The lists that hold the head of a source, with the notes of their entries."""
    known: dict[str, str] = {}
    for name in ("vague", *_LISTS):
        found = find_candidates(doc)[f"source_{name}"]
        at = bisect_right(found, head, key=lambda candidate: candidate.first) - 1
        if at >= 0 and source[0] <= found[at].first and head < found[at].last:
            known[name] = found[at].note
    return known


def name_of(doc: Document, source: Span) -> str:
    """The full name that a source span stands for, or its own words.

    "Ana Ruiz" and "the mayor, Ana Ruiz" go by the name; "Ana Ruiz's lawyer", "the Acme spokesman"
    and "Ana Ruiz and Bo Lund" go by their own words.
    """
    name = None if is_joined(doc, source) else find_name(doc, source)
    words = doc.text[doc.starts[source[0]] : doc.ends[source[1] - 1]]
    return name.key if name else " ".join(INVISIBLE.sub("", words).split())


def is_joined(doc: Document, source: Span) -> bool:
    """Whether a source is several by name: "Ana Ruiz and Bo Lund"."""
    if "and" not in doc.forms[source[0] : source[1]]:
        return False
    at = source[0] + list(doc.forms[source[0] : source[1]]).index("and")
    head = find_head(doc, source)
    if not source[0] < at < head or name_at(doc, at) is not None:
        return False
    return name_at(doc, at - 1) is not None and name_at(doc, head) is not None


def _is_capitalised(doc: Document, first: int, head: int) -> bool:
    """Two words or more in capitals: a name inside a heading or at the start of a sentence."""
    capital = [doc.text[doc.starts[at]].isupper() for at in range(first, head + 1)]
    return len(capital) > 1 and all(capital)


def _is_modified(doc: Document, first: int, head: int) -> bool:
    """Whether a name or a possessive stands before the head ("FBI officials", "the firm's lawyers")."""
    return any(doc.forms[at].endswith("'s") or name_at(doc, at) is not None for at in range(first, head))


def _is_placed(doc: Document, head: int, last: int) -> bool:
    """Whether what follows a head says whose or where ("lawyers for Ana Ruiz", "engineers from Acme")."""
    at = head + 2
    if at >= last or doc.forms[head + 1] not in ("for", "of", "at", "from"):
        return False
    return doc.forms[at] in _DEFINITE or any(name_at(doc, i) for i in range(at, min(last, at + _PLACED)))
