from __future__ import annotations

import json
import math
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

import scoring
from scoring.article import KINDS, Article
from scoring.extractors import COLUMNS, EXTRACTORS
from scoring.model import Model, load_model
from scoring.scorecard import SCHEMA, Scorecard, clean, reason_links, to_json, to_line

NAN = float("nan")


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def articles(root: Path) -> dict[str, Article]:
    return {article.id: article for article in scoring.read_articles(root / "seeds/articles")}


@pytest.fixture(scope="module")
def cards(articles: dict[str, Article], model: Model) -> list[Scorecard]:
    extra = [Article("empty", ""), Article("short", "It may rain."), Article("points", "!!! ... ???")]
    return list(scoring.score([*articles.values(), *extra], model=model))


@pytest.fixture(scope="module")
def schema() -> dict[str, Any]:
    text = files("scoring").joinpath("schema/scorecard.json").read_text(encoding="utf-8")
    found: dict[str, Any] = json.loads(text)
    return found


def as_written(card: Scorecard, **options: Any) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(to_line(to_json(card, **options)))
    return found


def scored(cards: list[Scorecard]) -> Scorecard:
    return next(card for card in cards if card.status == "scored")


def test_the_schema_is_one(schema: dict[str, Any]) -> None:
    Draft202012Validator.check_schema(schema)
    assert schema["properties"]["schema"] == {"const": SCHEMA, "description": "Number of this shape."}


def test_every_card_obeys_the_schema(cards: list[Scorecard], schema: dict[str, Any]) -> None:
    validator = Draft202012Validator(schema)
    for card in cards:
        for page in (None, "cards/a-1.html"):
            faults = [
                f"{e.json_path}: {e.message}" for e in validator.iter_errors(as_written(card, page=page))
            ]
            assert not faults, card.id
        assert validator.is_valid(as_written(card, evidence=False))


def test_a_card_of_a_score_of_the_users_own_obeys_the_schema(
    articles: dict[str, Article], model: Model, schema: dict[str, Any]
) -> None:
    own = replace(model, targets={"trust": model.targets["quality"]})
    card = next(scoring.score([articles["rail-trendnettle"]], model=own))
    written = as_written(card)
    assert list(written["scores"]) == ["quality", "bias", "trust"]
    assert list(written["contributions"]) == ["trust"]
    assert written["reasons"][0].startswith("Trust ")
    assert [error.message for error in Draft202012Validator(schema).iter_errors(written)] == []


def test_the_schema_names_what_the_code_names(schema: dict[str, Any]) -> None:
    kinds = [kind for family in KINDS.values() for kind in family]
    assert schema["$defs"]["evidence"]["properties"]["kind"]["enum"] == kinds
    assert list(schema["properties"]["families"]["properties"]) == [one.name for one in EXTRACTORS]
    assert schema["required"] == ["schema", *Scorecard.__slots__, "page"]


def without(card: dict[str, Any], key: str) -> dict[str, Any]:
    return {name: value for name, value in card.items() if name != key}


@pytest.mark.parametrize(
    "spoil",
    [
        pytest.param(lambda card: card | {"more": 1}, id="a key more"),
        pytest.param(lambda card: without(card, "event"), id="a key less"),
        pytest.param(lambda card: card | {"status": "withheld"}, id="withheld with scores"),
        pytest.param(lambda card: card | {"flags": ["opinion"]}, id="a flag that is none"),
        pytest.param(lambda card: card | {"scores": {"quality": None}}, id="one score unnamed"),
        pytest.param(lambda card: card | {"page": "../x.html"}, id="a page elsewhere"),
        pytest.param(
            lambda card: card | {"scores": card["scores"] | {"bias": {"value": 101, "low": 1, "high": 2}}},
            id="above 100",
        ),
        pytest.param(
            lambda card: card | {"evidence": [card["evidence"][0] | {"family": "stance", "kind": "hedge"}]},
            id="a kind of another family",
        ),
        pytest.param(
            lambda card: (
                card | {"families": card["families"] | {"hedging": {"percentile": 3, "headline": "x"}}}
            ),
            id="a family without its measures",
        ),
    ],
)
def test_the_schema_is_closed(spoil: Any, cards: list[Scorecard], schema: dict[str, Any]) -> None:
    card = as_written(scored(cards))
    validator = Draft202012Validator(schema)
    assert validator.is_valid(card)
    assert not validator.is_valid(spoil(card))


