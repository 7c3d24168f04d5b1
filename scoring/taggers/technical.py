"""Charged words as terms of a trade or a science: an aggressive tumour, a greedy quantifier, scrap steel.

What tells is the company: words of a trade close by, and nobody who could be charged.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from scoring.document import Document
from scoring.lexicon import Candidate, find_candidates
from scoring.taggers.science_words import SCIENCES
from scoring.taggers.trade_words import TRADES
from scoring.taggers.words import NAME, PRONOUNS, masked_forms

_TERMS = frozenset(word + plural for word in SCIENCES | TRADES for plural in ("", "s", "es"))
"""In either number. None stands in more than 1 of 120 stories about politics (1,920 of three corpora were
read) or is, as listed, charged, so that "shot", "witness", "network" and "patient" are missing: they tell
nothing."""
_ENDINGS = re.compile(
    r"(?:itis|[cmpr]omas?|[mpr]osis|ectom(?:y|ies)|aemi[ac]|emia|algia|oscop(?:y|ic)|cytes?|plasty|phyll)$"
)
_TAILS = frozenset(
    "itis coma moma poma roma omas osis tomy mies emia emic lgia copy opic cyte ytes asty hyll".split()
)
"""The last four letters of those, which are sooner looked up than endings are searched."""
_NO_TERMS = frozenset("diploma diplomas aroma aromas".split())
_LONG = 6
_FULL_SHARE = 0.025
"""Share of technical words from which an article counts as one more for `_DOUBLE`; 6 of 450 political stories
have it, and 94 of 150 articles on health."""
_ALONE, _TOGETHER, _MORE = -1.4, -2.5, -1.0
"""Log-odds for one technical word in a sentence that names nobody, for two, and for each one more. In folds
of BABE, F1 of characters stays .4917; with terms that are charged themselves it is .4895, and
where every charged word counts like one of `_DOUBLE`, .4874. Of 50 technical sentences written after the
lists, 40 had their word charged without this and 13 with it, of their 50 charged counterparts 45 and 45."""
_MOST = 4
_DOUBLE = frozenset(
    """aggressive alien biased blast blasted blasts blight bloated bombard bombarded brute bulldoze bulldozed
    butcher butchered cage caged captive castrated choke choked conspire contaminate contaminated
    contaminates corrupt corrupted corrupting corrupts cripple crippled crippling crumble crumbles crush
    crushed crushes crushing decaying defamatory degrade degraded degrades delusion delusional
    demolish demolished derail derailed destroy destroyed destruction devastated devastating dirty
    dismantle dismantled disruptive distort distorted distortion distorts dull dumb duress dysfunctional
    erode eroded erodes eroding erratic eruption eruptions explosive extortion extreme extremely
    fabricate fabricated feeble fixation fixations flooding fraudulent frivolous gag garbage grafts
    gross gut gutted harassment harsh hijack hijacked hijacks hoard hollow hostile hysteria ignite
    implosion implosions infect infected infects infest infestation infested inflamed inflammatory
    inhuman invade invaded invades invading irrational lame landslide landslides lazy lethally libelous
    limp lurch malicious malign malignant manic manipulate manipulated morbid muzzle naive naked
    narcissistic needle needles negligence neuter noble obstruct obstructed paranoid parasite parasites
    parasitic plague plagues poison poisoned poisoning poisonous poisons pollute polluted predator
    predators predatory prejudice primitive psychopathic punitive purge purges radical radicalized
    radically radicals raging rampant ravage ravages ravaging reel reels rig rigs roast roasted robbing
    rogue rotten rotting runaway savage scheme scorched scorching scrap scrapped scraps sewage sham
    sheep shred shredded sick skew skewed skewer skews slash slaughter slaughtered slave slaves smear
    smother smothered smothering spin squash stagnant strangle strangled stun stunt suffocating swamp
    swamps swarming throttle token toppled torch torched toxic toxicity toxin trash traumatic twist
    twisted twists unleashed unstable venom venomous vermin violent violently volatile voracious wild
    willful zombie""".split()
)
"""Charged words that are terms as well: one beside a term, or where nobody is named, counts for one more."""
_COMMON = frozenset(
    """blood bone bones brain breast cancer cancers code damages data disease diseases dose driving eye file
    files gas heart illness infection injuries injury lung lungs motion negligence oil patient patients
    prosecution skin soil species storm surgery symptoms takeover tank tumor virus waste water wave
    weather wind winds witness witnesses""".split()
)
"""Terms at home in politics, too: they count for `_DOUBLE` alone, and within `_REACH` words."""
_BESIDE, _REACH, _WINDOW = 2, 4, 40
_PEOPLE = PRONOUNS - frozenset("it which that this these those nobody".split()) | frozenset(
    "me you us him her them my your our his their".split()
)
_ROLES = ("source_role", "source_vague")


def weigh_terms(doc: Document, candidates: Sequence[Candidate]) -> list[float]:
    """Log-odds to add to charged words for the technical words in their sentences, 0 without any.

    Phrases are no terms and stay as they are.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> from scoring.lexicon import find_candidates
    >>> doc = parse(Article("a", "The quantifier is greedy and matches the longest string."))
    >>> weigh_terms(doc, find_candidates(doc)["loaded"])
    [-1.4]
    """
    return [_weigh(doc, each) if each.last - each.first == 1 else 0.0 for each in candidates]


def _weigh(doc: Document, candidate: Candidate) -> float:
    words = masked_forms(doc)
    sentence = doc.sentence_of[candidate.first]
    low = max(doc.first_token[sentence], candidate.first - _WINDOW)
    high = min(doc.first_token[sentence + 1], candidate.last + _WINDOW)
    inside = [at for at in _find_terms(words, low, high) if at != candidate.first]
    double = doc.forms[candidate.first] in _DOUBLE
    if double:
        around = range(max(low, candidate.first - _REACH), min(high, candidate.last + _REACH))
        inside += [at for at in around if at != candidate.first and doc.forms[at] in _COMMON]
    near = {doc.forms[at].removesuffix("s") for at in inside}
    if not near:
        return 0.0
    alone = not _is_peopled(doc, sentence)
    count = len(near)
    if double:
        count += doc.once("full of terms", _is_full) + (alone or _is_beside(candidate, inside))
    elif not alone:
        count -= 1
    if count > 1:
        return _TOGETHER + _MORE * (min(_MOST, count) - 2)
    return _ALONE if alone else 0.0


def _find_terms(words: Sequence[str], low: int, high: int) -> list[int]:
    """The technical words between two tokens; most sentences hold none, which sets tell soonest."""
    near = words[low:high]
    if _TERMS.isdisjoint(near) and _TAILS.isdisjoint([word[-4:] for word in near if len(word) > _LONG]):
        return []
    return [at for at in range(low, high) if is_term(words[at])]


def _is_beside(candidate: Candidate, terms: Sequence[int]) -> bool:
    """Whether a term stands among the two words on either side."""
    return any(candidate.first - _BESIDE <= at < candidate.last + _BESIDE for at in terms)


def _is_full(doc: Document) -> bool:
    """Whether a text holds many technical words that are no part of a name."""
    count = sum(map(is_term, masked_forms(doc)))
    return count >= _FULL_SHARE * len(doc.forms) and count > _MOST


def is_term(word: str) -> bool:
    """Whether a word is technical, in either number.

    Examples
    --------
    >>> is_term("tumors"), is_term("hysterectomy"), is_term("senator")
    (True, True, False)
    """
    return word in _TERMS or (word[-4:] in _TAILS and _ends_like_term(word))


def _ends_like_term(word: str) -> bool:
    return len(word) > _LONG and word not in _NO_TERMS and _ENDINGS.search(word) is not None


def _is_peopled(doc: Document, sentence: int) -> bool:
    """Whether a sentence names somebody or speaks of a person."""
    words = masked_forms(doc)[doc.first_token[sentence] : doc.first_token[sentence + 1]]
    named = NAME in words or not _PEOPLE.isdisjoint(words)
    return named or sentence in doc.once("sentences of roles", _find_roles)


def _find_roles(doc: Document) -> frozenset[int]:
    found = find_candidates(doc)
    return frozenset(doc.sentence_of[hit.first] for kind in _ROLES for hit in found[kind])
