"""Counts the background frequencies that tell stuffing from a topic. Only figures leave this module."""

from __future__ import annotations

import json
import math
import zlib
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from scoring.article import Article
from scoring.document import Document, parse
from scoring.document.alike import even_out
from scoring.extractors.background import EDGE, FORMAT, class_of, kind_of
from scoring.extractors.ngrams import MIN_BYTES, read_plain
from scoring.extractors.phrases import find_places, find_recurring, follows, standing_words
from scoring.model.corpora import digest_rows, read_articles_of

CORPORA = ("events_allsides", "bias_semeval2019", "orientation_webis2016", "kind_fakehealth")
_MIN_WORDS = 100
_MIN_DOCUMENTS = 20
_MIN_CORPORA = 2
_CAPITALS = 0.1
"""Share of capitals inside sentences beyond which a word is taken for a name and left out."""
_HIGH = 0.98
"""Quantile of a word's share over the articles that hold it."""
_RECURRING = (4, 0.008)
"""A phrase counts as recurring from so many occurrences, and so many per word of the article."""
_PRIOR = 200
"""Neighbours drawn from chance that are added to those counted."""
_MOST = 3.0
"""Largest log-odds that is kept."""
_MIN_PAIRS = 100
"""Fewest times that two classes stand side by side for their odds to be kept."""


@dataclass(slots=True)
class Counts:
    """What is added up over all articles."""

    shares: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    corpora: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    inside: Counter[str] = field(default_factory=Counter)
    capital: Counter[str] = field(default_factory=Counter)
    chance: Counter[str] = field(default_factory=Counter)
    pairs: Counter[tuple[str, str]] = field(default_factory=Counter)
    left: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    right: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    packed: list[tuple[float, float]] = field(default_factory=list)


def build_background(folder: Path, out: Path, *, keep: Callable[[Article], bool] = lambda _: True) -> None:
    """Count the background of the article corpora in `folder` and write ``out/frequencies.json``.

    `keep` tells which articles are counted (default: all).

    Raises
    ------
    InputError
        If a corpus is missing.
    """
    counts = Counts()
    about = []
    for name in CORPORA:
        size = 0
        for article, _ in read_articles_of(folder, f"article/{name}"):
            if not keep(article):
                continue
            doc = parse(article)
            size += 1
            if doc.n_words >= _MIN_WORDS:
                _add(counts, doc, name)
        about.append({"name": name, "articles": size, "sha256": digest_rows(folder, f"article/{name}")})
    out.mkdir(parents=True, exist_ok=True)
    data = {"format": FORMAT, "fitted_on": about, **summarise(counts)}
    text = json.dumps(data, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    (out / "frequencies.json").write_text(text + "\n", encoding="utf-8")


def _add(counts: Counts, doc: Document, corpus: str) -> None:
    _add_words(counts, doc, corpus)
    _add_neighbours(counts, doc)
    _add_recurring(counts, doc)
    plain = read_plain(doc)
    if len(plain) >= MIN_BYTES:
        counts.packed.append((math.log(len(plain)), math.log(len(zlib.compress(plain, 1)))))


def _add_words(counts: Counts, doc: Document, corpus: str) -> None:
    """Shares of words, and how often each is written with a capital inside a sentence."""
    standing = standing_words(doc)
    forms = Counter(form for form, good in zip(doc.forms, standing, strict=True) if good)
    for form, n in forms.items():
        counts.shares[form].append(n / doc.n_words)
        counts.corpora[form].add(corpus)
    for i, form in enumerate(doc.forms):
        if follows(doc, i):
            counts.inside[form] += 1
            counts.capital[form] += doc.text[doc.starts[i]].isupper()


def _add_neighbours(counts: Counts, doc: Document) -> None:
    """Classes of words, and of what stands side by side."""
    standing = standing_words(doc)
    classes = [class_of(even_out(form)) for form in doc.forms]
    counts.chance.update(c for c, good in zip(classes, standing, strict=True) if good)
    counts.chance[EDGE] += sum(doc.counted)
    for i, (before, after) in enumerate(pairwise(classes), start=1):
        if standing[i]:
            counts.pairs[before if standing[i - 1] and follows(doc, i) else EDGE, after] += 1


def _add_recurring(counts: Counts, doc: Document) -> None:
    """Neighbours of the phrases that writers repeat."""
    times, per_word = _RECURRING
    for size, phrases in find_recurring(doc, max(times, math.ceil(per_word * doc.n_words))).items():
        for phrase, starts in phrases.items():
            words = phrase.split(" ")
            if size == 1 and kind_of(words[0]) == "function":
                continue
            for before, after in find_places(doc, starts, size):
                counts.left[kind_of(words[0])][before] += 1
                counts.right[kind_of(words[-1])][after] += 1


def summarise(counts: Counts) -> dict[str, object]:
    """The figures that are kept, rounded; every table is sorted by its keys."""
    chance = {c: n / counts.chance.total() for c, n in counts.chance.items()}
    return {
        "words": dict(sorted(_high_shares(counts))),
        "left": {kind: _odds(beside, chance) for kind, beside in sorted(counts.left.items())},
        "right": {kind: _odds(beside, chance) for kind, beside in sorted(counts.right.items())},
        "pairs": dict(sorted(_pair_odds(counts.pairs))),
        "packed": _fit_line(counts.packed),
    }


def _high_shares(counts: Counts) -> Iterator[tuple[str, float]]:
    for form, shares in counts.shares.items():
        common = len(shares) >= _MIN_DOCUMENTS and len(counts.corpora[form]) >= _MIN_CORPORA
        name = counts.capital[form] > _CAPITALS * counts.inside[form]
        if common and not name and form.isascii() and form.isalpha() and kind_of(form) == "content":
            high = sorted(shares)[int(_HIGH * (len(shares) - 1))]
            yield form, round(high, 3)


def _odds(beside: Mapping[str, int], chance: Mapping[str, float]) -> dict[str, float]:
    """Log of how much likelier chance puts a class there than writers do."""
    total = sum(beside.values()) + _PRIOR
    odds = {c: -math.log((beside.get(c, 0) / share + _PRIOR) / total) for c, share in sorted(chance.items())}
    return {c: round(max(-_MOST, min(_MOST, value)), 2) for c, value in odds.items()}


def _pair_odds(pairs: Mapping[tuple[str, str], int]) -> Iterator[tuple[str, float]]:
    before: Counter[str] = Counter()
    after: Counter[str] = Counter()
    for (left, right), n in pairs.items():
        before[left] += n
        after[right] += n
    total = before.total()
    for (left, right), n in pairs.items():
        if n >= _MIN_PAIRS:
            yield f"{left} {right}", round(math.log(n * total / before[left] / after[right]), 2)


def _fit_line(points: Sequence[tuple[float, float]]) -> list[float]:
    """Intercept and slope by least squares."""
    if len(points) < 2:
        return [0.0, 1.0]
    mean_x, mean_y = (sum(values) / len(points) for values in zip(*points, strict=True))
    spread = sum((x - mean_x) ** 2 for x, _ in points)
    slope = sum((x - mean_x) * (y - mean_y) for x, y in points) / spread if spread else 1.0
    return [round(mean_y - slope * mean_x, 4), round(slope, 4)]
