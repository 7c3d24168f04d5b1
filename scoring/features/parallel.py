"""Runs one function over many items, in order, on one core or several."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from multiprocessing.pool import AsyncResult, Pool
from multiprocessing.process import BaseProcess
from typing import Any, TypeVar

from scoring.errors import InputError, ScoringError

T = TypeVar("T")
R = TypeVar("R")
Mapper = Callable[[Callable[[Any], Any], list[Any]], list[Any]]
CHUNK = 16
"""Items a worker takes at once: enough to hide the cost of handing them over."""
BATCH = 256
"""Items in memory at once."""
MOST_A_CORE = 8
"""Processes; more would only fill the memory."""
PATIENCE = 1.0
"""Seconds between two looks at whether the processes are still there: of one that was killed, its
items would never come back."""
LOST = (
    "A process that was to do part of the work has ended (out of memory? killed?). Run again with fewer "
    "processes. In Python, a script that asks for several has to be a file, with "
    '`if __name__ == "__main__":` before its work.'
)


@contextmanager
def open_workers(n_jobs: int = 1) -> Iterator[Mapper]:
    """A function that maps over a list in order, in this process or in `n_jobs` of them (-1: all cores).

    Ctrl-C is for this process alone, which ends the others: they would each print where they stood.
    """
    cores = os.cpu_count() or 1
    jobs = cores if n_jobs < 0 else min(max(1, n_jobs), MOST_A_CORE * cores)
    if jobs == 1:
        yield lambda function, items: [function(item) for item in items]
        return
    with multiprocessing.get_context("spawn").Pool(
        jobs, signal.signal, (signal.SIGINT, signal.SIG_IGN)
    ) as pool:
        workers = list_workers(pool)
        yield lambda function, items: wait_for(pool.map_async(function, items, chunksize=CHUNK), workers)


def list_workers(pool: Pool) -> list[BaseProcess]:
    """The processes that a new pool starts with; those that end it replaces unasked."""
    return list(getattr(pool, "_pool", ()))


def wait_for(result: AsyncResult[R], workers: Iterable[BaseProcess]) -> R:
    """What the processes bring back.

    Raises
    ------
    ScoringError
        If one of them has ended meanwhile.
    """
    while not result.ready():
        if not all(worker.is_alive() for worker in workers):
            raise ScoringError(LOST)
        result.wait(PATIENCE)
    return result.get()


def iterate_batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Lists of up to `size` items, in order."""
    if isinstance(items, str) or not (hasattr(items, "__iter__") or hasattr(items, "__getitem__")):
        found = type(items).__name__
        raise InputError(f"Articles are expected, as a list or another iterable; found one {found}.")
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch


def map_items(function: Callable[[T], R], items: Iterable[T], *, n_jobs: int = 1) -> Iterator[R]:
    """Results in the order of the items; never more than a batch in memory."""
    with open_workers(n_jobs) as run:
        for batch in iterate_batches(items):
            yield from run(function, batch)
