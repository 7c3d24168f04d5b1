"""The doubt of a sentence: what is looked at, and the sum."""

from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.taggers import Judged
from scoring.taggers.doubts import MOST, DoubtModel, describe_doubts, judge_doubts
from scoring.taggers.senses import sense_of

WEIGHTS = {
    "sense": {"modal": 1.0, "inference": -0.5},
    "phrase": {"may": 0.5},
    "mark": {"any": 2.0, "negated": -1.0, "more research": 0.25},
}
MODEL = DoubtModel(1.0, WEIGHTS)


@pytest.mark.parametrize(
    ("text", "hedges", "doubts"),
    [
        pytest.param("", [], [], id="no sentence"),
        pytest.param("It may rain.", [(1, 2, "epistemic", 1.0)], [], id="three words are not judged"),
        pytest.param("The river is wide.", [], [1.0], id="the intercept without a hedge"),
        pytest.param(
            "It may rain here.", [(1, 2, "epistemic", 1.0)], [4.5], id="sense, phrase and mark add up"
        ),
        pytest.param("It may rain here.", [(1, 2, "epistemic", 0.5)], [2.75], id="a half hedge counts half"),
        pytest.param("It may not rain.", [(1, 2, "epistemic", 0.5)], [1.75], id="a plain no takes away"),
        pytest.param(
            "He can see it.", [(1, 2, "modal", 1.0)], [2.0], id="a modal is no hedge, but has its note"
        ),
        pytest.param("No, never, not here.", [], [0.0], id="several negations count once, never below 0"),
        pytest.param("More long studies are needed.", [], [1.25], id="a call for more research"),
        pytest.param("More people read long studies.", [], [1.0], id="more, and studies, but not together"),
        pytest.param(
            "It may rain and may snow.",
            [(1, 2, "epistemic", 1.0), (4, 5, "epistemic", 1.0)],
            [4.5],
            id="the same hedge twice counts once",
        ),
        pytest.param("It rains in Spain. It snows in Rome.", [], [1.0, 1.0], id="one value a sentence"),
    ],
)
def test_doubt_is_the_sum_of_what_a_sentence_holds(
    text: str, hedges: list[tuple[int, int, str, float]], doubts: list[float]
) -> None:
    doc = parse(Article("a", text))
    assert judge_doubts(doc, [Judged(*hedge) for hedge in hedges], MODEL) == pytest.approx(doubts)


def test_doubt_ends_at_the_scale() -> None:
    high = DoubtModel(9.0, {})
    assert judge_doubts(parse(Article("a", "The river is wide.")), [], high) == [MOST]


def test_two_half_hedges_are_one_three_quarters() -> None:
    doc = parse(Article("a", "It may perhaps rain."))
    (described,) = describe_doubts(doc, [Judged(1, 2, "epistemic", 0.5), Judged(2, 3, "epistemic", 0.5)])
    assert described["mark", "any"] == pytest.approx(0.75)


@pytest.mark.parametrize(
    ("phrase", "sense"),
    [
        pytest.param("may", "modal", id="a modal"),
        pytest.param("mayor", "other", id="three letters are a whole word"),
        pytest.param("possibility", "chance", id="by its first letters"),
        pytest.param("it is possible that", "chance", id="the first full word of a phrase"),
        pytest.param("seemingly", "seeming", id="an adverb"),
        pytest.param("remains to be seen", "unknown", id="what remains"),
        pytest.param("is it", "other", id="no full word"),
    ],
)
def test_sense_of_a_cue(phrase: str, sense: str) -> None:
    assert sense_of(phrase) == sense
