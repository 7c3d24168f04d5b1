"""Marked text: every character once, nesting legible, nothing invisible let through."""

from __future__ import annotations

import re
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from scoring.article import FAMILY_OF, Evidence
from scoring.reports.mark_key import UNCOUNTED, kind_lines
from scoring.reports.marks import DEPTH, mark_line, mark_text, safe_text
from scoring.scorecard.behind import say_uncounted

TEXT = "The council “may resign”, officials said."


def find(words: str, kind: str, **more: Any) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), FAMILY_OF[kind], kind, **more)


def looks(evidence: list[Evidence]) -> list[tuple[str, str]]:
    return [(s.text, s.look) for block in mark_text(TEXT, evidence) for s in block.segments if s.covers]


def test_an_empty_article_has_no_blocks() -> None:
    assert mark_text("", []) == []


@pytest.mark.parametrize(
    ("evidence", "expected"),
    [
        pytest.param([], [], id="nothing marked"),
        pytest.param([find("may", "hedge")], [("may", "a-hedging")], id="one word"),
        pytest.param(
            [find("may resign", "quote"), find("may", "hedge")],
            [("may", "a-hedging from"), (" resign", "frame to")],
            id="a hedge that opens a quote keeps the quote's edge",
        ),
        pytest.param(
            [find("officials said", "party"), find("said", "attribution")],
            [("officials ", "a-stance thin"), ("said", "a-sourcing b-stance")],
            id="the inner mark in front, the other family below it",
        ),
        pytest.param(
            [find("officials said", "source"), find("officials", "party")],
            [("officials", "a-sourcing b-stance"), (" said", "a-sourcing")],
            id="a thin mark inside another goes below it",
        ),
        pytest.param(
            [find("The council", "loaded"), find("council “may", "promotional")],
            [
                ("The ", "a-stance"),
                ("council", "a-stance b-promotion"),
                (" “may", "a-promotion"),
            ],
            id="spans that cross",
        ),
        pytest.param([Evidence(30, 900, "hedging", "hedge")], [], id="a span outside the text is not drawn"),
        pytest.param([find("may", "hedge", part="title")], [], id="title evidence stays out of the text"),
    ],
)
def test_looks(evidence: list[Evidence], expected: list[tuple[str, str]]) -> None:
    assert looks(evidence) == expected
    assert looks(evidence[::-1]) == expected, "the order of the evidence does not matter"


def test_data_names_each_span_and_its_edges() -> None:
    (block,) = mark_text(TEXT, [find("may resign", "quote", voice="quoted"), find("may", "hedge")])
    marked = [s for s in block.segments if s.covers]
    assert [s.data for s in marked] == [
        "hedging.hedge.outlet.az sourcing.quote.quoted.a",
        "sourcing.quote.quoted.z",
    ]
    assert [s.anchor for s in marked] == ["t13", ""]


def test_the_key_tells_counted_hedges_from_those_that_no_measure_counts() -> None:
    hedges = [Evidence(0, 2, "hedging", "hedge", note=note) for note in ("epistemic", "modal", "conditional")]
    lines = {line.kind: (line.look, line.count) for line in kind_lines(hedges)}
    assert lines == {"hedge": ("a-hedging", 1), UNCOUNTED: ("a-hedging", 2)}


@pytest.mark.parametrize(
    ("notes", "said"),
    [
        pytest.param([], "", id="no hedges"),
        pytest.param(["epistemic"], "", id="every hedge counts"),
        pytest.param(["modal"], "Of 1 hedge marked, 1 sets a condition", id="one that does not"),
        pytest.param(["modal", "epistemic", "modal"], "Of 3 hedges marked, 2 set a condition", id="several"),
    ],
)
def test_marks_that_no_measure_counts_are_said(notes: list[str], said: str) -> None:
    found = say_uncounted([Evidence(0, 2, "hedging", "hedge", note=note) for note in notes])
    assert found.startswith(said)
    assert bool(found) == bool(said)


def test_furniture_is_folded_and_counted_once_for_neighbouring_lines() -> None:
    text = "Home » News\n\nShare\n\nIt rained."
    spans = [Evidence(0, 11, "cleaning", "boilerplate"), Evidence(13, 18, "cleaning", "boilerplate")]
    first = mark_text(text, spans)[0]
    assert (first.kind, first.words) == ("folded", 4)


def test_title_evidence_marks_the_title() -> None:
    evidence = [Evidence(0, 3, "hedging", "hedge", part="title"), Evidence(4, 7, "hedging", "hedge")]
    assert [(s.text, s.anchor) for s in mark_line("May day", evidence)] == [("May", "h0"), (" day", "")]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("", "", id="nothing"),
        pytest.param("<b>&", "&lt;b&gt;&amp;", id="markup is text"),
        pytest.param("a\r\nb\x0cc", "a\nb\nc", id="line breaks are one kind"),
        pytest.param("\x1b", '<abbr class="unseen" title="character U+001B">␛</abbr>', id="escape"),
        pytest.param("\u202e", '<abbr class="unseen" title="character U+202E">▯</abbr>', id="override"),
        pytest.param("\ud800", '<abbr class="unseen" title="character U+D800">\ufffd</abbr>', id="surrogate"),
        pytest.param("می\u200cروم", "می\u200cروم", id="a joiner that Persian needs stays"),
    ],
)
def test_safe_text(text: str, shown: str) -> None:
    assert safe_text(text) == shown


kinds = st.sampled_from(sorted(FAMILY_OF))


@given(
    st.text(max_size=80), st.lists(st.tuples(st.integers(-3, 90), st.integers(-3, 90), kinds), max_size=12)
)
def test_every_visible_character_is_kept_once_and_in_order(
    text: str, raw: list[tuple[int, int, str]]
) -> None:
    evidence = [Evidence(a, b, FAMILY_OF[kind], kind) for a, b, kind in raw]
    blocks = mark_text(text, evidence, anchors=[a for a, _, _ in raw])
    kept = "".join(s.text for block in blocks for s in block.segments)
    assert "".join(kept.split()) == "".join(text.split())
    ids = [s.anchor for block in blocks for s in block.segments if s.anchor]
    assert len(ids) == len(set(ids))
    html = re.sub("</?abbr[^>]*>", "", "".join(s.html for block in blocks for s in block.segments))
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff<]", html)


def test_thousands_of_nested_spans_stay_small_and_quick() -> None:
    text = "word " * 4000
    evidence = [Evidence(i, 20_000 - i - 1, "stance", "loaded") for i in range(5000)]
    began = time.process_time()
    (block,) = mark_text(text, evidence)
    assert time.process_time() - began < 5
    assert max(len(s.covers) for s in block.segments) == DEPTH


def test_thousands_of_lines_of_furniture_are_folded_quickly() -> None:
    text = "Share\n" * 40_000
    spans = [Evidence(at, at + 5, "cleaning", "boilerplate") for at in range(0, len(text), 6)]
    began = time.process_time()
    (block,) = mark_text(text, spans)
    assert time.process_time() - began < 5
    assert (block.words, "".join(s.text for s in block.segments)) == (40_000, text.rstrip())
