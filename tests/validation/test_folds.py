"""Folds keep together what belongs together."""

from __future__ import annotations

import numpy as np

from scoring.validation.folds import deal_folds, predict_unseen


def test_a_group_lies_in_one_fold_and_folds_are_even():
    groups = [f"d{n % 11}" for n in range(50)]
    folds = deal_folds(groups)
    assert len({(g, f) for g, f in zip(groups, folds.tolist(), strict=True)}) == 11
    sizes = np.bincount([folds[groups.index(g)] for g in set(groups)])
    assert sizes.max() - sizes.min() <= 1


def test_folds_do_not_depend_on_the_order_of_rows():
    groups = [f"d{n}" for n in range(9)]
    one, two = deal_folds(groups), deal_folds(groups[::-1])
    assert one.tolist() == two[::-1].tolist()


def test_no_text_is_judged_by_a_model_that_saw_it():
    texts = list("abcdefgh")
    said = predict_unseen(texts, texts, deal_folds(texts), lambda train, _, test: [t in train for t in test])
    assert said == [False] * len(texts)
