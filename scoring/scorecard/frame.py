"""Scores for the rows of a table: rows in, rows out, for partitions of Dask, Spark or Ray."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from scoring.article import Article
from scoring.errors import InputError
from scoring.features import analyse
from scoring.features.parallel import iterate_batches
from scoring.model import Model, load_model
from scoring.own_lexicon import OwnLexicon, open_lexicon
from scoring.readers.columns import find_columns, say_no_text
from scoring.readers.values import make_article
from scoring.scorecard import Scorecard, make_cards
from scoring.scorecard.columns import NUMBERS, score_values

if TYPE_CHECKING:
    from pandas import DataFrame

TEXTS = ("id", "status", "flags")


def score_frame(
    frame: DataFrame,
    *,
    model: str | Path | Model = "default",
    lexicon: OwnLexicon | str | Path | None = None,
) -> DataFrame:
    """Score the articles of a table, one row each.

    Parameters
    ----------
    frame : pandas.DataFrame
        A column of texts, and where there are some id, title, outlet, url, published and event. The
        readers' synonyms are recognised ("body", "headline", "publisher", ...).
    model : str, Path or Model
        A loaded model saves opening one per call.
    lexicon : OwnLexicon or path, optional
        Entries to add to the shipped word lists.

    Returns
    -------
    pandas.DataFrame
        The index and the order of `frame`. Columns: id, status, flags (joined by commas, empty where
        there are none), quality, quality_low, quality_high, bias, bias_low, bias_high in [0, 100],
        then the measures in the codebook's order. Scores of withheld rows and undefined measures are
        NaN. The first three columns are of type object, all others float64, of an empty frame too.

    Raises
    ------
    InputError
        If no column holds the texts. No single row raises: one whose text is missing, or is anything
        but a string, counts as empty: it is withheld with the flag "empty".

    Notes
    -----
    Ids come from the table, or are made from outlet, url and text as the readers make them. Equal ids
    stay equal: a partition cannot know those of another.

    Examples
    --------
    >>> import pandas
    >>> table = pandas.DataFrame({"body": ["It rained.", None]}, index=["x", "y"])
    >>> score_frame(table)[["status", "flags", "language_word_count"]].to_dict("index")["y"]
    {'status': 'withheld', 'flags': 'empty', 'language_word_count': 0.0}
    """
    import pandas as pd

    loaded = model if isinstance(model, Model) else load_model(model)
    own = open_lexicon(lexicon)
    cards = (
        card
        for batch in iterate_batches(read_frame(frame))
        for card in make_cards(batch, [analyse(article, lexicon=own) for article in batch], loaded)
    )
    rows = [_row(card) for card in cards]
    table = pd.DataFrame(rows, columns=[*TEXTS, *NUMBERS], index=frame.index)
    return table.astype({**dict.fromkeys(TEXTS, "object"), **dict.fromkeys(NUMBERS, "float64")})


def _row(card: Scorecard) -> dict[str, Any]:
    row = {"id": card.id, "status": card.status, "flags": ",".join(card.flags)}
    return {**row, **score_values(card), **card.measures}


def read_frame(frame: DataFrame) -> Iterator[Article]:
    """One article per row; a text that is no string counts as empty.

    Raises
    ------
    InputError
        If no column holds the texts; at once.
    """
    if not hasattr(frame, "iloc"):
        raise InputError(f"score_frame: takes a pandas DataFrame; found {type(frame).__name__}.")
    names = tuple(map(str, frame.columns))
    places = find_columns(names)
    if "text" not in places:
        raise InputError(
            say_no_text("the table", names).replace("Name yours with --column text=NAME", "Rename yours")
        )
    columns = {field: frame.iloc[:, names.index(name)] for field, name in places.items()}
    return _read_rows(columns, len(frame))


def _read_rows(columns: Mapping[str, Any], length: int) -> Iterator[Article]:
    rows = zip(*columns.values(), strict=True) if length else ()
    for row in rows:
        values = {field: _present(value) for field, value in zip(columns, row, strict=True)}
        text = values["text"]
        yield make_article({**values, "text": text if isinstance(text, str) else ""})


def _present(value: Any) -> Any:
    """The value, None where pandas knows it as missing."""
    import pandas as pd

    return None if value is None or value is pd.NA or value is pd.NaT else value
