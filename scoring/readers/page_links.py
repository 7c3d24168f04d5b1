"""The addresses that an article on a web page links to: those in its own paragraphs, and no others."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urldefrag, urljoin, urlsplit

MOST_LINKS = 500
"""Of an article; a page with more is a list of links."""

LONGEST_LINK = 2000
"""Characters; browsers cut off longer addresses, too."""

_BREAKS = frozenset(
    """p div li ul ol td th tr table h1 h2 h3 h4 h5 h6 dt dd dl blockquote pre br hr article section main
    header footer figure figcaption option body""".split()
)
_SKIPPED = frozenset("nav aside script style template noscript button form head select".split())
_WEB = re.compile(r"https?://[^\s<>\"\ud800-\udfff]+", re.IGNORECASE)
_SHARING = re.compile(
    r"""https?://(?:[\w-]+\.)*(?:facebook\.com/(?:sharer?|dialog)|(?:twitter|x)\.com/(?:intent|share|home\?status)|
    linkedin\.com/(?:share|cws)|reddit\.com/submit|pinterest\.[a-z.]+/pin/create|t\.me/share|telegram\.me/share|
    wa\.me/|api\.whatsapp\.com|(?:web\.)?whatsapp\.com/send|tumblr\.com/(?:share|widgets)|share\.flipboard\.com|
    news\.ycombinator\.com/submitlink|getpocket\.com/(?:save|edit)|addtoany\.com|addthis\.com)""",
    re.IGNORECASE | re.VERBOSE,
)
_NO_LETTER = re.compile(r"[\W_]+")


@dataclass(frozen=True, slots=True)
class Link:
    """What a link says in the page; `alone` if its paragraph holds nothing else."""

    href: str
    alone: bool


@dataclass(slots=True)
class _Run:
    """A stretch of text without a break, and its links."""

    text: list[str] = field(default_factory=list)
    linked: list[str] = field(default_factory=list)
    hrefs: list[str] = field(default_factory=list)


def collect_links(tree: Any, lines: Iterable[str], *, etree: Any) -> list[Link]:
    """Links of a page that stand in the lines which are the article, in reading order.

    Parameters
    ----------
    tree
        The page, of lxml; not altered.
    lines : iterable of str
        The article's paragraphs and headings; letters and digits alone are compared.
    """
    kept = {_squeeze(line) for line in lines} - {""}
    found: list[Link] = []
    for run in _iterate_runs(tree, etree):
        key = _squeeze("".join(run.text)) if run.hrefs else ""
        if key in kept:
            alone = len(_squeeze("".join(run.linked))) >= len(key)
            found += [Link(href, alone) for href in run.hrefs]
    return found


def resolve_links(found: Iterable[Link], *, url: str | None, base: str | None) -> tuple[str, ...]:
    """Absolute web addresses without repeats.

    Left out are the page itself, buttons for sharing, and lines that are nothing but a link to the
    same site: menus and pointers to other stories.

    Examples
    --------
    >>> said = [Link("/plan", False), Link("mailto:a@port.example", False), Link("/more", True)]
    >>> resolve_links(said, url="https://port.example/ferry", base=None)
    ('https://port.example/plan',)
    """
    own = _join("", url or "")
    here = _join(own, base or "") or own
    host = _host(here)
    addresses: dict[str, None] = {}
    for link in found:
        address = _resolve(link.href, here)
        if address and address != own and not (link.alone and _host(address) == host):
            addresses[address] = None
        if len(addresses) == MOST_LINKS:
            break
    return tuple(addresses)


def _resolve(href: str, here: str) -> str | None:
    """An absolute web address, or None."""
    address = _join(here, href) if len(href) <= LONGEST_LINK else ""
    usable = _WEB.fullmatch(address) and len(address) <= LONGEST_LINK and _host(address)
    return address if usable and not _SHARING.match(address) else None


def _join(here: str, href: str) -> str:
    """An address seen from another, without its fragment; empty if it is none."""
    try:
        return urldefrag(urljoin(here, href.strip())).url
    except ValueError:
        return ""


def _host(address: str) -> str:
    try:
        return (urlsplit(address).hostname or "").removeprefix("www.")
    except ValueError:
        return ""


def _iterate_runs(tree: Any, etree: Any) -> Iterator[_Run]:
    """Walk through a page and cut its text where a browser would begin a new line."""
    run, inside = _Run(), 0
    walker = etree.iterwalk(tree, events=("start", "end"))
    for event, element in walker:
        if element.tag in _BREAKS:
            yield run
            run = _Run()
        said = element.text if event == "start" else element.tail
        if event == "start" and element.tag in _SKIPPED:
            walker.skip_subtree()
            said = None
        if element.tag == "a":
            inside += 1 if event == "start" else -1
            if event == "start" and element.get("href"):
                run.hrefs.append(element.get("href"))
        if said:
            run.text.append(said)
            if inside > 0:
                run.linked.append(said)
    yield run


def _squeeze(text: str) -> str:
    """Letters and digits alone, in lower case."""
    return _NO_LETTER.sub("", text.casefold())
