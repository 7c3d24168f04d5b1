"""Runs one function over many articles, in order, on one core or several."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from itertools import islice
from typing import TypeVar

from scoring.article import Article

R = TypeVar("R")
CHUNK = 64
"""Articles a worker takes at once: enough to hide the cost of handing them over."""


def map_articles(function: Callable[[Article], R], articles: Iterable[Article], *, n_jobs: int = 1) -> Iterator[R]:
    """Results in the order of the articles; never more than a few chunks in memory."""
    jobs = count_jobs(n_jobs)
    if jobs == 1:
        yield from map(function, articles)
        return
    with multiprocessing.get_context("spawn").Pool(jobs) as pool:
        stream = iter(articles)
        while batch := list(islice(stream, CHUNK * jobs * 4)):
            yield from pool.imap(function, batch, chunksize=CHUNK)


def count_jobs(n_jobs: int) -> int:
    """Processes to start: the number given, or that of the cores for -1."""
    return (os.cpu_count() or 1) if n_jobs < 0 else max(1, n_jobs)
