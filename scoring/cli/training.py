"""The command that fits a model of the user's own."""

from __future__ import annotations

import textwrap
import warnings
from pathlib import Path

import click

from scoring.article import SCORES
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


@click.command(short_help="Fit a model of your own from labels.")
@click.argument("labels", metavar="LABELS")
@click.option(
    "--articles", required=True, multiple=True, metavar="INPUT", help="The labelled articles. Repeatable."
)
@folder_option("Folder for the model.", metavar="models/NAME")
@click.option(
    "--target",
    multiple=True,
    metavar="NAME",
    help="Column of LABELS to fit. Repeatable.  [default: quality, bias]",
)
@click.option(
    "--prior",
    default="default",
    show_default=True,
    metavar="MODEL",
    help="Model to start from: a shipped one or a model's folder.",
)
@click.option("--no-prior", is_flag=True, help="Start from scratch.")
@jobs_option
@column_option
@outlet_from_option
@lexicon_option
@click.pass_context
def train(
    context: click.Context,
    labels: str,
    articles: tuple[str, ...],
    out: str,
    target: tuple[str, ...],
    prior: str,
    no_prior: bool,
    jobs: int,
) -> None:
    """Fit a model of your own from a labels file of one or several annotators.

    LABELS is a CSV file with the columns article, annotator, and quality and/or bias: 0 to 100, or low,
    medium, high.

    \b
    Example:
      sourcegrade train seeds/labels.csv --articles seeds/articles -o models/mine
      sourcegrade score seeds/articles --model models/mine -o out
    """
    from scoring.model.training import train as fit
    from scoring.reports.model_page import write_model_page

    source = context.ensure_object(Source)
    source.inputs = articles
    source.will_write(out, labels=labels)
    with warnings.catch_warnings(record=True) as caught, show_progress("Reading") as advance:
        warnings.simplefilter("always", UserWarning)
        model = fit(
            count_passing(source.read(), advance),
            labels,
            targets=target or SCORES,
            out=out,
            prior=None if no_prior else prior,
            on_reject=source.reject,
            n_jobs=jobs,
            lexicon=source.lexicon,
        )
    for warning in caught:
        if warning.category is UserWarning:
            say(textwrap.fill(f"Note: {warning.message}", 88))
    folder = Path(out)
    say(f"Model for {' and '.join(model.targets)} written. Read {write_model_page(folder)}")
    say(f"To use it: sourcegrade score INPUT --model {folder} -o DIR")
    source.finish_beside(str(folder / "model.json"))
