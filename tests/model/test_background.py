"""The background is counted from a folder of corpora; only figures of common words leave it."""

from __future__ import annotations

import gzip
import json
from pathlib import Path

import pytest

from scoring.errors import InputError
from scoring.extractors.background import read_background
from scoring.model.background import CORPORA, build_background

TEXT = " ".join(
    f"On day {n} the ferry left the quay and Hesper slept while nobody in {n} rows spoke." for n in range(9)
)


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    (tmp_path / "article").mkdir()
    for name in CORPORA:
        rows = [{"id": f"{name}{n}", "text": TEXT, "title": None} for n in range(10)]
        with gzip.open(tmp_path / f"article/{name}.jsonl.gz", "wt", encoding="utf-8") as file:
            file.writelines(json.dumps(row) + "\n" for row in rows)
    return tmp_path


def test_words_are_common_and_no_names(corpora: Path, tmp_path: Path) -> None:
    build_background(corpora, tmp_path / "out")
    background = read_background(tmp_path / "out/frequencies.json")
    words = 9 * 17
    assert background.words["ferry"] == pytest.approx(9 / words, abs=0.001)
    assert {"hesper", "the", "1"}.isdisjoint(background.words)


def test_a_word_of_one_corpus_or_few_articles_is_left_out(corpora: Path, tmp_path: Path) -> None:
    build_background(corpora, tmp_path / "out", keep=lambda article: article.id.startswith(CORPORA[0]))
    assert not read_background(tmp_path / "out/frequencies.json").words


def test_the_same_corpora_give_the_same_bytes(corpora: Path, tmp_path: Path) -> None:
    for out in ("one", "other"):
        build_background(corpora, tmp_path / out)
    one, other = ((tmp_path / out / "frequencies.json").read_bytes() for out in ("one", "other"))
    assert one == other


def test_a_missing_corpus_is_named(tmp_path: Path) -> None:
    (tmp_path / "article").mkdir()
    with pytest.raises(InputError, match=CORPORA[0]):
        build_background(tmp_path, tmp_path / "out")
