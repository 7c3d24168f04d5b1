"""The grammar around a cue of attribution, as template and value pairs, and cues known by it alone.

Auxiliaries before the verb, its subject, what follows it, a clause within reach, and the cues beside it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from scoring.document import Document
from scoring.lexicon import Candidate, find_candidates
from scoring.taggers.contexts import NARROW, Context, read_context
from scoring.taggers.words import (
    AUXILIARIES,
    DETERMINERS,
    EDGE,
    NAME,
    NUMBER,
    PRONOUNS,
    class_of,
    mark_of,
    masked_forms,
    stem,
)

_SOURCES = ("source_role", "source_document", "source_vague", "source_anonymous")
_CLOSED = PRONOUNS | frozenset(
    """that but when because while after before if whom whose so than then yet where whether although
    though as what how why of at for in with from on by to about under inside near over during between
    against into without and or not up out him her them me us himself herself itself themselves""".split()
)
"""Words that stand for themselves; others stand for their class."""
_VERBS = {
    **dict.fromkeys("have has had having".split(), "have"),
    **dict.fromkeys("is are was were be been being".split(), "be"),
    **dict.fromkeys("do does did".split(), "do"),
    **dict.fromkeys("will would can could may might must should".split(), "modal"),
    **dict.fromkeys("not never".split(), "not"),
    "to": "to",
}
_ADVERBS = frozenset("also then still now only both all even just always".split())
_LEAD_REACH = 6
_POLL_REACH = 8
_CLAUSE_REACH = 9
_FARTHEST = 9
_SHORTEST = 4
_SUBJECT_REACH = 4
_CLOSING, _OPENING = "”’\"»'", "“‘\"«'"
_NO_VERBS = _CLOSED | AUXILIARIES | DETERMINERS | frozenset("also there here more most only very".split())
FRAMED = 0.9
"""Probability of a cue known by its frame alone: of the verbs on the list, a fifth of their lemmas hidden,
which stand in such a frame, annotators marked that share."""
AFTER_QUOTATION = "frame after a quotation"
SPEECH = (
    *NARROW, "stem", "lead", "source", "object", "clause", "stem+lead", "stem+source", "stem+object",
    "stem+clause", "lead+object", "source+object", "source+lead", "ending+source object",
    "ending+lead source", "ending+source clause", "previous", "next", "previous+gap", "gap+next gap",
    "outer", "outer+source", "opening",
)  # fmt: skip
"""Templates of cues of attribution."""


def read_speech(doc: Document, candidate: Candidate) -> Context:
    """The parts of the context and of the grammar around a cue."""
    phrase, parts, many = read_context(doc, candidate)
    words, first, last = masked_forms(doc), candidate.first, candidate.last
    sentence = doc.sentence_of[first]
    low, high = doc.first_token[sentence], doc.first_token[sentence + 1]
    lead, subject = _find_lead(doc, words, low, first)
    outer = words[subject - 2] if subject - 1 > low else EDGE
    source, clause = _name_subject(doc, words, low, subject), _find_clause(doc, words, last, high)
    follows = _name_object(doc, words, last, high)
    parts |= {
        "lead": lead,
        "source": source,
        "object": follows,
        "clause": clause,
        "source object": f"{source} {follows}",
        "lead source": f"{lead} {source}",
        "source clause": f"{source} {clause}",
        "outer": outer if outer in _CLOSED else class_of(outer),
        "opening": words[low],
        **_find_neighbours(doc, candidate),
    }
    return Context(phrase, parts, many)


def _find_lead(doc: Document, words: Sequence[str], low: int, first: int) -> tuple[str, int]:
    """The auxiliaries and "to" before a verb, by kind, and the token after its subject."""
    kinds: list[str] = []
    at = first
    while at > max(low, first - _LEAD_REACH) and not _mark_between(doc, at):
        word = words[at - 1]
        kind = "not" if word.endswith("n't") else _VERBS.get(word)
        if kind is None and word not in _ADVERBS and not word.endswith("ly"):
            break
        at -= 1
        if kind:
            kinds.append(kind)
        if kind == "to":
            break
    return " ".join(reversed(kinds)), at


def _name_subject(doc: Document, words: Sequence[str], low: int, at: int) -> str:
    """The word before a verb by class and list, with the mark between them."""
    if at <= low:
        return EDGE
    word, mark = words[at - 1], _mark_between(doc, at)
    if word in _CLOSED or word in DETERMINERS or word in (NAME, NUMBER):
        return mark + word
    return mark + (doc.once("listed sources", _list_sources).get(at - 1) or class_of(word))


def _list_sources(doc: Document) -> dict[int, str]:
    """Last words of what the lists of sources hold."""
    found = find_candidates(doc)
    return {hit.last - 1: name for name in reversed(_SOURCES) for hit in found[name]}


def _name_object(doc: Document, words: Sequence[str], last: int, high: int) -> str:
    """The word after a verb by class, with the mark between them."""
    if last >= high:
        return EDGE
    word, mark = words[last], _mark_between(doc, last)
    if word in _CLOSED or word in (NAME, NUMBER):
        return mark + word
    return f"{mark}<determiner>" if word in DETERMINERS else mark + class_of(word)


def _find_clause(doc: Document, words: Sequence[str], last: int, high: int) -> str:
    """Whether an auxiliary or "to" comes after a verb before any mark."""
    for at in range(last, min(high, last + _CLAUSE_REACH)):
        if at > last and _mark_between(doc, at):
            break
        if words[at] in AUXILIARIES:
            return "verb"
        if words[at] == "to":
            return "to"
    return "no"


def _find_neighbours(doc: Document, candidate: Candidate) -> dict[str, str]:
    """The listed cues before and after a candidate in its sentence, and how far away they are."""
    found = find_candidates(doc)["attribution"]
    sentence = doc.sentence_of[candidate.first]
    firsts = doc.once("cue firsts", lambda d: [cue.first for cue in found])
    at = bisect_right(firsts, candidate.first)
    own = at > 0 and firsts[at - 1] == candidate.first
    before = found[at - 1 - own] if at - 1 - own >= 0 else None
    after = found[at] if at < len(found) else None
    parts = {"previous": "", "gap": "", "next": "", "next gap": ""}
    if before and doc.sentence_of[before.first] == sentence:
        parts["previous"] = " ".join(doc.forms[before.first : before.last])
        parts["gap"] = str(min(_FARTHEST, candidate.first - before.last))
    if after and doc.sentence_of[after.first] == sentence:
        parts["next"] = " ".join(doc.forms[after.first : after.last])
        parts["next gap"] = str(min(_FARTHEST, after.first - candidate.last))
    return parts


def _mark_between(doc: Document, at: int) -> str:
    gap = doc.text[doc.ends[at - 1] : doc.starts[at]]
    return "" if gap == " " else mark_of(gap)


def propose(doc: Document, kind: str) -> list[Candidate]:
    """Candidates of a kind: those of its word list, and verbs that a frame of speech shows."""
    listed = find_candidates(doc)[kind]
    if kind != "attribution":
        return listed
    return sorted([*listed, *find_framed(doc), *_find_polls(doc)], key=lambda c: c.first)


def _find_polls(doc: Document) -> list[Candidate]:
    """The "in" of "in a poll" or "in its statement"; its note says in what."""
    found, listed = [], _find_listed(doc)
    for hit in find_candidates(doc)["source_document"]:
        low = doc.first_token[doc.sentence_of[hit.first]]
        for at in range(hit.first - 1, max(low, hit.first - _POLL_REACH) - 1, -1):
            if _mark_between(doc, at + 1):
                break
            if doc.forms[at] == "in" and at not in listed:
                found.append(Candidate(at, at + 1, f"in {stem(doc.forms[hit.last - 1])}"))
                break
    return list(dict.fromkeys(found))


def find_framed(doc: Document) -> list[Candidate]:
    """Words on no list where a verb of speech would stand.

    `"…," Xed Ruiz`, `"…," Ruiz Xed`, `Ruiz Xed: "…`, `Ruiz Xed that she …`.

    The note says in which of them; the probability is fixed, as no tagger has seen the word.
    """
    words, listed = masked_forms(doc), _find_listed(doc)
    found = []
    for at, form in enumerate(doc.forms):
        if len(form) < _SHORTEST or not form.endswith(("ed", "s")) or form in _NO_VERBS or words[at] != form:
            continue
        if at not in listed and doc.text[doc.starts[at]].islower():
            frame = _find_frame(doc, words, at)
            if frame:
                found.append(Candidate(at, at + 1, frame, FRAMED))
    return found


def _find_listed(doc: Document) -> frozenset[int]:
    found = find_candidates(doc)["attribution"]
    return frozenset(at for cue in found for at in range(cue.first, cue.last))


def _find_frame(doc: Document, words: Sequence[str], at: int) -> str:
    sentence = doc.sentence_of[at]
    low, high = doc.first_token[sentence], doc.first_token[sentence + 1]
    if at and _closes_quotation(doc, at):
        return AFTER_QUOTATION if _names_one(words, at + 1, high) else ""
    _, subject = _find_lead(doc, words, low, at)
    if subject <= low or not _ends_source(doc, words, subject - 1) or _mark_between(doc, subject):
        return ""
    if doc.forms[at].endswith("ed") and at + 1 < high and words[at + 1] == "that":
        return "frame before that" if _names_one(words, at + 2, high) else ""
    gap = doc.text[doc.ends[at] : doc.starts[at + 1]] if at + 1 < len(doc.starts) else "."
    if at + 1 == high or mark_of(gap):
        before = range(max(low, subject - _SUBJECT_REACH), subject)
        if any(_closes_quotation(doc, i) for i in before if i):
            return "frame after a quotation and its source"
    return "frame before a quotation" if gap[:1] in (",", ":") and gap[-1:] in _OPENING else ""


def _closes_quotation(doc: Document, at: int) -> bool:
    """Whether a sentence or clause in quotation marks ends right before a word."""
    gap = doc.text[doc.ends[at - 1] : doc.starts[at]]
    marks = gap.strip()
    return gap[-1:].isspace() and len(marks) > 1 and marks[-1] in _CLOSING and marks[0] in ",!?"


def _names_one(words: Sequence[str], at: int, high: int) -> bool:
    return at < high and (words[at] in (NAME, "he", "she", "they") or words[at] in DETERMINERS)


def _ends_source(doc: Document, words: Sequence[str], at: int) -> bool:
    word = words[at]
    return word in (NAME, "he", "she", "they", "who") or at in doc.once("listed sources", _list_sources)
