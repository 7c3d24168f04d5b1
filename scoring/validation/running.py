"""Runs the checks over a folder of corpora and writes the report."""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd

from scoring.article import Article
from scoring.errors import InputError
from scoring.features.parallel import list_workers, wait_for
from scoring.own_lexicon import OwnLexicon
from scoring.reports.validity import Validity
from scoring.validation.distribution import Measured, find_problems, measure_corpora
from scoring.validation.row import Found, Row, join
from scoring.validation.table import CHECKS, Check

DISTRIBUTIONS = "distributions"
NAMES = (*(check.name for check in CHECKS), DISTRIBUTIONS)
"""What ``--only`` takes."""


@dataclass(frozen=True, slots=True)
class Done:
    """One check that has ended: its rows, and how long it took."""

    name: str
    rows: tuple[Row, ...]
    seconds: float


def validate(
    folder: Path,
    articles: Iterable[Article] = (),
    *,
    only: Sequence[str] = (),
    jobs: int = 1,
    lexicon: OwnLexicon | None = None,
    on_done: Callable[[Done], object] = lambda done: None,
) -> Validity:
    """Measure agreement with labelled corpora.

    Parameters
    ----------
    folder : Path
        Holds ``feature`` and ``article`` with the corpora as gzip JSONL; a corpus that is missing
        leaves its rows empty and says so.
    articles : iterable of Article, optional
        A third group for the distributions, beside the two corpora of whole articles.
    only : sequence of str, optional
        Names of checks, or "distributions"; all by default.
    jobs : int, default 1
        Processes; -1 for all cores.
    lexicon : OwnLexicon, optional
        Entries to add to the shipped word lists for `articles`; the corpora are measured without them.
    on_done : callable, optional
        Called with each check as it ends, in the order of the table.

    Returns
    -------
    Validity
        Tables and charts; ``.save(folder)`` writes them.

    Raises
    ------
    InputError
        If the folder does not exist, or a name is unknown.
    """
    wanted = _choose(folder, only)
    checks = [check for check in CHECKS if check.name in wanted]
    rows: list[Row] = []
    for done in _run(checks, folder, jobs):
        rows += done.rows
        on_done(done)
    measured = Measured({})
    if DISTRIBUTIONS in wanted:
        start = time.monotonic()
        measured = measure_corpora(folder, articles, jobs=jobs, lexicon=lexicon)
        on_done(Done(DISTRIBUTIONS, (), time.monotonic() - start))
    table = pd.DataFrame(rows, columns=list(Row.__dataclass_fields__))
    return Validity(table, measured.summary, dict(measured.tables), find_problems(measured))


def _choose(folder: Path, only: Sequence[str]) -> frozenset[str]:
    if not folder.is_dir():
        raise InputError(f"{folder}: no such folder. Give the folder of labelled corpora with --corpora DIR.")
    unknown = [name for name in only if name not in NAMES]
    if unknown:
        raise InputError(f"--only {unknown[0]}: no such check. Allowed are {', '.join(NAMES)}.")
    return frozenset(only or NAMES)


def _run(checks: Sequence[Check], folder: Path, jobs: int) -> Iterator[Done]:
    run = partial(run_check, folder=folder)
    names = [check.name for check in checks]
    processes = min(len(names), (os.cpu_count() or 1) if jobs < 0 else jobs)
    if processes < 2:
        yield from map(run, names)
        return
    with multiprocessing.get_context("spawn").Pool(processes) as pool:
        workers = list_workers(pool)
        for result in [pool.apply_async(run, (name,)) for name in names]:
            yield wait_for(result, workers)


def run_check(name: str, *, folder: Path) -> Done:
    """The rows of one check; those that cannot be measured say why."""
    check = next(check for check in CHECKS if check.name == name)
    start = time.monotonic()
    try:
        found = check.measure(folder)
    except InputError as error:
        found = tuple(Found(note=str(error)) for _ in check.goals)
    rows = tuple(join(goal, one) for goal, one in zip(check.goals, found, strict=True))
    return Done(name, rows, time.monotonic() - start)
