"""A run on this machine: articles in, a folder of cards, tables and pages out; no row is lost."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import zip_longest
from pathlib import Path

from scoring import __version__
from scoring.article import Article
from scoring.engines.folder import stage_folder
from scoring.engines.pages import clear_pages, iterate_rows, write_page
from scoring.engines.run import Counts, Output, Read, describe_tools, iterate_cards
from scoring.errors import ScoringError
from scoring.extractors import COLUMNS
from scoring.features.parallel import Mapper
from scoring.model import Model
from scoring.model.coverage import say_all_narrow
from scoring.own_lexicon import OwnLexicon
from scoring.reports.index import write_index
from scoring.reports.page import safe_slug
from scoring.scorecard import Scorecard, to_json, to_line
from scoring.tables import disarm

CARDS_BY_DEFAULT = 2000


@dataclass(slots=True, kw_only=True)
class Tally(Counts):
    """Counts of a run; read is always scored + withheld + rejected."""

    scored: int = 0
    pages: int = 0

    @property
    def read(self) -> int:
        """Records read, whatever became of them."""
        return self.scored + self.withheld + self.rejected


class Run:
    """A run's files, and what is known of it so far."""

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
        self.output = Output(folder, ("scorecards.jsonl", "features.csv"), self.tally)
        self._slugs: set[str] = set()

    @contextmanager
    def open(self) -> Iterator[None]:
        """Open the run's files, the table with its header."""
        (self.folder / "cards").mkdir()
        with self.output.open():
            self.output.files["features.csv"].write(",".join(["id", *COLUMNS]) + "\n")
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
        self.output.files["scorecards.jsonl"].write(to_line(to_json(card, page=page, evidence=self.evidence)))
        values = card.measures
        self.output.files["features.csv"].write(table_line(card.id, [values[name] for name in COLUMNS]))
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
    read: Read,
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
        with run.open():
            for batch in iterate_cards(
                read, run.output, model, n_jobs=n_jobs, lexicon=lexicon, on_progress=on_progress
            ):
                run.write(*batch)
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
    counts = {name: getattr(tally, name) for name in ("read", "scored", "withheld", "rejected", "pages")}
    run.output.describe({**describe_tools(run.model, run.lexicon), "counts": counts})
    narrow = say_all_narrow(run.model.coverage) if tally.scored else []
    told = {"counts": counts, "model": run.model.name, "version": __version__, "narrow": narrow}
    write_index(iterate_rows(run.folder / "scorecards.jsonl"), run.folder, run=told)
