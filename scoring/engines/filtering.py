"""A run that keeps or drops articles by a condition on their scores and measures, each with its reasons."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import asdict, dataclass, field
from functools import partial
from pathlib import Path
from typing import IO

from scoring.article import Article, Rejection
from scoring.engines.folder import stage_folder
from scoring.engines.local import BATCH, describe_tools
from scoring.features import analyse
from scoring.features.parallel import iterate_batches, open_workers
from scoring.model import Model
from scoring.own_lexicon import OwnLexicon
from scoring.scorecard import Scorecard, make_cards, to_line
from scoring.scorecard.columns import know_card
from scoring.scorecard.conditions import Condition

FIELDS = ("id", "title", "outlet", "url", "published", "event", "text")
"""What a record holds of its article, beside its reasons."""
FILES = ("kept.jsonl", "dropped.jsonl", "rejected.jsonl")


@dataclass(slots=True)
class Sorted:
    """Counts of a run; read is always kept + dropped + rejected.

    `dropped_by` counts for each comparison how many articles it dropped; an article may fail several.
    """

    kept: int = 0
    dropped: int = 0
    rejected: int = 0
    withheld: int = 0
    dropped_by: Counter[str] = field(default_factory=Counter)
    renamed: dict[str, str] = field(default_factory=dict)

    @property
    def read(self) -> int:
        """Records read, whatever became of them."""
        return self.kept + self.dropped + self.rejected


class _Sorting:
    """The open files of a run, and its counts."""

    def __init__(self, folder: Path, condition: Condition) -> None:
        self.folder = folder
        self.condition = condition
        self.counts = Sorted()
        self._files: dict[str, IO[str]] = {}

    @contextmanager
    def open(self) -> Iterator[None]:
        with ExitStack() as stack:
            for name in FILES:
                file = (self.folder / name).open("w", encoding="utf-8", errors="replace", newline="\n")
                self._files[name] = stack.enter_context(file)
            yield

    def reject(self, rejection: Rejection) -> None:
        self.counts.rejected += 1
        self._files["rejected.jsonl"].write(to_line(asdict(rejection)))

    def rename(self, old: str, new: str) -> None:
        self.counts.renamed[new] = old

    def write(self, articles: Sequence[Article], cards: Sequence[Scorecard]) -> None:
        for article, card in zip(articles, cards, strict=True):
            verdict = self.condition.decide(know_card(card, article))
            self.counts.withheld += card.status == "withheld"
            if verdict.holds:
                self.counts.kept += 1
            else:
                self.counts.dropped += 1
                self.counts.dropped_by.update(verdict.clauses)
            record = {name: getattr(article, name) for name in FIELDS}
            file = self._files["kept.jsonl" if verdict.holds else "dropped.jsonl"]
            file.write(to_line({**record, "reasons": verdict.reasons}))


def filter_to_folder(
    read: Callable[[Callable[[Rejection], None], Callable[[str, str], None]], Iterable[Article]],
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
        with run.open(), open_workers(n_jobs) as workers:
            for batch in iterate_batches(read(run.reject, run.rename), BATCH):
                analyses = workers(partial(analyse, lexicon=lexicon), batch)
                run.write(batch, make_cards(batch, analyses, model))
                if on_progress:
                    on_progress(len(batch))
        _describe(run, model, lexicon)
    return run.counts


def _describe(run: _Sorting, model: Model, lexicon: OwnLexicon | None) -> None:
    """Write run.json."""
    counts = run.counts
    names = ("read", "kept", "dropped", "rejected", "withheld")
    about = {
        **describe_tools(model, lexicon),
        "where": run.condition.text,
        "counts": {name: getattr(counts, name) for name in names},
        "dropped_by": dict(counts.dropped_by.most_common()),
        "renamed": counts.renamed,
    }
    text = json.dumps(about, indent=1, allow_nan=False) + "\n"
    (run.folder / "run.json").write_text(text, encoding="utf-8", newline="\n")
