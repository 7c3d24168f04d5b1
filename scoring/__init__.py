"""sourcegrade: scores news and web articles for source quality and bias, with the words behind each number.

Names are loaded at first use, so that ``import scoring`` costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

_HOMES = {
    "Article": "scoring.article",
    "Evidence": "scoring.article",
    "Rejection": "scoring.article",
    "ScoringError": "scoring.errors",
    "InputError": "scoring.errors",
    "LabelError": "scoring.errors",
    "ModelError": "scoring.errors",
    "NotYet": "scoring.errors",
    "read_articles": "scoring.readers",
    "Analysis": "scoring.features",
    "analyse": "scoring.features",
    "features": "scoring.features",
    "ArticleFeatures": "scoring.later",
    "tone_toward": "scoring.later",
    "score_frame": "scoring.later",
    "Model": "scoring.model",
    "load_model": "scoring.model",
    "train": "scoring.model.training",
    "Scorecard": "scoring.scorecard",
    "score": "scoring.scorecard",
    "Comparison": "scoring.reports.comparison",
    "compare": "scoring.reports.comparing",
}

__all__ = ["__version__", *_HOMES]

if TYPE_CHECKING:
    from scoring.article import Article, Evidence, Rejection
    from scoring.errors import InputError, LabelError, ModelError, NotYet, ScoringError
    from scoring.features import Analysis, analyse, features
    from scoring.later import ArticleFeatures, score_frame, tone_toward
    from scoring.model import Model, load_model
    from scoring.model.training import train
    from scoring.readers import read_articles
    from scoring.reports.comparing import compare
    from scoring.reports.comparison import Comparison
    from scoring.scorecard import Scorecard, score


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'scoring' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)
