"""Where a command writes: the option -o, checked before anything is read."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import click

from scoring.errors import InputError
from scoring.readers.own_output import is_output

STDOUT = "-"


def folder_option(about: str, *, metavar: str = "DIR", required: bool = True) -> Callable[[Any], Any]:
    """The option -o of a command that writes several files."""
    return click.option("-o", "--out", required=required, metavar=metavar, callback=_check_folder, help=about)


def _check_folder(_context: click.Context, _: click.Parameter, value: str | None) -> str | None:
    if value is not None and value.strip() in ("", STDOUT):
        found = "stdout" if value.strip() else "an empty name"
        raise InputError(
            f"-o {value!r}: {found}, but several files are written. Name a folder, or . for this one."
        )
    return value


def check_apart(out: str, inputs: Sequence[str]) -> None:
    """Refuse to write articles into a folder that is read: the next run would read them a second time.

    Raises
    ------
    InputError
        `out` is one of the inputs.
    """
    if any(Path(out).resolve() == Path(name).resolve() for name in inputs):
        raise InputError(
            f"-o {out}: this folder is read, and what is kept would be read a second time next time. "
            f"Name another, for example {Path(out) / 'picked'}."
        )


def check_file(out: str, suffixes: tuple[str, ...], on_stdout: str) -> str:
    """Return the ending that says which format to write, that of `on_stdout` for "-".

    Raises
    ------
    InputError
        The ending is none of `suffixes`.
    """
    suffix = on_stdout if out == STDOUT else Path(out).suffix.lower()
    if suffix not in suffixes:
        allowed = f"Allowed are {', '.join(suffixes)}, or - for {on_stdout[1:].upper()} on stdout"
        folder = "it is a folder, and " if Path(out).is_dir() and out else ""
        raise InputError(f"-o {out}: {folder}the ending says which format to write. {allowed}.")
    return suffix


def refuse_overlap(written: Sequence[str], list_read: Callable[[], Iterable[Path]]) -> None:
    """Refuse to replace a file that is read: by its name, or by one that is written into its folder.

    Raises
    ------
    InputError
        One of the files that are read is, or may be, one of those that are written.
    """
    places = [os.path.realpath(out) for out in written if os.path.exists(out)]
    for path in list_read() if places else ():
        real = os.path.realpath(path)
        if any(real == place or _is_written(real, place) for place in places):
            raise InputError(
                f"{path}: is read, and may be replaced by what is written. Name another place with -o, "
                "or give the file another name."
            )


def _is_written(path: str, folder: str) -> bool:
    """Whether a file in a folder has the name of one that commands write there."""
    inside = path.removeprefix(os.path.join(folder, ""))
    return inside != path and is_output(Path(inside).parts[0], named=True)
