"""How measures and their values are written in charts and comparisons."""

from __future__ import annotations

import math

MINUS = "\u2212"

SCALES = {"quality": "0-100, higher is better", "bias": "0-100, higher is more biased"}
UNITS = {
    "_rate": "per 100 words", "_share": "as a share from 0 to 1", "_count": "as a count", "_grade": "in grades",
    "_balance": "from -1 to 1",
}  # fmt: skip


def measure_label(measure: str) -> str:
    """Return a measure's name as words, without its unit.

    Examples
    --------
    >>> measure_label("quality"), measure_label("sourcing_named_share")
    ('quality', 'sourcing (named)')
    """
    family, _, rest = measure.partition("_")
    for suffix in UNITS:
        rest = rest.removesuffix(suffix)
    return f"{family} ({rest.replace('_', ' ')})" if rest else family


def measure_scale(measure: str) -> str:
    """Return the unit, and which end is which."""
    if measure in SCALES:
        return SCALES[measure].replace("-", "\u2013", 1)
    unit = next((unit for suffix, unit in UNITS.items() if measure.endswith(suffix)), "in its own unit")
    return unit.replace("-1", f"{MINUS}1")


def format_value(measure: str, value: float) -> str:
    """Return a value with as many digits as its unit bears, and a true minus.

    Examples
    --------
    >>> format_value("quality", 61.6), format_value("sourcing_named_rate", 1.234), format_value("a_b_share", 0.5)
    ('62', '1.23', '0.50')
    """
    if not math.isfinite(value):
        return "\u2013"
    if measure in SCALES:
        digits = 0
    else:
        digits = 1 if measure.endswith(("_count", "_grade")) or abs(value) >= 10 else 2
    text = f"{abs(value):.{digits}f}"
    return f"{MINUS}{text}" if value < 0 and float(text) else text


def format_interval(measure: str, low: float, high: float) -> str:
    """Return both ends of an interval.

    Examples
    --------
    >>> format_interval("bias", 54.2, 71.4), format_interval("x_tone_balance", 0.1, 0.25)
    ('54–71', '0.10–0.25')
    """
    between = " to " if low < 0 or high < 0 else "\u2013"
    return f"{format_value(measure, low)}{between}{format_value(measure, high)}"
