"""What a reader cannot see moves no word, sentence, name or measure."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scoring.article import Article
from scoring.attributions import Attribution, find_attributions
from scoring.cleaning import INVISIBLE
from scoring.document import Document, parse
from scoring.document.hidden import restore_spans, strip_hidden

HIDDEN = "\u200b\u2060\ufeff\u00ad"
ARTICLE = (
    "Home » Coast » Ferries\n\nThe council of Port Hesper met on Monday. “The line will pay for itself,” "
    "said Ines Vale, a harbour master who leads it. ''It won't,'' said Cllr. Tomas Brandt (Coast Party).\n\n"
    "According to the audit report, the province paid $9.5 million for two ferries.\n\nAdvertisement\n\n"
    "What Comes Next\n\nVale’s critics say that it may leak – she denied it.\n\n1. It floats.\n2. It sinks."
)


def seen(doc: Document, start: int, end: int) -> str:
    return INVISIBLE.sub("", doc.text[start:end])


def structure(text: str) -> dict[str, object]:
    doc = parse(Article("a", text))

    def shown(item: Attribution) -> tuple[object, ...]:
        source = seen(doc, *item.source) if item.source else None
        return (seen(doc, *item.cue), source, [seen(doc, *span) for span in item.contents], item.name)

    return {
        "forms": list(doc.forms),
        "words": [seen(doc, a, b) for a, b in zip(doc.starts, doc.ends, strict=True)],
        "sentences": [seen(doc, *span) for span in doc.sentences],
        "paragraphs": [seen(doc, *span) for span in doc.paragraphs],
        "quotations": [seen(doc, *span) for span in doc.quotations],
        "furniture": [seen(doc, *span) for span in doc.boilerplate],
        "names": list(doc.names),
        "headings": doc.headings,
        "counted": list(doc.counted),
        "attributions": [shown(item) for item in find_attributions(doc)],
    }


@pytest.mark.parametrize(
    ("text", "visible", "origin"),
    [
        pytest.param("", "", [], id="no text"),
        pytest.param("soft", "soft", [], id="nothing hidden: no table"),
        pytest.param("caf\u00e9", "caf\u00e9", [], id="an accent is seen"),
        pytest.param("so\u200bft", "soft", [0, 1, 3, 4], id="inside a word"),
        pytest.param("\ufeffa\u00ad", "a", [1], id="at both ends"),
        pytest.param("\u200b\u2060", "", [], id="nothing to see at all"),
    ],
)
def test_what_is_left_and_where_it_stands(text: str, visible: str, origin: list[int]) -> None:
    found, places = strip_hidden(text)
    assert (found, list(places)) == (visible, origin)


@pytest.mark.parametrize(
    ("spans", "origin", "restored"),
    [
        pytest.param([], [1], [], id="no span"),
        pytest.param([(0, 4)], [], [(0, 4)], id="nothing hidden"),
        pytest.param([(0, 2), (2, 4)], [0, 1, 3, 4], [(0, 2), (3, 5)], id="a hidden one between"),
        pytest.param([(0, 4)], [0, 1, 3, 4], [(0, 5)], id="a hidden one inside"),
    ],
)
def test_spans_of_the_text_given(
    spans: list[tuple[int, int]], origin: list[int], restored: list[tuple[int, int]]
) -> None:
    assert restore_spans(spans, origin) == restored


@pytest.mark.parametrize("char", [pytest.param(c, id=f"U+{ord(c):04X}") for c in HIDDEN])
@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(" ", "{} ", id="before every space"),
        pytest.param(" ", " {}", id="after every space"),
        pytest.param("e", "{}e", id="inside words"),
        pytest.param("“", "“{}", id="after opening marks"),
        pytest.param(".", "{}.", id="before full stops"),
        pytest.param("\n", "{}\n{}", id="around line breaks"),
        pytest.param(",", ",{}", id="after commas"),
        pytest.param("'", "{}'", id="before apostrophes"),
    ],
)
def test_hidden_characters_move_nothing(char: str, old: str, new: str) -> None:
    assert structure(ARTICLE.replace(old, new.replace("{}", char))) == structure(ARTICLE)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_hidden_characters_anywhere_move_nothing(data: st.DataObject) -> None:
    gaps = data.draw(st.lists(st.sampled_from(["", "", "", *HIDDEN]), min_size=40, max_size=40))
    text = "".join(char + gaps[i % 40] for i, char in enumerate(ARTICLE))
    assert structure(text) == structure(ARTICLE)
