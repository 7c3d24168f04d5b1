"""Stuffs clean articles with a phrase, a passage or a list of terms, and asks whether we notice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from scoring.article import Article
from scoring.document import Document, parse
from scoring.extractors.stuffing import measure_stuffing
from scoring.lexicon import load_lexicon
from scoring.model.agreement import Estimate
from scoring.model.corpora import read_articles_of
from scoring.validation.resampling import length_auc, mean, measure_auc, measure_counts
from scoring.validation.row import Found

CORPUS = "article/events_allsides"
ARTICLES = 200
LEAST_WORDS = 250
"""Shorter articles have too few sentences to hold the phrases one by one."""
_SENTENCE_WORDS = 6


@dataclass(frozen=True, slots=True)
class Judgement:
    """What we say of one text: worst phrase, worst word, whether a phrase is shown, best n-gram's share."""

    phrase: float
    word: float
    flagged: bool
    share: float
    words: int


def check_stuffing(folder: Path) -> tuple[Found, ...]:
    """Clean articles against the same with a phrase inserted: AUC, and how many clean ones are flagged."""
    docs = sample_articles(folder)
    clean = [judge(doc.article) for doc in docs]
    flagged = measure_counts([[row.flagged, 1] for row in clean], mean)
    return (
        _tell(docs, clean, percent=3, sizes=(2, 3)),
        Found(len(docs), flagged.value, flagged.low, flagged.high),
        _tell(docs, clean, percent=2, sizes=(2, 3)),
        _tell(docs, clean, percent=3, sizes=(1,)),
    )


def sample_articles(folder: Path) -> list[Document]:
    """Clean articles, in an order drawn once for all."""
    articles = [article for article, _ in read_articles_of(folder, CORPUS)]
    docs = []
    for place in np.random.default_rng(0).permutation(len(articles)):
        doc = parse(articles[place])
        if doc.n_words >= LEAST_WORDS and len(prose_sentences(doc)) >= 8:
            docs.append(doc)
        if len(docs) == ARTICLES:
            break
    return docs


def _tell(
    docs: Sequence[Document], clean: Sequence[Judgement], *, percent: int, sizes: tuple[int, ...]
) -> Found:
    random = np.random.default_rng(percent + 10 * len(sizes))
    pairs = [
        (before, judge(stuffed))
        for doc, before in zip(docs, clean, strict=True)
        if (stuffed := inject_phrase(doc, share=percent / 100, size=int(random.choice(sizes)), random=random))
    ]
    both = [row for pair in pairs for row in pair]
    truth = [False, True] * len(pairs)
    scores = [row.word if sizes == (1,) else row.phrase for row in both]
    ours = measure_auc(scores, truth)
    shares = measure_auc([row.share for row in both], truth).value
    trivial = length_auc([row.words for row in both], truth) if both else np.nan
    note = "n: articles, each clean and stuffed; trivial: length; list: most common n-gram's share of letters"
    return Found(len(pairs), ours.value, ours.low, ours.high, trivial, shares, note=note)


def judge(article: Article) -> Judgement:
    """Measure one text."""
    doc = parse(article)
    found = measure_stuffing(doc)
    flagged = any(item.kind == "stuffed_phrase" for item in found.evidence)
    phrase, word = (found.values[f"stuffing_{name}"] for name in ("phrase_ratio", "word_share"))
    return Judgement(phrase, word, flagged, top_share(doc.forms), doc.n_words)


def top_share(forms: Sequence[str]) -> float:
    """Largest share of an article's letters in one repeated sequence of two to four words.

    Examples
    --------
    >>> top_share("red car blue red car".split())
    0.75
    """
    letters = sum(map(len, forms))
    best = 0
    for size in (2, 3, 4):
        counts = Counter(tuple(forms[i : i + size]) for i in range(len(forms) - size + 1))
        best = max([best, *(n * sum(map(len, words)) for words, n in counts.items() if n > 1)])
    return best / letters if letters else np.nan


def prose_sentences(doc: Document) -> list[int]:
    """Sentences long enough to take a phrase, no headings and no furniture."""
    sizes = (doc.first_token[i + 1] - doc.first_token[i] for i in range(len(doc.sentences)))
    return [
        i
        for i, size in enumerate(sizes)
        if size >= _SENTENCE_WORDS and doc.counted[i] and i not in doc.headings
    ]


