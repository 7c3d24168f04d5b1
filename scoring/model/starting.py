"""Whether a prior helps: the same labels ranked by the prior alone, by a fit from scratch, and by both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np

from scoring.model.fitting import (
    FEW_LABELS,
    Examples,
    choose_penalty,
    predict_with_prior,
    weighted_auc,
)
from scoring.model.preparing import Floats, shrink
from scoring.model.prior import Prior

MARGIN = 0.01
FEW_MARGIN = 0.1
"""With few labels the folds tell less: from scratch must be better by so much for the prior to go."""


@dataclass(frozen=True, slots=True)
class Start:
    """Where a fit starts, and why.

    Attributes
    ----------
    offered : Prior or None
        What could be started from; None where no model has such a score or none was wanted.
    kept : bool
        Whether the fit starts from it.
    alone, scratch, joined : float
        AUC on the labels of the prior's curves as they are, and for groups left out of the fit from
        scratch and with the prior; NaN where undefined.
    """

    offered: Prior | None
    kept: bool
    alone: float
    scratch: float
    joined: float

    @property
    def prior(self) -> Prior | None:
        """What the fit starts from; None for a fit from scratch."""
        return self.offered if self.kept else None

    def describe(self) -> dict[str, Any]:
        """What ``metrics.json`` says of it; empty where nothing was offered."""
        if self.offered is None:
            return {}
        aucs = {"auc_alone": self.alone, "auc_scratch": self.scratch, "auc_joined": self.joined}
        rounded = {name: None if value != value else round(value, 4) for name, value in aucs.items()}
        return {"model": self.offered.name, "digest": self.offered.digest, "kept": self.kept, **rounded}


def choose_start(data: Examples, reference: Floats, target: str, prior: Prior | None) -> Start:
    """Keep the prior unless a fit from scratch is clearly better at groups left out.

    With fewer than 100 labels "clearly" is an AUC more by .1, else by .01.
    """
    if prior is None:
        return Start(None, False, np.nan, np.nan, np.nan)
    alone = weighted_auc(rank_alone(data, reference, prior), data)
    scratch = weighted_auc(choose_penalty(data, reference, target)[1], data)
    joined = weighted_auc(predict_with_prior(data, reference, target, prior)[1], data)
    margin = MARGIN if len(data.labels) >= FEW_LABELS else FEW_MARGIN
    return Start(prior, not scratch > joined + margin, alone, scratch, joined)


def rank_alone(data: Examples, reference: Floats, prior: Prior) -> Floats:
    """Log-odds of the articles by the prior's curves as they are; a column it knows must be there."""
    places = [list(data.columns).index(name) for name in prior.curves.columns]
    prepared = shrink(data.table, data.words, reference, data.columns)
    return prior.curves.decision_function(prepared[:, places])
