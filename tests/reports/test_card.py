"""The scorecard page: what it shows, that hostile input stays text, and that it works by keyboard."""

from __future__ import annotations

import math
import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from scoring.article import FAMILY_OF, Article, Evidence
from scoring.attributions import SourceRow
from scoring.extractors import CODEBOOK, EXTRACTORS, SideRow
from scoring.model.scores import Reference
from scoring.reports.card import render_card, withheld_because
from scoring.reports.card_measures import format_value
from scoring.reports.mark_key import MEANS, UNCOUNTED
from scoring.reports.page import days, safe_slug, show, web_address
from scoring.scorecard import Change, Reason, Scorecard

TEXT = (
    "Share this\n\nThe second ferry may start on Thursday, said Maria Lopez. Critics call it reckless.\n\n"
    "“Nobody counts the people on the pier,” Tom Reyes said."
)
TITLE = "The amazing ferry"
HELD: dict[str, Any] = {
    "status": "withheld",
    "scores": {"quality": None, "bias": None},
    "contributions": {},
}
HOSTILE = '"><script>alert(1)</script>\u202e\x1b[2J\x00\ud800'


def mark(words: str, kind: str, **more: Any) -> Evidence:
    start = (TITLE if more.get("part") == "title" else TEXT).index(words)
    return Evidence(start, start + len(words), FAMILY_OF[kind], kind, **more)


EVIDENCE = (
    mark("Share this", "boilerplate"),
    mark("may", "hedge", probability=0.914, note="epistemic"),
    mark("Maria Lopez", "source", note="named"),
    mark("Critics", "source", note="vague"),
    mark("reckless", "loaded", voice="quoted"),
    mark("Nobody counts the people on the pier,", "quote", voice="quoted"),
    mark("amazing", "clickbait", part="title"),
    mark("Lopez", "party", note="Maria Lopez"),
)
REASONS = (
    Reason("Quality −6: hands one claim to unnamed critics.", "quality", "sourcing_unnamed_rate", -6.2, 3),
    Reason("Bias +4: has a headline built to be clicked.", "bias", "promotion_clickbait_share", 4.4, 6),
    Reason("Quality +2: reads at a higher school grade.", "quality", "language_lix_grade", 2.0, None),
)


def families(value: float = 0.25, percentile: float = 71.0) -> dict[str, dict[str, Any]]:
    return {
        e.name: {
            "percentile": percentile,
            "headline": e.headline,
            "features": {c.name: 21.0 if c.name == "language_word_count" else value for c in e.columns},
        }
        for e in EXTRACTORS
    }


def card(**more: Any) -> Scorecard:
    given: dict[str, Any] = {
        "id": "ferry-1",
        "outlet": "Port Ellison Courier",
        "title": TITLE,
        "event": None,
        "status": "scored",
        "flags": (),
        "notes": ("No byline was given.",),
        "scores": {
            "quality": {"value": 62.3, "low": 54.0, "high": 71.0},
            "bias": {"value": 23.0, "low": 15.0, "high": 34.0},
        },
        "families": families(),
        "contributions": {"quality": {"a": -6.2, "b": 13.5}, "bias": {"a": 4.0}},
        "reasons": tuple(r.text for r in REASONS),
        "evidence": EVIDENCE,
        "model": "default",
        "version": "0.1.0",
    }
    return Scorecard(**{**given, **more})


ARTICLE = Article("ferry-1", TEXT, TITLE, "Port Ellison Courier", "https://example.org/a", "2025-03-04")


def page_of(made: Scorecard | None = None, article: Article = ARTICLE, **more: Any) -> str:
    at = TEXT.index("Maria")
    given: dict[str, Any] = {
        "reasons": REASONS,
        "sources": [SourceRow("Maria Lopez", "named", 0, 8, (at, at + 11))],
        "sides": [
            SideRow("Maria Lopez", 3, 8, 0.6, 0.1, (at, at + 11)),
            SideRow("Reyes", 1, 5, 0.4, math.nan, (0, 1)),
        ],
    }
    return render_card(made or card(), article, **{**given, **more})


def words_of(html: str) -> str:
    body = re.sub(r"(?s)<(style|script|title)>.*?</\1>", "", html)
    return " ".join(re.sub(r"<[^>]*>", " ", body).split())


