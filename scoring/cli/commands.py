"""The commands: each opens its input, calls one room, and says what it made."""

from __future__ import annotations

import json
import os
import sys
import warnings
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from scoring import __version__
from scoring.cli.later import add_later
from scoring.cli.options import Source, open_output, reads_articles, say, show_progress
from scoring.errors import InputError

EXAMPLES = """
\b
Examples:
  sourcegrade score articles/ -o out            a card for every article
  sourcegrade explain article.txt               one card in the terminal
  sourcegrade compare articles/ -o outlets      charts of how outlets differ
  sourcegrade features news.csv --column text=body -o features.csv
  sourcegrade train labels.csv --articles articles/ -o models/mine
"""


@click.group(epilog=EXAMPLES, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="sourcegrade")
def group() -> None:
    """Score news and web articles for source quality and bias, with the words behind each number."""


@group.command()
@reads_articles()
@click.option("-o", "--out", required=True, metavar="DIR", help="Folder for cards, tables and pages.")
@click.option("--model", default="default", show_default=True, metavar="NAME", help="A shipped model or a model's folder.")
@click.option("--jobs", default=1, show_default=True, metavar="N", help="Processes; -1 for all cores.")
@click.option("--cards", default=None, metavar="all|none|N", help="How many pages to write.  [default: up to 2000]")
@click.option("--no-evidence", is_flag=True, help="Leave the spans out of scorecards.jsonl.")
@click.option("--resume", is_flag=True, help="Go on with a run that was cut off (not there yet).")
@click.option("--fetch", is_flag=True, help="Fetch addresses from the web (not there yet).")
@click.option("--engine", type=click.Choice(["local", "dask"]), default="local", show_default=True, help="Where to run (dask: not there yet).")
@click.option("--scheduler", metavar="ADDRESS", help="Of a Dask cluster (not there yet).")
def score(source: Source, out: str, model: str, jobs: int, cards: str | None, no_evidence: bool, **later: Any) -> None:
    """Score articles into a folder: cards, features.csv, rejected.jsonl, run.json and pages.

    \b
    Examples:
      sourcegrade score articles/ -o out
      sourcegrade score news.csv --column text=body --jobs -1 --cards none -o out
    """
    from scoring.cli.later import refuse_later
    from scoring.engines.local import score_to_folder
    from scoring.model import load_model

    refuse_later(**later)
    limit = parse_cards(cards)
    loaded = load_model(model)
    with show_progress("Scoring") as advance:
        tally = score_to_folder(source.read, Path(out), loaded, n_jobs=jobs, cards=limit, evidence=not no_evidence, on_progress=advance)
    say(f"{tally.read} read: {tally.scored} scored, {tally.withheld} withheld, {tally.rejected} rejected. Open {Path(out) / 'index.html'}")
    source.finish()


def parse_cards(value: str | None) -> int | None:
    """How many pages ``--cards`` asks for; None for the default."""
    if value is None:
        return None
    if value in ("all", "none"):
        return sys.maxsize if value == "all" else 0
    if value.isdecimal():
        return int(value)
    raise InputError(f"--cards {value}: not a number of pages. Allowed are all, none or a whole number.")


@group.command()
@reads_articles(many=False)
@click.option("--model", default="default", show_default=True, metavar="NAME", help="A shipped model or a model's folder.")
def explain(source: Source, model: str) -> None:
    """Show one scorecard in the terminal, its evidence marked in the text.

    \b
    Example:
      sourcegrade explain article.txt
    """
    from scoring.extractors import CODEBOOK
    from scoring.reports.terminal import render_terminal
    from scoring.scorecard import reason_links
    from scoring.scorecard import score as score_articles

    article = next(source.read(), None)
    if article is None:
        raise InputError(f"{source.inputs[0]}: holds no article that can be read. See the reasons above.")
    card = next(score_articles([article], model=model))
    tty = sys.stdout.isatty()
    colour = tty and "NO_COLOR" not in os.environ and os.environ.get("TERM") != "dumb"
    encoding = (sys.stdout.encoding or "ascii").lower()
    click.echo(
        render_terminal(card, article, reasons=reason_links(card), codebook=CODEBOOK, colour=colour, ascii_only="utf" not in encoding),
        color=colour,
    )
    source.finish()


@group.command()
@reads_articles()
@click.option("-o", "--out", required=True, metavar="FILE.jsonl", help="File to write, or - for stdout.")
@click.option("--min-probability", type=click.FloatRange(0, 1), help="Least probability of a span; 0 gives every candidate.")
def evidence(source: Source, out: str, min_probability: float | None) -> None:
    """Write the spans behind every measure, a line an article.

    \b
    Example:
      sourcegrade evidence articles/ -o evidence.jsonl
    """
    from scoring.features import analyse

    with open_output(out) as file, show_progress("Reading") as advance:
        for article in source.read():
            found = analyse(article, min_probability=min_probability)
            record = {"id": article.id, "flags": found.flags, "notes": found.notes, "evidence": [asdict(e) for e in found.evidence]}
            file.write(json.dumps(record, ensure_ascii=False) + "\n")
            advance(1)
    write_rejected(source, out)
    source.finish()


