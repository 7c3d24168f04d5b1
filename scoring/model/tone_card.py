"""The card of the tagger of tone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from scoring.model.calibrating import BINS, say_calibration

CLASSES = ("negative", "neutral", "positive")
WORST = """Where it errs, by a reading of sixty errors in folds: deeds and events that speak for themselves
without a word of praise or blame (an arrest, a dismissal); sentences with two actors, where the
blame of one is given to the other, or the victim of a harsh word passes for its author;
concessions ("despite his lead") and hypotheticals; races and polls; words that are rare in the
corpus; labels on which readers may differ. Sentences of US politics of 2012 to 2019 fill the
corpus. Not kept, for they change macro-F1 by less than .004 and cost as much as the rest
together: pairs of words, counts of listed words, kinds of pronouns, marks, negated words as such,
words up to the next name. Words bring the company they keep in unlabelled text
(scoring/model/vectors.py), folded into one pair of weights a word; without it .667. The aim of
.70 is not reached."""
"""What a reading of errors taught."""


def write_tone_card(saved: Mapping[str, Any], metrics: Mapping[str, Any]) -> str:
    """The card of the tagger of tone as Markdown."""
    ours, others = metrics["out_of_fold"], metrics["baselines"]
    names = {"majority": "always the commonest class", "word_lists": "word lists", "tf_idf": "TF-IDF, linear"}
    rows = [f"| {names[key]} | {100 * others[key]:.1f} |" for key in names]
    value, low, high = (f"{100 * ours[key]:.1f}" for key in ("macro_f1", "low", "high"))
    classes = ", ".join(f"{name} {100 * ours[name]:.1f}" for name in CLASSES)
    pairs = zip(CLASSES, metrics["confusion"], strict=True)
    confusion = [f"| {name} | {' | '.join(map(str, row))} |" for name, row in pairs]
    gaps = metrics["calibration_by_class"]
    by_class = "; ".join(f"{name} {say_calibration(*gaps[name])}" for name in CLASSES)
    parts = [
        f"# Tagger card: {saved['kind']}",
        "Generated; do not edit.",
        "Gives a sentence's tone toward a marked target, from -1 to 1; between -.15 and .15 is neutral. "
        "The target and all other names are placeholders. Use it for means over many mentions, not to "
        "judge a single sentence.",
        f"Fitted on {metrics['fitted_on']}. {metrics['targets']} targets in {metrics['groups']} groups.",
        "Macro-F1 of the three classes in %, five folds that keep an event or article whole; classes weigh "
        "the same in the fit, and the border of the neutral band comes from the other folds:",
        "\n".join(["| | macro-F1 |", "|---|---|", *rows, f"| tagger | {value} ({low}-{high}) |"]),
        f"The interval is 90 %, by drawing groups. F1 by class: {classes}.",
        "\n".join(["| labelled \\ given | " + " | ".join(CLASSES) + " |", "|---|---|---|---|", *confusion]),
        f"Expected calibration error of the probabilities behind the tone, {BINS} bins, same folds, beside "
        "its mean if labels were drawn from these probabilities (by chance): of the likeliest class "
        f"{say_calibration(metrics['calibration_error'], metrics['calibration_expected'])}; of each, while "
        f"the fit takes all three for equally common and here they are not, {by_class}.",
        " ".join(WORST.split()),
        f"Weights kept: {metrics['weights']} pairs.",
    ]
    return "\n\n".join(parts) + "\n"
