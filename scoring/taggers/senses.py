"""What doubt a hedge voices, which also describes cues that no annotator has marked.

The stem of a cue gives its sense ("chance", "seeming", "guess"), so that a rare cue is judged by the
company its like keep: fitted on reviews alone, hedged sentences of abstracts have an F1 of .74, not .67.
"""

from __future__ import annotations

from functools import lru_cache

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
PLAIN = ("modal", "conditional")
"""Notes of cues that are hedges in personal prose only, and have no other sense."""
_SENSE_OF = {stem: sense for sense, stems in reversed(SENSES.items()) for stem in stems.split()}
_LONGEST = max(map(len, _SENSE_OF))
_EMPTY = frozenset(
    "it is was are were be to the has have had a an been there by in on of from so if all".split()
)


@lru_cache(maxsize=4096)
def sense_of(phrase: str, note: str = "") -> str:
    """The kind of doubt that the words of a cue voice: a key of `SENSES`, "other", or a note of `PLAIN`.

    Examples
    --------
    >>> sense_of("it is possible that"), sense_of("remains to be seen"), sense_of("lest")
    ('chance', 'unknown', 'other')
    """
    if note in PLAIN:
        return note
    for word in phrase.split(" "):
        for size in range(0 if word in _EMPTY else min(len(word), _LONGEST), 0, -1):
            if (size > 3 or size == len(word)) and word[:size] in _SENSE_OF:
                return _SENSE_OF[word[:size]]
    return "other"