def test_the_empty_article_has_a_whole_page() -> None:
    made = card(
        **HELD, title=None, outlet=None, flags=("empty",), notes=(), evidence=(), families=families(math.nan)
    )
    text = words_of(page_of(made, Article("e", ""), reasons=(), sources=(), sides=()))
    assert "Untitled" in text
    assert text.count("Withheld: the article holds no words") == 1
    assert "This article holds no text." in text


def test_both_scores_stand_with_interval_and_reference() -> None:
    html = page_of()
    assert "Quality 62 (54–71)" in words_of(html)
    assert "Bias 23 (15–34)" in words_of(html)
    assert "90 % interval 54 to 71; reference article 55" in html, "62.3 − (−6.2 + 13.5) = 55.0"


@pytest.mark.parametrize(
    ("flags", "notes", "said"),
    [
        pytest.param(("too_short",), (), "21 words, too few", id="flag"),
        pytest.param(
            ("too_short",), ("Withheld: 21 words, fewer than 120.",), "21 words, fewer than 120", id="note"
        ),
        pytest.param(
            ("not_english", "not_prose"), (), "not written in English; a list or a table, not prose", id="two"
        ),
        pytest.param((), (), "no reason was recorded", id="nothing recorded"),
    ],
)
def test_why_withheld(flags: tuple[str, ...], notes: tuple[str, ...], said: str) -> None:
    made = card(**HELD, flags=flags, notes=notes)
    assert withheld_because(made) == said
    assert words_of(page_of(made)).count(f"Withheld: {said}") == 1


def test_an_interval_that_is_too_narrow_is_said_beside_the_scores_and_nowhere_else() -> None:
    page = page_of(card(notes=("The 90 % interval of bias is too narrow: so it is", "A wire story")))
    assert page.count("interval of bias is too narrow") == 1
    assert page.index("too narrow") < page.index('id="why"') < page.index("A wire story")


def test_reasons_lead_to_their_marks() -> None:
    html = page_of()
    assert f'<b>−6</b> quality</span> <span><a href="#t{TEXT.index("Critics")}">Hands one claim' in html
    assert f'<b>+4</b> bias</span> <span><a href="#h{TITLE.index("amazing")}">Has a headline' in html
    assert "<span>Reads at a higher school grade.</span>" in html, "no span behind it, no link"


def test_every_link_within_the_page_arrives() -> None:
    html = page_of()
    targets = set(re.findall(r'href="#([^"]+)"', html))
    assert targets <= set(re.findall(r' id="([^"]+)"', html))
    assert len(re.findall(r' id="', html)) == len(set(re.findall(r' id="([^"]+)"', html)))


def test_every_measure_is_named_with_its_unit() -> None:
    text = words_of(page_of())
    for column in CODEBOOK.values():
        assert column.name in text
    assert "0.25 per 100 words" in text


REFERENCE = Reference(
    "AllSides events", 923, {"hedging_hedge_rate": 0.5}, {"hedging_hedge_rate": (0.0, 0.1, 0.2, 0.3)}
)


def test_a_measure_stands_beside_the_reference_articles() -> None:
    html = page_of(reference=REFERENCE)
    text = words_of(html)
    assert "among 923 reference articles" in text
    assert 'aria-label="Percentile 75 of 100"' in html, "0.25 is above three of four"
    assert "0.25 per 100 words 0.50 75 Words that weaken a claim" in text
    assert "“may”" in text


def test_columns_without_a_reference_say_nothing() -> None:
    for made in (card(), card(families=families(math.nan, math.nan))):
        assert not re.search(r"\b(nan|None)\b", words_of(page_of(made, reference=REFERENCE)))


def test_undefined_measures_are_said_to_be() -> None:
    text = words_of(page_of(card(families=families(math.nan))))
    assert text.count("undefined here") > len(CODEBOOK)


def test_a_withheld_card_has_no_percentiles() -> None:
    html = page_of(card(**HELD, flags=("too_short",), notes=("Withheld: 21 words, fewer than 120",)))
    assert "Percentile" not in html
    assert words_of(html).count("21 words, fewer than 120") == 1


