"""Word variety that does not depend on length."""

from __future__ import annotations

import math

WINDOW = 100
"""Words of a window."""


def measure_variety(forms: list[str], *, window: int = WINDOW) -> float:
    """Moving-average type-token ratio: mean share of different words in windows of 100 words.

    NaN for texts shorter than a window, where the ratio would depend on length (Covington and
    McFall 2010, "Cutting the Gordian knot: the moving-average type-token ratio").

    Examples
    --------
    >>> measure_variety(["a", "b", "a", "b"], window=2)
    1.0
    """
    if len(forms) < window:
        return math.nan
    last_start = len(forms) - window
    seen: dict[str, int] = {}
    lost = 0
    for i, form in enumerate(forms):  # lost in the windows that hold it and the one before like it
        before = seen.get(form, -window)
        if i - before < window:
            lost += min(before, last_start) - max(i - window, -1)
        seen[form] = i
    return 1.0 - lost / window / (last_start + 1)
