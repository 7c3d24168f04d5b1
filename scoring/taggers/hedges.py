"""The prose that hedges stand in: "can", "or", "if" and the like count in personal prose only.

In reviews readers marked them, in abstracts they did not.
"""

from __future__ import annotations

from collections.abc import Sequence

from scoring.document import Document
from scoring.lexicon import Candidate
from scoring.taggers.clauses import find_shape, find_verb
from scoring.taggers.contexts import REACH, Contexts, read_contexts, set_columns
from scoring.taggers.senses import PLAIN
from scoring.taggers.words import masked_forms

_PERSONAL = frozenset("i you my your me we our us yourself myself im youre ill ive".split())
SENSED = (
    "phrase", "suffix", "long suffix", "prefix", "long prefix", "sense", "sense+ending", "before",
    "before+phrase", "before+sense", "before class+phrase", "before class+sense", "suffix+before class",
    "after", "sense+after", "sense+after class", "mark before", "mark after", "mark after+phrase", "voice",
    "voice+phrase", "place", "capital", "verb", "verb+phrase", "opening+phrase", "shape", "shape+phrase",
    "register", "around",
)  # fmt: skip
"""Templates of hedges. With the others that charged words have, such as the words near on either side, the
loss in folds is .274, without .272, and F1 .880, without .883."""
_PARTS = ("verb", "opening", "shape")
_AROUND = 12
"""Words looked at on either side of a modal or conditional one."""


def read_hedges(doc: Document, candidates: Sequence[Candidate]) -> Contexts:
    """The parts beside hedges, the verb after them, and the prose around plain cues."""
    contexts = read_contexts(doc, candidates)
    words, own, places = masked_forms(doc), contexts.own, contexts.places
    rows = (
        (find_verb(words[last : min(high, last + REACH)]), words[low], find_shape(doc, first, last))
        for first, last, _, low, high in places
    )
    contexts.parts.update(set_columns(_PARTS, rows))
    plain = {place[2] for place, (_, note) in zip(places, own, strict=True) if note in PLAIN}
    registers = {sentence: _name_register(doc, sentence) for sentence in plain}
    contexts.many["register"] = [
        (*registers[place[2]], *[f"{name} {phrase}" for name in registers[place[2]]]) if note in PLAIN else ()
        for place, (phrase, note) in zip(places, own, strict=True)
    ]
    contexts.many["around"] = [
        words[max(low, first - _AROUND) : min(high, last + _AROUND)] if note in PLAIN else ()
        for (first, last, _, low, high), (_, note) in zip(places, own, strict=True)
    ]
    return contexts


def _name_register(doc: Document, sentence: int) -> tuple[str, str]:
    """Whether a sentence speaks of writer or reader or contracts words, and how long its words are."""
    forms = doc.forms[doc.first_token[sentence] : doc.first_token[sentence + 1]]
    letters = "".join(forms)
    personal = str("'" in letters or not _PERSONAL.isdisjoint(forms))
    length = str(min(6, max(3, len(letters) // len(forms))))
    return personal, length
