"""Checks against our own labels: hedged sentences of news, repeated passages, lists of terms."""

from __future__ import annotations

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from pathlib import Path

import numpy as np

from scoring.article import Article
from scoring.document import Document, parse
from scoring.extractors.stuffing import measure_stuffing
from scoring.lexicon import Candidate, find_candidates
from scoring.model.annotated import Annotated, alpha, read_annotations
from scoring.model.baselines import predict_probability
from scoring.model.corpora import Marked, read_articles_of, read_hedges
from scoring.model.news import LABELS, read_news_hedges
from scoring.taggers import Judged, judge
from scoring.validation.folds import deal_folds, judge_unseen, judge_with, refit
from scoring.validation.resampling import Floats, count_truths, f1, mean, measure_counts
from scoring.validation.row import Found

CORPUS = "article/events_allsides"
_EPISTEMIC = "epistemic"
_ARTICLES = 300
_SEED = 13
"""Draws the articles whose hits were judged."""
_Place = tuple[str, int, int]


def check_news_hedges(folder: Path) -> tuple[Found, ...]:
    """Hedged sentences of news, judged within their articles: the half kept for the report."""
    rows = [row for row in read_annotations("news_hedges") if row.part == "report"]
    docs = _parse(folder, {row.article for row in rows})
    rows = [row for row in rows if row.article in docs]
    if not rows:
        return (Found(note="this folder holds none of the articles we labelled"),)
    truth = [row.label == "1" for row in rows]
    said = [_holds(docs[row.article], row, judge(docs[row.article], "hedge")) for row in rows]
    listed = [_holds(docs[row.article], row, find_candidates(docs[row.article])["hedge"]) for row in rows]
    fitted = read_hedges(folder)
    odds = predict_probability(
        [item.article.text for item in fitted],
        [bool(item.spans) for item in fitted],
        [docs[row.article].text[slice(*row.span)] for row in rows],
        letters=True,
    )
    ours = measure_counts(count_truths(said, truth), f1)
    yes, words, tfidf = (
        measure_counts(count_truths(given, truth), f1).value
        for given in ([True] * len(truth), listed, np.asarray(odds) >= 0.5)
    )
    note = (
        f"labelled by us, {sum(truth)} of {len(truth)} hedged; alpha of the two blind passes "
        f"{alpha(read_annotations('news_hedges')):.2f}; TF-IDF fitted on abstracts and reviews, all cues"
    )
    return (Found(len(rows), ours.value, ours.low, ours.high, yes, words, tfidf, note),)


def check_news_cues(folder: Path) -> tuple[Found, ...]:
    """Places of news where a hedge may stand, by taggers fitted on abstracts, reviews and other articles."""
    corpus, others = read_news_hedges(folder), read_hedges(folder)
    if not corpus:
        return (Found(note="this folder holds none of the articles we labelled"),)
    read = judge_unseen("hedge", corpus, deal_folds([item.group for item in corpus]), more=others)
    ours = measure_counts([_count_places(item, *each) for item, each in zip(corpus, read, strict=True)], f1)
    places = [(place in item.spans) for item in corpus for place in item.judged or ()]
    yes = measure_counts(count_truths([True] * len(places), places), f1).value
    stranger = refit("hedge", others)
    apart = [
        _count_places(item, doc, judge_with(stranger, doc))
        for item, (doc, _) in zip(corpus, read, strict=True)
    ]
    note = (
        f"labelled by us, {sum(places)} of {len(places)} are hedges, every second place drawn for being "
        f"doubtful; alpha of the two blind passes {alpha(read_annotations(LABELS)):.2f}; fitted without news "
        f"{measure_counts(apart, f1).value:.3f}"
    )
    return (Found(len(corpus), ours.value, ours.low, ours.high, yes, yes, note=note),)


def _count_places(item: Marked, doc: Document, said: Iterable[Judged]) -> Floats:
    """Counts for `f1` of the places judged in one article."""
    found = {(doc.starts[each.first], doc.ends[each.last - 1]) for each in said}
    places = item.judged or ()
    counts = count_truths([p in found for p in places], [p in item.spans for p in places])
    return np.asarray(counts.sum(axis=0))


def _holds(doc: Document, row: Annotated, hedges: Iterable[Judged | Candidate]) -> bool:
    """Whether an epistemic hedge starts inside the sentence."""
    start, end = row.span
    return any(h.note == _EPISTEMIC and start <= doc.starts[h.first] < end for h in hedges)


def check_precision(folder: Path) -> tuple[Found, ...]:
    """Of the repeated passages and lists of terms that we mark in clean articles, how many are right.

    Lists are so rare in news that all articles of the corpora are searched for them.
    """
    events = [article for article, _ in read_articles_of(folder, CORPUS)]
    order = np.random.default_rng(_SEED).permutation(len(events))[:_ARTICLES]
    names = sorted(path.name.partition(".")[0] for path in (folder / "article").glob("*.jsonl.gz"))
    everything = (article for name in names for article, _ in read_articles_of(folder, f"article/{name}"))
    passages = _mark((events[i] for i in order), "duplicate_passage")
    return (
        _judge("duplicate_passage", passages, f"{len(order)} articles"),
        _judge("keyword_list", _mark(everything, "keyword_list"), "all articles of the corpora"),
    )


def _mark(articles: Iterable[Article], kind: str) -> set[_Place]:
    return {
        (article.id, e.start, e.end)
        for article in articles
        for e in measure_stuffing(parse(article)).evidence
        if e.kind == kind
    }


def _judge(kind: str, hits: AbstractSet[_Place], where: str) -> Found:
    labels = {
        (row.article, *row.span): row.label == "1"
        for row in read_annotations("repetition_hits")
        if row.part == kind
    }
    right = measure_counts([[labels[hit], 1] for hit in sorted(hits & labels.keys())], mean)
    note = f"n: hits in {where}, each judged by two readers; {len(hits - labels.keys())} more not judged"
    return Found(len(hits & labels.keys()), right.value, right.low, right.high, note=note)


def _parse(folder: Path, ids: AbstractSet[str]) -> dict[str, Document]:
    return {a.id: parse(a) for a, _ in read_articles_of(folder, CORPUS) if a.id in ids}
