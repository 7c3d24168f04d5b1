from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring import taggers
from scoring.artefacts import list_taggers
from scoring.article import FAMILY_OF, Article
from scoring.document import parse
from scoring.errors import ModelError
from scoring.lexicon import Candidate, find_candidates, load_lexicon
from scoring.taggers import Tagger, describe_context, judge, load_tagger, masked_forms, tag

TEXT = (
    "“It may rain,” Ana Ruiz said on May 5. The mayor, who had called the plan reckless, may resign.\n\n"
    "Advertisement\n\nAccording to 3 experts it could perhaps snow."
)
EVIDENCE_KINDS = sorted(kind for kind in load_lexicon().lists if kind in FAMILY_OF)


def test_no_text_has_no_candidates() -> None:
    doc = parse(Article("a", ""))
    for kind in EVIDENCE_KINDS:
        assert judge(doc, kind, min_probability=0.0) == []


@pytest.mark.parametrize("kind", EVIDENCE_KINDS)
def test_a_floor_of_zero_gives_every_candidate_in_counted_prose(kind: str) -> None:
    doc = parse(Article("a", TEXT))
    candidates = [c for c in find_candidates(doc)[kind] if doc.is_counted(c.first)]
    judged = judge(doc, kind, min_probability=0.0)
    assert [(c.first, c.last, c.note) for c in candidates] == [(j.first, j.last, j.note) for j in judged]


@pytest.mark.parametrize("kind", EVIDENCE_KINDS)
def test_a_higher_floor_keeps_those_that_reach_it(kind: str) -> None:
    doc = parse(Article("a", TEXT))
    everything = judge(doc, kind, min_probability=0.0)
    for floor in (0.3, 0.6, 0.9):
        assert judge(doc, kind, min_probability=floor) == [j for j in everything if j.probability >= floor]


@pytest.mark.parametrize("kind", EVIDENCE_KINDS)
def test_the_default_floor_is_the_taggers_own(kind: str) -> None:
    doc = parse(Article("a", TEXT))
    tagger = load_tagger(kind)
    floor = tagger.threshold if tagger else 0.0
    assert judge(doc, kind) == judge(doc, kind, min_probability=floor)


def test_evidence_has_offsets_voice_and_family() -> None:
    doc = parse(Article("a", "“It may rain,” she said."))
    (evidence,) = tag(doc, "hedge", min_probability=0.0)
    assert (evidence.start, evidence.end, evidence.voice) == (4, 7, "quoted")
    assert (evidence.family, evidence.kind, evidence.part) == ("hedging", "hedge", "text")


@pytest.mark.parametrize(
    ("weight", "nearly"),
    [
        pytest.param(0.0, 0.5, id="no weight: even odds"),
        pytest.param(1e6, 1.0, id="a huge weight stays below one"),
        pytest.param(-1e6, 0.0, id="a huge negative weight stays above zero"),
    ],
)
def test_probabilities_stay_inside_the_open_interval(weight: float, nearly: float) -> None:
    doc = parse(Article("a", "It may rain."))
    probability = Tagger("hedge", 0.0, 0.5, {"phrase": {"may": weight}}).judge(doc, Candidate(1, 2))
    assert 0.0 < probability < 1.0
    assert probability == pytest.approx(nearly, abs=1e-9)


def test_only_weights_of_this_context_count() -> None:
    doc = parse(Article("a", "It may rain."))
    weights = {"before": {"it": 1.0, "she": 50.0}, "after": {"rain": 2.0}, "no such template": {"x": 50.0}}
    probability = Tagger("hedge", -3.0, 0.5, weights).judge(doc, Candidate(1, 2))
    assert probability == pytest.approx(0.5), "-3 + 1 + 2 = 0, and log-odds of 0 are even odds"


def test_names_and_numbers_are_placeholders() -> None:
    doc = parse(Article("a", "We saw Ana Ruiz buy 12 boats."))
    assert masked_forms(doc) == ["we", "saw", "<name>", "<name>", "buy", "<number>", "boats"]


