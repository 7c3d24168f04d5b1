"""What no fitting corpus here can teach: log-odds added to a candidate by typography and grammar.

Abstracts, reviews and single sentences of news hold next to no titles of works, no noun "might", nobody
who appears in court, and hardly a "reportedly"; so these few rules are written down instead of learnt.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from operator import add

from scoring.document import Document
from scoring.lexicon import Candidate
from scoring.taggers.accusing import names_charge
from scoring.taggers.cue_rules import RULED_IN, RULED_OUT, weigh_cues
from scoring.taggers.technical import weigh_terms
from scoring.taggers.words import AUXILIARIES, DETERMINERS

_LONGEST_TITLE = 8
_BEFORE_NOUN = frozenset("the his her its their our my your of all main with by no what whose this".split())
_BEFORE_MIGHT = frozenset("the his her its their our my your of main with by sheer military".split())
"""Before the noun; after "this", "what" or "all" it is the verb, as "may" and "could" always are."""
_OFFICES = """office power command control charge duty duties responsibility leadership position presidency
    premiership role identity name"""
_SHOWS_UP = "in on at off before with alongside under beside onstage together regularly"
_CERTAIN_AFTER = {
    **dict.fromkeys(("appear", "appears", "appeared", "appearing"), _SHOWS_UP),
    **dict.fromkeys(("assume", "assumes", "assumed", "assuming"), _OFFICES),
    **dict.fromkeys(("wonder", "wondered", "wondering"), "at"),
    "expected": "at home back",
    "think": "tank tanks",
}
"""Words just after a hedge that give it another sense; "assumed" may have a determiner before them."""
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
    "blast": "bomb gunshot shotgun grenade nuclear suicide",
    "blasts": "bomb gunshot shotgun grenade nuclear suicide",
}
_PLAIN_AFTER = {
    "claims": "for",
    "claimed": "refund refunds prize benefits allowance allowances expenses compensation deduction pension",
    "dismissed": "coach manager trainer appeal appeals charge charges suit lawsuit petition motion case",
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
    "reckless": "driving endangerment homicide",
    "dangerous": "driving dog dogs goods",
    "hostile": "takeover bid witness witnesses",
    "quash": "conviction convictions subpoena subpoenas warrant order decision",
    "frivolous": "lawsuit lawsuits motion motions appeal appeals",
    "absolute": "zero majority",
    "naked": "eye short shorts",
    "narcissistic": "personality",
    "toxic": "gas gases waste fumes smoke chemical chemicals substance substances metals algae asset assets",
    "malicious": "code software links files attachments falsehood destruction mischief prosecution wounding",
    "stun": "gun guns grenade grenades",
    "poison": "ivy gas pill pills",
    "dirty": "pages laundry dishes plates water clothes",
    "greedy": "algorithm algorithms matching search",
    "zombie": "process processes",
    "lies": "below beneath beyond ahead dormant idle flat hidden buried between low",
    "lie": "below beneath beyond ahead dormant idle flat hidden buried between down still",
    "lying": "in on below beneath beyond ahead dormant idle flat hidden buried between down still face",
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
_SOMEBODY = frozenset("i you he she it we they".split())
_LIMITS = frozenset("all nothing anything everything what whatever wherever as than before".split())
"""Words before somebody who could do something."""
_HEARSAY = frozenset(
    "reportedly allegedly supposedly purportedly reputedly apparently ostensibly conceivably".split()
)
_HEARSAY_NOUNS = frozenset(("alleged", "purported"))
"""Doubt before a noun ("the alleged theft"); elsewhere verbs of speech."""
_BEFORE_ADJECTIVE = DETERMINERS | frozenset(
    "of in on over about into for with from by amid against after and any no other".split()
)
_SENSED = _CERTAIN_AFTER.keys() | _SUSPECTS | _HEARSAY | _HEARSAY_NOUNS | {"might"}
"""First words of hedges that have a rule, beside all that begin with "could"."""
_RULED = _NOUNS | _PLAIN_BEFORE.keys() | _PLAIN_AFTER.keys() | {"dismiss"}
_SMALL = frozenset("a an the of in on at to and or for with from by".split())
_NO_HEADS = ("charged adjectives", "charged verbs")
"""Notes of words that no epithet ends with."""
_BODIES = frozenset(
    """act clause amendment house fair international foundation institute center centre society church
    college university school hospital club hotel park street avenue award prize films circus""".split()
)
"""Words that make a name that of a body, a law or a place."""


def weigh_rules(doc: Document, candidates: Sequence[Candidate], kind: str) -> list[float]:
    """Log-odds to add: `RULED_OUT` in the title of a work or for another sense of the word, else mostly 0.

    A title is a quotation of at most eight words, all of them capitalised but the small ones.
    """
    if kind == "attribution":
        return weigh_cues(doc, candidates)
    titles = doc.once("titles of works", _find_titles)
    weigh = _weigh_sense if kind == "hedge" else _weigh_charge
    weights = [RULED_OUT if each.first in titles else weigh(doc, each) for each in candidates]
    return list(map(add, weights, weigh_terms(doc, candidates))) if kind == "loaded" else weights


def _weigh_charge(doc: Document, candidate: Candidate) -> float:
    word = doc.forms[candidate.first]
    ruled = word in _RULED or word.startswith(_RUINS)
    plain = (ruled and _is_plain(doc, candidate)) or names_charge(doc, candidate.first, candidate.last)
    return RULED_OUT if plain or _is_name_part(doc, candidate) else 0.0


def _is_name_part(doc: Document, candidate: Candidate) -> bool:
    """Whether a word belongs to the name of a body or is a last name ("Patriot Act", "Ana Grim").

    An epithet ("Crooked Ruiz") stands before a name, and an adjective or a verb never ends one.
    """
    i = bisect_right(doc.once("name firsts", lambda d: [name.first for name in d.names]), candidate.first) - 1
    if i < 0 or doc.names[i].last <= candidate.first or doc.names[i].last - doc.names[i].first < 2:
        return False
    words = doc.forms[doc.names[i].first : doc.names[i].last]
    surname = candidate.last == doc.names[i].last and candidate.note in _NO_HEADS
    return surname or not _BODIES.isdisjoint(words)


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
    if word not in _SENSED and not word.startswith("could"):
        return 0.0
    before = doc.forms[first - 1] if first > doc.first_token[sentence] else ""
    after = doc.forms[last] if last < doc.first_token[sentence + 1] else ""
    if word == "might" and (before in _BEFORE_MIGHT or _follows(doc, first, "main and")):
        return RULED_OUT
    told = _find_full(doc, last, sentence) if word.startswith("assum") else after
    if word in _CERTAIN_AFTER and told in _CERTAIN_AFTER[word].split():
        return RULED_OUT
    end = doc.ends[last - 1]
    if word in _SUSPECTS and (after in _AFTER_NOUN or not doc.text[end : end + 1].isspace()):
        return RULED_OUT
    if word.startswith("could") and (
        _is_ability(doc.forms[first:last], after) or _is_limit(doc, first, after)
    ):
        return RULED_OUT
    if word in _HEARSAY_NOUNS:
        return RULED_IN if _stands_before_noun(doc, first, before, after) else RULED_OUT
    return RULED_IN if word in _HEARSAY else 0.0


def _stands_before_noun(doc: Document, first: int, before: str, after: str) -> bool:
    """Whether a participle is an adjective ("his alleged theft"), not a verb ("he alleged theft")."""
    told = before in _BEFORE_ADJECTIVE or before.endswith(("'s", "s'"))
    noun = after != "" and after not in DETERMINERS | AUXILIARIES | _SMALL | {
        "that",
        "he",
        "she",
        "they",
        "it",
    }
    return told and noun and doc.text[doc.ends[first] : doc.starts[first + 1]] == " "


def _follows(doc: Document, first: int, words: str) -> bool:
    """Whether just these words stand before a candidate."""
    return " ".join(doc.forms[max(0, first - words.count(" ") - 1) : first]) == words


def _is_ability(phrase: Sequence[str], after: str) -> bool:
    """Whether a "could" tells of skill, of perception, or of what somebody failed to do."""
    denied = phrase[0] == "couldn't" or list(phrase[1:]) == ["not"]
    return after in _SKILLS or (denied and after not in ("be", "have"))


def _is_limit(doc: Document, first: int, after: str) -> bool:
    """Whether a "could" tells how far somebody was able to go: "all they could do", "so that I could go"."""
    low = doc.first_token[doc.sentence_of[first]]
    *others, lead, who = ["", "", *doc.forms[max(low, first - 3) : first]]
    if who not in _SOMEBODY:
        return False
    return "so" in (lead, others[-1]) or (lead in _LIMITS and after not in ("be", "have"))


def _find_titles(doc: Document) -> frozenset[int]:
    """Words of quotations set like the title of a work."""
    found = set[int]()
    for start, end in doc.quotations:
        if doc.text[start:end].rstrip().endswith((".", "!", "?", ",")):
            continue
        first, last = doc.token_at(start), doc.token_at(end - 1)
        count = last + (last < len(doc.forms) and doc.starts[last] < end) - first
        words = range(first, first + count)
        if 0 < count <= _LONGEST_TITLE and all(_is_capital(doc, at) for at in words):
            found.update(words)
    return frozenset(found)


def _is_capital(doc: Document, at: int) -> bool:
    return doc.text[doc.starts[at]].isupper() or doc.forms[at] in _SMALL
