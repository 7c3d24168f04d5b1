"""The measures as a scikit-learn transformer, for pipelines of the user's own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from sklearn.base import BaseEstimator, TransformerMixin

from scoring.article import Article
from scoring.errors import InputError
from scoring.extractors import COLUMNS
from scoring.features import measure_row
from scoring.features.parallel import map_items
from scoring.model.preparing import Floats
from scoring.own_lexicon import OwnLexicon, open_lexicon
from scoring.readers.columns import find_columns, say_no_text

if TYPE_CHECKING:
    from pandas import DataFrame
    from sklearn.utils import Tags


class ArticleFeatures(TransformerMixin, BaseEstimator):  # type: ignore[misc]  # scikit-learn has no types
    """Turns articles into the measures of the codebook; `fit` learns nothing.

    Parameters
    ----------
    n_jobs : int, default 1
        Processes to use; -1 for all cores.
    lexicon : OwnLexicon or path, optional
        Entries to add to the shipped word lists.

    Notes
    -----
    Undefined measures are NaN: put an imputer, or an estimator that takes NaN, behind it. A title is
    used where an `Article` or the table has one. A text that is missing or no string counts as
    empty.

    Examples
    --------
    >>> from sklearn.impute import SimpleImputer
    >>> from sklearn.pipeline import make_pipeline
    >>> steps = make_pipeline(ArticleFeatures(), SimpleImputer(keep_empty_features=True))
    >>> steps.fit_transform(["It may rain.", "It rained."]).shape == (2, len(COLUMNS))
    True
    """

    def __init__(self, *, n_jobs: int = 1, lexicon: OwnLexicon | str | Path | None = None) -> None:
        self.n_jobs = n_jobs
        self.lexicon = lexicon

    def fit(self, X: Any, y: object = None) -> ArticleFeatures:  # scikit-learn's name
        """Check what kind of input it is; learn nothing.

        Parameters
        ----------
        X : iterable of Article or str, or pandas.DataFrame with a column of texts
        y : ignored
        """
        _check(X)
        return self

    def transform(self, X: Any) -> Floats:
        """Measure articles.

        Parameters
        ----------
        X : iterable of Article or str, or pandas.DataFrame with a column of texts

        Returns
        -------
        numpy.ndarray of shape (n_articles, n_measures)
            Columns in the codebook's order, NaN where undefined. A DataFrame after
            ``set_output(transform="pandas")``.

        Raises
        ------
        InputError
            If the input is a single text, or a table without a column of texts.
        """
        from functools import partial

        measure = partial(measure_row, lexicon=open_lexicon(self.lexicon))
        rows = [row for _, row in map_items(measure, _read(X), n_jobs=self.n_jobs)]
        return np.array(rows, dtype=float).reshape(len(rows), len(COLUMNS))

    def get_feature_names_out(self, input_features: object = None) -> np.ndarray[Any, np.dtype[np.object_]]:
        """The names of the columns, in order."""
        return np.array(COLUMNS, dtype=object)

    def __sklearn_is_fitted__(self) -> bool:
        """It never needs fitting."""
        return True

    def __sklearn_tags__(self) -> Tags:
        """Texts in, no fitting needed, no two-dimensional numbers."""
        tags = super().__sklearn_tags__()
        tags.requires_fit = False
        tags.input_tags.string = True
        tags.input_tags.two_d_array = False
        tags.input_tags.allow_nan = True
        return tags


def _check(articles: Any) -> None:
    if isinstance(articles, str | bytes | Article | Mapping):
        found = type(articles).__name__
        raise InputError(
            f"ArticleFeatures: one {found} where a list of articles is expected. Write [article]."
        )
    if _is_table(articles):
        _find_columns(articles)


def _is_table(articles: Any) -> bool:
    return hasattr(articles, "columns") and hasattr(articles, "iloc")


def _find_columns(frame: DataFrame) -> dict[str, int]:
    """Where text and, if there is one, title stand in a table."""
    names = tuple(map(str, frame.columns))
    found = find_columns(names)
    if "text" not in found:
        said = say_no_text("the table", names)
        raise InputError(said.replace("Name yours with --column text=NAME", "Rename yours"))
    return {field: names.index(found[field]) for field in ("text", "title") if field in found}


def _read(articles: Any) -> Iterable[Article]:
    _check(articles)
    if not _is_table(articles):
        return (_as_article(number, one) for number, one in enumerate(articles))
    places = _find_columns(articles)
    columns = [articles.iloc[:, place] for place in places.values()]
    rows = zip(*columns, strict=True) if len(articles) else ()
    return (_as_article(number, *row) for number, row in enumerate(rows))


def _as_article(number: int, text: object, title: object = None) -> Article:
    if isinstance(text, Article):
        return text
    return Article(
        str(number), text if isinstance(text, str) else "", title if isinstance(title, str) else None
    )
