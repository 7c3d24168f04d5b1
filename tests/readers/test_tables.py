"""JSON lines, JSON and Parquet."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from scoring.errors import InputError
from scoring.readers import read_articles

DEEP = '{"text": ' + "[" * 100_000 + "]" * 100_000 + "}"


@pytest.mark.parametrize(
    ("line", "text"),
    [
        pytest.param('{"text": ""}', "", id="an empty text is an article"),
        pytest.param('{"text": "one"}', "one", id="plain"),
        pytest.param('  {"body": "one"}\r', "one", id="a synonym, blanks around"),
        pytest.param('\ufeff{"text": "one"}', "one", id="byte order mark"),
        pytest.param(r'{"text": "a\r\nb\u0000c\td"}', "a\r\nb\0c\td", id="escapes are kept, NUL too"),
        pytest.param('{"text": "a\tb"}', "a\tb", id="a raw tab is forgiven"),
        pytest.param(r'{"text": "\ud83d\ude00"}', "😀", id="a pair of surrogates"),
        pytest.param(r'{"text": "\ud800x\udfff"}', "\ufffdx\ufffd", id="lone surrogates"),
        pytest.param('{"text": "a\u2028b\x85c"}', "a\u2028b\x85c", id="other line ends end no line"),
        pytest.param('{"text": "one", "n": NaN, "m": -Infinity}', "one", id="not quite JSON numbers"),
        pytest.param('{"text": "one", "text": "two"}', "two", id="a key twice: the last"),
        pytest.param('{"text": "café"}'.encode("cp1252"), "café", id="Windows-1252"),
        pytest.param('{"text": "café"}'.encode("utf-16"), "café", id="UTF-16"),
    ],
)
def test_a_line_becomes_an_article(read: Any, line: Any, text: str) -> None:
    outcome = read({"a.jsonl": line})
    assert (outcome.texts, outcome.rejections) == ([text], [])
    outcome.texts[0].encode()


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        pytest.param('{"text": "a"', "the line is no valid JSON", id="cut short"),
        pytest.param("nonsense", "no valid JSON", id="no JSON"),
        pytest.param('["text"]', "JSON but no object", id="a list"),
        pytest.param("NaN", "JSON but no object", id="not a number"),
        pytest.param('{"text": null}', "has null as its text; expected a string", id="null"),
        pytest.param('{"text": ["a"]}', "has a list as its text", id="a list as text"),
        pytest.param('{"text": {"a": 1}}', "has an object as its text", id="an object as text"),
        pytest.param('{"text": NaN}', "has a number as its text", id="NaN as text"),
        pytest.param('{"text": 17}', "has a number as its text", id="a number as text"),
        pytest.param('{"text": true}', "has true or false as its text", id="true as text"),
        pytest.param("{}", "the record has no text. Fields found: none.", id="no field"),
        pytest.param(
            '{"id": 1, "link": "x"}',
            "has no text. Fields found: id, link. Expected one of: text, body",
            id="none",
        ),
        pytest.param(
            '{"count": 2, "articles": [{"text": "a"}, {"text": "b"}]}',
            "'articles' holds a list of objects: save that list alone.",
            id="a wrapped list",
        ),
        pytest.param(DEEP, "nested too deeply", id="deep nesting"),
        pytest.param(
            '{"text": ' + "[" * 900 + "]" * 900 + "}", "has a list as its text", id="nearly too deep"
        ),
        pytest.param('{"text": 1' + "0" * 5000 + "}", "put it in quotes", id="a number too long"),
        pytest.param(b'{"text": "a\0"}', "NUL bytes", id="a raw NUL"),
        pytest.param(b'{"text": "\x81"}', "Windows-1252", id="bytes of no alphabet"),
    ],
)
def test_a_bad_line_costs_one_rejection(read: Any, line: Any, reason: str) -> None:
    line = line if isinstance(line, bytes) else line.encode()
    outcome = read({"a.jsonl": b'{"text": "one"}\n\n' + line + b'\n{"text": "two"}\n'})
    assert (outcome.texts, outcome.sources) == (["one", "two"], ["a.jsonl:3"])
    assert reason in outcome.reasons
    assert 0 < len(outcome.rejections[0].record) <= 500


@pytest.mark.parametrize("content", ["", "\n\r\n  \n"])
def test_a_file_without_records(read: Any, content: str) -> None:
    outcome = read({"a.jsonl": content})
    assert outcome.reasons == "the file holds no records."


def test_records_may_differ_in_their_columns(read: Any) -> None:
    assert read({"a.ndjson": '{"text": "a"}\n{"body": "b"}\n{"Content": "c"}'}).texts == ["a", "b", "c"]


def test_ten_megabytes_in_one_line(read: Any) -> None:
    text = "word " * 2_000_000
    assert read({"a.jsonl": json.dumps({"text": text})}).texts == [text]


def test_deep_metadata_is_shown_not_fatal(read: Any) -> None:
    (article,) = read({"a.jsonl": '{"text": "a", "outlet": ' + "[" * 900 + "]" * 900 + "}"}).articles
    assert article.outlet


@pytest.mark.parametrize(
    ("content", "texts", "reason"),
    [
        pytest.param(
            '[{"text": "a"}, 7, {"text": "b"}]', ["a", "b"], "the record is no JSON object", id="an array"
        ),
        pytest.param('{"text": "a"}', ["a"], "", id="one object"),
        pytest.param("[]", [], "the file holds no records.", id="an empty array"),
        pytest.param("", [], "no valid JSON", id="empty"),
        pytest.param(
            '{"text": "a"}\n{"text": "b"}', [], "should end in .jsonl", id="JSON lines under another name"
        ),
        pytest.param(DEEP, [], "nested too deeply", id="deep nesting"),
    ],
)
def test_json_files(read: Any, content: str, texts: list[str], reason: str) -> None:
    outcome = read({"a.json": content})
    assert outcome.texts == texts
    assert reason in outcome.reasons
    assert bool(reason) == bool(outcome.rejections)


def write_parquet(path: Path, **columns: list[Any]) -> None:
    arrow = pytest.importorskip("pyarrow")
    pytest.importorskip("pyarrow.parquet").write_table(arrow.table(columns), path)


def test_parquet_rows(read: Any, tmp_path: Path) -> None:
    write_parquet(
        tmp_path / "a.parquet",
        id=[1.0, 2.0, None],
        body=["one", None, "three"],
        date=[None, None, 1489536000],
    )
    outcome = read({}, "a.parquet")
    assert (outcome.texts, outcome.ids[0], outcome.articles[1].published) == (
        ["one", "three"],
        "1",
        "2017-03-15",
    )
    assert outcome.sources == ["a.parquet:row 2"]


def test_parquet_without_text(read: Any, tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", id=["a"])
    with pytest.raises(InputError, match="no column holds the article text"):
        read({}, "a.parquet")


def test_parquet_without_rows(read: Any, tmp_path: Path) -> None:
    write_parquet(tmp_path / "a.parquet", text=[])
    assert read({}, "a.parquet").reasons == "the file holds no rows."


def test_parquet_that_is_none(read: Any) -> None:
    pytest.importorskip("pyarrow")
    outcome = read({"a.parquet": b"PAR1 no", "b.txt": "b"}, ".")
    assert outcome.texts == ["b"]
    assert "Parquet" in outcome.reasons


def test_parquet_without_pyarrow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.parquet").write_bytes(b"")
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    with pytest.raises(InputError, match=r"pip install '\.\[parquet\]'"):
        read_articles(tmp_path)


def test_a_row_of_parquet_beyond_python_costs_one_rejection(read: Any, tmp_path: Path) -> None:
    arrow = pytest.importorskip("pyarrow")
    dates = arrow.array([5, 2**62, 5], arrow.timestamp("us"))
    bodies = arrow.array([b"one", b"two", b"\xff"]).view(arrow.string())
    write_parquet(tmp_path / "a.parquet", text=bodies, date=dates)
    outcome = read({}, "a.parquet")
    assert (outcome.texts, outcome.sources) == (["one"], ["a.parquet:row 2", "a.parquet:row 3"])
    assert "the row holds a value in 'date' that cannot be used" in outcome.reasons


def test_of_two_columns_of_parquet_with_one_name_the_first_counts(tmp_path: Path, read: Any) -> None:
    arrow = pytest.importorskip("pyarrow")
    table = arrow.Table.from_arrays([arrow.array(["one"]), arrow.array(["two"])], names=["text", "text"])
    pytest.importorskip("pyarrow.parquet").write_table(table, tmp_path / "a.parquet")
    assert read({}, "a.parquet").texts == ["one"]


def test_files_that_were_joined_with_their_marks(read: Any) -> None:
    line = '\ufeff{"text": "one"}\n'
    assert read({"a.jsonl": line * 2}).texts == ["one", "one"]
