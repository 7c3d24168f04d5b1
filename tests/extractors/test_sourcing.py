from __future__ import annotations

from math import isnan, nan

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.measure import Measure
from scoring.extractors.sourcing import EXTRACTOR, measure_sourcing


def measure(text: str) -> Measure:
    return measure_sourcing(parse(Article("a", text)))


def found(text: str, kind: str) -> list[str]:
    return [text[e.start : e.end] for e in measure(text).evidence if e.kind == kind]


@pytest.mark.parametrize(
    ("text", "attributions", "quoted", "identified", "unnamed"),
    [
        pytest.param("", nan, nan, nan, nan, id="no words: undefined, not zero"),
        pytest.param(
            "It rained.", 0.0, 0.0, nan, 0.0, id="no source: the share of identified ones is undefined"
        ),
        pytest.param("“It may rain,” said Ana Ruiz.", 100 / 6, 3 / 6, 1.0, 0.0, id="a named source, quoted"),
        pytest.param("Ana Ruiz said the river may flood.", 100 / 7, 0.0, 1.0, 0.0, id="a named source"),
        pytest.param("The audit report says the plant will close.", 100 / 8, 0.0, 1.0, 0.0, id="a document"),
        pytest.param("Insiders say the plant will close.", 100 / 6, 0.0, 0.0, 100 / 6, id="unnamed insiders"),
        pytest.param("Experts believe the plant will close.", 100 / 6, 0.0, 0.0, 100 / 6, id="vague experts"),
        pytest.param("I think the plant will close.", 0.0, 0.0, nan, 0.0, id="the narrator is no source"),
        pytest.param(
            "“He said the plant will close,” said Ana Ruiz.",
            100 / 9,
            6 / 9,
            1.0,
            0.0,
            id="who is cited inside a quotation is no source of the article",
        ),
        pytest.param(
            "Ana Ruiz said the river may flood.\n\nAna Ruiz said the river may flood.",
            100 / 7,
            0.0,
            1.0,
            0.0,
            id="a repeated sentence counts once",
        ),
    ],
)
def test_rates_and_shares(
    text: str, attributions: float, quoted: float, identified: float, unnamed: float
) -> None:
    values = list(measure(text).values.values())
    assert values == pytest.approx([attributions, quoted, identified, unnamed], nan_ok=True)


def test_every_column_of_the_record_is_measured() -> None:
    assert list(measure("It rained.").values) == [column.name for column in EXTRACTOR.columns]


def test_evidence_covers_cue_source_content_and_quotation() -> None:
    text = "“It may rain,” said Ana Ruiz."
    assert found(text, "attribution") == ["said"]
    assert found(text, "source") == ["Ana Ruiz"]
    assert found(text, "content") == ["It may rain,"]
    assert found(text, "quote") == ["It may rain,"]


def test_quotations_are_quoted_and_cues_are_the_outlets() -> None:
    voices = {e.kind: e.voice for e in measure("“It may rain,” said Ana Ruiz.").evidence}
    assert voices == {"attribution": "outlet", "source": "outlet", "content": "quoted", "quote": "quoted"}


def test_no_measure_of_an_empty_article_is_zero() -> None:
    assert all(isnan(value) for value in measure("").values.values())
