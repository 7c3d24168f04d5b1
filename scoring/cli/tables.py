"""Tables and the codebook, as files and on screen."""

from __future__ import annotations

import json
import textwrap
from pathlib import Path

import click

from scoring.cli.options import Source, open_output, show_progress
from scoring.errors import InputError
from scoring.extractors import CODEBOOK, EXTRACTORS
from scoring.extractors.measure import UNITS
from scoring.features import features
from scoring.scorecard import clean
from scoring.tables import write_csv

SUFFIXES = (".csv", ".parquet", ".jsonl")


def write_features(source: Source, out: str, *, jobs: int) -> None:
    """One row per article into a CSV, Parquet or JSONL file, or CSV on stdout for "-"."""
    suffix = ".csv" if out == "-" else Path(out).suffix.lower()
    if suffix not in SUFFIXES:
        raise InputError(f"-o {out}: the ending says which format to write. Allowed are {', '.join(SUFFIXES)}, or - for CSV on stdout.")
    with show_progress("Measuring") as advance:
        frame = features(_counted(source.read(), advance), n_jobs=jobs)
    if suffix == ".parquet":
        _write_parquet(frame, out)
        return
    with open_output(out) as file:
        if suffix == ".csv":
            write_csv(frame, file, index=True, float_format="%.6g")
        else:
            for identifier, row in zip(frame.index, frame.to_dict("records"), strict=True):
                file.write(json.dumps(clean({"id": identifier, **row}), ensure_ascii=False) + "\n")


def _counted(articles, advance):  # type: ignore[no-untyped-def]
    for article in articles:
        advance(1)
        yield article


def _write_parquet(frame, out: str) -> None:  # type: ignore[no-untyped-def]
    try:
        frame.to_parquet(out)
    except ImportError as error:
        raise InputError(f"-o {out}: Parquet needs pyarrow. Install it with: pip install 'sourcegrade[parquet]'.") from error
    except OSError as error:
        raise InputError(f"-o {out}: cannot be written ({error.strerror or error}).") from error


def print_codebook(*, as_json: bool) -> None:
    """Every column of the codebook to stdout."""
    if as_json:
        click.echo(json.dumps({"schema": 1, "measures": describe_measures()}, indent=1, ensure_ascii=False))
        return
    for extractor in EXTRACTORS:
        click.echo(f"\n{extractor.name.upper()}")
        for column in extractor.columns:
            mark = " (headline)" if column.name == extractor.headline else ""
            click.echo(f"\n  {column.name}{mark}  [{column.unit}]")
            for label, text in (("", column.meaning), ("Source: ", column.source), ("Flaws: ", column.flaws)):
                click.echo(textwrap.fill(label + text, 78, initial_indent="    ", subsequent_indent="    "))


def describe_measures() -> list[dict[str, object]]:
    """The codebook as plain records."""
    family = {column.name: extractor.name for extractor in EXTRACTORS for column in extractor.columns}
    return [
        {
            "name": name,
            "family": family[name],
            "label": column.label,
            "unit": column.unit,
            "range": [clean(bound) for bound in UNITS[column.suffix][1:]],
            "meaning": column.meaning,
            "source": column.source,
            "flaws": column.flaws,
            "evidence": list(column.kinds),
        }
        for name, column in CODEBOOK.items()
    ]