@group.command(name="features")
@reads_articles()
@click.option("-o", "--out", required=True, metavar="FILE.{csv,parquet,jsonl}", help="File to write, or - for CSV on stdout.")
@click.option("--jobs", default=1, show_default=True, metavar="N", help="Processes; -1 for all cores.")
def features_command(source: Source, out: str, jobs: int) -> None:
    """Write one row of measures per article; empty cells where a measure is undefined.

    \b
    Example:
      sourcegrade features articles/ -o features.csv
    """
    from scoring.cli.tables import write_features

    write_features(source, out, jobs=jobs)
    write_rejected(source, out)
    source.finish()


@group.command()
@reads_articles()
@click.option("-o", "--out", required=True, metavar="DIR", help="Folder for tables, charts and the page.")
@click.option("--by", default="outlet", show_default=True, metavar="COLUMN", help="What to compare.")
@click.option("--event", metavar="COLUMN", help="Column that says which articles tell the same event.")
@click.option("--model", default="default", show_default=True, metavar="NAME", help="A shipped model or a model's folder.")
@click.option("--jobs", default=1, show_default=True, metavar="N", help="Processes; -1 for all cores.")
def compare(source: Source, out: str, by: str, event: str | None, model: str, jobs: int) -> None:
    """Compare outlets: tables with intervals, charts, and a page that opens with the answer.

    \b
    Example:
      sourcegrade compare articles/ -o outlets
    """
    from scoring.reports.comparing import compare as compare_articles

    if event:
        source.columns["event"] = event
    with show_progress("Comparing") as advance:
        found = compare_articles(count(source.read(), advance), by=by, model=model, n_jobs=jobs)
    try:
        found.save(out)
    except OSError as error:
        raise InputError(f"{out}: cannot be written ({error.strerror}). Name a folder with -o that you may write to.") from error
    write_rejected(source, str(Path(out) / "index.html"))
    say(found.answer)
    say(f"Open {Path(out) / 'index.html'}")
    source.finish()


def count(articles: Any, advance: Any) -> Any:
    """The same articles, counted as they pass."""
    for article in articles:
        advance(1)
        yield article


@group.command()
@click.argument("labels", metavar="LABELS")
@click.option("--articles", "inputs", required=True, multiple=True, metavar="INPUT", help="The labelled articles. Repeatable.")
@click.option("-o", "--out", required=True, metavar="models/NAME", help="Folder for the model.")
@click.option("--column", multiple=True, metavar="FIELD=NAME", help="Where a field stands in your table. Repeatable.")
@click.option("--outlet-from", type=click.Choice(["stem", "folder"]), help="Take the outlet from the file's name or its folder.")
@click.option("--jobs", default=1, show_default=True, metavar="N", help="Processes; -1 for all cores.")
def train(labels: str, inputs: tuple[str, ...], out: str, column: tuple[str, ...], outlet_from: str | None, jobs: int) -> None:
    """Fit a model of your own from a labels file of one or several annotators.

    \b
    Example:
      sourcegrade train seeds/labels.csv --articles seeds/articles -o models/mine
      sourcegrade score seeds/articles --model models/mine -o out
    """
    from scoring.cli.options import parse_columns
    from scoring.model.training import train as fit

    source = Source(inputs, parse_columns(column), outlet_from)

    def reject(rejection: Any) -> None:
        source.rejected.append(rejection)
        say(f"Rejected {rejection.source}: {rejection.record[:80]}: {rejection.reason}")

    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        model = fit(source.read(), labels, out=out, on_reject=reject, n_jobs=jobs)
    for warning in caught:
        if warning.category is UserWarning:
            say(f"Note: {warning.message}")
    write_rejected(source, str(Path(out) / "model.json"))
    say(f"Model for {' and '.join(model.targets)} written. Read {Path(out) / 'card.md'}, then: sourcegrade score INPUT --model {out} -o DIR")
    source.finish()


@group.command()
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
def measures(as_json: bool) -> None:
    """Print the codebook: every column, its unit, range, meaning, source and known flaws."""
    from scoring.cli.tables import print_codebook

    print_codebook(as_json=as_json)


def write_rejected(source: Source, out: str) -> None:
    """Write ``rejected.jsonl`` beside an output file, if there is anything to write."""
    if out == "-" or not source.rejected:
        return
    path = Path(out).with_name("rejected.jsonl")
    path.write_text("".join(json.dumps(asdict(r), ensure_ascii=False) + "\n" for r in source.rejected), encoding="utf-8", errors="replace")


add_later(group)
