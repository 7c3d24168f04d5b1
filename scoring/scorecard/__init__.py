"""One article's scores, measures, reasons and evidence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from scoring.article import SCORES, Article
from scoring.extractors import CODEBOOK, EXTRACTORS
from scoring.features import Analysis, analyse
from scoring.features.parallel import iterate_batches, open_workers
from scoring.model import Model, Prediction, load_model
from scoring.model.coverage import say_all_narrow
from scoring.own_lexicon import OwnLexicon, open_lexicon
from scoring.scorecard.card import SCHEMA, Scorecard, clean, to_json, to_line
from scoring.scorecard.changes import Change, best_change, list_changes
from scoring.scorecard.reasons import Reason, reason_links, write_reasons

__all__ = [
    "SCHEMA", "Change", "Reason", "Scorecard", "best_change", "clean", "list_changes", "make_cards",
    "reason_links", "score", "to_json", "to_line",
]  # fmt: skip


def score(
    articles: Iterable[Article],
    *,
    model: str | Path | Model = "default",
    n_jobs: int = 1,
    lexicon: OwnLexicon | str | Path | None = None,
) -> Iterator[Scorecard]:
    """Score articles, one card each, in order.

    Parameters
    ----------
    articles : iterable of Article
    model : str, Path or Model
        Name of a shipped model, a model folder, or a loaded model.
    n_jobs : int
        Processes to use; -1 for all cores. With more than one, call it under
        ``if __name__ == "__main__":``.
    lexicon : OwnLexicon or path, optional
        Entries to add to the shipped word lists, from `scoring.own_lexicon.read_lexicon`. The model was
        fitted without them; each card's notes name the files.

    Returns
    -------
    iterator of Scorecard
        Lazy; no more than a few hundred articles are held at a time.

    Raises
    ------
    ModelError
        If the model cannot be opened; at once, before the first card is asked for.
    InputError
        If the lexicon cannot be read; at once too.

    Examples
    --------
    >>> card = next(score([Article("a", "It rained.")]))
    >>> card.status, card.flags[0]
    ('withheld', 'too_short')
    """
    loaded = model if isinstance(model, Model) else load_model(model)
    return _score(articles, loaded, n_jobs, open_lexicon(lexicon))


def _score(
    articles: Iterable[Article], model: Model, n_jobs: int, lexicon: OwnLexicon | None
) -> Iterator[Scorecard]:
    measure = partial(analyse, lexicon=lexicon)
    with open_workers(n_jobs) as run:
        for batch in iterate_batches(articles):
            yield from make_cards(batch, run(measure, batch), model)


def make_cards(articles: Sequence[Article], analyses: Sequence[Analysis], model: Model) -> list[Scorecard]:
    """Cards of articles that are already measured."""
    predictions = model.predict([analysis.features for analysis in analyses])
    return [_make_card(*parts, model) for parts in zip(articles, analyses, predictions, strict=True)]


def _make_card(article: Article, analysis: Analysis, prediction: Prediction, model: Model) -> Scorecard:
    flags, notes = analysis.flags, analysis.notes
    if prediction.outside and "empty" not in flags:
        flags = tuple(dict.fromkeys((*flags, "out_of_range")))
        labels = ", ".join(CODEBOOK[column].label for column in prediction.outside)
        notes = (*notes, f"Withheld: far outside what the model has seen in {labels}")
    if not flags:
        notes = (*notes, *say_all_narrow(model.coverage))
    card = Scorecard(
        id=article.id,
        outlet=article.outlet,
        title=article.title,
        event=article.event,
        status="withheld" if flags else "scored",
        flags=flags,
        notes=notes,
        scores=dict.fromkeys(SCORES) if flags else _fill_scores(prediction),
        families=_fill_families(analysis, model),
        contributions={} if flags else {name: dict(part) for name, part in prediction.contributions.items()},
        reasons=(),
        evidence=analysis.evidence,
        model=model.name,
        version=model.version,
    )
    return replace(card, reasons=write_reasons(card, article, model, analysis.words))


def _fill_scores(prediction: Prediction) -> dict[str, dict[str, float] | None]:
    """Both scores first, None where the model has none, then a model's own."""
    found = {name: dict(ends) for name, ends in prediction.scores.items()}
    return {name: found.get(name) for name in (*SCORES, *found)}


def _fill_families(analysis: Analysis, model: Model) -> dict[str, dict[str, Any]]:
    families = {}
    for extractor in EXTRACTORS:
        values = {column.name: analysis.features[column.name] for column in extractor.columns}
        percentile = model.reference.percentile(extractor.headline, values[extractor.headline])
        families[extractor.name] = {
            "percentile": percentile,
            "headline": extractor.headline,
            "features": values,
        }
    return families
