"""Identifiers: kept, made, and made unique."""

from __future__ import annotations

from typing import Any

import pytest

from scoring.readers.ids import IdBook, digest


@pytest.mark.parametrize(
    ("wanted", "given"),
    [
        pytest.param("", "", id="none"),
        pytest.param("a b c", "a b c", id="all different"),
        pytest.param("a a a", "a a-2 a-3", id="three times"),
        pytest.param("a a-2 a", "a a-2 a-3", id="the next number is taken"),
        pytest.param("a a a-2", "a a-2 a-2-2", id="a made id comes later as a given one"),
        pytest.param("a-2 a-3 a a", "a-2 a-3 a a-4", id="two numbers are taken"),
    ],
)
def test_repeated_ids(wanted: str, given: str) -> None:
    renames: list[tuple[str, str]] = []
    book = IdBook(lambda old, new: renames.append((old, new)))
    pairs = list(zip(wanted.split(), given.split(), strict=True))
    assert [book.assign(old) for old, _ in pairs] == given.split()
    assert renames == [(old, new) for old, new in pairs if old != new]


def test_many_repeats_cost_no_more_each() -> None:
    book = IdBook()
    assert [book.assign("a") for _ in range(100_000)][-1] == "a-100000"


def test_digest_depends_on_outlet_url_and_text_apart() -> None:
    parts = [(None, None, "t"), ("t", None, ""), (None, "t", ""), ("", None, "t"), ("Daily", None, "t")]
    made = {digest(*part) for part in parts}
    assert len(made) == len(parts)
    assert all(len(one) == 16 and set(one) <= set("0123456789abcdef") for one in made)


@pytest.mark.parametrize(
    ("value", "given"),
    [
        pytest.param('"a"', "a", id="a string"),
        pytest.param('" a "', "a", id="stripped"),
        pytest.param("17", "17", id="a whole number"),
        pytest.param("17.0", "17", id="a whole number in disguise"),
        pytest.param("0", "0", id="zero is an id"),
        pytest.param('"../../etc/passwd"', "../../etc/passwd", id="a path is only a name here"),
        pytest.param(r'"a\ud800"', "a\ufffd", id="a lone surrogate"),
        pytest.param("null", digest(None, None, "t"), id="null"),
        pytest.param('""', digest(None, None, "t"), id="blank"),
        pytest.param("NaN", digest(None, None, "t"), id="not a number"),
    ],
)
def test_ids_become_strings(read: Any, value: str, given: str) -> None:
    assert read({"a.jsonl": f'{{"id": {value}, "text": "t"}}'}).ids == [given]


def test_same_articles_without_ids(read: Any) -> None:
    outcome = read({"a.csv": "text,outlet\none,X\none,X\none,Y\n"})
    first, second, third = outcome.ids
    assert (second, outcome.renames) == (f"{first}-2", [(first, f"{first}-2")])
    assert third not in (first, second)


def test_ids_are_unique_over_all_files(read: Any) -> None:
    outcome = read({"x/a.txt": "1", "y/a.txt": "2", "z.csv": "id,text\na,3\n"}, ".")
    assert (outcome.ids, outcome.texts) == (["a", "a-2", "a-3"], ["1", "2", "3"])


def test_an_outlet_taken_from_the_file_is_part_of_the_made_id(read: Any) -> None:
    outcome = read({"x.csv": "text\none\n", "y.csv": "text\none\n"}, ".", outlet_from="stem")
    assert outcome.ids == [digest("x", None, "one"), digest("y", None, "one")]
