"""What doubt a hedge voices, and in what prose: pairs that also describe cues no annotator has marked.

The stem of a cue gives its sense ("chance", "seeming", "guess"), so that a rare cue is judged by the
company its like keep: fitted on reviews alone, hedged sentences of abstracts have an F1 of .74, not .67.
"Can", "or", "if" and the like are counted as hedges in personal prose only: in reviews, not in abstracts.
"""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache

from scoring.document import Document
from scoring.lexicon import Candidate
from scoring.taggers.contexts import WIDE, Context, read_widely
from scoring.taggers.words import masked_forms

SENSES = {
    "modal": "may might could mightn't couldn't could've might've may've would've coulda mighta",
    "chance": """possib probab likel unlikel improbab perhaps perchance maybe plausib implausib conceivab
        feasib potential putativ chance odds risk tentativ theoretical principle preliminary provisional""",
    "seeming": """seem appear apparent look sound evident ostensib outward ambigu tend lean face paper
        quasi pseudo semi-official would-be""",
    "guess": """think thought believ suppos guess suspect suspicion assum presum reckon imagin feel felt
        surmis conjectur hunch impress bet betting expect hope hoping hopes doubt wonder notion idea perceiv
        figur say""",
    "inference": """suggest indicat impl hint infer deduc point support consisten compatib intimat raise
        extrapolat insinuat evidenc implicat""",
    "proposal": """propos hypothe postulat speculat posit theor predict project estimat anticipat forecast
        poised set track course threaten""",
    "unknown": """unknown unclear uncertain unsure unproven unconfirm unverif inconclus undetermin unresolv
        undecid debatab disput question doubtful dubious arguab obscur elusiv not wasn't poorly yet remain
        cannot can't hard difficult little no impossible early soon far open subject""",
    "hearsay": "report alleg purport reput rumo claim said argu contend accounts",
    "question": """whether determin examin investigat test assess evaluat explor study establish address
        clarif analy verif consider elucidat see find understand know tell""",
    "amount": """approximat near almost roughly some somewhat up as at fair rather quite relativ comparativ
        slight part most main large chief primar principal virtual practical essential effectiv basical sort
        kind or more give extent degree region neighborhood order thereabouts loosely many certain""",
    "habit": """usual often sometimes occasional frequent typical normal common customar general broad
        overall occasion time now whole balance""",
    "view": "my our personal opinion view perspective",
}
"""Sense to the first letters of its words; three letters or fewer are a whole word."""
_SENSE_OF = {stem: sense for sense, stems in reversed(SENSES.items()) for stem in stems.split()}
_LONGEST = max(map(len, _SENSE_OF))
_EMPTY = frozenset(
    "it is was are were be to the has have had a an been there by in on of from so if all".split()
)
_PERSONAL = frozenset("i you my your me we our us yourself myself im youre ill ive".split())
SENSED = (
    *WIDE, "sense", "before+sense", "before class+sense", "sense+after", "sense+after class",
    "sense+ending", "register", "around",
)  # fmt: skip
"""Templates of hedges."""
_AROUND = 12
"""Words looked at on either side of a modal or conditional one."""


def read_hedge(doc: Document, candidate: Candidate) -> Context:
    """The parts of the wide templates, of the cue's sense, and of the prose it stands in."""
    context = read_widely(doc, candidate)
    phrase, parts, many = context
    plain = candidate.note in ("modal", "conditional")
    sense = candidate.note if plain else sense_of(phrase)
    parts["sense"], parts["ending"] = sense, phrase[-2:]
    register, around = _read_prose(doc, candidate, phrase) if plain else ((), ())
    many["register"] = register
    many["around"] = [f"{sense} {word}" for word in around]
    return context


def _read_prose(doc: Document, candidate: Candidate, phrase: str) -> tuple[Collection[str], Collection[str]]:
    """The register of a candidate's sentence, with and without the phrase, and the words around."""
    words, sentence = masked_forms(doc), doc.sentence_of[candidate.first]
    low, high = doc.first_token[sentence], doc.first_token[sentence + 1]
    near = words[max(low, candidate.first - _AROUND) : min(high, candidate.last + _AROUND)]
    personal, length = doc.once("registers", _find_registers)[sentence]
    return (personal, f"{personal} {phrase}", length, f"{length} {phrase}"), dict.fromkeys(near)


@lru_cache(maxsize=4096)
def sense_of(phrase: str) -> str:
    """The kind of doubt that the words of a cue voice, a key of `SENSES`, or "other".

    Examples
    --------
    >>> sense_of("it is possible that"), sense_of("remains to be seen"), sense_of("lest")
    ('chance', 'unknown', 'other')
    """
    for word in phrase.split(" "):
        for size in range(0 if word in _EMPTY else min(len(word), _LONGEST), 0, -1):
            if (size > 3 or size == len(word)) and word[:size] in _SENSE_OF:
                return _SENSE_OF[word[:size]]
    return "other"


def _find_registers(doc: Document) -> list[tuple[str, str]]:
    """By sentence: whether it speaks of writer or reader or contracts words, and how long its words are."""
    found = []
    for low, high in zip(doc.first_token, doc.first_token[1:], strict=False):
        forms = doc.forms[low:high]
        letters = "".join(forms)
        personal = "'" in letters or not _PERSONAL.isdisjoint(forms)
        mean = len(letters) // max(1, len(forms))
        found.append((str(personal), str(min(6, max(3, mean)))))
    return found
