"""Exchanges tasks and labels with Label Studio, in its JSON (not JSON-MIN).

Number fields hold labels from 0 to 100, choices low, medium or high, and ratings one to five stars
(0, 25, 50, 75, 100).
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from scoring.article import Article, Rejection
from scoring.errors import LabelError
from scoring.model.labels import LabelRow, read_value
from scoring.readers.decoding import UnreadableError, mend, read_text
from scoring.readers.rejecting import show

STARS = 5
ADVICE = "Export it from Label Studio as JSON"


def to_tasks(articles: Iterable[Article]) -> list[dict[str, Any]]:
    """Tasks to import into Label Studio, one an article.

    Examples
    --------
    >>> to_tasks([Article("a", "It rained.", title="Rain")])
    [{'data': {'id': 'a', 'title': 'Rain', 'outlet': '', 'text': 'It rained.'}}]
    """
    return [
        {
            "data": {
                "id": mend(article.id),
                "title": mend(article.title or ""),
                "outlet": mend(article.outlet or ""),
                "text": mend(article.text),
            }
        }
        for article in articles
    ]


def write_interface(targets: Sequence[str]) -> str:
    """The labelling interface to paste into Label Studio: title, text, a number for each target.

    The outlet is not shown, so that nobody labels a name.

    Examples
    --------
    >>> print(write_interface(["bias"]).splitlines()[4].strip())
    <Number name="bias" toName="text" min="0" max="100"/>
    """
    fields = "".join(
        f'  <Header value="{name}, 0 to 100"/>\n  <Number name="{name}" toName="text" min="0" max="100"/>\n'
        for name in targets
    )
    return f'<View>\n  <Header value="$title"/>\n  <Text name="text" value="$text"/>\n{fields}</View>\n'


def read_annotations(
    path: Path, *, targets: Sequence[str], on_reject: Callable[[Rejection], None]
) -> list[LabelRow]:
    """Labels from an export of Label Studio; one row per task and annotation.

    Tasks that nobody has annotated, and annotations that were skipped, are passed over. What cannot
    be used goes to `on_reject`.

    Raises
    ------
    LabelError
        If the file cannot be read or holds no list of tasks.
    """
    rows = []
    for number, task in enumerate(_open(path), 1):
        source = f"{path}:task {number}"
        for annotation in _list_annotations(task, source, on_reject):
            try:
                rows.append(_read(task, annotation, targets))
            except ValueError as error:
                on_reject(Rejection(source, show(annotation)[:500], f"{error}."))
    return rows


def _open(path: Path) -> list[Any]:
    try:
        found = json.loads(read_text(path))
    except OSError as error:
        raise LabelError(f"{path}: cannot be read ({error.strerror}). {ADVICE}.") from error
    except (UnreadableError, ValueError, RecursionError) as error:
        raise LabelError(f"{path}: holds no valid JSON ({error}). {ADVICE}.") from error
    if not isinstance(found, list):
        raise LabelError(f"{path}: a list of tasks was expected, {type(found).__name__} found. {ADVICE}.")
    return found


def _list_annotations(
    task: Any, source: str, on_reject: Callable[[Rejection], None]
) -> Iterator[Mapping[str, Any]]:
    """The annotations that were not skipped; older exports call them completions."""
    problem = ""
    found = task.get("annotations", task.get("completions", [])) if isinstance(task, dict) else None
    if not isinstance(task, dict) or not isinstance(found, list | None):
        problem = "The task is no object with a list of annotations"
    elif not isinstance(task.get("data"), dict):
        problem = "The task holds no data; export it as JSON, not as JSON-MIN or CSV"
    if problem:
        on_reject(Rejection(source, show(task)[:500], f"{problem}."))
        return
    for annotation in found or []:
        if not isinstance(annotation, dict):
            on_reject(Rejection(source, show(annotation)[:500], "The annotation is no object."))
        elif not annotation.get("was_cancelled"):
            yield annotation


def _read(task: Mapping[str, Any], annotation: Mapping[str, Any], targets: Sequence[str]) -> LabelRow:
    data = task["data"]
    article = str(data.get("id", data.get("article", "")) or "").strip()
    if not article:
        raise ValueError("The task's data holds no id of an article")
    values: dict[str, float] = {}
    results = annotation.get("result")
    for result in results if isinstance(results, list) else []:
        name = str(result.get("from_name", "")).lower() if isinstance(result, dict) else ""
        if name in targets:
            value = _read_result(result, name)
            if name in values and value != values[name]:
                raise ValueError(f"{name} is given twice")
            values |= {} if value is None else {name: value}
    if not values:
        raise ValueError(f"The annotation says nothing of {' or '.join(targets)}")
    return LabelRow(article, _name_annotator(annotation), values)


def _read_result(result: Mapping[str, Any], name: str) -> float | None:
    """The label in one field: a number, stars, or a choice."""
    kind, value = str(result.get("type", "")).lower(), result.get("value")
    held = value.get(kind) if isinstance(value, dict) else None
    if isinstance(held, list):
        if len(held) > 1:
            raise ValueError(f"{name} has {len(held)} choices; one is expected")
        held = held[0] if held else None
    if kind == "rating":
        return _read_stars(held, name)
    if isinstance(held, bool | dict | list):
        raise ValueError(f"{name} holds neither a number nor a choice")
    return read_value(held, name)


def _read_stars(held: object, name: str) -> float:
    if isinstance(held, bool) or not isinstance(held, int | float) or not 1 <= held <= STARS:
        raise ValueError(f"{name} has {show(held)[:40]} stars; allowed are 1 to {STARS}")
    return 100 * (held - 1) / (STARS - 1)


def _name_annotator(annotation: Mapping[str, Any]) -> str:
    """Who annotated: the address or name that the export gives, else the user's number."""
    user = annotation.get("completed_by")
    if isinstance(user, dict):
        named = next((user[key] for key in ("email", "username", "id") if user.get(key)), "")
        user = named
    text = " ".join(str("" if user is None else user).split())
    if not text:
        return "unnamed"
    return f"user {text}" if text.isdecimal() else text
