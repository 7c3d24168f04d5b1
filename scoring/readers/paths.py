"""From what the user names to the files that are read."""

from __future__ import annotations

import difflib
import os
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from fnmatch import fnmatch
from pathlib import Path

from scoring.errors import InputError
from scoring.readers.own_output import holds_output, is_output
from scoring.readers.rejecting import Reject

Tell = Callable[[str], object]
"""Called with a sentence on files that are left out and count as no record."""

Source = str | os.PathLike[str] | Iterable[str | os.PathLike[str]]

PLAIN = (".txt", ".md")
TABLES = (".csv", ".tsv", ".jsonl", ".ndjson", ".json", ".parquet")
PAGES = (".html", ".htm")
METADATA = "metadata.csv"
ADVICE = "Give a file, a folder or a pattern such as 'articles/*.txt'."
PIPED = (
    "Articles are not read from a pipe: a file's ending says what it holds. Save what comes through it "
    "first, for example as article.txt or articles.jsonl, and name that file."
)
ALLOWED = f"{', '.join(PLAIN + PAGES + TABLES)}, each but .parquet also with .gz behind it"


def find_files(source: Source, reject: Reject, tell: Tell) -> list[Path]:
    """List the files to read, in the order given, each once.

    Raises
    ------
    InputError
        A path does not exist, or a folder or pattern holds nothing that can be read.
    """
    given = [source] if isinstance(source, str | os.PathLike) else list(source)
    if not given:
        raise InputError(f"No input was named. {ADVICE}")
    unique: dict[str, Path] = {}
    for one in given:
        for path in _find(os.fspath(one), reject, tell):
            unique.setdefault(os.path.realpath(path), path)
    articles = [path for path in unique.values() if path.name != METADATA]
    return articles or list(unique.values())


def kind_of(path: Path) -> str:
    """Name the kind of file by its suffix, ``.gz`` set aside; "" if it is not read."""
    suffix, packed = Path(_unpack(path.name)).suffix.lower(), path.suffix.lower() == ".gz"
    if packed and suffix == ".parquet":
        return ""
    return suffix if suffix in PLAIN + TABLES + PAGES else ""


def stem_of(path: Path) -> str:
    """Return the file's name without its suffixes."""
    return Path(_unpack(path.name)).stem


def _unpack(name: str) -> str:
    return name[:-3] if name.lower().endswith(".gz") else name


def _find(text: str, reject: Reject, tell: Tell) -> list[Path]:
    path = Path(text)
    if os.path.isdir(text):  # os.path says False where Path raises: a name too long, or with a NUL
        return _require_some(text, sorted(_walk(path, reject, tell)), tell)
    if os.path.exists(text):
        return _take_file(path, reject)
    if text == "-":
        raise InputError(PIPED)
    if any(mark in text for mark in "*?["):
        return _require_some(text, _match(text, reject, tell), tell)
    raise InputError(_say_missing(text))


def _take_file(path: Path, reject: Reject) -> list[Path]:
    if path.is_fifo():
        raise InputError(PIPED)
    if kind_of(path):
        return [path]
    found = f"files ending in {path.suffix}" if path.suffix else "files without a suffix"
    reject(str(path), "", f"{found} are not read. Allowed: {ALLOWED}.")
    return []


def _walk(folder: Path, reject: Reject, tell: Tell) -> Iterator[Path]:
    """List all files below a folder, hidden ones left out; links are followed, loops are not."""

    def report(error: OSError) -> None:
        reject(str(error.filename), "", f"the folder cannot be opened: {error.strerror}.")

    seen = set()
    written = list[str]()
    for base, folders, names in os.walk(folder, onerror=report, followlinks=True):
        real = os.path.realpath(base)
        shown = [] if real in seen else sorted(name for name in folders + names if not name.startswith("."))
        if holds_output(shown):
            written.append(base)
            shown = [name for name in shown if not is_output(name, named=Path(base) == folder)]
        below = set(folders)
        folders[:] = [name for name in shown if name in below]
        yield from (Path(base, name) for name in shown if name not in below)
        seen.add(real)
    if written:
        more = f" and {len(written) - 3:,} more folders" if len(written) > 3 else ""
        tell(f"What sourcegrade wrote is left out: {', '.join(written[:3])}{more}.")


def _match(pattern: str, reject: Reject, tell: Tell) -> list[Path]:
    path = Path(pattern)
    try:
        hits = sorted(Path(path.anchor).glob(str(path.relative_to(path.anchor))))
    except (OSError, ValueError) as error:
        raise InputError(
            f"{pattern[:200]}: this pattern cannot be used ({str(error)[:100]}). {ADVICE}"
        ) from error
    shown = [hit for hit in hits if not _is_hidden(hit, path)]
    return [
        file for hit in shown for file in (sorted(_walk(hit, reject, tell)) if os.path.isdir(hit) else [hit])
    ]


def _is_hidden(hit: Path, pattern: Path) -> bool:
    """Whether a part starts with a full stop that the pattern does not spell out."""
    spelled = [part for part in pattern.parts if part.startswith(".")]
    hidden = [part for part in hit.parts if part.startswith(".")]
    return not all(any(fnmatch(part, one) for one in spelled) for part in hidden)


def _require_some(text: str, found: list[Path], tell: Tell) -> list[Path]:
    """Keep what can be read; links that lead nowhere, pipes and devices stay, to be rejected when opened."""
    readable = [path for path in found if kind_of(path)]
    if any(path.name != METADATA for path in readable):
        _tell_of_others([path for path in found if not kind_of(path)], text, tell)
        return [path for path in readable if path.name != METADATA]
    if not found:
        raise InputError(f"{text[:200]}: no file here. {ADVICE}")
    names = ", ".join(path.name for path in found[:5])
    raise InputError(
        f"{text[:200]}: none of these {len(found)} files can be read: {names}. Allowed: {ALLOWED}."
    )


def _tell_of_others(others: list[Path], text: str, tell: Tell) -> None:
    """Say how many files are of kinds that are not read, so that none goes unnoticed."""
    if not others:
        return
    kinds = [kind for kind, _ in Counter(path.suffix or "no suffix" for path in others).most_common()]
    more = ", ..." if len(kinds) > 5 else ""
    number = f"{len(others):,} {'file' if len(others) == 1 else 'files'}"
    tell(f"{text[:200]}: {number} of kinds that are not read left out ({', '.join(kinds[:5])}{more}).")


def _say_missing(text: str) -> str:
    folder, name = os.path.split(text)
    try:
        near = difflib.get_close_matches(name, os.listdir(folder or "."), n=3)
    except (OSError, ValueError):
        near = []
    hint = f" Similar names there: {', '.join(near)}." if near else ""
    return f"{text[:200]}: no file or folder has this name.{hint} {ADVICE}"
