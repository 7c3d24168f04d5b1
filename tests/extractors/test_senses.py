"""Listed words in another sense leave no evidence; the same words in their own sense do."""

from __future__ import annotations

import pytest

import scoring
from scoring.article import Article
from scoring.document import parse
from scoring.extractors.sides import find_sides


def count(text: str, kind: str) -> int:
    return sum(item.kind == kind for item in scoring.analyse(Article("a", text)).evidence)


@pytest.mark.parametrize(
    ("text", "kind", "expected"),
    [
        pytest.param("", "rebuttal", 0, id="no text"),
        pytest.param("The firm denied the claim that it had lied.", "rebuttal", 1, id="a firm answers"),
        pytest.param("The travellers were denied entry on Monday.", "rebuttal", 0, id="entry was denied"),
        pytest.param("The claim was flatly denied by the firm.", "rebuttal", 1, id="denied by somebody"),
        pytest.param("Their request is being denied this week.", "rebuttal", 0, id="a request is denied"),
        pytest.param("It was a stunning defeat for the mayor.", "promotional", 0, id="a stunning defeat"),
        pytest.param("It was a stunning view of the valley.", "promotional", 1, id="a stunning view"),
        pytest.param("They found a military-grade nerve agent.", "promotional", 0, id="a weapon"),
        pytest.param("They sell a military-grade phone case.", "promotional", 1, id="a phone case"),
        pytest.param("The two are on the verge of a breakthrough.", "promotional", 0, id="a truce is near"),
        pytest.param("The firm sells a breakthrough cream.", "promotional", 1, id="a cream"),
        pytest.param(
            "The judges heard the Masterpiece case in May.", "promotional", 0, id="a name of one word"
        ),
        pytest.param("The judges saw a masterpiece of the baker.", "promotional", 1, id="no name"),
        pytest.param("Nobody here knows what the truth is.", "booster", 0, id="what the truth is"),
        pytest.param("The truth is that the dam leaks.", "booster", 1, id="the truth is that"),
        pytest.param("With glasses he sees more clearly.", "booster", 0, id="how one sees"),
        pytest.param("The dam is clearly too old.", "booster", 1, id="clearly so"),
    ],
)
def test_senses(text: str, kind: str, expected: int) -> None:
    assert count(text, kind) == expected


def test_every_candidate_is_kept_at_no_floor() -> None:
    text = "The travellers were denied entry after a stunning defeat."
    found = scoring.analyse(Article("a", text), min_probability=0.0).evidence
    assert {"rebuttal", "promotional"} <= {item.kind for item in found}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", set(), id="no text"),
        pytest.param(
            "It rained in Tarnby. Floods hit homes near downtown Tarnby. A bus left Tarnby.",
            set(),
            id="where it happened",
        ),
        pytest.param(
            "It rained in Tarnby. Tarnby voted for the dam. Tarnby pays for it.",
            {"Tarnby"},
            id="a town that acts",
        ),
        pytest.param(
            "It rained in Tarnby. Floods hit homes in Tarnby. Tarnby said it would pay.",
            {"Tarnby"},
            id="a town that speaks",
        ),
        pytest.param(
            "It failed in Congress. They sat in Congress. They met in Congress.", {"Congress"}, id="a chamber"
        ),
    ],
)
def test_places_are_no_sides(text: str, expected: set[str]) -> None:
    assert set(find_sides(parse(Article("a", text)))) == expected
