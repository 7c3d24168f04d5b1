"""The command line: a door for people; nothing imports it."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Sequence
from io import TextIOWrapper
from pathlib import Path

import click

from scoring.cli.commands import group
from scoring.cli.options import say
from scoring.errors import ScoringError

__all__ = ["main", "run"]

CANNOT_RUN = 2
INTERRUPTED = 130
NOBODY_READS = 141
"""What a shell reports for a program ended by Ctrl-C, and for one whose reader has gone."""
ENDINGS = ("SIGTERM", "SIGHUP")
"""Other signals that end a run as Ctrl-C does, so that it leaves nothing half done."""


def main() -> None:
    """Run the command line and leave with its exit status."""
    for name in ENDINGS:
        number = getattr(signal, name, None)  # not all are known everywhere; nohup's choice stands
        if number is not None and signal.getsignal(number) is signal.SIG_DFL:
            signal.signal(number, signal.default_int_handler)
    sys.exit(run())


def run(arguments: Sequence[str] | None = None) -> int:
    """Run one command; an expected error is one sentence on stderr and exit status 2.

    Parameters
    ----------
    arguments : sequence of str, optional
        By default those of the process.
    """
    _open_closed()
    if isinstance(sys.stdout, TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")
    try:
        status = group.main(arguments, prog_name="sourcegrade", standalone_mode=False)
    except ScoringError as error:
        return _refuse(str(error))
    except click.ClickException as error:
        return _refuse(_describe(error))
    except OSError as error:
        return _refuse(_describe_cut(error))
    except click.Abort:
        say("Interrupted.")
        return INTERRUPTED
    except SystemExit:  # click's way of leaving when nobody reads stdout any more
        return NOBODY_READS
    return status if isinstance(status, int) else 0


def _open_closed() -> None:
    """Give a program that was started without stdout or stderr ones that nobody reads."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115  # to the end


def _refuse(sentence: str) -> int:
    say(f"Error: {sentence}")
    return CANNOT_RUN


def _describe_cut(error: OSError) -> str:
    """What the system refused once a run was under way: a full disk, a file taken away."""
    found = f"{error.filename}: {error.strerror}" if error.filename else error.strerror or error
    return f"The run was cut off ({found}). Make room, or name another place with -o; then run again."


def _describe(error: click.ClickException) -> str:
    """Where, what was found and what to do, on one line."""
    found = " ".join(error.format_message().split())
    context = getattr(error, "ctx", None)
    if context is None:
        return found
    return f"{context.command_path}: {found} Try: {context.command_path} --help"
