"""The page on other people's rubrics, and the codebook page."""

from __future__ import annotations

import re

import pytest

from scoring.extractors import CODEBOOK
from scoring.reports.codebook import write_codebook
from scoring.reports.rubrics import SEEN, Criterion, load_rubrics, render_rubrics

CRITERIA = [criterion for rubric in load_rubrics() for criterion in rubric.criteria]


@pytest.mark.parametrize("criterion", CRITERIA, ids=[criterion.name[:50] for criterion in CRITERIA])
def test_a_criterion_names_measures_there_are_and_what_they_miss(criterion: Criterion) -> None:
    assert criterion.seen in SEEN
    assert set(criterion.measures) <= set(CODEBOOK)
    assert bool(criterion.measures) == (criterion.seen == "partly")
    assert criterion.misses.endswith(".")


@pytest.mark.parametrize(
    ("name", "count"),
    [
        pytest.param("NewsGuard", 9, id="its nine criteria"),
        pytest.param("Ad Fontes Media", 6, id="three of reliability and three of bias"),
    ],
)
def test_a_rubric_is_complete(name: str, count: int) -> None:
    rubric = next(rubric for rubric in load_rubrics() if rubric.name == name)
    assert len(rubric.criteria) == count


def test_the_clauses_of_jti_are_all_there() -> None:
    rubric = next(rubric for rubric in load_rubrics() if rubric.name.startswith("Journalism Trust"))
    named: set[int] = set()
    for criterion in rubric.criteria:
        numbers = [int(n) for n in re.findall(r"\d+", criterion.name.split(":")[0])]
        named |= set(range(numbers[0], numbers[-1] + 1))
    assert named == set(range(1, 19))


def test_the_page_names_every_criterion_and_loads_nothing() -> None:
    page = render_rubrics()
    assert page.count("<tr>") == len(CRITERIA) + len(load_rubrics())
    assert "<script src" not in page and "<link" not in page
    assert f"{sum(c.seen == 'partly' for c in CRITERIA)} have a measure" in page


def test_the_codebook_page_holds_every_column_once() -> None:
    page = write_codebook()
    for name, column in CODEBOOK.items():
        assert page.count(f"\n`{name}` · ") == 1
        assert column.meaning in page and column.flaws in page
