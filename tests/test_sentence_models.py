"""The words of all models of sentences in one table."""

from __future__ import annotations

import pytest

from scoring.taggers.sentence_models import UNREAD, SentenceModel, Style, join_words

NEWS = SentenceModel("loaded_sentence", 0.0, 0.0, {"vile": 2.0, "plan": 0.5}, {}, {}, unknown=3.0)
PRAISE = SentenceModel("promotional_sentence", 0.0, 0.0, {"vibrant": 1.5, "plan": -0.5}, {}, {})


@pytest.mark.parametrize(
    ("word", "weights"),
    [
        pytest.param("plan", (0.5, -0.5), id="read by both"),
        pytest.param("vile", (2.0, 0.0), id="read by the first"),
        pytest.param("vibrant", (UNREAD, 1.5), id="never read by a model that charges such words"),
        pytest.param("kowtow", (UNREAD, 0.0), id="read by none"),
    ],
)
def test_a_row_holds_the_weight_of_each_model(word: str, weights: tuple[float, float]) -> None:
    columns, rows, other = join_words(NEWS, PRAISE)
    row = rows.get(word, other)
    assert tuple(row[columns[model]] for model in (NEWS, PRAISE)) == pytest.approx(weights, nan_ok=True)


def test_style_and_what_holds_elsewhere_have_columns_of_their_own() -> None:
    elsewhere = SentenceModel("loaded_sentence", 0.0, 0.0, {"vile": 1.0}, {}, {})
    style = Style(0.0, {"senators": 9.0})
    model = SentenceModel("loaded_sentence", 0.0, 0.0, {"vile": 2.0}, {}, {}, elsewhere, style)
    columns, rows, _ = join_words(model)
    assert [rows["vile"][columns[part]] for part in (model, elsewhere, style)] == [2.0, 1.0, 0.0]
    assert rows["senators"][columns[style]] == 9.0


def test_no_model_has_no_words() -> None:
    assert join_words() == ({}, {}, ())
