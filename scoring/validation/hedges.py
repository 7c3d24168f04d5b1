"""Hedges against trained annotators: cues and hedged sentences, within a domain and across, and certainty."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np

from scoring.article import Article, Span
from scoring.document import Document, parse
from scoring.extractors.hedging import measure_hedging
from scoring.lexicon import Candidate, find_candidates, load_lexicon
from scoring.model.baselines import predict_number, predict_probability
from scoring.model.corpora import CUE, Marked, read_hedges, read_marked, read_rows
from scoring.model.doubting import describe_text, predict_doubts
from scoring.model.news import read_news_hedges
from scoring.taggers import Judged, judge
from scoring.validation.folds import Floats, deal_folds, judge_unseen, judge_with, predict_unseen, refit
from scoring.validation.hiding import measure_hidden
from scoring.validation.resampling import count_truths, f1, measure_correlation, measure_counts
from scoring.validation.row import Found
from scoring.validation.spans import count_overlaps

BIOSCOPE, SFU, SFU_DEV = (f"hedge_{name}" for name in ("bioscope_abstracts", "sfu_train", "sfu_dev"))
EPISTEMIC = "epistemic"
_RULE = "a sentence is hedged when it holds a hedge above the threshold"
_SAID = Sequence[Judged] | Sequence[Candidate]


def _read(folder: Path, name: str) -> list[Marked]:
    """Sentences with their speculation cues, grouped by document."""
    return read_marked(folder, name, CUE, group="doc")


def check_bioscope(folder: Path) -> tuple[Found, ...]:
    """Cues and hedged sentences of abstracts, by taggers fitted on other abstracts, on reviews and news."""
    corpus = _read(folder, BIOSCOPE)
    folds = deal_folds([item.group for item in corpus])
    more = [*_read(folder, SFU), *read_news_hedges(folder)]
    read = judge_unseen("hedge", corpus, folds, more=more)
    groups = [item.group for item in corpus]
    cues = [count_overlaps(_spans(doc, found), m.spans) for (doc, found), m in zip(read, corpus, strict=True)]
    listed = [
        count_overlaps(_spans(doc, find_candidates(doc)["hedge"]), m.spans)
        for (doc, _), m in zip(read, corpus, strict=True)
    ]
    all_cues, all_listed = (measure_counts(_by_group(c, groups), f1) for c in (cues, listed))
    n = len(set(groups))
    truth = [bool(item.spans) for item in corpus]
    texts = [item.article.text for item in corpus]
    odds = predict_unseen(texts, truth, folds, predict_probability, letters=True)
    said = [bool(_spans(doc, found)) for doc, found in read]
    of_list = [bool(_spans(doc, find_candidates(doc)["hedge"])) for doc, _ in read]
    yes = measure_counts(count_truths([True] * len(truth), truth), f1)
    words = measure_counts(count_truths(of_list, truth), f1)
    tfidf = measure_counts(count_truths(np.array(odds, dtype=float) >= 0.5, truth), f1)
    ours = measure_counts(_by_group(count_truths(said, truth), groups), f1)
    note = f"n: abstracts, {len(corpus):,} sentences; every marked cue counts, of ours the epistemic"
    return (
        Found(n, all_cues.value, all_cues.low, all_cues.high, words=all_listed.value, note=note),
        Found(n, ours.value, ours.low, ours.high, yes.value, words.value, tfidf.value, f"{note}; {_RULE}"),
    )


def check_reviews(folder: Path) -> tuple[Found, ...]:
    """Hedged sentences of reviews with conditional and modal cues, by the shipped tagger."""
    corpus, train = _read(folder, SFU_DEV), _read(folder, SFU)
    docs = [parse(item.article) for item in corpus]
    said = [bool(judge(doc, "hedge")) for doc in docs]
    listed = [bool(find_candidates(doc)["hedge"]) for doc in docs]
    note = f"n: reviews, {len(corpus):,} sentences; {_RULE}"
    return (_compare(train, corpus, said, listed, note),)


def check_domains(folder: Path) -> tuple[Found, ...]:
    """Hedged sentences of one domain by a tagger fitted on the other alone."""
    abstracts, reviews = _read(folder, BIOSCOPE), _read(folder, SFU)
    return _across(abstracts, _read(folder, SFU_DEV)), _across(reviews, abstracts)


def _across(train: Sequence[Marked], test: Sequence[Marked]) -> Found:
    train, test = [_epistemic_only(m) for m in train], [_epistemic_only(m) for m in test]
    tagger = refit("hedge", train)
    docs = [parse(item.article) for item in test]
    said = [bool(_spans(doc, judge_with(tagger, doc))) for doc in docs]
    listed = [bool(_spans(doc, find_candidates(doc)["hedge"])) for doc in docs]
    note = "n: documents; cues that our list calls conditional or modal are left out on both sides"
    return _compare(train, test, said, listed, note)


def _compare(
    train: Sequence[Marked], test: Sequence[Marked], said: Sequence[bool], listed: Sequence[bool], note: str
) -> Found:
    """What we and our list say of sentences, beside TF-IDF fitted on others; n are documents."""
    truth, groups = [bool(item.spans) for item in test], [item.group for item in test]
    odds = predict_probability(
        [item.article.text for item in train],
        [bool(item.spans) for item in train],
        [item.article.text for item in test],
        letters=True,
    )
    ours = measure_counts(_by_group(count_truths(said, truth), groups), f1)
    yes, words, tfidf = (
        measure_counts(count_truths(given, truth), f1).value
        for given in ([True] * len(truth), listed, odds >= 0.5)
    )
    return Found(len(set(groups)), ours.value, ours.low, ours.high, yes, words, tfidf, note)


def _epistemic_only(item: Marked) -> Marked:
    """The sentence without the cues that our list calls conditional or modal."""
    notes = load_lexicon().lists["hedge"].terms
    text = item.article.text
    kept = tuple((a, b) for a, b in item.spans if notes.get(text[a:b].lower(), EPISTEMIC) == EPISTEMIC)
    return Marked(item.article, kept, item.group)


def _spans(doc: Document, found: _SAID) -> list[Span]:
    """Where the epistemic ones stand."""
    return [(doc.starts[f.first], doc.ends[f.last - 1]) for f in found if f.note == EPISTEMIC]


def _by_group(counts: object, groups: Sequence[str]) -> Floats:
    """Counts summed by document, in order of first appearance."""
    table = np.asarray(counts, dtype=np.float64)
    place = {group: i for i, group in enumerate(dict.fromkeys(groups))}
    sums = np.zeros((len(place), table.shape[1]))
    np.add.at(sums, [place[group] for group in groups], table)
    return sums


def check_hidden(folder: Path) -> tuple[Found, ...]:
    """Cues whose lemma no fit saw, in abstracts and reviews of the fitting parts."""
    return (measure_hidden("hedge", read_hedges(folder)),)


def check_certainty(folder: Path) -> tuple[Found, ...]:
    """Certainty scores of science news and abstracts against doubt, and against hedges per 100 words."""
    parts = ("train", "dev")
    rows = [row for part in parts for row in read_rows(folder, f"feature/certainty_science_{part}")]
    texts, scores = [row["text"] for row in rows], [float(row["score"]) for row in rows]
    docs = [parse(Article(row["id"], row["text"])) for row in rows]
    folds = deal_folds(texts)
    described = [describe_text(doc) for doc in docs]
    doubts = predict_unseen(described, scores, folds, predict_doubts)
    ours = measure_correlation(np.array(doubts, dtype=float), scores)
    rates = measure_correlation([_hedge_rate(doc) for doc in docs], scores)
    listed = [len(_spans(doc, find_candidates(doc)["hedge"])) / max(1, doc.n_words) for doc in docs]
    words = measure_correlation(listed, scores)
    length = measure_correlation([doc.n_words for doc in docs], scores)
    number = predict_unseen(texts, scores, folds, predict_number)
    tfidf = measure_correlation(np.array(number, dtype=float), scores)
    note = "doubt voiced, its weights and TF-IDF fitted on the other folds"
    plain = "hedges per 100 words in either voice, nothing fitted here"
    beside = (length.value, words.value, -tfidf.value)
    return (
        Found(len(rows), ours.value, ours.low, ours.high, *beside, note),
        Found(len(rows), rates.value, rates.low, rates.high, *beside, plain),
    )


def _hedge_rate(doc: Document) -> float:
    values = measure_hedging(doc).values
    return values["hedging_hedge_rate"] + values["hedging_quoted_hedge_rate"]
