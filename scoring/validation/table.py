"""The table of agreement, in order: each check, and the rows it fills."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from scoring.validation.cues import check_attributions, check_hidden_verbs
from scoring.validation.hedges import (
    check_bioscope,
    check_certainty,
    check_domains,
    check_hidden,
    check_reviews,
)
from scoring.validation.injecting import check_recall, check_stuffing
from scoring.validation.own_labels import check_news_cues, check_news_hedges, check_precision
from scoring.validation.row import Found, Goal
from scoring.validation.sentences import check_biased, check_clickbait, check_loaded, check_puffery
from scoring.validation.source_types import check_source_types
from scoring.validation.tones import check_tone


@dataclass(frozen=True, slots=True)
class Check:
    """Work that several rows share: a name for ``--only``, the rows it fills in order, and the function.

    `measure` takes the folder of corpora.
    """

    name: str
    goals: tuple[Goal, ...]
    measure: Callable[[Path], tuple[Found, ...]]


_NEWS = "news of five corpora"
_POLNEAR, _BIOSCOPE, _SFU = "attribution_polnear", "hedge_bioscope_abstracts", "hedge_sfu"
_BABE, _EVENTS, _PUFFERY = "loaded_babe", "events_allsides", "promotional_puffery"
_FOLDS, _NOTHING = "folds by document", "all rows, nothing fitted"
_LEMMAS = "fitting part, lemmas in 5 parts"
_STUFFED = "phrase stuffed to {} % of words{}"

CHECKS: tuple[Check, ...] = (
    Check(
        "attributions",
        (
            Goal("attribution cue", _POLNEAR, "dev", "overlap F1", 0.73, 0.80),
            Goal("attributed words", _POLNEAR, "dev", "character F1", 0.76, 0.83),
            Goal("source span", _POLNEAR, "dev", "overlap F1", 0.65, 0.75),
            Goal("attributions per 100 words", _POLNEAR, "dev", "Spearman", 0.85, 0.92),
        ),
        check_attributions,
    ),
    Check(
        "hidden-verbs",
        (Goal("attribution verbs hidden from fitting", _POLNEAR, _LEMMAS, "recall"),),
        check_hidden_verbs,
    ),
    Check(
        "source-types",
        (Goal("source type, five classes", _POLNEAR, "300 spans of dev", "macro-F1", 0.75, 0.88),),
        check_source_types,
    ),
    Check(
        "hedges",
        (
            Goal("hedge cue, epistemic", _BIOSCOPE, _FOLDS, "overlap F1", 0.88, 0.92),
            Goal("hedged sentence, epistemic", _BIOSCOPE, _FOLDS, "F1", 0.89, 0.92),
        ),
        check_bioscope,
    ),
    Check("reviews", (Goal("hedged sentence, all notes", _SFU, "dev", "F1", 0.92, 0.95),), check_reviews),
    Check(
        "news-hedges",
        (Goal("hedged sentence in news, epistemic", _EVENTS, "300 sentences", "F1", 0.80, 0.86),),
        check_news_hedges,
    ),
    Check(
        "news-cues",
        (Goal("hedge cue in news, epistemic", _NEWS, "folds by article", "F1"),),
        check_news_cues,
    ),
    Check(
        "domains",
        (
            Goal("hedged sentence, fitted on abstracts", _SFU, "dev", "F1"),
            Goal("hedged sentence, fitted on reviews", _BIOSCOPE, "all rows", "F1"),
        ),
        check_domains,
    ),
    Check(
        "hidden-hedges",
        (Goal("hedge cues whose lemma was hidden from fitting", f"{_BIOSCOPE}, {_SFU}", _LEMMAS, "recall"),),
        check_hidden,
    ),
    Check(
        "certainty",
        (
            Goal(
                "certainty against doubt voiced",
                "certainty_science",
                "folds by text",
                "Pearson",
                -0.58,
                -0.66,
            ),
            Goal("certainty against hedges", "certainty_science", _NOTHING, "Pearson"),
        ),
        check_certainty,
    ),
    Check(
        "loaded",
        (
            Goal("loaded sentence", _BABE, "dev", "macro-F1", 0.72, 0.78),
            Goal("loaded sentence", _BABE, "dev", "AUC", 0.79, 0.85),
            Goal("loaded words", _BABE, "dev", "character F1", 0.36, 0.48),
        ),
        check_loaded,
    ),
    Check("biased", (Goal("biased sentence", "biased_wikinpov", "dev", "AUC", 0.80, 0.85),), check_biased),
    Check(
        "tone",
        (Goal("tone toward a name", "tone_newsmtsc", "folds by article", "macro-F1", 0.63, 0.70),),
        check_tone,
    ),
    Check(
        "puffery",
        (
            Goal("puffery, retrieved neutrals", _PUFFERY, "train and dev", "AUC", aim=0.82),
            Goal("puffery, retrieved neutrals", _PUFFERY, "paired", "gain in AUC", 0.0, by_low=True),
            Goal("puffery, same article", _PUFFERY, "train and dev", "AUC", aim=0.66),
            Goal("puffery, same article", _PUFFERY, "paired", "gain in AUC", 0.0, by_low=True),
        ),
        check_puffery,
    ),
    Check(
        "clickbait",
        (Goal("clickbait headline", "clickbait", "dev", "AUC", beside_tfidf=True),),
        check_clickbait,
    ),
    Check(
        "stuffing",
        (
            Goal(_STUFFED.format(3, ""), _EVENTS, "200 articles", "AUC", 0.97, 0.99),
            Goal("clean articles flagged", _EVENTS, "200 articles", "share", 0.01, 0.003),
            Goal(_STUFFED.format(2, ""), _EVENTS, "200 articles", "AUC"),
            Goal(_STUFFED.format(3, ", one word"), _EVENTS, "200 articles", "AUC"),
        ),
        check_stuffing,
    ),
    Check(
        "repetition",
        (
            Goal("repeated passage found", _EVENTS, "200 inserted", "recall", 0.95, 0.99),
            Goal("keyword list found", _EVENTS, "200 inserted", "recall", 0.95, 0.99),
        ),
        check_recall,
    ),
    Check(
        "repetition-precision",
        (
            Goal("repeated passages", _EVENTS, "300 clean articles", "precision", 0.95, 0.99),
            Goal("keyword lists", "all article corpora", "every article", "precision", 0.95, 0.99),
        ),
        check_precision,
    ),
)
"""The rows in the order of the page."""
