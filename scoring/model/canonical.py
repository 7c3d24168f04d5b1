"""The same bytes for the same model: without the addresses and the time that skops writes."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from itertools import count
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

SCHEMA = "schema.json"
DAWN = (1980, 1, 1, 0, 0, 0)
"""The earliest date that a zip file can hold."""
LEVEL = 6


def canonicalise(content: bytes) -> bytes:
    """A skops file with its objects numbered in order, its arrays packed, each once, and undated.

    Parameters
    ----------
    content : bytes
        As ``skops.io.dumps`` gives it; it loads to equal objects before and after.
    """
    with ZipFile(io.BytesIO(content)) as packed:
        members = {name: packed.read(name) for name in packed.namelist()}
    names: dict[bytes, str] = {}
    schema = _renumber(json.loads(members.pop(SCHEMA)), count(), members, names)
    target = io.BytesIO()
    with ZipFile(target, "w") as out:
        for data, name in names.items():
            _add(out, name, data)
        _add(out, SCHEMA, json.dumps(schema, separators=(",", ":")).encode())
    return target.getvalue()


def _renumber(node: Any, ids: count[int], members: Mapping[str, bytes], names: dict[bytes, str]) -> Any:
    """The node with a number of its own, and each array under a name that `names` gives its bytes."""
    if isinstance(node, list):
        return [_renumber(item, ids, members, names) for item in node]
    if not isinstance(node, dict):
        return node
    changed = {key: _renumber(value, ids, members, names) for key, value in node.items()}
    if "__id__" in changed:
        changed["__id__"] = next(ids)
    if changed.get("__loader__") == "NdArrayNode" and "file" in changed:
        changed["file"] = names.setdefault(members[node["file"]], f"{len(names)}.npy")
    return changed


def _add(out: ZipFile, name: str, data: bytes) -> None:
    member = ZipInfo(name, DAWN)
    member.compress_type = ZIP_DEFLATED
    member.external_attr = 0o644 << 16
    out.writestr(member, data, compresslevel=LEVEL)
