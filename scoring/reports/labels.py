"""How measures and their values are written in charts and comparisons."""

from __future__ import annotations

import math

from scoring.extractors import CODEBOOK
from scoring.extractors.measure import UNITS

MINUS = "\u2212"

SCALES = {"quality": "0-100, higher is better", "bias": "0-100, higher is more biased"}

LEAST = ("_rate", "_share", "_count", "_ratio")
"""Measures that are never below nothing: what rounds to nothing there and is something is written "<"."""


def measure_label(measure: str) -> str:
    """Return a measure's family and, in brackets, its name in the codebook; a column we do not know as it is.

    Examples
    --------
    >>> measure_label("quality"), measure_label("desk_visits_count")
    ('quality', 'desk visits count')
    """
    label = column_label(measure)
    return f"{measure.partition('_')[0]} ({label})" if measure in CODEBOOK else label


def column_label(measure: str) -> str:
    """Return a measure's name in the codebook; a column we do not know as it is."""
    return CODEBOOK[measure].label if measure in CODEBOOK else measure.replace("_", " ")


def first_upper(text: str) -> str:
    """Return a text that starts with a capital; other capitals stay.

    Examples
    --------
    >>> first_upper("language (LIX)")
    'Language (LIX)'
    """
    return text[:1].upper() + text[1:]


def measure_scale(measure: str) -> str:
    """Return the unit, and which end is which."""
    if measure in SCALES:
        return SCALES[measure].replace("-", "\u2013", 1)
    if is_share(measure):
        return "in percent"
    unit = UNITS[measure.rpartition("_")[2]][0] if measure.rpartition("_")[2] in UNITS else "in its own unit"
    return unit.replace("-1", f"{MINUS}1")


def format_value(measure: str, value: float) -> str:
    """Return a value as its unit asks for it: shares in percent, a true minus, what is hardly any as "<".

    Examples
    --------
    >>> format_value("quality", 61.6), format_value("sourcing_named_rate", 1.234)
    ('62', '1.23')
    >>> format_value("sourcing_quote_share", 0.31), format_value("hedging_booster_rate", 0.0004)
    ('31 %', '<0.01')
    """
    if not math.isfinite(value):
        return "\u2013"
    if measure in SCALES:
        digits = 0
    elif is_share(measure):
        return f"{_write(100 * value, 1 if 0 < abs(value) < 0.0995 else 0, measure)} %"
    else:
        digits = 1 if measure.endswith(("_count", "_grade")) or abs(value) >= 10 else 2
    return _write(value, digits, measure)


def is_share(measure: str) -> bool:
    """Whether a measure is a share, which is written in percent."""
    return measure.endswith("_share")


def _write(value: float, digits: int, measure: str) -> str:
    text = f"{abs(value):.{digits}f}"
    if value and not float(text):
        least = f"{10**-digits:.{digits}f}"
        return f"<{least}" if measure.endswith(LEAST) and value > 0 else text
    return f"{MINUS}{text}" if value < 0 else text


def format_interval(measure: str, low: float, high: float) -> str:
    """Return both ends of an interval.

    Examples
    --------
    >>> format_interval("bias", 54.2, 71.4), format_interval("x_tone_balance", 0.1, 0.25)
    ('54–71', '0.10–0.25')
    >>> format_interval("sourcing_quote_share", 0.12, 0.31)
    '12–31 %'
    """
    between = " to " if low < 0 or high < 0 else "\u2013"
    ends = f"{format_value(measure, low)}{between}{format_value(measure, high)}"
    return ends.replace(" %", "", 1) if is_share(measure) else ends
