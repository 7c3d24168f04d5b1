"""Our own labels: every row whole, alpha by hand, and checks that follow the labels."""

from __future__ import annotations

import math

import pytest

from scoring.model.annotated import Annotated, alpha, read_annotations
from scoring.model.build import ABOUT
from scoring.validation import own_labels

NEWS = {
    "article/bias_semeval2019", "article/events_allsides", "article/kind_fakehealth",
    "article/orientation_webis2016", "feature/attribution_polnear_train",
}  # fmt: skip


def test_what_hedges_are_fitted_on_is_apart_from_what_is_reported_and_counted_on_the_card():
    fitted, reported = read_annotations("news_hedge_cues"), read_annotations("news_hedges")
    assert not {row.article for row in fitted} & {row.article for row in reported}
    assert f"{len(fitted):,} places in news" in ABOUT["taggers"]["hedge"]


def rated(*pairs: str) -> list[Annotated]:
    return [Annotated("report", f"a{n}", (0, 1), one, two, one) for n, (one, two) in enumerate(pairs)]


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        pytest.param(rated(), math.nan, id="no row"),
        pytest.param(rated("11", "11"), math.nan, id="one class only"),
        pytest.param(rated("11", "00"), 1.0, id="full agreement"),
        # 4 labels of each of 2 classes; 2 of 4 pairs differ: 1 - 2 * 7 * 2 / (64 - 32)
        pytest.param(rated("11", "00", "10", "01"), 1 - 28 / 32, id="half of the pairs differ"),
        pytest.param(rated("10", "01"), 1 - 2 * 3 * 2 / 8, id="worse than chance"),
    ],
)
def test_alpha(rows, expected):
    assert alpha(rows) == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("name", "least", "labels", "parts"),
    [
        ("news_hedges", 600, {"0", "1"}, {"look", "report"}),
        ("source_types", 600, {"named", "role", "anonymous", "document", "vague"}, {"train", "dev"}),
        ("news_hedge_cues", 2_224, {"0", "1"}, NEWS),
        ("repetition_hits", 50, {"0", "1"}, {"duplicate_passage", "keyword_list"}),
    ],
)
def test_files_are_whole(name, least, labels, parts):
    rows = read_annotations(name)
    assert len(rows) >= least
    assert {row.part for row in rows} == parts
    assert {row.label for row in rows} <= labels
    assert all(row.first == row.second == row.label or row.first != row.second for row in rows)
    assert len({(row.article, row.span) for row in rows}) == len(rows)
    assert all(0 <= row.span[0] < row.span[1] for row in rows)


def test_news_hedges_follow_the_labels(small_corpora, monkeypatch):
    docs = own_labels._parse(small_corpora, {f"event/{n}" for n in range(6)})
    rows = [
        Annotated("report", name, doc.sentences[i], label, label, label)
        for name, doc in docs.items()
        for i, label in enumerate("10")
    ]
    monkeypatch.setattr(own_labels, "read_annotations", lambda name: rows)
    found = own_labels.check_news_hedges(small_corpora)[0]
    assert found.n == 12
    assert found.ours == 0  # the made-up sentences hold no hedge
    assert found.trivial == pytest.approx(2 / 3)


def test_a_folder_without_the_articles_says_so(small_corpora):
    assert "none of the articles" in own_labels.check_news_hedges(small_corpora)[0].note


def test_precision_counts_what_is_judged_and_says_what_is_not(small_corpora, monkeypatch):
    hits = {("a", 0, 5), ("a", 9, 12), ("b", 0, 5)}
    rows = [Annotated("keyword_list", name, (0, 5), label, label, label) for name, label in ("a1", "b0")]
    monkeypatch.setattr(own_labels, "read_annotations", lambda name: rows)
    found = own_labels._judge("keyword_list", hits, "two articles")
    assert (found.n, found.ours) == (2, 0.5)
    assert "1 more not judged" in found.note
