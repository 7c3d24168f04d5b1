"""Numbers, names and pairs as words."""

from __future__ import annotations

import pandas as pd

NAME_LENGTH = 60
"""Longest name in a sentence."""
NAME_END = 20
"""Characters kept of the end of a longer one."""

MINUS = "\u2212"


def noun(by: str, count: int) -> str:
    """Return what is compared, in the number asked for."""
    return plural(by if by in ("outlet", "event") else "group", count)


def plural(word: str, count: int | str) -> str:
    """Return the word, with an s unless there is one.

    Examples
    --------
    >>> plural("pair", 1), plural("pair", 2)
    ('pair', 'pairs')
    """
    return word if str(count) == "1" else f"{word}s"


def whole(value: float) -> str:
    """Return a number without decimals and with a true minus.

    Examples
    --------
    >>> whole(-3.4) == MINUS + "3", whole(-0.2)
    (True, '0')
    """
    return f"{round(value)}".replace("-", MINUS)


def brief(name: object) -> str:
    """Return a name as one printable line of at most `NAME_LENGTH` characters, cut in its middle.

    Names of one house often differ in their last words only.
    """
    line = " ".join(str(name).split())
    shown = "".join(char for char in line if char.isprintable())
    if len(shown) <= NAME_LENGTH:
        return shown
    return f"{shown[: NAME_LENGTH - NAME_END - 1].rstrip()}…{shown[-NAME_END:].lstrip()}"


def spell_pair(row: pd.Series) -> str:
    """Return one pair in words, a above b.

    Examples
    --------
    >>> spell_pair(pd.Series(dict(a="A", b="B", measure="bias", difference=12.0, low=5.0, high=19.0,
    ...                           probability=0.98, shared_events=6)))
    'A above B by 12 points (90 % interval 5 to 19, probability 0.98, 6 shared events)'
    """
    shared = int(row["shared_events"])
    events = f"{shared} shared events" if shared >= 2 else "over all their articles"
    chance = chance_words(row["probability"])
    ends = f"90 % interval {whole(row['low'])} to {whole(row['high'])}"
    size = f"{whole(row['difference'])} {plural('point', whole(row['difference']))}"
    return f"{brief(row['a'])} above {brief(row['b'])} by {size} ({ends}, probability {chance}, {events})"


def chance_words(probability: float) -> str:
    """Return a probability with two decimals, never as 1 or 0.

    Examples
    --------
    >>> chance_words(0.9996), chance_words(0.5)
    ('above 0.99', '0.50')
    """
    if probability > 0.99:
        return "above 0.99"
    return "below 0.01" if probability < 0.01 else f"{probability:.2f}"
