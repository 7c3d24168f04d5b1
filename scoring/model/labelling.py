"""Proposes what to label next: unsure, diverse over outlets and events, no near-copies, with reasons."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from scoring.article import Article
from scoring.errors import InputError
from scoring.features import Analysis, analyse
from scoring.features.parallel import iterate_batches, open_workers
from scoring.model.doubt import Candidate, find_widest, say_doubt, say_new, set_doubt
from scoring.model.labels import LabelRow
from scoring.model.near_copies import CopyIndex
from scoring.model.scores import Model
from scoring.own_lexicon import OwnLexicon


@dataclass(frozen=True, slots=True)
class Proposal:
    """An article worth a label.

    Attributes
    ----------
    article : Article
    target : str
        The score that is least sure.
    value, low, high : float
        That score, 0-100.
    reason : str
        A sentence.
    """

    article: Article
    target: str
    value: float
    low: float
    high: float
    reason: str


@dataclass(frozen=True, slots=True)
class Proposals:
    """What to label next, best first, and how many articles were passed over, by why."""

    chosen: list[Proposal]
    passed: Mapping[str, int]


@dataclass(slots=True)
class _Known:
    """What is labelled or chosen so far."""

    outlets: Counter[str] = field(default_factory=Counter)
    events: Counter[str] = field(default_factory=Counter)
    copies: CopyIndex = field(default_factory=CopyIndex)

    def add(self, article: Article) -> None:
        self.outlets[article.outlet or ""] += 1
        self.events[article.event or ""] += 1
        self.copies.add(article.id, article.text)

    def worth(self, candidate: Candidate) -> float:
        """Doubt, divided by the root of one more than the labels of its outlet, and of its event.

        So an outlet with three labels needs twice the doubt of one with none.
        """
        article, seen = candidate.article, 1.0
        seen *= 1 + self.outlets[article.outlet] if article.outlet else 1
        seen *= 1 + self.events[article.event] if article.event else 1
        return float(candidate.doubt / np.sqrt(seen))


def propose(
    articles: Iterable[Article],
    rows: Sequence[LabelRow],
    model: Model,
    *,
    targets: Sequence[str] = (),
    count: int = 10,
    lexicon: OwnLexicon | None = None,
    n_jobs: int = 1,
) -> Proposals:
    """Choose the articles whose labels would teach most.

    Doubt is the mean of two ranks among the scores of articles without a label: the width of the
    interval, and how near the value is to 50; an article has that of its least sure score. It counts
    less for outlets and events that have labels. Articles that repeat half of a labelled or chosen one,
    and those that no model would score (too short, not English, not prose), are passed over; labelled
    ones count only if they are among the articles.

    Parameters
    ----------
    articles : iterable of Article
    rows : sequence of LabelRow
        What is labelled already, by whomever.
    model : Model
    targets : sequence of str
        Scores to be sure of; by default all of the model.
    count : int
        How many to choose; fewer where there are fewer.
    lexicon : OwnLexicon, optional
    n_jobs : int

    Raises
    ------
    InputError
        If the model lacks a target.
    """
    check_targets(model, targets)
    asked = tuple(targets) or tuple(model.targets)
    labelled = {row.article for row in rows if set(row.values) & set(asked)}
    known, passed, candidates = _Known(), Counter[str](), list[Candidate]()
    for article, analysis, candidate in _measure(articles, model, lexicon, n_jobs):
        if article.id in labelled:
            known.add(article)
            passed["labelled already"] += 1
        elif analysis.flags:
            passed["too short, not English or no prose"] += 1
        else:
            candidates.append(candidate)
    set_doubt(candidates, asked)
    return Proposals(list(_choose(candidates, known, count, passed)), passed)


def check_targets(model: Model, targets: Sequence[str]) -> None:
    """Raise `InputError` for a target that the model has no score for."""
    if missing := [name for name in targets if name not in model.targets]:
        has = ", ".join(model.targets)
        raise InputError(f"model {model.name}: it has no score {missing[0]}. Choose from {has}.")


def _measure(
    articles: Iterable[Article], model: Model, lexicon: OwnLexicon | None, n_jobs: int
) -> Iterator[tuple[Article, Analysis, Candidate]]:
    with open_workers(n_jobs) as run:
        for batch in iterate_batches(articles):
            analyses = run(partial(analyse, lexicon=lexicon), batch)
            predictions = model.predict([analysis.features for analysis in analyses])
            for article, analysis, found in zip(batch, analyses, predictions, strict=True):
                yield article, analysis, Candidate(article, found.scores, found.outside)


def _choose(
    candidates: Sequence[Candidate], known: _Known, count: int, passed: Counter[str]
) -> Iterator[Proposal]:
    """The best candidate again and again; worths only fall, so a stale one goes back to its place."""
    widest = find_widest(candidates)
    heap = [(-known.worth(candidate), place) for place, candidate in enumerate(candidates)]
    heapq.heapify(heap)
    while heap and count > 0:
        stated, place = heapq.heappop(heap)
        candidate = candidates[place]
        worth = -known.worth(candidate)
        if worth > stated:
            heapq.heappush(heap, (worth, place))
        elif known.copies.find(candidate.article.text):
            passed["nearly the same as another"] += 1
        else:
            yield _make_proposal(candidate, known, widest)
            known.add(candidate.article)
            count -= 1


def _make_proposal(
    candidate: Candidate, known: _Known, widest: Mapping[tuple[str, str], Sequence[float]]
) -> Proposal:
    ends = candidate.scores[candidate.target]
    said = [say_doubt(candidate, widest), *say_new(candidate.article, known.outlets, known.events)]
    if candidate.outside:
        said.append("it is unlike what the model has seen")
    reason = "; ".join(said)
    reason = f"{reason[0].upper()}{reason[1:]}."
    return Proposal(candidate.article, candidate.target, ends["value"], ends["low"], ends["high"], reason)
