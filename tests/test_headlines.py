"""A headline judged by hand-made weights: what counts, what is named, what is shown."""

from __future__ import annotations

import json
import math
from collections.abc import Iterator
from pathlib import Path

import pytest

from scoring.article import Article
from scoring.document import Document, parse
from scoring.errors import ModelError
from scoring.extractors import headlines
from scoring.extractors.promotion import measure_promotion
from scoring.taggers.headlines import (
    HeadlineModel,
    JudgedHeadline,
    judge_headline,
    judge_with,
    load_headline_model,
    mask_title,
)

WORDS = {"what": 2.0, "we": 1.0, "know": 0.3, "the": 5.0, "boats": -1.0, "<number>": 0.5, "<other>": 3.0}
MODEL = HeadlineModel(0.0, 0.5, WORDS, {"what we": 4.0, "<edge> what": 1.0}, 0.0)


def title(text: str) -> Document:
    return parse(Article("a", text))


@pytest.mark.parametrize(
    ("text", "words"),
    [
        pytest.param("", [], id="no words"),
        pytest.param("What Ruiz Told 40 Boats", ["what", "<other>", "<other>", "<number>", "boats"],
                     id="names and rare words are one placeholder"),
        pytest.param("We know “the old boats”", ["we", "know", "<quoted>"], id="a quotation is one word"),
    ],
)  # fmt: skip
def test_masked_titles(text: str, words: list[str]) -> None:
    assert mask_title(title(text), WORDS)[1] == words


def test_the_odds_are_weights_by_the_root_of_the_length() -> None:
    odds = (2 + 1 + 0.3 + 4 + 1) / math.sqrt(3)
    judged = judge_with(MODEL, title("What we know"))
    assert judged.probability == pytest.approx(1 / (1 + math.exp(-odds)))


@pytest.mark.parametrize(
    ("text", "moved"),
    [
        pytest.param("What we know", (0, 1), id="a word far below the best is not named"),
        pytest.param("The boats of Ruiz", (), id="small words and placeholders never are"),
        pytest.param("“What we know” 40", (3,), id="nor is the person quoted"),
    ],
)
def test_words_that_moved_it(text: str, moved: tuple[int, ...]) -> None:
    assert judge_with(MODEL, title(text)).moved == moved


def test_a_pair_speaks_half_for_each_word() -> None:
    model = HeadlineModel(0.0, 0.5, {"sea": 0.0, "wall": 0.0}, {"sea wall": 2.0}, 0.0)
    assert judge_with(model, title("Sea wall")).moved == (0, 1)


def test_length_counts_by_its_own_weight() -> None:
    model = HeadlineModel(0.0, 0.5, {}, {}, 3.0)
    assert judge_with(model, title("Sea wall")).probability == pytest.approx(1 / (1 + 1 / 3))


def test_a_title_of_two_words_is_not_judged(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scoring.taggers.headlines.load_headline_model", lambda: MODEL)
    assert judge_headline(title("")) is judge_headline(title("What we")) is None
    assert judge_headline(title("What we know")) is not None


def judged_as(probability: float, *moved: int) -> JudgedHeadline:
    return JudgedHeadline(probability, 0.9, moved)


@pytest.mark.parametrize(
    ("judged", "floor", "spans"),
    [
        pytest.param(None, None, [], id="no model, no words"),
        pytest.param(judged_as(0.95, 0, 1, 4), None, ["What the crew", "know"], id="near words are one span"),
        pytest.param(judged_as(0.85, 0), None, [], id="below the threshold nothing is shown"),
        pytest.param(judged_as(0.05, 0), 0.0, ["What"], id="a floor of zero shows every candidate"),
        pytest.param(judged_as(0.95, 0), 0.99, [], id="a floor above the threshold drops it"),
    ],
)
def test_the_words_are_evidence(
    judged: JudgedHeadline | None, floor: float | None, spans: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    text = "What the crew did not know"
    shift = {0: 0, 1: 2, 4: 5}
    if judged is not None:
        judged = JudgedHeadline(judged.probability, judged.threshold, tuple(shift[i] for i in judged.moved))
    monkeypatch.setattr(headlines, "judge_headline", lambda doc: judged)
    measure = measure_promotion(parse(Article("a", "It rained.", text)), min_probability=floor)
    hits = [e for e in measure.evidence if e.kind == "clickbait"]
    assert [text[e.start : e.end] for e in hits] == spans
    assert {(e.part, e.voice, e.probability) for e in hits} <= {
        ("title", "outlet", judged and judged.probability)
    }
    share = sum(len(span.split()) for span in spans) / 6
    assert measure.values["promotion_clickbait_share"] == pytest.approx(share)


@pytest.fixture
def empty_cache() -> Iterator[None]:
    load_headline_model.cache_clear()
    yield
    load_headline_model.cache_clear()


@pytest.mark.usefixtures("empty_cache")
def test_a_damaged_file_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "weights.json").write_text(json.dumps({"format": 99}), encoding="utf-8")
    monkeypatch.setattr("scoring.taggers.reading.list_taggers", lambda: ["clickbait_headline"])
    monkeypatch.setattr("scoring.taggers.reading.find_tagger", lambda kind: tmp_path)
    with pytest.raises(ModelError, match="format 99, 1 expected"):
        load_headline_model()


def test_a_title_of_many_words_costs_no_more_each() -> None:
    judged = judge_with(MODEL, title("What we know " * 20_000))
    assert 0.5 < judged.probability < 1
