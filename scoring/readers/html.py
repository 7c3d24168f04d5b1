"""Saved web pages: the article's text and what the page says of itself; nothing is fetched.

trafilatura finds the text, justext stands in where it finds suspiciously little. Both are loaded
when the first page is read, not before.
"""

from __future__ import annotations

import copy
import re
from pathlib import Path
from typing import Any

from scoring.readers.decoding import UnreadableError, open_bytes
from scoring.readers.page_links import collect_links, resolve_links
from scoring.readers.page_metadata import cut_metadata
from scoring.readers.page_tools import Tools, import_tools, quietly
from scoring.readers.pages import ADVICE, LARGEST, decode_page
from scoring.readers.paths import stem_of
from scoring.readers.plain import LINE, Described, find_title, look_up
from scoring.readers.records import Record

FEWEST_WORDS = 50
LEAST_SHARE = 1 / 4
"""Text of fewer words, or less than this share of justext's, gives way to justext's if that is longer.

Measured on 32 pages made for it, one for each way of marking up an article that we know: trafilatura
lost the article on two (in a `comment-wrap`: 28 words of 699; in a `footer`: 99 of 689), justext on two
others, and on three more it kept asides, comments or cookie notices. These bounds swap in justext on
the former two and on no other.
"""

MOST_ELEMENTS = 100_000
"""Of a page; 90,000 links take 5 s, and the time grows faster than their number."""

MOST_BLOCKS = 4_000
"""Paragraphs, cells, breaks up to which justext is asked: its time grows with their square (4,000: 1 s)."""

DATES = {"original_date": True, "extensive_search": False, "max_date": "2100-01-01"}
"""For htmldate: the first publication, said outright; the default upper bound would be the day of the run."""

_SLIPS = (ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError)
"""What a library may stumble over in a page that nobody foresaw; a page must not end the run."""

