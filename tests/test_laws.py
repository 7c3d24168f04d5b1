"""What must hold for every extractor, whatever the article. Texts are put together from our own sentences."""

from __future__ import annotations

import random
import textwrap
import time
from math import isnan

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from scoring.article import KINDS, Article
from scoring.document import parse
from scoring.extractors import EXTRACTORS, Extractor
from scoring.extractors.measure import UNITS
from scoring.features import Analysis, analyse

PROSE = (
    "The council of Port Hesper met on Monday and voted for the new ferry line.",
    "“The line will pay for itself within six years,” said Ines Vale, the harbour master.",
    "Ines Vale said that the old pier may have to close for a winter.",
    "According to the audit report, the province paid nine million dollars for two ferries.",
    'The union was less pleased. "We were told in March," said Tomas Brandt, who leads it.',
    "Harbour insiders say that the first ferry leaked.",
    "Experts believe that fares could rise, although nobody would say by how much.",
    "Coast Union denied the claim, and Harbour Line declined to comment.",
    "Harbour Line is clearly proud of its breathtaking, state-of-the-art boats!",
    "Only time will tell whether the islanders take the ferry or keep to their own boats.",
    "What will the shopkeepers do when the season ends?",
    "The reckless bureaucrats lied about it, and their cronies cheered.",
    "If it rains on the first of May, the opening moves to the fish hall.",
    "Coast Union and Harbour Line will meet again in June, Ines Vale told Northgate News.",
    "In this article we will take a closer look at the ferry.",
    "We asked Harbour Line for its figures; Coast Union sent us its own.",
    "He called the plan “a ‘gift’ to the island” and left.",
    "It cost 4.5 million U.S. dollars, i.e. more than the bridge at St. Orrin.",
)
HEADINGS = ("A harbour divided", "What comes next", "The Price of a Ticket", "Why It Matters")
BULLETS = ("• Tickets cost four dollars", "- Children travel free", "3. The ferry takes forty minutes")
FURNITURE = (
    "Advertisement",
    "Share",
    "Read more: Ten beaches to see",
    "Leave a Reply",
    "1.2K shares",
    "source",
)
LISTS = ("Keywords: ferry, pier, island, Port Hesper", "#ferry #pier #island #hesper")
RESIDUE = ("Here is the polished version of the blog post:",)
QUESTIONS = (
    "What does the new line cost the province?",
    "The province paid nine million dollars for two ferries.",
    "Who leads the union that was less pleased?",
    "Tomas Brandt leads the union that was less pleased.",
)

paragraphs = st.lists(st.sampled_from(PROSE), min_size=1, max_size=4).map(" ".join)
lines = st.sampled_from(HEADINGS + BULLETS + FURNITURE + LISTS + RESIDUE)
parts = st.lists(st.one_of(paragraphs, paragraphs, lines), max_size=8)
articles = st.tuples(parts, paragraphs, parts).map(
    lambda three: "\n\n".join([*three[0], three[1], *three[2]])
)
titles = st.sampled_from([None, "", "New ferry line opens", "You won't believe what this ferry costs"])
every_extractor = pytest.mark.parametrize("extractor", EXTRACTORS, ids=lambda extractor: extractor.name)
law = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True)


def same(one: dict[str, float], other: dict[str, float]) -> bool:
    return {k: repr(round(v, 9)) for k, v in one.items()} == {k: repr(round(v, 9)) for k, v in other.items()}


def check_evidence(article: Article, analysis: Analysis) -> None:
    for found in analysis.evidence:
        where = article.text if found.part == "text" else article.title or ""
        assert 0 <= found.start < found.end <= len(where), found
        assert where[found.start : found.end].strip(), found
        assert found.kind in KINDS[found.family], found
        assert 0.0 <= found.probability <= 1.0, found
        assert (found.part == "title") == (found.kind == "clickbait"), found


def check_values(analysis: Analysis) -> None:
    for name, value in analysis.features.items():
        _, low, high = UNITS[name.rsplit("_", 1)[1]]
        assert isnan(value) or low <= value <= high, (name, value)


