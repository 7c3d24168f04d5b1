"""The command that compares outlets."""

from __future__ import annotations

import textwrap
from pathlib import Path

import click

from scoring.cli.options import (
    Source,
    count_passing,
    jobs_option,
    model_option,
    reads_articles,
    say,
    show_progress,
    write_rejected,
)
from scoring.cli.places import folder_option


@click.command(short_help="Compare outlets: tables, charts and a page with the answer.")
@folder_option("Folder for tables, charts and the page.")
@click.option("--by", default="outlet", show_default=True, metavar="COLUMN", help="What to compare.")
@click.option("--event", metavar="COLUMN", help="Column that says which articles tell the same event.")
@model_option
@jobs_option
@reads_articles
def compare(source: Source, /, out: str, by: str, event: str | None, model: str, jobs: int) -> None:
    """Compare outlets: tables with intervals, charts, and a page that opens with the answer.

    Writes outlets.csv, pairs.csv, charts as .svg and .png, and index.html. events.csv, quotes.csv and
    copies.csv are not there yet.

    \b
    Examples:
      sourcegrade compare articles/ -o outlets
      sourcegrade compare news.csv --event story -o outlets
    """
    source.will_write(out)
    from scoring.engines.folder import stage_folder
    from scoring.reports.comparing import compare as compare_articles

    source.columns |= {"event": event} if event else {}
    with stage_folder(Path(out)) as staging:
        with show_progress("Comparing") as advance:
            articles = count_passing(source.read(), advance)
            found = compare_articles(articles, by=by, model=model, n_jobs=jobs, lexicon=source.lexicon)
        found.save(staging)
        write_rejected(source.rejected, staging / "rejected.jsonl")
    for text in (found.answer, *found.tables.notes):
        say(textwrap.fill(text, 88, break_on_hyphens=False))
    say(f"Open {Path(out) / 'index.html'}")
    source.finish(Path(out) / "rejected.jsonl")
