"""Runs one function over many items, in order, on one core or several."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import Any, TypeVar

T = TypeVar("T")
R = TypeVar("R")
Mapper = Callable[[Callable[[Any], Any], list[Any]], list[Any]]
CHUNK = 16
"""Items a worker takes at once: enough to hide the cost of handing them over."""
BATCH = 256
"""Items in memory at once."""


@contextmanager
def open_workers(n_jobs: int = 1) -> Iterator[Mapper]:
    """A function that maps over a list in order, in this process or in `n_jobs` of them (-1: all cores).

    Ctrl-C is for this process alone, which ends the others: they would each print where they stood.
    """
    jobs = (os.cpu_count() or 1) if n_jobs < 0 else max(1, n_jobs)
    if jobs == 1:
        yield lambda function, items: [function(item) for item in items]
        return
    with multiprocessing.get_context("spawn").Pool(
        jobs, signal.signal, (signal.SIGINT, signal.SIG_IGN)
    ) as pool:
        yield lambda function, items: pool.map(function, items, chunksize=CHUNK)


def iterate_batches(items: Iterable[T], size: int = BATCH) -> Iterator[list[T]]:
    """Lists of up to `size` items, in order."""
    stream = iter(items)
    while batch := list(islice(stream, size)):
        yield batch


def map_items(function: Callable[[T], R], items: Iterable[T], *, n_jobs: int = 1) -> Iterator[R]:
    """Results in the order of the items; never more than a batch in memory."""
    with open_workers(n_jobs) as run:
        for batch in iterate_batches(items):
            yield from run(function, batch)
