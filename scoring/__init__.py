"""sourcegrade: scores news and web articles for source quality and bias, with the words behind each number.

Names are loaded at first use, so that ``import scoring`` costs next to nothing.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType

__version__ = "0.1.0"

TYPE_CHECKING = False  # what typing calls so; importing typing would cost more than all the rest

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
    "ArticleFeatures": "scoring.model.transformer",
    "tone_toward": "scoring.extractors.tone",
    "score_frame": "scoring.scorecard.frame",
    "Model": "scoring.model",
    "load_model": "scoring.model",
    "train": "scoring.model.training",
    "Scorecard": "scoring.scorecard",
    "score": "scoring.scorecard",
    "Comparison": "scoring.reports.comparison",
    "compare": "scoring.reports.comparing",
}

__all__ = [
    "__version__",
    "Article",
    "Evidence",
    "Rejection",
    "ScoringError",
    "InputError",
    "LabelError",
    "ModelError",
    "NotYet",
    "read_articles",
    "Analysis",
    "analyse",
    "features",
    "ArticleFeatures",
    "tone_toward",
    "score_frame",
    "Model",
    "load_model",
    "train",
    "Scorecard",
    "score",
    "Comparison",
    "compare",
]

if TYPE_CHECKING:
    from scoring.article import Article, Evidence, Rejection
    from scoring.errors import InputError, LabelError, ModelError, NotYet, ScoringError
    from scoring.extractors.tone import tone_toward
    from scoring.features import Analysis, analyse, features
    from scoring.model import Model, load_model
    from scoring.model.training import train
    from scoring.model.transformer import ArticleFeatures
    from scoring.readers import read_articles
    from scoring.reports.comparing import compare
    from scoring.reports.comparison import Comparison
    from scoring.scorecard import Scorecard, score
    from scoring.scorecard.frame import score_frame


def __getattr__(name: str) -> object:
    if name not in _HOMES:
        raise AttributeError(f"module 'scoring' has no attribute {name!r}")
    value = getattr(import_module(_HOMES[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)


class _Front(ModuleType):
    """Keeps ``scoring.features`` the function: importing the room of that name would put the room there."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (name in _HOMES and isinstance(value, ModuleType)):
            super().__setattr__(name, value)


sys.modules[__name__].__class__ = _Front
