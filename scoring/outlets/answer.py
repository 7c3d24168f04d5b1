"""The comparison in a paragraph: who differs, by how much, how sure, on how many shared events."""

from __future__ import annotations

import numpy as np
import pandas as pd

from scoring.article import SCORES
from scoring.outlets.compare import OutletTables
from scoring.outlets.groups import blank_to_missing
from scoring.outlets.verdicts import CHANCE, Verdict, judge_pairs
from scoring.outlets.words import brief, noun, plural, spell_pair, whole

NAMED = 2
"""Pairs spelled out in the paragraph; the table has the rest."""
MEASURES = "The single measures of the {} are in the tables."


def answer(tables: OutletTables) -> str:
    """Say in one paragraph which outlets differ in quality and in bias, by how much and how sure.

    Returns
    -------
    str
        Plain text; names are shortened and freed of invisible characters, not escaped.

    Examples
    --------
    >>> from scoring.outlets import compare_outlets
    >>> table = pd.DataFrame({"id": ["1", "2"], "outlet": ["A", "B"], "quality": [40.0, 60.0]})
    >>> answer(compare_outlets(table)).split(":")[0]
    'One article per outlet tells nothing about the outlets'
    """
    scores = [score for score in SCORES if score in tables.articles]
    if tables.articles.empty:
        return "There is no article to compare."
    if not any(tables.articles[score].notna().any() for score in scores):
        return withheld_answer(tables)
    if is_single(tables):
        return single_answer(tables, scores)
    return " ".join([opening(tables), *(score_sentence(tables, score) for score in scores)])


def is_single(tables: OutletTables) -> bool:
    """Say whether no outlet has more than one article."""
    return bool(tables.articles[tables.by].is_unique)


def withheld_answer(tables: OutletTables) -> str:
    """Say that there is no score at all."""
    count = len(tables.articles)
    if "status" in tables.articles and (tables.articles["status"] == "scored").any():
        return f"The model gives neither quality nor bias. {MEASURES.format(noun(tables.by, 2))}"
    who = "The only article is" if count == 1 else f"All {count} articles are"
    return (
        f"{who} withheld, so nothing can be said about quality or bias. {MEASURES.format(noun(tables.by, 2))}"
    )


def single_answer(tables: OutletTables, scores: list[str]) -> str:
    """Say what single articles show, and that they show no more."""
    one, many = noun(tables.by, 1), noun(tables.by, 2)
    lead = f"One article per {one} tells nothing about the {many}: the next of each may look different."
    if len(tables.articles) == 1:
        lead = f"One article of one {one}: there is nothing to compare it with."
    return " ".join([lead, *(sentence for score in scores if (sentence := article_sentence(tables, score)))])


def article_sentence(tables: OutletTables, score: str) -> str:
    """Say how far the single articles reach on a score, with their own intervals."""
    known = tables.articles[tables.articles[score].notna()].sort_values(score, kind="stable")
    if known.empty:
        return f"No article has a {score} score."
    ends = [f"{whole(row[score])}{own_interval(row, score)} for {brief(row[tables.by])}"
            for _, row in known.iloc[[0, -1]].iterrows()]  # fmt: skip
    if len(known) == 1:
        return f"{score.capitalize()} is {ends[0]}."
    return f"Among the {len(known):,} articles, {score} goes from {ends[0]} to {ends[1]}."


def own_interval(row: pd.Series, score: str) -> str:
    """Return an article's own 90 % interval in brackets, or nothing."""
    low, high = row.get(f"{score}_low", np.nan), row.get(f"{score}_high", np.nan)
    return "" if pd.isna(low) or pd.isna(high) else f" ({whole(low)} to {whole(high)})"


def opening(tables: OutletTables) -> str:
    """Say how much was compared."""
    count = tables.articles[tables.by].nunique()
    shared = count_shared_events(tables)
    alone = count - count_compared(tables)
    without = f" ({alone:,} with too few articles or events to compare)" if 0 < alone < count else ""
    lead = f"{count:,} {noun(tables.by, count)}{without}, {count_articles(tables)}"
    if tables.by == "event" or count == 1:
        return f"{lead}."
    return f"{lead}, {f'{shared:,}' if shared else 'no'} shared {plural('event', shared)}."


def count_compared(tables: OutletTables) -> int:
    """Count the outlets that stand in at least one pair with a probability on a score."""
    pairs = tables.pairs[tables.pairs["measure"].isin(SCORES) & tables.pairs["probability"].notna()]
    return len({*pairs["a"], *pairs["b"]})


def count_articles(tables: OutletTables) -> str:
    """Say how many articles there are, and where some are withheld how many of them have scores."""
    articles, known = len(tables.articles), [score for score in SCORES if score in tables.articles]
    withheld = int(tables.articles[known].isna().all(axis=1).sum()) if known else 0
    lead = f"{articles:,} {plural('article', articles)}"
    return f"{lead} ({articles - withheld:,} scored, {withheld:,} withheld)" if withheld else lead


