"""Weights of everyday words: bounded, of words of no subject, and never seen by the article they measure."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from scoring.extractors.everyday import Everyday, measure_against, measure_use
from scoring.model.examples import Examples, join
from scoring.model.manner import (
    MOST,
    cross,
    encode,
    fill,
    fit_weights,
    measure_again,
    measure_grade,
)
from scoring.model.vocabulary import find_vocabulary

COLUMNS = ("language_report_grade", "language_argument_grade")
WORDS = ("so", "said", "wave")


def whole(**counts: int) -> Everyday:
    """Words none of which stands in a sentence of a source."""
    return Everyday(Counter(counts), Counter(counts))


def make(n: int = 60, *, seed: int = 0) -> Examples:
    """Articles of twelve outlets: half say "so", half "said"; "wave" tells nothing."""
    rng = np.random.default_rng(seed)
    labels = np.arange(n) % 2.0
    counts = [whole(so=int(9 * y), said=int(9 * (1 - y)), wave=int(rng.integers(3))) for y in labels]
    groups = np.array([f"outlet {i % 12}" for i in range(n)])
    table = np.full((n, 2), 7.0)
    uses = encode(counts, WORDS)
    return Examples(COLUMNS, table, np.full(n, 300.0), labels, groups, np.full(n, "one"), uses)


def test_vocabulary_leaves_out_rare_words_subjects_and_parties() -> None:
    common = [Counter(so=1, flood=5, liberals=1, monday=1, x=1) for _ in range(30)]
    some = [Counter(said=1) for _ in range(69)] + [Counter(rare=1)]
    assert find_vocabulary(common + some) == ["said", "so"]


def test_encoding_counts_uses_by_their_root_at_the_length_of_the_article() -> None:
    article = Everyday(Counter(so=4, other=6), Counter(so=1, other=5))
    (row,) = encode([article], WORDS).toarray()
    assert row.tolist() == [measure_use(4, 6), 0.0, 0.0, measure_against(4, 1, 6), 0.0, 0.0]


@pytest.mark.parametrize(("target", "columns"), [("quality", (0, 4)), ("bias", (3, 1)), ("own", (0, 4))])
def test_words_against_an_article_count_as_such(target: str, columns: tuple[int, int]) -> None:
    uses = encode([Everyday(Counter(so=4, said=4), Counter(so=1))], WORDS)
    found = measure_grade(uses, np.array([0.2, -0.1, 0.0]), target)
    for_it, against = (uses.toarray()[0, i] for i in columns)
    assert found.tolist() == [pytest.approx(0.2 * for_it - 0.1 * against)]


def test_no_weight_exceeds_the_bound_and_both_sides_are_told_apart() -> None:
    so, said, _ = fit_weights(make(960))
    assert so == MOST and said == -MOST


def test_words_that_tell_as_much_weigh_the_same_however_much_each_is_used() -> None:
    labels = make().labels
    uses = csr_matrix(np.column_stack([labels, 4 * labels, 0 * labels, np.zeros((60, 3))]))
    rare, common, unused = fit_weights(replace(make(), uses=uses))
    assert common == pytest.approx(rare, rel=0.01)
    assert 0 < rare < MOST and unused == 0


def test_one_class_gives_no_weights() -> None:
    data = make()
    assert not fit_weights(replace(data, labels=np.ones(60))).any()


def test_fill_measures_the_fitted_out_of_fold_and_the_asked_by_the_fit() -> None:
    known, asked = fill(make(), make(20, seed=1), "bias")
    assert np.allclose(asked.table[:, 1], measure_grade(make(20, seed=1).uses, fit_weights(make()), "bias"))
    assert np.isnan(known.table[:, 0]).all(), "the other score's measure may have seen these articles"
    assert np.corrcoef(known.table[:, 1], known.labels)[0, 1] > 0.9
    assert known.uses is None and asked.uses is None


def test_an_outlets_own_label_never_reaches_its_measure() -> None:
    data = make()
    inside = data.groups == "outlet 3"
    turned = replace(data, labels=np.where(inside, 1 - data.labels, data.labels))
    before, after = (cross(part, "bias").table[inside, 1] for part in (data, turned))
    assert np.allclose(before, after, atol=0.2), "only through the folds' balance"


@pytest.mark.parametrize("part", ["uses", "measure"])
def test_without_uses_or_a_measure_nothing_changes(part: str) -> None:
    data = replace(make(), **({"uses": None} if part == "uses" else {"columns": ("one", "other")}))
    known, asked = fill(data, data, "bias")
    assert known is data and asked is data


def test_joined_examples_keep_uses_only_if_all_have_them() -> None:
    data = make()
    both, one = join(data, data), join(data, replace(data, uses=None))
    assert both.uses is not None and both.uses.shape == (120, 6)
    assert one.uses is None


def test_measured_again_by_new_weights() -> None:
    counts = [whole(so=4, said=1), whole()]
    table = measure_again(np.full((2, 2), 7.0), COLUMNS, counts, WORDS, {"bias": np.array([0.1, 0.0, 0.0])})
    assert table[0].tolist() == [7.0, pytest.approx(0.1 * measure_use(4, 5))]
    assert np.isnan(table[1, 1])
