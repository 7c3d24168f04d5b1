"""The command line: a door for people; nothing imports it."""

from __future__ import annotations

import sys

from scoring.cli.commands import group
from scoring.errors import ScoringError

__all__ = ["main"]


def main() -> None:
    """Run the command line; an expected error is one sentence on stderr and exit status 2."""
    try:
        group(prog_name="sourcegrade")
    except ScoringError as error:
        sys.stderr.write(f"Error: {error}\n")
        sys.exit(2)
