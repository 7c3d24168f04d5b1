from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pandas as pd
import pytest

import scoring
from scoring.artefacts import find_model
from scoring.article import Article, Rejection
from scoring.errors import LabelError
from scoring.model.agreement import Estimate
from scoring.model.labels import read_labels
from scoring.model.seen import digest_article, join_digests
from scoring.model.style import say_style
from scoring.reports.charts import NARROW, to_svg
from scoring.reports.evaluation import Evaluation
from scoring.reports.evaluation_charts import bins_finding, draw_points, part_equal
from scoring.reports.evaluation_parts import draw_parts
from scoring.reports.evaluation_rows import Point
from scoring.reports.evaluation_scoring import digest_labels, evaluate
from scoring.reports.evaluation_words import answer, finding, say_cautions, spell_pairs

nan = float("nan")
HOSTILE = '=HYPERLINK("x")<script>alert(1)</script>\u202e'
SVG = "{http://www.w3.org/2000/svg}"


def refuse(rejection: Rejection) -> None:
    pytest.fail(str(rejection))


@pytest.fixture(scope="module")
def articles(root: Path) -> list[Article]:
    return list(scoring.read_articles(root / "seeds/articles"))


@pytest.fixture(scope="module")
def labels(root: Path) -> Path:
    return root / "seeds/labels.csv"


@pytest.fixture(scope="module")
def found(articles: list[Article], labels: Path) -> Evaluation:
    return evaluate(articles, labels, on_reject=refuse)


