"""The command that says how well a model agrees with labels."""

from __future__ import annotations

import textwrap
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
    write_rejected,
)
from scoring.cli.places import folder_option


@click.command(short_help="Say how well a model agrees with labels.")
@click.argument("model", metavar="MODEL")
@click.argument("labels", metavar="LABELS")
@click.option(
    "--articles", required=True, multiple=True, metavar="INPUT", help="The labelled articles. Repeatable."
)
@folder_option("Folder for figures, charts and the page.")
@jobs_option
@column_option
@outlet_from_option
@lexicon_option
@click.pass_context
def evaluate(
    context: click.Context, model: str, labels: str, articles: tuple[str, ...], out: str, jobs: int
) -> None:
    """Say how well a model agrees with labels, against length alone and words fitted on them.

    MODEL is a shipped model or a model's folder. LABELS is a CSV file as train takes it: article,
    annotator, and quality and/or bias. Labels that the model was fitted on tell nothing about other
    articles; the page says so where it can be known.

    Writes evaluation.json, predictions.csv, rejected.jsonl, charts as .svg and .png, and index.html.

    \b
    Examples:
      sourcegrade evaluate default seeds/labels.csv --articles seeds/articles -o agreement
      sourcegrade evaluate models/mine labels.csv --articles news.csv --column text=body -o agreement
    """
    from scoring.engines.folder import stage_folder
    from scoring.reports.evaluation_scoring import evaluate as compare_with_labels

    source = context.ensure_object(Source)
    source.inputs = articles
    source.will_write(out, labels=labels)
    folder = Path(out)
    with stage_folder(folder) as staging:
        with show_progress("Reading") as advance:
            read = count_passing(source.read(), advance)
            found = compare_with_labels(
                read, labels, model=model, on_reject=source.reject, n_jobs=jobs, lexicon=source.lexicon
            )
        found.save(staging)
        write_rejected(source.rejected, staging / "rejected.jsonl")
    for caution in found.warnings:
        say(textwrap.fill(f"Note: {caution}", 88))
    for sentence in found.answers:
        say(textwrap.fill(sentence, 88))
    say(f"Open {folder / 'index.html'}")
    source.finish(folder / "rejected.jsonl")
