"""Brings articles and labels together by id, and says what is left over on either side."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from os import PathLike
from pathlib import Path

from scoring.article import Article, Rejection
from scoring.errors import LabelError
from scoring.model.labels import Labels
from scoring.readers.paths import PAGES, PLAIN

ENDINGS = "The id of a file is its name without the ending."
SHOWN = 3
"""Ids named of many."""


@dataclass(frozen=True, slots=True)
class Matched:
    """The articles that carry a label; how many were read, and the first ids of those without one."""

    articles: list[Article]
    read: int
    bare: tuple[str, ...]

    def say_bare(self) -> str:
        """A sentence on the articles without a label; empty where there are none.

        Examples
        --------
        >>> Matched([], 4, ("a", "b", "c")).say_bare()
        '4 of 4 articles read carry no label and are passed over: a, b, c and 1 more.'
        """
        number = self.read - len(self.articles)
        if not number:
            return ""
        more = f" and {number - len(self.bare)} more" if number > len(self.bare) else ""
        carry = "carries no label and is" if number == 1 else "carry no label and are"
        return f"{number} of {self.read} articles read {carry} passed over: {', '.join(self.bare)}{more}."


def match_labels(
    articles: Iterable[Article], wanted: Sequence[str], labels: Labels, reject: Callable[[Rejection], None]
) -> Matched:
    """The articles that carry a label; a label without an article is rejected by its id.

    Parameters
    ----------
    articles : iterable of Article
    wanted : sequence of str
        Ids that carry a label, in the order of the labels; at least one.
    labels : path or iterable
        Where the labels came from, to say so.
    reject : callable

    Raises
    ------
    LabelError
        If no article that was read carries a label.
    """
    ids, kept, read, bare = dict.fromkeys(wanted), list[Article](), 0, list[str]()
    first = ""
    for article in articles:
        read, first = read + 1, first or article.id
        if article.id in ids:
            kept.append(article)
        elif len(bare) < SHOWN:
            bare.append(article.id[:60])
    where = str(Path(labels)) if isinstance(labels, str | PathLike) else "labels"
    if not kept:
        raise LabelError(
            f"{where}: none of {len(ids)} labelled ids is among {read} articles read. First labelled: "
            f"{wanted[0][:60]!r}; first read: {first[:60]!r}. The column article must hold the articles' "
            f"ids. {ENDINGS}"
        )
    there = {article.id for article in kept}
    for missing in ids:
        if missing not in there:
            hint = f" {ENDINGS}" if missing.lower().endswith((*PAGES, *PLAIN)) else ""
            found = f"No article with the id {missing[:60]!r} is among the {read} read"
            reject(Rejection(where, missing, f"{found}; its labels are not used.{hint}"))
    return Matched(kept, read, tuple(bare))


def warn_of(rejection: Rejection) -> None:
    """Say as a warning what was rejected, where nobody asked to be told otherwise."""
    warnings.warn(f"{rejection.source}: {rejection.record}: {rejection.reason}", stacklevel=3)
