"""What every run into a folder shares: its open files, its rejections, and its batches of cards."""

from __future__ import annotations

import json
import platform
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import IO, Any

from scoring import __version__
from scoring.article import Article, Rejection
from scoring.features import analyse
from scoring.features.parallel import Mapper, iterate_batches, open_workers
from scoring.model import Model
from scoring.own_lexicon import OwnLexicon
from scoring.scorecard import Scorecard, make_cards, to_line

FORMAT = 1
BATCH = 64
"""Articles held at a time, with their cards."""
REJECTED = "rejected.jsonl"

Read = Callable[[Callable[[Rejection], None], Callable[[str, str], None]], Iterable[Article]]
"""Takes what to call with each rejection and each renamed id, and gives the articles."""


@dataclass(slots=True, kw_only=True)
class Counts:
    """What every run counts, and the new ids of articles whose own was taken."""

    withheld: int = 0
    rejected: int = 0
    renamed: dict[str, str] = field(default_factory=dict)


@dataclass(slots=True)
class Output:
    """The open files of a run, in the folder where they wait to be moved."""

    folder: Path
    names: Sequence[str]
    counts: Counts
    files: dict[str, IO[str]] = field(default_factory=dict)

    @contextmanager
    def open(self) -> Iterator[None]:
        """Open every file of the run, that of the rejections too."""
        with ExitStack() as stack:
            for name in (*self.names, REJECTED):
                file = (self.folder / name).open("w", encoding="utf-8", errors="replace", newline="\n")
                self.files[name] = stack.enter_context(file)
            yield

    def reject(self, rejection: Rejection) -> None:
        """Write a record that could not be read, with its reason."""
        self.counts.rejected += 1
        self.files[REJECTED].write(to_line(asdict(rejection)))

    def rename(self, old: str, new: str) -> None:
        """Remember an id that had to be changed because it was taken."""
        self.counts.renamed[new] = old

    def describe(self, about: Mapping[str, Any]) -> None:
        """Write run.json."""
        text = json.dumps({**about, "renamed": self.counts.renamed}, indent=1, allow_nan=False) + "\n"
        (self.folder / "run.json").write_text(text, encoding="utf-8", newline="\n")


def iterate_cards(
    read: Read,
    output: Output,
    model: Model,
    *,
    n_jobs: int,
    lexicon: OwnLexicon | None,
    on_progress: Callable[[int], object] | None,
) -> Iterator[tuple[Sequence[Article], list[Scorecard], Mapper]]:
    """Articles with their cards, a batch at a time, and the processes that made them."""
    measure = partial(analyse, lexicon=lexicon)
    with open_workers(n_jobs) as workers:
        for batch in iterate_batches(read(output.reject, output.rename), BATCH):
            yield batch, make_cards(batch, workers(measure, batch), model), workers
            if on_progress:
                on_progress(len(batch))


def describe_tools(model: Model, lexicon: OwnLexicon | None) -> dict[str, Any]:
    """What a run was made with; the lexicon is named only where there is one."""
    return {
        "format": FORMAT,
        "sourcegrade": __version__,
        "python": platform.python_version(),
        "model": {"name": model.name, "version": model.version, "digest": model.digest},
        **({"lexicon": lexicon.describe()} if lexicon else {}),
    }
