"""Reads labelled corpora from a folder the user names; nothing of them ends up in the package."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from scoring.article import Article, Span
from scoring.errors import InputError

_SHARED_HOSTS = frozenset(
    {
        "co.uk",
        "org.uk",
        "ac.uk",
        "gov.uk",
        "com.au",
        "net.au",
        "org.au",
        "co.nz",
        "co.za",
        "com.br",
        "co.in",
        "co.jp",
    }
)

CUE = "cue:speculation"
"""Label of hedges."""


@dataclass(frozen=True, slots=True)
class Marked:
    """A text with the spans that annotators marked, and the group it must share a fold with.

    Attributes
    ----------
    judged : tuple of (start, end), optional
        The only places that annotators looked at; None if they read the whole text.
    """

    article: Article
    spans: tuple[Span, ...]
    group: str
    judged: tuple[Span, ...] | None = None


def read_rows(folder: Path, name: str) -> list[dict[str, Any]]:
    """The records of one corpus file, such as ``read_rows(folder, "article/bias_semeval2019")``.

    Raises
    ------
    InputError
        If the folder has no such file.
    """
    path = _locate(folder, name)
    if not path.is_file():
        raise InputError(
            f"{folder}: holds no {name}.jsonl.gz. Give the folder of labelled corpora with CORPORA=DIR."
        )
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def has_rows(folder: Path, name: str) -> bool:
    """Whether a folder of corpora holds this one."""
    return _locate(folder, name).is_file()


def _locate(folder: Path, name: str) -> Path:
    return folder / f"{name}.jsonl.gz"


def digest_rows(folder: Path, name: str) -> str:
    """First 16 hex digits of the SHA-256 of a corpus file, for model cards."""
    return hashlib.sha256(_locate(folder, name).read_bytes()).hexdigest()[:16]


def read_articles_of(folder: Path, name: str) -> Iterator[tuple[Article, dict[str, Any]]]:
    """Articles of a corpus with their whole records."""
    for row in read_rows(folder, name):
        outlet = row.get("outlet") or None
        yield (
            Article(row["id"], row["text"], row.get("title"), outlet, row.get("url"), None, row.get("event")),
            row,
        )


def registered_domain(outlet: str | None, url: str | None = None) -> str:
    """The domain an owner registers: no port, no "www" or blog subdomain.

    Examples
    --------
    >>> registered_domain("blogs.example.co.uk:80"), registered_domain("WWW.Example.org")
    ('example.co.uk', 'example.org')
    """
    host = (outlet or urlsplit(url or "").hostname or "").strip().lower().split(":")[0]
    parts = host.split(".")
    if len(parts) < 3:
        return host
    tail = ".".join(parts[-2:])
    return ".".join(parts[-3:]) if tail in _SHARED_HOSTS else tail


def read_attributions(folder: Path) -> list[Marked]:
    """News articles with the cue spans of trained annotators (PolNeAR, train part)."""
    return read_marked(folder, "attribution_polnear_train", "Cue")


def read_hedges(folder: Path) -> list[Marked]:
    """Sentences with speculation cues: abstracts (BioScope) and reviews (SFU, train part)."""
    names = ("hedge_bioscope_abstracts", "hedge_sfu_train")
    return [item for name in names for item in read_marked(folder, name, CUE, group="doc")]


def read_loaded(folder: Path) -> list[Marked]:
    """News sentences with the words that experts called biased (BABE, train part)."""
    return read_marked(folder, "loaded_babe_train", "biased_word")


def read_marked(folder: Path, name: str, label: str, *, group: str = "id") -> list[Marked]:
    """The texts of a corpus below ``feature/`` with their spans of one label.

    Parameters
    ----------
    group : str
        Field whose value folds keep together.
    """
    rows = read_rows(folder, f"feature/{name}")
    return [Marked(Article(row["id"], row["text"]), choose_spans(row, label), row[group]) for row in rows]


def choose_spans(row: Mapping[str, Any], label: str) -> tuple[Span, ...]:
    """The spans of one label in a record; some corpora hold them as JSON.

    Examples
    --------
    >>> choose_spans({"spans": '[[0, 4, "Cue"], [5, 9, "Source"]]'}, "Source")
    ((5, 9),)
    """
    spans = json.loads(row["spans"]) if isinstance(row["spans"], str) else row["spans"]
    return tuple((start, end) for start, end, name in spans if name == label)
