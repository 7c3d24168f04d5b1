"""How far measures agree with people: labelled corpora in, one table of figures and intervals out."""

from __future__ import annotations

from scoring.validation.row import Found, Goal, Row
from scoring.validation.running import Done, validate
from scoring.validation.table import CHECKS, Check

__all__ = ["CHECKS", "Check", "Done", "Found", "Goal", "Row", "validate"]
