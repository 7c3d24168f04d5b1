from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.document import parse


def quoted(text: str) -> list[str]:
    return [text[start:end] for start, end in parse(Article("a", text)).quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="no text"),
        pytest.param("Nobody spoke.", [], id="no quotation"),
        pytest.param('"It rained," she said.', ["It rained,"], id="straight marks"),
        pytest.param("“It rained,” she said.", ["It rained,"], id="curly marks"),
        pytest.param("« It rained » he said.", ["It rained"], id="guillemets"),
        pytest.param("„It rained“, he said.", ["It rained"], id="low and high marks"),
        pytest.param("„It rained”, he said.", ["It rained"], id="low and high marks, the Polish way"),
        pytest.param("‘It rained,’ he said.", ["It rained,"], id="British single marks"),
        pytest.param("'It rained,' he said. 'Again.'", ["It rained,", "Again."], id="straight single marks"),
        pytest.param("“He said ‘no’ twice,” she said.", ["He said ‘no’ twice,"], id="single inside double"),
        pytest.param("‘He said “no” twice,’ she said.", ["He said “no” twice,"], id="double inside single"),
        pytest.param(
            "\"He said 'no' twice,\" she said.", ["He said 'no' twice,"], id="straight single inside double"
        ),
        pytest.param("“One,” he said. “Two,” she said.", ["One,", "Two,"], id="two in a paragraph"),
        pytest.param("“Is it ‘late’?”", ["Is it ‘late’?"], id="both close together"),
        pytest.param("It is a “so-called” plan.", ["so-called"], id="scare quotes"),
        pytest.param("'The workers'\u00a0plan,' he said.", ["The workers'\u00a0plan,"], id="a hard space"),
        pytest.param("'The workers'\nplan,' he said.", ["The workers'\nplan,"], id="a possessive, wrapped"),
        pytest.param('“It rained," she said.', ["It rained,"], id="curly, then straight"),
        pytest.param('"It rained,” she said.', ["It rained,"], id="straight, then curly"),
        pytest.param("“It rained,“ she said.", ["It rained,"], id="the opening mark twice"),
        pytest.param("She said: ”It rained.” So.", ["It rained."], id="the closing mark twice"),
        pytest.param('“He said "no" twice,” she said.', ['He said "no" twice,'], id="straight inside curly"),
        pytest.param('"He said “no” twice," she said.', ["He said “no” twice,"], id="curly inside straight"),
        pytest.param("''It rained,'' she said.", ["It rained,"], id="doubled apostrophes"),
        pytest.param("``It rained,'' she said.", ["It rained,"], id="grave accents"),
        pytest.param("'It rained,’ he said.", ["It rained,"], id="single, straight, then curly"),
        pytest.param("‘It rained,' he said.", ["It rained,"], id="single, curly, then straight"),
        pytest.param("‘‘It rained,’’ she said.", ["It rained,"], id="doubled curly marks"),
        pytest.param("''It's 'late','' she said.", ["It's 'late',"], id="single inside doubled"),
        pytest.param("“”", [], id="nothing between the marks"),
        pytest.param('""', [], id="nothing between straight marks"),
    ],
)
def test_one_paragraph(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="no text"),
        pytest.param("It's the firm's plan, and they don't like it.", id="straight apostrophes"),
        pytest.param("It’s the firm’s plan, and they don’t like it.", id="curly apostrophes"),
        pytest.param("Ana Ruiz Jr.'s plan and the workers' plan differ.", id="a possessive after a stop"),
        pytest.param("The workers' plan and the owners' plan differ.", id="plural possessives"),
        pytest.param("The workers’ plan and the owners’ plan differ.", id="curly plural possessives"),
        pytest.param("In the '90s and the '80s it was so.", id="decades"),
        pytest.param("In the ’90s it was so, and in ’68.", id="decades with curly marks"),
        pytest.param("Born in the ‘70s, raised in the ‘80s.", id="decades with the wrong curly mark"),
        pytest.param("Rock 'n' roll, 'til dawn, 'cause we like 'em.", id="elisions"),
        pytest.param("He is 5'10\" tall and she is 6'1\" tall.", id="feet and inches"),
        pytest.param('The pipe is 12" wide.', id="a lone inch mark"),
        pytest.param("“It rained, she said.", id="an opening mark without a partner"),
        pytest.param("She wrote '' and left.", id="a doubled mark without a partner"),
        pytest.param("It rained,” she said.", id="a closing mark without a partner"),
        pytest.param('It "rained, she said.', id="a straight mark without a partner"),
    ],
)
def test_marks_that_quote_nothing(text: str) -> None:
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“It's the firm's plan,” he said.", ["It's the firm's plan,"], id="apostrophes inside double"
        ),
        pytest.param(
            "‘It’s the firm’s plan,’ he said.", ["It’s the firm’s plan,"], id="apostrophes inside single"
        ),
        pytest.param(
            "‘The workers’ plan failed,’ he said.",
            ["The workers’ plan failed,"],
            id="plural possessive inside single",
        ),
        pytest.param(
            "'The workers' plan failed,' he said.",
            ["The workers' plan failed,"],
            id="the same with straight marks",
        ),
        pytest.param('"He is 5\'10" tall," she said.', ["He is 5'10\" tall,"], id="feet and inches inside"),
        pytest.param('"A 12" pipe," she said.', ['A 12" pipe,'], id="an inch mark inside"),
        pytest.param("“Rock ’n’ roll,” he said.", ["Rock ’n’ roll,"], id="elisions inside"),
        pytest.param(
            "“First. Then “second,” he said.", ["second,"], id="a mark opened twice keeps the nearer pair"
        ),
        pytest.param('A " stray. He said “no” twice.', ["no"], id="a stray mark hides no quotation after it"),
        pytest.param(
            'The "best. He said “no” twice.', ["no"], id="an unclosed mark hides no quotation after it"
        ),
    ],
)
def test_apostrophes_and_strays_inside(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "“One went on.\n\n“Two closed,” he said.",
            ["One went on.", "Two closed,"],
            id="continued over two paragraphs",
        ),
        pytest.param(
            "He said: “One.\n\n“Two.\n\n“Three.” They left.",
            ["One.", "Two.", "Three."],
            id="continued over three",
        ),
        pytest.param("''One.\n\n''Two,'' he said.", ["One.", "Two,"], id="continued with doubled marks"),
        pytest.param('“One.\n\n"Two,” he said.', ["One.", "Two,"], id="continued with mixed marks"),
        pytest.param('"One.\n\n"Two," he said.', ["One.", "Two,"], id="continued with straight marks"),
        pytest.param(
            "“He said ‘no.’ So.\n\n“Two,” he said.",
            ["He said ‘no.’ So.", "Two,"],
            id="what is nested in a continued one is not apart",
        ),
        pytest.param("“One never closed.\n\nTwo is prose.\n\nThree.” Four.", [], id="not continued: dropped"),
        pytest.param("The “one is open.\n\nNobody spoke of it”.", [], id="never paired across paragraphs"),
        pytest.param(
            '"A Headline With a Stray Mark\n\n"It rained," he said.',
            ["It rained,"],
            id="a headline without a full stop does not go on",
        ),
        pytest.param(
            "“One never closed.\n\n“Two neither.\n\nThree.", [], id="a chain that is never closed is dropped"
        ),
        pytest.param(
            "“One closed.”\n\n“Two closed.”",
            ["One closed.", "Two closed."],
            id="two paragraphs closed by themselves",
        ),
        pytest.param(
            "He “said” so, and “left it open.\n\nTwo.",
            ["said"],
            id="dropping an open one keeps those before it",
        ),
    ],
)
def test_over_paragraphs(text: str, expected: list[str]) -> None:
    assert quoted(text) == expected


@pytest.mark.parametrize(
    ("text", "word", "voice"),
    [
        pytest.param("“It rained,” she said.", "rained", "quoted", id="inside"),
        pytest.param("“It rained,” she said.", "said", "outlet", id="after"),
        pytest.param("She said “no” and left.", "She", "outlet", id="before"),
        pytest.param("“One. It\n\n“Two,” he said.", "said", "outlet", id="after a continued one"),
        pytest.param(
            "“One went.\n\n“Two,” he said.", "went", "quoted", id="in the first part of a continued one"
        ),
        pytest.param(
            "“He said ‘no’ twice,” she said.", "twice", "quoted", id="after the nested one, inside the outer"
        ),
    ],
)
def test_voice(text: str, word: str, voice: str) -> None:
    assert parse(Article("a", text)).voice_at(text.index(word)) == voice


def test_the_voice_at_the_marks_themselves() -> None:
    doc = parse(Article("a", "“no” x"))
    assert [doc.voice_at(at) for at in range(6)] == [
        "outlet",
        "quoted",
        "quoted",
        "outlet",
        "outlet",
        "outlet",
    ]
