"""Tone toward a name against labels: negative, neutral, positive."""

from __future__ import annotations

from pathlib import Path

from scoring.model.corpora import read_rows
from scoring.model.tone import CORPUS, collect_targets, fit_tone
from scoring.model.vectors import find_vectors
from scoring.validation.row import Found


def check_tone(folder: Path) -> tuple[Found, ...]:
    """Three classes of tone toward the marked name: NewsMTSC, by taggers fitted on other articles.

    All labelled rows there are went into the shipped tagger, so the same fit is made anew in folds.
    """
    data = collect_targets(read_rows(folder, CORPUS))
    _, metrics = fit_tone(data, find_vectors(folder))
    ours, others = metrics["out_of_fold"], metrics["baselines"]
    return (
        Found(
            len(set(data.groups)),
            ours["macro_f1"],
            ours["low"],
            ours["high"],
            trivial=others["majority"],
            words=others["word_lists"],
            tfidf=others["tf_idf"],
            note=f"n: articles or events, {len(data.labels):,} targets; trivial: the most frequent class",
        ),
    )
