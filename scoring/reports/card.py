"""One article's scorecard as a self-contained HTML page."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from scoring.article import FAMILY_OF, KINDS, SCORES, Article, Evidence
from scoring.attributions import SourceRow
from scoring.extractors import SideRow
from scoring.model.coverage import INTERVAL
from scoring.model.scores import Reference
from scoring.reports.card_measures import family_rows, number_of
from scoring.reports.mark_key import kind_lines
from scoring.reports.marks import mark_line, mark_text
from scoring.reports.page import count, render, show, web_address
from scoring.scorecard import Change, Reason, Scorecard

LINKS = 20
"""Addresses listed at once; the others open on request."""

WITHHELD = {
    "empty": "the article holds no words",
    "too_short": "{words}, too few",
    "not_english": "not written in English",
    "not_prose": "a list or a table, not prose",
    "out_of_range": "unlike the articles the model was fitted on",
}
"""What each flag says where a score would stand."""


@dataclass(frozen=True, slots=True)
class ScoreLine:
    """One score as printed: its 90 % interval from `low` to `high`, the value of the reference article."""

    name: str
    value: float
    low: float
    high: float
    reference: float


@dataclass(frozen=True, slots=True)
class ReasonLine:
    """One reason as printed; `target` is the id of its first mark, or empty."""

    score: str
    points: float
    sentence: str
    target: str


def render_card(
    card: Scorecard,
    article: Article,
    *,
    reasons: Sequence[Reason],
    sources: Sequence[SourceRow],
    sides: Sequence[SideRow],
    index_href: str | None = None,
    reference: Reference | None = None,
    change: Change | None = None,
) -> str:
    """Write one article's scorecard as a page that needs nothing else.

    Parameters
    ----------
    card : Scorecard
        Scored or withheld.
    article : Article
        The article it was made from.
    reasons : sequence of Reason
        From `scoring.scorecard.reason_links`.
    sources, sides : sequences
        From `scoring.attributions.list_sources` and `scoring.extractors.list_sides`.
    index_href : str, optional
        Where the run's index page lies, relative to the card.
    reference : Reference, optional
        `Model.reference`, for the median and the percentile of each measure.
    change : Change, optional
        From `scoring.scorecard.best_change`.

    Returns
    -------
    str
        HTML with its style and script inside; it loads nothing and holds no control characters.
    """
    anchors = {row.first[0] for row in sources} | {row.first[0] for row in sides}
    title = article.title or ""
    title_marks = mark_line(title, card.evidence)
    blocks = mark_text(article.text, card.evidence, anchors=anchors)
    drawn = [block for block in blocks if block.kind != "folded"]
    ids = {s.anchor for s in title_marks} | {s.anchor for block in drawn for s in block.segments}
    families = family_rows(card, article=article, reference=reference, ids=ids)
    return render(
        "card.html",
        card=card,
        article=article,
        address=web_address(article.url),
        words=counted_words(card),
        title=show(title) or "Untitled",
        title_marks=title_marks,
        blocks=blocks,
        folded=sum(block.words for block in blocks if block.kind == "folded"),
        scores=score_lines(card),
        withheld=withheld_because(card),
        reasons=reason_lines(reasons, card.evidence, ids),
        change=change,
        change_target=_target(change.first if change else None, card.evidence, ids),
        families=families,
        ranked=any(row.is_ranked for row in families),
        reference=reference,
        narrow=narrow_intervals(card),
        notes=fine_notes(card),
        counts=_counts(card.evidence),
        kinds={family: kinds for family, kinds in KINDS.items() if family != "cleaning"},
        key=kind_lines(card.evidence),
        links=list_links(article),
        few=LINKS,
        sources=[(row, _known(f"t{row.first[0]}", ids)) for row in sources],
        sides=[(row, _known(f"t{row.first[0]}", ids)) for row in sides],
        index_href=index_href,
    )


def score_lines(card: Scorecard) -> list[ScoreLine]:
    """Return the scores to draw, quality first; none when withheld."""
    lines = []
    for name in SCORES:
        score = card.scores.get(name)
        if score is not None:
            reference = score["value"] - sum(card.contributions.get(name, {}).values())
            lines.append(ScoreLine(name, score["value"], score["low"], score["high"], reference))
    return lines


def counted_words(card: Scorecard) -> int:
    """Return how many words the measures were taken from; 0 where that is undefined."""
    words = number_of(card.measures.get("language_word_count"))
    return 0 if math.isnan(words) else int(words)


def withheld_because(card: Scorecard) -> str:
    """Return why a card has no scores, for example "71 words, fewer than 120"; empty when scored."""
    if card.status == "scored":
        return ""
    said = [note for note in card.notes if is_withholding(note)]
    if said:
        return "; ".join(re.sub(r"(?i)^withheld\W*", "", note) for note in said).rstrip(".")
    words = count(counted_words(card), "word")
    reasons = [WITHHELD.get(flag, flag).format(words=words) for flag in card.flags]
    return "; ".join(reasons) or "no reason was recorded"


def narrow_intervals(card: Scorecard) -> list[str]:
    """Return what is said of intervals that hold less often than they say, to stand beside the scores."""
    return [note for note in card.notes if note.startswith(INTERVAL)]


def fine_notes(card: Scorecard) -> list[str]:
    """Return the notes that are not told beside the scores."""
    return [note for note in card.notes if not is_withholding(note) and not note.startswith(INTERVAL)]


def is_withholding(note: str) -> bool:
    """Say whether a note only repeats why the scores are withheld."""
    return note.lower().startswith("withheld")


def list_links(article: Article) -> list[tuple[str, str]]:
    """Return the web addresses the article links to, each once, with how they are shown."""
    known = (web_address(link) for link in article.links or ())
    return [(link, shorten(link)) for link in dict.fromkeys(link for link in known if link)]


def shorten(address: str) -> str:
    """Return an address without its scheme, at most 80 letters long.

    Examples
    --------
    >>> shorten("https://www.example.org/a")
    'example.org/a'
    """
    bare = re.sub(r"(?i)^https?://(www\.)?", "", show(address)).rstrip("/")
    return bare if len(bare) <= 80 else f"{bare[:79]}…"


def reason_lines(
    reasons: Iterable[Reason], evidence: Sequence[Evidence], ids: Collection[str]
) -> list[ReasonLine]:
    """Cut the points from each sentence's head, since they are printed in a column of their own.

    `ids` are the marks that were drawn: only those can be jumped to.
    """
    lines = []
    for r in reasons:
        sentence = r.text.partition(": ")[2] or r.text
        target = _target(r.first, evidence, ids)
        lines.append(ReasonLine(r.score, r.points, sentence[:1].upper() + sentence[1:], target))
    return lines


def _target(first: int | None, evidence: Sequence[Evidence], ids: Collection[str]) -> str:
    """The id of a mark by its place in the evidence; empty where it was not drawn."""
    if first is None or not 0 <= first < len(evidence):
        return ""
    e = evidence[first]
    return _known(f"{'h' if e.part == 'title' else 't'}{e.start}", ids)


def _known(anchor: str, ids: Collection[str]) -> str:
    return anchor if anchor in ids else ""


def _counts(evidence: Iterable[Evidence]) -> Counter[str]:
    """Count the marks each filter governs: by family and by voice."""
    counts: Counter[str] = Counter()
    for e in evidence:
        if e.kind in FAMILY_OF and e.family != "cleaning":
            counts.update((e.family, e.voice))
    return counts
