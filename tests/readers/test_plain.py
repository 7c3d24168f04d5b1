"""Files of one article each, their titles and the metadata beside them."""

from __future__ import annotations

from typing import Any

import pytest

from scoring.article import Article
from scoring.errors import InputError
from scoring.readers.plain import find_title


@pytest.mark.parametrize(
    ("text", "title"),
    [
        pytest.param("", None, id="empty"),
        pytest.param(" \n\t\r\n", None, id="blank"),
        pytest.param("Rain stops play\nIt rained.", "Rain stops play", id="the first line"),
        pytest.param(
            "\r\n\r\n  Rain stops play \r\nIt rained.",
            "Rain stops play",
            id="the first line that is not empty",
        ),
        pytest.param("## Rain stops play\n\nIt rained.", "Rain stops play", id="a heading's mark is no word"),
        pytest.param("#rain is trending", "#rain is trending", id="a hashtag is one"),
        pytest.param("---\n# \nRain", "Rain", id="lines without a word are empty"),
        pytest.param("word " * 25 + "\nmore", ("word " * 25).strip(), id="25 words"),
        pytest.param("word " * 26 + "\nmore", None, id="26 words"),
        pytest.param("-" * 2_000_000, None, id="a long line without a word, in linear time"),
        pytest.param("x" * 300 + "\nmore", "x" * 300, id="300 characters"),
        pytest.param("x" * 301 + "\nmore", None, id="301 characters"),
        pytest.param("\u653f\u5e9c\u5ba3\u5e03\u3002" * 99, None, id="prose without a blank"),
        pytest.param("x" * 10_000_000, None, id="ten megabytes without a blank"),
    ],
)
def test_titles(text: str, title: str | None) -> None:
    assert find_title(text) == title


def test_the_text_keeps_its_title(read: Any) -> None:
    text = "\r\n# Rain\r\n\r\nIt rained.  \r\n"
    assert read({"a.md": text}).articles == [Article("a", text, title="Rain")]


def test_an_empty_file_is_an_article(read: Any) -> None:
    assert read({"a.txt": ""}).articles == [Article("a", "")]


METADATA = "file,outlet,event,published,url,title\n"


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        pytest.param(
            "a.txt,Daily,e1,2024-05-01,http://x,T",
            ("Daily", "e1", "2024-05-01", "http://x", "T"),
            id="by name",
        ),
        pytest.param(
            "a,Daily,,,,", ("Daily", None, None, None, "It rained."), id="by stem; blanks hide nothing"
        ),
        pytest.param("b.txt,Daily,,,,", (None, None, None, None, "It rained."), id="another file"),
        pytest.param(
            'a,"Daily, The",e1,1489536000,,',
            ("Daily, The", "e1", "2017-03-15", None, "It rained."),
            id="seconds",
        ),
    ],
)
def test_metadata_beside_the_files(read: Any, row: str, expected: tuple[str | None, ...]) -> None:
    (article,) = read({"in/a.txt": "It rained.", "in/metadata.csv": METADATA + row + "\n"}, "in").articles
    assert (article.outlet, article.event, article.published, article.url, article.title) == expected
    assert (article.id, article.text) == ("a", "It rained.")


def test_each_folder_has_its_own_metadata(read: Any) -> None:
    files = {f"{name}/a.txt": name for name in ("x", "y")} | {"x/metadata.csv": "file,publisher\na,Daily\n"}
    assert [article.outlet for article in read(files, ["x", "y"]).articles] == ["Daily", None]


@pytest.mark.parametrize(
    ("metadata", "reason"),
    [
        pytest.param("", "the file holds no rows", id="empty"),
        pytest.param(
            "name,outlet\na,Daily\n", "has no column 'file'; columns found: name, outlet", id="no key"
        ),
        pytest.param(b"file,outlet\0\na,Daily\n", "NUL bytes", id="binary"),
        pytest.param("file,outlet\nb,x\na,Daily,3\n", "has 3 cells", id="a row too long"),
        pytest.param("file,outlet\nb,x\nb,Daily\n", "'b' is described twice", id="a file twice"),
        pytest.param("file,outlet\n,Daily\n", "names no file", id="no file named"),
    ],
)
def test_broken_metadata_is_rejected_and_the_run_goes_on(read: Any, metadata: Any, reason: str) -> None:
    outcome = read({"a.txt": "a", "c.txt": "c", "metadata.csv": metadata}, ".")
    assert (outcome.texts, len(outcome.rejections)) == (["a", "c"], 1)
    assert reason in outcome.reasons
    assert outcome.sources[0].startswith("metadata.csv")


def test_metadata_that_is_a_folder(read: Any) -> None:
    assert read({"a.txt": "a", "metadata.csv/b.txt": "b"}, ".").texts == ["a", "b"]


@pytest.mark.parametrize(
    ("source", "outlet_from", "outlets"),
    [
        pytest.param("news", None, ["Daily", None], id="not asked for"),
        pytest.param("news", "stem", ["Daily", "b_2.x"], id="the stem"),
        pytest.param("news", "folder", ["Daily", "news"], id="the folder"),
        pytest.param("news/t.csv", "stem", ["CNN", "t"], id="rows of a table too"),
    ],
)
def test_outlet_from(read: Any, source: str, outlet_from: str | None, outlets: list[str | None]) -> None:
    files = {"news/a.txt": "a", "news/b_2.x.txt": "b", "news/metadata.csv": "file,outlet\na,Daily\n"}
    table = {"news/t.csv": "text,outlet\none,CNN\ntwo,\n"} if source.endswith(".csv") else {}
    assert [
        article.outlet for article in read(files | table, source, outlet_from=outlet_from).articles
    ] == outlets


def test_the_folder_of_a_bare_file_name(read: Any, tmp_path: Any) -> None:
    (article,) = read({"a.txt": "a"}, outlet_from="folder").articles
    assert article.outlet == tmp_path.name


def test_an_unknown_outlet_from(read: Any) -> None:
    with pytest.raises(InputError, match="Allowed: stem, folder"):
        read({"a.txt": "a"}, outlet_from="header")


@pytest.mark.parametrize(
    ("rows", "said"),
    [
        pytest.param("a.txt,X\nb,Y\n", [], id="by name and by stem"),
        pytest.param("c.txt,X\n", ["metadata.csv: 1 row describes no file beside it (c.txt)."], id="a slip"),
        pytest.param(
            "".join(f"{name}.txt,X\n" for name in "cdefgh"),
            ["metadata.csv: 6 rows describe no files beside it (c.txt, d.txt, e.txt, f.txt, g.txt, ...)."],
            id="several",
        ),
    ],
)
def test_rows_for_no_file_are_told(read: Any, rows: str, said: list[str]) -> None:
    outcome = read({"a.txt": "a", "b.md": "b", "metadata.csv": f"file,outlet\n{rows}"}, ["a.txt", "b.md"])
    assert (outcome.texts, outcome.rejections, outcome.left_out) == (["a", "b"], [], said)
