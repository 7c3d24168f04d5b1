"""The table beside simple learners, left against right, figures by length: on invented numbers."""

from __future__ import annotations

from dataclasses import replace
from math import isnan, nan

import numpy as np
import pytest

from scoring.model.card_tables import write_lengths, write_sides, write_standing
from scoring.model.examples import Examples
from scoring.model.metrics import calibration_error, describe_lengths, error_by_chance
from scoring.model.sides import compare_sides
from scoring.model.standing import (
    Task,
    compare,
    find_reach,
    flip,
    judge,
    learn_length,
    say_learner,
    split_corpora,
    split_outlets,
    split_pairs,
)
from scoring.model.tasks import Part, list_tasks

COLUMNS = ("stance_loaded_rate", "language_lix_grade")
MEDIANS = np.array([0.5, 45.0])


def make_part(name: str, *, groups: int = 6, per_group: int = 8, seed: int = 0) -> Part:
    """Outlets of two kinds that differ in charged words, and in one word of their texts."""
    rng = np.random.default_rng(seed)
    labels = np.repeat(np.arange(groups) % 2, per_group).astype(float)
    n = len(labels)
    table = np.column_stack([rng.gamma(2, 0.2, n) + labels, rng.normal(45, 5, n)])
    outlets = np.repeat([f"outlet{i}" for i in range(groups)], per_group)
    texts = [
        f"{'shabby' if label else 'plain'} report {name} number {i} on a ferry"
        for i, label in enumerate(labels)
    ]
    return Part(Examples(COLUMNS, table, 400.0 + 10 * np.arange(n), labels, outlets, np.full(n, name)), texts)


def test_pairs_leave_one_group_of_either_class_out() -> None:
    part = make_part("one")
    splits = split_pairs(part.data, part.texts)
    assert len(splits) == 3 * 3
    for train, test in splits:
        assert len(set(part.data.groups[test])) == 2
        assert set(part.data.labels[test]) == {0.0, 1.0}
        assert not set(part.data.groups[train]) & set(part.data.groups[test])


def test_a_copy_in_another_outlet_does_not_train_what_judges_it() -> None:
    part = make_part("one")
    long = "The ferry left the pier at nine and came back at noon with all of its passengers."
    texts = [long if i in (0, 47) else f"text {i}" for i in range(len(part.texts))]
    for train, test in split_outlets(part.data, texts):
        for here, there in ((0, 47), (47, 0)):
            assert here not in test or there not in train


def test_across_corpora_all_of_one_is_asked_about_all_of_the_other() -> None:
    one, other = make_part("one"), make_part("two", groups=4)
    [(train, test)] = split_corpora([one.data], other.data, [*one.texts, *other.texts])
    assert (len(train), len(test), test[0]) == (48, 32, 48)


def test_length_is_asked_in_the_direction_of_the_training_part() -> None:
    data = make_part("one", groups=2).data
    task = Task("a", "a", "bias", data, (), ())
    rows = np.arange(16)
    assert learn_length(task, rows, rows, MEDIANS).tolist() == data.words.tolist()
    assert (
        learn_length(replace(task, data=flip(data)), rows, rows, MEDIANS).tolist() == (-data.words).tolist()
    )


@pytest.mark.parametrize(
    ("reach", "over_tfidf", "over_nela", "nela", "expected"),
    [
        pytest.param(nan, nan, nan, None, nan, id="no goal"),
        pytest.param(0.9, nan, nan, 0.99, 0.9, id="a figure alone"),
        pytest.param(nan, 0.08, 0.02, 0.85, 0.87, id="the higher of two margins"),
        pytest.param(nan, 0.08, 0.02, None, 0.68, id="one of two not measured"),
    ],
)
def test_the_highest_goal_is_to_be_reached(
    reach: float, over_tfidf: float, over_nela: float, nela: float | None, expected: float
) -> None:
    task = Task("a", "a", "bias", make_part("one").data, (), (), True, reach, over_tfidf, over_nela)
    assert find_reach(task, 0.6, nela) == pytest.approx(expected, nan_ok=True)


def list_invented_tasks() -> list[Task]:
    names = ("bias_semeval2019", "orientation_webis2016", "quality_horne2017", "kind_fakehealth")
    parts = {name: make_part(name, seed=i) for i, name in enumerate(names)}
    parts["quality_horne2017"] = replace(
        parts["quality_horne2017"], data=flip(parts["quality_horne2017"].data)
    )
    return list(list_tasks(parts))


def test_the_rows_of_the_table_split_what_they_name() -> None:
    tasks = list_invented_tasks()
    assert [len(task.splits) for task in tasks] == [5, 9, 5, 5, 5, 1, 1, 1, 1, 1]
    assert all(len(task.texts) == len(task.data.labels) for task in tasks)
    for task in tasks:
        loaded = task.data.table[:, 0]
        rises = loaded[task.data.labels == 1].mean() > loaded[task.data.labels == 0].mean()
        assert rises is np.True_ if task.target == "bias" or task.name == "health" else not rises


