"""The single change that would move a score most: exact points, plain words, nothing that would be gaming."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

import scoring
from scoring.article import Article, Evidence
from scoring.extractors import CODEBOOK, EXTRACTORS
from scoring.model import Model, load_model
from scoring.model.preparing import WORDS
from scoring.model.signs import REASONS
from scoring.scorecard import Change, Scorecard, best_change, list_changes
from scoring.scorecard.actions import ACTIONS
from scoring.scorecard.changes import MIN_POINTS, describe_change, say_moves
from scoring.scorecard.editing import Facts

NAMES = ("verdict-trendnettle", "club-anvil", "phones-plainsend", "rail-quillon")
SHADY = (
    "sourcing_vague_share",
    "sourcing_anonymous_share",
    "sourcing_unnamed_rate",
    "sourcing_vague_evidence_rate",
)


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


@pytest.fixture(scope="module")
def articles(root: Path) -> list[Article]:
    files = [root / f"seeds/articles/{name}.txt" for name in NAMES]
    return list(scoring.read_articles(files))


@pytest.fixture(scope="module")
def cards(articles: list[Article], model: Model) -> list[Scorecard]:
    return list(scoring.score(articles, model=model))


def made(model: Model, given: dict[str, float], evidence: tuple[Evidence, ...] = ()) -> Scorecard:
    """A scored card of 500 words whose other measures are the reference's."""
    values = {**dict.fromkeys(CODEBOOK, 0.0), **model.reference.medians, WORDS: 500.0, **given}
    families = {
        e.name: {
            "percentile": 50.0,
            "headline": e.headline,
            "features": {c.name: values[c.name] for c in e.columns},
        }
        for e in EXTRACTORS
    }
    score = {"value": 50.0, "low": 40.0, "high": 60.0}
    return Scorecard(
        *("a", None, None, None, "scored", (), ()),
        *({"quality": score, "bias": score}, families, {}, (), evidence, "default", "0"),
    )


def change_of(card: Scorecard, model: Model, column: str) -> Change:
    return next(change for change in list_changes(card, model) if change.column == column)


def test_the_points_are_what_the_model_says_with_the_other_values(
    cards: list[Scorecard], model: Model
) -> None:
    tried = 0
    for card in cards:
        now, changes = card.measures, list_changes(card, model)
        before, *after = model.predict([now, *({**now, **change.after} for change in changes)])
        for change, then in zip(changes, after, strict=True):
            moved = {
                name: then.scores[name]["value"] - before.scores[name]["value"] for name in change.points
            }
            assert change.points == pytest.approx(moved, abs=1e-9)
            tried += 1
    assert tried > len(cards)


def test_the_first_is_the_largest_gain_and_each_is_worth_a_point(
    cards: list[Scorecard], model: Model
) -> None:
    for card in cards:
        changes = list_changes(card, model)
        gains = [max(change.points["quality"], -change.points["bias"]) for change in changes]
        assert gains == sorted(gains, reverse=True)
        assert all(gain >= MIN_POINTS for gain in gains)
        assert best_change(card, model) == (changes[0] if changes else None)


def without_loaded(article: Article, card: Scorecard) -> str:
    """The text without its charged words, last first so that offsets hold."""
    text = article.text
    for span in sorted(card.evidence, key=lambda span: -span.start):
        if (span.kind, span.voice, span.part) == ("loaded", "outlet", "text"):
            text = text[: span.start] + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("column", "edit"),
    [
        pytest.param("language_exclamation_rate", lambda a, c: a.text.replace("!", "."), id="exclamations"),
        pytest.param("stance_loaded_rate", without_loaded, id="charged words"),
    ],
)
def test_a_real_edit_moves_the_score_by_about_as_much(
    column: str, edit: Callable[[Article, Scorecard], str], articles: list[Article], model: Model
) -> None:
    """On the 40 example articles the mean of both is within 3 points for each of six actions."""
    before = next(iter(scoring.score(articles[:1], model=model)))
    change = change_of(before, model, column)
    edited = replace(articles[0], text=edit(articles[0], before))
    after = next(iter(scoring.score([edited], model=model)))
    assert before.scores["quality"] and after.scores["quality"]
    moved = after.scores["quality"]["value"] - before.scores["quality"]["value"]
    assert moved == pytest.approx(change.points["quality"], abs=1.0 + 0.5 * abs(change.points["quality"]))


@pytest.mark.parametrize("flag", ["empty", "too_short", "out_of_range"])
def test_a_withheld_card_has_none(cards: list[Scorecard], model: Model, flag: str) -> None:
    assert best_change(replace(cards[0], status="withheld", flags=(flag,)), model) is None


