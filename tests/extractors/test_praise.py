"""Praise found by a model made by hand."""

from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors import praise
from scoring.extractors.promotion import measure_promotion
from scoring.taggers import sentences
from scoring.taggers.sentence_models import SentenceModel

MODEL = SentenceModel("promotional_sentence", -2.0, 0.9, {"vibrant": 9.0, "hub": 2.0, "dull": -9.0}, {}, {})


@pytest.fixture
def model(monkeypatch: pytest.MonkeyPatch) -> None:
    for room in (praise, sentences):
        monkeypatch.setattr(room, "load_sentence_model", lambda kind: MODEL)


def found(text: str, **options: float) -> list[str]:
    evidence = measure_promotion(parse(Article("a", text)), **options).evidence
    return [text[e.start : e.end] for e in evidence if e.kind == "promotional"]


@pytest.mark.usefixtures("model")
@pytest.mark.parametrize(
    ("text", "floor", "spans"),
    [
        pytest.param("", None, [], id="no words"),
        pytest.param("It is a vibrant hub.", None, ["vibrant"], id="the strongest word of the sentence"),
        pytest.param("It is a small hub.", None, [], id="below the threshold"),
        pytest.param("It is a small hub.", 0.2, ["hub"], id="a lower floor shows it"),
        pytest.param("It is a dull town.", 0.0, [], id="no word speaks for it"),
        pytest.param(
            "The vibrant hotel is breathtaking.", 0.0, ["breathtaking"], id="a listed word is enough"
        ),
        pytest.param("They met at Vibrant Harbour Lines.", 0.0, [], id="a name praises nobody"),
        pytest.param("A vibrant hub.", 0.0, [], id="three words are not judged"),
    ],
)
def test_praise_that_no_list_holds(text: str, floor: float | None, spans: list[str]) -> None:
    assert found(text, **({} if floor is None else {"min_probability": floor})) == spans


@pytest.mark.usefixtures("model")
def test_a_repeated_sentence_counts_once() -> None:
    assert found("It is a vibrant hub. It is a vibrant hub.") == ["vibrant"]


def test_without_a_model_the_list_decides(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(praise, "load_sentence_model", lambda kind: None)
    assert found("It is a vibrant hub. The hotel is breathtaking.", min_probability=0.0) == ["breathtaking"]
