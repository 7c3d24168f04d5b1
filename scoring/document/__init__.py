"""Everything computed once per article: words, sentences, paragraphs, quotations, names, repeats."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from itertools import accumulate, pairwise
from typing import Any, TypeVar, cast

from scoring.article import Article, Span, Voice
from scoring.cleaning import INVISIBLE, mark_boilerplate
from scoring.document.casing import find_raised, find_title_cased, lower_raised
from scoring.document.emphasis import lower_emphasis
from scoring.document.entitling import choose_title
from scoring.document.hidden import restore_spans, restore_text, strip_hidden
from scoring.document.names import Name, find_names
from scoring.document.posts import find_posts, join_spans
from scoring.document.quotations import find_quotations
from scoring.document.repeats import find_again, find_title_end
from scoring.document.sentences import find_paragraphs, find_sentences, is_heading
from scoring.document.tokens import Words, find_glued, find_tokens, fold

__all__ = ["Document", "Name", "fold", "parse"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Document:
    """An article with its structure; parallel sequences, all offsets into `text`.

    Attributes
    ----------
    title
        The article's; empty without one, and where it is no title but the first sentence of the text.
    text
        The article's text; sentences set in capitals or Title Case are in running case, and charged
        words in small letters.
    starts, ends, forms
        One entry a word: offsets and folded form.
    sentence_of
        One entry a word: index into `sentences`.
    first_token
        One entry a sentence, and one past the end: index of its first word.
    counted
        One entry a sentence: True if it is prose that measures count (no site furniture, no title set
        over the text again, no repetition of an earlier sentence or quotation).
    headings, repeated, raised
        Indices into `sentences`; those raised were set in capitals or in Title Case.
    quotations
        Outermost quoted spans, marks excluded.
    spoken
        Quotations, and what signed posts set into the text say, in reading order.
    n_words
        Words in counted sentences.
    """

    article: Article
    title: str
    text: str
    starts: Sequence[int]
    ends: Sequence[int]
    forms: Sequence[str]
    sentences: Sequence[Span]
    sentence_of: Sequence[int]
    first_token: Sequence[int]
    paragraphs: Sequence[Span]
    headings: frozenset[int]
    quotations: Sequence[Span]
    spoken: Sequence[Span]
    names: Sequence[Name]
    boilerplate: Sequence[Span]
    repeated: frozenset[int]
    raised: frozenset[int]
    counted: Sequence[bool]
    n_words: int
    _spoken_starts: Sequence[int] = field(repr=False)
    _memo: dict[str, Any] = field(repr=False, default_factory=dict)

    def once(self, key: str, compute: Callable[[Document], T]) -> T:
        """What `compute` gives for this document, worked out at the first call only."""
        if key not in self._memo:
            self._memo[key] = compute(self)
        return cast(T, self._memo[key])

    def visible(self, start: int, end: int) -> str:
        """What a reader sees of a span: its text without invisible characters."""
        words = self.text[start:end]
        return words if words.isascii() else INVISIBLE.sub("", words)

    def voice_at(self, offset: int) -> Voice:
        """Whose words stand at an offset: "quoted" between quotation marks and in posts, else "outlet"."""
        i = bisect_right(self._spoken_starts, offset) - 1
        return "quoted" if i >= 0 and offset < self.spoken[i][1] else "outlet"

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


def parse(article: Article, *, as_set: bool = False) -> Document:
    """Find the structure of an article, in time linear in its length.

    Structure is found in what a reader sees: invisible characters change nothing but the offsets.

    Parameters
    ----------
    article : Article
    as_set : bool
        Leave the case of sentences in capitals or Title Case as it is: for titles.

    Examples
    --------
    >>> doc = parse(Article("a", "It may rain. “Bring a coat,” said Ana Ruiz."))
    >>> doc.n_words, len(doc.sentences), doc.names[0].key
    (9, 2, 'Ana Ruiz')
    """
    text, origin = strip_hidden(article.text)
    furniture, glued = mark_boilerplate(text), find_glued(text)
    paragraphs, (starts, ends, forms) = find_paragraphs(text, furniture), find_tokens(text, glued)
    cuts = sorted({*glued, *find_title_end(article.title or "", text, (starts, ends, forms))})
    sentences, first_token = _with_tokens(find_sentences(text, paragraphs, cuts), starts)
    lengths = [last - first for first, last in pairwise(first_token)]
    sentence_of = [i for i, length in enumerate(lengths) for _ in range(length)]
    headings = _find_headings(text, sentences, paragraphs, lengths)
    words = Words(text, starts, ends, forms, sentence_of, first_token)
    title_cased = find_title_cased(words)
    titled = headings | title_cased
    raised = frozenset() if as_set else find_raised(words, sentences, titled) - headings
    words = words if as_set else _lower(words, raised, titled, title_cased)
    is_furniture, quoted = _mark_covered(sentences, furniture), find_quotations(words.text, paragraphs)
    title = choose_title(article.title or "", text, furniture)
    repeated, counted = find_again(title, words, is_furniture, quoted)
    quotations = restore_spans(quoted, origin)
    spoken = join_spans(quotations, restore_spans(find_posts(words.text, paragraphs), origin))
    return Document(
        article=article,
        title=title,
        text=restore_text(words.text, article.text, origin),
        starts=[origin[start] for start in starts] if origin else starts,
        ends=[origin[end - 1] + 1 for end in ends] if origin else ends,
        forms=forms,
        sentences=restore_spans(sentences, origin),
        sentence_of=sentence_of,
        first_token=first_token,
        paragraphs=restore_spans(paragraphs, origin),
        headings=headings,
        quotations=quotations,
        spoken=spoken,
        names=find_names(words, titled - raised),
        boilerplate=restore_spans(furniture, origin),
        repeated=repeated,
        raised=raised,
        counted=counted,
        n_words=sum(length for length, counts in zip(lengths, counted, strict=True) if counts),
        _spoken_starts=[start for start, _ in spoken],
    )


def _lower(words: Words, raised: frozenset[int], titled: frozenset[int], cased: frozenset[int]) -> Words:
    words = words._replace(text=lower_raised(words, raised, titled | raised))
    return words._replace(text=lower_emphasis(words, cased - raised))


def _find_headings(
    text: str, sentences: Sequence[Span], paragraphs: Sequence[Span], lengths: Sequence[int]
) -> frozenset[int]:
    whole = set(paragraphs)
    return frozenset(i for i, span in enumerate(sentences) if is_heading(text, span, whole, lengths[i]))


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
