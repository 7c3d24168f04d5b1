"""Writes beside the final names and moves at the end, so a run that is cut off leaves what was there."""

from __future__ import annotations

import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO

from scoring.errors import InputError

STAGING = ".sourcegrade-{}.part"
"""What waits to be moved, under a name of its own, so that two runs into one place do not mix."""
LEFT_OVER = 7 * 24 * 60 * 60
"""Seconds after which what a killed run left is removed by the next."""
ADVICE = "Name another with -o that you may write to."


@contextmanager
def stage_folder(folder: Path) -> Iterator[Path]:
    """A new folder inside `folder`, whose files take their places when the block ends well.

    Raises
    ------
    InputError
        If the folder cannot be made, or what stands in a file's place cannot be replaced.
    """
    is_new = not folder.exists()
    with _explain(folder):
        folder.mkdir(parents=True, exist_ok=True)
        staging = _name_staging(folder)
        staging.mkdir()
    try:
        yield staging
        with _explain(folder):
            _move(staging, folder)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
        if is_new and not any(folder.iterdir()):
            folder.rmdir()


def _name_staging(folder: Path) -> Path:
    """A name in a folder that no other run uses; what killed runs left there long ago is removed."""
    for old in folder.glob(STAGING.format("*")):
        with suppress(OSError):
            if time.time() - old.stat().st_mtime > LEFT_OVER:
                shutil.rmtree(old) if old.is_dir() else old.unlink()
    return folder / STAGING.format(secrets.token_hex(4))


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
    with _explain(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise IsADirectoryError(0, "it is a folder")
        staging = _name_staging(path.parent)
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
