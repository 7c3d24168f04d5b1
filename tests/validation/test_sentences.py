"""Headlines and puffery: who judges, and who was seen while fitting."""

from __future__ import annotations

import pytest

from scoring.taggers.headlines import HeadlineModel, JudgedHeadline, judge_with
from scoring.validation import sentences
from scoring.validation.sentences import check_clickbait, check_puffery

MODEL = HeadlineModel(0.0, 0.9, {"weird": 6.0, "quiet": -6.0}, {}, 0.0)


def test_the_model_judges_headlines(small_corpora, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "judge_headline", lambda title: judge_with(MODEL, title))
    (found,) = check_clickbait(small_corpora)
    assert found.ours == 1.0
    assert found.words == 0.5


def test_without_a_model_the_words_found_do(small_corpora, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "judge_headline", lambda title: None)
    monkeypatch.setattr("scoring.extractors.headlines.judge_headline", lambda title: None)
    (found,) = check_clickbait(small_corpora)
    assert found.ours == found.words == 0.5


def test_a_headline_is_judged_whatever_its_threshold(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sentences, "judge_headline", lambda title: JudgedHeadline(0.2, 0.9, ()))
    assert sentences._bait("Ferry sinks off Port Hesper") == 0.2


def test_puffery_of_both_parts_is_judged_against_each_kind_of_neutral(small_corpora) -> None:
    near, gain_near, beside, gain_beside = check_puffery(small_corpora)
    assert (near.n, beside.n) == (60, 60)
    assert near.ours > near.words > 0.5, "half of the praise is on no list, but its company tells"
    assert gain_near.low <= gain_near.ours == pytest.approx(near.ours - near.tfidf)
    assert gain_beside.ours == pytest.approx(beside.ours - beside.tfidf)
