from __future__ import annotations

import time

import numpy as np
import pandas as pd
import pandas.testing as pdt
import pytest

from scoring.errors import InputError
from scoring.outlets import compare_outlets
from scoring.outlets.compare import list_measures


def rows(*cells):
    """A table from (outlet, event, quality) cells."""
    return pd.DataFrame(
        [
            {"id": f"a{n}", "outlet": outlet, "event": event, "status": "scored", "quality": quality}
            for n, (outlet, event, quality) in enumerate(cells)
        ],
        columns=["id", "outlet", "event", "status", "quality"],
    ).astype({"quality": float})


def simulate(*, outlets=4, events=8, seed=0, step=10.0, spread=5.0):
    """Outlets whose true quality rises by `step`; events shift all of them alike."""
    rng = np.random.default_rng(seed)
    shift = rng.normal(0, 15, events)
    cells = [
        (f"o{o}", f"e{e}", 40 + step * o + shift[e] + rng.normal(0, spread))
        for o in range(outlets)
        for e in range(events)
    ]
    return rows(*cells)


def outlet(tables, name, measure="quality"):
    found = tables.outlets[(tables.outlets["outlet"] == name) & (tables.outlets["measure"] == measure)]
    return found.iloc[0]


def pair(tables, measure="quality"):
    return tables.pairs[tables.pairs["measure"] == measure].iloc[0]


def test_the_empty_table_gives_empty_tables():
    tables = compare_outlets(rows())
    assert tables.outlets.empty
    assert tables.pairs.empty
    assert list(tables.pairs) == [
        "a", "b", "measure", "difference", "low", "high", "probability", "shared_events",
    ]  # fmt: skip


def test_means_counts_and_events():
    tables = compare_outlets(rows(("A", "x", 10), ("A", "x", 30), ("A", "y", 80), ("A", None, np.nan)))
    found = outlet(tables, "A")
    assert (found["n"], found["events"]) == (3, 2)
    assert found["mean"] == (10 + 30 + 80) / 3
    assert found["low"] <= found["low50"] < found["mean"] < found["high50"] <= found["high"]


@pytest.mark.parametrize(
    "cells",
    [
        pytest.param([("A", "x", 10)], id="one article"),
        pytest.param([("A", "x", 10), ("A", "x", 90)], id="several articles on one event"),
        pytest.param([("A", "x", 50), ("A", "y", 50)], id="all alike"),
        pytest.param([("A", "x", np.nan)], id="withheld"),
    ],
)
def test_no_interval_is_made_up(cells):
    found = outlet(compare_outlets(rows(*cells)), "A")
    assert found[["low", "high", "low50", "high50"]].isna().all()


def test_intervals_stay_within_what_a_measure_can_be():
    table = rows(("A", "x", 2), ("A", "y", 60)).assign(x_named_share=[0.1, 0.9], x_odd_rate=[0.1, 5.0])
    found = compare_outlets(table).outlets.set_index("measure")
    assert tuple(found.loc["quality", ["low", "high"]]) == (0, 100)
    assert tuple(found.loc["x_named_share", ["low", "high"]]) == (0, 1)
    assert found.loc["x_odd_rate", "low"] == 0


def test_shared_events_take_out_what_events_do():
    # Events differ by 40 points, outlets by 5 on each: paired, that is sure; over all articles it is not.
    above = {"A": (5.0, 5.5), "B": (0.0, 0.0)}
    cells = [(o, f"e{e}", 20 + 8 * e + above[o][e % 2]) for o in "AB" for e in range(6)]
    paired = pair(compare_outlets(rows(*cells)))
    loose = pair(compare_outlets(rows(*cells).assign(event=None)))
    assert paired["difference"] == pytest.approx((5.0 + 5.5) / 2)
    assert loose["difference"] == pytest.approx(paired["difference"])
    assert (paired["shared_events"], loose["shared_events"]) == (6, 0)
    assert paired["low"] > 0
    assert paired["probability"] > 0.95
    assert loose["low"] < 0
    assert loose["probability"] < 0.95


def test_the_difference_within_shared_events_leaves_other_events_out():
    cells = [("A", "x", 50), ("A", "y", 60), ("A", "z", 0), ("B", "x", 40), ("B", "y", 30)]
    found = pair(compare_outlets(rows(*cells)))
    assert found["difference"] == ((50 - 40) + (60 - 30)) / 2
    assert found["shared_events"] == 2


def test_one_shared_event_is_compared_over_all_articles():
    cells = [("A", "x", 50), ("A", "y", 60), ("B", "x", 40), ("B", "w", 30)]
    tables = compare_outlets(rows(*cells))
    assert pair(tables)["difference"] == (50 + 60) / 2 - (40 + 30) / 2
    assert pair(tables)["shared_events"] == 1
    assert any("fewer than 2" in note for note in tables.notes)


def test_a_single_article_makes_the_pair_unknown():
    found = pair(compare_outlets(rows(("A", None, 50), ("B", None, 10), ("B", None, 30))))
    assert found["difference"] == 50 - 20
    assert found[["low", "high", "probability"]].isna().all()


def test_swapping_names_swaps_the_answer():
    table = simulate(outlets=2, step=3.0)
    swapped = table.assign(outlet=table["outlet"].map({"o0": "o1", "o1": "o0"}))
    one, two = pair(compare_outlets(table)), pair(compare_outlets(swapped))
    assert one["difference"] == pytest.approx(-two["difference"])
    assert one["probability"] == pytest.approx(1 - two["probability"])


