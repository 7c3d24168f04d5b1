"""Marks site furniture and invisible characters; deletes nothing, so every offset stays true.

Furniture stands on a line of its own. The same words inside a prose paragraph are the article's
own and are left to the promotion and stuffing families.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from scoring.article import Span

LINE = re.compile(r"[^\n\r\x0b\x0c\x85\u2028\u2029]+")
_LINE_END = re.compile(r"\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
INVISIBLE = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e007f]"
)
"""Characters that a reader cannot see: joiners, direction marks, fillers, soft hyphens, tag letters."""

_ENDS_SENTENCE = re.compile(r"[.!?:;…][\"'”’»)\]]*$")
_WRAP_WIDEST = 120
_WRAP_NARROWEST = 40
_LONGEST = 320
"""Furniture lines of the pages we have read stay under 200 characters."""

# All patterns below meet lines whose white space is squeezed to single spaces.
_BULLET_CRUMB = re.compile(r"[•·▪‣◦*–—-] (?=\S)")
_CRUMB = re.compile(
    r"(?:[•·▪‣◦*–—-] )?(?:[\w&'’ -]{1,40}[»›] ?+)+[^«»‹›]{0,120}$|home ?(?:[>|/»›] ?+[^>|/»›]{1,120})+$",
    re.IGNORECASE,
)
_NETWORKS = (
    "facebook|twitter|x|whatsapp|reddit|linkedin|telegram|flipboard|pinterest|instagram|bluesky|threads"
)
_BUTTONS = rf"share|shares|tweet|pin|e-?mail|print|save|comments?|follow|like|likes|views?|{_NETWORKS}"
_FURNITURE = re.compile(
    rf"""(?:©.{{0,160}}|\W*+(?:
      advert(?:isements?|orial)?(?:\ ?[-–—:]?\ ?(?:continue\ reading\ below|
         (?:story|article)\ continues\ below|
         scroll\ to\ continue.*|skip\ ad.*))? |
      (?:sponsored(?:\ (?:content|by\ .{{1,40}}))?|promoted(?:\ content)?|ad|ads) |
      (?:story|article)\ continues\ (?:below|after).{{0,40}} |
      \d{{1,3}}(?:[.,]\d+)*\ ?[km]?
         (?:\ (?:shares?|comments?|views?|likes?|min(?:ute)?s?\ read|retweets?|reads?))? |
      (?:shares?|comments?|views?|likes?|retweets?)\ ?:?\ ?\d{{1,3}}(?:[.,]\d+)*\ ?[km]? |
      (?:{_BUTTONS}|menu|search|next|previous|prev|back\ to\ top|home|loading|close|view\ comments|show\ more)
         (?:\ ?[|/·,•&]?\ ?\b(?:{_BUTTONS}|this|us|article|story|on|to|it|via|with|friends|more)\b)*+ |
      r[ea]{{2,4}}d\ m[or]{{2,3}}e(?:\ ?[:»›–—>-].{{0,200}}|\ (?:about|on|at|from|in)\ [^.!?]{{1,100}})? |
      (?:see|learn|read)\ (?:more|also|next|related)(?:\ ?[:»›–—>-].{{0,200}})? |
      (?:also|must)\ (?:read|see)\ ?:.{{0,200}} |
      (?:related|recommended|you\ (?:may|might)\ also\ like|more\ from|trending(?:\ now)?|
         popular\ (?:now|posts)|most\ read|up\ next)
         (?:\ (?:stories|story|articles?|posts?|news|coverage|links?|topics?|content)){{0,2}}
         (?:\ ?:.{{0,200}})? |
      (?:tags?|filed\ under|categor(?:y|ies)|topics?|posted\ in)\ ?:.{{0,300}}+(?<![.!?]) |
      leave\ a\ (?:reply|comment) | cancel\ reply | (?:post|submit|add(?:\ a)?)\ comment |
      your\ (?:name|e-?mail)\b.{{0,60}}\b(?:published|private|shared|shown|displayed).{{0,80}} |
      required\ fields\ are\ marked.{{0,20}} | .{{0,80}}\brequired\ ?\* |
      save\ my\ name,?\ e-?mail.{{0,120}} | (?:name|e-?mail|website|comment)\ ?\* |
      (?:sign\ up|subscribe)\ (?:for|to)\ (?:our|the|my)\ .{{0,60}}
         (?:newsletter|e-?mails?|updates|channel|alerts).{{0,60}} |
      (?:image|photo|picture|photograph)(?:\ credit|s?\ by|\ courtesy\ of)?\ ?:.{{0,120}} |
      source | sources | via | original\ source | source\ link |
      copyright\ (?:©|\(c\)|(?:19|20)\d\d).{{0,120}} | c\)\ (?:19|20)\d\d.{{0,120}} |
      .{{0,80}}\ball\ rights\ reserved\b.{{0,60}} |
      (?:this\ (?:site|website)|we)\ uses?\ cookies.{{0,200}} | accept\ (?:all\ )?cookies |
      privacy\ policy | terms\ of\ (?:use|service)
    )\W*)$""",
    re.IGNORECASE | re.VERBOSE,
)
_STRAY_WORD = re.compile(r"[a-z]{3,24}$")


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
    found: list[Span] = []
    blocks = list(iterate_blocks(text))
    if len(blocks) == 1 and len(blocks[0]) == 1:
        return tuple(span for span in blocks[0] if _is_crumb(_squeeze(text, span)))
    for block in blocks:
        prose = _wrapped_prose(text, block)
        trail = False
        for i, span in enumerate(block):
            line = _squeeze(text, span)
            trail = _is_crumb(line) or (trail and _BULLET_CRUMB.match(line) is not None)
            if trail or (i not in prose and _is_furniture(line)):
                found.append(span)
            trail = trail and line.endswith(("»", "›"))
    return tuple(found)


def iterate_blocks(text: str) -> Iterator[list[Span]]:
    """Lines trimmed of white space, grouped by the blank lines between them."""
    block: list[Span] = []
    last_end = 0
    for start, end in iterate_lines(text):
        if block and len(_LINE_END.findall(text, last_end, start)) > 1:
            yield block
            block = []
        line = text[start:end]
        block.append((start + len(line) - len(line.lstrip()), start + len(line.rstrip())))
        last_end = end
    if block:
        yield block


def is_wrapped(text: str, block: Sequence[Span]) -> bool:
    """Whether the lines of a block are just what wrapping at one width gives.

    That is so if on no line the next line's first word would have fitted.
    """
    width = max(end - start for start, end in block)
    if len(block) < 2 or not _WRAP_NARROWEST <= width <= _WRAP_WIDEST:
        return False
    for (start, end), (following, stop) in pairwise(block):
        word = text[following:stop].split(None, 1)[0]
        if end - start + 1 + len(word) <= width:
            return False
    return True


def ends_sentence(text: str, span: Span) -> bool:
    """Whether a line closes with the mark of a full sentence, or with a colon or semicolon."""
    return _ENDS_SENTENCE.search(text[max(span[0], span[1] - 8) : span[1]]) is not None


def _wrapped_prose(text: str, block: Sequence[Span]) -> range:
    """Lines that only look like furniture because hard wrapping cut a paragraph there.

    A last line after a full sentence may be furniture all the same, and so may either of two lines.
    """
    if not is_wrapped(text, block):
        return range(0)
    last_too = not ends_sentence(text, block[-2])
    return range(0 if len(block) > 2 else 1, len(block) if last_too else len(block) - 1)


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


def is_blank(gap: str) -> bool:
    """Whether all a reader sees between two words is white space.

    Examples
    --------
    >>> is_blank(" \\u200b"), is_blank(" - "), is_blank("")
    (True, False, False)
    """
    return gap.isspace() or (not gap.isascii() and INVISIBLE.sub("", gap).isspace())


def _squeeze(text: str, span: Span) -> str:
    """A line with its white space squeezed; nothing of a line too long to be furniture."""
    return " ".join(text[span[0] : span[1]].split()) if span[1] - span[0] <= _LONGEST else ""


def _is_crumb(line: str) -> bool:
    return _CRUMB.match(line) is not None


def _is_furniture(line: str) -> bool:
    return bool(line) and (_FURNITURE.match(line) is not None or _STRAY_WORD.match(line) is not None)
