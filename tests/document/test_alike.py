"""Men and women, parties and peoples read alike wherever words are weighed."""

from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.document.alike import even_out
from scoring.extractors.phrases import find_places
from scoring.extractors.sentences import join_prose
from scoring.lexicon import find_candidates
from scoring.taggers import masked_forms
from scoring.taggers.headlines import mask_title
from scoring.taggers.scenes import list_phrases


@pytest.mark.parametrize(
    ("form", "even"),
    [
        pytest.param("", "", id="no word"),
        pytest.param("boat", "boat", id="any word"),
        pytest.param("she's", "he's", id="a woman with a verb"),
        pytest.param("wife's", "husband's", id="a possessive"),
        pytest.param("daughter-in-law", "son-in-law", id="a compound"),
        pytest.param("liberals", "conservatives", id="a party"),
        pytest.param("left-wing", "right-wing", id="a wing"),
        pytest.param("non-liberal", "non-conservative", id="the end of a compound"),
        pytest.param("i'd", "i'd", id="no party but a short form"),
        pytest.param("d-calif", "r-calif", id="a party and a state"),
        pytest.param("d", "r", id="a party's letter"),
    ],
)
def test_even_out(form: str, even: str) -> None:
    assert even_out(form) == even


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param("", "", id="no words"),
        pytest.param("He’s late. His wife’s son left.", "She’s late. Her husband’s son left.", id="genders"),
        pytest.param("Republican-led states (R-Ohio)", "Democratic-led states (D-Ohio)", id="parties"),
        pytest.param("A conservative left-wing plot.", "A liberal right-wing plot.", id="wings"),
        pytest.param("French officials left.", "Syrian officials left.", id="a people that opens"),
        pytest.param("Germany-based men left.", "Ukraine-based men left.", id="a country in a compound"),
        pytest.param("The pro-Russian men left.", "The pro-French men left.", id="at its end"),
    ],
)
def test_no_tagger_can_tell_them_apart(one: str, other: str) -> None:
    docs = [parse(Article("a", text)) for text in (one, other)]
    assert masked_forms(docs[0]) == masked_forms(docs[1])


def test_a_bird_is_no_country() -> None:
    assert "turkey" in masked_forms(parse(Article("a", "We ate turkey.")))


def test_titles_phrases_neighbours_and_letters_are_even_too() -> None:
    titles = [parse(Article("a", text)) for text in ("He met his men", "She met her women")]
    known = {"he", "his", "men", "met"}
    assert mask_title(titles[0], known) == mask_title(titles[1], known)
    wings = [parse(Article("a", f"A {wing} plot of liberals.")) for wing in ("left-wing", "right-wing")]
    assert len({tuple(list_phrases(doc, find_candidates(doc)["loaded"])) for doc in wings}) == 1
    pairs = [parse(Article("a", f"Then {who} met men.")) for who in ("he", "she")]
    assert find_places(pairs[0], [2], 1) == find_places(pairs[1], [2], 1)
    texts = [parse(Article("a", f"It’s known that {who}’s late.")) for who in ("he", "she")]
    assert join_prose(texts[0]).replace("’", "'") == join_prose(texts[1]).replace("’", "'")
