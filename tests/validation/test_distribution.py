"""Distributions, and columns that tell nothing of their own."""

from __future__ import annotations

from math import isnan, nan

import numpy as np
import pandas as pd

from scoring.article import Article
from scoring.extractors import COLUMNS
from scoring.own_lexicon import read_lexicon
from scoring.validation.distribution import (
    GIVEN,
    LENGTH,
    Measured,
    find_problems,
    measure_corpora,
    summarise,
)

HEDGE, BOOST, QUOTE = "hedging_hedge_rate", "hedging_booster_rate", "sourcing_quote_share"


def table(rows=60, **columns):
    random = np.random.default_rng(5)
    values = {name: random.random(rows) for name in COLUMNS} | columns
    return pd.DataFrame({name: np.asarray(values[name], dtype=float) for name in COLUMNS})


def test_shares_and_quantiles_are_of_the_defined_values():
    given = [nan] * 20 + [0.0] * 20 + [1.0] * 20
    row = summarise(table(**{HEDGE: given}), "c").set_index("column").loc[HEDGE]
    assert (row["n"], row["nan_share"], row["above_zero_share"]) == (60, 20 / 60, 0.5)
    assert (row["p5"], row["p95"]) == (0.0, 1.0)


def test_an_empty_column_has_no_figures():
    row = summarise(table(**{HEDGE: [nan] * 60}), "c").set_index("column").loc[HEDGE]
    assert row["nan_share"] == 1
    assert isnan(row["median"]) and isnan(row["rho"]) and row["nearest"] == ""


def test_few_articles_give_no_correlation():
    assert summarise(table(rows=20), "c")["rho"].isna().all()


def test_nothing_to_mend():
    assert find_problems(Measured({"c": table()})) == []
    assert find_problems(Measured({})) == []


def test_a_constant_a_copy_and_length_are_found():
    one = np.arange(60.0)
    turned = np.random.default_rng(1).permutation(60)
    frame = table(**{HEDGE: one, BOOST: np.exp(-one / 9), QUOTE: [0.5] * 60})
    frame[LENGTH] = turned
    frame["stance_loaded_rate"] = turned * 2
    found = {(row["column"], row["problem"], row["other"]) for row in find_problems(Measured({"c": frame}))}
    assert found == {
        (QUOTE, "constant", ""),
        (HEDGE, "nearly a copy", BOOST),
        ("stance_loaded_rate", "goes with length", LENGTH),
    }


def test_a_column_constant_in_one_corpus_only_is_none_to_mend():
    assert find_problems(Measured({"c": table(**{QUOTE: [0.5] * 60}), "d": table()})) == []


def test_rows_follow_the_codebook_then_the_corpora():
    summary = Measured({"c": table(), GIVEN: table(rows=3)}).summary
    assert summary["column"].tolist() == [name for name in COLUMNS for _ in range(2)]
    assert summary["corpus"].tolist()[:2] == ["c", GIVEN]


def test_articles_of_ones_own_are_measured_with_ones_own_words(tmp_path):
    path = tmp_path / "mine.toml"
    path.write_text('kind = "filler"\nprecision = 1\n[[entries]]\nterm = "harbour lore"', encoding="utf-8")
    given = [Article("a", "They tell harbour lore.")]
    for lexicon, rate in ((None, 0.0), (read_lexicon(path), 25.0)):
        found = measure_corpora(tmp_path, given, lexicon=lexicon).tables[GIVEN]
        assert found["promotion_filler_rate"].tolist() == [rate]
