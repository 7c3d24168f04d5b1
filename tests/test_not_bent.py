"""Scores are not bent by who is in a story, how it is set, or tricks: edits to the articles of seeds/.

The edits and the limits are those of `tests/bench/bending.py`, which runs all of them on all articles and
on a corpus. Here every third or fourth article is enough to fail when a cause comes back.
"""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from math import isnan
from pathlib import Path
from statistics import fmean
from types import ModuleType

import pytest

from scoring import Article, Scorecard, analyse
from scoring.document import fold, parse
from scoring.extractors.sides import find_sides, list_sides
from scoring.extractors.tone import judge_mention
from scoring.model.preparing import score_columns
from scoring.model.signs import signs_for
from scoring.scorecard import score

Edit = Callable[[Article], Article]


def load_bending() -> ModuleType:
    """The script with the edits, which stands in no package."""
    path = Path(__file__).parent / "bench" / "bending.py"
    spec = importlib.util.spec_from_file_location("bending_edits", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


bending = load_bending()
CHECKS = {check.name: check for check in bending.CHECKS}


@cache
def base_cards(step: int) -> tuple[tuple[Article, Scorecard], ...]:
    """Each `step`-th article of the seeds with two paragraphs of people to swap, and its card."""
    articles = bending.read_seeds()[::step]
    return tuple(zip(articles, score(articles), strict=True))


def move(name: str, *, step: int) -> list[dict[str, float]]:
    """Points by score for each article that a check's edit changes; more is worse."""
    check = CHECKS[name]
    base = base_cards(step)
    start = [check.base(article) for article, _ in base]
    old = [card for _, card in base] if start == [article for article, _ in base] else list(score(start))
    edited = [check.edit(article) for article, _ in base]
    changed = [i for i, article in enumerate(edited) if article != start[i]]
    new = score([edited[i] for i in changed])
    moves = [bending.move_of(check, old[i], card) for i, card in zip(changed, new, strict=True)]
    return [points for points in moves if points is not None]


def holds(name: str, *, step: int) -> None:
    moves = move(name, step=step)
    assert moves, "the edit changes no article"
    for score_name in CHECKS[name].on:
        values = sorted(points[score_name] for points in moves)
        held = values[len(values) // 2] if CHECKS[name].over == "median" else values[-1]
        assert held <= CHECKS[name].allowed + 0.005, (score_name, held)


@pytest.mark.parametrize(
    "name",
    [
        "swap party names",
        "swap nationalities",
        "swap genders",
        "swap outlet names",
        "Anglo to other names",
        "straight quotes",
        "curly quotes",
        "re-wrap at 72",
        "American spelling",
        "British spelling",
        "boilerplate around",
        "cut the last fifth",
    ],
)
def test_what_should_not_matter_does_not(name: str) -> None:
    holds(name, step=3)


@pytest.mark.parametrize(
    "name",
    [
        "double the article",
        "3 'according to experts'",
        "8 experts, each worded anew",
        "one quotation ten times",
        "invisible sentence appended",
        "zero-width space in words",
        "joiners in loaded words",
        "look-alikes in loaded words",
        "capitals in loaded words",
        "Capitals opening loaded words",
        "capital sentences",
        "Title Case text",
        "text in capitals",
    ],
)
def test_no_trick_raises_quality(name: str) -> None:
    holds(name, step=4)


@pytest.mark.parametrize("name", [check.name for check in bending.ONE_WAY])
def test_a_named_source_never_lowers_quality_and_a_fault_never_raises_it(name: str) -> None:
    holds(name, step=4)


def test_doubling_raises_stuffing_and_changes_no_other_measure() -> None:
    for article, card in base_cards(8):
        twice = analyse(bending.double(article)).features
        once = card.measures
        others = [k for k in once if not k.startswith("stuffing_") and not k.endswith("_count")]
        assert {k: repr(round(once[k], 9)) for k in others} == {k: repr(round(twice[k], 9)) for k in others}
        assert twice["stuffing_duplicate_share"] > once["stuffing_duplicate_share"]


@pytest.mark.parametrize("family", bending.FAULTS)
def test_more_of_a_fault_moves_its_family_steadily(family: str) -> None:
    base = base_cards(10)
    doses = [
        list(score(bending.put_in(article, bending.FAULTS[family][:n]) for article, _ in base))
        for n in bending.DOSES
    ]
    for cards in zip([card for _, card in base], *doses, strict=True):
        values = [bending.headline(card, family) for card in cards]
        assert bending.is_steady(cards, family) and values[-1] > values[0], values


@pytest.mark.parametrize("family", bending.FAULTS)
def test_the_other_families_move_less_than_a_third_as_much(family: str) -> None:
    base = base_cards(3)  # with every tenth, four articles, one of them decides
    moved = score(bending.put_in(article, bending.FAULTS[family]) for article, _ in base)
    moves = bending.move_families([card for _, card in base], list(moved), family)
    own = fmean(moves.pop(family))
    assert {name: fmean(v) for name, v in moves.items() if fmean(v) >= own / 3} == {}


# Causes that were found and mended, one by one


@pytest.mark.parametrize(
    ("name", "is_side"),
    [
        pytest.param("", False, id="no name at all"),
        pytest.param("Republicans", True, id="a party"),
        pytest.param("Democrats", True, id="the other party"),
        pytest.param("Kim Kardashian", True, id="a family name that ends like a people's"),
        pytest.param("Anthony Albanese", True, id="another such name"),
        pytest.param("Germans", False, id="a people"),
        pytest.param("Pakistanis", False, id="another people"),
        pytest.param("North Koreans", False, id="a people of two words"),
    ],
)
def test_a_party_is_a_side_and_a_people_is_none(name: str, is_side: bool) -> None:
    text = f"We met the {name}. He saw the {name} leave. They wrote to the {name} again." if name else ""
    assert (name in find_sides(parse(Article("a", text)))) is is_side


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("", "", id="no words"),
        pytest.param("organisers", "organizers", id="s or z"),
        pytest.param("favour", "favor", id="our or or"),
        pytest.param("centre’s", "center's", id="re or er, owned"),
        pytest.param("Defence", "defense", id="with a capital"),
    ],
)
def test_two_spellings_are_one_form(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_a_party_that_is_called_labour_keeps_its_name() -> None:
    assert fold("Labour") == "labour"


@pytest.mark.parametrize(
    ("his", "hers"),
    [
        ("Ana Ruiz beat him.", "Ana Ruiz beat her."),
        ("Critics say he and Ana Ruiz lied to women.", "Critics say she and Ana Ruiz lied to men."),
        ("The spokesman for Ana Ruiz lost his nerve.", "The spokeswoman for Ana Ruiz lost her nerve."),
    ],
)
def test_tone_does_not_hang_on_gender(his: str, hers: str) -> None:
    tones = []
    for text in (his, hers):
        doc = parse(Article("a", text))
        at = doc.forms.index("ana")
        tones.append(judge_mention(doc, at, at + 2))
    assert tones[0] == pytest.approx(tones[1])


@pytest.mark.parametrize("names", ["Kim Lee", "Oluwaseun Chukwuemeka-Abubakar"])
def test_names_do_not_make_a_text_harder_to_read(names: str) -> None:
    text = "The council met {0} in May. It asked {0} for the report and sent {0} home."
    plain, other = (analyse(Article("a", text.format(who))).features for who in ("Ana Ruiz", names))
    for grade in ("language_lix_grade", "language_coleman_liau_grade"):
        assert plain[grade] == other[grade]


@pytest.mark.parametrize(
    ("text", "case"),
    [
        pytest.param("", "", id="no words"),
        pytest.param("It was late.", "It was late.", id="running text stays"),
        pytest.param("THE END OF IT IS NEAR.", "The end of it is near.", id="capitals"),
        pytest.param("It is late. HAVE YOUR SAY!", "It is late. Have your say!", id="three words"),
        pytest.param("The End Of It Is Near.", "The end of it is near.", id="Title Case"),
        pytest.param(
            "We met Ana Ruiz. THE FLOOD IS NEAR, RUIZ’S MEN SAY.",
            "We met Ana Ruiz. The flood is near, Ruiz’s men say.",
            id="a name that running text holds",
        ),
        pytest.param("Ana Ruiz, Li Wei, Bo Ek.", "Ana Ruiz, Li Wei, Bo Ek.", id="names in a row"),
        pytest.param("TH\u200bE END IS NEAR.", "Th\u200be end is near.", id="a hidden character"),
    ],
)
def test_sentences_that_shout_are_read_in_running_case(text: str, case: str) -> None:
    assert parse(Article("a", text)).text == case


@pytest.mark.parametrize(
    ("text", "case"),
    [
        pytest.param("", "", id="no words"),
        pytest.param("It is a VILE plan.", "It is a vile plan.", id="a charged word in capitals"),
        pytest.param("It is a Shameless plan.", "It is a shameless plan.", id="a charged word like a name"),
        pytest.param("HULL (AP) - The Vile plan.", "HULL (AP) - The vile plan.", id="after a dateline"),
        pytest.param("SHAMELESS is the word.", "Shameless is the word.", id="a charged word that opens"),
        pytest.param("We met the Radical Party.", "We met the Radical Party.", id="part of a longer name"),
        pytest.param("We met Ana Corrupt.", "We met Ana Corrupt.", id="after a name"),
        pytest.param("It is a UNESCO plan.", "It is a UNESCO plan.", id="an acronym"),
        pytest.param("It is a Nazi salute.", "It is a Nazi salute.", id="a word that is written so"),
        pytest.param("It is a V\u200bILE plan.", "It is a v\u200bile plan.", id="a hidden character"),
    ],
)
def test_charged_words_that_shout_are_read_in_small_letters(text: str, case: str) -> None:
    assert parse(Article("a", text)).text == case


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        pytest.param("Ana Ruiz opened the shop. It was late.", 0, id="running text"),
        pytest.param("Look! It was late.", 1, id="a mark"),
        pytest.param("It was late. THE END OF IT IS NEAR.", 1, id="capitals"),
        pytest.param("It was late. The End Of It Is Near.", 1, id="Title Case"),
        pytest.param("“THE END OF IT IS NEAR,” she said. So it was.", 0, id="quoted capitals"),
        pytest.param("It was late. WHAT HAPPENS NEXT? The board votes.", 0, id="a heading that asks"),
        pytest.param("It was late. WHY IT MATTERS The plan costs money.", 0, id="a heading glued to prose"),
        pytest.param("It was late. Sales Of The Ferry Sank:\n\nIt rained.", 0, id="a heading before a colon"),
        pytest.param("It was late. (Related: What The Board Of Hesper Wants)", 0, id="a link"),
        pytest.param("It was late. Photo: The Day Of Ana Ruiz.", 0, id="a credit"),
        pytest.param("It was late. — The Board Of Hesper (@hesper) May 9", 0, id="the signature of a post"),
        pytest.param("It was late. How Do We Sell The Ferry? We ask.", 0, id="a Title-Case question"),
        pytest.param("It was late. WHO IS THIS?? We ask.", 1, id="a question that shouts"),
        pytest.param("It was late. WHY WOULD THE BOARD OF HESPER SELL IT? We ask.", 1, id="a long one"),
        pytest.param("It was late. (THEY SOLD US ALL.) It was.", 1, id="capitals in brackets"),
        pytest.param("It was late. THEY SOLD US: ALL OF US.", 1, id="capitals around a colon"),
    ],
)
def test_capitals_exclaim(text: str, shown: int) -> None:
    doc = parse(Article("a", text))
    assert analyse(Article("a", text)).features["language_exclamation_rate"] == pytest.approx(
        100 * shown / doc.n_words
    )


