"""Writes beside the final names and moves at the end, so a run that is cut off leaves what was there."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from scoring.errors import InputError

PART = ".part"
ADVICE = "Name another with -o that you may write to."


@contextmanager
def stage_folder(folder: Path) -> Iterator[Path]:
    """A new folder inside `folder`, whose files take their places when the block ends well.

    Raises
    ------
    InputError
        If the folder cannot be made, or what stands in a file's place cannot be replaced.
    """
    staging = folder / f".sourcegrade{PART}"
    is_new = not folder.exists()
    with _explain(folder):
        folder.mkdir(parents=True, exist_ok=True)
        shutil.rmtree(staging, ignore_errors=True)
        staging.mkdir()
    try:
        yield staging
        with _explain(folder):
            _move(staging, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if is_new and not any(folder.iterdir()):
            folder.rmdir()


def _move(source: Path, target: Path) -> None:
    """Move every file to the same place below another folder."""
    target.mkdir(exist_ok=True)
    for path in sorted(source.iterdir()):
        if path.is_dir():
            _move(path, target / path.name)
        else:
            os.replace(path, target / path.name)


@contextmanager
def stage_file(path: Path) -> Iterator[Path]:
    """A name beside `path` to write to, moved to it when the block ends well.

    Raises
    ------
    InputError
        If nothing can be written there.
    """
    staging = path.with_name(f".{path.name[:200]}{PART}")
    with _explain(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(0, "it is a folder")
        staging.touch()
    try:
        yield staging
        with _explain(path):
            os.replace(staging, path)
    finally:
        staging.unlink(missing_ok=True)


@contextmanager
def open_staged(path: Path) -> Iterator[IO[str]]:
    """A text file in UTF-8 with ``\\n`` line ends; half characters become "?"."""
    with (
        stage_file(path) as staging,
        staging.open("w", encoding="utf-8", errors="replace", newline="\n") as file,
    ):
        yield file


@contextmanager
def _explain(path: Path) -> Iterator[None]:
    try:
        yield
    except (FileExistsError, NotADirectoryError) as error:
        raise InputError(f"{path}: cannot be written (a file stands in the way). {ADVICE}") from error
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror or error}). {ADVICE}") from error
