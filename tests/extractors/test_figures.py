from __future__ import annotations

import time

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.figures import find_figures


def figures(text: str) -> list[str]:
    doc = parse(Article("a", text))
    return [doc.forms[at] for at in find_figures(doc)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="no words"),
        pytest.param("It rained.", [], id="no number"),
        pytest.param("The line sold 1,400 tickets.", ["1,400"], id="a count"),
        pytest.param("It costs $12, then €3.50.", ["12", "3.50"], id="amounts"),
        pytest.param("Fares rose 8% or 9.5 percent, not 7 per cent.", ["8", "9.5", "7"], id="percentages"),
        pytest.param("Between 5-6 percent stayed.", ["5-6"], id="a range with a unit"),
        pytest.param("It paid nine million dollars.", ["nine"], id="a number written out, with a unit"),
        pytest.param("It has two ferries.", [], id="a small count written out"),
        pytest.param("A 20-mile pipe and a $4bn plant rust.", ["20-mile", "4bn"], id="units joined on"),
        pytest.param("The pier is 300 m long.", ["300"], id="a length"),
        pytest.param("In 2019, on May 3 and 4 June, it rained.", [], id="dates"),
        pytest.param("They raised $2019 in 1995.", ["2019"], id="an amount that looks like a year"),
        pytest.param("It left at 9 a.m. and at 10:30, or 7 ET.", [], id="times"),
        pytest.param("It sank 3 days later, in the last 10 years.", [], id="stretches that only date"),
        pytest.param("He was jailed for 12 years.", ["12"], id="a stretch that is a fact"),
        pytest.param("Ana Ruiz, 45, and a 7-year-old swam.", [], id="ages"),
        pytest.param("A man, 77, swam when she was 21.", [], id="ages of people without a name"),
        pytest.param("Boats: 12 (of 40) sank.", ["12", "40"], id="a number in brackets with a word"),
        pytest.param("Those 65 and older, and women 40 to 49, pay less.", [], id="ranges of age"),
        pytest.param("She died at the age of 77 in May.", [], id="the age of somebody"),
        pytest.param("The three were 14, 16 and 20 years old then.", [], id="several ages"),
        pytest.param("They range in age from 46 to 73.", [], id="a range of ages"),
        pytest.param("The sailors, ages 50 and 54, swam.", [], id="two ages after their name"),
        pytest.param("The No. 1 ferry is at Pier No. 7, vol. 3.", [], id="numbers after No."),
        pytest.param("Is it on? No. 40 ferries sank.", ["40"], id="no as an answer"),
        pytest.param("The age of steam had 30 ships.", ["30"], id="an age that is none of a person"),
        pytest.param("The old pier had 30 or 40 boats.", ["30", "40"], id="old before a count"),
        pytest.param("3. The ferry leaks.", [], id="the number of a list item"),
        pytest.param("It rained. * 3 Ferries leak badly.", [], id="a list run into one line"),
        pytest.param("It spends on K–12 schools.", [], id="a number joined to a capital by a dash"),
        pytest.param("The ferry leaks.[12] It sank.3 Then it rained.", [], id="notes"),
        pytest.param("She lives at 12 Harbour Street.", [], id="a street number"),
        pytest.param("Call (020) 555-1234 or 555 123 4567 today.", [], id="telephone numbers"),
        pytest.param("They won 3 to 1, then lost 2-0.", [], id="scores"),
        pytest.param("See Section 230, page 4 of 12, and Flight 370.", [], id="labels"),
        pytest.param("The Boeing 737 landed.", [], id="a number that belongs to a name"),
        pytest.param("Trump 45 percent, Ruiz 43 percent.", ["45", "43"], id="percentages after names"),
        pytest.param("See https://port.example/2/300 there.", [], id="numbers in an address"),
        pytest.param("The 21st of the 1990s.", [], id="ordinals and decades"),
        pytest.param("It sold 40 seats.\n\nIt sold 40 seats.", ["40"], id="a repeated sentence counts once"),
        pytest.param("12 Reasons to Sail\n\nIt rained all day.", [], id="a heading"),
    ],
)
def test_numbers_that_state_a_fact(text: str, expected: list[str]) -> None:
    assert figures(text) == expected


@pytest.mark.parametrize("text", ["Flight 12 left.", "The Boeing 12 left.", "Call 12 34 56 now."])
def test_a_line_break_is_a_blank(text: str) -> None:
    assert figures(text.replace(" ", "\n")) == figures(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("9" * 400_000, id="one endless number"),
        pytest.param("1,234," * 60_000, id="groups without end"),
        pytest.param("12 " * 40_000, id="numbers by the thousand"),
        pytest.param("$" * 100_000 + "1%" * 40_000, id="signs without end"),
        pytest.param("5" + " " * 400_000 + "6", id="an endless gap"),
    ],
)
def test_hostile_numbers_cost_no_more_than_their_length(text: str) -> None:
    doc = parse(Article("a", text))
    begin = time.process_time()
    find_figures(doc)
    assert time.process_time() - begin < 3
