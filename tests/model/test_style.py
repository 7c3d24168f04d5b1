"""House style: closed to the shipped scores, open to a user's own, and warned of where it weighs."""

from __future__ import annotations

from types import SimpleNamespace

import numpy as np
import pytest

from scoring.extractors import CODEBOOK
from scoring.model.describing import find_leaning
from scoring.model.examples import Examples
from scoring.model.fitting import fit_curves
from scoring.model.signs import HOUSE_STYLE, REASONS, signs_for
from scoring.model.style import LARGEST, find_style, say_style
from scoring.model.target import Target

COLUMNS = ("stance_loaded_rate", "language_lix_grade", "hedging_hedge_rate", *HOUSE_STYLE)
REFERENCE = np.array([0.5, 45.0, 1.0, 40.0, 0.4, 10.0])


def make_examples(telling: str) -> Examples:
    """Forty articles whose labels one column tells."""
    rng = np.random.default_rng(0)
    labels = np.repeat([0.0, 1.0], 20)
    table = REFERENCE * (1 + rng.uniform(-0.1, 0.1, (40, len(COLUMNS))))
    table[:, COLUMNS.index(telling)] *= 0.6 + labels
    groups = np.array([f"outlet{i % 8}" for i in range(40)])
    return Examples(COLUMNS, table, np.full(40, 2000.0), labels, groups, np.full(40, "labels"))


def fit(target: str, telling: str, *, slope: float = 1.0) -> Target:
    curves = fit_curves(make_examples(telling), REFERENCE, target, 0.01)
    return Target(curves, [], slope, 0.0, 1.0, REFERENCE)


@pytest.mark.parametrize("target", REASONS)
@pytest.mark.parametrize("column", HOUSE_STYLE)
def test_a_score_called_as_a_shipped_one_never_goes_by_it(target: str, column: str) -> None:
    assert signs_for(target)[column] == 0
    fitted = fit(target, column)
    assert not fitted.curves.coef_[COLUMNS.index(column)].any()
    assert find_style(make_examples(column), fitted) == []


@pytest.mark.parametrize("column", HOUSE_STYLE)
def test_a_score_of_ones_own_may_and_says_so(column: str) -> None:
    assert column in find_style(make_examples(column), fit("veracity", column))
    assert CODEBOOK[column].label in say_style([column])


def test_it_is_silent_where_other_measures_weigh_more() -> None:
    telling = make_examples("stance_loaded_rate")
    others = fit("veracity", "stance_loaded_rate")
    for place, name in enumerate(COLUMNS):
        if name in HOUSE_STYLE:
            others.curves.coef_[place] /= 100
    assert len(COLUMNS) - len(HOUSE_STYLE) >= LARGEST
    assert find_style(telling, others) == []
    assert say_style([]) == say_style(["stance_loaded_rate"]) == ""


def test_a_score_that_says_the_same_of_every_article_leans_on_nothing() -> None:
    column = HOUSE_STYLE[0]
    assert find_style(make_examples(column), fit("veracity", column, slope=0.0)) == []


def test_train_warns_of_the_scores_it_fitted() -> None:
    column = "language_title_case_share"
    model = SimpleNamespace(
        targets={"veracity": fit("veracity", column), "quality": fit("quality", column), "old": None}
    )
    examples = dict.fromkeys(("veracity", "quality"), make_examples(column))
    [said] = find_leaning(model, examples)  # type: ignore[arg-type]
    assert said.startswith("veracity: leans on house style (")
    assert "title words with a capital" in said
