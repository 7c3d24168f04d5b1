"""Sentences as the model of loaded wording is fitted on them."""

from __future__ import annotations

from typing import Any

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.model.collecting import DOUBTED, collect_sentences, count_unknown
from scoring.taggers import judge_sentences
from scoring.taggers.sentences import LISTS
from scoring.taggers.words import find_quoted


def collect(text: str, label: bool, **row: Any) -> Any:
    return collect_sentences([{"id": "a", "text": text, **row}], lambda _: label)


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        pytest.param("", [], id="no words"),
        pytest.param("The vile plan passed.", [], id="no quotation"),
        pytest.param('The "vile plan" passed.', ["vile", "plan"], id="words between the marks"),
        pytest.param('"Vile!" he said. "A sham."', ["vile", "a", "sham"], id="two quotations"),
    ],
)
def test_quoted_words(text: str, quoted: list[str]) -> None:
    doc = parse(Article("a", text))
    assert [doc.forms[i] for i in sorted(find_quoted(doc))] == quoted


def test_quoted_words_are_not_learnt_from() -> None:
    inside, outside = collect('The "vile" plan passed.', True), collect("The vile plan passed.", True)
    assert "vile" not in inside.words[0]
    assert outside.words[0]["vile"] == 1
    at = LISTS.index("loaded")
    assert inside.dense[0, at] == 0 < outside.dense[0, at]
    assert (inside.loaded, outside.loaded) == ([[]], [["vile"]])


def test_names_are_no_words_never_read() -> None:
    data = collect('Kowtow pals of Anna Miller don’t "slam" slapdash plans.', True)
    assert data.small == [{"pals": 1, "of": 1, "slapdash": 1, "plans": 1}]
    assert count_unknown(data, {"pals", "of"}) == [2]


def test_a_quoted_insult_charges_no_sentence() -> None:
    texts = (
        f'The mayor called the new plan for the harbour "{word}" on Monday.' for word in ("vile", "green")
    )
    one, two = (judge_sentences(parse(Article("a", text)), "loaded_sentence")[0] for text in texts)
    assert one.probability == pytest.approx(two.probability, abs=0.005), "its words tell of style alone"


@pytest.mark.parametrize(
    ("marked", "label", "trust"),
    [
        pytest.param(["vile"], True, 1.0, id="biased, with a biased word"),
        pytest.param([], False, 1.0, id="neutral, without one"),
        pytest.param([], True, DOUBTED, id="biased, but nobody says by which word"),
        pytest.param(["vile"], False, DOUBTED, id="neutral in spite of a biased word"),
        pytest.param(None, True, 1.0, id="nobody was asked for words"),
    ],
)
def test_marks_against_the_label_lower_its_weight(
    marked: list[str] | None, label: bool, trust: float
) -> None:
    assert collect("The vile plan passed.", label, biased_words=marked).trust.tolist() == [trust]
