"""Recall of words that no fit saw, on a corpus made here."""

from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.model.corpora import Marked
from scoring.validation.hiding import measure_hidden, stem

CUES = ("suggests", "indicates", "implies", "assumes", "supposes", "hypothesizes", "speculates", "presumes")
THINGS = ("dam", "river", "bridge", "tower", "road", "school", "court", "port")


def make_corpus() -> list[Marked]:
    """Verbs before "that" weaken a claim; the same verbs before "a" do not."""
    rows = []
    for cue in CUES:
        for thing in THINGS:
            text = f"The report {cue} that the {thing} leaks."
            at = text.index(cue)
            rows.append(Marked(Article(f"{cue}{thing}", text), ((at, at + len(cue)),), f"doc {thing}"))
            rows.append(Marked(Article(f"{cue}{thing}2", f"The {thing} {cue} a sum."), (), f"doc {thing}"))
    return rows


@pytest.mark.parametrize(
    ("phrase", "lemma"),
    [
        pytest.param("suggests", "sugges", id="a form of a verb"),
        pytest.param("suggest", "sugges", id="another of its forms"),
        pytest.param("it is possible that", "possib", id="the longest full word"),
        pytest.param("not", "not", id="no full word: the phrase"),
    ],
)
def test_forms_of_a_word_share_a_lemma(phrase: str, lemma: str) -> None:
    assert stem(phrase) == lemma


def test_a_hidden_lemma_is_found_by_its_surroundings() -> None:
    found = measure_hidden("hedge", make_corpus())
    assert found.n == len(CUES)
    assert found.ours >= 7 / 8


def test_fewer_rounds_hide_fewer_lemmas() -> None:
    assert 0 < measure_hidden("hedge", make_corpus(), rounds=1).n < len(CUES)
