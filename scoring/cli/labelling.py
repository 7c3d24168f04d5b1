"""The command that says what to label next, and that keeps labels."""

from __future__ import annotations

import csv
import json
import textwrap
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from scoring.cli.adding import Given, add, import_labels
from scoring.cli.options import (
    Source,
    column_option,
    count_passing,
    jobs_option,
    lexicon_option,
    model_option,
    open_output,
    outlet_from_option,
    say,
    show_progress,
)
from scoring.cli.places import STDOUT
from scoring.errors import InputError

if TYPE_CHECKING:
    from scoring.article import Article
    from scoring.model.labelling import Proposal, Proposals
    from scoring.model.labels import LabelRow

FIELDS = ("rank", "article", "outlet", "event", "title", "target", "value", "low", "high", "reason")
LABELS_HELP = "The labels file; made when the first label is added."


@click.command(short_help="Say which article to label next, and why; add and exchange labels.")
@click.argument("inputs", metavar="[INPUT]...", nargs=-1)
@click.option("--labels", required=True, metavar="LABELS", help=LABELS_HELP)
@click.option(
    "--n", "count", default=10, show_default=True, type=click.IntRange(1), help="How many to propose."
)
@click.option(
    "--target",
    multiple=True,
    metavar="NAME",
    help="Only this score counts. Repeatable. Default: those with a label so far, or all.",
)
@click.option("-o", "--out", metavar="FILE.csv|jsonl", help="File for the proposals, or - for CSV on stdout.")
@click.option("--add", "article", metavar="ARTICLE", help="Add a label of the article with this id.")
@click.option("--annotator", metavar="NAME", help="Who labels, with --add.")
@click.option("--quality", metavar="VALUE", help="With --add: 0 to 100, or low, medium, high.")
@click.option("--bias", metavar="VALUE", help="With --add: 0 to 100, or low, medium, high.")
@click.option("--export", metavar="FILE.json", help="Write the proposals as tasks for Label Studio.")
@click.option("--import", "imported", metavar="FILE.json", help="Add the labels of a Label Studio export.")
@model_option
@jobs_option
@column_option
@outlet_from_option
@lexicon_option
@click.pass_context
def label(
    context: click.Context,
    /,
    inputs: tuple[str, ...],
    labels: str,
    count: int,
    target: tuple[str, ...],
    out: str | None,
    export: str | None,
    imported: str | None,
    model: str,
    jobs: int,
    **given: str | None,
) -> None:
    """Say which articles to label next, and why: unsure, of other outlets and events, no near-copies.

    LABELS is a CSV file with the columns article, annotator, quality and/or bias, as train reads it.
    Articles that it names are not proposed again. Proposals go to stderr, and to -o as a table.

    --add and --import append to LABELS and change nothing that is in it. With INPUT they refuse ids that no
    article there has; they refuse a second label of an article by the same annotator. --export writes the
    proposals for Label Studio and, beside them, the labelling interface to paste there (.xml). Its export as
    JSON is what --import reads: number (0 to 100), choices (low, medium, high) or rating (one to five stars)
    named quality and bias.

    \b
    Examples:
      sourcegrade label articles/ --labels labels.csv
      sourcegrade label news.csv --labels labels.csv --n 30 --target bias -o next.csv
      sourcegrade label articles/ --labels labels.csv --add rail-anvil --annotator kim --quality 70 --bias 20
      sourcegrade label articles/ --labels labels.csv --export tasks.json
      sourcegrade label --labels labels.csv --import project.json
    """
    source = context.ensure_object(Source)
    source.inputs = inputs
    source.will_write(out, export, labels=labels)
    typed = Given(**given)
    _check(typed, imported, export, out, inputs)
    if typed.article is not None:
        add(source, Path(labels), typed)
    elif imported:
        import_labels(source, Path(labels), Path(imported))
    else:
        propose_next(source, Path(labels), model, count, target, jobs, out, export)


def _check(
    typed: Given, imported: str | None, export: str | None, out: str | None, inputs: tuple[str, ...]
) -> None:
    """Options that do not go together, or lack one another."""
    if sum(1 for given in (typed.article is not None, imported, export or out) if given) > 1:
        raise InputError("label: --add, --import and -o or --export do different things. Give one of them.")
    if typed.article is None and any((typed.annotator, typed.quality, typed.bias)):
        raise InputError(
            "label: --annotator, --quality and --bias belong to a label. Name its article with --add."
        )
    if typed.article is None and not imported and not inputs:
        raise InputError("label: no INPUT. Give the articles to choose from, or --add or --import.")
    if export and Path(export).suffix.lower() != ".json":
        raise InputError(f"--export {export}: tasks are written as JSON. Let the name end in .json.")
    if out and out != STDOUT and Path(out).suffix.lower() not in (".csv", ".jsonl"):
        raise InputError(f"-o {out}: the ending says which format to write. Allowed are .csv and .jsonl.")


