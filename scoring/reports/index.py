"""The pages that list a run's articles."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from scoring.reports.page import count, render

Interval = tuple[float, float, float]
"""A score's value and the ends of its 90 % interval."""

COUNTS = ("read", "scored", "withheld", "rejected")


@dataclass(frozen=True, slots=True)
class IndexRow:
    """One article in the list.

    Parameters
    ----------
    id, title, outlet, event : str
        As on its card; title, outlet and event may be None.
    status : str
        ``scored`` or ``withheld``.
    flags : sequence of str
        Why scores are withheld.
    quality, bias : (value, low, high) or None
        In [0, 100]; None when withheld.
    page : str or None
        Address of its card, relative to the index; None where no card was written.
    """

    id: str
    title: str | None
    outlet: str | None
    event: str | None
    status: str
    flags: Sequence[str]
    quality: Interval | None
    bias: Interval | None
    page: str | None


def write_index(
    rows: Iterable[IndexRow], folder: Path, *, run: Mapping[str, object], per_page: int = 200
) -> list[Path]:
    """Write ``index.html``, ``index-2.html`` and so on, holding two pages of rows at a time.

    Parameters
    ----------
    rows : iterable of IndexRow
        In the order they are to be listed; read once.
    folder : Path
        Made if it does not exist.
    run : mapping
        ``counts`` with read, scored, withheld and rejected; ``model``; ``version``; ``narrow``, the
        sentences on intervals that hold less often than they say, if any.
    per_page : int
        Rows a page, 1 or more.

    Returns
    -------
    list of Path
        The files written; an empty run gives one page that says so.
    """
    folder.mkdir(parents=True, exist_ok=True)
    counts = _counts(run)
    expected = -(-(counts["scored"] + counts["withheld"]) // per_page)
    written = []
    for page, (chunk, has_next) in enumerate(_chunks(rows, per_page), start=1):
        pages = max(expected, page + 1) if has_next else page
        path = folder / page_name(page)
        path.write_text(render_index(chunk, page=page, pages=pages, run=run), encoding="utf-8", newline="\n")
        written.append(path)
    return written


def render_index(rows: Sequence[IndexRow], *, page: int, pages: int, run: Mapping[str, object]) -> str:
    """Return one page of the list.

    Parameters
    ----------
    rows : sequence of IndexRow
        The rows of this page.
    page, pages : int
        Number of this page, from 1, and of all pages.
    run : mapping
        See `write_index`.
    """
    return render(
        "index.html",
        rows=rows,
        page=page,
        pages=pages,
        page_name=page_name,
        counts=_counts(run),
        summary=summarise(_counts(run)),
        model=str(run.get("model", "unknown")),
        version=str(run.get("version", "")),
        narrow=run.get("narrow", ()),
    )


def summarise(counts: Mapping[str, int]) -> str:
    """Say what became of the articles.

    Examples
    --------
    >>> summarise({"read": 12, "scored": 9, "withheld": 2, "rejected": 1})
    'Of 12 articles read, 9 are scored, 2 are withheld and 1 is rejected.'
    >>> summarise({"read": 0, "scored": 0, "withheld": 0, "rejected": 0})
    'No article was read.'
    """
    if not counts["read"]:
        return "No article was read."
    scored, withheld, rejected = (
        f"{counts[name]:,} {'is' if counts[name] == 1 else 'are'} {name}" for name in COUNTS[1:]
    )
    return f"Of {count(counts['read'], 'article')} read, {scored}, {withheld} and {rejected}."


def page_name(page: int) -> str:
    """Return the file name of the n-th page, from 1."""
    return "index.html" if page == 1 else f"index-{page}.html"


def _counts(run: Mapping[str, object]) -> dict[str, int]:
    given = run.get("counts")
    found = given if isinstance(given, Mapping) else {}
    return {name: int(found.get(name, 0)) for name in COUNTS}


def _chunks(rows: Iterable[IndexRow], size: int) -> Iterator[tuple[list[IndexRow], bool]]:
    """Yield pages of rows, each with whether another follows; one empty page for no rows."""
    stream = iter(rows)
    chunk = list(islice(stream, size))
    while True:
        following = list(islice(stream, size))
        yield chunk, bool(following)
        if not following:
            return
        chunk = following
