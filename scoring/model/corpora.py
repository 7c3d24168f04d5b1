"""Reads labelled corpora from a folder the user names; nothing of them ends up in the package."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
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
    path = folder / f"{name}.jsonl.gz"
    if not path.is_file():
        raise InputError(
            f"{folder}: holds no {name}.jsonl.gz. Give the folder of labelled corpora with CORPORA=DIR."
        )
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def digest_rows(folder: Path, name: str) -> str:
    """First 16 hex digits of the SHA-256 of a corpus file, for model cards."""
    return hashlib.sha256((folder / f"{name}.jsonl.gz").read_bytes()).hexdigest()[:16]


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


def read_attributions(folder: Path, part: str = "train") -> list[Marked]:
    """News articles with the cue spans of trained annotators (PolNeAR)."""
    rows = read_rows(folder, f"feature/attribution_polnear_{part}")
    return [_mark(row, row["id"], frozenset({"Cue"})) for row in rows]


def read_hedges(folder: Path) -> list[Marked]:
    """Sentences with speculation cues: abstracts (BioScope) and reviews (SFU, train part)."""
    rows = read_rows(folder, "feature/hedge_bioscope_abstracts") + read_rows(
        folder, "feature/hedge_sfu_train"
    )
    return [_mark(row, row["doc"], frozenset({"cue:speculation"})) for row in rows]


def read_loaded(folder: Path, part: str = "train") -> list[Marked]:
    """News sentences with the words that experts called biased (BABE)."""
    rows = read_rows(folder, f"feature/loaded_babe_{part}")
    return [_mark(row, row["id"], frozenset({"biased_word"})) for row in rows]


def _mark(row: dict[str, Any], group: str, labels: frozenset[str]) -> Marked:
    spans = row["spans"]
    spans = json.loads(spans) if isinstance(spans, str) else spans
    kept = tuple((start, end) for start, end, label in spans if label in labels)
    return Marked(Article(row["id"], row["text"]), kept, group)
