from __future__ import annotations

import numpy as np
import pandas as pd
import pytest

from scoring.outlets import OutletTables, answer, compare_outlets, finding
from scoring.outlets.verdicts import judge_pairs
from scoring.outlets.words import NAME_LENGTH, brief

ENDS = ("low", "high", "probability")


def table(outlets, *, events=6, step=10.0, spread=4.0, seed=1):
    rng = np.random.default_rng(seed)
    return pd.DataFrame(
        [
            {
                "id": f"{o}{e}", "outlet": name, "event": f"e{e}", "status": "scored",
                "quality": 30 + step * o + rng.normal(0, spread), "bias": 50 + rng.normal(0, spread),
            }
            for o, name in enumerate(outlets)
            for e in range(events)
        ]
    )  # fmt: skip


def made(*pairs):
    """Tables with given pairs (difference, low, high, probability) on quality."""
    names = [f"o{n}" for n in range(len(pairs) + 1)]
    frame = pd.DataFrame(
        [(names[0], names[n + 1], "quality", *pair, 5) for n, pair in enumerate(pairs)],
        columns=["a", "b", "measure", "difference", *ENDS, "shared_events"],
    )
    articles = pd.DataFrame({"id": "ab", "outlet": names * 2, "event": "x", "quality": 1.0})
    outlets = pd.DataFrame({"outlet": names, "measure": "quality", "n": 2})
    return OutletTables(articles, outlets, frame, ())


def test_nothing_to_compare():
    nothing = table([]).reindex(columns=["id", "outlet", "quality"])
    assert answer(compare_outlets(nothing)) == "There is no article to compare."


SURE, ALONE, NONE = (20.0, 10.0, 30.0, 0.9999), (-9.0, -17.0, -1.0, 0.03), (3.0, -5.0, 11.0, 0.7)
UNKNOWN = (3.0, np.nan, np.nan, np.nan)


@pytest.mark.parametrize(
    ("pairs", "said"),
    [
        pytest.param(
            [NONE],
            "no difference can be told: the estimate is o0 above o1 by 3 points (90 % interval −5 to 11",
            id="one",
        ),
        pytest.param(
            [SURE],
            "On quality, o0 above o1 by 20 points (90 % interval 10 to 30, probability above 0.99, 5 shared",
            id="one pair told apart",
        ),
        pytest.param(
            [ALONE], "o1 above o0 by 9 points (90 % interval 1 to 17, probability 0.97", id="turned"
        ),
        pytest.param([NONE] * 3, "no difference can be told (0 of 3 pairs)", id="none of three"),
        pytest.param([SURE, NONE, NONE], "1 of 3 pairs differs: o0 above o1 by 20", id="one of three"),
        # Holm: the surest of 3 needs p <= 0.1 / 3 = 0.033, but 2 * 0.03 = 0.06.
        pytest.param([ALONE, NONE, NONE], "looks different taken alone, no more than", id="Holm"),
        # 2 * 0.0001 <= 0.1 / 3, then 0.06 > 0.1 / 2.
        pytest.param([SURE, ALONE, NONE], "1 more looks different taken alone", id="one sure, one not"),
        pytest.param([ALONE] * 4, "none holds once all 4 comparisons", id="more than chance, none sure"),
        pytest.param([SURE] * 5, "5 of 5 pairs differ: most of all o0 above o1", id="two are named"),
        pytest.param([UNKNOWN], "On quality nothing can be compared", id="unknown"),
    ],
)
def test_score_sentences(pairs, said):
    assert said in answer(made(*pairs))


def test_holm_by_hand():
    # Two-sided p: 0.02, 0.04, 0.2; limits 0.1/3, 0.1/2, 0.1/1. The first two pass, the third fails.
    verdict = judge_pairs(made((9, 1, 9, 0.99), (-8, -9, -1, 0.02), (7, 1, 9, 0.9)).pairs, "quality")
    assert (verdict.comparable, len(verdict.told), len(verdict.sure)) == (3, 2, 2)
    assert list(verdict.sure["difference"]) == [9, 8]


def test_articles_events_and_differences_are_counted():
    said = answer(compare_outlets(table(["Dawn", "Dusk"])))
    assert said.startswith("2 outlets, 12 articles, 6 shared events. On quality, Dusk above Dawn by ")
    assert "On bias, no difference can be told" in said


