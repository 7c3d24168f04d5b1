"""What the terminal at hand can show."""

from __future__ import annotations

import os
import shutil
import sys
from typing import TYPE_CHECKING, TypedDict

if TYPE_CHECKING:
    from scoring.article import Article
    from scoring.model import Model
    from scoring.scorecard import Scorecard


class Screen(TypedDict):
    """How a report is to be laid out."""

    width: int
    colour: bool
    ascii_only: bool


def describe_screen() -> Screen:
    """What stdout can show: 80 columns unless it is a terminal that has more."""
    return {
        "width": min(shutil.get_terminal_size().columns, 100) if sys.stdout.isatty() else 80,
        "colour": wants_colour(),
        "ascii_only": "utf" not in (sys.stdout.encoding or "ascii").lower(),
    }


def render_here(article: Article, card: Scorecard, model: Model) -> str:
    """The card as this terminal can show it."""
    from scoring.reports.terminal import render_terminal
    from scoring.scorecard import best_change, reason_links

    return render_terminal(
        card,
        article,
        reasons=reason_links(card),
        change=best_change(card, model),
        **describe_screen(),
    )


def wants_colour() -> bool:
    """Whether stdout is a terminal that nobody asked to stay plain."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
