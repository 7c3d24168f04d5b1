"""Comma-, semicolon- and tab-separated files, tame and wild."""

from __future__ import annotations

import csv
from typing import Any

import pytest

from scoring.readers.delimited import guess_delimiter


@pytest.mark.parametrize(
    ("content", "texts"),
    [
        pytest.param("text\n", [], id="a header alone"),
        pytest.param("id,text\n1,one\n2,two\n", ["one", "two"], id="plain"),
        pytest.param("id,text\n1,one\n2,two", ["one", "two"], id="no line end at the end"),
        pytest.param("\ufeffid,text\r\n1,one\r\n", ["one"], id="byte order mark before the header"),
        pytest.param('"\ufeffid",text\n1,one\n', ["one"], id="a mark within quotes"),
        pytest.param("id;text\n1;one, two\n", ["one, two"], id="semicolons"),
        pytest.param("id\ttext\n1\tone; two\n", ["one; two"], id="tabs under the name .csv"),
        pytest.param(
            'id,text\n1,"one\r\n\r\ntwo\rthree"\n',
            ["one\r\n\r\ntwo\rthree"],
            id="line ends within quotes stay",
        ),
        pytest.param(
            'id,text\n1,"say ""no"", he said"\n', ['say "no", he said'], id="doubled quotation marks"
        ),
        pytest.param("id,text\r1,one\r2,two\r", ["one", "two"], id="old line ends"),
        pytest.param("\n\nid,text\n\n1,one\n\n", ["one"], id="blank lines"),
        pytest.param("id,text\n1,\n", [""], id="an empty text is an article"),
        pytest.param('text\n""\n', [""], id="an empty text in quotes, alone"),
        pytest.param("text\n  one \n", ["  one "], id="blanks around a text stay"),
        pytest.param(
            "text,text,id\none,two,1\n", ["one"], id="of two columns with one name the first counts"
        ),
        pytest.param(",text\n0,one\n", ["one"], id="an unnamed first column, as data frames write it"),
        pytest.param("id, text\n1,one\n", ["one"], id="blanks in the header"),
        pytest.param('id,text\n1,a "b" c\n', ['a "b" c'], id="quotation marks within a cell"),
        pytest.param("id,text\n1,caf\u00e9\n".encode("cp1252"), ["café"], id="Windows-1252"),
        pytest.param("id,text\n1,café\n".encode("utf-16"), ["café"], id="UTF-16"),
    ],
)
def test_rows_become_articles(read: Any, content: Any, texts: list[str]) -> None:
    outcome = read({"a.csv": content})
    assert outcome.texts == texts
    assert len(outcome.rejections) == (0 if texts else 1)


@pytest.mark.parametrize(
    ("content", "source", "reason"),
    [
        pytest.param("", "a.csv", "the file holds no rows.", id="empty"),
        pytest.param("\r\n \n", "a.csv", "the file holds no rows.", id="blank"),
        pytest.param("text,id\n", "a.csv", "the file holds no rows.", id="a header alone"),
        pytest.param(
            "id,text\n1\n2,two\n",
            "a.csv:row 2",
            "has 1 cell where the header names 2 columns",
            id="too few cells",
        ),
        pytest.param("id,text\n1,a,b\n2,two\n", "a.csv:row 2", "has 3 cells", id="too many cells"),
        pytest.param(b"id,text\n1,\x81\n2,two\n", "a.csv:row 2", "Windows-1252", id="bytes of no alphabet"),
        pytest.param(b"id,text\n1,a\0b\n2,two\n", "a.csv:row 2", "NUL bytes", id="NUL bytes"),
        pytest.param(
            b'id,text\n1,"a\n\0b"\n2,two\n', "a.csv:row 2", "NUL bytes", id="NUL bytes in a later line"
        ),
        pytest.param(
            b"id,\0text\n1,a\n", "a.csv", "has a header that holds NUL bytes", id="a damaged header"
        ),
        pytest.param(
            'id,text\n2,two\n1,"a\n3,c\n', "a.csv:row 3", "never closed", id="a quotation mark left open"
        ),
    ],
)
def test_damage_costs_one_rejection(read: Any, content: Any, source: str, reason: str) -> None:
    outcome = read({"a.csv": content})
    assert outcome.sources == [source]
    assert reason in outcome.reasons
    assert outcome.texts == (["two"] if "two" in str(content) else [])


def test_rows_are_numbered_as_a_spreadsheet_does(read: Any) -> None:
    outcome = read({"a.csv": 'id,text\n1,"one\n\nmore"\n\nbroken\n'})
    assert outcome.sources == ["a.csv:row 4"]


@pytest.mark.parametrize(
    ("header", "delimiter"),
    [
        pytest.param("", ",", id="nothing"),
        pytest.param("text", ",", id="one column"),
        pytest.param("a,b;c", ",", id="a draw"),
        pytest.param("a;b;c,d", ";", id="more semicolons"),
        pytest.param('"a;b;c",d', ",", id="semicolons within quotes"),
        pytest.param("\ta\tb\r\n", "\t", id="tabs, the first name empty"),
        pytest.param("a,b\rc;d;e", ",", id="old line ends"),
    ],
)
def test_the_delimiter_is_guessed_from_the_header(header: str, delimiter: str) -> None:
    assert guess_delimiter(header) == delimiter


def test_tsv_never_guesses(read: Any) -> None:
    assert read({"a.tsv": "id,x,y\ttext\n1\tone\n"}).texts == ["one"]


def test_a_book_in_a_cell_and_the_process_wide_limit(read: Any) -> None:
    book = 'word, "word"\n' * 400_000
    before = csv.field_size_limit()
    outcome = read({"a.csv": 'id,text\n1,"' + book.replace('"', '""') + '"\n2,short\n'})
    assert outcome.texts == [book, "short"]
    assert csv.field_size_limit() == before


def test_a_header_of_ten_megabytes(read: Any) -> None:
    assert "no rows" in read({"a.csv": "x" * 10_000_000}).reasons


def test_a_cell_beyond_the_limit_costs_one_row(read: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("scoring.readers.delimited.LARGEST_CELL", 100)
    outcome = read({"a.csv": f"id,text\n1,{'x' * 101}\n2,two\n"})
    assert (outcome.texts, outcome.sources) == (["two"], ["a.csv:row 2"])


def test_a_hundred_thousand_columns(read: Any) -> None:
    header = ",".join(f"c{number}" for number in range(100_000))
    assert read({"a.csv": f"{header},text\n{',' * 100_000}one\n"}).texts == ["one"]
