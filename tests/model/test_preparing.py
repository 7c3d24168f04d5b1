"""What a score model sees of raw measures: how far each is drawn toward the reference."""

from __future__ import annotations

import numpy as np
import pytest

from scoring.model.preparing import PRIOR_SOURCES, PRIOR_TITLE, PRIOR_WORDS, sampling_error, shrink

COLUMNS = (
    "stance_loaded_rate",
    "language_report_grade",
    "language_title_mismatch_share",
    "language_title_word_count",
    "sourcing_same_source_share",
    "sourcing_attribution_rate",
)
REFERENCE = np.zeros(6)
ONES = np.array([[1.0, 1.0, 1.0, PRIOR_TITLE, 1.0, 2.0]])


@pytest.mark.parametrize(
    ("column", "words", "kept"),
    [
        pytest.param(0, PRIOR_WORDS, 1 / 2, id="a rate by the length of the text"),
        pytest.param(1, PRIOR_WORDS, 1.0, id="a grade not at all"),
        pytest.param(2, PRIOR_WORDS, 1 / 2, id="a share of the title by the words of the title"),
        pytest.param(2, 10 * PRIOR_WORDS, 1 / 2, id="whatever the length of the text"),
        pytest.param(4, 50 * PRIOR_SOURCES, 1 / 2, id="how often it is one source, by the attributions"),
        pytest.param(4, 0.0, 0.0, id="nothing is kept of no attributions"),
    ],
)
def test_what_is_kept_of_an_articles_own_value(column: int, words: float, kept: float) -> None:
    found = shrink(ONES, np.array([words]), REFERENCE, COLUMNS)
    assert found[0, column] == pytest.approx(kept * ONES[0, column])


def test_without_the_counts_the_length_of_the_text_decides() -> None:
    found = shrink(ONES[:, 2:5:2], np.array([PRIOR_WORDS]), REFERENCE[:2], COLUMNS[2:5:2])
    assert found.tolist() == [[0.5, 0.5]]


def test_what_is_undefined_takes_the_value_of_the_reference() -> None:
    found = shrink(np.full((1, 6), np.nan), np.array([300.0]), REFERENCE + 7, COLUMNS)
    assert found.tolist() == [[7.0] * 6]


def test_errors_are_drawn_in_as_the_values_are() -> None:
    short, long = (sampling_error(ONES, np.array([n]), REFERENCE, COLUMNS)[0] for n in (100.0, 10_000.0))
    assert short[0] > long[0] and short[1] == long[1] == 0
    untitled = sampling_error(ONES * [1, 1, 1, 0, 1, 1], np.array([100.0]), REFERENCE, COLUMNS)[0]
    assert untitled[2] == 0 < short[2]
