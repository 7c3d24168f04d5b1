"""The contract's rule of voices, on sentences of our own: whose words hedge, boost, charge and praise."""

from __future__ import annotations

import re
import tomllib
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.hedging import measure_hedging
from scoring.extractors.promotion import measure_promotion
from scoring.extractors.stance import measure_stance

TABLE = Path(__file__).parent / "traps" / "voice.toml"
MEASURES = {
    "hedge": measure_hedging,
    "booster": measure_hedging,
    "promotional": measure_promotion,
    "loaded": measure_stance,
}
WORD = re.compile(r"\{([^|{}]+)\|(\w+)\|(\w+)\}")


class Word(NamedTuple):
    """A word of a sentence, where it starts, and the kind and voice that it must have."""

    word: str
    start: int
    kind: str
    voice: str


def read_sentences() -> list[dict[str, Any]]:
    return list(tomllib.loads(TABLE.read_text(encoding="utf-8"))["sentences"])


def read_words(marked: str) -> tuple[str, list[Word]]:
    """The sentence without its braces, and what they say of its words."""
    words = []
    while match := WORD.search(marked):
        words.append(Word(match[1], match.start(), match[2], match[3]))
        marked = marked[: match.start()] + match[1] + marked[match.end() :]
    return marked, words


def cases() -> Iterator[Any]:
    known = pytest.mark.xfail(reason="known to fail", strict=False)
    for sentence in read_sentences():
        marks = [known] if "fails" in sentence else []
        yield pytest.param(sentence["text"], id=sentence["frame"], marks=marks)


@pytest.mark.parametrize("marked", list(cases()))
def test_each_word_has_the_voice_of_whoever_chose_it(marked: str) -> None:
    text, words = read_words(marked)
    doc = parse(Article("voice", text))
    for word, start, kind, voice in words:
        hits = MEASURES[kind](doc, min_probability=0.0).evidence
        heard = [e.voice for e in hits if e.kind == kind and e.start <= start < e.end]
        assert heard == [voice], f"{word} ({kind})"


def test_the_table_holds_every_kind_in_every_voice() -> None:
    sentences = read_sentences()
    count = Counter((w.kind, w.voice) for row in sentences for w in read_words(row["text"])[1])
    assert len(sentences) >= 60
    assert len({row["frame"] for row in sentences}) == len(sentences)
    assert all(count[kind, voice] >= 5 for kind in MEASURES for voice in ("outlet", "quoted"))


@pytest.mark.parametrize(
    ("marked", "text", "words"),
    [
        ("", "", []),
        ("It rains.", "It rains.", []),
        ("It {may|hedge|outlet} rain.", "It may rain.", [Word("may", 3, "hedge", "outlet")]),
    ],
)
def test_braces_are_read(marked: str, text: str, words: list[Mapping[str, Any]]) -> None:
    assert read_words(marked) == (text, words)
