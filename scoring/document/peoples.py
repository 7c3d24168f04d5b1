"""Names of peoples, which are neither sides of a story nor sources that could be asked."""

from __future__ import annotations

import re

_DEMONYM = re.compile(r"(?:ese|ish|[a-z]{2}ians?|(?<!republ)icans?)$", re.IGNORECASE)
"""Endings of peoples' names; Republicans are a party, as Democrats are."""
_PEOPLES = frozenset(
    """afghan arab bangladeshi chilean christian czech dane dutch european filipino finn french german greek
    iraqi israeli jew kenyan korean kurd kuwaiti moroccan muslim nepali norwegian pakistani qatari saudi
    somali swede swiss thai turk ugandan uzbek yemeni""".split()
)


def is_people(word: str) -> bool:
    """Whether a single word is a people's name, by its ending or by a list.

    Examples
    --------
    >>> is_people("Chinese"), is_people("Germans"), is_people("Republicans")
    (True, True, False)
    """
    return _DEMONYM.search(word) is not None or word.lower().removesuffix("s") in _PEOPLES
