from __future__ import annotations

import csv
import re
from html.parser import HTMLParser
from itertools import pairwise

import numpy as np
import pandas as pd
import pytest

from scoring.reports.comparison import FIRST, compare_table

HEADLINES = {"hedging": "hedging_hedge_rate", "stance": "stance_tone_balance", "sourcing": "not_there_rate"}
HOSTILE = ["=cmd|' /C calc'!A0", "<script>alert(1)</script>", "a\n\x00\u202eb", "$x$", "V" * 400]


def table(names, *, events=4, seed=0, step=8.0):
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        [
            {
                "id": f"{n}-{e}", "outlet": name, "event": f"e{e}", "title": "T", "status": "scored",
                "quality": min(90, 20 + step * n) + rng.normal(0, 5),
                "quality_low": 10.0, "quality_high": 90.0,
                "bias": 50 + rng.normal(0, 5), "bias_low": 10.0, "bias_high": 90.0,
                "hedging_hedge_rate": rng.gamma(2), "stance_tone_balance": rng.uniform(-1, 1),
            }
            for n, name in enumerate(names)
            for e in range(events)
        ]
    )  # fmt: skip


def compared(names, **options):
    return compare_table(table(names, **options), headlines=HEADLINES)


class Reader(HTMLParser):
    """Collects what the tests ask about."""

    def __init__(self, page):
        super().__init__()
        self.tags, self.links, self.ids, self.images = [], [], [], []
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        self.tags.append(tag)
        if "id" in found:
            self.ids.append(found["id"])
        if tag == "a":
            self.links.append(found["href"])
        if found.get("role") == "img":
            self.images.append(found["aria-label"])


def test_files(tmp_path):
    compared(["A", "B"]).save(tmp_path / "new" / "folder")
    names = ("quality", "bias", "hedging", "stance")
    stems = [*(f"outlets-{name}" for name in names), "score-strips", "heatmap", "quality-bias"]
    drawn = [f"{stem}.{end}" for stem in stems for end in ("svg", "png")]
    found = sorted(path.name for path in (tmp_path / "new" / "folder").iterdir())
    assert found == sorted(["outlets.csv", "pairs.csv", "index.html", *drawn])


def test_tables_on_disk(tmp_path):
    compared(HOSTILE).save(tmp_path)
    with (tmp_path / "outlets.csv").open(newline="", encoding="utf-8") as file:
        outlets = list(csv.DictReader(file))
    with (tmp_path / "pairs.csv").open(newline="", encoding="utf-8") as file:
        pairs = list(csv.DictReader(file))
    assert ",".join(outlets[0]) == "outlet,measure,n,events,mean,low,high,low50,high50"
    assert ",".join(pairs[0]) == "a,b,measure,difference,low,high,probability,shared_events"
    assert (len(outlets), len(pairs)) == (5 * 4, 10 * 4)
    assert "'=cmd|' /C calc'!A0" in {row["outlet"] for row in outlets}


def test_same_bytes_twice(tmp_path):
    for name in ("one", "two"):
        compared(HOSTILE).save(tmp_path / name)
    for path in (tmp_path / "one").iterdir():
        assert path.read_bytes() == (tmp_path / "two" / path.name).read_bytes()


def test_the_page_opens_with_the_answer():
    comparison = compared(["A", "B", "C"])
    page = comparison.to_html()
    assert comparison.answer.split(".")[0] in re.sub(r"<[^>]*>", "", page)
    assert page.index('class="answer"') < page.index("<figure")


def test_every_chart_is_followed_by_its_table_and_links_and_has_words():
    page = compared(["A", "B", "C"]).to_html()
    found = Reader(page)
    assert found.tags.count("figure") == 7
    assert len(found.images) == 2 * 7
    starts = ["3 outlets by "] * 8 + ["Single articles of 3 outlets"] * 2 + ["3 outlets by "] * 2
    starts += ["Quality against bias of 3 outlets"] * 2
    assert all(label.startswith(start) for label, start in zip(found.images, starts, strict=True))
    assert {"score-strips.svg", "score-strips.png"} <= set(found.links)
    assert {"heatmap.svg", "heatmap.png", "quality-bias.svg", "quality-bias.png"} <= set(found.links)
    assert {"outlets-stance.svg", "outlets-stance.png", "outlets.csv", "pairs.csv"} <= set(found.links)
    assert [tag for tag in found.tags if tag in ("figure", "table")][:4] == ["figure", "table"] * 2


def test_links_lead_to_files_that_are_there(tmp_path):
    comparison = compared(["A", "B"])
    comparison.save(tmp_path)
    links = Reader((tmp_path / "index.html").read_text(encoding="utf-8")).links
    assert all((tmp_path / link).is_file() for link in links if not link.startswith("#"))


def test_the_page_says_at_its_top_what_is_on_it_and_where():
    withheld = table(["A", "B"]).assign(quality=np.nan, bias=np.nan, status="withheld")
    for frame in (table(["A", "B", "C"]), table(["A"], events=1), withheld, table(["A"]).head(0)):
        found = Reader(compare_table(frame, headlines=HEADLINES).to_html())
        jumps = [link.removeprefix("#") for link in found.links if link.startswith("#")]
        assert set(jumps) <= {*found.ids, "main"}
        assert ("how" in jumps) is not frame.empty
    jumps = Reader(compared(["A", "B", "C"]).to_html()).links
    assert {"#outlets-quality", "#score-strips", "#pairs-quality", "#heatmap", "#quality-bias"} <= set(jumps)


