"""What every command that reads articles shares: input, options, rejections, progress, output."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from io import TextIOWrapper
from pathlib import Path
from typing import IO, TYPE_CHECKING, Concatenate, ParamSpec, TypeVar

import click
from tqdm import tqdm

from scoring.article import Article, Rejection
from scoring.cli.places import STDOUT, refuse_overlap
from scoring.errors import InputError
from scoring.readers import read_articles
from scoring.readers.paths import find_files

if TYPE_CHECKING:
    from scoring.own_lexicon import OwnLexicon

P = ParamSpec("P")
R = TypeVar("R")
SHOWN_REJECTIONS = 5


@dataclass(slots=True)
class Source:
    """The articles a command was pointed at, and what could not be read of them."""

    inputs: tuple[str, ...] = ()
    columns: dict[str, str] = field(default_factory=dict)
    outlet_from: str | None = None
    lexicon: OwnLexicon | None = None
    written: tuple[str, ...] = ()
    rejected: list[Rejection] = field(default_factory=list)
    shown: int = SHOWN_REJECTIONS

    def read(
        self,
        on_reject: Callable[[Rejection], None] | None = None,
        on_rename: Callable[[str, str], None] | None = None,
    ) -> Iterator[Article]:
        """The articles; rejections are kept, the first few shown on stderr, and all handed on."""
        refuse_overlap(self.written, lambda: find_files(self.inputs, lambda *_: None, lambda _: None))

        def reject(rejection: Rejection) -> None:
            self.reject(rejection)
            if on_reject:
                on_reject(rejection)

        return read_articles(
            list(self.inputs),
            columns=self.columns,
            outlet_from=self.outlet_from,
            on_reject=reject,
            on_rename=on_rename,
            on_left_out=lambda sentence: say(f"Note: {sentence}"),
        )

    def will_write(self, *out: str | None, labels: str | None = None) -> None:
        """Say where the command writes: what it reads must not be replaced, the labels neither."""
        self.written = tuple(one for one in out if one and one != STDOUT)
        refuse_overlap(self.written, lambda: [Path(labels)] if labels else [])

    def reject(self, rejection: Rejection) -> None:
        """Keep a rejection, and show it if few have been shown."""
        self.rejected.append(rejection)
        if len(self.rejected) <= self.shown:
            say(f"Rejected {rejection.source}: {rejection.reason}")

    def finish(self, rejected_in: Path | None = None) -> None:
        """End with exit status 1 if anything was rejected; `rejected_in` says where to read it."""
        if not self.rejected:
            return
        number, where = len(self.rejected), f" See {rejected_in}" if rejected_in else ""
        say(f"{number} {'record was' if number == 1 else 'records were'} rejected.{where}")
        raise click.exceptions.Exit(1)

    def finish_beside(self, out: str) -> None:
        """Add to ``rejected.jsonl`` beside an output file if anything was rejected, then `finish`."""
        if out == STDOUT or not self.rejected:
            self.finish()
            return
        path = Path(out).with_name("rejected.jsonl")
        write_rejected(self.rejected, path)
        self.finish(path)


def write_rejected(rejected: Iterable[Rejection], path: Path) -> None:
    """Write rejections, a line each, after those that another command left in the file; none twice."""
    from scoring.engines.folder import open_staged
    from scoring.scorecard import to_line

    before = path.read_text(encoding="utf-8", errors="replace").split("\n") if path.is_file() else []
    lines = [*before, *(to_line(asdict(rejection)).rstrip("\n") for rejection in rejected)]
    with open_staged(path) as file:
        file.writelines(f"{line}\n" for line in dict.fromkeys(lines) if line)


def say(sentence: str) -> None:
    """Something for the person at the terminal: to stderr, without control characters."""
    plain = "".join(char if char.isprintable() or char == "\n" else "\ufffd" for char in sentence)
    click.echo(plain, err=True)


_pass_source = click.make_pass_decorator(Source, ensure=True)


def reads_articles(command: Callable[Concatenate[Source, P], R]) -> Callable[P, R]:
    """Add the input argument and the options for reading; the command gets a `Source` first."""
    return _read_inputs("INPUT...", -1)(_add_options(_pass_source(command)))


def reads_article(command: Callable[Concatenate[Source, P], R]) -> Callable[P, R]:
    """The same for a command that takes one file."""
    return _read_inputs("FILE", 1)(_add_options(_pass_source(command)))


def reads_two(command: Callable[Concatenate[Source, P], R]) -> Callable[P, R]:
    """The same for a command that takes two files, an old and a new one."""
    old = click.argument("old", metavar="OLD", callback=_keep_more, expose_value=False)
    new = click.argument("new", metavar="NEW", callback=_keep_more, expose_value=False)
    return old(new(_add_options(_pass_source(command))))


def _keep_more(context: click.Context, _: click.Parameter, value: str) -> None:
    context.ensure_object(Source).inputs += (value,)


def _read_inputs(name: str, count: int) -> Callable[[Callable[P, R]], Callable[P, R]]:
    def keep(context: click.Context, _: click.Parameter, value: str | tuple[str, ...]) -> None:
        context.ensure_object(Source).inputs = (value,) if isinstance(value, str) else value

    return click.argument(
        "inputs", metavar=name, nargs=count, required=True, callback=keep, expose_value=False
    )


def _add_options(command: Callable[P, R]) -> Callable[P, R]:
    return column_option(outlet_from_option(lexicon_option(command)))


def _keep_columns(context: click.Context, _: click.Parameter, pairs: tuple[str, ...]) -> None:
    context.ensure_object(Source).columns |= parse_columns(pairs)


def _keep_outlet_from(context: click.Context, _: click.Parameter, value: str | None) -> None:
    context.ensure_object(Source).outlet_from = value


def _keep_lexicon(context: click.Context, _: click.Parameter, paths: tuple[str, ...]) -> None:
    if paths:
        from scoring.own_lexicon import read_lexicon

        context.ensure_object(Source).lexicon = read_lexicon(*paths)


column_option = click.option(
    "--column",
    multiple=True,
    metavar="FIELD=NAME",
    callback=_keep_columns,
    expose_value=False,
    help="Where a field stands in your table, e.g. text=body. Repeatable.",
)
outlet_from_option = click.option(
    "--outlet-from",
    type=click.Choice(["stem", "folder"]),
    callback=_keep_outlet_from,
    expose_value=False,
    help="Take the outlet from the file's name or its folder.",
)
lexicon_option = click.option(
    "--lexicon",
    multiple=True,
    metavar="FILE.toml",
    callback=_keep_lexicon,
    expose_value=False,
    help="Add entries of your own to a word list. Repeatable.",
)
model_option = click.option(
    "--model",
    default="default",
    show_default=True,
    metavar="NAME",
    help="A shipped model or a model's folder.",
)


def _check_jobs(_context: click.Context, _: click.Parameter, value: int) -> int:
    if value == 0 or value < -1:
        raise InputError(
            f"--jobs {value}: not a number of processes. Allowed are 1 and more, or -1 for all cores."
        )
    return value


jobs_option = click.option(
    "--jobs",
    default=1,
    show_default=True,
    metavar="N",
    callback=_check_jobs,
    help="Processes; -1 for all cores.",
)


def parse_columns(pairs: Iterable[str]) -> dict[str, str]:
    """``("text=body",)`` as a mapping."""
    columns = {}
    for pair in pairs:
        name, _, column = (part.strip() for part in pair.partition("="))
        if not (name and column):
            raise InputError(f"--column {pair}: not of the form FIELD=NAME. For example --column text=body.")
        columns[name] = column
    return columns


@contextmanager
def show_progress(what: str) -> Iterator[Callable[[int], object]]:
    """A counter on stderr, silent unless that is a terminal."""
    with tqdm(desc=what, unit=" articles", disable=None, file=sys.stderr, leave=False) as bar:
        yield bar.update


def count_passing(articles: Iterable[Article], advance: Callable[[int], object]) -> Iterator[Article]:
    """The same articles, counted as they pass."""
    for article in articles:
        yield article
        advance(1)


@contextmanager
def open_output(path: str) -> Iterator[IO[str]]:
    """A file that appears when the block ends well, or stdout for "-"; UTF-8 in both."""
    from scoring.engines.folder import open_staged

    if path == STDOUT:
        stream = TextIOWrapper(sys.stdout.buffer, encoding="utf-8", errors="replace", newline="\n")
        try:
            yield stream
        finally:
            stream.detach()
    else:
        with open_staged(Path(path)) as file:
            yield file
