from __future__ import annotations

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from scoring.outlets.compare import compare_outlets
from scoring.outlets.few_events import compare_few, expect_spread
from scoring.outlets.groups import gather_groups


def few(gaps, spread=0.0, clusters=0):
    column = np.array(gaps, float)[:, None]
    return compare_few(column, np.array([spread]), np.array([clusters]))[:, 0]


def t_interval(mean, error, degrees):
    reach = stats.t.ppf(0.95, degrees) * error
    return [mean, mean - reach, mean + reach, stats.t.cdf(mean / error, degrees)]


# Gaps 10 and 14: mean 12, squares about it 4 + 4 = 8.
@pytest.mark.parametrize(
    ("gaps", "spread", "clusters", "error", "degrees"),
    [
        pytest.param([10, 14], 100.0, 2, np.sqrt(8 / 1 / 2), 1, id="shared events alone: Student's t"),
        pytest.param([10, 14], 100.0, 3, np.sqrt((8 + 100) / 2 / 2), 2, id="one more counts once"),
        pytest.param([10, 14], 100.0, 4, np.sqrt((8 + 200) / 3 / 2), 3, id="two events more"),
        pytest.param([10, 14], 100.0, 40, np.sqrt((8 + 200) / 3 / 2), 3, id="many more count as two"),
        pytest.param([12, 12], 100.0, 40, np.sqrt((0 + 200) / 3 / 2), 3, id="gaps alike are no certainty"),
        pytest.param([10, np.nan, 14], 100.0, 4, np.sqrt((8 + 200) / 3 / 2), 3, id="a gap missing"),
    ],
)  # fmt: skip
def test_the_error_mixes_both_spreads(gaps, spread, clusters, error, degrees):
    assert few(gaps, spread, clusters) == pytest.approx(t_interval(12.0, error, degrees))


def test_no_interval_where_nothing_varies():
    assert few([7, 7, 7], 0.0, 9)[0] == 7
    assert np.isnan(few([7, 7, 7], 0.0, 9)[1:]).all()


def test_the_spread_is_that_of_events_not_articles():
    rows = [("A", "x", 10), ("A", "x", 30), ("A", "y", 40), ("B", "x", 5), ("C", "x", None)]
    table = pd.DataFrame(rows, columns=["outlet", "event", "quality"])
    a, b, c = gather_groups(table, ["quality"], by="outlet", seed=0)
    assert expect_spread(a).tolist() == [((20 - 30) ** 2 + (40 - 30) ** 2) / 1]
    assert np.isnan([expect_spread(b), expect_spread(c)]).all()


def test_two_gaps_that_agree_do_not_tell_two_mixed_outlets_apart():
    # Both outlets go up and down by 60 points; on the two events they share the gap is 40 by accident.
    up_and_down = [10, 70] * 5
    rows = [("A", f"a{n}", value) for n, value in enumerate(up_and_down)]
    rows += [("B", f"b{n}", value) for n, value in enumerate(up_and_down)]
    rows += [("A", "x", 60), ("B", "x", 20), ("A", "y", 60.1), ("B", "y", 20)]
    found = compare_outlets(pd.DataFrame(rows, columns=["outlet", "event", "quality"])).pairs.iloc[0]
    assert (found["difference"], found["shared_events"]) == (pytest.approx(40.05), 2)
    assert found["low"] < 0 < found["high"]
    assert found["probability"] < 0.95
