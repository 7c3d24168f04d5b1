"""What the reader was given, and spans that point back into it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

Span = tuple[int, int]
"""Character offsets, end exclusive."""

Voice = Literal["outlet", "quoted"]
Part = Literal["text", "title"]

KINDS: dict[str, tuple[str, ...]] = {
    "hedging": ("hedge", "booster"),
    "sourcing": ("attribution", "quote", "source", "content"),
    "promotion": ("promotional", "filler", "call_to_action", "template_residue", "clickbait"),
    "stuffing": ("stuffed_phrase", "keyword_list", "duplicate_passage"),
    "stance": ("loaded", "loaded_sentence", "party", "rebuttal"),
    "cleaning": ("boilerplate",),
}
"""The evidence vocabulary: family to its kinds."""

SCORES = ("quality", "bias")
"""What every card names; null where the model has no such score or the card is withheld."""

FAMILY_OF = {kind: family for family, kinds in KINDS.items() for kind in kinds}


@dataclass(frozen=True, slots=True)
class Article:
    """One article exactly as it was read.

    Parameters
    ----------
    id : str
        Unique within a run.
    text : str
        Never altered; every offset of every `Evidence` points into it.
    title, outlet, url, published, event : str, optional
        What the input says, or None.
    links : tuple of str, optional
        Addresses that the article's own text links to, where the input shows links; None where it
        cannot (plain text still counts the addresses written out in it).

    Examples
    --------
    >>> Article("a1", "It may rain.").outlet is None
    True
    """

    id: str
    text: str
    title: str | None = None
    outlet: str | None = None
    url: str | None = None
    published: str | None = None
    event: str | None = None
    links: tuple[str, ...] | None = field(default=None, kw_only=True)


@dataclass(frozen=True, slots=True)
class Rejection:
    """A record that could not become an article, and why.

    `source` names the file and line or row, `record` shows what was found (cut to 500
    characters), `reason` is a sentence.

    Examples
    --------
    >>> Rejection("news.jsonl:3", "{bad", "the line is no valid JSON.").source
    'news.jsonl:3'
    """

    source: str
    record: str
    reason: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """The exact words behind a number.

    Parameters
    ----------
    start, end : int
        Offsets into `Article.text` or, with ``part="title"``, into `Article.title`.
    family, kind : str
        From `KINDS`.
    probability : float
        In [0, 1]: P(a trained annotator would mark it); 1.0 for typographic facts.
    voice : {"outlet", "quoted"}
        Whose words they are.
    note : str
        See the vocabulary in the codebook; may be empty.
    part : {"text", "title"}
        What the offsets point into.

    Examples
    --------
    >>> article = Article("a", "It may rain.")
    >>> span = Evidence(3, 6, "hedging", "hedge", 0.9, note="epistemic")
    >>> article.text[span.start : span.end], span.voice, span.part
    ('may', 'outlet', 'text')
    """

    start: int
    end: int
    family: str
    kind: str
    probability: float = 1.0
    voice: Voice = "outlet"
    note: str = ""
    part: Part = "text"