@law
@given(articles, titles)
def test_spans_lie_inside_and_values_fit_their_suffix(text: str, title: str | None) -> None:
    article = Article("a", text, title)
    for limit in (None, 0.0, 1.0):
        analysis = analyse(article, min_probability=limit)
        check_evidence(article, analysis)
        check_values(analysis)


@law
@given(articles)
def test_a_limit_of_probability_is_kept_and_zero_shows_the_most(text: str) -> None:
    article = Article("a", text)
    most = {(e.start, e.end, e.kind) for e in analyse(article, min_probability=0.0).evidence}
    for found in analyse(article, min_probability=0.9).evidence:
        assert found.probability >= 0.9 or found.kind in {"party", "quote"}
        assert found.kind in {"source", "content"} or (found.start, found.end, found.kind) in most


@law
@given(articles)
def test_doubling_an_article_changes_stuffing_and_nothing_else(text: str) -> None:
    once, twice = analyse(Article("a", text)).features, analyse(Article("a", f"{text}\n\n{text}")).features
    kept = [name for name in once if not name.startswith("stuffing_") and not name.endswith("_count")]
    assert same({n: once[n] for n in kept}, {n: twice[n] for n in kept})


@law
@given(articles, st.integers(60, 100))
def test_wrapping_lines_changes_nothing(text: str, width: int) -> None:
    options = {"break_long_words": False, "break_on_hyphens": False}
    wrapped = "\n\n".join(textwrap.fill(part, width, **options) for part in text.split("\n\n"))
    assert same(analyse(Article("a", text)).features, analyse(Article("a", wrapped)).features)


@law
@given(articles, titles)
def test_the_same_text_gives_the_same_answer(text: str, title: str | None) -> None:
    one, other = (analyse(Article("a", text, title)) for _ in range(2))
    assert same(one.features, other.features)
    assert one.evidence == other.evidence


@law
@given(articles)
def test_no_evidence_lies_inside_site_furniture(text: str) -> None:
    found = analyse(Article("a", text)).evidence
    furniture = [e for e in found if e.kind == "boilerplate"]
    for evidence in found:
        overlaps = any(f.start < evidence.end and evidence.start < f.end for f in furniture)
        assert evidence.kind == "boilerplate" or not overlaps, evidence


@law
@given(
    st.one_of(
        st.text(max_size=400), st.lists(st.sampled_from([*PROSE, *"“”\"'‘’#:\n\t\u200b.?"])).map("".join)
    )
)
def test_any_text_can_be_analysed(text: str) -> None:
    article = Article("a", text, text[:80])
    analysis = analyse(article)
    check_evidence(article, analysis)
    check_values(analysis)


@law
@given(st.lists(st.sampled_from(FURNITURE), min_size=2).map("\n\n".join))
@example("")
@example(" \n ")
def test_without_words_everything_is_undefined(text: str) -> None:
    analysis = analyse(Article("a", text))
    assert analysis.flags == ("empty",)
    assert all(isnan(v) for name, v in analysis.features.items() if name != "language_word_count")


def write_article(words: int) -> str:
    """A long article in which no sentence comes twice."""
    rng = random.Random(7)
    parts: list[str] = []
    length = 0
    while length < words:
        part = f"{rng.choice(PROSE)[:-1]} {len(parts)}."
        parts.append(part)
        length += len(part.split())
    return "\n\n".join(" ".join(parts[i : i + 4]) for i in range(0, len(parts), 4))


def cost_per_word(extractor: Extractor, words: int) -> float:
    """Least processor time of three runs, each over a document that was not measured before."""
    text = write_article(words)
    spent = []
    for _ in range(3):
        doc = parse(Article("a", text))
        start = time.process_time()
        extractor.measure(doc)
        spent.append(time.process_time() - start)
    return min(spent) / words


