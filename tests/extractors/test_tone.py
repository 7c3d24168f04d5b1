from __future__ import annotations

import json
import time
from pathlib import Path

import pytest

import scoring
from scoring.article import Article
from scoring.document import parse
from scoring.errors import InputError, ModelError
from scoring.extractors import tone
from scoring.extractors.measure import tokens_in
from scoring.extractors.tone import load_tone, make_weights, measure_strength, scale_tone, tone_toward
from scoring.extractors.tone_context import Around, describe_target


def toward(text: str, name: str) -> float:
    start = text.index(name)
    return tone_toward(Article("a", text), start, start + len(name))


def describe(text: str, name: str) -> list[tuple[str, str]]:
    start = text.index(name)
    doc = parse(Article("a", text))
    words = tokens_in(doc, (start, start + len(name)))
    return describe_target(doc, words.start, words.stop)


@pytest.mark.parametrize(
    ("text", "start", "end", "fault"),
    [
        pytest.param("", 0, 0, "is empty", id="no text"),
        pytest.param("Ana won.", 3, 3, "is empty", id="empty"),
        pytest.param("Ana won.", 3, 1, "ends before it starts", id="turned round"),
        pytest.param("Ana won.", -1, 3, "lies outside the text", id="before the text"),
        pytest.param("Ana won.", 4, 9, "lies outside the text", id="after the text"),
        pytest.param("Ana won.", 7, 8, "holds no word", id="a full stop"),
        pytest.param("Ana  won.", 3, 5, "holds no word", id="white space"),
    ],
)
def test_a_span_that_is_no_name(text: str, start: int, end: int, fault: str) -> None:
    with pytest.raises(InputError, match=rf"^Article a: the span {start} to {end} {fault}.*\. Give "):
        tone_toward(Article("a", text), start, end)


def test_the_front_has_it() -> None:
    assert scoring.tone_toward is tone_toward


@pytest.mark.parametrize(
    ("text", "name", "sign"),
    [
        pytest.param("Critics blasted Ana Ruiz over the corrupt deal.", "Ana Ruiz", -1, id="blamed"),
        pytest.param("Voters praised Ana Ruiz for her brave work.", "Ana Ruiz", 1, id="praised"),
        pytest.param("She lied about the scandal and failed.", "She", -1, id="a pronoun"),
        pytest.param("Ana Ruiz arrived on Monday, officials said.", "Ana Ruiz", 0, id="nothing said"),
        pytest.param("The firm won praise for its excellent service.", "The firm", 1, id="no name"),
    ],
)
def test_tone(text: str, name: str, sign: int) -> None:
    found = toward(text, name)
    assert (found > 0.15) - (found < -0.15) == sign
    assert -1.0 <= found <= 1.0


def test_who_it_is_makes_no_difference() -> None:
    text = "We met {} in May. Critics blasted {} over the corrupt deal."
    assert toward(text.format("Ana Ruiz", "Ana Ruiz"), "Ana") == toward(
        text.format("Bo Lind", "Bo Lind"), "Bo"
    )


def test_an_article_speaks_by_all_mentions_outside_quotations() -> None:
    one, two = "Voters praised Ana Ruiz.", "Then Ana Ruiz lied."
    quoted = "“We hate Ana Ruiz,” they said."
    text = f"{one} {two} {quoted}"
    doc = parse(Article("a", text))
    parts = [
        tone.judge_mention(doc, name.first, name.last)
        for name in doc.names
        if doc.voice_at(doc.starts[name.first]) == "outlet"
    ]
    assert len(parts) == 2
    assert toward(text, "Ana Ruiz") == pytest.approx(sum(parts) / 2)


def test_a_name_only_quoted_is_judged_where_it_stands() -> None:
    assert toward("“We admire the brave Ana Ruiz,” they said.", "Ana Ruiz") > 0.15


