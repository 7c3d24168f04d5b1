from __future__ import annotations

from math import isnan
from typing import Any

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.errors import InputError
from scoring.extractors import COLUMNS
from scoring.features import analyse, features
from scoring.features.parallel import iterate_batches, map_items
from scoring.features.screening import measure_function_share, measure_prose_share

PROSE = "The council of the town met on Monday and voted for the plan that the mayor had made in the spring. "
WORDS = len(PROSE.split())


def test_no_words_is_flagged_and_nothing_is_zero() -> None:
    analysis = analyse(Article("a", ""))
    assert analysis.flags == ("empty",)
    assert analysis.evidence == ()
    assert all(isnan(v) for name, v in analysis.features.items() if name != "language_word_count")


def test_features_come_in_the_order_of_the_codebook() -> None:
    assert tuple(analyse(Article("a", PROSE)).features) == COLUMNS


SOURCED = (
    "A nurse called Shireen said she was told that beds were short. "
    "“We may have to close,” Ana Ruiz, the manager, warned. Critics slammed the stunning plan. "
)


@pytest.mark.parametrize("least", [0.0, 0.3, 0.6, 0.9, 1.0])
def test_evidence_asked_for_by_probability_moves_no_measure(least: float) -> None:
    article = Article("a", SOURCED + PROSE * 3, "Nobody saw this coming")
    usual, found = analyse(article), analyse(article, min_probability=least)
    assert found.features == pytest.approx(usual.features, nan_ok=True)
    assert all(item.probability >= least for item in found.evidence)
    shown = {(item.start, item.end, item.kind, item.part) for item in found.evidence}
    likely = [item for item in usual.evidence if item.probability >= least]
    assert shown >= {(item.start, item.end, item.kind, item.part) for item in likely}
    assert len(shown) == len(found.evidence)
    assert len(shown) > len(usual.evidence) or least > 0


@pytest.mark.parametrize("least", [-0.1, 1.1, 50, float("nan")])
def test_a_probability_that_is_none_is_refused(least: float) -> None:
    with pytest.raises(InputError, match=f"min_probability is {least}. Allowed are numbers from 0 to 1"):
        analyse(Article("a", PROSE), min_probability=least)


def numbered(times: int) -> str:
    return " ".join(f"{PROSE.strip()[:-1]} {i}." for i in range(times))


@pytest.mark.parametrize(
    ("text", "flags"),
    [
        pytest.param("", ("empty",), id="no words"),
        pytest.param(PROSE, ("too_short",), id="one sentence"),
        pytest.param(numbered(9), (), id="enough prose"),
        pytest.param(
            " ".join(
                f"Der Rat {i} der Stadt sagte dem Blatt, dass die Brücke und der Weg am Fluss "
                f"im Sommer {i} mit Geld vom Land gebaut werden."
                for i in range(9)
            ),
            ("not_english",),
            id="German sets nouns with capitals and is no table",
        ),
        pytest.param(
            "\n\n".join(f"Team {i} {i + 1} Team {i + 2} {i + 3} Full time" for i in range(30)),
            ("not_prose",),
            id="a table of results is no foreign language",
        ),
        pytest.param(
            " ".join(f"rot{i} gelb{i} blau{i} grau{i} weiss{i}." for i in range(30)),
            ("not_english",),
            id="words that are not English",
        ),
        pytest.param("\u653f\u5e9c\u5468\u4e00\u5ba3\u5e03\u3002" * 150, ("not_english",), id="Chinese"),
        pytest.param(
            " ".join(f"\u0642\u0627\u0644 \u0627\u0644\u0645\u062c\u0644\u0633 {i}." for i in range(90)),
            ("not_english",),
            id="Arabic",
        ),
        pytest.param(
            "\n\n".join(f"The ferry {i} of the town" for i in range(40)), ("not_prose",), id="a list"
        ),
    ],
)
def test_flags(text: str, flags: tuple[str, ...]) -> None:
    assert analyse(Article("a", text)).flags == flags


