"""How wide text is in a chart, and where its lines break. Lengths are inches."""

from __future__ import annotations

from unicodedata import east_asian_width

from scoring.reports.page import show

WIDTHS = {"iljI.,:;'|!()[] ": 0.34, "frt-": 0.41, "mwMW@%": 0.95}
"""Widths of letters in ems, from DejaVu Sans; capitals take 0.7, wide scripts 1, all others 0.62."""


def wrap_name(name: object, room: float, *, lines: int = 3) -> tuple[str, ...]:
    """Break a name into at most three lines without invisible characters; of a longer one keep the end too.

    Examples
    --------
    >>> wrap_name("The Gazette of Upper Pannonia", 1.2)
    ('The Gazette of', 'Upper Pannonia')
    >>> wrap_name("The Gazette of Upper Pannonia, Evening Edition", 1.2, lines=2)
    ('The Gazette of', '…Edition')
    """
    broken = break_lines(show(name) or "(blank)", room, 10)
    if len(broken) <= lines:
        return tuple(broken)
    return (*broken[: lines - 1], _keep_end(broken, room) or f"{broken[lines - 1][:-1].rstrip()}…")


def _keep_end(broken: list[str], room: float) -> str:
    """Return an ellipsis and as many of the last words as fit beside it; empty if none does."""
    kept = ""
    for word in reversed(" ".join(broken[-2:]).split(" ")):
        longer = f"…{word} {kept[1:]}".rstrip(" ")
        if text_width(longer, 10) > room:
            break
        kept = longer
    return kept


def break_lines(text: str, room: float, size: float) -> list[str]:
    """Break text between words where its width exceeds the room, and within words that are wider."""
    lines = [""]
    for word in text.split(" "):
        longer = f"{lines[-1]} {word}".strip(" ")
        if text_width(longer, size) <= room:
            lines[-1] = longer
            continue
        lines.append("")
        for char in word:
            if text_width(lines[-1] + char, size) > room:
                lines.append("")
            lines[-1] += char
    return [line for line in lines if line]


def text_width(text: str, size: float) -> float:
    """Return about how wide a text is."""
    return sum(map(letter_width, text)) * size / 72


def letter_width(char: str) -> float:
    """Return the width of a letter in ems."""
    if east_asian_width(char) in "WF":
        return 1.0
    return next((width for chars, width in WIDTHS.items() if char in chars), 0.7 if char.isupper() else 0.62)
