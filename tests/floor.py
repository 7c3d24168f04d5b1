"""The floor under every shipped figure: ``make floor`` raises it; it falls only with a written reason.

``tests/floor.json`` holds the best value that each figure has had, the digests of the corpora and of the
code that gave the present ones, and every fall with its date and reason. ``test_floor.py`` compares.
"""

from __future__ import annotations

import argparse
import csv
import datetime
import hashlib
import json
import math
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from scoring.model.progress import list_figures

ROOT = Path(__file__).resolve().parent.parent
FILE = ROOT / "tests/floor.json"
ROOMS = ("cleaning", "document", "lexicons", "taggers", "attributions", "extractors", "features", "model")
"""The code that figures come from."""
SLACK = 0.001
"""A fall by less is none: figures are written with four digits, and sums differ by machine."""
SHORTEST = 20
"""Letters of a reason."""
BASELINES = ("list_alone", "baselines", "confusion")
COVERAGE = 0.9

Figures = dict[str, tuple[float, str]]
"""Name to value, and what is better: "more", "less" or "near .9"."""


def read_figures(root: Path = ROOT) -> Figures:
    """Every shipped figure: the default model's, each tagger's, and the validity table's."""
    record = json.loads((root / "models/default/metrics.json").read_text(encoding="utf-8"))
    found = {f"default: {name}": (value, _better(name)) for name, value in list_figures(record).items()}
    for path in sorted(root.glob("models/taggers/*/metrics.json")):
        metrics = json.loads(path.read_text(encoding="utf-8"))
        found |= {f"{path.parent.name}: {name}": (value, _better(name)) for name, value in _walk(metrics, "")}
    with (root / "reports/validity/validity.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["ours"]:
                name = ", ".join((row["what"], row["corpus"], row["split"], row["metric"]))
                found[f"validity: {name}"] = (float(row["ours"]), _better_row(row))
    return found


def _walk(part: Mapping[str, Any], above: str) -> Iterator[tuple[str, float]]:
    """The figures in a tagger's metrics that say how good it is."""
    for key, value in part.items():
        if isinstance(value, dict) and key not in BASELINES:
            yield from _walk(value, f"{above}{key} ")
        elif key in ("f1", "macro_f1", "calibration_error") or key.startswith("auc"):
            yield f"{above}{key}".replace("_", " "), float(value)


def _better(name: str) -> str:
    return "less" if "error" in name else "near .9" if "coverage" in name else "more"


def _better_row(row: Mapping[str, str]) -> str:
    """A share is of errors; elsewhere the goals say it, and a negative correlation is better the lower."""
    reach, aim = (float(row[key]) if row[key] else math.nan for key in ("reach", "aim"))
    return "less" if row["metric"] == "share" or aim < reach or reach < 0 else "more"


def goodness(value: float, better: str) -> float:
    """A figure on a scale on which more is better."""
    return -abs(value - COVERAGE) if better == "near .9" else -value if better == "less" else value


def least(floor: Mapping[str, Any], name: str) -> float | None:
    """What a figure may fall to: its best, or what the last fall with a reason left; None if it may go."""
    for fall in reversed(floor["falls"]):
        if name in fall["figures"]:
            found = fall["figures"][name][1]
            return None if found is None else float(found)
    return float(floor["best"][name])


def find_falls(floor: Mapping[str, Any], figures: Figures) -> dict[str, list[float | None]]:
    """Figures under their floor, or gone: what was allowed, and what is."""
    fallen: dict[str, list[float | None]] = {}
    for name in floor["best"]:
        allowed = least(floor, name)
        value, better = figures.get(name, (None, ""))
        if allowed is not None and (
            value is None or not goodness(value, better) >= goodness(allowed, better) - SLACK
        ):  # NaN is a fall, too
            fallen[name] = [allowed, value]
    return fallen


def raise_floor(floor: Mapping[str, Any], figures: Figures) -> dict[str, Any]:
    """The floor with every figure that rose at its new height; new ones stand where they are."""
    best = dict(floor["best"])
    falls = [{**fall, "figures": dict(fall["figures"])} for fall in floor["falls"]]
    for name, (value, better) in figures.items():
        if name not in best or goodness(value, better) > goodness(best[name], better):
            best[name] = value
        last = next((fall["figures"] for fall in reversed(falls) if name in fall["figures"]), None)
        if last and (last[name][1] is None or goodness(value, better) > goodness(last[name][1], better)):
            last[name] = [last[name][0], value]
    return {"best": dict(sorted(best.items())), "falls": falls}


def list_digests(root: Path = ROOT) -> dict[str, Any]:
    """Digests of the corpora behind the default model, and of the code."""
    record = json.loads((root / "models/default/metrics.json").read_text(encoding="utf-8"))
    total = hashlib.sha256()
    for room in ROOMS:
        for path in sorted((root / "scoring" / room).rglob("*")):
            if path.suffix in (".py", ".toml"):
                total.update(path.relative_to(root).as_posix().encode() + path.read_bytes())
    corpora = {row["name"]: row["sha256"] for row in record["about"]["data"]}
    return {"corpora": corpora, "code": total.hexdigest()[:16]}


def main(arguments: list[str]) -> int:
    """Raise the floor; with falls and no reason nothing is written."""
    parser = argparse.ArgumentParser(description="Raise the floor under the shipped figures.")
    parser.add_argument("--why", default="", help="the reason for figures that fell")
    why = " ".join(parser.parse_args(arguments).why.split())
    floor = json.loads(FILE.read_text(encoding="utf-8")) if FILE.exists() else {"best": {}, "falls": []}
    figures = read_figures()
    fallen = find_falls(floor, figures)
    if fallen and len(why) < SHORTEST:
        for name, (before, now) in fallen.items():
            print(f"{name}: {before} before, {now} now", file=sys.stderr)
        print(f'{len(fallen)} figures fell. If that is meant: make floor WHY="..."', file=sys.stderr)
        return 1
    made = raise_floor(floor, figures)
    if fallen:
        made["falls"].append({"date": datetime.date.today().isoformat(), "why": why, "figures": fallen})
    FILE.write_text(json.dumps({**list_digests(), **made}, indent=1) + "\n", encoding="utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
