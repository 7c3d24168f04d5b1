"""Hedges in news, as two of us judged them: what abstracts and reviews cannot teach."""

from __future__ import annotations

from collections import defaultdict
from pathlib import Path

from scoring.article import Article, Span
from scoring.model.annotated import read_annotations
from scoring.model.corpora import Marked, has_rows, read_hedges, read_rows

LABELS = "news_hedge_cues"


def read_all_hedges(folder: Path) -> list[Marked]:
    """What the tagger of hedges is fitted on: abstracts, reviews and news."""
    return [*read_hedges(folder), *read_news_hedges(folder)]


def read_news_hedges(folder: Path) -> list[Marked]:
    """Articles in which we judged some of the places where a hedge may stand.

    Articles and corpora that `folder` does not hold are left out.
    """
    judged: dict[tuple[str, str], dict[Span, bool]] = defaultdict(dict)
    for row in read_annotations(LABELS):
        judged[row.part, row.article][row.span] = row.label == "1"
    texts = {
        (name, str(row["id"])): Article(row["id"], row["text"], row.get("title"))
        for name in sorted({name for name, _ in judged})
        if has_rows(folder, name)
        for row in read_rows(folder, name)
    }
    return [
        Marked(
            texts[key],
            tuple(span for span, is_hedge in places.items() if is_hedge),
            texts[key].id,
            tuple(places),
        )
        for key, places in judged.items()
        if key in texts
    ]