@pytest.mark.parametrize(
    ("text", "function", "prose"),
    [
        pytest.param("The dog of the man barked at us all day.", 6 / 10, 1.0, id="one full sentence"),
        pytest.param(
            "Dogs bark. The dog of the man barked at us all day.", 6 / 12, 10 / 12, id="a short one too"
        ),
    ],
)
def test_shares_of_function_words_and_of_prose(text: str, function: float, prose: float) -> None:
    doc = parse(Article("a", text))
    assert measure_function_share(doc) == pytest.approx(function)
    assert measure_prose_share(doc) == pytest.approx(prose)


def test_notes_say_what_was_left_out() -> None:
    text = f"{PROSE}\n\nAdvertisement\n\n{PROSE}\n\nIt rai\u200bned."
    assert analyse(Article("a", text)).notes == (
        f"Withheld: {WORDS + 2} words, fewer than 120",
        "1 line of site furniture left out",
        "1 repeated sentence counted once",
        "1 invisible character ignored",
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param("It rained.", False, id="no tag"),
        pytest.param("Write <b>so</b> and a < b > c <i.", False, id="two tags that the article is about"),
        pytest.param("<p>It rained.</p>\n<P class='x'>It may rain.<br/>", True, id="a text cut from a page"),
        pytest.param("<p " * 100_000, False, id="tags that never end, in linear time"),
    ],
)
def test_tags_in_a_text_are_told(text: str, said: bool) -> None:
    notes = analyse(Article("a", text)).notes
    assert any("HTML tags in the text, read as words" in note for note in notes) == said


def test_evidence_is_sorted_by_place() -> None:
    found = analyse(
        Article("a", "It may rain.\n\nAdvertisement\n\nOnly time will tell.", "You won't believe it")
    )
    places = [(e.part, e.start) for e in found.evidence]
    assert places == sorted(places)
    assert {e.kind for e in found.evidence} >= {"boilerplate", "hedge", "filler", "clickbait"}


def test_two_processes_give_the_same_rows_as_one() -> None:
    articles = [Article(str(i), f"{PROSE} It may rain on day {i}.") for i in range(20)]
    assert features(articles, n_jobs=2).equals(features(articles))


def test_items_are_mapped_in_order_and_in_batches() -> None:
    assert list(map_items(str, range(5))) == ["0", "1", "2", "3", "4"]
    assert [len(batch) for batch in iterate_batches(range(5), 2)] == [2, 2, 1]


def test_the_note_says_what_was_found_and_what_is_asked_for() -> None:
    notes = analyse(Article("a", "Il pleut sur la ville. " * 3)).notes
    assert "Withheld: none of its words are common English words; English text has 22 % or more" in notes


@pytest.mark.parametrize(
    ("text", "said"),
    [
        pytest.param(
            "It rained.", "none of its words stand in sentences of 8 words or more", id="one short line"
        ),
        pytest.param(
            "It rained. " * 4 + "It rained on the roof of the old barn for an hour.",
            "",
            id="mostly a sentence",
        ),
        pytest.param(
            "It rained on the roof of the old barn. " + " ".join(f"It was day {n}." for n in "abcdef"),
            "27 % of its words stand in sentences of 8 words or more, where prose has 50 % or more",
            id="some",
        ),
    ],
)
def test_little_prose_is_said_in_words_that_a_reader_can_check(text: str, said: str) -> None:
    notes = " ".join(analyse(Article("a", text)).notes)
    assert said in notes
    assert ("sentences of" in notes) is bool(said)


@pytest.mark.parametrize(
    "wrong",
    ["It rained.", None, Article("a", None), Article("a", b"x"), Article("a", "It rained.", title=5)],  # type: ignore[arg-type]
)
def test_what_is_no_article_is_refused_in_a_sentence(wrong: Any) -> None:
    with pytest.raises(InputError, match=r"An Article is expected|its text has to be a string"):
        analyse(wrong)


@pytest.mark.parametrize("wrong", ["It rained.", Article("a", "It rained."), None])
def test_one_article_is_no_list_of_them(wrong: Any) -> None:
    with pytest.raises(InputError, match="Articles are expected"):
        features(wrong)
