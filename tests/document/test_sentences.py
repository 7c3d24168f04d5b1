from __future__ import annotations

import textwrap

import pytest

from scoring.article import Article
from scoring.document import parse

LONG = (
    "The council of Ellermoor met on Tuesday in the old town hall, where Ana Ruiz, the mayor, told a "
    "crowd of 300 people that the dam would hold. “We built it in 1998, and it was built well – very "
    "well – by people who knew the river,” she said. Dr. Teodor Vane of the U.S. Geological Survey "
    "was less sure; he said that a third of the wall had moved since 2019."
)


def sentences(text: str) -> list[str]:
    doc = parse(Article("a", text))
    return [text[start:end] for start, end in doc.sentences]


def paragraphs(text: str) -> list[str]:
    doc = parse(Article("a", text))
    return [text[start:end] for start, end in doc.paragraphs]


def headings(text: str) -> list[str]:
    doc = parse(Article("a", text))
    return [text[slice(*doc.sentences[i])] for i in sorted(doc.headings)]


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((), id="no text"),
        pytest.param(("It rained.",), id="one sentence"),
        pytest.param(("It rained.", "We left!", "Did you?"), id="three marks"),
        pytest.param(("Mr. Vane and Dr. Ruiz met Sen. Maddick.", "They spoke."), id="titles"),
        pytest.param(("We saw Cllr. Vane, Insp. Ruiz and Supt. Lowe.", "They spoke."), id="British titles"),
        pytest.param(("We saw Ald. Vane, Det. Ruiz and Pte. Lowe.", "Good."), id="titles of other services"),
        pytest.param(("''It is late,'' she said.", "''Go.''", "We left."), id="doubled marks"),
        pytest.param(("Acme Inc. sold Quillon Ltd. and more.", "They left."), id="company forms inside"),
        pytest.param(("It was sold by Acme Inc.", "The buyer left."), id="a company form at the end"),
        pytest.param(("He said no.", "Then he left."), id="'no' is a word"),
        pytest.param(("See No. 5 and Fig. 3 there.", "Good."), id="'No.' before a number"),
        pytest.param(("We met on Sat.", "It rained."), id="a day cut short"),
        pytest.param(("They fled on Jan. 5 and Feb. 6.", "It snowed."), id="months before numbers"),
        pytest.param(("J. K. Rowan met George W. Hale.", "They spoke."), id="initials"),
        pytest.param(
            ("It was late.", "WHAT HAPPENS NEXT", "The board votes."), id="a heading glued to prose"
        ),
        pytest.param(("It was late.", "BBC NEWS The board votes."), id="capitals without a small word"),
        pytest.param(("It was late.", "THIS IS HOW Ana Ruiz won."), id="capitals before a name"),
        pytest.param(("It was plan B.", "The mayor knew."), id="a letter at the end"),
        pytest.param(("So did I.", "Vane left."), id="the word I at the end"),
        pytest.param(("He left the U.S. Navy in 1998.", "Good."), id="U.S. inside"),
        pytest.param(("He left the U.S.", "The reason is unknown."), id="U.S. at the end"),
        pytest.param(("At 9 a.m. Vane rose.", "He ate."), id="a.m. inside"),
        pytest.param(("It rose by 3.5 percent to 1.2 million.", "Good."), id="decimals"),
        pytest.param(("He waited … and left.", "Good."), id="an ellipsis inside"),
        pytest.param(("He waited…", "Then he left."), id="an ellipsis at the end"),
        pytest.param(("He waited...", "Then he left."), id="three dots at the end"),
        pytest.param(("“Is it late?” she asked.", "It was."), id="a question in quotes, then lower case"),
        pytest.param(("“Stop!” he cried.", "They ran."), id="a cry in quotes, then lower case"),
        pytest.param(("He said, “It rained.”", "We left."), id="a full stop inside the marks"),
        pytest.param(("“It rained.", "It snowed,” she said."), id="two sentences in a quotation"),
        pytest.param(("It fell.", "“Good,” he said."), id="a quotation opens a sentence"),
        pytest.param(("It fell (hard).", "(So did he.)", "Good."), id="brackets"),
        pytest.param(("It fell.", "eBay rose."), id="a name in small letters opens a sentence"),
        pytest.param(("What?!", "No!!!"), id="marks in a row"),
    ],
)
def test_sentences(parts: tuple[str, ...]) -> None:
    assert sentences(" ".join(parts)) == list(parts)


