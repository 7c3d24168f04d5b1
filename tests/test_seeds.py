"""The seeds hold what their datasheet says: articles, labels, and what is planted in them."""

from __future__ import annotations

import csv
import re
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

import scoring
from scoring.features import analyse

OUTLETS = {
    "quillon": "Quillon News Agency",
    "courier": "Wendermark Courier",
    "trendnettle": "TrendNettle",
    "plainsend": "Plainsend Releases",
    "anvil": "The Plain Anvil",
}
EVENTS = ("water", "rail", "phones", "club", "memory", "power", "verdict", "libraries")
NAMES = [f"{event}-{outlet}" for event in EVENTS for outlet in OUTLETS]
SHORT = "power-plainsend"
STRAIGHT = str.maketrans("“”‘’", "\"\"''")

# Outlets, wires and release services that exist: an invented article names none of them.
REAL = (
    "Reuters|Associated Press|Agence France|BBC|CNN|Guardian|New York Times|Washington Post"
    "|Daily Mail|Telegraph|Breitbart|BuzzFeed|PR Newswire|Business Wire|Wikipedia|Google|Facebook|Twitter"
    "|TikTok|Instagram|YouTube|Amazon|Microsoft|Apple|ChatGPT|OpenAI"
    "|Britain|England|London|America|United States|Europe"
)


# Where a quotation stands whole | words of it | where it is changed | what it became
PLANTED = """
water-quillon | We do not know where it comes from | water-trendnettle | We don't know where it is coming
water-quillon | At these levels the risk from a few weeks | water-plainsend | "nobody should have to drink it
water-courier | "I'm not angry at the chemists | water-anvil | "I'm angry,"
rail-quillon | This was the cheaper bid by | rail-trendnettle | This was the better bid by
rail-quillon | on punctuality, but the contract | rail-plainsend | the better one on punctuality,"
rail-courier | Our members are not against new | rail-trendnettle | Our members are against new
phones-quillon | The gain is real but small | phones-plainsend | "The gain is real,"
club-quillon | The ground is not for sale for ten years | club-plainsend | The ground is not for sale."
club-courier | the ground is not for sale for ten years | club-trendnettle | The ground is not for sale,"
club-quillon | I have put in what I can put in | club-plainsend | "I would rather hand over the keys
club-quillon | We voted for it with our noses held | club-plainsend | "We voted for it,"
memory-courier | interesting, and somebody should | memory-plainsend | result is interesting,"
memory-courier | interesting, and somebody should | memory-quillon | result is interesting,"
memory-courier | before anybody buys anything | memory-trendnettle | and everybody should buy it
memory-courier | the capsule did nothing | memory-anvil | "One of nine other tests moved,"
memory-courier | look better whatever is in the capsule | memory-trendnettle | look better," he explained
memory-courier | This does not show that sorrel | memory-anvil | "does not show that sorrel
power-quillon | close enough to be sure | power-anvil | to get close enough,"
power-quillon | I don't know yet, and neither | power-anvil | "I don't know,"
verdict-quillon | cleared Mr Stanner of killing anybody | verdict-anvil | "accepts that the firm
verdict-courier | cleared Mr Stanner of killing anyone | verdict-anvil | "accepts that the firm
verdict-quillon | but somebody signed a sheet | verdict-trendnettle | "Somebody signed a sheet
verdict-courier | I put my name to Alun's word | verdict-trendnettle | I put my name to it
verdict-courier | But it's how it was used | verdict-anvil | "It's how it was used
libraries-quillon | $1.9 million to run, but we will | libraries-plainsend | $1.9 million to run,"
libraries-courier | about doors," she said | libraries-trendnettle | about doors," said council leader
libraries-quillon | close a library for three years | libraries-trendnettle | close a library and then
"""

# Copied from | copied by | words of it
COPIED = """
water-quillon | water-trendnettle | A second round of tests, completed on Friday, gave similar results.
rail-plainsend | rail-quillon | 22 battery trains to the line, each with seats for 180 passengers
phones-quillon | phones-trendnettle | The other half kept whatever rules they had.
club-plainsend | club-trendnettle | through the innovative release of non-core property.
memory-plainsend | memory-quillon | makes 34 botanical products, employs 260 people in Tollgarth
memory-plainsend | memory-trendnettle | delivers them gently, just when your brain needs them.
verdict-quillon | verdict-trendnettle | recorded a full inspection on Oct. 11; the prosecution produced
libraries-plainsend | libraries-trendnettle | that pioneering spirit lives on in everything we do.
"""


@pytest.fixture(scope="module")
def texts(root: Path) -> dict[str, str]:
    return {path.stem: path.read_text(encoding="utf-8") for path in (root / "seeds/articles").glob("*.txt")}


