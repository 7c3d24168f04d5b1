"""Files, folders, patterns and lists: what is read, what is skipped, what is refused."""

from __future__ import annotations

import gzip
import os
from pathlib import Path
from typing import Any

import pytest

from scoring.errors import InputError
from scoring.readers import read_articles

TREE = {
    "b.txt": "b",
    "a.md": "a",
    "sub/c.TXT": "c",
    "sub/deeper/d.jsonl": '{"id": "d", "text": "d"}',
    ".hidden.txt": "no",
    ".git/e.txt": "no",
    "metadata.csv": "file,outlet\na.md,Daily\n",
    "photo.jpg": b"\xff\xd8\0",
}


@pytest.mark.parametrize(
    ("source", "texts"),
    [
        pytest.param(
            ".", ["a", "b", "c", "d"], id="a folder: recursed, sorted, hidden files and metadata left out"
        ),
        pytest.param("sub", ["c", "d"], id="a folder below"),
        pytest.param("sub/", ["c", "d"], id="a closing slash"),
        pytest.param("b.txt", ["b"], id="one file"),
        pytest.param(Path("b.txt"), ["b"], id="a path object"),
        pytest.param("*.txt", ["b"], id="a pattern skips hidden files"),
        pytest.param("**/*.txt", ["b"], id="a deep pattern skips hidden folders and minds letter case"),
        pytest.param("**/*.[tT][xX][tT]", ["b", "c"], id="a pattern with a set"),
        pytest.param("?.md", ["a"], id="a question mark"),
        pytest.param("s*", ["c", "d"], id="a pattern that matches a folder"),
        pytest.param(".hidden.txt", ["no"], id="a hidden file named outright"),
        pytest.param(".g*/*.txt", ["no"], id="a hidden folder spelled out by the pattern"),
        pytest.param(".git/*.txt", ["no"], id="a hidden folder named outright"),
        pytest.param(["b.txt", "a.md"], ["b", "a"], id="a list keeps its order"),
        pytest.param(("b.txt", "./b.txt", "sub/../b.txt", "*.txt"), ["b"], id="the same file is read once"),
        pytest.param(["b.txt", "."], ["b", "a", "c", "d"], id="a file and its folder"),
        pytest.param(
            ["a.md", "metadata.csv", "b.txt"], ["a", "b"], id="metadata among files that a shell listed"
        ),
    ],
)
def test_files_are_found(read: Any, source: Any, texts: list[str]) -> None:
    outcome = read(TREE, source)
    assert (outcome.texts, outcome.rejections) == (texts, [])


@pytest.mark.parametrize(
    ("source", "message"),
    [
        pytest.param("c.txt", "c.txt: no file or folder has this name", id="no such file"),
        pytest.param("bb.txt", "Similar names there: b.txt", id="a slip of the pen"),
        pytest.param("nowhere/*.txt", "nowhere/*.txt: no file here", id="a pattern without a match"),
        pytest.param(
            "*.jpg", "none of these 1 files can be read: photo.jpg. Allowed: .txt", id="only other files"
        ),
        pytest.param(["b.txt", "zzz"], "zzz: no file or folder has this name", id="one of a list"),
        pytest.param([], "No input was named", id="an empty list"),
        pytest.param("", "no file or folder has this name", id="an empty path is not this folder"),
        pytest.param("-", "Articles are not read from a pipe", id="the usual name for a pipe"),
        pytest.param("a\0b.txt", "no file or folder has this name", id="NUL in the path"),
        pytest.param("It rained all day. " * 99, "no file or folder has this name", id="a text, not a path"),
        pytest.param("Did it rain? " * 99, "no file here", id="a text that looks like a pattern"),
        pytest.param("x" * 300 + "/*.txt", "x: ", id="a pattern in a folder whose name is too long"),
        pytest.param("a**/b", "a**/b: ", id="a pattern that some versions refuse"),
    ],
)
def test_nothing_to_read_is_an_error(read: Any, source: Any, message: str) -> None:
    with pytest.raises(InputError) as raised:
        read(TREE, source)
    assert message in str(raised.value)
    assert len(str(raised.value)) < 600


