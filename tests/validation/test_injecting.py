"""Stuffing articles on purpose."""

from __future__ import annotations

from collections import Counter
from math import isnan

import numpy as np
import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.validation.injecting import (
    add_list,
    content_phrases,
    copy_passage,
    inject_phrase,
    prose_sentences,
    top_share,
)

WORDS = [
    f"{stem}{end}"
    for stem in "barn clay dusk fern gale hill lamp moss".split()
    for end in "er ish let ow ton ward".split()
]


def compose(count, seed):
    """Sentences of words drawn by chance, four a paragraph."""
    drawn = [np.random.default_rng(seed).permutation(WORDS) for seed in range(seed, seed + count)]
    lines = [
        f"The {a} {b} {c} stood by the {d} {e} {f} near river number {n}."
        for n, (a, b, c, d, e, f, *_) in enumerate(drawn)
    ]
    return "\n\n".join(" ".join(lines[i : i + 4]) for i in range(0, count, 4))


TEXT = compose(60, 11)
DOC = parse(Article("garden", TEXT))


def draw(seed):
    return np.random.default_rng(seed)


@pytest.mark.parametrize("percent", [2, 3])
@pytest.mark.parametrize("size", [1, 2, 3])
def test_the_phrase_makes_up_the_share_asked_for(percent, size):
    cases = [inject_phrase(DOC, share=percent / 100, size=size, random=draw(seed)) for seed in range(9)]
    assert any(cases), "every phrase drawn is above the share before"
    for stuffed in filter(None, cases):
        doc = parse(stuffed)
        after, before = (Counter(runs_of(d.forms, size)) for d in (doc, DOC))
        [phrase] = (after - before).most_common(1)[0][:1]
        assert after[phrase] / len(doc.forms) == pytest.approx(percent / 100, abs=1.5 / len(doc.forms))


def runs_of(forms, size):
    return [" ".join(forms[i : i + size]) for i in range(len(forms) - size + 1)]


def test_no_sentence_takes_two():
    cases = (inject_phrase(DOC, share=0.03, size=2, random=draw(seed)) for seed in range(9))
    stuffed = next(case for case in cases if case)
    before = [DOC.first_token[i + 1] - DOC.first_token[i] for i in range(len(DOC.sentences))]
    doc = parse(stuffed)
    after = [doc.first_token[i + 1] - doc.first_token[i] for i in range(len(doc.sentences))]
    assert len(before) == len(after)
    assert {b - a for a, b in zip(before, after, strict=True)} == {0, 2}


@pytest.mark.parametrize(
    "text", ["", "It was.", "The cat and the dog."], ids=["no words", "short", "one sentence"]
)
def test_an_article_that_cannot_be_stuffed(text):
    assert inject_phrase(parse(Article("a", text)), share=0.03, size=3, random=draw(0)) is None


def test_phrases_hold_no_function_word_number_or_mark():
    doc = parse(Article("a", "Old walls, of the green river; river 12 water mills turn."))
    assert content_phrases(doc, 2) == ["Old walls", "green river", "water mills", "mills turn"]


def test_a_copied_passage_stands_twice():
    stuffed, passage = copy_passage(DOC, draw(2))
    assert DOC.text.count(passage) + 1 == stuffed.text.count(passage)


def test_a_list_follows_a_label_at_the_end():
    stuffed, listed = add_list(DOC, draw(2))
    assert stuffed.text.startswith(DOC.text)
    assert stuffed.text.rstrip().endswith(f": {listed}")
    assert 5 <= len(listed.split(", ")) <= 9


def test_prose_is_long_enough():
    doc = parse(Article("a", "Heading\n\nIt rained. The rain went on for many days in a row."))
    assert [doc.text[slice(*doc.sentences[i])][:8] for i in prose_sentences(doc)] == ["The rain"]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        pytest.param("one two three", 0.0, id="nothing repeats"),
        pytest.param("ab cd x ab cd", 8 / 9, id="twice four letters of nine"),
    ],
)
def test_top_share(words, expected):
    assert top_share(words.split()) == pytest.approx(expected)


def test_top_share_of_nothing_is_undefined():
    assert isnan(top_share([]))