@pytest.mark.parametrize(
    ("text", "feature"),
    [
        pytest.param("Ana was not praised.", ("verb tone", "done not -1"), id="passive, negated"),
        pytest.param("Ana has won.", ("verb word", "won"), id="past the auxiliaries"),
        pytest.param("They never praised Ana.", ("nearest", "before -1"), id="a negation turns the tone"),
        pytest.param("“Yes,” Ana said.", ("says next", "yes"), id="a word of speech after it"),
        pytest.param("They met Ana's men.", ("possessive", "yes"), id="an owner"),
        pytest.param("They met Ana.", ("next", "<edge>"), id="at the edge"),
        pytest.param("Ana is corrupt.", ("verb tone", "is -1"), id="tone of what it is"),
        pytest.param("They blamed Mr. Ana.", ("to target", "blamed"), id="object, past the title"),
        pytest.param("It rained, and Ana left.", ("clause", "left"), id="in the clause"),
        pytest.param("They met Bo before Ana.", ("before", "<name>"), id="another name is a placeholder"),
    ],
)
def test_features(text: str, feature: tuple[str, str]) -> None:
    assert feature in describe(text, "Ana")


def test_a_negated_word_does_not_count() -> None:
    found = describe("They never praised the quiet Ana.", "Ana")
    assert [value for template, value in found if template == "before"] == ["they", "never"]
    assert [value for template, value in found if template == "after"] == []


def test_a_negation_ends_with_its_sentence() -> None:
    assert ("after", "won") in describe("It was not. Ana won.", "Ana")


def test_another_clause_is_another() -> None:
    assert ("clause", "rained") not in describe("It rained, and Ana left.", "Ana")


def test_strength_and_scale_keep_the_sign_and_the_ends() -> None:
    assert measure_strength(0.0, 0.0) == 0.0
    assert measure_strength(1.0, 2.0) == -measure_strength(2.0, 1.0) > 0
    assert measure_strength(-900.0, -900.0) == 0.0
    assert [scale_tone(x, 0.3) for x in (-1.0, -0.3, 0.0, 0.3, 1.0)] == pytest.approx([-1, -0.15, 0, 0.15, 1])


def test_every_shipped_template_is_one_that_targets_are_described_by() -> None:
    text = "“Yes,” Ana Ruiz never praised Bo Lind, the corrupt mayor, said. Critics who met Bo blasted Ana."
    known = {template for name in ("Ana", "Bo", "Critics") for template, _ in describe(text, name)}
    assert {*load_tone().weights} <= known


def test_weights_add_up() -> None:
    tables = {"after": {"won": [-1.0, 2.0]}, "next": {"won": [0.0, 0.5]}}
    weights = make_weights({"intercept": [0.5, 0.0], "neutral": 0.3, "weights": tables})
    facts = [("next", "won"), ("next", "unseen"), ("unseen", "x")]
    found = weights.judge(Around([("after", ["won", "unseen"]), ("unseen", ["x"])], facts))
    assert found == scale_tone(measure_strength(-0.5, 2.5), 0.3)


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("{", id="no JSON"),
        pytest.param(json.dumps({"format": 9}), id="another format"),
        pytest.param(json.dumps({"format": 1}), id="no weights"),
    ],
)
def test_a_damaged_file_is_refused(content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "weights.json").write_text(content, encoding="utf-8")
    monkeypatch.setattr("scoring.taggers.reading.find_tagger", lambda name: tmp_path)
    with pytest.raises(ModelError, match="Refit with `make models`"):
        load_tone.__wrapped__()


def test_a_text_without_full_stops_costs_in_proportion() -> None:
    def cost(n: int) -> float:
        doc = parse(Article("a", "the brave Ana Ruiz met " * n))
        tone.average_tone(doc, doc.names[:1])
        start = time.process_time()
        tone.average_tone(doc, doc.names)
        return time.process_time() - start

    cost(50)
    assert cost(6400) < 10 * max(cost(1600), 1e-3)


def test_weights_of_tone_are_numbers() -> None:
    told = {"intercept": [0, 0], "neutral": 0.1, "weights": {"clause": {"to": ["x", 1]}}}
    with pytest.raises(TypeError, match="complex"):
        make_weights(told)