def test_real_or_fake_is_told_as_the_shipped_score_and_as_one_of_the_users_own() -> None:
    tasks = {task.name: task for task in list_invented_tasks()}
    for name in ("horne", "horne-webis"):
        bounded, own = tasks[name], tasks[f"{name}-own"]
        assert [say_learner(task.target) for task in (bounded, own)] == ["quality, bounded", "own, unbounded"]
        assert own == replace(bounded, name=own.name, target=own.target, data=own.data, splits=own.splits)
        assert all(np.array_equal(a[1], b[1]) for a, b in zip(bounded.splits, own.splits, strict=True))


def test_a_row_holds_every_learner_and_what_is_to_be_reached() -> None:
    [row] = compare(list_invented_tasks()[5:6], MEDIANS, {"semeval-webis": 0.75})
    assert min(row["ours"], row["stumps"]) > 0.9
    assert (row["shipped"], row["low"]) == (0.75, row["high"])
    assert row["learner"] == "bias, bounded"
    assert row["reach"] >= row["tfidf"] + 0.079
    page = write_standing({"standing": {"nela": "from elsewhere", "own": "without bounds", "rows": [row]}})
    assert page.count("\n| ") == 2
    assert "from elsewhere" in page and "Own: without bounds." in page


def test_pooled_folds_give_one_figure_and_pairs_a_range() -> None:
    part = make_part("one")
    task = Task("a", "a", "bias", part.data, part.texts, split_pairs(part.data, part.texts), pooled=False)
    middle, low, high = judge(task, learn_length, MEDIANS)
    assert low < middle < high
    assert len(set(judge(replace(task, pooled=True), learn_length, MEDIANS))) == 1


def test_the_error_by_chance_is_that_of_labels_drawn_from_the_probabilities() -> None:
    data = make_part("one", groups=40, per_group=50).data
    rng = np.random.default_rng(1)
    odds = rng.normal(0, 1.5, len(data.labels))
    drawn = replace(data, labels=(rng.random(len(odds)) < 1 / (1 + np.exp(-odds))).astype(float))
    assert abs(calibration_error(odds, drawn) - error_by_chance(odds, drawn)) < 0.015
    assert calibration_error(3 * odds, drawn) > error_by_chance(3 * odds, drawn) + 0.05


def test_bands_without_enough_of_both_classes_have_no_auc() -> None:
    data = make_part("one", groups=10, per_group=10).data
    words = np.where(np.arange(100) < 40, 600.0, 100.0)
    found = describe_lengths(data.labels * 2 - 1, replace(data, words=words))
    known = {band["low"]: (band["articles"], band["auc"]) for band in found["bands"] if band["articles"]}
    assert known == {0: (60, 1.0), 500: (40, 1.0)}
    few = describe_lengths(data.labels, replace(data, words=np.where(np.arange(100) < 15, 100.0, 600.0)))
    assert (few["bands"][0]["auc"], few["withheld"]) == (None, 15)
    assert "15 articles" in write_lengths({"lengths": few})


class Steady:
    """A score that is the first measure."""

    def predict(self, table: np.ndarray, words: np.ndarray) -> tuple[np.ndarray, None, None]:
        return table[:, 0], None, None


class Pair:
    targets = {"bias": Steady()}  # noqa: RUF012


@pytest.mark.parametrize(
    ("events", "difference"),
    [
        pytest.param([], None, id="no event"),
        pytest.param([(60.0, 50.0)], None, id="one event alone says nothing"),
        pytest.param([(60.0, 50.0), (30.0, 40.0)], 0.0, id="two that cancel out"),
        pytest.param([(60.0, 50.0), (40.0, 20.0)], 15.0, id="the mean of both"),
    ],
)
def test_left_less_right_is_the_mean_over_events(
    events: list[tuple[float, float]], difference: float | None
) -> None:
    rows, values = [], []
    for number, (left, right) in enumerate(events):
        for side, value in (("left", left), ("right", right), ("center", 0.0)):
            rows.append({"event": number, "side": side})
            values.append([value])
    table = np.array(values).reshape(-1, 1)
    found = compare_sides(Pair(), table, np.full(len(rows), 300.0), rows, least=120)  # type: ignore[arg-type]
    assert found.get("bias", {}).get("difference") == difference
    assert compare_sides(Pair(), table, np.full(len(rows), 100.0), rows, least=120) == {}  # type: ignore[arg-type]
    assert bool(write_sides({"sides": found})) is (difference is not None)


def test_a_card_without_these_figures_says_nothing_of_them() -> None:
    assert [write_standing({}), write_sides({}), write_lengths({})] == ["", "", ""]
    assert isnan(find_reach(Task("a", "a", "bias", make_part("one").data, (), ()), nan, None))