@pytest.fixture(scope="module")
def plain(texts: dict[str, str]) -> dict[str, str]:
    """The texts with straight quotation marks, so that a planted passage is one string everywhere."""
    return {name: text.translate(STRAIGHT) for name, text in texts.items()}


@pytest.fixture(scope="module")
def readme(root: Path) -> str:
    return (root / "seeds/README.md").read_text(encoding="utf-8")


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def test_every_event_is_told_by_every_outlet(texts: dict[str, str]) -> None:
    assert sorted(texts) == sorted(NAMES)


def test_metadata_names_every_article_once(root: Path) -> None:
    found = rows(root / "seeds/articles/metadata.csv")
    assert Counter(row["file"] for row in found) == Counter(f"{name}.txt" for name in NAMES)
    assert len({row["url"] for row in found}) == len(found)
    for row in found:
        event, outlet = row["file"].removesuffix(".txt").split("-")
        assert (row["event"], row["outlet"]) == (event, OUTLETS[outlet])
        assert "2025-03-01" <= row["published"] <= "2026-03-31"
        assert row["url"].startswith(f"https://{outlet}.example/")


def test_each_event_is_told_within_a_week(root: Path) -> None:
    days: dict[str, list[date]] = {event: [] for event in EVENTS}
    for row in rows(root / "seeds/articles/metadata.csv"):
        days[row["event"]].append(date.fromisoformat(row["published"]))
    assert all((max(found) - min(found)).days < 7 for found in days.values())


def test_the_reader_takes_outlet_event_date_and_address_from_the_metadata(root: Path) -> None:
    articles = list(scoring.read_articles(root / "seeds/articles"))
    assert len(articles) == len(NAMES)
    assert {article.outlet for article in articles} == set(OUTLETS.values())
    assert {article.event for article in articles} == set(EVENTS)
    assert all(article.published and article.url for article in articles)


def test_two_annotators_label_every_article_once_in_steps_of_five(root: Path) -> None:
    found = rows(root / "seeds/labels.csv")
    assert Counter((row["article"], row["annotator"]) for row in found) == Counter(
        (name, annotator) for name in NAMES for annotator in ("a1", "a2")
    )
    for row in found:
        for target in ("quality", "bias"):
            assert row[target] == "" or (row[target].isdigit() and int(row[target]) in range(0, 101, 5))


def test_what_the_datasheet_says_of_the_labels_is_so(root: Path, readme: str) -> None:
    by: dict[tuple[str, str], list[str]] = {}
    for row in rows(root / "seeds/labels.csv"):
        for target in ("quality", "bias"):
            by.setdefault((row["article"], target), []).append(row[target])
    blank = {cell for cell, values in by.items() if "" in values}
    far = {c for c, (a, b) in by.items() if c not in blank and abs(int(a) - int(b)) >= 20}
    assert blank == {("rail-trendnettle", "bias"), ("libraries-trendnettle", "bias")}
    assert "Two cells are blank" in readme
    assert far == {
        ("phones-anvil", "quality"),
        ("rail-quillon", "quality"),
        ("phones-courier", "quality"),
        ("rail-quillon", "bias"),
        ("water-trendnettle", "bias"),
    }
    assert "20 points or more in five cells" in readme


@pytest.mark.parametrize("name", NAMES)
def test_an_article_is_a_title_a_blank_line_and_paragraphs(name: str, texts: dict[str, str]) -> None:
    title, rest = texts[name].split("\n", 1)
    assert title.strip() == title != ""
    assert rest.startswith("\n")
    assert not rest.startswith("\n\n")
    assert "\n\n\n" not in rest


@pytest.mark.parametrize("name", NAMES)
def test_an_article_has_the_length_that_the_datasheet_gives(name: str, texts: dict[str, str]) -> None:
    words = len(texts[name].split())
    assert words == 99 if name == SHORT else 240 <= words <= 860


def test_the_shortest_and_the_longest_are_those_of_the_datasheet(texts: dict[str, str], readme: str) -> None:
    counts = sorted(len(text.split()) for text in texts.values())
    assert (counts[0], counts[1], counts[-1]) == (99, 240, 860)
    assert "240-860 words" in readme
    assert f"{SHORT}, has 99 words" in readme


def test_one_article_alone_is_withheld_and_for_its_length(root: Path) -> None:
    found = {article.id: analyse(article).flags for article in scoring.read_articles(root / "seeds/articles")}
    assert {name: flags for name, flags in found.items() if flags} == {SHORT: ("too_short",)}


