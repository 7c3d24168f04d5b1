from __future__ import annotations

from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest

from scoring.outlets import compare_outlets
from scoring.reports.charts import FAMILY_INK, NARROW, save_figure, to_svg
from scoring.reports.heatmap import STRONGEST, draw_heatmap, tint_of
from scoring.reports.heatmap_rows import (
    MOST_ROWS,
    describe_heat,
    heat_finding,
    heat_subtitle,
    place_outlets,
    whole_place,
)
from scoring.reports.heatmap_tall import draw_measures
from scoring.reports.heatmap_view import pick_few

HOSTILE = ["$x^2$ & <b>bold</b>", "line\nbreak\x00\x1b[31m", "\u202eright to left", "صحيفة", "W" * 300]
HEDGES, BOOSTERS, LOADED = "hedging_hedge_rate", "hedging_booster_rate", "stance_loaded_rate"


def table(names, *, events=4, seed=0):
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        [
            {
                "id": f"{n}-{e}", "outlet": name, "event": f"e{e}", "quality": 90 - 80 * n / len(names),
                "bias": rng.uniform(0, 100), HEDGES: rng.gamma(2), BOOSTERS: rng.gamma(2), LOADED: 0.0,
                "desk_visits": rng.uniform(0, 9),
            }
            for n, name in enumerate(names)
            for e in range(events)
        ]
    )  # fmt: skip


def place(frame, **options):
    tables = compare_outlets(frame)
    return place_outlets(tables.outlets, tables.articles, **options)


def texts(figure):
    root = ElementTree.fromstring(to_svg(figure))
    return [element.text for element in root.iter("{http://www.w3.org/2000/svg}text")]


def test_a_cell_is_the_mean_percentile_with_ties_halved():
    frame = pd.DataFrame({"id": list("abcd"), "outlet": list("XXYY"), "quality": [1.0, 2.0, 2.0, 4.0]})
    # Ranks 1, 2.5, 2.5, 4 of 4: percentiles (rank - 0.5) / 4.
    heat = place(frame)
    assert heat.places["quality"].to_dict() == {
        "X": 100 * ((1 - 0.5) / 4 + (2.5 - 0.5) / 4) / 2,
        "Y": 100 * ((2.5 - 0.5) / 4 + (4 - 0.5) / 4) / 2,
    }


def test_rows_by_quality_and_columns_by_family_headline_first():
    heat = place(table(["A", "C", "B"]), headlines=[BOOSTERS])
    assert heat.names == ("A", "C", "B")
    assert heat.measures == ("quality", "bias", BOOSTERS, HEDGES, "desk_visits")
    assert heat.alike == (LOADED,)
    assert "stance (loaded words, outlet's voice)" in heat_subtitle(heat)


def test_outlets_without_a_score_stand_last():
    frame = table(["A", "B", "C"])
    frame.loc[frame["outlet"] == "A", "quality"] = np.nan
    assert place(frame).names == ("B", "C", "A")


@pytest.mark.parametrize(
    "frame",
    [
        pytest.param(table(["A"]).head(0), id="no article"),
        pytest.param(table(["A"]), id="one outlet"),
        pytest.param(table(["A", "B"]).assign(quality=1.0, bias=1.0, desk_visits=1.0)
                     .drop(columns=[HEDGES, BOOSTERS]), id="all alike"),
    ],
)  # fmt: skip
def test_nothing_to_place(frame):
    assert place(frame) is None


def test_cells_apart_are_those_whose_interval_leaves_out_the_mean_of_all():
    frame = pd.DataFrame({"id": list("abcdef"), "outlet": list("XXXYYY"), "quality": [1.0, 2, 3, 91, 92, 93],
                          "bias": [40.0, 50, 60, 40, 50, 60]})  # fmt: skip
    heat = place(frame)
    assert heat.apart.to_dict("list") == {"quality": [True, True], "bias": [False, False]}
    assert heat_finding(heat) == "2 of 4 cells stand apart from the mean of all; chance alone gives up to 0"


def test_single_articles_say_so():
    heat = place(table(["A", "B"], events=1))
    assert heat_finding(heat) == "Single articles, measure by measure: no word on the outlets"
    assert "Bold" not in heat_subtitle(heat)


def test_cells_without_a_value_are_blank_and_counted():
    frame = table(["A", "B"])
    frame.loc[frame["outlet"] == "A", HEDGES] = np.nan
    heat = place(frame)
    shown = [text for text in texts(draw_heatmap(heat)) if text.isdigit()]
    assert len(shown) == heat.places.size - 1 + 2  # and an n an outlet
    assert "Hatched: no value." in heat_subtitle(heat)
    assert "1 cell without a value" in describe_heat(heat)


