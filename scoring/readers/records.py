"""One row of any table."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Record:
    """Where a row stands, and its values by column name."""

    source: str
    values: Mapping[str, object]
