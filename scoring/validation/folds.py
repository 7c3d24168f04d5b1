"""Folds that keep what belongs together on one side, and predictions for the side not seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence

import numpy as np
from numpy.typing import NDArray

from scoring.article import Evidence
from scoring.document import Document, parse
from scoring.lexicon import find_candidates
from scoring.model.corpora import Marked
from scoring.model.tagging import fit_tagger
from scoring.taggers import Judged, Tagger
from scoring.taggers.tagger import read_settled

FOLDS = 5
SEED = 0
Floats = NDArray[np.float64]
Folds = NDArray[np.int64]


def deal_folds(groups: Sequence[str], *, folds: int = FOLDS, seed: int = SEED) -> Folds:
    """The fold of each row: groups shuffled, then dealt out in turn.

    Examples
    --------
    >>> dealt = deal_folds(["a", "b", "a", "c"], folds=2)
    >>> bool(dealt[0] == dealt[2]), sorted(set(dealt.tolist()))
    (True, [0, 1])
    """
    names = sorted(set(groups))
    order = np.random.default_rng(seed).permutation(len(names))
    fold_of = {names[group]: place % folds for place, group in enumerate(order)}
    return np.array([fold_of[group] for group in groups], dtype=np.int64)


def predict_unseen(
    texts: Sequence[object],
    labels: Sequence[object],
    folds: Folds,
    predict: Callable[..., Iterable[object]],
    **options: object,
) -> list[object]:
    """What `predict(train texts, their labels, test texts)` says of each text from the other folds."""
    said: list[object] = [None] * len(texts)
    for fold in np.unique(folds):
        test, train = np.flatnonzero(folds == fold).tolist(), np.flatnonzero(folds != fold).tolist()
        learnt = [texts[i] for i in train], [labels[i] for i in train]
        given = predict(*learnt, [texts[i] for i in test], **options)
        for i, value in zip(test, given, strict=True):
            said[i] = value
    return said


def judge_unseen(
    kind: str, corpus: Sequence[Marked], folds: Folds, *, more: Sequence[Marked] = ()
) -> list[tuple[Document, list[Judged]]]:
    """Each text with the candidates that a tagger of the other folds accepts.

    Parameters
    ----------
    more : sequence of Marked
        Further documents for every fit, as the shipped tagger has them.
    """
    read: dict[int, tuple[Document, list[Judged]]] = {}
    for fold in np.unique(folds):
        tagger = refit(kind, [*(m for m, f in zip(corpus, folds, strict=True) if f != fold), *more])
        for i in np.flatnonzero(folds == fold).tolist():
            doc = parse(corpus[i].article)
            read[i] = doc, judge_with(tagger, doc)
    return [read[i] for i in range(len(corpus))]


def refit(
    kind: str, corpus: Sequence[Marked], *, skip: Callable[[str], bool] = lambda phrase: False
) -> Tagger:
    """A tagger fitted as the shipped one is, on other documents, or without the phrases to `skip`."""
    saved, _ = fit_tagger(kind, corpus, skip=skip)
    settled = read_settled(saved["settled"])
    return Tagger(kind, saved["intercept"], saved["threshold"], saved["weights"], settled)


def judge_with(tagger: Tagger, doc: Document) -> list[Judged]:
    """Candidates in counted prose that a tagger accepts."""
    counted = [item for item in find_candidates(doc)[tagger.kind] if doc.is_counted(item.first)]
    return [
        Judged(item.first, item.last, item.note, probability)
        for item, probability in zip(counted, tagger.judge(doc, counted), strict=True)
        if probability >= tagger.threshold
    ]


def any_of(evidence: Sequence[Evidence], kind: str) -> float:
    """P(at least one of the spans is right), as if they were independent; 0 without any.

    Examples
    --------
    >>> any_of([Evidence(0, 4, "stance", "loaded", 0.5), Evidence(5, 9, "stance", "loaded", 0.5)], "loaded")
    0.75
    """
    return 1 - float(np.prod([1 - item.probability for item in evidence if item.kind == kind]))
