"""What objects look like in a notebook: small panels of HTML that need no script, no file, no network.

The colours are those of the pages (a test compares them). A panel follows the notebook's theme
where that can be seen (Jupyter, VS Code, Colab), otherwise the reader's system.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from html import escape
from importlib.resources import files

UNSEEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b\u200e\u200f\u2028-\u202e"
    "\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Control, invisible, direction-changing and broken characters."""
LONGEST = 200
"""Characters shown of a title or a note."""

PATTERNS = {
    "hedging": "solid",
    "sourcing": "double",
    "promotion": "dotted",
    "stuffing": "dashed",
    "stance": "wavy",
}
"""Family to its underline, so that colour is never alone."""


def panel(*parts: str) -> str:
    """One object's panel: its style, then the parts, which must be HTML already."""
    return f'<div class="sourcegrade"><style>{_read_style()}</style>{"".join(parts)}</div>'


@cache
def _read_style() -> str:
    return files("scoring.notebook").joinpath("panel.css").read_text(encoding="utf-8")


def plain(text: object) -> str:
    """Text as HTML: one line, escaped, nothing invisible, cut when it is very long.

    Examples
    --------
    >>> plain("a <b>\\n\\u202e c")
    'a &lt;b&gt; c'
    """
    flat = " ".join(UNSEEN.sub(" ", str(text)).split())
    return escape(flat if len(flat) <= LONGEST else f"{flat[: LONGEST - 1]}…")


def block(name: str, *texts: str) -> str:
    """A ``div`` of one class around HTML."""
    return f'<div class="{name}">{"".join(texts)}</div>'


def small(text: str) -> str:
    """Fine print around HTML."""
    return f'<div class="small">{text}</div>'


def key(family: str) -> str:
    """A family's name with its colour and pattern."""
    style = f"text-decoration-style: {PATTERNS.get(family, 'solid')}; text-decoration-color: var(--{family})"
    if family not in PATTERNS:
        return f"<span>{plain(family.capitalize())}</span>"
    return f'<span class="key" style="{style}">{plain(family.capitalize())}</span>'


def whole(value: float) -> str:
    """A number without decimals, halves rounded up; a dash where it is undefined."""
    return str(math.floor(value + 0.5)) if math.isfinite(value) else "–"


def figure(value: float, *, suffix: str, unit: str) -> str:
    """A measure's value with its unit, as its suffix asks for it.

    Examples
    --------
    >>> figure(0.25, suffix="share", unit="share, 0 to 1"), figure(math.nan, suffix="rate", unit="")
    ('25 %', 'undefined')
    """
    if not math.isfinite(value):
        return "undefined"
    if suffix == "share":
        least, number = "<0.1", f"{100 * value:.{1 if 0 < value < 0.0995 else 0}f}"
        return f"{least if value and not float(number) else number} %"
    digits = 0 if suffix == "count" else 1 if suffix == "grade" or abs(value) >= 10 else 2
    number = f"{value:,.{digits}f}".replace("-", "−")
    if suffix == "rate" and value and number == "0.00":
        number = "<0.01"
    return f"{number} {unit}" if suffix == "rate" else number


def scale(name: str, value: float, low: float, high: float, reference: float) -> str:
    """A score on a thin scale from 0 to 100: the interval as a band, the reference article as a tick."""
    label = (
        f"{name} {whole(value)}, 90 % interval {whole(low)} to {whole(high)}, reference {whole(reference)}"
    )
    ends = f'x="{low:.2f}%" width="{max(0.0, high - low):.2f}%"'
    return (
        f'<svg role="img" aria-label="{plain(label)}" height="20">'
        '<line class="axis" x1="0" x2="100%" y1="10" y2="10"/>'
        f'<rect class="band" {ends} y="5" height="10"/>'
        f'<line class="tick" x1="{reference:.2f}%" x2="{reference:.2f}%" y1="2" y2="18"/>'
        f'<circle class="dot" cx="{value:.2f}%" cy="10" r="5"/></svg>'
    )


def strip(percentile: float) -> str:
    """A place among the reference articles, least at the left."""
    ticks = "".join(f'<line class="axis" x1="{at}%" x2="{at}%" y1="5" y2="11"/>' for at in (25, 50, 75))
    return (
        f'<svg role="img" aria-label="Percentile {whole(percentile)} of 100" height="16">'
        f'<line class="axis" x1="0" x2="100%" y1="8" y2="8"/>{ticks}'
        f'<circle class="dot" cx="{percentile:.2f}%" cy="8" r="4.5"/></svg>'
    )


def fold(summary: str, items: Iterable[tuple[str, str]]) -> str:
    """A list of names and values that opens on request."""
    rows = "".join(
        block("item small", f"<span>{plain(a)}</span>", f"<span>{plain(b)}</span>") for a, b in items
    )
    return f"<details><summary>{plain(summary)}</summary>{rows}</details>"


def tally(kinds: Iterable[str]) -> str:
    """How often each kind comes, in the order they first come: "3 hedge, 1 booster"."""
    return ", ".join(f"{number} {kind}" for kind, number in Counter(kinds).items()) or "none"
