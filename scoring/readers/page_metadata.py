"""What a page says of itself, cut to lengths that the libraries can take: some cost the square of theirs."""

from __future__ import annotations

import json
import re
from typing import Any

LONGEST = 1000
"""Characters of a value (title, name, address, date); the rest is of no use."""

LONGEST_BROKEN = 5000
"""Characters of JSON-LD that is no JSON, on the whole page; 10,000 quotation marks take half a second."""

_TAG = re.compile(r"<[^<>]*>")


def cut_metadata(tree: Any) -> None:
    """Shorten the values of a page's ``meta`` elements and JSON-LD, in place."""
    for element in tree.xpath(f"//meta[string-length(@content) > {LONGEST}]"):
        element.set("content", element.get("content")[:LONGEST])
    left = LONGEST_BROKEN
    for element in tree.xpath("//script[contains(@type, 'json')]"):
        bare = _TAG.sub("", element.text or "").replace("<", "")
        try:
            value = json.loads(bare, strict=False, object_hook=_cut_values)
            element.text = json.dumps(value, ensure_ascii=False)
        except (ValueError, RecursionError):
            element.text = bare[:left]
            left -= len(bare[:left])


def _cut_values(found: dict[str, Any]) -> dict[str, Any]:
    return {name: _cut(value) for name, value in found.items()}


def _cut(value: Any) -> Any:
    """Shorten a text, or those of a list."""
    if isinstance(value, list):
        return [one[:LONGEST] if isinstance(one, str) else one for one in value]
    return value[:LONGEST] if isinstance(value, str) else value
