"""Which column of a table holds which field of an article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache

from scoring.errors import InputError

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "article_id", "doc_id", "uuid", "uid"),
    "text": ("text", "body", "content", "article", "article_text", "article_body", "full_text", "main_text"),
    "title": ("title", "headline", "article_title"),
    "outlet": ("outlet", "publisher", "source", "domain", "publication", "source_name", "site"),
    "url": ("url", "link", "article_url", "canonical_url", "href"),
    "published": (
        "published",
        "date",
        "published_at",
        "publish_date",
        "published_date",
        "publication_date",
        "pub_date",
        "date_published",
    ),
    "event": ("event", "event_id", "story_id", "cluster", "cluster_id"),
}
"""Field of `Article` to the column names that mean it, the precise name first."""

Names = tuple[str, ...]
Named = tuple[tuple[str, str], ...]
"""What the user settled: pairs of field and column name."""


def check_columns(columns: Mapping[str, str] | None) -> Named:
    """Return the user's choice as pairs.

    Raises
    ------
    InputError
        A field that articles do not have.
    """
    for field in columns or {}:
        if field not in FIELDS:
            raise InputError(f"--column {field}=NAME: no such field. Allowed: {', '.join(FIELDS)}.")
    return tuple((columns or {}).items())


@lru_cache(maxsize=1024)
def find_columns(names: Names, named: Named = ()) -> Mapping[str, str]:
    """Map fields to column names; a field without a column is left out.

    Letter case, spaces, hyphens and underscores do not matter; an exact match goes first, and a
    column that the user named for one field is not guessed for another.
    """
    every = _index(names)
    chosen = {field: _look_up(name, every) for field, name in named}
    free = _index(name for name in names if name not in chosen.values())
    guessed = {field: _guess(field, free) for field in FIELDS if field not in chosen}
    return {field: name for field, name in {**chosen, **guessed}.items() if name is not None}


def match_name(wanted: str, names: Iterable[str]) -> str | None:
    """Find a column by its exact name, or else by its simplified one."""
    return _look_up(wanted, _index(names))


def say_no_text(where: str, names: Names) -> str:
    """Word the error for a table without article text."""
    return (
        f"{where}: no column holds the article text. Columns found: {list_names(names)}.\n"
        f"  Expected one of: {', '.join(FIELDS['text'])}. Name yours with --column text=NAME."
    )


def say_no_text_in_record(names: Names, named: Named) -> str:
    """Word the rejection of one record without article text."""
    wanted = dict(named).get("text") or ", ".join(FIELDS["text"])
    return f"the record has no text. Fields found: {list_names(names)}. Expected one of: {wanted}."


def say_not_there(where: str, field: str, name: str, names: Names) -> str:
    """Word the error for a column that the user named and the table lacks."""
    return (
        f"{where}: no column is called {name!r}. Columns found: {list_names(names)}.\n"
        f"  Name one of these with --column {field}=NAME."
    )


def list_names(names: Names) -> str:
    """List column names for a person, long ones and long lists cut."""
    shown = [name if len(name) <= 40 else name[:39] + "…" for name in names[:20]]
    return ", ".join(shown + ["…"] * (len(names) > 20)) or "none"


def _index(names: Iterable[str]) -> dict[str, str]:
    """Map exact and simplified names to the column; exact ones first, then the one further left."""
    exact = {name: name for name in names}
    simple = {_simplify(name): name for name in reversed(exact)}
    simple.pop("", None)  # a name without letters or digits is only itself
    return {**simple, **exact}


def _look_up(wanted: str, index: Mapping[str, str]) -> str | None:
    return index.get(wanted) or index.get(_simplify(wanted))


def _guess(field: str, index: Mapping[str, str]) -> str | None:
    synonyms = FIELDS[field]
    if field == "text" and _look_up("annotator", index):  # a table of labels: there `article` is the id
        synonyms = tuple(name for name in synonyms if name != "article")
    return next((found for name in synonyms if (found := _look_up(name, index))), None)


def _simplify(name: str) -> str:
    return re.sub(r"[\W_]+", "", name.casefold())
