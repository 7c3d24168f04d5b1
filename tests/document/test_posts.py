from __future__ import annotations

import time

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.features import analyse

SIGNED = "— Ana Ruiz (@anaruiz) May 3, 2019"


def lent(text: str) -> list[str]:
    """What is spoken beside the words between quotation marks."""
    doc = parse(Article("a", text))
    return [doc.text[start:end] for start, end in doc.spoken if (start, end) not in doc.quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("", [], id="no text"),
        pytest.param("The dam may break. We must leave.", [], id="no post"),
        pytest.param(f"We must leave! {SIGNED}", ["We must leave!"], id="a post and its signature"),
        pytest.param(f"We must leave!\n\n{SIGNED}", ["We must leave!"], id="the signature on its own"),
        pytest.param("We must leave! - Ana Ruiz (@anaruiz) May 3, 2019", ["We must leave!"], id="a hyphen"),
        pytest.param(
            "Go. — Ana Ruiz, M.D. (@ana_ruiz9) Sept. 13, 2019", ["Go."], id="a title, a short month"
        ),
        pytest.param(f"Leave. {SIGNED}\n\nThe dam held.", ["Leave."], id="the article goes on"),
        pytest.param(f"The dam held.\n\nLeave. {SIGNED}", ["Leave."], id="the article comes before"),
        pytest.param(f"Leave. {SIGNED} Stay. {SIGNED}", ["Leave.", "Stay."], id="two posts in a paragraph"),
        pytest.param(f"The dam held.  Leave. {SIGNED}", ["Leave."], id="after a wide gap"),
        pytest.param(f"Ruiz told everybody:\n\n{SIGNED}", [], id="the post itself is lost"),
        pytest.param(f"{'The dam held. ' * 40}{SIGNED}", [], id="too long to be a post"),
        pytest.param("Ask Ana Ruiz (@anaruiz) on May 3, 2019.", [], id="a handle without a dash"),
        pytest.param("The clerk — Ana Ruiz (@anaruiz) — left.", [], id="an aside without a day"),
        pytest.param(SIGNED, [], id="nothing but a signature"),
        pytest.param(f"“Go,” he said. {SIGNED}", ["“Go,” he said."], id="with a quotation inside"),
    ],
)
def test_posts(text: str, expected: list[str]) -> None:
    assert lent(text) == expected


def test_words_of_a_post_are_quoted() -> None:
    story = "The council met on Friday and took a vote. "
    post = f"We must stop this disgraceful, corrupt plan! I think it is awful. {SIGNED}"
    found = analyse(Article("a", f"{story * 3}\n\n{post}\n\nThe vote was close."))
    voices = {e.voice for e in found.evidence if e.kind == "loaded"}
    assert voices == {"quoted"}
    own = ("opinion_rate", "first_person_rate", "exclamation_rate")
    assert [found.features[f"language_{name}"] for name in own] == [0.0, 0.0, 0.0]
    assert found.features["stance_loaded_rate"] == 0.0


def test_a_figure_in_a_post_has_a_source() -> None:
    found = analyse(Article("a", f"The dam cost 90 million dollars. {SIGNED}"))
    assert found.features["sourcing_sourced_figure_share"] == 1.0


def test_no_quotation_mark_no_quotation() -> None:
    found = analyse(Article("a", f"We must leave! {SIGNED}"))
    assert not [e for e in found.evidence if e.kind == "quote"]


def test_many_signatures_cost_time_in_line_with_their_number() -> None:
    def cost(times: int) -> float:
        text = f"Leave. {SIGNED} " * times
        start = time.perf_counter()
        parse(Article("a", text))
        return time.perf_counter() - start

    cost(200)
    assert min(cost(4000) for _ in range(3)) < 12 * min(cost(1000) for _ in range(3))
