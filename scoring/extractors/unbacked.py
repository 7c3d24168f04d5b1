"""Sentences with nothing behind them: handed to nobody who could be asked, or put in to sell or by a tool."""

from __future__ import annotations

from scoring.attributions import Attribution
from scoring.attributions.phrases import PRONOUNS
from scoring.document import Document, fold
from scoring.extractors.leftovers import list_left_in
from scoring.extractors.offers import find_offers
from scoring.extractors.sourcing_reports import KNOWN, find_reports
from scoring.extractors.studies import find_vague_evidence
from scoring.lexicon import find_candidates

_VAGUE = frozenset({"vague", "anonymous"})


def list_unbacked(doc: Document) -> frozenset[int]:
    """Sentences that add to no measure of words that speaks for an article; found once per document.

    They hand a statement to vague or anonymous sources only, or hold a leftover of a template or a call
    to the reader: whoever puts in "experts say" or "sign up now" shall not read more like a report.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> sorted(list_unbacked(parse(Article("a", "It rained. Experts also say that more will fall."))))
    [1]
    """
    return doc.once("unbacked", _list_unbacked)


def _list_unbacked(doc: Document) -> frozenset[int]:
    return frozenset(_find_handed(doc)) | list_put_in(doc)


def _find_handed(doc: Document) -> set[int]:
    """Sentences in which only vague or anonymous sources are handed something in the outlet's voice.

    A pronoun does not make them so: "they" after a sentence that somebody put in may mean others.
    """
    reports = [item for item in find_reports(doc, find_vague_evidence(doc)) if item.name]
    said = [item for item in reports if not _is_pronoun(doc, item)]
    vague = {_sentence_of(doc, item) for item in said if item.source_type in _VAGUE}
    return vague - {_sentence_of(doc, item) for item in reports if item.source_type in KNOWN}


def _sentence_of(doc: Document, item: Attribution) -> int:
    return doc.sentence_of[doc.token_at(item.cue[0])]


def _is_pronoun(doc: Document, item: Attribution) -> bool:
    return item.source is not None and fold(doc.text[slice(*item.source)]) in PRONOUNS


def list_put_in(doc: Document) -> frozenset[int]:
    """Sentences with a leftover of a template or a call to the reader, wherever it stands; found once."""
    return doc.once("put in", _list_put_in)


def _list_put_in(doc: Document) -> frozenset[int]:
    found = find_candidates(doc)
    listed = (doc.starts[c.first] for c in (*found["template_residue"], *found["call_to_action"]))
    starts = (*listed, *(item.start for item in find_offers(doc)))
    return list_left_in(doc) | {doc.sentence_of[doc.token_at(start)] for start in starts}