@pytest.mark.parametrize("name", NAMES)
def test_quotation_marks_are_the_outlets_own(name: str, texts: dict[str, str]) -> None:
    straight, curly = (bool(re.search(marks, texts[name])) for marks in ('"', "[“”]"))
    expected = {"quillon": (True, False), "anvil": (True, False), "trendnettle": (True, True)}
    outlet = name.split("-")[1]
    if name != SHORT:
        assert (straight, curly) == expected.get(outlet, (False, True))
    if outlet != "trendnettle":
        assert not re.search("'" if outlet in ("courier", "plainsend") else "[‘’]", texts[name])


@pytest.mark.parametrize("name", NAMES)
def test_spelling_is_the_outlets_own(name: str, texts: dict[str, str]) -> None:
    american = name.endswith("trendnettle") or name == "club-plainsend"
    # What water-trendnettle copied from the wire keeps the wire's spelling.
    wrong = (
        r"\b(favour|rumour|honour|colour|neighbour|programme|metres|litres|organis|recognis|personalis|centre)"
        if american and name != "water-trendnettle"
        else r"\b(favor|rumor|honor|color|neighbor|meters?|liters?|organiz|recogniz|personaliz|center)\w*"
    )
    assert not re.findall(wrong, texts[name])


@pytest.mark.parametrize("name", NAMES)
def test_addresses_are_on_the_reserved_domain_and_nothing_real_is_named(
    name: str, texts: dict[str, str]
) -> None:
    domains = re.findall(r"\b[\w-]+\.(com|org|net|io|co|uk|de|info|example)\b", texts[name])
    assert set(domains) <= {"example"}
    assert not re.findall(rf"\b(?:{REAL})\b", texts[name])


@pytest.mark.parametrize("row", PLANTED.strip().splitlines())
def test_a_planted_quotation_is_whole_in_one_article_and_changed_in_another(
    row: str, plain: dict[str, str]
) -> None:
    whole, full, changed, cut = row.split(" | ")
    assert full in plain[whole]
    assert full not in plain[changed]
    assert cut in plain[changed]
    assert cut not in plain[whole]


@pytest.mark.parametrize("row", COPIED.strip().splitlines())
def test_a_copied_passage_stands_in_both_articles(row: str, plain: dict[str, str]) -> None:
    source, taker, passage = row.split(" | ")
    assert passage in plain[source]
    assert passage in plain[taker]


@pytest.mark.parametrize(
    ("name", "sign"),
    [
        ("rail-trendnettle", "Here is the rewritten article:"),
        ("memory-trendnettle", "Certainly! Here is an engaging, SEO-friendly article"),
        ("memory-trendnettle", "as an AI language model"),
        ("verdict-trendnettle", "As of my last update"),
        ("libraries-trendnettle", "[INSERT NEIGHBORHOOD]"),
        ("club-trendnettle", "{{subject_name}}"),
        ("club-trendnettle", "Target keyword density"),
        ("water-trendnettle", "on it.Keywords:"),
        ("memory-trendnettle", "potential. #memory"),
        ("club-trendnettle", "\n#TollgarthUnited"),
        ("rail-trendnettle", "The Bottom LineAs"),
        ("verdict-trendnettle", "\nWe use cookies"),
        ("power-trendnettle", "\nWe use cookies"),
        ("libraries-trendnettle", "\nSign up for the Nettle Daily"),
        ("libraries-trendnettle", "\nImage credit:"),
        ("club-trendnettle", "\nImage credit:"),
        ("memory-trendnettle", "\nThis article may contain affiliate links."),
        ("verdict-trendnettle", "\nRelated:"),
        ("club-trendnettle", "\nRELATED:"),
        ("verdict-trendnettle", "\nTags:"),
        ("power-quillon", "(Recasts with restoration figures"),
        ("power-courier", "\nCorrections."),
        ("libraries-quillon", "\nTotal            "),
        ("power-anvil", "A man is dead"),
        ("power-quillon", "citing a rescue volunteer, that he had died"),
        ("verdict-trendnettle", "Ilya Marchbanks, 42"),
        ("verdict-quillon", "Ilya Marchbanks, 24"),
        ("libraries-trendnettle", "$318 million in the red"),
        ("club-trendnettle", "voted overwhelmingly"),
    ],
)
def test_a_sign_of_the_datasheet_stands_in_its_article(name: str, sign: str, plain: dict[str, str]) -> None:
    assert sign in plain[name]


def test_the_datasheet_names_every_event_outlet_and_article_that_it_plants_in(readme: str) -> None:
    assert all(f"- **{event}**:" in readme for event in EVENTS)
    assert all(f"| {outlet} |" in readme for outlet in OUTLETS.values())
    named = set(re.findall(rf"\b(?:{'|'.join(EVENTS)})-(?:{'|'.join(OUTLETS)})\b", readme))
    assert named <= set(NAMES)
    assert "80 rows" in readme
