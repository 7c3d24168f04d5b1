"""The card of the model of loaded sentences."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

KIND = "loaded_sentence"
FITTED_ON = (
    "BABE, train part: 2,163 news sentences labelled by experts (AGPL-3.0), WikiNPOV, train part: 7,120 "
    "encyclopedia sentences (GPL-3.0); what plain news is like: half of NewsMTSC, train part (MIT), "
    "without their labels"
)


def write_sentence_card(metrics: Mapping[str, Any]) -> str:
    """The card of the model of loaded sentences as Markdown."""
    parts = [
        f"# Tagger card: {KIND}",
        "Generated; do not edit.",
        "Gives each sentence the probability that experts would call it biased by its wording, **in a corpus "
        "where half of the sentences are**; in everyday news far fewer are. Default threshold: **0.7**.",
        f"Fitted on {FITTED_ON}.",
        "A word that is no name and not five times in the texts read weighs what the rarest words "
        f"do: {metrics['unknown']:+.2f} before the sum is divided by the root of the sentence's length.",
        f"Five folds of the fitting part, whole outlets each, {metrics['sentences']} sentences: "
        f"AUC {metrics['auc']:.3f}, "
        f"macro-F1 {metrics['macro_f1']:.3f}; in the encyclopedia AUC {metrics['auc_encyclopedia']:.3f}.",
        f"Expected calibration error, 15 bins: {metrics['calibration_error']:.4f}; its mean if labels were "
        f"drawn from these probabilities: {metrics['calibration_expected']:.4f}. "
        f"Weights kept: {metrics['weights']}.",
    ]
    return "\n\n".join(parts) + "\n"
