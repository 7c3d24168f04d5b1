"""What a model says of the articles it was fitted on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from scoring.article import Article
from scoring.model.seen import DIGITS, digest_article, join_digests, read_seen, seen_by


@pytest.mark.parametrize("text", ["", "It rained.", "\ud800", "a" * 10_000])
def test_a_digest_is_short_and_the_same_for_the_same_words(text: str) -> None:
    found = digest_article(Article("a", text))
    assert len(found) == DIGITS
    assert digest_article(Article("b", f"  {text.upper()}\r\n")) == found
    assert digest_article(Article("a", f"{text} more")) != found


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        pytest.param({}, set(), id="nothing"),
        pytest.param({"about": None}, set(), id="no words"),
        pytest.param({"about": {"seen": 5}}, set(), id="a number"),
        pytest.param({"about": {"seen": join_digests(["b", "a", "b"])}}, {"a", "b"}, id="two"),
    ],
)
def test_reading_what_was_seen(record: dict[str, Any], expected: set[str]) -> None:
    assert read_seen(record) == expected


@pytest.mark.parametrize("prior", [None, "no-such-model", "default"])
def test_a_prior_that_says_nothing_was_fitted_on_nothing_known(prior: str | None) -> None:
    assert all(len(digest) == DIGITS for digest in seen_by(prior))


def test_a_prior_says_what_it_was_fitted_on(tmp_path: Path) -> None:
    (tmp_path / "metrics.json").write_text(json.dumps({"about": {"seen": "aa bb"}}), encoding="utf-8")
    assert seen_by(tmp_path) == {"aa", "bb"}