def inject_phrase(doc: Document, *, share: float, size: int, random: np.random.Generator) -> Article | None:
    """The article with one of its phrases inserted in separate sentences until it makes up a share.

    Parameters
    ----------
    share : float
        Occurrences of the phrase divided by words, afterwards.
    size : int
        Words in the phrase, none of them a function word or a number.

    Returns
    -------
    Article or None
        None where the article has no such phrase, or too few sentences to hold it.
    """
    phrases = content_phrases(doc, size)
    if not phrases:
        return None
    phrase = phrases[int(random.integers(len(phrases)))]
    folded = phrase.lower().split()
    there = sum(list(doc.forms[i : i + size]) == folded for i in range(len(doc.forms)))
    wanted = int(np.ceil((share * len(doc.forms) - there) / (1 - share * size)))
    sentences = prose_sentences(doc)
    if not 0 < wanted <= len(sentences):
        return None
    chosen = random.choice(sentences, size=wanted, replace=False)
    places = [int(random.integers(doc.first_token[i] + 1, doc.first_token[i + 1])) for i in chosen]
    return insert(doc, [(doc.starts[at], f"{phrase} ") for at in places])


def insert(doc: Document, pieces: Sequence[tuple[int, str]]) -> Article:
    """The article with texts inserted at offsets."""
    parts, last = [], 0
    for at, text in sorted(pieces):
        parts += [doc.text[last:at], text]
        last = at
    return Article(doc.article.id, "".join([*parts, doc.text[last:]]), doc.article.title)


def content_phrases(doc: Document, size: int) -> list[str]:
    """Phrases of `size` words as the article writes them, without function words, numbers and marks."""
    common = load_lexicon().lists["function_word"].terms
    found = []
    for i in range(len(doc.forms) - size + 1):
        words, last = doc.forms[i : i + size], i + size - 1
        same = doc.sentence_of[i] == doc.sentence_of[last] and doc.is_counted(i)
        close = doc.ends[last] - doc.starts[i] == sum(map(len, words)) + size - 1
        if same and close and all(len(word) > 2 and word.isalpha() and word not in common for word in words):
            found.append(doc.text[doc.starts[i] : doc.ends[last]])
    return found


def check_recall(folder: Path) -> tuple[Found, ...]:
    """How many inserted passages and lists of terms are found."""
    docs = sample_articles(folder)
    random = np.random.default_rng(7)
    passages = [_finds(copy_passage(doc, random), "duplicate_passage") for doc in docs]
    lists = [_finds(add_list(doc, random), "keyword_list") for doc in docs]
    values = [measure_counts([[hit, 1] for hit in hits], mean) for hits in (passages, lists)]
    notes = ("a sentence of the article again, further down", "five to nine terms after a label, at the end")
    return tuple(_recall(len(docs), value, note) for value, note in zip(values, notes, strict=True))


def _recall(n: int, value: Estimate, note: str) -> Found:
    return Found(n, value.value, value.low, value.high, note=note)


def _finds(case: tuple[Article, str], kind: str) -> bool:
    """Whether evidence of a kind covers the inserted words."""
    article, words = case
    evidence = [e for e in measure_stuffing(parse(article)).evidence if e.kind == kind]
    return any(words in " ".join(article.text[e.start : e.end].split()) for e in evidence)


def copy_passage(doc: Document, random: np.random.Generator) -> tuple[Article, str]:
    """The article with one of its sentences repeated later, and that sentence."""
    sentences = prose_sentences(doc)
    first = int(random.integers(len(sentences) // 2))
    later = sentences[int(random.integers(first + 1, len(sentences)))]
    start, end = doc.sentences[sentences[first]]
    passage = " ".join(doc.text[start:end].split())
    return insert(doc, [(doc.sentences[later][0], f"{passage} ")]), passage


LABELS = ("Keywords", "Related searches", "SEO keywords", "Target keywords", "People also search for")


def add_list(doc: Document, random: np.random.Generator) -> tuple[Article, str]:
    """The article with a labelled list of its own phrases at the end, and the list."""
    phrases = sorted(set(content_phrases(doc, 2)) or set(content_phrases(doc, 1)))
    count = min(len(phrases), int(random.integers(5, 10)))
    terms = [phrases[i] for i in random.choice(len(phrases), size=count, replace=False)]
    listed = ", ".join(terms)
    label = LABELS[int(random.integers(len(LABELS)))]
    return insert(doc, [(len(doc.text), f"\n\n{label}: {listed}\n")]), listed
