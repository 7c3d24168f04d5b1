"""The command that measures agreement with labelled corpora."""

from __future__ import annotations

from pathlib import Path

import click

from scoring.cli.options import (
    Source,
    column_option,
    count_passing,
    jobs_option,
    lexicon_option,
    outlet_from_option,
    say,
    show_progress,
)
from scoring.cli.places import folder_option


@click.command(short_help="Measure agreement with labelled corpora.")
@click.option("--corpora", required=True, metavar="DIR", help="Folder with feature/ and article/ inside.")
@folder_option("Folder for tables, charts and the page.")
@click.option(
    "--articles",
    multiple=True,
    metavar="INPUT",
    help="Articles of your own, shown beside the corpora in the chart of distributions. Repeatable.",
)
@click.option("--only", multiple=True, metavar="NAME", help="One check only, such as hedges. Repeatable.")
@jobs_option
@column_option
@outlet_from_option
@lexicon_option
@click.pass_context
def validate(
    context: click.Context,
    corpora: str,
    out: str,
    articles: tuple[str, ...],
    only: tuple[str, ...],
    jobs: int,
) -> None:
    """Measure how far every measure agrees with labelled corpora, and how it is distributed.

    Writes validity.csv, validity.json, measures.csv, charts as .svg and .png, and index.html. Corpora
    that are missing leave their rows empty. --lexicon adds to the measures of --articles alone: agreement is
    that of the shipped lists.

    \b
    Examples:
      sourcegrade validate --corpora corpora -o reports/validity --jobs -1
      sourcegrade validate --corpora corpora --only hedges --only loaded -o out
    """
    from scoring.engines.folder import stage_folder
    from scoring.validation import Done
    from scoring.validation import validate as measure

    def tell(done: Done) -> None:
        say(f"{done.name:<22}{done.seconds:6.1f} s")

    source = context.ensure_object(Source)
    source.inputs = articles
    source.will_write(out)
    with stage_folder(Path(out)) as staging:
        with show_progress("Reading") as advance:
            given = list(count_passing(source.read(), advance)) if articles else []
        found = measure(Path(corpora), given, only=only, jobs=jobs, lexicon=source.lexicon, on_done=tell)
        found.save(staging)
    say(f"{found.answer} Open {Path(out) / 'index.html'}")
    source.finish_beside(str(Path(out) / "index.html"))