def count_shared_events(tables: OutletTables) -> int:
    """Count the events on which at least two outlets have an article."""
    if "event" not in tables.articles or tables.by == "event":
        return 0
    outlets = tables.articles[tables.by].groupby(blank_to_missing(tables.articles["event"])).nunique()
    return int((outlets > 1).sum())


def score_sentence(tables: OutletTables, score: str) -> str:
    """Answer for one score."""
    verdict = judge_pairs(tables.pairs, score)
    if tables.articles[tables.by].nunique() == 1:
        return alone_sentence(tables, score)
    if not verdict.comparable:
        many = noun(tables.by, 2)
        return f"On {score} nothing can be compared: it takes two {many} with scored articles on two events."
    if verdict.told.empty:
        return f"On {score}, no difference can be told{of_pairs(verdict)}: {nearest(verdict)}."
    if verdict.comparable == 1:
        return f"On {score}, {spell_pair(verdict.told.iloc[0])}."
    return told_sentence(score, verdict)


def told_sentence(score: str, verdict: Verdict) -> str:
    """Answer for one score with several pairs, some told apart."""
    if verdict.sure.empty:
        return unsure_sentence(score, verdict)
    sure, pairs, alone = len(verdict.sure), verdict.comparable, len(verdict.told) - len(verdict.sure)
    listed = "; ".join(spell_pair(row) for _, row in verdict.sure.head(NAMED).iterrows())
    lead = "" if sure == 1 else "most of all " if sure > NAMED else "namely "
    one = alone == 1
    looked = f"{alone} more {'looks' if one else 'look'} different taken alone, which is not enough when"
    rest = f" {looked} {pairs:,} pairs are compared." if alone else ""
    verb = "pair differs" if pairs == 1 else "pairs differs" if sure == 1 else "pairs differ"
    return f"On {score}, {sure:,} of {pairs:,} {verb}: {lead}{listed}.{rest}"


def unsure_sentence(score: str, verdict: Verdict) -> str:
    """Answer for one score when no pair stands by itself once all comparisons are allowed for."""
    told, pairs = len(verdict.told), verdict.comparable
    chance = max(1, round(CHANCE * pairs))
    verb = "pair looks" if pairs == 1 else "pairs looks" if told == 1 else "pairs look"
    lead = f"On {score}, {told:,} of {pairs:,} {verb} different taken alone"
    if told <= chance:
        return (
            f"{lead}, no more than chance gives, so no difference can be told; the surest is "
            f"{spell_pair(verdict.told.iloc[0])}."
        )
    return (
        f"{lead}, more than the {chance:,} that chance would give, the surest "
        f"{spell_pair(verdict.told.iloc[0])}; but none holds once all {pairs:,} comparisons are allowed for, "
        "so it cannot be told which of them differ."
    )


def alone_sentence(tables: OutletTables, score: str) -> str:
    """Say where a single outlet stands."""
    row = tables.outlets[tables.outlets["measure"] == score].iloc[0]
    if pd.isna(row["mean"]):
        return f"No article has a {score} score."
    between = "" if pd.isna(row["low"]) else f" (90 % interval {whole(row['low'])} to {whole(row['high'])})"
    mean = f"{score.capitalize()} is {whole(row['mean'])} on average{between}"
    return f"{mean}; there is no other {noun(tables.by, 1)} to compare with."


def of_pairs(verdict: Verdict) -> str:
    """Return how many pairs were looked at, in brackets."""
    return "" if verdict.comparable == 1 else f" (0 of {verdict.comparable:,} pairs)"


def nearest(verdict: Verdict) -> str:
    """Name the most certain pair that is still not told apart."""
    pair = spell_pair(verdict.best.iloc[0])
    return f"the {'estimate' if verdict.comparable == 1 else 'nearest'} is {pair}"


def finding(tables: OutletTables, measure: str, *, label: str | None = None) -> str:
    """Return the headline of a measure's chart: what can be told, in a few words."""
    label, many = label or measure, noun(tables.by, 2)
    verdict = judge_pairs(tables.pairs, measure)
    rows = tables.outlets[tables.outlets["measure"] == measure]
    if not (rows["n"] > 0).any():
        return f"No article has a value for {label}"
    if is_single(tables):
        return f"Single articles by {label}: no word on the {many}"
    if len(rows) == 1:
        return f"One {noun(tables.by, 1)} by {label}: nothing to compare it with"
    if not verdict.comparable:
        return f"Too few articles to compare {many} on {label}"
    if verdict.sure.empty:
        many_told = len(verdict.told) > max(1, round(CHANCE * verdict.comparable))
        return f"No pair surely differs in {label}" if many_told else f"No difference in {label} can be told"
    if verdict.comparable == 1:
        return f"{brief(verdict.sure['a'].iloc[0])} is above {brief(verdict.sure['b'].iloc[0])} in {label}"
    verb = "differs" if len(verdict.sure) == 1 else "differ"
    return f"{len(verdict.sure):,} of {verdict.comparable:,} pairs of {many} {verb} in {label}"
