"""``python -m scoring`` is the command ``sourcegrade``."""

from __future__ import annotations

from scoring.cli import main

if __name__ == "__main__":
    main()
