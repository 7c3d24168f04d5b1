"""Words of praise that tell of surprise ("a stunning turn") or of a plain rank ("the world's busiest")."""

from __future__ import annotations

from scoring.document import Document

_BE = frozenset("is was it's that's be".split())
_THAT_REACH = 3
_SURPRISES = frozenset(
    """stunning remarkable incredible amazing breathtaking sensational spectacular stunningly
    spectacularly""".split()
)
"""Words that praise a view and tell of surprise in news. Of 762 hits of these words and of
"one of the world's" in four corpora the rules leave out 46; 43 praised nothing, 3 boasted of size."""
_SHOCKS = frozenset("stunning incredible breathtaking".split())
"""Those that praise nothing in "it is stunning that"."""
_TURNS = frozenset(
    """development developments turn turns twist move moves news revelation revelations testimony
    announcement reversal admission coda statement rebuke allegation allegations claim accusation
    debacle""".split()
)
_FAILING = frozenset("backfired backfires failed fails collapsed wrong badly fell".split())
_RANK = ["one", "of", "the", "world's"]
_BEST = frozenset("best finest greatest leading foremost premier top favorite favourite great".split())
_ADMIRED = frozenset(
    """beautiful influential respected celebrated famous admired beloved trusted acclaimed prestigious
    exciting innovative luxurious talented popular iconic renowned""".split()
)
"""After "most": ranks that praise; others (busiest, most dangerous) are plain facts."""


def is_surprise(doc: Document, at: int, low: int, after: str) -> bool:
    """Whether a word tells of surprise: "a stunning turn", ", stunning the room", "it is stunning that".

    Parameters
    ----------
    at, low : int
        Tokens: the word, and the first of its sentence.
    after : str
        The word after it.
    """
    word, before = doc.forms[at], doc.forms[at - 1] if at > low else ""
    if word not in _SURPRISES:
        return False
    verb = word == "stunning" and at > low and "," in doc.text[doc.ends[at - 1] : doc.starts[at]]
    told = (
        after == "that" and word in _SHOCKS and not _BE.isdisjoint(doc.forms[max(low, at - _THAT_REACH) : at])
    )
    asked = before in ("what's", "nothing") or (before in _BE and doc.forms[at - 2] == "what")
    return after in _TURNS or verb or told or asked or before in _FAILING


def is_plain_rank(doc: Document, first: int, last: int) -> bool:
    """Whether "one of the world's" stands before no praise: "busiest", "most dangerous"."""
    if list(doc.forms[first:last]) != _RANK:
        return False
    after, then = [*doc.forms[last : last + 2], "", ""][:2]
    return not (after in _BEST or (after == "most" and then in _ADMIRED))
