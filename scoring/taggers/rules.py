"""What no fitting corpus here can teach: log-odds added to a candidate by typography and grammar.

Abstracts, reviews and single sentences of news hold next to no titles of works, no noun "might", nobody
who appears in court, and hardly a "reportedly"; so these few rules are written down instead of learnt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence

from scoring.document import Document
from scoring.lexicon import Candidate
from scoring.taggers.words import AUXILIARIES, DETERMINERS

RULED_OUT = -8.0
RULED_IN = 4.0
_LONGEST_TITLE = 8
_BEFORE_NOUN = frozenset("the his her its their our my your of all main with by no what whose this".split())
_BEFORE_MIGHT = frozenset("the his her its their our my your of main with by sheer military".split())
"""Before the noun; after "this", "what" or "all" it is the verb, as "may" and "could" always are."""
_SHOWS_UP = frozenset(("appear", "appears", "appeared", "appearing"))
_PLACES = frozenset("in on at off before with alongside under beside onstage together regularly".split())
_WHEN = frozenset(("at", "home", "back"))
"""After a guest, a baby or a train that is expected."""
_NOUNS = frozenset(("claim", "claims"))
"""Charged as verbs, plain as nouns."""
_FORCES = frozenset(
    """storm storms fire fires quake earthquake flood floods flooding hurricane tornado blaze wildfire
    wildfires tsunami cyclone typhoon avalanche landslide blast explosion eruption bomb bombs frost hail
    lightning cells bacteria virus viruses antibodies drugs acid termites locusts pests fungus""".split()
)
_RUINS = ("destroy", "devastat", "wreck", "ravag", "batter", "pummel", "crippl", "decimat")
"""Beginnings of verbs that are plain where nature or a bomb does it."""
_PLAIN_BEFORE = {
    "bullying": "against of anti school online",
    "scheme": "pension pensions colour color savings insurance loan housing recycling rhyme",
    "regime": "diet exercise training drug treatment fitness",
    "plague": "bubonic pneumonic",
}
_PLAIN_AFTER = {
    "claims": "for",
    "claimed": "refund refunds prize benefits allowance allowances expenses compensation deduction pension",
    "dismissed": "coach manager trainer appeal appeals charge charges suit lawsuit petition motion",
    "crush": "garlic berries seeds nuts herbs pills tablets grapes leaves ice stone tomatoes",
    "crushed": "garlic berries seeds nuts herbs pills tablets grapes leaves ice stone tomatoes",
    "spin": "ball wheel wheels earth planet electron electrons bowler bowlers bowling cycle",
    "regime": "drugs treatment exercise vitamins injections",
    "scheme": "pays covers insures",
    "mob": "kangaroos wallabies meerkats sheep cattle",
    "plague": "killed spread bacteria bacterium vaccine",
    "puppet": "show shows theatre theater play plays maker makers festival",
    "circus": "tent tents troupe came performer performers ring",
    "butcher": "shop shops sold sells counter knife",
    "communist": "party parties",
    "socialist": "party parties",
    "hate": "crime crimes",
    "toxic": "gas gases waste fumes smoke chemical chemicals substance substances metals algae",
    "poisonous": "mushroom mushrooms plant plants snake snakes berries gas gases fumes",
    "garbage": "truck trucks bag bags can cans bin bins collection collectors",
    "trash": "truck trucks bag bags can cans bin bins collection",
    "wild": "boar boars bird birds animal animals flower flowers horse horses salmon rice",
}
"""Words that give a charged word its plain sense: just before it, or after it past "of" and a determiner."""
_IN_COURT = frozenset("motion motions moved judge court asked bid request".split())
_SUSPECTS = frozenset(("suspect", "suspects"))
_AFTER_NOUN = AUXILIARIES | frozenset("in of who and at with from fled accused on arrested".split())
"""Beside the noun; punctuation after it says the same."""
_SKILLS = frozenset("hear smell swim speak read walk talk sing dance remember afford".split())
_HEARSAY = frozenset(
    "reportedly allegedly supposedly purportedly reputedly apparently ostensibly conceivably".split()
)
_VIEWS = frozenset(("in the view of", "in the words of", "in the opinion of"))
_PUTS = frozenset(("put it", "puts it"))
_HANDING = frozenset(phrase.split()[0] for phrase in _VIEWS | _PUTS)
"""First words of both."""
_AS_REACH = 6
"""Words between "as" and "put it" at most."""
_AFTER_SPEECH = 1.2
"""Log-odds for a verb that stands, alone or with its source, right after a quotation: of such cues that
this lifts over one half in folds of PolNeAR's train part, annotators marked 25 of 33."""
_SOURCE_REACH = 5
_CLOSING = "”’\"»'"
_BEFORE_ONE = DETERMINERS | frozenset("he she they one two some".split())
_NOT_INSIDE = AUXILIARIES | frozenset("to and or but of in on at for with that as when if".split())
_WHEN_OR_WHERE = frozenset("in on at during after to of".split())
_OTHER_SENSES = {"called": "off", "noted": "for", "written": "off", "spoken": "for"}
"""Words after a cue that give it another sense ("called off")."""
_MEASURES = frozenset(
    "plan plans need needs schedule custom ability size age type rank weight taste shape season".split()
)
"""What things are done or shared out by: "according to plan"."""
_SMALL = frozenset("a an the of in on at to and or for with from by".split())


