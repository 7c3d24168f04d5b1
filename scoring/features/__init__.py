"""Articles in, numbers out: the border after which no text flows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from scoring.article import Article, Evidence, Part
from scoring.document import Document, parse
from scoring.document.hidden import restore_spans, strip_hidden
from scoring.errors import InputError
from scoring.extractors import COLUMNS, EXTRACTORS
from scoring.extractors.everyday import Everyday, count_everyday
from scoring.features.screening import find_flags, note_hidden, note_tags, write_notes
from scoring.own_lexicon import OwnLexicon, apply_lexicon, open_lexicon

if TYPE_CHECKING:
    import pandas

__all__ = ["Analysis", "analyse", "analyse_document", "features", "open_document"]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What `analyse` finds in one article.

    Attributes
    ----------
    features : dict of str to float
        Every measure of the codebook, in its order and units; NaN where undefined.
    evidence : tuple of Evidence
        The words behind them, in reading order.
    flags : tuple of str
        Why no score would be given; empty where one would.
    notes : tuple of str
        Anything else worth saying, in sentences.
    words : Everyday
        Everyday words of the outlet's voice, each with how often it stands there.

    Examples
    --------
    >>> analyse(Article("a", "It rained.")).flags[0]
    'too_short'
    """

    features: dict[str, float]
    evidence: tuple[Evidence, ...]
    flags: tuple[str, ...]
    notes: tuple[str, ...]
    words: Everyday = field(default_factory=lambda: Everyday(Counter()))

    def _repr_html_(self) -> str:
        """Show the measures and what evidence there is in a notebook."""
        from scoring.features.display import show_analysis

        return show_analysis(self)


def analyse(
    article: Article,
    *,
    min_probability: float | None = None,
    lexicon: OwnLexicon | str | Path | None = None,
) -> Analysis:
    """Measure one article.

    Parameters
    ----------
    article : Article
    min_probability : float, optional
        Least probability of a piece of evidence, from 0 to 1; 0.0 returns every candidate. The default
        is the threshold printed on each tagger's card. Measures always count what the default shows.
    lexicon : OwnLexicon or path, optional
        Entries to add to the shipped word lists, from `scoring.own_lexicon.read_lexicon`; a path is
        read at every call. The notes say so.

    Returns
    -------
    Analysis
        `features` has one entry per column of the codebook, in its order.

    Raises
    ------
    InputError
        If `min_probability` is no number from 0 to 1.

    Examples
    --------
    >>> analysis = analyse(Article("a", "The bridge may close, officials said."))
    >>> analysis.features["language_word_count"]
    6.0
    """
    check_article(article)
    if min_probability is not None and not 0 <= min_probability <= 1:
        raise InputError(f"analyse: min_probability is {min_probability}. Allowed are numbers from 0 to 1.")
    own = open_lexicon(lexicon)
    seen, origins = show_visible(article)
    found = analyse_document(open_document(seen, lexicon=own), min_probability=min_probability)
    notes = (*found.notes, *note_hidden(article), *note_tags(article), *([own.note] if own else []))
    if not any(origins.values()):
        return replace(found, notes=notes)
    evidence = tuple(put_back(item, origins[item.part]) for item in found.evidence)
    return replace(found, evidence=evidence, notes=notes)


def check_article(article: object) -> None:
    """Refuse what is no article.

    Raises
    ------
    InputError
        It is none, or its text or title is no string.
    """
    if not isinstance(article, Article):
        raise InputError(f"An Article is expected; found {type(article).__name__}. Write Article(id, text).")
    if not isinstance(article.text, str) or not isinstance(article.title, str | None):
        raise InputError(f"Article {article.id}: its text has to be a string, its title one or None.")


def show_visible(article: Article) -> tuple[Article, dict[Part, Sequence[int]]]:
    """The article as a reader sees it, and where each character of its text and title was.

    Measuring what is seen makes invisible characters powerless in every extractor at once.
    """
    text, in_text = strip_hidden(article.text)
    title, in_title = strip_hidden(article.title or "")
    seen = replace(article, text=text, title=title or article.title) if in_text or in_title else article
    return seen, {"text": in_text, "title": in_title}


def put_back(evidence: Evidence, origin: Sequence[int]) -> Evidence:
    """Evidence found in what is seen, with the offsets it has in what was given."""
    ((start, end),) = restore_spans([(evidence.start, evidence.end)], origin)
    return replace(evidence, start=start, end=end)


def open_document(article: Article, *, lexicon: OwnLexicon | None = None) -> Document:
    """The article parsed, its candidates looked for with the user's entries too."""
    doc = parse(article)
    if lexicon:
        apply_lexicon(doc, lexicon)
    return doc


def analyse_document(doc: Document, *, min_probability: float | None = None) -> Analysis:
    """The same for a document that is already parsed."""
    values: dict[str, float] = {}
    evidence = [Evidence(start, end, "cleaning", "boilerplate") for start, end in doc.boilerplate]
    for extractor in EXTRACTORS:
        measure = extractor.measure(doc)
        values.update(measure.values)
        evidence += measure.evidence
    if min_probability is not None:
        evidence = _choose(doc, evidence, min_probability)
    evidence.sort(key=lambda e: (e.part, e.start, -e.end, e.family, e.kind))
    return Analysis(values, tuple(evidence), find_flags(doc), write_notes(doc), count_everyday(doc))


def _choose(doc: Document, usual: Sequence[Evidence], least: float) -> list[Evidence]:
    """The usual evidence and the candidates beside it that are probable enough, a span once of its kind.

    Candidates alone would not hold all of the usual: with every cue counted, sources end elsewhere.
    """
    every = [e for one in EXTRACTORS for e in one.measure(doc, min_probability=least).evidence]
    spans = {(e.part, e.start, e.end, e.kind): e for e in (*every, *usual)}
    return [e for e in spans.values() if e.probability >= least]


def features(
    articles: Iterable[Article], *, n_jobs: int = 1, lexicon: OwnLexicon | str | Path | None = None
) -> pandas.DataFrame:
    """One row per article, one column per measure.

    Parameters
    ----------
    articles : iterable of Article
    n_jobs : int
        Processes to use; -1 for all cores.
    lexicon : OwnLexicon or path, optional
        Entries to add to the shipped word lists.

    Returns
    -------
    pandas.DataFrame
        Index: article id, in the order given. Columns: the codebook's, in its order. NaN where a
        measure is undefined.

    Examples
    --------
    >>> features([Article("a", "It rained.")]).loc["a", "hedging_hedge_rate"].item()
    0.0
    """
    import pandas as pd

    from scoring.features.parallel import map_items

    measure = partial(measure_row, lexicon=open_lexicon(lexicon))
    rows = list(map_items(measure, articles, n_jobs=n_jobs))
    index = pd.Index([identifier for identifier, _ in rows], name="id", dtype="object")
    return pd.DataFrame([row for _, row in rows], index=index, columns=list(COLUMNS), dtype="float64")


def measure_row(article: Article, *, lexicon: OwnLexicon | None = None) -> tuple[str, tuple[float, ...]]:
    """Id and values of one article, in column order."""
    analysis = analyse(article, lexicon=lexicon)
    return article.id, tuple(analysis.features[name] for name in COLUMNS)
