"""The pages of a run: one an article, and the rows of the index."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from scoring.article import Article
from scoring.attributions import list_sources
from scoring.extractors import list_sides
from scoring.features import open_document
from scoring.model import Model
from scoring.own_lexicon import OwnLexicon
from scoring.reports.card import render_card
from scoring.reports.index import IndexRow
from scoring.scorecard import Scorecard, best_change, reason_links


def clear_pages(folder: Path) -> None:
    """Remove the pages of an earlier run, of which this one may not have as many."""
    if not _is_ours(folder / "run.json"):
        return
    for page in (*folder.glob("cards/*.html"), *folder.glob("index*.html")):
        page.unlink(missing_ok=True)


def _is_ours(path: Path) -> bool:
    try:
        about = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return False
    return isinstance(about, dict) and "sourcegrade" in about


def write_page(
    job: tuple[Path, Scorecard, Article],
    *,
    lexicon: OwnLexicon | None = None,
    model: Model,
) -> None:
    """Write one article's page."""
    path, card, article = job
    doc = open_document(article, lexicon=lexicon)
    page = render_card(
        card,
        article,
        reasons=reason_links(card),
        sources=list_sources(doc),
        sides=list_sides(doc),
        reference=model.reference,
        change=best_change(card, model),
        index_href="../index.html",
    )
    path.write_text(page, encoding="utf-8", errors="replace", newline="\n")


def iterate_rows(path: Path) -> Iterator[IndexRow]:
    """The rows of the index, from the cards of a run."""
    with path.open(encoding="utf-8", newline="\n") as lines:
        for line in lines:
            card = json.loads(line)
            yield IndexRow(
                id=card["id"],
                title=card["title"],
                outlet=card["outlet"],
                event=card["event"],
                status=card["status"],
                flags=tuple(card["flags"]),
                quality=_interval(card["scores"].get("quality")),
                bias=_interval(card["scores"].get("bias")),
                page=card["page"],
            )


def _interval(score: Mapping[str, float] | None) -> tuple[float, float, float] | None:
    return (score["value"], score["low"], score["high"]) if score else None
