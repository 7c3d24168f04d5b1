"""Language: readability, variety, and how the writer addresses the reader."""

from __future__ import annotations

import math
from bisect import bisect_right

import textstat

from scoring.document import Document
from scoring.extractors.measure import Column, Extractor, Measure

_WINDOW = 100
_FIRST = frozenset(
    "i me my mine myself we us our ours ourselves i'm i've i'd i'll we're we've we'd we'll".split()
)
_SECOND = frozenset("you your yours yourself yourselves you're you've you'd you'll".split())
_PRONOUNS = _FIRST | _SECOND


def measure_language(doc: Document, *, min_probability: float | None = None) -> Measure:
    """Readability grades of the counted prose, and plain rates; no evidence of its own."""
    counted = [
        i
        for k, n in enumerate(doc.first_token[:-1])
        if doc.counted[k]
        for i in range(n, doc.first_token[k + 1])
    ]
    forms = [doc.forms[i] for i in counted]
    own = [form for i, form in zip(counted, forms, strict=True) if form in _PRONOUNS and _is_pronoun(doc, i)]
    lix, coleman_liau = _grade(_join_prose(doc))
    values = {
        "language_word_count": float(doc.n_words),
        "language_lix_grade": lix,
        "language_coleman_liau_grade": coleman_liau,
        "language_variety_share": measure_variety(forms),
        "language_first_person_rate": _per_hundred(sum(form in _FIRST for form in own), doc),
        "language_second_person_rate": _per_hundred(sum(form in _SECOND for form in own), doc),
        "language_question_rate": _per_hundred(_count_marks(doc, "?"), doc),
        "language_exclamation_rate": _per_hundred(_count_marks(doc, "!"), doc),
    }
    return Measure(values, ())


def _grade(prose: str) -> tuple[float, float]:
    """LIX and Coleman-Liau; NaN without words, where textstat would say 0."""
    if not any(char.isalpha() for char in prose):
        return math.nan, math.nan
    return float(textstat.lix(prose)), float(textstat.coleman_liau_index(prose))


def measure_variety(forms: list[str], *, window: int = _WINDOW) -> float:
    """Moving-average type-token ratio: mean share of different words in windows of 100 words.

    NaN for texts shorter than a window, where the ratio would depend on length (Covington and
    McFall 2010, "Cutting the Gordian knot: the moving-average type-token ratio").

    Examples
    --------
    >>> measure_variety(["a", "b", "a", "b"], window=2)
    1.0
    """
    if len(forms) < window:
        return math.nan
    last_start = len(forms) - window
    seen: dict[str, int] = {}
    total = 0
    for i, form in enumerate(forms):  # counted in the windows that hold it and no earlier one like it
        first = max(seen.get(form, -1), i - window) + 1
        total += max(0, min(i, last_start) - first + 1)
        seen[form] = i
    return total / window / (last_start + 1)


def _join_prose(doc: Document) -> str:
    """Counted sentences on one line each, closed by a full stop where they end with none."""
    lines = []
    for i, (start, end) in enumerate(doc.sentences):
        if doc.counted[i]:
            line = " ".join(doc.text[start:end].split())
            lines.append(line if line[-1] in '.!?"”’)' else line + ".")
    return " ".join(lines)


def _is_pronoun(doc: Document, token: int) -> bool:
    """Outside quotations, and no acronym that only looks like a pronoun ("US")."""
    start, end = doc.starts[token], doc.ends[token]
    acronym = end - start > 1 and doc.text[start:end].isupper()
    return not acronym and doc.voice_at(start) == "outlet"


def _count_marks(doc: Document, mark: str) -> int:
    """Sentences in the outlet's voice that hold the mark outside quotations."""
    found = set()
    at = doc.text.find(mark)
    while at >= 0:
        sentence = bisect_right(doc.sentences, (at, len(doc.text))) - 1
        inside = sentence >= 0 and at < doc.sentences[sentence][1] and doc.counted[sentence]
        if inside and doc.voice_at(at) == "outlet":
            found.add(sentence)
        at = doc.text.find(mark, at + 1)
    return len(found)


def _per_hundred(count: int, doc: Document) -> float:
    return 100.0 * count / doc.n_words if doc.n_words else math.nan


COLUMNS = (
    Column(
        "language_word_count",
        "words",
        "Words of prose that are counted.",
        "Our own tokeniser.",
        "Never enters a score.",
        (),
        "is longer",
        "is shorter",
        scored=False,
    ),
    Column(
        "language_lix_grade",
        "LIX",
        "Mean sentence length plus the percentage of words longer than six letters.",
        "Bjornsson (1968), through textstat.",
        "Lists and headings count as sentences.",
        (),
        "is written in longer words and sentences",
        "is written in shorter words and sentences",
    ),
    Column(
        "language_coleman_liau_grade",
        "Coleman-Liau grade",
        "School grade from letters and sentences per 100 words.",
        "Coleman and Liau (1975), through textstat.",
        "As above.",
        (),
        "reads at a higher school grade",
        "reads at a lower school grade",
    ),
    Column(
        "language_variety_share",
        "word variety",
        "Share of different words in windows of 100 words; undefined for shorter texts.",
        "Covington and McFall (2010), moving-average type-token ratio.",
        "Quotations count too.",
        (),
        "uses a wider choice of words",
        "uses a narrower choice of words",
    ),
    Column(
        "language_first_person_rate",
        "first person, outlet's voice",
        "I, we and their forms outside quotations.",
        "Our own list.",
        "Essays and live reports use it without being opinion.",
        (),
        "speaks in the first person more often",
        "speaks in the first person less often",
    ),
    Column(
        "language_second_person_rate",
        "reader addressed",
        "You and its forms outside quotations.",
        "Our own list.",
        "The general 'you' counts too.",
        (),
        "addresses the reader more often",
        "addresses the reader less often",
    ),
    Column(
        "language_question_rate",
        "questions, outlet's voice",
        "Sentences with a question mark outside quotations.",
        "Typography.",
        "Interviews printed as question and answer count too.",
        (),
        "asks more questions in its own voice",
        "asks fewer questions in its own voice",
    ),
    Column(
        "language_exclamation_rate",
        "exclamations, outlet's voice",
        "Sentences with an exclamation mark outside quotations.",
        "Typography.",
        "Names that hold the mark count too.",
        (),
        "exclaims more often",
        "exclaims less often",
    ),
)
EXTRACTOR = Extractor("language", COLUMNS, "language_lix_grade", measure_language)
