"""What changed between two drafts."""

from __future__ import annotations

import json
import math
from collections import Counter

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.model import Model, load_model
from scoring.scorecard import clean
from scoring.scorecard.aligning import MOST, align_sentences
from scoring.scorecard.drafts import Drafts, ScoreChange, compare_drafts, to_record

PROSE = (
    "The council said on Monday that the old bridge would close for two weeks while a local firm mends it. "
    "Shop owners on the eastern bank fear a loss of a third of their trade, according to a survey. "
)
FILL = " ".join(
    f"The works at pier number {n} of the old bridge begin in the week after the fair." for n in range(12)
)


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def compared(old: str, new: str, model: Model) -> Drafts:
    return compare_drafts(Article("a", old), Article("a", new), model=model)


@pytest.mark.parametrize(
    ("old", "new", "appeared", "disappeared", "added", "removed"),
    [
        pytest.param("", "", [], [], 0, 0, id="nothing and nothing"),
        pytest.param("", "It may rain.", [("hedge", "may")], [], 3, 0, id="from nothing"),
        pytest.param("It may rain.", "", [], [("hedge", "may")], 0, 3, id="to nothing"),
        pytest.param("It may rain.", "It may rain.", [], [], 0, 0, id="the same"),
        pytest.param(
            "It may rain. We left.", "We left. It may rain.", [], [], 0, 0, id="sentences that moved"
        ),
        pytest.param("It may rain.", "It may\n  rain.", [], [], 0, 0, id="another line end"),
        pytest.param("It may rain.", "IT MAY RAIN.", [], [], 0, 0, id="folded words"),
        pytest.param(
            "It may rain.", "It might rain.", [("hedge", "might")], [("hedge", "may")], 1, 1, id="a word"
        ),
        pytest.param(
            "It may rain.", "It may rain. It may snow.", [("hedge", "may")], [], 3, 0, id="one more"
        ),
    ],
)
def test_evidence_and_words(
    old: str,
    new: str,
    appeared: list[tuple[str, str]],
    disappeared: list[tuple[str, str]],
    added: int,
    removed: int,
    model: Model,
) -> None:
    drafts = compared(old, new, model)
    assert [(one.span.kind, one.words) for one in drafts.appeared] == appeared
    assert [(one.span.kind, one.words) for one in drafts.disappeared] == disappeared
    assert (drafts.words_added, drafts.words_removed) == (added, removed)


def test_of_two_equal_words_the_one_in_the_changed_sentence_is_shown(model: Model) -> None:
    drafts = compared("It may rain tonight. We left.", "They may leave. It may rain tonight. We left.", model)
    [one] = drafts.appeared
    assert (one.before, one.words, one.after) == ("They ", "may", " leave. It may rain tonight. We left.")


def test_the_headline_counts_too(model: Model) -> None:
    bait = "You won't believe what happened next"
    drafts = compare_drafts(Article("a", PROSE, title="Bridge"), Article("a", PROSE, title=bait), model=model)
    assert {one.span.part for one in drafts.appeared} == {"title"}


def test_measures_are_those_that_changed_the_largest_move_first(model: Model) -> None:
    drafts = compared(FILL, FILL + " The clearly reckless plan may fail.", model)
    moved = [abs(one.moved) for one in drafts.measures if not math.isnan(one.moved)]
    assert moved == sorted(moved, reverse=True)
    changed = {one.column: one for one in drafts.measures}
    assert changed["language_word_count"].change == 6
    assert "promotion_promotional_rate" not in changed


SCORE = {"value": 50.0, "low": 40.0, "high": 60.0}


@pytest.mark.parametrize(
    ("after", "told"),
    [
        pytest.param({"value": 50.0, "low": 40.0, "high": 60.0}, False, id="the same"),
        pytest.param({"value": 59.0, "low": 55.0, "high": 63.0}, False, id="inside the first"),
        pytest.param({"value": 65.0, "low": 45.0, "high": 80.0}, False, id="the first inside the second"),
        pytest.param({"value": 65.0, "low": 55.0, "high": 80.0}, True, id="each outside the other"),
        pytest.param(None, False, id="withheld"),
    ],
)
def test_when_a_change_is_told(after: dict[str, float] | None, told: bool) -> None:
    assert ScoreChange("bias", SCORE, after).is_told is told
    assert ScoreChange("bias", after, SCORE).is_told is told
    assert math.isnan(ScoreChange("bias", None, after).change)


def test_a_withheld_draft_has_no_change(model: Model) -> None:
    drafts = compared("It may rain.", FILL, model)
    assert all(change.before is None and math.isnan(change.change) for change in drafts.scores)
    record = json.loads(json.dumps(clean(to_record(drafts)), allow_nan=False))
    assert record["scores"]["bias"]["change"] is None
    assert record["old"]["flags"][0] == "too_short"
    assert {"start", "end", "kind", "words"} <= set(record["disappeared"][0])


def test_aligning_many_sentences_is_linear_and_loses_none() -> None:
    many = [f"Wagon {n} left the station at noon." for n in range(MOST + 10)]
    old, new = (parse(Article("a", " ".join(part))) for part in (many, many[::-1]))
    aligned = align_sentences(old, new)
    assert (len(aligned.same), aligned.added, aligned.removed) == (MOST + 10, 0, 0)
    assert Counter(aligned.same.values()).most_common(1)[0][1] == 1


KEEN = "It is a stunning, world-class scandal, and officials may clearly lie!"


@pytest.mark.parametrize(
    "new",
    [
        pytest.param(f"{PROSE} {FILL} {KEEN}", id="a sentence more"),
        pytest.param(f"{PROSE} {FILL}", id="the same"),
        pytest.param(f"{FILL} {FILL}", id="another article"),
    ],
)
def test_the_points_of_all_measures_add_up_to_the_change(new: str, model: Model) -> None:
    drafts = compared(f"{PROSE} {FILL}", new, model)
    for score in drafts.scores:
        assert sum(score.points.values()) == pytest.approx(score.change, abs=1e-9)
        sizes = [abs(moved) for moved in score.points.values()]
        assert sizes == sorted(sizes, reverse=True)
        written = to_record(drafts)["scores"][score.name]["points"]  # type: ignore[index]
        assert written == {column: moved for column, moved in score.points.items() if moved}


def test_a_withheld_draft_has_no_points(model: Model) -> None:
    assert all(score.points == {} for score in compared("It may rain.", f"{PROSE} {FILL}", model).scores)
