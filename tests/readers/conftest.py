"""Write files, read them, and keep what came out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from scoring.article import Article, Rejection
from scoring.readers import read_articles


class Outcome(NamedTuple):
    """Everything a run of the reader says."""

    articles: list[Article]
    rejections: list[Rejection]
    renames: list[tuple[str, str]]
    left_out: list[str]

    @property
    def texts(self) -> list[str]:
        return [article.text for article in self.articles]

    @property
    def ids(self) -> list[str]:
        return [article.id for article in self.articles]

    @property
    def reasons(self) -> str:
        return "\n".join(rejection.reason for rejection in self.rejections)

    @property
    def sources(self) -> list[str]:
        return [rejection.source for rejection in self.rejections]


Read = Callable[..., Outcome]


@pytest.fixture
def read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Read:
    """Return a function: files by name and what to read (default: the only file) to an outcome."""
    monkeypatch.chdir(tmp_path)

    def read_files(files: dict[str, str | bytes], source: Any = None, **options: Any) -> Outcome:
        for name, content in files.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        rejections: list[Rejection] = []
        renames: list[tuple[str, str]] = []
        left_out: list[str] = []
        articles = read_articles(
            next(iter(files)) if source is None else source,
            on_reject=rejections.append,
            on_rename=lambda old, new: renames.append((old, new)),
            on_left_out=left_out.append,
            **options,
        )
        return Outcome(list(articles), rejections, renames, left_out)

    return read_files