@pytest.mark.parametrize(
    "parts",
    [
        pytest.param((), id="no text"),
        pytest.param(("They sell models.", "The Response came."), id="a full stop without space"),
        pytest.param(("Here is the post:", "The river rose."), id="a colon without space"),
        pytest.param(("It ended.", "“Good,” he said."), id="a quotation without space"),
        pytest.param(("A Brewing Controversy", "The firm said no."), id="a heading without any mark"),
        pytest.param(("He used Node.js and v2.0 on news.example.com.",), id="dots inside names stay"),
    ],
)
def test_sentences_glued_without_space(parts: tuple[str, ...]) -> None:
    assert sentences("".join(parts)) == list(parts)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="no text"),
        pytest.param("One.\n\nTwo.", ["One.", "Two."], id="a blank line"),
        pytest.param("One.\r\n\r\nTwo.", ["One.", "Two."], id="Windows line ends"),
        pytest.param("One.\u2028\u2028Two.", ["One.", "Two."], id="Unicode line separators"),
        pytest.param("One is here.\nTwo is here.", ["One is here.", "Two is here."], id="a line each"),
        pytest.param("- One\n- Two", ["- One", "- Two"], id="bullets"),
        pytest.param("• one thing\n• another", ["• one thing", "• another"], id="bullets in lower case"),
        pytest.param("1. One\n2. Two", ["1. One", "2. Two"], id="a numbered list"),
        pytest.param(
            "1. What is it?\n\nIt is rain.", ["1. What is it?", "It is rain."], id="numbered questions"
        ),
        pytest.param(
            "A Heading\nThe river rose.", ["A Heading", "The river rose."], id="a heading above a line"
        ),
        pytest.param("the river rose\nand fell.", ["the river rose\nand fell."], id="a line that goes on"),
        pytest.param("\n \n", [], id="blank lines only"),
    ],
)
def test_paragraphs(text: str, expected: list[str]) -> None:
    assert paragraphs(text) == expected


def test_a_numbered_item_is_one_sentence() -> None:
    assert sentences("1. The river rose.\n2. It fell.") == ["1. The river rose.", "2. It fell."]


@pytest.mark.parametrize("width", range(60, 101, 5))
def test_hard_wrapped_text_equals_unwrapped_text(width: int) -> None:
    wrapped = textwrap.fill(LONG, width, break_on_hyphens=False)
    for end in ("\n", "\r\n"):
        found = sentences(wrapped.replace("\n", end))
        assert [" ".join(sentence.split()) for sentence in found] == sentences(LONG)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="no text"),
        pytest.param("The River Rises\n\nIt rose by a metre.", ["The River Rises"], id="a title"),
        pytest.param("Why it rose\n\nIt rained.", ["Why it rose"], id="a plain heading"),
        pytest.param("Why Did It Rise?\n\nIt rained.", ["Why Did It Rise?"], id="a question"),
        pytest.param("It rose.\n\nIt fell.", [], id="short sentences end with a stop"),
        pytest.param("- One thing\n- Another", [], id="bullets are no headings"),
        pytest.param("1. One thing\n\nIt rained.", [], id="list items are no headings"),
        pytest.param("it went on\n\nIt rained.", [], id="lower case is no heading"),
        pytest.param(
            "A Brewing ControversyThe firm said no.", ["A Brewing Controversy"], id="glued to a sentence"
        ),
        pytest.param(
            " ".join(["Word"] * 16) + "\n\nIt rained.", [" ".join(["Word"] * 16)], id="a long title"
        ),
        pytest.param(
            "The " + " ".join(["word"] * 15) + "\n\nIt rained.", [], id="16 words of prose are no heading"
        ),
    ],
)
def test_headings(text: str, expected: list[str]) -> None:
    assert headings(text) == expected
