"""Traps of our own, a table for each family: what it must, and what it must never, find in a text."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from scoring.article import Article, Evidence
from scoring.document import parse
from scoring.extractors.hedging import measure_hedging
from scoring.extractors.measure import Measure
from scoring.extractors.promotion import measure_promotion
from scoring.extractors.sourcing import measure_sourcing
from scoring.extractors.stance import measure_stance
from scoring.extractors.stuffing import measure_stuffing
from scoring.extractors.tone import tone_toward

FOLDER = Path(__file__).parent / "traps"
LEAST = {
    "hedge": 0.90,
    "loaded": 0.90,
    "technical": 0.85,
    "attribution": 0.80,
    "promotion": 0.88,
    "stuffing": 0.94,
    "tone": 0.75,
}
"""Table to the share of its traps that must be got right."""
MEASURES: Mapping[str, Callable[..., Measure]] = {
    "hedge": measure_hedging,
    "loaded": measure_stance,
    "technical": measure_stance,
    "attribution": measure_sourcing,
    "promotion": measure_promotion,
    "stuffing": measure_stuffing,
}
"""Table to the family that is measured."""
NEUTRAL = 0.15


def read_traps(table: str) -> list[dict[str, Any]]:
    """The traps of a table, each with its kind (the table's name unless it states one)."""
    read = tomllib.loads((FOLDER / f"{table}.toml").read_text(encoding="utf-8"))
    story = {True: f"\n{read.get('story', '')}", False: ""}
    return [{"kind": table, **trap, "text": trap["text"] + story["story" in trap]} for trap in read["traps"]]


def is_right(table: str, trap: Mapping[str, Any]) -> bool:
    """Whether the trap's word is found just when it must be, as what it must be."""
    if table == "tone":
        return has_tone(trap)
    hits = [(e.start, e.end) for e in find(table, trap) if trap.get("type", e.note) == e.note]
    word, text = (trap.get("must") or trap["never"]).lower(), trap["text"].lower()
    places = [(at, at + len(word)) for at in range(len(text)) if text.startswith(word, at)]
    assert places, f"{word} stands nowhere in the text"
    return any(a < end and start < b for a, b in hits for start, end in places) == ("must" in trap)


def find(table: str, trap: Mapping[str, Any]) -> Iterator[Evidence]:
    """Evidence of the trap's kind; a trap of clickbait is a headline, a hedge an epistemic one."""
    kind, text = trap["kind"], trap["text"]
    article = Article("trap", "", text) if kind == "clickbait" else Article("trap", text)
    found = MEASURES[table](parse(article)).evidence
    return (e for e in found if e.kind == kind and e.note not in ("conditional", "modal"))


def has_tone(trap: Mapping[str, Any]) -> bool:
    """Whether the tone toward the trap's name is the one it states."""
    start = trap["text"].index(trap["name"])
    tone = tone_toward(Article("trap", trap["text"]), start, start + len(trap["name"]))
    heard = "neutral" if abs(tone) < NEUTRAL else "positive" if tone > 0 else "negative"
    return bool(heard == trap["tone"])


def cases() -> Iterator[Any]:
    known = pytest.mark.xfail(reason="known to fail", strict=False)
    for table in LEAST:
        for trap in read_traps(table):
            yield pytest.param(table, trap, id=trap["text"][:90], marks=[known] if "fails" in trap else [])


@pytest.mark.parametrize(("table", "trap"), list(cases()))
def test_trap(table: str, trap: Mapping[str, Any]) -> None:
    wanted = {key: trap[key] for key in ("must", "never", "type", "tone") if key in trap}
    assert is_right(table, trap), f"{trap['kind']}: {wanted}"


@pytest.mark.parametrize("table", LEAST)
def test_most_traps_are_got_right(table: str) -> None:
    traps = read_traps(table)
    right = sum(is_right(table, trap) for trap in traps)
    assert len(traps) >= 100
    assert right / len(traps) >= LEAST[table], f"{table}: {right} of {len(traps)}"
