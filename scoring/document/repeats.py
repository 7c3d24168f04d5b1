"""What a text says once more: its title, an earlier sentence, an earlier quotation."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import islice

from scoring.article import Span
from scoring.document.hidden import strip_hidden
from scoring.document.tokens import Words, find_glued, find_tokens

_TOLD_WORDS = 5
"""Shorter quotations come twice without being pasted."""
_LEAST_GLUED = 3
"""Words of a title that is looked for in one line with the text."""
_GAP = re.compile(r"[^\S\n]+")
_TOPS = 3
"""A title stands over the text again after two sentences at most, such as a date and a byline."""


def find_title_end(title: str, text: str, words: tuple[list[int], list[int], list[str]]) -> list[int]:
    """Where the text proper begins after its title in one line with it, as one offset; empty otherwise.

    Line breaks are often lost on the way into a table. What follows must open a sentence, as the opening of
    an article may use the words of its title. `words` are starts, ends and forms of the text's words.

    Examples
    --------
    >>> text = "Ferry fares rise The council met."
    >>> find_title_end("Ferry fares rise", text, find_tokens(text, ()))
    [17]
    """
    starts, ends, forms = words
    told = _list_forms(title)
    size = len(told)
    if not _LEAST_GLUED <= size < len(forms) or forms[:size] != told:
        return []
    gap = _GAP.search(text, ends[size - 1], starts[size])
    after = gap.end() if gap else len(text)
    return [after] if text[after : after + 1].strip() and not text[starts[size]].islower() else []


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
    told = _list_forms(title)
    tops = islice((i for i, is_furniture in enumerate(furniture) if not is_furniture), _TOPS)
    for top in tops if told else ():
        low = first_token[top]
        high = low + len(told)
        end = bisect_left(first_token, high)
        is_whole = first_token[end : end + 1] == [high] and list(forms[low:high]) == told
        if is_whole and not all(furniture[end:]):
            return frozenset(range(top, end))
    return frozenset()


def _list_forms(title: str) -> list[str]:
    seen = strip_hidden(title)[0]
    return find_tokens(seen, find_glued(seen))[2]


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
