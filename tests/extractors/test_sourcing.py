from __future__ import annotations

from math import nan

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.measure import Measure
from scoring.extractors.sourcing import measure_sourcing


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
        pytest.param("Insiders say the plant will close.", 0.0, 0.0, 0.0, 100 / 6, id="unnamed insiders"),
        pytest.param("Experts believe the plant will close.", 0.0, 0.0, 0.0, 100 / 6, id="vague experts"),
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
    values = list(measure(text).values.values())[:4]
    assert values == pytest.approx([attributions, quoted, identified, unnamed], nan_ok=True)


def value(text: str, column: str) -> float:
    return measure(text).values[f"sourcing_{column}"]


TWO = "Ana Ruiz said the river may flood. Tomas Brandt said the dam is old."
ONE = "Ana Ruiz said the river may flood. Ana Ruiz said the dam is old."


@pytest.mark.parametrize(
    ("text", "share"),
    [
        pytest.param("", nan, id="no words: undefined, not zero"),
        pytest.param("It rained.", 0.0, id="nothing attributed"),
        pytest.param("Ana Ruiz said the river may flood.", 4 / 7, id="a paraphrase"),
        pytest.param("“It may rain,” said Ana Ruiz.", 3 / 6, id="a quotation"),
        pytest.param("I think the plant will close.", 0.0, id="the narrator's own"),
        pytest.param("Experts said the plant will close.", 0.0, id="handed to nobody in particular"),
    ],
)
def test_share_of_words_that_are_attributed(text: str, share: float) -> None:
    assert value(text, "attributed_share") == pytest.approx(share, nan_ok=True)


@pytest.mark.parametrize(
    ("text", "shares"),
    [
        pytest.param("", [nan] * 5, id="no words"),
        pytest.param("It rained.", [nan] * 5, id="no source"),
        pytest.param(TWO, [1.0, 0.0, 0.0, 0.0, 0.0], id="names"),
        pytest.param(
            "Ana Ruiz said it leaks. The mayor said it leaks badly. Insiders said it sank. "
            "The audit report said it was old. Experts said it was new.",
            [1 / 5] * 5,
            id="one of each type",
        ),
        pytest.param(
            "A new study said tea calms.", [0.0, 0.0, 0.0, 0.0, 1.0], id="an unnamed study is vague"
        ),
    ],
)
def test_shares_of_attributions_by_type(text: str, shares: list[float]) -> None:
    types = ("named", "role", "anonymous", "document", "vague")
    assert [value(text, f"{kind}_share") for kind in types] == pytest.approx(shares, nan_ok=True)


@pytest.mark.parametrize(
    ("text", "count", "per_hundred", "same", "before"),
    [
        pytest.param("", nan, nan, nan, nan, id="no words: undefined, not zero"),
        pytest.param("It rained.", 0.0, 0.0, nan, nan, id="no source: no concentration, no first one"),
        pytest.param("Ana Ruiz said the river may flood.", 1.0, 100 / 7, nan, 0.0, id="one attribution"),
        pytest.param(TWO, 2.0, 200 / 14, 0.0, 0.0, id="two sources"),
        pytest.param(ONE, 1.0, 100 / 14, 1.0, 0.0, id="one source twice"),
        pytest.param(
            f"It rained. {TWO} Ana Ruiz said it leaks.", 2.0, 200 / 21, 1 / 3, 2 / 21, id="one pair of three"
        ),
        pytest.param(
            "A port spokesman said it leaks. The spokesman said it sank.", 1.0, 100 / 11, 1.0, 0.0, id="again"
        ),
        pytest.param(
            "A port official said it leaks. An official said it sank.", 2.0, 200 / 11, 0.0, 0.0, id="another"
        ),
        pytest.param("Experts said it leaks. Critics said it sank.", 0.0, 0.0, nan, nan, id="vague ones"),
        pytest.param(
            f"{TWO} “It is wet,” Dev Anand wrote in a letter to the board.",
            3.0,
            300 / 26,
            0.0,
            0.0,
            id="once by two cues",
        ),
        pytest.param(f"{ONE}\n\n{ONE}", 1.0, 100 / 14, 1.0, 0.0, id="repeated sentences count once"),
    ],
)
def test_how_many_sources_and_how_soon(
    text: str, count: float, per_hundred: float, same: float, before: float
) -> None:
    names = ("source_count", "source_rate", "same_source_share", "first_source_share")
    expected = [count, per_hundred, same, before]
    assert [value(text, name) for name in names] == pytest.approx(expected, nan_ok=True)


