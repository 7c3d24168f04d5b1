"""Which phrases their context hardly ever turns, so that a tagger need not read it."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from itertools import compress

import numpy as np
from numpy.typing import NDArray
from sklearn.model_selection import GroupKFold

FOLDS = 5
LEAST = 10
"""Places at least; with 20, F1 of cues in folds is .7731, and 28 % of those in news are settled, not 33 %."""
LEAST_CUE = 100
"""Places at least of a phrase that is nearly always marked: what else it may be ("a noted author") is rare in
the articles of a fit, and need not be so in others."""
TURNED = 0.02
"""Share of its places that a tagger of other folds may judge otherwise than the rest."""
MARKED = 0.08
"""Share of its places that annotators may have judged so. In folds by article of PolNeAR's train part F1 of
cues rises from .7725 to .7732, the rank correlation of expected cues with marked ones per word from .7752 to
.7756; with a share of .1 they are .7734 and .7735. F1 of hedges rises from .8839 to .8847. (Measured
with ten places for all phrases.)"""
Floats = NDArray[np.float64]
Entry = tuple[str, str]
"""A phrase, and the note of its entry or of how it was found."""


def settle(entries: Sequence[Entry], labels: NDArray[np.bool_], log_odds: Floats) -> dict[Entry, float]:
    """The log-odds of each phrase that taggers of other folds and annotators judge alike nearly everywhere.

    Parameters
    ----------
    entries : sequence of (str, str)
        Phrase and note of each candidate.
    labels : array of bool, shape (candidates,)
    log_odds : array of float, shape (candidates,)
        By a tagger of other folds, calibrated.

    Examples
    --------
    >>> labels, log_odds = np.array([False] * 20 + [True, False]), np.array([-2.0] * 22)
    >>> settle([("report", "speech")] * 20 + [("said", "speech")] * 2, labels, log_odds)
    {('report', 'speech'): -3.714}
    """
    marked, likely = (Counter(compress(entries, chosen)) for chosen in (labels, log_odds >= 0))
    return {
        entry: round(math.log((marked[entry] + 0.5) / (n - marked[entry] + 0.5)), 3)
        for entry, n in sorted(Counter(entries).items())
        if n >= (LEAST_CUE if 2 * marked[entry] > n else LEAST)
        and _is_rare(likely[entry], n, TURNED)
        and _is_rare(marked[entry], n, MARKED)
    }


def settle_unseen(
    entries: Sequence[Entry], labels: NDArray[np.bool_], log_odds: Floats, groups: Sequence[str]
) -> Floats:
    """The same log-odds, but those of phrases that the other folds settle."""
    found = log_odds.copy()
    for train, test in GroupKFold(FOLDS, shuffle=True, random_state=0).split(log_odds, labels, groups):
        known = settle([entries[i] for i in train], labels[train], log_odds[train])
        found[test] = [known.get(entries[i], log_odds[i]) for i in test]
    return found


def nest_settled(settled: Mapping[Entry, float]) -> dict[str, dict[str, float]]:
    """Settled phrases as note to phrase to log-odds."""
    nested = defaultdict[str, dict[str, float]](dict)
    for (phrase, note), odds in settled.items():
        nested[note][phrase] = odds
    return dict(nested)


def _is_rare(count: int, n: int, share: float) -> bool:
    """Whether a count of n, or that of all others, is at most a share of n."""
    return min(count, n - count) <= share * n
