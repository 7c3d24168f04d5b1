"""The command that shows one scorecard in the terminal."""

from __future__ import annotations

import click

from scoring.cli.here import render_here, wants_colour
from scoring.cli.options import Source, model_option, reads_article, say
from scoring.errors import InputError


@click.command(short_help="Show one scorecard in the terminal, evidence marked.")
@model_option
@reads_article
def explain(source: Source, /, model: str) -> None:
    """Show one scorecard in the terminal, its evidence marked in the text.

    \b
    Example:
      sourcegrade explain article.txt
    """
    from scoring.model import load_model
    from scoring.scorecard import score as score_articles

    articles = source.read()
    article = next(articles, None)
    if article is None:
        raise InputError(f"{source.inputs[0]}: holds no article that can be read. See the reasons above.")
    loaded = load_model(model)
    card = next(score_articles([article], model=loaded, lexicon=source.lexicon))
    click.echo(render_here(article, card, loaded), color=wants_colour())
    if next(articles, None) is not None:
        say(f"{source.inputs[0]} holds more articles; this is the first. For all: sourcegrade score")
    source.finish()