@pytest.fixture(scope="module")
def folder(found: Evaluation, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("evaluation")
    found.save(place)
    return place


@pytest.fixture(scope="module")
def texts() -> list[Article]:
    """Twelve articles of three outlets, the last one too short."""
    prose = "The council said on Monday that pier {} of the bridge would close, according to Ana Ruiz. "
    long = ["".join(prose.format(100 * i + n) for n in range(12)) for i in range(11)]
    ids = [HOSTILE, *(f"a{i}" for i in range(1, 12))]
    pairs = enumerate(zip(ids, [*long, "It rained."], strict=True))
    return [Article(name, text, HOSTILE, f"Outlet {n % 3}") for n, (name, text) in pairs]


def rows_for(texts: list[Article], **values: Callable[[int], float]) -> list[dict[str, Any]]:
    return [
        {"article": text.id, "annotator": "me"} | {name: give(n) for name, give in values.items()}
        for n, text in enumerate(texts)
    ]


def strict(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"), parse_constant=lambda name: pytest.fail(name))


def test_it_writes_figures_predictions_charts_and_a_page(folder: Path) -> None:
    stems = [
        f"{chart}-{target}" for chart in ("labels", "reliability", "auc") for target in ("quality", "bias")
    ]
    charts = {f"{stem}.{ending}" for stem in stems for ending in ("svg", "png")}
    assert {path.name for path in folder.iterdir()} == {
        "evaluation.json", "predictions.csv", "index.html", *charts
    }  # fmt: skip


def test_the_record_holds_every_figure_and_no_nan(folder: Path, found: Evaluation) -> None:
    record = strict(folder / "evaluation.json")
    assert (record["schema"], record["model"]["digest"]) == (1, scoring.load_model().digest)
    counts = record["counts"]
    assert counts["read"] == counts["scored"] + counts["withheld"] + counts["unlabelled"] == 40
    assert record["labels"]["annotators"] == 2
    assert list(record["targets"]) == ["quality", "bias"]
    figures = record["targets"]["quality"]
    assert figures["labelled"] == figures["scored"] + figures["withheld"] == 40
    assert (
        sum(map(sum, figures["thirds"]))
        == sum(one["n"] for one in figures["calibration"])
        == figures["scored"]
    )
    assert sum(part["n"] for part in figures["outlets"]) == figures["scored"]
    assert figures["auc_words"]["value"] is None, "too few articles for words"
    assert figures["auc"]["low"] < figures["auc"]["value"] < figures["auc"]["high"]
    assert len(record["worst"]["quality"]) == 10


def test_predictions_are_the_cards_beside_the_mean_label(
    folder: Path, articles: list[Article], labels: Path
) -> None:
    table = pd.read_csv(folder / "predictions.csv").set_index("id")
    ends = [name + end for name in ("quality", "bias") for end in ("_label", "", "_low", "_high")]
    assert list(table.columns) == ["outlet", "event", "status", "flags", "words", "annotators", *ends]
    given = pd.read_csv(labels).groupby("article")[["quality", "bias"]].mean()
    assert table["quality_label"].to_dict() == pytest.approx(given["quality"].to_dict())
    for card in scoring.score(articles[:3]):
        ends_of = card.scores["bias"]
        if ends_of:
            assert table.loc[card.id, "bias"] == pytest.approx(ends_of["value"], rel=1e-4)


def test_the_same_labels_give_the_same_bytes(found: Evaluation, folder: Path, tmp_path: Path) -> None:
    found.save(tmp_path)
    for path in folder.iterdir():
        assert (tmp_path / path.name).read_bytes() == path.read_bytes(), path.name


def test_the_page_answers_first_and_every_chart_has_words(folder: Path, found: Evaluation) -> None:
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert page.index("Quality: of an article labelled 50 or more") < page.index("<svg")
    spoken = re.findall(r'<svg [^>]*aria-label="([^"]+)"', page)
    assert len(spoken) == 12
    assert all(len(words) > 60 for words in spoken)
    assert 'href="http' not in page and "src=" not in page
    linked = re.findall(r'href="([^"#]+)"', page)
    assert set(linked) <= {path.name for path in folder.iterdir()}
    assert "two annotators of one article lie" in page


def test_labels_the_model_was_fitted_on_are_said_loudly(
    articles: list[Article], labels: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(find_model("default"), mine)
    record = strict(mine / "metrics.json")
    rows = read_labels(labels, targets=["quality", "bias"], on_reject=refuse)
    record["about"]["data"] = [{"name": "labels", "sha256": digest_labels(rows), "used_for": "quality, bias"}]
    (mine / "metrics.json").write_text(json.dumps(record), encoding="utf-8")
    found = evaluate(articles[:12], labels, model=mine, on_reject=lambda rejection: None)
    assert found.is_fitted_on_these
    assert found.warnings[0].startswith("This model was fitted on these very labels.")
    page = found.to_html()
    assert page.index('class="seen"') < page.index('class="answer"')
    (mine / "metrics.json").unlink()
    found = evaluate(articles[:12], labels, model=mine, on_reject=lambda rejection: None)
    assert (found.is_fitted_on_these, found.fitted_on) == (False, ())
    assert "does not say what it was fitted on" in found.to_html()


@pytest.mark.parametrize(
    ("number", "said"),
    [
        pytest.param(0, "None of the 12 articles was in the fit of this model (", id="none"),
        pytest.param(1, "1 of 12 articles was in the fit of this model.", id="one"),
        pytest.param(3, "3 of 12 articles were in the fit of this model.", id="three"),
    ],
)
def test_articles_that_were_in_the_fit_are_counted(
    number: int, said: str, articles: list[Article], labels: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(find_model("default"), mine)
    record = strict(mine / "metrics.json")
    known = [replace(article, text=f"{article.text.upper()}\n") for article in articles[:number]]
    record["about"]["seen"] = join_digests(map(digest_article, [*known, Article("x", "another")]))
    (mine / "metrics.json").write_text(json.dumps(record), encoding="utf-8")
    found = evaluate(articles[:12], labels, model=mine, on_reject=lambda rejection: None)
    assert (found.in_fit, found.fitted.startswith(said)) == (number, True)
    page = found.to_html()
    assert ('class="seen"' in page) is bool(number)
    assert any(warning.startswith(said) for warning in found.warnings) is bool(number)


def test_a_model_that_leans_on_house_style_is_said_to(
    articles: list[Article], labels: Path, tmp_path: Path
) -> None:
    mine = tmp_path / "mine"
    shutil.copytree(find_model("default"), mine)
    record = strict(mine / "metrics.json")
    record["targets"]["bias"]["style"] = ["language_title_word_count", "<no column>"]
    (mine / "metrics.json").write_text(json.dumps(record), encoding="utf-8")
    found = evaluate(articles[:12], labels, model=mine, on_reject=lambda rejection: None)
    [said] = [warning for warning in found.warnings if "house style" in warning]
    assert said == f"Bias: {say_style(['language_title_word_count'])}"


@pytest.mark.filterwarnings("ignore::UserWarning")
def test_the_digest_is_the_one_that_training_states(
    articles: list[Article], labels: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stated: list[str] = []

    def keep(*_: Any, about: Any, **__: Any) -> Any:
        stated.append(about["data"][0]["sha256"])
        return scoring.load_model()

    monkeypatch.setattr("scoring.model.training.build_model", keep)
    scoring.train(articles, labels, out=tmp_path / "mine")
    rows = read_labels(labels, targets=["quality", "bias"], on_reject=refuse)
    assert stated == [digest_labels(rows)]


@pytest.mark.parametrize(
    ("values", "says"),
    [
        pytest.param({"tone": lambda n: 5.0}, "found for quality or bias", id="another target"),
        pytest.param({"bias": lambda n: 900.0}, "no usable label", id="no label that can be read"),
    ],
)
def test_labels_that_fit_no_score_are_refused(
    texts: list[Article], values: dict[str, Any], says: str
) -> None:
    with pytest.raises(LabelError, match=says):
        evaluate(texts, rows_for(texts, **values), on_reject=lambda rejection: None)


def test_labels_of_other_articles_are_refused(texts: list[Article]) -> None:
    rows = [{"article": "elsewhere", "annotator": "me", "bias": 5}]
    with pytest.raises(LabelError, match="none of 1 labelled ids is among 11 articles read"):
        evaluate(texts[1:], rows)


def test_a_model_without_a_score_is_asked_about_the_other_only(texts: list[Article]) -> None:
    rows = rows_for(texts, quality=lambda n: 10.0 * (n % 10))
    found = evaluate(texts, rows)
    assert list(found.agreements) == ["quality"]
    assert found.warnings[-1] == "Bias: the labels do not say."
    assert "bias" not in found.table


def test_a_label_without_an_article_is_rejected_and_the_rest_goes_on(texts: list[Article]) -> None:
    kept: list[Rejection] = []
    rows = [*rows_for(texts, bias=lambda n: 10.0 * n if n < 11 else 50.0), {"article": "gone", "bias": 5}]
    found = evaluate(texts, rows, on_reject=kept.append)
    assert [rejection.record for rejection in kept] == ["gone"]
    assert found.counts == {"read": 12, "scored": 11, "withheld": 1, "unlabelled": 0}
    assert found.agreements["bias"].labelled == 12


@pytest.mark.parametrize(
    ("label", "says"),
    [
        pytest.param(lambda n: 5.0, "all 11 articles are labelled under 50", id="one kind only"),
        pytest.param(lambda n: 100.0 * (n % 2), "in the first", id="both kinds"),
    ],
)
def test_hostile_names_and_odd_labels_make_a_page(
    label: Callable[[int], float], says: str, texts: list[Article], tmp_path: Path
) -> None:
    found = evaluate(texts, rows_for(texts, bias=label))
    found.save(tmp_path)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "<script>alert" not in page and "\u202e" not in page
    assert says.replace("in the first", "pairs there are") in page
    assert "12 labelled articles are few" in page
    assert re.search(r"<p class=.small.>[^<]*\d\u00a0%", page) and not re.search(r"reference [\d.]+ %", page)
    assert "\"'=HYPERLINK(" in (tmp_path / "predictions.csv").read_text(encoding="utf-8")
    strict(tmp_path / "evaluation.json")


@pytest.mark.parametrize(
    ("share", "size", "expected"),
    [
        pytest.param(0.846, 100, "85", id="of a hundred"),
        pytest.param(1.0, 100, "100", id="all"),
        pytest.param(0.997, 100, "more than 99", id="nearly all is not all"),
        pytest.param(0.002, 100, "less than 1", id="nearly none is not none"),
        pytest.param(0.0, 100, "0", id="none"),
        pytest.param(1.0, 6, "6", id="all of six pairs"),
        pytest.param(5 / 6, 6, "5", id="five of six pairs"),
    ],
)
def test_pairs_are_told_as_they_are(share: float, size: int, expected: str) -> None:
    assert spell_pairs(share, size) == expected


def test_few_pairs_are_not_told_out_of_a_hundred(texts: list[Article]) -> None:
    found = evaluate(texts, rows_for(texts, bias=lambda n: 100.0 if n == 3 else 0.0))
    size = found.agreements["bias"].scored - 1
    assert f"of {size} pairs there are" in found.answers[0]
    assert f"chance in {size / 2:g}." in found.answers[0]


def test_one_bin_is_no_curve(found: Evaluation) -> None:
    whole = found.agreements["bias"]
    assert "next to nothing" in bins_finding(replace(whole, calibration=whole.calibration[:1]))
    assert "Values lie" in bins_finding(replace(whole, calibration=whole.calibration[:1] * 2))


def test_reasons_of_a_score_come_first_where_its_distances_stand(found: Evaluation) -> None:
    for name, dots in found.points.items():
        for dot in dots:
            own = [reason.lower().startswith(name) for reason in dot.reasons]
            assert own == sorted(own, reverse=True)


def test_nothing_scored_is_said(texts: list[Article], tmp_path: Path) -> None:
    found = evaluate(texts[-1:], [{"article": "a11", "bias": 90}])
    found.save(tmp_path)
    assert found.answers == ("Bias: the only labelled article is withheld, so nothing can be said.",)
    assert {path.suffix for path in tmp_path.iterdir()} == {".json", ".csv", ".html"}


@pytest.mark.parametrize(
    ("auc", "gain", "headline", "verdict"),
    [
        pytest.param(0.9, (0.2, 0.1, 0.3), "above length alone", "more than chance (+10 to +30", id="better"),
        pytest.param(0.6, (0.1, -0.1, 0.3), "cannot be told from", "cannot be told apart (−10", id="unsure"),
        pytest.param(0.4, (-0.3, -0.5, -0.1), "below length alone", "does better", id="worse"),
        pytest.param(0.9, (0.2, nan, nan), "how sure", "no interval is given", id="unknown"),
    ],
)
def test_the_verdict_follows_the_interval_of_the_gain(
    auc: float, gain: tuple[float, float, float], headline: str, verdict: str, found: Evaluation
) -> None:
    made = replace(found.agreements["bias"], auc=Estimate(auc, auc, auc), gain=Estimate(*gain))
    assert headline in finding("bias", made)
    assert verdict in answer("bias", made)


@pytest.mark.parametrize(
    ("change", "says"),
    [
        pytest.param({"labelled": 29}, "29 labelled articles are few", id="few labels"),
        pytest.param({"labelled": 1}, "1 labelled article is few", id="one label"),
        pytest.param({"positive": 0}, "of one class only", id="one class"),
        pytest.param({"positive": 4}, "one-sided, 4 of", id="nearly one class"),
        pytest.param({"groups": 9}, "9 outlets drawn again", id="few outlets"),
        pytest.param({"groups": 2}, "2 outlets cannot be drawn again", id="too few outlets for intervals"),
        pytest.param({"outlets": ("one",)}, "one outlet only", id="one outlet"),
        pytest.param({"auc_length": Estimate(0.95, 0.9, 1)}, "length alone predicts", id="length"),
        pytest.param({"labelled": 300, "groups": 90, "positive": 20}, "", id="nothing wrong"),
    ],
)
def test_cautions(change: dict[str, Any], says: str, found: Evaluation) -> None:
    sound = {"labelled": 300, "groups": 90, "positive": 20, "scored": 39, "auc": Estimate(0.9, 0.8, 1)}
    said = " ".join(say_cautions("bias", replace(found.agreements["bias"], **sound | change), is_idle=False))
    assert says in said if says else said == ""


def dots(labels: list[tuple[float, ...]]) -> list[Point]:
    return [Point(f"a{n}", "X", None, label, 50.0, 40.0, 60.0, ()) for n, label in enumerate(labels)]


def test_articles_of_one_label_stand_beside_one_another_inside_the_scale() -> None:
    assert part_equal(dots([(10.0,), (30.0,)])) == [0.0, 0.0]
    assert min(part_equal(dots([(0.0,)] * 200))) >= 0
    assert max(part_equal(dots([(100.0,)] * 200))) <= 0
    middle = part_equal(dots([(50.0,)] * 200))
    assert len(set(middle)) == 200 and min(middle) < 0 < max(middle)


@pytest.mark.parametrize("width", [6.0, NARROW])
def test_charts_stay_inside_their_sheet(width: float, found: Evaluation) -> None:
    for target in found.agreements:
        for chart in found.charts(target):
            root = ElementTree.fromstring(to_svg(chart.draw(title="", width=width)))
            assert float(root.get("width", "0").removesuffix("pt")) == pytest.approx(72 * width, abs=0.5)


def test_many_articles_are_a_cloud_without_lines_between_annotators() -> None:
    few, many = (to_svg(draw_points(dots([(0.0, 90.0)] * n))) for n in (5, 400))
    assert few.count(b"LineCollection") <= many.count(b"LineCollection")
    assert few.count(b'id="line2d') > many.count(b'id="line2d')


def test_an_outlet_of_any_name_is_drawn(found: Evaluation) -> None:
    agreement = found.agreements["bias"]
    parts = tuple(replace(part, name=HOSTILE * 5) for part in agreement.outlets)
    names = to_svg(draw_parts(replace(agreement, outlets=parts))).decode()
    assert "<script>" not in names and "\u202e" not in names


@pytest.mark.browser
@pytest.mark.parametrize("width", [320, 390, 1440])
def test_nothing_is_wider_than_the_window(folder: Path, page: Any, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto((folder / "index.html").as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true })")
    assert page.evaluate("document.documentElement.scrollWidth") <= width
