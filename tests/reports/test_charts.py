from __future__ import annotations

import re
import subprocess
import sys
from xml.etree import ElementTree

import matplotlib
import numpy as np
import pandas as pd
import pytest

from scoring.outlets import compare_outlets
from scoring.reports.charts import NARROW, describe_outlets, draw_outlets, save_figure, to_svg
from scoring.reports.labels import format_interval, format_value, measure_label, measure_scale
from scoring.reports.lettering import break_lines, text_width, wrap_name
from scoring.reports.svg import inline_svg

HOSTILE = [
    "$x^2$ & <b>bold</b>",
    'quote " id="x" apostrophe \'',
    "line\nbreak\ttab\x00\x1b[31m",
    "\u202eright to left",
    "صحيفة الأخبار",
    "新华社每日电讯",
    "W" * 300,
    "The Gazette of Upper and Lower Pannonia, of Adjoining Districts and of Several Places More",
    "$\\frac{unclosed",
]


def compared(names, *, events=4, seed=0):
    rng = np.random.default_rng(seed)
    cells = [
        {
            "id": f"{n}-{e}", "outlet": name, "event": f"e{e}",
            "quality": rng.uniform(20, 80), "quality_low": 10.0, "quality_high": 90.0,
            "hedging_hedge_rate": rng.gamma(2), "stance_tone_balance": rng.uniform(-1, 1),
        }
        for n, name in enumerate(names)
        for e in range(events)
    ]  # fmt: skip
    return compare_outlets(pd.DataFrame(cells))


def texts(svg):
    return [element.text for element in ElementTree.fromstring(svg).iter("{http://www.w3.org/2000/svg}text")]


def draw(tables, measure="quality", **options):
    return draw_outlets(tables.outlets, tables.articles, measure=measure, **options)


@pytest.mark.parametrize("width", [7.0, NARROW])
@pytest.mark.parametrize("count", [1, 5, 60])
def test_every_outlet_is_drawn_highest_first(count, width):
    tables = compared([f"Outlet {n:02d}" for n in range(count)])
    shown = [text for text in texts(to_svg(draw(tables, width=width))) if re.fullmatch("Outlet ..", text)]
    quality = tables.outlets[tables.outlets["measure"] == "quality"]
    assert shown == list(quality.sort_values("mean", ascending=False)["outlet"])


def test_the_axis_grows_with_the_outlets():
    few, many = (draw(compared([str(n) for n in range(k)])).get_size_inches()[1] for k in (5, 60))
    assert many - few == pytest.approx(55 * 0.36, abs=0.5)


def test_figures_and_n_are_printed():
    svg = texts(to_svg(draw(compared(["A"]))))
    row = compared(["A"]).outlets.iloc[0]
    assert f"{row['mean']:.0f} ({row['low']:.0f}–{row['high']:.0f})" in svg
    assert "4" in svg


def test_scores_have_the_same_scale_always():
    assert draw(compared(["A", "B"])).axes[0].get_xlim() == (0, 100)


def test_single_articles_show_their_own_interval():
    svg = texts(to_svg(draw(compared(["A", "B"], events=1))))
    assert sum(text.endswith("(10–90)") for text in svg) == 2
    assert "article (90 %)" in svg


def test_an_outlet_without_a_value_stands_last_and_says_so():
    frame = compared(["A", "B"]).articles
    frame.loc[frame["outlet"] == "A", "quality"] = np.nan
    shown = texts(to_svg(draw(compare_outlets(frame))))
    assert shown.index("B") < shown.index("A")
    assert "withheld" in shown


@pytest.mark.parametrize("width", [7.0, NARROW])
@pytest.mark.parametrize("measure", ["quality", "hedging_hedge_rate", "stance_tone_balance"])
def test_hostile_names_are_only_text(measure, width, tmp_path):
    figure = draw(compared(HOSTILE), measure, width=width, title="$\\frac{ <script>")
    save_figure(figure, tmp_path / "chart")
    svg = (tmp_path / "chart.svg").read_bytes()
    shown = "".join(texts(svg))
    assert "$x^2$ & <b>bold</b>" in shown.replace("…", "")
    assert not {"\x00", "\x1b", "\u202e"} & set(shown)
    assert b"<script" not in svg
    assert (tmp_path / "chart.png").read_bytes().startswith(b"\x89PNG")


def test_same_figure_same_bytes(tmp_path):
    for name in ("one", "two"):
        save_figure(draw(compared(["A", "B", "C"])), tmp_path / name)
    for ending in ("svg", "png"):
        assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"two.{ending}").read_bytes()
    assert b"<dc:date" not in (tmp_path / "one.svg").read_bytes()


def test_global_style_is_left_alone():
    before = dict(matplotlib.rcParams)
    to_svg(draw(compared(["A"])))
    assert dict(matplotlib.rcParams) == before


