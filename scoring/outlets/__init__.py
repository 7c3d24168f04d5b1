"""Many scorecards together: what can be said of outlets, and how sure."""

from __future__ import annotations

from scoring.outlets.answer import answer, finding
from scoring.outlets.compare import OutletTables, compare_outlets

__all__ = ["OutletTables", "answer", "compare_outlets", "finding"]