@pytest.mark.parametrize(
    ("text", "template", "value"),
    [
        pytest.param("May.", "before", "<edge>", id="nothing before"),
        pytest.param("It rained. May.", "before", "<edge>", id="nothing before in the sentence"),
        pytest.param("It may rain.", "before+phrase", "it may", id="the word before"),
        pytest.param("It, may rain.", "mark before", ",", id="a comma before"),
        pytest.param("It, \u200bmay rain.", "mark before", ",", id="an invisible character before"),
        pytest.param("It may.", "mark after", ".", id="the stop after"),
        pytest.param("It said “may” twice.", "voice", "quoted", id="inside marks"),
        pytest.param("“No,” it may.", "quote near", "010", id="a quotation before"),
        pytest.param("It may: “No.”", "quote near", "001", id="a quotation after"),
        pytest.param("It may be that it rains.", "that near", "True", id="'that' soon after"),
        pytest.param("In May it rains.", "capital", "True", id="a capital inside a sentence"),
        pytest.param("May it rain.", "capital", "False", id="a capital that opens a sentence"),
    ],
)
def test_context(text: str, template: str, value: str) -> None:
    doc = parse(Article("a", text))
    at = doc.forms.index("may")
    assert dict(describe_context(doc, Candidate(at, at + 1)))[template] == value


@pytest.mark.parametrize("kind", sorted({*list_taggers()} & {*load_lexicon().lists}))
def test_shipped_taggers_load(kind: str) -> None:
    tagger = load_tagger(kind)
    assert tagger is not None
    assert 0.0 < tagger.threshold < 1.0
    templates = {
        template for template, _ in describe_context(parse(Article("a", "It may.")), Candidate(1, 2))
    }
    assert set(tagger.weights) <= templates, (
        "every template of the weights is one that contexts are described by"
    )


def test_a_kind_without_a_corpus_has_no_tagger() -> None:
    assert load_tagger("filler") is None


@pytest.mark.parametrize(
    "content",
    [
        pytest.param("", id="an empty file"),
        pytest.param("{", id="no JSON"),
        pytest.param("[]", id="a list"),
        pytest.param("{}", id="no keys"),
        pytest.param(
            json.dumps({"format": 0, "intercept": 0, "threshold": 0.5, "weights": {}}), id="another format"
        ),
        pytest.param(json.dumps({"format": 1, "intercept": 0, "threshold": 0.5}), id="no weights"),
        pytest.param(
            json.dumps({"format": 1, "intercept": None, "threshold": 0.5, "weights": {}}), id="no intercept"
        ),
        pytest.param(
            json.dumps({"format": 1, "intercept": 0, "threshold": 0.5, "weights": [1]}),
            id="weights of a list",
        ),
        pytest.param(
            json.dumps({"format": 1, "intercept": 0, "threshold": 0.5, "weights": {"phrase": {"may": "x"}}}),
            id="a weight that is no number",
        ),
    ],
)
def test_damaged_weights_say_what_to_do(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weights.json").write_text(content, encoding="utf-8")
    monkeypatch.setattr(taggers, "list_taggers", lambda: ["hedge"])
    monkeypatch.setattr(taggers, "find_tagger", lambda kind: tmp_path)
    with pytest.raises(ModelError, match=r"tagger hedge: weights\.json .*make models"):
        load_tagger.__wrapped__("hedge")


def test_a_missing_file_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taggers, "list_taggers", lambda: ["hedge"])
    monkeypatch.setattr(taggers, "find_tagger", lambda kind: tmp_path)
    with pytest.raises(ModelError, match="make models"):
        load_tagger.__wrapped__("hedge")


def test_judging_loads_neither_sklearn_nor_numpy() -> None:
    code = (
        "import sys; from scoring.article import Article; from scoring.document import parse;"
        "from scoring.taggers import tag;"
        "assert tag(parse(Article('a', 'It may rain.')), 'hedge', min_probability=0);"
        "print([m for m in ('sklearn', 'numpy', 'scipy', 'pandas') if m in sys.modules])"
    )
    root = Path(taggers.__file__).resolve().parents[1]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"


@given(st.lists(st.sampled_from(TEXT.split()), max_size=60).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_probabilities_of_any_text(text: str) -> None:
    doc = parse(Article("a", text))
    for kind in ("hedge", "attribution", "loaded"):
        for judged in judge(doc, kind, min_probability=0.0):
            assert 0.0 < judged.probability < 1.0
