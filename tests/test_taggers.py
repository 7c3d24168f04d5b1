from __future__ import annotations

import json
import math
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
from scoring.taggers import (
    Tagger,
    describe,
    judge,
    judge_sentences,
    load_tagger,
    masked_forms,
    tag,
)
from scoring.taggers.proposing import FRAMED, QUOTED, propose, propose_counted
from scoring.taggers.rules import RULED_IN, RULED_OUT, weigh_rules
from scoring.taggers.sentence_models import SentenceModel, Style

TEXT = (
    "“It may rain,” Ana Ruiz said on May 5. The mayor, who had called the plan reckless, may resign.\n\n"
    "Advertisement\n\nAccording to 3 experts it could perhaps snow."
)
EVIDENCE_KINDS = sorted(kind for kind in load_lexicon().lists if kind in FAMILY_OF)


def test_no_text_has_no_candidates() -> None:
    doc = parse(Article("a", ""))
    for kind in EVIDENCE_KINDS:
        assert judge(doc, kind, min_probability=0.0) == []


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("In a poll, voters were split.", id="one noun"),
        pytest.param("In a podcast interview with Halper, Reade was blunt.", id="two nouns of what is heard"),
    ],
)
def test_an_in_before_documents_is_proposed_once(text: str) -> None:
    found = [candidate.first for candidate in propose(parse(Article("a", text)), "attribution")]
    assert found.count(0) == 1


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
    (probability,) = Tagger("loaded", 0.0, 0.5, {"phrase": {"may": weight}}).judge(doc, [Candidate(1, 2)])
    assert 0.0 < probability < 1.0
    assert probability == pytest.approx(nearly, abs=1e-9)


@pytest.mark.parametrize(
    ("text", "known"),
    [
        pytest.param("", [], id="no words"),
        pytest.param("Ana Ruiz said it rained.", [None], id="outside of quotations its context tells"),
        pytest.param("“He said it rained.”", [QUOTED], id="between quotation marks it is none"),
        pytest.param("“It rained,” the mayor zorped.", [FRAMED], id="a frame tells"),
    ],
)
def test_cues_whose_probability_is_known(text: str, known: list[float | None]) -> None:
    assert [chance for _, chance in propose_counted(parse(Article("a", text)), "attribution")] == known


def test_hedges_between_quotation_marks_are_judged() -> None:
    assert [chance for _, chance in propose_counted(parse(Article("a", "“It may rain.”")), "hedge")] == [None]


def test_only_weights_of_this_context_count() -> None:
    doc = parse(Article("a", "It may rain."))
    weights = {"before": {"it": 1.0, "she": 50.0}, "after": {"rain": 2.0}, "no such template": {"x": 50.0}}
    (probability,) = Tagger("loaded", -3.0, 0.5, weights).judge(doc, [Candidate(1, 2)])
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
    (pairs,) = describe(doc, [Candidate(at, at + 1)], "loaded")
    assert dict(pairs)[template] == value


@pytest.mark.parametrize("kind", sorted({*list_taggers()} & {*load_lexicon().lists}))
def test_shipped_taggers_load(kind: str) -> None:
    tagger = load_tagger(kind)
    assert tagger is not None
    assert 0.0 < tagger.threshold < 1.0
    doc = parse(Article("a", "So it may, sadly, rain hard on us."))
    noted = (Candidate(2, 3), Candidate(2, 3, "modal"))
    templates = {"list"} | {template for pairs in describe(doc, noted, kind) for template, _ in pairs}
    assert set(tagger.weights) <= templates, (
        "every template of the weights is one that contexts are described by"
    )


