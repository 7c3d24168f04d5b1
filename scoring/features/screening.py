"""Says when a text is no fit input for a score: empty, too short, not English, not prose, no article."""

from __future__ import annotations

import math
import re

from scoring.article import Article
from scoring.cleaning import find_invisible
from scoring.document import Document
from scoring.features.anchors import find_manner, note_anchors
from scoring.features.shapes import (
    measure_answer_share,
    measure_recipe_share,
    measure_turn_share,
    measure_verse_share,
)
from scoring.lexicon import load_lexicon

MIN_WORDS = 120
"""Fewer words than this and rates are too rough: one word more is nearly one per 100 words.

There is no length at which the scores break. For 440 labelled articles cut to their first 60, 90, 120, 200
and 300 words the AUC of bias is .80, .81, .82, .80, .80 on bias_semeval2019 (.81 uncut) and .83, .83, .84,
.85, .88 on orientation_webis2016 (.93 uncut), that of quality there .86, .86, .87, .89, .90 (.96 uncut).
Articles that are short by themselves do as well: the card has the AUC by length."""
MIN_FUNCTION_SHARE = 0.22
"""Share of English function words. Of 3,354 articles of 120 words or more in four news corpora the
lowest .5 % begin at .30; short texts of ours in Spanish, French, German and Dutch lie at .03 or less."""
MAX_LABEL_SHARE = 0.6
"""With more numbers and capitals than this, few function words mean a table, not another language. German,
which sets every noun with a capital, lies near .4; .5 % of the articles above lie over .45."""
MIN_PROSE_SHARE = 0.5
"""Share of words in sentences of eight words or more that hold at least two function words; the lowest .5 %
of the articles above begin at .76."""
_SHAPES = (
    (measure_verse_share, 0.5, "stand in short lines that end no sentence, as in verse and lists"),
    (measure_recipe_share, 0.35, "are a recipe's ingredients and steps"),
    (measure_turn_share, 0.6, "stand in turns under a speaker's name, as in a transcript"),
    (measure_answer_share, 0.6, "are questions and answers in the first person, as in an interview"),
)
"""Measures of a shape that is no prose, the share from which a text has it, and what a note says.
Of 5,442 articles of 120 words or more in five corpora verse reaches its share in none (largest .47), a
recipe in none, turns in four (.07 %): transcripts and an interview printed as question and answer; answers in
five, all interviews, two of them among those four; every other article has .34 of its words there or less."""
FEW_TAGS = 3
"""HTML tags in a text that are worth a note; fewer may be what the article is about."""
_TAG = re.compile(
    r"</?(?:p|br|div|span|a|b|i|em|strong|ul|ol|li|h[1-6]|img|td|tr|blockquote)\b[^<>]{0,999}>", re.I
)
_SENTENCE_WORDS = 8
_SENTENCE_FUNCTION_WORDS = 2


def find_flags(doc: Document) -> tuple[str, ...]:
    """Flags of the contract that need no model, in its order."""
    if not doc.n_words:
        return ("empty",)
    flags = []
    if doc.n_words < MIN_WORDS:
        flags.append("too_short")
    if measure_function_share(doc) < MIN_FUNCTION_SHARE and measure_label_share(doc) < MAX_LABEL_SHARE:
        flags.append("not_english")
    elif measure_prose_share(doc) < MIN_PROSE_SHARE or _name_shape(doc):
        flags.append("not_prose")
    if not flags and find_manner(doc):
        flags.append("out_of_range")
    return tuple(flags)


def measure_label_share(doc: Document) -> float:
    """Share of the counted words that are numbers or begin with a capital: high in tables and lists. Letters
    without case, as in Chinese and Arabic, are neither."""
    first = (doc.text[start] for i, start in enumerate(doc.starts) if doc.is_counted(i))
    return sum(char.isupper() or not char.isalpha() for char in first) / doc.n_words


