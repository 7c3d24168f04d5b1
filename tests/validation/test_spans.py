"""Counting how found spans meet marked ones."""

from __future__ import annotations

import pytest

from scoring.validation.spans import count_characters, count_overlaps


@pytest.mark.parametrize(
    ("found", "marked", "expected"),
    [
        pytest.param([], [], (0, 0, 0, 0), id="nothing found, nothing marked"),
        pytest.param([(0, 4)], [], (0, 1, 0, 0), id="found, nothing marked"),
        pytest.param([], [(0, 4)], (0, 0, 0, 1), id="marked, nothing found"),
        pytest.param([(0, 4)], [(4, 8)], (0, 1, 0, 1), id="spans that touch share no letter"),
        pytest.param([(0, 4), (5, 9)], [(3, 6)], (2, 2, 1, 1), id="two found reach one marked"),
        pytest.param([(0, 9)], [(0, 2), (3, 5)], (1, 1, 2, 2), id="one found reaches two marked"),
        pytest.param([(0, 4), (0, 4)], [(0, 4)], (1, 1, 1, 1), id="a span found twice counts once"),
    ],
)
def test_overlaps(found, marked, expected):
    assert count_overlaps(found, marked) == expected


@pytest.mark.parametrize(
    ("text", "found", "marked", "expected"),
    [
        pytest.param("", [], [], (0, 0, 0, 0), id="no text"),
        pytest.param("ab cd", [(0, 5)], [(3, 5)], (2, 4, 2, 2), id="white space is no character"),
        pytest.param("abcd", [(0, 3), (1, 4)], [(0, 4)], (4, 4, 4, 4), id="overlapping spans count once"),
        pytest.param("ab", [(0, 99)], [(0, 2)], (2, 2, 2, 2), id="a span past the end"),
    ],
)
def test_characters(text, found, marked, expected):
    assert count_characters(found, marked, text=text) == expected
