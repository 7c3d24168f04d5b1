"""Article text cut into paragraphs and marked segments; overlapping and nested evidence stays legible."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise

from markupsafe import Markup, escape

from scoring.article import FAMILY_OF, KINDS, Evidence, Part, Span
from scoring.document.sentences import find_paragraphs, is_heading
from scoring.reports.page import LINE_BREAK, UNSEEN, glyph, show
from scoring.scorecard.behind import is_uncounted

DEPTH = 6
"""Covering spans kept per segment, innermost first; keeps a page of thousands of nested spans small."""

FRAMES = frozenset({"quote", "content"})
"""Kinds that cover whole statements: drawn as a faint frame around other evidence."""

THIN = frozenset({"party", "loaded_sentence", "duplicate_passage"})
"""Kinds that are frequent or long: drawn by their underline alone."""

_ORDER = {kind: place for place, kind in enumerate(FAMILY_OF)}


@dataclass(frozen=True, slots=True)
class Segment:
    """A run of characters covered by the same evidence throughout.

    Attributes
    ----------
    start : int
        Offset of its first character.
    text : str
        As in the article.
    covers : tuple of Evidence
        Every span over it, innermost first, at most `DEPTH`.
    anchor : str
        Element id where evidence or a link begins, else empty.
    """

    start: int
    text: str
    covers: tuple[Evidence, ...]
    anchor: str

    @property
    def end(self) -> int:
        """Offset after its last character."""
        return self.start + len(self.text)

    @property
    def html(self) -> Markup:
        """The text, escaped, with a small visible sign for each invisible character."""
        return safe_text(self.text)

    @property
    def data(self) -> str:
        """One ``family.kind.voice.edges`` per span over it; edges: a where it begins, z where it ends."""
        return " ".join(f"{e.family}.{e.kind}.{e.voice}.{self._edges(e)}" for e in self.covers)

    @property
    def label(self) -> str:
        """What the spans over it are, one a line."""
        return "\n".join(describe(e) for e in self.covers)

    @property
    def loud(self) -> list[Evidence]:
        """The spans that decide the look, the strongest first: the innermost, but thin kinds after others."""
        return sorted((e for e in self.covers if e.kind not in FRAMES), key=lambda e: e.kind in THIN)

    @property
    def look(self) -> str:
        """Style classes; ``card.js`` builds the same ones when a filter changes."""
        loud = self.loud
        frames = [e for e in self.covers if e.kind in FRAMES]
        names = [f"a-{loud[0].family}"] if loud else ["frame"]
        names += ["thin"] if loud and loud[0].kind in THIN else []
        names += [f"b-{e.family}" for e in loud if e.family != loud[0].family][:1]
        names += ["from"] if any("a" in self._edges(e) for e in frames) else []
        names += ["to"] if any("z" in self._edges(e) for e in frames) else []
        return " ".join(names)

    @property
    def is_layered(self) -> bool:
        """Whether two families may be underlined at once."""
        return len({e.family for e in self.loud}) > 1

    def _edges(self, e: Evidence) -> str:
        return "a" * (e.start == self.start) + "z" * (e.end == self.end)


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph; or, folded, neighbouring lines of site furniture with the number of their words."""

    kind: str
    segments: tuple[Segment, ...]
    words: int = 0


def mark_line(text: str, evidence: Sequence[Evidence]) -> tuple[Segment, ...]:
    """Cut the title, one line, into marked segments.

    Examples
    --------
    >>> e = Evidence(0, 7, "promotion", "clickbait", part="title")
    >>> [(s.text, s.look) for s in mark_line("Amazing rain", [e]) if s.covers]
    [('Amazing', 'a-promotion')]
    """
    return tuple(_segments(text, _usable(evidence, text, "title"), [(0, len(text))], (), prefix="h"))


def mark_text(text: str, evidence: Sequence[Evidence], *, anchors: Collection[int] = ()) -> list[Block]:
    """Cut an article into paragraphs of marked segments, in time near-linear in its length.

    Parameters
    ----------
    text : str
        `Article.text`.
    evidence : sequence of Evidence
        In any order; spans outside the text are not drawn.
    anchors : collection of int
        Further offsets that links lead to.

    Returns
    -------
    list of Block
        Kinds ``paragraph``, ``heading`` and ``folded``.

    Examples
    --------
    >>> [b.kind for b in mark_text("Rain\\n\\nIt may rain.", [])]
    ['heading', 'paragraph']
    """
    furniture = sorted((e.start, e.end) for e in evidence if e.kind == "boilerplate" and e.part == "text")
    spans = find_paragraphs(text, furniture)
    segments = list(_segments(text, _usable(evidence, text, "text"), spans, anchors, prefix="t"))
    starts = [s.start for s in segments]
    blocks: list[Block] = []
    for start, end in spans:
        inside = tuple(segments[bisect_left(starts, start) : bisect_left(starts, end)])
        blocks.append(Block(_kind(text, (start, end), furniture), inside, len(text[start:end].split())))
    return list(_fold(blocks))


