"""Who says what: cues, sources and contents, found once per article and read by many.

Cues are lexicon candidates judged by the attribution tagger. Sources and contents follow from the
grammar around the cue: the phrase before the verb or after it, the quotations beside it, or the
clause it opens or closes.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass

from scoring.article import Span
from scoring.attributions.sources import classify_source, find_following, find_subject, name_of
from scoring.document import Document
from scoring.taggers import Judged, judge

__all__ = ["Attribution", "SourceRow", "find_attributions", "list_sources"]

_INVERTING = frozenset(
    """said says say wrote writes added adds asked asks explained explains noted notes replied replies according
    argued argues warned warns recalled recalls insisted insists concluded concludes read reads continued continues""".split()
)
_LEADING = frozenset({"according to", "per", "in the words of", "in the view of", "in the opinion of"})
_MIN_PARAPHRASE = 2


@dataclass(frozen=True, slots=True)
class Attribution:
    """One statement handed to a source; spans are character offsets.

    `source` is None where the sentence names nobody; `name` is then empty. `contents` may be
    several spans. `probability` is that of the cue.
    """

    cue: Span
    source: Span | None
    contents: tuple[Span, ...]
    source_type: str
    name: str
    probability: float
    quoted_words: int
    paraphrased_words: int


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One source of an article: what it is, and how many words it is given."""

    name: str
    type: str
    quoted_words: int
    paraphrased_words: int
    first: Span


def find_attributions(doc: Document, *, min_probability: float | None = None) -> tuple[Attribution, ...]:
    """Attributions in reading order.

    Parameters
    ----------
    min_probability : float, optional
        Least probability of a cue; the tagger's own threshold by default, where the result is
        found once per document.

    Examples
    --------
    >>> from scoring.article import Article
    >>> from scoring.document import parse
    >>> doc = parse(Article("a", "“The water is safe,” said Ana Ruiz, the town chemist."))
    >>> [(a.name, a.source_type, a.quoted_words) for a in find_attributions(doc)]
    [('Ana Ruiz', 'named', 4)]
    """
    if min_probability is None:
        return doc.once("attributions", lambda d: tuple(_attribute(d, judge(d, "attribution"))))
    return tuple(_attribute(doc, judge(doc, "attribution", min_probability=min_probability)))


def _attribute(doc: Document, cues: list[Judged]) -> list[Attribution]:
    drafts = [_draft(doc, cue) for cue in cues]
    contents = _share_quotations(doc, drafts)
    found: list[Attribution] = []
    previous = ""
    name = ""
    for draft, spans in zip(drafts, contents, strict=True):
        kind = classify_source(doc, draft.source, previous) if draft.source else (previous or "vague")
        pronoun = draft.source is not None and draft.source[1] - draft.source[0] == 1 and not _has_name(doc, draft.source)
        if draft.source and not pronoun:
            name = name_of(doc, draft.source)
        if draft.source:
            previous = kind
        found.append(_finish(doc, draft, spans, kind, name))
    return found


@dataclass(frozen=True, slots=True)
class _Draft:
    cue: Judged
    source: Span | None
    paraphrase: Span | None


def _has_name(doc: Document, source: Span) -> bool:
    return doc.text[doc.starts[source[0]]].isupper() and doc.forms[source[0]] not in ("he", "she", "they", "it", "i", "we")


def _draft(doc: Document, cue: Judged) -> _Draft:
    phrase = " ".join(doc.forms[cue.first : cue.last])
    sentence = doc.sentence_of[cue.first]
    start, end = doc.sentences[sentence]
    if phrase in _LEADING:
        source = find_following(doc, cue.last)
        after = doc.ends[source[1] - 1] if source else doc.ends[cue.last - 1]
        before = doc.starts[cue.first] - start
        return _Draft(cue, source, (start, doc.starts[cue.first]) if before > end - after else (after, end))
    inverted = _is_inverted(doc, cue, start)
    source = find_following(doc, cue.last) if inverted else find_subject(doc, cue.first)
    if source is None and not inverted:
        source = None if doc.forms[cue.last - 1] not in _INVERTING else find_following(doc, cue.last)
    return _Draft(cue, source, _find_clause(doc, cue, source, start, end))


def _is_inverted(doc: Document, cue: Judged, start: int) -> bool:
    """Whether the cue follows its content directly: `…,” said Ana Ruiz`."""
    if doc.forms[cue.last - 1] not in _INVERTING or cue.first == 0:
        return False
    gap = doc.text[doc.ends[cue.first - 1] : doc.starts[cue.first]]
    next_is_name = cue.last < len(doc.starts) and doc.text[doc.starts[cue.last]].isupper()
    if any(mark in gap for mark in "”\"’»"):
        return True
    commas = doc.text.count(",", start, doc.starts[cue.first])
    return "," in gap and next_is_name and commas == 1 and doc.starts[cue.first] - start > 20


def _find_clause(doc: Document, cue: Judged, source: Span | None, start: int, end: int) -> Span | None:
    """The clause that a cue opens, or the one before it where the cue closes the sentence."""
    after = cue.last
    if source and source[0] >= cue.last:
        after = source[1]
    if after < len(doc.forms) and doc.forms[after] == "that":
        after += 1
    high = doc.first_token[doc.sentence_of[cue.first] + 1]
    first = min([cue.first, *([source[0]] if source else [])])
    closes = high - after <= 4 or (source is not None and source[0] >= cue.last)
    if closes and first > doc.first_token[doc.sentence_of[cue.first]] + _MIN_PARAPHRASE:
        return start, doc.ends[first - 1]
    return (doc.starts[after], end) if high - after >= _MIN_PARAPHRASE else None


