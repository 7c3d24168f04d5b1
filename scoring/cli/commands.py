"""The commands: each opens its input, calls one room, and says what it made.

Rooms are imported inside the commands, so that ``--help`` answers at once.
"""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path

import click

from scoring import __version__
from scoring.cli.comparing import compare
from scoring.cli.diffing import diff
from scoring.cli.evaluating import evaluate
from scoring.cli.explaining import explain
from scoring.cli.filtering import filter_command
from scoring.cli.labelling import label
from scoring.cli.later import add_later, refuse_later
from scoring.cli.options import (
    Source,
    count_passing,
    jobs_option,
    model_option,
    open_output,
    reads_articles,
    say,
    show_progress,
)
from scoring.cli.places import check_file, folder_option
from scoring.cli.sections import Commands
from scoring.cli.training import train
from scoring.cli.validating import validate
from scoring.errors import InputError

EXAMPLES = """
\b
Examples:
  sourcegrade score articles/ -o out            a card for every article
  sourcegrade explain article.txt               one card in the terminal
  sourcegrade compare articles/ -o outlets      charts of how outlets differ
  sourcegrade features news.csv --column text=body -o features.csv
  sourcegrade filter news.csv --where "quality >= 60 and bias < 40" -o picked
  sourcegrade diff draft.txt edited.txt         what changed
  sourcegrade train labels.csv --articles articles/ -o models/mine

Exit status: 0 done; 1 done, but some records were rejected; 2 could not run.
"""


@click.group(
    cls=Commands,
    epilog=EXAMPLES,
    invoke_without_command=True,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="sourcegrade")
@click.pass_context
def group(context: click.Context) -> None:
    """Score news and web articles for source quality and bias, with the words behind each number."""
    if context.invoked_subcommand is None:
        say(context.get_help())
        context.exit(2)


@group.command(short_help="Score articles: cards, tables and pages in a folder.")
@folder_option("Folder for cards, tables and pages.")
@model_option
@jobs_option
@click.option("--cards", metavar="all|none|N", help="How many pages to write.  [default: up to 2000]")
@click.option("--no-evidence", is_flag=True, help="Leave the spans out of scorecards.jsonl.")
@click.option("--resume", is_flag=True, help="Go on with a run that was cut off (not there yet).")
@click.option("--fetch", is_flag=True, help="Fetch addresses from the web (not there yet).")
@click.option(
    "--engine",
    type=click.Choice(["local", "dask"]),
    default="local",
    show_default=True,
    help="Where to run (dask: not there yet).",
)
@click.option("--scheduler", metavar="ADDRESS", help="Of a Dask cluster (not there yet).")
@reads_articles
def score(
    source: Source, /, out: str, model: str, jobs: int, cards: str | None, no_evidence: bool, **later: object
) -> None:
    """Score articles into a folder: scorecards.jsonl, features.csv, rejected.jsonl, run.json and pages.

    INPUT is a file, a folder or a pattern. Files of an earlier run in the folder are replaced when
    this one has ended.

    \b
    Examples:
      sourcegrade score articles/ -o out
      sourcegrade score news.csv --column text=body --jobs -1 --cards none -o out
    """
    source.will_write(out)
    refuse_later(**later)  # type: ignore[arg-type]  # click gives each option under its own name
    limit = parse_cards(cards)
    from scoring.engines.local import score_to_folder
    from scoring.model import load_model

    loaded = load_model(model)
    with show_progress("Scoring") as advance:
        tally = score_to_folder(
            source.read,
            Path(out),
            loaded,
            n_jobs=jobs,
            cards=limit,
            evidence=not no_evidence,
            lexicon=source.lexicon,
            on_progress=advance,
        )
    counts = f"{tally.scored} scored, {tally.withheld} withheld, {tally.rejected} rejected"
    say(f"{tally.read} read: {counts}. Open {Path(out) / 'index.html'}")
    source.finish(Path(out) / "rejected.jsonl")


def parse_cards(value: str | None) -> int | None:
    """How many pages ``--cards`` asks for; None for the default."""
    if value is None:
        return None
    if value in ("all", "none"):
        return sys.maxsize if value == "all" else 0
    if value.isdecimal():
        return int(value) if len(value) < 20 else sys.maxsize  # int() refuses 5,000 digits
    raise InputError(f"--cards {value}: not a number of pages. Allowed are all, none or a whole number.")


group.add_command(explain)


@group.command(short_help="Write the spans behind every measure.")
@click.option("-o", "--out", required=True, metavar="FILE.jsonl", help="File to write, or - for stdout.")
@click.option(
    "--min-probability",
    type=click.FloatRange(0, 1),
    help="Least probability of a span; 0 gives every candidate.",
)
@reads_articles
def evidence(source: Source, /, out: str, min_probability: float | None) -> None:
    """Write the spans behind every measure, a line an article.

    \b
    Examples:
      sourcegrade evidence articles/ -o evidence.jsonl
      sourcegrade evidence article.txt --min-probability 0 -o -
    """
    source.will_write(out)
    from scoring.features import analyse
    from scoring.scorecard import to_line

    check_file(out, (".jsonl",), ".jsonl")
    with open_output(out) as file, show_progress("Reading") as advance:
        for article in count_passing(source.read(), advance):
            found = analyse(article, min_probability=min_probability, lexicon=source.lexicon)
            spans = [asdict(span) for span in found.evidence]
            record = {"id": article.id, "flags": found.flags, "notes": found.notes, "evidence": spans}
            file.write(to_line(record))
    source.finish_beside(out)


@group.command(name="features", short_help="Write one row of measures per article.")
@click.option(
    "-o",
    "--out",
    required=True,
    metavar="FILE.{csv,parquet,jsonl}",
    help="File to write, or - for CSV on stdout.",
)
@jobs_option
@reads_articles
def features_command(source: Source, /, out: str, jobs: int) -> None:
    """Write one row of measures per article; empty cells where a measure is undefined.

    In CSV an id that a spreadsheet would run as a formula has an apostrophe before it.

    \b
    Examples:
      sourcegrade features articles/ -o features.csv
      sourcegrade features news.jsonl --jobs -1 -o - > features.csv
    """
    source.will_write(out)
    from scoring.cli.tables import write_features

    write_features(source, out, jobs=jobs)
    source.finish_beside(out)


group.add_command(compare)
group.add_command(filter_command)
group.add_command(diff)
group.add_command(train)
group.add_command(evaluate)
group.add_command(label)
group.add_command(validate)


@group.command(short_help="Print the codebook: every column and what it means.")
@click.option("--json", "as_json", is_flag=True, help="As JSON.")
@folder_option("Write codebook.md and rubrics.html into a folder instead.", required=False)
def measures(as_json: bool, out: str | None) -> None:
    """Print the codebook: every column, its unit, range, meaning, source and known flaws.

    With -o it becomes a page, beside one that sets other people's rubrics (NewsGuard, Journalism Trust
    Initiative, Ad Fontes and more) against the measures, criterion by criterion.

    \b
    Examples:
      sourcegrade measures
      sourcegrade measures --json > codebook.json
      sourcegrade measures -o codebook
    """
    from scoring.cli.tables import print_codebook, write_codebook_pages

    if out is None:
        print_codebook(as_json=as_json)
    else:
        write_codebook_pages(Path(out))


add_later(group)
