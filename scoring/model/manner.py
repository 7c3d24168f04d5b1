"""Fits the weights of everyday words that tell plain reports from argument, and fills their measures.

An article's measure must come from weights that have not seen its outlet, or the curves on it would trust it
too much: the articles of a fit get theirs out of fold, those that are asked about from all of the fit's.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
from scipy.sparse import csr_matrix, diags
from sklearn.linear_model import LogisticRegression

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.everyday import (
    FORMAT,
    HANDED_PART,
    KIND,
    USUAL,
    WELL,
    Everyday,
    count_everyday,
)
from scoring.features import show_visible
from scoring.features.parallel import map_items
from scoring.model.examples import Examples, even_weights, split_groups
from scoring.model.preparing import Floats
from scoring.model.saving import save_tagger
from scoring.model.uses import Uses, encode
from scoring.model.vocabulary import COMMON

SIDES = {"quality": "report", "bias": "argument"}
"""Score to the side whose words raise it."""
STRENGTH = 0.0006
"""Inverse penalty. Mean AUC over the ten rows of the card is the same within .001 from .0002 to .003; the
more of it, the more words have the largest weight, and the rarer they are."""
MOST = 0.025
"""Largest weight of a word. In 97 articles of 350 to 450 words one more use of the strongest moves quality
by 1.1 points in the middle and 3.9 at most, bias by .4 and 1.3. From .015 to .06 the mean AUC is the same
within .001; with .04 one use moved quality by 7.4 points at most."""
LEAST_SPREAD = 0.01
"""Below the standard deviation of a word that one of a thousand articles uses once."""


def count_everyday_words(articles: Sequence[Article], *, jobs: int) -> list[Everyday]:
    """Everyday words of each article."""
    return list(map_items(_count, articles, n_jobs=jobs))


def _count(article: Article) -> Everyday:
    return count_everyday(parse(show_visible(article)[0]))


def fit_weights(data: Examples) -> Floats:
    """Weight of each word, bounded, for the label of the examples."""
    truth, weight = data.labels >= 0.5, even_weights(data)
    if data.uses is None or truth.all() or not truth.any():
        return np.zeros(0 if data.uses is None else data.uses.full.shape[1])
    learner = LogisticRegression(C=STRENGTH, solver="liblinear", random_state=0)
    full = data.uses.full
    scale = _scale(full)
    found = learner.fit(full @ diags(scale), truth, sample_weight=weight).coef_[0]
    return np.asarray(np.clip(scale * found, -MOST, MOST))


def _scale(uses: csr_matrix) -> Floats:
    """What each word's uses are multiplied by for the fit: one over the root of their standard deviation.

    As they are, "the" and "said" would have nearly all the weight; over the whole deviation, rare words.
    Mean AUC over the ten rows of the card is .917, .919 and .917 for one, the root and the whole, and of
    real or fake as quality .913, .922 and .922.
    """
    mean, square = (np.asarray(part.mean(axis=0)).ravel() for part in (uses, uses.multiply(uses)))
    spread = np.sqrt(np.maximum(square - mean**2, 0.0))
    return np.asarray(np.maximum(spread, LEAST_SPREAD) ** -0.5)


def measure_grade(uses: Uses, weights: Floats, target: str) -> Floats:
    """The measure of a score from the uses of words."""
    well = WELL[_side(target)]
    speaks_well, against = (np.maximum(sign * well * weights, 0.0) for sign in (1, -1))
    charged = np.minimum(HANDED_PART * (uses.cost @ against), uses.gain @ speaks_well)
    total = uses.full @ speaks_well - uses.own @ against - uses.holds @ charged
    return np.asarray(well * total)


def fill(known: Examples, asked: Examples, target: str) -> tuple[Examples, Examples]:
    """Both with the measure of a score filled in: `known` out of fold, `asked` by weights of `known`.

    As they are where there are no uses of words, or no such measure.
    """
    column = find_column(known, target)
    if column is None or known.uses is None or asked.uses is None:
        return known, asked
    return cross(known, target), _put(
        asked, column, measure_grade(asked.uses, fit_weights(known), target), target
    )


def cross(data: Examples, target: str) -> Examples:
    """The examples with the measure of a score filled in out of fold; their uses are dropped."""
    column = find_column(data, target)
    if column is None or data.uses is None:
        return data
    values = np.zeros(len(data.labels))
    for train, test in split_groups(data):
        values[test] = measure_grade(data.uses.take(test), fit_weights(data.take(train)), target)
    return _put(data, column, values, target)


def find_column(data: Examples, target: str) -> int | None:
    """Where the measure of a score stands."""
    name = _name(target)
    return list(data.columns).index(name) if name in data.columns else None


def _side(target: str) -> str:
    """A score of the user's own is taken for one of quality."""
    return SIDES.get(target, SIDES["quality"])