def test_no_back_end_is_chosen():
    code = "import sys, scoring.reports.charts; sys.exit('matplotlib.pyplot' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


@pytest.mark.parametrize(
    ("title", "first"),
    [("Told apart", "Told apart"), (None, "highest"), ("", None)],
    ids=["given", "from the data", "none"],
)
def test_titles(title, first):
    shown = " ".join(texts(to_svg(draw(compared(["A", "B"]), title=title))))
    assert (first or "") in shown
    assert ("higher is better" in shown) == (title != "")


def test_description_from_the_data():
    frame = pd.DataFrame({"id": list("abcd"), "outlet": list("XXYY"), "event": list("efef"),
                          "quality": [70.0, 72.0, 30.0, 34.0]})  # fmt: skip
    said = describe_outlets(compare_outlets(frame).outlets, measure="quality")
    # Two events: mean -+ t(0.95, 1) = 6.31 times half the range.
    extremes = "highest X 71 (65–77), lowest Y 32 (19–45)"
    assert said == f"2 outlets by quality; {extremes}; means with 90 % intervals."


def test_description_of_single_articles_and_of_none():
    tables = compared(["A", "B"], events=1)
    said = describe_outlets(tables.outlets, measure="quality", articles=tables.articles)
    assert said.endswith("single articles with 90 % intervals.")
    assert "(10–90)" in said
    frame = tables.articles.assign(quality=np.nan)
    said = describe_outlets(compare_outlets(frame).outlets, measure="quality")
    assert said == "2 outlets by quality; none has a value."


@pytest.mark.parametrize("name", ["", "a", "two words", "W" * 300, "新华社" * 40, "a " * 200])
def test_wrapped_names_fit(name):
    lines = wrap_name(name, 2.0)
    assert 1 <= len(lines) <= 3
    assert all(text_width(line, 10) <= 2.1 for line in lines)


def test_broken_lines_keep_every_letter():
    text = "one two " + "x" * 100 + " three"
    assert "".join(break_lines(text, 1.0, 10)).replace(" ", "") == text.replace(" ", "")


@pytest.mark.parametrize(
    ("measure", "value", "text"),
    [
        ("quality", float("nan"), "–"),
        ("quality", 61.6, "62"),
        ("bias", -0.2, "0"),
        ("x_rate", 1.234, "1.23"),
        ("x_rate", 12.34, "12.3"),
        ("x_rate", 0.004, "<0.01"),
        ("x_rate", 0.0, "0.00"),
        ("x_share", 0.0164, "1.6 %"),
        ("x_share", 0.314, "31 %"),
        ("x_share", 0.0004, "<0.1 %"),
        ("x_share", -0.0004, "0.0 %"),
        ("x_share", 0.0, "0 %"),
        ("x_balance", 0.001, "0.00"),
        ("x_count", 3.0, "3.0"),
        ("x_balance", -0.256, "\u22120.26"),
    ],
)
def test_values(measure, value, text):
    assert format_value(measure, value) == text


def test_intervals_with_a_minus_use_a_word():
    assert format_interval("x_balance", -0.5, 0.5) == "\u22120.50 to 0.50"


@pytest.mark.parametrize(
    ("measure", "label", "scale"),
    [
        ("bias", "bias", "0–100, higher is more biased"),
        ("sourcing_attribution_rate", "sourcing (attributions)", "per 100 words"),
        ("language_lix_grade", "language (LIX)", "grade"),
        ("sourcing_quote_share", "sourcing (words in quotation marks)", "in percent"),
        ("desk_tone_balance", "desk tone balance", "balance, \u22121 to 1"),
        ("visits", "visits", "in its own unit"),
    ],
)
def test_measures_in_words(measure, label, scale):
    assert (measure_label(measure), measure_scale(measure)) == (label, scale)


def test_inline_charts_follow_the_page_and_keep_apart():
    figure = draw(compared(HOSTILE), title="")
    svg = inline_svg(figure, label='Say "5 < 6"', prefix="p1")
    root = ElementTree.fromstring(svg)
    assert (root.get("role"), root.get("aria-label")) == ("img", 'Say "5 < 6"')
    ids = [element.get("id") for element in root.iter() if element.get("id")]
    assert ids
    assert all(name.startswith("p1-") for name in ids)
    used = {element.get("href") for element in root.iter() if element.get("href")}
    assert used <= {f"#{name}" for name in ids}
    assert "#1c1b19" not in svg
    assert "currentColor" in svg
    assert "*{" not in svg
    assert "*  {" not in svg
    rules = re.findall(r"([^{}<>]+){[^}]*}", "".join(re.findall(r"<style>(.*?)</style>", svg)))
    assert rules
    assert all(rule.startswith(".p1 .s") for rule in rules)
    assert "font-family" not in svg
