"""The attributions that are the article's own: what it hands to a source, and to what kind of source."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from scoring.article import Span
from scoring.attributions import Attribution, find_attributions
from scoring.document import Document, fold
from scoring.extractors.leftovers import list_left_in
from scoring.extractors.measure import per_hundred, share
from scoring.extractors.studies import find_vague_evidence
from scoring.extractors.voices import merge_spans

_NARRATORS = frozenset("i we you i've i'm we've we're".split())
KNOWN = frozenset({"named", "role", "document"})
"""Types of sources that a reader could look up or ask."""
_IDENTIFIED = frozenset({"named", "document"})
_INDEFINITE = frozenset({"a", "an", "another"})
_ARTICLES = _INDEFINITE | {"the"}
_LONGEST_ENDING = 4
"""Words at the end of a source's name by which it may be called again."""


def find_reports(
    doc: Document, studies: Sequence[Span], *, min_probability: float | None = None
) -> list[Attribution]:
    """Attributions in the outlet's voice, without the narrator's and those of leftovers ("TODO: add source").

    A study without a name is vague.
    """
    found = find_attributions(doc, min_probability=min_probability)
    reports = [item for item in found if _is_report(doc, item)]
    unnamed = {item.name for item in reports if _is_one_of(item, studies)}
    return [replace(item, source_type="vague") if item.name in unnamed else item for item in reports]


def _is_report(doc: Document, item: Attribution) -> bool:
    sentence = doc.sentence_of[doc.token_at(item.cue[0])]
    if doc.voice_at(item.cue[0]) == "quoted" or sentence in list_left_in(doc):
        return False
    return item.source is None or fold(doc.text[slice(*item.source)]) not in _NARRATORS


def list_handed(doc: Document) -> set[int]:
    """Sentences in which a source that could be asked is handed a statement in the outlet's voice."""
    return {doc.sentence_of[doc.token_at(item.cue[0])] for item in _list_known(doc)}


def list_told(doc: Document) -> list[Span]:
    """What sources that could be asked are handed in the outlet's voice, as merged spans."""
    return doc.once("told by sources", lambda _: merge_spans(s for i in _list_known(doc) for s in i.contents))


def _list_known(doc: Document) -> list[Attribution]:
    reports = doc.once("reports", lambda _: find_reports(doc, find_vague_evidence(doc)))
    return [item for item in reports if item.source and item.source_type in KNOWN]


def _is_one_of(item: Attribution, studies: Sequence[Span]) -> bool:
    """ "A new study" reads like a document, but names none; nor does "it" after "a new study"."""
    source = item.source
    if source is None or not item.name or item.source_type not in ("document", "role"):
        return False
    return any(start < source[1] and source[0] < end for start, end in studies)


def measure_types(typed: Sequence[Attribution]) -> dict[str, float]:
    """Shares of the attributions that show a source, by what kind of source it is."""
    count = Counter(item.source_type for item in typed)
    return {
        "sourcing_identified_share": share(sum(count[kind] for kind in _IDENTIFIED), len(typed)),
        "sourcing_named_share": share(count["named"], len(typed)),
        "sourcing_role_share": share(count["role"], len(typed)),
        "sourcing_anonymous_share": share(count["anonymous"], len(typed)),
        "sourcing_document_share": share(count["document"], len(typed)),
        "sourcing_vague_share": share(count["vague"], len(typed)),
    }


def measure_spread(doc: Document, typed: Sequence[Attribution]) -> dict[str, float]:
    """How many sources there are, how often it is the same one, and how soon the first is heard.

    Vague and anonymous sources are left out: of "critics" and "insiders" nobody can say whether they
    are one source or several, nor ask them. Who speaks twice in a sentence ("said, adding") speaks once.
    """
    known = [item for item in typed if item.name and item.source_type in KNOWN]
    places = (doc.sentence_of[doc.token_at(item.cue[0])] for item in known)
    names = _tell_apart(item.name for item in known)
    count = Counter(name for name, _ in set(zip(names, places, strict=True)))
    total = sum(count.values())
    pairs = sum(n * (n - 1) for n in count.values())
    return {
        "sourcing_source_count": float(len(count)) if doc.n_words else math.nan,
        "sourcing_source_rate": per_hundred(len(count), doc),
        "sourcing_same_source_share": share(pairs, total * (total - 1)),
        "sourcing_first_source_share": _share_before(doc, typed),
    }


def _tell_apart(names: Iterable[str]) -> Iterator[str]:
    """What each source is counted under: "the spokesman" is "a port spokesman" who spoke before him."""
    known: dict[str, str] = {}
    for name in names:
        words = [fold(word).removesuffix("'s") for word in name.split()]
        bare = words[1:] if len(words) > 1 and words[0] in _ARTICLES else words
        key = " ".join(bare)
        if words[0] not in _INDEFINITE:
            key = known.get(key, key)
        for length in range(1, min(len(bare), _LONGEST_ENDING) + 1):
            known.setdefault(" ".join(bare[-length:]), key)
        yield key


def _share_before(doc: Document, typed: Sequence[Attribution]) -> float:
    """Share of the words before the first attribution to a known source; NaN without one."""
    known = [item for item in typed if item.source_type in KNOWN]
    if not known:
        return math.nan
    first = min(start for item in known for start, _ in (item.cue, *item.contents, item.source or item.cue))
    return share(doc.words_in((0, first)), doc.n_words)
