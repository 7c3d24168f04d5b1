"""A run that keeps or drops articles by a condition on their scores and measures, each with its reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from scoring.article import Article
from scoring.engines.folder import stage_folder
from scoring.engines.run import Counts, Output, Read, describe_tools, iterate_cards
from scoring.model import Model
from scoring.own_lexicon import OwnLexicon
from scoring.scorecard import Scorecard, to_line
from scoring.scorecard.columns import TEXTS, know_card
from scoring.scorecard.conditions import Condition
from scoring.scorecard.verdicts import UNDEFINED

FIELDS = ("id", "title", "outlet", "url", "published", "event", "text")
"""What a record holds of its article, beside its reasons."""


@dataclass(slots=True, kw_only=True)
class Sorted(Counts):
    """Counts of a run; read is always kept + dropped + rejected.

    `dropped_by` counts for each comparison how many articles it dropped; an article may fail several.
    `undefined` counts for each text that was asked for (outlet, event, ...) the articles that have none.
    """

    kept: int = 0
    dropped: int = 0
    dropped_by: Counter[str] = field(default_factory=Counter)
    undefined: Counter[str] = field(default_factory=Counter)

    @property
    def read(self) -> int:
        """Records read, whatever became of them."""
        return self.kept + self.dropped + self.rejected


class _Sorting:
    """A run's files, and its counts."""

    def __init__(self, folder: Path, condition: Condition) -> None:
        self.condition = condition
        self.counts = Sorted()
        self.output = Output(folder, ("kept.jsonl", "dropped.jsonl"), self.counts)

    def write(self, articles: Sequence[Article], cards: Sequence[Scorecard]) -> None:
        for article, card in zip(articles, cards, strict=True):
            verdict = self.condition.decide(know_card(card, article))
            self.counts.withheld += card.status == "withheld"
            if verdict.holds:
                self.counts.kept += 1
            else:
                self.counts.dropped += 1
                self.counts.dropped_by.update(verdict.clauses)
            missing = (name for name in TEXTS if UNDEFINED.format(name) in verdict.reasons)
            self.counts.undefined.update(missing)
            record = {name: getattr(article, name) for name in FIELDS}
            file = self.output.files["kept.jsonl" if verdict.holds else "dropped.jsonl"]
            file.write(to_line({**record, "reasons": verdict.reasons}))


def filter_to_folder(
    read: Read,
    folder: Path,
    model: Model,
    condition: Condition,
    *,
    n_jobs: int = 1,
    lexicon: OwnLexicon | None = None,
    on_progress: Callable[[int], object] | None = None,
) -> Sorted:
    """Sort articles into kept.jsonl and dropped.jsonl, in the order they come.

    Parameters
    ----------
    read : callable
        Takes what to call with each rejection and each renamed id, and gives the articles.
    folder : Path
        Made if it is not there; files of these names are replaced when the run has ended.
    model : Model
    condition : Condition
        From `scoring.scorecard.conditions.parse_condition`.
    n_jobs : int
        Processes to use; -1 for all cores.
    lexicon : OwnLexicon, optional
        Entries to add to the shipped word lists; ``run.json`` names them with their digest.
    on_progress : callable, optional
        Called with the number of articles finished since the last call.

    Raises
    ------
    InputError
        If the folder cannot be written.
    """
    with stage_folder(folder) as staging:
        run = _Sorting(staging, condition)
        with run.output.open():
            for articles, cards, _ in iterate_cards(
                read, run.output, model, n_jobs=n_jobs, lexicon=lexicon, on_progress=on_progress
            ):
                run.write(articles, cards)
        _describe(run, model, lexicon)
    return run.counts


def _describe(run: _Sorting, model: Model, lexicon: OwnLexicon | None) -> None:
    """Write run.json."""
    counts = run.counts
    names = ("read", "kept", "dropped", "rejected", "withheld")
    run.output.describe(
        {
            **describe_tools(model, lexicon),
            "where": run.condition.text,
            "counts": {name: getattr(counts, name) for name in names},
            "dropped_by": dict(counts.dropped_by.most_common()),
        }
    )
