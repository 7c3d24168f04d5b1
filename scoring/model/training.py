"""Retrains the scores on labels of your own."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Mapping, Sequence
from os import PathLike
from pathlib import Path

import numpy as np

from scoring import __version__
from scoring.artefacts import find_model, list_models
from scoring.article import SCORES, Article, Rejection
from scoring.errors import InputError, LabelError
from scoring.extractors import COLUMNS
from scoring.features import features
from scoring.model.annotators import compare_annotators
from scoring.model.building import build_model, list_columns
from scoring.model.coverage import say_all_narrow
from scoring.model.describing import FEWEST, LabelledPart, describe, find_idle, find_leaning, weigh
from scoring.model.fitting import Examples
from scoring.model.labels import Labels, gather_values, measure_alpha, read_labels
from scoring.model.matching import match_labels, warn_of
from scoring.model.preparing import WORDS, Floats
from scoring.model.prior import find_prior
from scoring.model.scores import Model, Reference
from scoring.model.seen import digest_article, join_digests, seen_by
from scoring.model.starting import Start, choose_start
from scoring.model.store import load_model
from scoring.own_lexicon import OwnLexicon, open_lexicon


def train(
    articles: Iterable[Article],
    labels: Labels,
    *,
    targets: Sequence[str] = SCORES,
    out: str | PathLike[str],
    prior: str | PathLike[str] | Model | None = "default",
    on_reject: Callable[[Rejection], None] | None = None,
    n_jobs: int = 1,
    lexicon: OwnLexicon | str | Path | None = None,
) -> Model:
    """Fit a model on labelled articles and write it with its card into a folder.

    The fit starts from the curves of the shipped model and moves away from them as far as the labels
    ask: with 30 labels it is mostly the shipped model, with a few hundred mostly the labels. Where
    starting from scratch does clearly better at outlets left out, the prior is dropped. The card
    says which.

    Parameters
    ----------
    articles : iterable of Article
        Those without a label are passed over.
    labels : path or iterable of mappings
        One row per article and annotator: ``article``, ``annotator``, then the targets, 0-100 or
        low, medium, high; blank means not labelled. An article's label is the plain mean over its
        annotators, and each article weighs the same, however many annotators it had; nobody's labels
        are moved or left out. Half-way labels count in part for both classes.
    targets : sequence of str
        Columns of the labels to fit.
    out : path
        Folder for the model; the files of a model in it are replaced.
    prior : str, path, Model or None
        Model whose scores of the same names the fits start from; None to start from scratch. A target
        that it does not have starts from scratch. It must not have been fitted on the same labels:
        for articles of the shipped model's own corpora the figures on the card are too good.
    on_reject : callable, optional
        Called with each `Rejection`: labels that cannot be read, or whose article is not there.
        By default a warning.
    n_jobs : int
        Processes to measure with; -1 for all cores.
    lexicon : OwnLexicon or path, optional
        Entries to add to the shipped word lists. The card names them; the model expects them again
        whenever it scores.

    Returns
    -------
    Model
        As `load_model` would open it from `out`.

    Warns
    -----
    UserWarning
        For each target what weakens it: few, one-sided or disputed labels, all from one outlet, an
        annotator far from the others, length that gives the labels away, a prior that does not fit
        them, measures that do not predict them, a score that leans on house style.

    Raises
    ------
    LabelError
        If fewer than 10 articles carry labels for every target.
    InputError
        If the folder cannot be written, or is one of the models that come with sourcegrade.

    Examples
    --------
    It takes some seconds, and a folder to write to:

    >>> from scoring import read_articles, score
    >>> articles = list(read_articles("seeds/articles"))  # doctest: +SKIP
    >>> model = train(articles, "seeds/labels.csv", out="models/mine")  # doctest: +SKIP
    >>> cards = score(articles, model=model)  # doctest: +SKIP
    """
    folder = _prepare(out)
    offered = _open_prior(prior)
    reject = on_reject or warn_of
    rows = read_labels(labels, targets=targets, on_reject=reject)
    matched = match_labels(articles, [row.article for row in rows], labels, reject)
    kept, there = matched.articles, {article.id for article in matched.articles}
    used = [row for row in rows if row.article in there]
    reference = (offered or load_model("default")).reference
    own = open_lexicon(lexicon)
    table = features(kept, n_jobs=n_jobs, lexicon=own).to_numpy()
    columns = list_columns(reference)
    found = [_gather(kept, table, columns, gather_values(used, name), name) for name in targets]
    usable = {part.name: part.examples for part in found if part.examples is not None}
    if not usable:
        said = " ".join(part.caution for part in found)
        raise LabelError(f"labels: too few to fit anything. {said} Label more, or check that the ids match.")
    starts = choose_starts(usable, offered, reference)
    cautions = [sentence for part in found for sentence in weigh(part, starts.get(part.name))]
    cautions += [f"{own.note}; give the same lists whenever this model scores."] if own else []
    about = describe(rows, used, len(kept), found, cautions, starts)
    begun = any(start.kept for start in starts.values())
    about["seen"] = join_digests([*map(digest_article, kept), *(seen_by(prior) if begun else ())])
    model = build_model(
        usable,
        reference,
        name=folder.name,
        version=__version__,
        out=folder,
        about=about,
        starts=starts,
        seen=_find_seen(starts, offered),
    )
    told = [matched.say_bare(), *cautions, *find_idle(model), *find_leaning(model, usable)]
    told += [f"{said}." for said in say_all_narrow(model.coverage)]
    for sentence in filter(None, told):
        warnings.warn(sentence, stacklevel=2)
    return model


def _open_prior(prior: str | PathLike[str] | Model | None) -> Model | None:
    return (
        prior
        if prior is None or isinstance(prior, Model)
        else load_model(prior if isinstance(prior, str) else Path(prior))
    )


def choose_starts(
    usable: Mapping[str, Examples], offered: Model | None, reference: Reference
) -> dict[str, Start]:
    """For each target the prior that the model offers, kept where it helps."""
    starts = {}
    for name, data in usable.items():
        medians = np.array([reference.medians[column] for column in data.columns])
        starts[name] = choose_start(data, medians, name, find_prior(offered, name))
    return starts


def _find_seen(starts: Mapping[str, Start], offered: Model | None) -> Mapping[str, tuple[float, float]]:
    """Ranges that the prior was fitted on; they hold for the model only if every score starts from it."""
    return offered.ranges if offered and all(start.kept for start in starts.values()) else {}


def _prepare(out: str | PathLike[str]) -> Path:
    """Try the model's folder before the work starts; one that was not there appears with the model."""
    folder = Path(out).absolute()
    if folder.resolve() in [find_model(name).resolve() for name in list_models()]:
        raise InputError(f"{out}: holds a model that comes with sourcegrade. Name another folder with -o.")
    there = folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "model.json.part").touch()
        (folder / "model.json.part").unlink()
        if not there:
            folder.rmdir()
    except OSError as error:
        advice = "Name a folder with -o that you may write to."
        raise InputError(f"{out}: cannot be written ({error.strerror}). {advice}") from error
    return folder


