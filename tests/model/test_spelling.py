"""Words by their letters and their rareness, folded into one weight a word."""

from __future__ import annotations

from math import log

import numpy as np
import pytest

from scoring.model.spelling import RARE, SPELT, Spelling, learn_spelling, list_runs, measure_rareness
from scoring.model.vectors import Vectors
from scoring.model.wording import describe_all

WORDS = {"a": 0.5, "vile": RARE / 2, "vilest": RARE / 4, "pals": RARE, "<name>": 0.4}
VECTORS = Vectors({word: i for i, word in enumerate(WORDS)}, np.eye(5), np.array(list(WORDS.values())))


@pytest.mark.parametrize(
    ("word", "runs"),
    [
        pytest.param("", set(), id="no letters"),
        pytest.param("<name>", set(), id="a placeholder"),
        pytest.param("a", {"^a$"}, id="one letter"),
        pytest.param("so", {"^so", "so$", "^so$"}, id="two letters"),
    ],
)
def test_runs_of_letters(word: str, runs: set[str]) -> None:
    assert list_runs(word) == runs


@pytest.mark.parametrize(
    ("word", "share", "rareness"),
    [
        pytest.param("a", 0.5, 0.0, id="a common word"),
        pytest.param("pals", RARE, 0.0, id="the edge of rareness"),
        pytest.param("vile", RARE / 8, log(8), id="a rare word"),
        pytest.param("vile's", RARE / 8, 0.0, id="a possessive"),
        pytest.param("<number>", RARE / 8, 0.0, id="a placeholder"),
    ],
)
def test_rareness(word: str, share: float, rareness: float) -> None:
    assert measure_rareness(word, share) == pytest.approx(rareness)


def test_a_run_counts_from_five_sentences_on_unless_most_have_it() -> None:
    many = [{"a": 1}] * 15
    assert not learn_spelling([{"vile": 2}] * 4 + many, VECTORS).runs
    runs = learn_spelling([{"vile": 2}] * 5 + many, VECTORS).runs
    assert set(runs) == list_runs("vile"), "three in four have the other word"
    assert set(runs.values()) == {SPELT * log(20 / 5)}


def test_words_never_read_are_twice_as_rare_as_the_rarest_known_one() -> None:
    spelling = Spelling({"vil": 0.5}, VECTORS)
    assert spelling.describe_unknown() == pytest.approx(log(8))
    sums = spelling.add_up([{"vile": 3, "new": 2}, {"a": 1}], np.array([2.0, 1.0]), [2, 0])
    rareness = (3 * log(2) + 2 * log(8)) / 2
    assert sums.toarray() == pytest.approx(np.array([[3 * 0.5 / 2, rareness], [0.0, 0.0]]))


def test_folded_weights_charge_a_sentence_as_those_of_runs_do() -> None:
    counts = [*[{"a": 1, "vile": 2}, {"vilest": 1, "pals": 1}] * 5, {"a": 1, "new": 2}]
    sizes, unknown = np.full(11, 2.0), [0] * 10 + [2]
    known, spelling = describe_all(counts, sizes, VECTORS), learn_spelling(counts * 4, VECTORS)
    spelling = Spelling({**spelling.runs, "vil": 0.5}, VECTORS)
    table = np.hstack([known.table.toarray(), spelling.add_up(counts, sizes, unknown).toarray()])
    weights = np.random.default_rng(0).normal(size=(1, table.shape[1]))
    words, (rest,) = known.fold(weights, spelling=spelling)
    expected = [
        sum(words[w][0] * n if w in words else rest * n for w, n in row.items()) / 2 for row in counts
    ]
    assert table @ weights[0] == pytest.approx(expected)
    assert set(words) == set(WORDS), "the word never read stands for all such"
