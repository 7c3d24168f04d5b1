"""The grammar around a cue of attribution, as template and value pairs, and cues known by it alone.

Auxiliaries before the verb, its subject, what follows it, a clause within reach, and the cues beside it.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import lru_cache

from scoring.document import Document
from scoring.lexicon import Candidate, find_candidates
from scoring.taggers.contexts import NARROW, Context, read_context
from scoring.taggers.scenes import Cues, Scene, view, view_cues
from scoring.taggers.words import (
    AUXILIARIES,
    DETERMINERS,
    EDGE,
    NAME,
    NUMBER,
    PRONOUNS,
    class_of,
    stem,
)

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
_VERB_ENDINGS = ("ed", "s")
_SUBJECT_REACH = 4
_CLOSING, _OPENING = "”’\"»'", "“‘\"«'"
_NAMED_AFTER = _CLOSED | {NAME, NUMBER}
_NAMED_BEFORE = _NAMED_AFTER | DETERMINERS
_CLAUSES = {**dict.fromkeys(AUXILIARIES, "verb"), "to": "to"}
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
    context = read_context(doc, candidate)
    words, _, marks, _ = view(doc)
    first, last = candidate.first, candidate.last
    sentence = doc.sentence_of[first]
    low, high = doc.first_token[sentence], doc.first_token[sentence + 1]
    cues = view_cues(doc)
    lead, subject = _find_lead(words, marks, low, first)
    outer = words[subject - 2] if subject - 1 > low else EDGE
    source, follows = EDGE, EDGE
    if subject > low:
        word = words[subject - 1]
        own = word if word in _NAMED_BEFORE else cues.sources.get(subject - 1) or class_of(word)
        source = marks[subject] + own
    if last < high:
        word = words[last]
        follows = marks[last] + (word if word in _NAMED_AFTER else class_of(word))
    clause = _find_clause(words, marks, last, high)
    previous, gap, following, next_gap = _find_neighbours(cues, candidate, low, high)
    context.parts.update(
        {
            "lead": lead,
            "source": source,
            "object": follows,
            "clause": clause,
            "source object": f"{source} {follows}",
            "lead source": f"{lead} {source}",
            "source clause": f"{source} {clause}",
            "outer": outer if outer in _CLOSED else class_of(outer),
            "opening": words[low],
            "previous": previous,
            "gap": gap,
            "next": following,
            "next gap": next_gap,
        }
    )
    return context


def _find_neighbours(cues: Cues, candidate: Candidate, low: int, high: int) -> tuple[str, str, str, str]:
    """The listed cues before and after a candidate in its sentence, each with how far away it is."""
    firsts, first = cues.firsts, candidate.first
    after = bisect_right(firsts, first)
    before = after - 1
    if before >= 0 and firsts[before] == first:
        before -= 1
    previous = gap = following = next_gap = ""
    if before >= 0 and firsts[before] >= low:
        previous, gap = cues.phrases[before], _far(first - cues.lasts[before])
    if after < len(firsts) and firsts[after] < high:
        following, next_gap = cues.phrases[after], _far(firsts[after] - candidate.last)
    return previous, gap, following, next_gap


def _far(words: int) -> str:
    """How many words lie between two cues, at most `_FARTHEST`."""
    return str(words if words < _FARTHEST else _FARTHEST)


def _find_lead(words: Sequence[str], marks: Sequence[str], low: int, first: int) -> tuple[str, int]:
    """The auxiliaries and "to" before a verb, by kind, and the token after its subject."""
    kinds: list[str] = []
    at = first
    while at > low and not marks[at] and first - at < _LEAD_REACH:
        kind = _kind_of(words[at - 1])
        if kind is None:
            break
        at -= 1
        if kind:
            kinds.append(kind)
        if kind == "to":
            break
    return " ".join(reversed(kinds)) if kinds else "", at


@lru_cache(maxsize=65536)
def _kind_of(word: str) -> str | None:
    """The kind of a word that may lead a verb, "" for an adverb, None for any other word."""
    if word.endswith("n't"):
        return "not"
    return _VERBS.get(word, "" if word in _ADVERBS or word.endswith("ly") else None)


def _find_clause(words: Sequence[str], marks: Sequence[str], last: int, high: int) -> str:
    """Whether an auxiliary or "to" comes after a verb before any mark."""
    stop = min(high, last + _CLAUSE_REACH)
    if _CLAUSES.keys().isdisjoint(words[last:stop]):
        return "no"
    for at in range(last, stop):
        if marks[at] and at > last:
            break
        if words[at] in _CLAUSES:
            return _CLAUSES[words[at]]
    return "no"


def propose(doc: Document, kind: str) -> list[Candidate]:
    """Candidates of a kind: those of its word list, and verbs that a frame of speech shows."""
    listed = find_candidates(doc)[kind]
    if kind != "attribution":
        return listed
    return sorted([*listed, *find_framed(doc), *_find_polls(doc)], key=lambda c: c.first)


def _find_polls(doc: Document) -> list[Candidate]:
    """The "in" of "in a poll" or "in its statement"; its note says in what."""
    found, listed, marks = [], _find_listed(doc), view(doc).marks
    for hit in find_candidates(doc)["source_document"]:
        low = doc.first_token[doc.sentence_of[hit.first]]
        for at in range(hit.first - 1, max(low, hit.first - _POLL_REACH) - 1, -1):
            if marks[at + 1]:
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
    scene, listed = view(doc), _find_listed(doc)
    found = []
    for at in [at for at, form in enumerate(doc.forms) if form[-1] in "ds"]:
        form = doc.forms[at]
        if not form.endswith(_VERB_ENDINGS) or len(form) < _SHORTEST or not _may_frame(doc, scene, at):
            continue
        if form in _NO_VERBS or scene.words[at] != form or at in listed:
            continue
        if doc.text[doc.starts[at]].islower():
            frame = _find_frame(doc, scene, at)
            if frame:
                found.append(Candidate(at, at + 1, frame, FRAMED))
    return found


def _find_listed(doc: Document) -> frozenset[int]:
    found = find_candidates(doc)["attribution"]
    return frozenset(at for cue in found for at in range(cue.first, cue.last))


def _may_frame(doc: Document, scene: Scene, at: int) -> bool:
    """Whether anything but a plain space stands beside a word, or "that" after it: rules out most words."""
    if scene.gaps[at] != " " or scene.gaps[at + 1] != " ":
        return True
    return scene.words[at + 1] == "that" or doc.sentence_of[at] != doc.sentence_of[at + 1]


def _find_frame(doc: Document, scene: Scene, at: int) -> str:
    words, sentence = scene.words, doc.sentence_of[at]
    low, high = doc.first_token[sentence], doc.first_token[sentence + 1]
    if _closes_quotation(scene.gaps[at]):
        return AFTER_QUOTATION if _names_one(words, at + 1, high) else ""
    _, subject = _find_lead(words, scene.marks, low, at)
    if subject <= low or scene.marks[subject] or not _ends_source(doc, words, subject - 1):
        return ""
    if doc.forms[at].endswith("ed") and at + 1 < high and words[at + 1] == "that":
        return "frame before that" if _names_one(words, at + 2, high) else ""
    gap = scene.gaps[at + 1]
    if at + 1 == high or scene.marks[at + 1]:
        before = scene.gaps[max(low, subject - _SUBJECT_REACH) : subject]
        if any(_closes_quotation(other) for other in before):
            return "frame after a quotation and its source"
    return "frame before a quotation" if gap[:1] in (",", ":") and gap[-1:] in _OPENING else ""


def _closes_quotation(gap: str) -> bool:
    """Whether a sentence or clause in quotation marks ends with what stands before a word."""
    marks = gap.strip() if gap != " " else ""
    return len(marks) > 1 and gap[-1].isspace() and marks[-1] in _CLOSING and marks[0] in ",!?"


def _names_one(words: Sequence[str], at: int, high: int) -> bool:
    return at < high and (words[at] in (NAME, "he", "she", "they") or words[at] in DETERMINERS)


def _ends_source(doc: Document, words: Sequence[str], at: int) -> bool:
    return words[at] in (NAME, "he", "she", "they", "who") or at in view_cues(doc).sources
