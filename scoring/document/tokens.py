"""Words with their offsets and their folded forms."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scoring.article import Span
from scoring.cleaning import INVISIBLE
from scoring.document.spelling import AMERICAN
from scoring.document.words import INNER_CAPITALS, NAME_PREFIXES, OPENERS

_INITIALS = r"(?:[A-Za-z]\.){2,}"
_NUMBER = r"\d+(?:[.,:/]\d+)+[^\W_]*"
_WORD = re.compile(rf"{_INITIALS}|{_NUMBER}|[^\W_]+(?:['’ʼ‐‑-][^\W_]+)*")
_HIDDEN = INVISIBLE.pattern[1:-1] + "\u0300-\u036f"
_LETTER = rf"(?:[^\W_]|[{_HIDDEN}])"
_WORD_WITH_HIDDEN = re.compile(
    rf"{_INITIALS}|{_NUMBER}|[^\W_]{_LETTER}*(?:['’ʼ‐‑-]{_LETTER}*[^\W_]{_LETTER}*)*"
)
_NEEDS_HIDDEN = re.compile(f"[{_HIDDEN}]")
"""Invisible characters and combining accents stand inside words."""

_GLUED = re.compile(r"(?<=[a-z][a-z])(?=[A-Z][a-z])")
_CAPITAL_RUN = re.compile(r"[^.!?\n\r\x0b\x0c\x85\u2028\u2029\"“”]*$")
_HANDLES = ("@", "#", "/")
"""Before a word these make it a name of its own ("@PortHesper")."""
_LONGEST_GLUED = 60
_TITLE_BACK = 120
_LOOKALIKES = str.maketrans(
    # Cyrillic, then Greek, each with the Latin letters that look the same
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u0475\u051b\u051d\u043c\u0442\u0432\u043d\u043a"
    "\u0410\u0415\u041e\u0420\u0421\u0423\u0425\u0406\u0408\u0405\u041c\u0422\u0412\u041d\u041a"
    "\u03bf\u03b1\u03bd\u03b9\u03c1\u03c4\u03ba\u03c5\u03c7\u03b5"
    "\u0391\u0392\u0395\u0396\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a5\u03a7",
    "aeopcyxijsdhvqwmtbhkAEOPCYXIJSMTBHKoaviptkuxeABEZHIKMNOPTYX",
)
_MARKS = str.maketrans("’ʼ‐‑", "''--")
_LATIN = re.compile(r"[A-Za-z]")
_OTHER_SCRIPT = re.compile(r"[\u0370-\u03ff\u0400-\u052f]")


class Words(NamedTuple):
    """A text with its words in parallel: offsets, folded form, sentence; and each sentence's first word.

    `first_token` has one entry more, past the end.
    """

    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    forms: Sequence[str]
    sentence_of: Sequence[int]
    first_token: Sequence[int]


def fold(word: str) -> str:
    """A word in lower case and American spelling, without invisible characters and look-alike letters.

    The result may be longer or shorter than the word, so it never serves as an offset.

    Examples
    --------
    >>> fold("Don’t"), fold("so\\u200bft"), fold("r\\u0430dical"), fold("Colour")
    ("don't", 'soft', 'radical', 'color')
    """
    if word.isascii():
        lower = word.lower()
        return AMERICAN.get(lower, lower)
    word = unicodedata.normalize("NFKC", INVISIBLE.sub("", word))
    if _OTHER_SCRIPT.search(word) and _LATIN.search(word):
        word = word.translate(_LOOKALIKES)
    folded = "".join(word.translate(_MARKS).lower().split())
    return AMERICAN.get(folded, folded)


def find_glued(text: str) -> tuple[int, ...]:
    """Offsets at which a heading is glued to the sentence after it ("A Brewing ControversyThe firm").

    A second capital inside a word splits it only at the end of a run of capitalised words, and
    only if what follows is a word that opens sentences or a name seen twice elsewhere by itself;
    lines that repeat count once.
    """
    matches = list(_GLUED.finditer(text))
    lines = dict.fromkeys(text.splitlines()) if matches else {}
    words = Counter(word for line in lines for word in re.findall(r"\w+", line))
    return tuple(at for at in (match.start() for match in matches) if _is_glued(text, at, words))


def find_tokens(text: str, glued: Sequence[int]) -> tuple[list[int], list[int], list[str]]:
    """Starts, ends and folded forms of all words of a text."""
    plain = text.isascii()
    pattern = _WORD if plain or not _NEEDS_HIDDEN.search(text) else _WORD_WITH_HIDDEN
    spans = [match.span() for match in pattern.finditer(text)]
    if glued:
        spans = list(_split_at(spans, glued))
    if plain:
        lowered = text.lower()
        forms = [AMERICAN.get(word, word) for word in (lowered[start:end] for start, end in spans)]
    else:
        folded: dict[str, str] = {}
        forms = [
            folded.get(word) or folded.setdefault(word, fold(word)) for word in (text[a:b] for a, b in spans)
        ]
        if not all(forms):
            spans = [span for span, form in zip(spans, forms, strict=True) if form]
            forms = [form for form in forms if form]
    return [start for start, _ in spans], [end for _, end in spans], forms


def _split_at(spans: list[Span], cuts: Sequence[int]) -> Iterator[Span]:
    for start, end in spans:
        at = bisect_right(cuts, start)
        while at < len(cuts) and cuts[at] < end:
            yield start, cuts[at]
            start = cuts[at]
            at += 1
        yield start, end


def _is_glued(text: str, at: int, words: Counter[str]) -> bool:
    start, end = _word_around(text, at)
    whole, left, right = text[start:end], text[start:at], text[at:end]
    if len(whole) > _LONGEST_GLUED or whole.lower() in INNER_CAPITALS or left.lower() in NAME_PREFIXES:
        return False
    if words[whole] > 1 or text[max(0, start - 1) : start] in _HANDLES or not _ends_title(text, start):
        return False
    return right.lower() in OPENERS or (words[right] > 1 and not words[right.lower()])


def _word_around(text: str, at: int) -> Span:
    start = end = at
    while start > 0 and at - start <= _LONGEST_GLUED and text[start - 1].isalnum():
        start -= 1
    while end < len(text) and end - at <= _LONGEST_GLUED and text[end].isalnum():
        end += 1
    return start, end


def _ends_title(text: str, start: int) -> bool:
    """Whether two words or more before `start`, back to the last sentence end, are set in title case."""
    run = _CAPITAL_RUN.search(text[max(0, start - _TITLE_BACK) : start])
    words = [word for word in (run.group() if run else "").split() if len(word) > 3 or word[:1].isupper()]
    return len(words) > 1 and sum(word[:1].isupper() for word in words) / len(words) > 0.7