def _name(target: str) -> str:
    return f"language_{_side(target)}_grade"


def measure_again(
    table: Floats,
    columns: Sequence[str],
    counts: Sequence[Everyday],
    vocabulary: Sequence[str],
    weights: Mapping[str, Floats],
) -> Floats:
    """A table of measures with those of all scores taken anew, by weights just fitted."""
    again, uses = table.copy(), encode(counts, vocabulary)
    words = np.array([count.every.total() for count in counts])
    for target, weight in weights.items():
        grades = measure_grade(uses, weight, target)
        again[:, list(columns).index(_name(target))] = np.where(words > 0, grades, np.nan)
    return again


def _put(data: Examples, column: int, values: Floats, target: str) -> Examples:
    """The other side's measure is left out, as its weights may have seen these articles."""
    table = data.table.copy()
    others = {_name(other) for other in SIDES} - {_name(target)}
    table[:, [name in others for name in data.columns]] = np.nan
    table[:, column] = values
    return replace(data, table=table, uses=None)


def save_weights(
    examples: Mapping[str, Examples], vocabulary: Sequence[str], usual: Floats, out: Path
) -> dict[str, Floats]:
    """Fit both sides on all examples, write them with their card, and give them back by score.

    `usual` is how much the uses of each word count in the mean article of the reference.
    """
    found = {target: np.round(fit_weights(data), 4) for target, data in examples.items()}
    named = {target: dict(zip(vocabulary, found[target].tolist(), strict=True)) for target in found}
    weights = {SIDES[target]: {w: x for w, x in words.items() if x} for target, words in named.items()}
    fitted_on = " and ".join(sorted({str(c) for data in examples.values() for c in data.corpora}))
    metrics = {"fitted_on": fitted_on, "words": len(vocabulary)}
    means = dict(zip(vocabulary, np.round(usual, 3).tolist(), strict=True))
    saved = {"format": FORMAT, "kind": KIND, "weights": weights, USUAL: means}
    save_tagger(out / "taggers" / KIND, saved, metrics, write_manner_card(weights, metrics))
    return found


def write_manner_card(weights: Mapping[str, Mapping[str, float]], metrics: Mapping[str, object]) -> str:
    """The card as Markdown: the words that weigh most on either side."""
    parts = [
        f"# Card of weights: {KIND}",
        "Generated; do not edit.",
        f"Sums over {metrics['words']} everyday words outside quotations, those that {COMMON:.0%} of the "
        f"reference articles hold and few lean on. No weight exceeds {MOST}. Fitted on "
        f"{metrics['fitted_on']}; what they add to the scores, on outlets left out, stands on the card of "
        "the default model.",
    ]
    for side, words in sorted(weights.items()):
        ranked = sorted(words, key=lambda word: (-words[word], word))
        parts.append(f"**{side}**, for it: {', '.join(ranked[:40])}")
        parts.append(f"**{side}**, against it: {', '.join(ranked[:-41:-1])}")
    return "\n\n".join(parts) + "\n"