def test_the_key_names_every_kind_of_mark_there_is() -> None:
    html = page_of()
    assert set(MEANS) - {UNCOUNTED} == {kind for kind in FAMILY_OF if kind != "boilerplate"}
    for kind in {e.kind for e in EVIDENCE} - {"boilerplate"}:
        assert MEANS[kind] in html
    assert MEANS["filler"] not in html


def test_links_are_listed_once_and_only_web_addresses() -> None:
    links = ("https://www.example.org/a/", "javascript:alert(1)", "https://www.example.org/a/", "ftp://x.org")
    html = page_of(article=replace(ARTICLE, links=links))
    assert html.count('<a href="https://www.example.org/a/"') == 1
    assert "1 address the article" in words_of(html)
    assert "javascript:" not in html
    assert 'id="links"' not in page_of()


def test_sides_show_share_tone_and_answers() -> None:
    at = TEXT.index("Maria")
    sides = [
        SideRow("Maria Lopez", 3, 8, 0.6, -0.2, (at, at + 11), 2),
        SideRow("Reyes", 3, 0, math.nan, math.nan, (0, 1)),
    ]
    text = words_of(page_of(sides=sides))
    assert "Maria Lopez 60 % 8 3 −0.20 2" in text
    assert "Reyes – 0 3 – 0" in text


def test_furniture_is_folded_with_a_count() -> None:
    assert "Site furniture, left out: 2 words" in words_of(page_of())


def test_a_page_loads_nothing_and_runs_only_its_own_script() -> None:
    html = page_of()
    assert "default-src 'none'" in html
    assert not re.search(r"<(?:link|img|iframe|object|embed)\b|\bsrc=|@import|url\(", html)
    assert "script-src 'sha256-" in html


@pytest.mark.parametrize("field", ["title", "outlet", "url", "published", "text", "note", "name"])
def test_hostile_input_stays_text(field: str) -> None:
    changed = {field: HOSTILE} if field in ("title", "outlet", "url", "published", "text") else {}
    article = replace(ARTICLE, **changed)
    made = card(
        title=article.title,
        outlet=article.outlet,
        notes=(HOSTILE,) if field == "note" else (),
        evidence=(replace(EVIDENCE[1], note=HOSTILE, start=1, end=4),),
    )
    sources = [SourceRow(HOSTILE, "named", 1, 1, (0, 1))] if field == "name" else []
    html = page_of(made, article, sources=sources)
    html.encode("utf-8")
    assert "<script>alert" not in html
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", html)


@pytest.mark.parametrize(
    ("url", "href"),
    [
        pytest.param(None, None, id="none"),
        pytest.param("https://example.org/a?b=1", "https://example.org/a?b=1", id="web"),
        pytest.param("javascript:alert(1)", None, id="script"),
        pytest.param(" JAVASCRIPT:alert(1)", None, id="script in capitals"),
        pytest.param("java\x00script:alert(1)", None, id="script with a control character"),
        pytest.param("data:text/html,x", None, id="data"),
        pytest.param("http://[", None, id="malformed"),
        pytest.param("/local", None, id="no scheme"),
    ],
)
def test_only_web_addresses_become_links(url: str | None, href: str | None) -> None:
    assert web_address(url) == href
    assert ('rel="noreferrer' in page_of(article=replace(ARTICLE, url=url))) == (href is not None)


@pytest.mark.parametrize(
    ("column", "value", "text"),
    [
        pytest.param("hedging_hedge_rate", math.nan, "–", id="undefined"),
        pytest.param("hedging_hedge_rate", None, "–", id="null"),
        pytest.param("hedging_hedge_rate", 12.345, "12.3", id="large rate"),
        pytest.param("promotion_residue_count", 3.0, "3", id="count"),
        pytest.param("language_word_count", 12345.0, "12,345", id="thousands"),
        pytest.param("language_lix_grade", 46.25, "46.2", id="grade"),
        pytest.param("hedging_hedge_rate", 0.0004, "<0.01", id="hardly any"),
        pytest.param("stance_tone_balance", -0.001, "0.00", id="no minus before nothing"),
    ],
)
def test_figures(column: str, value: float | None, text: str) -> None:
    assert format_value(column, value) == text


