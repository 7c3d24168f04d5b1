"""Recognising columns, and the user's own names for them."""

from __future__ import annotations

from typing import Any

import pytest

from scoring.errors import InputError
from scoring.readers.columns import FIELDS, check_columns, find_columns


@pytest.mark.parametrize(
    ("names", "places"),
    [
        pytest.param((), {}, id="no column"),
        pytest.param(("x", "y"), {}, id="nothing known"),
        pytest.param(tuple(FIELDS), {field: field for field in FIELDS}, id="the precise names"),
        pytest.param(
            ("body", "source", "date"),
            {"text": "body", "outlet": "source", "published": "date"},
            id="synonyms",
        ),
        pytest.param(("Content", "HEADLINE"), {"text": "Content", "title": "HEADLINE"}, id="letter case"),
        pytest.param(
            ("articleBody", "Published At"),
            {"text": "articleBody", "published": "Published At"},
            id="spelling",
        ),
        pytest.param(("article", "body", "text"), {"text": "text"}, id="the precise name goes first"),
        pytest.param(("Text", "text"), {"text": "text"}, id="the exact letter case goes first"),
        pytest.param(("source", "outlet"), {"outlet": "outlet"}, id="outlet before source"),
        pytest.param(("article", "annotator", "bias"), {}, id="labels: article is an id, not a text"),
        pytest.param(("article", "annotator", "text"), {"text": "text"}, id="labels with a text"),
        pytest.param(("", "$", "text"), {"text": "text"}, id="names without letters"),
    ],
)
def test_columns_are_recognised(names: tuple[str, ...], places: dict[str, str]) -> None:
    assert find_columns(names) == places


@pytest.mark.parametrize(
    ("named", "places"),
    [
        pytest.param({"text": "body"}, {"text": "body", "outlet": "source"}, id="text named"),
        pytest.param({"text": "BODY"}, {"text": "body", "outlet": "source"}, id="in other letters"),
        pytest.param({"event": "source"}, {"text": "text", "event": "source"}, id="not guessed twice"),
        pytest.param(
            {"id": "body"}, {"id": "body", "text": "text", "outlet": "source"}, id="id from the body"
        ),
        pytest.param({"text": "$"}, {"outlet": "source"}, id="a name without letters"),
        pytest.param({"text": "nothing"}, {"outlet": "source"}, id="not there: not guessed instead"),
    ],
)
def test_named_columns_go_first(named: dict[str, str], places: dict[str, str]) -> None:
    assert find_columns(("text", "body", "source", "£"), check_columns(named)) == places


def test_an_unknown_field_is_refused() -> None:
    with pytest.raises(InputError, match=r"--column txt=NAME: no such field\. Allowed: id, text, title"):
        check_columns({"txt": "body"})


TABLES = {
    "a.csv": "id,headline,link\n1,Rain,http://x\n",
    "a.tsv": "id\theadline\tlink\n1\tRain\thttp://x\n",
}


@pytest.mark.parametrize("name", TABLES)
def test_a_table_without_text(read: Any, name: str) -> None:
    with pytest.raises(InputError) as raised:
        read({name: TABLES[name]})
    assert str(raised.value) == (
        f"{name}: no column holds the article text. Columns found: id, headline, link.\n"
        "  Expected one of: text, body, content, article, article_text, article_body, full_text, main_text. "
        "Name yours with --column text=NAME."
    )


@pytest.mark.parametrize("name", TABLES)
def test_among_other_files_it_is_rejected(read: Any, name: str) -> None:
    outcome = read({name: TABLES[name], "b.txt": "b"}, ".")
    assert (outcome.texts, outcome.sources) == (["b"], [name])
    assert outcome.reasons.startswith(
        "no column holds the article text. Columns found: id, headline, link. Expected"
    )


@pytest.mark.parametrize(
    ("name", "content"),
    [
        pytest.param("a.csv", "id,corpus\n1,one\n", id="CSV"),
        pytest.param("a.jsonl", '{"id": 1, "corpus": "one"}\n{"id": 2}', id="JSON lines"),
    ],
)
def test_a_named_column_that_is_not_there(read: Any, name: str, content: str) -> None:
    assert read({name: content}, columns={"text": "corpus"}).texts == ["one"]
    with pytest.raises(InputError) as raised:
        read({name: content}, columns={"text": "copus"})
    assert str(raised.value) == (
        f"{name}: no column is called 'copus'. Columns found: id, corpus.\n"
        "  Name one of these with --column text=NAME."
    )
    assert (
        "no column is called" in read({name: content, "b.txt": "b"}, ".", columns={"outlet": "paper"}).reasons
    )


def test_a_named_column_may_turn_up_late_in_json_lines(read: Any) -> None:
    lines = '{"text": "a"}\n' * 50 + '{"text": "b", "paper": "Daily"}\n'
    outcome = read({"a.jsonl": lines}, columns={"outlet": "paper"})
    assert (len(outcome.articles), outcome.articles[-1].outlet) == (51, "Daily")


def test_named_columns_do_not_concern_plain_files(read: Any) -> None:
    assert read({"a.txt": "a"}, columns={"text": "body"}).texts == ["a"]


def test_long_lists_of_columns_are_cut(read: Any) -> None:
    header = ",".join(f"{number}" * 50 for number in range(100))
    with pytest.raises(InputError) as raised:
        read({"a.csv": header + "\n" + "," * 99 + "\n"})
    assert len(str(raised.value)) < 1500


def test_many_columns_cost_no_more_each(read: Any) -> None:
    record = "{" + ",".join(f'"column {number}": 1' for number in range(100_000)) + ', "BODY": "one"}'
    assert read({"a.jsonl": record}).texts == ["one"]
