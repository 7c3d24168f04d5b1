from __future__ import annotations

import json
import math
import shutil
from pathlib import Path
from typing import Any

import pytest

import scoring
from scoring.artefacts import find_model
from scoring.article import Article, Rejection
from scoring.errors import InputError, LabelError
from scoring.extractors import CODEBOOK
from scoring.model.signs import REASONS

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
    assert said.startswith("bias: 1 labelled articles from 1 outlets")
    assert said.endswith("No score for it was fitted.")


@pytest.mark.parametrize("number", [0, 9])
def test_too_few_labels_are_an_error(number: int, articles: list[Article], tmp_path: Path) -> None:
    rows = [{"article": a.id, "annotator": "x", "quality": 50} for a in articles[:number]]
    with pytest.raises(LabelError):
        scoring.train(articles, rows, out=tmp_path / "few")
    assert not (tmp_path / "few/model.json").exists()


def test_labels_of_one_outlet_are_an_error(articles: list[Article], labels: Path, tmp_path: Path) -> None:
    one = [scoring.Article(a.id, a.text, outlet="The same") for a in articles]
    with pytest.raises(LabelError, match="1 outlets"):
        scoring.train(one, labels, out=tmp_path / "one")


@NOTED
@pytest.mark.usefixtures("unfitted")
def test_a_label_without_its_article_is_rejected(
    articles: list[Article], labels: Path, tmp_path: Path
) -> None:
    rejected: list[Rejection] = []
    scoring.train(articles[1:], labels, out=tmp_path / "less", on_reject=rejected.append)
    assert [r.record for r in rejected] == [articles[0].id]
    assert rejected[0].reason == "No article with this id is among those read."


def test_no_article_with_a_label_is_an_error(labels: Path, tmp_path: Path) -> None:
    with pytest.raises(LabelError, match="ids match"):
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
    assert not [column for signs in REASONS.values() for column in signs if "quot" in column]


def test_the_shipped_metrics_are_strict_json() -> None:
    assert math.isfinite(
        strict(find_model("default") / "metrics.json")["targets"]["bias"]["calibration_error"]
    )
