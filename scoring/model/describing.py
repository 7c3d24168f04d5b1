"""What `train` says of a user's labels: cautions, and the card's words."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from scoring.model.annotators import Annotator, say_far, to_rows
from scoring.model.fitting import Examples
from scoring.model.labels import LabelRow
from scoring.model.metrics import length_auc
from scoring.model.scores import Model
from scoring.model.starting import Start
from scoring.model.style import find_style, say_style

FEWEST = 10
"""Labelled articles under which nothing is fitted."""
FEW = 100
"""Labelled articles under which the card's figures are called rough."""
RARE = 0.1
"""Share of the labels on one side of 50 under which they are called one-sided."""
LENGTH_AUC = 0.8
"""AUC of the word count alone from which length is named as a danger."""
LOW_ALPHA = 0.667
"""Under this agreement even tentative conclusions are unsafe (Krippendorff, Content Analysis, ch. 12)."""
HARDLY = 0.6
"""AUC for groups left out under which the measures are said to hardly predict the labels."""
BETTER_ALONE = 0.05
"""Gain in AUC from which the prior as it is is called better than a fit on the labels; under 100 labels a
standard error is .05 and more."""
MOST = 0.5
"""Share of the articles from which one outlet is called most of them."""


@dataclass(frozen=True, slots=True)
class LabelledPart:
    """One target's labels: its examples, or None with what they lack; how far annotators agree.

    `outlet` is named where all articles are of one.
    """

    name: str
    examples: Examples | None
    caution: str
    alpha: float
    annotators: list[Annotator]
    outlet: str | None = None


def weigh(part: LabelledPart, start: Start | None) -> list[str]:
    """Sentences about what weakens the labels of a target."""
    name, data = part.name, part.examples
    if data is None:
        return [f"{part.caution} No score for it was fitted."]
    said = [say_agreement(part), *say_far(part.annotators)]
    if len(data.labels) < FEW:
        said.append(f"{len(data.labels)} labelled articles are few; figures are rough below {FEW}.")
    if part.outlet is not None:
        said.append(
            f"all articles are from {part.outlet}; nothing tells how the score does on other outlets."
        )
    said += [*_weigh_balance(data), *_weigh_outlets(data), *_weigh_start(start)]
    return [f"{name}: {sentence}" for sentence in said]


def say_agreement(part: LabelledPart) -> str:
    """How far the annotators of a target agree; one alone can neither agree nor differ."""
    if len(part.annotators) == 1:
        return "one annotator gave all labels, so it is not known how far a second would agree."
    return say_alpha(part.alpha)


def say_alpha(alpha: float) -> str:
    """How far annotators agree."""
    if math.isnan(alpha):
        return "agreement between annotators cannot be measured: no two of them differ on shared articles."
    low = f", under {LOW_ALPHA}: they do not mean the same" if alpha < LOW_ALPHA else ""
    return f"agreement between annotators, Krippendorff's alpha {alpha:.2f}{low}."


def _weigh_balance(data: Examples) -> list[str]:
    count, positive = len(data.labels), int((data.labels >= 0.5).sum())
    fewer, side = min((positive, "50 or more"), (count - positive, "under 50"))
    least = max(FEWEST // 2, math.ceil(RARE * count))
    if fewer < least:
        return [f"labels are one-sided: {fewer} of {count} are {side}, where {least} would be few."]
    if (auc := length_auc(data)) > LENGTH_AUC:
        advice = "check that long and short articles carry both"
        return [f"length alone predicts these labels (AUC {auc:.2f}); {advice}."]
    return []


def _weigh_outlets(data: Examples) -> list[str]:
    groups = list(data.groups)
    largest = max(set(groups), key=lambda group: (groups.count(group), group))
    count = groups.count(largest)
    if count <= MOST * len(groups):
        return []
    return [f"{count} of {len(groups)} articles are from {largest}; label more of others."]


def _weigh_start(start: Start | None) -> list[str]:
    if start is None or start.offered is None:
        return []
    model, said = start.offered.name, []
    if start.alone < 0.5:
        said.append(f"the model {model} ranks these articles against your labels (AUC {start.alone:.2f}).")
    if max(start.joined, start.scratch) < HARDLY:
        best = f"AUC {max(start.joined, start.scratch):.2f}"
        said.append(f"the measures hardly predict these labels for outlets left out ({best}).")
    if start.alone > max(start.joined, start.scratch) + BETTER_ALONE:
        both = f"AUC {start.alone:.2f}) than one moved by your labels ({max(start.joined, start.scratch):.2f}"
        said.append(
            f"the model {model} as it is ranks articles of outlets left out better ({both}); label more."
        )
    if not start.kept:
        better = f"from scratch does better at outlets left out (AUC {start.scratch:.2f})"
        said.append(f"the model {model} is not started from: {better} than with it ({start.joined:.2f}).")
    return said


def find_idle(model: Model) -> list[str]:
    """Sentences for scores that say the same of every article."""
    idle = [name for name, target in model.targets.items() if target.slope == 0]
    said = (
        "the measures do not predict these labels for outlets left out, so every article gets the same value."
    )
    return [f"{name}: {said}" for name in idle]


def find_leaning(model: Model, examples: Mapping[str, Examples]) -> list[str]:
    """Sentences for scores that go by how an outlet sets its pages."""
    shared = [(name, target) for name, target in model.targets.items() if name in examples]
    said = [(name, say_style(find_style(examples[name], target))) for name, target in shared]
    return [f"{name}: {sentence}" for name, sentence in said if sentence]


def describe(
    rows: Sequence[LabelRow],
    used: Sequence[LabelRow],
    articles: int,
    parts: Sequence[LabelledPart],
    cautions: Sequence[str],
    starts: Mapping[str, Start],
) -> dict[str, Any]:
    """What the card says of the labels of so many articles; the digest is of all rows, used or not."""
    content = repr(sorted((row.article, row.annotator, sorted(row.values.items())) for row in rows))
    digest = hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:16]
    people = len({row.annotator for row in used})
    size = (
        f"{len(used)} rows by {people} {'annotator' if people == 1 else 'annotators'} on {articles} articles"
    )
    data = {"name": "labels", "articles": articles, "licence": "yours", "sha256": digest}
    known = [part.name for part in parts if part.examples is not None]
    return {
        "labels": f"Your labels: {size}. An article's label is the plain mean over its annotators; each "
        "article weighs the same, however many labelled it; nobody's labels are moved or left out.",
        "uses": {
            name: f"how much an article reads like those your annotators put high on {name}" for name in known
        },
        "data": [data | {"used_for": ", ".join(known)}],
        "annotators": [row for part in parts for row in to_rows(part.name, part.annotators)],
        "agreement": " ".join(
            f"{part.name.capitalize()}: {say_agreement(part)}" for part in parts if part.annotators
        ),
        "tests": "Folds keep outlets whole (events where none or only one is given). The length-only "
        "column is the AUC of the word count alone.",
        "worst": " ".join(cautions) or "Nothing stood out.",
        "changes": _say_changes(starts),
    }


def _say_changes(starts: Mapping[str, Start]) -> str:
    kept = [name for name, start in starts.items() if start.kept]
    fresh = [name for name, start in starts.items() if not start.kept]
    said = [f"{' and '.join(kept)}: the prior's curves, moved by your labels."] if kept else []
    said += [f"{' and '.join(fresh)}: fitted from your labels alone."] if fresh else []
    return " ".join([*said, "Percentiles and reference article are those of the default model."])
