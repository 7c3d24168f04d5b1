from __future__ import annotations

import textwrap
import time
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from scoring.article import Article
from scoring.document import Document, parse

WORDS = (
    "the a of and rain river town mayor Ruiz Ana Quillon said that may 1998 3.5 U.S. Dr. state-of-the-art "
    "don’t it’s The It However, “so” ‘no,’ (dam) well—well, left. rose. fell! why? they’re "
    "Maria Lopez says: because workers’ plan;"
).split()
PIECES = st.sampled_from(
    [*"aZé1.!?…,;:’'\"“”‘«»()-–\n\r \t\x00\u200b\u2028\u0130", "the ", "Ruiz ", "\n\n", ". "]
)
PROSE = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=3, max_size=60).map(" ".join), min_size=1, max_size=5
)


def read(text: str) -> Document:
    return parse(Article("a", text))


@pytest.mark.parametrize(
    ("text", "words", "repeated"),
    [
        pytest.param("", 0, 0, id="no text"),
        pytest.param("It rained.", 2, 0, id="two words"),
        pytest.param("It rained. It rained.", 2, 1, id="a sentence said twice counts once"),
        pytest.param("It rained. IT RAINED! It rained?", 2, 2, id="marks and capitals make no difference"),
        pytest.param("It rained.\n\nAdvertisement\n\nIt fell.", 4, 0, id="site furniture does not count"),
        pytest.param("Share\n\nShare", 0, 0, id="furniture repeats nothing"),
        pytest.param("“It rained.” It rained.", 2, 1, id="also in a quotation"),
    ],
)
def test_counted_words(text: str, words: int, repeated: int) -> None:
    doc = read(text)
    assert doc.n_words == words
    assert len(doc.repeated) == repeated
    assert doc.words_in((0, len(text))) == words


@pytest.mark.parametrize(
    ("title", "text", "words"),
    [
        pytest.param("Ferry fares jump", "", 0, id="no text"),
        pytest.param("", "It rained.", 2, id="no title"),
        pytest.param(
            "Ferry fares jump", "Ferry fares jump\n\nIt rained.", 2, id="a title set over the text again"
        ),
        pytest.param("Fares? They jump", "FARES? They jump\n\nIt rained.", 2, id="a title of two sentences"),
        pytest.param("Ferry fares jump", "Ferry  fares jump It rained.", 2, id="in one line with the text"),
        pytest.param("Why “Ana” left", "Why 'Ana' left “It rained,” he said.", 4, id="other quotation marks"),
        pytest.param("Fares set to jump?", "Fares set to jump? It rained.", 2, id="a question in one line"),
        pytest.param("Ferry fares jump", "Ferry fares jump again. It rained.", 6, id="the words of a lead"),
        pytest.param("It rained", "It rained Ana left.", 4, id="two words are no title to look for"),
        pytest.param("Ferry fares jump", "May 3\n\nFerry fares jump\n\nIt rained.", 4, id="below a date"),
        pytest.param(
            "Ferry fares jump", "Ferry fares jump again. It rained.", 6, id="a sentence that goes on"
        ),
        pytest.param("It rained", "It rained.", 2, id="a text that says nothing else"),
        pytest.param("It rained", "A. B. C. It rained.", 5, id="further down it is prose"),
    ],
)
def test_a_title_over_the_text_does_not_count(title: str, text: str, words: int) -> None:
    assert parse(Article("a", text, title)).n_words == words


@pytest.mark.parametrize(
    ("part", "words"),
    [
        pytest.param("", 0, id="an empty span"),
        pytest.param("It rained", 2, id="the first words"),
        pytest.param("rained. It", 2, id="across a sentence end"),
        pytest.param(". ", 0, id="no word inside"),
        pytest.param("ained", 0, id="a word counts where it starts"),
        pytest.param("It rained. It fell.", 4, id="all"),
    ],
)
def test_words_in_a_span(part: str, words: int) -> None:
    text = "It rained. It fell."
    at = text.index(part)
    assert read(text).words_in((at, at + len(part))) == words


def test_a_value_is_worked_out_once() -> None:
    doc, calls = read("It rained."), []
    for _ in range(2):
        assert doc.once("key", lambda d: calls.append(d) or d.n_words) == 2
    assert len(calls) == 1


