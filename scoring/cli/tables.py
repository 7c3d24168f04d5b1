"""Tables and the codebook, as files and on screen."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import click

from scoring.cli.options import Source, count_passing, open_output, say, show_progress
from scoring.cli.places import check_file
from scoring.engines.folder import stage_file
from scoring.engines.local import table_line
from scoring.errors import InputError
from scoring.extractors import CODEBOOK, COLUMNS, EXTRACTORS
from scoring.extractors.measure import UNITS, Column
from scoring.features import features, measure_row
from scoring.features.parallel import map_items
from scoring.scorecard import clean, to_line

SUFFIXES = (".csv", ".parquet", ".jsonl")


def write_features(source: Source, out: str, *, jobs: int) -> None:
    """One row per article into a CSV, Parquet or JSONL file, or CSV on stdout for "-"."""
    suffix = check_file(out, SUFFIXES, ".csv")
    if suffix == ".parquet":
        _write_parquet(source, Path(out), jobs)
        return
    write = _csv_lines if suffix == ".csv" else _json_lines
    with open_output(out) as file, show_progress("Measuring") as advance:
        articles = count_passing(source.read(), advance)
        measure = partial(measure_row, lexicon=source.lexicon)
        file.writelines(write(map_items(measure, articles, n_jobs=jobs)))


Rows = Iterator[tuple[str, tuple[float, ...]]]


def _csv_lines(rows: Rows) -> Iterator[str]:
    yield ",".join(["id", *COLUMNS]) + "\n"
    for identifier, values in rows:
        yield table_line(identifier, values)


def _json_lines(rows: Rows) -> Iterator[str]:
    for identifier, values in rows:
        yield to_line({"id": identifier, **dict(zip(COLUMNS, values, strict=True))})


def _write_parquet(source: Source, path: Path, jobs: int) -> None:
    try:
        import pyarrow  # noqa: F401
    except ImportError as error:
        advice = "Install the extra parquet, in a checkout: pip install '.[parquet]'"
        raise InputError(f"-o {path}: Parquet needs pyarrow. {advice}.") from error
    with stage_file(path) as staging:
        with show_progress("Measuring") as advance:
            articles = count_passing(source.read(), advance)
            frame = features(articles, n_jobs=jobs, lexicon=source.lexicon)
        frame.to_parquet(staging)


def print_codebook(*, as_json: bool) -> None:
    """Every column of the codebook to stdout."""
    if as_json:
        record = {"schema": 1, "measures": describe_measures()}
        click.echo(json.dumps(record, indent=1, ensure_ascii=True, allow_nan=False))
        return
    for extractor in EXTRACTORS:
        click.echo(f"\n{extractor.name.upper()}")
        for column in extractor.columns:
            _print_column(column, is_headline=column.name == extractor.headline)


def write_codebook_pages(folder: Path) -> None:
    """``codebook.md`` and ``rubrics.html`` in a folder."""
    from scoring.reports.codebook import write_codebook
    from scoring.reports.rubrics import render_rubrics

    pages = {"codebook.md": write_codebook(), "rubrics.html": render_rubrics()}
    for name, text in pages.items():
        with stage_file(folder / name) as staging:
            staging.write_text(text, encoding="utf-8", newline="\n")
    say(f"Written: {' and '.join(str(folder / name) for name in pages)}")


def _print_column(column: Column, *, is_headline: bool) -> None:
    click.echo(f"\n  {column.name}{' (headline)' if is_headline else ''}  [{column.unit}]")
    for label, text in (("", column.meaning), ("Source: ", column.source), ("Flaws: ", column.flaws)):
        click.echo(textwrap.fill(label + text, 78, initial_indent="    ", subsequent_indent="    "))


def describe_measures() -> list[dict[str, object]]:
    """The codebook as plain records; an open end of a range is None."""
    family = {column.name: extractor.name for extractor in EXTRACTORS for column in extractor.columns}
    return [
        {
            "name": name,
            "family": family[name],
            "label": column.label,
            "unit": column.unit,
            "range": clean(UNITS[column.suffix][1:]),
            "meaning": column.meaning,
            "source": column.source,
            "flaws": column.flaws,
            "evidence": list(column.kinds),
        }
        for name, column in CODEBOOK.items()
    ]
