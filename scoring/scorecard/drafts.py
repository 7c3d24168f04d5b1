"""What changed between two drafts or versions of an article: scores, measures, evidence, words."""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from scoring.article import Article
from scoring.extractors import CODEBOOK, COLUMNS
from scoring.features import analyse, open_document
from scoring.model import Model, load_model
from scoring.own_lexicon import OwnLexicon, open_lexicon
from scoring.scorecard import Scorecard, make_cards
from scoring.scorecard.aligning import align_sentences
from scoring.scorecard.draft_evidence import EvidenceChange, match_evidence, show_span
from scoring.scorecard.moving import share_change

Score = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class ScoreChange:
    """One score before and after, each with value, low and high in percent; None where withheld.

    `points` says by how much each measure moved it, the largest first; they sum to the change. Empty
    where either is withheld.
    """

    name: str
    before: Score | None
    after: Score | None
    points: Mapping[str, float] = field(default_factory=dict)

    @property
    def change(self) -> float:
        """After minus before; NaN where either is withheld."""
        return self.after["value"] - self.before["value"] if self.before and self.after else math.nan

    @property
    def is_told(self) -> bool:
        """Whether each value lies outside the other's 90 % interval."""
        if not (self.before and self.after):
            return False
        return not (_lies_in(self.after, self.before) or _lies_in(self.before, self.after))


def _lies_in(score: Score, other: Score) -> bool:
    return other["low"] <= score["value"] <= other["high"]


@dataclass(frozen=True, slots=True)
class MeasureChange:
    """One measure before and after, in its unit and as percentiles among the reference articles.

    Percentiles are NaN where the model's reference has no such column.
    """

    column: str
    before: float
    after: float
    percentile_before: float
    percentile_after: float

    @property
    def change(self) -> float:
        """After minus before in the column's unit; NaN where either is undefined."""
        return self.after - self.before

    @property
    def moved(self) -> float:
        """After minus before in percentile points; NaN where either is undefined."""
        return self.percentile_after - self.percentile_before


@dataclass(frozen=True, slots=True)
class Drafts:
    """Two drafts compared.

    `measures` holds every measure that changed, the largest change first. `appeared` and
    `disappeared` are in the order of the text. `words_added` and `words_removed` count the words
    of sentences that changed, as far as the other draft's sentences there do not hold them.
    """

    old: Scorecard
    new: Scorecard
    scores: tuple[ScoreChange, ...]
    measures: tuple[MeasureChange, ...]
    appeared: tuple[EvidenceChange, ...]
    disappeared: tuple[EvidenceChange, ...]
    words_added: int
    words_removed: int


def compare_drafts(
    old: Article,
    new: Article,
    *,
    model: str | Path | Model = "default",
    lexicon: OwnLexicon | str | Path | None = None,
) -> Drafts:
    """Say what changed between two drafts of an article.

    Parameters
    ----------
    old, new : Article
    model : str, Path or Model
    lexicon : OwnLexicon or path, optional
        Entries to add to the shipped word lists.

    Returns
    -------
    Drafts
        Evidence is matched by its kind and its folded words; words that moved are no change.

    Examples
    --------
    >>> drafts = compare_drafts(Article("a", "It may rain."), Article("a", "It will certainly rain."))
    >>> [(one.span.kind, one.words) for one in drafts.appeared + drafts.disappeared]
    [('booster', 'certainly'), ('hedge', 'may')]
    >>> drafts.words_added, drafts.words_removed
    (2, 1)
    """
    loaded = model if isinstance(model, Model) else load_model(model)
    own = open_lexicon(lexicon)
    pair = [old, new]
    first, second = make_cards(pair, [analyse(article, lexicon=own) for article in pair], loaded)
    docs = open_document(old), open_document(new)
    aligned = align_sentences(*docs)
    gone, come = match_evidence((docs[0], first.evidence), (docs[1], second.evidence), aligned.same)
    names = dict.fromkeys([*first.scores, *second.scores])
    both = first.status == second.status == "scored"
    moved = share_change(first.measures, second.measures, loaded) if both else {}
    return Drafts(
        old=first,
        new=second,
        scores=tuple(
            ScoreChange(name, first.scores.get(name), second.scores.get(name), moved.get(name, {}))
            for name in names
        ),
        measures=_list_measures(first, second, loaded),
        appeared=tuple(show_span(span, new) for span in come),
        disappeared=tuple(show_span(span, old) for span in gone),
        words_added=aligned.added,
        words_removed=aligned.removed,
    )


def _list_measures(first: Scorecard, second: Scorecard, model: Model) -> tuple[MeasureChange, ...]:
    before, after, place = first.measures, second.measures, model.reference.percentile
    changes = [
        MeasureChange(name, a, b, place(name, a), place(name, b))
        for name in COLUMNS
        if not _is_same(a := before[name], b := after[name])
    ]
    return tuple(sorted(changes, key=_size, reverse=True))


def _is_same(a: float, b: float) -> bool:
    return a == b or (math.isnan(a) and math.isnan(b))


def _size(change: MeasureChange) -> tuple[float, float]:
    """Percentile points first; then how much of the larger value the change is."""
    moved = 0.0 if math.isnan(change.moved) else abs(change.moved)
    largest = max(abs(change.before), abs(change.after))
    relative = abs(change.change) / largest if largest and math.isfinite(change.change) else 0.0
    scored = CODEBOOK[change.column].scored
    return (moved, relative if scored else relative / 2)


def iterate_records(changes: Iterable[EvidenceChange]) -> Iterator[dict[str, object]]:
    """The same as plain records."""
    for one in changes:
        span = one.span
        yield {
            **{
                key: getattr(span, key) for key in ("start", "end", "part", "family", "kind", "voice", "note")
            },
            "before": one.before,
            "words": one.words,
            "after": one.after,
        }


def to_record(drafts: Drafts) -> dict[str, object]:
    """Two drafts compared, as plain containers for JSON; NaN stays NaN."""
    return {
        "schema": 1,
        "old": {"id": drafts.old.id, "status": drafts.old.status, "flags": drafts.old.flags},
        "new": {"id": drafts.new.id, "status": drafts.new.status, "flags": drafts.new.flags},
        "model": drafts.new.model,
        "version": drafts.new.version,
        "words_added": drafts.words_added,
        "words_removed": drafts.words_removed,
        "scores": {
            one.name: {
                "before": one.before,
                "after": one.after,
                "change": one.change,
                "told": one.is_told,
                "points": {column: points for column, points in one.points.items() if points},
            }
            for one in drafts.scores
        },
        "measures": [
            {
                "column": one.column,
                "before": one.before,
                "after": one.after,
                "change": one.change,
                "percentile_before": one.percentile_before,
                "percentile_after": one.percentile_after,
            }
            for one in drafts.measures
        ],
        "appeared": list(iterate_records(drafts.appeared)),
        "disappeared": list(iterate_records(drafts.disappeared)),
    }