def check(doc: Document) -> None:
    text = doc.text
    for start, end in [
        *zip(doc.starts, doc.ends, strict=True),
        *doc.sentences,
        *doc.paragraphs,
        *doc.quotations,
    ]:
        assert 0 <= start < end <= len(text)
    for spans in (
        list(zip(doc.starts, doc.ends, strict=True)),
        doc.sentences,
        doc.paragraphs,
        doc.quotations,
    ):
        in_order = all(left[1] <= right[0] for left, right in pairwise(spans))
        assert in_order, "in order, not overlapping"
    assert all(doc.forms), "no empty form"
    assert len(doc.forms) == len(doc.sentence_of) == len(doc.starts)
    assert doc.first_token[-1] == len(doc.forms)
    for i, at in enumerate(doc.sentence_of):
        start, end = doc.sentences[at]
        assert start <= doc.starts[i] < doc.ends[i] <= end
    for name in doc.names:
        assert 0 <= name.first < name.last <= len(doc.forms)
        assert name.key


@given(st.text(max_size=400))
@example("\x00\x0b\x1c\x85")
@example("\ud800")
@example("x\u037ay")
@settings(max_examples=300, deadline=None)
def test_any_text_is_parsed(text: str) -> None:
    check(read(text))


@given(st.lists(PIECES, max_size=150).map("".join))
@settings(max_examples=500, deadline=None)
def test_any_heap_of_marks_is_parsed(text: str) -> None:
    check(read(text))


@given(PROSE)
@settings(max_examples=200, deadline=None)
def test_doubling_a_text_counts_nothing_twice(paragraphs: list[str]) -> None:
    text = "\n\n".join(f"{paragraph}." for paragraph in paragraphs)
    once, twice = read(text), read(f"{text}\n\n{text}")
    assert twice.n_words == once.n_words
    assert sum(twice.counted) == sum(once.counted)


@given(PROSE, st.integers(60, 100), st.sampled_from(["\n", "\r\n"]))
@settings(max_examples=300, deadline=None)
def test_wrapping_changes_nothing(paragraphs: list[str], width: int, line_end: str) -> None:
    text = "\n\n".join(f"The {paragraph} on the way home." for paragraph in paragraphs)
    wrapped = "\n\n".join(textwrap.fill(p, width, break_on_hyphens=False) for p in text.split("\n\n"))
    plain, other = read(text), read(wrapped.replace("\n", line_end))
    assert other.forms == plain.forms
    assert other.sentence_of == plain.sentence_of
    assert squeezed(other) == squeezed(plain)
    assert [name.key for name in other.names] == [name.key for name in plain.names]


def squeezed(doc: Document) -> list[str]:
    return [" ".join(doc.text[start:end].split()) for start, end in doc.quotations]


HOSTILE = {
    "plain words": "rain fell on the town ",
    "names": "Ana Ruiz met Teodor Vane. ",
    "quotations": "“It rained,” said Ruiz. ‘No,’ she said. ",
    "opening marks": "“a ‘b ",
    "low marks": "„«",
    "straight marks": "\" ' ",
    "dots": ".",
    "dots and words": "a. ",
    "closing marks after dots": ".”’",
    "glued names": "The BigFish ",
    "one long glued word": "aaBb",
    "blank lines": "\n",
    "lines": "Rain fell\n",
    "bullets": "- rain\n",
    "furniture": "Advertisement\n\n",
    "apostrophes": "the workers' ",
    "curly apostrophes": "s’ ",
    "invisible characters": "a\u200b",
    "capitals": "A",
    "initials": "A.",
    "accents": "e\u0301",
}


def cost(text: str) -> float:
    begin = time.process_time()
    parse(Article("a", text))
    return time.process_time() - begin


@pytest.mark.parametrize("unit", [pytest.param(unit, id=name) for name, unit in HOSTILE.items()])
def test_cost_grows_with_length_and_no_faster(unit: str) -> None:
    small, large = (unit * (size // len(unit)) for size in (20_000, 200_000))
    cost(small)
    base = max(min(cost(small) for _ in range(3)), 0.002)
    spent = min(cost(large) for _ in range(2))
    assert spent < 40 * base, "ten times the text may cost forty times as much, never a hundred"


def test_fifty_thousand_blank_lines() -> None:
    assert read("\n" * 50_000).n_words == 0
