"""Which title an article has: a first line that is a sentence or site furniture is none."""

from __future__ import annotations

import re
from collections.abc import Sequence

from scoring.article import Span
from scoring.document.hidden import strip_hidden

_SENTENCE = re.compile(r"(?<![.\s]\w)(?<!\.)\.[\"'”’)]*$")
"""A full stop at the end, of no abbreviation ("the U.S.") and no ellipsis."""
_LEAST_WORDS = 8
"""Headlines with a full stop are shorter ("It is over."); leads are longer."""


def choose_title(title: str, text: str, furniture: Sequence[Span]) -> str:
    """The title, or nothing where it is the text's own first line and reads as a lead or as furniture.

    A file has no field for its title, so that readers take its first line for one.

    Parameters
    ----------
    text : str
        Without invisible characters.
    furniture : sequence of spans
        Of the text.

    Examples
    --------
    >>> lead = "The ferry to Port Hesper sank in the storm on Monday night."
    >>> choose_title(lead, f"{lead}\\n\\nNobody was hurt.", ())
    ''
    >>> choose_title("Ferry sinks", "Ferry sinks\\n\\nNobody was hurt.", ())
    'Ferry sinks'
    """
    seen, start = strip_hidden(title)[0].strip(), len(text) - len(text.lstrip())
    line = text[start:].partition("\n")[0].strip()
    if seen != line:
        return title
    is_furniture = any(low <= start < high for low, high in furniture[:1])
    is_lead = _SENTENCE.search(line) is not None and len(line.split()) >= _LEAST_WORDS
    return "" if is_furniture or is_lead else title
