"""Words that tell which gender or party somebody is of, each to one word that stands for both."""

from __future__ import annotations

import re

GENDERS = {
    "she": "he", "her": "his", "hers": "his", "him": "his", "herself": "himself", "mrs": "mr", "ms": "mr",
    "woman": "man", "women": "men", "girl": "boy", "girls": "boys", "mother": "father", "wife": "husband",
    "daughter": "son", "sister": "brother", "chairwoman": "chairman", "spokeswoman": "spokesman",
    "congresswoman": "congressman", "businesswoman": "businessman", "actress": "actor",
}  # fmt: skip
"""No tagger may hang on them: swapping them moved quality by up to 11.8 points. "Her" is both "his" and
"him", so the three are one."""
PARTIES = {
    "democratic": "republican", "democrat": "republican", "democrats": "republicans", "d": "r", "rnc": "dnc",
    "liberal": "conservative", "liberals": "conservatives", "left-wing": "right-wing",
    "left-winger": "right-winger", "left-leaning": "right-leaning", "rightist": "leftist",
}  # fmt: skip
"""Nor on these: "liberals" moved a sentence's charge by a third more than "conservatives". "D" is that of
"D-Ohio"."""
ALIKE = GENDERS | PARTIES
_PART = re.compile(r"(?<!')\b[a-z]+")


def even_out(form: str) -> str:
    """A folded word as it would be of either gender and either party, also as a part of a compound.

    Examples
    --------
    >>> [even_out(form) for form in ("she's", "non-liberal", "democratic-led", "d-ohio", "dog", "i'd")]
    ["he's", 'non-conservative', 'republican-led', 'r-ohio', 'dog', "i'd"]
    """
    if form.isalpha() or form in ALIKE:
        return ALIKE.get(form, form)
    return _PART.sub(lambda part: ALIKE.get(part[0], part[0]), form)
