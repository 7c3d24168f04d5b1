"""Cues of attribution in another sense, and the same words where somebody speaks."""

from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.lexicon import find_candidates
from scoring.taggers import propose
from scoring.taggers.rules import RULED_OUT, weigh_rules


def list_cues(text: str) -> list[str]:
    """Cues that no rule takes out, however likely."""
    doc = parse(Article("a", text))
    found = propose(doc, "attribution")
    weights = weigh_rules(doc, found, "attribution")
    return [doc.forms[cue.first] for cue, w in zip(found, weights, strict=True) if w != RULED_OUT]


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        pytest.param("", "said", False, id="no text"),
        pytest.param("The child was passed forward over the heads.", "passed", False, id="passed forward"),
        pytest.param("The old mayor passed away on Monday.", "passed", False, id="passed away"),
        pytest.param("Sales declined by 31 percent in May.", "declined", False, id="fell by a number"),
        pytest.param("The firm declined to comment on the dam.", "declined", True, id="would not say"),
        pytest.param("Patients recalled 5.3 words on average.", "recalled", False, id="words in a test"),
        pytest.param("The maker recalled 2,000 cars last week.", "recalled", False, id="cars called back"),
        pytest.param("Ana Ruiz recalled that the dam had leaked.", "recalled", True, id="told from memory"),
        pytest.param("Ana Ruiz recalled 2008 as a bad year.", "recalled", True, id="a year is no number"),
        pytest.param(
            "They remembered an impressive 18 percent more.", "remembered", False, id="a number further on"
        ),
        pytest.param("In conclusion, the tea is a treat.", "in", False, id="a closing phrase"),
        pytest.param("In a report, the firm disagreed.", "in", True, id="in a text"),
        pytest.param("The firm added about 69,000 jobs in July.", "added", False, id="jobs added"),
        pytest.param("Ana Ruiz added that it rained.", "added", True, id="added in words"),
        pytest.param("Police fired tear gas at the crowd.", "fired", False, id="fired gas"),
        pytest.param("Police had blocked off the whole road.", "blocked", False, id="blocked off"),
        pytest.param("It rose by something called a margin.", "called", False, id="something called"),
        pytest.param("Ana Ruiz called the plan a disgrace.", "called", True, id="called by somebody"),
        pytest.param("The crew was called to a fire.", "called", False, id="called to a place"),
        pytest.param("The crew was called.", "called", False, id="called and no more"),
        pytest.param("It was called by many a disgrace.", "called", True, id="called so by somebody"),
        pytest.param("She was called a liar by the mayor.", "called", True, id="called names"),
        pytest.param("She learned to swim in May.", "learned", False, id="learned a skill"),
        pytest.param("She learned that the dam leaked.", "learned", True, id="learned news"),
        pytest.param("The patch adds support for old phones.", "adds", False, id="a thing added"),
        pytest.param("The board added two rooms.", "added", False, id="things added"),
        pytest.param("Ana Ruiz added in May: “It leaks.”", "added", True, id="added when"),
        pytest.param("The board added the dam was safe.", "added", True, id="added without that"),
        pytest.param("The storm claimed four lives.", "claimed", False, id="claimed lives"),
        pytest.param("They found themselves alone.", "found", False, id="found themselves"),
        pytest.param("The study found the dam safe.", "found", True, id="found by study"),
        pytest.param("It harms certain kinds of fish.", "certain", False, id="certain kinds"),
        pytest.param("The board is certain that it leaks.", "certain", True, id="certain of it"),
        pytest.param("The board is certain he's late.", "certain", True, id="certain without that"),
        pytest.param("The board claimed the dam was safe.", "claimed", True, id="claimed in words"),
        pytest.param("The trees suggest a path.", "suggest", False, id="things that suggest"),
        pytest.param("The trees suggest that it rained.", "suggest", True, id="of which somebody infers"),
        pytest.param("The sensor revealed a crack.", "revealed", True, id="what may be people"),
        pytest.param("The voltage revealed a crack.", "revealed", False, id="a thing of a trade"),
        pytest.param("The affidavit revealed a plot.", "revealed", True, id="a text"),
        pytest.param("Forecasters warned the fleet.", "warned", True, id="people of a trade"),
        pytest.param("He was told off by his aunt.", "told", False, id="told off"),
    ],
)
def test_senses_of_cues(text: str, cue: str, expected: bool) -> None:
    assert (cue in list_cues(text)) == expected


@pytest.mark.parametrize(
    ("text", "cue", "expected"),
    [
        pytest.param("", "reports", False, id="no text"),
        pytest.param(
            "The rate fell in May, the Elm Bureau reports.", "reports", True, id="a body at the end"
        ),
        pytest.param("The rate fell in May, a new survey has found.", "found", True, id="a text at the end"),
        pytest.param("The rate fell in May, to judge by its reports.", "reports", False, id="the noun"),
        pytest.param("The rate fell and nobody knew what it shows.", "shows", False, id="no comma before"),
        pytest.param(
            "“It fell,” one of them replies.", "replies", True, id="one of several after a quotation"
        ),
    ],
)
def test_verbs_at_the_end_of_a_sentence(text: str, cue: str, expected: bool) -> None:
    doc = parse(Article("a", text))
    found = find_candidates(doc)["attribution"]
    weights = weigh_rules(doc, found, "attribution")
    assert (cue in [doc.forms[c.first] for c, w in zip(found, weights, strict=True) if w > 0]) == expected