def propose_next(
    source: Source,
    path: Path,
    model: str,
    count: int,
    targets: Sequence[str],
    jobs: int,
    out: str | None,
    export: str | None,
) -> None:
    """Show what to label next, and write it where it was asked for."""
    from scoring.model import load_model
    from scoring.model.labelling import check_targets, propose

    loaded = load_model(model)
    check_targets(loaded, targets)
    rows = read_present(source, path, targets or tuple(loaded.targets))
    targets = targets or [name for name in loaded.targets if any(name in row.values for row in rows)]
    with show_progress("Reading") as advance:
        strange = dict.fromkeys(row.article for row in rows)
        articles = _strike(count_passing(source.read(), advance), strange)
        found = propose(
            articles, rows, loaded, targets=targets, count=count, lexicon=source.lexicon, n_jobs=jobs
        )
    tell(found, asked=count)
    if strange:
        say(f"Note: {_say_strange(list(strange))}")
    if out:
        write_proposals(found.chosen, out)
    if export:
        export_tasks(found.chosen, Path(export), targets or tuple(loaded.targets))
    source.finish_beside(out or export or STDOUT)


def _strike(articles: Iterable[Article], ids: dict[str, None]) -> Iterator[Article]:
    """The same articles; what is left of the ids is nobody's."""
    for article in articles:
        ids.pop(article.id, None)
        yield article


def _say_strange(ids: Sequence[str]) -> str:
    """That labels name no article; one for "a.txt" is the usual reason."""
    from scoring.reports.page import count

    found = f"{count(len(ids), 'labelled id')}, for example {ids[0]!r}, not among the articles read"
    return f"{found}. The id of a file is its name without the ending."


def read_present(source: Source, path: Path, targets: Sequence[str]) -> list[LabelRow]:
    """The labels there are; none in a file that is missing or has only its header."""
    from scoring.model.labels import read_labels, read_records

    if not path.exists() or not read_records(path)[1]:
        say(f"{path} holds no labels yet.")
        return []
    return read_labels(path, targets=targets, on_reject=source.reject)


def tell(found: Proposals, *, asked: int) -> None:
    """The proposals for a person, with what was passed over."""
    from scoring.reports.page import count

    for rank, one in enumerate(found.chosen, 1):
        outlet = f" ({one.article.outlet})" if one.article.outlet else ""
        say(
            f"{rank:3}. {one.article.id}{outlet}  {one.target} {one.value:.0f} ({one.low:.0f}-{one.high:.0f})"
        )
        say(textwrap.fill(one.reason, 88, initial_indent="     ", subsequent_indent="     "))
    number = len(found.chosen)
    articles = count(number, "article") if number else "No article"
    fewer = f", fewer than the {asked} asked for" if 0 < number < asked else ""
    passed = ", ".join(f"{times} {why}" for why, times in found.passed.items())
    say(f"{articles} proposed{fewer}." + (f" Passed over: {passed}." if passed else ""))


def write_proposals(chosen: Sequence[Proposal], out: str) -> None:
    """A row for each proposal, as CSV or JSON lines."""
    from scoring.scorecard import to_line
    from scoring.tables import disarm

    rows = [_to_row(rank, one) for rank, one in enumerate(chosen, 1)]
    with open_output(out) as file:
        if out != STDOUT and Path(out).suffix.lower() == ".jsonl":
            file.writelines(to_line(row) for row in rows)
            return
        writer = csv.writer(file, lineterminator="\n")
        writer.writerow(FIELDS)
        writer.writerows([disarm(row[name]) for name in FIELDS] for row in rows)


def _to_row(rank: int, one: Proposal) -> dict[str, Any]:
    article = one.article
    ends = [round(end, 2) for end in (one.value, one.low, one.high)]
    cells = (rank, article.id, article.outlet, article.event, article.title, one.target, *ends, one.reason)
    return dict(zip(FIELDS, cells, strict=True))


def export_tasks(chosen: Sequence[Proposal], path: Path, targets: Sequence[str]) -> None:
    """Tasks for Label Studio, and its interface beside them."""
    from scoring.model.label_studio import to_tasks, write_interface

    interface = path.with_suffix(".xml")
    with open_output(str(path)) as file:
        file.write(json.dumps(to_tasks(one.article for one in chosen), ensure_ascii=False, indent=1) + "\n")
    with open_output(str(interface)) as file:
        file.write(write_interface(targets))
    from scoring.reports.page import count

    say(f"{count(len(chosen), 'task')} written to {path}; paste {interface} into the labelling interface.")
