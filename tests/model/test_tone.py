from __future__ import annotations

import json
from dataclasses import replace

import numpy as np
import pytest

from scoring.artefacts import find_tagger
from scoring.extractors.tone import make_weights
from scoring.extractors.tone_context import Around
from scoring.model.tone import classify, collect_targets, count, fit_tone, group_of, macro_f1
from scoring.model.vectors import Vectors, fit_vectors

SAID = {"negative": "blasted", "neutral": "met", "positive": "praised"}
PLACES = ("the hall", "the park", "a barn", "the port", "a field")


def make_rows(n: int) -> list[dict[str, object]]:
    """Three classes by turns, each told by one verb."""
    rows: list[dict[str, object]] = []
    for i in range(n):
        label = tuple(SAID)[i % 3]
        text = f"They {SAID[label]} Ana at {PLACES[i % 5]} on day {i}."
        start = text.index("Ana")
        rows.append(
            {"id": f"x/event_{i}_0", "text": text, "spans": [[start, start + 3, "target"]], "label": label}
        )
    return rows


def make_vectors() -> Vectors:
    return fit_vectors([str(row["text"])[:-1].lower().split() for row in make_rows(60)], size=10, min_count=2)


def test_a_verb_that_tells_the_class_is_learnt() -> None:
    data = collect_targets(make_rows(60))
    saved, metrics = fit_tone(data, make_vectors())
    assert metrics["out_of_fold"]["macro_f1"] > 0.9
    assert metrics["baselines"]["majority"] == pytest.approx(1 / 6, abs=1e-4)  # F1 of one class: 2/4
    weights = make_weights(saved)
    found = [weights.judge(Around((), features)) for features in data.described[:3]]
    assert found[0] < -0.15 < found[1] < 0.15 < found[2]
    assert json.loads(json.dumps(saved)) == saved


def test_a_verb_that_no_target_has_is_judged_by_the_company_it_keeps() -> None:
    rows = make_rows(60)
    company = [str(row["text"])[:-1].lower().split() for row in rows]
    company += [["they", "hailed", *words[2:]] for words in company if words[1] == "praised"]
    data = collect_targets(rows)
    vectors = fit_vectors(company, size=10, min_count=2)
    rare = replace(vectors, shares=vectors.shares / 1000)  # in so few words every one is common
    saved, _ = fit_tone(data, rare)
    bad, good = saved["weights"]["to target"]["hailed"]
    assert good > bad


def test_a_sentence_of_two_groups_stays_whole() -> None:
    rows = make_rows(2)
    rows[1]["text"] = rows[0]["text"]
    assert collect_targets(rows).groups == ["event_0", "event_0"]


@pytest.mark.parametrize(
    ("identity", "group"),
    [
        pytest.param("newsmtsc/allsides_10_4_2_Ana_0_3", "allsides_10", id="an event"),
        pytest.param("newsmtsc/polusa_v1_38_-1_6_Ana_8_9", "polusa_v1_38", id="an article"),
    ],
)
def test_groups(identity: str, group: str) -> None:
    assert group_of(identity) == group


def test_macro_f1_is_the_mean_over_classes() -> None:
    labels, given = np.array([0, 0, 1, 2]), np.array([0, 1, 1, 2])
    assert macro_f1(count(labels, given)) == pytest.approx((2 / 3 + 2 / 3 + 1) / 3)


def test_strengths_near_nothing_are_neutral() -> None:
    assert classify(np.array([-0.5, -0.1, 0.0, 0.2, 0.9]), 0.2).tolist() == [0, 1, 1, 2, 2]


def test_the_shipped_tagger_keeps_its_floor() -> None:
    folder = find_tagger("tone")
    metrics = json.loads((folder / "metrics.json").read_text(encoding="utf-8"))
    assert metrics["out_of_fold"]["macro_f1"] >= 0.68
    assert metrics["out_of_fold"]["low"] > max(metrics["baselines"].values())
    assert (folder / "weights.json").stat().st_size < 2_200_000
