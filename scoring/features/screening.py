"""Says when an article is no fit input for a score: empty, too short, not English, not prose."""

from __future__ import annotations

from scoring.cleaning import find_invisible
from scoring.document import Document
from scoring.lexicon import load_lexicon

MIN_WORDS = 120
"""Fewer words than this and rates are too rough; to be measured with the scores issue."""
MIN_FUNCTION_SHARE = 0.22
"""Share of English function words. Of 2,600 news articles of 120 words or more the lowest 0.1 % lie below;
articles in other European languages stay under .10."""
MIN_PROSE_SHARE = 0.5
"""Share of words in sentences of eight words or more that hold at least two function words."""
_SENTENCE_WORDS = 8
_SENTENCE_FUNCTION_WORDS = 2


def find_flags(doc: Document) -> tuple[str, ...]:
    """Flags of the contract that need no model, in its order."""
    if not doc.n_words:
        return ("empty",)
    flags = []
    if doc.n_words < MIN_WORDS:
        flags.append("too_short")
    if measure_function_share(doc) < MIN_FUNCTION_SHARE:
        flags.append("not_english")
    if measure_prose_share(doc) < MIN_PROSE_SHARE:
        flags.append("not_prose")
    return tuple(flags)


def write_notes(doc: Document) -> tuple[str, ...]:
    """Sentences worth saying beside the flags."""
    notes = []
    if 0 < doc.n_words < MIN_WORDS:
        notes.append(f"Withheld: {doc.n_words} words, fewer than {MIN_WORDS}")
    if doc.n_words and measure_function_share(doc) < MIN_FUNCTION_SHARE:
        found = measure_function_share(doc)
        notes.append(f"Withheld: {found:.0%} of its words are common English words, fewer than {MIN_FUNCTION_SHARE:.0%}")
    if doc.n_words and measure_prose_share(doc) < MIN_PROSE_SHARE:
        found = measure_prose_share(doc)
        notes.append(f"Withheld: {found:.0%} of its words stand in full sentences, fewer than {MIN_PROSE_SHARE:.0%}")
    if doc.boilerplate:
        notes.append(f"{len(doc.boilerplate)} lines of site furniture left out")
    if doc.repeated:
        notes.append(f"{len(doc.repeated)} repeated sentences counted once")
    hidden = len(find_invisible(doc.text))
    if hidden:
        notes.append(f"{hidden} invisible characters ignored")
    return tuple(notes)


def measure_function_share(doc: Document) -> float:
    """Share of the counted words that are English function words."""
    words = load_lexicon().lists["function_word"].terms
    hits = sum(form in words for i, form in enumerate(doc.forms) if doc.is_counted(i))
    return hits / doc.n_words


def measure_prose_share(doc: Document) -> float:
    """Share of the counted words that stand in full sentences."""
    common = load_lexicon().lists["function_word"].terms
    full = 0
    for i, counted in enumerate(doc.counted):
        words = doc.forms[doc.first_token[i] : doc.first_token[i + 1]]
        if counted and len(words) >= _SENTENCE_WORDS and sum(form in common for form in words) >= _SENTENCE_FUNCTION_WORDS:
            full += len(words)
    return full / doc.n_words