def _share_quotations(doc: Document, drafts: Sequence[_Draft]) -> list[tuple[Span, ...]]:
    """Give each quotation to one cue, and paraphrases to the cues without a quotation."""
    given: list[list[Span]] = [[] for _ in drafts]
    by_paragraph = _cues_by_paragraph(doc, drafts)
    speaker: int | None = None
    for p, (start, end) in enumerate(doc.paragraphs):
        cues = by_paragraph[p]
        low = bisect_left(doc.quotations, (start, start))
        for quotation in doc.quotations[low:]:
            if quotation[0] >= end:
                break
            owner = _owner(doc, drafts, cues, quotation)
            if owner is None and quotation[0] - start <= 1 and speaker is not None and not cues:
                owner = speaker
            if owner is not None:
                given[owner].append(quotation)
        speaker = _open_speaker(doc, cues, given, (start, end), speaker)
    return [tuple(_merge(doc, draft, spans)) for draft, spans in zip(drafts, given, strict=True)]


def _cues_by_paragraph(doc: Document, drafts: Sequence[_Draft]) -> list[list[int]]:
    starts = [start for start, _ in doc.paragraphs]
    rows: list[list[int]] = [[] for _ in starts]
    for i, draft in enumerate(drafts):
        rows[bisect_left(starts, doc.starts[draft.cue.first] + 1) - 1].append(i)
    return rows


def _owner(doc: Document, drafts: Sequence[_Draft], cues: list[int], quotation: Span) -> int | None:
    """The cue nearest to a quotation in its paragraph: same sentence first, never one inside it."""
    best: tuple[int, int] | None = None
    sentence = doc.sentence_of[min(doc.token_at(quotation[0]), len(doc.forms) - 1)]
    last = doc.sentence_of[max(0, min(doc.token_at(quotation[1] - 1), len(doc.forms) - 1))]
    for i in cues:
        at = doc.starts[drafts[i].cue.first]
        if quotation[0] <= at < quotation[1]:
            continue
        same = doc.sentence_of[drafts[i].cue.first] in (sentence, last)
        distance = min(abs(at - quotation[0]), abs(at - quotation[1])) + (0 if same else 1000)
        if best is None or distance < best[0]:
            best = (distance, i)
    return best[1] if best else None


def _open_speaker(doc: Document, cues: list[int], given: list[list[Span]], paragraph: Span, speaker: int | None) -> int | None:
    """Who goes on speaking in the next paragraph if it opens with a quotation."""
    if doc.text[paragraph[1] - 1] == ":" and cues:
        return cues[-1]
    quoting = [i for i in cues if given[i]]
    if quoting:
        return quoting[-1]
    return speaker if not cues and doc.text[paragraph[0]] in "“\"" else None


def _merge(doc: Document, draft: _Draft, quotations: list[Span]) -> list[Span]:
    if draft.paraphrase is None:
        return quotations
    start, end = _trim(doc.text, *draft.paraphrase)
    inside = [q for q in quotations if start <= q[0] and q[1] <= end]
    if not quotations:
        return [(start, end)] if end > start else []
    if not inside:
        return quotations
    covered = sum(q[1] - q[0] for q in inside)
    if covered > 0.8 * (end - start):
        return quotations
    return sorted([(start, end), *(q for q in quotations if q not in inside)])


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start] in " \n\t\r,:;—–-":
        start += 1
    while end > start and text[end - 1] in " \n\t\r,.;:":
        end -= 1
    return start, end


def _finish(doc: Document, draft: _Draft, contents: tuple[Span, ...], kind: str, name: str) -> Attribution:
    quoted = sum(doc.words_in(part) for span in contents for part in _quoted_parts(doc, span))
    total = sum(doc.words_in(span) for span in contents)
    source = (doc.starts[draft.source[0]], doc.ends[draft.source[1] - 1]) if draft.source else None
    cue = (doc.starts[draft.cue.first], doc.ends[draft.cue.last - 1])
    return Attribution(cue, source, contents, kind, name, draft.cue.probability, quoted, total - quoted)


def _quoted_parts(doc: Document, span: Span) -> list[Span]:
    return [(max(a, span[0]), min(b, span[1])) for a, b in doc.quotations if a < span[1] and span[0] < b]


def list_sources(doc: Document) -> list[SourceRow]:
    """One row a source, most words first; unnamed ones keep the words that stand for them."""
    rows: dict[tuple[str, str], SourceRow] = {}
    for item in find_attributions(doc):
        if not item.name:
            continue
        key = (item.name.lower(), item.source_type)
        old = rows.get(key, SourceRow(item.name, item.source_type, 0, 0, item.source or item.cue))
        rows[key] = SourceRow(
            old.name, old.type, old.quoted_words + item.quoted_words, old.paraphrased_words + item.paraphrased_words, old.first
        )
    return sorted(rows.values(), key=lambda row: -(row.quoted_words + row.paraphrased_words))