def test_the_error_comes_before_the_first_article() -> None:
    with pytest.raises(InputError):
        read_articles("no-such-file.txt")


def test_an_empty_folder_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no file here"):
        read_articles(tmp_path)


def test_an_absolute_pattern(read: Any, tmp_path: Path) -> None:
    assert read(TREE, f"{tmp_path}/*.txt").texts == ["b"]


def test_a_pattern_through_the_folder_above(
    read: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "sub").mkdir()
    monkeypatch.chdir(tmp_path / "sub")
    assert read(TREE, "../*.txt").texts == ["b"]


@pytest.mark.parametrize("name", ["[draft].txt", "what?.txt", "50*.txt"])
def test_an_existing_file_whose_name_looks_like_a_pattern(read: Any, name: str) -> None:
    outcome = read({name: "one", "d.txt": "two"}, name)
    assert (outcome.texts, outcome.ids) == (["one"], [name[:-4]])


def test_a_folder_that_is_called_like_a_file(read: Any) -> None:
    assert read({"x.txt/a.txt": "a"}, "x.txt").texts == ["a"]
    assert read({}, ".").texts == ["a"]


@pytest.mark.parametrize("name", ["report.pdf", "README", "table.parquet.gz"])
def test_an_unsupported_file_named_outright_is_rejected(read: Any, name: str) -> None:
    outcome = read({name: "x", "a.txt": "a"}, [name, "a.txt"])
    assert (outcome.texts, outcome.sources) == (["a"], [name])
    assert "are not read. Allowed: .txt, .md, .html" in outcome.reasons


def test_pages_are_files_that_are_read(read: Any) -> None:
    outcome = read({"a.html": "", "b.HTM": "", "b.html.gz": gzip.compress(b""), "c.txt": "c"}, ".")
    assert (outcome.texts, outcome.sources) == (["c"], ["a.html", "b.HTM", "b.html.gz"])
    assert outcome.reasons.count("the file is empty") == 3


def test_links_are_followed_and_loops_are_not(read: Any, tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "b.txt").write_text("b")
    (tmp_path / "in" / "back").symlink_to(tmp_path / "in")
    (tmp_path / "in" / "up").symlink_to(tmp_path)
    (tmp_path / "in" / "self.txt").symlink_to(tmp_path / "in" / "self.txt")
    for source in ("in", "in/**/*.txt", "in/*"):
        outcome = read({"in/a.txt": "a"}, source)
        assert sorted(outcome.texts) == (["a"] if "**" in source else ["a", "b"])
        assert [Path(source).name for source in outcome.sources] == ["self.txt"]


def test_a_link_that_leads_nowhere_is_rejected(read: Any, tmp_path: Path) -> None:
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing.txt")
    outcome = read({"a.txt": "a"}, ".")
    assert (outcome.texts, outcome.sources) == (["a"], ["gone.txt"])


