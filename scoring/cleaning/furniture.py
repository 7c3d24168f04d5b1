"""What site furniture looks like: one rule a kind of line, tried only where its first word fits.

Every rule meets a whole line with white space squeezed and apostrophes straight. Of 460 distinct
lines of four news corpora that these rules took beyond the first ones, judged by hand, 454 were
furniture; the patterns behind three of the others were narrowed. Consent prompts and paywalls do
not occur in those corpora: their rules are tested on examples of ours only.
"""

from __future__ import annotations

import re
from functools import lru_cache

from scoring.cleaning.site_rules import LABEL, SITE_RULES
from scoring.cleaning.story_rules import ENDINGS, STORY_RULES

_BULLET_CRUMB = re.compile(r"[•·▪‣◦*–—-] (?=\S)")
_CRUMB = re.compile(
    r"(?:[•·▪‣◦*–—-] )?(?:[\w&'’ -]{1,40}[»›] ?+)+[^«»‹›]{0,120}$|home ?(?:[>|/»›] ?+[^>|/»›]{1,120})+$",
    re.IGNORECASE,
)
_STRAY_WORD = re.compile(r"[a-z]{3,24}$")
_FIRST_WORD = re.compile(r"\W*+([^\W\d_]+|\d)")
_LABEL = re.compile(rf"\W*+(?:{LABEL})\W*$", re.IGNORECASE | re.VERBOSE)
_LINK = re.compile(r"(?:[•·▪‣◦*–—-] |\d{1,2}[.)] )?[\"'“‘]?[A-Z0-9$]")
_SENTENCE_END = re.compile(r"[.!?:;,…][\"'”’»)\]]*$")
_GALLERY = re.compile(r"\b(?:hide|toggle)\s+caption(?:\s+\d{1,3}\s+of\s+\d{1,3})?\s*$", re.IGNORECASE)
_LINK_WORDS = range(4, 19)


def find_rule(line: str) -> str:
    """The name of the rule by which a line is furniture; "" if it is none."""
    if _STRAY_WORD.match(line):
        return "stray word"
    first = _FIRST_WORD.match(line)
    word = "" if first is None else first.group(1).lower()
    for name, pattern in _by_first_word().get("0" if word.isdigit() else word, ()):
        if pattern.match(line):
            return name
    low = line.lower()
    for name, needed, pattern in _endings():
        if needed in low and pattern.search(line):
            return name
    return ""


def is_crumb(line: str) -> bool:
    """Whether a line shows the way from the home page ("Home » Coast » Ferries")."""
    return ("»" in line or "›" in line or line[:4].lower() == "home") and _CRUMB.match(line) is not None


def is_crumb_item(line: str) -> bool:
    """Whether a line may go on with crumbs set as a list."""
    return _BULLET_CRUMB.match(line) is not None


def is_label(line: str) -> bool:
    """Whether a line announces links to other stories ("Related stories", "You may also like")."""
    return len(line) < 60 and _LABEL.match(line) is not None


def is_link(line: str) -> bool:
    """Whether a line looks like another story's headline: a capital first, no sentence mark last."""
    return (
        len(line.split()) in _LINK_WORDS
        and _LINK.match(line) is not None
        and _SENTENCE_END.search(line) is None
    )


def ends_gallery(tail: str) -> bool:
    """Whether the end of a line shows that all of it is captions of pictures ("... Hide Caption 3 of 3")."""
    return _GALLERY.search(tail) is not None


@lru_cache(maxsize=1)
def _by_first_word() -> dict[str, list[tuple[str, re.Pattern[str]]]]:
    """Rules by the words that their lines may open with; "0" for a digit, "" for no word at all."""
    table: dict[str, list[tuple[str, re.Pattern[str]]]] = {}
    for name, words, body in (*SITE_RULES, *STORY_RULES):
        pattern = re.compile(rf"\W*+(?:{body})\W*$", re.IGNORECASE | re.VERBOSE)
        for word in words.split():
            table.setdefault("" if word == "-" else word, []).append((name, pattern))
    return table


@lru_cache(maxsize=1)
def _endings() -> list[tuple[str, str, re.Pattern[str]]]:
    return [(name, needed, re.compile(body, re.IGNORECASE | re.VERBOSE)) for name, needed, body in ENDINGS]
