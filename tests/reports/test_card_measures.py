"""The measures of a card: units, medians, percentiles, the words behind them."""

from __future__ import annotations

import math

import pytest

from scoring.article import FAMILY_OF, Article, Evidence
from scoring.model.scores import Reference
from scoring.reports.card_measures import family_rows, spell
from scoring.scorecard import Scorecard

TEXT = "It may rain, experts said. Ana Ruiz said it might. If it rains, we leave."
RATE, QUOTED, UNNAMED, COUNT = (
    "hedging_hedge_rate", "hedging_quoted_hedge_rate", "sourcing_unnamed_rate", "sourcing_source_count",
)  # fmt: skip


def mark(words: str, kind: str, note: str = "", voice: str = "outlet") -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), FAMILY_OF[kind], kind, 1.0, voice, note)  # type: ignore[arg-type]


EVIDENCE = (
    mark("may", "hedge", "epistemic"),
    mark("might", "hedge", "epistemic", "quoted"),
    mark("If", "hedge", "conditional"),
    mark("experts", "source", "vague"),
    mark("Ana Ruiz", "source", "named"),
)
REFERENCE = Reference("five articles", 5, {RATE: 0.25}, {RATE: (0.0, 0.0, 1.0, 2.0)})


def figures(*, status: str = "scored", value: float = 1.0, reference: Reference | None = REFERENCE):
    values = {
        "hedging": {RATE: value, QUOTED: value, "hedging_hedged_sentence_share": value},
        "sourcing": {UNNAMED: value, COUNT: 2.0},
    }
    families = {
        name: {"percentile": 70.0, "headline": next(iter(part)), "features": part}
        for name, part in values.items()
    }
    card = Scorecard(
        "a", None, None, None, status, (), (), {}, families, {}, (), EVIDENCE, "default", "0",  # type: ignore[arg-type]
    )  # fmt: skip
    rows = family_rows(card, article=Article("a", TEXT), reference=reference, ids={f"t{TEXT.index('may')}"})
    return {row.name: row for row in rows}, {f.column: f for row in rows for f in row.figures}


@pytest.mark.parametrize(
    ("column", "value", "said"),
    [
        pytest.param(RATE, math.nan, ("–", ""), id="undefined has no unit"),
        pytest.param("sourcing_quote_share", 0.054, ("5.4", "%"), id="small share"),
        pytest.param("sourcing_quote_share", 0.0, ("0", "%"), id="no share"),
        pytest.param("stance_tone_balance", -0.2, ("−0.20", "−1 to 1"), id="balance"),
        pytest.param("language_sentence_words", 21.4, ("21.4", "words"), id="words"),
    ],
)
def test_values_in_their_unit(column: str, value: float, said: tuple[str, str]) -> None:
    assert spell(column, value) == said


def test_the_words_behind_a_measure_are_those_it_counts() -> None:
    _, found = figures()
    words = {column: [e.words for e in f.examples] for column, f in found.items()}
    assert words == {
        RATE: ["may"],
        QUOTED: ["might"],
        "hedging_hedged_sentence_share": ["may", "might"],
        UNNAMED: ["experts"],
        COUNT: ["Ana Ruiz"],  # vague sources are left out of it
    }
    assert found[RATE].examples[0].target == f"t{TEXT.index('may')}"
    assert found[QUOTED].examples[0].target == "", "its mark is not drawn"


def test_median_and_percentile_stand_where_the_reference_has_them() -> None:
    _, found = figures()
    assert (found[RATE].usual, found[RATE].percentile) == ("0.25", 62.5)  # (2 + 3) / 2 of 4
    assert (found[QUOTED].usual, found[QUOTED].is_ranked) == ("", False)


def test_a_withheld_card_is_not_placed_among_the_reference_articles() -> None:
    rows, found = figures(status="withheld")
    assert not rows["hedging"].is_ranked
    assert not any(f.is_ranked or f.usual for f in found.values())


def test_undefined_measures_say_so() -> None:
    _, found = figures(value=math.nan)
    assert not found[RATE].is_defined
    assert not found[RATE].is_ranked


def test_columns_outside_the_scores_are_not_among_the_first_figures() -> None:
    rows, _ = figures()
    assert COUNT not in [f.column for f in rows["sourcing"].main]
    assert COUNT in [f.column for f in rows["sourcing"].figures]
