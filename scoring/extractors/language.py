"""Language: readability, variety, and how the writer addresses the reader."""

from __future__ import annotations

import math
from statistics import fmean

import textstat

from scoring.document import Document
from scoring.document.alike import even_out
from scoring.extractors.manner import COLUMNS as MANNER
from scoring.extractors.manner import measure_choice
from scoring.extractors.marks import find_exclaimed, find_marked
from scoring.extractors.measure import Column, Extractor, Measure, per_hundred
from scoring.extractors.opinion import find_opinions
from scoring.extractors.sentences import (
    join_prose,
    list_lengths,
    measure_paragraphs,
    measure_spread,
    share_of_long,
)
from scoring.extractors.title_style import COLUMNS as TITLE_STYLE
from scoring.extractors.title_style import measure_title_style
from scoring.extractors.titles import measure_mismatch
from scoring.extractors.tool_talk import find_tool_talk
from scoring.extractors.variety import measure_variety
from scoring.extractors.voices import covers
from scoring.extractors.wording import COLUMNS as WORDING
from scoring.extractors.wording import measure_wording

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
    lengths, opinions = list_lengths(doc), find_opinions(doc, min_probability=min_probability)
    lix, coleman_liau = _grade(join_prose(doc))
    values = {
        "language_word_count": float(doc.n_words),
        "language_lix_grade": lix,
        "language_coleman_liau_grade": coleman_liau,
        "language_variety_share": measure_variety(list(map(even_out, forms))),
        "language_first_person_rate": per_hundred(sum(form in _FIRST for form in own), doc),
        "language_second_person_rate": per_hundred(sum(form in _SECOND for form in own), doc),
        "language_question_rate": per_hundred(len(find_marked(doc, "?")), doc),
        "language_exclamation_rate": per_hundred(len(find_exclaimed(doc)), doc),
        "language_sentence_words": fmean(lengths) if lengths else math.nan,
        "language_sentence_spread_ratio": measure_spread(lengths),
        "language_long_sentence_share": share_of_long(lengths),
        "language_paragraph_words": measure_paragraphs(doc),
        "language_opinion_rate": per_hundred(len(opinions), doc),
        "language_title_mismatch_share": measure_mismatch(doc),
        **measure_wording(doc),
        **measure_choice(doc),
        **measure_title_style(doc),
    }
    return Measure(values, ())


def _grade(prose: str) -> tuple[float, float]:
    """LIX and Coleman-Liau; NaN without words, where textstat would say 0."""
    if not any(char.isalpha() for char in prose):
        return math.nan, math.nan
    return float(textstat.lix(prose)), float(textstat.coleman_liau_index(prose))


def _is_pronoun(doc: Document, token: int) -> bool:
    """The outlet's, neither quoted nor a writing tool's, and no acronym that only looks so ("US")."""
    start, end = doc.starts[token], doc.ends[token]
    acronym = end - start > 1 and doc.text[start:end].isupper()
    return not acronym and doc.voice_at(start) == "outlet" and not covers(find_tool_talk(doc), start)


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
        "Sentences with an exclamation mark, or set in capitals or in Title Case, outside quotations.",
        "Typography.",
        "Names that hold the mark count too, and captions that are set like titles and end with a full stop.",
        (),
        "exclaims more often",
        "exclaims less often",
    ),
    Column(
        "language_sentence_words",
        "words in a sentence",
        "Mean words of a sentence, headings left out.",
        "Our own splitting into sentences.",
        "Bullets count as sentences; a text that lost its full stops has very long ones.",
        (),
        "is written in longer sentences",
        "is written in shorter sentences",
    ),
    Column(
        "language_sentence_spread_ratio",
        "spread of sentence lengths",
        "Standard deviation of sentence lengths by their mean; undefined for fewer than five sentences.",
        "The coefficient of variation; near 0 means that all sentences are of one length.",
        "One sentence run together by a lost full stop raises it.",
        (),
        "mixes short and long sentences more",
        "keeps its sentences closer to one length",
    ),
    Column(
        "language_long_sentence_share",
        "long sentences",
        "Share of sentences of 35 words or more, headings left out.",
        "Our own limit: one sentence in seven of 1,000 news articles is as long.",
        "Long quotations count too.",
        (),
        "has more long sentences",
        "has fewer long sentences",
    ),
    Column(
        "language_paragraph_words",
        "words in a paragraph",
        "Mean words of a paragraph of prose; undefined for a text of one paragraph, whose layout was lost.",
        "Layout.",
        "Depends on how the input keeps line breaks; bullets count as paragraphs.",
        (),
        "is set in longer paragraphs",
        "is set in shorter paragraphs",
    ),
    Column(
        "language_opinion_rate",
        "opinion, outlet's voice",
        "Words by which the writer takes a stand (we must, sadly, in my view), outside quotations and "
        "attributed statements.",
        "Our own list; Hyland (2005), Metadiscourse, on attitude and self-mention, as a concept.",
        "A word list; quotations whose marks were lost count too. It shows no evidence of its own.",
        (),
        "says more often what it thinks itself",
        "says less often what it thinks itself",
    ),
    Column(
        "language_title_mismatch_share",
        "title words missing from the body",
        "Share of the title's content words that the body never uses in any form, calls to the reader aside; "
        "undefined without a title of three content words.",
        "Our own stems; the idea is that of research on incongruent headlines.",
        "Synonyms and irregular forms ('fell' for 'fall') count as missing.",
        (),
        "has more words in its title that the text never uses",
        "has fewer words in its title that the text never uses",
    ),
    *WORDING,
    *MANNER,
    *TITLE_STYLE,
)
EXTRACTOR = Extractor("language", COLUMNS, "language_lix_grade", measure_language)
