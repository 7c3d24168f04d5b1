"""From articles to a comparison of their outlets."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd

from scoring.article import Article
from scoring.errors import InputError
from scoring.extractors import EXTRACTORS
from scoring.model import Model
from scoring.own_lexicon import OwnLexicon
from scoring.reports.comparison import Comparison, compare_table
from scoring.scorecard import Scorecard, score
from scoring.scorecard.columns import NUMBERS, score_values

HEADLINES = {extractor.name: extractor.headline for extractor in EXTRACTORS}
TEXTS = ("id", "outlet", "event", "title", "status")
TABLE = (*TEXTS, *NUMBERS)
"""Columns of the table of cards."""


def compare(
    articles: Iterable[Article],
    *,
    by: str = "outlet",
    model: str | Path | Model = "default",
    n_jobs: int = 1,
    seed: int = 0,
    lexicon: OwnLexicon | str | Path | None = None,
) -> Comparison:
    """Score articles and compare their outlets.

    Parameters
    ----------
    articles : iterable of Article
    by : str
        "outlet", "event" or another column of the table of cards.
    model : str, Path or Model
    n_jobs : int
        Processes to use; -1 for all cores.
    seed : int
        Of the bootstrap: same articles, same seed, same tables.
    lexicon : OwnLexicon or path, optional
        Entries to add to the shipped word lists.

    Returns
    -------
    Comparison
        Tables, charts and an answer in words; ``.save(folder)`` writes them all.

    Raises
    ------
    InputError
        When there is no column `by`.

    Examples
    --------
    >>> two = [Article("a", "It rained.", outlet="A"), Article("b", "It snowed.", outlet="B")]
    >>> sorted(compare(two).tables.outlets["outlet"].unique())
    ['A', 'B']
    """
    if by not in TABLE:  # said before the work, not after it
        raise InputError(f'compare: no column "{by}". Allowed with --by: {", ".join(TEXTS)}.')
    cards = score(articles, model=model, n_jobs=n_jobs, lexicon=lexicon)
    return compare_table(tabulate(cards), by=by, headlines=HEADLINES, seed=seed)


def tabulate(cards: Iterable[Scorecard]) -> pd.DataFrame:
    """One row per card: id, outlet, event, title, status, scores with their ends, then the measures.

    Withheld articles keep their row and give no number: a stub of four words would enter a mean as zeros.
    """
    return pd.DataFrame([_row(card) for card in cards], columns=list(TABLE))


def _row(card: Scorecard) -> dict[str, object]:
    texts = {name: getattr(card, name) for name in TEXTS}
    return texts | score_values(card) | (card.measures if card.status == "scored" else {})
