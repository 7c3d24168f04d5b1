"""What the words of a trade around a charged word take from it."""

from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.lexicon import find_candidates, load_lexicon
from scoring.taggers import technical
from scoring.taggers.science_words import SCIENCES
from scoring.taggers.technical import is_term, weigh_terms
from scoring.taggers.trade_words import TRADES

ALONE, TOGETHER, MORE = -1.4, -2.5, -1.0
LONG = "The larva fed on pollen and nectar in the hive. "


@pytest.mark.parametrize(
    ("text", "odds"),
    [
        pytest.param("", [], id="no words"),
        pytest.param("The mayor is corrupt.", [0.0], id="no term"),
        pytest.param("The town holds a shameful vote.", [0.0], id="a word of everyday"),
        pytest.param("It was a shameful enzyme.", [ALONE], id="one term, nobody named"),
        pytest.param("She found a shameful enzyme.", [0.0], id="one term, and somebody"),
        pytest.param("It was a toxic enzyme.", [TOGETHER], id="a word that is a term, too"),
        pytest.param("She found a toxic enzyme.", [TOGETHER], id="that beside a term"),
        pytest.param("She found a toxic side of the enzyme.", [0.0], id="that far from the term"),
        pytest.param("She said a shameful enzyme killed larvae.", [0.0], id="two terms, and somebody"),
        pytest.param(
            "She said shameful enzymes kill larvae and pollen.", [TOGETHER], id="three terms, and somebody"
        ),
        pytest.param(
            "The shameful enzyme killed larvae in the hive, nectar and all.",
            [TOGETHER + 2 * MORE],
            id="four terms",
        ),
        pytest.param("An enzyme, enzymes and an enzyme were shameful.", [ALONE], id="one term, three times"),
        pytest.param("So much for the enzyme.", [0.0], id="a phrase"),
        pytest.param("She has an aggressive cancer.", [TOGETHER], id="a common term beside a word of both"),
        pytest.param("She has a shameful cancer.", [0.0], id="a common term beside another word"),
        pytest.param("The aggressive mayor who closed the ward died of cancer.", [0.0], id="far from it"),
        pytest.param("We met the Enzyme Party, a shameful crowd.", [0.0], id="a term in a name"),
        pytest.param(LONG * 2 + "The shameful mayor lost.", [0.0], id="terms in other sentences only"),
        pytest.param(
            LONG * 2 + "She found a toxic side of it, not of the enzyme.",
            [TOGETHER],
            id="an article full of terms",
        ),
    ],
)
def test_weigh_terms(text: str, odds: list[float]) -> None:
    doc = parse(Article("a", text))
    assert weigh_terms(doc, find_candidates(doc)["loaded"]) == pytest.approx(odds)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        *((word, True) for word in "tumor tumors enzymes arthritis sarcoma sarcomas necrosis".split()),
        *((word, True) for word in "appendectomies leukaemia anaemic leukemia neuralgia endoscopy".split()),
        *((word, True) for word in "microscopic lymphocyte lymphocytes rhinoplasty chlorophyll".split()),
        *((word, False) for word in "senator diplomas aroma coma copy academic <name>".split()),
    ],
)
def test_terms_are_known_by_the_lists_or_by_their_endings(word: str, expected: bool) -> None:
    assert is_term(word) == expected


def test_no_term_is_charged() -> None:
    assert (SCIENCES | TRADES).isdisjoint(load_lexicon().lists["loaded"].terms)


def test_every_word_of_both_senses_is_on_the_list() -> None:
    assert load_lexicon().lists["loaded"].terms.keys() >= technical._DOUBLE
