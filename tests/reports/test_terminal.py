"""The terminal card: fits its width, says the same as the page, and cannot be commanded by an article."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

import pytest

from scoring.article import FAMILY_OF, Article, Evidence
from scoring.extractors import EXTRACTORS
from scoring.reports.terminal import render_terminal
from scoring.scorecard import Change, Reason, Scorecard

TEXT = (
    "Share this\n\nThe second ferry “may start” on Thursday, said Maria Lopez. " + "It rained all day. " * 9
)
TITLE = "A ferry — at last"
REASON = Reason(
    "Quality −6: hands one claim to unnamed critics, and then two to people close to the talks.",
    "quality",
    "sourcing_unnamed_rate",
    -6.2,
    None,
)
CODE = re.compile("\x1b\\[[0-9;]*m")


def mark(words: str, kind: str) -> Evidence:
    start = TEXT.index(words)
    return Evidence(start, start + len(words), FAMILY_OF[kind], kind)


EVIDENCE = (
    mark("Share this", "boilerplate"),
    mark("may start", "quote"),
    mark("may", "hedge"),
    mark("said Maria Lopez", "party"),
    mark("said", "attribution"),
)


def shown(
    text: str = TEXT, *, evidence: tuple[Evidence, ...] = EVIDENCE, held: bool = False, **options: Any
) -> str:
    score = {"value": 62.3, "low": 54.0, "high": 71.0}
    card = Scorecard(
        id="a",
        outlet="Courier",
        title=TITLE,
        event=None,
        status="withheld" if held else "scored",
        flags=("too_short",) if held else (),
        notes=("No byline was given.",),
        scores={"quality": None, "bias": None} if held else {"quality": score, "bias": score},
        families={
            e.name: {
                "percentile": 71.0,
                "headline": e.headline,
                "features": {c.name: 40.0 for c in e.columns},
            }
            for e in EXTRACTORS
        },
        contributions={} if held else {"quality": {"a": 20.0}, "bias": {}},
        reasons=(),
        evidence=evidence,
        model="default",
        version="0.1.0",
    )
    article = Article("a", text, TITLE, "Courier")
    reasons = [] if held else [REASON]
    return render_terminal(card, article, reasons=reasons, **options)


def width_of(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in CODE.sub("", line))


def test_the_empty_article() -> None:
    assert "This article holds no text." in shown("", evidence=(), held=True)


def test_scores_reasons_families_and_text_are_all_there() -> None:
    text = shown()
    assert "Quality  62 (54–71)" in text
    assert "   −6 quality  Hands one claim to unnamed critics" in text
    assert "Hedging     71  hedges, outlet's voice 40.0 per 100 words" in text
    assert "(2 words of site furniture left out)" in text
    assert "Note: No byline was given." in text


def test_bar_places_band_value_and_reference() -> None:
    bar = re.findall(r"0 ([─━●│]+) 100", shown())[0]
    at = {sign: bar.index(sign) / (len(bar) - 1) for sign in "●│"}
    assert at["●"] == pytest.approx(0.623, abs=0.02)
    assert at["│"] == pytest.approx(0.423, abs=0.02), "62.3 − 20"
    assert bar.count("━") == round(0.17 * (len(bar) - 1)), "from 54 to 71, less the value's own sign"


@pytest.mark.parametrize("width", [80, 40])
def test_without_colour_letters_stand_under_the_words(width: int) -> None:
    lines = shown(width=width).splitlines()
    for words, letters in (("may", "hhh"), ("said", "aaaa"), ("Maria", "nnnnn")):
        at = next(i for i, line in enumerate(lines) if words in line)
        assert lines[at + 1][lines[at].index(words) :].startswith(letters)
    assert "Letters under the words: h hedge, a attribution, n party." in " ".join(shown().split())
    assert "\x1b" not in shown()


@pytest.mark.parametrize("colour", [False, True])
def test_hedges_that_no_measure_counts_are_said(colour: bool) -> None:
    start = TEXT.index("may")
    hedge = Evidence(start, start + 3, "hedging", "hedge", note="modal")
    assert "no measure counts it" in " ".join(shown(evidence=(hedge,), colour=colour).split())
    assert "no measure counts" not in shown(colour=colour)


def test_with_colour_only_our_own_codes_are_sent() -> None:
    text = shown(colour=True)
    assert "\x1b[4;36mmay\x1b[0m start" in text
    assert "hhh" not in text
    allowed = {"\x1b[0m", "\x1b[1m", *(f"\x1b[4;{n}m" for n in range(31, 37))}
    assert set(CODE.findall(text)) <= allowed


@pytest.mark.parametrize("width", [10, 40, 60, 80, 120])
@pytest.mark.parametrize(
    "options", [{}, {"colour": True}, {"ascii_only": True}], ids=["plain", "colour", "ascii"]
)
def test_lines_fit(width: int, options: dict[str, Any]) -> None:
    text = shown(TEXT + "\n\n" + "x" * 300 + "\n\n" + "漢字" * 90, width=width, **options)
    assert max(map(width_of, text.splitlines())) <= max(width, 40)


def test_ascii_only() -> None:
    text = shown("“Café” 漢 — \x1b[2J…", evidence=(), ascii_only=True)
    assert text.isascii()
    assert '"Cafe" ? - ?[2J...' in text


@pytest.mark.parametrize("options", [{}, {"ascii_only": True}], ids=["plain", "ascii"])
def test_an_article_cannot_command_the_terminal(options: dict[str, Any]) -> None:
    text = shown("evil \x1b[2J \x9b31m \x07 \x08 \r \u202e end\x85", evidence=(), **options)
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def test_withheld_says_why_in_place_of_the_scores() -> None:
    text = shown(held=True)
    assert text.count("Withheld: 40 words, too few") == 1
    assert "percentiles" not in text


def test_the_largest_single_change_stands_under_why() -> None:
    change = Change(
        "Writing a plainer headline would raise quality by 6.", "promotion_clickbait_share", {}, {}, None
    )
    told = " ".join(shown(change=change).split())
    assert "The largest single change: writing a plainer headline would raise quality by 6. Families" in told
