from __future__ import annotations

import json
import math
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import scoring
from scoring.artefacts import find_model
from scoring.article import Article, Rejection
from scoring.errors import InputError, LabelError, ModelError
from scoring.extractors import CODEBOOK
from scoring.model.additive import AdditiveClassifier
from scoring.model.annotators import Annotator
from scoring.model.building import list_columns
from scoring.model.describing import LabelledPart, say_agreement, say_alpha, weigh
from scoring.model.fitting import Examples
from scoring.model.prior import Prior
from scoring.model.signs import REASONS
from scoring.model.starting import Start

NOTED = pytest.mark.filterwarnings("ignore::UserWarning")


@pytest.fixture(scope="module")
def articles(root: Path) -> list[Article]:
    return list(scoring.read_articles(root / "seeds/articles"))


@pytest.fixture(scope="module")
def labels(root: Path) -> Path:
    return root / "seeds/labels.csv"


@pytest.fixture(scope="module")
def mine(articles: list[Article], labels: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    out = tmp_path_factory.mktemp("models") / "mine"
    with pytest.warns(UserWarning) as caught:
        scoring.train(articles, labels, out=out)
    assert any("Krippendorff's alpha 0.9" in str(warning.message) for warning in caught)
    return out


@pytest.fixture
def unfitted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Spare the fit where it is not what is tested."""
    monkeypatch.setattr("scoring.model.training.build_model", lambda *args, **options: scoring.load_model())


def refuse(constant: str) -> None:
    pytest.fail(f"{constant} is no JSON")


def strict(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"), parse_constant=refuse)


def test_it_writes_a_model_with_its_card_and_figures(mine: Path) -> None:
    assert {path.name for path in mine.iterdir()} == {"model.skops", "model.json", "card.md", "metrics.json"}
    card = (mine / "card.md").read_text(encoding="utf-8")
    assert card.startswith("# Model card: mine\n")
    assert "NOT FILLED" not in card
    assert "2 annotators" in card
    figures = strict(mine / "metrics.json")["targets"]
    assert list(figures) == ["bias", "quality"]
    assert figures["quality"]["corpora"]["labels"]["articles"] == 40
    strict(mine / "model.json")


def test_the_model_scores(mine: Path, articles: list[Article]) -> None:
    cards = list(scoring.score(articles, model=mine))
    assert [card.id for card in cards] == [article.id for article in articles]
    for card in cards:
        for ends in filter(None, card.scores.values()):
            assert 0 <= ends["low"] <= ends["value"] <= ends["high"] <= 100


@NOTED
def test_the_same_labels_give_the_same_bytes(
    mine: Path, articles: list[Article], labels: Path, tmp_path: Path
) -> None:
    scoring.train(articles, labels, out=tmp_path / "mine")
    for path in mine.iterdir():
        assert (tmp_path / "mine" / path.name).read_bytes() == path.read_bytes(), path.name


def test_the_card_says_what_the_fit_started_from(mine: Path) -> None:
    card = (mine / "card.md").read_text(encoding="utf-8")
    digest = scoring.load_model().digest
    assert card.count(f"Started from the model `default` ({digest})") == 2
    assert "are too good" in card
    starts = [target["start"] for target in strict(mine / "metrics.json")["targets"].values()]
    assert [start["kept"] for start in starts] == [True, True]
    assert all(0 <= start[key] <= 1 for start in starts for key in start if key.startswith("auc"))


def test_the_card_compares_the_annotators(mine: Path) -> None:
    card = (mine / "card.md").read_text(encoding="utf-8")
    assert "## Annotators" in card
    rows = strict(mine / "metrics.json")["about"]["annotators"]
    assert {row["annotator"] for row in rows} == {"a1", "a2"}
    assert all(30 <= row["shared"] <= row["labels"] <= 40 for row in rows)
    by_target = {row["target"]: 0.0 for row in rows}
    for row in rows:
        by_target[row["target"]] += row["difference"]
    assert by_target == pytest.approx({"quality": 0.0, "bias": 0.0})
    assert card.count("Krippendorff's alpha") >= 2


def test_ranges_hold_what_the_prior_has_seen(mine: Path) -> None:
    own, shipped = scoring.load_model(mine), scoring.load_model()
    for name, (low, high) in shipped.ranges.items():
        assert own.ranges[name][0] <= low
        assert own.ranges[name][1] >= high


@NOTED
def test_without_a_prior_the_labels_stand_alone(
    articles: list[Article], labels: Path, tmp_path: Path
) -> None:
    scoring.train(articles, labels, targets=("bias",), prior=None, out=tmp_path / "fresh")
    card = (tmp_path / "fresh/card.md").read_text(encoding="utf-8")
    assert "Fitted from scratch, without a prior." in card
    assert "Started from" not in card


@NOTED
def test_a_target_of_ones_own_has_no_prior(
    articles: list[Article], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: dict[str, Any] = {}
    monkeypatch.setattr(
        "scoring.model.training.build_model", lambda *_, **given: seen.update(given) or scoring.load_model()
    )
    rows = [{"article": a.id, "annotator": "x", "clarity": 10 * i % 100} for i, a in enumerate(articles)]
    scoring.train(articles, rows, targets=("clarity",), out=tmp_path / "own")
    assert seen["starts"]["clarity"].prior is None
    assert seen["seen"] == {}


def test_a_prior_that_is_not_there_is_an_error(articles: list[Article], labels: Path, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match="Models: "):
        scoring.train(articles, labels, prior="none", out=tmp_path / "own")


@NOTED
def test_one_target_alone(articles: list[Article], labels: Path, tmp_path: Path) -> None:
    model = scoring.train(articles, labels, targets=("quality",), out=tmp_path / "one")
    assert list(model.targets) == ["quality"]
    card = next(card for card in scoring.score(articles, model=model) if card.status == "scored")
    assert card.scores["quality"] is not None
    assert card.scores["bias"] is None
    assert list(card.contributions) == ["quality"]


def test_a_target_with_too_few_labels_is_left_out_and_said(articles: list[Article], tmp_path: Path) -> None:
    rows = [{"article": a.id, "annotator": "x", "quality": 10 * i % 100} for i, a in enumerate(articles)]
    rows[0]["bias"] = 80
    with pytest.warns(UserWarning) as caught:
        model = scoring.train(articles, rows, out=tmp_path / "few")
    assert list(model.targets) == ["quality"]
    [said] = [str(warning.message) for warning in caught if str(warning.message).startswith("bias")]
    assert said.startswith("bias: 1 labelled article from 1 outlet; at least 10 are needed.")
    assert said.endswith("No score for it was fitted.")


@pytest.mark.parametrize("number", [0, 9])
def test_too_few_labels_are_an_error(number: int, articles: list[Article], tmp_path: Path) -> None:
    rows = [{"article": a.id, "annotator": "x", "quality": 50} for a in articles[:number]]
    with pytest.raises(LabelError):
        scoring.train(articles, rows, out=tmp_path / "few")
    assert not (tmp_path / "few").exists()


@pytest.mark.parametrize("event", [None, "a day"])
@pytest.mark.usefixtures("unfitted")
def test_labels_of_one_outlet_are_fitted_and_it_is_said(
    event: str | None, articles: list[Article], labels: Path, tmp_path: Path
) -> None:
    one = [scoring.Article(a.id, a.text, outlet="The same", event=event) for a in articles]
    with pytest.warns(UserWarning) as caught:
        scoring.train(one, labels, out=tmp_path / "one")
    said = "quality: all articles are from The same; nothing tells how the score does on other outlets."
    assert said in [str(warning.message) for warning in caught]


@NOTED
@pytest.mark.usefixtures("unfitted")
def test_a_label_without_its_article_is_rejected(
    articles: list[Article], labels: Path, tmp_path: Path
) -> None:
    rejected: list[Rejection] = []
    scoring.train(articles[1:], labels, out=tmp_path / "less", on_reject=rejected.append)
    assert [r.record for r in rejected] == [articles[0].id]
    assert articles[0].id in rejected[0].reason
    assert rejected[0].source == str(labels)


@NOTED
def test_labels_without_their_article_are_not_counted_on_the_card(
    articles: list[Article], labels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[dict[str, Any]] = []

    def keep(*_: Any, about: dict[str, Any], **__: Any) -> Any:
        told.append(about)
        return scoring.load_model()

    monkeypatch.setattr("scoring.model.training.build_model", keep)
    more = tmp_path / "more.csv"
    more.write_text(labels.read_text(encoding="utf-8") + "nowhere,kim,50,50\n", encoding="utf-8")
    for path in (labels, more):
        scoring.train(articles, path, out=tmp_path / "mine", on_reject=lambda _: None)
    assert told[0]["labels"] == told[1]["labels"]
    assert told[0]["annotators"] == told[1]["annotators"]
    assert told[0]["data"][0]["sha256"] != told[1]["data"][0]["sha256"], "evaluate knows the file by all rows"


def test_no_article_with_a_label_is_an_error(labels: Path, tmp_path: Path) -> None:
    with pytest.raises(LabelError, match="is among 0 articles read"):
        scoring.train([], labels, out=tmp_path / "none", on_reject=lambda _: None)


def test_a_shipped_model_is_not_overwritten(articles: list[Article], labels: Path) -> None:
    before = (find_model("default") / "model.json").read_bytes()
    with pytest.raises(InputError, match="comes with sourcegrade"):
        scoring.train(articles, labels, out=find_model("default"))
    assert (find_model("default") / "model.json").read_bytes() == before


def test_a_place_that_cannot_be_written_is_said_before_the_work(labels: Path, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        scoring.train(iter(lambda: pytest.fail("read"), None), labels, out=tmp_path / "file")


@pytest.mark.usefixtures("unfitted")
def test_a_copy_of_the_shipped_model_may_be_replaced(
    articles: list[Article], labels: Path, tmp_path: Path
) -> None:
    copy = shutil.copytree(find_model("default"), tmp_path / "default")
    with pytest.warns(UserWarning):
        scoring.train(articles, labels, out=copy)
    assert scoring.load_model(copy).name == "default"


@pytest.mark.parametrize("target", REASONS)
def test_a_sign_bound_names_a_column_and_a_reason(target: str) -> None:
    for column, (sign, reason) in REASONS[target].items():
        assert column in CODEBOOK
        assert sign in (-1, 0, 1)
        assert reason


def test_quotation_has_no_sign() -> None:
    assert not any("sourcing_quote_share" in signs for signs in REASONS.values())


def test_the_shipped_metrics_are_strict_json() -> None:
    assert math.isfinite(
        strict(find_model("default") / "metrics.json")["targets"]["bias"]["calibration_error"]
    )


def make(labels: list[float], groups: list[str], words: list[float]) -> Examples:
    n = len(labels)
    table = np.ones((n, 1))
    return Examples(
        ["stance_loaded_rate"],
        table,
        np.array(words),
        np.array(labels),
        np.array(groups),
        np.full(n, "labels"),
    )


@pytest.mark.parametrize(
    ("labels", "groups", "words", "says"),
    [
        pytest.param([1.0, 0.0] * 60, list("abcd") * 30, [500.0, 501.0, 502.0, 499.0] * 30, None, id="sound"),
        pytest.param([1.0, 0.0] * 20, list("abcd") * 10, [500.0] * 40, "are few", id="few"),
        pytest.param([1.0] * 116 + [0.0] * 4, list("abcd") * 30, [500.0] * 120, "one-sided", id="one-sided"),
        pytest.param(
            [1.0] * 190 + [0.0] * 10,
            list("abcd") * 50,
            [500.0] * 200,
            ": 10 of 200 are under 50",
            id="one in 20",
        ),
        pytest.param([1.0, 0.0] * 60, ["a"] * 90 + ["b"] * 30, [500.0] * 120, "are from a;", id="one outlet"),
        pytest.param([1.0, 0.0] * 60, list("abcd") * 30, [900.0, 300.0] * 60, "length alone", id="length"),
    ],
)
def test_what_weakens_labels_is_said(
    labels: list[float], groups: list[str], words: list[float], says: str | None
) -> None:
    part = LabelledPart("bias", make(labels, groups, words), "", 0.9, [])
    said = weigh(part, None)
    assert said[0] == "bias: agreement between annotators, Krippendorff's alpha 0.90."
    assert len(said) == (1 if says is None else 2)
    assert says is None or says in said[1]


def test_low_agreement_is_said_and_still_fitted() -> None:
    assert "under 0.667" in say_alpha(0.3)
    assert "-0.20" in say_alpha(-0.2)
    assert "cannot be measured" in say_alpha(math.nan)


def test_one_annotator_is_said_to_be_alone() -> None:
    alone = LabelledPart("bias", None, "", math.nan, [Annotator("me", 12, 0, math.nan, math.nan)])
    assert say_agreement(alone).startswith("one annotator gave all labels")
    assert say_agreement(replace(alone, annotators=[])) == say_alpha(math.nan)


def test_a_prior_against_the_labels_is_said() -> None:
    part = LabelledPart("bias", make([1.0, 0.0] * 60, list("abcd") * 30, [500.0] * 120), "", 0.9, [])
    offered = Prior("default", "", AdditiveClassifier())
    said = " ".join(weigh(part, Start(offered, False, 0.3, 0.59, 0.5)))
    assert "against your labels (AUC 0.30)" in said
    assert "hardly predict" in said
    assert "is not started from" in said
    assert "as it is ranks" not in said
    said = " ".join(weigh(part, Start(offered, True, 0.8, 0.5, 0.7)))
    assert (
        "as it is ranks articles of outlets left out better (AUC 0.80) than one moved by your labels (0.70)"
        in said
    )


def test_a_measure_newer_than_the_reference_stays_out_of_the_fit() -> None:
    reference = scoring.load_model().reference
    columns = list_columns(reference)
    older = {name: value for name, value in reference.medians.items() if name != columns[3]}
    assert list_columns(replace(reference, medians=older)) == (*columns[:3], *columns[4:])