@every_extractor
def test_cost_per_word_does_not_grow_with_length(extractor: Extractor) -> None:
    extractor.measure(parse(Article("a", write_article(500))))
    assert cost_per_word(extractor, 50_000) < 3 * cost_per_word(extractor, 5_000)


# The signs to see, each on a look-alike text of our own


def shown(text: str, kind: str, note: str | None = None) -> list[str]:
    found = analyse(Article("a", text)).evidence
    return [text[e.start : e.end] for e in found if e.kind == kind and note in (None, e.note)]


BODY = " ".join(PROSE[:4])


def test_text_left_by_a_writing_assistant_at_the_top() -> None:
    text = f"Here is the polished and friendly version of the blog post:A Harbour Divided\n\n{BODY}"
    assert shown(text, "template_residue") == ["Here is the polished and friendly version of the blog post:"]


@pytest.mark.parametrize(
    "glue", ["\n\n", ".", ""], ids=["own line", "glued to a full stop", "glued to a word"]
)
def test_keywords_at_the_end(glue: str) -> None:
    text = f"{BODY} The island hopes for stability{glue}Keywords: ferry, pier"
    assert shown(text, "keyword_list") == ["Keywords: ferry, pier"]


def test_questions_that_restate_the_article() -> None:
    text = "\n\n".join([" ".join(PROSE[:8]), *QUESTIONS])
    assert shown(text, "duplicate_passage", "restates") or shown(text, "duplicate_passage", "repeats")


def test_an_interview_brings_new_content() -> None:
    answers = (
        "My uncle mended nets, so knots came before letters.",
        "Mistrust forecasts and sleep at anchor.",
    )
    text = "\n\n".join(
        [BODY, "When did you first go to sea?", answers[0], "What would you tell a pupil?", answers[1]]
    )
    assert shown(text, "duplicate_passage") == []


def test_site_furniture_on_lines_of_its_own() -> None:
    text = "\n\n".join(["Home » Coast » Ferries", BODY, "Advertisement", PROSE[4], "Leave a Reply"])
    assert shown(text, "boilerplate") == ["Home » Coast » Ferries", "Advertisement", "Leave a Reply"]


@pytest.mark.parametrize(
    ("text", "note"),
    [
        pytest.param("Reports suggest that the first ferry leaked.", "vague", id="reports of nobody"),
        pytest.param("Harbour insiders say that the first ferry leaked.", "anonymous", id="insiders"),
        pytest.param("Sources close to the line said that the ferry leaked.", "anonymous", id="sources"),
        pytest.param("Many experts believe that the ferry leaked.", "vague", id="experts"),
    ],
)
def test_speakers_whom_nobody_can_ask(text: str, note: str) -> None:
    assert len(shown(text, "source", note)) == 1
    assert analyse(Article("a", text)).features["sourcing_unnamed_rate"] > 0


def test_a_spokesperson_quoted_through_a_wire_agency() -> None:
    text = (
        f"{BODY}\n\n“We regret the delay,” a Harbour Line spokesperson told the Northgate agency on Tuesday."
    )
    assert "told" in shown(text, "attribution")
    assert any("Harbour Line spokesperson" in source for source in shown(text, "source"))
    assert "We regret the delay," in shown(text, "content")


def test_a_heading_glued_to_its_paragraph_ends_a_sentence() -> None:
    glued, apart = (f"{BODY}\n\nA Harbour Divided{gap}The ferry may leak." for gap in ("", "\n\n"))
    assert same(analyse(Article("a", glued)).features, analyse(Article("a", apart)).features)


def test_bullets_end_sentences() -> None:
    text = f"{BODY}\n\n{BULLETS[0]}\n\n{BULLETS[1]}"
    assert len(parse(Article("a", text)).sentences) == len(parse(Article("a", BODY)).sentences) + 2


@law
@given(articles)
def test_a_title_set_over_the_text_again_changes_nothing(text: str) -> None:
    title = "New ferry line opens"
    apart, above = (analyse(Article("a", body, title)) for body in (text, f"{title}\n\n{text}"))
    assert same(apart.features, above.features)