@pytest.mark.parametrize("events", [4, 8])
def test_alike_outlets_are_rarely_told_apart(events):
    tables = [simulate(outlets=2, step=0.0, events=events, seed=seed) for seed in range(120)]
    found = [pair(compare_outlets(table)) for table in tables]
    wrong = [not row["low"] <= 0 <= row["high"] for row in found]
    # 10 % is what a 90 % interval allows; 120 draws have a standard error of 2.7 points.
    assert np.mean(wrong) < 0.19


def test_rows_in_any_order_and_run_twice_give_the_same():
    table = simulate()
    first = compare_outlets(table)
    pdt.assert_frame_equal(first.outlets, compare_outlets(table).outlets)
    shuffled = compare_outlets(table.sample(frac=1, random_state=1))
    pdt.assert_frame_equal(first.pairs, shuffled.pairs)


def test_another_outlet_leaves_an_outlets_interval_alone():
    table = simulate(outlets=3)
    fewer = compare_outlets(table[table["outlet"] != "o1"])
    pdt.assert_series_equal(outlet(compare_outlets(table), "o2"), outlet(fewer, "o2"), check_names=False)


@pytest.mark.parametrize(
    ("outlets", "names", "note"),
    [
        pytest.param([None, None], ["a0", "a1"], "under its id", id="none named: each file for itself"),
        pytest.param([" ", ""], ["a0", "a1"], "under its id", id="blank is not named"),
        pytest.param(["A", None], ["(no outlet)", "A"], "names no outlet", id="some not named"),
        pytest.param([float("nan"), "A"], ["(no outlet)", "A"], "names no outlet", id="NaN is not named"),
    ],
)
def test_missing_outlets(outlets, names, note):
    tables = compare_outlets(rows((None, "x", 1), (None, "x", 2)).assign(outlet=outlets))
    assert sorted(tables.outlets["outlet"].unique()) == names
    assert any(note in said for said in tables.notes)


def test_a_table_without_an_outlet_column_compares_files():
    tables = compare_outlets(rows(("A", "x", 1), ("B", "x", 2)).drop(columns="outlet"))
    assert list(tables.articles["outlet"]) == ["a0", "a1"]


def test_another_column_may_be_compared():
    tables = compare_outlets(rows(("A", "x", 1), ("B", "x", 2)).assign(desk=["home", None]), by="desk")
    assert sorted(tables.outlets["outlet"]) == ["(no desk)", "home"]


def test_events_may_be_compared():
    table = simulate(outlets=6, events=2)
    found = compare_outlets(table, by="event")
    assert pair(found)["shared_events"] == 0
    assert np.isfinite(pair(found)["probability"])


def test_an_unknown_column_is_named_in_the_error():
    with pytest.raises(InputError, match=r'no column "desk". Columns found: id, outlet'):
        compare_outlets(rows(("A", "x", 1)), by="desk")


def test_measures_are_floats_and_scores_come_first():
    table = rows(("A", "x", 1)).assign(words=3, hedging_hedge_rate=1, bias=2.0, bias_low=1.0, good=True)
    assert list_measures(table) == ["quality", "bias", "hedging_hedge_rate"]


def test_the_input_is_left_alone():
    table = simulate(outlets=2)
    copy = table.copy()
    compare_outlets(table)
    pdt.assert_frame_equal(table, copy)


def test_half_characters_do_not_stop_a_comparison():
    table = rows(("A", "x", 1), ("A", "y", 2)).assign(outlet=pd.Series(["a\ud800", "b"], dtype=object))
    assert sorted(compare_outlets(table).outlets["outlet"]) == ["a?", "b"]


def test_infinite_values_count_as_undefined():
    found = outlet(compare_outlets(rows(("A", "x", np.inf), ("A", "y", 4))), "A")
    assert (found["n"], found["mean"]) == (1, 4)


def test_withheld_articles_keep_their_measures():
    table = rows(("A", "x", np.nan), ("A", "y", 40)).assign(
        status=["withheld", "scored"], x_named_rate=[1.0, 3.0]
    )
    tables = compare_outlets(table)
    assert outlet(tables, "A")["n"] == 1
    assert outlet(tables, "A", "x_named_rate")["mean"] == 2
    assert any("1 of 2 articles is withheld" in note for note in tables.notes)


def test_sixty_outlets_and_forty_measures_take_less_than_a_minute():
    rng = np.random.default_rng(0)
    table = simulate(outlets=60, events=18)
    values = rng.gamma(2, size=(len(table), 40))
    values[rng.random(values.shape) < 0.1] = np.nan
    table[[f"x_m{k}_rate" for k in range(40)]] = values
    start = time.process_time()
    tables = compare_outlets(table)
    assert time.process_time() - start < 60
    assert len(tables.outlets) == 60 * 41
    assert len(tables.pairs) == 60 * 59 // 2 * 41


def test_with_very_many_outlets_only_the_largest_are_paired() -> None:
    names = [f"outlet {i:03}" for i in range(103) for _ in range(2 if i < 100 else 1)]
    table = pd.DataFrame(
        {"id": range(len(names)), "outlet": names, "event": None, "quality": 50.0, "bias": 40.0}
    )
    found = compare_outlets(table)
    assert found.outlets["outlet"].nunique() == 103
    assert len(found.pairs[found.pairs["measure"] == "bias"]) == 100 * 99 // 2
    assert "outlet 101" not in set(found.pairs["a"]) | set(found.pairs["b"])
    assert any("100 largest of 103" in note for note in found.notes)


def test_no_interval_of_a_difference_leaves_the_scale() -> None:
    rows = [
        (f"{o}{e}", o, f"e{e}", value)
        for o, values in {"A": (95, 10), "B": (5, 90)}.items()
        for e, value in enumerate(values)
    ]
    found = compare_outlets(pd.DataFrame(rows, columns=["id", "outlet", "event", "quality"]))
    assert found.pairs["low"].min() >= -100
    assert found.pairs["high"].max() <= 100
