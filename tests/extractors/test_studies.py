from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.sourcing import measure_sourcing
from scoring.extractors.studies import find_vague_evidence


def found(text: str) -> list[str]:
    return [text[start:end] for start, end in find_vague_evidence(parse(Article("a", text)))]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="no words"),
        pytest.param("It rained.", [], id="no study"),
        pytest.param("Studies show that tea calms.", ["Studies"], id="studies show"),
        pytest.param("Tea calms, research suggests.", ["research"], id="after its claim"),
        pytest.param("Some studies on mice have clearly shown it.", ["studies"], id="words in between"),
        pytest.param("Tea calms, according to several reports.", ["several reports"], id="according to"),
        pytest.param("Reports indicate that tea is dear.", ["Reports"], id="reports"),
        pytest.param("Science says that tea calms.", ["Science"], id="science"),
        pytest.param("The balm is clinically proven.", ["clinically proven"], id="a set phrase"),
        pytest.param("Data from clinical trials showed relief.", ["Data"], id="one claim counts once"),
        pytest.param("A new study found that tea calms.", ["A new study"], id="a study of nobody"),
        pytest.param("A 2019 study found that tea calms.", [], id="a year"),
        pytest.param("Research by Ana Ruiz shows that tea calms.", [], id="a name after"),
        pytest.param("In Delft, Orrin studies show that tea calms.", [], id="a name before"),
        pytest.param("Studies published in a journal show it.", [], id="a journal"),
        pytest.param("Studies show that tea calms (Ruiz, 2019).", [], id="a citation"),
        pytest.param("Studies show that tea calms [3].", [], id="a numbered note"),
        pytest.param("The studies show that tea calms.", [], id="studies that were named before"),
        pytest.param("Her latest research shows that tea calms.", [], id="somebody's research"),
        pytest.param("Federal data show that tea is dear.", [], id="data with an owner"),
        pytest.param("No studies show that tea calms.", [], id="denied"),
        pytest.param("If studies show that, we drink.", [], id="supposed"),
        pytest.param("A research team suggests tea.", [], id="no study but a team"),
        pytest.param("She filed reports and data.", [], id="nothing rests on them"),
        pytest.param("“Studies show that,” said Ana Ruiz.", [], id="a source's own vagueness"),
        pytest.param("Ana Ruiz said studies show that tea calms.", [], id="the same in a paraphrase"),
        pytest.param(
            "A study found that tea calms. The study, by Ana Ruiz, is small.", [], id="a study named later"
        ),
        pytest.param("Studies show studies show", ["Studies"], id="the last words are such a claim again"),
        pytest.param(
            "Studies show that tea calms.\n\nStudies show that tea calms.", ["Studies"], id="repeated: once"
        ),
    ],
)
def test_claims_rested_on_studies_without_a_name(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    ("text", "sources"),
    [
        pytest.param(
            "A new study found that tea calms.", [("A new study", "vague")], id="an attribution shows it"
        ),
        pytest.param(
            "The balm is clinically proven.", [("clinically proven", "vague")], id="no attribution shows it"
        ),
        pytest.param(
            "The audit report says the plant will close.",
            [("The audit report", "document")],
            id="a document stays one",
        ),
    ],
)
def test_each_is_shown_once_as_a_vague_source(text: str, sources: list[tuple[str, str]]) -> None:
    evidence = measure_sourcing(parse(Article("a", text))).evidence
    assert [(text[e.start : e.end], e.note) for e in evidence if e.kind == "source"] == sources


def test_a_high_limit_of_probability_leaves_them_out() -> None:
    doc = parse(Article("a", "The balm is clinically proven."))
    assert measure_sourcing(doc, min_probability=0.99).values["sourcing_vague_evidence_rate"] == 0.0
