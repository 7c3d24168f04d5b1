"""Saying what could not be read, without ending the run."""

from __future__ import annotations

import json
import warnings
from collections.abc import Callable

from scoring.article import Rejection
from scoring.readers.decoding import mend

Reject = Callable[[str, str, str], None]
"""Called with where, what was found, and why it cannot become an article."""

SHOWN = 500
"""Characters of a rejected record that are kept."""


def make_reject(on_reject: Callable[[Rejection], None] | None) -> Reject:
    """Wrap the caller's function, so that a reader says three strings and no more."""
    tell = on_reject or _warn

    def reject(source: str, record: str, reason: str) -> None:
        tell(Rejection(mend(source), mend(record[:SHOWN]), mend(reason)))

    return reject


def show(value: object) -> str:
    """Write any value as JSON, for a person to read."""
    try:
        return json.dumps(value, ensure_ascii=False, default=str)
    except RecursionError:
        return "(nested too deeply to show)"


def _warn(rejection: Rejection) -> None:
    warnings.warn(f"{rejection.source}: {rejection.reason}", stacklevel=3)
