"""Bytes of every kind become exact text or a rejection."""

from __future__ import annotations

import codecs
import gzip
from typing import Any

import pytest

from scoring.readers.decoding import UnreadableError, decode, mend

NOTE = "“Café” — naïve…\r\nSecond\rthird\n"


@pytest.mark.parametrize(
    ("data", "text"),
    [
        pytest.param(b"", "", id="empty"),
        pytest.param(NOTE.encode(), NOTE, id="UTF-8; line ends stay"),
        pytest.param(codecs.BOM_UTF8 + NOTE.encode(), NOTE, id="UTF-8 with its mark"),
        pytest.param(codecs.BOM_UTF8, "", id="the mark alone"),
        pytest.param(NOTE.encode("utf-16"), NOTE, id="UTF-16 with its mark"),
        pytest.param(codecs.BOM_UTF16_BE + NOTE.encode("utf-16-be"), NOTE, id="UTF-16, the other order"),
        pytest.param(NOTE.encode("utf-32"), NOTE, id="UTF-32 with its mark"),
        pytest.param(NOTE.encode("cp1252"), NOTE, id="Windows-1252"),
        pytest.param(NOTE.encode() + b"\xe2\x80", NOTE + "\ufffd", id="UTF-8 cut within a character"),
        pytest.param(
            "a\ufffdb é".encode() + b"\xff", "a\ufffdb é".encode().decode("cp1252") + "ÿ", id="a draw"
        ),
        pytest.param(b"a\x0bb\x0c\xc2\x85c\x1a", "a\x0bb\x0c\x85c\x1a", id="control characters stay"),
    ],
)
def test_a_text_file_is_decoded(read: Any, data: bytes, text: str) -> None:
    outcome = read({"a.txt": data})
    assert (outcome.texts, outcome.rejections) == ([text], [])


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        pytest.param(b"PNG\0\0\x1a", "NUL bytes", id="binary"),
        pytest.param(b"%PDF-1.7\n1 0 obj", "is a PDF, not text; save", id="a PDF without a NUL"),
        pytest.param(b"\n {\\rtf1\\ansi It rained.}", "is an RTF document", id="RTF"),
        pytest.param(b"PK\x03\x04\0\0", "is a ZIP archive or an office document", id="a workbook"),
        pytest.param(b"<!DOCTYPE html><p>It rained.", "is a web page by its first tag", id="a web page"),
        pytest.param(b"\n<html lang=en><p>It rained.", "let its name end in .html", id="another"),
        pytest.param("plain".encode("utf-16-le"), "NUL bytes", id="UTF-16 without its mark"),
        pytest.param(
            b"\x81\x8d\x8f", "neither UTF-8, marked UTF-16 nor Windows-1252", id="no such bytes anywhere"
        ),
        pytest.param(codecs.BOM_UTF16_LE + b"a", "marked as UTF-16", id="UTF-16 cut in half"),
    ],
)
def test_what_is_no_text_is_rejected(read: Any, data: bytes, reason: str) -> None:
    outcome = read({"a.txt": data, "b.txt": "b"}, ".")
    assert (outcome.texts, outcome.sources) == (["b"], ["a.txt"])
    assert reason in outcome.reasons


@pytest.mark.parametrize(
    ("name", "content", "texts"),
    [
        pytest.param("a.txt.gz", "It rained.", ["It rained."], id="text"),
        pytest.param("a.csv.GZ", "text\none\n", ["one"], id="CSV"),
        pytest.param("a.jsonl.gz", '{"text": "one"}\n{"text": "two"}', ["one", "two"], id="JSON lines"),
    ],
)
def test_packed_files(read: Any, name: str, content: str, texts: list[str]) -> None:
    assert read({name: gzip.compress(content.encode())}).texts == texts


@pytest.mark.parametrize("name", ["a.txt", "a.txt.gz", "a.json.gz"])
def test_a_file_that_unpacks_to_more_than_any_table_is_rejected(
    read: Any, name: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("scoring.readers.decoding.LARGEST", 2**20)
    bomb = b"x" * (2**20 + 1)
    outcome = read({name: gzip.compress(bomb) if name.endswith(".gz") else bomb, "b.txt": "b"}, ".")
    assert (outcome.texts, outcome.sources) == (["b"], [name])
    assert "holds more than 1 MB" in outcome.reasons


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
@pytest.mark.parametrize("beyond", [1, 2, 100, 101, 102, 250])
def test_a_line_longer_than_any_article_costs_one_record(
    read: Any, monkeypatch: pytest.MonkeyPatch, encoding: str, beyond: int
) -> None:
    monkeypatch.setattr("scoring.readers.decoding.LARGEST", 100)
    lines = ['{"text": "one"}', f'{{"text": "{"x" * (100 - 12 + beyond)}"}}', '{"text": "three"}']
    outcome = read({"a.jsonl": "\n".join(lines).encode(encoding)})
    assert (outcome.texts, outcome.sources) == (["one", "three"], ["a.jsonl:2"])
    assert "which no article is" in outcome.reasons


def test_a_packed_text_is_called_by_its_stem(read: Any) -> None:
    assert read({"a.b.txt.gz": gzip.compress(b"x")}).ids == ["a.b"]


@pytest.mark.parametrize("damage", [lambda data: data[:-30], lambda data: data[:60] + b"?" * 40 + data[100:]])
def test_a_damaged_packed_file_keeps_what_came_before(read: Any, damage: Any) -> None:
    lines = "".join(f'{{"id": "{number}", "text": "{number**9}"}}\n' for number in range(9000))
    outcome = read({"a.jsonl.gz": damage(gzip.compress(lines.encode())), "b.txt": "b"}, ".")
    assert outcome.texts[-1] == "b"
    assert "cannot be read (further)" in outcome.rejections[-1].reason


def test_a_file_that_is_not_packed_at_all(read: Any) -> None:
    assert "cannot be read" in read({"a.txt.gz": b"not gzip"}).reasons


@pytest.mark.parametrize("text", ["", "plain", "é\ufffd😀", "\0"])
def test_sound_text_is_left_alone(text: str) -> None:
    assert mend(text) == text
    assert text.startswith("\0") or decode(text.encode()) == text


def test_lone_surrogates_are_replaced() -> None:
    assert mend("a\ud83d b\udc00\ud800") == "a\ufffd b\ufffd\ufffd"


def test_the_same_length_after_mending() -> None:
    assert len(mend("é\ud800x")) == 3


def test_decode_names_the_reason() -> None:
    with pytest.raises(UnreadableError, match="NUL"):
        decode(b"\0")
