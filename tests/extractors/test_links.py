from __future__ import annotations

import time

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.links import find_addresses, find_links

OWN = "https://www.port.example/story"


def links(text: str, given: tuple[str, ...] | None = None) -> list[str] | None:
    found = find_links(parse(Article("a", text, url=OWN, links=given)))
    return None if found is None else sorted(found)


@pytest.mark.parametrize(
    ("text", "given", "expected"),
    [
        pytest.param("", None, None, id="no words"),
        pytest.param("It rained.", None, None, id="plain text without an address: nobody knows"),
        pytest.param("It rained.", (), [], id="a page without links"),
        pytest.param("It rained.", ("https://a.example/x",), ["a.example/x"], id="a page with one"),
        pytest.param("See https://a.example/x.", None, ["a.example/x"], id="written out"),
        pytest.param("See www.a.example, please.", None, ["a.example"], id="without a scheme"),
        pytest.param("See [the plan](http://a.example/x) now.", None, ["a.example/x"], id="Markdown"),
        pytest.param(
            "See http://A.example/ now.", ("https://www.a.example#b",), ["a.example"], id="the same one twice"
        ),
        pytest.param(f"See {OWN} again.", (OWN + "/",), [], id="the article's own address"),
        pytest.param("The www. and http:// are old.", None, None, id="what is no address"),
        pytest.param(
            "See www.a.example now.\n\nSee www.a.example now.", None, ["a.example"], id="a repeated sentence"
        ),
    ],
)
def test_addresses_in_the_text_and_behind_it(
    text: str, given: tuple[str, ...] | None, expected: list[str] | None
) -> None:
    assert links(text, given) == expected


def test_a_full_stop_after_an_address_is_no_part_of_it() -> None:
    text = "See https://a.example/x. It rained."
    assert [text[a:b] for (a, b), _ in find_addresses(parse(Article("a", text)))] == ["https://a.example/x"]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("http://" * 50_000, id="schemes without end"),
        pytest.param("www." * 100_000, id="beginnings without end"),
        pytest.param("https://a.example/" + "." * 400_000, id="dots without end"),
    ],
)
def test_hostile_addresses_cost_no_more_than_their_length(text: str) -> None:
    doc = parse(Article("a", text))
    begin = time.process_time()
    find_links(doc)
    assert time.process_time() - begin < 3