@pytest.mark.parametrize(
    "names", [["A"], HOSTILE, [f"o{n}" for n in range(60)]], ids=["one", "hostile", "sixty"]
)
def test_ids_are_unique_and_nothing_is_fetched(names):
    page = compared(names).to_html()
    found = Reader(page)
    assert len(found.ids) == len(set(found.ids))
    assert not re.search(r"(?:src|href)=[\"'](?:https?:)?//", page)
    assert found.tags.count("script") == 1
    assert "\x00" not in page
    assert "\u202e" not in page


def test_headings_are_unique():
    for names in (["A"], ["A", "B"]):
        page = compared(names, events=1).to_html()
        heads = re.findall(r"<h2[^>]*>(.*?)</h2>", page)
        assert len(heads) == len(set(heads))


def test_the_order_of_the_page():
    page = compared(["A", "B", "C"]).to_html()
    places = [page.index(mark) for mark in (
        'class="answer"', 'id="outlets-quality"', 'id="score-strips"', 'id="pairs-quality"',
        'id="heatmap"', 'id="quality-bias"',
        'id="how"',
    )]  # fmt: skip
    assert places == sorted(places)


def test_what_cannot_be_drawn_is_left_out_with_a_sentence(tmp_path):
    comparison = compared(["A"])
    comparison.save(tmp_path)
    assert "Left out: it takes two outlets" in comparison.to_html()
    assert not (tmp_path / "heatmap.svg").exists()
    assert (tmp_path / "quality-bias.svg").exists()
    withheld = compare_table(table(["A", "B"]).assign(quality=np.nan, bias=np.nan), headlines=HEADLINES)
    assert "Left out: no article has both scores." in withheld.to_html()
    assert set(withheld.figures) >= {"heatmap"}
    assert "quality-bias" not in withheld.figures


def test_all_measures_get_a_chart_of_their_own(tmp_path):
    frame = table(["A", "B"]).assign(hedging_booster_rate=np.arange(8.0), desk_visits=np.arange(8.0))
    comparison = compare_table(frame, headlines=HEADLINES)
    comparison.save(tmp_path)
    page = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "All 6 measures, family by family" in page
    assert all((tmp_path / f"heatmap-measures.{ending}").is_file() for ending in ("svg", "png"))
    assert page.index('id="heatmap"') < page.index("heatmap-measures.svg") < page.index('id="quality-bias"')


def test_rings_tell_their_title_and_only_where_there_is_a_pointer():
    page = compared(["A", "B"]).to_html()
    assert len(re.findall(r"<title>T · quality \d+", page)) == 8
    assert len(re.findall(r"<title>T · bias \d+", page)) == 8


def test_the_page_of_many_outlets_stays_small():
    frame = table([f"o{n}" for n in range(60)], events=4)
    assert len(compare_table(frame, headlines=HEADLINES).to_html()) < 2_000_000


def test_many_pairs_are_folded():
    page = compared([f"o{n}" for n in range(8)]).to_html()
    assert f"{8 * 7 // 2 - FIRST} more pairs" in page


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param({"events": 1}, "One article per outlet tells nothing", id="single articles"),
        pytest.param({"step": 0.0}, "no difference can be told", id="alike"),
    ],
)
def test_answers_reach_the_page(options, said):
    assert said in compared(["A", "B", "C"], **options).to_html()


def test_single_articles_have_no_pairs_table():
    assert "Pairs by" not in compared(["A", "B"], events=1).to_html()


def test_all_withheld(tmp_path):
    frame = table(["A", "B"]).assign(quality=np.nan, bias=np.nan, status="withheld")
    compare_table(frame, headlines=HEADLINES).save(tmp_path)
    assert "All 8 articles are withheld" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_no_article_at_all(tmp_path):
    comparison = compare_table(table(["A"]).head(0), headlines=HEADLINES)
    comparison.save(tmp_path)
    assert comparison.answer == "There is no article to compare."


def test_other_columns(tmp_path):
    frame = table(["A", "B"]).assign(desk=["home", "world"] * 4)
    compare_table(frame, by="desk", headlines={}).save(tmp_path)
    assert "Groups compared" in (tmp_path / "index.html").read_text(encoding="utf-8")


def test_figures_are_drawn_once():
    comparison = compared(["A", "B"])
    assert comparison.figures["outlets-bias"] is comparison.figures["outlets-bias"]


def test_notebooks_get_the_answer_and_the_charts():
    comparison = compared(["<b>", "B"])
    shown = comparison._repr_html_()
    assert shown.count("<svg") == 4
    assert "<b>" not in shown
    assert "shared events" in shown


# In a browser


def test_unfolded_pages_fit_any_width_and_keep_their_headings_in_order(page, tmp_path):
    path = tmp_path / "index.html"
    frame = table([*HOSTILE, *(f"o{n}" for n in range(20))], events=2)
    path.write_text(compare_table(frame, headlines=HEADLINES).to_html(), encoding="utf-8")
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach((d) => { d.open = true; })")
    for width in (320, 390, 1440):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("document.documentElement.scrollWidth") <= width
    levels = page.evaluate("[...document.querySelectorAll('h1, h2, h3')].map((h) => Number(h.localName[1]))")
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert page.evaluate("document.querySelectorAll('figure svg:not([aria-label])').length") == 0
