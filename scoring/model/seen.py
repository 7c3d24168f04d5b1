"""Which articles a model was fitted on, by short digests of their words: no text is kept."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from os import PathLike
from typing import Any

from scoring.artefacts import find_model
from scoring.article import Article
from scoring.errors import ScoringError
from scoring.model.scores import Model

DIGITS = 10
"""Hex digits of a SHA-256 that are kept: of a million other articles one is taken for one of 4,000 once in
270 times."""


def digest_article(article: Article) -> str:
    """The digest of an article's text, whatever its line ends, spaces and capitals.

    Examples
    --------
    >>> digest_article(Article("a", "It  rained.\\n")) == digest_article(Article("b", "it rained."))
    True
    """
    words = " ".join(article.text.casefold().split())
    return hashlib.sha256(words.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def join_digests(digests: Iterable[str]) -> str:
    """Digests as ``metrics.json`` holds them: each once, in order, in one line."""
    return " ".join(sorted(set(digests)))


def read_seen(record: Mapping[str, Any]) -> frozenset[str]:
    """The digests in what ``metrics.json`` holds; empty where it says nothing of them."""
    about = record.get("about", {})
    found = about.get("seen", "") if isinstance(about, dict) else ""
    return frozenset(found.split() if isinstance(found, str) else ())


def seen_by(model: str | PathLike[str] | Model | None) -> frozenset[str]:
    """What a prior was fitted on, as far as its folder says."""
    try:
        folder = find_model(model.name if isinstance(model, Model) else str(model or ""))
        record = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    except (OSError, ValueError, ScoringError):
        return frozenset()
    return read_seen(record) if isinstance(record, dict) else frozenset()
