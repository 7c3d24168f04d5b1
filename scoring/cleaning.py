"""Marks site furniture and invisible characters; deletes nothing, so every offset stays true.

Furniture stands on a line of its own. The same words inside a prose paragraph are the article's
own and are left to the promotion and stuffing families.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring.article import Span

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufe00-\ufe0f\ufeff"
    "\U000e0000-\U000e007f]"
)
"""Characters that a reader cannot see: joiners, direction marks, soft hyphens, tag letters."""

_BULLET = r"[•·▪‣◦*–—-]"
_CRUMB = re.compile(
    rf"\s*(?:{_BULLET}\s*)?(?:[\w&'’ -]{{1,40}}\s*[»›]\s*)+[^»›]{{0,120}}$|\s*home\s*(?:[>|/»›]\s*[^>|/»›]{{1,120}})+$",
    re.IGNORECASE,
)
_BULLET_LINE = re.compile(rf"\s*{_BULLET}\s+\S.*$")
_FURNITURE = re.compile(
    r"""\W*(?:
      advert(?:isement|isements|orial)?(?:\s*[-–—:]?\s*(?:continue\ reading\ below|scroll\ to\ continue.*|skip\ ad.*))? |
      (?:sponsored(?:\ (?:content|by\ .{1,40}))?|promoted(?:\ content)?|ad) |
      (?:story|article)\ continues\ (?:below|after).{0,40} |
      \d{1,3}(?:[.,]\d+)*\s?[km]? (?:\s+(?:shares?|comments?|views?|likes?|min(?:ute)?s?\ read|retweets?|reads?))? |
      (?:share|tweet|pin|pin\ it|e-?mail|print|facebook|twitter|whatsapp|reddit|linkedin|telegram|flipboard|save|
         comments?|follow|like|menu|search|next|previous|prev|back\ to\ top|home|loading|close|view\ comments|show\ more)
         (?:\s*[|/·,•]?\s*(?:this|us|article|story|on|to|it|share|tweet|pin|e-?mail|print|facebook|twitter|x|whatsapp|reddit|
         linkedin|telegram|flipboard|save|comments?|follow|like|more))*\W* |
      (?:re+a+d|see|learn)\s+(?:more|also|next|related)\b\s*(?:[:»›–—-].{0,200}|\W*) |
      (?:also|must)\s+(?:read|see)\s*:.{0,200} |
      (?:related|recommended|you\ may\ also\ like|more\ from|trending(?:\ now)?|popular\ (?:now|posts)|most\ read|up\ next)
         (?:\ (?:stories|story|articles?|posts?|news|coverage|links?|topics?|content)){0,2}\s*(?::.{0,200}|\W*) |
      (?:tags?|filed\ under|categor(?:y|ies)|topics?|posted\ in)\s*:.{0,300} |
      leave\ a\ (?:reply|comment)\W* | (?:cancel\ reply|post\ comment|submit\ comment)\W* |
      your\ e-?mail\ address\ will\ not\ be\ published.{0,80} | required\ fields\ are\ marked.{0,20} |
      save\ my\ name,?\ e-?mail.{0,120} | (?:name|e-?mail|website|comment)\s*\*\W* |
      (?:sign\ up|subscribe)\ (?:for|to)\ (?:our|the|my)\ .{0,60}(?:newsletter|e-?mails?|updates|channel|alerts).{0,60} |
      (?:image|photo|picture|photograph)(?:\ credit|s?\ by|\ courtesy\ of)?\s*:.{0,120} |
      (?:source|via|sources|original\ source|source\ link)\W* |
      (?:©|copyright\b|\(c\)).{0,120} | .{0,80}\ball\ rights\ reserved\b.{0,60} |
      (?:this\ (?:site|website)|we)\ uses?\ cookies.{0,200} | accept\ (?:all\ )?cookies\W* | (?:privacy\ policy|terms\ of\ (?:use|service))\W*
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_STRAY_WORD = re.compile(r"\s*[a-z]{3,24}\s*$")
_LONGEST = 320


def iterate_lines(text: str) -> Iterator[Span]:
    """Spans of the lines that hold anything but white space."""
    for match in LINE.finditer(text):
        if not match.group().isspace():
            yield match.span()


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
    Known flaws: a one-word paragraph in lower case counts as furniture (stray widget names look
    just so); furniture glued to prose on one line is missed.

    Examples
    --------
    >>> text = "Rain fell.\\n\\nAdvertisement\\n\\nIt will stop."
    >>> [text[a:b] for a, b in mark_boilerplate(text)]
    ['Advertisement']
    """
    lines = list(iterate_lines(text))
    found: list[Span] = []
    in_crumbs = False
    for start, end in lines:
        line = text[start:end]
        in_crumbs = _is_crumb(line) or (in_crumbs and _BULLET_LINE.match(line) is not None)
        if in_crumbs or (len(lines) > 1 and _is_furniture(line)):
            found.append(_trim(text, start, end))
    return tuple(found)


def find_invisible(text: str) -> tuple[Span, ...]:
    """Spans of single characters that a reader cannot see.

    Examples
    --------
    >>> find_invisible("so\\u200bft")
    ((2, 3),)
    """
    if text.isascii():
        return ()
    return tuple(match.span() for match in INVISIBLE.finditer(text))


def _is_crumb(line: str) -> bool:
    return len(line) <= _LONGEST and _CRUMB.match(line) is not None


def _is_furniture(line: str) -> bool:
    if len(line) > _LONGEST:
        return False
    return _FURNITURE.match(line) is not None or _STRAY_WORD.match(line) is not None


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end
