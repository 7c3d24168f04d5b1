"""What objects show in notebooks: self-contained, escaped, no script, in the pages' colours."""

from __future__ import annotations

import html
import math
import re
from dataclasses import replace
from html.parser import HTMLParser
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest

import scoring
from scoring import notebook
from scoring.scorecard import best_change

SEED = Path(__file__).resolve().parent.parent / "seeds" / "articles" / "water-quillon.txt"
PROSE = SEED.read_text(encoding="utf-8")
HOSTILE = scoring.Article(
    "<i>id</i>", PROSE, title="<script>alert(1)</script>\u202e & more", outlet="</style><b>Gazette"
)
VOID = {"line", "rect", "circle", "path", "use", "meta", "br"}


class Tags(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.seen: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.add(tag)
        assert not any(name.startswith("on") for name, _ in attrs)
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag not in VOID:
            assert self.open.pop() == tag


@pytest.fixture(scope="module")
def shown() -> dict[str, str]:
    others = [
        scoring.Article(str(n), f"{PROSE} It rained {n} times.", outlet=f"<b>{n % 2}") for n in range(4)
    ]
    objects: dict[str, Any] = {
        "card": next(scoring.score([HOSTILE])),
        "withheld": next(scoring.score([scoring.Article("a", "It may rain.")])),
        "nothing": next(scoring.score([scoring.Article("a", "")])),
        "analysis": scoring.analyse(HOSTILE),
        "no analysis": scoring.analyse(scoring.Article("a", "")),
        "comparison": scoring.compare(others),
    }
    return {name: one._repr_html_() for name, one in objects.items()}


NAMES = ("card", "withheld", "nothing", "analysis", "no analysis", "comparison")


@pytest.mark.parametrize("name", NAMES)
def test_a_panel_is_whole_escaped_and_runs_nothing(name: str, shown: dict[str, str]) -> None:
    html = shown[name]
    tags = Tags()
    tags.feed(html)
    assert not tags.open
    assert not tags.seen & {"script", "link", "img", "iframe", "b>0", "i"}
    assert not re.search(r"url\((?!#)|https?://(?!www\.w3\.org)|@import|javascript:", html)
    assert "\u202e" not in html
    assert "nan" not in re.sub(r"<style>.*?</style>", "", html, flags=re.DOTALL).lower().split()
    assert len(html) < 120_000


def test_a_panel_says_scores_with_intervals_and_why(shown: dict[str, str]) -> None:
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; more" in shown["card"]
    assert 'aria-label="Quality ' in shown["card"]
    assert "90 % interval" in shown["card"]
    assert "All measures" in shown["card"]
    assert "<b>Withheld:</b> 3 words, fewer than 120" in shown["withheld"]
    assert "<b>Withheld:</b> empty" in shown["nothing"]
    assert "percentile" in shown["card"]
    assert "percentile" not in shown["withheld"].rpartition("</style>")[2]


def test_the_largest_single_change_is_said_where_the_shipped_model_made_the_card() -> None:
    article = scoring.Article("a", PROSE + "\n\nIt was just awful! So shocking! Buy tickets today!")
    model = scoring.load_model()
    card = next(scoring.score([article], model=model))
    change = best_change(card, model)
    assert change is not None
    said = html.escape(change.text[1:])
    assert f"The largest single change:</b> {change.text[0].lower()}{said}" in card._repr_html_()
    for other in (replace(card, model="mine"), replace(card, scores={**card.scores, "bias": None})):
        assert "largest single change" not in other._repr_html_()


def test_an_analysis_says_what_evidence_there_is(shown: dict[str, str]) -> None:
    assert "pieces of evidence" in shown["analysis"]
    assert "hedge" in shown["analysis"]
    assert "undefined" in shown["no analysis"]


def test_the_colours_are_those_of_the_pages() -> None:
    pages = files("scoring.reports").joinpath("templates/base.css").read_text(encoding="utf-8")
    panel = files("scoring.notebook").joinpath("panel.css").read_text(encoding="utf-8")
    colour = re.compile(r"--([a-z]+): (#[0-9a-f]{6});")
    light, dark = pages.split("prefers-color-scheme: dark")[:2]
    wanted = [dict(colour.findall(light)), dict(colour.findall(dark.split("* {")[0]))]
    blocks = [dict(colour.findall(line)) for line in panel.splitlines() if "--paper:" in line]
    assert len(blocks) == 4
    for number, block in enumerate(blocks):
        scheme = wanted[number % 2]
        assert block == {name: scheme[name] for name in block}, number


def test_every_rule_stays_inside_the_panel() -> None:
    panel = files("scoring.notebook").joinpath("panel.css").read_text(encoding="utf-8")
    plain = re.sub(r"/\*.*?\*/|@(media|container) \([^)]*\)", "", panel, flags=re.DOTALL)
    selectors = [one.strip() for part in re.findall(r"([^{};]+)\{", plain) for one in part.split(",")]
    assert all(".sourcegrade" in one for one in selectors if one)


@pytest.mark.parametrize(
    ("value", "suffix", "text"),
    [
        pytest.param(math.nan, "rate", "undefined", id="undefined"),
        pytest.param(0.0, "share", "0 %", id="no share"),
        pytest.param(0.014, "share", "1.4 %", id="a small share"),
        pytest.param(0.5, "share", "50 %", id="a share"),
        pytest.param(1234.0, "count", "1,234", id="a count"),
        pytest.param(-0.25, "balance", "−0.25", id="a negative"),
        pytest.param(1.234, "rate", "1.23 per 100 words", id="a rate"),
        pytest.param(12.34, "grade", "12.3", id="a grade"),
    ],
)
def test_figures(value: float, suffix: str, text: str) -> None:
    assert notebook.figure(value, suffix=suffix, unit="per 100 words") == text


def test_two_comparisons_in_one_notebook_share_no_id(shown: dict[str, str]) -> None:
    other = scoring.compare(
        [scoring.Article(str(n), f"{PROSE} Again {n}.", outlet=str(n % 2)) for n in range(4)]
    )
    ids = [set(re.findall(r' id="([^"]+)"', html)) for html in (shown["comparison"], other._repr_html_())]
    assert ids[0] and not ids[0] & ids[1]
