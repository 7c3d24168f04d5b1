"""Types of source spans against our own labels."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import numpy as np

from scoring.article import Article
from scoring.attributions import type_of
from scoring.document import Document, parse
from scoring.lexicon import find_candidates
from scoring.model.agreement import Estimate
from scoring.model.annotated import Annotated, alpha, read_annotations
from scoring.model.corpora import read_rows
from scoring.validation.resampling import Floats, count_classes, macro_f1, measure_counts
from scoring.validation.row import Found

_LISTED = ("anonymous", "document", "vague", "role")


def check_source_types(folder: Path) -> tuple[Found, ...]:
    """The five types on the half of our labels that is only reported."""
    rows = [row for row in read_annotations("source_types") if row.part == "dev"]
    wanted = {row.article for row in rows}
    docs = {
        row["id"]: parse(Article(row["id"], row["text"]))
        for row in read_rows(folder, "feature/attribution_polnear_dev")
        if row["id"] in wanted
    }
    rows = [row for row in rows if row.article in docs]
    if not rows:
        return (Found(note="this folder holds none of the articles we labelled"),)
    truth = [row.label for row in rows]
    ours = _measure([type_of(docs[row.article], row.span) for row in rows], rows)
    common, times = Counter(truth).most_common(1)[0]
    trivial = _measure([common] * len(rows), rows)
    listed = _measure([_look_up(docs[row.article], row) for row in rows], rows)
    note = (
        f"labelled by us; alpha of the two blind passes {alpha(read_annotations('source_types')):.2f}; "
        f'trivial: all "{common}" ({times}); list: the first list that holds a word of the span, else named; '
        f"{truth.count('anonymous')} anonymous ones weigh a fifth"
    )
    return (Found(len(rows), ours.value, ours.low, ours.high, trivial.value, listed.value, note=note),)


def _measure(said: Sequence[str], rows: Sequence[Annotated]) -> Estimate:
    """Macro-F1 with an interval over articles."""
    counts = count_classes(said, [row.label for row in rows])
    articles = sorted({row.article for row in rows})
    place = [articles.index(row.article) for row in rows]
    sums: Floats = np.zeros((len(articles), counts.shape[1]))
    np.add.at(sums, place, counts)
    return measure_counts(sums, macro_f1)


def _look_up(doc: Document, row: Annotated) -> str:
    start, end = row.span
    found = find_candidates(doc)
    for name in _LISTED:
        hits = found[f"source_{name}"]
        if any(start <= doc.starts[hit.first] and doc.ends[hit.last - 1] <= end for hit in hits):
            return name
    return "named"
