"""Traps of our own for the taggers of hedges and of charged words: what they must and must never find."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from scoring.article import Article
from scoring.document import parse
from scoring.extractors.hedging import measure_hedging
from scoring.taggers import tag

FOLDER = Path(__file__).parent / "traps"
LEAST = {"hedge": 0.90, "loaded": 0.65}
"""Share of a family's traps that the taggers must get right."""


def read_traps(kind: str) -> list[dict[str, Any]]:
    return list(tomllib.loads((FOLDER / f"{kind}.toml").read_text(encoding="utf-8"))["traps"])


def is_right(kind: str, trap: dict[str, Any]) -> bool:
    """Whether the trap's word is found just when it must be."""
    doc = parse(Article("trap", trap["text"]))
    hits = measure_hedging(doc).evidence if kind == "hedge" else tag(doc, kind)
    spans = [(e.start, e.end) for e in hits if e.kind == kind and e.note not in ("conditional", "modal")]
    start = trap["text"].index(trap.get("must") or trap["never"])
    end = start + len(trap.get("must") or trap["never"])
    return any(a < end and start < b for a, b in spans) == ("must" in trap)


def cases(kind: str) -> list[Any]:
    known = pytest.mark.xfail(reason="known to fail", strict=False)
    return [
        pytest.param(kind, trap, id=trap["text"], marks=[known] if trap.get("fails") else [])
        for trap in read_traps(kind)
    ]


@pytest.mark.parametrize(("kind", "trap"), [*cases("hedge"), *cases("loaded")])
def test_trap(kind: str, trap: dict[str, Any]) -> None:
    assert is_right(kind, trap), ("must find " if "must" in trap else "must not find ") + str(
        trap.get("must") or trap["never"]
    )


@pytest.mark.parametrize("kind", LEAST)
def test_most_traps_are_got_right(kind: str) -> None:
    traps = read_traps(kind)
    right = sum(is_right(kind, trap) for trap in traps)
    assert len(traps) > 100
    assert right / len(traps) >= LEAST[kind], f"{kind}: {right} of {len(traps)}"
