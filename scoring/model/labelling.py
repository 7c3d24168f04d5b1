"""Proposes what to label next: unsure, diverse over outlets and events, no near-copies, with reasons."""

from __future__ import annotations

import heapq
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import partial

import numpy as np

from scoring.article import Article
from scoring.errors import InputError
from scoring.features import Analysis, analyse
from scoring.features.parallel import iterate_batches, open_workers
from scoring.model.labels import LabelRow
from scoring.model.near_copies import CopyIndex
from scoring.model.scores import Model
from scoring.own_lexicon import OwnLexicon

NEAR = 10.0
"""Points from 50 within which a value is said to go either way."""


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
class Candidate:
    """An article with its scores; `doubt` is in [0, 1], for its least sure target."""

    article: Article
    scores: Mapping[str, Mapping[str, float]]
    outside: tuple[str, ...]
    target: str = ""
    doubt: float = 0.0

    @property
    def width(self) -> float:
        """Width of the least sure target's interval, in points."""
        return self.scores[self.target]["high"] - self.scores[self.target]["low"]


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
    on_progress: Callable[[int], object] | None = None,
) -> Proposals:
    """Choose the articles whose labels would teach most.

    Doubt is the mean of two ranks among the articles without a label: the width of the interval, and
    how near the value is to 50. It counts less for outlets and events that have labels. Articles that
    repeat half of a labelled or chosen one, and those that no model would score (too short, not
    English, not prose), are passed over; labelled ones count only if they are among the articles.

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
    on_progress : callable, optional
        Called with a number of articles after each batch.

    Raises
    ------
    InputError
        If the model lacks a target.
    """
    asked = tuple(targets) or tuple(model.targets)
    if missing := [name for name in asked if name not in model.targets]:
        has = ", ".join(model.targets)
        raise InputError(f"model {model.name}: it has no score {missing[0]}. Choose from {has}.")
    labelled = {row.article for row in rows if set(row.values) & set(asked)}
    known, passed, candidates = _Known(), Counter[str](), list[Candidate]()
    for article, analysis, candidate in _measure(articles, model, lexicon, n_jobs, on_progress):
        if article.id in labelled:
            known.add(article)
            passed["labelled already"] += 1
        elif analysis.flags:
            passed["not to be scored"] += 1
        else:
            candidates.append(candidate)
    _set_doubt(candidates, asked)
    return Proposals(list(_choose(candidates, known, count, passed)), passed)


def _measure(
    articles: Iterable[Article],
    model: Model,
    lexicon: OwnLexicon | None,
    n_jobs: int,
    on_progress: Callable[[int], object] | None,
) -> Iterator[tuple[Article, Analysis, Candidate]]:
    with open_workers(n_jobs) as run:
        for batch in iterate_batches(articles):
            analyses = run(partial(analyse, lexicon=lexicon), batch)
            predictions = model.predict([analysis.features for analysis in analyses])
            for article, analysis, found in zip(batch, analyses, predictions, strict=True):
                yield article, analysis, Candidate(article, found.scores, found.outside)
            if on_progress:
                on_progress(len(batch))


def _set_doubt(candidates: Sequence[Candidate], targets: Sequence[str]) -> None:
    """For each candidate its least sure target, and how unsure that is among the candidates."""
    for name in targets:
        ends = [candidate.scores[name] for candidate in candidates]
        wide = rank([end["high"] - end["low"] for end in ends])
        near = rank([-abs(end["value"] - 50) for end in ends])
        for candidate, doubt in zip(candidates, (wide + near) / 2, strict=True):
            if not candidate.target or doubt > candidate.doubt:
                candidate.target, candidate.doubt = name, float(doubt)


def rank(values: Sequence[float]) -> np.ndarray[tuple[int, ...], np.dtype[np.float64]]:
    """Share of the values that are not larger, for each.

    Examples
    --------
    >>> rank([5.0, 1.0, 5.0, 0.0]).tolist()
    [1.0, 0.5, 1.0, 0.25]
    """
    found = np.asarray(values, dtype=float)
    return np.searchsorted(np.sort(found), found, side="right") / max(len(found), 1)


def _choose(
    candidates: Sequence[Candidate], known: _Known, count: int, passed: Counter[str]
) -> Iterator[Proposal]:
    """The best candidate again and again; worths only fall, so a stale one goes back to its place."""
    widest = _find_widest(candidates)
    heap = [(-known.worth(candidate), place) for place, candidate in enumerate(candidates)]
    heapq.heapify(heap)
    while heap and count > 0:
        stated, place = heapq.heappop(heap)
        candidate = candidates[place]
        worth = -known.worth(candidate)
        if worth > stated:
            heapq.heappush(heap, (worth, place))
        elif known.copies.find(candidate.article.text):
            passed["near-copies"] += 1
        else:
            yield _make_proposal(candidate, known, widest)
            known.add(candidate.article)
            count -= 1


def _find_widest(candidates: Iterable[Candidate]) -> dict[tuple[str, str], list[float]]:
    """Widths by target and outlet; under the outlet "" those of all."""
    widths: dict[tuple[str, str], list[float]] = {}
    for candidate in candidates:
        for name, ends in candidate.scores.items():
            for outlet in {candidate.article.outlet or "", ""}:
                widths.setdefault((name, outlet), []).append(ends["high"] - ends["low"])
    return {key: [max(found), float(len(found))] for key, found in widths.items()}


def _make_proposal(
    candidate: Candidate, known: _Known, widest: Mapping[tuple[str, str], Sequence[float]]
) -> Proposal:
    ends = candidate.scores[candidate.target]
    said = [_say_doubt(candidate, widest), *_say_new(candidate.article, known)]
    if candidate.outside:
        said.append("it is unlike what the model has seen")
    reason = "; ".join(said)
    reason = f"{reason[0].upper()}{reason[1:]}."
    return Proposal(candidate.article, candidate.target, ends["value"], ends["low"], ends["high"], reason)


def _say_doubt(candidate: Candidate, widest: Mapping[tuple[str, str], Sequence[float]]) -> str:
    name, ends = candidate.target, candidate.scores[candidate.target]
    interval = f"its {name} interval ({ends['low']:.0f} to {ends['high']:.0f})"
    outlet = candidate.article.outlet or ""
    for key, where in (("", "of all that have no label"), (outlet, "of this outlet")):
        most, count = widest[name, key]
        if count > 1 and candidate.width >= most:
            return f"{interval} is the widest {where}"
    if abs(ends["value"] - 50) <= NEAR:
        return f"its {name} value of {ends['value']:.0f} could go either way"
    return f"{interval} spans {candidate.width:.0f} points"


def _say_new(article: Article, known: _Known) -> list[str]:
    """What labels its outlet and event have, those proposed above counted."""
    said = []
    if article.outlet:
        number = known.outlets[article.outlet]
        what = "no article" if number == 0 else "one article" if number == 1 else f"{number} articles"
        verb = "are" if number > 1 else "is"
        said.append(f"{what} of {article.outlet} {verb} labelled or proposed above")
    if article.event and not known.events[article.event]:
        said.append("nothing on its event is")
    return said
