"""The command that compares two drafts of an article."""

from __future__ import annotations

from dataclasses import replace

import click

from scoring.article import Article
from scoring.cli.here import describe_screen
from scoring.cli.options import Source, model_option, reads_two, say
from scoring.errors import InputError


@click.command(short_help="Show what changed between two drafts of an article.")
@model_option
@click.option("--json", "as_json", is_flag=True, help="Everything as JSON on stdout.")
@reads_two
def diff(source: Source, /, model: str, as_json: bool) -> None:
    """Show what changed between two drafts or versions of an article, in measures and scores.

    A score's change is told apart from chance where each value lies outside the other's 90 % interval.
    Evidence is matched by kind and words; words that only moved are no change.

    \b
    Examples:
      sourcegrade diff draft.txt edited.txt
      sourcegrade diff monday.html tuesday.html --json > changes.json
    """
    from scoring.scorecard.drafts import compare_drafts

    old, new = (_read_one(replace(source, inputs=(path,))) for path in source.inputs)
    drafts = compare_drafts(old, new, model=model, lexicon=source.lexicon)
    if as_json:
        from scoring.scorecard import to_line
        from scoring.scorecard.drafts import to_record

        click.echo(to_line(to_record(drafts)), nl=False)
    else:
        from scoring.reports.draft_view import render_drafts

        screen = describe_screen()
        shown = render_drafts(drafts, old, new, **screen)
        click.echo(shown, nl=False, color=screen["colour"])
    source.finish()


def _read_one(source: Source) -> Article:
    articles = source.read()
    article = next(articles, None)
    if article is None:
        raise InputError(f"{source.inputs[0]}: holds no article that can be read. See the reasons above.")
    if next(articles, None) is not None:
        say(f"{source.inputs[0]} holds more articles; only the first is compared.")
    return article
