"""One article's scores, measures, reasons and evidence."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal

from scoring.article import Article, Evidence
from scoring.extractors import CODEBOOK, EXTRACTORS, Column
from scoring.features import Analysis, analyse
from scoring.features.parallel import iterate_batches, open_workers
from scoring.model import Model, Prediction, load_model

SCHEMA = 1
"""Number of the JSON shape, raised with every change that a reader could notice."""
MAX_REASONS = 4
MIN_POINTS = 1.0
_EXAMPLES = 3
_EXAMPLE_LENGTH = 40


@dataclass(frozen=True, slots=True)
class Scorecard:
    """Everything said about one article; `to_json` gives the shape on disk.

    Attributes
    ----------
    scores : dict
        ``{"quality": {"value", "low", "high"}, "bias": {...}}`` in [0, 100], or None per score
        when withheld.
    families : dict
        ``{"hedging": {"percentile": 0-100 or NaN, "headline": column, "features": {...}}, ...}``.
    contributions : dict
        Per score, column to points; they sum to the value minus that of the reference article.
    """

    id: str
    outlet: str | None
    title: str | None
    event: str | None
    status: Literal["scored", "withheld"]
    flags: tuple[str, ...]
    notes: tuple[str, ...]
    scores: dict[str, dict[str, float] | None]
    families: dict[str, dict[str, Any]]
    contributions: dict[str, dict[str, float]]
    reasons: tuple[str, ...]
    evidence: tuple[Evidence, ...]
    model: str
    version: str


@dataclass(frozen=True, slots=True)
class Reason:
    """One sentence of a card, the score and points it explains, and where its first span stands.

    `first` is an index into the card's evidence, None where the measure has no spans.
    """

    text: str
    score: str
    column: str
    points: float
    first: int | None


def score(articles: Iterable[Article], *, model: str | Path | Model = "default", n_jobs: int = 1) -> Iterator[Scorecard]:
    """Score articles, one card each, in order.

    Parameters
    ----------
    articles : iterable of Article
    model : str, Path or Model
        Name of a shipped model, a model folder, or a loaded model.
    n_jobs : int
        Processes to use; -1 for all cores. With more than one, call it under
        ``if __name__ == "__main__":``.

    Examples
    --------
    >>> card = next(score([Article("a", "It rained.")]))
    >>> card.status, card.flags[0]
    ('withheld', 'too_short')
    """
    loaded = model if isinstance(model, Model) else load_model(model)
    with open_workers(n_jobs) as run:
        for batch in iterate_batches(articles):
            yield from make_cards(batch, run(analyse, batch), loaded)


def make_cards(articles: Sequence[Article], analyses: Sequence[Analysis], model: Model) -> list[Scorecard]:
    """Cards of articles that are already measured."""
    predictions = model.predict([analysis.features for analysis in analyses])
    return [_make_card(*parts, model) for parts in zip(articles, analyses, predictions, strict=True)]


def _make_card(article: Article, analysis: Analysis, prediction: Prediction, model: Model) -> Scorecard:
    flags, notes = analysis.flags, analysis.notes
    if prediction.out_of_range and "empty" not in flags:
        flags = (*flags, "out_of_range")
        notes = (*notes, "Withheld: some measures lie far outside what the model has seen")
    scored = not flags
    card = Scorecard(
        id=article.id,
        outlet=article.outlet,
        title=article.title,
        event=article.event,
        status="scored" if scored else "withheld",
        flags=flags,
        notes=notes,
        scores={name: dict(prediction.scores[name]) if scored else None for name in prediction.scores},
        families=_fill_families(analysis, model),
        contributions={name: dict(points) for name, points in prediction.contributions.items()} if scored else {},
        reasons=(),
        evidence=analysis.evidence,
        model=model.name,
        version=model.version,
    )
    return _with_reasons(card, article, model)


def _fill_families(analysis: Analysis, model: Model) -> dict[str, dict[str, Any]]:
    families = {}
    for extractor in EXTRACTORS:
        values = {column.name: analysis.features[column.name] for column in extractor.columns}
        percentile = model.percentile(extractor.headline, values[extractor.headline])
        families[extractor.name] = {"percentile": percentile, "headline": extractor.headline, "features": values}
    return families


def _with_reasons(card: Scorecard, article: Article, model: Model) -> Scorecard:
    values = {name: getattr(card, name) for name in Scorecard.__slots__}
    values["reasons"] = tuple(_write_reason(card, article, model, *item) for item in _largest(card))
    return Scorecard(**values)


def _largest(card: Scorecard) -> list[tuple[str, str, float]]:
    """Score, column and points of what moves the scores most, largest first."""
    items = [(name, column, points) for name, parts in card.contributions.items() for column, points in parts.items()]
    ranked = sorted(items, key=lambda item: (-abs(item[2]), item[0], item[1]))
    return [item for item in ranked[:MAX_REASONS] if abs(item[2]) >= MIN_POINTS]


def reason_links(card: Scorecard) -> list[Reason]:
    """The reasons of a card with their points and the first span behind each."""
    return [
        Reason(text, name, column, points, _find_first(card, CODEBOOK[column]))
        for text, (name, column, points) in zip(card.reasons, _largest(card), strict=True)
    ]


def _find_first(card: Scorecard, column: Column) -> int | None:
    return next(iter(_matching(card, column)), None)


def _matching(card: Scorecard, column: Column) -> Iterator[int]:
    """Indices of the evidence that a column counts."""
    for i, item in enumerate(card.evidence):
        if item.kind in column.kinds and _counts(item, column.name):
            yield i


def _counts(item: Evidence, column: str) -> bool:
    if item.kind == "source":
        wanted = ("anonymous", "vague") if "unnamed" in column else ("named", "document")
        return item.note in wanted
    if item.kind == "hedge" and item.note != "epistemic":
        return False
    if item.kind in ("quote", "content", "party", "attribution"):
        return True
    return (item.voice == "quoted") == ("_quoted_" in column)


def _write_reason(card: Scorecard, article: Article, model: Model, name: str, column: str, points: float) -> str:
    entry = CODEBOOK[column]
    family = column.split("_", 1)[0]
    value, usual = card.families[family]["features"][column], model.reference.medians[column]
    said = entry.more if value > usual else entry.fewer
    sign = "+" if points > 0 else "−"
    examples = _quote_examples(card, article, entry) if value > usual else ""
    return f"{name.capitalize()} {sign}{abs(points):.0f}: {said}{examples} ({_say(value, entry)}; reference {_say(usual, entry)})."


def _quote_examples(card: Scorecard, article: Article, column: Column) -> str:
    """Up to three different spans of the evidence, in quotation marks."""
    seen: dict[str, str] = {}
    for i in _matching(card, column):
        item = card.evidence[i]
        text = article.text if item.part == "text" else (article.title or "")
        words = " ".join(text[item.start : item.end].split())
        if 0 < len(words) <= _EXAMPLE_LENGTH:
            seen.setdefault(words.lower(), words)
        if len(seen) == _EXAMPLES:
            break
    return ": " + ", ".join(f"“{words}”" for words in seen.values()) if seen else ""


def _say(value: float, column: Column) -> str:
    if math.isnan(value):
        return "undefined"
    if column.suffix == "share":
        return f"{value:.1%}" if value < 0.1 else f"{value:.0%}"
    unit = f" {column.unit}" if column.suffix == "rate" else ""
    return f"{value:.3g}{unit}"


def to_json(card: Scorecard, *, page: str | None = None, evidence: bool = True) -> dict[str, Any]:
    """The card as it is written on disk: plain containers, NaN as None.

    Parameters
    ----------
    page : str, optional
        File name of its page, relative to the run's folder.
    evidence : bool
        Whether to include the spans.
    """
    data = {"schema": SCHEMA, **asdict(card), "page": page}
    if not evidence:
        data["evidence"] = []
    return {key: clean(value) for key, value in data.items()}


def clean(value: Any) -> Any:
    """Containers with every NaN and infinity replaced by None, tuples by lists."""
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(key): clean(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [clean(item) for item in value]
    return value
