"""Fitting a tagger on a corpus made here, and reading it back without scikit-learn."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest

from scoring.article import Article, Span
from scoring.model.corpora import Marked, registered_domain
from scoring.model.saving import save_tagger
from scoring.model.tagging import collect, fit_tagger, label_once, write_tagger_card

MONTHS = "The council met on {} {} and adjourned."
CLAIMS = "The {} may {} the plan."
BODIES = ("mayor", "board", "court", "union", "school", "owner", "state", "bank")
VERBS = ("drop", "change", "delay", "extend", "approve", "reject")


def make_corpus() -> list[Marked]:
    """Sentences in which "may" weakens a claim, and sentences in which May is a month."""
    rows = []
    for i, body in enumerate(BODIES):
        for j, verb in enumerate(VERBS):
            text = CLAIMS.format(body, verb)
            at = text.index(" may ") + 1
            rows.append(Marked(Article(f"h{i}-{j}", text), ((at, at + 3),), f"doc{i}-{j}"))
            rows.append(Marked(Article(f"m{i}-{j}", MONTHS.format("May", i + j + 1)), (), f"doc{i}-{j}"))
    return rows


def test_candidates_carry_the_annotators_verdict() -> None:
    data = collect("hedge", make_corpus())
    assert data.phrases.count("may") == 96
    assert sum(data.labels) == 48
    assert data.marked == data.reached == 48


@pytest.mark.parametrize(
    ("spans", "log_odds", "kept"),
    [
        pytest.param((), [1.0, 2.0], [False, False], id="nothing marked"),
        pytest.param(((3, 22),), [1.0, 2.0], [False, True], id="one span over both: the likelier one"),
        pytest.param(((3, 22),), [2.0, 1.0], [True, False], id="whichever that is"),
        pytest.param(((3, 6), (19, 22)), [1.0, 2.0], [True, True], id="two spans: both"),
    ],
)
def test_a_marked_span_makes_one_cue(
    spans: tuple[Span, ...], log_odds: list[float], kept: list[bool]
) -> None:
    data = collect("hedge", [Marked(Article("a", "It may rain and it may snow."), spans, "a")])
    may = [phrase == "may" for phrase in data.phrases]
    odds = iter(log_odds)
    once = label_once(data, np.array([next(odds) if held else -9.0 for held in may]))
    assert once.labels[may].tolist() == kept
    assert once.labels.sum() == sum(kept)


def test_context_tells_the_month_from_the_hedge() -> None:
    saved, metrics = fit_tagger("hedge", make_corpus())
    assert metrics["out_of_fold"]["f1"] > 0.95 > metrics["list_alone"]["f1"]
    assert not any("<name>" in value for value in saved["weights"].get("phrase", {}))


def test_the_same_fit_writes_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        saved, metrics = fit_tagger("hedge", make_corpus())
        save_tagger(tmp_path / name, saved, metrics, write_tagger_card(saved, metrics))
    for file in ("weights.json", "metrics.json", "card.md"):
        assert (tmp_path / "one" / file).read_bytes() == (tmp_path / "two" / file).read_bytes()
    assert json.loads((tmp_path / "one" / "weights.json").read_text())["threshold"] == 0.5


def test_common_words_come_first_in_the_file(tmp_path: Path) -> None:
    saved = {"weights": {"words": {"rare": 1.0, "the": 2.0, "of": 3.0, "new": 4.0}}, "format": 1}
    save_tagger(tmp_path, saved, {}, "card", shares={"the": 0.07, "of": 0.03})
    written = (tmp_path / "weights.json").read_text(encoding="utf-8")
    assert written == '{"format":1,"weights":{"words":{"the":2.0,"of":3.0,"new":4.0,"rare":1.0}}}\n'


@pytest.mark.parametrize(
    ("outlet", "url", "domain"),
    [
        pytest.param(None, None, "", id="nothing known"),
        pytest.param("example.org:80", None, "example.org", id="port removed"),
        pytest.param(
            "health.blogs.example.com", None, "example.com", id="blog subdomains are the same outlet"
        ),
        pytest.param("news.example.co.uk", None, "example.co.uk", id="shared second level kept"),
        pytest.param(
            None, "https://www.example.net/a/b", "example.net", id="from the address if no outlet is given"
        ),
    ],
)
def test_registered_domain(outlet: str | None, url: str | None, domain: str) -> None:
    assert registered_domain(outlet, url) == domain
