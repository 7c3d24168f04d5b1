"""Labels that `sourcegrade label` appends: typed at the terminal, or from an export of Label Studio."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice
from pathlib import Path

from scoring.article import SCORES, Rejection
from scoring.cli.options import Source, say
from scoring.errors import InputError


@dataclass(frozen=True, slots=True)
class Given:
    """What a label says, as it was typed."""

    article: str | None
    annotator: str | None
    quality: str | None
    bias: str | None


def add(source: Source, path: Path, typed: Given) -> None:
    """Append one label, typed at the terminal."""
    from scoring.model.adding import add_labels
    from scoring.model.labels import LabelRow, read_value

    if not (typed.annotator or "").strip():
        raise InputError(f"--add {typed.article}: no annotator. Say who labels with --annotator NAME.")
    try:
        read = {name: read_value(getattr(typed, name), name) for name in SCORES}
    except ValueError as error:
        raise InputError(f"--add {typed.article}: {error}.") from error
    values = {name: value for name, value in read.items() if value is not None}
    if not values:
        raise InputError(f"--add {typed.article}: no label. Give --quality and/or --bias, 0 to 100.")
    row = LabelRow((typed.article or "").strip(), (typed.annotator or "").strip(), values)
    ids = read_ids(source)
    if ids is not None and row.article not in ids:
        raise InputError(f"--add {row.article}: {_say_unknown(row.article, ids)}")
    if add_labels(path, [row], on_reject=source.reject):
        said = ", ".join(f"{name} {value:g}" for name, value in values.items())
        say(f"Added to {path}: {row.article} by {row.annotator}, {said}.")
        if ids is None:
            say("Nobody checked that an article has this id: name the articles before --labels for that.")
    source.finish_beside(str(path))


def read_ids(source: Source) -> dict[str, None] | None:
    """Ids of the articles that were named, in their order; None where none were."""
    return {article.id: None for article in source.read()} if source.inputs else None


def _say_unknown(article: str, ids: Collection[str]) -> str:
    from scoring.reports.page import count

    near = get_close_matches(article, ids, 3, 0.5) or list(islice(ids, 3))
    found = f"{count(len(ids), 'article')} read, among them {', '.join(near)}" if ids else "none was read"
    return f"no article has this id ({found}). Give one of theirs; for a file, its name without the ending."


def import_labels(source: Source, path: Path, exported: Path) -> None:
    """Append what an export of Label Studio holds."""
    from scoring.model.adding import add_labels
    from scoring.model.label_studio import read_annotations
    from scoring.reports.page import count

    rows, ids = read_annotations(exported, targets=SCORES, on_reject=source.reject), read_ids(source)
    for row in rows:
        if ids is not None and row.article not in ids:
            reason = f"{row.article}: {_say_unknown(row.article, ids)}"
            source.reject(Rejection(str(exported), row.article, reason))
    known = [row for row in rows if ids is None or row.article in ids]
    number = add_labels(path, known, on_reject=source.reject)
    say(f"{number} of {count(len(rows), 'label')} of {exported} added to {path}.")
    source.finish_beside(str(path))