def write_notes(doc: Document) -> tuple[str, ...]:
    """Sentences worth saying beside the flags."""
    notes = _explain_flags(doc)
    if doc.article.title and not doc.title:
        notes.append("The first line is no title: it is read as text, or left out as site furniture")
    if doc.boilerplate:
        notes.append(_number(len(doc.boilerplate), "line", "of site furniture left out"))
    if doc.repeated:
        notes.append(_number(len(doc.repeated), "repeated sentence", "counted once"))
    return tuple(notes)


def note_hidden(article: Article) -> tuple[str, ...]:
    """A sentence on the characters that no reader sees, if there are any."""
    hidden = len(find_invisible(article.text))
    return (_number(hidden, "invisible character", "ignored"),) if hidden else ()


def note_tags(article: Article) -> tuple[str, ...]:
    """A sentence on the tags of a web page that stand in the text, from `FEW_TAGS` on."""
    tags = sum(1 for _ in _TAG.finditer(article.text))
    return (_number(tags, "HTML tag", "in the text, read as words"),) if tags >= FEW_TAGS else ()


def _percent(share: float) -> str:
    return f"{100 * share:.0f} %"


def _explain_flags(doc: Document) -> list[str]:
    flags = find_flags(doc)
    notes = []
    if "too_short" in flags:
        notes.append(f"Withheld: {_number(doc.n_words, 'word', '')}, fewer than {MIN_WORDS}")
    if "not_english" in flags:
        found = say_share(measure_function_share(doc))
        usual = f"English text has {_percent(MIN_FUNCTION_SHARE)} or more"
        notes.append(f"Withheld: {found} of its words are common English words; {usual}")
    if "not_prose" in flags:
        notes.append(f"Withheld: {_name_shape(doc) or _say_little_prose(doc)}")
    return notes if notes or "empty" in flags else note_anchors(doc)


def _say_little_prose(doc: Document) -> str:
    found = say_share(measure_prose_share(doc))
    sentences = f"sentences of {_SENTENCE_WORDS} words or more"
    return f"{found} of its words stand in {sentences}, where prose has {_percent(MIN_PROSE_SHARE)} or more"


def say_share(share: float) -> str:
    """A share of words as the subject of a sentence, rounded down: it never says as many as it takes.

    Examples
    --------
    >>> say_share(0.0), say_share(0.004), say_share(0.499)
    ('none', 'under 1 %', '49 %')
    """
    whole = math.floor(100 * share)
    return f"{whole} %" if whole else "under 1 %" if share else "none"


def _name_shape(doc: Document) -> str:
    """What the text is instead of prose, with the share of its words; empty for prose."""
    return doc.once("shape", _find_shape)


def _find_shape(doc: Document) -> str:
    shares = ((measure(doc), least, text) for measure, least, text in _SHAPES)
    return next(
        (f"{_percent(found)} of its words {text}" for found, least, text in shares if found >= least), ""
    )


def _number(count: int, noun: str, rest: str) -> str:
    return f"{count} {noun}{'' if count == 1 else 's'} {rest}".rstrip()


def measure_function_share(doc: Document) -> float:
    """Share of the counted words that are English function words."""
    return sum(common for _, common in doc.once("function words", _count_function_words)) / doc.n_words


def measure_prose_share(doc: Document) -> float:
    """Share of the counted words that stand in full sentences."""
    rows = doc.once("function words", _count_function_words)
    full = (n for n, common in rows if n >= _SENTENCE_WORDS and common >= _SENTENCE_FUNCTION_WORDS)
    return sum(full) / doc.n_words


def _count_function_words(doc: Document) -> list[tuple[int, int]]:
    """Words and function words of each counted sentence."""
    common = load_lexicon().lists["function_word"].terms
    rows = []
    for i, counted in enumerate(doc.counted):
        if counted:
            words = doc.forms[doc.first_token[i] : doc.first_token[i + 1]]
            rows.append((len(words), sum(map(common.__contains__, words))))
    return rows
