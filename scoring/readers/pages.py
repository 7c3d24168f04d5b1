"""Bytes of a web page to characters; what is no page is refused by the name of what it is."""

from __future__ import annotations

import codecs
import re

from scoring.readers.decoding import UnreadableError, decode, find_wide_encoding, name_other

LARGEST = 2**24
"""Bytes; the largest page that is read."""

START = 4096
"""Bytes or characters in which a page says what it is; browsers look for the encoding in 1,024."""

ADVICE = "save the page as 'HTML only', or the article's text as .txt"

_CHARSET = re.compile(rb"(?:charset|encoding)\s{0,9}=\s{0,9}[\"']?\s{0,9}([\w.:-]{2,40})", re.IGNORECASE)
_REGIONAL = re.compile(
    r"iso-?8859-?(?:[2-9]|1\d)(?!\d)|iso-2022-(?:jp|kr)|windows-?(?:125[0135-8]|874|31j)|cp(?:125[0135-8]|866|932|949)"
    r"|koi8-[ru]|gb(?:2312|k|18030)|big5|(?:x-)?sjis|shift[-_]jis|euc[-_](?:jp|kr|cn)|tis-620|mac(?:intosh|roman)"
)
"""Encodings other than UTF-8 and Windows-1252 that pages are written in; no codec of Python's own."""

_LONG_TAG = re.compile(r"<([a-z][\w-]{0,40})\s[^<>]{50000,}>", re.IGNORECASE)
_TAG = re.compile(r"<[a-z!/?]", re.IGNORECASE)
_SKIPPED = re.compile(r"<!--.*?-->|<[!?][^>]*>", re.DOTALL)
_FIRST_TAG = re.compile(r"<([a-z][\w:.-]{0,40})", re.IGNORECASE)
_XML_ROOTS = ("rss", "feed", "rdf:rdf", "urlset", "sitemapindex", "svg", "nitf", "newsml", "newsitem", "opml")


def decode_page(data: bytes) -> str:
    """Decode a page: byte order mark, UTF-8, the encoding it declares, Windows-1252.

    NUL bytes are dropped, as browsers do, unless more than one byte in a thousand is one.

    Raises
    ------
    UnreadableError
        The file is empty, too large, or something else than a page.

    Examples
    --------
    >>> decode_page("<meta charset=iso-8859-2><p>Łódź".encode("iso-8859-2"))
    '<meta charset=iso-8859-2><p>Łódź'
    """
    _refuse_others(data)
    wide = find_wide_encoding(data[:4]) or {b"<\0": "utf-16-le", b"\0<": "utf-16-be"}.get(data[:2], "")
    if wide:
        text = data.decode(wide, "replace").replace("\0", "")
    elif data.count(b"\0") * 1000 > len(data):
        raise UnreadableError(f"holds NUL bytes, so it looks binary; {ADVICE}")
    else:
        text = _decode(data.replace(b"\0", b"").removeprefix(codecs.BOM_UTF8))
    _refuse_other_text(text)
    return _LONG_TAG.sub(r"<\1>", text)  # pictures as data or attributes by the thousand, slow to parse


def _decode(data: bytes) -> str:
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        found = _CHARSET.search(data[:START])
    declared = found[1].decode("ascii", "replace").lower() if found else ""
    if _REGIONAL.fullmatch(declared):
        return data.decode(declared.removeprefix("x-"), "replace")
    try:
        return decode(data)  # a page that declares Latin-1 may still be damaged UTF-8
    except UnreadableError:
        return data.decode("cp1252", "replace")


def _refuse_others(data: bytes) -> None:
    if not data.removeprefix(codecs.BOM_UTF8).strip():
        raise UnreadableError(f"is empty; {ADVICE}")
    if len(data) > LARGEST:
        raise UnreadableError(f"holds more than {LARGEST // 2**20} MB, which no article does; {ADVICE}")
    if found := name_other(data[:START]):
        raise UnreadableError(f"{found}, not a web page; {ADVICE}")


def _refuse_other_text(text: str) -> None:
    start = text[:START].lstrip("\ufeff \t\r\n\f")
    if not _TAG.search(text):
        raise UnreadableError("holds no tags, so it is no web page; if it is plain text, name it .txt")
    tag = _FIRST_TAG.search(_SKIPPED.sub("", start))
    root = tag[1].lower() if tag else ""
    if root in _XML_ROOTS or (start.startswith("<?xml") and root not in ("", "html", "head", "body")):
        raise UnreadableError(f"is XML (<{root}>), not a web page; {ADVICE}")
