"""How a tagger does on words it was not fitted on: every lemma is hidden from one fit in five."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import partial

from scoring.document import Document, parse
from scoring.lexicon import Candidate
from scoring.model.corpora import Marked
from scoring.taggers import Tagger
from scoring.taggers.proposing import propose, propose_counted
from scoring.validation.folds import SEED, deal_folds, refit
from scoring.validation.resampling import mean, measure_counts
from scoring.validation.row import Found

PARTS = 5
"""A fifth of the lemmas, 20 %, is hidden at a time."""
_STEM = 6
_EMPTY = frozenset("it is was are were be to the has have had a an been there by in on of that not".split())


def measure_hidden(kind: str, corpus: Sequence[Marked], *, rounds: int = PARTS) -> Found:
    """Recall of marked words whose lemma was hidden from fitting, lemmas dealt to five parts by seed.

    The words stay on the list, so that they are candidates; no weight fitted knows them or their other
    forms. Marked words that are no candidate of the list are left out.

    Parameters
    ----------
    kind : str
        Of a tagger that `refit` can fit, such as "hedge" or "attribution".
    rounds : int, optional
        How many of the five parts are hidden in turn.
    """
    docs = [parse(item.article) for item in corpus]
    lemmas = sorted({stem(_phrase(doc, c)) for doc in docs for c in propose(doc, kind)})
    part_of = dict(zip(lemmas, deal_folds(lemmas, folds=PARTS, seed=SEED).tolist(), strict=True))
    found: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for part in range(rounds):
        hidden = frozenset(lemma for lemma in lemmas if part_of[lemma] == part)
        if len(lemmas) - len(hidden) < PARTS:
            continue  # too few are left to fit on
        tagger = refit(kind, corpus, skip=partial(_is_hidden, hidden))
        for doc, item in zip(docs, corpus, strict=True):
            for name, start, end, accepted in _judge_hidden(tagger, doc, hidden):
                marked = any(a < end and start < b for a, b in item.spans)
                found[name].append((accepted, marked))
    return _summarise(found, rounds)


def _is_hidden(hidden: Collection[str], phrase: str) -> bool:
    return stem(phrase) in hidden


def _phrase(doc: Document, candidate: Candidate) -> str:
    return " ".join(doc.forms[candidate.first : candidate.last])


def _judge_hidden(
    tagger: Tagger, doc: Document, hidden: Collection[str]
) -> Iterator[tuple[str, int, int, bool]]:
    """Lemma, start, end, and whether it was accepted, of each candidate whose lemma is hidden."""
    asked = [c for c, known in propose_counted(doc, tagger.kind) if known is None]
    lemmas = [(stem(_phrase(doc, c)), c) for c in asked]
    found = [(lemma, c) for lemma, c in lemmas if lemma in hidden]
    chances = tagger.judge(doc, [c for _, c in found])
    for (lemma, c), chance in zip(found, chances, strict=True):
        yield lemma, doc.starts[c.first], doc.ends[c.last - 1], chance >= tagger.threshold


def _summarise(found: Mapping[str, Sequence[tuple[bool, bool]]], rounds: int) -> Found:
    counts = [(sum(s and y for s, y in rows), sum(y for _, y in rows)) for rows in found.values()]
    right, said = sum(hits for hits, _ in counts), sum(s for rows in found.values() for s, _ in rows)
    recall = measure_counts([row for row in counts if row[1]], mean)
    note = (
        f"n: lemmas; hidden in {rounds} of {PARTS} parts in turn, their words still on the list; of those "
        f"accepted {right / max(1, said):.2f} were marked; a word off the list is never found"
    )
    return Found(sum(n > 0 for _, n in counts), recall.value, recall.low, recall.high, note=note)


def stem(phrase: str) -> str:
    """The first six letters of the longest full word, which the forms of most words share.

    Examples
    --------
    >>> stem("it is possible that"), stem("possibility")
    ('possib', 'possib')
    """
    words = [word for word in phrase.split(" ") if word not in _EMPTY] or [phrase]
    return max(words, key=lambda word: (len(word), word))[:_STEM]