def describe(e: Evidence) -> str:
    """Say what one piece of evidence is.

    Examples
    --------
    >>> describe(Evidence(0, 3, "hedging", "hedge", 0.914, "quoted", "epistemic"))
    'hedge (epistemic), probability 0.91, quoted voice'
    >>> describe(Evidence(0, 2, "hedging", "hedge", 0.9, "outlet", "conditional"))
    'hedge (conditional), probability 0.90, outlet’s voice, counted in no measure'
    """
    note = f" ({show(e.note)})" if e.note else ""
    voice = "quoted voice" if e.voice == "quoted" else "outlet’s voice"
    rest = ", counted in no measure" if is_uncounted(e) else ""
    return f"{e.kind.replace('_', ' ')}{note}, probability {e.probability:.2f}, {voice}{rest}"


def safe_text(text: str) -> Markup:
    """Escape article text and show each control or invisible character as a small sign."""
    text = LINE_BREAK.sub("\n", text)
    parts: list[Markup] = []
    at = 0
    for found in UNSEEN.finditer(text):
        sign = Markup('<abbr class="unseen" title="character U+{:04X}">{}</abbr>')
        parts += [escape(text[at : found.start()]), sign.format(ord(found[0]), glyph(found[0]))]
        at = found.end()
    return Markup("").join([*parts, escape(text[at:])])


def _usable(evidence: Sequence[Evidence], text: str, part: Part) -> list[Evidence]:
    drawn = [e for e in evidence if e.part == part and e.family in KINDS and e.family != "cleaning"]
    return [e for e in drawn if 0 <= e.start < e.end <= len(text)]


def _kind(text: str, span: Span, furniture: Sequence[Span]) -> str:
    at = bisect_left(furniture, (span[0] + 1, 0)) - 1
    if at >= 0 and span[1] <= furniture[at][1]:
        return "folded"
    return "heading" if is_heading(text, span, {span}, len(text[span[0] : span[1]].split())) else "paragraph"


def _fold(blocks: Iterable[Block]) -> Iterator[Block]:
    """Make one block of neighbouring lines of site furniture, a line end between each."""
    for is_folded, run in groupby(blocks, key=lambda block: block.kind == "folded"):
        if is_folded:
            lines = list(run)
            segments = [part for line in lines for part in (Segment(-1, "\n", (), ""), *line.segments)]
            yield Block("folded", tuple(segments[1:]), sum(line.words for line in lines))
        else:
            yield from run


def _segments(
    text: str, evidence: Sequence[Evidence], inside: Sequence[Span], anchors: Collection[int], *, prefix: str
) -> Iterator[Segment]:
    """Yield the pieces between all boundaries that lie in one of the spans `inside` (sorted, apart)."""
    opening: dict[int, list[tuple[int, int, int]]] = {}
    closing: dict[int, list[tuple[int, int, int]]] = {}
    for i, e in enumerate(evidence):
        key = (e.end - e.start, _ORDER.get(e.kind, 0), i)
        opening.setdefault(e.start, []).append(key)
        closing.setdefault(e.end, []).append(key)
    targets = {at for at in anchors if 0 <= at < len(text)}
    kept = {start for start, _ in inside}
    ends = {end for _, end in inside}
    cuts = sorted({*opening, *closing, *targets, *kept, *ends})
    active: list[tuple[int, int, int]] = []
    is_inside = False
    for start, end in pairwise(cuts):
        for key in closing.get(start, ()):
            del active[bisect_left(active, key)]
        for key in opening.get(start, ()):
            insort(active, key)
        is_inside = start in kept or (is_inside and start not in ends)
        if is_inside:
            anchor = f"{prefix}{start}" if start in opening or start in targets else ""
            yield Segment(start, text[start:end], tuple(evidence[key[2]] for key in active[:DEPTH]), anchor)
