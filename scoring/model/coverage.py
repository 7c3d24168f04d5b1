"""Whether a model's intervals held as often as they say, by the test on its own card."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from pathlib import Path

NARROW = 0.85
"""Coverage under which a 90 % interval is called too narrow. The shipped scores reach .91 and .93; fits on
forty labels .80 to .82."""
INTERVAL = "The 90 % interval of "
"""How a sentence on one begins."""


def read_coverage(folder: Path) -> dict[str, float]:
    """Score to the measured coverage of its interval, from a model's ``metrics.json``; empty without one."""
    try:
        targets = json.loads((folder / "metrics.json").read_bytes())["targets"]
        found = {str(name): figures.get("coverage") for name, figures in targets.items()}
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return {}
    return {name: float(share) for name, share in found.items() if isinstance(share, int | float)}


def say_narrow(name: str, coverage: float) -> str:
    """A sentence on an interval that holds clearly less often than it says; empty for others.

    Examples
    --------
    >>> say_narrow("bias", 0.797)
    'The 90 % interval of bias is too narrow: in the model’s own test it held 80 % of values of other fits'
    >>> say_narrow("bias", 0.89)
    ''
    """
    if math.isnan(coverage) or coverage >= NARROW:
        return ""
    held = f"in the model’s own test it held {100 * coverage:.0f} % of values of other fits"
    return f"{INTERVAL}{name} is too narrow: {held}"


def say_all_narrow(coverage: Mapping[str, float]) -> list[str]:
    """The sentences of all scores whose interval is too narrow."""
    return [said for name, share in coverage.items() if (said := say_narrow(name, share))]