def test_pipes_and_devices_in_a_folder_do_not_block_and_are_rejected(read: Any, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.txt")
    (tmp_path / "zero.jsonl").symlink_to("/dev/zero")
    outcome = read({"a.txt": "a"}, ".")
    assert (outcome.texts, outcome.sources) == (["a"], ["pipe.txt", "zero.jsonl"])
    assert outcome.reasons.count("is a pipe or a device") == 2


def test_a_file_larger_than_the_memory_is_rejected(read: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: Path) -> str:
        raise MemoryError

    monkeypatch.setattr("scoring.readers.plain.read_text", fail)
    outcome = read({"a.txt": "a", "b.jsonl": '{"text": "b"}'}, ".")
    assert (outcome.texts, outcome.sources) == (["b"], ["a.txt"])


def test_a_file_that_vanishes_is_rejected(tmp_path: Path) -> None:
    for name in "ab":
        (tmp_path / f"{name}.txt").write_text(name)
    rejections: list[Any] = []
    articles = read_articles(tmp_path, on_reject=rejections.append)
    (tmp_path / "a.txt").unlink()
    assert [article.text for article in articles] == ["b"]
    assert "cannot be read" in rejections[0].reason


def test_a_file_name_that_is_no_utf8(read: Any, tmp_path: Path) -> None:
    Path(os.fsdecode(bytes(tmp_path) + b"/caf\xe9.txt")).write_text("text")
    (article,) = read({}, ".").articles
    assert article.id == "caf\ufffd"


RUN = {"out/run.json": "{}", "out/rejected.jsonl": "", "out/scorecards.jsonl": '{"id": "a"}'}
PAGES = {"out/cards/a.html": "<p>It rained.</p>", "out/index.html": "<p>It rained.</p>"}
PICKED = {"out/kept.jsonl": '{"text": "kept"}', "out/dropped.jsonl": '{"text": "dropped"}'}


@pytest.mark.parametrize(
    ("files", "source", "texts"),
    [
        pytest.param({**RUN, **PAGES, "a.txt": "a"}, ".", ["a"], id="score wrote below the articles"),
        pytest.param({**RUN, **PAGES, "out/a.txt": "a"}, "out", ["a"], id="score wrote among them"),
        pytest.param({**RUN, **PICKED}, "out", ["dropped", "kept"], id="what filter picked, named"),
        pytest.param({**RUN, **PICKED, "a.txt": "a"}, ".", ["a"], id="not from above"),
        pytest.param(
            {"out/outlets.csv": "text\nno", "out/pairs.csv": "text\nno", "a.txt": "a"},
            ".", ["a"], id="what compare wrote",
        ),
    ],
)  # fmt: skip
def test_what_sourcegrade_wrote_is_no_article(read: Any, files: Any, source: str, texts: list[str]) -> None:
    outcome = read(files, source)
    assert (outcome.texts, outcome.rejections) == (texts, [])
    place = "out" if source == "out" else "./out"
    assert outcome.left_out == [f"What sourcegrade wrote is left out: {place}."]


def test_many_folders_are_told_in_one_sentence(read: Any) -> None:
    runs = {f"out{n}/{name}": "" for n in range(5) for name in ("run.json", "rejected.jsonl")}
    outcome = read({**runs, "a.txt": "a"}, ".")
    assert outcome.texts == ["a"]
    assert outcome.left_out == [
        "What sourcegrade wrote is left out: ./out0, ./out1, ./out2 and 2 more folders."
    ]


def test_one_file_of_that_name_is_read_as_ever(read: Any) -> None:
    assert read({"run.json": '{"text": "a"}', "features.csv": "text\nb\n"}, ".").texts == ["b", "a"]


@pytest.mark.parametrize(
    ("names", "said"),
    [
        pytest.param([], [], id="nothing else"),
        pytest.param(["a.docx"], [".: 1 file of kinds that are not read left out (.docx)."], id="one"),
        pytest.param(
            ["a.docx", "b.pdf", "c.pdf", "LICENSE"],
            [".: 4 files of kinds that are not read left out (.pdf, no suffix, .docx)."],
            id="several, the commonest kind first",
        ),
        pytest.param(
            [f"a.{kind}" for kind in "bcdefg"],
            [".: 6 files of kinds that are not read left out (.b, .c, .d, .e, .f, ...)."],
            id="many kinds",
        ),
    ],
)
def test_files_of_other_kinds_are_told(read: Any, names: list[str], said: list[str]) -> None:
    outcome = read({"a.txt": "a", **dict.fromkeys(names, "x")}, ".")
    assert (outcome.texts, outcome.rejections, outcome.left_out) == (["a"], [], said)


@pytest.mark.parametrize("name", ["pipe", "pipe.txt"])
def test_a_pipe_is_refused_in_a_sentence(tmp_path: Path, name: str) -> None:
    os.mkfifo(tmp_path / name)
    with pytest.raises(InputError, match="a file's ending says what it holds"):
        read_articles(tmp_path / name)
