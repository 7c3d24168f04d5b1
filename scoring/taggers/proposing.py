"""Which words a tagger is to judge: those of its word list, and cues of attribution that a frame shows."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter

from scoring.document import Document
from scoring.lexicon import Candidate, find_candidates
from scoring.taggers.scenes import Scene, view, view_cues
from scoring.taggers.speech import CLOSED, LEAD_REACH, find_lead
from scoring.taggers.words import AUXILIARIES, DETERMINERS, NAME, find_all, stem

_POLL_REACH = 8
_SHORTEST = 4
_VERB_ENDINGS = ("ed", "s")
_SUBJECT_REACH = 4
_COMMON = frozenset((", ", ". ", "-", " "))
_CLOSING, _OPENING = "”’\"»'", "“‘\"«'"
_NO_VERBS = CLOSED | AUXILIARIES | DETERMINERS | frozenset("also there here more most only very".split())
FRAMED = 0.9
"""Probability of a cue known by its frame alone: of the verbs on the list, a fifth of their lemmas hidden,
which stand in such a frame, annotators marked that share."""
AFTER_QUOTATION = "frame after a quotation"
QUOTED = 0.002
"""Probability of a listed cue between quotation marks: of 11,342 in PolNeAR's train part annotators marked
24, and a tagger of other folds, which knew their context, put none above one half."""


def propose(doc: Document, kind: str) -> list[Candidate]:
    """Candidates of a kind: those of its word list, and verbs that a frame of speech shows."""
    listed = find_candidates(doc)[kind]
    if kind != "attribution":
        return listed
    return sorted([*listed, *find_framed(doc), *_find_polls(doc)], key=itemgetter(0))


def propose_counted(doc: Document, kind: str) -> list[tuple[Candidate, float | None]]:
    """Candidates in counted prose, each with its probability if no tagger has to judge it, else None.

    Known are entries of a user's own, verbs that a frame shows, and cues between quotation marks.
    """
    counted, sentence_of = doc.counted, doc.sentence_of
    found = [(item, item.precision) for item in propose(doc, kind) if counted[sentence_of[item.first]]]
    if kind != "attribution":
        return found
    voices = view(doc).voices
    return [
        (item, QUOTED if known is None and voices[item.first] == "quoted" else known) for item, known in found
    ]


def _find_polls(doc: Document) -> list[Candidate]:
    """The "in" of "in a poll" or "in its podcast interview", each once; its note says in what (the last)."""
    found, cues, marks = dict[int, Candidate](), view_cues(doc), view(doc).marks
    for hit in find_candidates(doc)["source_document"]:
        low = max(doc.first_token[doc.sentence_of[hit.first]], hit.first - _POLL_REACH)
        if "in" not in doc.forms[low : hit.first]:
            continue
        for at in range(hit.first - 1, low - 1, -1):
            if marks[at + 1]:
                break
            if doc.forms[at] == "in" and not cues.cover(at):
                found[at] = Candidate(at, at + 1, f"in {stem(doc.forms[hit.last - 1])}")
                break
    return list(found.values())


def find_framed(doc: Document) -> list[Candidate]:
    """Words on no list where a verb of speech would stand.

    `"…," Xed Ruiz`, `"…," Ruiz Xed`, `Ruiz Xed: "…`, `Ruiz Xed that she …`.

    The note says in which of them; the probability is fixed, as no tagger has seen the word.
    """
    scene, cues, found = view(doc), view_cues(doc), []
    for at in _find_bounds(doc, scene):
        form = doc.forms[at]
        if not form.endswith(_VERB_ENDINGS) or len(form) < _SHORTEST or form in _NO_VERBS:
            continue
        if scene.words[at] == form and not cues.cover(at) and doc.text[doc.starts[at]].islower():
            frame = _find_frame(doc, scene, at)
            if frame:
                found.append(Candidate(at, at + 1, frame, FRAMED))
    return found


def _find_bounds(doc: Document, scene: Scene) -> list[int]:
    """Words where a frame may be: after a quotation or soon after it, before one, or before "that"."""
    found = {at - 1 for at in find_all(scene.words, "that")}
    gaps, opening = scene.gaps, frozenset(doc.first_token)
    for at, gap in gaps.items():
        if gap in _COMMON:
            continue
        opens, closes = _read_gap(gap)
        if opens:
            found.add(at - 1)
        if closes:
            near = range(at + 1, at + LEAD_REACH + _SUBJECT_REACH + 2)
            found.update((at, *(end - 1 for end in near if end in gaps or end in opening)))
    return sorted(found - {-1, len(doc.forms)})


def _find_frame(doc: Document, scene: Scene, at: int) -> str:
    words, sentence = scene.words, doc.sentence_of[at]
    low, high = doc.first_token[sentence], doc.first_token[sentence + 1]
    if _closes_quotation(scene.gaps.get(at, " ")):
        return AFTER_QUOTATION if _names_one(words, at + 1, high) else ""
    _, subject = find_lead(words, scene.marks, low, at)
    if subject <= low or scene.marks[subject] or not _ends_source(doc, words, subject - 1):
        return ""
    if doc.forms[at].endswith("ed") and at + 1 < high and words[at + 1] == "that":
        return "frame before that" if _names_one(words, at + 2, high) else ""
    if at + 1 == high or scene.marks[at + 1]:
        before = range(max(low, subject - _SUBJECT_REACH), subject)
        if any(_closes_quotation(scene.gaps.get(place, " ")) for place in before):
            return "frame after a quotation and its source"
    return "frame before a quotation" if _opens_quotation(scene.gaps.get(at + 1, " ")) else ""


@lru_cache(maxsize=1024)
def _read_gap(gap: str) -> tuple[bool, bool]:
    """Whether a quotation opens, and whether one closes, with what stands before a word."""
    return _opens_quotation(gap), _closes_quotation(gap)


def _opens_quotation(gap: str) -> bool:
    return gap[:1] in (",", ":") and gap[-1:] in _OPENING


def _closes_quotation(gap: str) -> bool:
    """Whether a sentence or clause in quotation marks ends with what stands before a word."""
    marks = gap.strip()
    return len(marks) > 1 and gap[-1].isspace() and marks[-1] in _CLOSING and marks[0] in ",!?"


def _names_one(words: Sequence[str], at: int, high: int) -> bool:
    return at < high and (words[at] in (NAME, "he", "she", "they") or words[at] in DETERMINERS)


def _ends_source(doc: Document, words: Sequence[str], at: int) -> bool:
    return words[at] in (NAME, "he", "she", "they", "who") or at in view_cues(doc).sources