def test_the_reference_article_has_no_fault_to_mend(model: Model) -> None:
    found = {change.column for change in list_changes(made(model, {}), model)}
    found -= {"language_pressing_rate"}  # the median article has some, too
    assert not any(name.startswith(("promotion_", "stuffing_", "language_", "hedging_")) for name in found)


@pytest.mark.parametrize("column", ACTIONS)
def test_an_action_moves_its_column_only_as_the_sign_table_wants_it(
    column: str, cards: list[Scorecard]
) -> None:
    assert column in CODEBOOK and CODEBOOK[column].scored
    wanted = [
        sign * side
        for name, side in (("quality", 1), ("bias", -1))
        if (sign := REASONS[name].get(column, (0, ""))[0])
    ]
    assert wanted and len(set(wanted)) == 1, "a column whose sign is free is nobody's fault"
    for card in cards:
        facts = Facts(card.measures, dict.fromkeys(CODEBOOK, 0.0), card.evidence)
        after = ACTIONS[column].after(facts)
        assert wanted[0] * (after[column] - facts.value(column)) >= 0


@pytest.mark.parametrize("column", ACTIONS)
def test_no_action_adds_what_nobody_can_check(column: str, cards: list[Scorecard]) -> None:
    """Lines like "experts say" raise the number of attributions; nothing may propose them."""
    for card in cards:
        facts = Facts(card.measures, dict.fromkeys(CODEBOOK, 0.0), card.evidence)
        after = ACTIONS[column].after(facts)
        assert all(after.get(name, 0.0) <= facts.value(name) + 1e-12 for name in SHADY)
        if after.get("sourcing_attribution_rate", 0.0) > facts.value("sourcing_attribution_rate"):
            assert after["sourcing_identified_share"] >= facts.value("sourcing_identified_share")


@pytest.mark.parametrize(
    ("rate", "expected"),
    [
        pytest.param(math.nan, "", id="undefined"),
        pytest.param(0.0, "", id="none"),
        pytest.param(0.2, "Taking out the one call to buy, join or click would raise quality by", id="one"),
        pytest.param(1.0, "Taking out the 5 calls to buy, join or click would raise quality by", id="many"),
    ],
)
def test_the_count_is_in_words(rate: float, expected: str, model: Model) -> None:
    faulty = {"promotion_call_rate": rate, "language_report_grade": 0.0}
    changes = list_changes(made(model, faulty), model)
    said = [change.text for change in changes if change.column == "promotion_call_rate"]
    assert [text[: len(expected)] for text in said] == ([expected] if expected else [])


def test_statements_of_vague_sources_are_counted_apart_from_anonymous_ones(model: Model) -> None:
    given = {
        "sourcing_unnamed_rate": 1.2,
        "sourcing_vague_share": 0.4,
        "sourcing_anonymous_share": 0.2,
        "sourcing_identified_share": 0.1,
        "sourcing_attribution_rate": 0.8,
    }
    change = change_of(made(model, given), model, "sourcing_vague_share")
    assert change.text.startswith("Saying who stands behind the 4 statements of vague sources would")
    assert dict(change.after) == pytest.approx(
        {
            "sourcing_vague_share": 0.0,
            "sourcing_unnamed_rate": 0.4,
            "sourcing_identified_share": 0.5,
            "sourcing_attribution_rate": 1.6,
        }
    )


def test_the_repeated_phrase_is_named_and_its_first_mark_is_linked() -> None:
    marks = tuple(Evidence(i, i + 9, "stuffing", "stuffed_phrase", note="ferry tickets") for i in (30, 60))
    other = Evidence(0, 5, "stuffing", "stuffed_phrase", note="ferry")
    facts = Facts({"stuffing_phrase_share": 0.05, WORDS: 500.0}, {}, (other, *marks))
    assert ACTIONS["stuffing_phrase_share"].count(facts) == 1
    change = describe_change("stuffing_phrase_share", 1, facts, {}, {"quality": 4.2, "bias": 0.0})
    assert change.text == "Repeating the phrase “ferry tickets” less often would raise quality by 4."
    assert change.first == 1


@pytest.mark.parametrize(
    ("quality", "bias", "expected"),
    [
        pytest.param(6.2, 0.4, "raise quality by 6", id="one score"),
        pytest.param(6.2, -2.6, "raise quality by 6 and lower bias by 3", id="both for the better"),
        pytest.param(1.2, -7.0, "lower bias by 7 and raise quality by 1", id="the larger first"),
        pytest.param(6.2, 2.6, "raise quality by 6 but raise bias by 3", id="a loss in the other"),
    ],
)
def test_every_score_that_moves_is_told(quality: float, bias: float, expected: str) -> None:
    assert say_moves({"quality": quality, "bias": bias}) == expected
