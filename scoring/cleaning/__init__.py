"""Marks site furniture and invisible characters; deletes nothing, so every offset stays true.

Furniture stands on a line of its own. The same words inside a prose paragraph are the article's
own and are left to the promotion and stuffing families.
"""

from __future__ import annotations

from scoring.article import Span
from scoring.cleaning.furniture import ends_gallery, find_rule, is_crumb, is_crumb_item, is_label, is_link
from scoring.cleaning.invisible import INVISIBLE, find_invisible, is_blank
from scoring.cleaning.lines import (
    ends_sentence,
    find_wrapped_prose,
    is_wrapped,
    iterate_blocks,
    iterate_lines,
    join_wrapped,
)

__all__ = [
    "INVISIBLE",
    "ends_sentence",
    "find_invisible",
    "is_blank",
    "is_wrapped",
    "iterate_blocks",
    "iterate_lines",
    "mark_boilerplate",
]

_LONGEST = 320
"""Furniture lines of the pages we have read stay under this many characters, captions included."""
_MOST_LINKS = 12
_TAIL = 40
"""Characters at the end of a line that tell whether it is captions, which may be of any length."""


def mark_boilerplate(text: str) -> tuple[Span, ...]:
    """Spans of the lines that are site furniture.

    Parameters
    ----------
    text : str
        As in `Article.text`.

    Returns
    -------
    tuple of (start, end)
        Sorted, not overlapping, trimmed of white space; none for a text of one line that is prose.

    Notes
    -----
    Corrections and update notes count as furniture though an outlet writes them itself: they are
    about the page and its history, not the story, and their stock wording ("An earlier version of
    this article misstated ...") would count as attribution and hedging of the story.

    Known flaws: a one-word paragraph in lower case counts as furniture (stray widget names look
    just so); furniture glued to prose on one line is missed, and so are readers' comments.

    Examples
    --------
    >>> text = "Rain fell.\\n\\nAdvertisement\\n\\nIt will stop."
    >>> [text[a:b] for a, b in mark_boilerplate(text)]
    ['Advertisement']
    """
    found: list[Span] = []
    blocks = list(iterate_blocks(text))
    if len(blocks) == 1 and len(blocks[0]) == 1:
        return tuple(span for span in blocks[0] if is_crumb(_squeeze(text, span)))
    links = 0
    for lines in blocks:
        block = _join_furniture(text, lines, links=links > 0) if len(blocks) > 1 else lines
        prose = find_wrapped_prose(text, block)
        trail = False
        for i, span in enumerate(block):
            line = _squeeze(text, span)
            trail = is_crumb(line) or (trail and is_crumb_item(line))
            furniture = trail or (i not in prose and bool(line) and find_rule(line) != "")
            furniture = furniture or _is_gallery(text, span)
            if furniture:
                links = _MOST_LINKS if is_label(line) else links
            elif links and i not in prose and is_link(line):
                furniture, links = True, links - 1
            else:
                links = 0
            if furniture:
                found.append(span)
            trail = trail and line.endswith(("»", "›"))
    return tuple(found)


def _join_furniture(text: str, block: list[Span], *, links: bool) -> list[Span]:
    """The lines of a block, or the one line of furniture that wrapping made of several.

    `links` tells that a block of links may go on here.
    """
    whole = join_wrapped(text, block)
    if whole is None:
        return block
    line = _squeeze(text, whole)
    ruled = line != "" and (find_rule(line) != "" or is_crumb(line) or (links and is_link(line)))
    return [whole] if ruled or _is_gallery(text, whole) else block


def _is_gallery(text: str, span: Span) -> bool:
    return ends_gallery(text[max(span[0], span[1] - _TAIL) : span[1]])


def _squeeze(text: str, span: Span) -> str:
    """A line with its white space squeezed; nothing of a line too long to be furniture."""
    if span[1] - span[0] > _LONGEST:
        return ""
    line = " ".join(text[span[0] : span[1]].split())
    return line if line.isascii() else INVISIBLE.sub("", line).replace("’", "'")