@pytest.mark.parametrize("before", ["", "It was said. ", "Nobody had said. "])
def test_tone_does_not_hang_on_the_sentence_before(before: str) -> None:
    doc = parse(Article("a", f"{before}Ana Ruiz lost the case."))
    at = doc.forms.index("ana")
    alone = parse(Article("a", "Ana Ruiz lost the case."))
    assert judge_mention(doc, at, at + 2) == pytest.approx(judge_mention(alone, 0, 2))


@pytest.mark.parametrize(
    ("again", "counted"),
    [
        pytest.param("“We counted every vote twice,” she said.", False, id="the quotation pasted"),
        pytest.param("“We counted every vote thrice,” she said.", True, id="another quotation"),
        pytest.param("Ana Ruiz told them “twice”, she said.", True, id="a short one"),
        pytest.param(
            "“We counted every vote twice” is what she wrote in May to us all.", True, id="much beside it"
        ),
    ],
)
def test_a_quotation_told_again_counts_once(again: str, counted: bool) -> None:
    text = f"Ana Ruiz said “twice”. “We counted every vote twice,” said Ana Ruiz. {again}"
    assert parse(Article("a", text)).counted[-1] is counted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("", "", id="no words"),
        pytest.param("The Ruiz Fund left.", "It left.", id="a third mention of a name makes a side"),
        pytest.param("It rained. It snowed. It froze.", "It rained, it snowed, it froze.", id="short lines"),
    ],
)
def test_neither_a_third_mention_nor_short_lines_enter_a_score(one: str, other: str) -> None:
    text = "“It is the oldest of them,” said Bo Ek. The Ruiz Fund met the Ruiz Fund. Bo Ek saw Bo Ek. "
    plain, edited = (analyse(Article("a", text + more)).features for more in (one, other))
    moved = {name for name in plain if repr(plain[name]) != repr(edited[name])}
    fixed = ("stance_", "hedging_hedged", "hedging_doubt", "language_sentence", "language_l")
    watched = [n for n in score_columns() if n.startswith(fixed) and "loaded" not in n]
    for target in ("quality", "bias"):
        assert moved.isdisjoint(n for n in watched if signs_for(target).get(n) != 0)


def test_the_empty_article_bends_to_nothing() -> None:
    empty = Article("a", "")
    for check in bending.CHECKS:
        edited = check.edit(replace(empty))
        assert isinstance(edited, Article)
    assert list_sides(parse(empty)) == []
    assert isnan(analyse(empty).features["language_lix_grade"])
