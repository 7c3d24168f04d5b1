"""Fitting the model of headlines on titles made here."""

from __future__ import annotations

import numpy as np
import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.model.headlines import (
    THRESHOLDS,
    Titles,
    choose_threshold,
    collect_titles,
    fit_headlines,
    measure_odds,
    plain,
    write_headline_card,
)
from scoring.taggers.headlines import judge_with, make_model

NAMES = ("Ruiz", "Vale", "Okoro", "Hesper", "Lind", "Marsh")
THINGS = ("ferry", "bridge", "harbour", "library", "school", "market")
ORDINARY = frozenset("this is why you need a new opens council votes on the plan for to see".split()) | {
    *THINGS
}


def make_titles() -> Titles:
    bait = [f"{n} Reasons Why You Need This {thing.title()}" for n in range(5, 15) for thing in THINGS]
    news = [
        f"{name} Council Votes On The {thing.title()} Plan"
        for name in NAMES
        for thing in (*THINGS, *THINGS[:4])
    ]
    return collect_titles([*bait, *news], [True] * len(bait) + [False] * len(news))


@pytest.fixture(scope="module")
def fitted() -> tuple[dict, dict]:
    return fit_headlines(make_titles(), ORDINARY)


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        pytest.param("", "", id="no title"),
        pytest.param("9 Ways To See It", "Ways to see it", id="numerals go"),
        pytest.param("The 3D-Printed Pier", "The pier", id="with what hangs on them"),
    ],
)
def test_plain_titles(title: str, bare: str) -> None:
    assert plain(title) == bare


def test_words_tell_bait_from_news(fitted: tuple[dict, dict]) -> None:
    saved, metrics = fitted
    assert metrics["auc"] == metrics["auc_plain"] == 1.0
    odds = measure_odds(
        [parse(Article("t", t)) for t in ("why you need this pier", "council votes on it")], saved
    )
    assert odds[0] > 0 > odds[1]


def test_no_name_has_a_weight(fitted: tuple[dict, dict]) -> None:
    words = fitted[0]["weights"]["words"]
    assert not {name.lower() for name in NAMES} & set(words)
    assert {"<other>", "<number>"} <= set(words)


def test_what_is_saved_is_calibrated(fitted: tuple[dict, dict]) -> None:
    titles = make_titles()
    model = make_model(fitted[0])
    chances = np.array([judge_with(model, doc).probability for doc in titles.parsed])
    assert abs(chances.mean() - titles.labels.mean()) < 0.05


def test_the_threshold_is_the_least_that_flags_few_everyday_titles(fitted: tuple[dict, dict]) -> None:
    quiet = [f"{name} council votes on the plan" for name in NAMES] * 20
    saved, figures = choose_threshold(fitted[0], [*quiet, "Why you need this ferry"])
    assert saved["threshold"] == THRESHOLDS[0]
    assert figures["flagged"]["0.5"] == pytest.approx(1 / 121, abs=1e-4)
    assert choose_threshold(fitted[0], ["Why you need this ferry"])[0]["threshold"] == THRESHOLDS[-1]


def test_the_card_names_threshold_and_both_figures(fitted: tuple[dict, dict]) -> None:
    saved, figures = choose_threshold(fitted[0], ["Hesper council votes on the plan"])
    card = write_headline_card(saved, fitted[1] | figures | {"fitted_on": "our own"})
    assert "**0.5**: it flags 0.0 % of 1 titles" in card
    assert "100.0 % of the corpus's clickbait" in card