def test_many_outlets_are_cut_and_counted():
    heat = place(table([f"o{n:03d}" for n in range(MOST_ROWS + 3)], events=1))
    assert (len(heat.names), heat.left_out) == (MOST_ROWS, 3)
    assert "3 more are in outlets.csv" in heat_subtitle(heat)


def test_description_names_what_is_furthest():
    frame = pd.DataFrame({"id": list("abcd"), "outlet": list("XXYY"), HEDGES: [1.0, 1.0, 2.0, 3.0]})
    # X: ranks 1.5, 1.5 of 4; Y: 3 and 4.
    assert describe_heat(place(frame)) == (
        "2 outlets by 1 measure, as percentiles; furthest from the middle: "
        "X 25 in hedging (hedges, outlet's voice), Y 75 in hedging (hedges, outlet's voice)."
    )


def test_a_phone_gets_one_column_a_family():
    few = place(table(["A", "B"]), headlines=[HEDGES]).keep(["quality", "bias", HEDGES])
    figure = draw_heatmap(few, title="", width=NARROW)
    assert figure.get_size_inches()[0] == NARROW
    assert [text for text in texts(figure) if text[0].isupper()][:3] == ["Quality", "Bias", "Hedging"]


def test_the_first_chart_has_one_measure_a_family_that_varies():
    heat = place(table(["A", "B"]).assign(**{HEDGES: 1.0}), headlines=[HEDGES])
    few = pick_few(heat)
    assert few.measures == ("quality", "bias", BOOSTERS), "hedges are alike, other columns have no family"
    assert (few.tested, heat.tested) == (2 * 2, 3 * 2), "quality is the same in all articles of an outlet"
    assert "Of each family one measure; all 4 follow below." in heat_subtitle(heat, shown=3)


def test_all_measures_stand_under_their_family_beside_the_outlets():
    shown = texts(draw_measures(place(table(HOSTILE), headlines=[HEDGES])))
    families = ["Scores", "Hedging", "Other"]
    assert [name for name in shown if name in families] == families
    assert {"Quality", "Hedges, outlet's voice", "Boosters, outlet's voice", "Desk visits"} <= set(shown)
    assert not {"\x00", "\x1b", "\u202e"} & set("".join(shown))


@pytest.mark.parametrize(("outlets", "repeats"), [(2, 1), (60, 2)])
def test_names_of_measures_are_repeated_beside_many_outlets(outlets, repeats):
    shown = texts(draw_measures(place(table([f"o{n}" for n in range(outlets)], events=2)), title=""))
    assert shown.count("Hedges, outlet's voice") == repeats


@pytest.mark.parametrize("width", [None, NARROW])
def test_hostile_names_are_only_text(width, tmp_path):
    figure = draw_heatmap(place(table(HOSTILE)), title="$\\frac{ <script>", width=width)
    save_figure(figure, tmp_path / "heatmap")
    shown = "".join(texts(figure))
    assert "$x^2$" in shown
    assert not {"\x00", "\x1b", "\u202e"} & set(shown)
    assert b"<script" not in (tmp_path / "heatmap.svg").read_bytes()


def test_same_table_same_bytes(tmp_path):
    for name in ("one", "two"):
        save_figure(draw_heatmap(place(table(HOSTILE))), tmp_path / name)
    for ending in ("svg", "png"):
        assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"two.{ending}").read_bytes()


LIGHT = ("#fbfaf7", "#1c1b19", {**FAMILY_INK, "scores": "#1c1b19"})
DARK = ("#181715", "#f1eee7", {
    "hedging": "#56b4e9", "sourcing": "#00ad7e", "promotion": "#e69f00", "stuffing": "#d084ae",
    "stance": "#f66d00", "language": "#9d9d9d", "scores": "#f1eee7",
})  # fmt: skip
"""Paper, ink and the families' inks of base.css."""


def luminance(rgb):
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in rgb]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


@pytest.mark.parametrize(("paper", "ink", "families"), [LIGHT, DARK], ids=["light", "dark"])
def test_figures_are_legible_on_the_strongest_tint(paper, ink, families):
    def rgb(colour):
        return [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]

    for family, colour in families.items():
        share = tint_of(100, family)
        mixed = [share * a + (1 - share) * b for a, b in zip(rgb(colour), rgb(paper), strict=True)]
        dark, light = sorted([luminance(mixed), luminance(rgb(ink))])
        assert (light + 0.05) / (dark + 0.05) >= 4.5, family


def test_tints_grow_with_the_percentile():
    assert tint_of(0, "hedging") < tint_of(50, "hedging") < tint_of(100, "hedging") == STRONGEST


@pytest.mark.parametrize(("place", "text"), [(0.2, "1"), (49.5, "50"), (99.9, "99")])
def test_percentiles_never_reach_the_ends(place, text):
    assert whole_place(place) == text
