"""What every command that reads articles shares: input, options, rejections, progress."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO, Any, TypeVar

import click
from tqdm import tqdm

from scoring.article import Article, Rejection
from scoring.errors import InputError, NotYet
from scoring.readers import read_articles

F = TypeVar("F", bound=Callable[..., Any])
SHOWN_REJECTIONS = 5


@dataclass(slots=True)
class Source:
    """The articles a command was pointed at, and what could not be read of them."""

    inputs: tuple[str, ...]
    columns: dict[str, str]
    outlet_from: str | None
    rejected: list[Rejection] = field(default_factory=list)

    def read(
        self, on_reject: Callable[[Rejection], None] | None = None, on_rename: Callable[[str, str], None] | None = None
    ) -> Iterator[Article]:
        """The articles; rejections are kept, shown on stderr (the first five) and handed on."""

        def reject(rejection: Rejection) -> None:
            self.rejected.append(rejection)
            if len(self.rejected) <= SHOWN_REJECTIONS:
                say(f"Rejected {rejection.source}: {rejection.reason}")
            if on_reject:
                on_reject(rejection)

        return read_articles(list(self.inputs), columns=self.columns, outlet_from=self.outlet_from, on_reject=reject, on_rename=on_rename)

    def finish(self) -> None:
        """End with exit status 1 if anything was rejected."""
        if self.rejected:
            say(f"{len(self.rejected)} records were rejected.")
            sys.exit(1)


def say(sentence: str) -> None:
    """Something for the person at the terminal: to stderr, without control characters."""
    click.echo("".join(c if c.isprintable() or c == "\n" else "\ufffd" for c in sentence), err=True)


def reads_articles(*, many: bool = True) -> Callable[[F], F]:
    """Add the input argument and the options for reading; the command gets a `Source` as `source`."""

    def decorate(function: F) -> F:
        def run(inputs: tuple[str, ...], column: tuple[str, ...], outlet_from: str | None, lexicon: str | None, **rest: Any) -> Any:
            if lexicon:
                raise NotYet("--lexicon is not there yet. The shipped word lists are used; leave the option out.")
            return function(source=Source(inputs, parse_columns(column), outlet_from), **rest)

        run.__name__, run.__doc__ = function.__name__, function.__doc__
        run.__click_params__ = getattr(function, "__click_params__", [])  # type: ignore[attr-defined]
        for option in _OPTIONS:
            run = option(run)
        argument = click.argument("inputs", metavar="INPUT..." if many else "FILE", nargs=-1 if many else 1, required=True, callback=_as_tuple)
        return argument(run)  # type: ignore[return-value]

    return decorate


def _as_tuple(_context: click.Context, _parameter: click.Parameter, value: Any) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (value,)


_OPTIONS = (
    click.option("--lexicon", metavar="FILE.toml", help="Add entries of your own to a word list (not there yet)."),
    click.option("--outlet-from", type=click.Choice(["stem", "folder"]), help="Take the outlet from the file's name or its folder."),
    click.option("--column", multiple=True, metavar="FIELD=NAME", help="Where a field stands in your table, e.g. text=body. Repeatable."),
)


def parse_columns(pairs: Iterable[str]) -> dict[str, str]:
    """``("text=body",)`` as a mapping."""
    columns = {}
    for pair in pairs:
        name, mark, column = pair.partition("=")
        if not (name and mark and column):
            raise InputError(f"--column {pair}: not of the form FIELD=NAME. For example --column text=body.")
        columns[name.strip()] = column.strip()
    return columns


@contextmanager
def show_progress(what: str) -> Iterator[Callable[[int], None]]:
    """A counter on stderr, silent unless that is a terminal."""
    with tqdm(desc=what, unit=" articles", disable=None, file=sys.stderr, leave=False) as bar:
        yield bar.update


@contextmanager
def open_output(path: str) -> Iterator[IO[str]]:
    """A file to write text into, or stdout for "-"."""
    if path == "-":
        yield click.get_text_stream("stdout", encoding="utf-8", errors="replace")
        return
    try:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
        with Path(path).open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            yield file
    except OSError as error:
        raise InputError(f"{path}: cannot be written ({error.strerror}). Name a file with -o that you may write to.") from error
