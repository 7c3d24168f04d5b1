"""Everything computed once per article: words, sentences, paragraphs, quotations, names, repeats."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Any, TypeVar, cast

from scoring.article import Article, Span, Voice
from scoring.cleaning import INVISIBLE, mark_boilerplate
from scoring.document.hidden import restore_spans, strip_hidden
from scoring.document.names import Name, find_names
from scoring.document.quotations import find_quotations
from scoring.document.sentences import find_paragraphs, find_sentences, is_heading
from scoring.document.tokens import find_glued, find_tokens, fold
from scoring.document.words import CONNECTORS, OPENERS

__all__ = ["Document", "Name", "fold", "parse"]

T = TypeVar("T")
_SMALL = OPENERS | CONNECTORS
"""Words that a title may leave in lower case."""


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its structure; parallel sequences, all offsets into `text`.

    Attributes
    ----------
    starts, ends, forms
        One entry a word: offsets and folded form.
    sentence_of
        One entry a word: index into `sentences`.
    first_token
        One entry a sentence, and one past the end: index of its first word.
    counted
        One entry a sentence: True if it is prose that measures count (no site furniture and no
        repetition of an earlier sentence).
    headings, repeated
        Indices into `sentences`.
    quotations
        Outermost quoted spans, marks excluded.
    n_words
        Words in counted sentences.
    """

    article: Article
    starts: Sequence[int]
    ends: Sequence[int]
    forms: Sequence[str]
    sentences: Sequence[Span]
    sentence_of: Sequence[int]
    first_token: Sequence[int]
    paragraphs: Sequence[Span]
    headings: frozenset[int]
    quotations: Sequence[Span]
    names: Sequence[Name]
    boilerplate: Sequence[Span]
    repeated: frozenset[int]
    counted: Sequence[bool]
    n_words: int
    _quote_starts: Sequence[int] = field(repr=False)
    _memo: dict[str, Any] = field(repr=False, default_factory=dict)

    def once(self, key: str, compute: Callable[[Document], T]) -> T:
        """What `compute` gives for this document, worked out at the first call only."""
        if key not in self._memo:
            self._memo[key] = compute(self)
        return cast(T, self._memo[key])

    @property
    def text(self) -> str:
        """The article's text, unaltered."""
        return self.article.text

    def visible(self, start: int, end: int) -> str:
        """What a reader sees of a span: its text without invisible characters."""
        words = self.text[start:end]
        return words if words.isascii() else INVISIBLE.sub("", words)

    def voice_at(self, offset: int) -> Voice:
        """Whose words stand at an offset: "quoted" between quotation marks, else "outlet"."""
        i = bisect_right(self._quote_starts, offset) - 1
        return "quoted" if i >= 0 and offset < self.quotations[i][1] else "outlet"

    def token_at(self, offset: int) -> int:
        """Index of the first word that ends after an offset; ``len(forms)`` after the last."""
        return bisect_right(self.ends, offset)

    def words_in(self, span: Span) -> int:
        """How many counted words start inside a span."""
        first, last = bisect_left(self.starts, span[0]), bisect_left(self.starts, span[1])
        before = self.once("counted before", _count_before)
        return before[last] - before[first]

    def is_counted(self, token: int) -> bool:
        """Whether the word stands in prose that measures count."""
        return self.counted[self.sentence_of[token]]


def parse(article: Article) -> Document:
    """Find the structure of an article, in time linear in its length.

    Structure is found in what a reader sees: invisible characters change nothing but the offsets.

    Examples
    --------
    >>> doc = parse(Article("a", "It may rain. “Bring a coat,” said Ana Ruiz."))
    >>> doc.n_words, len(doc.sentences), doc.names[0].key
    (9, 2, 'Ana Ruiz')
    """
    text, origin = strip_hidden(article.text)
    furniture = mark_boilerplate(text)
    glued = find_glued(text)
    starts, ends, forms = find_tokens(text, glued)
    paragraphs = find_paragraphs(text, furniture)
    sentences, first_token = _with_tokens(find_sentences(text, paragraphs, glued), starts)
    lengths = [last - first for first, last in pairwise(first_token)]
    sentence_of = [i for i, length in enumerate(lengths) for _ in range(length)]
    whole = set(paragraphs)
    headings = frozenset(i for i, span in enumerate(sentences) if is_heading(text, span, whole, lengths[i]))
    titles = headings | _title_cased(text, starts, forms, first_token)
    is_furniture = _mark_covered(sentences, furniture)
    repeated = _find_repeated(forms, first_token, is_furniture)
    counted = [not is_furniture[i] and i not in repeated for i in range(len(sentences))]
    quotations = restore_spans(find_quotations(text, paragraphs), origin)
    return Document(
        article=article,
        starts=[origin[start] for start in starts] if origin else starts,
        ends=[origin[end - 1] + 1 for end in ends] if origin else ends,
        forms=forms,
        sentences=restore_spans(sentences, origin),
        sentence_of=sentence_of,
        first_token=first_token,
        paragraphs=restore_spans(paragraphs, origin),
        headings=headings,
        quotations=quotations,
        names=find_names(text, starts, ends, forms, sentence_of, titles),
        boilerplate=restore_spans(furniture, origin),
        repeated=repeated,
        counted=counted,
        n_words=sum(length for length, counts in zip(lengths, counted, strict=True) if counts),
        _quote_starts=[start for start, _ in quotations],
    )


def _count_before(doc: Document) -> list[int]:
    """For each word, and one past the end, how many counted words stand before it."""
    return list(accumulate((doc.counted[sentence] for sentence in doc.sentence_of), initial=0))


def _with_tokens(sentences: list[Span], starts: Sequence[int]) -> tuple[list[Span], list[int]]:
    """Sentences that hold at least a word, and the index of each one's first word."""
    kept: list[Span] = []
    first: list[int] = []
    at = 0
    for start, end in sentences:
        begin = at
        while at < len(starts) and starts[at] < end:
            at += 1
        if at > begin:
            kept.append((start, end))
            first.append(begin)
    return kept, [*first, len(starts)]


def _mark_covered(sentences: Sequence[Span], furniture: Sequence[Span]) -> list[bool]:
    begins = [start for start, _ in furniture]
    covered = []
    for start, _ in sentences:
        i = bisect_right(begins, start) - 1
        covered.append(i >= 0 and start < furniture[i][1])
    return covered


def _find_repeated(
    forms: Sequence[str], first_token: Sequence[int], furniture: Sequence[bool]
) -> frozenset[int]:
    seen: set[tuple[str, ...]] = set()
    repeated = set()
    for i, is_furniture in enumerate(furniture):
        if is_furniture:
            continue
        key = tuple(forms[first_token[i] : first_token[i + 1]])
        if key in seen:
            repeated.add(i)
        seen.add(key)
    return frozenset(repeated)


def _title_cased(
    text: str, starts: Sequence[int], forms: Sequence[str], first_token: Sequence[int]
) -> frozenset[int]:
    """Sentences of four words or more set like a title: only small words and a few others in lower case."""
    found = set()
    for i in range(len(first_token) - 1):
        words = range(first_token[i], first_token[i + 1])
        lower = [forms[at] for at in words if text[starts[at]].islower()]
        if len(words) > 3 and len(lower) < 0.3 * len(words) and all(word in _SMALL for word in lower):
            found.add(i)
    return frozenset(found)
