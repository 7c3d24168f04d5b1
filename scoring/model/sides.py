"""Whether left and right outlets get other scores for the same events."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from scoring.model.corpora import registered_domain
from scoring.model.preparing import Floats
from scoring.model.scores import Model

DRAWS = 2000
ENDS = (0.05, 0.95)


def compare_sides(
    model: Model,
    table: Floats,
    words: Floats,
    rows: Sequence[Mapping[str, Any]],
    *,
    least: int,
    seed: int = 0,
) -> dict[str, dict[str, float]]:
    """Mean score of left outlets less that of right ones, event by event.

    Parameters
    ----------
    table : array of shape (n_articles, n_columns)
        Measures, columns as the model's.
    words : array of shape (n_articles,)
    rows : sequence of mapping
        Each article's "event" and "side", which is left, right or another.
    least : int
        Shorter articles are withheld and do not count.

    Returns
    -------
    dict
        Score to events, articles, mean difference in points, and its 90 % interval over events drawn
        anew; a score is left out where fewer than two events have both sides.
    """
    kept = words >= least
    asked = [row for row, keep in zip(rows, kept, strict=True) if keep]
    found = {}
    for name, target in model.targets.items():
        values = target.predict(table[kept], words[kept])[0]
        gaps, articles = _list_gaps(values, asked)
        if len(gaps) > 1:
            found[name] = {"events": float(len(gaps)), "articles": float(articles), **_interval(gaps, seed)}
    return found


def name_sides(
    rated: Sequence[Mapping[str, Any]], filed: Sequence[Mapping[str, Any]], groups: Sequence[str]
) -> dict[str, str]:
    """Group to the side of its outlet.

    Parameters
    ----------
    rated : sequence of mapping
        Articles with the "url" and the "side" of their outlet: left, center or right.
    filed : sequence of mapping
        Articles whose "orientation" is left, right or another; theirs counts before a rating.
    groups : sequence of str
        The group of each of `filed`; a rated domain that is among them counts for its group.

    Examples
    --------
    >>> name_sides([{"url": "http://a.org", "side": "center"}], [{"url": "", "orientation": "left"}], ["b"])
    {'a.org': 'center', 'b': 'left'}
    """
    own = {registered_domain(None, row.get("url")): group for row, group in zip(filed, groups, strict=True)}
    votes: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rated:
        domain = registered_domain(None, row.get("url"))
        votes[own.get(domain, domain)][str(row["side"])] += 1
    sides = {group: found.most_common(1)[0][0] for group, found in votes.items() if group}
    told = {group: row["orientation"] for row, group in zip(filed, groups, strict=True)}
    return sides | {group: side for group, side in told.items() if side in ("left", "right")}


def _list_gaps(values: Floats, rows: Sequence[Mapping[str, Any]]) -> tuple[Floats, int]:
    """Left less right for each event that has both, and how many articles those events have."""
    events: dict[str, dict[str, list[float]]] = {}
    for value, row in zip(values, rows, strict=True):
        events.setdefault(str(row["event"]), {}).setdefault(str(row["side"]), []).append(float(value))
    both = [sides for _, sides in sorted(events.items()) if sides.get("left") and sides.get("right")]
    gaps = [float(np.mean(sides["left"]) - np.mean(sides["right"])) for sides in both]
    return np.array(gaps), sum(len(sides["left"]) + len(sides["right"]) for sides in both)


def _interval(gaps: Floats, seed: int) -> dict[str, float]:
    """Mean of the gaps and the ends of its interval, rounded."""
    drawn = np.random.default_rng(seed).choice(gaps, (DRAWS, len(gaps))).mean(axis=1)
    low, high = np.quantile(drawn, ENDS)
    ends = {"difference": gaps.mean(), "low": low, "high": high}
    return {name: round(float(value), 2) for name, value in ends.items()}
