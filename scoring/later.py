"""Names of the public contract whose work has not been done yet; each says so."""

from __future__ import annotations

from typing import Any

from scoring.article import Article
from scoring.errors import NotYet


def tone_toward(article: Article, start: int, end: int) -> float:
    """Tone of the article toward the name at a span, in [-1, 1]. Not there yet: always raises `NotYet`."""
    raise NotYet(
        "tone_toward is not there yet. "
        "The tone gap of an article's two main names is the measure stance_tone_gap_share."
    )


def score_frame(frame: Any, *, model: str = "default") -> Any:
    """Scores for the rows of a DataFrame. Not there yet: always raises `NotYet`."""
    raise NotYet("score_frame is not there yet. Use scoring.score on the articles of scoring.read_articles.")


class ArticleFeatures:
    """Measures as a scikit-learn transformer. Not there yet: making one raises `NotYet`."""

    def __init__(self) -> None:
        raise NotYet("ArticleFeatures is not there yet. Use scoring.features, which gives the same table.")
