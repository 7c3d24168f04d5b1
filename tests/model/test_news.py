"""Places of news that we judged: joined to the articles by id, and nothing else of an article counts."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from scoring.article import Article
from scoring.model import news
from scoring.model.annotated import Annotated
from scoring.model.corpora import Marked
from scoring.model.tagging import collect

TEXT = "The dam may hold, the mayor said. It may rain. Perhaps it will not."


def put(folder: Path, *ids: str) -> Path:
    (folder / "article").mkdir()
    with gzip.open(folder / "article" / "events.jsonl.gz", "wt", encoding="utf-8") as file:
        file.writelines(json.dumps({"id": name, "text": TEXT}) + "\n" for name in ids)
    return folder


def row(article: str, word: str, label: str) -> Annotated:
    at = TEXT.index(word)
    return Annotated("article/events", article, (at, at + len(word)), label, label, label)


@pytest.mark.parametrize(
    ("ids", "expected"),
    [
        pytest.param((), [], id="a folder without the article"),
        pytest.param(
            ("a", "b"), [Marked(Article("a", TEXT), ((8, 11),), "a", ((8, 11), (47, 54)))], id="both places"
        ),
    ],
)
def test_places_of_an_article(
    ids: tuple[str, ...], expected: list[Marked], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows = [row("a", "may", "1"), row("a", "Perhaps", "0")]
    monkeypatch.setattr(news, "read_annotations", lambda name: rows)
    assert news.read_news_hedges(put(tmp_path, *ids)) == expected


def test_a_folder_without_the_corpus_holds_no_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(news, "read_annotations", lambda name: [row("a", "may", "1")])
    assert news.read_news_hedges(tmp_path) == []


def test_only_judged_places_are_candidates() -> None:
    data = collect("hedge", [Marked(Article("a", TEXT), ((8, 11),), "a", ((8, 11), (47, 54)))])
    assert data.phrases == ["may", "perhaps"]
    assert data.labels.tolist() == [True, False]