def _gather(
    articles: Sequence[Article],
    table: Floats,
    columns: Sequence[str],
    values: Mapping[str, Mapping[str, float]],
    name: str,
) -> LabelledPart:
    """Examples of one target; none where there are too few articles or a single group."""
    words = table[:, COLUMNS.index(WORDS)]
    rows = [i for i, article in enumerate(articles) if article.id in values and words[i] > 0]
    groups, only = _name_groups([articles[i] for i in rows])
    alpha, annotators = measure_alpha(values), compare_annotators(values)
    if len(rows) < FEWEST or len(set(groups)) < 2:
        count, outlets = len(rows), 1 if only else len(set(groups))
        found = f"{count} labelled article{'s' * (count != 1)} from {outlets} outlet{'s' * (outlets != 1)}"
        caution = f"{name}: {found}; at least {FEWEST} are needed."
        return LabelledPart(name, None, caution, alpha, annotators)
    chosen = table[rows][:, [COLUMNS.index(column) for column in columns]]
    labels = np.array([float(np.mean(list(values[articles[i].id].values()))) / 100 for i in rows])
    where = np.full(len(rows), "labels")
    examples = Examples(columns, chosen, words[rows], labels, np.array(groups), where)
    return LabelledPart(name, examples, "", alpha, annotators, only)


def _name_groups(articles: Sequence[Article]) -> tuple[list[str], str | None]:
    """What folds keep whole, and the outlet if there is only one: then events are kept, else each article."""
    outlets = [article.outlet or article.event or article.id for article in articles]
    if len(set(outlets)) > 1 or not any(article.outlet for article in articles):
        return outlets, None
    events = [article.event or article.id for article in articles]
    one_event = len(set(events)) == 1
    return [article.id for article in articles] if one_event else events, outlets[0]
