"""The terminal view of two drafts: fits its width, keeps to ASCII when asked, obeys no article."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest

from scoring.article import Article
from scoring.model import Model, load_model
from scoring.reports.draft_view import MEASURES, SPANS, render_drafts
from scoring.scorecard.drafts import compare_drafts

LONG = " ".join(
    f"The council closed pier {n} of the old bridge, said Ana Ruiz, who runs the works." for n in range(12)
)
KEEN = "It is a stunning, world-class scandal, and officials may clearly lie – “perhaps”."
CODE = re.compile("\x1b\\[[0-9;]*m")


@pytest.fixture(scope="module")
def model() -> Model:
    return load_model()


def shown(old: Article, new: Article, model: Model, **options: Any) -> str:
    return render_drafts(compare_drafts(old, new, model=model), old, new, **options)


def columns(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


@pytest.mark.parametrize("width", [40, 60, 80, 100])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(Article("a", ""), Article("a", ""), id="nothing and nothing"),
        pytest.param(Article("a", LONG), Article("a", f"{LONG} {KEEN}"), id="a sentence more"),
        pytest.param(Article("a", "It may rain."), Article("a", LONG), id="withheld before"),
        pytest.param(
            Article("a", LONG, title="A" * 300), Article("a", LONG, title="\u6a4b" * 90), id="long titles"
        ),
    ],
)
def test_every_line_fits(old: Article, new: Article, width: int, model: Model) -> None:
    for options in ({}, {"ascii_only": True}, {"colour": True}):
        text = CODE.sub("", shown(old, new, model, width=width, **options))
        assert max(map(columns, text.splitlines())) <= width


def test_it_says_what_changed(model: Model) -> None:
    text = shown(Article("a", LONG, title="Old"), Article("a", f"{LONG} {KEEN}", title="New"), model)
    assert text.startswith("New\nTitle before:  Old\n")
    assert "added, 0 removed" in text
    assert re.search(
        r"Quality +\d+ \(\d+–\d+\) → \d+ \(\d+–\d+\)  [−+]?\d+, (within|beyond) the intervals", text
    )
    assert "[world-class]" in text
    assert "No evidence disappeared." in text


def test_nothing_changed(model: Model) -> None:
    text = shown(Article("a", LONG), Article("a", LONG), model)
    assert "No measure changed." in text
    assert "No evidence appeared." in text
    assert text.count("  no change") == 2


def test_a_withheld_side_is_said_in_its_place(model: Model) -> None:
    text = " ".join(shown(Article("a", "It may rain."), Article("a", LONG), model).split())
    assert "Quality withheld (3 words, fewer than 120" in text
    assert "Band" not in text


def test_long_lists_are_cut_with_a_count(model: Model) -> None:
    many = " ".join(f"It may rain in place {n}." for n in range(SPANS + 3))
    text = shown(Article("a", LONG), Article("a", f"{LONG} {many}"), model)
    assert re.search(r"\nand \d+ more\n", text)
    assert text.partition("disappeared")[0].count("[") == SPANS
    assert len(re.findall(r" → .*per 100 words", text)) <= MEASURES


def test_no_command_of_an_article_reaches_the_terminal(model: Model) -> None:
    bad = "\x1b[2J\x07\u202e"
    old = Article("a", LONG, title=f"Old{bad}")
    new = Article("a", f"{LONG} It{bad} may{bad} rain.", title=f"New{bad}")
    text = shown(old, new, model)
    assert not re.search("[\x00-\x09\x0b-\x1f\u202e]", text)
    assert "\x1b" not in CODE.sub("", shown(old, new, model, colour=True))


def test_plain_ascii(model: Model) -> None:
    text = shown(
        Article("a", LONG, title="Caf\u00e9"),
        Article("a", f"{LONG} {KEEN}", title="Caf\u00e9s"),
        model,
        ascii_only=True,
    )
    assert text.isascii()
    assert "Cafes" in text


def test_the_measures_that_moved_a_score_stand_under_it_with_their_points(model: Model) -> None:
    text = shown(Article("a", LONG), Article("a", f"{LONG} {KEEN}"), model)
    under = text.partition("\nQuality")[2].partition("\nBias")[0]
    assert re.search(r"\n +[−+]\d+  \S", under)
    assert "all other measures" in under