@pytest.mark.parametrize("kind", ["attribution", "hedge", "loaded"])
def test_remembered_sums_are_the_sums_of_the_weights_that_apply(kind: str) -> None:
    tagger = load_tagger(kind)
    assert tagger is not None
    doc = parse(Article("a", TEXT + " The reckless board was, it seems, shamelessly silent."))
    candidates = find_candidates(doc)[kind]
    for _ in range(2):
        judged = zip(candidates, describe(doc, candidates, kind), tagger.judge(doc, candidates), strict=True)
        for candidate, pairs, probability in judged:
            phrase = " ".join(doc.forms[candidate.first : candidate.last])
            odds = tagger.intercept + sum(tagger.weights.get(t, {}).get(value, 0.0) for t, value in pairs)
            odds = tagger.settled.get((phrase, candidate.note), odds) + weigh_rules(doc, [candidate], kind)[0]
            assert probability == pytest.approx(1 / (1 + math.exp(-odds)), abs=1e-12)


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        pytest.param("", [], id="no words"),
        pytest.param("Oh no.", [], id="too short to judge"),
        pytest.param("The pathetic liar whined again. The council met on Tuesday at nine.", [0, 1], id="two"),
    ],
)
def test_sentences_that_are_judged(text: str, sentences: list[int]) -> None:
    judged = judge_sentences(parse(Article("a", text)), "loaded_sentence")
    assert [item.sentence for item in judged] == sentences
    assert all(0 < item.probability < 1 for item in judged)


def test_a_loaded_sentence_names_the_words_that_moved_it() -> None:
    doc = parse(Article("a", "The pathetic liar whined again. The council met on Tuesday at nine."))
    loaded, plain = judge_sentences(doc, "loaded_sentence")
    assert loaded.probability > 0.5 > plain.probability
    assert "pathetic" in [doc.forms[at] for at in loaded.moved]
    assert plain.moved == ()


def test_neither_small_words_nor_names_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    words = {"the": 9.0, "is": 9.0, "<name>": 9.0, "<number>": 9.0, "vile": 1.0, "calm": -1.0}
    model = SentenceModel("loaded_sentence", 0.0, 0.0, words, {}, {})
    monkeypatch.setattr(taggers.sentences, "load_sentence_model", lambda kind: model)
    doc = parse(Article("a", "The vile plan of Anna Miller is 12 pages of calm."))
    (judged,) = judge_sentences(doc, "loaded_sentence")
    assert [doc.forms[at] for at in judged.moved] == ["vile"]


