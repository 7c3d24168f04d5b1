"""Weights of everyday words: bounded, of words of no subject, and never seen by the article they measure."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import numpy as np
import pytest
from scipy.sparse import csr_matrix

from scoring.extractors.everyday import WELL, Everyday, measure_counts, measure_use
from scoring.model.examples import Examples, join
from scoring.model.manner import (
    MOST,
    cross,
    fill,
    fit_weights,
    measure_again,
    measure_grade,
)
from scoring.model.uses import encode, join_uses
from scoring.model.vocabulary import find_vocabulary

COLUMNS = ("language_report_grade", "language_argument_grade")
WORDS = ("so", "said", "wave")


def whole(**counts: int) -> Everyday:
    """Words none of which stands in a sentence of a source."""
    return Everyday(Counter(counts))


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
    article = Everyday(Counter(so=4, other=6), (Counter(so=3, other=1),))
    uses = encode([article, whole(so=1)], WORDS)
    assert uses.full.toarray().tolist() == [[measure_use(4, 6), 0.0, 0.0], [measure_use(1, 1), 0.0, 0.0]]
    assert uses.own.toarray()[0].tolist() == [measure_use(1, 6), 0.0, 0.0]
    assert uses.holds.toarray().tolist() == [[1.0], [0.0]]


def handed(seed: int, *, articles: int = 7) -> list[Everyday]:
    """Articles with up to four sentences of sources, the first with none."""
    rng = np.random.default_rng(seed)
    sentences = [
        tuple(Counter(map(str, rng.choice(WORDS, 5))) for _ in range(int(rng.integers(5)) if i else 0))
        for i in range(articles)
    ]
    return [Everyday(sum(told, Counter(map(str, rng.choice(WORDS, 30)))), told) for told in sentences]


@pytest.mark.parametrize(("target", "side"), [("quality", "report"), ("bias", "argument"), ("own", "report")])
def test_grades_are_those_of_one_article_at_a_time(target: str, side: str) -> None:
    weights, counts = {"so": 0.2, "said": -0.3, "wave": 0.1}, handed(1)
    found = measure_grade(encode(counts, WORDS), np.array(list(weights.values())), target)
    assert found == pytest.approx([measure_counts(one, weights, WELL[side]) for one in counts])


def test_some_articles_and_joined_ones_keep_their_own_sentences() -> None:
    one, two, weights = handed(1), handed(2), np.array([0.2, -0.3, 0.1])
    every = measure_grade(encode(one + two, WORDS), weights, "quality")
    both = join_uses([encode(one, WORDS), encode(two, WORDS)])
    assert measure_grade(both, weights, "quality") == pytest.approx(every)
    rows = np.array([8, 3, 8])
    assert measure_grade(both.take(rows), weights, "quality") == pytest.approx(every[rows])


def test_no_weight_exceeds_the_bound_and_both_sides_are_told_apart() -> None:
    so, said, _ = fit_weights(make(960))
    assert so == MOST and said == -MOST


def test_words_that_tell_as_much_weigh_the_same_however_much_each_is_used() -> None:
    labels = make().labels
    full = csr_matrix(np.column_stack([labels, 4 * labels, 0 * labels]))
    uses = make().uses._replace(full=full)
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
    assert both.uses is not None and both.uses.full.shape == (120, 3)
    assert one.uses is None


def test_measured_again_by_new_weights() -> None:
    counts = [whole(so=4, said=1), whole()]
    table = measure_again(np.full((2, 2), 7.0), COLUMNS, counts, WORDS, {"bias": np.array([0.1, 0.0, 0.0])})
    assert table[0].tolist() == [7.0, pytest.approx(0.1 * measure_use(4, 5))]
    assert np.isnan(table[1, 1])
