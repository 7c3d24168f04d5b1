"""A run on this machine: articles in, a folder of cards, tables and pages out; no row is lost."""

from __future__ import annotations

import json
import math
import platform
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from itertools import zip_longest
from pathlib import Path
from typing import IO, Any

from scoring import __version__
from scoring.article import Article, Rejection
from scoring.engines.folder import stage_folder
from scoring.engines.pages import clear_pages, iterate_rows, write_page
from scoring.errors import ScoringError
from scoring.extractors import COLUMNS
from scoring.features import analyse
from scoring.features.parallel import Mapper, iterate_batches, open_workers
from scoring.model import Model
from scoring.own_lexicon import OwnLexicon
from scoring.reports.index import write_index
from scoring.reports.page import safe_slug
from scoring.scorecard import Scorecard, make_cards, to_json, to_line
from scoring.tables import disarm

FORMAT = 1
CARDS_BY_DEFAULT = 2000
BATCH = 64
"""Articles held at a time, with their cards."""


@dataclass(slots=True)
class Tally:
    """Counts of a run; read is always scored + withheld + rejected."""

    scored: int = 0
    withheld: int = 0
    rejected: int = 0
    pages: int = 0
    renamed: dict[str, str] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """Records read, whatever became of them."""
        return self.scored + self.withheld + self.rejected


class Run:
    """The open files of a run, in the folder where they wait to be moved."""

    def __init__(
        self,
        folder: Path,
        model: Model,
        *,
        cards: int | None,
        evidence: bool,
        lexicon: OwnLexicon | None = None,
    ) -> None:
        self.folder = folder
        self.model = model
        self.lexicon = lexicon
        self.limit = CARDS_BY_DEFAULT if cards is None else cards
        self.evidence = evidence
        self.tally = Tally()
        self._slugs: set[str] = set()
        self._files: dict[str, IO[str]] = {}

    def reject(self, rejection: Rejection) -> None:
        """Write a record that could not be read, with its reason."""
        self.tally.rejected += 1
        self._files["rejected.jsonl"].write(to_line(asdict(rejection)))

    def rename(self, old: str, new: str) -> None:
        """Remember an id that had to be changed because it was taken."""
        self.tally.renamed[new] = old

    @contextmanager
    def open(self) -> Iterator[None]:
        """Open the run's files, the table with its header."""
        (self.folder / "cards").mkdir()
        with ExitStack() as stack:
            for name in ("scorecards.jsonl", "features.csv", "rejected.jsonl"):
                file = (self.folder / name).open("w", encoding="utf-8", errors="replace", newline="\n")
                self._files[name] = stack.enter_context(file)
            self._files["features.csv"].write(",".join(["id", *COLUMNS]) + "\n")
            yield

    def write(self, articles: Sequence[Article], cards: Sequence[Scorecard], run: Mapper) -> None:
        """Write the cards of a batch, their table rows and as many pages as are wanted."""
        wanted = cards[: max(0, self.limit - self.tally.pages)]
        pages = [f"cards/{self._name_page(card.id)}.html" for card in wanted]
        jobs = [
            (self.folder / page, *pair)
            for page, pair in zip(pages, zip(wanted, articles, strict=False), strict=True)
        ]
        run(partial(write_page, lexicon=self.lexicon, model=self.model), jobs)
        self.tally.pages += len(jobs)
        for card, page in zip_longest(cards, pages):
            self._write_card(card, page)

    def _write_card(self, card: Scorecard, page: str | None) -> None:
        self._files["scorecards.jsonl"].write(to_line(to_json(card, page=page, evidence=self.evidence)))
        values = {
            name: value for family in card.families.values() for name, value in family["features"].items()
        }
        self._files["features.csv"].write(table_line(card.id, [values[name] for name in COLUMNS]))
        if card.status == "scored":
            self.tally.scored += 1
        else:
            self.tally.withheld += 1

    def _name_page(self, identifier: str) -> str:
        base = safe_slug(identifier)
        slug, number = base, 1
        while slug.casefold() in self._slugs:
            number += 1
            slug = f"{base}-{number}"
        self._slugs.add(slug.casefold())
        return slug


