from __future__ import annotations

import re
from types import SimpleNamespace
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest

from scoring.reports.charts import NARROW, save_figure, to_svg
from scoring.reports.strip_rows import (
    FEWEST,
    MOST_IN_ROW,
    MOST_LISTED,
    MOST_ROWS,
    lay_strips,
)
from scoring.reports.strip_words import (
    describe_strips,
    spread_of,
    strip_cells,
    strips_finding,
    strips_subtitle,
)
from scoring.reports.strips import dot_titles, draw_strips
from scoring.reports.svg import inline_svg

HOSTILE = ["$x^2$ & <b>bold</b>", "line\nbreak\x00\x1b[31m", "\u202eright to left", "صحيفة", "W" * 300]


def strips_of(scores, *, title="Rain"):
    """Lay strips of outlets, each with its articles as (quality, bias)."""
    rows = [
        {"id": f"{name}-{n}", "outlet": name, "title": title, "quality": quality, "bias": bias,
         "quality_low": 10.0, "quality_high": 90.0}
        for name, articles in scores.items()
        for n, (quality, bias) in enumerate(articles)
    ]  # fmt: skip
    columns = ["id", "outlet", "title", "quality", "bias", "quality_low", "quality_high"]
    return lay_strips(SimpleNamespace(articles=pd.DataFrame(rows, columns=columns), by="outlet"))


def many(outlets, articles):
    rng = np.random.default_rng(0)
    return {f"o{k}": [tuple(pair) for pair in rng.uniform(0, 100, (articles, 2))] for k in range(outlets)}


def texts(figure):
    root = ElementTree.fromstring(to_svg(figure))
    return [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]


@pytest.mark.parametrize(
    "scores",
    [
        pytest.param({}, id="no article"),
        pytest.param({"A": [(np.nan, np.nan)]}, id="all withheld"),
    ],
)
def test_nothing_to_draw(scores):
    assert strips_of(scores) is None


def test_highest_median_first_and_outlets_without_a_score_last():
    strips = strips_of({"A": [(10, 1), (20, 2)], "B": [(np.nan, np.nan)], "C": [(14, 5), (90, 6), (60, 7)]})
    assert [row.name for row in strips.rows] == ["C", "A", "B"]
    assert [strip_cells(row) for row in strips.rows] == [
        ("C", "3", "60", "14–90", "6", "5–7"),
        ("A", "2", "15", "10–20", "2", "1–2"),  # medians 15 and 1.5
        ("B", "0", "–", "–", "–", "–"),
    ]
    assert (strips.n, strips.held) == (5, 1)
    assert "1 withheld, so not drawn." in strips_subtitle(strips)


def test_distances_within_and_between():
    strips = strips_of({"A": [(10, 0), (20, 0), (40, 0)], "B": [(70, 0)]})
    # Within A: 10, 30, 20. Between: 60, 50, 30.
    assert spread_of(strips.rows, "quality") == (pytest.approx(60 / 3), pytest.approx(140 / 3))
    assert strips_finding(strips) == (
        "Two articles of one outlet lie 20 points of quality apart on average; two of different outlets, 47"
    )


@pytest.mark.parametrize(
    ("scores", "said"),
    [
        pytest.param({"A": [(50, 50)]}, "One article: its two scores", id="one article"),
        pytest.param({"A": [(50, 1), (60, 1)]},
                     "Two articles of one outlet lie 10 points of quality apart on average", id="one outlet"),
        pytest.param({"A": [(50, 1)], "B": [(80, 1)]},
                     "Single articles, one per outlet, lie 30 points of quality apart on average",
                     id="one each"),
    ],
)  # fmt: skip
def test_findings(scores, said):
    assert strips_finding(strips_of(scores)) == said


def test_description_names_the_extremes():
    strips = strips_of({"A": [(10, 70), (20, 80)], "B": [(90, 5)]})
    assert describe_strips(strips) == (
        "Single articles of 2 outlets by quality and bias, n = 3; "
        "quality: highest median B 90, lowest A 15 (articles 10–20); "
        "bias: highest median A 75 (articles 70–80), lowest B 5."
    )


def test_every_ring_tells_its_title():
    strips = strips_of({"A": [(10, 70), (20, 80)]}, title="Rain <b>& wind</b>")
    svg = inline_svg(draw_strips(strips, title=""), label="x", prefix="p", titles=dot_titles(strips))
    told = re.findall("<title>(.*?)</title>", svg)
    assert told[0] == "Rain &lt;b&gt;&amp; wind&lt;/b&gt; · quality 10 (10–90)"
    assert len(told) == 4


def test_a_row_with_many_articles_gets_bars():
    strips = strips_of({**many(1, MOST_IN_ROW + 1), "few": [(50, 50), (60, 60)]})
    assert strips.is_binned
    assert set(dot_titles(strips)) == {f"{score}-{strips.rows.index(row)}" for row in strips.rows
                                       if row.name == "few" for score in ("quality", "bias")}  # fmt: skip
    assert f"more than {MOST_IN_ROW} articles: bars" in strips_subtitle(strips)
    assert not strips_of(many(1, MOST_IN_ROW)).is_binned


@pytest.mark.parametrize("width", [7.0, NARROW])
@pytest.mark.parametrize(("outlets", "articles"), [(1, 1), (5, 500), (60, 2)])
def test_any_size_is_drawn(width, outlets, articles):
    strips = strips_of(many(outlets, articles))
    figure = draw_strips(strips, width=width)
    assert figure.get_size_inches()[0] == width
    assert len([text for text in texts(figure) if re.fullmatch(r"(n )?" + str(articles), text)]) >= outlets


def test_many_outlets_are_cut_and_counted():
    strips = strips_of(many(MOST_ROWS + 3, 1))
    assert (len(strips.rows), strips.left_out, strips.limit) == (MOST_ROWS, 3, max(FEWEST, 1500 // MOST_ROWS))
    assert len(strips_of(many(2, MOST_LISTED)).listed) == MOST_LISTED


@pytest.mark.parametrize("width", [7.0, NARROW])
def test_hostile_names_are_only_text(width, tmp_path):
    strips = strips_of({name: [(40, 50), (50, 60)] for name in HOSTILE}, title="\u202e\x00<script>")
    save_figure(draw_strips(strips, width=width), tmp_path / "strips")
    shown = "".join(texts(draw_strips(strips, width=width)))
    assert "$x^2$" in shown
    assert not {"\x00", "\x1b", "\u202e"} & set(shown + "".join(sum(dot_titles(strips).values(), ())))


def test_same_articles_same_bytes(tmp_path):
    for name in ("one", "two"):
        save_figure(draw_strips(strips_of(many(3, 4))), tmp_path / name)
    for ending in ("svg", "png"):
        assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"two.{ending}").read_bytes()


def test_the_number_of_articles_stands_at_the_middle_of_a_long_name():
    house = "The Gazette and Intelligencer of Upper and Lower Pannonia and of the Coast, {} Edition"
    scores = {house.format(name): [(40, 50)] * 77 for name in ("Morning", "Evening")}
    axes = draw_strips(strips_of(scores)).axes[0]
    lines = [text for text in axes.texts if text.get_position()[0] < 1 and text.get_fontsize() == 10]
    assert len(lines) == 6
    assert {lines[2].get_text(), lines[5].get_text()} == {
        "…Coast, Morning Edition",
        "…Coast, Evening Edition",
    }
    numbers = [text.get_position()[1] for text in axes.texts if text.get_text() == "77"]
    assert numbers == [line.get_position()[1] for line in (lines[1], lines[4])]