def test_slugs_of_different_texts_differ() -> None:
    texts = [
        "a",
        "A",
        "a b",
        "a-b",
        "a/b",
        "",
        "..",
        "con",
        "index",
        "é",
        "ü",
        "\ud800",
        "x" * 300,
        "x" * 301,
    ]
    slugs = [safe_slug(text) for text in texts]
    assert len(set(slugs)) == len(texts)
    assert all(re.fullmatch(r"[a-z0-9][a-z0-9_-]{0,79}", slug) for slug in slugs)


def test_one_line_texts() -> None:
    assert show("a\n\n b\u200b\x1b[2J") == "a b[2J"
    assert days("2025-13-40") == "2025-13-40"


def test_the_same_card_gives_the_same_bytes() -> None:
    assert page_of() == page_of()


# In a browser


@pytest.fixture
def opened(page: Any, tmp_path: Path) -> Any:
    path = tmp_path / "card.html"
    path.write_text(page_of(), encoding="utf-8")
    page.problems = []
    page.on("console", lambda message: page.problems.append(message.text))
    page.on("pageerror", lambda error: page.problems.append(str(error)))
    page.goto(path.as_uri())
    return page


def test_keys_step_through_the_marks(opened: Any) -> None:
    focused = "document.activeElement.textContent"
    seen = []
    for _ in range(3):
        opened.keyboard.press("j")
        seen.append(opened.evaluate(focused))
    assert seen == ["amazing", "may", "Maria "]
    opened.keyboard.press("k")
    assert opened.evaluate(focused) == "may"
    assert opened.inner_text("#about") == "hedge (epistemic), probability 0.91, outlet’s voice"
    assert opened.inner_text("#place") == "2 of 7"
    assert opened.problems == []


def test_filters_hide_families_and_voices(opened: Any) -> None:
    opened.uncheck("input[value=sourcing]")
    opened.uncheck("input[value=quoted]")
    assert opened.inner_text("#place") == "3 marks"
    assert opened.evaluate("[...document.querySelectorAll('mark.off')].length") == 4
    opened.check("input[value=quoted]")
    assert opened.inner_text("#place") == "4 marks"


def test_the_script_builds_the_looks_that_the_page_came_with(opened: Any, tmp_path: Path) -> None:
    before = re.findall(r'<mark[^>]*class="([^"]*)"', page_of())
    assert opened.evaluate("[...document.querySelectorAll('mark')].map((m) => m.className)") == before


def test_a_reason_jumps_to_its_words(opened: Any) -> None:
    opened.click("text=Hands one claim")
    opened.wait_for_selector("mark:focus")
    assert opened.evaluate("document.activeElement.textContent") == "Critics"


@pytest.mark.parametrize("width", [320, 390, 800, 1440])
def test_nothing_scrolls_sideways(page: Any, tmp_path: Path, width: int) -> None:
    long = "Donau" + "dampfschifffahrt" * 30
    article = replace(
        ARTICLE, title=long, outlet=long, text=f"{long} {TEXT}\n\n\u05d1\u05d7\u05d9\u05e8\u05d5\u05ea."
    )
    html = page_of(
        card(title=long, outlet=long, id=long, evidence=()),
        article,
        sources=[SourceRow(long, "anonymous", 10**6, 10**6, (0, 1))],
        sides=[SideRow(long, 3, 9, 1.0, 0.0, (0, 1))],
    )
    path = tmp_path / "card.html"
    path.write_text(html, encoding="utf-8")
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_the_largest_single_change_links_to_its_first_mark_and_stays_text() -> None:
    text = f"Repeating the phrase {HOSTILE} less often would raise quality by 6."
    change = Change(text, "stuffing_phrase_share", {}, {"quality": 6.0}, 3)
    page = page_of(change=change)
    assert "The largest single change:" in words_of(page)
    assert f'<a href="#t{TEXT.index("Critics")}">repeating the phrase &#34;&gt;&lt;script&gt;' in page
    assert "<script>alert(1)" not in page and "\x1b" not in page


def test_without_a_change_the_line_is_not_there() -> None:
    assert "single change" not in words_of(page_of())
