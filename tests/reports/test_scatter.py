from __future__ import annotations

from itertools import combinations
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pytest

from scoring.outlets import compare_outlets
from scoring.reports.charts import NARROW, save_figure, to_svg
from scoring.reports.label_places import Wanted, overlap, place_labels, widen
from scoring.reports.scatter import Field, draw_scatter, name_stands, rank_names
from scoring.reports.scatter_rows import (
    FEW_ARTICLES,
    describe_plane,
    gather_cloud,
    place_scores,
    scatter_finding,
    scatter_subtitle,
)

HOSTILE = ["$x^2$ & <b>bold</b>", "line\nbreak\x00\x1b[31m", "\u202eright to left", "صحيفة", "W" * 300]
SVG = "{http://www.w3.org/2000/svg}"


def table(names, *, events=4, seed=0):
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        [
            {
                "id": f"{n}-{e}", "outlet": name, "event": f"e{e}",
                "quality": rng.uniform(5, 95), "quality_low": 5.0, "quality_high": 95.0,
                "bias": rng.uniform(5, 95), "bias_low": 5.0, "bias_high": 95.0,
            }
            for n, name in enumerate(names)
            for e in range(events)
        ]
    )  # fmt: skip


def place(names, **options):
    return place_scores(compare_outlets(table(names, **options)))


def texts(figure):
    return [element.text for element in ElementTree.fromstring(to_svg(figure)).iter(f"{SVG}text")]


def test_every_one_of_few_outlets_is_named_at_its_mean():
    assert set("ABCDE") <= set(texts(draw_scatter(place("ABCDE"), title="")))


@pytest.mark.parametrize("width", [7.0, NARROW])
@pytest.mark.parametrize("events", [1, 3, 20], ids=["single articles", "some", "a cloud"])
def test_sixty_outlets_are_named_where_there_is_room_and_the_rest_counted(events, width):
    plane = place([f"The Standard of District {n}" for n in range(60)], events=events)
    named = name_stands(plane, width=width)
    assert 0 < named < 60
    rest = f"{60 - named} outlets with few articles or no room are not named"
    assert rest in scatter_subtitle(plane, labelled=named)


def test_lines_join_the_articles_of_one_event():
    plane = place("ABC", events=2)
    assert [len(line) for line in plane.events] == [3, 3]
    assert all(list(line) == sorted(line) for line in plane.events)
    assert "Thin lines join" in scatter_subtitle(plane, labelled=3)
    assert "lines join the articles of 2 events" in describe_plane(plane)


def test_no_lines_without_shared_events_or_between_events():
    assert place("A", events=3).events == ()
    assert place_scores(compare_outlets(table("ABC"), by="event")).events == ()
    assert place_scores(compare_outlets(table("ABC").drop(columns="event"))).events == ()


