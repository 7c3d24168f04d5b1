"""From the values of one record to an article."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from datetime import UTC, date, datetime

from scoring.article import Article
from scoring.readers.decoding import UnreadableError, mend
from scoring.readers.ids import digest
from scoring.readers.rejecting import show

MOST_CHARACTERS = 2**25
"""Of a text or a title: ten times "War and Peace", which takes about a minute and 3 GB."""
EPOCH = re.compile(r"(?:([0-9]{9,10})|([0-9]{10})[0-9]{3})(?:\.[0-9]+)?")
JSON_NAMES = {dict: "an object", list: "a list", bool: "true or false", int: "a number", float: "a number"}


def make_article(values: Mapping[str, object], *, outlet: str | None = None) -> Article:
    """Build an article from values by field; `outlet` stands in where they name none.

    Raises
    ------
    UnreadableError
        The text is not a string; text or title have more than 33,554,432 characters.
    """
    text = values.get("text")
    if not isinstance(text, str):
        found = "null" if text is None else JSON_NAMES.get(type(text), type(text).__name__)
        raise UnreadableError(f"has {found} as its text; expected a string, which may be empty")
    text, title = mend(text), tidy(values.get("title"))
    _refuse_long(text, "text")
    _refuse_long(title or "", "title")
    outlet, url = tidy(values.get("outlet")) or tidy(outlet), tidy(values.get("url"))
    return Article(
        id=tidy(values.get("id")) or digest(outlet, url, text),
        text=text,
        title=title,
        outlet=outlet,
        url=url,
        published=tidy_date(values.get("published")),
        event=tidy(values.get("event")),
        links=tidy_links(values.get("links")),
    )


def _refuse_long(text: str, field: str) -> None:
    if len(text) > MOST_CHARACTERS:
        raise UnreadableError(
            f"has {len(text):,} characters as its {field}; an article has at most {MOST_CHARACTERS:,}, "
            "so give the articles that it holds one by one"
        )


def tidy_links(value: object) -> tuple[str, ...] | None:
    """Keep the addresses of a list; None where there is no list.

    Examples
    --------
    >>> tidy_links(("https://port.example", 7)), tidy_links([]), tidy_links("port")
    (('https://port.example',), (), None)
    """
    if not isinstance(value, list | tuple):
        return None
    return tuple(mend(link) for link in value if isinstance(link, str))


def tidy(value: object) -> str | None:
    """Turn any value into a stripped string; blank, missing and not-a-number become None.

    Examples
    --------
    >>> tidy("  Daily "), tidy(17.0), tidy(float("nan")), tidy({"name": "Daily"})
    ('Daily', '17', None, 'Daily')
    """
    if isinstance(value, Mapping) and "name" in value:
        value = value["name"]  # news services nest an outlet as {"id": ..., "name": ...}
    if value is None or (isinstance(value, float) and not math.isfinite(value)):
        return None
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, date):
        value = value.isoformat()
    nested = isinstance(value, Mapping | list)
    return mend(show(value) if nested else str(value)).strip() or None


def tidy_date(value: object) -> str | None:
    """As `tidy`; seconds or milliseconds since 1970 become an ISO date in UTC.

    Numbers of 9 or 10 digits are seconds, of 13 digits milliseconds; others ("2019", "20190305")
    stay as they are.

    Examples
    --------
    >>> tidy_date(1489536000.0), tidy_date("1489536000000"), tidy_date("20170315")
    ('2017-03-15', '2017-03-15', '20170315')
    """
    text = tidy(value)
    epoch = EPOCH.fullmatch(text or "")
    if epoch is None:
        return text
    return datetime.fromtimestamp(int(epoch[1] or epoch[2]), UTC).date().isoformat()
