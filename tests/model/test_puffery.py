"""Fitting the model of promotional sentences on sentences made here."""

from __future__ import annotations

from itertools import cycle, islice

import numpy as np
import pytest

from scoring.model.puffery import fit_puffery, group_of, judge_unseen_rows, write_puffery_card
from scoring.model.vectors import Vectors, fit_vectors

PLACES = ("harbour", "market", "school", "bridge", "library", "museum", "garden", "theatre")
PRAISE = (
    "a breathtaking {} with a vibrant soul",
    "the finest {} of a vibrant town",
    "a vibrant {} like no other",
)
PLAIN = (
    "a {} that opened in 1954 near the road",
    "the {} has two floors and a roof",
    "a {} on the north road",
)


def make_rows() -> list[dict[str, str]]:
    rows = []
    for n, place in enumerate(islice(cycle(PLACES), 40)):
        for group, forms in (("pos", PRAISE), ("neg_ir", PLAIN), ("neg_same_article", PLAIN)):
            text = f"It is {forms[n % 3].format(place)}."
            rows.append({"id": f"puffery/{group}/{n}", "text": text, "group": group})
    return rows


@pytest.fixture(scope="module")
def vectors() -> Vectors:
    sentences = [row["text"][:-1].lower().split() for row in make_rows()]
    return fit_vectors(sentences, size=10, min_count=2)


def test_the_number_names_the_text() -> None:
    assert group_of({"id": "puffery/neg_ir/17"}) == "17"


def test_praise_is_told_from_plain_words(vectors: Vectors) -> None:
    saved, metrics = fit_puffery(make_rows(), vectors)
    words, lists = saved["weights"]["words"], saved["weights"]["lists"]
    assert words["vibrant"] > 0 > words["road"]
    assert lists["promotional"] > 0
    assert metrics["auc"] == metrics["auc_same_article"] == 1.0
    assert metrics["sentences"] == 80


def test_others_of_the_article_are_judged_but_not_learnt_from(vectors: Vectors) -> None:
    rows = make_rows()
    turned = [
        {**row, "text": "It is a vibrant hub."} if row["group"] == "neg_same_article" else row for row in rows
    ]
    saved, _ = fit_puffery(turned, vectors)
    assert saved["weights"]["words"]["vibrant"] > 0


def test_a_fold_is_judged_by_a_model_of_the_others(vectors: Vectors) -> None:
    rows = make_rows()
    folds = np.array([int(group_of(row)) % 2 for row in rows])
    whole = judge_unseen_rows(rows, vectors, folds)
    swap = {"pos": "neg_ir", "neg_ir": "pos", "neg_same_article": "neg_same_article"}
    half = [
        {**row, "group": swap[row["group"]]} if f == 0 else row for row, f in zip(rows, folds, strict=True)
    ]
    again = judge_unseen_rows(half, vectors, folds)
    assert np.allclose(whole[folds == 0], again[folds == 0]), "labels of a fold do not reach its own scores"
    assert not np.allclose(whole[folds == 1], again[folds == 1])


def test_the_card_gives_figures_and_what_the_threshold_shows(vectors: Vectors) -> None:
    card = write_puffery_card(fit_puffery(make_rows(), vectors)[1])
    assert "**0.995**" in card
    assert "AUC 1.000 against neutral sentences" in card
    assert "Expected calibration error" in card
