"""Rules for cues of attribution: phrases that only name who speaks, and other senses of their words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from scoring.document import Document
from scoring.lexicon import Candidate
from scoring.taggers.cue_objects import find_deeds
from scoring.taggers.scenes import view
from scoring.taggers.words import AUXILIARIES, DETERMINERS, MEANS, NAME, find_all, masked_forms

RULED_OUT = -8.0
RULED_IN = 4.0
_VIEWS = frozenset(("in the view of", "in the words of", "in the opinion of"))
_PUTS = frozenset(("put it", "puts it"))
_HANDING = frozenset(phrase.split()[0] for phrase in _VIEWS | _PUTS) | {"per"}
"""First words of both, and one more."""
_AS_REACH = 6
"""Words between "as" and "put it" at most."""
_AFTER_SPEECH = 1.2
"""Log-odds for a verb that stands, alone or with its source, right after a quotation: of such cues that
this lifts over one half in folds of PolNeAR's train part, annotators marked 25 of 33."""
_AT_THE_END = 1.5
"""Log-odds for a verb of speech that ends its sentence after a comma and its source (", the board writes.");
of those that a tagger of other folds put between .18 and .5, annotators marked 21 of 27."""
_TOLD_BY = 1.2
"""Log-odds for a verb that tells somebody something, before its agent and "that" ("was advised by doctors
that"): grammar leaves nothing else, and PolNeAR's train part has one to learn it from."""
_TELLING = frozenset("advised assured convinced informed notified persuaded reminded told warned".split())
_AGENT_REACH = 7
_ENDING_VERBS = frozenset(
    """agree agrees agreed allege alleges alleged answers answered argue argues argued conclude concludes
    concluded confirms confirmed explains explained find finds found indicate indicates indicated insist
    insists insisted note notes noted recalls recalled replies replied report reports reported responds
    responded reveals revealed say says said show shows state states stated suggest suggests warn warns
    warned write writes wrote""".split()
)
_LONGEST_SOURCE = 8
_SOURCE_REACH = 5
_CLOSING = "”’\"»'"
_BEFORE_ONE = DETERMINERS | frozenset("he she they one two some".split())
_NOT_INSIDE = AUXILIARIES | frozenset("to and or but in on at for with that as when if".split())
_NO_SOURCE = frozenset("to that which who as if when its be is are was were would could".split())
"""Words that no source before a verb at the end of its sentence holds."""
_WHEN_OR_WHERE = frozenset("in on at during after to of".split())
_OTHER_SENSES = {
    "called": "off",
    "noted": "for",
    "written": "off",
    "spoken": "for",
    "passed": "away forward around down through",
    "blocked": "off",
    "sought": "out",
    "declined": "by from sharply steadily",
    "traces": "of",
    "in": "conclusion summary",
    "fired": "tear shots rounds rubber into",
    "broke": "out into",
}
"""Words after a cue that give it another sense ("called off")."""
_COMPOUNDS = {
    "recall": "word memory product vehicle delayed food safety",
    "highlights": "story",
    "called": "something",
}
"""Words before a cue that make it a noun or the name of a thing ("word recall", "something called")."""
_COUNTED = frozenset("recall recalls recalled remember remembered declined fired adds added".split())
"""Cues that are none before a number: "recalled 2,000 cars", "remembered 12 words"."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_COUNT_REACH = 4
_LEADS = frozenset("a an about some more than over under nearly almost only just another impressive".split())
"""Words before such a number."""
_ORDERS = frozenset("ask read look tell watch see consider remember imagine".split())
"""Cues that are none at the front of a sentence ("Ask Ana Ruiz"): annotators marked none of 37."""
_FORMULA = ("this", "is", "to")
"""Words before "certify" that make it the form of a document."""
_IDIOMS = frozenset((*_OTHER_SENSES, *_COMPOUNDS, *_COUNTED, *_ORDERS, "told", "according", "certify"))
_RULED = _IDIOMS | _HANDING | {NAME}
"""First words of cues for which there is a rule wherever they stand; names are one of them."""
_MEASURES = frozenset(
    "plan plans need needs schedule custom ability size age type rank weight taste shape season".split()
)
"""What things are done or shared out by: "according to plan"."""


def weigh_cues(doc: Document, candidates: Sequence[Candidate]) -> list[float]:
    """For cues of attribution: in for phrases that only name who speaks, out for other senses."""
    words, spoken = masked_forms(doc), doc.once("after quotations", _list_spoken)
    ending, deeds = doc.once("ending verbs", _list_ending), find_deeds(doc, candidates)
    agents = doc.once("agents", _list_agents)
    return [
        RULED_OUT
        if at in deeds
        else _weigh(doc, candidate, named=words[at] == NAME, spoken=at in spoken)
        if words[at] in _RULED or at in spoken or at in ending or candidate.last in agents
        else 0.0
        for candidate in candidates
        for at in (candidate.first,)
    ]


def _weigh(doc: Document, candidate: Candidate, *, named: bool, spoken: bool) -> float:
    if doc.forms[candidate.first] in _HANDING and _hands_over(doc, candidate):
        return RULED_IN
    if (named and _is_surname(doc, candidate)) or _is_idiom(doc, candidate):
        return RULED_OUT
    if spoken and _tells_who_spoke(doc, candidate):
        return _AFTER_SPEECH
    if doc.forms[candidate.first] in _TELLING and candidate.last in doc.once("agents", _list_agents):
        return _TOLD_BY
    return _AT_THE_END if _ends_with_source(doc, candidate) else 0.0


def _list_agents(doc: Document) -> frozenset[int]:
    """The words "by" with an agent after which "that" comes soon, with no mark between them."""
    words, marks = doc.forms, view(doc).marks
    found = set()
    for that in find_all(words, "that"):
        by = next((at for at in range(that - 2, max(-1, that - _AGENT_REACH), -1) if words[at] == "by"), None)
        if by is not None and words[by + 1] not in MEANS and not any(marks[by : that + 1]):
            found.add(by)
    return frozenset(found)


def _list_ending(doc: Document) -> frozenset[int]:
    """The last words of sentences, as far as they are verbs of speech."""
    return frozenset(at - 1 for at in doc.first_token[1:] if doc.forms[at - 1] in _ENDING_VERBS)


def _ends_with_source(doc: Document, candidate: Candidate) -> bool:
    """Whether a comma, a source and this verb of speech end the sentence: ", the board writes."."""
    first, sentence = candidate.first, doc.sentence_of[candidate.first]
    if first not in doc.once("ending verbs", _list_ending) or first + 1 != doc.first_token[sentence + 1]:
        return False
    at, low = first, max(doc.first_token[sentence], first - _LONGEST_SOURCE)
    while at > low and doc.text[doc.ends[at - 1] : doc.starts[at]] == " ":
        at -= 1
    if at in (first, doc.first_token[sentence]) or not doc.text.startswith(",", doc.ends[at - 1]):
        return False
    return _names_one(doc, at) and _NO_SOURCE.isdisjoint(doc.forms[at:first])


def _list_spoken(doc: Document) -> frozenset[int]:
    """The first words after each quotation that ends with a comma or in a shout or a question."""
    ends = [at for at, gap in view(doc).gaps.items() if gap != ", " and _ends_quotation(gap)]
    return frozenset(at + i for at in ends for i in range(_SOURCE_REACH + 1))


@lru_cache(maxsize=1024)
def _ends_quotation(gap: str) -> bool:
    marks = gap.rstrip()
    return len(marks) > 1 and marks[0] in ",!?" and marks[-1] in _CLOSING


def _tells_who_spoke(doc: Document, candidate: Candidate) -> bool:
    """Whether a verb stands right after a quotation, with its source before it or after ("…,” he sang.")."""
    first, word, gaps = candidate.first, doc.forms[candidate.first], view(doc).gaps
    if candidate.last - first > 1 or word.endswith("ing") or candidate.note.startswith("nouns"):
        return False
    low, high = doc.first_token[doc.sentence_of[first]], doc.first_token[doc.sentence_of[first] + 1]
    at = first
    while at > max(low, first - _SOURCE_REACH) and at not in gaps:
        at -= 1
    if at == low or not _ends_quotation(gaps.get(at, "")):
        return False
    if at == first:
        return first + 1 < high and _names_one(doc, first + 1)
    inside = doc.forms[at:first]
    return _names_one(doc, at) and _NOT_INSIDE.isdisjoint(inside) and _ends(doc, first + 1, high)


def _names_one(doc: Document, at: int) -> bool:
    return doc.text[doc.starts[at]].isupper() or doc.forms[at] in _BEFORE_ONE


def _ends(doc: Document, at: int, high: int) -> bool:
    """Whether a sentence, a mark or a preposition comes next."""
    return at >= high or at in view(doc).gaps or doc.forms[at] in _WHEN_OR_WHERE


def _is_surname(doc: Document, candidate: Candidate) -> bool:
    """Whether a cue that a name holds is the end of it ("Edward Said"); annotators marked 14 of 720."""
    first = candidate.first
    return first > doc.first_token[doc.sentence_of[first]] and doc.text[doc.starts[first]].isupper()


def _is_idiom(doc: Document, candidate: Candidate) -> bool:
    """Whether the next words give a cue another sense: "called off", "according to plan", "all told,"."""
    word, at = doc.forms[candidate.first], candidate.last
    after = doc.forms[at] if at < doc.first_token[doc.sentence_of[candidate.first] + 1] else ""
    if word == "told" and after == "off":
        return True
    if word == "told":
        all_told = candidate.first and doc.forms[candidate.first - 1] == "all"
        return bool(all_told) and doc.text[doc.ends[at - 1] : doc.ends[at - 1] + 1] == ","
    if word == "according":
        noun = at + (after in DETERMINERS)
        return noun < len(doc.forms) and doc.forms[noun] in _MEASURES
    if word in _ORDERS and candidate.first == doc.first_token[doc.sentence_of[candidate.first]]:
        return True
    if word == "certify":
        return tuple(doc.forms[max(0, candidate.first - len(_FORMULA)) : candidate.first]) == _FORMULA
    before = doc.forms[candidate.first - 1] if candidate.first else ""
    if before in _COMPOUNDS.get(word, "").split() or (word in _COUNTED and _counts(doc, at)):
        return True
    return after in _OTHER_SENSES.get(word, "").split()


def _counts(doc: Document, at: int) -> bool:
    """Whether a number that is no year comes within three words ("an impressive 18 percent")."""
    words = doc.forms[at : min(doc.first_token[doc.sentence_of[at - 1] + 1], at + _COUNT_REACH)]
    number = next((word for word in words if word[0].isdigit()), "")
    return number != "" and not _YEAR.fullmatch(number) and _LEADS.issuperset(words[: words.index(number)])


def _hands_over(doc: Document, candidate: Candidate) -> bool:
    """Whether a phrase does nothing but name who speaks: "in the view of Ana Ruiz", "as Ana Ruiz put it".

    So does "per" at the start of a sentence before an article ("Per the log, it rained").
    """
    if doc.forms[candidate.first] == "per":
        opens = candidate.first == doc.first_token[doc.sentence_of[candidate.first]]
        return opens and candidate.last < len(doc.forms) and doc.forms[candidate.last] in DETERMINERS
    phrase = " ".join(doc.forms[candidate.first : candidate.last])
    low = max(doc.first_token[doc.sentence_of[candidate.first]], candidate.first - _AS_REACH)
    return phrase in _VIEWS or (phrase in _PUTS and "as" in doc.forms[low : candidate.first])
