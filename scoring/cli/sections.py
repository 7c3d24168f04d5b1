"""The list of commands in ``--help``: what works, then what is to come."""

from __future__ import annotations

import click

from scoring.cli.later import LATER


class Commands(click.Group):
    """A group that lists its commands in the order they were added, those to come apart."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """The names in the order of the contract."""
        return list(self.commands)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write both sections."""
        names = self.list_commands(ctx)
        present = [name for name in names if name not in LATER]
        for heading, wanted in (("Commands", present), ("Not there yet", [n for n in names if n in LATER])):
            with formatter.section(heading):
                formatter.write_dl([(name, self.commands[name].get_short_help_str()) for name in wanted])
