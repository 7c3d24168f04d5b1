"""`ArticleFeatures` as scikit-learn expects a transformer to be.

Of scikit-learn's own checks those that need no numbers apply: cloning, parameters, representation,
tags. All others feed it tables of numbers; its input is text, as its tags say.
"""

from __future__ import annotations

import math
import pickle
import warnings
from typing import Any

import numpy as np
import pandas as pd
import pytest
from sklearn.base import clone
from sklearn.compose import make_column_transformer
from sklearn.impute import SimpleImputer
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.utils import estimator_checks, get_tags

import scoring
from scoring.errors import InputError
from scoring.extractors import COLUMNS
from scoring.model.transformer import ArticleFeatures

DULL, KEEN = "The council met and the bridge is closed.", "A stunning, world-class triumph! You must see it!"
TEXTS = [DULL, KEEN] * 6
MANY = {
    "strings": TEXTS,
    "an array": np.array(TEXTS, dtype=object),
    "a series": pd.Series(TEXTS, index=range(5, 17)),
    "a table": pd.DataFrame({"n": range(12), "body": TEXTS}, index=range(5, 17)),
    "articles": [scoring.Article(str(number), text) for number, text in enumerate(TEXTS)],
    "a generator": TEXTS,
}


@pytest.mark.parametrize("name", MANY)
def test_every_kind_of_input_gives_the_table_of_features(name: str) -> None:
    given: Any = (text for text in TEXTS) if name == "a generator" else MANY[name]
    expected = scoring.features(scoring.Article(str(i), text) for i, text in enumerate(TEXTS))
    np.testing.assert_array_equal(ArticleFeatures().transform(given), expected.to_numpy())


@pytest.mark.parametrize("name", ["strings", "a table"])
def test_it_works_in_a_pipeline_under_cross_validation(name: str) -> None:
    steps = make_pipeline(ArticleFeatures(), SimpleImputer(keep_empty_features=True), LogisticRegression())
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        scores = cross_val_score(steps, MANY[name], [0, 1] * 6, cv=3)
    assert scores.tolist() == [1.0, 1.0, 1.0]


@pytest.mark.parametrize("name", MANY)
def test_set_output_names_the_columns_and_keeps_a_tables_index(name: str) -> None:
    table = ArticleFeatures().set_output(transform="pandas").fit_transform(MANY[name])
    assert list(table.columns) == list(COLUMNS)
    assert list(table.index) == list(range(5, 17) if name in ("a table", "a series") else range(12))


def test_names_out_fit_and_no_fit() -> None:
    one = ArticleFeatures()
    assert list(one.get_feature_names_out()) == list(COLUMNS)
    assert one.fit(TEXTS) is one
    assert vars(one) == vars(ArticleFeatures()), "fit learns nothing"
    assert list(make_pipeline(one).get_feature_names_out()) == list(COLUMNS)


def test_cloning_and_pickling_the_object() -> None:
    one = ArticleFeatures(n_jobs=2)
    assert clone(one).get_params() == one.get_params() == {"n_jobs": 2, "lexicon": None}
    copy = pickle.loads(pickle.dumps(ArticleFeatures()))
    np.testing.assert_array_equal(copy.transform([KEEN]), ArticleFeatures().transform([KEEN]))


@pytest.mark.parametrize("empty", [[], (), np.array([], dtype=object), pd.DataFrame({"text": []})])
def test_no_articles_give_no_rows(empty: Any) -> None:
    assert ArticleFeatures().fit_transform(empty).shape == (0, len(COLUMNS))
    assert ArticleFeatures().set_output(transform="pandas").fit_transform(empty).shape == (0, len(COLUMNS))


@pytest.mark.parametrize("text", ["", None, math.nan, 5, "\ud800"])
def test_what_is_no_text_has_no_words(text: Any) -> None:
    words = ArticleFeatures().transform([text])[0, COLUMNS.index("language_word_count")]
    assert words == 0.0


def test_a_tables_title_is_used() -> None:
    frame = pd.DataFrame({"text": [DULL], "headline": ["You won't believe what happened next"]})
    with_title, without = ArticleFeatures().transform(frame), ArticleFeatures().transform(frame[["text"]])
    assert not np.array_equal(with_title, without, equal_nan=True)


def test_columns_of_a_table_can_be_chosen() -> None:
    frame = pd.DataFrame({"text": TEXTS, "n": range(12)})
    both = make_column_transformer((ArticleFeatures(), ["text"]), remainder="passthrough")
    assert both.fit_transform(frame).shape == (12, len(COLUMNS) + 1)


@pytest.mark.parametrize(
    ("given", "says"),
    [
        pytest.param("It rained.", "one str", id="one text"),
        pytest.param(scoring.Article("a", "It rained."), "one Article", id="one article"),
        pytest.param({"text": ["It rained."]}, "one dict", id="columns without a table"),
        pytest.param(pd.DataFrame({"n": [1]}), "no column holds the article text", id="no texts"),
    ],
)
def test_what_is_no_list_of_articles(given: Any, says: str) -> None:
    for method in ("fit", "transform"):
        with pytest.raises(InputError, match=says):
            getattr(ArticleFeatures(), method)(given)


@pytest.mark.parametrize(
    "check",
    [
        estimator_checks.check_estimator_cloneable,
        estimator_checks.check_estimator_repr,
        estimator_checks.check_estimator_tags_renamed,
        estimator_checks.check_valid_tag_types,
        estimator_checks.check_no_attributes_set_in_init,
        estimator_checks.check_parameters_default_constructible,
        estimator_checks.check_get_params_invariance,
        estimator_checks.check_set_params,
        estimator_checks.check_mixin_order,
    ],
    ids=lambda check: check.__name__,
)
def test_scikit_learns_own_checks_that_need_no_numbers(check: Any) -> None:
    check("ArticleFeatures", ArticleFeatures())


def test_the_tags_say_that_texts_come_in() -> None:
    tags = get_tags(ArticleFeatures())
    assert (tags.input_tags.string, tags.input_tags.two_d_array, tags.requires_fit) == (True, False, False)
