"""The signs that an editor looks for in real articles of one event: ``--real DIR``; skipped without them.

The same signs are tested on texts of our own in ``tests/extractors``; here they are met in the wild.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from scoring import Article, analyse, compare, read_articles, score


@pytest.fixture(scope="module")
def articles(real_articles: list[Path]) -> list[Article]:
    return list(read_articles(real_articles))


def _kinds(articles: list[Article]) -> Counter[tuple[str, str]]:
    return Counter((e.kind, e.note) for article in articles for e in analyse(article).evidence)


def test_every_article_gives_a_card_with_evidence(articles: list[Article]) -> None:
    cards = list(score(articles))
    assert [card.id for card in cards] == [article.id for article in articles]
    assert all(card.evidence for card in cards)


def test_the_signs_of_a_content_farm_are_found(articles: list[Article]) -> None:
    found = _kinds(articles)
    assert found["template_residue", ""] >= 1
    assert found["keyword_list", ""] >= 1
    assert found["duplicate_passage", "restates"] >= 4
    assert sum(n for (kind, _), n in found.items() if kind == "filler") >= 10


def test_furniture_is_set_aside(articles: list[Article]) -> None:
    lines = {
        article.text[e.start : e.end].split("\n")[0].lower()
        for article in articles
        for e in analyse(article).evidence
        if e.kind == "boilerplate"
    }
    assert {"advertisement", "source", "0", "52", "leave a reply", "pingenerator"} <= lines


def test_unnamed_sources_are_told_from_named_ones(articles: list[Article]) -> None:
    found = _kinds(articles)
    assert found["source", "anonymous"] >= 1
    assert found["source", "vague"] >= 2
    assert found["source", "role"] >= 3
    assert found["source", "named"] >= 10


def test_one_article_an_outlet_tells_nothing_about_outlets(articles: list[Article], tmp_path: Path) -> None:
    found = compare(articles)
    found.save(tmp_path)
    assert "one article" in found.answer.lower()
    assert (tmp_path / "outlets-quality.svg").exists()
