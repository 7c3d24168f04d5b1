"""Runs over labelled corpora that are not in the project: ``--corpora DIR``; skipped without them."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from scoring import compare, read_articles, score
from scoring.attributions import find_attributions
from scoring.document import parse
from scoring.features.screening import find_flags
from scoring.model.corpora import Marked, read_marked, read_rows

pytestmark = pytest.mark.corpora

EVENTS = "article/events_allsides"


def test_a_thousand_articles_are_scored_and_keep_their_ids(corpora: Path, tmp_path: Path) -> None:
    path = corpora / f"{EVENTS}.jsonl.gz"
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        ids = [json.loads(line)["id"] for line in lines]
    cards = list(score(read_articles(path)))
    assert [card.id for card in cards] == ids
    assert sum(card.status == "scored" for card in cards) > 0.97 * len(ids)
    found = compare(read_articles(path))
    found.save(tmp_path)
    outlets = {row["outlet"] for row in read_rows(corpora, EVENTS)}
    assert set(found.tables.articles["outlet"]) == outlets
    assert (tmp_path / "index.html").stat().st_size > 10_000


@pytest.mark.parametrize("name", ["bias_semeval2019", "events_allsides", "quality_horne2017"])
def test_hardly_an_article_has_the_manner_of_fiction_or_rules(corpora: Path, name: str) -> None:
    docs = [parse(article) for article in read_articles(corpora / f"article/{name}.jsonl.gz")]
    assert sum("out_of_range" in find_flags(doc) for doc in docs) <= 0.002 * len(docs)


def test_the_shipped_scores_beat_length_on_labelled_articles(corpora: Path) -> None:
    """A smoke test of what ships: the fit has seen these rows, so the cards hold the honest figures."""
    rows = read_rows(corpora, "article/bias_semeval2019")
    path = corpora / "article/bias_semeval2019.jsonl.gz"
    cards = list(score(read_articles(path)))
    truth = np.array([row["bias"] == "high" for row in rows])
    scored = np.array([card.status == "scored" for card in cards])
    values = np.array([card.scores["bias"]["value"] if card.scores["bias"] else np.nan for card in cards])
    words = np.array([card.families["language"]["features"]["language_word_count"] for card in cards])
    assert roc_auc_score(truth[scored], values[scored]) > roc_auc_score(truth[scored], words[scored]) + 0.03


def test_cues_agree_with_annotators_better_than_the_word_list(corpora: Path) -> None:
    """On the reported part, which nothing was fitted on or chosen by; the floor is far below the figure."""
    found = [_count_overlaps(item) for item in read_marked(corpora, "attribution_polnear_dev", "Cue")]
    right, given, wanted, reached = (sum(column) for column in zip(*found, strict=True))
    precision, recall = right / given, reached / wanted
    assert 2 * precision * recall / (precision + recall) > 0.64


def _count_overlaps(item: Marked) -> tuple[int, int, int, int]:
    cues = {a.cue for a in find_attributions(parse(item.article))}
    right = sum(any(a < y and x < b for x, y in item.spans) for a, b in cues)
    reached = sum(any(a < y and x < b for x, y in cues) for a, b in item.spans)
    return right, len(cues), len(item.spans), reached
