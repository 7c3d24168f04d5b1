"""From articles, labels and a model to an evaluation: reads, matches, scores, measures."""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from scoring.artefacts import find_model
from scoring.article import SCORES, Article, Rejection
from scoring.errors import LabelError
from scoring.model import Model, load_model
from scoring.model.evaluation import Agreement, measure_agreement
from scoring.model.labels import LabelRow, Labels, gather_values, read_labels
from scoring.model.matching import match_labels, warn_of
from scoring.model.seen import digest_article, read_seen
from scoring.model.style import say_style
from scoring.own_lexicon import OwnLexicon, open_lexicon
from scoring.reports.evaluation import Evaluation
from scoring.reports.evaluation_rows import Given, Judged, join_cards, make_cases, make_points, make_table
from scoring.reports.labels import first_upper
from scoring.scorecard import score


def evaluate(
    articles: Iterable[Article],
    labels: Labels,
    *,
    model: str | Path = "default",
    on_reject: Callable[[Rejection], None] | None = None,
    n_jobs: int = 1,
    lexicon: OwnLexicon | str | Path | None = None,
) -> Evaluation:
    """Compare a model's scores with labels.

    Parameters
    ----------
    articles : iterable of Article
        Those without a label are passed over.
    labels : path or iterable of mappings
        As `scoring.train` takes them: one row per article and annotator. The mean of an article's
        annotators is its label here.
    model : str or Path
        Name of a shipped model, or a model's folder.
    on_reject : callable, optional
        Called with each `Rejection`: labels that cannot be read, or whose article is not there.
        By default a warning.
    n_jobs : int
        Processes to use; -1 for all cores.
    lexicon : OwnLexicon or path, optional
        Entries to add to the shipped word lists.

    Raises
    ------
    LabelError
        If no label is for a score of the model, or for an article that is there.
    ModelError
        If the model cannot be opened.
    """
    loaded, own = load_model(model), open_lexicon(lexicon)
    reject = on_reject or warn_of
    rows = read_labels(labels, targets=_name_targets(loaded), on_reject=reject)
    given = gather_given(rows, loaded)
    wanted = [article for values in given.values() for article in values]
    matched = match_labels(articles, wanted, labels, reject)
    kept = matched.articles
    cards = list(score(kept, model=loaded, n_jobs=n_jobs, lexicon=own))
    judged, record = join_cards(kept, cards, loaded), read_metrics(model)
    agreements = measure_targets(judged, given, record)
    return Evaluation(
        model={"name": loaded.name, "version": loaded.version, "digest": loaded.digest},
        labels=_describe_labels(rows, given),
        counts=_count(judged, matched.read),
        agreements=agreements,
        points={name: make_points(judged, given[name], name) for name in agreements},
        table=make_table(judged, {name: given[name] for name in agreements}),
        idle=tuple(name for name in agreements if loaded.targets[name].slope == 0),
        unlabelled=tuple(name for name in loaded.targets if name not in agreements),
        style=tuple(_say_styles(record, agreements)),
        is_fitted_on_these=bool(_digest_all(rows, loaded) & _fitted_digests(record)),
        fitted_on=_name_corpora(record),
        in_fit=_count_seen(kept, record),
        lexicon=own.describe() if own else None,
    )


def _name_targets(model: Model) -> list[str]:
    """What to read of the labels: what `train` reads by default, so that its digest can be compared."""
    return list(dict.fromkeys((*SCORES, *model.targets)))


def gather_given(rows: Sequence[LabelRow], model: Model) -> dict[str, Given]:
    """Labels by target, for the scores of the model that are labelled.

    Raises
    ------
    LabelError
        If there are none.
    """
    given: dict[str, Given] = {name: gather_values(rows, name) for name in model.targets}
    found = {name: values for name, values in given.items() if values}
    if not found:
        named = sorted({name for row in rows for name in row.values})
        raise LabelError(
            f"labels: found {' and '.join(named)}; the model {model.name} gives {' and '.join(given)}. "
            "Label one of these, or name a model that was fitted on labels like yours."
        )
    return found


def measure_targets(
    judged: Sequence[Judged], given: Mapping[str, Given], record: Mapping[str, Any]
) -> dict[str, Agreement]:
    """The figures of each target for which an article is there."""
    measured = {}
    for name, values in given.items():
        cases = make_cases(judged, values, name)
        if cases.ids:
            here = {article: values[article] for article in cases.ids}
            coverage = _find_figures(record, name).get("coverage")
            known = math.nan if coverage is None else float(coverage)
            measured[name] = measure_agreement(cases, here, coverage=known)
    return measured


def _find_figures(record: Mapping[str, Any], name: str) -> Mapping[str, Any]:
    """What the model's own test found for a target; empty where it has none."""
    found: Mapping[str, Any] = record.get("targets", {}).get(name, {})
    return found


def _say_styles(record: Mapping[str, Any], names: Iterable[str]) -> Iterator[str]:
    """Sentences for targets that lean on house style, as the model's card says them."""
    for name in names:
        if said := say_style(_find_figures(record, name).get("style", ())):
            yield f"{first_upper(name)}: {said}"


def read_metrics(model: str | Path) -> dict[str, Any]:
    """A model's ``metrics.json``; empty where there is none that can be read."""
    try:
        record = json.loads((find_model(model) / "metrics.json").read_bytes())
    except (OSError, ValueError):
        return {}
    return record if isinstance(record, dict) else {}


def digest_labels(rows: Sequence[LabelRow]) -> str:
    """First 16 hex digits of the SHA-256 of labels, as the card of a model fitted on them states it."""
    content = repr(sorted((row.article, row.annotator, sorted(row.values.items())) for row in rows))
    return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def _digest_all(rows: Sequence[LabelRow], model: Model) -> set[str]:
    """The digests these labels have where all of their targets were fitted, or those of the model only."""
    own = [
        replace(row, values={name: v for name, v in row.values.items() if name in model.targets})
        for row in rows
    ]
    return {digest_labels(rows), digest_labels(own)}


def _list_data(record: Mapping[str, Any]) -> list[Mapping[str, Any]]:
    """The corpora the model was fitted on."""
    data = record.get("about", {}).get("data", [])
    return [row for row in data if row.get("used_for") != "reference only"]


def _fitted_digests(record: Mapping[str, Any]) -> set[str]:
    return {str(row.get("sha256")) for row in _list_data(record)}


def _count_seen(articles: Sequence[Article], record: Mapping[str, Any]) -> int | None:
    """How many of the articles the model was fitted on; None where it does not say."""
    seen = read_seen(record)
    return sum(digest_article(article) in seen for article in articles) if seen else None


def _name_corpora(record: Mapping[str, Any]) -> tuple[str, ...]:
    return tuple(str(row.get("name")) for row in _list_data(record))


def _describe_labels(rows: Sequence[LabelRow], given: Mapping[str, Given]) -> dict[str, Any]:
    return {
        "digest": digest_labels(rows),
        "rows": len(rows),
        "annotators": len({row.annotator for row in rows}),
        "articles": len({article for values in given.values() for article in values}),
    }


def _count(judged: Sequence[Judged], passed: int) -> dict[str, int]:
    """Articles read and what became of them: read is scored, withheld and unlabelled together."""
    scored = sum(one.card.status == "scored" for one in judged)
    withheld = len(judged) - scored
    return {"read": passed, "scored": scored, "withheld": withheld, "unlabelled": passed - len(judged)}
