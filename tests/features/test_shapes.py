from __future__ import annotations

import textwrap

import pytest

from scoring.article import Article
from scoring.document import Document, parse
from scoring.features import analyse
from scoring.features.shapes import (
    measure_answer_share,
    measure_recipe_share,
    measure_turn_share,
    measure_verse_share,
)

POEM = """The lamps go out along the quay
And gulls come in to sleep
The nets hang drying in the lee
Of what the winters keep,

My mother mended by the light
That fell from harbour doors
And counted every boat at night
That came to other shores,"""
RECIPE = """Barley soup for six
2 cups pearl barley
1 1/2 l vegetable stock
3 cloves garlic
200 g smoked cheese
1 large onion
Chop the onion and the garlic.
Heat the stock in a wide pot.
Add the barley and simmer for forty minutes.
Serve with the cheese."""
PROSE = (
    "The council of the town met on Monday and voted for the plan that the mayor had made in spring. "
    "Nobody had expected that the vote would be so close, and the crowd outside the hall cheered. "
)
STORY = "\n\n".join(PROSE.replace("Monday", f"day {i}").replace("close", f"close as {i}") for i in range(12))
LINES = [
    "What did the board know of the leak in the hull?",
    "It knew what the yard had written to us in the spring of that year.",
]
TRANSCRIPT = "\n\n".join(
    f"{'BRANDT' if i % 2 else 'CHAIR'}: {LINES[i % 2]} This was asked as number {i}." for i in range(8)
)
INTERVIEW = "\n\n".join(
    f"What did the kitchen look like in year {i} of the lease?\n\n"
    f"I remember pot {i} best. It stood by the window, and my sister would not let anybody move it."
    for i in range(6)
)
EXPLAINER = INTERVIEW.replace("I remember", "People remember").replace("my sister", "a cook")


def doc(text: str) -> Document:
    return parse(Article("a", text))


@pytest.mark.parametrize(
    ("text", "share"),
    [
        pytest.param("", 0.0, id="no lines"),
        pytest.param(POEM, 1.0, id="every line of a poem"),
        pytest.param("\n\n".join(POEM.split("\n")), 1.0, id="set with a blank line after each"),
        pytest.param("It rained all day.\nThe pier stood empty.", 0.0, id="short lines that end sentences"),
        pytest.param("The Price of a Ticket\n\nIt rained all day on the old pier.", 5 / 13, id="a heading"),
        pytest.param(textwrap.fill(PROSE * 2, 58), 0.0, id="prose wrapped at one width"),
    ],
)
def test_verse_is_short_lines_that_end_no_sentence(text: str, share: float) -> None:
    assert measure_verse_share(doc(text)) == pytest.approx(share)


def test_prose_wrapped_unevenly_is_no_verse() -> None:
    lines = textwrap.wrap(PROSE * 4, 58)
    lines.insert(
        3, "A very long line that some program left as it was, far beyond all the others in the file."
    )
    assert measure_verse_share(doc("\n".join(lines))) < 0.3


@pytest.mark.parametrize(
    ("text", "share"),
    [
        pytest.param("", 0.0, id="no words"),
        pytest.param(RECIPE, 44 / 48, id="all but the name of the dish"),
        pytest.param(
            "Add 2 cups of sand.\n1 cup salt\n2 g ash\n3 g lime", 0.0, id="three ingredients are no recipe"
        ),
        pytest.param("\n".join(["4 tons of steel"] * 6), 0.0, id="no kitchen's measures"),
    ],
)
def test_a_recipe_is_ingredients_and_steps(text: str, share: float) -> None:
    assert measure_recipe_share(doc(text)) == pytest.approx(share)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        pytest.param("", 0.0, id="no words"),
        pytest.param(TRANSCRIPT, 1.0, id="two speakers"),
        pytest.param("\n\n".join(TRANSCRIPT.split("\n\n")[:5]), 0.0, id="five turns are no transcript"),
        pytest.param(
            "\n\n".join(f"Island {i}: {PROSE}" for i in range(8)),
            0.0,
            id="labels that come once are no speakers",
        ),
        pytest.param(
            "\n\n".join(f"{('CLAIM', 'THE FACTS')[i % 2]}: {PROSE}" for i in range(8)),
            0.0,
            id="claims checked",
        ),
    ],
)
def test_a_transcript_is_turns_under_speakers(text: str, share: float) -> None:
    assert measure_turn_share(doc(text)) == pytest.approx(share)


@pytest.mark.parametrize(
    ("text", "share"),
    [
        pytest.param("", 0.0, id="no lines"),
        pytest.param(INTERVIEW, 1.0, id="an interview"),
        pytest.param(f"{INTERVIEW}\n\n{INTERVIEW.split(chr(10))[-1]}", 1.0, id="an answer of two paragraphs"),
        pytest.param("\n\n".join(INTERVIEW.split("\n\n")[:6]), 0.0, id="three answers are no interview"),
        pytest.param(EXPLAINER, 0.0, id="nobody answers for himself"),
        pytest.param("\n\n".join(LINES[:1] * 9 + ["I do not know."]), 0.0, id="questions without answers"),
        pytest.param(PROSE * 3, 0.0, id="prose"),
    ],
)
def test_an_interview_asks_and_is_answered_in_the_first_person(text: str, share: float) -> None:
    assert measure_answer_share(doc(text)) == pytest.approx(share)


def test_an_interview_inside_a_story_stays_in_proportion() -> None:
    assert 0.2 < measure_answer_share(doc(f"{STORY}\n\n{INTERVIEW}")) < 0.6


def vary(text: str, times: int) -> str:
    """A text so many times over, no line twice."""
    return "\n".join(
        f"{line} {'abcdefgh'[i]}" if line else "" for i in range(times) for line in text.split("\n")
    )


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        pytest.param(vary(POEM, 4), "verse", id="a poem"),
        pytest.param("\n".join(f"- {i} reasons to see the old pier" for i in range(30)), "", id="a list"),
        pytest.param(
            "\n".join(f"{i} {RECIPE}" if i else RECIPE for i in range(4)), "recipe", id="a page of recipes"
        ),
        pytest.param(
            TRANSCRIPT + "\n\n" + TRANSCRIPT.replace("number", "point"), "transcript", id="a transcript"
        ),
        pytest.param(INTERVIEW, "as in an interview", id="an interview"),
        pytest.param(
            "\n".join(f"Port Hesper {i} Northgate {i + 1} halftime {i}" for i in range(40)), "", id="scores"
        ),
    ],
)
def test_what_is_no_prose_is_withheld_and_the_note_says_why(text: str, shape: str) -> None:
    analysis = analyse(Article("a", text))
    assert "not_prose" in analysis.flags
    assert any(note.startswith("Withheld") and shape in note for note in analysis.notes)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(f"{STORY}\n\n{RECIPE}", id="a story with a recipe at its end"),
        pytest.param(f"{STORY}\n\n{POEM}", id="a story that quotes a poem"),
        pytest.param("\n".join(textwrap.wrap(STORY.replace("\n\n", ""), 58)), id="wrapped prose"),
    ],
)
def test_prose_with_some_of_it_is_scored(text: str) -> None:
    assert "not_prose" not in analyse(Article("a", text)).flags
