"""What a reader must know beside the numbers: who was left out, what stands in for what."""

from __future__ import annotations

import pandas as pd

from scoring.outlets.groups import blank_to_missing
from scoring.outlets.pairs import PAIRED
from scoring.outlets.words import plural

NO_OUTLET = (
    "No article names its outlet, so each article stands as an outlet of its own, under its id. To name "
    "them: --column outlet=NAME for a table's column; --outlet-from folder or a metadata.csv for files."
)
"""What stands in for outlets, and how to name them."""


def tell_events(articles: pd.DataFrame, *, by: str) -> tuple[str, ...]:
    """Say what stands in for events that are not named."""
    if by == "event":
        return ("Events are compared, so each article counts by itself.",)
    known = int(blank_to_missing(articles["event"]).notna().sum()) if "event" in articles else 0
    unknown = len(articles) - known
    if not unknown:
        return ()
    if unknown == len(articles):
        return ("No article names its event: each counts as one by itself, as if nothing tied them.",)
    return (
        f"{unknown:,} of {len(articles):,} articles name no event; each of them counts as one by itself.",
    )


def tell_scores(articles: pd.DataFrame) -> tuple[str, ...]:
    """Say how many articles carry no score."""
    if "status" not in articles:
        return ()
    withheld = int((articles["status"] == "withheld").sum())
    if not withheld:
        return ()
    verb = "is" if withheld == 1 else "are"
    return (
        f"{withheld:,} of {len(articles):,} articles {verb} withheld: no quality or bias, only measures.",
    )


def tell_few(outlets: pd.DataFrame) -> tuple[str, ...]:
    """Name the outlets for which one event or one article is all there is."""
    score = outlets[(outlets["measure"] == "quality") & (outlets["n"] > 0)]
    alone = sorted(score["outlet"][score["low"].isna()])
    if not alone or len(alone) == len(score):
        return ()
    names = ", ".join(alone[:5]) + (f" and {len(alone) - 5} more" if len(alone) > 5 else "")
    return (f"No interval for quality where there is one article, or one event: {names}.",)


def tell_apart(pairs: pd.DataFrame) -> tuple[str, ...]:
    """Say how many pairs could not be compared within shared events."""
    score = pairs[(pairs["measure"] == "quality") & pairs["probability"].notna()]
    few = int((score["shared_events"] < PAIRED).sum())
    if not few:
        return ()
    share, are = ("shares", "is") if few == 1 else ("share", "are")
    of = f"{few:,} of {len(score):,} {plural('pair', len(score))}"
    return (
        f"{of} {share} fewer than {PAIRED} scored events and "
        f"{are} compared over all articles: they may differ because they wrote about different things.",
    )
