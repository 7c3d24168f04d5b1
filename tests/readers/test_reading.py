"""The stream as a whole: lazy, unbroken, exact."""

from __future__ import annotations

import gc
import json
import warnings
from itertools import islice
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.article import Article
from scoring.readers import read_articles


def test_every_field_is_read(read: Any) -> None:
    record = {
        "id": "a",
        "text": "t",
        "title": "T",
        "outlet": "O",
        "url": "u",
        "published": "2024",
        "event": "e",
    }
    assert read({"a.jsonl": json.dumps(record)}).articles == [Article(**record)]


def test_by_default_a_rejection_is_a_warning(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "one"}\nnonsense\n')
    with pytest.warns(UserWarning, match=r"a\.jsonl:2: the line is no valid JSON"):
        assert len(list(read_articles(path))) == 1


def test_reading_is_lazy_and_closes_what_it_left(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "one"}\n' * 3 + "nonsense\n")
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        articles = read_articles([path, *(tmp_path.glob("*.csv"))])
        assert [article.text for article in islice(articles, 3)] == ["one"] * 3
        del articles
        gc.collect()


def test_two_readers_at_once_do_not_mix(tmp_path: Path) -> None:
    for name in "ab":
        rows = "".join(f'{number},"{name * 200_000}"\n' for number in range(3))
        (tmp_path / f"{name}.csv").write_text("id,text\n" + rows)
    pairs = zip(read_articles(tmp_path / "a.csv"), read_articles(tmp_path / "b.csv"), strict=True)
    assert [(first.text[0], second.text[0]) for first, second in pairs] == [("a", "b")] * 3


def test_the_same_input_gives_the_same_articles(read: Any) -> None:
    files = {"b.csv": "text\none\none\n", "a.txt": "a", "c.jsonl": '{"text": "c"}\n[]\n'}
    assert read(files, ".") == read(files, ".")


@settings(deadline=None)  # files: the time says more about the disk than about the reader
@given(texts=st.lists(st.text(max_size=60), min_size=1, max_size=5))
def test_json_lines_keep_any_text(tmp_path_factory: pytest.TempPathFactory, texts: list[str]) -> None:
    path = tmp_path_factory.mktemp("any") / "a.jsonl"
    path.write_text("".join(json.dumps({"text": text}) + "\n" for text in texts))
    assert [article.text for article in read_articles(path)] == texts


@settings(deadline=None)  # files: the time says more about the disk than about the reader
@given(text=st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_plain_files_keep_any_text(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    path = tmp_path_factory.mktemp("any") / "a.txt"
    path.write_bytes(text.encode())
    assert [article.text for article in read_articles(path)] == [text]


@settings(deadline=None)  # files: the time says more about the disk than about the reader
@given(
    data=st.binary(max_size=200),
    suffix=st.sampled_from([".txt", ".csv", ".tsv", ".jsonl", ".json", ".txt.gz"]),
)
def test_no_bytes_end_the_run(tmp_path_factory: pytest.TempPathFactory, data: bytes, suffix: str) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / f"a{suffix}").write_bytes(data)
    (folder / "z.md").write_text("z")
    articles = list(read_articles(folder, on_reject=lambda _: None))
    assert articles[-1].text == "z"
    for article in articles:
        json.dumps([article.id, article.text, article.title], ensure_ascii=False).encode()