def test_points_sum_to_the_value_minus_the_reference_value(cards: list[Scorecard], model: Model) -> None:
    found = [card for card in cards if card.status == "scored"]
    assert len(found) >= 10
    for card in found:
        for name, ends in card.scores.items():
            assert ends is not None
            expected = ends["value"] - model.targets[name].reference_value()
            assert math.fsum(card.contributions[name].values()) == pytest.approx(expected, abs=1e-6)


def test_a_withheld_card_has_no_scores_but_its_measures(cards: list[Scorecard]) -> None:
    short = next(card for card in cards if card.id == "short")
    assert short.status == "withheld"
    assert short.flags[0] == "too_short"
    assert short.scores == {"quality": None, "bias": None}
    assert (short.contributions, short.reasons) == ({}, ())
    assert short.families["hedging"]["features"]["hedging_hedge_rate"] == pytest.approx(100 / 3)
    assert [span.kind for span in short.evidence] == ["hedge"]


def test_the_empty_article_has_undefined_measures(cards: list[Scorecard]) -> None:
    empty = next(card for card in cards if card.id == "empty")
    assert empty.flags == ("empty",)
    rates = [
        value
        for family in empty.families.values()
        for name, value in family["features"].items()
        if name.endswith("_rate")
    ]
    assert rates and all(math.isnan(value) for value in rates)
    written = as_written(empty)
    assert written["families"]["hedging"] | {"features": 0} == {
        "percentile": None,
        "headline": "hedging_hedge_rate",
        "features": 0,
    }


def test_families_hold_every_column_once(cards: list[Scorecard]) -> None:
    for card in cards:
        assert [name for family in card.families.values() for name in family["features"]] == list(COLUMNS)


def test_reasons_are_the_largest_contributions_with_their_first_span(
    cards: list[Scorecard], articles: dict[str, Article]
) -> None:
    seen = 0
    for card in cards:
        links = reason_links(card)
        assert tuple(link.text for link in links) == card.reasons
        sizes = [abs(link.points) for link in links]
        assert sizes == sorted(sizes, reverse=True)
        for link in links:
            assert link.points == card.contributions[link.score][link.column]
            assert link.text.startswith(f"{link.score.capitalize()} {'+' if link.points > 0 else '−'}")
            if link.first is not None:
                span = card.evidence[link.first]
                text = articles[card.id].text if span.part == "text" else articles[card.id].title or ""
                assert text[span.start : span.end].strip()
                seen += 1
    assert seen


def test_quoted_examples_stand_in_the_article(cards: list[Scorecard], articles: dict[str, Article]) -> None:
    for card in cards:
        for reason in card.reasons:
            head = reason.split(" (")[0]
            for words in (part.split("”")[0] for part in head.split("“")[1:]):
                source = " ".join(f"{articles[card.id].text} {articles[card.id].title}".split())
                assert words in source


def test_a_model_that_cannot_be_opened_is_said_before_the_first_card() -> None:
    with pytest.raises(scoring.ModelError):
        scoring.score([], model="nothing-of-this-name")


def test_the_order_of_articles_is_kept(cards: list[Scorecard], articles: dict[str, Article]) -> None:
    assert [card.id for card in cards] == [*articles, "empty", "short", "points"]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        pytest.param(NAN, None, id="nan"),
        pytest.param(float("-inf"), None, id="infinity"),
        pytest.param({"a": (1, NAN), 2: [{"b": NAN}]}, {"a": [1, None], "2": [{"b": None}]}, id="nested"),
        pytest.param(True, True, id="other values stay"),
    ],
)
def test_clean(value: object, expected: object) -> None:
    assert clean(value) == expected


@pytest.mark.parametrize("mark", ["\n", "\r", "\x85", "\u2028", "\u2029", "\0", '"', "\\"])
def test_a_line_is_one_line_for_every_reader(mark: str) -> None:
    line = to_line({"id": f"a{mark}b"})
    assert line.splitlines() == [line.removesuffix("\n")]
    assert json.loads(line) == {"id": f"a{mark}b"}


def test_an_interval_that_held_too_seldom_is_said_on_every_scored_card(
    articles: dict[str, Article], model: Model
) -> None:
    narrow = replace(model, coverage={"quality": 0.797, "bias": 0.89})
    given = [articles["rail-anvil"], Article("short", "It may rain.")]
    scored, withheld = scoring.score(given, model=narrow)
    said = "The 90 % interval of quality is too narrow: in the model’s own test it held 80 % of values"
    assert [note.startswith(said) for note in scored.notes if "interval" in note] == [True]
    assert not any("interval" in note for note in withheld.notes)


def test_intervals_of_the_shipped_model_are_not_called_narrow(cards: list[Scorecard]) -> None:
    assert not any("too narrow" in note for card in cards for note in card.notes)
