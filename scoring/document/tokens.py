"""Words with their offsets and their folded forms."""

from __future__ import annotations

import re
import unicodedata

from scoring.cleaning import INVISIBLE
from scoring.document.words import INNER_CAPITALS, OPENERS

_BODY = r"\w+(?:['’ʼ‐‑-]\w+)*"
_WORD = re.compile(rf"(?:[A-Za-z]\.){{2,}}|\d+(?:[.,:/]\d+)+\w*|{_BODY}")
_HIDDEN = INVISIBLE.pattern[1:-1]
_WORD_WITH_HIDDEN = re.compile(
    rf"(?:[A-Za-z]\.){{2,}}|\d+(?:[.,:/]\d+)+\w*|\w[\w{_HIDDEN}]*(?:['’ʼ‐‑-][\w{_HIDDEN}]+)*"
)
_GLUED = re.compile(r"(?<=[a-z][a-z])(?=[A-Z][a-z])")
_CAPITAL_RUN = re.compile(r"[^.!?\n\"“”]*$")
_LOOKALIKES = str.maketrans(
    "аеорсухіјѕԁһѵԛԝмтвнкАЕОРСУХІЈЅМТВНКοаνιρτκυχαεΑΒΕΖΗΙΚΜΝΟΡΤΥΧ",
    "aeopcyxijsdhvqwmtbhkAEOPCYXIJSMTBHKoavіptkuxaeABEZHIKMNOPTYX".replace("і", "i"),
)
_LATIN = re.compile(r"[A-Za-z]")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")


def fold(word: str) -> str:
    """A word in lower case, without invisible characters, look-alike letters and curly apostrophes.

    The result may be longer or shorter than the word, so it never serves as an offset.

    Examples
    --------
    >>> fold("Don’t"), fold("so\\u200bft"), fold("r\\u0430dical")
    ("don't", 'soft', 'radical')
    """
    if word.isascii():
        return word.lower()
    word = unicodedata.normalize("NFKC", INVISIBLE.sub("", word))
    if _OTHER_SCRIPT.search(word) and _LATIN.search(word):
        word = word.translate(_LOOKALIKES)
    return re.sub("[’ʼ]", "'", re.sub("[‐‑]", "-", word)).lower()


def find_glued(text: str) -> tuple[int, ...]:
    """Offsets at which a heading is glued to the sentence after it ("A Brewing ControversyThe firm").

    A second capital inside a word splits it only at the end of a run of capitalised words, and
    only if what follows is a word that opens sentences or a name seen elsewhere by itself.
    """
    found = []
    for match in _GLUED.finditer(text):
        at = match.start()
        start, end = _word_around(text, at)
        whole, right = text[start:end], text[at:end]
        if whole.lower() in INNER_CAPITALS or not _ends_title(text, start):
            continue
        if right.lower() in OPENERS or (_stands_alone(text, right) and not _recurs(text, whole)):
            found.append(at)
    return tuple(found)


def find_tokens(text: str, glued: tuple[int, ...]) -> tuple[list[int], list[int], list[str]]:
    """Starts, ends and folded forms of all words of a text."""
    hidden = not text.isascii() and INVISIBLE.search(text) is not None
    pattern = _WORD_WITH_HIDDEN if hidden else _WORD
    spans = [match.span() for match in pattern.finditer(text)]
    if glued:
        spans = list(_split_at(spans, glued))
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    if text.isascii():
        lowered = text.lower()
        return starts, ends, [lowered[start:end] for start, end in spans]
    return starts, ends, [fold(text[start:end]) for start, end in spans]


def _split_at(spans: list[tuple[int, int]], cuts: tuple[int, ...]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    remaining = list(cuts)
    for start, end in spans:
        while remaining and start < remaining[0] < end:
            cut = remaining.pop(0)
            out.append((start, cut))
            start = cut
        out.append((start, end))
    return out


def _word_around(text: str, at: int) -> tuple[int, int]:
    start = end = at
    while start > 0 and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and text[end].isalnum():
        end += 1
    return start, end


def _ends_title(text: str, start: int) -> bool:
    """Whether the words before `start`, back to the last sentence end, are set in title case."""
    run = _CAPITAL_RUN.search(text[max(0, start - 120) : start])
    words = [w for w in (run.group() if run else "").split() if len(w) > 3 or w[:1].isupper()]
    capitals = sum(w[:1].isupper() for w in words)
    return bool(words) and capitals / len(words) > 0.7


def _stands_alone(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None


def _recurs(text: str, word: str) -> bool:
    return text.count(word) > 1
