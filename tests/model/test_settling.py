"""Phrases that are judged alike in any context."""

from __future__ import annotations

import math

import numpy as np
import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.lexicon import Candidate
from scoring.model.settling import LEAST, LEAST_CUE, nest_settled, settle, settle_unseen
from scoring.taggers.tagger import Tagger, read_settled

SAID = ("said", "speech")


@pytest.mark.parametrize(
    ("marked", "likely", "n", "odds"),
    [
        pytest.param(0, 0, 0, None, id="never seen"),
        pytest.param(0, 0, LEAST - 1, None, id="seldom seen"),
        pytest.param(0, 0, 100, math.log(0.5 / 100.5), id="never marked"),
        pytest.param(100, 100, 100, math.log(100.5 / 0.5), id="always marked"),
        pytest.param(LEAST_CUE - 1, LEAST_CUE - 1, LEAST_CUE - 1, None, id="always marked, seldom seen"),
        pytest.param(8, 2, 100, math.log(8.5 / 92.5), id="as often as may be"),
        pytest.param(9, 0, 100, None, id="marked too often"),
        pytest.param(0, 3, 100, None, id="turned by context too often"),
    ],
)
def test_what_context_hardly_turns_is_settled(marked: int, likely: int, n: int, odds: float | None) -> None:
    labels = np.arange(n) < marked
    log_odds = np.where(np.arange(n) < likely, 1.0, -1.0)
    settled = settle([SAID] * n, labels, log_odds)
    assert settled == ({} if odds is None else {SAID: round(odds, 3)})


def test_a_fold_settles_nothing_by_its_own_labels() -> None:
    groups = [f"doc{i}" for i in range(LEAST)]
    log_odds = np.full(LEAST, -1.0)
    assert settle([SAID] * LEAST, log_odds > 0, log_odds)
    assert settle_unseen([SAID] * LEAST, log_odds > 0, log_odds, groups).tolist() == log_odds.tolist()


def test_a_settled_phrase_is_judged_without_its_context() -> None:
    assert read_settled(nest_settled({SAID: 2.0})) == {SAID: 2.0}
    tagger = Tagger("attribution", -1.0, 0.5, {"before": {"ruiz": 9.0, "<name>": 9.0}}, {SAID: 2.0})
    doc = parse(Article("a", "Ana Ruiz said it rained, and Ana Ruiz said it again."))
    first, other = Candidate(2, 3, "speech"), Candidate(8, 9, "nouns")
    settled, judged = tagger.judge(doc, [first, other])
    assert settled == pytest.approx(1 / (1 + math.exp(-2)))
    assert judged > settled
