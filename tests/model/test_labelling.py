from __future__ import annotations

from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from scoring.article import Article
from scoring.errors import InputError
from scoring.features import Analysis
from scoring.model import labelling
from scoring.model.doubt import rank
from scoring.model.labelling import Proposals, propose
from scoring.model.labels import LabelRow
from scoring.model.near_copies import CopyIndex, hash_runs
from scoring.model.scores import Prediction
from scoring.model.store import load_model

Ends = dict[str, dict[str, float]]


def article(name: str, outlet: str | None = None, event: str | None = None, text: str = "") -> Article:
    return Article(name, text or f"{name} " * 5, outlet=outlet, event=event)


def ends(value: float, half: float) -> dict[str, float]:
    return {"value": value, "low": value - half, "high": value + half}


def choose(
    monkeypatch: pytest.MonkeyPatch,
    scores: dict[str, Any],
    articles: list[Article],
    labelled: tuple[str, ...] = (),
    **options: Any,
) -> Proposals:
    """Proposals where the model's scores are given; a string instead of scores is a flag."""

    def look(found: Article, **_: Any) -> Analysis:
        flagged = isinstance(scores[found.id], str)
        return Analysis({"name": found.id}, (), ("too_short",) if flagged else (), ())  # type: ignore[dict-item]

    class Fixed:
        name = "fixed"
        targets = dict.fromkeys(("quality", "bias"))

        def predict(self, rows: list[dict[str, Any]]) -> list[Prediction]:
            found = [scores[row["name"]] for row in rows]
            return [Prediction({} if isinstance(one, str) else one, {}, ()) for one in found]

    monkeypatch.setattr(labelling, "analyse", look)
    rows = [LabelRow(name, "x", {"bias": 50.0}) for name in labelled]
    return propose(articles, rows, Fixed(), **options)  # type: ignore[arg-type]


def both(value: float, half: float) -> Ends:
    return {"quality": ends(10, 1), "bias": ends(value, half)}


def names(found: Proposals) -> list[str]:
    return [one.article.id for one in found.chosen]


def test_nothing_to_choose_from(monkeypatch: pytest.MonkeyPatch) -> None:
    assert choose(monkeypatch, {}, []) == Proposals([], {})


def test_the_least_sure_comes_first_and_the_reason_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    scores = {"sure": both(95, 2), "wide": both(60, 40), "near": both(52, 10)}
    found = choose(monkeypatch, scores, [article(name, f"Outlet of {name}") for name in scores])
    assert names(found) == ["wide", "near", "sure"]
    assert [one.target for one in found.chosen] == ["bias", "bias", "quality"]
    assert found.chosen[0].reason == (
        "Its bias interval (20 to 100) is the widest of all that have no label; no article of Outlet of "
        "wide is labelled or proposed above."
    )
    assert found.chosen[1].reason.startswith("Its bias value of 52 could go either way; ")
    assert found.chosen[2].reason.startswith("Its quality interval (9 to 11) spans 2 points; ")


def test_labelled_and_withheld_ones_are_passed_over_and_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    scores = {"done": both(50, 40), "short": "too_short", "free": both(90, 5)}
    found = choose(monkeypatch, scores, [article(name) for name in scores], ("done",))
    assert names(found) == ["free"]
    assert found.passed == {"labelled already": 1, "too short, not English or no prose": 1}


def test_a_label_for_another_score_does_not_count(monkeypatch: pytest.MonkeyPatch) -> None:
    found = choose(monkeypatch, {"a": both(50, 40)}, [article("a")], ("a",), targets=["quality"])
    assert names(found) == ["a"]


@pytest.mark.parametrize("field", ["outlet", "event"])
def test_an_outlet_or_event_without_labels_goes_before_a_little_more_doubt(
    monkeypatch: pytest.MonkeyPatch, field: str
) -> None:
    scores = {"done": both(50, 1), "a1": both(50, 40), "a2": both(50, 39), "b": both(50, 38)}
    places = {"done": "A", "a1": "A", "a2": "A", "b": "B"}
    found = choose(
        monkeypatch, scores, [article(name, **{field: place}) for name, place in places.items()], ("done",)
    )
    assert names(found) == ["b", "a1", "a2"]
    assert [one.reason for one in found.chosen][1].startswith("Its bias interval (10 to 90)")
    if field == "outlet":
        assert found.chosen[2].reason.endswith("2 articles of A are labelled or proposed above.")


def test_near_copies_of_labelled_ones_and_of_one_another_are_passed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = " ".join(f"word{i}" for i in range(60))
    second = " ".join(f"other{i}" for i in range(60))
    articles = [
        article("done", text=first),
        article("copy", text=f"Reprinted. {first} And a little more."),
        article("one", text=second),
        article("two", text=f"{second} Updated."),
        article("new", text=" ".join(f"new{i}" for i in range(60))),
    ]
    found = choose(monkeypatch, {one.id: both(50, 20) for one in articles}, articles, ("done",))
    assert names(found) == ["one", "new"]
    assert found.passed["nearly the same as another"] == 2


def test_no_more_than_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    scores = {f"a{i}": both(50, i) for i in range(9)}
    articles = [article(name, text=f"{name} stands alone") for name in scores]
    assert names(choose(monkeypatch, scores, articles, count=2)) == ["a8", "a7"]


def test_a_score_the_model_lacks_is_an_error() -> None:
    with pytest.raises(InputError, match="no score clarity"):
        propose([], [], load_model(), targets=["clarity"])


def test_with_the_shipped_model(root: Any) -> None:
    import scoring

    articles = list(scoring.read_articles(root / "seeds/articles"))[:8]
    found = propose(articles, [], load_model(), count=3)
    assert len(found.chosen) == 3
    for one in found.chosen:
        assert 0 <= one.low <= one.value <= one.high <= 100
        assert one.reason.endswith(".")
    assert propose(articles, [], load_model(), count=3) == found


def test_ranks_by_hand() -> None:
    assert rank([]).tolist() == []
    assert rank([3.0, 1.0, 2.0]).tolist() == [1.0, 1 / 3, 2 / 3]


@pytest.mark.parametrize(
    ("text", "copy"),
    [
        pytest.param("", None, id="an empty text is nobody's copy"),
        pytest.param("a b c d e f g h", "known", id="the same"),
        pytest.param("A, B - c d e f g h!", "known", id="in capitals and with marks"),
        pytest.param("x x a b c d e f g h x x", None, id="three of seven runs"),
        pytest.param("x a b c d e f g h x", "known", id="three of five, all of the shorter"),
        pytest.param("a b", None, id="shorter than a run"),
    ],
)
def test_copies(text: str, copy: str | None) -> None:
    index = CopyIndex()
    index.add("known", "a b c d e f g h")
    expected = "known" if text.startswith("x x") else copy
    assert index.find(text) == expected


def test_runs_are_counted_once() -> None:
    assert len(hash_runs("a b c d e f " * 50)) == 6
    assert replace(article("a"), text="").text == ""
    assert np.isfinite(len(hash_runs("word " * 100_000)))