def weigh_rules(doc: Document, candidate: Candidate, kind: str) -> float:
    """Log-odds to add: `RULED_OUT` in the title of a work or for another sense of the word, else mostly 0.

    A title is a quotation of at most eight words, all of them capitalised but the small ones.
    """
    if kind == "attribution":
        return _weigh_cue(doc, candidate)
    if _is_in_title(doc, candidate):
        return RULED_OUT
    if kind == "hedge":
        return _weigh_sense(doc, candidate)
    return RULED_OUT if _is_plain(doc, candidate) else 0.0


def _weigh_cue(doc: Document, candidate: Candidate) -> float:
    """For a cue of attribution: in for phrases that only name who speaks, out for other senses."""
    if _hands_over(doc, candidate):
        return RULED_IN
    if _is_surname(doc, candidate) or _is_idiom(doc, candidate):
        return RULED_OUT
    return _AFTER_SPEECH if follows_quotation(doc, candidate) else 0.0


def follows_quotation(doc: Document, candidate: Candidate) -> bool:
    """Whether a verb stands right after a quotation, with its source before it or after ("…,” he sang.")."""
    first, word = candidate.first, doc.forms[candidate.first]
    if candidate.last - first > 1 or word.endswith("ing") or candidate.note.startswith("nouns"):
        return False
    low, at = doc.first_token[doc.sentence_of[first]], first
    while at > max(low, first - _SOURCE_REACH) and doc.text[doc.ends[at - 1] : doc.starts[at]] == " ":
        at -= 1
    gap = doc.text[doc.ends[at - 1] : doc.starts[at]].rstrip() if at > low else ""
    if len(gap) < 2 or gap[0] not in ",!?" or gap[-1] not in _CLOSING:
        return False
    high = doc.first_token[doc.sentence_of[first] + 1]
    if at < first:
        return (
            _names_one(doc, at)
            and _NOT_INSIDE.isdisjoint(doc.forms[at:first])
            and _ends(doc, first + 1, high)
        )
    return first + 1 < high and _names_one(doc, first + 1)


def _names_one(doc: Document, at: int) -> bool:
    return doc.text[doc.starts[at]].isupper() or doc.forms[at] in _BEFORE_ONE


def _ends(doc: Document, at: int, high: int) -> bool:
    """Whether a sentence, a mark or a preposition comes next."""
    return at >= high or doc.text[doc.ends[at - 1] : doc.starts[at]] != " " or doc.forms[at] in _WHEN_OR_WHERE


def _is_surname(doc: Document, candidate: Candidate) -> bool:
    """Whether a cue is the end of a name ("Edward Said"); annotators marked 14 of 720."""
    first, low = candidate.first, doc.first_token[doc.sentence_of[candidate.first]]
    capital = first > low and doc.text[doc.starts[first]].isupper()
    return capital and first in doc.once("in names", _list_named)


def _list_named(doc: Document) -> frozenset[int]:
    return frozenset(at for name in doc.names for at in range(name.first, name.last))


def _is_idiom(doc: Document, candidate: Candidate) -> bool:
    """Whether the next words give a cue another sense: "called off", "according to plan", "all told,"."""
    word, at = doc.forms[candidate.first], candidate.last
    after = doc.forms[at] if at < doc.first_token[doc.sentence_of[candidate.first] + 1] else ""
    if word == "told":
        all_told = candidate.first and doc.forms[candidate.first - 1] == "all"
        return bool(all_told) and doc.text[doc.ends[at - 1] : doc.ends[at - 1] + 1] == ","
    if word == "according":
        noun = at + (after in DETERMINERS)
        return noun < len(doc.forms) and doc.forms[noun] in _MEASURES
    return after != "" and _OTHER_SENSES.get(word) == after


