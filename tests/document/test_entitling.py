"""A first line that is a lead or site furniture is no title, wherever readers took it for one."""

from __future__ import annotations

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.features import analyse

LEAD = "The ferry to Port Hesper sank in the storm on Monday night."
REST = "Nobody was hurt, the harbour office said. The crew of nine swam to the quay."


@pytest.mark.parametrize(
    ("title", "text", "kept"),
    [
        pytest.param("", "", False, id="no words"),
        pytest.param("", f"{LEAD}\n\n{REST}", False, id="no title"),
        pytest.param(LEAD, f"{LEAD}\n\n{REST}", False, id="a lead"),
        pytest.param(f"“{LEAD}”", f"“{LEAD}”\n\n{REST}", False, id="a quoted lead"),
        pytest.param("\u200b" + LEAD, f"{LEAD}\n\n{REST}", False, id="a lead with a hidden character"),
        pytest.param(LEAD, REST, True, id="a sentence that the text does not open with"),
        pytest.param("It is over.", f"It is over.\n\n{REST}", True, id="a short headline with a full stop"),
        pytest.param(
            "Ferries to Port Hesper may not sail for the U.S.",
            f"Ferries to Port Hesper may not sail for the U.S.\n\n{REST}",
            True,
            id="an abbreviation",
        ),
        pytest.param(
            "And then the ferry turned round and came back ...",
            f"And then the ferry turned round and came back ...\n\n{REST}",
            True,
            id="an ellipsis",
        ),
        pytest.param("Home » News » Region", f"Home » News » Region\n\n{REST}", False, id="furniture"),
    ],
)
def test_what_is_a_title(title: str, text: str, kept: bool) -> None:
    assert parse(Article("a", text, title or None)).title == (title if kept else "")


def test_a_lead_counts_as_text_and_a_note_says_so() -> None:
    text = f"{LEAD}\n\n{REST}"
    entitled, plain = analyse(Article("a", text, LEAD)), analyse(Article("a", text))
    assert repr(entitled.features) == repr(plain.features)
    assert set(entitled.notes) - set(plain.notes) == {
        "The first line is no title: it is read as text, or left out as site furniture"
    }