def test_many_articles_become_a_cloud_without_lines():
    plane = place("ABCDE", events=FEW_ARTICLES // 5 + 1)
    assert plane.is_cloud
    assert "join" not in scatter_subtitle(plane, labelled=5) + describe_plane(plane)
    assert sum(count for _, count in gather_cloud(plane)) == plane.n


def test_of_a_cloud_those_far_out_are_named_first():
    frame = table([f"Paper {n}" for n in range(60)], events=3)
    far = frame["outlet"] == "Paper 59"
    frame.loc[~far, ["quality", "bias"]] = frame.loc[~far, ["quality", "bias"]] / 10 + 45
    frame.loc[far, ["quality", "bias"]] = [95.0, 5.0]
    plane = place_scores(compare_outlets(frame))
    assert min(plane.stands, key=rank_names(plane)).name == "Paper 59"
    assert "Paper 59" in texts(draw_scatter(plane))


def test_many_crosses_are_fainter_than_few():
    few, many = (draw_scatter(place([f"P{n}" for n in range(size)], events=8)) for size in (5, 60))
    strengths = [
        max(line.get_alpha() for line in figure.axes[0].lines if line.get_alpha()) for figure in (few, many)
    ]
    assert strengths[1] < strengths[0] == 0.6


def test_articles_without_scores_are_left_out_and_outlets_counted():
    frame = table("AB")
    frame.loc[frame["outlet"] == "B", "bias"] = np.nan
    plane = place_scores(compare_outlets(frame))
    assert [(stand.name, stand.n) for stand in plane.stands] == [("A", 4)]
    assert "Left out: 1 outlet without scores." in scatter_subtitle(plane, labelled=1)


@pytest.mark.parametrize("frame", [table("A").head(0), table("AB").assign(quality=np.nan),
                                   table("A").drop(columns="bias")],
                         ids=["no article", "withheld", "one score only"])  # fmt: skip
def test_nothing_to_place(frame):
    assert place_scores(compare_outlets(frame)) is None


def test_single_articles_carry_their_own_intervals():
    plane = place("AB", events=1)
    assert plane.is_single
    assert {stand.quality[1:] for stand in plane.stands} == {(5.0, 95.0)}


def test_description_from_the_data():
    frame = pd.DataFrame({"id": list("abcd"), "outlet": list("XXYY"), "event": list("efef"),
                          "quality": [70.0, 72, 30, 34], "bias": [20.0, 20, 60, 64]})  # fmt: skip
    # Two events: mean -+ t(0.95, 1) = 6.31 times half the range; alike: no interval.
    said = "X quality 71 (65–77), bias 20; Y quality 32 (19–45), bias 62 (49–75)"
    head = "Quality against bias of 2 outlets, 4 articles"
    joined = "lines join the articles of 2 events"
    assert describe_plane(place_scores(compare_outlets(frame))) == f"{head}; {said}; {joined}."


@pytest.mark.parametrize(
    ("names", "events", "said"),
    [
        ("A", 4, "One outlet by quality and bias"),
        ("AB", 1, "Single articles by quality and bias: no word on the outlets"),
        ("AB", 4, "No pair of outlets surely differs in both quality and bias"),
    ],
)
def test_findings(names, events, said):
    tables = compare_outlets(table(names, events=events))
    assert scatter_finding(tables, place_scores(tables)) == said


def test_the_finding_counts_pairs_that_differ_in_both():
    frame = table("ABC", events=12)
    rng = np.random.default_rng(0)
    quality = frame["outlet"].map({"A": 10.0, "B": 50.0, "C": 90.0}) + rng.normal(size=len(frame))
    bias = frame["outlet"].map({"A": 10.0, "B": 50.0, "C": 10.0}) + rng.normal(size=len(frame))
    tables = compare_outlets(frame.assign(quality=quality, bias=bias))
    said = "2 of 3 pairs of outlets differ in both quality and bias"
    assert scatter_finding(tables, place_scores(tables)) == said


@pytest.mark.parametrize("width", [7.0, NARROW])
def test_hostile_names_are_only_text(width, tmp_path):
    figure = draw_scatter(place(HOSTILE), title="$\\frac{ <script>", width=width)
    save_figure(figure, tmp_path / "plane")
    shown = "".join(texts(figure))
    assert "$x^2$" in shown
    assert not {"\x00", "\x1b", "\u202e"} & set(shown)
    assert b"<script" not in (tmp_path / "plane.svg").read_bytes()


def test_same_table_same_bytes(tmp_path):
    for name in ("one", "two"):
        save_figure(draw_scatter(place(HOSTILE), title="T"), tmp_path / name)
    for ending in ("svg", "png"):
        assert (tmp_path / f"one.{ending}").read_bytes() == (tmp_path / f"two.{ending}").read_bytes()


def test_points_beyond_the_scale_are_drawn_at_its_end():
    assert Field(1.0, 2.0, 4.0).at(-20, 130) == (1.0, 2.0)


def test_labels_keep_apart_and_inside():
    rng = np.random.default_rng(0)
    wanted = [Wanted(x, y, 0.6, 0.15) for x, y in rng.uniform(0.5, 4.5, (40, 2))]
    found = [place.box for place in place_labels(wanted, inside=(0, 0, 5, 5)) if place]
    assert len(found) > 25
    assert not any(overlap(widen(one), other) for one, other in combinations(found, 2))
    assert all(min(box) >= 0 and max(box) <= 5 for box in found)


def test_a_label_without_room_has_no_place():
    assert place_labels([Wanted(0.5, 0.5, 3, 0.1)], inside=(0, 0, 1, 1)) == [None]
