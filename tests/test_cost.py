"""What judging costs, as a ratio to the tokeniser timed in the same window: absolute times mean nothing."""

from __future__ import annotations

from itertools import islice
from pathlib import Path
from runpy import run_path
from types import SimpleNamespace

from scoring import read_articles

bench = SimpleNamespace(**run_path(str(Path(__file__).parent / "bench" / "speed.py")))
SEEDS = Path(__file__).parents[1] / "seeds" / "articles"
ARTICLES = 15
MOST = 5.5
"""Times the tokeniser's cost, with tone toward the sides; of these short articles 3.9, on a busy machine."""


def test_the_taggers_cost_a_few_times_what_the_tokeniser_does() -> None:
    costs = bench.compare_taggers(list(islice(read_articles(SEEDS), ARTICLES)), rounds=4)
    assert costs["and tone"] < MOST * costs["tokeniser"], costs
