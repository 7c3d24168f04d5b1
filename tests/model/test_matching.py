"""Articles and labels brought together by id."""

from __future__ import annotations

from pathlib import Path

import pytest

from scoring.article import Article, Rejection
from scoring.errors import LabelError
from scoring.model.matching import match_labels


def read(*ids: str) -> list[Article]:
    return [Article(one, "It rained.") for one in ids]


@pytest.mark.parametrize(
    ("ids", "missing", "said"),
    [
        pytest.param("ab", "", "", id="every article and every label has its other half"),
        pytest.param("a", "b", "", id="a label without its article is named"),
        pytest.param(
            "abx",
            "",
            "1 of 3 articles read carries no label and is passed over: x.",
            id="one article too many",
        ),
        pytest.param(
            "avwxyz",
            "b",
            "5 of 6 articles read carry no label and are passed over: v, w, x and 2 more.",
            id="of many the first are named",
        ),
    ],
)
def test_what_is_left_over_on_either_side_is_named(ids: str, missing: str, said: str) -> None:
    rejected: list[Rejection] = []
    found = match_labels(read(*ids), ["a", "b", "a"], Path("mine.csv"), rejected.append)
    assert [one.record for one in rejected] == list(missing)
    assert all(one.source == "mine.csv" and repr(one.record) in one.reason for one in rejected)
    assert found.say_bare() == said


def test_no_match_at_all_shows_an_id_of_each() -> None:
    with pytest.raises(LabelError, match=r"(?s)labels: none of 1 .*First labelled: 'a'; first read: 'x'"):
        match_labels(read("x"), ["a"], [], lambda _: None)


def test_a_label_for_a_file_by_its_whole_name_is_told_what_ids_are() -> None:
    rejected: list[Rejection] = []
    match_labels(read("a", "b"), ["a", "b.txt", "c"], [], rejected.append)
    hints = ["The id of a file is its name without the ending." in one.reason for one in rejected]
    assert hints == [True, False]
