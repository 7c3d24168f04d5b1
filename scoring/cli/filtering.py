"""The command that keeps or drops articles by a condition."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import click

from scoring.article import SCORES
from scoring.cli.options import Source, jobs_option, model_option, reads_articles, say, show_progress
from scoring.cli.places import check_apart, folder_option

SHOWN_CLAUSES = 5


@click.command(name="filter", short_help="Keep or drop articles by a condition, each with its reason.")
@click.option(
    "--where", required=True, metavar="CONDITION", help='For example "quality >= 60 and bias < 40".'
)
@folder_option("Folder for kept.jsonl and dropped.jsonl.")
@model_option
@jobs_option
@reads_articles
def filter_command(source: Source, /, where: str, out: str, model: str, jobs: int) -> None:
    """Keep or drop articles by a condition: kept.jsonl, dropped.jsonl, rejected.jsonl and run.json.

    Both files hold whole articles in the order they came, with a list of reasons ("quality 48.2 is under
    60"). They can be read again by every command.

    A condition compares columns with < <= > >= == != and in; and, or, not and brackets join comparisons.
    Columns are every measure (sourcegrade measures), quality and bias with their ends (quality_low,
    quality_high, bias_low, bias_high), words, status, flags, outlet, title, event, url, published and id.
    Letter case of texts does not matter.

    A comparison with something undefined is false, and the reason says so. A withheld article has no
    scores: "quality >= 60" drops it, and so does "bias < 40"; "not quality < 60" keeps it.

    \b
    Examples:
      sourcegrade filter articles/ --where "quality >= 60 and bias < 40" -o picked
      sourcegrade filter news.csv --where "bias_high < 50 and words >= 300" -o picked
      sourcegrade filter news.csv --where 'outlet in ("Gazette", "Courier")' -o picked
      sourcegrade filter news.csv --where '"too_short" not in flags' -o picked
      sourcegrade filter news.csv --where "sourcing_unnamed_rate < 0.5" -o picked
    """
    source.will_write(out)
    from scoring.engines.filtering import filter_to_folder
    from scoring.model import load_model
    from scoring.scorecard.conditions import parse_condition

    check_apart(out, source.inputs)
    loaded = load_model(model)
    condition = parse_condition(where, scores=(*SCORES, *loaded.targets))
    folder = Path(out)
    with show_progress("Filtering") as advance:
        counts = filter_to_folder(
            source.read,
            folder,
            loaded,
            condition,
            n_jobs=jobs,
            lexicon=source.lexicon,
            on_progress=advance,
        )
    say(f"{counts.read} read: {counts.kept} kept, {counts.dropped} dropped, {counts.rejected} rejected.")
    if counts.withheld:
        verb = "is" if counts.withheld == 1 else "are"
        say(f"{counts.withheld} of them {verb} withheld and without scores.")
    if counts.dropped_by:
        say(f"Dropped by: {_list_clauses(counts.dropped_by)}.")
    for name, number in counts.undefined.items():
        if number == counts.kept + counts.dropped:
            say(_say_undefined(name))
    say(f"Read {folder / 'kept.jsonl'} and {folder / 'dropped.jsonl'}")
    source.finish(folder / "rejected.jsonl")


def _say_undefined(name: str) -> str:
    """How to name what no article has."""
    other = ", for files --outlet-from folder or a metadata.csv" if name == "outlet" else ""
    return f"No article has a value for {name}. To name it: --column {name}=NAME for a table's column{other}."


def _list_clauses(counts: Counter[str]) -> str:
    """The clauses that dropped most, each with how many articles it dropped."""
    shown = [f"{clause} ({number})" for clause, number in counts.most_common(SHOWN_CLAUSES)]
    return ", ".join(shown) + (", and others" if len(counts) > SHOWN_CLAUSES else "")