@pytest.mark.parametrize(
    ("text", "sourced", "unsourced"),
    [
        pytest.param("", nan, nan, id="no words: undefined, not zero"),
        pytest.param("It rained.", nan, 0.0, id="no figure: nothing to source"),
        pytest.param("The line sold 40 seats.", 0.0, 100 / 5, id="on the outlet's word"),
        pytest.param("Ana Ruiz said the line sold 40 seats.", 1.0, 0.0, id="attributed"),
        pytest.param("“We sold 40 seats,” said Ana Ruiz.", 1.0, 0.0, id="quoted"),
        pytest.param("Experts said the line sold 40 seats.", 0.0, 100 / 7, id="on the word of nobody"),
        pytest.param("Insiders said the line sold 40 seats.", 0.0, 100 / 7, id="or of nobody known"),
        pytest.param("“We sold 40 seats,” insiders said.", 0.0, 100 / 6, id="quoted or not"),
        pytest.param(
            "Ana Ruiz said the line sold 40 seats. It has 90 seats.", 1 / 2, 100 / 12, id="one of two"
        ),
    ],
)
def test_figures_with_and_without_a_source(text: str, sourced: float, unsourced: float) -> None:
    found = [value(text, "sourced_figure_share"), value(text, "unsourced_figure_rate")]
    assert found == pytest.approx([sourced, unsourced], nan_ok=True)


@pytest.mark.parametrize(
    ("text", "evidence", "links"),
    [
        pytest.param("", nan, nan, id="no words: undefined, not zero"),
        pytest.param("It rained.", 0.0, nan, id="text that shows no links"),
        pytest.param("Studies show that tea calms.", 100 / 5, nan, id="one vague claim in five words"),
        pytest.param("See www.port.example now.", 0.0, 100 / 5, id="one address beside five words"),
    ],
)
def test_vague_evidence_and_links_per_hundred_words(text: str, evidence: float, links: float) -> None:
    found = [value(text, "vague_evidence_rate"), value(text, "link_rate")]
    assert found == pytest.approx([evidence, links], nan_ok=True)


def test_a_note_to_oneself_is_no_source() -> None:
    plain, noted = (measure(text).values for text in (ONE, f"TODO: add source\n\n{ONE}"))
    assert noted["sourcing_source_count"] == plain["sourcing_source_count"]
    assert noted["sourcing_first_source_share"] > plain["sourcing_first_source_share"]


def test_links_of_a_page_count_beside_its_words() -> None:
    article = Article("a", "It rained all day.", links=("https://port.example/a", "https://port.example/b"))
    assert measure_sourcing(parse(article)).values["sourcing_link_rate"] == pytest.approx(200 / 4)


def test_evidence_covers_cue_source_content_and_quotation() -> None:
    text = "“It may rain,” said Ana Ruiz."
    assert found(text, "attribution") == ["said"]
    assert found(text, "source") == ["Ana Ruiz"]
    assert found(text, "content") == ["It may rain,"]
    assert found(text, "quote") == ["It may rain,"]


def test_quotations_are_quoted_and_cues_are_the_outlets() -> None:
    voices = {e.kind: e.voice for e in measure("“It may rain,” said Ana Ruiz.").evidence}
    assert voices == {"attribution": "outlet", "source": "outlet", "content": "quoted", "quote": "quoted"}


@pytest.mark.parametrize(
    "line",
    [
        "Experts say so.",
        "Sources say so.",
        "It is so, according to experts.",
        "It is so, according to insiders. Insiders say so, too.",
        "According to officials who asked not to be named, it will go on.",
        "It leaks, several studies said. They also say that it will go on.",
    ],
)
def test_a_line_handed_to_nobody_makes_no_article_better_sourced(line: str) -> None:
    plain, padded = measure(ONE).values, measure(f"{ONE} {line}").values
    for column in ("attribution_rate", "attributed_share", "identified_share", "source_rate"):
        assert padded[f"sourcing_{column}"] <= plain[f"sourcing_{column}"]
    same = "sourcing_same_source_share"
    assert repr(padded[same]) == repr(plain[same])
