"""Sentences and headlines against labels: loaded, biased, promotional, clickbait."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.promotion import measure_promotion
from scoring.extractors.stance import measure_stance
from scoring.extractors.titles import parse_title
from scoring.lexicon import find_candidates
from scoring.model.baselines import predict_probability
from scoring.model.corpora import choose_spans, read_rows
from scoring.model.headlines import plain
from scoring.model.puffery import CORPUS, NEIGHBOURS, NEUTRAL, POSITIVE, group_of, judge_unseen_rows
from scoring.model.vectors import find_vectors
from scoring.taggers.headlines import judge_headline
from scoring.validation.folds import Floats, Folds, any_of, deal_folds, predict_unseen
from scoring.validation.resampling import (
    count_classes,
    f1,
    length_auc,
    macro_f1,
    measure_auc,
    measure_counts,
    measure_gain,
)
from scoring.validation.row import NAN, Found
from scoring.validation.spans import count_characters

_LOADED = "loaded_sentence"
_RULE = "score of a sentence: P(loaded) from the sentence model, fitted on the train parts of both corpora"


@dataclass(frozen=True, slots=True)
class _Sentence:
    """What we say of a sentence: P(loaded), number of listed words, number of words."""

    score: float
    listed: int
    words: int


def _judge(text: str) -> _Sentence:
    doc = parse(Article("sentence", text))
    evidence = measure_stance(doc, min_probability=0.0).evidence
    whole = [e.probability for e in evidence if e.kind == _LOADED]
    score = max(whole) if whole else any_of(evidence, "loaded")
    return _Sentence(score, len(find_candidates(doc)["loaded"]), len(doc.forms))


def check_loaded(folder: Path) -> tuple[Found, ...]:
    """Loaded sentences (macro-F1, AUC) and loaded words (characters) in news: BABE, the reported part."""
    train, test = (
        _two_classes(read_rows(folder, f"feature/loaded_babe_{part}")) for part in ("train", "dev")
    )
    texts = [row["text"] for row in test]
    truth = [row["label"] == "Biased" for row in test]
    read = [_judge(text) for text in texts]
    odds = predict_probability([r["text"] for r in train], [r["label"] == "Biased" for r in train], texts)
    scores = np.array([r.score for r in read])
    said = [
        _macro(given, truth) for given in (scores >= 0.5, [True] * len(test), [r.listed > 0 for r in read])
    ]
    tfidf, n = _macro(odds >= 0.5, truth), len(test)
    ours = measure_auc(scores, truth)
    trivial, listed = length_auc([r.words for r in read], truth), [r.listed for r in read]
    rates = (trivial, measure_auc(listed, truth).value, measure_auc(odds, truth).value)
    return (
        Found(n, said[0].value, said[0].low, said[0].high, said[1].value, said[2].value, tfidf.value, _RULE),
        Found(n, ours.value, ours.low, ours.high, *rates, f"{_RULE}; trivial: length"),
        _check_words(test),
    )


def _two_classes(rows: Sequence[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if row["label"] in ("Biased", "Non-biased")]


def _macro(given: Sequence[bool] | np.ndarray[Any, Any], truth: Sequence[bool]) -> Any:
    names = ("neutral", "loaded")
    return measure_counts(count_classes([names[bool(g)] for g in given], [names[t] for t in truth]), macro_f1)


def _check_words(rows: Sequence[dict[str, Any]]) -> Found:
    tables: dict[str, list[tuple[int, int, int, int]]] = {"ours": [], "listed": [], "all": []}
    for row in rows:
        doc = parse(Article(row["id"], row["text"]))
        marked = choose_spans(row, "biased_word")
        loaded = [(e.start, e.end) for e in measure_stance(doc).evidence if e.kind == "loaded"]
        listed = [(doc.starts[c.first], doc.ends[c.last - 1]) for c in find_candidates(doc)["loaded"]]
        spans = {"ours": loaded, "listed": listed, "all": [(0, len(doc.text))]}
        for name, found in spans.items():
            tables[name].append(count_characters(found, marked, text=doc.text))
    ours, listed_f1, all_f1 = (measure_counts(tables[name], f1) for name in ("ours", "listed", "all"))
    note = "fitted on the train part; trivial: all text"
    return Found(len(rows), ours.value, ours.low, ours.high, all_f1.value, listed_f1.value, NAN, note)


def check_biased(folder: Path) -> tuple[Found, ...]:
    """Biased sentences of an encyclopedia by our measure of loaded ones: WikiNPOV, the reported part."""
    train, test = (read_rows(folder, f"feature/biased_wikinpov_{part}") for part in ("train", "dev"))
    texts, truth = [row["text"] for row in test], [row["label"] == "biased" for row in test]
    read = [_judge(text) for text in texts]
    odds = predict_probability([r["text"] for r in train], [r["label"] == "biased" for r in train], texts)
    ours = measure_auc([r.score for r in read], truth)
    rates = (
        length_auc([r.words for r in read], truth),
        measure_auc([r.listed for r in read], truth).value,
        measure_auc(odds, truth).value,
    )
    note = f"{_RULE}; TF-IDF on the train part of this corpus alone; trivial: length"
    return (Found(len(test), ours.value, ours.low, ours.high, *rates, note),)


def check_puffery(folder: Path) -> tuple[Found, ...]:
    """Puffery against neutral sentences retrieved for it, and against others of its article.

    All rows are judged, each by a model fitted as the shipped one is on the sentences of other texts;
    TF-IDF has the same folds and is fitted for each of the two comparisons.
    """
    rows = [row for part in ("train", "dev") for row in read_rows(folder, f"{CORPUS}_{part}")]
    folds = deal_folds([group_of(row) for row in rows])
    vectors = find_vectors(folder)
    odds = judge_unseen_rows(rows, vectors, folds)
    found = list[Found]()
    for negative in (NEUTRAL, NEIGHBOURS):
        at = [i for i, row in enumerate(rows) if row["group"] in (POSITIVE, negative)]
        found += _puffery([rows[i] for i in at], odds[at], folds[at])
    return tuple(found)


def _puffery(rows: Sequence[dict[str, Any]], scores: Floats, folds: Folds) -> tuple[Found, Found]:
    texts, truth = [row["text"] for row in rows], [row["group"] == POSITIVE for row in rows]
    docs = [parse(Article(row["id"], row["text"])) for row in rows]
    listed = [len(find_candidates(doc)["promotional"]) for doc in docs]
    odds = np.array(predict_unseen(texts, truth, folds, predict_probability), dtype=float)
    ours, gain = measure_auc(scores, truth), measure_gain(scores, odds, truth)
    trivial = length_auc([len(doc.forms) for doc in docs], truth)
    words, tfidf = measure_auc(listed, truth).value, measure_auc(odds, truth).value
    note = (
        "score of a sentence: P(promotional), refitted in folds that keep a text's sentences together; "
        "trivial: length"
    )
    told = "TF-IDF in the same folds, fitted for this comparison alone; the lower end must be above 0"
    return (
        Found(len(rows), ours.value, ours.low, ours.high, trivial, words, tfidf, note),
        Found(len(rows), gain.value, gain.low, gain.high, note=told),
    )


def check_clickbait(folder: Path) -> tuple[Found, ...]:
    """Headlines built to be clicked, told from news headlines without capitals or figures to go by."""
    train, test = (read_rows(folder, f"feature/clickbait_{part}") for part in ("train", "dev"))
    texts, truth = [plain(row["text"]) for row in test], [row["label"] == "clickbait" for row in test]
    learnt = [plain(row["text"]) for row in train]
    odds = predict_probability(learnt, [row["label"] == "clickbait" for row in train], texts)
    scores = [_bait(text) for text in texts]
    ours = measure_auc(scores, truth)
    tfidf = measure_auc(odds, truth).value
    trivial = length_auc([len(text.split()) for text in texts], truth)
    words = measure_auc([_count(text, "clickbait") for text in texts], truth).value
    note = (
        "fitted on the train part, names as one placeholder; labels are outlets' kinds; trivial: length; "
        "reach is TF-IDF less .01, aim TF-IDF"
    )
    return (Found(len(test), ours.value, ours.low, ours.high, trivial, words, tfidf, note),)


def _bait(title: str) -> float:
    """P(the headline baits): the model's, or that of the words found in it while there is no model."""
    doc = parse(Article("headline", "", title))
    judged = judge_headline(parse_title(doc))
    if judged is not None:
        return judged.probability
    return any_of(measure_promotion(doc, min_probability=0.0).evidence, "clickbait")


def _count(text: str, kind: str) -> int:
    return len(find_candidates(parse(Article("headline", text)))[kind])
