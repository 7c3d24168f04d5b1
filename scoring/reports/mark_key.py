"""The key to the marks of an article: what each kind says."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.article import FAMILY_OF, Evidence
from scoring.reports.marks import FRAMES, THIN
from scoring.scorecard.behind import is_uncounted

UNCOUNTED = "hedge, not counted"
"""What the key calls marks of the kind hedge that no measure counts."""

MEANS = {
    "hedge": "weakens a claim",
    UNCOUNTED: "sets a condition or says what is possible or due (if, can, should); no measure counts it",
    "booster": "overstates how certain something is",
    "attribution": "hands a statement to a source",
    "quote": "words between quotation marks, in a frame",
    "source": "who speaks",
    "content": "what a source is said to say, in a frame",
    "promotional": "puffery, superlatives, sales talk",
    "filler": "stock phrase without information",
    "call_to_action": "asks the reader to buy, subscribe or click",
    "template_residue": "left behind by a writing tool or a template",
    "clickbait": "headline built to be clicked",
    "stuffed_phrase": "repeated beyond what the topic explains",
    "keyword_list": "search terms or hashtags set out as text",
    "duplicate_passage": "repeats an earlier passage; thin line",
    "loaded": "charged language",
    "loaded_sentence": "a sentence biased by its wording; thin line",
    "party": "mentions one side of the story; thin line",
    "rebuttal": "a side answers, or is asked to",
}
"""What a mark of each kind says, for the key beside the article."""


@dataclass(frozen=True, slots=True)
class KindLine:
    """One line of the key: a kind, the look of its marks, what it means, how many there are."""

    kind: str
    look: str
    means: str
    count: int


def kind_lines(evidence: Sequence[Evidence]) -> list[KindLine]:
    """Return the key to the kinds of marks an article has, in the order of the vocabulary.

    Examples
    --------
    >>> [(line.kind, line.look) for line in kind_lines([Evidence(0, 3, "stance", "party")])]
    [('party', 'a-stance thin')]
    """
    counts = Counter(UNCOUNTED if is_uncounted(e) else e.kind for e in evidence)
    return [
        KindLine(kind.replace("_", " "), _plain_look(kind), means, counts[kind])
        for kind, means in MEANS.items()
        if counts[kind]
    ]


def _plain_look(kind: str) -> str:
    if kind in FRAMES:
        return "frame from to"
    family = FAMILY_OF["hedge" if kind == UNCOUNTED else kind]
    return f"a-{family}{' thin' if kind in THIN else ''}"
