"""What a text says once more: its title, an earlier sentence, an earlier quotation."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice

from scoring.article import Span
from scoring.document.hidden import strip_hidden
from scoring.document.tokens import Words, find_glued, find_tokens

_TOLD_WORDS = 5
"""Shorter quotations come twice without being pasted."""
_TOPS = 3
"""A title stands over the text again after two sentences at most, such as a date and a byline."""


def find_again(
    title: str, words: Words, furniture: Sequence[bool], quotations: Sequence[Span]
) -> tuple[frozenset[int], list[bool]]:
    """The sentences that repeat an earlier one, and of each sentence whether it counts."""
    forms, first_token = words.forms, words.first_token
    entitled = _find_title(title, forms, first_token, furniture)
    repeated = _find_repeated(forms, first_token, furniture) - entitled
    repeated |= _find_told_again(words.starts, forms, first_token, quotations)
    again = repeated | entitled
    return repeated, [not is_furniture and i not in again for i, is_furniture in enumerate(furniture)]


def _find_title(
    title: str, forms: Sequence[str], first_token: Sequence[int], furniture: Sequence[bool]
) -> frozenset[int]:
    """The sentences at the top that only say the title once more; none where nothing else follows."""
    seen = strip_hidden(title)[0]
    told = list(find_tokens(seen, find_glued(seen))[2])
    tops = islice((i for i, is_furniture in enumerate(furniture) if not is_furniture), _TOPS)
    for top in tops if told else ():
        low = first_token[top]
        high = low + len(told)
        end = bisect_left(first_token, high)
        is_whole = first_token[end : end + 1] == [high] and list(forms[low:high]) == told
        if is_whole and not all(furniture[end:]):
            return frozenset(range(top, end))
    return frozenset()


def _find_repeated(
    forms: Sequence[str], first_token: Sequence[int], furniture: Sequence[bool]
) -> frozenset[int]:
    """Sentences that say word for word what an earlier one says."""
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


def _find_told_again(
    starts: Sequence[int], forms: Sequence[str], first_token: Sequence[int], quotations: Sequence[Span]
) -> frozenset[int]:
    """Sentences that hold an earlier quotation of five words or more, and at most four words beside it."""
    inside: dict[int, int] = {}
    seen: set[tuple[str, ...]] = set()
    for start, end in quotations:
        first, last = bisect_left(starts, start), bisect_left(starts, end)
        key = tuple(forms[first:last])
        if key in seen:
            sentence = bisect_right(first_token, first) - 1
            while first < last:
                stop = min(last, first_token[sentence + 1])
                inside[sentence] = inside.get(sentence, 0) + stop - first
                first, sentence = stop, sentence + 1
        elif len(key) >= _TOLD_WORDS:
            seen.add(key)
    lengths = {i: first_token[i + 1] - first_token[i] for i in inside}
    return frozenset(i for i, words in inside.items() if lengths[i] - words < min(_TOLD_WORDS, words))
