"""A run on this machine: articles in, a folder of cards, tables and pages out; no row is lost."""

from __future__ import annotations

import csv
import json
import os
import platform
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import IO, Any

from scoring import __version__
from scoring.article import Article, Rejection
from scoring.attributions import list_sources
from scoring.document import parse
from scoring.errors import InputError, ScoringError
from scoring.extractors import CODEBOOK, COLUMNS, list_sides
from scoring.features import analyse
from scoring.features.parallel import Mapper, iterate_batches, open_workers
from scoring.model import Model
from scoring.reports.card import render_card
from scoring.reports.index import IndexRow, write_index
from scoring.reports.page import safe_slug
from scoring.scorecard import Scorecard, make_cards, reason_links, to_json
from scoring.tables import disarm

FORMAT = 1
CARDS_BY_DEFAULT = 2000


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
    """The open files of a run; everything is written beside its final name and moved at the end."""

    def __init__(self, folder: Path, model: Model, *, cards: int | None, evidence: bool) -> None:
        self.folder = folder
        self.model = model
        self.limit = CARDS_BY_DEFAULT if cards is None else cards
        self.evidence = evidence
        self.tally = Tally()
        self._slugs: set[str] = set()
        self._files: dict[str, IO[str]] = {}

    def reject(self, rejection: Rejection) -> None:
        """Write a record that could not be read, with its reason."""
        self.tally.rejected += 1
        self._files["rejected.jsonl"].write(_line(asdict(rejection)))

    def rename(self, old: str, new: str) -> None:
        """Remember an id that had to be changed because it was taken."""
        self.tally.renamed[new] = old

    @contextmanager
    def open(self) -> Iterator[None]:
        """Open the run's files; move them to their names when the run ends well."""
        names = ("scorecards.jsonl", "features.csv", "rejected.jsonl")
        with ExitStack() as stack:
            for name in names:
                path = self.folder / f".{name}.part"
                self._files[name] = stack.enter_context(path.open("w", encoding="utf-8", errors="replace", newline="\n"))
            self._table = csv.writer(self._files["features.csv"], lineterminator="\n")
            self._table.writerow(["id", *COLUMNS])
            yield
        for name in names:
            os.replace(self.folder / f".{name}.part", self.folder / name)

    def write(self, articles: Sequence[Article], cards: Sequence[Scorecard], run: Mapper) -> None:
        """Write the cards of a batch, their table rows and as many pages as are wanted."""
        room = max(0, self.limit - self.tally.pages)
        slugs = [self._name_page(card.id) for card in cards[:room]]
        jobs = [(self.folder / "cards" / slug, card, article) for slug, card, article in zip(slugs, cards, articles, strict=False)]
        run(write_page, jobs)
        self.tally.pages += len(jobs)
        pages = [f"cards/{slug}" for slug in slugs] + [None] * (len(cards) - len(slugs))
        for card, page in zip(cards, pages, strict=True):
            self._write_card(card, page)

    def _write_card(self, card: Scorecard, page: str | None) -> None:
        self._files["scorecards.jsonl"].write(_line(to_json(card, page=page, evidence=self.evidence)))
        values = {name: value for family in card.families.values() for name, value in family["features"].items()}
        self._table.writerow([disarm(card.id), *("" if values[name] != values[name] else f"{values[name]:.6g}" for name in COLUMNS)])
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
        return f"{slug}.html"


def score_to_folder(
    read: Callable[[Callable[[Rejection], None], Callable[[str, str], None]], Iterable[Article]],
    folder: Path,
    model: Model,
    *,
    n_jobs: int = 1,
    cards: int | None = None,
    evidence: bool = True,
    on_progress: Callable[[int], None] | None = None,
) -> Tally:
    """Score articles into a folder.

    Parameters
    ----------
    read : callable
        Takes what to call with each rejection and each renamed id, and gives the articles.
    folder : Path
        Made if it is not there; files of an earlier run in it are replaced.
    model : Model
    n_jobs : int
        Processes to use; -1 for all cores.
    cards : int, optional
        How many pages to write at most; by default up to 2,000.
    evidence : bool
        Whether the spans go into ``scorecards.jsonl``.
    on_progress : callable, optional
        Called with the number of articles finished since the last call.

    Raises
    ------
    InputError
        If the folder cannot be written.
    """
    prepare_folder(folder)
    run = Run(folder, model, cards=cards, evidence=evidence)
    with run.open(), open_workers(n_jobs) as workers:
        for batch in iterate_batches(read(run.reject, run.rename), 64):
            run.write(batch, make_cards(batch, workers(analyse, batch), model), workers)
            if on_progress:
                on_progress(len(batch))
    _close(run)
    return run.tally


def prepare_folder(folder: Path) -> None:
    """Make the folder, and clear the pages of an earlier run from it."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        if (folder / "run.json").is_file():
            shutil.rmtree(folder / "cards", ignore_errors=True)
            for page in folder.glob("index*.html"):
                page.unlink()
        (folder / "cards").mkdir(exist_ok=True)
    except OSError as error:
        raise InputError(f"{folder}: cannot be written ({error.strerror}). Name a folder with -o that you may write to.") from error


def write_page(job: tuple[Path, Scorecard, Article]) -> None:
    """Write one article's page."""
    path, card, article = job
    doc = parse(article)
    page = render_card(
        card,
        article,
        reasons=reason_links(card),
        sources=list_sources(doc),
        sides=list_sides(doc),
        codebook=CODEBOOK,
        index_href="../index.html",
    )
    path.write_text(page, encoding="utf-8", errors="replace", newline="\n")


def _close(run: Run) -> None:
    """Write run.json and the index, and check that no row was lost."""
    tally = run.tally
    with (run.folder / "scorecards.jsonl").open(encoding="utf-8") as lines:
        written = sum(1 for _ in lines)
    if written != tally.scored + tally.withheld:
        raise ScoringError(f"{run.folder}: {written} cards were written for {tally.scored + tally.withheld} articles. Please report this.")
    about = describe_run(run.model, tally)
    (run.folder / "run.json").write_text(json.dumps(about, indent=1, ensure_ascii=True) + "\n", encoding="utf-8")
    write_index(_iterate_rows(run.folder / "scorecards.jsonl"), run.folder, run={"counts": about["counts"], "model": run.model.name, "version": __version__})


def describe_run(model: Model, tally: Tally) -> dict[str, Any]:
    """What ``run.json`` says: versions, the model's digest, counts, renamed ids."""
    counts = {"read": tally.read, "scored": tally.scored, "withheld": tally.withheld, "rejected": tally.rejected, "pages": tally.pages}
    return {
        "format": FORMAT,
        "sourcegrade": __version__,
        "python": platform.python_version(),
        "model": {"name": model.name, "version": model.version, "digest": model.digest},
        "counts": counts,
        "renamed": tally.renamed,
    }


def _iterate_rows(path: Path) -> Iterator[IndexRow]:
    with path.open(encoding="utf-8") as lines:
        for line in lines:
            card = json.loads(line)
            yield IndexRow(
                id=card["id"],
                title=card["title"],
                outlet=card["outlet"],
                event=card["event"],
                status=card["status"],
                flags=tuple(card["flags"]),
                quality=_interval(card["scores"].get("quality")),
                bias=_interval(card["scores"].get("bias")),
                page=card["page"],
            )


def _interval(score: Mapping[str, float] | None) -> tuple[float, float, float] | None:
    return (score["value"], score["low"], score["high"]) if score else None


def _line(record: Mapping[str, Any]) -> str:
    return json.dumps(record, ensure_ascii=False, allow_nan=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029") + "\n"