def test_outlets_in_no_pair_are_counted():
    few = table(["Noon", "Night"], events=1)
    said = answer(compare_outlets(pd.concat([table(["Dawn", "Dusk"]), few], ignore_index=True)))
    assert said.startswith("4 outlets (2 with too few articles or events to compare), 14 articles, 6 shared")


def test_thousands_are_set_apart():
    frame = pd.concat([table(["Dawn", "Dusk"])] * 100, ignore_index=True)
    assert answer(compare_outlets(frame)).startswith("2 outlets, 1,200 articles, 6 shared events. ")


HOUSE = "The Gazette and Intelligencer of Upper and Lower Pannonia, {} Edition"


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        pytest.param("", "", id="no name"),
        pytest.param(" The\n Daily\x00 ", "The Daily", id="one printable line"),
        pytest.param("x" * 60, "x" * 60, id="60 characters"),
        pytest.param("x" * 61, "x" * 39 + "…" + "x" * 20, id="61"),
        pytest.param(
            HOUSE.format("Evening"),
            "The Gazette and Intelligencer of Upper…nia, Evening Edition",
            id="a house",
        ),
    ],
)  # fmt: skip
def test_a_long_name_keeps_its_end(name, shown):
    assert brief(name) == shown
    assert len(shown) <= NAME_LENGTH


def test_withheld_articles_are_counted_apart():
    frame = table(["Dawn", "Dusk"]).assign(status="scored")
    frame.loc[[0, 7], ["quality", "bias"]] = np.nan
    assert answer(compare_outlets(frame)).startswith("2 outlets, 12 articles (10 scored, 2 withheld), ")


@pytest.mark.parametrize("count", [1, 2, 5])
def test_single_articles_tell_nothing_about_outlets(count):
    frame = table(list("ABCDE")[:count], events=1).assign(quality_low=20.0, quality_high=80.0)
    said = answer(compare_outlets(frame))
    lead = "nothing to compare it with" if count == 1 else "One article per outlet tells nothing"
    assert lead in said
    assert "(20 to 80)" in said


def test_all_withheld():
    frame = table(["A", "B"]).assign(quality=np.nan, bias=np.nan, status="withheld")
    assert answer(compare_outlets(frame)).startswith("All 12 articles are withheld")


def test_a_model_without_quality_and_bias_withholds_nothing():
    frame = table(["A", "B"]).assign(quality=np.nan, bias=np.nan, status="scored")
    assert answer(compare_outlets(frame)).startswith("The model gives neither quality nor bias. The single")


def test_one_outlet():
    assert "no other outlet to compare with" in answer(compare_outlets(table(["A"])))


def test_no_outlet_is_called_honest_or_not():
    for frame in (table(list("ABCD")), table(["A", "B"], events=1)):
        assert "honest" not in answer(compare_outlets(frame)).lower()


def test_hostile_names_become_one_short_line():
    said = answer(compare_outlets(table(["A\n\x00\x1b[31m\u202eevil", "B" * 500], events=6, step=20)))
    assert said.isprintable()
    assert "B" * 61 not in said


@pytest.mark.parametrize(
    ("outlets", "events", "said"),
    [
        (["A", "B", "C"], 6, "3 of 3 pairs of outlets differ in quality"),
        (["A", "B"], 6, "B is above A in quality"),
        (["A", "B"], 1, "Single articles by quality: no word on the outlets"),
        (["A"], 6, "One outlet by quality: nothing to compare it with"),
    ],
)
def test_findings(outlets, events, said):
    assert finding(compare_outlets(table(outlets, events=events, step=20)), "quality") == said


def test_finding_without_values():
    frame = table(["A", "B"]).assign(quality=np.nan)
    assert finding(compare_outlets(frame), "quality") == "No article has a value for quality"


def test_events_and_other_groups_are_named_as_such():
    frame = table(["A", "B", "C"]).assign(desk=list("xy") * 9)
    assert answer(compare_outlets(frame, by="event")).startswith("6 events, 18 articles.")
    assert answer(compare_outlets(frame, by="desk")).startswith("2 groups, 18 articles")
