"""What every HTML page shares: the template environment, file names, safe ways to show text and numbers."""

from __future__ import annotations

import base64
import hashlib
import math
import re
from collections.abc import Sequence
from functools import cache
from urllib.parse import urlsplit

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

SLUG_LENGTH = 80
"""Longest file name stem made from a text; leaves room for an ending on every file system."""

DEVICES = (f"{name}{n}" for name in ("com", "lpt") for n in range(10))
RESERVED = frozenset(["con", "prn", "aux", "nul", "index", *DEVICES])
"""Stems that a file system or our own index page has taken."""

LINE_BREAK = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
UNSEEN = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
    "|(?<![^\x00-\x7f])[\u200c\u200d]"
)
"""Control, invisible, direction-changing and broken characters; joiners only after ASCII."""

BOX = "\u25af"
MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)


@cache
def environment() -> Environment:
    """Return the template environment: everything escaped, a missing name is an error."""
    made = Environment(
        loader=PackageLoader("scoring.reports"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.globals["code"] = code
    made.filters.update(
        digest=digest, show=show, points=points, whole=whole, days=days, count=count, tone=tone
    )
    made.filters.update(lower_first=lower_first, cell=cell)
    return made


def render(template_name: str, **context: object) -> str:
    """Fill one template of this room.

    Parameters
    ----------
    template_name : str
        File name in ``templates``, for example ``"card.html"``.
    **context : object
        Names the template uses; strings are escaped unless they are `markupsafe.Markup`.

    Returns
    -------
    str
        One self-contained page.
    """
    return environment().get_template(template_name).render(**context)


@cache
def code(name: str) -> Markup:
    """Return one of our own style sheets or scripts, to be placed inside a page as it is."""
    loader = environment().loader
    assert loader is not None
    return Markup(loader.get_source(environment(), name)[0])


def digest(script: str) -> str:
    """Return the base64 SHA-256 by which a content security policy names an inline script.

    Examples
    --------
    >>> digest("")
    '47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='
    """
    return base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()


def safe_slug(text: str) -> str:
    """Return a file name stem for any text; texts that differ get stems that differ.

    Plain lower-case stems stay as they are; anything else is shortened to its ASCII letters and
    digits and carries a piece of its digest, so that "A b" and "a-b" do not overwrite each other.

    Examples
    --------
    >>> safe_slug("wire-03")
    'wire-03'
    >>> safe_slug("../../etc/passwd")
    'etc-passwd-3754d6cb'
    """
    plain = re.sub(r"[^a-z0-9_]+", "-", text.lower()).strip("-_")
    if text and plain == text and text not in RESERVED and len(text) <= SLUG_LENGTH:
        return text
    mark = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return f"{plain[: SLUG_LENGTH - 9].strip('-_')}-{mark}".lstrip("-")


def glyph(char: str) -> str:
    """Return the visible stand-in for one character that `UNSEEN` matches.

    Examples
    --------
    >>> glyph("\\x1b"), glyph("\\u200b")
    ('␛', '▯')
    """
    point = ord(char)
    if point < 0x20:
        return chr(0x2400 + point)
    return "\ufffd" if 0xD800 <= point <= 0xDFFF else BOX


def show(text: object) -> str:
    """Return text for a heading or a table cell: one line, nothing invisible, nothing that changes direction.

    Examples
    --------
    >>> show("Rates\\u202e up\\nagain")
    'Rates up again'
    """
    flat = LINE_BREAK.sub("\n", str(text))
    return " ".join(UNSEEN.sub("", flat).split())


def points(value: float) -> str:
    """Return a signed whole number with a true minus.

    Examples
    --------
    >>> points(-6.2), points(3.7), points(0.2)
    ('−6', '+4', '0')
    """
    size = whole(abs(value))
    return size if size == "0" else f"{'−' if value < 0 else '+'}{size}"


def whole(value: float) -> str:
    """Return a number without decimals, halves rounded up; a dash where it is undefined."""
    return str(math.floor(value + 0.5)) if math.isfinite(value) else "–"


def count(number: int, noun: str, many: str = "") -> str:
    """Return a number with its noun.

    Examples
    --------
    >>> count(1, "word"), count(1200, "word"), count(2, "address", "addresses")
    ('1 word', '1,200 words', '2 addresses')
    """
    return f"{number:,} {noun if number == 1 else many or f'{noun}s'}"


def cells(values: Sequence[object]) -> list[str]:
    """Return the figures of a column or a row that are read beside one another, with as many decimals.

    Examples
    --------
    >>> cells([8.7, 0.98, None]), cells([0.98, 0.5]), cells([120.0, 0.5])
    (['8.7', '1.0', '–'], ['0.980', '0.500'], ['120', '0.5'])
    """
    beyond = any(isinstance(value, float) and math.isfinite(value) and abs(value) > 1 for value in values)
    return [
        f"{value:.1f}".replace("-", "−")
        if beyond and isinstance(value, float) and abs(value) <= 1
        else cell(value)
        for value in values
    ]


def cell(value: object) -> str:
    """Return a figure of a table: three decimals up to 1, nothing as a dash, a list with commas.

    Examples
    --------
    >>> cell(0.81234), cell(None), cell(["a", 2]), cell(1587), cell(True), cell(-1.23), cell(120.0)
    ('0.812', '–', 'a, 2', '1,587', 'yes', '−1.2', '120')
    """
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return "–"
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int | float):
        digits = 0 if value == int(value) and abs(value) != 1 and value else 3 if abs(value) <= 1 else 1
        return f"{value:,.{digits if isinstance(value, float) else 0}f}".replace("-", "−")
    return ", ".join(map(cell, value)) if isinstance(value, list) else str(value)


def lower_first(text: str) -> str:
    """Return a text that starts in lower case, to stand inside a sentence; other letters stay."""
    return text[:1].lower() + text[1:]


def tone(value: float) -> str:
    """Return a tone with its sign; a dash where it is undefined.

    Examples
    --------
    >>> tone(-0.2), tone(0.131), tone(-0.001), tone(math.nan)
    ('−0.20', '+0.13', '0.00', '–')
    """
    if not math.isfinite(value):
        return "–"
    size = f"{abs(value):.2f}"
    return size if not float(size) else f"{'−' if value < 0 else '+'}{size}"


def days(published: str) -> str:
    """Return a date as people write it; any other text as it came.

    Examples
    --------
    >>> days("2025-03-04T10:00:00Z"), days("last spring")
    ('4 March 2025', 'last spring')
    """
    found = re.match(r"(\d{4})-(\d\d)-(\d\d)(?!\d)", published)
    if not found or not 1 <= int(found[2]) <= 12:
        return show(published)
    return f"{int(found[3])} {MONTHS[int(found[2]) - 1]} {found[1]}"


def web_address(url: str | None) -> str | None:
    """Return the address when a browser may follow it (http and https only), else None.

    Examples
    --------
    >>> web_address("javascript:alert(1)") is None
    True
    """
    if not url or UNSEEN.search(url):
        return None
    try:
        parts = urlsplit(url.strip())
    except ValueError:
        return None
    return url.strip() if parts.scheme.lower() in ("http", "https") and parts.netloc else None