@pytest.mark.parametrize(
    ("text", "odds"),
    [
        pytest.param("Senators slammed it.", 1.0, id="news"),
        pytest.param("Taxonomists slammed it.", -1.0, id="an encyclopedia"),
        pytest.param("Somebody slammed it.", 0.0, id="half of each"),
        pytest.param("Senators of old slammed it. Taxonomists of old slammed it.", 0.0, id="both"),
        pytest.param("Taxonomists of old slammed it. " * 2 + "Oh no.", -1.0, id="what does not count"),
    ],
)
def test_a_document_is_judged_by_its_style(text: str, odds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    elsewhere = SentenceModel("loaded_sentence", -1.0, 0.0, {}, {}, {})
    style = Style(0.0, {"senators": 9.0, "taxonomists": -9.0, "oh": 90.0})
    model = SentenceModel("loaded_sentence", 1.0, 0.0, {}, {}, {}, elsewhere, style)
    monkeypatch.setattr(taggers.sentences, "load_sentence_model", lambda kind: model)
    monkeypatch.setattr(taggers.sentences, "LEAST", 3)
    for judged in judge_sentences(parse(Article("a", text)), "loaded_sentence"):
        assert judged.probability == pytest.approx(1 / (1 + math.exp(-odds)))


@pytest.mark.parametrize(
    ("text", "count"),
    [
        pytest.param("The vile plan passed.", 0, id="known words alone"),
        pytest.param("The kowtow plan passed.", 1, id="a word never read"),
        pytest.param("The kowtow-prone plan passed.", 1, id="joined by a hyphen"),
        pytest.param("Kowtow the plan passed.", 0, id="written like a name"),
        pytest.param("The plan's plan passed.", 0, id="a possessive"),
        pytest.param("The “kowtow” plan passed.", 0, id="quoted"),
        pytest.param("The plan passed at zfho1ofp2x.", 0, id="part of a link"),
    ],
)
def test_a_word_never_read_charges_a_sentence(text: str, count: int, monkeypatch: pytest.MonkeyPatch) -> None:
    words = dict.fromkeys(("the", "vile", "plan", "passed", "at"), 0.0)
    model = SentenceModel("loaded_sentence", 0.0, 0.0, words, {}, {}, unknown=3.0)
    monkeypatch.setattr(taggers.sentences, "load_sentence_model", lambda kind: model)
    doc = parse(Article("a", text))
    (judged,) = judge_sentences(doc, "loaded_sentence")
    odds = count * 3.0 / math.sqrt(len(doc.forms))
    assert judged.probability == pytest.approx(1 / (1 + math.exp(-odds)))
    assert len(judged.moved) == count, "the reader sees it"


def test_a_kind_of_sentence_without_a_model_is_not_judged() -> None:
    assert judge_sentences(parse(Article("a", TEXT)), "no_such_sentence") == []


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        pytest.param("It may rain.", "may", 0.0, id="nothing to add"),
        pytest.param("With all its might it ran.", "might", RULED_OUT, id="the noun"),
        pytest.param("She appeared in court.", "appeared", RULED_OUT, id="showing up"),
        pytest.param("It appeared to rain.", "appeared", 0.0, id="seeming"),
        pytest.param("He could speak Welsh.", "could", RULED_OUT, id="a skill"),
        pytest.param("He could not find it.", "could not", RULED_OUT, id="a failure"),
        pytest.param("It could not be so.", "could not", 0.0, id="a doubt"),
        pytest.param("The alleged theft shook Elm.", "alleged", RULED_IN, id="doubt before a noun"),
        pytest.param("Ruiz alleged theft on Monday.", "alleged", RULED_OUT, id="the verb of the same form"),
        pytest.param("It is reportedly sold.", "reportedly", RULED_IN, id="hearsay"),
        pytest.param("The song “Maybe Tomorrow” sold well.", "maybe", RULED_OUT, id="a title"),
        pytest.param("He said “maybe tomorrow” and left.", "maybe", 0.0, id="a quotation"),
    ],
)
def test_rules(text: str, word: str, expected: float) -> None:
    doc = parse(Article("a", text))
    parts = word.split()
    at = doc.forms.index(parts[0])
    assert weigh_rules(doc, [Candidate(at, at + len(parts))], "hedge") == [expected]


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
        pytest.param(
            '{"format": 1, "intercept": 0, "threshold": 0.5, "weights": {"phrase": {"may": 1'
            + "0" * 400
            + "}}}",
            id="a weight larger than any number",
        ),
    ],
)
def test_damaged_weights_say_what_to_do(
    content: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "weights.json").write_text(content, encoding="utf-8")
    monkeypatch.setattr(taggers.reading, "list_taggers", lambda: ["hedge"])
    monkeypatch.setattr(taggers.reading, "find_tagger", lambda kind: tmp_path)
    with pytest.raises(ModelError, match=r"tagger hedge: weights\.json .*make models"):
        load_tagger.__wrapped__("hedge")


def test_a_missing_file_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taggers.reading, "list_taggers", lambda: ["hedge"])
    monkeypatch.setattr(taggers.reading, "find_tagger", lambda kind: tmp_path)
    with pytest.raises(ModelError, match="make models"):
        load_tagger.__wrapped__("hedge")


def test_judging_loads_neither_sklearn_nor_numpy() -> None:
    code = (
        "import sys; from scoring.article import Article; from scoring.document import parse;"
        "from scoring.taggers import tag;"
        "assert tag(parse(Article('a', 'It may rain.')), 'hedge', min_probability=0);"
        "print([m for m in ('sklearn', 'numpy', 'scipy', 'pandas') if m in sys.modules])"
    )
    root = Path(taggers.__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, cwd=root, check=True)
    assert done.stdout.strip() == "[]"


@given(st.lists(st.sampled_from(TEXT.split()), max_size=60).map(" ".join))
@settings(max_examples=100, deadline=None)
def test_probabilities_of_any_text(text: str) -> None:
    doc = parse(Article("a", text))
    for kind in ("hedge", "attribution", "loaded"):
        for judged in judge(doc, kind, min_probability=0.0):
            assert 0.0 < judged.probability < 1.0
