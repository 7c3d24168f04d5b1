"""Links: the addresses that an article gives its reader."""

from __future__ import annotations

import re

from scoring.article import Span
from scoring.document import Document

_ADDRESS = re.compile(r"\b(?:https?://|www\.)[^\s<>\"“”«»()\[\]{}|\\^`]{3,2000}", re.IGNORECASE)
_TRAILING = ".,;:!?'’*_~…"
_START = re.compile(r"(?:https?://)?(?:www\d?\.)?", re.IGNORECASE)


def find_links(doc: Document) -> frozenset[str] | None:
    """Different addresses that the article links to or writes out in its prose.

    Addresses in site furniture and the article's own address are left out; the scheme, "www.", a
    fragment and a last slash make no difference.

    Returns
    -------
    frozenset of str or None
        None where the input cannot show links: `Article.links` is None and no address stands in
        the text.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> sorted(find_links(parse(Article("a", "See https://port.example/plan, or www.line.example."))))
    ['line.example', 'port.example/plan']
    >>> find_links(parse(Article("a", "It rained."))) is None
    True
    """
    written = [address for _, address in find_addresses(doc)]
    if doc.article.links is None and not written:
        return None
    own = _shorten(doc.article.url or "")
    return frozenset(map(_shorten, (*written, *(doc.article.links or ())))) - {own, ""}


def find_addresses(doc: Document) -> list[tuple[Span, str]]:
    """Spans of the addresses written out in counted prose, and the addresses; once per document."""
    return doc.once("addresses", _find)


def _find(doc: Document) -> list[tuple[Span, str]]:
    found = []
    for match in _ADDRESS.finditer(doc.text):
        address = match.group().rstrip(_TRAILING)
        at = doc.token_at(match.start())
        inside = at < len(doc.starts) and doc.starts[at] < match.end()
        if inside and doc.is_counted(at) and "." in address[4:]:
            found.append(((match.start(), match.start() + len(address)), address))
    return found


def _shorten(address: str) -> str:
    """An address as it is compared with others."""
    bare = _START.sub("", address.strip(), count=1).split("#", 1)[0].rstrip("/")
    host, slash, path = bare.partition("/")
    return host.lower() + slash + path
