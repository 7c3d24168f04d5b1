"""Charts of agreement and of distributions."""

from __future__ import annotations

from math import isnan, nan

import numpy as np
import pandas as pd
import pytest
from matplotlib.text import Text

from scoring.extractors import COLUMNS
from scoring.reports.validity_agreement import (
    agreement_finding,
    describe_agreement,
    draw_agreement,
    pick_lines,
)
from scoring.reports.validity_strips import (
    describe_strips,
    draw_strips,
    lay_strips,
    strips_finding,
    strips_subtitle,
)

ROW = {"what": "cue", "metric": "F1", "ours": 0.75, "low": 0.7, "high": 0.8, "trivial": 0.5, "words": nan,
       "tfidf": 0.6, "reach": 0.7, "aim": 0.8, "standing": "reach met"}  # fmt: skip


def rows(*changes):
    return pd.DataFrame([ROW | change for change in changes], columns=list(ROW))


def texts(figure):
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


@pytest.mark.parametrize(
    "change",
    [
        pytest.param({"ours": nan, "low": nan, "high": nan}, id="not measured"),
        pytest.param({"metric": "gain in AUC"}, id="a gain"),
        pytest.param({"metric": "share", "reach": 0.01, "aim": 0.003}, id="less is better"),
    ],
)
def test_rows_left_to_the_table(change):
    assert pick_lines(rows(change)) == []
    assert describe_agreement(rows(change)) == "No row is measured."
    draw_agreement(rows(change), title="")


def test_a_correlation_below_zero_is_drawn_by_its_size_and_written_as_it_is():
    [line] = pick_lines(
        rows({"metric": "Pearson", "ours": -0.5, "low": -0.6, "high": -0.4, "reach": -0.58, "aim": -0.66})
    )
    assert (line.ours, line.ends, line.marks["aim"]) == (0.5, (0.4, 0.6), 0.66)
    assert line.figure == "−0.50 (−0.60 to −0.40)"
    [line] = pick_lines(
        rows({"metric": "Pearson", "ours": -0.5, "low": -0.6, "high": -0.4, "reach": nan, "aim": nan})
    )
    assert (line.ours, line.ends) == (0.5, (0.4, 0.6)), "without a goal, too"


def test_the_finding_counts_rows_above_their_best_rival():
    table = rows({}, {"tfidf": 0.76}, {"trivial": nan, "tfidf": nan})
    assert agreement_finding(table) == "Ours is above every simpler method in 1 of 2 figures"


@pytest.mark.parametrize("width", [3.7, 9.0])
def test_every_row_is_named_and_nothing_leaves_the_sheet(width):
    figure = draw_agreement(rows({}, {"what": "a rather long name of what is measured"}), width=width)
    figure.canvas.draw()
    edges = [t.get_window_extent() for t in figure.findobj(Text) if t.get_text()]
    assert min(e.x0 for e in edges) >= 0
    assert max(e.x1 for e in edges) <= figure.bbox.width
    assert "cue, F1" in texts(figure)


def table(n=100, **columns):
    frame = pd.DataFrame({name: np.arange(n, dtype=float) for name in COLUMNS})
    return frame.assign(**columns)


def strips_of(column, **tables):
    return next(row for row in lay_strips(tables) if row.column == column)


def test_quantiles_stand_on_the_scale_of_the_column():
    row = strips_of(COLUMNS[0], corpus=table())
    assert (row.low, row.high) == (pytest.approx(0.99), pytest.approx(98.01))
    p5, p25, median, p75, p95 = row.strips[0].quantiles
    assert median == pytest.approx(0.5)
    assert (p25 + p75) / 2 == pytest.approx(0.5) == pytest.approx((p5 + p95) / 2)
    assert row.strips[0].above == 0.99


def test_few_articles_are_drawn_one_by_one():
    row = strips_of(COLUMNS[0], corpus=table(), mine=table(5))
    assert row.strips[1].quantiles == ()
    assert len(row.strips[1].dots) == 5


def test_a_column_that_is_seldom_above_zero_still_has_a_scale():
    column = COLUMNS[1]
    row = strips_of(column, corpus=table(1000, **{column: [0.0] * 999 + [4.0]}))
    assert (row.low, row.high, row.strips[0].above) == (0.0, 4.0, 0.001)


@pytest.mark.parametrize(
    ("values", "said"),
    [pytest.param(2.0, "constant: 2.00", id="constant"), pytest.param(nan, "never defined", id="undefined")],
)
def test_a_column_without_a_scale_says_so(values, said):
    frame = table(**{COLUMNS[0]: values})
    assert strips_of(COLUMNS[0], corpus=frame).is_constant
    assert said in texts(draw_strips({"corpus": frame}))


def test_the_finding_and_the_words():
    frame = table(**{COLUMNS[0]: 0.0, COLUMNS[1]: [0.0] * 98 + [1.0, 2.0]})
    drawn = lay_strips({"corpus": frame})
    assert (
        strips_finding(drawn)
        == f"1 of {len(COLUMNS)} columns is above zero in fewer than 1 of 20 articles; 1 is constant"
    )
    assert "n = 100" in strips_subtitle({"corpus": frame}, drawn)
    assert describe_strips({"corpus": frame}).startswith(
        f"{len(COLUMNS)} columns over 100 articles of corpus; constant: "
    )
    assert describe_strips({}) == "No article was measured."


@pytest.mark.parametrize("width", [3.7, 9.0])
def test_strips_stay_on_the_sheet(width):
    some = {"events_allsides": table(), "kind_fakehealth": table(), "articles given": table(5)}
    figure = draw_strips({name: frame[list(COLUMNS[:9])] for name, frame in some.items()}, width=width)
    figure.canvas.draw()
    edges = [t.get_window_extent() for t in figure.findobj(Text) if t.get_text()]
    assert max(e.x1 for e in edges) <= figure.bbox.width
    assert min(e.y0 for e in edges) >= 0
    assert not any(isnan(e.x0) for e in edges)
