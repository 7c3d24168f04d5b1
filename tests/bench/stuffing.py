"""How well stuffing is told from clean news when phrases, passages and lists are put into articles.

Run ``python tests/bench/stuffing.py --corpora DIR [--half 0|1]``. The constants of the stuffing family
were chosen on the half 0 of the articles (by a hash of their id); half 1, the default, reports. The
background frequencies that the package ships are counted over all articles; ``--refit`` counts them
over the other half alone.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from scoring.article import Article, Evidence
from scoring.document import Document, parse
from scoring.extractors import background, busiest, ngrams, repetition
from scoring.extractors.background import kind_of
from scoring.extractors.measure import Measure
from scoring.extractors.stuffing import measure_stuffing
from scoring.model.background import CORPORA, build_background
from scoring.model.corpora import read_articles_of

ARTICLES = 200
CLEAN = 300
LISTED = 6
PASSAGE = (12, 60)
"""Words of a passage that is copied: fewest and most."""
TOPS, RUNS = range(2, 5), range(5, 11)
"""Sizes of n-grams whose most frequent one, and whose repetitions, the baseline counts."""

Score = Callable[[Article], float]


def inject_phrase(article: Article, rng: random.Random, share: float, words: int) -> Article | None:
    """The article with one of its phrases put into its sentences until occurrences / words = `share`.

    Parameters
    ----------
    article : Article
    rng : random.Random
    share : float
        Occurrences per word of the result, those that were there before included.
    words : int
        Words of the phrase. It begins and ends with a content word and lies in one sentence.

    Returns
    -------
    Article or None
        None if the article holds no such phrase. Places are drawn from all words; a sentence gets a
        second one only if every sentence has one.
    """
    doc = parse(article)
    starts = list(_phrase_starts(doc, words))
    if not starts:
        return None
    at = rng.choice(starts)
    phrase = article.text[doc.starts[at] : doc.ends[at + words - 1]]
    forms = list(doc.forms[at : at + words])
    have = sum(list(doc.forms[i : i + words]) == forms for i in range(len(doc.forms)))
    more = 0
    while (have + more) / (len(doc.forms) + more * words) < share:
        more += 1
    text = article.text
    for place in sorted(_draw_places(doc, rng, more), reverse=True):
        start = doc.starts[place]
        text = f"{text[:start]}{phrase} {text[start:]}"
    return replace(article, text=text)


def _phrase_starts(doc: Document, words: int) -> Iterator[int]:
    for at in range(len(doc.forms) - words + 1):
        last = at + words - 1
        gaps = (doc.text[doc.ends[i] : doc.starts[i + 1]] for i in range(at, last))
        inside = doc.sentence_of[at] == doc.sentence_of[last] and all(gap == " " for gap in gaps)
        ends = (doc.forms[at], doc.forms[last])
        terms = all(len(w) > 1 and w.isalpha() and kind_of(w) == "content" for w in ends)
        if inside and terms and doc.is_counted(at):
            yield at


def _draw_places(doc: Document, rng: random.Random, count: int) -> list[int]:
    sentences = [i for i, counted in enumerate(doc.counted) if counted]
    places: list[int] = []
    while len(places) < count:
        order = rng.sample(sentences, len(sentences))
        for i in order[: count - len(places)]:
            places.append(rng.randrange(doc.first_token[i], doc.first_token[i + 1]))
    return places


def inject_passage(article: Article, rng: random.Random) -> tuple[Article, tuple[int, int]] | None:
    """The article with one or two of its sentences put in again as a paragraph further down, and where."""
    doc = parse(article)
    runs = [(i, i + n) for n in (1, 2) for i in range(len(doc.sentences) - n + 1) if _is_run(doc, i, i + n)]
    after = [end for _, end in doc.paragraphs]
    if not runs:
        return None
    first, last = rng.choice(runs)
    start, end = doc.sentences[first][0], doc.sentences[last - 1][1]
    later = [place for place in after if place >= end]
    at = rng.choice(later)
    passage = article.text[start:end]
    text = f"{article.text[:at]}\n\n{passage}\n\n{article.text[at:].lstrip()}"
    return replace(article, text=text), (at + 2, at + 2 + len(passage))


def _is_run(doc: Document, first: int, last: int) -> bool:
    words = doc.first_token[last] - doc.first_token[first]
    prose = all(doc.counted[i] and i not in doc.headings for i in range(first, last))
    whole = (
        doc.text[doc.sentences[last - 1][1] - 1] in '.!?”"' and doc.text[doc.sentences[first][0]].isupper()
    )
    return prose and whole and PASSAGE[0] <= words <= PASSAGE[1]


def inject_list(article: Article, rng: random.Random) -> tuple[Article, tuple[int, int]]:
    """The article with its own frequent words as a list of search terms at its end, and where.

    Four manners in turn: labelled, hashtags, bare with commas, bare with bars.
    """
    doc = parse(article)
    words = Counter(f for f in doc.forms if f.isalpha() and len(f) > 3 and kind_of(f) == "content")
    common = [word for word, _ in words.most_common(12)] or ["news"]
    terms = [" ".join(rng.choices(common, k=rng.choice((1, 2, 2, 3)))) for _ in range(LISTED)]
    tags = " ".join("#" + term.replace(" ", "") for term in terms)
    listed = rng.choice(
        (
            f"Keywords: {', '.join(terms)}",
            f"Search terms: {'; '.join(terms)}",
            tags,
            ", ".join(terms),
            " | ".join(terms),
        )
    )
    body = article.text.rstrip()
    return replace(article, text=f"{body}\n\n{listed}"), (len(body) + 2, len(body) + 2 + len(listed))


def score_ours(article: Article) -> float:
    """The worst phrase."""
    return measure_stuffing(parse(article)).values["stuffing_phrase_ratio"]


def score_word(article: Article) -> float:
    """The busiest word."""
    return measure_stuffing(parse(article)).values["stuffing_word_share"]


def score_top(article: Article) -> float:
    """Baseline: largest share of characters that the most frequent n-gram of two to four words fills."""
    words = article.text.lower().split()
    return max(_top_share(words, size) for size in TOPS)


def _top_share(words: Sequence[str], size: int) -> float:
    grams = Counter(tuple(words[i : i + size]) for i in range(len(words) - size + 1))
    most = max(grams.values(), default=0)
    longest = max((len(" ".join(gram)) for gram, n in grams.items() if n == most), default=0)
    return most * longest / max(1, len(" ".join(words)))


def score_runs(article: Article) -> float:
    """Baseline: largest share of characters in n-grams of five to ten words that came before."""
    words = article.text.lower().split()
    return max(_run_share(words, size) for size in RUNS)


def _run_share(words: Sequence[str], size: int) -> float:
    seen: set[tuple[str, ...]] = set()
    repeated = at = 0
    while at + size <= len(words):
        gram = tuple(words[at : at + size])
        if gram in seen:
            repeated += len(" ".join(gram))
            at += size
        else:
            seen.add(gram)
            at += 1
    return repeated / max(1, len(" ".join(words)))


def auc(clean: Sequence[float], stuffed: Sequence[float]) -> float:
    """Chance that a stuffed article has the higher value, ties counted half."""
    above = sum((s > c) + 0.5 * (s == c) for s in stuffed for c in clean)
    return above / (len(clean) * len(stuffed))


def half_of(article: Article) -> int:
    """Which half of the articles one belongs to."""
    return hashlib.sha256(article.id.encode()).digest()[0] % 2


def count_flagged(articles: Sequence[Article]) -> float:
    """Share of articles with a stuffed phrase."""
    found = [measure_stuffing(parse(a), min_probability=None) for a in articles]
    return sum(any(e.kind == "stuffed_phrase" for e in m.evidence) for m in found) / len(found)


def report_phrases(clean: Sequence[Article]) -> Iterator[str]:
    """Rows of AUC for phrases of two or three words and for one word, against the baselines."""
    scores: dict[str, Score] = {"ours": score_ours, "top n-gram": score_top, "repeated n-grams": score_runs}
    for words, share in (((2, 3), 0.03), ((2, 3), 0.02), ((1,), 0.03), ((1,), 0.02)):
        rng = random.Random(11)
        stuffed = [inject_phrase(a, rng, share, rng.choice(words)) for a in clean]
        kept = [(a, b) for a, b in zip(clean, stuffed, strict=True) if b is not None]
        ours = {"ours": score_word} if words == (1,) else {}
        row = [
            f"{name} {auc([s(a) for a, _ in kept], [s(b) for _, b in kept]):.3f}"
            for name, s in (scores | ours).items()
        ]
        caught = count_flagged([b for _, b in kept])
        sizes = " or ".join(map(str, words))
        yield f"{sizes} words at {share:.0%}: n {len(kept)}, AUC {', '.join(row)}; flagged {caught:.1%}"


def hit(found: Measure, kind: str, where: tuple[int, int]) -> bool:
    """Whether evidence of a kind covers half of a span or more."""
    covered = sum(_overlap(e, where) for e in found.evidence if e.kind == kind)
    return covered >= (where[1] - where[0]) / 2


def _overlap(evidence: Evidence, where: tuple[int, int]) -> int:
    return max(0, min(evidence.end, where[1]) - max(evidence.start, where[0]))


def report_blocks(clean: Sequence[Article]) -> Iterator[str]:
    """Recall of passages and lists put in; what clean articles show, to be judged by eye."""
    rng = random.Random(13)
    passages = [p for p in (inject_passage(a, rng) for a in clean) if p]
    lists = [inject_list(a, rng) for a in clean]
    for name, kind, rows in (("passages", "duplicate_passage", passages), ("lists", "keyword_list", lists)):
        got = [hit(measure_stuffing(parse(a)), kind, where) for a, where in rows]
        found = [(a, e) for a in clean for e in measure_stuffing(parse(a)).evidence if e.kind == kind]
        whole = sum(got)
        yield (
            f"{name}: recall {whole / len(got):.3f} of {len(got)} put in; "
            f"{len(found)} in {len(clean)} clean articles, so precision "
            f"{whole / max(1, whole + len(found)):.3f} at least, at one put into each article"
        )


def main() -> None:
    """Print the table."""
    options = argparse.ArgumentParser(description="Agreement of the stuffing family with injected stuffing.")
    options.add_argument("--corpora", type=Path, required=True, help="folder with article/")
    options.add_argument("--half", type=int, choices=[0, 1], default=1, help="half of the articles")
    options.add_argument("--refit", action="store_true", help="count the background over the other half")
    options.add_argument("--show", action="store_true", help="print what clean articles show")
    given = options.parse_args()
    if given.refit:
        refit(given.corpora, given.half)
    halves = {name: read_half(given.corpora, name, given.half) for name in CORPORA}
    articles = halves["events_allsides"]
    random.Random(7).shuffle(articles)
    for row in report_phrases(articles[:ARTICLES]):
        print(row, flush=True)
    for name, every in halves.items():
        print(f"clean {name}: {count_flagged(every):.2%} of {len(every)} flagged", flush=True)
    for row in report_blocks(articles[:CLEAN]):
        print(row, flush=True)
    if given.show:
        show_clean(articles[:CLEAN])


def read_half(folder: Path, name: str, half: int) -> list[Article]:
    """The articles of one half of a corpus."""
    return [a for a, _ in read_articles_of(folder, f"article/{name}") if half_of(a) == half]


def refit(folder: Path, half: int) -> None:
    """Count the background over the articles that are not in `half`, and measure with it from now on."""
    with tempfile.TemporaryDirectory() as place:
        build_background(folder, Path(place), keep=lambda article: half_of(article) != half)
        fitted = background.read_background(Path(place) / "frequencies.json")
    for module in (repetition, busiest, ngrams):
        vars(module)["load_background"] = lambda: fitted


def show_clean(articles: Sequence[Article]) -> None:
    """Print every piece of evidence in the articles."""
    for article in articles:
        for e in measure_stuffing(parse(article)).evidence:
            print(article.id, e.kind, e.note, repr(article.text[e.start : e.end][:120]))


if __name__ == "__main__":
    main()