def _hands_over(doc: Document, candidate: Candidate) -> bool:
    """Whether a phrase does nothing but name who speaks: "in the view of Ana Ruiz", "as Ana Ruiz put it".

    So does "per" at the start of a sentence before an article ("Per the log, it rained").
    """
    if doc.forms[candidate.first] == "per":
        opens = candidate.first == doc.first_token[doc.sentence_of[candidate.first]]
        return opens and candidate.last < len(doc.forms) and doc.forms[candidate.last] in DETERMINERS
    if doc.forms[candidate.first] not in _HANDING:
        return False
    phrase = " ".join(doc.forms[candidate.first : candidate.last])
    low = max(doc.first_token[doc.sentence_of[candidate.first]], candidate.first - _AS_REACH)
    return phrase in _VIEWS or (phrase in _PUTS and "as" in doc.forms[low : candidate.first])


def _is_plain(doc: Document, candidate: Candidate) -> bool:
    """Whether the neighbours give a charged word its plain sense: "hate crime", "the storm destroyed"."""
    first, last = candidate.first, candidate.last
    sentence, word = doc.sentence_of[first], doc.forms[first]
    low = doc.first_token[sentence]
    before = doc.forms[first - 1] if first > low else ""
    if word in _NOUNS and before in _BEFORE_NOUN | DETERMINERS:
        return True
    if word == "dismiss":
        return before == "to" and not _IN_COURT.isdisjoint(doc.forms[max(low, first - 3) : first])
    if word.startswith(_RUINS) and before in _FORCES:
        return True
    if before in _PLAIN_BEFORE.get(word, "").split():
        return True
    return word in _PLAIN_AFTER and _find_full(doc, last, sentence) in _PLAIN_AFTER[word].split()


def _find_full(doc: Document, at: int, sentence: int) -> str:
    """The next word of a sentence, "of" and then a determiner passed over."""
    end = doc.first_token[sentence + 1]
    at += at < end and doc.forms[at] == "of"
    at += at < end and doc.forms[at] in DETERMINERS
    return doc.forms[at] if at < end else ""


def _weigh_sense(doc: Document, candidate: Candidate) -> float:
    first, last = candidate.first, candidate.last
    sentence, word = doc.sentence_of[first], doc.forms[first]
    before = doc.forms[first - 1] if first > doc.first_token[sentence] else ""
    after = doc.forms[last] if last < doc.first_token[sentence + 1] else ""
    if word == "might" and (before in _BEFORE_MIGHT or _follows(doc, first, "main and")):
        return RULED_OUT
    if (word in _SHOWS_UP and after in _PLACES) or (word == "expected" and after in _WHEN):
        return RULED_OUT
    end = doc.ends[last - 1]
    if word in _SUSPECTS and (after in _AFTER_NOUN or not doc.text[end : end + 1].isspace()):
        return RULED_OUT
    if word.startswith("could") and _is_ability(doc.forms[first:last], after):
        return RULED_OUT
    return RULED_IN if word in _HEARSAY else 0.0


def _follows(doc: Document, first: int, words: str) -> bool:
    """Whether just these words stand before a candidate."""
    return " ".join(doc.forms[max(0, first - words.count(" ") - 1) : first]) == words


def _is_ability(phrase: Sequence[str], after: str) -> bool:
    """Whether a "could" tells of skill, of perception, or of what somebody failed to do."""
    denied = phrase[0] == "couldn't" or list(phrase[1:]) == ["not"]
    return after in _SKILLS or (denied and after not in ("be", "have"))


def _is_in_title(doc: Document, candidate: Candidate) -> bool:
    start = doc.starts[candidate.first]
    if doc.voice_at(start) != "quoted":
        return False
    titles = doc.once("titles of works", _find_titles)
    i = bisect_right(titles, (start, len(doc.text))) - 1
    return i >= 0 and start < titles[i][1]


def _find_titles(doc: Document) -> list[tuple[int, int]]:
    """Quotations set like the title of a work."""
    found = []
    for start, end in doc.quotations:
        first, last = doc.token_at(start), doc.token_at(end - 1)
        count = last + (last < len(doc.forms) and doc.starts[last] < end) - first
        words = range(first, first + count)
        closed = doc.text[start:end].rstrip().endswith((".", "!", "?", ","))
        if 0 < count <= _LONGEST_TITLE and not closed and all(_is_capital(doc, at) for at in words):
            found.append((start, end))
    return found


def _is_capital(doc: Document, at: int) -> bool:
    return doc.text[doc.starts[at]].isupper() or doc.forms[at] in _SMALL
