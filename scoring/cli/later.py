"""Commands and options of the public contract that are to come; each says so and exits with 2."""

from __future__ import annotations

from dataclasses import dataclass

import click

from scoring.errors import NotYet


@dataclass(frozen=True, slots=True)
class Later:
    """A command to come: how it will be called, what it will do, and what to do until then."""

    arguments: str
    does: str
    instead: str


LATER = {
    "serve": Later(
        "[--port N] [--data DIR]", "Open a local web page.", "Open the index.html that score writes."
    ),
}
"""Command by name."""

LATER_OPTIONS = {
    "resume": "--resume is not there yet. Run again without it; finished files are replaced.",
    "fetch": "--fetch is not there yet. Save the pages as text first.",
    "scheduler": "--scheduler is not there yet. Use --jobs to run on all cores of this machine.",
}


def add_later(group: click.Group) -> None:
    """Add a command for each name that is still to come."""
    for name, later in LATER.items():
        group.add_command(_make(name, later))


def _make(name: str, later: Later) -> click.Command:
    usage = f"\b\nIt will be called as:\n  sourcegrade {name} {later.arguments}\n"

    @click.command(
        name=name,
        help=f"{later.does} Not there yet: {later.instead}",
        short_help=later.does,
        epilog=usage.rstrip(),
        context_settings={"ignore_unknown_options": True},
    )
    @click.argument("arguments", nargs=-1, type=click.UNPROCESSED)
    def command(arguments: tuple[str, ...]) -> None:
        raise NotYet(f"sourcegrade {name} is not there yet. {later.instead}")

    return command


def refuse_later(*, engine: str = "local", **options: object) -> None:
    """Raise `NotYet` for an option whose work has not been done."""
    if engine != "local":
        raise NotYet("--engine dask is not there yet. Use --jobs to run on all cores of this machine.")
    for name, value in options.items():
        if value:
            raise NotYet(LATER_OPTIONS[name])