def table_line(identifier: str, values: Iterable[float]) -> str:
    """One row of a features table as CSV: the id disarmed for spreadsheets, NaN as an empty cell.

    Examples
    --------
    >>> table_line("=1+1", [0.5, math.nan])
    "'=1+1,0.5,\\n"
    """
    cell = disarm(identifier)
    if any(mark in cell for mark in ',"\r\n'):
        cell = '"' + cell.replace('"', '""') + '"'
    return ",".join([cell, *("" if math.isnan(value) else f"{value:.6g}" for value in values)]) + "\n"


def score_to_folder(
    read: Callable[[Callable[[Rejection], None], Callable[[str, str], None]], Iterable[Article]],
    folder: Path,
    model: Model,
    *,
    n_jobs: int = 1,
    cards: int | None = None,
    evidence: bool = True,
    lexicon: OwnLexicon | None = None,
    on_progress: Callable[[int], object] | None = None,
) -> Tally:
    """Score articles into a folder.

    Parameters
    ----------
    read : callable
        Takes what to call with each rejection and each renamed id, and gives the articles.
    folder : Path
        Made if it is not there; the files of an earlier run in it are replaced when this one has
        ended, and stay as they are if it is cut off.
    model : Model
    n_jobs : int
        Processes to use; -1 for all cores.
    cards : int, optional
        How many pages to write at most; by default up to 2,000.
    evidence : bool
        Whether the spans go into ``scorecards.jsonl``.
    lexicon : OwnLexicon, optional
        Entries to add to the shipped word lists; ``run.json`` names them with their digest.
    on_progress : callable, optional
        Called with the number of articles finished since the last call.

    Raises
    ------
    InputError
        If the folder cannot be written.
    """
    with stage_folder(folder) as staging:
        run = Run(staging, model, cards=cards, evidence=evidence, lexicon=lexicon)
        measure = partial(analyse, lexicon=lexicon)
        with run.open(), open_workers(n_jobs) as workers:
            for batch in iterate_batches(read(run.reject, run.rename), BATCH):
                run.write(batch, make_cards(batch, workers(measure, batch), model), workers)
                if on_progress:
                    on_progress(len(batch))
        _close(run)
        clear_pages(folder)
    return run.tally


def _close(run: Run) -> None:
    """Write run.json and the index, and check that no row was lost."""
    tally = run.tally
    with (run.folder / "scorecards.jsonl").open(encoding="utf-8", newline="\n") as lines:
        written = sum(1 for _ in lines)
    if written != tally.scored + tally.withheld:
        expected = tally.scored + tally.withheld
        raise ScoringError(f"{written} cards were written for {expected} articles. Please report this.")
    about = describe_run(run.model, tally, lexicon=run.lexicon)
    text = json.dumps(about, indent=1, allow_nan=False) + "\n"
    (run.folder / "run.json").write_text(text, encoding="utf-8", newline="\n")
    told = {"counts": about["counts"], "model": run.model.name, "version": __version__}
    write_index(iterate_rows(run.folder / "scorecards.jsonl"), run.folder, run=told)


def describe_run(model: Model, tally: Tally, *, lexicon: OwnLexicon | None = None) -> dict[str, Any]:
    """What ``run.json`` says: versions, digests of model and lexicon, counts, renamed ids."""
    counts = {name: getattr(tally, name) for name in ("read", "scored", "withheld", "rejected", "pages")}
    return {**describe_tools(model, lexicon), "counts": counts, "renamed": tally.renamed}


def describe_tools(model: Model, lexicon: OwnLexicon | None) -> dict[str, Any]:
    """What a run was made with; the lexicon is named only where there is one."""
    return {
        "format": FORMAT,
        "sourcegrade": __version__,
        "python": platform.python_version(),
        "model": {"name": model.name, "version": model.version, "digest": model.digest},
        **({"lexicon": lexicon.describe()} if lexicon else {}),
    }