_BLOCKS = "p div li td th tr h1 h2 h3 h4 h5 h6 dt dd blockquote pre option br".split()
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d{1,6}\)(https?://[^\s<>\"]{4,2000})")
_WEB = re.compile(r"https?://", re.IGNORECASE)
_HOST = re.compile(r"(?:https?://)?(?:www\d?\.)?([^\s/:?#]+\.[^\s/:?#]+)", re.IGNORECASE)


def read_page(path: Path, described: Described) -> Record:
    """Read a saved page as one article; what the metadata beside it say goes first.

    Raises
    ------
    UnreadableError
        The file is no page, or a page without an article.
    InputError
        trafilatura or justext is not installed.
    """
    with open_bytes(path) as file:
        data = file.read(LARGEST + 1)
    values = {**parse_page(data), **look_up(path, described), "id": stem_of(path)}
    return Record(str(path), values)


def parse_page(data: bytes) -> dict[str, object]:
    """Take text, title, outlet, url and date of publication from a page.

    Parameters
    ----------
    data : bytes
        The file, in any encoding that it marks or declares.

    Returns
    -------
    dict
        ``text``: paragraphs and headings, a blank line between each; no tables, no readers'
        comments. ``title``, ``outlet``, ``url``, ``published`` (an ISO date): from the page's
        metadata, None where it says nothing; the outlet is the site's name, else its host.
        ``links``: the web addresses that the text links to, absolute, without repeats; at most
        `scoring.readers.page_links.MOST_LINKS`.

    Raises
    ------
    UnreadableError
        The file is no page, or a page without an article.
    InputError
        trafilatura or justext is not installed.

    Notes
    -----
    Known flaws: of a page with several articles all are read; of a page whose body is not marked
    up at all, exact repeats of a paragraph may be lost and menus kept; links of a paragraph of
    which a part is no text of the article (a note, a button) are lost.
    """
    page = decode_page(data)
    with quietly():
        tools = import_tools()
        try:
            tree = _parse(page, tools)
            lines = _extract(tree, tools)
            found = collect_links(tree, lines, etree=tools.etree)
            base = next(iter(tree.xpath("//base/@href")), None)
            about = _describe(tree, page, tools)
        except (*_SLIPS, tools.etree.LxmlError) as error:
            if isinstance(error, UnreadableError):
                raise
            slip = f"{type(error).__name__}: {str(error)[:100]}"
            raise UnreadableError(f"cannot be taken apart ({slip}); {ADVICE}") from error
    text = "\n\n".join(lines)
    links = resolve_links(found, url=about["url"], base=base)
    return {**about, "title": about["title"] or find_title(text), "text": text, "links": links}


def _parse(page: str, tools: Tools) -> Any:
    parser = tools.lxml_html.HTMLParser(
        encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True
    )
    try:
        tree = tools.lxml_html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except tools.etree.ParserError as error:
        raise UnreadableError(f"holds no element and no text; {ADVICE}") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise UnreadableError(f"nests its tags too deeply to be read to its end; {ADVICE}")
    elements = int(tree.xpath("count(//*)"))
    if elements > MOST_ELEMENTS:
        raise UnreadableError(f"holds {elements:,} elements, more than {MOST_ELEMENTS:,}; {ADVICE}")
    return tree


def _extract(tree: Any, tools: Tools) -> list[str]:
    """Take the text from a page, as paragraphs and headings."""
    huge = sum(1 for _ in tree.iter(*_BLOCKS)) > MOST_BLOCKS
    found = tools.trafilatura.extract(
        copy.deepcopy(tree), fast=huge, include_comments=False, include_tables=False
    )
    lines, shown = _split(found or ""), _count(_see(tree))
    if not huge and _is_little(lines, shown):  # justext cannot find more than is shown
        other = _rescue(tree, tools)
        lines = other if _is_little(lines, _count(other)) else lines
    if not lines:
        raise UnreadableError(_say_nothing(tree, shown))
    return lines


def _is_little(lines: list[str], other: int) -> bool:
    """Whether lines are suspiciously few words beside those of another reading."""
    words = _count(lines)
    return words < other and (words < FEWEST_WORDS or words < LEAST_SHARE * other)


def _rescue(tree: Any, tools: Tools) -> list[str]:
    """Take the paragraphs that justext thinks good, marked asides and menus left out."""
    pruned = copy.deepcopy(tree)
    for element in pruned.xpath("//aside | //nav"):
        if element.getparent() is not None:
            element.drop_tree()
    words = tools.justext.get_stoplist("English")
    paragraphs = tools.justext.justext(tools.lxml_html.tostring(pruned, encoding="unicode"), words)
    return [line for one in paragraphs if not one.is_boilerplate for line in _split(one.text)]


def _describe(tree: Any, page: str, tools: Tools) -> dict[str, str | None]:
    """Take from og:, JSON-LD, other metadata and the mark of a browser's 'Save as' what they say."""
    cut_metadata(tree)
    saved = _SAVED_FROM.search(page[:2000])
    about = tools.trafilatura.extract_metadata(
        tree, default_url=saved[1] if saved else None, date_config=dict(DATES), extensive=False
    )
    url = about.url if about.url and _WEB.match(about.url) else None
    outlet = _name_outlet(about.sitename, about.hostname if url else None)
    return {
        "title": _cut_outlet(" ".join((about.title or "").split()), outlet),
        "outlet": outlet,
        "url": url,
        "published": about.date or None,
    }


def _name_outlet(name: str | None, host: str | None) -> str | None:
    """Prefer the site's name; a host or an address (often a page on a social network) is none."""
    name = " ".join((name or "").split())
    address = _HOST.fullmatch(name) or _WEB.match(name)
    return host or (None if _WEB.match(name) else name) if address else name or host


def _cut_outlet(title: str, outlet: str | None) -> str | None:
    """Cut " | The Daily" off a title."""
    if outlet and len(title) > len(outlet) and title.casefold().endswith(outlet.casefold()):
        head = title[: -len(outlet)]
        bare = head.rstrip(" \u00a0|–—-:·•»/")
        if bare and len(head) - len(bare) > 1:  # a mark and a blank at least: no part of the sentence
            title = bare
    return title or None


def _split(text: str) -> list[str]:
    return [line for found in LINE.finditer(text) if (line := found[0].strip())]


def _count(lines: list[str]) -> int:
    return sum(len(line.split()) for line in lines)


def _see(tree: Any) -> list[str]:
    """List the pieces of text that a browser could show."""
    return list(tree.xpath("//body//text()[not(parent::script or parent::style or parent::template)]"))


def _say_nothing(tree: Any, shown: int) -> str:
    """Say what a page without an article holds instead."""
    if shown:
        return f"shows {shown} words but nothing that reads like an article; save the article's text as .txt"
    if tree.xpath("//frame | //iframe"):
        return "holds frames and no text of its own; open the page inside the frame and save that"
    if tree.xpath("//script"):
        return "holds scripts and no text; save the page from a browser once it has loaded"
    return f"has tags but no text; {ADVICE}"
