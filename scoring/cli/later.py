"""Commands and options of the public contract whose work has not been done yet; each says so and exits with 2."""

from __future__ import annotations

import click

from scoring.errors import NotYet

LATER = {
    "filter": ("Keep or drop articles by a condition on their scores.", "Score them and filter scorecards.jsonl or features.csv."),
    "diff": ("What changed between two versions of an article.", "Run explain on each and compare."),
    "evaluate": ("How well a model agrees with labels.", "The card.md of a trained model holds its figures on unseen outlets."),
    "label": ("Which article to label next, and why.", "Label any; train says when labels are too few."),
    "validate": ("Agreement of measures and scores with labelled corpora.", "The cards in models/ hold the figures there are."),
    "serve": ("A local web page.", "Open the index.html that score writes."),
}
"""Command to what it will do, and what to do until then."""

LATER_OPTIONS = {
    "resume": "--resume is not there yet. Run again without it; finished files are replaced.",
    "fetch": "--fetch is not there yet. Save the pages as text first.",
    "scheduler": "--scheduler is not there yet. Use --jobs to run on all cores of this machine.",
}


def add_later(group: click.Group) -> None:
    """Add a command for each name that is still to come."""
    for name, (help_text, instead) in LATER.items():
        group.add_command(_make(name, help_text, instead))


def _make(name: str, help_text: str, instead: str) -> click.Command:
    @click.command(name=name, help=f"{help_text} (not there yet)", context_settings={"ignore_unknown_options": True})
    @click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
    def command(arguments: tuple[str, ...]) -> None:
        raise NotYet(f"sourcegrade {name} is not there yet. {instead}")

    return command


def refuse_later(*, engine: str = "local", **options: object) -> None:
    """Raise `NotYet` for an option whose work has not been done."""
    if engine != "local":
        raise NotYet("--engine dask is not there yet. Use --jobs to run on all cores of this machine.")
    for name, value in options.items():
        if value:
            raise NotYet(LATER_OPTIONS[name])
